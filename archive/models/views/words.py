"""The views of what the texts show and say: offices, statements, proofs, the texts themselves, and doubtful names."""

from archive.models.views import columns as of
from archive.models.views.view import view

office_holders = view(
    "office_holders",
    "Who is shown in which office, and in documents of which time: no claim about the term of office. Quick in a big "
    "archive: person, office, organization, country, document and all ids.",
    of.text("person", "The person."),
    of.text("office", "The title of the post."),
    of.text("organization", "The body that the post belongs to."),
    of.text("country", "The state that the post belongs to."),
    of.day("attested_from", "The first day on which the earliest dated document may have been published."),
    of.day("attested_to", "The last day on which the latest dated document may have been published."),
    of.count("documents", "How many documents show the person in the office."),
    *of.first_words("the person in the office"),
    of.code("country_code", "The state that the post belongs to."),
    of.uuid("appointment_id", "The appointment."),
    of.uuid("person_id", "The person."),
    of.uuid("office_id", "The office."),
    of.uuid("organization_id", "The body that the post belongs to."),
    *of.first_document(),
)

statements = view(
    "statements",
    "Who said what, verbatim, without the quotation marks. Quick in a big archive: speaker, document, "
    "published_during and all ids; for a word in all of them ask the search first: where document_id in (select id "
    "from archive.documents where search @@ websearch_to_tsquery('archive.folded', 'cryptocurrency')) and words "
    "ilike '%cryptocurrenc%'.",
    of.text("speaker", "Who said it; null where the text does not make it clear."),
    of.text(
        "offices",
        "The offices that the same document shows the speaker in, with body or state, separated by semicolons.",
    ),
    of.text("words", "What was said."),
    of.text("published_edtf", "When the document was published, in EDTF."),
    of.text("document", "The document that quotes it."),
    of.number("start_char", "Where the words start in the document."),
    of.number("end_char", "Where they end."),
    of.text("url", "Where it was published."),
    of.days("published_during", "From the first possible day of publication to the last one."),
    of.uuid("quotation_id", "The quotation."),
    of.uuid("document_id", "The document that quotes it."),
    of.uuid("speaker_id", "Who said it."),
    of.uuid("meeting_id", "The meeting at which it was said."),
    of.text("publisher", "Who published the document."),
    of.text("headline", "Its headline."),
)

document_register = view(
    "document_register",
    "Every current document in one row: what names it to others, and what it is about. Quick in a big archive: "
    "document, published_during, document_id and source_id; for words ask documents.search.",
    of.text("document", "Its name in the archive."),
    of.text("headline", "Its headline."),
    of.text("publisher", "Who published it."),
    of.text("published_edtf", "When it was published, in EDTF."),
    of.text("url", "Where it was published."),
    of.text("topics", "The topics that it mentions, separated by semicolons."),
    of.text("language", "Its language (BCP 47), such as en."),
    of.number("characters", "How long it is."),
    of.text("collection", "The folder or corpus that it came with."),
    of.days("published_during", "From the first possible day of publication to the last one."),
    of.texts("topic_slugs", "The same topics by their keys: where 'extradition' = any(topic_slugs)."),
    of.uuid("document_id", "The document."),
    of.uuid("source_id", "The publisher."),
    of.moment("arrived_at", "When it came to the archive; what became of it since is in document_changes."),
)

proofs = view(
    "proofs",
    "The words behind every fact and every mention. One condition finds all that was read of a thing: where "
    "agreement_id = ... gives the agreement, its parties, steps and topics; where person_id = ... every mention, "
    "office, meeting, signature and statement. Quick in a big archive: document and all ids, each as one value "
    "(person_id = (select ...), not in (select ...)); words and about are read row by row.",
    of.text("fact", "What the words prove: meeting, participant, step, party, appointment ..., or mention."),
    of.text(
        "about", "What it is about: a name, a title, a topic; of a meeting and a step also the status that is told."
    ),
    of.text("words", "The words of the text."),
    of.text("document", "The document they are in."),
    of.number("start_char", "Where the words start in the document."),
    of.number("end_char", "Where they end."),
    of.text("rule", "The rule of the reader that read the fact from them; null for a mention."),
    of.text("mention_kind", "How a mention names its thing: full, short or epithet."),
    of.uuid("document_id", "The document they are in."),
    of.uuid("evidence_id", "The row of evidence."),
    of.uuid("mention_id", "The row of mentions."),
    of.uuid("meeting_id", "The meeting that the fact is, or is a part of."),
    of.uuid("meeting_participant_id", "The participation."),
    of.uuid("meeting_topic_id", "The topic of a meeting."),
    of.uuid("agreement_id", "The agreement that the fact is, or is a part of."),
    of.uuid("agreement_party_id", "The party."),
    of.uuid("agreement_step_id", "The step."),
    of.uuid("agreement_topic_id", "The topic of an agreement."),
    of.uuid("appointment_id", "The person in an office."),
    of.uuid("organization_member_id", "The membership."),
    of.uuid("quotation_id", "The quotation whose speaker the words tell."),
    of.uuid("person_id", "The person who is named, takes part, signs, holds the office or speaks."),
    of.uuid("organization_id", "The body that is named, takes part, is the party, has the office or the member."),
    of.code("country_code", "The country that is named, or that participant, party or office stand for."),
    of.uuid("place_id", "The place that is named."),
    of.text("topic_slug", "The topic that is named, discussed or covered."),
    of.text(
        "status",
        "What the document tells: held, planned or proposed of a meeting, which step of a step; null for all else.",
    ),
    of.text("published_edtf", "When the document was published, in EDTF."),
    of.text("publisher", "Who published it."),
    of.text("headline", "Its headline."),
    of.text("url", "Where it was published."),
)

namesakes = view(
    "namesakes",
    "Hints for a reviewer: two names that may be one person (two spellings), and one name that may be two persons "
    "(two countries), with what tells them apart. They are no more than hints: the archive has no place for a decision "
    "yet, and a row that is changed by hand is damage to archive verify. Quick in a big archive: both persons, by name "
    "or id.",
    of.text("reason", "two spellings of one family name, or offices of two countries under one name."),
    of.text("person", "The person."),
    of.text("other_person", "The other spelling."),
    of.texts("country_codes", "The countries whose offices the person is shown in."),
    of.uuid("person_id", "The person."),
    of.uuid("other_person_id", "The other person."),
    of.texts("other_country_codes", "The countries whose offices the other person is shown in."),
    of.text("offices", "The offices that the person is shown in, separated by semicolons."),
    of.text("other_offices", "The offices that the other person is shown in."),
    of.count("documents", "How many documents name the person."),
    of.count("other_documents", "How many documents name the other person."),
)

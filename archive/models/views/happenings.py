"""The views of what happened: who met whom, what was agreed, and what happened between two countries."""

from archive.models.views import columns as of
from archive.models.views.view import view

meeting_countries = view(
    "meeting_countries",
    "Which countries a meeting brought together: one row per meeting and country. It finds the meetings of a country "
    "by an index: where meeting_id in (select meeting_id from archive.meeting_countries where country_code = 'BZ').",
    of.uuid("meeting_id", "The meeting."),
    of.code("country_code", "A country that took part."),
)

agreement_countries = view(
    "agreement_countries",
    "Which countries an agreement concerns: one row per agreement and country of its parties, proposers and "
    "addressees. It finds the agreements of a country by an index: where agreement_id in (select agreement_id from "
    "archive.agreement_countries where country_code = 'BZ').",
    of.uuid("agreement_id", "The agreement."),
    of.code("country_code", "A country of a party."),
)

encounters = view(
    "encounters",
    "Who met whom, seen from each of the two: where person = 'Igor Krasnov' finds all whom he met. A meeting of many "
    "has a row for each pair of them, from each side, so count meetings and not rows: select count(distinct "
    "meeting_id) ... where country_code = 'JP' and other_country_code = 'TH' and status = 'held'. To have each pair "
    "once: where meeting_participant_id < other_meeting_participant_id. Mind the status: planned and proposed "
    "meetings are in it. A body or a state does not meet those who stand for it, and states that only "
    "sat in a session with others are in country_timeline. Quick in a big archive: person, country, country_code, "
    "place, date_during, document and all ids but office_id and organization_id; for these go by "
    "meeting_participants.",
    *of.participant("", "one of the two"),
    *of.participant("other_", "the other one"),
    of.text("kind", "The kind of the meeting: bilateral, session, conference, visit ..."),
    of.text("status", "Whether it took place when the text was written: held, planned or proposed."),
    of.text("date_edtf", of.EDTF),
    of.text("place", "Where it took place."),
    *of.first_words("the meeting"),
    of.first_published(),
    of.text("date_text", of.WORDING),
    of.days("date_during", of.DURING),
    of.code("country_code", "The state that one of the two stood for."),
    of.code("other_country_code", "The state that the other one stood for."),
    of.uuid("meeting_id", "The meeting."),
    of.uuid("meeting_participant_id", "The part of one of the two in it: its words are in proofs."),
    of.uuid("other_meeting_participant_id", "The part of the other one in it."),
    of.uuid("person_id", "The person who was one of the two."),
    of.uuid("other_person_id", "The person who was the other one."),
    of.uuid("office_id", "The office of one of the two."),
    of.uuid("other_office_id", "The office of the other one."),
    of.uuid("organization_id", "The body that one of the two stood for."),
    of.uuid("other_organization_id", "The body that the other one stood for."),
    of.uuid("place_id", "Where it took place."),
    *of.first_document(),
)

meeting_register = view(
    "meeting_register",
    "Every meeting in one row: when, where, who and on what. Quick in a big archive: date_during, place, document, "
    "meeting_id; for a country see meeting_countries, for a person encounters.",
    of.text("date_edtf", of.EDTF),
    of.text("kind", "The kind: bilateral, session, conference, visit ..."),
    of.text("status", "Whether it took place when the text was written: held, planned or proposed."),
    of.text("place", "Where it took place."),
    of.text("participants", "Who took part, persons first, with the state they stood for, separated by semicolons."),
    of.text("title", "What the text calls it, where it has a name of its own."),
    of.text("topics", "What was discussed, separated by semicolons."),
    of.count("documents", "How many documents report it."),
    *of.first_words("the meeting"),
    of.first_published(),
    of.text("date_text", of.WORDING),
    of.days("date_during", of.DURING),
    of.text("date_basis", of.BASIS),
    of.texts("country_codes", "The states that took part: where 'BZ' = any(country_codes)."),
    of.uuid("meeting_id", "The meeting."),
    of.uuid("place_id", "Where it took place."),
    of.uuid("part_of_id", "The larger event that it is a part of."),
    *of.first_document(),
)

agreement_register = view(
    "agreement_register",
    "Every agreement in one row, with its current status: the furthest step that a text reports. Date, words and "
    "document are those of this step; all steps are in agreement_history. Quick in a big archive: status, "
    "date_during, agreement_id; for a country see agreement_countries.",
    of.text("title", "What the text calls it."),
    of.text("kind", "The kind: agreement, memorandum, program, convention ..."),
    of.text("status", "The furthest step: proposed, draft, submitted, planned, signed, approved or in_force."),
    of.text("date_edtf", "When that step was taken, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B)."),
    of.text("parties", "Its parties, separated by semicolons; who is not a party, but proposer or addressee, says so."),
    of.text("signatories", "Who signed it, with the state they signed for, separated by semicolons."),
    of.text("topics", "What it covers, separated by semicolons."),
    of.text("term_edtf", "The period it is made for, in EDTF."),
    of.count("documents", "How many documents report it."),
    *of.first_words("that step"),
    of.first_published(),
    of.text("date_text", "The date of the step as the text words it."),
    of.days("date_during", "From the first possible day of the step to the last one."),
    of.text("date_basis", of.BASIS),
    of.text("term_text", "The period as the text words it."),
    of.days("term_during", "From the first day of the period to the last one."),
    of.texts("country_codes", "The states of the parties: where 'BZ' = any(country_codes)."),
    of.uuid("agreement_id", "The agreement."),
    of.uuid("agreement_step_id", "The furthest step."),
    of.uuid("meeting_id", "The meeting at which that step was taken."),
    of.uuid("part_of_id", "The instrument that it belongs to."),
    *of.first_document(),
)

agreement_history = view(
    "agreement_history",
    "The life of every agreement: one row for each step that a text reports, with the words that report it: where "
    "agreement_id = ... order by step_number. Quick in a big archive: date_during, document, agreement_id, "
    "agreement_step_id and meeting_id; for a country see agreement_countries.",
    of.text("title", "What the text calls the agreement."),
    of.text("kind", "The kind: agreement, memorandum, program, convention ..."),
    of.text("status", "The step: proposed, draft, submitted, planned, signed, approved or in_force."),
    of.number("step_number", "Its place in that order, from 1 to 7."),
    of.text("date_edtf", of.EDTF),
    of.text("parties", "The parties, separated by semicolons; who is not a party, but proposer or addressee, says so."),
    of.text("place", "Where the meeting was at which the step was taken."),
    of.count("documents", "How many documents report the step."),
    *of.first_words("the step"),
    of.first_published(),
    of.text("date_text", of.WORDING),
    of.days("date_during", of.DURING),
    of.text("date_basis", of.BASIS),
    of.texts("country_codes", "The states of the parties: where 'BZ' = any(country_codes)."),
    of.uuid("agreement_id", "The agreement."),
    of.uuid("agreement_step_id", "The step."),
    of.uuid("meeting_id", "The meeting at which the step was taken."),
    *of.first_document(),
)

country_timeline = view(
    "country_timeline",
    "What happened between two countries, seen from each of them: a meeting, or a step of an agreement, has one row "
    "for each country and each other country, so one condition finds all that concerns a country (count meetings by "
    "count(distinct meeting_id)): "
    "where country_code = 'BZ' order by coalesce(date_edtf, published_edtf). Quick in a big archive: both countries, "
    "by name or code, date_during, document and all ids.",
    of.text("date_edtf", of.EDTF),
    of.text("country", "The country it is seen from."),
    of.text("other_country", "The other country."),
    of.text("event", "meeting, or agreement for a step in the life of one."),
    of.text("kind", "The kind of the meeting or of the agreement."),
    of.text("status", "held, planned or proposed for a meeting; the step for an agreement."),
    of.text("title", "What the text calls the meeting or the agreement."),
    of.text("place", "Where the meeting was, or the one at which the step was taken."),
    *of.first_words("the meeting or the step"),
    of.first_published(),
    of.text("date_text", of.WORDING),
    of.days("date_during", of.DURING),
    of.code("country_code", "The country it is seen from."),
    of.code("other_country_code", "The other country."),
    of.uuid("meeting_id", "The meeting, or the meeting at which the step was taken."),
    of.uuid("agreement_id", "The agreement."),
    of.uuid("agreement_step_id", "The step of the agreement."),
    *of.first_document(),
)

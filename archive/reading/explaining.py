"""Why a text reads as it does: for each sentence what was read from it, by which rule, and what a rule did not take."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from archive.reading import stages
from archive.reading.facts import Agreement, Evidence, Meeting, Office, Reading
from archive.reading.phrases import Phrase, PhraseKind, Sentence
from archive.reading.rejections import Rejection
from archive.values import PartialDate, Span


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule read from a stretch of text: ``what`` it is ("meeting") and the ``value`` that it has."""

    what: str
    value: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Explained:
    """One sentence, in the order of the text."""

    sentence: Sentence
    findings: list[Finding] = field(default_factory=list)
    rejected: list[Rejection] = field(default_factory=list)


def explain(text: str, *, published: str | None = None) -> tuple[Explained, ...]:
    """Each sentence of ``text`` with what was read from it. ``published`` is as for `archive.reading.read`."""
    reading, annotations = stages(text, published)
    explained = tuple(Explained(sentence) for sentence in annotations.layout.sentences)
    starts = [each.sentence.span.start for each in explained]
    ends = [each.sentence.span.end for each in explained]
    phrases = (phrase for marked in annotations.sentences for phrase in marked.phrases)

    def beside(span: Span) -> Iterable[Explained]:
        return explained[bisect_right(ends, span.start) : bisect_left(starts, span.end)]

    for finding in dict.fromkeys((*_named(phrases, text), *_stated(reading, text))):
        for each in beside(finding.span):
            each.findings.append(finding)
    for name in _mentioned(reading):
        for each in beside(name.span):
            if not any(name.span in told.span and name.value in told.value for told in each.findings):
                each.findings.append(name)
    for rejection in dict.fromkeys(annotations.rejected):
        each = explained[bisect_right(ends, rejection.span.start)]
        taken = (finding for finding in each.findings if finding.what == rejection.kind)
        if not any(finding.span == rejection.span or finding.rule == rejection.rule for finding in taken):
            each.rejected.append(rejection)
    return explained


def _named(phrases: Iterable[Phrase], text: str) -> Iterator[Finding]:
    """The phrases of the sentences: who, where and when."""
    for phrase in phrases:
        if phrase.members:
            yield from _named(phrase.members, text)
        elif (value := _meant(phrase, text)) is not None:
            yield Finding(phrase.kind.value, value, phrase.span, phrase.rule)


def _meant(phrase: Phrase, text: str) -> str | None:
    """What a phrase stands for; None where that is not known."""
    office = _office(phrase.office) if phrase.office else None
    match phrase.kind:
        case PhraseKind.ORGANIZATION:
            return _parts(phrase.organization.name if phrase.organization else None, phrase.country)
        case PhraseKind.PLACE:
            return phrase.place
        case PhraseKind.DATE:
            return _date(phrase.date) or phrase.span.of(text)
        case _:
            return _parts(phrase.person, office or phrase.country)


def _stated(reading: Reading, text: str) -> Iterator[Finding]:
    """The facts that have evidence, and the topics."""
    for person in reading.persons:
        for appointment in person.appointments:
            yield from _each("appointment", f"{person.name} · {_office(appointment.office)}", appointment.evidence)
    for meeting in reading.meetings:
        yield from _each("meeting", _meeting(meeting), meeting.evidence)
        for one in meeting.participants:
            office = _office(one.office) if one.office else None
            who = one.person.name if one.person else office or (one.organization.name if one.organization else None)
            yield from _each("participant", _parts(who, one.country, one.role.value) or "", one.evidence)
    for agreement in reading.agreements:
        yield from _each("agreement", _agreement(agreement), agreement.evidence)
        for step in agreement.steps:
            value = _parts(step.status.value, _date(step.date), agreement.title) or ""
            yield from _each("step", value, step.evidence)
        for party in agreement.parties:
            body = party.organization.name if party.organization else None
            signatory = f"signed by {party.signatory.name}" if party.signatory else None
            yield from _each("party", _parts(body, party.country, signatory, party.role.value) or "", party.evidence)
    for quotation in reading.quotations:
        if quotation.speaker:
            rules = {evidence.rule for evidence in quotation.evidence}
            yield Finding("quotation", quotation.speaker.name, quotation.span, ", ".join(sorted(rules)))
    for topic in reading.topics:
        for mention in topic.mentions:
            yield Finding("topic", topic.slug, mention.span, mention.span.of(text).lower())


def _mentioned(reading: Reading) -> Iterator[Finding]:
    """The names of who and what is read; some stand in no phrase: "an Azerbaijani proposal"."""
    named = (
        *(("person", person.name, person.mentions) for person in reading.persons),
        *(("organization", body.name, body.mentions) for body in reading.organizations),
        *(("country", country.code, country.mentions) for country in reading.countries),
        *(("place", place.name, place.mentions) for place in reading.places),
    )
    for what, name, mentions in named:
        yield from (Finding(what, name, mention.span, f"{mention.kind.value} name") for mention in mentions)


def _each(what: str, value: str, evidence: Iterable[Evidence]) -> Iterator[Finding]:
    yield from (Finding(what, value, each.span, each.rule) for each in evidence)


def _meeting(meeting: Meeting) -> str:
    place = meeting.place.name if meeting.place else None
    return _parts(f"{meeting.kind.value}, {meeting.status.value}", meeting.title, place, _date(meeting.date)) or ""


def _agreement(agreement: Agreement) -> str:
    return _parts(agreement.kind.value, agreement.title, _date(agreement.term)) or ""


def _office(office: Office) -> str:
    body = office.organization.name if office.organization else None
    return ", ".join(part for part in (office.title, body, office.country) if part)


def _date(date: PartialDate | None) -> str | None:
    return (date.edtf or date.text) if date else None


def _parts(*parts: str | None) -> str | None:
    return " · ".join(part for part in parts if part) or None

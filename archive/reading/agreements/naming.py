"""Naming: from a noun phrase, or a title between quotation marks, to the instrument that it names.

"a programme of cooperation for 2024-2026 between the Office of ... and the Federal Public Ministry": the title is
bounded by its clause; the bodies behind "between" are parties; "for 2024-2026" is the term.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from archive.reading.agreements.words import EXCHANGED_WORDS, is_instrument_noun, plural, vocabulary
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.skeletons import ACTORS, INSTRUMENT, QUOTED, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import AgreementKind, DateBasis, OrganizationKind, PartialDate, Span

_DATE_IN_TITLE = re.compile(r"\bfor (?:the )?(?:period |years? )?(?:of )?$", re.IGNORECASE)
_OF_YEAR = re.compile(
    rf" (?:of|from|dated) (?:{SYMBOLS[PhraseKind.DATE]}|\d{{4}}\b)"
)  # one of many: "the agreement of 2015"
_YEAR_AND = re.compile(r"\bfor (?:the )?(?:years? )?(\d{4}) (?:and|to) $", re.IGNORECASE)
_COUNT = r"a couple of|several|a few|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+(?: \(\d+\))?"
_TERM = re.compile(
    rf"\bfor (?:a |the )?(?:period of |term of |duration of )?(?:{_COUNT})[ -](?:years?|months?)(?: period)?",
    re.IGNORECASE,
)
_PARTY = rf"[{ACTORS}](?:,? and |, |,? as well as | & | on behalf of )?(?:the |of the )?"
_PARTIES = re.compile(rf"\b(?:between|with|among|of|by) (?:[^{ACTORS}]{{0,60}}?)((?:{_PARTY})+)")
# "the treaty concluded in 1897 | between Chile and the United Kingdom"
_BETWEEN = re.compile(
    r"(?:,? (?:which was |that was )?(?:concluded|signed|in force|made))?(?:,? (?:in|on|of|at) [^,;. ]{1,12}){1,3}"
    rf",? between (?:the )?((?:{_PARTY})+)"
)
_INVOLVING = re.compile(
    rf"(?:,? (?:which |that )?(?:taking in|involving|including|bringing in|covering)) (?:the )?((?:{_PARTY})+)"
)
_BY = re.compile(rf" (?:made |drafted |put forward |tabled )?by (?:the )?([{ACTORS}])")
_ACRONYM = re.compile(r"\(([A-Z][\w-]{1,12})\)")
_LITTLE = frozenset(
    ["of", "on", "the", "a", "an", "and", "for", "to", "in", "with", "between", "by", "at", "its", "their"]
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A noun phrase that names an agreement. ``words`` are its telling words, without its own noun."""

    span: Span
    title: Span
    kind: AgreementKind
    noun: str
    determiner: str
    words: frozenset[str]
    parties: tuple[Phrase, ...]
    term: PartialDate | None
    acronym: str | None
    draft: bool
    pointing: bool
    extension: bool
    loose: bool = False  # an instrument only because somebody signs or adopts it: "signed a roadmap"
    several: bool = False  # in the plural and without a number: "cooperation agreements"
    base: "Instrument | None" = None  # what it extends: "an addendum to | the agreement of 2022"

    @property
    def definite(self) -> bool:
        """Whether it may point back to an instrument named before."""
        return self.determiner in ("the", "this", "that", "these", "those", "both", "such", "their", "its", "")

    @property
    def denied(self) -> bool:
        """Whether its determiner denies it: "no agreement"."""
        return self.determiner in ("no", "any")


_TITLED = re.compile(r"(?:[A-Z][\w-]*,? |(?:of|and|on|the|for) )*$")
_MARKS = 2  # characters of a stretch that is nothing but its marks
_DETERMINER = re.compile(r"\b(an?|the|this|that|their|its) $", re.IGNORECASE)


def quoted(folded: Skeleton) -> Iterator[Fold]:
    """The instruments whose title stands between quotation marks: signed a "Memorandum on Training"."""
    for at, fold in folded.placed():
        if fold.symbol != QUOTED or fold.span.end - fold.span.start <= _MARKS:
            continue
        title = Span(fold.span.start + 1, fold.span.end - 1)
        words = title.of(folded.view)
        noun = vocabulary().pattern.search(words)
        if noun is None or words[:1].islower() or words[-1:] in ".,!?" or vocabulary().excluded.search(words):
            continue
        if not _TITLED.fullmatch(words[: noun.start()]):
            continue
        name = vocabulary().forms[noun[1].lower()]
        before = _DETERMINER.search(folded.text, max(0, at - 6), at)
        span = folded.span_of(before.start() if before else at, at + 1)
        tokens = {token.lower() for token in re.findall(r"[^\W\d_][\w-]+", words)}
        telling = frozenset(tokens - {name, plural(name), *name.split(" ")} - _LITTLE)
        determiner = before[1].lower() if before else ""
        kind = vocabulary().kinds[name]
        instrument = Instrument(span, title, kind, name, determiner, telling, (), None, None, False, False, False)
        yield Fold(span, INSTRUMENT, instrument)


def instrument_of(folded: Skeleton, phrase: NounPhrase, noun: str, kind: AgreementKind) -> Instrument | None:
    """The instrument that a noun phrase names; None where it names none."""
    words = vocabulary()
    text = folded.text
    there = _THERE.search(text, phrase.noun_end, min(len(text), phrase.end + 9))
    phrase = replace(phrase, end=there.start()) if there and there.start() < phrase.end else phrase
    if noun in words.dependent:
        phrase = replace(phrase, end=phrase.noun_end)
    start = phrase.start
    extension = words.extending.search(text, max(0, start - len(phrase.determiner) - 60), start)
    determiner = phrase.determiner
    if extension:
        start = extension.start(1)
        opening = _ARTICLE.match(text, start)
        start = opening.end() if opening else start
        before = re.search(r"\b(a|an|the|this|that|no|any) $", text[:start])
        determiner = before[1] if before else ""
    title = text[start : phrase.end]
    tokens = {token.lower() for token in re.findall(r"[^\W\d_][\w-]+", title)}
    own = {noun, plural(noun), *noun.split(" "), *EXCHANGED_WORDS}
    telling = tokens - own - words.drafting - _LITTLE
    draft = bool(words.drafting & tokens) or bool(
        re.search(r"\bdraft (?:of|text of) (?:the |an? )?$", text[max(0, start - 24) : start])
    )
    if (
        words.excluded.search(title)
        or words.private.search(text, start, phrase.noun_end)
        or _is_abstract(text, phrase, noun)
        or _COUNTED.fullmatch(title)
    ):
        return None
    if noun in words.pointing and telling - {"final", "exclusive"} and not draft and not telling & words.qualifying:
        return None
    if noun in words.dependent and not (draft or _IS_SIGNED.match(text, phrase.end)):
        return None
    capital = folded.text[phrase.noun].isupper()
    titled = title[0].isupper() or "\ue000" <= title[0] <= "\ue00f"
    named = capital and ((titled and start < phrase.noun) or (phrase.noun > 0 and phrase.end > phrase.noun_end + 3))
    parties = _parties(folded, phrase, kind) or (_authors(folded, phrase) if draft or noun in words.authored else ())
    back = not telling and determiner in ("the", "this", "that")
    own_name = named or back or draft or _is_of_a_joint_body(parties)
    loose = noun in words.weak and not (own_name or telling & words.qualifying)
    if loose and not (
        kind in _MAY_BE_MADE and (_MADE.search(text, max(0, start - 40), start) or _IS_MADE.match(text, phrase.end))
    ):
        return None
    first = start - len(determiner) - 1 if determiner else start
    owner = _OWNER.search(text, max(0, first - 12), first) if named else None
    first = owner.start() if owner else first
    acronym = _ACRONYM.search(title)
    involving = _INVOLVING.match(text, phrase.end)
    end = involving.end() if involving else phrase.end
    if text[start - 1 : start] == text[end : end + 1] == '"':  # the "Action Plan for 2025"
        before = _DETERMINER.search(text, max(0, start - 7), start - 1)
        first, end = before.start() if before else start - 1, end + 1
        determiner = before[1].lower() if before else determiner
    whole = Instrument(
        folded.span_of(max(0, first), end),
        folded.span_of(start, phrase.end),
        kind,
        noun,
        determiner,
        frozenset(telling),
        parties,
        _term(folded, start, phrase.end),
        acronym[1] if acronym else None,
        draft,
        (noun in words.pointing and not (telling - {"draft"}))
        or not (
            telling
            or acronym
            or parties
            or named
            or determiner in ("a", "an")
            or noun in words.dependent
            or _OF_YEAR.match(text, phrase.end)
        ),
        bool(extension) or noun in words.dependent,
        loose=loose,
        several=_is_several(text[phrase.noun : phrase.noun_end], title, noun),
    )
    if not extension:
        return whole
    base = folded.span_of(phrase.start, phrase.end)
    return replace(whole, base=replace(whole, span=base, title=base, determiner="the", extension=False, parties=()))


# "signed the document | in the northern city of", which names no subject
_THERE = re.compile(
    r",? in the (?:[\w-]+ ){0,3}(?:city|town|capital|village|resort|presence|margins|course)\b"
    rf"| dated (?=[{SYMBOLS[PhraseKind.DATE]}])"
    r"| for (?:another|a further|an additional|the next)\b"
    r"| (?:inked|penned|sealed|clinched|done)(?= (?:in|at|on|by|between)\b)"
)
# "the | Council of Europe's 2005 | Warsaw Convention"
_OWNER = re.compile(rf"{SYMBOLS[PhraseKind.ORGANIZATION]}'s? (?:\d{{4}} |{SYMBOLS[PhraseKind.DATE]} )?$")
_MAY_BE_MADE = (AgreementKind.PLAN, AgreementKind.PROGRAM, AgreementKind.DECISION, AgreementKind.DECLARATION)
_MADE = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|adopt(?:ed|s|ing)?|endorsed?|agreed(?: on)?(?: the text of)?) (?:the |an? )?$"
)
_IS_MADE = re.compile(r" (?:(?:was|were|is|are|to|will|be|has|have|been|then|also) ){1,4}(?:signed|adopted|endorsed)\b")
_IS_SIGNED = re.compile(
    r" (?:(?:will|is|was|has|had|are|were|shall|to|be|been|also|then|due|expected|planned|scheduled) ){1,5}"
    r"(?:signed|initialled|concluded)\b"
)
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|[Ii]ts|[Tt]heir) ")
_COUNTED = re.compile(
    r"(?:over |some )?(?:\d{1,3}|dozens of|hundreds of) \w+s"
)  # "the sides have signed 14 agreements"
_REACH = re.compile(r"\b(?:reach(?:ed|ing|es)?|in|by|into|to|full|mutual|of) (?:full |mutual |an? )?$", re.IGNORECASE)


def _is_abstract(text: str, phrase: NounPhrase, noun: str) -> bool:
    """Whether a noun names no instrument but that people agree: "reached agreement on the text of a treaty"."""
    if noun not in ("agreement", "accord") or phrase.determiner or phrase.start != phrase.noun:
        return False
    if text[phrase.noun].isupper() or text[phrase.noun : phrase.noun_end].endswith("s"):
        return False
    within = re.findall(r"\w+", text[phrase.noun_end : phrase.end])
    return any(map(is_instrument_noun, within)) and bool(_REACH.search(text, max(0, phrase.start - 16), phrase.start))


_HOW_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|both|several|pair|series|\d+)\b", re.IGNORECASE
)


def _is_several(word: str, title: str, noun: str) -> bool:
    """Whether a phrase names several instruments and does not say how many."""
    return word.lower() == plural(noun) and not _HOW_MANY.search(title)


def _is_of_a_joint_body(parties: tuple[Phrase, ...]) -> bool:
    """Whether it is an instrument of a body that several states share: "a decision of the Joint Panel"."""
    shared = (OrganizationKind.JOINT, OrganizationKind.INTERNATIONAL)
    return any(party.organization is not None and party.organization.kind in shared for party in parties)


def _parties(folded: Skeleton, phrase: NounPhrase, kind: AgreementKind) -> tuple[Phrase, ...]:
    """The bodies and states that the title itself names: behind "between", "with", "of"."""
    found = (
        _PARTIES.search(folded.text, phrase.noun_end, phrase.end)
        or _BETWEEN.match(folded.text, phrase.end)
        or _INVOLVING.match(folded.text, phrase.end)
    )
    if found is None or (kind is AgreementKind.CONVENTION and found[0].startswith(("of ", "by "))):
        return ()  # the charter of a council is not made by the council
    return tuple(actor for each in folded.phrases(found.start(1), found.end(1)) for actor in each.actors())


def _authors(folded: Skeleton, phrase: NounPhrase) -> tuple[Phrase, ...]:
    """Who wrote a draft, right behind it: "the proposal by Russia"."""
    found = _BY.match(folded.text, phrase.end)
    return tuple(actor for each in folded.phrases(*found.span(1)) for actor in each.actors()) if found else ()


def _with_next(folded: Skeleton, at: int, date: PartialDate) -> PartialDate:
    """A year with the next: "for 2025 and 2026"."""
    fold = folded.fold_at(at + 6) if folded.text.startswith(" and ", at + 1) else None
    other = fold.payload.date.edtf if fold and isinstance(fold.payload, Phrase) and fold.payload.date else None
    if other is None or not other.isdigit() or not (date.edtf or "").isdigit():
        return date
    return PartialDate(folded.span_of(at, at + 7).of(folded.view), f"{date.edtf}/{other}", date.basis)


def _term(folded: Skeleton, start: int, end: int) -> PartialDate | None:
    """The period that an instrument is made for: "for 2023-2025", "for a couple of years"."""
    for at, fold in folded.placed(start, min(len(folded.text), end + 14)):
        phrase = fold.payload
        if isinstance(phrase, Phrase) and phrase.date and _DATE_IN_TITLE.search(folded.text, max(0, at - 24), at):
            return _with_next(folded, at, phrase.date)
        years = _YEAR_AND.search(folded.text, max(0, at - 24), at)
        if years and isinstance(phrase, Phrase) and phrase.date and (phrase.date.edtf or "").isdigit():
            text = folded.span_of(years.start(1), at + 1).of(folded.view)
            return PartialDate(text, f"{years[1]}/{phrase.date.edtf}", phrase.date.basis)
    found = _TERM.search(folded.text, start, min(len(folded.text), end + 60))
    return PartialDate(found.group(), None, DateBasis.UNRESOLVED) if found else None

"""Complements: what the words behind the noun of an instrument say: who makes it, and for how long."""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.skeletons import ACTORS, SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import AgreementKind, DateBasis, PartialDate

_DATE_IN_TITLE = re.compile(r"\bfor (?:the )?(?:period |years? )?(?:of )?$", re.IGNORECASE)
_YEAR_AND = re.compile(r"\bfor (?:the )?(?:years? )?(\d{4}) (?:and|to) $", re.IGNORECASE)
_COUNT = r"a couple of|several|a few|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+(?: \(\d+\))?"
_TERM = re.compile(
    rf"\bfor (?:a |the )?(?:period of |term of |duration of )?(?:{_COUNT})[ -](?:years?|months?)(?: period)?",
    re.IGNORECASE,
)
_BODY = SYMBOLS[PhraseKind.ORGANIZATION]
_BODIES = SYMBOLS[PhraseKind.ORGANIZATION] + SYMBOLS[PhraseKind.GROUP]
_OWNED = rf"[{ACTORS}{SYMBOLS[PhraseKind.PLACE]}]'s? (?=[{_BODIES}])"  # "Lima's | Centre"
_PARTY = rf"(?:{_OWNED})?[{ACTORS}](?: \([A-Z]+\))?(?:,? and |, |,? as well as | & | on behalf of )?"
_PARTY += r"(?:the (?:[A-Z]\w+ )?[Gg]overnments? of (?:the )?|the |of the )?"
_PARTIES = re.compile(rf"\b(?:between|with|among|of|by) (?:[^{ACTORS}]{{0,60}}?)((?:{_PARTY})+)")
# "the treaty concluded in 1897 | between Chile and the United Kingdom"
_BETWEEN = re.compile(
    r"(?:,? (?:which was |that was )?(?:concluded|signed|in force|made)(?:,? (?:in|on|of|at) [^,;. ]{1,12}){0,3}"
    r"|(?:,? (?:in|on|of|at) [^,;. ]{1,12}){1,3})"
    rf",? between (?:the )?((?:{_PARTY})+)"
)
_INVOLVING = re.compile(
    r"(?:,? (?:which |that )?(?:taking in|involving|including|bringing in|covering|linking|binding|uniting|connecting"
    rf"|joining)) (?:the )?((?:{_PARTY})+)"
)
_ASIDE_WITH = re.compile(rf", (?:this time )?with (?:the )?((?:{_PARTY})+)(?: \(|,)")  # "a third one, with | Peru, is"
# "With Peru, our | treaty of 1966"
_FRONTED = re.compile(
    rf"(?:^|[.;:] )(?:[Aa]lso )?[Ww]ith (?:the )?((?:{_PARTY})+)"
    rf"(?:(?:our|the|an?|another)|{SYMBOLS[PhraseKind.PRONOUN]})? ?$"
)
# "the | EU–Fiji | treaty"
_PAIR = re.compile(rf"[{SYMBOLS[PhraseKind.COUNTRY]}{_BODY}](?:[–/-][{SYMBOLS[PhraseKind.COUNTRY]}{_BODY}])+(?= )")
_BEFORE = 60  # letters before a title in which its party stands
_BY = re.compile(rf" (?:made |drafted |put forward |tabled )?by (?:the )?([{ACTORS}])")


def parties_named(folded: Skeleton, phrase: NounPhrase, kind: AgreementKind, noun: str) -> tuple[Phrase, ...]:
    """The bodies and states that the title itself names: behind "between", "with", "of"."""
    fronted = _FRONTED.search(folded.text, max(0, phrase.start - _BEFORE), phrase.start)
    paired = _PAIR.match(folded.text, phrase.start)
    if paired is not None:
        return tuple(_parties(folded, *paired.span(), set()))
    found = (
        _PARTIES.search(folded.text, phrase.noun_end, phrase.end)
        or _BETWEEN.match(folded.text, phrase.end)
        or _INVOLVING.match(folded.text, phrase.end)
        or _ASIDE_WITH.match(folded.text, phrase.end)
        or fronted
    )
    of_body = kind is AgreementKind.CONVENTION or noun == "minutes"
    if found is None or (of_body and found[0].startswith(("of ", "by "))):
        return ()  # the charter of a council is not made by the council
    if _OF_BOTH.match(folded.text, found.end(1)):
        return ()  # "between the prosecutor's offices of the two states": of those that the text deals with
    owners = {owner.start() for owner in _OWNER.finditer(folded.text, found.start(1), found.end(1) + 4)}
    return tuple(_parties(folded, found.start(1), found.end(1), owners))


_OWNER = re.compile(_OWNED)


def _parties(folded: Skeleton, start: int, end: int, owners: set[int]) -> Iterator[Phrase]:
    """The parties between two positions; a body without a state is of that of its owner: "Peru's | Training Centre"."""
    state: str | None = None
    for at, fold in folded.placed(start, end):
        if not isinstance(fold.payload, Phrase):
            continue
        if at in owners:
            body = fold.payload.organization
            state = fold.payload.country or (body.country if body else None)
            continue
        for actor in fold.payload.actors():
            body = actor.organization
            known = actor.country or (body.country if body else None)
            yield replace(actor, country=state) if state and known is None else actor
        state = None


_OF_BOTH = re.compile(r"(?:of|'? of) (?:(?:the|our) (?:two|three|four)|both|our) ")
_YEAR_BEFORE = re.compile(r"(?:1[89]|20)\d\d\b")
_OF_YEAR_AT_END = re.compile(r" (?:of|dated) ((?:1[89]|20)\d\d)$")
_DATED = re.compile(
    rf"(?:, (?=[{SYMBOLS[PhraseKind.DATE]}\d]+[.;]?$)| (?:of |dated |\((?:{SYMBOLS[PhraseKind.PLACE]},? )?))"
    rf"({SYMBOLS[PhraseKind.DATE]}|(?:1[89]|20)\d\d\b)"
)


def year_named(folded: Skeleton, phrase: NounPhrase, start: int) -> str | None:
    """The year that stands in a title that begins at ``start``, before its noun or right behind it."""
    before = _YEAR_BEFORE.search(folded.span_of(start, phrase.noun_end).of(folded.view))
    if before:
        return before.group()
    own = _OF_YEAR_AT_END.search(folded.text, start, phrase.end)
    if own:
        return own[1]
    dated = _DATED.match(folded.text, phrase.noun_end) or _DATED.match(folded.text, phrase.end)
    fold = folded.fold_at(dated.start(1)) if dated else None
    if fold and isinstance(fold.payload, Phrase) and fold.payload.date:
        return (fold.payload.date.edtf or "")[:4] or None
    return dated[1] if dated and dated[1].isdigit() else None


def end_of_involving(folded: Skeleton, phrase: NounPhrase) -> int:
    """Where a phrase ends with those whom it takes in: "a treaty | taking in Chile"."""
    involving = _INVOLVING.match(folded.text, phrase.end)
    return involving.end() if involving else phrase.end


def authors(folded: Skeleton, phrase: NounPhrase) -> tuple[Phrase, ...]:
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


def term_of(folded: Skeleton, start: int, end: int) -> PartialDate | None:
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


# "the existing | Memorandum of Understanding"
_WHICH_ONE = re.compile(
    r"(?:(?:existing|current|present|earlier|previous|former|said|aforementioned|new|old|recent) )+(?=[A-Z]\w+ )"
)


def proper_start(text: str, start: int) -> int:
    """Where the name of an instrument begins behind words that only say which one is meant."""
    which = _WHICH_ONE.match(text, start)
    return which.end() if which else start

"""Sentences: each sentence of a text as a skeleton of its phrases.

Names between quotation marks are folded, speech is not; a state in a list stands for itself; two names with a mere
comma between them are no list.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache

from archive.reading.matching.clauses import country_of
from archive.reading.matching.open_phrases import with_open_phrases
from archive.reading.matching.set_apart import without_others
from archive.reading.matching.skeletons import QUOTED as QUOTED_SYMBOL
from archive.reading.matching.skeletons import SYMBOLS, Fold, Skeleton, of_phrases, skeleton
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load_states
from archive.values import Span

_SHORT = 90  # letters between quotation marks that are a name rather than words of somebody


@dataclass(frozen=True, slots=True)
class FoldedSentence:
    """A sentence with its number, folded by phrases alone (``bare``) and with its instruments too (``folded``).

    ``words`` are its words in small letters, or more: what says which rules are worth trying.
    """

    index: int
    bare: Skeleton
    folded: Skeleton
    words: frozenset[str]


def sentence_skeletons(annotations: Annotations) -> Iterator[tuple[int, Skeleton, frozenset[str]]]:
    """The skeleton of each sentence with its number, and its words in small letters, or more.

    Names between quotation marks are folded, speech is not.
    """
    view = annotations.layout.view
    zones = [zone for zone in annotations.layout.quoted if zone.end - zone.start <= _SHORT]
    names = sorted(
        ((each.span, country.code) for country in annotations.countries for each in country.mentions),
        key=lambda named: (named[0].start, named[0].end, named[1]),
    )
    zone_at = name_at = 0
    for index, marked in enumerate(annotations.sentences):
        span = marked.sentence.span
        phrases = list(of_phrases(_whole_lists(list(_separate(marked.phrases, view)), view)))
        phrases = [_whose_country(annotations, fold, view) or fold for fold in phrases]
        marks: list[Fold] = []
        while zone_at < len(zones) and zones[zone_at].start < span.end:
            zone = zones[zone_at]
            zone_at += 1
            if zone.start < span.start:
                continue
            quoted = Span(max(span.start, zone.start - 1), min(span.end, zone.end + 1))
            if not (_taken(phrases, quoted) or _taken(marks, quoted)):
                marks.append(Fold(quoted, QUOTED_SYMBOL, zone))
        states: list[Fold] = []
        while name_at < len(names) and names[name_at][0].start < span.end:
            name, code = names[name_at]
            name_at += 1
            if name.start < span.start or any(_taken(folds, name) for folds in (phrases, marks, states)):
                continue
            if _stands_alone(view, name):
                state = Phrase(PhraseKind.COUNTRY, name, name, "state in a list", country=code)
                states.append(Fold(name, _COUNTRY, state))
        plain = skeleton(view, span, [*phrases, *marks, *states])
        words = plain.words()
        plain = without_others(plain, words)
        yield index, with_open_phrases(annotations, plain, words), words


def _taken(folds: list[Fold], span: Span) -> bool:
    """Whether a stretch overlaps one of folds that stand in order and apart."""
    before = bisect_left(folds, span.end, key=lambda fold: fold.span.start)
    return before > 0 and folds[before - 1].span.end > span.start


_COUNTRY, _PRONOUN = SYMBOLS[PhraseKind.COUNTRY], SYMBOLS[PhraseKind.PRONOUN]
_ITS_COUNTRY = re.compile(r" (?:own )?(?:country|government|nation|homeland)\b")


def _whose_country(annotations: Annotations, fold: Fold, view: str) -> Fold | None:
    """ "Her country" as the state of whom the pronoun means; None where it means nobody of one state."""
    found = _ITS_COUNTRY.match(view, fold.span.end) if fold.symbol == _PRONOUN else None
    if found is None or not isinstance(fold.payload, Phrase) or fold.payload.members:
        return None
    code = country_of(annotations, fold.payload)
    if code is None or _AFTER_STATE.match(view, found.end()) is None:
        return None
    whole = Span(fold.span.start, found.end())
    return Fold(whole, _COUNTRY, Phrase(PhraseKind.COUNTRY, whole, whole, "whose country", country=code))


_BEFORE_STATE = re.compile(r"(?:\b(?:of|from|between|and|with)|,)(?: the)? $")


_AFTER_STATE = re.compile(
    r"[,.;:)]|'s\b|$"
    r"| (?:and|or|in|on|at|to|for|with|during|by|as|was|were|is|are|will|have|has|met|meet|held|hold|took|sign|agree"
    r"|who|which|that|when|while|where|after|before|since|until|if|but|because|under|over|through|into|about|from|via"
    r"|against|following|alongside|without|within|upon|ahead|yesterday|tomorrow|last|next|this|earlier|later|then"
    r"|also|jointly|today|had|did|do|would|should|may|might|could|never|not|taken|been|be"
    r"|(?:plan|want|hope|intend|expect) to|came|come|sat|sit|spoke|speak|gave|led|made|ran|went|saw|began|set"
    r"|[a-z]{3,}ed|[a-z]+(?:ic|ive|ful|ous|ible|less)(?=[.,;]|$))\b"
)


def _stands_alone(view: str, name: Span) -> bool:
    """Whether a state is named by itself, not by an adjective: "the justice ministers of Peru and Chile"."""
    if name.of(view) in _adjectives():
        return False
    before = _BEFORE_STATE.search(view, max(0, name.start - 14), name.start)
    return before is not None and _AFTER_STATE.match(view, name.end) is not None


@cache
def _adjectives() -> frozenset[str]:
    """The adjectives of states and the names of their people."""
    return frozenset(word for state in load_states() for word in state.get("demonyms", ()))


def _separate(phrases: Iterable[Phrase], view: str) -> Iterator[Phrase]:
    """Two names with a mere comma between them are no list: "Greeting A, B noted"."""
    for phrase in phrases:
        members = phrase.members
        if phrase.kind is PhraseKind.HOLDER and _is_verb(phrase, view):
            continue
        if phrase.kind is PhraseKind.DELEGATION:
            yield _host_of(phrase, view) or _without_verb(phrase, view)
        elif len(members) == 2 and view[members[0].span.end : members[1].span.start] == ", ":
            yield from members
        else:
            yield phrase


# "the border commissioner of Belarus for the Brest | sector, Lt. Col. X": what an office is of, before its holder
_REST_OF_AN_OFFICE = re.compile(
    r"(?! (?:on|at|during|after|before|today|yesterday|this|last|next)\b| in the [a-z]+, )"
    r"(?: (?!(?:who|and|or|with|to|was|is|had|has)\b)(?:[A-Z\d][\w.'-]*|[a-z]+(?<!ed))){1,4}, "
)


def _whole_lists(phrases: list[Phrase], view: str) -> list[Phrase]:
    """The phrases, with a list whose last office is named behind a few words more as one with its holder."""
    kept: list[Phrase] = []
    for phrase in phrases:
        before = kept[-1] if kept else None
        if before is not None and _is_named_before(before, phrase, view):
            holder = replace(before, office=before.office or phrase.members[0].office)
            whole = Span(before.span.start, phrase.span.end)
            kept[-1] = replace(phrase, span=whole, members=(holder, *phrase.members[1:]))
            continue
        if before is None or phrase.kind is not PhraseKind.PERSON:
            kept.append(phrase)
            continue
        last = before.members[-1] if before.members else before
        rest = _REST_OF_AN_OFFICE.fullmatch(view, before.span.end, phrase.span.start)
        if not _is_nameless(last, view) or rest is None or phrase.person is None:
            kept.append(phrase)
            continue
        holder = replace(phrase, country=phrase.country or last.country, office=phrase.office or last.office)
        whole = Span(before.span.start, phrase.span.end)
        if before.members:
            kept[-1] = replace(before, span=whole, members=(*before.members[:-1], holder))
        elif view[phrase.span.end : phrase.span.end + 1] in (",", ".", ";", ")"):
            kept[-1] = replace(holder, span=whole)
        else:
            kept.append(phrase)
    return kept


_FIRST_WORDS = re.compile(r", (?:the )?(?:[A-Z][\w'-]+ ){1,3}")


def _is_named_before(person: Phrase, phrase: Phrase, view: str) -> bool:
    """Whether a list begins with the office of somebody named before: "X, Bavarian | State Minister, and Y"."""
    if person.kind is not PhraseKind.PERSON or phrase.kind is not PhraseKind.GROUP or not phrase.members:
        return False
    return (
        _is_nameless(phrase.members[0], view)
        and _FIRST_WORDS.fullmatch(view, person.span.end, phrase.span.start) is not None
    )


def _is_nameless(phrase: Phrase, view: str) -> bool:
    """Whether a phrase is an office whose holder it does not name, though the text may."""
    if phrase.office is None or phrase.kind not in (PhraseKind.HOLDER, PhraseKind.PERSON):
        return False
    return phrase.person is None or phrase.person.split()[-1] not in phrase.span.of(view)


_HOLDS = re.compile(r"(?:co-)?(?:chair|head|host)")
_TO_HOLD = re.compile(r"\b(?:will|to|would|shall|may|can|could|should|must|and|also|jointly|not) $")


def _is_verb(phrase: Phrase, view: str) -> bool:
    """Whether what looks like an office is a verb: "will chair the session"."""
    start = phrase.span.start
    return (
        _HOLDS.fullmatch(phrase.span.of(view)) is not None
        and _TO_HOLD.search(view, max(0, start - 12), start) is not None
    )


_PEOPLE_OF = re.compile(r"(?:(?:the|\d+) )?(?:[\w-]+ )?(?:\w+s|delegation|authority|side|team|group) (?:of|from) ")


_GUEST_OF = re.compile(r"(?:the |an? )?guests? of (?:the )?")
_IS = re.compile(r"\b(?:was|were|is|are|be|been|as)(?: also| \w+ly)? $")


def _host_of(phrase: Phrase, view: str) -> Phrase | None:
    """The body whose guest somebody was, who is not named by it: "was | a guest of the Court"."""
    start = phrase.span.start
    guest = _GUEST_OF.match(view, start, phrase.span.end)
    if guest is None or phrase.organization is None or _IS.search(view, max(0, start - 20), start) is None:
        return None
    span = Span(guest.end(), phrase.span.end)
    return replace(phrase, kind=PhraseKind.ORGANIZATION, span=span, core=span)


_VERB = re.compile(
    r"\b(?:was|were|is|are|brought|gathered|attended|included|part|came|welcomed|hosted|present|together)\b"
)


def _without_verb(phrase: Phrase, view: str) -> Phrase:
    """A delegation begins with its people: a verb before them is not theirs."""
    words = phrase.span.of(view)
    verb = None
    for found in _VERB.finditer(words):
        verb = found
    people = _PEOPLE_OF.search(words, verb.end()) if verb else None
    if verb is None or people is None:
        return phrase
    start = phrase.span.start + people.start()
    span = Span(start, phrase.span.end)
    return replace(phrase, span=span, core=phrase.core if phrase.core in span else span)

"""Noun phrases that name a meeting, folded: from the nouns of the vocabulary to encounters in a sentence."""

import re
from dataclasses import replace

from archive.reading.matching.nouns import noun_phrase
from archive.reading.matching.ordinals import NTH
from archive.reading.matching.skeletons import ENCOUNTER, QUOTED, SYMBOLS, Fold, Skeleton
from archive.reading.meetings.encounters import Encounter, kind_of, nouns
from archive.reading.meetings.gatherings import named_gatherings, programmes, quoted_events
from archive.reading.meetings.lookalikes import is_no_meeting
from archive.reading.meetings.series import SERIAL_WORDS, short_forms
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import MeetingKind, Span

_ORGANIZATION = SYMBOLS[PhraseKind.ORGANIZATION]
_PRONOUN = SYMBOLS[PhraseKind.PRONOUN]
_ROUND = re.compile(r"\b(the |a |an |this )?(?:[\w-]+ )?(?:round|cycle) of (?:the )?$", re.IGNORECASE)
_TITLES = (
    r"(?:Ministers|Prosecutors|Attorneys|Heads|Chiefs|Leaders|Directors|Presidents|Commissioners|Ambassadors|Chairs)"
    r"(?: [A-Z]\w+){0,2}(?: of [A-Z]\w+)?"
)
_BODY = re.compile(
    rf" (?:of|under|within) (?:the )?"
    rf"(?:(?:[\w-]+ ){{1,3}}of the |(?i:{_TITLES}) of (?:the )?(?:(?:member )?(?:states|countries) of (?:the )?)?)?"
    rf"({_ORGANIZATION})"
)


def fold_encounters(folded: Skeleton, words: frozenset[str]) -> Skeleton:
    """The skeleton with each noun phrase that names a meeting folded; ``words`` are those of the sentence."""
    known = nouns()
    may = not words.isdisjoint(known.telling) or "lateral" in folded.small
    named = _ORGANIZATION in folded.text or QUOTED in folded.text
    if not (may or named) and words.isdisjoint(SERIAL_WORDS):
        return folded
    folds: list[Fold] = list(quoted_events(folded))
    for fold in (*named_gatherings(folded), *programmes(folded)):
        folds += [] if any(fold.span.overlaps(other.span) for other in folds) else [fold]
    for found in known.pattern.finditer(folded.small) if may else ():
        if not is_no_meeting(folded.text, found, owned=_is_owned(folded, found.start())):
            encounter = _encounter(folded, found)
            if not any(encounter.span.overlaps(other.span) for other in folds):
                folds.append(Fold(encounter.span, ENCOUNTER, encounter))
    folds = _merged(folded, folds)
    serial = () if words.isdisjoint(SERIAL_WORDS) and not folds else short_forms(folded, words, folds)
    return folded.folded([*folds, *serial])


def _encounter(folded: Skeleton, found: re.Match[str]) -> Encounter:
    """The encounter whose noun is found: its noun phrase, with the body whose meeting it is and the round of it."""
    phrase = noun_phrase(folded, found.start(), found.end(), is_noun=nouns().heads.__contains__)
    determiner, end = phrase.determiner, found.end()
    start = max(0, phrase.start - len(determiner) - 1 if determiner else phrase.start)
    body = _BODY.match(folded.text, end)
    holder = folded.fold_at(body.start(1)) if body else None
    if body:
        end = body.end()
    round_of = _ROUND.search(folded.text, max(0, start - 40), start)
    if round_of:
        start, determiner = round_of.start(), (round_of[1] or "").strip()
    owner = _owner(folded, start) if body is None and not phrase.determiner else None
    if owner is not None and not folded.text.startswith(" with ", end):
        start, holder = owner
        determiner = "the"
    kind = _kind(folded.span_of(start, end), folded, nouns().kinds[found[1]], held=holder is not None)
    such = _NTH_SUCH.search(folded.text, max(0, start - 30), start) if determiner == "such" else None
    if such:  # "the first such meeting" is one of a series
        start, determiner = such.start(), "the"
    return Encounter(
        folded.span_of(start, end),
        kind,
        folded.text[start:end],
        determiner,
        plural=found[2] == "s" or found[1] == "talks",
        body=holder.payload if holder and isinstance(holder.payload, Phrase) else None,
    )


def _kind(span: Span, folded: Skeleton, noun: MeetingKind, *, held: bool) -> MeetingKind:
    """The kind that the words tell, ``noun`` being that of the noun; a body that is ``held`` there sits."""
    view = folded.view
    kind = kind_of(span.of(view), noun, view[max(0, span.start - 24) : span.start], view[span.end : span.end + 90])
    talks = MeetingKind.BILATERAL in (kind, noun) or noun is MeetingKind.SESSION
    return MeetingKind.SESSION if held and talks and kind in (MeetingKind.BILATERAL, MeetingKind.CALL) else kind


_POSSESSIVES = frozenset(("his", "her", "their", "its", "our", "my"))


def _is_owned(folded: Skeleton, start: int) -> bool:
    """Whether a noun stands behind "his" or "their"."""
    fold = folded.fold_at(start - 2) if start > 1 else None
    return fold is not None and fold.symbol == _PRONOUN and fold.span.of(folded.view).lower() in _POSSESSIVES


_OWNED = re.compile(
    rf"(?:\bthe (?:(?:{NTH}|annual) )?|\b(?:{NTH}|annual) |{SYMBOLS[PhraseKind.DATE]}'s )({_ORGANIZATION})(?:'s)? $",
    re.IGNORECASE,
)


def _merged(folded: Skeleton, folds: list[Fold]) -> list[Fold]:
    """The folds, a ceremony with the course that it opens or closes as one: "the closing ceremony of the course"."""
    kept: list[Fold] = []
    for fold in sorted(folds, key=lambda each: each.span.start):
        last = kept[-1].payload if kept else None
        if isinstance(last, Encounter) and last.kind is MeetingKind.CEREMONY:
            between = folded.view[kept[-1].span.end : fold.span.start]
            if _OF_WHAT.fullmatch(between):
                span = Span(kept[-1].span.start, fold.span.end)
                kept[-1] = Fold(span, ENCOUNTER, replace(last, span=span))
                continue
        kept.append(fold)
    return kept


_OF_WHAT = re.compile(r" (?:of|for) (?:the |a |an |its )?(?:[\w'\u2019-]+ {1,2}){0,4}")
_NTH_SUCH = re.compile(rf"\b(?:the )?(?:{NTH}|last|latest|previous|next|only) $", re.IGNORECASE)


def _owner(folded: Skeleton, start: int) -> tuple[int, Fold] | None:
    """Where a meeting begins that has a body in front, and the body: "the Interpol | General Assembly"."""
    found = _OWNED.search(folded.text, max(0, start - 30), max(0, start))
    fold = folded.fold_at(found.start(1)) if found else None
    return (found.start(), fold) if found and fold else None

"""Noun phrases that name a meeting, folded: from the nouns of the vocabulary to encounters in a sentence."""

import re
from dataclasses import replace

from archive.reading.matching.nouns import noun_phrase
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Fold, Skeleton
from archive.reading.meetings.encounters import Encounter, kind_of, nouns
from archive.reading.meetings.gatherings import named_gatherings, programmes
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
    if not may and words.isdisjoint(SERIAL_WORDS) and _ORGANIZATION not in folded.text:
        return folded
    folds: list[Fold] = [*named_gatherings(folded), *programmes(folded)]
    taken = {fold.span for fold in folds}
    for found in known.pattern.finditer(folded.small) if may else ():
        phrase = noun_phrase(folded, found.start(), found.end(), is_noun=known.heads.__contains__)
        if is_no_meeting(folded.text, found, owned=_is_owned(folded, found.start())):
            continue
        end = end_of_noun = found.end()
        body = _BODY.match(folded.text, end)
        holder = folded.fold_at(body.start(1)) if body else None
        if body:
            end = body.end()
        start = phrase.start - len(phrase.determiner) - 1 if phrase.determiner else phrase.start
        round_of = _ROUND.search(folded.text, max(0, start - 40), max(0, start))
        determiner = phrase.determiner
        if round_of:
            start = round_of.start()
            determiner = (round_of[1] or "").strip()
        owner = _owner(folded, start) if body is None and not phrase.determiner else None
        if owner is not None and not folded.text.startswith(" with ", end):
            start, holder = owner
            determiner = "the"
        named = folded.text[max(0, start) : end]
        span = folded.span_of(max(0, start), end)
        noun = known.kinds[found[1]]
        kind = kind_of(
            span.of(folded.view),
            noun,
            folded.view[max(0, span.start - 24) : span.start],
            folded.view[span.end : span.end + 90],
        )
        such = _NTH_SUCH.search(folded.text, max(0, start - 30), max(0, start)) if determiner == "such" else None
        if such:  # "the first such meeting" is one of a series
            determiner, named = "the", folded.text[such.start() : end]
            span = folded.span_of(such.start(), end)
        if (holder is not None and MeetingKind.BILATERAL in (kind, noun)) or (holder and noun is MeetingKind.SESSION):
            kind = MeetingKind.SESSION if kind in (MeetingKind.BILATERAL, MeetingKind.CALL) else kind
        payload = Encounter(
            span,
            kind,
            named,
            determiner,
            folded.text[found.start(2) : end_of_noun] == "s" or found[1] == "talks",
            holder.payload if holder and isinstance(holder.payload, Phrase) else None,
        )
        if not any(span.overlaps(other) for other in taken):
            taken.add(span)
            folds.append(Fold(span, ENCOUNTER, payload))
    folds = _merged(folded, folds)
    serial = () if words.isdisjoint(SERIAL_WORDS) and not folds else short_forms(folded, words, folds)
    return folded.folded([*folds, *serial])


_POSSESSIVES = frozenset(("his", "her", "their", "its", "our", "my"))


def _is_owned(folded: Skeleton, start: int) -> bool:
    """Whether a noun stands behind "his" or "their"."""
    fold = folded.fold_at(start - 2) if start > 1 else None
    return fold is not None and fold.symbol == _PRONOUN and fold.span.of(folded.view).lower() in _POSSESSIVES


_NTH = r"\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|annual"
_OWNED = re.compile(
    rf"(?:\bthe (?:(?:{_NTH}) )?|\b(?:{_NTH}) |{SYMBOLS[PhraseKind.DATE]}'s )({_ORGANIZATION})(?:'s)? $", re.IGNORECASE
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
_NTH_SUCH = re.compile(
    r"\b(?:the )?(?:first|second|third|fourth|fifth|last|latest|previous|next|only) $", re.IGNORECASE
)


def _owner(folded: Skeleton, start: int) -> tuple[int, Fold] | None:
    """Where a meeting begins that has a body in front, and the body: "the Interpol | General Assembly"."""
    found = _OWNED.search(folded.text, max(0, start - 30), max(0, start))
    fold = folded.fold_at(found.start(1)) if found else None
    return (found.start(), fold) if found and fold else None

""" "The former", "the latter": the first and the second of two persons, or of two bodies, of whom was just told.

Both may as well point to things. So they mean somebody only where they do or undergo what only people and bodies do,
and where just two who act stand before them in the sentence, or else in the one before.
"""

import re
from collections.abc import Iterable, Sequence

from archive.reading.phrases import Marked, Phrase, PhraseKind, Sentence
from archive.reading.vocabulary import alternatives, load
from archive.values import MentionKind, Span

ONE_OF_TWO = "one-of-two"  # the rule of such a phrase
_WORDS: dict[str, list[str]] = load("sides")["of_two"]
_SAYING = [form for forms in load("reporting_verbs")["verbs"]["report"] for form in forms.split(", ")]
_POINTS = re.compile(r"latter|former")  # "the" is looked for behind: so the expression opens with letters
_THE = ("the ", "The ")
_ALSO = r"(?:(?:also|then|later|further|however|again|in turn|would|will|shall|has|had|himself|herself|itself) )*"
_DOES = re.compile(
    rf",? (?:for (?:his|her|its) part,? |in (?:his|her|its) turn,? |however,? )?{_ALSO}"
    rf"(?:{'|'.join((*_SAYING, *_WORDS['does']))})\b"
)
_OWNS = re.compile(rf"(?=['’]s (?:\w+ )?{alternatives('sides', 'of_two', 'owns')}\b)")
_IS_MET = re.compile(rf"\b(?:{'|'.join((*_SAYING, *_WORDS['undergoes']))}) (?:to |with )?[Tt]he $")
_ENDS = re.compile(r"(?=[,.;]|$| (?:to|for|on|in|at|that|about|with|and|of)\b)")
_NEAR = 40  # letters before "the latter" in which the verb stands

_UNNAMED = (PhraseKind.HOLDER, PhraseKind.PRONOUN)
_BODIES = (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION)
# "in the Ministry", "of the Court": not who acts there
_ASIDE = re.compile(r"\b(?:in|at|of|from|for|to|by|on|under|inside|outside) (?:the |its |his |her |their )?$")
_PAIR = 2


def former_and_latter(view: str, sentence: Sentence, phrases: list[Phrase], before: Sequence[Marked]) -> list[Phrase]:
    """The phrases of a sentence, with those that "the former" and "the latter" in it stand for."""
    found: list[Phrase] = []
    for point in _POINTS.finditer(view, sentence.span.start, sentence.span.end):
        start = point.start() - len("the ")
        if start < sentence.span.start or not view.startswith(_THE, start):
            continue
        span = Span(start, point.end())
        if not _means_somebody(view, span, sentence.span.end):
            continue
        if any(phrase.span.start < span.end and span.start < phrase.span.end for phrase in phrases):
            continue
        two = _acting(view, [phrase for phrase in phrases if phrase.span.end <= start])
        if len(two) < _PAIR and before:  # "He spoke of the latter's visit"
            told = _acting(view, before[-1].phrases)
            two = told if {each.person for each in two} <= {each.person for each in told} else two
        if _are_two(two):
            found.append(_standing_for(two[point[0] == "latter"], span))
    return sorted([*phrases, *found], key=lambda phrase: phrase.span) if found else phrases


def _means_somebody(view: str, span: Span, end: int) -> bool:
    """Whether the words around "the latter" say that it is somebody."""
    if _DOES.match(view, span.end, end) or _OWNS.match(view, span.end, end):
        return True
    ends = _ENDS.match(view, span.end, end) is not None
    return ends and _IS_MET.search(view, max(0, span.start - _NEAR), span.start + len("the ")) is not None


def _acting(view: str, phrases: Iterable[Phrase]) -> tuple[Phrase, ...]:
    """Those who act among some phrases, each once."""
    acting: dict[object, Phrase] = {}
    for phrase in phrases:
        for each in phrase.actors():
            if each.person:
                acting.setdefault(each.person, each)
            elif each.kind in _BODIES and not _ASIDE.search(view, max(0, phrase.span.start - 14), phrase.span.start):
                body = each.organization.name if each.organization else each.span
                acting.setdefault((body, each.country), each)
            elif each.kind in _UNNAMED or phrase.kind is PhraseKind.GROUP:
                acting.setdefault(each.span, each)
    return tuple(acting.values())


def _are_two(acting: Sequence[Phrase]) -> bool:
    """Whether they are two persons, or two bodies."""
    alike = all(each.person or each.kind is PhraseKind.HOLDER for each in acting)
    return len(acting) == _PAIR and (alike or all(each.kind in _BODIES for each in acting))


def _standing_for(meant: Phrase, span: Span) -> Phrase:
    """The phrase of the words that stand for somebody: that of a pronoun, or of a body."""
    person = meant.person is not None
    return Phrase(
        PhraseKind.PRONOUN if person else meant.kind,
        span,
        span,
        ONE_OF_TWO,
        person=meant.person,
        office=None if person else meant.office,
        organization=None if person else meant.organization,
        country=meant.country,
        mention=MentionKind.EPITHET,
    )

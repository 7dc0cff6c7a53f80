"""Rolls: those who took part, listed one to a line under a line that says so, and those whom somebody met in turn.

"The meeting was attended by:", "Participants (in order of arrival):", and then the lines of the list: each tells others
who took part. "On the sidelines P held separate meetings with:": each line tells a meeting.
"""

import re
from dataclasses import replace

from archive.reading.matching.clauses import actors_in, countries_of, date_of
from archive.reading.matching.open_phrases import is_open
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, PERSONS, SYMBOLS, Skeleton
from archive.reading.matching.whereabouts import place_of
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus, ParticipantRole

_CALLS = re.compile(
    r"\b(?:participants|attendees|delegates|delegations?|attended|attendance|present|took part|taking part|participated"
    r"|participating|represented|joined|composition)\b[^:;.]{0,80}:$",
    re.IGNORECASE,
)
_SAYS_MORE = re.compile(
    r"\b(?:not|no|absent|apologies|agreed?|discuss\w*|decid\w+|sa(?:id|ys?)|note[ds]?|consider\w*|adopt\w*|review\w*"
    r"|stress\w*|underlin\w+|exchang\w+|sign(?:ed|s)?|recommend\w*|undert\w+|will|would|plan\w*|focus\w*|topics?"
    r"|agenda|issues?|conclu\w+|present(?:ed|ation)s?|approv\w+|express\w*|call\w*|propos\w+|how|why|what|because)\b",
    re.IGNORECASE,
)
# A line that is nothing but the head of a list: "PRESENT", "List of participants"
_HEADS = re.compile(
    r"(?:(?:list|composition) of )?(?:the )?(?:participants|attendees|delegates|delegations|attendance|present"
    r"|in attendance|those present|members present|participating (?:countries|delegations|states))(?: list)?",
    re.IGNORECASE,
)
_OPENING = re.compile(
    r"[^\w\ue000-\uf8ff]*(?:\d{1,2}[.)] )?(?:(?:[Tt]he|[Ff]rom|[Ff]or)[:,]? )?(?:[A-Z][\w.'-]* ){0,3}"
)
_SIDE = SYMBOLS[PhraseKind.COUNTRY] + SYMBOLS[PhraseKind.ORGANIZATION]
# "Chile (Chair): Ana Soto", "Peru – Luis Mora", "Members: Ana Soto, Chile; Luis Mora, Peru"
_LISTED = re.compile(
    rf"(?:(?P<side>[{_SIDE}])(?: \([^()]{{1,40}}\))?(?::| [–—-]) (?:[A-Z][\w.'-]* ){{0,3}}(?=[{PERSONS}]))?"
    rf"(?P<who>[{ACTORS}](?:(?:,? and|[,;]) (?:the )?[{ACTORS}])*)"
)
_ROLE = re.compile(r"(?:(?:Co-)?[Cc]hair\w*|[Mm]embers?|[Ee]xperts?|[Oo]bservers?|[Dd]elegates?|[Rr]apporteurs?): ")


_MEETS = re.compile(
    r"(?P<planned>(?:will|to|shall) (?:also )?)?\b(?:met|meets?"
    rf"|(?:held|holds?|had|has|have) (?:[\w-]+ ){{0,3}}{ENCOUNTER})"
    r" (?:[^\s,;:]+ ){0,8}?with(?: the following(?: \w+)?)?:$",
    re.IGNORECASE,
)
_MAY_MEET = PERSONS + SYMBOLS[PhraseKind.DELEGATION] + SYMBOLS[PhraseKind.ORGANIZATION]
_MET_IN_TURN = "list of those who were met"


def opens_meetings(annotations: Annotations, index: int, folded: Skeleton) -> Telling | None:
    """What is said of each of the meetings that a list tells: who met those below, whether, where and when."""
    text = folded.text.rstrip()
    found = _MEETS.search(text) if text.endswith("with:") or " following" in text else None
    if found is None or re.search(r"\b(?:not|never)\b", text):
        return None
    before = [
        fold.payload
        for _, fold in folded.placed(0, found.start())
        if fold.symbol in _MAY_MEET and isinstance(fold.payload, Phrase)
    ]
    if not before or is_open(before[-1]) or (before[-1].kind is PhraseKind.PRONOUN and not before[-1].person):
        return None
    return Telling(
        MeetingKind.BILATERAL,
        MeetingStatus.PLANNED if found["planned"] else MeetingStatus.HELD,
        index,
        annotations.sentences[index].sentence.span,
        _MET_IN_TURN,
        [(actor, ParticipantRole.PARTICIPANT) for actor in before[-1].actors()],
        place=place_of(folded, *found.span()),
        date=date_of(folded, *found.span()),
    )


def met_in_turn(annotations: Annotations, opening: Telling, line: Telling) -> Telling:
    """The meeting with those whom one line of such a list names."""
    actors = [*opening.actors, *line.actors]
    return replace(
        opening,
        sentence=line.sentence,
        span=line.span,
        actors=actors,
        countries=countries_of(annotations, (actor for actor, _ in actors)),
    )


def opens_roll(sentence: FoldedSentence) -> bool:
    """Whether a sentence says that those who are listed below it took part."""
    text = sentence.folded.text.rstrip()
    if _HEADS.fullmatch(text):
        return True
    return text.endswith(":") and _CALLS.search(text) is not None and _SAYS_MORE.search(text) is None


def line_of_roll(annotations: Annotations, sentence: FoldedSentence, *, first: bool) -> Telling | None:
    """Those whom one line of a roll names; None where it is no line of one."""
    marked = annotations.sentences[sentence.index].sentence
    text = sentence.folded.text
    listed = _entry(text)
    whole = listed is not None and text[listed.end() :].rstrip() in ("", ".")
    apart = marked.block.kind is BlockKind.HEADING or (not first and _is_name_only(sentence.folded))
    if not (marked.block.kind is BlockKind.ITEM or text.rstrip().endswith((";", ",")) or (whole and apart)):
        return None
    named = [listed.span(group) for group in ("side", "who") if listed[group]] if listed else []
    actors = [each for span in named for each in actors_in(sentence.folded, *span) if not is_open(each)]
    if not actors:
        return None
    return Telling(
        MeetingKind.BILATERAL,
        MeetingStatus.HELD,
        sentence.index,
        marked.span,
        "list of participants below",
        [(actor, ParticipantRole.PARTICIPANT) for actor in actors],
        joins=True,
        gives={"gathered": True},
        countries=countries_of(annotations, actors),
    )


def _entry(text: str) -> re.Match[str] | None:
    """Those whom a line of a roll names, behind the number, the side or the role that it gives them."""
    start = _OPENING.match(text)
    position = start.end() if start else 0
    role = _ROLE.match(text, position)
    return _LISTED.match(text, role.end() if role else position)


def _is_name_only(folded: Skeleton) -> bool:
    """Whether a line holds nothing but somebody with an office: the last of a list, which ends in a full stop."""
    return re.fullmatch(rf"[^\w\ue000-\uf8ff]*[{PERSONS}]\.?", folded.text.strip()) is not None

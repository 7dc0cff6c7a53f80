"""Onlookers: the states that only watched what a gathering adopted: "Australia attended as an observer"."""

import re
from dataclasses import replace

from archive.reading.facts import Meeting, Participant
from archive.reading.phrases import Annotations, once_a_text
from archive.values import Span

_WATCHES = re.compile(
    r"(?:as (?:an? |the )?(?:\w+ )?(?:observers?|partners?|guests?)|(?:in|with) observer status|, observers?)\b"
)
_WATCHERS = re.compile(r"[Oo]bservers (?:from|of) ")
_CLAUSE = re.compile(r"[;:]|,? (?:while|whereas|but|with) |, and ")


def without_onlookers(annotations: Annotations, meeting: Meeting) -> Meeting:
    """A meeting without the states that were there as observers, where others were there, too."""
    if not _may_name_some(annotations):
        return meeting
    acting = tuple(each for each in meeting.participants if not _looks_on(annotations, each))
    return replace(meeting, participants=acting) if acting else meeting


@once_a_text
def _may_name_some(annotations: Annotations) -> bool:
    """Whether a text has the words at all."""
    return _WATCHES.search(annotations.layout.view) is not None or _WATCHERS.search(annotations.layout.view) is not None


def _looks_on(annotations: Annotations, participant: Participant) -> bool:
    """Whether all that tells of a participant says that he or his state only watched."""
    state = participant.country
    return state is not None and all(
        state in _watching(annotations, each.span) and participant.person is None for each in participant.evidence
    )


def _watching(annotations: Annotations, span: Span) -> set[str]:
    """The states that a sentence calls observers: before these words in their clause, or behind "observers from"."""
    view = annotations.layout.view
    found: set[str] = set()
    start = span.start
    for end in (*(clause.start() for clause in _CLAUSE.finditer(view, span.start, span.end)), span.end):
        after, before = _WATCHERS.search(view, start, end), _WATCHES.search(view, start, end)
        if after is not None:
            found |= annotations.states_in(Span(after.end(), end))
        elif before is not None:
            found |= annotations.states_in(Span(start, before.start()))
        start = end
    return found

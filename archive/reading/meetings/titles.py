"""Titles: a heading that names a meeting, and the line below it that says where and on which days it was.

"REGIONAL CONFERENCE OF PROSECUTORS", below it "Suva, 27 and 28 October 2022".
"""

import re
from dataclasses import replace

from archive.reading.agreements.instruments import FoldedSentence
from archive.reading.matching.skeletons import Skeleton
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.telling import Telling
from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind
from archive.values import MeetingKind, MeetingStatus

_LONGEST = 200  # letters of the name of a meeting
_BELOW = 2  # sentences below the name of a meeting in which its city and days may stand alone
_RECORD = re.compile(
    r"(?:[A-Z][\w'-]*(?: [\w'-]+){0,2} (?:of|from|on) )?(?:the )?(?P<name>[\ue000-\uf8ff])"
    r"(?:,? (?:of|between|on|for|with|among)\b[^.;:!?]*)?$",
    re.IGNORECASE,
)
_GATHERS = re.compile(
    r"\b(?:Conference|Assembly|Congress|Forum|Summit|Meeting|Symposium|Round ?table)\b", re.IGNORECASE
)
_MEETS = frozenset({MeetingKind.SESSION, MeetingKind.CONFERENCE, MeetingKind.CONSULTATION, MeetingKind.MULTILATERAL})


def named_by(annotations: Annotations, sentence: FoldedSentence, folded: Skeleton) -> Telling | None:
    """The meeting that a heading names and says no more of: it counts where its days follow.

    "Chronicle of the fourth meeting of the Working Group", "REGIONAL CONFERENCE OF PROSECUTORS".
    """
    marked = annotations.sentences[sentence.index]
    found = _RECORD.match(folded.text.strip())
    fold = folded.fold_at(folded.text.index(found["name"])) if found else None
    if fold is None or marked.sentence.span.end - marked.sentence.span.start > _LONGEST:
        return None
    kind, body, title = MeetingKind.CONFERENCE, None, None
    if isinstance(fold.payload, Encounter):
        kind, body, title = fold.payload.kind, fold.payload.body, fold.payload.words
        if kind not in _MEETS and not fold.payload.follows:
            return None
    elif isinstance(fold.payload, Phrase) and fold.payload.organization is not None:
        body = fold.payload
        if not _GATHERS.search(body.organization.name if body.organization else ""):
            return None
    else:
        return None
    states = annotations.states_in(marked.sentence.span)
    return Telling(
        kind,
        MeetingStatus.HELD,
        sentence.index,
        marked.sentence.span,
        "a title with its days",
        [],
        body=body,
        title=title,
        countries=states if len(states) > 1 else set(),
    )


def with_line_below(annotations: Annotations, sentence: FoldedSentence, title: Telling) -> Telling | None:
    """The meeting of a title with the city and the days that stand alone on a line below; None where they do not."""
    marked = annotations.sentences[sentence.index]
    days = next((phrase.date for phrase in marked.phrases if phrase.date and "/" in (phrase.date.edtf or "")), None)
    rest = re.sub(r"[\W\ue000-\uf8ff]", "", sentence.folded.text)
    if days is None or rest or marked.sentence.block.kind not in (BlockKind.HEADING, BlockKind.DATELINE):
        return None
    if sentence.index - title.sentence > _BELOW:
        return None
    cities = [phrase for phrase in marked.phrases if phrase.kind is PhraseKind.PLACE]
    today = annotations.anchor
    to_come = today is not None and (days.edtf or "")[: len(today)] > today
    status = MeetingStatus.PLANNED if to_come else MeetingStatus.HELD
    return replace(title, status=status, place=cities[-1] if cities else None, date=days)

"""Lists: what a text says of all the instruments that it names below, one to a line.

"The following documents were signed:", and then the items of the list.
"""

import re
from dataclasses import dataclass

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.telling import StepTelling
from archive.reading.matching.clauses import DATE, PLACE, actors_in, date_of
from archive.reading.matching.pointing import same_day
from archive.reading.matching.sentences import FoldedSentence
from archive.reading.matching.skeletons import Skeleton
from archive.reading.phrases import Annotations, BlockKind, Phrase
from archive.values import PartialDate, StepStatus

_SAID = re.compile(
    r"\b(?P<to_come>(?:will|is to|are to|shall|planned|expected|scheduled|due)(?: \w+){0,3} )?"
    r"(?:(?P<signed>sign(?:ed|s|ing)?|concluded?|inked)|(?P<approved>adopt(?:ed|s|ing)?|approved?|endorsed?))\b"
)
_DENIED = re.compile(r"\b(?:not|no|never)\b")
_OPENING = re.compile(r"[\W\d]*$")


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a sentence says of everything in the list that it opens."""

    status: StepStatus
    makers: tuple[Phrase, ...]
    date: PartialDate | None
    same_day: bool


def announced(sentence: FoldedSentence) -> Announcement | None:
    """What a sentence says of the list that it opens; None where it opens none."""
    folded = sentence.folded
    said = _SAID.search(folded.text) if folded.text.rstrip().endswith(":") else None
    if said is None or _DENIED.search(folded.text):
        return None
    done = StepStatus.SIGNED if said["signed"] else StepStatus.APPROVED
    return Announcement(
        StepStatus.PLANNED if said["to_come"] else done,
        tuple(_makers(folded, said.start())),
        date_of(folded, said.start(), said.end()),
        same_day(folded),
    )


def listed(annotations: Annotations, sentence: FoldedSentence, announcement: Announcement) -> StepTelling | None:
    """The step of the instrument that opens an item of the list."""
    placed = ((at, fold.payload) for at, fold in sentence.folded.placed())
    at, instrument = next(((at, each) for at, each in placed if isinstance(each, Instrument)), (0, None))
    if instrument is None or not _OPENING.match(sentence.folded.text[:at]):
        return None
    return StepTelling(
        instrument,
        announcement.status,
        sentence.index,
        annotations.sentences[sentence.index].sentence.span,
        "listed below",
        list(announcement.makers),
        date=_in_brackets(sentence.folded, at) or announcement.date,
        same_day=announcement.same_day,
    )


# "Programme with Peru for 2023-2025 | (Lima, 6 June)"
_BRACKETS = re.compile(rf"(?: for [{DATE}])? \((?:signed )?(?:(?:in |on )?[{PLACE}],? (?:on )?)?(?=[{DATE}])")


def _in_brackets(folded: Skeleton, at: int) -> PartialDate | None:
    """The date that stands in brackets behind the instrument at ``at``."""
    found = _BRACKETS.match(folded.text, at + 1)
    fold = folded.fold_at(found.end()) if found else None
    return fold.payload.date if fold and isinstance(fold.payload, Phrase) else None


def is_item(annotations: Annotations, index: int) -> bool:
    """Whether a sentence is an item of a list."""
    return annotations.sentences[index].sentence.block.kind is BlockKind.ITEM


def _makers(folded: Skeleton, before: int) -> list[Phrase]:
    """Who acts before the verb: the first in the sentence who stands behind no preposition."""
    for at, fold in folded.placed(0, before):
        if isinstance(fold.payload, Phrase) and not _BEHIND.search(folded.text, max(0, at - 12), at):
            actors = actors_in(folded, at, at + 1)
            if actors:
                return actors
    return []


_BEHIND = re.compile(r"\b(?:of|with|in|by|from|for|at|to)(?: the| its)? $")

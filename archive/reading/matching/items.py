"""Items: the pieces of a bulletin, each a story of its own under a heading of its own.

"The two countries" and "the ministers" mean those of the item that is being read, never those of the one before.
"""

from bisect import bisect_right

from archive.reading.phrases import Annotations, BlockKind, Phrase, PhraseKind, once_a_text
from archive.values import Span


def item_of(annotations: Annotations, position: int) -> Span:
    """The item in which a place of the text stands: the whole text, where it is no bulletin."""
    starts = _starts(annotations)
    number = bisect_right(starts, position)
    end = len(annotations.layout.view)
    return Span(starts[number - 1] if number else 0, starts[number] if number < len(starts) else end)


@once_a_text
def _starts(annotations: Annotations) -> list[int]:
    """Where items begin: with a heading whose states are other than all that the heading before it told of.

    The state that publishes the bulletin may be in all of them.
    """
    starts: list[int] = []
    told: set[str] = set()
    pending: int | None = None
    here: set[str] = set()
    for marked in annotations.sentences:
        if marked.sentence.block.kind is BlockKind.HEADING:
            if pending is not None and here and told and not here & told:
                starts.append(pending)
            told, here, pending = here or told, set(), marked.sentence.span.start
        here |= {code for phrase in marked.phrases for code in _states(phrase)} - {annotations.house}
    if pending is not None and here and told and not here & told:
        starts.append(pending)
    return starts


def _states(phrase: Phrase) -> set[str]:
    if phrase.kind is PhraseKind.PRONOUN:
        return set()
    return {actor.country for actor in phrase.actors() if actor.country}

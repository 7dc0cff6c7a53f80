"""From a layout to its annotations: the stages that find who, where and when, in order."""

from archive.reading.dates import FoundDate, anchor_of, find_dates
from archive.reading.phrases import Annotations, Layout, Marked, Phrase, PhraseKind


def phrases(layout: Layout, published: str | None = None) -> Annotations:
    """The phrases of each sentence and the facts that they stand for."""
    anchor = anchor_of(layout, published)
    dates = [_date(found) for found in find_dates(layout, published)]
    marked = tuple(
        Marked(sentence, tuple(phrase for phrase in dates if phrase.span in sentence.span))
        for sentence in layout.sentences
    )
    return Annotations(layout, published, anchor.edtf if anchor else None, None, marked, (), (), (), ())


def _date(found: FoundDate) -> Phrase:
    return Phrase(PhraseKind.DATE, found.span, found.span, found.rule, date=found.date)

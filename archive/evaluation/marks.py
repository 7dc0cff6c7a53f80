"""Scores on texts whose names are marked by span instead of described by a gold file.

Every mention of a person is marked, so precision and recall are both meant. Of the countries only some mentions are:
only recall is meant, and nothing is judged an invention.
"""

from collections.abc import Iterable
from typing import Any

from archive.evaluation.events import iou
from archive.evaluation.pairing import Item, judge
from archive.evaluation.scores import FactType, Judgement, Scores, Verdict
from archive.values import Span

Object = dict[str, Any]

# A mark may hold a rank that a reading leaves out ("Commodore Andrew Burns"), or lack a particle ("de Mistura").
_NAME_OVERLAP = 0.5


def evaluate_marks(pairs: Iterable[tuple[Object, Object]]) -> Scores:
    """Score readings of marked texts. A pair is the marked record (id, text, persons, countries) and the reading.

    A mention of a person is right when it shares at least half of its characters (intersection over union) with a
    mark; an epithet is no mention of a name. A marked country is found when the reading has its code, once per text.
    """
    judgements: list[Judgement] = []
    for record, output in pairs:
        judgements += _persons(record, output)
        judgements += _countries(record, output)
    return Scores(tuple(judgements))


def _persons(record: Object, output: Object) -> tuple[Judgement, ...]:
    text = record["text"]
    marks = [_mention(text, Span(*mark)) for mark in record["persons"]]
    mentions = {Span(*mention) for person in output["persons"] for mention in person["mentions"]}
    found = [_mention(text, span) for span in sorted(mentions)]
    return judge(record["id"], text, FactType.PERSONS, marks, found, _closeness).judgements


def _countries(record: Object, output: Object) -> list[Judgement]:
    text = record["text"]
    marks = {code: Span(start, end) for start, end, code in reversed(record["countries"])}
    codes = {country["code"] for country in output["countries"]}
    wanted = [Item(code, code, marks[code]) for code in sorted(marks)]
    found = [Item(code, code) for code in sorted(codes & set(marks))]
    judged = judge(
        record["id"], text, FactType.COUNTRIES, wanted, found, lambda mark, code: 0 if mark == code else None
    )
    return [judgement for judgement in judged.judgements if judgement.verdict is not Verdict.INVENTED]


def _mention(text: str, span: Span) -> Item[Span]:
    return Item(span, span.of(text), span)


def _closeness(mark: Span, mention: Span) -> int | None:
    overlap = iou(mark, mention)
    return int(999 * overlap) if overlap >= _NAME_OVERLAP else None

"""What changed between two readings of the same texts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import product
from typing import Any

from archive.evaluation.assignment import assign
from archive.evaluation.events import iou
from archive.evaluation.names import fold
from archive.values import Span

Object = dict[str, Any]


class ChangeKind(StrEnum):
    """What became of a fact."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that only one of two readings has, or that has other values in the new one ("status: draft -> signed")."""

    document: str
    type: str
    kind: ChangeKind
    what: str
    values: tuple[str, ...] = ()
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class _Fact:
    """A fact of one reading: what it is, what may change about it, and where it stands."""

    type: str
    key: tuple[object, ...]
    what: str
    values: dict[str, str] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()


def diff(old: Iterable[Object], new: Iterable[Object]) -> tuple[Change, ...]:
    """The facts that ``new`` gained, lost or changed, by document in the order of ``old`` and then of ``new``.

    A name is the same after folding, a quotation when its span is; meetings and agreements are the same when their
    evidence overlaps. Where a name is mentioned is no fact of its own: spans of mentions may differ.
    """
    before = {output["document"]: output for output in old}
    after = {output["document"]: output for output in new}
    changes: list[Change] = []
    for document in dict.fromkeys([*before, *after]):
        changes += _document_changes(document, list(_facts(before.get(document))), list(_facts(after.get(document))))
    return tuple(changes)


def _document_changes(document: str, old: list[_Fact], new: list[_Fact]) -> Iterator[Change]:
    pairs = assign([[_weight(one, other) for other in new] for one in old])
    for row, column in pairs:
        one, other = old[row], new[column]
        values = tuple(
            f"{name}: {one.values[name] or 'none'} -> {other.values[name] or 'none'}"
            for name in one.values
            if one.values[name] != other.values[name]
        )
        if values:
            yield _change(document, other, ChangeKind.CHANGED, values)
    rows, columns = {row for row, _ in pairs}, {column for _, column in pairs}
    for row, fact in enumerate(old):
        if row not in rows:
            yield _change(document, fact, ChangeKind.LOST)
    for column, fact in enumerate(new):
        if column not in columns:
            yield _change(document, fact, ChangeKind.GAINED)


def _change(document: str, fact: _Fact, kind: ChangeKind, values: tuple[str, ...] = ()) -> Change:
    return Change(document, fact.type, kind, fact.what, values, min(fact.spans, default=None))


def _weight(one: _Fact, other: _Fact) -> int:
    """Whether two facts are one: as many as can be, and among these the ones with most in common."""
    if one.type != other.type or one.key != other.key:
        return 0
    overlap = max((iou(a, b) for a, b in product(one.spans, other.spans)), default=0.0)
    if not one.key and not overlap:
        return 0
    same = sum(one.values[name] == other.values[name] for name in one.values)
    return 1_000_000 + int(100 * overlap) + 10 * same


def _facts(output: Object | None) -> Iterator[_Fact]:
    """The facts of one output, flat. An event has no key: only its evidence tells it from others."""
    if output is None:
        return
    for person in output["persons"]:
        key, spans = fold(person["name"]), _spans(person["mentions"])
        yield _Fact("persons", (key,), person["name"], {"aliases": _listed(person["aliases"])}, spans)
        for office in person["offices"]:
            parts = (office["title"], office["organization"], office["country"])
            what = ", ".join(part for part in (person["name"], *parts) if part)
            yield _Fact("offices", (key, *parts), what, spans=spans)
    for body in output["organizations"]:
        values = {"kind": body["kind"], "country": body["country"] or "", "aliases": _listed(body["aliases"])}
        yield _Fact("organizations", (fold(body["name"]),), body["name"], values, _spans(body["mentions"]))
    for country in output["countries"]:
        yield _Fact("countries", (country["code"],), country["code"], spans=_spans(country["mentions"]))
    for place in output["places"]:
        values = {"country": place["country"] or ""}
        yield _Fact("places", (fold(place["name"]),), place["name"], values, _spans(place["mentions"]))
    for meeting in output["meetings"]:
        values = _values(meeting, ("kind", "status", "place", "date"), "participants")
        yield _Fact("meetings", (), _title(meeting), values, _spans(meeting["evidence"]))
    for agreement in output["agreements"]:
        values = _values(agreement, ("kind", "status", "title", "date"), "parties")
        yield _Fact("agreements", (), _title(agreement), values, _spans(agreement["evidence"]))
    for quotation in output["quotations"]:
        span = Span(quotation["start"], quotation["end"])
        what = f"quotation of {quotation['speaker'] or 'nobody known'}"
        values = {"speaker": quotation["speaker"] or ""}
        yield _Fact("quotations", (span.start, span.end), what, values, (span,))
    for topic in output["topics"]:
        yield _Fact("topics", (topic["slug"],), topic["slug"], spans=_spans(topic["mentions"]))


def _values(event: Object, single: tuple[str, ...], many: str) -> dict[str, str]:
    shown = (" / ".join(value for value in item.values() if value) for item in event[many])
    return {**{name: event[name] or "" for name in single}, many: _listed(shown)}


def _title(event: Object) -> str:
    return event.get("title") or f"{event['kind']} {event['status']}"


def _listed(values: Iterable[str]) -> str:
    return "; ".join(sorted(values))


def _spans(spans: Iterable[list[int]]) -> tuple[Span, ...]:
    return tuple(Span(*span) for span in spans)

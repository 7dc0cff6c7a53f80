"""Meetings and agreements: when a found one may be the gold one, and which of its values are right."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

from archive.evaluation.names import accepted, same_name, same_place
from archive.values import Span

Object = dict[str, Any]

# The roles that make a body or a state a party; an addressee is none.
_PARTY_ROLES = frozenset({"party", "proposer"})


class Resolver(Protocol):
    """Turns the names of a reading into the names of the gold file."""

    def person(self, name: str) -> str:
        """The gold name of the person that the reading calls ``name``, or ``name``."""
        ...

    def organization(self, name: str, country: str | None) -> str:
        """The gold name of the body of ``country`` that the reading calls ``name``, or ``name``."""
        ...


@dataclass(frozen=True, slots=True)
class Slot:
    """One value or list of values: the alternatives of the gold file and what was found. Nothing is the empty set."""

    name: str
    alternatives: tuple[frozenset[str], ...]
    found: frozenset[str]

    @property
    def wanted(self) -> frozenset[str]:
        """The alternative with the fewest differences from what was found, then with the most in common."""
        return min(self.alternatives, key=lambda each: (len(each ^ self.found), -len(each & self.found)))


def meeting_slots(gold: Object, found: Object, resolver: Resolver) -> list[Slot]:
    """The slots of a meeting; who took part comes first, in the order that ``half_agree`` relies on."""
    people, bodies, states = set(), set(), set()
    for participant in found["participants"]:
        if participant["person"]:
            people.add(resolver.person(participant["person"]))
        if participant["organization"]:
            bodies.add(resolver.organization(participant["organization"], participant["country"]))
        if participant["country"]:
            states.add(participant["country"])
    return [
        _slot(gold, "participants", people),
        _slot(gold, "participant_organizations", bodies),
        _slot(gold, "participant_countries", states),
        _slot(gold, "kind", {found["kind"]}),
        _slot(gold, "status", {found["status"]}),
        _slot(gold, "place", {_gold_place(gold, found["place"])}),
        _slot(gold, "date", {found["date"]}),
    ]


def agreement_slots(gold: Object, found: Object, resolver: Resolver) -> list[Slot]:
    """The slots of an agreement; the parties come first."""
    parties = [party for party in found["parties"] if party["role"] in _PARTY_ROLES]
    bodies = {
        resolver.organization(party["organization"], party["country"]) for party in parties if party["organization"]
    }
    signatories = {resolver.person(party["signatory"]) for party in found["parties"] if party["signatory"]}
    return [
        _slot(gold, "party_organizations", bodies),
        _slot(gold, "party_countries", {party["country"] for party in parties}),
        _slot(gold, "signatories", signatories),
        _slot(gold, "kind", {found["kind"]}),
        _slot(gold, "status", {found["status"]}),
        _slot(gold, "date", {found["date"]}),
    ]


MEETING_WHO = ("participants", "participant_organizations", "participant_countries")
AGREEMENT_WHO = ("party_organizations", "party_countries")


def closeness(
    gold: Object, found: Object, *, slots: Iterable[Slot], who: tuple[str, ...], gold_spans: list[Span]
) -> int | None:
    """How well a found event fits a gold one, 0 to 999; None unless evidence overlaps or half of the parties agree."""
    slots = list(slots)
    found_spans = [Span(*span) for span in found["evidence"]]
    overlap = max((iou(one, other) for one, other in product(gold_spans, found_spans)), default=0.0)
    if not overlap and not half_agree(slot for slot in slots if slot.name in who):
        return None
    right = sum(len(slot.wanted & slot.found) for slot in slots)
    wrong = sum(len(slot.wanted ^ slot.found) for slot in slots)
    titles = filter(None, accepted(gold, "title") if "title" in gold else ())
    titled = any(same_name(found.get("title") or "", title) for title in titles)
    resemblance = right / (right + wrong) if right else 0.0
    return 300 * bool(overlap) + 200 * titled + int(400 * resemblance) + int(99 * overlap)


def half_agree(slots: Iterable[Slot]) -> bool:
    """Whether at least half of the longer list is shared, in the first slot that the gold file fills.

    A slot that the gold file leaves empty, or may leave empty and the reading does, decides nothing.
    """
    for slot in slots:
        if not slot.found and frozenset() in slot.alternatives:
            continue
        named = [each for each in slot.alternatives if each]
        if named:
            return any(2 * len(each & slot.found) >= max(len(each), len(slot.found)) for each in named)
    return False


def iou(one: Span, other: Span) -> float:
    """Intersection over union of two spans."""
    common = max(0, min(one.end, other.end) - max(one.start, other.start))
    return common / ((one.end - one.start) + (other.end - other.start) - common)


def _slot(gold: Object, key: str, found: Iterable[str | None]) -> Slot:
    return Slot(key, tuple(_values(value) for value in accepted(gold, key)), _values(list(found)))


def _values(value: list[str | None] | str | None) -> frozenset[str]:
    return frozenset(each for each in (value if isinstance(value, list) else [value]) if each is not None)


def _gold_place(gold: Object, place: str | None) -> str | None:
    """The place as the gold file writes it, where it is the same place."""
    if place is None:
        return None
    return next((each for each in accepted(gold, "place") if each and same_place(each, place)), place)

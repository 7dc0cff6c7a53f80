"""One reading beside one gold file: every item is right, missed or invented.

Where the description of the gold files leaves something open, the strict reading holds:

* Items are paired one to one so that misses and inventions are fewest; a second report of a thing that is paired
  already is an invention, also where the thing is optional.
* The offices of an optional person are optional, on both sides. The offices of a person who was missed are missed,
  those of an invented person invented.
* An office needs its person paired, one title within the other word by word, and the country or the organization
  equal; the other of the two must not differ where both sides give it. A gold office without country and
  organization wants neither.
* Half of the participants agree when the shared ones are at least half of the longer list: of the persons, or where
  the gold file names none, of the organizations, or else of the countries. Parties: organizations, or else countries.
* Slots are counted on pairs with a required item. A value that differs is one missed and one invented; a value where
  the gold has none is invented; none where the gold has one is missed; none on both sides counts nothing. Of
  alternative lists the one with the fewest differences holds. The title of an agreement is no slot, and an addressee
  no party.
* A speaker is scored as a slot of a paired, required quotation.
* The average is the mean F1 of the eight types of items; slots and speakers stand beside it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from archive.errors import ArchiveError
from archive.evaluation.events import (
    AGREEMENT_WHO,
    MEETING_WHO,
    Resolver,
    Slot,
    agreement_slots,
    closeness,
    iou,
    meeting_slots,
)
from archive.evaluation.names import accepted, contains, is_organization, is_person, same_name
from archive.evaluation.pairing import Closeness, Item, Judged, T, judge
from archive.evaluation.scores import FactType, Judgement, Scores, Verdict
from archive.sentences import sentence_at
from archive.values import Span

Object = dict[str, Any]

SlotsOf = Callable[[Object, Object, Resolver], list[Slot]]

_QUOTE_OVERLAP = 0.8


class MisplacedGoldError(ArchiveError):
    """The gold file of {document} quotes words that its text does not hold: {words!r}. Correct the gold file."""


def evaluate(pairs: Iterable[tuple[str, str, Object, Object]]) -> Scores:
    """Score readings. A pair is the name of a text, the text, the reading as `archive read` prints it, and its gold."""
    judgements: list[Judgement] = []
    for document, text, found, gold in pairs:
        judgements += _Comparison(document, text, found, gold).judgements()
    return Scores(tuple(judgements))


class _Comparison:
    """One text: its gold file, its reading, and which name of the one is which name of the other."""

    def __init__(self, document: str, text: str, found: Object, gold: Object) -> None:
        self._document, self._text, self._found, self._gold = document, text, found, gold
        self._persons = self._names(FactType.PERSONS, "persons", self._person_closeness)
        self._organizations = self._names(FactType.ORGANIZATIONS, "organizations", _organization_closeness)

    def judgements(self) -> list[Judgement]:
        """The verdict on every item of both sides."""
        return [
            *self._persons.judgements,
            *self._offices(),
            *self._organizations.judgements,
            *self._set(FactType.COUNTRIES, "countries", "code"),
            *self._events(FactType.MEETINGS, FactType.MEETING_SLOTS, "meetings", meeting_slots, MEETING_WHO),
            *self._events(FactType.AGREEMENTS, FactType.AGREEMENT_SLOTS, "agreements", agreement_slots, AGREEMENT_WHO),
            *self._quotes(),
            *self._set(FactType.TOPICS, "topics", "slug"),
        ]

    def person(self, name: str) -> str:
        """The gold name of a person that the reading calls ``name``; the name itself where the gold has none."""
        paired = [gold.value["name"] for gold, found in self._persons.pairs if found.value["name"] == name]
        also = [person["name"] for person in self._gold["persons"] if is_person(name, person, self._text)]
        return str(next(iter([*paired, *also]), name))

    def organization(self, name: str, country: str | None) -> str:
        """The gold name of a body; of two bodies of one name the one of ``country``."""
        paired = [gold.value for gold, found in self._organizations.pairs if found.value["name"] == name]
        also = [body for body in self._gold["organizations"] if is_organization(name, body)]
        bodies = [*paired, *also]
        bodies.sort(key=lambda body: country is not None and country not in accepted(body, "country"))
        return str(bodies[0]["name"]) if bodies else name

    # -- names and sets ---------------------------------------------------------------------------------------------

    def _judge(
        self, fact_type: FactType, gold: Sequence[Item[T]], found: Sequence[Item[T]], close: Closeness[T]
    ) -> Judged[T]:
        return judge(self._document, self._text, fact_type, gold, found, close)

    def _names(self, fact_type: FactType, key: str, close: Closeness[Object]) -> Judged[Object]:
        gold = [Item(item, item["name"], self._where(item), item["optional"]) for item in self._gold[key]]
        found = [Item(item, item["name"], _first(item["mentions"])) for item in self._found[key]]
        return self._judge(fact_type, gold, found, close)

    def _where(self, named: Object) -> Span | None:
        """Where the text first writes one of the forms of a gold person or organization."""
        forms = [*accepted(named, "name"), *(alias for aliases in accepted(named, "aliases") for alias in aliases)]
        return next((span for form in forms for span in _occurrences(self._text, form)), None)

    def _set(self, fact_type: FactType, key: str, value: str) -> tuple[Judgement, ...]:
        gold = [Item(each, each) for each in dict.fromkeys(self._gold[key])]
        gold += [Item(each, each, optional=True) for each in dict.fromkeys(self._gold[f"{key}_optional"])]
        spans = {item[value]: _first(item["mentions"]) for item in reversed(self._found[key])}
        found = [Item(each, each, spans[each]) for each in dict.fromkeys(item[value] for item in self._found[key])]
        return self._judge(fact_type, gold, found, _equal).judgements

    def _person_closeness(self, gold: Object, found: Object) -> int | None:
        if not is_person(found["name"], gold, self._text):
            return None
        return int(same_name(gold["name"], found["name"]))

    # -- offices ----------------------------------------------------------------------------------------------------

    def _offices(self) -> tuple[Judgement, ...]:
        holders = {id(found.value): gold for gold, found in self._persons.pairs}
        gold = [
            self._office(person, office, person["name"], optional=person["optional"] or office.get("optional", False))
            for person in self._gold["persons"]
            for office in person["offices"]
        ]
        found = []
        for person in self._found["persons"]:
            holder = holders.get(id(person))
            name, optional = (holder.value["name"], holder.optional) if holder else (None, False)
            found += [self._office(person, office, name, optional=optional) for office in person["offices"]]
        return self._judge(FactType.OFFICES, gold, found, self._office_closeness).judgements

    def _office(self, person: Object, office: Object, holder: str | None, *, optional: bool) -> Item[Object]:
        """An office with its holder's gold name, shown in the sentence that names both or else the holder."""
        what = ", ".join(filter(None, (person["name"], office["title"], office["organization"], office["country"])))
        named = [span for form in (person["name"], *person["aliases"]) for span in _occurrences(self._text, form)]
        both = (span for span in named if contains(sentence_at(self._text, span).of(self._text), office["title"]))
        return Item({**office, "holder": holder}, what, next(both, next(iter(named), None)), optional)

    def _office_closeness(self, gold: Object, found: Object) -> int | None:
        """None unless person and title agree, and the country or the organization, and the other does not differ."""
        titles = accepted(gold, "title")
        if gold["holder"] != found["holder"]:
            return None
        if not any(contains(title, found["title"]) or contains(found["title"], title) for title in titles):
            return None
        country = found["country"]
        body = self.organization(found["organization"], country) if found["organization"] else None
        countries, bodies = accepted(gold, "country"), accepted(gold, "organization")
        verdicts = _agrees(countries, country), _agrees(bodies, body)
        neither = (country, body) == (None, None) and None in countries and None in bodies
        if not neither and (False in verdicts or True not in verdicts):
            return None
        exact = any(same_name(found["title"], title) for title in titles)
        return 100 * exact + verdicts.count(True)

    # -- events -----------------------------------------------------------------------------------------------------

    def _events(
        self, fact_type: FactType, slot_type: FactType, key: str, slots_of: SlotsOf, who: tuple[str, ...]
    ) -> list[Judgement]:
        gold = [Item(item, _event(item), self._evidence(item)[0], item["optional"]) for item in self._gold[key]]
        found = [Item(item, _event(item), _first(item["evidence"])) for item in self._found[key]]

        def close(wanted: Object, given: Object) -> int | None:
            slots = slots_of(wanted, given, self)
            return closeness(wanted, given, slots=slots, who=who, gold_spans=self._evidence(wanted))

        judged = self._judge(fact_type, gold, found, close)
        judgements = list(judged.judgements)
        for wanted, given in judged.pairs:
            if not wanted.optional:
                for slot in slots_of(wanted.value, given.value, self):
                    judgements += self._slot(slot_type, slot, wanted)
        return judgements

    def _slot(self, slot_type: FactType, slot: Slot, event: Item[Any]) -> list[Judgement]:
        sentence = sentence_at(self._text, event.span).of(self._text) if event.span else None
        verdicts = (
            (Verdict.RIGHT, slot.wanted & slot.found),
            (Verdict.MISSED, slot.wanted - slot.found),
            (Verdict.INVENTED, slot.found - slot.wanted),
        )
        return [
            Judgement(self._document, slot_type, verdict, f"{slot.name}: {value} [{event.what}]", sentence)
            for verdict, values in verdicts
            for value in sorted(values)
        ]

    def _evidence(self, item: Object) -> list[Span]:
        """Every place where the text holds the evidence of a gold event."""
        return [span for words in accepted(item, "evidence") for span in self._places(words)]

    def _places(self, words: str) -> list[Span]:
        spans = _occurrences(self._text, words)
        if not spans:
            raise MisplacedGoldError(document=self._document, words=words)
        return spans

    # -- quotations -------------------------------------------------------------------------------------------------

    def _quotes(self) -> list[Judgement]:
        gold = [
            Item(item, item["text"], self._places(item["text"])[0], item["optional"]) for item in self._gold["quotes"]
        ]
        found = []
        for item in self._found["quotations"]:
            span = Span(item["start"], item["end"])
            found.append(Item(item, span.of(self._text), span))
        judged = self._judge(FactType.QUOTES, gold, found, self._quote_closeness)
        judgements = list(judged.judgements)
        for wanted, given in judged.pairs:
            if not wanted.optional:
                speaker = self.person(given.value["speaker"]) if given.value["speaker"] else None
                alternatives = tuple(_one(each) for each in accepted(wanted.value, "speaker"))
                judgements += self._slot(FactType.SPEAKERS, Slot("speaker", alternatives, _one(speaker)), wanted)
        return judgements

    def _quote_closeness(self, gold: Object, found: Object) -> int | None:
        span = Span(found["start"], found["end"])
        places = [place for words in accepted(gold, "text") for place in self._places(words)]
        overlap = max(iou(place, span) for place in places)
        return int(999 * overlap) if overlap >= _QUOTE_OVERLAP else None


def _organization_closeness(gold: Object, found: Object) -> int | None:
    if not is_organization(found["name"], gold):
        return None
    return 10 * (found["country"] in accepted(gold, "country")) + same_name(gold["name"], found["name"])


def _equal(gold: str, found: str) -> int | None:
    return 0 if gold == found else None


def _agrees(wanted: list[str | None], given: str | None) -> bool | None:
    """Whether a value agrees with the accepted ones; None where one of the two sides gives no value."""
    values = [value for value in wanted if value is not None]
    return None if given is None or not values else given in values


def _one(value: str | None) -> frozenset[str]:
    return frozenset() if value is None else frozenset({value})


def _occurrences(text: str, words: str) -> list[Span]:
    spans, start = [], text.find(words)
    while start >= 0:
        spans.append(Span(start, start + len(words)))
        start = text.find(words, start + 1)
    return spans


def _first(spans: Iterable[list[int]]) -> Span | None:
    return min((Span(start, end) for start, end in spans), default=None)


def _event(item: Object) -> str:
    """A meeting or an agreement in a few words, from a gold file or from a reading."""
    who = (
        item.get("participants")
        or item.get("party_countries")
        or item.get("parties")
        or item.get("participant_countries")
        or ()
    )
    names = dict.fromkeys(_who(each) for each in who)
    return ", ".join(
        filter(None, (item["kind"], item["status"], item.get("title"), *names, item.get("place"), item["date"]))
    )


def _who(party: str | Object) -> str | None:
    if isinstance(party, str):
        return party
    return next((party[key] for key in ("person", "organization", "country") if party.get(key)), None)

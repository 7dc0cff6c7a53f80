"""What the earlier stages of a reading hand to the later ones: the text as sentences of marked phrases.

The finders of countries, organizations, persons, places and dates mark *phrases*. A phrase is a stretch of text that
stands for one thing, with all that belongs to it: in "the Prosecutor General of the Republic of Kazakhstan Nurlan
Bekmagambetov" office, state and name are one phrase. The rules for meetings, agreements and quotations never look
inside a phrase: they see a sentence with each phrase folded to one symbol (`skeletons`).
"""

from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar

from archive.reading.facts import Country, Office, Organization, Person, Place
from archive.reading.rejections import CandidateKind, Rejection
from archive.values import MentionKind, PartialDate, Span


class PhraseKind(StrEnum):
    """What a phrase stands for."""

    PERSON = "person"  # a named person, with office, honorific and apposition
    HOLDER = "holder"  # an office that stands for its unnamed holder: "the Minister of Justice of Colombia"
    ORGANIZATION = "organization"
    COUNTRY = "country"  # a state: by its name, or by a capital that stands for it
    DELEGATION = "delegation"  # unnamed people of a state or body: "25 Ecuadorian prosecutors", "the Kazakh side"
    GROUP = "group"  # several of the above, joined or listed, or an epithet for them: "the two ministers"
    PRONOUN = "pronoun"  # "he", "his", "they": resolved through `person` or `members` where one antecedent is possible
    PLACE = "place"
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Phrase:
    """A stretch of text that stands for one thing. ``span`` is the whole phrase, ``core`` its bare name.

    ``person`` is the `name` of a person of the reading (epithets and pronouns are resolved to it, or it is None).
    ``members`` are the phrases that a group joins.
    """

    kind: PhraseKind
    span: Span
    core: Span
    rule: str
    person: str | None = None
    office: Office | None = None
    organization: Organization | None = None
    country: str | None = None
    date: PartialDate | None = None
    place: str | None = None
    mention: MentionKind = MentionKind.FULL
    members: tuple["Phrase", ...] = ()

    def actors(self) -> tuple["Phrase", ...]:
        """The single phrases that act here: the members of a group, the phrase itself otherwise."""
        if not self.members:
            return (self,)
        return tuple(actor for member in self.members for actor in member.actors())


class BlockKind(StrEnum):
    """What a block of lines is."""

    HEADLINE = "headline"
    HEADING = "heading"  # a heading inside the text
    DATELINE = "dateline"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    FURNITURE = "furniture"  # "3 Photo", "Print News Archive"


@dataclass(frozen=True, slots=True)
class Block:
    """A block of lines: what a reader of the page sees as one piece."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of a block."""

    span: Span
    block: Block


@dataclass(frozen=True, slots=True)
class Layout:
    """A text with its pieces.

    ``view`` is the text for matching: of the same length, with typographic apostrophes, hyphens and spaces made plain,
    so that an offset into it is an offset into the text. ``quoted`` are the zones between quotation marks.
    """

    text: str
    view: str
    title: Span | None
    blocks: tuple[Block, ...]
    sentences: tuple[Sentence, ...]
    quoted: tuple[Span, ...]

    def is_quoted(self, span: Span) -> bool:
        """Whether a stretch of the text stands between quotation marks."""
        return any(span in zone for zone in self.quoted)


@dataclass(frozen=True, slots=True)
class Marked:
    """A sentence with its top-level phrases: sorted by start, never overlapping, each inside the sentence."""

    sentence: Sentence
    phrases: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class Annotations:
    """What the finders hand to the rules for quotations, meetings and agreements.

    ``sentences`` are those of the layout, in order, furniture left out. The facts are complete: their mentions are
    those of the whole text, and every ``organization`` of a phrase is one of ``organizations``, every ``person`` the
    name of one of ``persons``, every ``country`` a code of ``countries`` or the state of a person's office, every
    ``place`` a name of ``places``. ``house`` is the state that speaks, by the letterhead, the date line, the agency or
    the imprint; None where that is not plain. ``anchor`` is the date that "today" means. ``rejected`` gathers what the
    rules look at and do not take.
    """

    layout: Layout
    published: str | None
    anchor: str | None
    house: str | None
    sentences: tuple[Marked, ...]
    persons: tuple[Person, ...]
    organizations: tuple[Organization, ...]
    countries: tuple[Country, ...]
    places: tuple[Place, ...]
    rejected: list[Rejection] = field(default_factory=list)
    _persons: dict[str, Person] = field(init=False, repr=False, compare=False)
    _cities: dict[str, str | None] = field(init=False, repr=False, compare=False)  # the state of each place
    _states: list[tuple[int, int, str]] = field(init=False, repr=False, compare=False)  # every mention, in order
    _kept: dict[object, Any] = field(init=False, repr=False, compare=False)  # what `once_a_text` found

    def __post_init__(self) -> None:
        states = [(each.span.start, each.span.end, state.code) for state in self.countries for each in state.mentions]
        object.__setattr__(self, "_persons", {person.name: person for person in reversed(self.persons)})
        object.__setattr__(self, "_cities", {place.name: place.country for place in reversed(self.places)})
        object.__setattr__(self, "_states", sorted(states))
        object.__setattr__(self, "_kept", {})

    def reject(self, kind: CandidateKind, span: Span, rule: str, reason: str) -> None:
        """Note that a rule did not take a stretch of text, and why."""
        self.rejected.append(Rejection(kind, span, rule, reason))

    def person(self, name: str) -> Person | None:
        """The person of this name."""
        return self._persons.get(name)

    def state_of_city(self, name: str | None) -> str | None:
        """The state of the place of this name, where it is known."""
        return self._cities.get(name) if name else None

    def states_in(self, span: Span) -> set[str]:
        """The codes of the states that are named in a stretch of the text."""
        found: set[str] = set()
        for number in range(bisect_left(self._states, (span.start,)), len(self._states)):
            start, end, code = self._states[number]
            if start >= span.end:
                break
            if end <= span.end:
                found.add(code)
        return found

    def once(self, find: Callable[["Annotations"], Any]) -> Any:
        """What ``find`` says of this text: asked once, and kept."""
        if find not in self._kept:
            self._kept[find] = find(self)
        return self._kept[find]


Found = TypeVar("Found")


def once_a_text(find: Callable[[Annotations], Found]) -> Callable[[Annotations], Found]:
    """A question about a whole text that its sentences ask again and again: it is answered once for each text."""

    @wraps(find)
    def found(annotations: Annotations) -> Found:
        answer: Found = annotations.once(find)
        return answer

    return found

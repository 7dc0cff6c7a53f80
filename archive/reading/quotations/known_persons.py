"""What a text shows of its persons: the words of their offices, their states, whether he or she."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from archive.reading.phrases import Annotations, PhraseKind
from archive.reading.quotations.epithets import Epithet, nouns
from archive.reading.vocabulary import given_names, load, load_states


@dataclass(frozen=True, slots=True)
class Known:
    """What the text shows of a person: the words of the offices, the states, whether he or she."""

    name: str
    titles: tuple[str, ...]
    words: frozenset[str]
    states: frozenset[str]
    gender: str | None

    def holds(self, word: str) -> bool:
        """Whether an office of the person is called so: "minister"."""
        return any(re.search(rf"\b{re.escape(word)}\b", title) for title in self.titles)

    def is_a(self, word: str) -> bool:
        """Whether the person may be called so: "the man" is no woman."""
        return self.gender is None or {"man": "male", "woman": "female"}.get(word, self.gender) == self.gender

    def heads(self) -> bool:
        """Whether the person heads a body."""
        headings = [head.lower() for head in load("offices")["heading"]]
        return any(title == head or title.startswith(f"{head} ") for title in self.titles for head in headings)

    def is_deputy(self) -> bool:
        """Whether the person stands in for a head."""
        return any(re.match(r"(?:first )?(?:deputy|vice|assistant|under)\b", title) for title in self.titles)


def all_known(annotations: Annotations) -> Iterator[Known]:
    """The persons of a text."""
    before: dict[str, set[str]] = {}
    for marked in annotations.sentences:
        for phrase in marked.phrases:
            if phrase.kind is PhraseKind.PERSON and phrase.person:
                honorifics = annotations.layout.view[phrase.span.start : phrase.core.start].replace(".", " ")
                before.setdefault(phrase.person, set()).update(honorifics.split())
    for person in annotations.persons:
        offices = [appointment.office for appointment in person.appointments]
        called = {word.lower() for word in before.get(person.name, ())} & (nouns("office") | nouns("occupation"))
        titles = (*(office.title.lower() for office in offices), *sorted(called))
        held = [office.organization for office in offices if office.organization]
        bodies = [name.lower() for body in held for name in (body.name, *body.aliases, body.acronym or "")]
        words = frozenset(word for each in (*titles, *bodies) for word in re.findall(r"\w+", each))
        states: frozenset[str] = frozenset(office.country for office in offices if office.country)
        yield Known(person.name, titles, words, states, _gender(person.name, before.get(person.name, set())))


def heads_first(fitting: Iterable[Known]) -> list[Known]:
    """Those who head a body, where there are any: a guest is rather a head than an ambassador."""
    all_fitting = list(fitting)
    return [known for known in all_fitting if known.heads()] or all_fitting


def _gender(name: str, before: set[str]) -> str | None:
    for gender in ("male", "female"):
        if before & _honorifics(gender):
            return gender
    for gender in ("male", "female"):
        if name.split()[0] in given_names(gender):
            return gender
    return _of_a_family(name)


# "Osmonalieva", "Ivanovich"; but "Villanueva" is anybody's.
_HER_FAMILY = re.compile(r"(?<!u)(?:ova|eva|ová|skaya|ovna|evna)$|^(?:binti|binte|bint|qizi|qyzy|kyzy)$")
_HIS_FAMILY = re.compile(r"(?:[^aeiou]ov|[iy]ev|ovich|evich|skiy)$|^(?:oglu|oğlu|uulu|ugli)$")
_ANYBODYS = frozenset(("cordova", "córdova", "casanova", "canova", "terranova"))


def _of_a_family(name: str) -> str | None:
    """What the form of a family name or a word of descent says, where a given name says nothing."""
    words = [word.lower() for word in name.split()[1:]]
    if any(_HER_FAMILY.search(word) and word not in _ANYBODYS for word in words):
        return "female"
    return "male" if any(_HIS_FAMILY.search(word) for word in words) else None


@cache
def _honorifics(gender: str) -> frozenset[str]:
    return frozenset(load("names")["honorifics"][gender])


@cache
def states_of_capitals() -> dict[str, tuple[str, ...]]:
    """The states of capitals: "her counterpart from Warsaw" is one of Poland."""
    return {capital: (state["code"],) for state in load_states() for capital in state.get("capitals", ())}


def closest(epithet: Epithet, fitting: list[Known]) -> list[Known]:
    """Those whose offices share the most words with the epithet: "the police chief"."""
    if len(fitting) < 2:
        return fitting
    words = [word for word in re.findall(r"\w{4,}", epithet.words) if word != epithet.head]

    def shared(known: Known) -> int:
        return sum(any(word[:7] in (other[:7], other) for other in known.words) for word in words)

    most = max(shared(known) for known in fitting)
    closest = [known for known in fitting if shared(known) == most]
    return [known for known in closest if not known.is_deputy()] or closest

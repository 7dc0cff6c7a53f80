"""The pattern engine: patterns that read like English, matched on skeletons.

A pattern is a line of data, such as ``{who} .. [hold] {encounter} with {whom}``:

``{role}``     phrases that play a part; several that are listed or joined count as one
``[verb]``     a form of a verb of the vocabulary with its auxiliaries, from which the status is read
``<class>``    one of the words of a class
``~``          up to three adverbials: "here", "on Monday", "at his office"
``..``         up to eight words, no actor among them;  ``...``  up to fourteen words, ``....`` up to fifty
``(a|b)``, ``(a )?``  a choice, an option; everything else stands for itself, without case

All gaps are bounded, so a match takes time linear in the sentence.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, PERSONS, QUOTED, SYMBOLS, Skeleton
from archive.reading.matching.triggers import (
    KEY_SYMBOLS,
    Triggers,
    factored,
    forms_of,
    required_choices,
    small,
    sure_words,
    telling_word,
)
from archive.reading.phrases import Phrase, PhraseKind
from archive.reading.vocabulary import load

PLACES = "".join(SYMBOLS[kind] for kind in (PhraseKind.PLACE, PhraseKind.COUNTRY, PhraseKind.ORGANIZATION))

_DATES = SYMBOLS[PhraseKind.DATE]

_ADJUNCTS = SYMBOLS[PhraseKind.PLACE] + _DATES


# What a role may be; a role that is not named here is any actor.
_ROLES: dict[str, str] = {
    "instrument": INSTRUMENT,
    "encounter": ENCOUNTER,
    "place": PLACES,
    "date": _DATES,
    "person": PERSONS + SYMBOLS[PhraseKind.GROUP],
    "state": SYMBOLS[PhraseKind.COUNTRY] + SYMBOLS[PhraseKind.PLACE],
    "body": SYMBOLS[PhraseKind.ORGANIZATION] + SYMBOLS[PhraseKind.GROUP],
    "quoted": QUOTED,
}

_FROM = rf"(?:,? from (?:the )?[{SYMBOLS[PhraseKind.COUNTRY]}],)?"

_AND = r"(?:and|&|as well as|together with|along with|accompanied by|headed by|led by)"

_JOINED = rf",? {_AND}{_FROM} (?:(?:also|with|the|his|her|by) )?|,{_FROM} "


# "the delegations of A (headed by B) and C"
_BESIDE = (
    rf"(?: \((?:(?:headed|led|represented) by )?(?:the )?[{ACTORS}]\)"
    rf"|, represented by (?:the )?[{ACTORS}](?=, (?:and|met)))?"
)

# Between two parts of a pattern: a space, after a comma, bracket or short form ("we'll") at most.
_BREAK = r"[)]?,?(?:\'(?:s|ve|ll|re|m|d))? (?:[(–-] ?)?"

_UNOWNED = (
    r"(?!'s?\b|'|-\w)"  # what stands at the end of a pattern owns nothing: "welcomed P", not "welcomed P's decision"
)

_SIDE_DEPTH = 3

_OWNER = rf"{SYMBOLS[PhraseKind.PRONOUN]}(?= [{ACTORS}])"  # "its" director

_CLAUSE = 160  # letters of a clause before an infinitive whose subject is far

_POSSESSIVES = ("his", "their", "its", "our")

_OWNER_AT = re.compile(_OWNER)

_TOKEN = re.compile(r"\{(\w+)\}|\[(\w+)\]|<(\w+)>|(\.{3,4})|(\.\.|~)|( )|([^{\[<. ~]+|.)")


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern. ``gives`` is the rest of its entry: what a match says of the event."""

    name: str
    regex: re.Pattern[str]  # over small letters
    needs: tuple[frozenset[str], ...]  # a sentence without one of each cannot match
    actors: int  # nor can one with fewer actors
    gives: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found in a skeleton: the phrases of each role, the verb, the stretch."""

    pattern: Pattern
    skeleton: Skeleton
    start: int
    end: int
    places: Mapping[str, tuple[int, int]]

    def without(self, role: str) -> "Match":
        """This match with nobody in a role."""
        return replace(self, places={name: place for name, place in self.places.items() if name != role})

    @property
    def auxiliaries(self) -> str:
        """What stands before the verb of the pattern in its verb group."""
        return self._of("aux")

    @property
    def verbal(self) -> str:
        """What stands between subject and verb: auxiliaries, what the subject is said, asked or willing to do."""
        verb = self.places.get("aux", (0, 0))
        subjects = [self.places[role][1] for role in ("who", "host") if role in self.places]
        before = [end for end in subjects if end <= verb[0]]
        if before:
            return self.skeleton.text[max(before) : verb[1]]
        if not self.auxiliaries.endswith("to "):
            return self.auxiliaries
        clause = max(self.skeleton.text.rfind(mark, 0, verb[0]) for mark in (";", ": ", ", and "))
        return self.skeleton.text[max(0, clause, verb[0] - _CLAUSE) : verb[1]]

    @property
    def verb(self) -> str:
        """The form of the verb."""
        return self._of("verb").lower()

    def _of(self, name: str) -> str:
        start, end = self.places.get(name, (0, 0))
        return self.skeleton.text[start:end]

    def phrases(self, role: str) -> tuple[Phrase, ...]:
        """The phrases in the role, groups as their members."""
        if role not in self.places:
            return ()
        (start, end), text = self.places[role], self.skeleton.text
        return tuple(
            actor
            for at, fold in self.skeleton.placed(start, end)
            if isinstance(fold.payload, Phrase)
            and not (at + 2 < end and _OWNER_AT.match(text, at))
            and not (role == "whom" and fold.span.of(self.skeleton.view).lower() in _POSSESSIVES)
            for actor in fold.payload.actors()
        )

    def folded(self, role: str) -> tuple[object, ...]:
        """What is folded in the role: instruments, encounters, quotations."""
        if role not in self.places:
            return ()
        return tuple(fold.payload for _, fold in self.skeleton.placed(*self.places[role]))


class Grammar:
    """The patterns of one vocabulary file with its verbs and classes; ``where`` picks those that stand there."""

    def __init__(self, vocabulary: str, where: str | None = None) -> None:
        self._data = load(vocabulary)
        entries = (entry for entry in self._data["pattern"] if where is None or entry["where"] == where)
        self.patterns = tuple(self._compile(entry) for entry in entries)
        self._triggers = Triggers([(pattern.needs, pattern.actors) for pattern in self.patterns])

    def matches(
        self, skeleton: Skeleton, start: int = 0, end: int | None = None, *, words: frozenset[str] | None = None
    ) -> Iterator[Match]:
        """The matches of all patterns in a skeleton or a part of it, in the order of the patterns.

        ``words`` are its words in small letters, or more, where the caller knows them.
        """
        last = len(skeleton.text) if end is None else end
        for number in self._triggers.possible(skeleton.small[start:last], words):
            pattern = self.patterns[number]
            for found in pattern.regex.finditer(skeleton.small, start, last):
                yield _match(pattern, skeleton, found)

    def match_at(self, skeleton: Skeleton, start: int, end: int) -> Iterator[Match]:
        """The matches that begin at ``start``, in the order of the patterns."""
        for number in self._triggers.possible(skeleton.small[start:end]):
            pattern = self.patterns[number]
            found = pattern.regex.match(skeleton.small, start, end)
            if found:
                yield _match(pattern, skeleton, found)

    def _compile(self, entry: Mapping[str, Any]) -> Pattern:
        regex = re.compile(self._expression(entry["pattern"]))
        needs, actors = self._needs(entry["pattern"])
        return Pattern(entry["name"], regex, needs, actors, entry)

    def _expression(self, pattern: str) -> str:
        parts: list[str] = []
        verbs = 0
        for role, verb, words, wide, narrow, space, literal in _TOKEN.findall(pattern):
            if role:
                parts.append(_role(role, self._sides() if parts else ""))
            elif verb:
                verbs += 1
                parts.append(self._verb(verb, "" if verbs == 1 else str(verbs)))
            elif words:
                parts.append(f"(?:{factored(self._data['classes'][words], small)})")
            elif wide:
                parts.append(
                    rf"(?:[^\s;{ENCOUNTER}]+ ){{0,50}}?" if len(wide) == 4 else rf"(?:[^\s\";{INSTRUMENT}]+ ){{0,14}}?"
                )
            elif narrow == "~":
                parts.append(_adverbials())
            elif narrow:
                parts.append(rf"(?:[^\s\";{ACTORS}{INSTRUMENT}{ENCOUNTER}]+ ){{0,8}}?")
            elif space:
                parts.append("" if parts and parts[-1].endswith("}?") else _BREAK)
            else:
                parts.append(small(literal))
        ending = _UNOWNED if pattern.endswith("}") else ""
        return _at_a_word("".join(parts) + ending)

    def _verb(self, name: str, number: str) -> str:
        forms = factored(forms_of(self._data["verbs"][name]), _parted)
        return rf"(?P<aux{number}>{_auxiliaries()})(?P<verb{number}>{forms})\b"

    def _sides(self) -> str:
        return factored(load("sides")["before"], small)

    def _needs(self, pattern: str) -> tuple[tuple[frozenset[str], ...], int]:
        """For each part of a pattern that must be there, the words or symbols of which a sentence then has one.

        And how many actors it has at least.
        """
        needs = [frozenset(map(telling_word, choice.split("|"))) for choice in required_choices(pattern)]
        previous = ""
        while pattern != previous:
            previous, pattern = pattern, re.sub(r"\([^()]*\)\??", " ", pattern)
        actors = 0
        for found in _TOKEN.finditer(pattern):
            role, verb, words, *_, literal = (part or "" for part in found.groups())
            if verb:
                needs.append(frozenset(telling_word(form) for form in forms_of(self._data["verbs"][verb])))
            elif words:
                ends = not pattern.startswith(" ", found.end())
                sure = (word for form in self._data["classes"][words] for word in sure_words(form, ends=ends))
                needs.append(frozenset(sure))
            elif role in ("instrument", "encounter", "quoted"):
                needs.append(frozenset(_ROLES[role]))
            elif role:
                actors += role not in ("place", "date", "state")
            elif literal.isalpha():
                needs.append(frozenset([literal.lower()]))
        needs = [need for need in needs if all(re.fullmatch(rf"\w+|[{KEY_SYMBOLS}]", word) for word in need)]
        if not needs:
            raise ValueError(f"a pattern holds a verb, a word or a noun phrase that must be there: {pattern}")
        return tuple(needs), actors


def _at_a_word(expression: str) -> str:
    """An expression that begins where a word does. A symbol that it opens with is looked for first: that is faster."""
    symbols = re.match(r"\(\?P<\w+>\[[^]]*\]", expression)
    if symbols is None:
        return rf"(?<![^ (\"'{ACTORS}]){expression}"
    return rf"{symbols.group()}(?<![^ (\"'{ACTORS}].){expression[symbols.end() :]}"


@cache
def grammar(vocabulary: str, where: str | None = None) -> Grammar:
    """The grammar of a vocabulary file, compiled once."""
    return Grammar(vocabulary, where)


def _match(pattern: Pattern, skeleton: Skeleton, found: re.Match[str]) -> Match:
    places = {name: found.span(name) for name in pattern.regex.groupindex if found[name] is not None}
    return Match(pattern, skeleton, found.start(), found.end(), places)


def _parted(form: str) -> str:
    """A verb whose preposition may stand further on: "met today with"."""
    return re.sub(r" (with|to|in|from)(?=\||$)", lambda found: f" {_adverbials()}{found[1]}", small(form))


def _role(name: str, sides: str) -> str:
    symbols = _ROLES.get(name, ACTORS)
    if name == "instrument":
        dated = rf"(?:,? (?:in|on) [{_DATES}])?"
        return rf"(?P<{name}>{INSTRUMENT}(?:{dated}(?:,? and|,? as well as|,) (?:the |a |an |on )?{INSTRUMENT}){{0,4}})"
    if name == "encounter":
        return rf"(?:{SYMBOLS[PhraseKind.PRONOUN]} )?(?P<encounter>{ENCOUNTER})"
    if name == "quoted":
        return rf"(?P<quoted>{QUOTED})"
    if name in ("date", "place", "state"):
        article = "(?:the )?" if sides and name != "date" else ""  # "to the | Kyrgyz Republic"
        return f"{article}(?P<{name}>[{symbols}])"
    if name == "speaker":
        return rf"(?P<speaker>[{symbols}])"
    one = rf"[{symbols}]{_BESIDE}"
    single = rf"(?:(?:{sides}|{_OWNER}) ){{0,{_SIDE_DEPTH}}}{one}" if sides else one
    following = rf"(?:(?:the|a|an|his|her|their|its|{_OWNER}) (?:visiting )?)?{one}"
    owned = rf"(?:{SYMBOLS[PhraseKind.COUNTRY]}'s (?=[{PERSONS}]))?" if name == "whom" else ""  # "Chile's | P"
    return rf"{owned}(?P<{name}>{single}(?:(?:{_JOINED}){following}){{0,40}})"


@cache
def _adverbials() -> str:
    """Words of place, time and manner between two parts of a pattern."""
    words = factored(load("modality")["adverbials"], small)
    where = rf"(?:(?:on|in|at|from|to|during) (?:the )?)?[{_ADJUNCTS}]|at (?:the )?[{PLACES}]"
    own = rf"(?:in|at) (?:{SYMBOLS[PhraseKind.PRONOUN]}|the) (?:\w+ )?(?:office|residence|headquarters|premises|seat)"
    return rf"(?:(?:{words}|\w+ly|{where}|{own}),? ){{0,3}}?"


@cache
def _auxiliaries() -> str:
    words = factored(load("modality")["auxiliaries"], small)
    adjunct = rf"(?:(?:on|in|at|from) )?[{_ADJUNCTS}],?"
    return rf"(?:(?:{words}|\w+ly|{adjunct}) ){{0,7}}"

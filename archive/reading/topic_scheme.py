"""The topic scheme, compiled: the labels and wordings of ``seeds/topics.toml`` as patterns, anchored at their letters.

A label stands for its spellings, its numbers and its order of words: "trafficking of arms", "trafficking of the heavy
arms" and "arms trafficking" are one label.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

import ahocorasick  # type: ignore[import-not-found]

from archive.resources import SEEDS

_GAP = r"(?:(?:[^\s.;:!?]+,? ){0,5})"  # `...`: up to five words of the same clause
_ANCHOR = 24  # letters of a wording that the automaton looks for, at most
_LETTERS = re.compile(r"(?:[\w ]|\\\.)+")
_EITHER_ORDER = " <-> "

# A short first word is too common to be looked for alone: "e-?filing".
_SHORT_OPENING = re.compile(r"(\w{1,5})-\?(\w{2,})(?![?*])")

# What is spelled in two ways.
_SPELLINGS = (
    (re.compile(r"(?<=[a-z]{3})i[sz](?=(?:ation|ed|ing)\b)"), "i[sz]"),
    (re.compile(r"\b(lab|hon|behavi|neighb|harb|col)ou?r"), r"\1ou?r"),
    (re.compile(r"(?<=en)[cs]e\b(?<=(?:off|def)en[cs]e)|(?<=licen)[cs]e\b"), "[cs]e"),
    (re.compile(r"\bcent(?:re|er)\b"), "cent(?:re|er)"),
    (re.compile(r"\bprogram(?:me)?\b"), "program(?:me)?"),
)
_DOING = re.compile(r"(\w+) (\w+(?:ing|ion|ment|ery|ange|fer|eft|ade|ure|ence))")  # "asset recovery", "drug trade"
_OF = re.compile(r"(\w+(?:ing|ion|ment|ery|ange|fer|eft|ade|ure|ence)) of (\w+)")  # "transfer of prisoners"
_OF_SOME = r" of (?:(?:the|its|their|his|her|such|all) )?(?:\w+ )?"


@dataclass(frozen=True, slots=True)
class Wording:
    """One way to speak of a topic. ``in_capitals`` says that it counts in capitals only: "AI"."""

    slug: str
    words: str
    in_capitals: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """The compiled topic scheme: the wordings that say a topic, and the hints that do where a text says none."""

    automaton: Any
    hints: Any
    broader: dict[str, str]


class Opening:
    """The wordings that open with the same letters, and whether any of them stands somewhere."""

    def __init__(self, wordings: list[Wording]) -> None:
        self.wordings = wordings

    @cached_property
    def any(self) -> re.Pattern[str]:
        """All of them at once, which is far faster than one after the other."""
        return re.compile("|".join(_expression(wording.words) for wording in self.wordings))


@cache
def compile_wording(words: str) -> re.Pattern[str]:
    """The pattern of one wording of the scheme.

    Spaces and hyphens are alike, `...` is a gap of up to five words, and what stands on the two sides of `<->` may
    stand in either order.
    """
    return re.compile("|".join(map(_expression, _orders(words))))


def _expression(words: str) -> str:
    pattern = re.sub(r" ?\.\.\. ?", "\x00", words).replace(" ", "\x01").replace("-?", "[ -]?")
    pattern = pattern.replace("\x00", rf"[ \n-]+{_GAP}").replace("\x01", r"[ \n-]+")
    return rf"(?:{pattern})(?!\w)"


def _orders(words: str) -> Iterator[str]:
    """A wording in each order of its words: that of "freez\\w* <-> assets?|accounts?" in two."""
    one, arrow, other = words.partition(_EITHER_ORDER)
    if not arrow:
        yield words
        return
    yield f"({one}) ... ({other})"
    yield f"({other}) ... ({one})"


def _labels(words: str) -> Iterator[str]:
    """A label as wordings: its last word may stand in the plural, and "drug trade" is the "trade of drugs" as well."""
    words = words.lower()
    yield _label(words)
    if doing := _DOING.fullmatch(words):
        yield _several(doing[2]) + _OF_SOME + _several(doing[1])
    elif of := _OF.fullmatch(words):
        yield _several(of[1]) + _OF_SOME + _several(of[2])
        yield f"{of[2].removesuffix('s')}s? {_several(of[1])}"


def _label(words: str) -> str:
    words = re.escape(words).replace(r"\ ", " ").replace(r"\-", "-?")
    for spelling, either in _SPELLINGS:
        words = spelling.sub(either, words)
    return _several(words)


def _several(words: str) -> str:
    if words.endswith("y"):
        return f"{words[:-1]}(?:y|ies)"
    return words if words.endswith("s") else f"{words}(?:s|es)?"


def _anchors(pattern: str) -> Iterator[str]:
    """The letters that a wording may begin with, hyphens as spaces: those of its opening choice, or its first ones."""
    if pattern.startswith("("):
        openings, rest = _choice(pattern)
        for opening in openings:
            yield from _anchors(opening + rest if _LETTERS.fullmatch(opening) else opening)
        if rest.startswith("?"):
            yield from _anchors(rest[1:])
        return
    literal = _LETTERS.match(pattern)
    if literal is None:
        raise ValueError(f"a wording opens with letters or a choice of words: {pattern}")
    short = _SHORT_OPENING.match(pattern)
    if short:
        yield from (f"{short[1]}{between}{short[2]}"[:_ANCHOR] for between in ("", " "))
        return
    letters = literal.group().replace("\\.", ".")
    if pattern[literal.end() : literal.end() + 1] in ("?", "*"):
        letters = letters[:-1]
    yield letters.rstrip()[:_ANCHOR].rstrip()


def _choice(pattern: str) -> tuple[list[str], str]:
    """The choices between the brackets that a pattern opens with, and what follows these."""
    openings, depth, start = [], 0, 1
    for at, letter in enumerate(pattern):
        depth += (letter == "(") - (letter == ")")
        if (letter == "|" and depth == 1) or depth == 0:
            openings.append(pattern[start:at])
            start = at + 1
        if depth == 0:
            return openings, pattern[start:]
    raise ValueError(f"a bracket stays open: {pattern}")


@cache
def scheme() -> Scheme:
    """The topic scheme, compiled once."""
    topics = tomllib.loads((SEEDS / "topics.toml").read_text(encoding="utf-8"))["topic"]
    said = (wording for topic in topics for wording in _wordings(topic))
    hinted = (
        Wording(topic["slug"], words) for topic in topics for hint in topic.get("hints", ()) for words in _orders(hint)
    )
    broader = {topic["slug"]: topic["broader"] for topic in topics if "broader" in topic}
    return Scheme(_automaton(said), _automaton(hinted), broader)


def _automaton(wordings: Iterable[Wording]) -> Any:
    """What finds the first letters of wordings, each with the wordings that open so."""
    openings: dict[str, dict[Wording, None]] = {}
    for wording in wordings:
        for anchor in _anchors(wording.words):
            openings.setdefault(anchor, {})[wording] = None
    automaton = ahocorasick.Automaton()
    for anchor, entries in openings.items():
        automaton.add_word(anchor, (len(anchor), Opening(list(entries))))
    automaton.make_automaton()
    return automaton


def _wordings(topic: dict[str, Any]) -> Iterator[Wording]:
    slug = topic["slug"]
    if "broader" in topic or slug == "legal-cooperation":  # "crime" and "rights" alone are no subject
        for words in _labels(topic["label"]):
            yield Wording(slug, words)
    for label in topic["labels"]:
        for words in _labels(label):
            yield Wording(slug, words, label.isupper())
    for pattern in topic.get("patterns", ()):
        for words in _orders(pattern):
            yield Wording(slug, words)


def is_below(narrow: str, broad: str) -> bool:
    """Whether the topic ``narrow`` stands somewhere below ``broad``."""
    broader = scheme().broader
    above = broader.get(narrow)
    while above is not None:
        if above == broad:
            return True
        above = broader.get(above)
    return False


def heading(slug: str) -> str:
    """The most general heading above a topic."""
    broader = scheme().broader
    while slug in broader:
        slug = broader[slug]
    return slug

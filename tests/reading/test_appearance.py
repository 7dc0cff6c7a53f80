"""The same text in another dress: line ends, spaces and marks that a page changes leave the facts as they are."""

import re
import textwrap
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading import read
from archive.reading.output import as_json

GOLD = Path(__file__).parent.parent / "gold"
TEXTS = sorted((*(GOLD / "dev").glob("*[13579]_*.txt"), *(GOLD / "written" / "seen").glob("*.txt")))

# What tells where something stands, not what it is.
POSITIONS = frozenset(("span", "spans", "start", "end", "evidence", "mentions", "epithets", "rule"))
INVISIBLE = "\u00ad\u200b\u200f\ufeff"
MARKS = str.maketrans(dict.fromkeys("“”«»„", '"') | dict.fromkeys("‘’", "'") | dict.fromkeys(INVISIBLE, ""))


def wrapped(text: str, width: int) -> str:
    """The text with its lines broken at a width."""
    fill = textwrap.TextWrapper(width, break_long_words=False, break_on_hyphens=False).fill
    return "\n".join(fill(line) for line in text.split("\n"))


DRESSES: dict[str, Callable[[str], str]] = {
    "wrapped at 72": lambda text: wrapped(text, 72),
    "wrapped at 90": lambda text: wrapped(text, 90),
    "one line end between paragraphs": lambda text: text.replace("\n\n", "\n"),
    "line ends of Windows": lambda text: text.replace("\n", "\r\n"),
    "wrapped with line ends of Windows": lambda text: wrapped(text, 90).replace("\n", "\r\n"),
    "two spaces after a sentence": lambda text: re.sub(r"(?<=[a-z][.!?]) (?=[A-Z])", "  ", text),
    "spaces before line ends": lambda text: wrapped(text, 90).replace("\n", "  \n"),
    "form feeds": lambda text: text.replace("\n\n", "\n\f\n"),
    "non-breaking spaces": lambda text: text.replace(" ", "\u00a0"),
    "soft hyphens": lambda text: re.sub(r"(?<=\w{4})(?=\w{4})", "\u00ad", text),
    "marks of direction": lambda text: re.sub(r"(?<=[.,:])(?= )", "\u200f", text),
    "zero-width spaces": lambda text: text.replace(" ", " \u200b"),
    "byte order mark": lambda text: f"\ufeff{text}",
    "straight marks": lambda text: re.sub("[“”«»„]", '"', text),
    "German marks": lambda text: text if "„" in text else text.translate(str.maketrans("“”", "„“")),
}


@cache
def facts(text: str) -> list[str]:
    """What a reading says, without where it stands and how it is spaced and marked."""
    found = as_json(read(text), text, document="text")
    del found["title"]
    return sorted(f"{kind}: {_plain(each)}" for kind, facts in found.items() if kind != "document" for each in facts)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items() if key not in POSITIONS}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return " ".join(value.translate(MARKS).split()) if isinstance(value, str) else value


# Pages that are read otherwise when their lines are broken elsewhere: programmes, minutes, tables, signatures and
# headings of several lines, where a line means something. Whoever mends one takes it out: a test that passes fails.
LOST = frozenset(
    (
        ("e12", "one line end between paragraphs"),
        ("f07", "wrapped at 72"),
        ("f07", "spaces before line ends"),
        ("f10", "wrapped at 72"),
        ("f14", "spaces before line ends"),
        ("g06", "wrapped at 90"),
        ("g06", "wrapped with line ends of Windows"),
        ("i06", "wrapped at 72"),
        ("i10", "wrapped at 90"),
        ("i10", "wrapped with line ends of Windows"),
        ("nt05", "spaces before line ends"),
        ("q14-santo-domingo-programme", "spaces before line ends"),
        ("r07-korea-police-wire", "one line end between paragraphs"),
        ("s11_tokyo-thai-consultation", "wrapped at 72"),
        ("x15_sofia_joint_declaration", "wrapped at 72"),
        ("xg08", "wrapped at 72"),
        ("xg08", "spaces before line ends"),
        ("xl05", "wrapped at 72"),
        ("y02_caricom-legal-affairs-communique", "spaces before line ends"),
        ("z12_oag-thailand-annual-report", "wrapped at 72"),
    )
)


def worn(path: Path, dress: str) -> Any:
    """A text in a dress, as a case of a test."""
    lost = [pytest.mark.xfail(reason="its lines mean something", strict=True)] if (path.stem, dress) in LOST else []
    return pytest.param(path, dress, marks=lost)


# Each text wears every third dress, by its name: a text that is added changes nobody's dress.
WORN = [
    worn(path, dress) for path in TEXTS for j, dress in enumerate(DRESSES) if (crc32(path.stem.encode()) + j) % 3 == 0
]


@pytest.mark.parametrize(("path", "dress"), WORN, ids=lambda value: getattr(value, "stem", value)[:24])
def test_a_page_that_looks_different_says_the_same(path: Path, dress: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert facts(DRESSES[dress](text)) == facts(text)


def test_spans_stand_where_their_words_stand_among_invisible_characters() -> None:
    text = (
        "On 3 May 2023 the Prosecutor Gene\u00adral of Chile, Ana So\u00adto, met Rui Lima in Fa\u200bro.\n\n"
        "“We\u00adgo on,” said Soto."
    )
    found = read(text)
    words = [mention.span.of(text) for person in found.persons for mention in person.mentions]
    assert "Ana So\u00adto" in words and [person.name for person in found.persons] == ["Ana Soto", "Rui Lima"]
    assert [each.span.of(text) for each in found.quotations] == ["We\u00adgo on,"]


@given(st.text(alphabet=f"{INVISIBLE} .“”", max_size=20))
def test_a_text_of_little_but_invisible_characters_reads_as_nothing(text: str) -> None:
    found = read(text)
    assert not found.persons and not found.meetings

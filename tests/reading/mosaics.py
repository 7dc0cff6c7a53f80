"""Texts that nobody wrote: pieces of the gold texts, cut anywhere and put together, as true words in a false order.

Real words bring every rule of the reading into play, and cuts bring them to the edges: of a text, a line, a sentence.
"""

from functools import cache
from pathlib import Path
from random import Random

GOLD = Path(__file__).resolve().parents[1] / "gold"
JOINTS = (" ", " ", " ", "\n", "\n\n", ", ", ". ", ": ", " – ", " “", "” ", " (", ") ", "")


@cache
def texts() -> tuple[str, ...]:
    """The texts of the gold, in the order of their names."""
    return tuple(path.read_text(encoding="utf-8") for path in sorted(GOLD.rglob("*.txt")))


def mosaic(random: Random) -> str:
    """A text of pieces of many texts, some of a few words and some of a few sentences."""
    pieces = []
    for _ in range(random.randint(1, 8)):
        text = texts()[random.randrange(len(texts()))]
        start = random.randrange(len(text))
        piece = text[start : start + random.choice((12, 40, 120, 400))]
        words = piece.split(" ")
        if random.random() < 0.25:
            random.shuffle(words)
        pieces += [" ".join(words), random.choice(JOINTS)]
    return "".join(pieces)

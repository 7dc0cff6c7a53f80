"""A text is read in proportion to its length, whatever it repeats."""

import gc
import time
from itertools import product

import pytest

from archive.reading import read
from archive.reading.segments import segment

LENGTH = 8_000
TIMES = 8
BOUND = 3 * TIMES  # the square would be TIMES times TIMES; blocks and sentences of the short text may be shorter
NAMES = 280  # different ones in a text

PIECES = [
    "Ana Maria Soto Perez ",
    "Prosecutor General Ana Soto met Minister of Justice Juan Perez. ",
    "“trust” ",
    "“We will go on,” said Ana Soto. ",
    "“We go on\n\n",
    "“",
    '"',
    "(",
    ",",
    "Abc Def ",
    "3 May 2022 ",
    "Peru, Chile and France, ",
    "Peru met Chile. ",
    "The meeting was held in Lima. ",
    "agreement between Peru and Chile ",
    "An agreement between Peru and Chile was signed. ",
    "both sides ",
    "He said that he met him. ",
    "LIMA, 3 May 2022 – Peru met Chile.\n",
    "the Ministry of Justice of Peru ",
    "- item\n",
    "of the ",
    "a line\n",
    "\n",
    " ",
    "1",
    "a",
    "A. ",
]


def seconds(text: str) -> float:
    """The processor time of one reading; garbage is not looked for meanwhile, for that depends on the tests before."""
    gc.disable()
    try:
        started = time.process_time()
        read(text)
        return time.process_time() - started
    finally:
        gc.enable()


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_a_repeated_phrase_is_read_in_proportion(piece: str) -> None:
    short = piece * (LENGTH // len(piece))
    few = min(seconds(short) for _ in range(3))
    many = seconds(short * TIMES)
    assert many < BOUND * max(few, 0.004)


DIFFERENT = {
    "bodies": "The {name} Court met the Court. ",
    "instruments": "An agreement on {name} between Peru and Chile was signed. ",
    "acronyms": "They signed the {name} Agreement ({acronym}). ",
}


@pytest.mark.parametrize("sentence", DIFFERENT.values(), ids=DIFFERENT)
def test_names_that_are_all_different_are_read_in_proportion(sentence: str) -> None:
    names = ["".join(letters) for letters in product("BDFGKLMNPRSTVZ", "aeiou", "bdfglmnprst", "aei")]
    several = [sentence.format(name=name, acronym=name.upper()) for name in names[: TIMES * NAMES]]
    seconds("".join(several[:9]))  # so that nothing is compiled while it is measured
    assert seconds("".join(several)) < BOUND * seconds("".join(several[:NAMES]))


def test_no_sentence_is_longer_than_a_person_writes() -> None:
    layout = segment("One without an end " * 2_000)
    assert max(each.span.end - each.span.start for each in layout.sentences) <= 4_000
    assert "".join(each.span.of(layout.view) for each in layout.sentences).replace(" ", "") == "Onewithoutanend" * 2_000

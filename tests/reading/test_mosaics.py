"""Any text of pieces of real ones gives rows, and the same ones in every process."""

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.loading.derivation import derive
from archive.loading.packing import pack
from archive.loading.texts import SourceText, checksum
from archive.reading import read
from archive.reading.explaining import explain
from archive.reading.output import as_json
from tests.reading.mosaics import mosaic

DAYS = (None, "2025-06-12", "2025-05", "2025")
READ = 100  # mosaics that are read in two processes


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.randoms(use_true_random=False), st.sampled_from(DAYS))
def test_a_mosaic_gives_rows_whose_words_are_its_own(random: Random, published: str | None) -> None:
    text = mosaic(random)
    reading = read(text, published=published)
    source = SourceText("mosaic", text, "mosaic.txt", checksum(text), published=published)
    rows = derive(source, reading, reader_version="1")
    assert pack(rows).slug == "mosaic"
    spans = [(row.start, row.end) for each in (rows.mentions, rows.evidence, rows.quotations) for row in each]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(each.sentence.span.end <= len(text) for each in explain(text, published=published))
    places = {id(place) for place in reading.places}
    assert all(place.mentions for place in reading.places)
    assert all(id(meeting.place) in places for meeting in reading.meetings if meeting.place)


@pytest.mark.parametrize(
    "text", ["former ministers met.", "er, the latter said", "Judge Ana Soto spoke.\n\nAddress by"]
)
def test_words_that_point_to_what_the_edge_of_a_text_cuts_off_do_no_harm(text: str) -> None:
    assert read(text).meetings == ()


def test_a_reading_does_not_depend_on_the_order_in_which_a_process_keeps_words() -> None:
    """The order of a set of words is another one in each process that does not fix it."""

    def read_in_a_process(seed: str) -> str:
        script = "from tests.reading.test_mosaics import all_read; print(all_read())"
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        return subprocess.check_output([sys.executable, "-c", script], env=environment, text=True, cwd=Path.cwd())

    assert read_in_a_process("1") == read_in_a_process("2")


def all_read() -> str:
    """The readings of some mosaics, as one number."""
    random, digest = Random(20), sha256()
    for _ in range(READ):
        text = mosaic(random)
        digest.update(repr(as_json(read(text, published="2025-06-12"), text, document="mosaic")).encode())
    return digest.hexdigest()

"""``archive read``."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from archive.loading import SourceText, sources
from archive.reading import read
from archive.reading.facts import Reading
from archive.reading.output import as_json
from archive.resources import SEEDS

from .conftest import COMMAND, Run

TEXTS = SEEDS / "documents"
DATED = "Last year Prosecutor General of Norway Ann Lee met Minister of Justice of Belize Bo Ray in Oslo.\n"
KEYS = [*("document", "title", "persons", "organizations", "countries"), *("places", "meetings", "agreements")]
KEYS += ["quotations", "topics"]


def readings(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """A folder with a dated text and one below it."""
    (tmp_path / "below").mkdir()
    (tmp_path / "a.txt").write_text(DATED)
    (tmp_path / "below" / "b.txt").write_text("Nothing.")
    (tmp_path / "note.md").write_text("No text of the archive.")
    (tmp_path / "sources.toml").write_text('[[document]]\nfile = "a.txt"\npublished = "2021-05-04"\n')
    return tmp_path


def test_a_folder_gives_a_line_for_every_text_below_it(run: Run, texts: Path) -> None:
    done = run("read", str(texts))
    assert (done.code, done.err) == (0, "")
    assert [reading["document"] for reading in readings(done.out)] == ["a", "below/b"]
    assert all(list(reading) == KEYS for reading in readings(done.out))


def test_a_text_is_named_as_the_loading_names_it(run: Run, texts: Path) -> None:
    (texts / "below" / "a.txt").write_text("Another a.")
    named = [source.slug for source in sources([texts]) if isinstance(source, SourceText)]
    assert [reading["document"] for reading in readings(run("read", str(texts)).out)] == named


def test_the_facts_are_those_of_the_reading(run: Run) -> None:
    for path in sorted(TEXTS.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        (found,) = readings(run("read", str(path)).out)
        published = {"000": "2022-11", "001": "2024-10-22", "003": "2022-01"}.get(path.name[:3])
        assert found == as_json(read(text, published=published), text, document=path.stem)


def test_sources_toml_dates_what_is_relative(run: Run, texts: Path) -> None:
    (texts / "sources.toml").unlink()
    undated = run("read", str(texts / "a.txt")).out
    (texts / "sources.toml").write_text('[[document]]\nfile = "a.txt"\npublished = "2021-05-04"\n')
    dated = run("read", str(texts / "a.txt")).out
    assert '"2020"' not in undated
    assert '"2020"' in dated


def test_standard_input_is_a_text(texts: Path) -> None:
    done = subprocess.run((*COMMAND, "read", "-"), input=DATED, capture_output=True, text=True, check=True)
    (found,) = readings(done.stdout)
    assert found["document"] == "stdin"


def test_jsonl_keeps_the_ids_and_the_dates(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "texts"
    lines = [{"id": "n/1", "text": DATED, "published": "2021-05-04"}, {"id": 7, "text": DATED}]
    corpus.write_text("".join(json.dumps(line) + "\n" for line in lines))
    done = run("read", "--jsonl", str(corpus))
    assert [reading["document"] for reading in readings(done.out)] == ["n/1", "7"]
    assert ['"2020"' in line for line in done.out.splitlines()] == [True, False]


def test_paths_are_read_in_the_order_in_which_they_are_given(run: Run, texts: Path) -> None:
    (texts / "below" / "a.txt").write_text("Another a.")
    done = run("read", str(texts / "below" / "b.txt"), str(texts / "below" / "a.txt"), str(texts / "a.txt"))
    assert [reading["document"] for reading in readings(done.out)] == ["b", "a", "a"]


def test_a_bad_text_stops_no_other(run: Run, texts: Path) -> None:
    (texts / "a.txt").write_bytes(b"\xff\xfe\x00")
    done = run("read", str(texts), "nowhere")
    assert done.code == 3
    assert [reading["document"] for reading in readings(done.out)] == ["below/b"]
    assert len(done.err.splitlines()) == 2
    assert "nowhere: is not there" in done.err


def test_nothing_that_can_be_read_is_a_failure(run: Run) -> None:
    done = run("read", "nowhere")
    assert (done.code, done.out) == (1, "")


def test_a_reading_that_breaks_off_stops_no_other(run: Run, texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fragile(text: str, *, published: str | None = None) -> Reading:
        if text == DATED:
            raise RecursionError("too deep")
        return read(text, published=published)

    monkeypatch.setattr("archive.reading.read", fragile)
    done = run("read", str(texts))
    assert done.code == 3
    assert [reading["document"] for reading in readings(done.out)] == ["below/b"]
    assert "a.txt: the reading broke off" in done.err


def test_explain_shows_every_sentence_with_its_rules_and_its_silence(run: Run, texts: Path) -> None:
    done = run("read", "--explain", str(texts))
    assert done.code == 0
    assert "person        Ann Lee · Prosecutor General, NO  (office-before)" in done.out
    assert "meeting       bilateral, held · Oslo · 2020" in done.out
    assert "1 [paragraph] Nothing.\n    nothing was read from this sentence" in done.out
    assert "sentences: 1, silent: 1" in done.out

"""``archive read`` and ``archive evaluate``."""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from archive.reading import read
from archive.reading.facts import Reading
from archive.reading.output import as_json
from archive.resources import SEEDS

from .conftest import COMMAND, Run

GOLD = Path(__file__).parents[1] / "gold"
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
    assert [reading["document"] for reading in readings(done.out)] == ["a", "b"]
    assert all(list(reading) == KEYS for reading in readings(done.out))


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
    assert [reading["document"] for reading in readings(done.out)] == ["b"]
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
    assert [reading["document"] for reading in readings(done.out)] == ["b"]
    assert "a.txt: the reading broke off" in done.err


def test_evaluate_gives_figures_for_every_type(run: Run) -> None:
    rows = json.loads(run("evaluate", str(TEXTS), str(GOLD), "--format", "json").out)
    assert {"persons", "meetings", "agreements", "quotes", "topics"} <= {row["type"] for row in rows}
    assert all(0 <= row["precision"] <= 1 and 0 <= row["recall"] <= 1 for row in rows)


def test_evaluate_says_the_mean_in_a_table(run: Run) -> None:
    said = run("evaluate", str(TEXTS), str(GOLD)).out.splitlines()
    assert said[0].split() == ["type", "right", "missed", "invented", "precision", "recall", "f1"]
    assert said[-1].startswith("mean F1 of the types ")


@pytest.fixture
def perfect(tmp_path: Path) -> tuple[Path, Path]:
    """A text without facts and a gold file that says so, but for one person."""
    (tmp_path / "texts").mkdir()
    (tmp_path / "gold").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("Nothing of Ann Xyzzy.")
    keys = ("organizations", "countries", "countries_optional", "meetings", "agreements", "quotes", "topics")
    person = {"name": "Ann Xyzzy", "aliases": [], "offices": [], "optional": False}
    gold = {**{key: [] for key in (*keys, "topics_optional")}, "persons": [person], "url": None, "published": None}
    (tmp_path / "gold" / "a.json").write_text(json.dumps(gold))
    return tmp_path / "texts", tmp_path / "gold"


def test_evaluate_lists_what_was_missed_with_its_sentence(run: Run, perfect: tuple[Path, Path]) -> None:
    (perfect[0] / "a.txt").write_text("Nothing of xyzzy. ann xyzzy Ann Xyzzy")
    rows = json.loads(run("evaluate", *map(str, perfect), "--errors", "-f", "json").out)
    assert all(row["document"] == "a" and row["verdict"] in ("missed", "invented") for row in rows)


def test_evaluate_compares_with_an_older_reading(run: Run, perfect: tuple[Path, Path], tmp_path: Path) -> None:
    now = readings(run("read", str(perfect[0])).out)
    old = tmp_path / "old.jsonl"
    ghost = {"name": "Bo Ghost", "aliases": [], "offices": [], "mentions": [[0, 1]]}
    old.write_text(json.dumps({**now[0], "persons": [*now[0]["persons"], ghost]}) + "\n")
    rows = json.loads(run("evaluate", *map(str, perfect), "--diff", str(old), "-f", "json").out)
    assert [(row["type"], row["change"], row["what"]) for row in rows] == [("persons", "lost", "Bo Ghost")]


def test_evaluate_without_gold_uses_the_marks_of_a_corpus(run: Run, tmp_path: Path) -> None:
    corpus = tmp_path / "marked.jsonl"
    corpus.write_text(json.dumps({"id": "1", "text": "In Norway.", "persons": [], "countries": [[3, 9, "NO"]]}) + "\n")
    (row,) = json.loads(run("evaluate", str(corpus), "-f", "json").out)
    assert (row["type"], row["right"], row["missed"]) == ("countries", 1, 0)


@pytest.mark.parametrize(
    ("content", "said"),
    [("{", "cannot be used"), ("[1]\n", "line 1 is not a JSON object"), ('{"a": 1}\n', "a line is not a reading")],
)
def test_a_file_that_holds_no_readings_is_one_message(
    run: Run, perfect: tuple[Path, Path], tmp_path: Path, content: str, said: str
) -> None:
    (tmp_path / "old").write_text(content)
    done = run("evaluate", *map(str, perfect), "--diff", str(tmp_path / "old"))
    assert done.code == 1
    assert said in done.err


def test_texts_without_gold_files_are_named(run: Run, perfect: tuple[Path, Path]) -> None:
    (perfect[1] / "a.json").unlink()
    done = run("evaluate", *map(str, perfect))
    assert (done.code, done.out) == (1, "")
    assert "has no gold file" in done.err
    assert "NAME.json for NAME.txt" in done.err


def test_texts_and_gold_may_be_lines_of_files(run: Run, perfect: tuple[Path, Path], tmp_path: Path) -> None:
    texts, gold = tmp_path / "texts.jsonl", tmp_path / "gold.jsonl"
    lines = [{"id": name, "text": (perfect[0] / "a.txt").read_text()} for name in ("a", "b")]
    texts.write_text("".join(json.dumps(line) + "\n" for line in lines))
    gold.write_text(json.dumps({"id": "a", **json.loads((perfect[1] / "a.json").read_text())}) + "\n")
    done = run("evaluate", str(texts), str(gold), "-f", "json")
    assert [row["type"] for row in json.loads(done.out)] == ["persons"]
    assert f"has no gold of b in {gold}" in done.err


def test_gold_that_is_none_is_one_message(run: Run, perfect: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("[1]\n")
    done = run("evaluate", str(perfect[0]), str(tmp_path / "gold.jsonl"))
    assert done.code == 1
    assert "gold.jsonl cannot be used: line 1 is not a JSON object" in done.err


def test_explain_shows_every_sentence_with_its_rules_and_its_silence(run: Run, texts: Path) -> None:
    done = run("read", "--explain", str(texts))
    assert done.code == 0
    assert "person        Ann Lee · Prosecutor General, NO  (office-before)" in done.out
    assert "meeting       bilateral, held · Oslo · 2020" in done.out
    assert "1 [paragraph] Nothing.\n    nothing was read from this sentence" in done.out
    assert "sentences: 1, silent: 1" in done.out

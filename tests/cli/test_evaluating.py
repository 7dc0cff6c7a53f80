"""``archive evaluate``."""

import json
from pathlib import Path
from typing import Any

import pytest

from archive.reading import read
from archive.reading.facts import Reading
from archive.resources import SEEDS

from .conftest import Outcome, Run

GOLD = Path(__file__).parents[1] / "gold"
TEXTS = SEEDS / "documents"


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
    now = [json.loads(line) for line in run("read", str(perfect[0])).out.splitlines()]
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
    [
        ("\n{", "old:2 cannot be used: it is not JSON"),
        ("[1]\n", "old:1 cannot be used: it is not an object"),
        ('{"a": 1}\n', "document is missing"),
    ],
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
    assert done.code == 3
    assert [row["type"] for row in json.loads(done.out)] == ["persons"]
    assert f"has no gold of b in {gold}" in done.err


def test_gold_that_is_none_is_one_message(run: Run, perfect: tuple[Path, Path], tmp_path: Path) -> None:
    (tmp_path / "gold.jsonl").write_text("[1]\n")
    done = run("evaluate", str(perfect[0]), str(tmp_path / "gold.jsonl"))
    assert done.code == 1
    assert "gold.jsonl:1 cannot be used: it is not an object" in done.err


def test_gold_of_a_folder_stands_beside_its_text(run: Run, perfect: tuple[Path, Path]) -> None:
    for folder, name in zip(perfect, ("a.txt", "a.json"), strict=True):
        (folder / "below").mkdir()
        (folder / name).rename(folder / "below" / name)
    done = run("evaluate", *map(str, perfect), "--errors", "-f", "json")
    assert (done.code, done.err) == (0, "")
    assert {row["document"] for row in json.loads(done.out)} <= {"below/a"}


def test_texts_that_cannot_be_compared_are_failures(
    run: Run, perfect: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fragile(text: str, *, published: str | None = None) -> Reading:
        if text == "Too deep.":
            raise RecursionError("too deep")
        return read(text, published=published)

    monkeypatch.setattr("archive.reading.read", fragile)
    assert run("evaluate", *map(str, perfect)).code == 0
    (perfect[0] / "b.txt").write_bytes(b"\xff\xff")
    assert run("evaluate", *map(str, perfect)).code == 3
    (perfect[0] / "b.txt").write_text("No gold.")
    assert run("evaluate", *map(str, perfect)).code == 3
    (perfect[0] / "b.txt").write_text("Too deep.")
    (perfect[1] / "b.json").write_text((perfect[1] / "a.json").read_text())
    done = run("evaluate", *map(str, perfect))
    assert done.code == 3
    assert "b.txt: the reading broke off" in done.err


def with_gold(run: Run, perfect: tuple[Path, Path], **changes: Any) -> Outcome:
    """Evaluate with other gold; what is None is taken away."""
    file = perfect[1] / "a.json"
    changed = {**json.loads(file.read_text()), **changes}
    file.write_text(json.dumps({key: value for key, value in changed.items() if value != "away"}))
    return run("evaluate", *map(str, perfect))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"persons": "away"}, "persons is missing", id="missing-list"),
        pytest.param({"persons": None}, "persons is not a list", id="null"),
        pytest.param({"persons": [{}]}, "persons[0].name is missing", id="missing-name"),
        pytest.param({"countries": ["NO", 5]}, "countries[1] is not words", id="number"),
        pytest.param({"published": 5}, "published is not words or null", id="published"),
        pytest.param({"published": "in May"}, "published:", id="no-edtf"),
        pytest.param({"quotes": [{"speaker": None, "text": ""}]}, "quotes[0].text is not words", id="no-words"),
        pytest.param({"quotes": ["Yes."]}, "quotes[0] is not an object", id="no-object"),
        pytest.param({"topics_optional": 1}, "topics_optional is not a list", id="optional"),
        pytest.param(
            {"organizations": [{"name": "X", "country": None, "name_accept": "Y"}]},
            "organizations[0].name_accept is not a list",
            id="accepted",
        ),
    ],
)
def test_gold_of_another_shape_names_the_file_and_the_key(
    run: Run, perfect: tuple[Path, Path], changes: dict[str, Any], said: str
) -> None:
    done = with_gold(run, perfect, **changes)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"archive: The gold file {perfect[1] / 'a.json'} cannot be used: {said}")


def test_what_may_be_missing_in_gold_is_empty(run: Run, perfect: tuple[Path, Path]) -> None:
    before = run("evaluate", *map(str, perfect))
    persons = [{"name": "Ann Xyzzy", "offices": []}]
    absent = dict.fromkeys(("countries_optional", "topics_optional", "url", "published"), "away")
    assert with_gold(run, perfect, persons=persons, **absent) == before


def test_gold_of_one_id_stands_in_one_line(run: Run, perfect: tuple[Path, Path], tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    line = json.dumps({"id": "a", **json.loads((perfect[1] / "a.json").read_text())})
    gold.write_text(f"{line}\n\n{line}\n")
    done = run("evaluate", str(perfect[0]), str(gold))
    assert done.code == 1
    assert f"{gold}:3 cannot be used: its id 'a' is that of line 1, too" in done.err


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"persons": [{}]}, "persons[0].name is missing", id="person"),
        pytest.param({"quotations": [{"speaker": None, "start": 4, "end": 2}]}, "quotations[0] is not", id="quotation"),
        pytest.param({"topics": [{"slug": "x", "mentions": [[1]]}]}, "topics[0].mentions[0] is not", id="span"),
        pytest.param({"meetings": [{}]}, "meetings[0].kind is missing", id="meeting"),
    ],
)
def test_a_reading_of_another_shape_names_the_line_and_the_key(
    run: Run, perfect: tuple[Path, Path], tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    old = tmp_path / "old.jsonl"
    old.write_text(json.dumps({**json.loads(run("read", str(perfect[0])).out), **changes}))
    done = run("evaluate", *map(str, perfect), "--diff", str(old))
    assert (done.code, done.out) == (1, "")
    assert f"{old}:1 cannot be used: {said}" in done.err


MARKED: dict[str, Any] = {"id": "1", "text": "In Norway.", "persons": [], "countries": [[3, 9, "NO"]]}


def with_marks(run: Run, folder: Path, *lines: dict[str, Any]) -> Outcome:
    corpus = folder / "marked.jsonl"
    corpus.write_text("".join(json.dumps({**MARKED, **line}) + "\n" for line in lines))
    return run("evaluate", str(corpus), "-f", "json")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        pytest.param({"countries": 5}, "countries is not a list", id="number"),
        pytest.param({"countries": [[3, 9]]}, "countries[0] is not a marked country", id="no-code"),
        pytest.param({"persons": [[9, 3]]}, "persons[0] is not a span", id="backwards"),
    ],
)
def test_marks_of_another_shape_name_the_line_and_the_key(
    run: Run, tmp_path: Path, changes: dict[str, Any], said: str
) -> None:
    done = with_marks(run, tmp_path, {}, {"id": "2", **changes})
    assert (done.code, done.out) == (1, "")
    assert f"marked.jsonl:2 cannot be used as a marked text: {said}" in done.err


def test_marks_of_one_id_belong_to_one_text(run: Run, tmp_path: Path) -> None:
    done = with_marks(run, tmp_path, {}, {"text": "Nowhere.", "countries": []})
    assert (done.code, done.out) == (1, "")
    assert "marked.jsonl:2" in done.err
    assert "its id '1' is that of line 1, too" in done.err


def test_marks_are_keys_of_a_marked_text(run: Run, tmp_path: Path) -> None:
    done = with_marks(run, tmp_path, {"id": 1}, {"id": 2})
    assert (done.code, done.err) == (0, "")
    assert with_marks(run, tmp_path, {}, {"id": 2, "text": " "}).code == 3

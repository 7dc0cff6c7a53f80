"""The gold files that the archive is measured by."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from archive.evaluation import FactType, evaluate
from archive.evaluation.shapes import GOLD as GOLD_SHAPE
from archive.evaluation.shapes import fitted

from .build import Object

GOLD = Path(__file__).parent.parent / "gold"
SEEDS = Path(__file__).parent.parent.parent / "seeds" / "documents"


def load(file: Path) -> tuple[str, str, Object]:
    text = next(
        folder / f"{file.stem}.txt" for folder in (SEEDS, file.parent) if (folder / f"{file.stem}.txt").exists()
    )
    return file.stem, text.read_bytes().decode("utf-8"), json.loads(file.read_bytes())


def lines(file: Path) -> list[tuple[str, str, Object]]:
    """The texts of a file of texts, each with its gold from the file beside it."""
    texts = {line["id"]: line["text"] for line in map(json.loads, file.read_text(encoding="utf-8").splitlines())}
    golds = map(json.loads, file.with_suffix(".gold.jsonl").read_text(encoding="utf-8").splitlines())
    return [(gold["id"], texts[gold["id"]], gold) for gold in golds]


BRIEFS = [brief for name in ("seen", "unseen") for brief in lines(GOLD / "briefs" / f"{name}.jsonl")]
FILES = [*(load(file) for file in sorted(GOLD.rglob("*.json"))), *BRIEFS]


def as_output(text: str, gold: Object) -> Object:
    """The reading that a gold file describes, optional items included."""

    def spans(words: str) -> list[list[int]]:
        start = text.find(words)
        return [[start, start + len(words)]] if start >= 0 else []

    def members(item: Object, **lists: str) -> list[Object]:
        empty = {"person": None, "organization": None, "country": None, "role": "party", "signatory": None}
        return [{**empty, key: value} for key, name in lists.items() for value in item[name]]

    meeting_lists = {
        "person": "participants",
        "organization": "participant_organizations",
        "country": "participant_countries",
    }
    party_lists = {"signatory": "signatories", "organization": "party_organizations", "country": "party_countries"}
    return {
        "persons": [{**item, "mentions": spans(item["name"])} for item in gold["persons"]],
        "organizations": [{**item, "mentions": spans(item["name"])} for item in gold["organizations"]],
        "countries": [{"code": code, "mentions": []} for code in gold["countries"]],
        "places": [],
        "meetings": [
            {**item, "participants": members(item, **meeting_lists), "evidence": spans(item["evidence"])}
            for item in gold["meetings"]
        ],
        "agreements": [
            {**item, "parties": members(item, **party_lists), "evidence": spans(item["evidence"])}
            for item in gold["agreements"]
        ],
        "quotations": [
            {"speaker": item["speaker"], "start": start, "end": end}
            for item in gold["quotes"]
            for start, end in spans(item["text"])
        ],
        "topics": [{"slug": slug, "mentions": []} for slug in gold["topics"]],
    }


def without_optional(output: Object) -> Object:
    """The same reading, less what its gold file calls optional."""
    required = deepcopy(output)
    for key in ("persons", "organizations", "meetings", "agreements"):
        required[key] = [item for item in required[key] if not item["optional"]]
    for person in required["persons"]:
        person["offices"] = [office for office in person["offices"] if not office.get("optional")]
    return required


def test_all_gold_files_are_here() -> None:
    assert (len(FILES) - len(BRIEFS), len(BRIEFS)) == (507, 829)


@pytest.mark.parametrize(("name", "text", "gold"), FILES, ids=[name for name, *_ in FILES])
def test_a_reading_that_says_what_the_gold_says_is_perfect(name: str, text: str, gold: Object) -> None:
    full = as_output(text, gold)
    for output in (full, without_optional(full)):
        assert evaluate([(name, text, output, gold)]).errors == ()


@pytest.mark.parametrize(("name", "text", "gold"), FILES, ids=[name for name, *_ in FILES])
def test_an_empty_reading_finds_nothing_and_invents_nothing(name: str, text: str, gold: Object) -> None:
    nothing: Any = {key: [] for key in as_output(text, gold)}
    for figures in evaluate([(name, text, nothing, gold)]).figures.values():
        assert figures.right == figures.invented == 0


def test_gold_has_the_shape_that_is_asked_of_it() -> None:
    for _, _, gold in FILES:
        assert fitted(gold, GOLD_SHAPE).keys() == gold.keys()


def test_a_reading_of_another_text_is_nearly_all_wrong() -> None:
    (name, text, gold), (_, other_text, other_gold) = FILES[0], FILES[-1]
    shifted = {**as_output(other_text, other_gold), "quotations": []}
    scores = evaluate([(name, text, shifted, gold)])
    assert scores.of(FactType.PERSONS).f1 == 0
    assert scores.average < 0.2

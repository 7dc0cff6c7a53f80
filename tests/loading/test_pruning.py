"""What leaves a folder leaves the archive, and nothing else does."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from archive.loading import Failure, LoadReport, Source, load, load_again, sources
from archive.loading.pruning import Roll, gone, withdraw_all
from archive.reading.facts import Reading
from tests.loading.conftest import current_rows, empty
from tests.loading.scripts import read, source
from tests.loading.test_loads import GRUBESA_ALONE, KRASNOV_MEETS


def write(folder: Path, *names: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        script = KRASNOV_MEETS if name < "m" else GRUBESA_ALONE
        (folder / f"{name}.txt").write_text(source(name, script | {"n": name}).text)
    return folder


def bring(archive: Engine, *paths: Path, **options: Any) -> LoadReport:
    return load(archive, sources(paths), **{"read": read, "reader_version": "1", **options})


def left(archive: Engine, *paths: Path) -> tuple[list[str], int]:
    with Roll() as roll:
        load(archive, roll.call(sources(paths)), read=read, reader_version="1")
        assert roll.hidden is None
        return gone(archive, [path.name for path in paths], roll)


def collections(archive: Engine) -> dict[str, str | None]:
    with archive.connect() as connection:
        found = connection.execute(text("SELECT slug, collection FROM archive.documents WHERE is_current"))
        return {row.slug: row.collection for row in found}


def test_what_has_left_a_folder_goes_with_its_facts(archive: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "press", "p", "q")
    bring(archive, folder)
    expected = current_rows(archive)
    empty(archive)
    write(folder, "a", "b")
    bring(archive, folder)
    (folder / "a.txt").unlink()
    (folder / "b.txt").unlink()
    slugs, total = left(archive, folder)
    assert (slugs, total) == (["a", "b"], 4)
    assert withdraw_all(archive, slugs)["meetings"].removed == 1
    assert current_rows(archive) == expected
    assert left(archive, folder) == ([], 2)


def test_other_folders_corpora_and_single_files_are_left_alone(archive: Engine, tmp_path: Path) -> None:
    press, other = write(tmp_path / "press", "a", "b"), write(tmp_path / "other", "c")
    single = write(tmp_path / "single", "d") / "d.txt"
    corpus = tmp_path / "c.jsonl"
    corpus.write_text('{"id": "e", "text": "{}"}\n')
    bring(archive, press, other, single, corpus)
    assert collections(archive) == {"a": "press", "b": "press", "c": "other", "d": None, "e": "c.jsonl"}
    (press / "b.txt").unlink()
    assert left(archive, press) == (["b"], 2)


def test_a_text_that_fails_is_not_gone(archive: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "press", "a", "b")
    bring(archive, folder)
    (folder / "a.txt").write_bytes(b"\xff")
    assert left(archive, folder) == ([], 2)


def test_where_something_cannot_be_looked_into_nobody_knows_what_is_gone(tmp_path: Path) -> None:
    folder = write(tmp_path / "press", "a")
    (folder / "loop").symlink_to(folder)
    with Roll() as roll:
        assert len(list(roll.call(sources([folder])))) == 2
        assert isinstance(roll.hidden, Failure)
        assert "link" in roll.hidden.reason


def test_a_file_that_comes_alone_stays_with_its_folder(archive: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "press", "a")
    bring(archive, folder)
    assert bring(archive, folder / "a.txt").changed_nothing
    (folder / "a.txt").write_text(source("a", GRUBESA_ALONE).text)
    assert bring(archive, folder / "a.txt").documents.changed == 1
    assert collections(archive) == {"a": "press"}


def test_a_folder_with_a_new_name_is_not_read_again(archive: Engine, tmp_path: Path) -> None:
    folder = write(tmp_path / "press", "a", "b")
    bring(archive, folder)

    def refuse(text: str, *, published: str | None = None) -> Reading:
        raise AssertionError("this text was read before")

    report = bring(archive, folder.rename(tmp_path / "releases"), read=refuse)
    assert (report.documents.unchanged, report.documents.total) == (2, 2)
    assert collections(archive) == {"a": "releases", "b": "releases"}


def test_one_text_in_two_folders_belongs_to_the_first(archive: Engine, tmp_path: Path) -> None:
    paths: Iterable[Path] = [write(tmp_path / name, "a") for name in ("b-folder", "a-folder")]
    for _ in range(2):
        bring(archive, *paths)
        assert collections(archive) == {"a": "a-folder"}


def test_a_second_folder_replaces_no_text_of_the_first(archive: Engine, tmp_path: Path) -> None:
    first, second = write(tmp_path / "jan", "a"), write(tmp_path / "feb", "x", "y")
    (second / "x.txt").rename(second / "a.txt")
    bring(archive, first)
    before = current_rows(archive)["documents"]
    report = bring(archive, second)
    assert (report.documents.new, report.documents.failed) == (1, 1)
    (failure,) = report.failures
    assert (failure.path, failure.slug) == (str(second / "a.txt"), "a")
    assert "jan has another text named 'a', which stays as it is" in failure.reason
    assert failure.reason.endswith("load it once with --collection jan")
    assert [row for row in current_rows(archive)["documents"] if row["slug"] == "a"] == before
    above = bring(archive, tmp_path)
    assert (above.documents.failed, set(collections(archive))) == (0, {"a", "y", "feb/a", "feb/y", "jan/a"})


def test_a_folder_says_which_texts_that_came_alone_it_replaces(archive: Engine, tmp_path: Path) -> None:
    alone, folder = write(tmp_path / "alone", "a", "b"), write(tmp_path / "press", "a", "b")
    bring(archive, alone / "a.txt", alone / "b.txt")
    (folder / "a.txt").write_text(source("a", GRUBESA_ALONE).text)
    report = bring(archive, folder)
    assert (report.documents.changed, report.documents.unchanged) == (1, 1)
    assert [str(note) for note in report.notes] == [
        f"{folder / 'a.txt'}: replaces the text of its name that came alone before, which stays as an old text"
    ]
    assert bring(archive, folder).notes == ()


def test_a_name_that_was_taken_since_the_comparison_is_left_alone(archive: Engine, tmp_path: Path) -> None:
    first, second = write(tmp_path / "jan", "a"), write(tmp_path / "feb", "a", "x", "y")
    (second / "x.txt").replace(second / "a.txt")

    def found() -> Iterator[Source]:
        yield from sources([second])  # Both are compared; neither is written yet.
        bring(archive, first)

    report = load(archive, found(), read=read, reader_version="1", jobs=2, batch_size=1)
    assert (report.documents.new, report.documents.failed) == (1, 1)
    assert [failure.path for failure in report.failures] == [str(second / "a.txt")]
    assert "jan has another text named 'a', which stays as it is" in report.failures[0].reason
    assert collections(archive) == {"a": "jan", "y": "feb"}


def test_a_renamed_folder_with_changed_texts_is_loaded_once_under_its_old_name(archive: Engine, tmp_path: Path) -> None:
    bring(archive, write(tmp_path / "press", "a", "b"))
    folder = (tmp_path / "press").rename(tmp_path / "new's")
    (folder / "a.txt").write_text(source("a", GRUBESA_ALONE).text)
    assert bring(archive, folder).documents.failed == 1
    assert collections(archive) == {"a": "press", "b": "new's"}
    once = load(archive, sources([folder], as_collection="press"), read=read, reader_version="1")
    assert (once.documents.changed, once.documents.unchanged) == (1, 1)
    assert bring(archive, folder).documents.unchanged == 2
    assert collections(archive) == {"a": "new's", "b": "new's"}
    other = write(tmp_path / "other", "z")
    (other / "z.txt").rename(other / "b.txt")
    assert bring(archive, other).failures[0].reason.endswith("load it once with --collection 'new'\"'\"'s'")


def test_two_folders_of_one_name_are_told_apart_by_the_name_that_one_is_given(archive: Engine, tmp_path: Path) -> None:
    one, other = write(tmp_path / "x" / "press", "a"), write(tmp_path / "y" / "press", "b")
    bring(archive, one)
    load(archive, sources([other], as_collection="other"), read=read, reader_version="1")
    assert collections(archive) == {"a": "press", "b": "other"}
    (one / "a.txt").rename(one / "c.txt")
    assert left(archive, one) == (["a"], 2)


def test_what_is_read_again_keeps_its_name_whoever_it_came_with(archive: Engine, tmp_path: Path) -> None:
    bring(archive, write(tmp_path / "press", "a"))
    report = load_again(archive, read=read, reader_version="2")
    assert (report.documents.changed, collections(archive)) == (1, {"a": "press"})


@pytest.mark.parametrize("name", ["-", "press/a.txt"])
def test_a_single_text_is_no_collection(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    from archive.loading import collection

    monkeypatch.chdir(tmp_path)
    write(tmp_path / "press", "a")
    assert collection(name) is None
    assert collection("press/") == "press"
    assert collection(".") == tmp_path.name

"""Corpora in Parquet: the same texts and the same complaints as from lines of JSON."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from archive.loading import Failure, SourceText, collection, count, sources
from archive.loading.texts import checksum

pytestmark = pytest.mark.extra("pyarrow")


def write(path: Path, columns: dict[str, Any], **options: Any) -> Path:
    import pyarrow
    from pyarrow import parquet

    parquet.write_table(pyarrow.table(columns), path, **options)
    return path


def reasons(path: Path) -> dict[str, str]:
    return {found.path: found.reason for found in sources([path]) if isinstance(found, Failure)}


def test_a_table_holds_a_text_in_each_row(tmp_path: Path) -> None:
    path = write(
        tmp_path / "c.parquet",
        {
            "mark": [1, 2],
            "id": ["x/1", "2"],
            "text": ["One.\n", "Two."],
            "url": ["https://a", None],
            "publisher": ["A", None],
            "published": ["2022", None],
            "language": ["en", None],
        },
    )
    first, second, note = sources([path])
    assert "keys that are not used: 'mark'" in str(note)
    assert first == SourceText(
        "x/1", "One.\n", f"{path}:1", checksum("One.\n"), "A", "https://a", "2022", "en", "c.parquet"
    )
    assert second == SourceText("2", "Two.", f"{path}:2", checksum("Two."), collection="c.parquet")
    assert count([path]) is None
    assert collection(path) == "c.parquet"


def test_lines_and_rows_give_the_same(tmp_path: Path) -> None:
    rows = [{"id": str(number), "text": f"Text {number}.", "published": "2022-11"} for number in range(1000)]
    (tmp_path / "c.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    table = {name: [row[name] for row in rows] for name in rows[0]}
    write(tmp_path / "c.parquet", table, row_group_size=70)
    both = [list(sources([tmp_path / name])) for name in ("c.jsonl", "c.parquet")]
    assert [(each.slug, each.sha256, each.published) for each in both[0] if isinstance(each, SourceText)] == [
        (each.slug, each.sha256, each.published) for each in both[1] if isinstance(each, SourceText)
    ]
    assert len(both[1]) == 1000


def test_numbers_are_ids_and_days_are_dates(tmp_path: Path) -> None:
    (found,) = sources([write(tmp_path / "c.parquet", {"id": [7], "text": ["A."], "published": [date(2022, 11, 22)]})])
    assert isinstance(found, SourceText)
    assert (found.slug, found.published) == ("7", "2022-11-22")


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        ("id", None, "has no `id`"),
        ("id", " ", "has no `id`"),
        ("id", "a\nb", "cannot be printed"),
        ("text", None, "has no `text`: give it one, in words, or take it away"),
        ("text", " ", "its text is blank"),
        ("text", "A" * 99 + "\x00", "NUL character at offset 99"),
        ("text", "x" * 10_000_001, "the limit is 10,000,000"),
        ("published", "yesterday", "published: 'yesterday'"),
        ("language", "English", "language: 'English'"),
    ],
)
def test_a_broken_row_fails_alone(tmp_path: Path, column: str, value: str | None, said: str) -> None:
    good = {"id": "good", "text": "A text.", "published": "2022", "language": "en"}
    rows: list[dict[str, str | None]] = [{**good}, {**good, "id": "bad", column: value}, {**good, "id": "better"}]
    path = write(tmp_path / "c.parquet", {name: [row[name] for row in rows] for name in good})
    first, bad, last = sources([path])
    assert isinstance(first, SourceText)
    assert isinstance(bad, Failure)
    assert bad.path == f"{path}:2"
    assert said in bad.reason
    assert isinstance(last, SourceText)


def test_a_text_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    import pyarrow

    bad = pyarrow.Array.from_buffers(
        pyarrow.string(), 2, pyarrow.array([b"good", b"caf\xe9"], pyarrow.binary()).buffers()
    )
    path = write(tmp_path / "c.parquet", {"id": ["a", "b"], "text": bad})
    assert reasons(path) == {f"{path}:2": "is not UTF-8: byte 0xE9 at offset 3 of `text`"}


def test_bytes_are_no_text(tmp_path: Path) -> None:
    path = write(tmp_path / "c.parquet", {"id": ["a"], "text": [b"A text."]})
    assert reasons(path) == {f"{path}:1": "has no `text`: give it one, in words, or take it away"}


def test_a_table_without_its_columns_names_them(tmp_path: Path) -> None:
    path = write(tmp_path / "c.parquet", {"key": ["a"], "Text": ["A."]})
    assert reasons(path) == {str(path): "has no column `id` and no column `text`: name its columns so"}


def test_what_is_no_parquet_says_so(tmp_path: Path) -> None:
    (tmp_path / "c.parquet").write_bytes(b'{"id": 1}' * 99)
    assert "is damaged or not Parquet" in reasons(tmp_path / "c.parquet")[str(tmp_path / "c.parquet")]


def test_a_damaged_table_gives_what_it_can(tmp_path: Path) -> None:
    texts = [f"Text {number}. {checksum(str(number)) * 9}" for number in range(2000)]
    path = write(
        tmp_path / "c.parquet", {"id": list(range(2000)), "text": texts}, row_group_size=100, compression="gzip"
    )
    data = bytearray(path.read_bytes())
    middle = len(data) // 2
    data[middle : middle + 20_000] = bytes(20_000)
    path.write_bytes(data)
    *found, failure = sources([path])
    assert 0 < len(found) < 2000
    assert all(isinstance(each, SourceText) for each in found)
    assert isinstance(failure, Failure)
    assert f"{len(found)} rows before are read" in failure.reason


def test_a_big_table_is_not_kept_in_memory(tmp_path: Path) -> None:
    """A table of 200 MB is read in less than half of that."""
    import pyarrow
    from pyarrow import parquet

    path = tmp_path / "c.parquet"
    schema = pyarrow.schema([("id", pyarrow.int64()), ("text", pyarrow.string())])
    with parquet.ParquetWriter(path, schema, compression="gzip", use_dictionary=False) as writer:
        for group in range(20):
            texts = [f"{number} " + "x" * 100_000 for number in range(100)]
            ids = list(range(group * 100, group * 100 + 100))
            writer.write_table(pyarrow.table({"id": ids, "text": texts}, schema=schema))
    script = (
        "import resource, sys; from archive.loading import sources\n"
        "next(iter(sources([sys.argv[1]])))\n"
        "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "total = sum(len(each.text) for each in sources([sys.argv[1]]))\n"
        "print(total // 10**6, (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    millions, megabytes = map(int, done.stdout.split())
    assert millions == 200
    assert megabytes < 100


def test_without_pyarrow_the_remedy_is_told(tmp_path: Path) -> None:
    path = write(tmp_path / "c.parquet", {"id": ["a"], "text": ["A."]})
    script = (
        "import sys; sys.modules['pyarrow'] = None\nfrom archive.loading import sources; print(*sources([sys.argv[1]]))"
    )
    done = subprocess.run([sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True)
    assert "pip install 'cooperation-archive[parquet]'" in done.stdout

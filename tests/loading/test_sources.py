"""From paths to texts: what comes in, and what is said of what does not."""

import gzip
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from archive.loading import Failure, Note, SourceText, count, sources
from archive.loading.texts import MAX_BYTES, checksum
from archive.resources import SEEDS


def one(path: Path | str) -> SourceText | Failure | Note:
    """What the only source below a path is."""
    (found,) = sources([path])
    return found


def reason(path: Path | str) -> str:
    found = one(path)
    assert isinstance(found, Failure), found
    return found.reason


def texts(*paths: Path | str) -> dict[str, SourceText]:
    return {found.slug: found for found in sources(paths) if isinstance(found, SourceText)}


def write(path: Path, content: str | bytes = "A text.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_the_seeds_come_with_their_publication() -> None:
    found = texts(SEEDS / "documents")
    assert len(found) == 5
    first = found["000_8679736689487b92"]
    assert first.publisher == "catcoin.com"
    assert first.published == "2022-11"
    assert first.url is not None
    assert first.language == "en"
    assert found["002_da12e84a850ad9c6"].published is None
    assert count([SEEDS / "documents"]) == 5


def test_texts_are_named_by_their_path_below_the_folder(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "deep/er/c.txt", "notes.md", "x.txt/inside.txt"):
        write(tmp_path / name, name)
    assert list(texts(tmp_path)) == ["a", "b", "deep/er/c", "x.txt/inside"]
    assert count([tmp_path]) == 4


@pytest.mark.parametrize("name", ["b.md", "b.json", "b.csv", "b.html", "b.txt.bak", "sources.toml"])
def test_a_file_that_says_it_is_no_text_is_not_kept(tmp_path: Path, name: str) -> None:
    path = write(tmp_path / name, "Another.")
    assert list(texts(write(tmp_path / "x" / "a.txt"), write(tmp_path / "x" / "none", "A third."))) == ["a", "none"]
    said = reason(path)
    assert "it is used with the texts of its folder" in said if name == "sources.toml" else ".jsonl" in said
    (read,) = sources([path], to_keep=False)  # only to read it, it may be called as one likes
    assert isinstance(read, Failure if name == "sources.toml" else SourceText)


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    paths = [write(tmp_path / "b" / "1.txt", "one").parent, write(tmp_path / "a" / "1.txt", "other").parent]
    assert list(sources(paths)) == list(sources(paths[::-1]))


@pytest.mark.parametrize(
    "text", ["One\r\nTwo\r\n", "\ufeffWith a mark", "Ends without a line end", "Nul is not here: \u2400", "𝒰𝓃ı\u0301"]
)
def test_a_text_stays_as_it_is(tmp_path: Path, text: str) -> None:
    found = one(write(tmp_path / "a.txt", text))
    assert isinstance(found, SourceText)
    assert found.text == text
    assert found.sha256 == checksum(text)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param(b"", "is empty", id="empty"),
        pytest.param(b" \n\t\r\n", "is blank", id="blank"),
        pytest.param("\ufeff\n".encode(), "is blank", id="only a byte order mark"),
        pytest.param("caf\xe9 au lait".encode("latin-1"), "byte 0xE9 at offset 3 (line 1)", id="not UTF-8"),
        pytest.param(b"one\ntwo\n\xff three", "byte 0xFF at offset 8 (line 3)", id="not UTF-8, third line"),
        pytest.param("Text".encode("utf-16"), "is UTF-16", id="UTF-16"),
        pytest.param(bytes(range(256)) * 9, "is binary", id="binary"),
        pytest.param(b"\x00\x01\x02\x03" * 99, "is binary", id="binary in ASCII"),
        pytest.param(("A long text. " * 99 + "\x00 and on").encode(), "NUL character at offset 1287", id="NUL"),
        pytest.param(b"x" * (MAX_BYTES + 1), "has 10,000,001 bytes, and the limit is 10,000,000", id="too large"),
    ],
)
def test_a_bad_file_says_what_is_wrong_with_it(tmp_path: Path, content: bytes, said: str) -> None:
    write(tmp_path / "bad.txt", content)
    write(tmp_path / "good.txt")
    bad, good = sources([tmp_path])
    assert isinstance(bad, Failure)
    assert bad.path == str(tmp_path / "bad.txt")
    assert said in bad.reason
    assert bad.slug == "bad"
    assert isinstance(good, SourceText)


def test_a_text_of_ten_megabytes_comes_in(tmp_path: Path) -> None:
    assert isinstance(one(write(tmp_path / "a.txt", b"x" * MAX_BYTES)), SourceText)


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    assert "is not there" in reason(tmp_path / "nowhere")


@pytest.mark.parametrize("path", ["", " ", "\t"])
def test_a_blank_path_is_refused(path: str) -> None:
    found = one(path)
    assert isinstance(found, Failure)
    assert (found.path, found.reason) == (repr(path), "is a blank path: name a text, a folder or a corpus")


def test_a_file_needs_a_name_and_not_too_long_a_one(tmp_path: Path) -> None:
    assert "has no name before .txt" in reason(write(tmp_path / "blank" / " .txt").parent)
    deep = write(tmp_path / "long" / "/".join(["a" * 200] * 3) / "a.txt")
    assert "has a name of 604 characters, and the limit is 500" in reason(tmp_path / "long")
    assert isinstance(one(deep), SourceText)


def test_a_folder_without_texts_says_so(tmp_path: Path) -> None:
    write(tmp_path / "notes.md")
    assert "holds no .txt file" in reason(tmp_path)


def test_a_dangling_link_names_what_it_leads_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("gone.txt")
    assert "a link to 'gone.txt', which is not there" in reason(tmp_path)


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to("a.txt")
    assert "leads back to itself" in reason(tmp_path)


def test_a_link_to_a_folder_above_is_not_followed_for_ever(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "loop").symlink_to(tmp_path)
    text, loop = sources([tmp_path])
    assert isinstance(text, SourceText)
    assert isinstance(loop, Failure)
    assert "a link to a folder that it lies in" in loop.reason


def test_a_link_to_another_folder_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "elsewhere" / "a.txt")
    (tmp_path / "given").mkdir()
    (tmp_path / "given" / "link").symlink_to(tmp_path / "elsewhere")
    assert list(texts(tmp_path / "given")) == ["link/a"]


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert "is not a regular file" in reason(tmp_path)


def test_a_name_that_is_not_utf8_is_told_in_plain_characters(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).write_text("A text.")
    found = one(tmp_path)
    assert isinstance(found, Failure)
    assert found.path.isascii()
    assert "rename it" in found.reason


@contextmanager
def ordinary_user() -> Iterator[None]:
    """As somebody whom file modes bind; a test may run as root, whom they do not."""
    was = os.geteuid()
    if was == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(was)


@pytest.mark.parametrize("locked", ["file", "folder"])
def test_what_may_not_be_read_is_named(locked: str) -> None:
    import tempfile

    # Below the common temporary folder: pytest's own is closed to other users.
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        write(folder / "good.txt")
        bad = write(folder / "bad" / "bad.txt")
        (bad if locked == "file" else bad.parent).chmod(0)
        with ordinary_user():
            found = list(sources([folder]))
        bad.parent.chmod(0o755)
    assert sorted(type(each).__name__ for each in found) == ["Failure", "SourceText"]
    (failure,) = (each for each in found if isinstance(each, Failure))
    assert "you have no permission" in failure.reason


def test_two_texts_under_one_name_cannot_both_come_in(tmp_path: Path) -> None:
    for name, content in (("a/1.txt", "One."), ("b/1.txt", "Another."), ("c/1.txt", "One.")):
        write(tmp_path / name, content)
    first, second, same = sources([tmp_path / "c", tmp_path / "b", tmp_path / "a"])
    assert isinstance(first, SourceText)
    assert first.text == "One."
    assert isinstance(second, Failure)
    assert "is named '1': rename one of the two" in second.reason
    assert isinstance(same, SourceText)


def given(
    monkeypatch: pytest.MonkeyPatch,
    content: bytes,
    *,
    as_collection: str | None = None,
    as_slug: str | None = None,
    to_keep: bool = True,
) -> list[SourceText | Failure | Note]:
    """What standard input gives when it holds this, and comes in small pieces."""
    reading, writing = os.pipe()

    def write_slowly() -> None:
        with open(writing, "wb", buffering=0) as file:  # noqa: PTH123
            for start in range(0, len(content), 7000):
                file.write(content[start : start + 1])
                file.write(content[start + 1 : start + 7000])

    writer = threading.Thread(target=write_slowly)
    writer.start()
    with open(reading, encoding="utf-8") as file:  # noqa: PTH123
        monkeypatch.setattr(sys, "stdin", file)
        found = list(sources(["-"], as_collection=as_collection, as_slug=as_slug, to_keep=to_keep))
    writer.join()
    return found


@pytest.mark.parametrize("content", ["Über alles.", "[1] A text that begins so.", "A text. " * 9999], ids=len)
def test_standard_input_is_one_text(monkeypatch: pytest.MonkeyPatch, content: str) -> None:
    (found,) = given(monkeypatch, content.encode(), as_slug="visit")
    assert isinstance(found, SourceText)
    assert (found.slug, found.text, found.path, found.collection) == ("visit", content, "standard input", None)
    assert count(["-"]) is None


@pytest.mark.parametrize("content", [b"", b" \n", b"x" * (MAX_BYTES + 1)], ids=["empty", "blank", "too large"])
def test_bad_standard_input_says_what_is_wrong_with_it(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    (found,) = given(monkeypatch, content, as_slug="visit")
    assert isinstance(found, Failure)
    assert (found.path, found.slug) == ("standard input", "visit")


def test_one_text_on_standard_input_is_kept_under_a_name_only(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = given(monkeypatch, b"A text.")
    assert isinstance(found, Failure)
    assert "--name" in found.reason
    (found,) = given(monkeypatch, b"A text.", as_slug="a" * 4000)
    assert isinstance(found, Failure)
    assert "the limit is 500" in found.reason
    (found,) = given(monkeypatch, b"A text.", to_keep=False)
    assert isinstance(found, SourceText)
    assert found.slug == "stdin"


@pytest.mark.parametrize("pack", [bytes, gzip.compress, lambda data: b"\xef\xbb\xbf" + data])
def test_standard_input_may_hold_the_lines_of_a_corpus(
    monkeypatch: pytest.MonkeyPatch, pack: Callable[[bytes], bytes]
) -> None:
    lines = [json.dumps({"id": number, "text": f"Text {number}. " + "x" * 500}) for number in range(500)]
    *found, bad, same = given(monkeypatch, pack("\n".join([*lines, "{", lines[0]]).encode()))
    assert [each.slug for each in found if isinstance(each, SourceText)] == [str(number) for number in range(500)]
    assert found[0] == SourceText("0", f"Text 0. {'x' * 500}", "standard input:1", checksum(f"Text 0. {'x' * 500}"))
    assert isinstance(bad, Failure)
    assert bad.path == "standard input:501"
    assert isinstance(same, SourceText)


def test_standard_input_counts_as_the_collection_that_it_is_given(monkeypatch: pytest.MonkeyPatch) -> None:
    (found,) = given(monkeypatch, b'{"id": 1, "text": "A."}\n', as_collection="press")
    assert isinstance(found, SourceText)
    assert found.collection == "press"


def test_two_texts_of_standard_input_cannot_have_one_name(monkeypatch: pytest.MonkeyPatch) -> None:
    found = given(monkeypatch, b'{"id": 1, "text": "A."}\n{"id": 1, "text": "B."}\n')
    assert [type(each) for each in found] == [SourceText, Failure]


def test_packed_standard_input_that_is_cut_off_gives_what_it_can(monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "".join(json.dumps({"id": n, "text": os.urandom(99).hex()}) + "\n" for n in range(999)).encode()
    *found, failure = given(monkeypatch, gzip.compress(lines)[:-5000])
    assert found
    assert isinstance(failure, Failure)
    assert failure.path == "standard input"
    assert "is damaged" in failure.reason


# Big folders


def test_a_big_folder_is_not_listed_in_memory(tmp_path: Path) -> None:
    """Sixty thousand files take hardly more memory than twenty thousand."""
    grown = {}
    for number in (20_000, 60_000):
        folder = tmp_path / str(number)
        for part in range(2):
            (folder / f"{part}").mkdir(parents=True)
            for each in range(number // 2):
                os.close(os.open(folder / f"{part}" / f"a-name-as-long-as-such-names-are-{each:09}.txt", os.O_CREAT))
        script = (
            "import resource, sys; from archive.loading import sources\n"
            "before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
            "number = sum(1 for _ in sources([sys.argv[1]]))\n"
            "print(number, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before)"
        )
        done = subprocess.run([sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True)
        found, grown[number] = map(int, done.stdout.split())
        assert found == number
    assert grown[60_000] - grown[20_000] < 4_000, "kilobytes"


# sources.toml


def listed(folder: Path, content: str) -> list[SourceText | Failure | Note]:
    write(folder / "a.txt")
    write(folder / "sources.toml", content)
    return list(sources([folder]))


@pytest.mark.parametrize(
    ("content", "said"),
    [
        pytest.param('[[document]]\nfile = "a.txt\n', "at line 2, column 14", id="not TOML"),
        pytest.param('[[document]]\nfile = "a.txt', "at the end, line 2", id="cut off"),
        pytest.param(
            '[[document]]\nfile = "a.txt"\n[[document]]\nurl = "x"\n',
            "line 3: this [[document]] has no key 'file'",
            id="no file",
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\n\npublishd = "2022"\n', "line 4: unknown key 'publishd'", id="unknown key"
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\npublished = "2022-13"\n', "line 3: published: '2022-13'", id="no month 13"
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\npublished = "last year"\n',
            "line 3: published: 'last year' is not an EDTF date",
            id="no date",
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\npublished = "2022/2021"\n',
            "line 3: published: '2022/2021' ends before",
            id="backwards",
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\nurl = 5\n', "line 3: url: must be text in quotation marks", id="a number"
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\nlanguage = "English"\n', "line 3: language: 'English'", id="no language"
        ),
        pytest.param(
            '[[document]]\nfile = "a.txt"\nurl = "http://[bad/x"\n',
            "line 3: url: 'http://[bad/x' does",
            id="no address",
        ),
        pytest.param(
            f'[[document]]\nfile = "a.txt"\npublisher = "{"a" * 4000}"\n', "line 3: publisher: has 4,000", id="too long"
        ),
        pytest.param(
            f'[[document]]\nfile = "a.txt"\npublished = {"1" * 5000}\n', "a number in it has too many", id="big number"
        ),
        pytest.param(f"a = {'[' * 5000}", "its lists lie too deep", id="deep lists"),
        pytest.param(
            '[[document]]\nfile = "a.txt"\n[[document]]\nfile = "a.txt"\n',
            "line 3: file: 'a.txt' has an entry already",
            id="twice",
        ),
        pytest.param('# A list.\n[[text]]\nfile = "a.txt"\n', "line 2: unknown key 'text'", id="unknown table"),
        pytest.param('# A list.\ndocument = ["a.txt"]\n', "line 2: document: must be written as", id="not tables"),
        pytest.param(
            "[[document]]\nfile = '\xe9'".encode("latin-1").decode("latin-1"),
            "names 'é', which is not there",
            id="unknown file",
        ),
    ],
)
def test_a_broken_list_names_line_and_key(tmp_path: Path, content: str, said: str) -> None:
    found = listed(tmp_path, content)
    assert any(said in str(each) for each in found), found
    assert all(str(tmp_path / "sources.toml") in str(each) for each in found if not isinstance(each, SourceText))


def test_the_texts_of_a_broken_list_fail_because_their_dates_are_unknown(tmp_path: Path) -> None:
    write(tmp_path / "good" / "b.txt")
    write(tmp_path / "broken" / "deep" / "c.txt")
    listed(tmp_path / "broken", "nonsense")
    found = {type(each).__name__: each for each in sources([tmp_path])}
    assert [each.slug for each in sources([tmp_path]) if isinstance(each, Failure)] == ["broken/a", "broken/deep/c"]
    assert isinstance(found["SourceText"], SourceText)


def test_a_list_speaks_for_the_folders_below_it(tmp_path: Path) -> None:
    for name in ("deep/a.txt", "deep/b.txt"):
        write(tmp_path / name, name)
    write(
        tmp_path / "sources.toml",
        '[[document]]\nfile = "deep/a.txt"\npublished = 2021\n'
        '[[document]]\nfile = "deep/b.txt"\npublished = 2021-05-06\n',
    )
    write(tmp_path / "deep" / "sources.toml", '[[document]]\nfile = "a.txt"\npublished = "2022"')
    assert {slug: text.published for slug, text in texts(tmp_path).items()} == {
        "deep/a": "2022",
        "deep/b": "2021-05-06",
    }


def test_a_list_speaks_for_a_file_that_is_given_alone(tmp_path: Path) -> None:
    listed(tmp_path, '[[document]]\nfile = "a.txt"\npublished = "2022"')
    found = one(tmp_path / "a.txt")
    assert isinstance(found, SourceText)
    assert found.published == "2022"


# Corpora


def corpus(path: Path, *lines: object, pack: Callable[[bytes], bytes] = bytes) -> Path:
    return write(
        path, pack("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines).encode())
    )


@pytest.mark.parametrize(("name", "pack"), [("c.jsonl", bytes), ("c.jsonl.gz", gzip.compress)])
def test_a_corpus_holds_a_text_on_each_line(tmp_path: Path, name: str, pack: Callable[[bytes], bytes]) -> None:
    line = {"id": "x/1", "text": "One.\n", "url": "https://a", "publisher": "A", "published": "2022", "language": "en"}
    path = corpus(tmp_path / name, line, "", {"id": 2, "text": "Two.", "published": None, "mark": [1]}, pack=pack)
    first, second, note = sources([path])
    assert first == SourceText("x/1", "One.\n", f"{path}:1", checksum("One.\n"), "A", "https://a", "2022", "en", name)
    assert second == SourceText("2", "Two.", f"{path}:3", checksum("Two."), collection=name)
    assert str(note).startswith(f"{path}: keys that are not used: 'mark'; the keys of a text are id, text, ")
    assert count([path]) is None


def test_the_keys_of_a_corpus_that_are_not_used_are_named_once(tmp_path: Path) -> None:
    lines = [{"id": n, "text": "A.", "titel": "B", f"key {n:03}": 1} for n in range(300)]
    *found, note = sources([corpus(tmp_path / "c.jsonl", *lines)])
    assert all(isinstance(each, SourceText) for each in found)
    assert isinstance(note, Note)
    assert "'titel', 'key 000', 'key 001'" in note.message
    assert "'key 008' and more; the keys" in note.message


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"id": ', "is not JSON: Expecting value at character 8"),
        ("[1]", "is not a JSON object"),
        ({"text": "A."}, "has no `id`"),
        ({"id": " ", "text": "A."}, "has no `id`"),
        ({"id": "a\nb", "text": "A."}, "cannot be printed"),
        ({"id": "a"}, "has no `text`"),
        ({"id": "a", "text": " "}, "its text is blank"),
        ({"id": "a", "text": "A" * 99 + "\x00"}, "NUL character at offset 99"),
        ('{"id": "a", "text": "A \\ud800"}', "half a character (U+D800) at offset 2"),
        ({"id": "a", "text": "A.", "published": "yesterday"}, "published: 'yesterday'"),
        ({"id": "a", "text": "x" * (MAX_BYTES + 1)}, "the limit is 10,000,000"),
        ("[" * 200_000, "its lists lie too deep in each other"),
        ('{"id": 1%s, "text": "A."}' % ("1" * 5000), "a number in it has too many digits"),
        ({"id": "a" * 4000, "text": "A."}, "has an `id` of 4,000 characters, and the limit is 500"),
        ({"id": "a", "text": "A.", "publisher": "a" * 4000}, "publisher: has 4,000 characters, and the limit is 500"),
        ({"id": "a", "text": "A.", "url": "http://[bad/x"}, "url: 'http://[bad/x' does not read as an address"),
    ],
)
def test_a_broken_line_fails_alone(tmp_path: Path, line: object, said: str) -> None:
    path = corpus(tmp_path / "c.jsonl", line, {"id": "good", "text": "A."})
    bad, good = sources([path])
    assert isinstance(bad, Failure)
    assert bad.path == f"{path}:1"
    assert said in bad.reason
    assert isinstance(good, SourceText)


def test_a_line_that_is_not_utf8_names_the_byte(tmp_path: Path) -> None:
    path = write(tmp_path / "c.jsonl", b'{"id": "\xff"}\n')
    assert "byte 0xFF at offset 8" in reason(path)


def test_a_damaged_archive_gives_what_it_can(tmp_path: Path) -> None:
    lines = [{"id": number, "text": f"Text {number}. " + os.urandom(99).hex()} for number in range(999)]
    path = corpus(tmp_path / "c.jsonl.gz", *lines, pack=lambda data: gzip.compress(data)[:-5000])
    *found, failure = sources([path])
    assert found
    assert all(isinstance(each, SourceText) for each in found)
    assert isinstance(failure, Failure)
    assert "is damaged" in failure.reason
    assert "is damaged or not packed" in reason(write(tmp_path / "d.jsonl.gz", b"plain"))


def test_a_line_without_end_is_not_kept_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "c.jsonl"
    with path.open("wb") as file:
        file.write(b'{"id": "a", "text": "')
        file.truncate(200_000_000)
        file.seek(0, os.SEEK_END)
        file.write(b'\n{"id": "b", "text": "B."}\n')
    bad, good = sources([path])
    assert isinstance(bad, Failure)
    assert "is too large" in bad.reason
    assert isinstance(good, SourceText)
    assert good.path == f"{path}:2"


def test_two_lines_with_one_id_cannot_both_come_in(tmp_path: Path) -> None:
    path = corpus(tmp_path / "c.jsonl", {"id": 1, "text": "A."}, {"id": "1", "text": "B."}, {"id": 1, "text": "A."})
    assert [type(each) for each in sources([path])] == [SourceText, Failure, SourceText]

"""The search column: words are found without their diacritics and in every form."""

import itertools

import pytest
from sqlalchemy import ColumnElement, Connection, func, insert, literal_column, select

from archive.models import Document
from archive.models.documents import SEARCHED_CHARACTERS
from tests.models.sample import document

FOLDED: ColumnElement[str] = literal_column("'archive.folded'::regconfig")


def is_found(connection: Connection, words: str) -> bool:
    asked = func.websearch_to_tsquery(FOLDED, func.archive.searchable(words))
    return bool(connection.scalar(select(select(Document.id).where(Document.search.op("@@")(asked)).exists())))


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        ("Josip Grubeša", "grubesa"),
        ("Josip Grubesa", "Grubeša"),
        ("Akram Al-Khateeb", "khateeb"),
        ("Łódź and Đorđe", "lodz dorde"),
        ("two memoranda were signed", "sign"),
        ("combating cybercrimes", "cybercrime"),
        ("Rio de Janeiro", '"rio de janeiro"'),
        ("“We sign,” he said", '"we sign"'),
        ("at the session «New technologies»—the first", "technologies first"),
        ("the president of Côte d’Ivoire", '"cote d\'ivoire"'),
        ("Conan O’Brien", "o'brien"),
        ("N'Djamena", "n’djamena"),
        ("Akram Al\u2011Khateeb", "al-khateeb"),
        ("Akram\u00a0Al-Khateeb", "akram"),
        ("Gru\u00adbeša", "grubesa"),
        ("Josip Grubes\u030ca", "grubeša"),
        ("the prosecutor of Diyarbakır", "diyarbakir"),
        ("the prosecutor of İstanbul", "istanbul"),
        ("Nguyễn Phú Trọng", "nguyen phu trong"),
        ("Nguye\u0302\u0303n", "nguyen"),
        ("Kamran Əliyev", "eliyev"),
        ("Kamran Əliyev", "Əliyev"),
        ("Kamran Eliyev", "ƏLİYEV"),
        ("Kongens Ǿre and Ǣlfred", "ore aelfred"),
        ("Ø\u0301re", "ore"),
    ],
)
def test_a_text_is_found(connection: Connection, written: str, asked: str) -> None:
    connection.execute(insert(Document).values(document("written", f"Yesterday {written} in June.")))
    assert is_found(connection, asked)


@pytest.mark.parametrize("mark", "“”„‘’‚«»‹›–—−…•·\u00a0\u2009\u202f\u3000")
def test_no_mark_sticks_to_a_word(connection: Connection, mark: str) -> None:
    """Where the character type of a database is C, PostgreSQL's own parser takes each of these for a letter."""
    kept = connection.scalar(select(func.archive.searchable(f"one{mark}two")))
    assert kept == "one two"


def test_a_title_is_found(connection: Connection) -> None:
    connection.execute(insert(Document).values(document("titled", title="Protokół")))
    assert is_found(connection, "protokol")
    assert not is_found(connection, "convention")


@pytest.mark.parametrize("joined", [" ", "-"], ids=["words", "hyphenated words"])
def test_a_book_of_nothing_but_different_words_can_be_stored(connection: Connection, joined: str) -> None:
    letters = "абвгдежзиклмнопрстуфхцчшщ"
    words = ["".join(each) for each in itertools.product(letters, repeat=4)]
    book = " ".join(f"{one}{joined}{other}" for one, other in zip(words, reversed(words), strict=True))
    assert len(book) > 4 * SEARCHED_CHARACTERS
    connection.execute(insert(Document).values(document("book", book * 3)))
    last = book[:SEARCHED_CHARACTERS].rsplit(" ", 2)[1]
    assert is_found(connection, last.replace("-", " "))  # a phrase is found among the first 16 383 words only

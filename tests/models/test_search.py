"""The search column: words are found without their diacritics and in every form."""

import itertools

import pytest
from sqlalchemy import ColumnElement, Connection, func, insert, literal_column, select

from archive.models import Document
from archive.models.documents import SEARCHED_CHARACTERS
from tests.models.sample import document

FOLDED: ColumnElement[str] = literal_column("'archive.folded'::regconfig")


def is_found(connection: Connection, words: str) -> bool:
    asked = func.websearch_to_tsquery(FOLDED, words)
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
    ],
)
def test_a_text_is_found(connection: Connection, written: str, asked: str) -> None:
    connection.execute(insert(Document).values(document("written", f"Yesterday {written} in June.")))
    assert is_found(connection, asked)


def test_a_title_is_found(connection: Connection) -> None:
    connection.execute(insert(Document).values(document("titled", title="Protokół")))
    assert is_found(connection, "protokol")
    assert not is_found(connection, "convention")


def test_a_book_of_nothing_but_different_words_can_be_stored(connection: Connection) -> None:
    letters = "абвгдежзиклмнопрстуфхцчшщ"
    words = (" ".join("".join(each) for each in itertools.product(letters, repeat=4)))[: 4 * SEARCHED_CHARACTERS]
    connection.execute(insert(Document).values(document("book", words)))
    assert is_found(connection, words[:SEARCHED_CHARACTERS].rsplit(" ", 2)[1])

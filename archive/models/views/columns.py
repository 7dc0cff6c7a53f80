"""The columns that views are made of: each with its type and a comment."""

from typing import Any

from sqlalchemy import CHAR, BigInteger, Column, Date, Integer, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, DATERANGE, TIMESTAMP

EDTF = "When, in EDTF (YYYY, YYYY-MM, YYYY-MM-DD or an interval A/B); null while unresolved."
WORDING = "When, as the text words it."
DURING = "From the first possible day to the last one: where date_during && daterange('2022-01-01', '2023-01-01')."
BASIS = "What the date rests on: explicit, relative, document or unresolved."


def text(name: str, comment: str) -> Column[Any]:
    """Words."""
    return Column(name, Text, comment=comment)


def texts(name: str, comment: str) -> Column[Any]:
    """A list of words."""
    return Column(name, ARRAY(Text), comment=comment)


def uuid(name: str, comment: str) -> Column[Any]:
    """A key."""
    return Column(name, Uuid, comment=comment)


def code(name: str, comment: str) -> Column[Any]:
    """A country's code."""
    return Column(name, CHAR(2), comment=comment)


def count(name: str, comment: str) -> Column[Any]:
    """How many."""
    return Column(name, BigInteger, comment=comment)


def number(name: str, comment: str) -> Column[Any]:
    """A position in a text."""
    return Column(name, Integer, comment=comment)


def day(name: str, comment: str) -> Column[Any]:
    """A calendar day."""
    return Column(name, Date, comment=comment)


def moment(name: str, comment: str) -> Column[Any]:
    """A point in time."""
    return Column(name, TIMESTAMP(timezone=True), comment=comment)


def days(name: str, comment: str) -> Column[Any]:
    """A range of days."""
    return Column(name, DATERANGE, comment=comment)


def first_words(fact: str) -> tuple[Column[Any], ...]:
    """The words of the first evidence: of the earliest document, by date of publication and then by name.

    Of a meeting these are the words of the first document that tells its status: the report, not the announcement.
    """
    return (
        text("words", f"The first words that report {fact}; all of them are in proofs."),
        text("document", "The document that these words are in."),
    )


def first_published() -> Column[Any]:
    """When the document of the first evidence was published: what is known where a text gives no date."""
    return text("published_edtf", "When that document was published, in EDTF: for want of a date, when it was told.")


def first_document() -> tuple[Column[Any], ...]:
    """The document of the first evidence, and what names it to others."""
    return (
        uuid("document_id", "The document that the words are in."),
        text("publisher", "Who published that document."),
        text("headline", "Its headline."),
        text("url", "Where it was published."),
    )


def participant(prefix: str, who: str) -> tuple[Column[Any], ...]:
    """A participant, readable: what is not known is null."""
    return (
        text(f"{prefix}person", f"The name of {who}; null where only office, body or state are known."),
        text(
            f"{prefix}office",
            f"The office of {who}: that in which the words show them, or else the only one in which the same documents "
            "show them.",
        ),
        text(f"{prefix}organization", f"The body that {who} stood for: named, or that of the office."),
        text(f"{prefix}country", f"The state that {who} stood for."),
    )

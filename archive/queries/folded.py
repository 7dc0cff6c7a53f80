"""The fold of names (`archive.folding`) as an expression of the database, for what is stored only as it is written.

It asks for nothing that PostgreSQL does not bring, so it works whatever the search path is and wherever extensions lie.
"""

from typing import Any

from sqlalchemy import ColumnElement, case, func

from archive.folding import PLAIN

# What the fold takes away: combining marks of the alphabets that an English text may quote, and what is invisible.
_MARKS = "[\u0300-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\u20e1\u20e5-\u20f0\ufe20-\ufe2f"
_MARKS += "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]+"
_APOSTROPHES = "[" + PLAIN["'"] + "]"
_IN_NEED = "[^ -_a-~]|  |^ | $"  # of more than lower case: not plain ASCII, a backtick, or spaces to be taken away


def folded(words: Any) -> ColumnElement[str]:
    """These words as `archive.folding.fold` would give them; a column, because it is looked at twice."""
    plain = _replaced(words, _APOSTROPHES, "'")  # before an accent that stands alone is parted from its space
    # Without its schema the name is a word of the grammar.
    plain = _replaced(func.pg_catalog.normalize(plain, "NFKD"), _MARKS, "")
    for wanted, letters in PLAIN.items():
        plain = _replaced(plain, f"[{letters}]", wanted)
    plain = func.btrim(_replaced(func.lower(plain), r"[\s\x1c-\x1f]+", " "))
    return case((words.regexp_match(_IN_NEED), plain), else_=func.lower(words))


def alphabetically(words: Any) -> tuple[ColumnElement[str], Any]:
    """The order of these words in which a person looks for them: É beside E, and capitals beside small letters."""
    return folded(words), words


def _replaced(words: Any, pattern: str, by: str) -> ColumnElement[Any]:
    return func.regexp_replace(words, pattern, by, "g")

"""How rows become tables: in a wide terminal, in a narrow one, in a pipe."""

from collections.abc import Sequence

import pytest

from archive.cli.tables import draw, fit

STATEMENT = "The fight against crimes in the digital sphere requires joint efforts of all states without exception."
COLUMNS = ("speaker", "words", "count")
ROWS = (("Igor Krasnov", STATEMENT, "3"), ("Bekir Bozdağ", "Short.", "12"))
RIGHT = (False, False, True)


def drawn(
    width: int | None, rows: Sequence[Sequence[str]] = ROWS, *, columns: Sequence[str] = COLUMNS, bold: bool = False
) -> list[str]:
    return list(draw(columns, rows, right=RIGHT[: len(columns)], width=width, bold=bold))


def test_a_pipe_gets_one_whole_line_per_row() -> None:
    lines = drawn(None)
    assert len(lines) == 2 + len(ROWS)
    assert STATEMENT in lines[2]
    assert all(line == line.rstrip() for line in lines)


def test_columns_stand_under_their_names_and_numbers_stand_to_the_right() -> None:
    head, _, first, second = drawn(None)
    assert head.index("words") == first.index(STATEMENT) == second.index("Short.")
    assert len(head) == len(first) == len(second)


@pytest.mark.parametrize("width", [60, 80, 120, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    assert max(len(line) for line in drawn(width)) <= width


def test_a_long_text_is_wrapped_and_nothing_of_it_is_lost() -> None:
    lines = drawn(60)
    start = lines[0].index("words")
    words = " ".join(line[start:].split("  ")[0].strip() for line in lines[2:])
    assert STATEMENT in " ".join(words.split()).replace(" 3 ", " ")


def test_a_terminal_too_narrow_for_the_columns_gets_a_block_per_row() -> None:
    columns = ("document_id", "meeting_id", "words")
    ids = ("4d3bbf6e-31dd-5c0b-9a58-2c3ad3cf9b4e", "97b2f3a1-5f35-5a59-8a5e-0c57bb86f4fb", "He agreed.")
    lines = drawn(60, [ids, ids], columns=columns)
    assert lines[:3] == [f"document_id  {ids[0]}", f"meeting_id   {ids[1]}", "words        He agreed."]
    assert lines[3] == ""


def test_a_block_leaves_empty_columns_out() -> None:
    ids = ("4d3bbf6e-31dd-5c0b-9a58-2c3ad3cf9b4e", "", "97b2f3a1-5f35-5a59-8a5e-0c57bb86f4fb")
    assert drawn(50, [ids], columns=("one_id", "place_id", "other_id")) == [
        f"one_id    {ids[0]}",
        f"other_id  {ids[2]}",
    ]


def test_a_row_that_would_tower_is_a_block() -> None:
    lines = drawn(80, [("Igor Krasnov", STATEMENT * 8, "1")])
    assert lines[0].startswith("speaker  Igor Krasnov")


def test_wide_letters_and_combining_marks_keep_the_columns_straight() -> None:
    rows = (("習近平", "ab", "1"), ("Zoe\u0308 Grubes\u030ca", "cd", "2"))
    _, _, first, second = drawn(None, rows)
    assert first.index("ab") + 3 == second.index("cd") - 2  # three letters are two cells wide, two marks have no width


def test_no_rows_leave_the_names_of_the_columns() -> None:
    assert drawn(None, []) == ["speaker  words  count", "-------  -----  -----"]
    assert drawn(80, []) == ["speaker  words  count", "-------  -----  -----"]


def test_no_columns_are_no_table() -> None:
    assert drawn(80, [()], columns=()) == ["", ""]


def test_the_widest_column_gives_way_first() -> None:
    assert fit([10, 100, 30], [5, 8, 8], 80) == [10, 40, 30]
    assert fit([10, 100, 30], [5, 8, 8], 50) == [10, 20, 20]


def test_a_column_never_breaks_its_longest_word() -> None:
    assert fit([36, 100], [36, 8], 50) == [36, 14]
    assert fit([36, 100], [36, 20], 50) is None

"""What patterns over symbols need: the symbols without which none of them is tried."""

import re

import pytest

from archive.reading.entities.words.needed import needed


@pytest.mark.parametrize(
    ("pattern", "symbols"),
    [
        pytest.param("B(?=[NG])", "B", id="a symbol, not a choice of several"),
        pytest.param("e?(?:D|CS)O", "O", id="not what may be left out, nor the sides of a choice"),
        pytest.param("(?P<a>T(?:oe)?)n{0,2}W{1,3}(?!B)", "TW", id="what stands in a group, not what must not follow"),
        pytest.param("(?<=H)[NG]o(?<!x)", "Ho", id="what must stand before"),
        pytest.param("NB|GB", "", id="nothing of a choice"),
        pytest.param(r"(?:(?:N+?G)*U)\(", "U", id="groups in groups"),
    ],
)
def test_what_each_match_has_is_needed(pattern: str, symbols: str) -> None:
    assert needed(pattern) == symbols


def test_a_text_without_a_needed_symbol_has_no_match() -> None:
    pattern = re.compile("(?P<name>[UN]{1,2})(?:,U)?(?=oe?C)")
    assert pattern.search("eNUoeC")
    for symbol in needed(pattern.pattern):
        assert not pattern.search("eNUoeC".replace(symbol, ""))

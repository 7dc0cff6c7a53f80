"""The shapes of names with a head, as one pattern over the symbols of pieces (see `lexicon`).

The shapes are data with examples: ``vocabulary/shapes.toml`` says what may stand before a head and behind it.
"""

import re
from functools import cache

from archive.reading.vocabulary import load

_ACRONYM = r"(?:\((?P<acronym{0}>[UANG]B?|WB)\))?"
_PART = re.compile(r"<(\w+)>")
_WORDS_BEFORE = 8  # before a head
_SUBJECTS = 6  # "Department |of Justice| for Trade| of ..."

ACRONYM = _ACRONYM.format(1)  # an acronym in brackets behind a name


@cache
def headed(*, without: str | None = None) -> re.Pattern[str]:
    """The pattern of a name with a head; ``without`` leaves a shape out, so that its examples can show that it counts.

    "|Federal| Office| of Justice| of Chile|": the groups are `left`, `head`, `chain` and `states`.
    """
    shapes: dict[str, list[str]] = {}
    for shape in load("shapes")["shape"]:
        patterns = shapes.setdefault(shape["slot"], [])
        if shape["name"] != without:
            patterns.append(shape["pattern"])
    slots = {slot: f"(?:{'|'.join(patterns) or '(?!)'})" for slot, patterns in shapes.items()}
    left = rf"{slots['opening']}?{slots['joined']}?{slots['word']}{{0,{_WORDS_BEFORE}}}"
    chain = rf"(?:oe?C(?=fe?[WLt]))?(?:{slots['subject']}|{slots['purpose']}){{0,{_SUBJECTS}}}"
    pattern = (
        rf"(?P<left>{left})(?P<head>B)(?!B?W){ACRONYM}(?P<chain>{chain}){_ACRONYM.format(2)}"
        rf"(?P<states>{slots['state']}?){_ACRONYM.format(3)}"
    )
    parts = load("shapes")["parts"] | {"more": f"{slots['more']}?"}
    return re.compile(_before_a_head(_filled(left, parts)) + _filled(pattern, parts))


def _before_a_head(left: str) -> str:
    """What looks for a head among the symbols that may stand before one: few capitals have one, so that is faster than
    to read what stands there first.
    """
    signs = sorted({*re.findall(r"[\w,#-]", left)} - {"B"})
    return f"(?=[{re.escape(''.join(signs))}]*+B)"


@cache
def subject() -> str:
    """The pattern of what a name may go on with: "of Justice", "for Trade"."""
    kinds = [shape["pattern"] for shape in load("shapes")["shape"] if shape["slot"] in ("subject", "purpose")]
    more = "|".join(shape["pattern"] for shape in load("shapes")["shape"] if shape["slot"] == "more")
    return _filled(f"(?:{'|'.join(kinds)})", load("shapes")["parts"] | {"more": f"(?:{more})?"})


@cache
def state() -> str:
    """The pattern of the words that say a state or place at the end of a name."""
    kinds = [shape["pattern"] for shape in load("shapes")["shape"] if shape["slot"] == "state"]
    return _filled(f"(?:{'|'.join(kinds)})", load("shapes")["parts"])


def _filled(pattern: str, parts: dict[str, str]) -> str:
    """The pattern with each name of a part replaced by the part, which may hold others."""
    while True:
        filled = _PART.sub(lambda found: parts.get(found[1], found[0]), pattern)
        if filled == pattern:
            return filled
        pattern = filled

"""What a pattern over symbols needs: the symbols that stand in each of its matches.

Most rules look for something that most texts do not have. Where a text lacks one symbol that a rule needs, the rule
need not be tried; that is seen in a glance, and half of all trials in vain are spared.
"""

import re
from functools import cache

_TIMES = r"(?:(?P<lacking>[?*]|\{0[,\d]*\})|\+|\{[,\d]+\})?[?+]?"  # how often something may stand in a match
_ANY = "\0"  # what may be one symbol or another
_ONE_OF_SEVERAL = re.compile(r"\\.|\[(?:\\.|[^\]])*\]")
_GROUP = re.compile(rf"\((?P<kind>\?(?:P<\w+>|:|<?[=!]))?(?P<inner>[^()]*)\){_TIMES}")  # without a group inside
_SYMBOL = re.compile(rf"(?P<symbol>.){_TIMES}", re.DOTALL)


@cache
def needed(pattern: str) -> str:
    """The symbols without which a pattern matches nothing; there may be more of them."""
    before, plain = "", _ONE_OF_SEVERAL.sub(_ANY, pattern)
    while before != plain:
        before, plain = plain, _GROUP.sub(_opened, plain)
    if "|" in plain:
        return ""
    symbols = (each["symbol"] for each in _SYMBOL.finditer(plain) if not each["lacking"])
    return "".join(symbol for symbol in dict.fromkeys(symbols) if symbol not in f"{_ANY}.^$")


def _opened(group: re.Match[str]) -> str:
    """What a group is sure to have: nothing where it may be left out, has a choice, or must not stand there."""
    unsure = group["lacking"] or "|" in group["inner"] or (group["kind"] or "").endswith("!")
    return _ANY if unsure else group["inner"]

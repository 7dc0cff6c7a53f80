"""Ordinals: the words and figures that say which of a series something is: "the 39th", "the third"."""

from collections.abc import Mapping

# Those by which a text counts a few things.
UNITS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth")
_TEENS = (
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
)
_TENS = ("twent", "thirt", "fort", "fift", "sixt", "sevent", "eight", "ninet")  # "twentieth", "twenty-first"
ORDINALS: Mapping[str, int] = (
    {word: number for number, word in enumerate(UNITS, 1)}
    | {word: number for number, word in enumerate(_TEENS, 10)}
    | {f"{ten}ieth": number * 10 for number, ten in enumerate(_TENS, 2)}
    | {
        f"{ten}y-{unit}": number * 10 + more
        for number, ten in enumerate(_TENS, 2)
        for more, unit in enumerate(UNITS, 1)
    }
)
_TENTHS = "|".join(f"{ten}y" for ten in _TENS)
# Any of them, in an expression: "39th", "third", "thirty-eighth"
NTH = rf"(?:\d+(?:st|nd|rd|th)|(?:(?:{_TENTHS})-)?(?:{'|'.join(UNITS)})|{'|'.join(_TEENS)}|(?:{'|'.join(_TENS)})ieth)"

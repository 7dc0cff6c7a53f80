"""What a gold file, a marked text and a reading look like, as one object of JSON each, and where one does not.

A shape is an object with its keys, a list with the shape of its items, or a value without parts. A key with a question
mark may be missing and is then empty. ``*`` stands for every key. In a gold file a key ``X_accept`` lists values that
are as right as X.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias


class MisshapenError(ValueError):
    """Which key of an object is missing, or holds what it should not."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value without parts: what it is called, whether something is one, and what stands for a missing one."""

    called: str
    fits: Callable[[Any], bool]
    empty: object = None


Shape: TypeAlias = dict[str, "Shape"] | list["Shape"] | Value


def _is_span(value: Any) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)) and 0 <= value[0] < value[1]


def _is_number(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_quotation(value: Any) -> bool:
    if not isinstance(value, dict) or not {"speaker", "start", "end"} <= value.keys():
        return False
    return WORDS_OR_NULL.fits(value["speaker"]) and _is_span([value["start"], value["end"]])


WORDS = Value("words", lambda value: isinstance(value, str) and value != "")
WORDS_OR_NULL = Value("words or null", lambda value: value is None or WORDS.fits(value))
NAME = Value("words or a number", lambda value: WORDS.fits(value) or _is_number(value))
FLAG = Value("true or false", lambda value: isinstance(value, bool), empty=False)
SPAN = Value("a span [start, end]", _is_span)
COUNTRY_SPAN = Value(
    "a marked country [start, end, code]",
    lambda value: isinstance(value, list) and _is_span(value[:2]) and list(map(WORDS.fits, value[2:])) == [True],
)
QUOTATION = Value("a quotation with speaker, start and end", _is_quotation)

GOLD: dict[str, Shape] = {
    "persons": [
        {
            "name": WORDS,
            "aliases?": [WORDS],
            "offices": [{"title": WORDS, "organization": WORDS_OR_NULL, "country": WORDS_OR_NULL, "optional?": FLAG}],
            "optional?": FLAG,
        }
    ],
    "organizations": [{"name": WORDS, "aliases?": [WORDS], "country": WORDS_OR_NULL, "optional?": FLAG}],
    "countries": [WORDS],
    "countries_optional?": [WORDS],
    "meetings": [
        {
            "kind": WORDS,
            "status": WORDS,
            "participants": [WORDS],
            "participant_organizations": [WORDS],
            "participant_countries": [WORDS],
            "place": WORDS_OR_NULL,
            "date": WORDS_OR_NULL,
            "evidence": WORDS,
            "optional?": FLAG,
        }
    ],
    "agreements": [
        {
            "kind": WORDS,
            "status": WORDS,
            "title": WORDS_OR_NULL,
            "party_organizations": [WORDS],
            "party_countries": [WORDS],
            "signatories": [WORDS],
            "date": WORDS_OR_NULL,
            "evidence": WORDS,
            "optional?": FLAG,
        }
    ],
    "quotes": [{"speaker": WORDS_OR_NULL, "text": WORDS, "optional?": FLAG}],
    "topics": [WORDS],
    "topics_optional?": [WORDS],
    "published?": WORDS_OR_NULL,
}
MARKED: dict[str, Shape] = {"id": NAME, "persons": [SPAN], "countries": [COUNTRY_SPAN]}

_EVENT: dict[str, Shape] = {"kind": WORDS, "status": WORDS_OR_NULL, "date": WORDS_OR_NULL, "evidence": [SPAN]}
READING: dict[str, Shape] = {
    "document": WORDS,
    "persons": [
        {
            "name": WORDS,
            "aliases": [WORDS],
            "offices": [{"title": WORDS, "organization": WORDS_OR_NULL, "country": WORDS_OR_NULL}],
            "mentions": [SPAN],
        }
    ],
    "organizations": [{"name": WORDS, "aliases": [WORDS], "kind": WORDS, "country": WORDS_OR_NULL, "mentions": [SPAN]}],
    "countries": [{"code": WORDS, "mentions": [SPAN]}],
    "places": [{"name": WORDS, "country": WORDS_OR_NULL, "mentions": [SPAN]}],
    "meetings": [{**_EVENT, "place": WORDS_OR_NULL, "participants": [{"*": WORDS_OR_NULL}]}],
    "agreements": [{**_EVENT, "title": WORDS_OR_NULL, "parties": [{"*": WORDS_OR_NULL}]}],
    "quotations": [QUOTATION],
    "topics": [{"slug": WORDS, "mentions": [SPAN]}],
}


def fitted(value: Any, shape: Shape, key: str = "") -> Any:
    """The value with what may be missing filled in; `MisshapenError` with the key that has not its shape."""
    if isinstance(shape, Value):
        if not shape.fits(value):
            raise MisshapenError(f"{key or 'it'} is not {shape.called}")
        return value
    if isinstance(shape, list):
        if not isinstance(value, list):
            raise MisshapenError(f"{key or 'it'} is not a list")
        return [fitted(item, shape[0], f"{key}[{place}]") for place, item in enumerate(value)]
    if not isinstance(value, dict):
        raise MisshapenError(f"{key or 'it'} is not an object")
    return value | dict(_parts(value, shape, f"{key}." if key else ""))


def _parts(value: dict[str, Any], shape: dict[str, Shape], above: str) -> Iterator[tuple[str, Any]]:
    for name, part in shape.items():
        key = name.removesuffix("?")
        if name == "*":
            yield from ((each, fitted(item, part, above + each)) for each, item in value.items())
        elif key in value:
            yield key, fitted(value[key], part, above + key)
        elif key != name:
            yield key, part.empty if isinstance(part, Value) else []
        else:
            raise MisshapenError(f"{above}{key} is missing")
        if (accepted := f"{key}_accept") in value:
            yield accepted, fitted(value[accepted], [part], above + accepted)

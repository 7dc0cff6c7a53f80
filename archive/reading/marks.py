"""Quotation marks: which stretches of a text stand between marks.

The world's marks are read together: “ ”, « », „ “, ‹ ›, 「 」, ‘ ’, and the straight ones. A mark that cannot open or
close where it stands is passed over, a missing one costs its own quotation and no other. One pass over the marks, one
stack.
"""

import re
from collections.abc import Iterator

from archive.values import Span

_MARK = re.compile(r"[“”„‟\"«»‹›「」『』‘’‚']|\n[ \t\r\u00a0]*(?:\n|(?=[“„\"«]))")  # marks, ends of paragraphs

_LOW = {"“": "double", "”": "double", "„": "double", "‟": "double", '"': "straight"}
_ANGLE = {"«": "guillemet", "»": "guillemet", "‹": "chevron", "›": "chevron"}
_SINGLE = {"‘": "single", "’": "single", "‚": "single", "'": "tick"}
_CORNER = {"「": "corner", "」": "corner", "『": "white corner", "』": "white corner"}
_FAMILY = _LOW | _ANGLE | _CORNER | _SINGLE

# Some houses turn the angle marks inward: »words«.
_INWARD = re.compile(r"(?:^|[\s(])[»›]\w", re.MULTILINE)
_OUTWARD = re.compile(r"(?:^|[\s(])[«‹]\s?\w", re.MULTILINE)
_TURNED = {"»": "«", "«": "»", "›": "‹", "‹": "›"}

_ALWAYS_OPENS = frozenset("„‟«‹「『‚")
_ALWAYS_CLOSES = frozenset("»›」』")
# What may stand before an opening mark; a comma where the space is lost, a bracket of a page's markup.
_BEFORE_OPENING = frozenset(" \t\r\n\u00a0\u2009\u202f([{>—–-/:,;.“«„‘「\"'")
_AFTER_CLOSING = frozenset(" \t\r\n\u00a0\u2009\u202f)]}<—–-/:;,.!?…“”»’」\"'")
_ENDS = frozenset(".,;:)")  # what stands behind a closing mark, never behind an opening one

_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_ELISION = re.compile(r"'(?:em|n|til|tis|twas|cause)\b", re.IGNORECASE)

_DEEPEST = 8  # marks that may wait for their end at a time
_LONGEST = 6000  # characters that a quotation with a lost end may run on in later paragraphs


def quoted(text: str) -> tuple[Span, ...]:
    """The outermost stretches between quotation marks, in order, without the marks.

    A quotation that runs over paragraphs, each opened anew, gives one stretch a paragraph.
    """
    pairs: list[tuple[int, int]] = []
    waiting: list[tuple[int, str]] = []
    angled = "»" in text or "›" in text
    turned = _TURNED if angled and _INWARD.search(text) and not _OUTWARD.search(text) else {}
    for position, mark in _marks(text):
        if mark == "\n":
            waiting = _carried(text, position, waiting, pairs)
            continue
        mark = turned.get(mark, mark)
        opened = _opened(text, position, mark, waiting)
        if opened is not None:
            start = waiting[opened][0]
            del waiting[opened:]
            start, end = _trimmed(text, start + 1, position)
            if end > start:
                pairs.append((start, end))
        elif _opens(text, position, mark):
            waiting.append((position, _FAMILY[mark]))
            del waiting[:-_DEEPEST]
    _carried(text, len(text), waiting, pairs)
    return tuple(Span(start, end) for start, end in _outermost(pairs))


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A stretch without the spaces that stand between marks and words."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _marks(text: str) -> Iterator[tuple[int, str]]:
    for found in _MARK.finditer(text):
        mark = found.group()
        yield found.start(), mark if len(mark) == 1 else "\n"


def _around(text: str, position: int) -> tuple[str, str]:
    return text[position - 1 : position] or "\n", text[position + 1 : position + 2] or "\n"


def _opens(text: str, position: int, mark: str) -> bool:
    before, after = _around(text, position)
    if mark in _ALWAYS_CLOSES or (after.isspace() and not (mark in "«‹“" and _stands_off(text, position))):
        return False
    if after in _ENDS and text[position + 2 : position + 3] != after:  # misprinted for a closing one, but not “...
        return False
    if mark in _ALWAYS_OPENS:
        return True
    if _FAMILY[mark] in ("single", "tick") and mark != "‘":
        if mark != "'" or before not in _BEFORE_OPENING or not after.isalpha() or _ELISION.match(text, position):
            return False
        return _tick_closes(text, position)
    return before in _BEFORE_OPENING


def _stands_off(text: str, position: int) -> bool:
    """Whether an opening mark stands a space off the words: « words »."""
    return (not position or text[position - 1].isspace()) and text[position + 2 : position + 3].isalnum()


def _tick_closes(text: str, position: int) -> bool:
    """Whether a straight single mark that may open is closed in the same paragraph, after two letters at least."""
    tail = text[position + 1 : position + 800]
    ended = _PARAGRAPH_END.search(tail)
    tail = tail[: ended.start()] if ended else tail
    return any(found.start() > 2 for found in re.finditer(r"(?<=[\w.,!?])'(?![\w'])", tail))


def _opened(text: str, position: int, mark: str, waiting: list[tuple[int, str]]) -> int | None:
    """The index of the waiting mark that this mark closes, None when it closes none."""
    before, after = _around(text, position)
    family = _FAMILY[mark]
    if mark in _ALWAYS_OPENS or mark == "‘" or not waiting:
        return None
    if family in ("single", "tick"):
        if after.isalnum() or before.isspace():
            return None
        index = _last(waiting, family)
        if index is not None and before in "sz" and after == " " and _later(text, position, mark):
            return None  # "the parties’ wishes": a possessive, the end is still to come
        return index
    if before.isspace() and not after.isspace() and mark in '“"”' and after not in _ENDS:
        return None
    if mark == "“" and (after not in _AFTER_CLOSING or (before.isspace() and after not in _ENDS)):
        return None
    index = _last(waiting, family)
    if index is None and not (before.isdigit() and _closes_later(text, position, waiting[-1][1])):
        # closed by a mark of another family: “ ... "
        index = next((i for i in range(len(waiting) - 1, -1, -1) if waiting[i][1] not in ("single", "tick")), None)
    return index


def _closes_later(text: str, position: int, family: str) -> bool:
    """Whether a mark of the family that may close follows in the paragraph: “a 6" blade” has inches in it."""
    following = _NEXT[family].search(text, position + 1, position + _LONGEST) if family in _NEXT else None
    if following is None or "\n" in text[position : following.start()]:
        return False
    before, after = _around(text, following.start())
    return not before.isspace() and after in _AFTER_CLOSING


def _last(waiting: list[tuple[int, str]], family: str) -> int | None:
    return next((i for i in range(len(waiting) - 1, max(-1, len(waiting) - 12), -1) if waiting[i][1] == family), None)


def _later(text: str, position: int, mark: str) -> bool:
    """Whether another mark that may close follows in the same line."""
    end = text.find("\n", position)
    line = text[position + 1 : min(end if end >= 0 else len(text), position + 800)]
    return re.search(rf"(?<![\s]){mark}(?!\w)", line) is not None


def _carried(
    text: str, position: int, waiting: list[tuple[int, str]], pairs: list[tuple[int, int]]
) -> list[tuple[int, str]]:
    """What is still open after a paragraph; an end that is never found closes with the paragraph."""
    waiting = [one for one in waiting if one[1] not in ("single", "tick")]
    if not waiting:
        return []
    start, family = waiting[0]
    following = text[position : position + 80].lstrip()
    goes_on = len(following) > 0 and position - start < _LONGEST and _FAMILY.get(following[0]) != family
    if goes_on and _closes_first(text, position, family):
        return waiting[:1]
    nested = bool(pairs) and _FAMILY.get(text[pairs[-1][0] - 1]) in ("single", "tick")
    closed_since = bool(pairs) and pairs[-1][1] > start and not nested
    begin, end = _trimmed(text, start + 1, position)
    if end > begin and not closed_since:
        pairs.append((begin, end))
    return []


_NEXT = {
    "double": re.compile(r"[“„”]"),
    "straight": re.compile(r'"'),
    "guillemet": re.compile(r"[«»]"),
    "chevron": re.compile(r"[‹›]"),
    "corner": re.compile(r"[「」]"),
    "white corner": re.compile(r"[『』]"),
}


def _closes_first(text: str, position: int, family: str) -> bool:
    """Whether the next mark of the family in the coming paragraphs closes."""
    found = _NEXT[family].search(text, position, position + _LONGEST)
    if found is None:
        return False
    before, after = _around(text, found.start())
    return not before.isspace() and (after in _AFTER_CLOSING or after.isspace())


def _outermost(pairs: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    pairs = sorted(pairs, key=lambda pair: (pair[0], -pair[1]))
    end = 0
    for pair in pairs:
        if pair[0] >= end:
            yield pair
            end = pair[1]

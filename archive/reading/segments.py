"""The layout of a text: its blocks of lines, its headline and date line, its sentences.

The text is never changed. For matching there is the ``view``, a translation of the same length, so that an offset into
it is an offset into the text.
"""

import re
from collections.abc import Iterator
from functools import cache

import nupunkt

from archive.reading.abbreviations import abbreviated
from archive.reading.lines import ITEM, TERMINAL, is_furniture, pieces
from archive.reading.marks import quoted
from archive.reading.phrases import Block, BlockKind, Layout, Sentence
from archive.reading.vocabulary import load, load_states
from archive.values import Span

_PLAIN = {
    **dict.fromkeys("’‘ʼʻ´`′", "'"),
    **dict.fromkeys("“”„‟«»「」『』", '"'),
    **dict.fromkeys("‐‑−", "-"),
    **dict.fromkeys("–—―‒", "–"),
    **dict.fromkeys(
        "\t\x0b\x0c\x85\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
    ),
    **dict.fromkeys(
        "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff", " "
    ),
    **dict.fromkeys("\r\u2028\u2029", "\n"),
}

_CELLS = re.compile(r"(?<=\S) *\t[ \t]*(?=\S)")  # between the cells of a row

_LONGEST_HEADLINE = 300
_LONGEST_HEADING = 90
_LONGEST_BLOCK = 20_000  # letters: no page has a longer paragraph, and no person writes a longer sentence than
_LONGEST_SENTENCE = 4_000

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DAY_DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)? {_MONTH}|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?)(?:,? (?:19|20)\d\d)?"
    r"|\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d)"
)
_NAME = r"[^\W\d_][\w.'-]{0,30}"
_CITY = rf"{_NAME}(?: (?:{_NAME})){{0,4}}"
_IN_CITIES = frozenset(("de", "del", "da", "do", "la", "el", "al", "of", "am", "an", "upon", "and"))
_WEEKDAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
_TIME = r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?"
_CLOCK = rf"(?:,? (?:at |from )?{_TIME}(?: ?(?:–|-|to) ?{_TIME})?(?: ?(?:hrs|hours|h))?)?"
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATED_LINE = re.compile(
    rf"[(\[]?(?:{_CITY}(?:, {_CITY}){{0,2}}(?: \({_CITY}\))?(?:,|:| –| -| \|) ?)?{_WEEKDAY}"
    rf"(?:{_DAY_DATE}|(?:19|20)\d\d[./]\d{{1,2}}[./]\d{{1,2}})[)\]]?{_CLOCK}(?: ?[|/] ?[\w :.]{{1,40}}"
    rf"| ?– ?(?:[Pp]ress|[Nn]ews|[Mm]edia)[\w ]{{0,20}})?\.?"
)
_DATELINE = re.compile(
    rf"(?:(?P<city>{_CITY})(?:, (?!{_MONTH})(?P<region>{_CITY}))?(?: \([\w /.]{{2,30}}\))?"
    rf"(?:[,:]? {_WEEKDAY}(?P<date>{_DAY_DATE}))?"
    rf"(?: \([\w /.]{{2,30}}\))?|(?P<day>{_DAY_DATE})"
    rf"|(?P<known>{_CITY}), [^.;:\n\"]{{2,40}})"
    rf"(?:[.,:]? ?(?:–|--|-(?= )|\|(?= (?:The|In|On|At|An?) ))(?!\d) ?|(?P<mark>[.:]) )(?=\S)"
)


def segment(text: str) -> Layout:
    """The pieces of ``text``."""
    view = text
    if "\t" in text:
        view = _CELLS.sub(lambda tabs: "|".ljust(len(tabs[0])), view)
    for mark in _PLAIN.keys() & set(text):
        view = view.replace(mark, _PLAIN[mark])
    blocks = tuple(_blocks(view))
    title = next((block.span for block in blocks if block.kind is BlockKind.HEADLINE), None)
    view = _unwrapped(view, blocks)
    zones = quoted(text)
    return Layout(text, view, title, blocks, tuple(_sentences(view, blocks, zones)), zones)


def _unwrapped(view: str, blocks: tuple[Block, ...]) -> str:
    """The view with spaces for the line ends inside its blocks: there a page only broke the line."""
    pieces: list[str] = []
    end = 0
    for block in blocks:
        words = block.span.of(view)
        if "\n" in words:
            pieces += view[end : block.span.start], words.replace("\n", " ")
            end = block.span.end
    return "".join((*pieces, view[end:]))


def _blocks(view: str) -> Iterator[Block]:
    lines = list(pieces(view))
    headline_open = True
    for number, span in enumerate(lines):
        words = span.of(view).replace("\n", " ")
        if is_furniture(words):
            yield Block(BlockKind.FURNITURE, span)
        elif ITEM.match(words):
            headline_open = False
            yield Block(BlockKind.ITEM, span)
        elif len(words) <= 160 and _DATED_LINE.fullmatch(words):
            yield Block(BlockKind.DATELINE, span)
        elif headline_open and _is_headline(words, number + 1 < len(lines)):
            headline_open = False
            yield Block(BlockKind.HEADLINE, span)
        else:
            headline_open = False
            for part in _cut(view, span.start, span.end, _LONGEST_BLOCK):
                yield from _paragraph(view, part)


def _cut(view: str, start: int, end: int, longest: int) -> Iterator[Span]:
    """A stretch in pieces that are not too long, where it can be at a space."""
    while end - start > longest:
        space = max(view.rfind(mark, start + longest // 2, start + longest) for mark in " \n") + 1
        yield Span(start, space or start + longest)
        start = space or start + longest
    yield Span(start, end)


def _is_headline(words: str, more_follows: bool) -> bool:
    if not more_follows or len(words) > _LONGEST_HEADLINE:
        return False
    return not words.endswith((".", ":", ";")) or (len(words) < _LONGEST_HEADING and words.count(". ") == 0)


def _paragraph(view: str, span: Span) -> Iterator[Block]:
    """A heading, or a paragraph with the date line that opens it ("LISBON, 3 May 2022 –") cut off."""
    words = span.of(view).replace("\n", " ")
    if len(words) <= _LONGEST_HEADING and not words.endswith(TERMINAL) and words[:1].isupper():
        yield Block(BlockKind.HEADING, span)
        return
    opening = _DATELINE.match(words[:160])
    if opening and _opens_a_report(opening) and opening.end() < len(words):
        yield Block(BlockKind.DATELINE, Span(span.start, span.start + opening.end()))
        span = Span(span.start + opening.end(), span.end)
    yield Block(BlockKind.PARAGRAPH, span)


def _opens_a_report(opening: re.Match[str]) -> bool:
    """Without a date, only a place in capitals opens a report: "LUANDA –", not "Mr Silva – who"."""
    if opening["known"]:  # another calendar: "Riyadh, Rabi' II 14, 1446 --"
        return str(opening["known"]).upper() in _cities() and any(char.isdigit() for char in opening.group())
    city = str(opening["city"] or "")
    if not all(word[0].isupper() or word in _IN_CITIES for word in city.split()):
        return False
    if opening["region"] and city.upper() in _cities() and str(opening["region"]).upper() in _states():
        return True
    if opening["mark"]:
        if _YEAR.search(opening["date"] or "") and (opening["mark"] == "." or city.upper() in _cities()):
            return True  # "Chisinau, 8 July 2024. The ministers met"
        if opening["mark"] == "." and city.upper() in _cities():
            return True  # "Belmopan. The ministers met"
        return city.isupper() and (opening["date"] is not None or city in _cities())
    if opening["date"] or opening["day"]:
        return True
    return city.isupper() and city not in _states()


@cache
def _states() -> frozenset[str]:
    """The states as a heading writes them."""
    return frozenset(name.upper() for state in load_states() for name in (state["name"], *state.get("variants", ())))


@cache
def _cities() -> frozenset[str]:
    """The known cities as a date line writes them."""
    places = [city for cities in load("places")["cities"].values() for city in cities]
    capitals = [capital for state in load_states() for capital in state.get("capitals", ())]
    return frozenset(name.upper() for name in (*places, *capitals))


# What ends a sentence for a general splitter, but not in this genre: titles and abbreviations before a capital.
_NO_END = re.compile(
    rf"(?<![^\s(\"'.|])(?:(?:{abbreviated()}|H\.?E|Rt|Shri|Sec|Asst|Dep|Dir|iur|jur|Lcdo|MM|Mlle|Dna"
    r"|dr|prof|plk|pplk|mjr|mgr|ing|nadinsp|podinsp"
    r"|Art|Arts|No|Nos|para|paras|vol|approx|Ye|Yu|Ya|[KSCZTD]h|Ts|Dz|[^\W\d_])\."
    r"|\((?:[Rr]et'?d?|Rtd|Ret|Ag|Mrs?|Ms|Dr|Prof|Eng)\.\))\s*$"
)


# What opens the lines of an interview: "Q. Where do the talks stand?", "A. The treaty was signed"
_QUESTION = re.compile(r"Q(?<=\nQ)[.:] ")
_ANSWER = re.compile(r"A(?<=\nA)[.:] ")
_LABEL = re.compile(rf"[QA][.:] +(?=\S)|{ITEM.pattern}")


def _sentences(view: str, blocks: tuple[Block, ...], zones: tuple[Span, ...]) -> Iterator[Sentence]:
    zone = 0
    asked = _QUESTION.search(view) is not None and _ANSWER.search(view) is not None
    opens = _LABEL if asked else ITEM
    for block in blocks:
        if block.kind is BlockKind.FURNITURE:
            continue
        if block.kind not in (BlockKind.PARAGRAPH, BlockKind.ITEM):
            yield from _sentence(view, block.span.start, block.span.end, block)
            continue
        start = block.span.start
        bullet = opens.match(view, start, block.span.end) if block.kind is BlockKind.ITEM or asked else None
        start = opening = bullet.end() if bullet else start
        for cut in _ends(view, opening, block.span.end):
            while zone < len(zones) and zones[zone].end < cut:
                zone += 1
            inside = zone < len(zones) and zones[zone].start < cut - 1
            if cut < block.span.end and (
                inside or _NO_END.search(view, max(start, cut - 12), cut) or _carries_on(view, cut, block.span.end)
            ):
                continue
            yield from _sentence(view, start, cut, block)
            start = cut
        yield from _sentence(view, start, block.span.end, block)


def _ends(view: str, start: int, end: int) -> Iterator[int]:
    """Where a general splitter ends the sentences of a block; one without a mark inside is not split."""
    if _MARK_INSIDE.search(view, start, end):
        yield from (start + cut for _, cut in nupunkt.sent_spans(view[start:end]))
    else:
        yield end


_MARK_INSIDE = re.compile(r"[.?!]\s*\S")


def _carries_on(view: str, cut: int, end: int) -> bool:
    """A sentence never opens with a small letter, a comma or a closing bracket, nor inside a date ("7. 5. 2022")."""
    following = view[cut : min(cut + 3, end)].lstrip(" \n")[:1]
    if _MARIA.match(view, cut - 3):
        return True
    if following.isdigit():
        return any(date.start() < cut < date.end() for date in _DOTTED_DATE.finditer(view, max(0, cut - 9), cut + 12))
    return following.islower() or following in (",", ")", ";")


_MARIA = re.compile(r"Ma\. [A-Z][a-z]+ (?:[A-Z]\. ){1,2}[A-Z]")  # a given name of the Philippines
_DOTTED_DATE = re.compile(r"\b\d{1,2}\. \d{1,2}\. (?:19|20)\d\d\b")


def _sentence(view: str, start: int, end: int, block: Block) -> Iterator[Sentence]:
    words = view[start:end]
    left = start + len(words) - len(words.lstrip(" \n"))
    right = start + len(words.rstrip(" \n"))
    if left < right:
        for part in _cut(view, left, right, _LONGEST_SENTENCE):
            yield Sentence(part, block)

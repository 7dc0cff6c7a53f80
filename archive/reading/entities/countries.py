"""States: by name, official name, demonym, and by a capital where it acts for the state.

The word for a state inside the name of a person, a company or a forum is not the state.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import WORD, Entry, Symbol, lexicon
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind, Layout
from archive.reading.vocabulary import alternatives, given_names, load, state_codes
from archive.values import CountryNameKind, OrganizationKind, Span

_TOWN = r"[A-Z][\w'-]+(?: [A-Z][\w'-]+)?"  # "Lima", "New York"
_ACTS = re.compile(rf"(?:(?:,| and) {_TOWN}){{0,3}} {alternatives('places', 'capitals', 'act')}\b")
_ADDRESSED = re.compile(
    rf"(?:{alternatives('places', 'capitals', 'addressed')}|between [^,.;\n]{{1,40}} and)"
    r" (?:[A-Z][\w'-]+(?:, and |, | and )){0,6}$"
)
_SPOKEN_TO = re.compile(rf"\b{alternatives('places', 'capitals', 'spoken_to')} $")
_FOR_ONE = re.compile(r" (?:for|about|of|on) (?:his|her)\b")
_PLACE_BEFORE = re.compile(
    rf"\b(?i:{alternatives('places', 'capitals', 'whereabouts')}) (?:[A-Z][\w'-]+(?:, and |, | and )){{0,4}}$"
)
_LISTED_BEFORE = re.compile(rf"(?:{_TOWN}(?:, and |, | and )){{1,4}}$")
_NAME = re.compile(_TOWN)
_WITH_ONE = re.compile(rf"[^.;:\n]{{1,80}}? with ({_TOWN})")
_AMERICAN = re.compile(rf"\b{alternatives('places', 'georgia', 'american')}\b")
_CAUCASIAN = re.compile(rf"\b{alternatives('places', 'georgia', 'caucasian')}\b")
_MONEY = re.compile(rf" {alternatives('places', 'currencies')}\b")
_LANGUAGE = re.compile(r"-(?:[Ll]anguage|[Ss]peaking|style|made|American|Americans)$")
_TONGUE = alternatives("places", "tongues")
# "in the Russian, Chinese and English languages", "(English summary)", "interpreting: English and French only"
_AS_A_TONGUE = re.compile(
    rf"(?:(?:,| and|, and| or) {_TONGUE}){{0,5}}"
    r" (?:languages?|summary|versions?\b(?! of)|translations?|original|edition|only(?= *[.)\n])|interpret\w+|subtitles"
    rf"|(?:versions?|texts?) of (?:the |an? )?{alternatives('places', 'written')})\b"
)
_IN_A_TONGUE = re.compile(
    rf"\b(?:[Ii]n|into|from|[Ii]nterpret\w+:|[Oo]riginal:|[Ll]anguages?(?: [^.;:,\n]{{0,30}})?(?::| is| are| were))"
    rf"(?: and into| and from)? (?:both |fluent |perfect )?(?:{_TONGUE}(?:,| and|, and| or| to| into) ){{0,5}}$"
    r"|\b(?:legal|juridical|business|technical|plain|spoken|written|fluent|(?:courses?|lessons?|classes) of"
    rf"|speak(?:s|ing)?|spoke|learn(?:s|ed|t|ing)?|teach(?:es|ing)?|taught) $|\($|{_TONGUE}/$"
)
_TONGUE_ENDS = re.compile(
    r"(?=[.,;:)\n/]|$| (?:in|on|within|with|by|for|from|to|into|at|during|after|before|throughout|via|through|under"
    rf"|is|are|was|were|will|would|shall) | (?:and|or) (?:in |into )?(?:the |{_TONGUE}))"
)
_FLAG_A = 0x1F1E6
_FLAG_LETTERS = re.compile("[\U0001f1e6-\U0001f1ff]")
_FLAG = re.compile(rf"{_FLAG_LETTERS.pattern}{{2}}")  # two letters as symbols are the flag of a state


def settle_shared(pieces: Iterable[Piece], view: str) -> None:
    """Give a word that two states share ("Korean") to the one that the text names otherwise,
    and to none if that is not plain.
    """
    shared: list[Piece] = []
    named: set[str] = set()
    for piece in pieces:
        if piece.symbol in "CDKk" and piece.entry is not None:
            if piece.entry.kind == "shared":
                shared.append(piece)
            else:
                named.update(piece.entry.codes)
            if piece.entry.value == "Georgia" and _AMERICAN.search(view) and not _CAUCASIAN.search(view):
                piece.symbol, piece.entry = Symbol.PLACE, Entry(Symbol.PLACE, "Georgia", "provinces")
    for piece in shared:
        entry = piece.entry
        codes = tuple(code for code in entry.codes if code in named) if entry else ()
        if entry is not None and len(codes) == 1:
            piece.entry = Entry(entry.symbol, entry.value, entry.kind, codes)
        elif entry is not None and not codes and "KR" in entry.codes:
            piece.entry = Entry(entry.symbol, entry.value, entry.kind, ("KR",))


def settle_capitals(pieces: Sequence[Piece], layout: Layout) -> None:
    """Take the name that a state shares with its capital for the city where it opens a date line."""
    lines = {block.span.start for block in layout.blocks if block.kind is BlockKind.DATELINE}
    for piece in (pieces[number] for number in positions(pieces, "C")) if lines else ():
        entry = piece.entry
        if piece.start in lines and entry is not None and entry.value in load("places")["named_like_their_capital"]:
            piece.symbol = Symbol.CAPITAL
            piece.entry = Entry(Symbol.CAPITAL, entry.value, CountryNameKind.CAPITAL, entry.codes)


def mentions(pieces: Sequence[Piece], view: str) -> Iterator[tuple[str, Span]]:
    """Every mention of a state, in order: its code and the words."""
    flags = {span.start: (code, span) for code, span in _flags(view)}
    for number, piece in enumerate(pieces):
        if piece.parts or (piece.entry is not None and piece.entry.codes):
            following = pieces[number + 1].symbol if number + 1 < len(pieces) else "\n"
            if piece.symbol == Symbol.DEMONYM and following in "NYI" and number and pieces[number - 1].symbol == "G":
                continue  # "Maria Lao Tiu"
            for code, span in _in_piece(piece, view, following):
                flags.pop(span.start, None)
                yield code, span
    yield from flags.values()


def _flags(view: str) -> Iterator[tuple[str, Span]]:
    """The flags of a text: the state of each and where it stands."""
    for flag in _FLAG.finditer(view) if _FLAG_LETTERS.search(view) else ():
        code = "".join(chr(ord(letter) - _FLAG_A + ord("A")) for letter in flag[0])
        if code in state_codes():
            yield code, Span(*flag.span())


def with_flags(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with the flags before offices, which are of these states: "🇵🇱 National Prosecutor X"."""
    ends = {span.end: (code, span) for code, span in _flags(view)}
    found: list[Piece] = []
    for piece in pieces if ends else ():
        code, flag = ends.get(piece.start - 1, ("", None))
        if flag is not None and piece.symbol in _QUALIFIED and view[flag.end] == " ":
            entry = Entry(Symbol.DEMONYM, flag.of(view), codes=(code,))
            found.append(Piece(flag.start, flag.end, Symbol.DEMONYM, entry))
        found.append(piece)
    return found or pieces


# What a flag may stand before as an adjective.
_QUALIFIED = frozenset((Symbol.TITLE, Symbol.TITLES, Symbol.MODIFIER))


def _in_piece(piece: Piece, view: str, following: str) -> Iterator[tuple[str, Span]]:
    if piece.symbol == Symbol.PERSON:
        name = piece.fact.naming.span
        for part in piece.parts:
            if part.start >= name.end or part.end <= name.start:
                yield from _in_piece(part, view, "")
    elif piece.symbol == Symbol.ORGANIZATION and piece.fact:
        codes = {code for body in piece.fact for code in _codes_of(body)}
        every = len(codes) > 1 or all(body.kind in _NAMED_FOR_STATES for body in piece.fact)
        for part in piece.parts:
            yield from ((code, span) for code, span in _in_piece(part, view, "") if code in codes or every)
    elif piece.parts:
        for part in piece.parts:
            yield from _in_piece(part, view, "")
    elif piece.symbol == Symbol.BODY and piece.entry is not None:
        yield from _in_a_fixed_name(piece, piece.entry.codes, view)
    elif piece.entry is not None and piece.entry.codes:
        yield from _in_word(piece, piece.entry, view, following)


def _in_a_fixed_name(piece: Piece, codes: tuple[str, ...], view: str) -> Iterator[tuple[str, Span]]:
    """ "Australian Federal Police": a name that the vocabulary knows as one says its state, too."""
    words = [Span(*word.span()) for word in WORD.finditer(view, piece.start, piece.end)]
    for span in (*words, *(Span(one.start, other.end) for one, other in pairwise(words))):  # "South African"
        form = span.of(view)
        entry = lexicon().words.get(form) or lexicon().automaton.get(form, (0, "", None))[2]
        if entry is not None and entry.symbol in "CD" and len(entry.codes) == 1 and entry.codes == codes:
            yield entry.codes[0], span


# Bodies whose names name states that they are not of: "Embassy of Japan in Mongolia", "Peru-Chile Joint Committee".
_NAMED_FOR_STATES = frozenset(
    kind
    for kind in OrganizationKind
    if kind not in (OrganizationKind.COMPANY, OrganizationKind.MEDIA, OrganizationKind.OTHER, OrganizationKind.ACADEMIC)
)


def _codes_of(body: "object") -> Iterator[str]:
    country = getattr(body, "country", None)
    if country:
        yield country
    for member, _ in getattr(body, "members", ()):
        yield from _codes_of(member)
    part_of = getattr(body, "part_of", None)
    if part_of is not None and part_of is not body:
        yield from _codes_of(part_of)


def _in_word(piece: Piece, entry: Entry, view: str, following: str) -> Iterator[tuple[str, Span]]:
    span = Span(piece.start, piece.end)
    if entry.kind == "compound":
        if not _LANGUAGE.search(entry.value):
            yield from ((code, span) for code in entry.codes)
    elif piece.symbol == Symbol.CAPITAL:
        if acts_as_state(piece, view):
            yield entry.codes[0], span
    elif piece.symbol in "CD" and len(entry.codes) == 1:
        if following in tuple("NYI") and entry.value in _given_names():
            return
        if view.startswith("$", span.end) or (piece.symbol == Symbol.DEMONYM and _MONEY.match(view, span.end)):
            return  # "US$80 million", "400 Kenyan shillings"
        if piece.symbol == Symbol.DEMONYM and _is_a_tongue(span, view):
            return
        yield entry.codes[0], span


def _is_a_tongue(span: Span, view: str) -> bool:
    """Whether an adjective says a language: "in English", "the Russian and Chinese languages"."""
    if _AS_A_TONGUE.match(view, span.end):
        return True
    ends = _TONGUE_ENDS.match(view, span.end) is not None
    return ends and _IN_A_TONGUE.search(view, max(0, span.start - 60), span.start) is not None


@cache
def _given_names() -> frozenset[str]:
    """The given names, and the names of states that are such."""
    return frozenset(load("names")["given_states"]).union(*map(given_names, load("given_names")))


def acts_as_state(piece: Piece, view: str) -> bool:
    """Whether a capital stands for its state: it acts ("Ottawa would widen"), or is written to or dealt with."""
    entry = piece.entry
    if entry is None or entry.kind != CountryNameKind.CAPITAL or entry.value in load("places")["seats"]:
        return False
    before = view[max(0, piece.start - 60) : piece.start]
    if _ADDRESSED.search(before):
        return True
    if _SPOKEN_TO.search(before):
        return entry.value not in _given_names() and not _FOR_ONE.match(view, piece.end)
    acts = _ACTS.match(view, piece.end)
    if acts is None or _PLACE_BEFORE.search(before):
        return False
    beside = {*_NAME.findall(acts[0]), *_NAME.findall(listed[0] if (listed := _LISTED_BEFORE.search(before)) else "")}
    partner = _WITH_ONE.match(view, acts.end())
    if partner:
        beside.add(partner[1])
    return beside.isdisjoint(_towns())


@cache
def _towns() -> frozenset[str]:
    """Cities that are no capitals: who acts together with one is a city, too."""
    return frozenset(city for cities in load("places")["cities"].values() for city in cities)

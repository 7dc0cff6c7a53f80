"""Words that are a title or a form of address in one text and a name in another: "Sultan", "Sri", "HE"."""

import re
from collections.abc import Sequence
from functools import cache

from archive.reading.entities.words.folding import Build, fold, symbols
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

_TITLE_BEFORE_SON = re.compile(r"T(?=(?:p|P)[NG])")  # "Sultan bin X", "Sultan Al X"
_TITLE_AFTER_BODY = re.compile(r"T(?<=[BtW]T)(?=[pP]{0,2}[NG])")  # "of the Ministry of Justice Sultan X"
_TITLE_AFTER_MR = re.compile(r"[TH](?<=H[TH])(?=P?[NGY])")  # "Mr. Prince X"
_TITLE_AFTER_NAME = re.compile(r"T(?<=[NGYI]T)(?![NGYIpPo])")  # "Malcolm King, the minister"
_TITLE_ALONE = re.compile(r"T(?<![eatTDCSsy]T)(?![NGYIpPo])")  # "King agreed", where the text has named him so
_BETWEEN_NAMES = re.compile(r"H(?<=[NGY]H)(?=[NGY])")  # "Kwame Ato Asare"
_ADDRESS = re.compile(r"H(?=P?[NG])")
_FAMILY_NAME = re.compile(r"H(?=[NG](?![NGYIpP]))")  # "HE Wei" is a name, "HE Karim bin Salim" is addressed

_OF_A_PLACE = re.compile(r"(?<=H)[NGYCk](?P<of>o)[NGWYkK]")  # "Lord Wolfson |of Tredegar"
_NAME_TOO = re.compile(
    r"[iahnoqglwD](?:(?<=[HT][iahnoqglw])(?=[NGYaU])|(?<=[HT][NYP][ia])(?=[NGY])|(?<=PD)(?![NWtTBDjy]))"
)
# "the Paris |Bar|", "the |Bar| of Paris", "the |Bar| Association": lawyers, not the city of that name
_BAR = re.compile(r"k(?:(?P<word>(?=B))|(?<=[CDKk]k)|(?<=eNk)|(?<=ek)(?=oe?[CKk]))")
_HEAD_OF_A_FAMILY = re.compile(r"B(?<=GB)(?<![eDCS]GB)(?=[,.;:)VSnqi\n]|(?<=[TH]GB)o)")  # "Richard |Chambers|"
# "the Secretary-General, Patricia |Scotland|, met", "Patricia |Scotland|, Secretary-General", "Ms |Scotland|".
_STATE_IN_A_NAME = re.compile(
    r"(?:[TH]|[Tts][^,.;:()\n\"]{0,12},H{0,2})G(?P<state>C)(?=[,.;)VS\n])|G(?P<before>C)(?=,e?t{0,2}T)"
    r"|[Tts][^,.;:()\n\"]{0,12},H{0,2}C(?P<behind>C)(?=[,V])|H(?P<addressed>C)(?![NGYICKk])"
)
_STATE_AGAIN = re.compile(r"[GCH]C")
_MR = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? \Z")
_BURMESE = re.compile(r"I(?=[NGYW]{2,5})")
_MONSIEUR = re.compile(r"I(?=[NG]p{0,2}[NGU])|U\.(?=[NG]p{0,2}[NGU])")
_FRENCH = re.compile(
    r"\b(?:Mme|Mmes|Mlle|MM\.|Mesdames|Messieurs|Monsieur|Madame)\b|\bM\. (?:[A-Z][\w-]+ ){1,3}[A-ZÉÈ-]{4,}\b"
)


@cache
def _qualifies() -> re.Pattern[str]:
    """What says where somebody is from or works: "Tennessee-based"."""
    return re.compile(rf"[\w'.-]+-(?:{'|'.join(load('names')['qualifying'])})")


def _name_states(pieces: Sequence[Piece], view: str) -> None:
    """Take states that are family names for names, as an office beside the whole name or an address shows."""
    string = symbols(pieces)
    given: dict[str, set[str]] = {}  # the given names before each
    for match in _STATE_IN_A_NAME.finditer(string) if "C" in string else ():
        number = match.start(match.lastgroup or 0)
        before = pieces[number - 1]
        first = view[before.start : before.end]
        addressed = before.entry is not None and before.entry.kind in ("male", "female") and first != "Miss"
        if before.symbol == Symbol.GIVEN or addressed or first in load("names")["given_states"]:
            given.setdefault(view[pieces[number].start : pieces[number].end], set()).add(first)
    for match in _STATE_AGAIN.finditer(string) if given else ():
        before, state = pieces[match.start()], pieces[match.start() + 1]
        known = given.get(view[state.start : state.end])
        if known is None or (before.symbol != Symbol.HONORIFIC and view[before.start : before.end] not in known):
            continue
        state.symbol, state.entry = Symbol.NAME, None
        if before.symbol == Symbol.COUNTRY:
            before.symbol, before.entry = Symbol.GIVEN, None


def _with_family_names(pieces: list[Piece], view: str) -> list[Piece]:
    """Take titles that are family names behind a given name for names there, and then alone in that text, too."""
    found: set[str] = set()

    def behind(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        word = view[run[0].start : run[0].end]
        if word not in load("names")["family_too"]:
            return None
        found.add(word)
        return Piece(run[0].start, run[0].end, Symbol.NAME)

    def alone(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        known = view[run[0].start : run[0].end] in found
        return Piece(run[0].start, run[0].end, Symbol.NAME) if known else None

    pieces = fold(pieces, _TITLE_AFTER_NAME, behind)
    return fold(pieces, _TITLE_ALONE, alone) if found else pieces


def settle(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with each such word that stands for a name made one."""
    names, offices = load("names"), load("offices")
    given_too = frozenset(offices["given_too"])
    civil = given_too - frozenset(offices["ranks"])
    spoken_of = {code for piece in pieces if piece.symbol in "CDKk" and piece.entry for code in piece.entry.codes}
    given_in = {
        word
        for word, states in names["given_in"].items()
        if spoken_of & set(states["is_a_name"]) and not spoken_of & set(states["is_an_address"])
    }

    def named(words: frozenset[str] | set[str], symbol: str) -> Build:
        def build(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
            if view[run[0].start : run[0].end] not in words:
                return None
            return Piece(run[0].start, run[0].end, symbol)

        return build

    build_addressed = named(frozenset(names["given_after_mr"]), Symbol.NAME)

    def addressed(match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | Piece | None:
        """ "Mr. Prince X": nobody who is addressed so is a prince."""
        before = view[max(0, run[0].start - 5) : run[0].start]
        return build_addressed(match, run) if _MR.search(before) else None

    def bar(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        if view[run[0].start : run[0].end] != "Bar":
            return None
        if match["word"] is not None:
            return Piece(run[0].start, run[0].end, Symbol.WORD)
        return Piece(run[0].start, run[0].end, Symbol.HEAD, Entry(Symbol.HEAD, "Bar", "other"))

    def monsieur(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "M. Amadou DIOP": an initial elsewhere, a form of address in a French house."""
        if view[run[0].start : run[-1].end] not in ("M.", "MM.") or not _FRENCH.search(view):
            return None
        return Piece(run[0].start, run[-1].end, Symbol.HONORIFIC, Entry(Symbol.HONORIFIC, "M", "male"))

    def peer(_: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        if not view.endswith(tuple(names["peers"]), 0, run[0].start - 1):
            return None
        middle = [Piece(piece.start, piece.end, Symbol.PARTICLE) for piece in run[1:-1]]
        ends = [Piece(piece.start, piece.end, Symbol.NAME) for piece in (run[0], run[-1])]
        return [ends[0], *middle, ends[1]]

    _name_states(pieces, view)
    pieces = list(pieces)
    for piece in pieces:
        if piece.symbol not in "NYG" or "-" not in view[piece.start : piece.end]:
            continue
        if _qualifies().fullmatch(view, piece.start, piece.end):
            piece.symbol, piece.entry = Symbol.OTHER, None
    pieces = fold(pieces, _BAR, bar)
    pieces = fold(pieces, _HEAD_OF_A_FAMILY, named(frozenset(names["surname_words"].split()), Symbol.NAME))
    pieces = fold(pieces, _MONSIEUR, monsieur)
    pieces = fold(pieces, _OF_A_PLACE, peer)
    pieces = fold(pieces, _NAME_TOO, named(frozenset(names["name_too"]), Symbol.NAME))
    if "MM" in spoken_of:
        pieces = fold(pieces, _BURMESE, named(frozenset(("U",)), Symbol.HONORIFIC))
    pieces = fold(pieces, _TITLE_BEFORE_SON, named(given_too, Symbol.NAME))
    pieces = fold(pieces, _TITLE_AFTER_BODY, named(civil, Symbol.NAME))
    pieces = fold(pieces, _TITLE_AFTER_MR, addressed)
    pieces = _with_family_names(pieces, view)
    pieces = fold(pieces, _BETWEEN_NAMES, named(frozenset(names["given_between"]), Symbol.NAME))
    pieces = fold(pieces, _ADDRESS, named(given_in, Symbol.NAME))
    return fold(pieces, _FAMILY_NAME, named(frozenset(names["short_family_names"]), Symbol.CAPITALS))

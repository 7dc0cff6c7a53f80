"""Runs of capitalised words that could be the name of a person: where one begins and ends."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from archive.reading.entities.persons.evidence import Run, is_short_family_name
from archive.reading.entities.words.lexicon import INITIAL
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

_FIRST = (
    r"(?:P?p{0,3}(?:[NG]|U(?=U?P?[NGI]))|I{1,3}P?p{0,2}[NGYU]|Y(?=I?[NGY])|(?<=[HFV\"])Y|Y(?=[SV])|[CKk](?=[NGY])|[Kk](?=I[NGY])|(?<=F,)W(?=[NG]{1,2}[,V])"
    r"|P(?=P?[NGY])|(?<=[FH])P(?=P[DKk]V)|(?<=[HF])W(?=[NG])|(?<=H)U(?![#U(])|(?<=H)D(?=[V,.;:)\nS]))"
)
_NEXT = (
    r"(?:p{0,3}P?[NGYU]|p{1,3}[TWtCKkH]|I(?=[ -]?[NGYUIpP]|[CKk](?![NGYCK])|W[V.,;:)\nnwiqo(])|P(?=[NGYUKk])"
    r"|(?<=[NG]P)[Kk]|(?<=[NGY])[Kk](?=[NGY])|(?<=[FH]P)P(?=[DKk]V)|(?<=[FH]PP)[DKk](?=V)|\"(?:[NGYIU]{1,2}|W|w)\"(?=[NGYPIp])|(?<=[NGU])[WH](?=[NG])|(?<=[NG])C(?=[NG]))"
)
_LAST = (
    r"(?:(?:(?<=[FH\n][NUG])|(?<=[FH][GN][GN])|(?<=[GN]I))W(?=[V.,;:)\nnwiqof(-]))?"
    r"(?:(?<=[NG][NGY])[Kk](?=[V,.;:)\nwnqioS]))?"
    r"(?:(?:(?<=[NG][NGY])|(?<=[FH][NGY])|(?<=F,[NGY]))D(?=[V,.;:)\nrnqioS(]))?"
    r"(?:(?<=[NGYU])I{1,2}(?![NGYUIp-]))?(?:(?<=[GI])[CKk](?![NGYCK]))?(?:(?<=[FH][NGPY])[CKk](?![NGYCK]))?"
    r"(?:(?<=[NG])H(?=[V.,;:\nS)w\"oqn(-]))?(?:(?<=[NG])P(?=[V.,;:)\nnwiqofS(\"-]))?"
)
_NAME = re.compile(rf"{_FIRST}{_NEXT}{{0,6}}{_LAST}")
_AFTER_PREPOSITION = frozenset("oifeq")  # a state or place after one of these is no name: "of Georgia", "in Paris"
_INSIDE = frozenset((*load("names")["syllables"].split(), *load("names")["inner_honorifics"]))
_OF_TITLES = frozenset((*load("offices")["portfolios"], *load("offices")["fields"], *load("offices")["beside_names"]))
_VOWEL = re.compile(r"[aeiouy]")
_GIVEN_STATES = frozenset(load("names")["given_states"])


def runs_in(string: str, pieces: Sequence[Piece], view: str) -> Iterator[Run]:
    """Every run of words that could be a name, in order."""

    def word(number: int) -> str:
        return view[pieces[number].start : pieces[number].end]

    for match in _NAME.finditer(string):
        start, end = match.span()
        for cut in [*(number for number in range(start, end) if _may_cut(number, start, string)), end]:
            if cut < end and (
                (word(cut) in _INSIDE and (cut < end - 1 or string[cut] == "W"))
                or (string[cut] == "C" and word(cut) in _GIVEN_STATES)
                or (string[cut - 1 : cut] == "G" and string[cut : cut + 2] in ("WN", "WG") and _is_plain(word(cut)))
                or (string[cut] == "W" and cut == end - 1 and end - start > 2)
                or (string[cut - 1] in "pI" and string[cut] in "WH")
                or _closes(cut, end, string)
                or _is_a_name(cut, start, end, string)
                or (cut == end - 1 == start + 1 and string[cut] == "W" and string[start - 1 : start] in ("F", "H"))
            ):
                continue
            for first, last in _by_initials(start, cut, string, word):
                yield from _trimmed(first, last, string, word)
            start = cut + 1


def _is_plain(word: str) -> bool:
    """Whether an ordinary word is none of those of which titles and the names of bodies are made."""
    return word not in _OF_TITLES and not word.endswith("s")


def _may_cut(number: int, start: int, string: str) -> bool:
    """Whether a word may stand between two names: an ordinary one, a form of address, a state."""
    sign = string[number]
    return sign in "WH" or (sign == "C" and number > start and string[number - 1] in "NG")


def _is_a_name(cut: int, start: int, end: int, string: str) -> bool:
    """Whether an ordinary word is one of the names that an office or a form of address introduces: "Dr Ana Pace Borg",
    "the Minister, Even Ross, said".
    """
    if string[cut] != "W" or string[start - 1 : start] not in ("H", "F", ","):
        return False
    inside = start < cut < end - 1 and string[cut - 1] in "NG" and string[end : end + 1] in (",", "V", ".", ")", ";")
    last = cut == end - 1 == start + 2 and string[end : end + 1] in (",", "-", "(")
    return (string[start - 1] != "," and (inside or last)) or (cut == start and string[start - 2 : start] == "F,")


def _by_initials(start: int, end: int, string: str, word: Callable[[int], str]) -> Iterator[Run]:
    """The names of a run that each end with their initials: "Petrov K.T. |Sidorov A.I."."""
    for number in range(start + 1, end - 1):
        two = string[number] == "I" == string[end - 1] and string[number - 1 : number + 2 : 2].strip("NGY") == ""
        if two and _are_many(word(number)) and _are_many(word(end - 1)):
            yield start, number + 1
            start = number + 1
    yield start, end


def _are_many(word: str) -> bool:
    return are_initials(word) and word.count(".") > 1


def _closes(cut: int, end: int, string: str) -> bool:
    """Whether a form of address ends a name: "Suresh Rao, PhD"."""
    return cut == end - 1 and string[cut] == "H"


def _trimmed(start: int, end: int, string: str, word: Callable[[int], str]) -> Iterator[Run]:
    """The run without a state or an acronym that stands before the name."""
    if start < end and string[start] in "CKk":
        foreign = string[start] == "C" and word(start) not in _GIVEN_STATES
        if (foreign or string[start - 1 : start] in _AFTER_PREPOSITION) and string[start + 1 : start + 2] != "I":
            start += 1
    while end - start > 1 and string[start] == "U" and _is_acronym(word(start)):
        start += 1
    name = string[start:end].rstrip("I")
    initials = [word(number) for number in range(start + len(name), end)]
    if name and not (len(name) == 1 and "".join(initials).count(".") > 1 and all(map(are_initials, initials))):
        end = start + len(name)  # "Petrov K.T.", but "Richard W." goes on, and "Anne Smith M.D." has a degree
    if start < end:
        yield start, end


def _is_acronym(word: str) -> bool:
    """Whether a word in capitals is too short for a family name, or nobody could say it."""
    return (len(word) < 4 or not _VOWEL.search(fold_word(word))) and not is_short_family_name(word)


_INITIALS = re.compile(rf"(?:{INITIAL}\.)+", re.IGNORECASE)


def are_initials(word: str) -> bool:
    """Whether a word is one initial with its stop, or several: "K.T.", "Zh.A."."""
    return word.endswith(".") and _INITIALS.fullmatch(word) is not None


def fold_word(word: str) -> str:
    """A word without case and diacritics, to compare names with."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFKD", word) if not unicodedata.combining(char)).casefold()

"""The words of titles, before offices are sought: words in small letters that belong to one, two titles that a stroke
joins, a field that stands behind a title without a preposition, and titles that are given names here.
"""

import re
from collections.abc import Sequence
from functools import cache

from archive.reading.entities.offices.longer import LongerTitles
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

_QUALIFIED = re.compile(r"(?P<words>[jwb]{1,3})(?P<title>y{0,2}s)")
_WORD = re.compile(r"[\w'-]+")
_TITLE_AS_NAME = re.compile(r"T(?<=[TWH]T)(?=P?[NG])")
_TITLE_ENDS_NAME = re.compile(r"T(?<=[NG]T)(?![oHNGIYT])")  # "Karim Sultan"
# What may stand before a title in small letters whatever it says: "anti-drug prosecutor", "national director".
_ADJECTIVAL = re.compile(
    r"(?!several\b|additional\b)(?:(?:anti|counter|cyber|co|inter|sub|vice|deputy|under|non|pro|multi|cross|high|low|top|second|third|long|short|full)"
    r"-[a-z]+(?:-[a-z]+)?|[a-z]{3,}(?:rial|onal|ntal|ctoral|cial|eral|urity|[^v]ative|graphic|ormatic))"
)
_QUALIFIES = re.compile(
    r"(?:Anti|Counter|Extra|Inter|Cyber)-?[A-Za-z]{4,}|[A-Z][a-z]{3,}(?:[ctnsrmv]ial|[nrtcvu]al|[ao]ry|tive)"
)
_ROYAL = re.compile(r"(?:Majesty|Highness|H\.M\.?|H\.H\.?|HM|HH) \Z")
_HERE = re.compile(r"wi(?=e?[CKk])")  # "our ambassador here in Suva"
_CHIEF = re.compile(r"y(?<=[OUADSCB]y)(?=TH{0,2}[NGIY])")  # "PNP |chief| General X"
_JOINED = re.compile(r"[Ts]w(?=[tTsy]{1,3})[ty]{0,2}(?P<last>[Ts])")  # "Director/Chief Investigator"
_BEFORE_A_RANK = re.compile(r"[of][Wtn]{0,4}tT(?=H{0,2}[NGI])")  # "Minister of Public Security Major General X"
_GENERAL = re.compile(r"T")
_GENERAL_MEETING = re.compile(r" (?:Meeting|Assembly|Session|Conference|Debate|Discussion|Elections?|Congress)\b")
_RANKS = frozenset(load("offices")["ranks"])
_GRADES = frozenset(load("offices")["grades"])
_FIELD = re.compile(
    r"T[of]e?[WtD]{1,5}(?:,[WtD]{1,3})*(?:,?n(?:[WtD]{1,3}|[WtD]{0,3}(?=B)|e?(?=O)))?(?:O|B{1,2})(?=,|H{0,2}[NGIY]|oe?C|[V)\n])"
)
_FOR_A_FIELD = re.compile(r" (?:of|for) ")
_DISTRICT = re.compile(r"(?<=e)[Wt]{2}o[kKCNGW]{1,2}(?![NGYWtTB])")
_JUDICIAL = re.compile(r"(?:North|South|East|West|Central|Middle)(?:ern)? District of [\w ]+")
_GIVEN_TOO = frozenset(load("offices")["given_too"])
# "Minister of Police and Public Safety", "Director of Customs X", not "of the Customs"
_OF_A_SERVICE = re.compile(r"T[of]B(?=[n,]|H{0,2}[NGI]|oe?C|i)")
# "|Privacy| Commissioner X": a capital that opens a sentence says nothing
_OPENS = re.compile(r"[wjb](?<![^\n].)(?=(?:[Wt]{0,2}n)?[Wt]{0,3}T(?:H{0,2}[NGI]))")
# "Justice, Legal and Parliamentary Affairs Minister X"
_FIELDS_BEFORE = re.compile(r"[Wt](?<![WtDBTn].)[Wt]{0,2}(?:,[Wt]{1,3}){0,3},?n[Wt]{1,3}T(?=H{0,2}[NGI])")
# "the |Legal and Consular Affairs| Director": what qualifies a title stands before it twice, joined
_JOINTLY = re.compile(
    r"(?:(?<=[eaDCSVwi\n\"(:;])(?<![of]e)|(?<=[NGYI],))(?P<words>[WtN]{1,4}(?:,[WtN]{1,3}){0,3},?n)(?P<more>N?[WtD]{0,3})T"
)
# "Secretary of Justice |and Human Rights| of Peru", "Minister of State |Security|": more of what a long title is for
_MORE = re.compile(r"T(?:n[WtDB]{1,3}|[Wt]{1,2})(?=oe?[COD]|,[H@]|H{0,2}[NGI][NGIp]|[.)])")
_PLAIN = re.compile(
    r"(?P<title>T)(?P<comma>,?)(?P<words>[WtB]{1,3}(?:n[WtB]{1,2})?)(?=oe?[OC]|H{0,2}[NGI][NGIp]|[.);\n]|,H{0,2}[NGIOC])"
)


@cache
def _qualifiers() -> frozenset[str]:
    """The words in small letters that may belong to a title behind them."""
    offices = load("offices")
    return frozenset(word.lower() for key in ("qualifiers", "modifiers", "portfolios") for word in offices[key])


@cache
def _fields() -> frozenset[str]:
    """The words for what somebody directs."""
    offices = load("offices")
    return frozenset(word.lower() for key in ("portfolios", "fields") for word in offices[key])


@cache
def _headings() -> frozenset[str]:
    """The titles of those who direct something."""
    return frozenset(word.lower() for word in load("offices")["directing"])


_OF_A_SMALL_FIELD = re.compile(r"s[of]e?w")
_MINISTER = re.compile(r"(?:[\w-]+ ){0,2}(?:minister|secretary)")


class Titles:
    """The finder of such words in one text."""

    def __init__(self, view: str) -> None:
        self.view = view

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with the words of each title folded to one."""
        pieces = LongerTitles(self.view).find(pieces)
        pieces = fold(pieces, _GENERAL, self._no_rank)
        pieces = fold(pieces, _OPENS, self._opens)
        pieces = fold(pieces, _CHIEF, self._chief)
        pieces = fold(pieces, _HERE, self._here)
        pieces = fold(pieces, _QUALIFIED, self._qualified)
        pieces = fold(pieces, _OF_A_SMALL_FIELD, self._small_field)
        pieces = fold(pieces, _TITLE_AS_NAME, self._name)
        pieces = fold(pieces, _TITLE_ENDS_NAME, self._name)
        pieces = fold(pieces, _BEFORE_A_RANK, self._portfolio)
        pieces = fold(pieces, _OF_A_SERVICE, self._service)
        pieces = fold(pieces, _FIELDS_BEFORE, self._fields_before)
        pieces = fold(pieces, _JOINTLY, self._jointly)
        pieces = fold(pieces, _DISTRICT, self._district)
        pieces = fold(pieces, _FIELD, self._field)
        pieces = fold(pieces, _JOINED, self._slashed)
        pieces = fold(pieces, _MORE, self._more)
        return fold(pieces, _PLAIN, self._plain)

    def _no_rank(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the Annual |General| Meeting": no general."""
        if self.view[run[0].start : run[0].end] != "General" or not _GENERAL_MEETING.match(self.view, run[0].end):
            return None
        return Piece(run[0].start, run[0].end, Symbol.WORD)

    def _opens(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Environmental Prosecutor X said": the word belongs to the title as it does inside a sentence."""
        word = self.view[run[0].start : run[0].end]
        known = word.lower() in _qualifiers() | _fields() or _QUALIFIES.fullmatch(word)
        return Piece(run[0].start, run[0].end, Symbol.MODIFIER) if known else None

    def _chief(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "PNP |chief| General X": a title of its own before a rank."""
        word = self.view[run[0].start : run[0].end]
        return (
            Piece(run[0].start, run[0].end, Symbol.SMALL_TITLE, Entry(Symbol.TITLE, word)) if word == "chief" else None
        )

    def _qualified(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "the national anti-mafia prosecutor": the words before a title in small letters that belong to it."""
        words = list(_WORD.finditer(self.view, run[0].start, group(match, run, "words")[-1].end))
        start = len(words)
        while start and (words[start - 1][0] in _qualifiers() or _ADJECTIVAL.fullmatch(words[start - 1][0])):
            start -= 1
        if start == len(words):
            return None
        begin = words[start].start()
        before = [Piece(p.start, min(p.end, begin), p.symbol, p.entry) for p in run if p.start < begin]
        end = group(match, run, "words")[-1].end
        return [*before, Piece(begin, end, Symbol.SMALL_MODIFIER), *group(match, run, "title")]

    def _small_field(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "the minister of |transport|": what a minister is for, in small letters."""
        title, last = run[0], run[-1]
        if _MINISTER.fullmatch(self.view, title.start, title.end) is None:
            return None
        end = last.start
        for word in _WORD.finditer(self.view, last.start, last.end):
            if word[0] not in _fields():
                break
            end = word.end()
        if end == last.start:
            return None
        rest = [Piece(end + 1, last.end, last.symbol)] if end < last.end else []
        return [Piece(title.start, end, title.symbol, title.entry, parts=run), *rest]

    def _name(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Minister Sultan Al X": a title that is a given name, too, after another title."""
        royal = _ROYAL.search(self.view, max(0, run[0].start - 12), run[0].start)
        if self.view[run[0].start : run[0].end] not in _GIVEN_TOO or royal:
            return None
        return Piece(run[0].start, run[0].end, Symbol.NAME)

    def _here(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Here in Suva" is "in Suva"."""
        if self.view[run[0].start : run[-1].end] != "here in":
            return None
        return run[-1]

    def _jointly(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the |Antimafia and Counter-terrorism| Prosecutor": one title, not another one's end and a shorter one."""
        title, joined = run[-1], group(match, run, "words")[-1]
        behind = self.view[joined.end : title.end].split()
        if len(behind) < 2 or behind[0] in _GRADES:
            return None
        words = _WORD.findall(self.view, run[0].start, joined.start)
        words += [self.view[piece.start : piece.end] for piece in group(match, run, "more")[:1] if piece.symbol == "N"]
        if not all(word.lower() in _qualifiers() | _fields() or _QUALIFIES.fullmatch(word) for word in words):
            return None
        return Piece(run[0].start, title.end, title.symbol, title.entry, parts=run)

    def _district(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Attorney for the |Southern District of New York|": one field, of which nothing is cut off."""
        if _JUDICIAL.fullmatch(self.view, run[0].start, run[-1].end) is None:
            return None
        return Piece(run[0].start, run[-1].end, Symbol.WORD, parts=run)

    def _portfolio(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Minister of Public Security |Major General X": a rank takes no word of the portfolio before it."""
        last, rank = run[-2], run[-1]
        if self.view[rank.start : rank.end] not in _RANKS or self.view[last.start : last.end] in _GRADES:
            return None
        return [*run[:-2], Piece(last.start, last.end, Symbol.WORD, last.entry), rank]

    def _service(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Minister of |Police|", "Director General of |Customs|": what one is for is no body."""
        title, preposition, field = run
        minister = self.view.endswith("Minister", title.start, title.end)
        if " " in (words := self.view[field.start : field.end]):
            return None
        if not minister and (words not in load("offices")["fields_like_bodies"] or match.string[match.end()] == "n"):
            return None
        return [title, preposition, Piece(field.start, field.end, Symbol.WORD, field.entry)]

    def _fields_before(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Justice, Legal and Parliamentary Affairs Minister X": one title."""
        title = run[-1]
        if self.view[title.start : title.end] != "Minister":
            return None
        return Piece(run[0].start, title.end, title.symbol, title.entry, parts=run)

    def _field(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Minister of Justice and |Correctional Services|", "for Trade and |the European Union|": a field."""
        last = run[-1]
        unit = (
            last.symbol == Symbol.HEAD and run[1].symbol == "o" and run[2].symbol != "e"
        )  # "Head of Political Section"
        if not unit and self.view[last.start : last.end] not in load("offices")["fields_like_bodies"]:
            return None
        bodies = (Symbol.HEAD, Symbol.ORGANIZATION)
        return [Piece(p.start, p.end, Symbol.WORD, p.entry, parts=(p,)) if p.symbol in bodies else p for p in run]

    def _slashed(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Prosecutor/Liaison Magistrate": a stroke joins two titles of one person."""
        if self.view[run[1].start : run[1].end] != "/":
            return None
        last = group(match, run, "last")[0]
        return Piece(run[0].start, last.end, last.symbol, last.entry, parts=run)

    def _more(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Secretary of Justice |and Human Rights|": a title that holds one field, and another."""
        title, more = run[0], self.view[run[1].start : run[-1].end]
        if _FOR_A_FIELD.search(self.view, title.start, title.end) is None:
            return None
        if not all(word.lower() in _fields() or word == "and" for word in _WORD.findall(more)):
            return None
        return Piece(title.start, run[-1].end, title.symbol, title.entry, parts=run)

    def _plain(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Deputy Executive Director Operations", "Director, Legal Affairs": a field without a preposition."""
        words = group(match, run, "words")
        said = _WORD.findall(self.view, words[0].start, words[-1].end)
        if not all(word.lower() in _fields() or word == "and" for word in said) or run[0].entry is None:
            return None
        if self.view[run[0].start : run[0].end].lower() not in _headings():
            return None
        return Piece(run[0].start, words[-1].end, run[0].symbol, run[0].entry, parts=run)

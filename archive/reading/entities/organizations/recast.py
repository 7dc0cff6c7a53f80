"""Words that are something else beside the name of a body than elsewhere, recast before bodies are sought.

A title that is a given name or an ordinary word, a head that is the subject of another body, a subject that is a head,
a known body that is not meant.
"""

import re
from collections.abc import Sequence
from functools import cached_property

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.organizations.unmeant import unmeant
from archive.reading.entities.words.folding import fold
from archive.reading.entities.words.lexicon import Entry, Symbol, lexicon
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import MentionKind, OrganizationKind, Span

_NAMES_TOO = re.compile(r"T(?<=[tTW]T)(?=[pP]?[NG])")
_WORDS_TOO = re.compile(r"T(?<!BT)(?=nW{1,3}B|W{0,2}B)")
_SUBJECTS_TOO = re.compile(
    r"B(?:(?:(?<=[BT]o[tW]nB)|(?<=[BT]oe[tW]nB))(?=[.,;:)(\nV]|oe?C)|(?<=WB)(?=n[Wt]{1,2}B)|(?<=[De]B)(?=nWBB)|(?<=BoeB)"
    r"|(?<=BoB)(?=n[Wt]))"
)
_HEADS_TOO = re.compile(r"[Wt](?:(?<=[eDCSi\n].)[Wt]{1,4}(?![WtBTLNG])|(?<=[DS]W)(?![WtBTLNGo])|(?<=eW)(?=oe?C))")
_IN_CHARGE_OF = re.compile(r"[TL]oB(?![Bo]?W)")
_ORGAN_OF_A_BODY = re.compile(r"A(?:(?<=BoA)|(?<=BoeA))A")
_OF_A_UNIT = re.compile(r"T(?=[Wt]{0,3}B)")
_WITH_ITS_BODY = re.compile(r"T(?<=[WDtw]T)(?=,?T?H{0,2}[NGIY])")
_OF_A_MINISTRY = re.compile(r"T(?<=BoT)(?=H{0,2}[NGIY])")
_JOINED_IN_A_UNIT = re.compile(r"(?P<title>T)o[WtD]{1,4}(?P<and>n)(?=[WtDN]{1,4}B)")
_PORTFOLIO = re.compile(r"t(?<=Bot)(?=[WtDN]{1,4}B)")
_OVER = re.compile(r"w(?<=[WB]w)(?=[Wt])")
_WORKING_ON = re.compile(r"[tW](?<=B.)(?=[WtD]{1,4}(?!B))")
_LETTERED = re.compile(r"B[Ia#](?![NG])")
_OPENING = re.compile(r"w(?=(?:[Wt]{0,2}n)?[WtT]{0,4}B)(?:(?<=^w)|(?<=[\n:;\"]w))")
_SENT = re.compile(r"(?<!A)B(?=ie?[CKkWwtN])")
_OF_AN_AREA = re.compile(r"Boe?[NGkKY]{1,3}[wbNWt]")
_PART_OF_A_STATE = re.compile(r"(?:(?<=Bo)|(?<=Boe))C[WN](?!B)")
_CONNECTED = re.compile(r"w(?<=Mw)(?=[NWGYtU])")
_OF_A_UNIVERSITY = re.compile(r"Boe?[kKCNW]{1,3}B(?=oW)")  # "University of Nairobi School of Law"
_BY_COMPASS = re.compile(r"W(?:(?<=[oif]eW)|(?<=[oif]W))N{1,2}(?=[^NGYWBTt])|W(?:(?<=BoW)|(?<=BoeW))C")
_NAMED = re.compile("A")
_ORDINAL = re.compile(r"#w?(?=[WtD]{0,3}B(?!w))")
_NTH = re.compile(
    r"\d+(?:st|nd|rd|th) (?:[A-Z][\w-]+ ){0,3}(?:Division|Department|Section|Unit|Directorate|Chamber|Bureau|Branch"
    r"|Brigade|Office|Court|Battalion|Regiment|Squad|Inspectorate|Panel|Prosecutor's Office)\b"
)
_FOR_A_SUBJECT = re.compile(r"A(?=fe?[Wt])")
_LETTERS = re.compile(r"#(?=[,.;:)SV\n])|H(?<=[WB]\(H)(?=\))")

_GIVEN_TOO = frozenset(load("offices")["given_too"])
_ORDINARY_TOO = frozenset(load("organizations")["ordinary_too"]["titles"])
_HEADS = frozenset(load("organizations")["heads_too"]["subjects"])
_SUBJECTS = frozenset(load("organizations")["subjects_too"]["heads"])
_OPENINGS = frozenset(load("organizations")["openings"]["words"])
_CONNECTORS = frozenset(load("organizations")["foreign"]["connectors"])
_AREA = re.compile(rf"(?i:{'|'.join(load('organizations')['areas']['nouns'])})\b")
_COMPASS = frozenset(load("organizations")["areas"]["compass"])
_MINISTERS = ("Minister", "Ministers", "Secretary")
_REGIONAL = frozenset(load("organizations")["acronyms"]["regional"])
_WORD_BEHIND = re.compile(r"'s|-")
_HEAD_OF = "Head of "
_DOING = frozenset(load("organizations")["doing"]["words"])
_LETTERED_HEADS = frozenset(load("organizations")["lettered"]["heads"])
_LETTER = re.compile(r"[A-H]|II|III|IV|V|VI")
_SORTS_OF_POLICE = re.compile(
    r"\b(?:Federal|National|State|Metropolitan|Border|Judicial|Criminal|Military|Royal|Civil"
    r"|Republic|Tax|Financial|Traffic) $"
)
_CHAIRED = frozenset(("Police", "Commission", "Committee", "Council", "Board", "Agency", "Bureau", "Authority"))
_HEADS_A_POLICE = ("chief", "director", "director-general", "director general", "commissioner", "commander")
_HEADS_A_UNIT = re.compile(r"(?:Head|Chief|Director)$")
_IN_BRACKETS = re.compile(r"[a-z] \(([^()]{1,20})\)")


class Recast(Finder):
    """The finder of such words."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with the symbols that these words have here."""
        pieces = fold(pieces, _OF_A_UNIT, self._head_of_a_unit)
        pieces = fold(pieces, _IN_CHARGE_OF, self._in_charge_of)
        pieces = fold(pieces, _ORGAN_OF_A_BODY, self._organ_of_a_body)
        pieces = fold(pieces, _WITH_ITS_BODY, self._with_its_body)
        pieces = fold(pieces, _OF_A_MINISTRY, self._with_its_field)
        pieces = fold(pieces, _JOINED_IN_A_UNIT, self._joined_in_a_unit)
        pieces = fold(pieces, _PORTFOLIO, self._portfolio)
        pieces = fold(pieces, _OVER, self._over)
        pieces = fold(pieces, _WORKING_ON, self._working_on)
        pieces = fold(pieces, _LETTERED, self._lettered)
        pieces = fold(pieces, _OPENING, self._opening)
        pieces = fold(pieces, _CONNECTED, self._connected)
        pieces = fold(pieces, _SENT, self._sent)
        pieces = fold(pieces, _OF_AN_AREA, self._of_an_area)
        pieces = fold(pieces, _NAMES_TOO, self._name_too)
        pieces = fold(pieces, _WORDS_TOO, self._word_too)
        pieces = fold(pieces, _SUBJECTS_TOO, self._subject_too)
        pieces = fold(pieces, _HEADS_TOO, self._head_too)
        pieces = fold(pieces, _LETTERS, self._acronym_too)
        pieces = fold(pieces, _OF_A_UNIVERSITY, self._of_a_university)
        pieces = fold(pieces, _BY_COMPASS, self._by_compass)
        pieces = fold(pieces, _PART_OF_A_STATE, self._part_of_a_state)
        pieces = fold(pieces, _ORDINAL, self._ordinal)
        pieces = fold(pieces, _FOR_A_SUBJECT, self._of_another_state)
        return fold(pieces, _NAMED, self._unmeant)

    def _head_of_a_unit(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Head of International Cooperation| Division": the subject in a title belongs to the unit behind it."""
        start, end = run[0].start, run[0].end
        if not self.view.startswith(_HEAD_OF, start):
            return None
        head, of = start + len("Head"), start + len(_HEAD_OF)
        title = Piece(start, head, Symbol.TITLE, Entry(Symbol.TITLE, "Head"))
        return [title, Piece(head + 1, of - 1, Symbol.OF, Entry(Symbol.OF, "of")), Piece(of, end, Symbol.WORD)]

    def _in_charge_of(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Minister of |Police| of the Kingdom": what a minister is in charge of is no body."""
        minister = self._words(run[:1]).endswith(_MINISTERS)
        if not minister or self._words(run[-1:]) not in _SUBJECTS:
            return None
        return [*run[:-1], Piece(run[-1].start, run[-1].end, Symbol.WORD)]

    def _organ_of_a_body(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "SCO Regional Anti-Terrorist Structure": a known body with the letters of the one that it belongs to."""
        whole, organ = self._words(run[:1]), self._words(run[1:])
        letters = whole.isupper() and not organ.isupper()
        return Piece(run[0].start, run[-1].end, Symbol.BODY, run[1].entry) if letters else None

    def _with_its_body(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Public Safety |Commission| Chairman X": the body in a title has a name before it."""
        body, *rest = self._words(run).split(" ", 1)
        head, title = lexicon().words.get(body), _title("".join(rest))
        if body not in _CHAIRED or head is None or title is None:
            return None
        if body == "Police" and not _SORTS_OF_POLICE.search(self.view, max(0, run[0].start - 20), run[0].start):
            return None
        end = run[0].start + len(body)
        return [Piece(run[0].start, end, Symbol.HEAD, head), Piece(end + 1, run[0].end, title.symbol, title)]

    def _with_its_field(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Department of |Justice| Secretary X": what a ministry is for, and the title of who heads it."""
        field, *rest = self._words(run).split(" ", 1)
        title = _title("".join(rest)) if field in load("offices")["portfolios"] else None
        end = run[0].start + len(field)
        return (
            None
            if title is None
            else [Piece(run[0].start, end, Symbol.WORD), Piece(end + 1, run[0].end, title.symbol, title)]
        )

    def _joined_in_a_unit(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Head of Media |and| Public Relations Division": one unit has one head."""
        if not _HEADS_A_UNIT.search(self._words(run[:1])):
            return None
        return [*run[:-1], Piece(run[-1].start, run[-1].end, Symbol.WORD)]

    def _portfolio(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Department of Justice| Tax Division": a portfolio of one word, and a unit behind it."""
        return Piece(run[0].start, run[0].end, Symbol.WORD) if self._words(run) == "Justice" else None

    def _over(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Agency for Control over Narcotic Drugs"."""
        return Piece(run[0].start, run[0].end, Symbol.PREPOSITION) if self._words(run) == "over" else None

    def _working_on(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Brigade Investigating Trafficking in Persons": what a body does stands behind its noun."""
        return Piece(run[0].start, run[0].end, Symbol.FOR) if self._words(run) in _DOING else None

    def _lettered(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Directorate A", "Trial Chamber II": a unit that a letter or number names."""
        head = run[0].entry or Entry(Symbol.HEAD)
        if head.value not in _LETTERED_HEADS or not _LETTER.fullmatch(self._words(run[1:])):
            return None
        return Piece(run[0].start, run[1].end, Symbol.HEAD, Entry(Symbol.HEAD, self._words(run), head.kind, ("whole",)))

    def _opening(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Financial Intelligence Unit officers met": a capital that opens a sentence, and the name."""
        known = self.view[run[0].start : run[0].end] in _OPENINGS
        return Piece(run[0].start, run[0].end, Symbol.WORD, run[0].entry) if known else None

    def _sent(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Minister Heads Delegation to Arab Council": people who are sent are no body."""
        return Piece(run[0].start, run[0].end, Symbol.OTHER) if self._words(run) == "Delegation" else None

    def _of_an_area(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "People's Procuratorate of Xaisomboun province": what the area is belongs to its name."""
        start = run[-1].start
        noun = _AREA.match(self.view, start, run[-1].end)
        if noun is None or _WORD_BEHIND.match(self.view, noun.end()):
            return None
        rest = [Piece(noun.end() + 1, run[-1].end, Symbol.OTHER)] if noun.end() < run[-1].end else []
        return [*run[:-1], Piece(start, noun.end(), Symbol.WORD), *rest]

    def _part_of_a_state(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Police Department of East Kazakhstan Region": a place that says its state."""
        if _AREA.fullmatch(self.view, run[1].start, run[1].end) is None:
            return None
        return Piece(run[0].start, run[1].end, Symbol.PLACE, run[0].entry, parts=run)

    def _connected(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Bundesamt für Justiz": a small word inside a name of another language."""
        inside = self.view[run[0].start : run[0].end] in _CONNECTORS
        return Piece(run[0].start, run[0].end, Symbol.PARTICLE) if inside else None

    def _name_too(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Ministry of Justice Sultan bin X": a title that is a given name, too."""
        named = self._words(run) in _GIVEN_TOO
        return Piece(run[0].start, run[0].end, Symbol.NAME) if named else None

    def _word_too(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Fiscal and Fraud Section": a title that is an ordinary word, too."""
        return Piece(run[0].start, run[0].end, Symbol.WORD) if self._words(run) in _ORDINARY_TOO else None

    def _subject_too(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Department of Justice and Police": a head that is a subject, too."""
        return Piece(run[0].start, run[0].end, Symbol.WORD) if self._words(run) in _SUBJECTS else None

    def _head_too(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Federal Aviation Administration": a subject that is a head, too, where no "of" stands before it."""
        last = run[-1]
        word = self._words([last])
        if word not in _HEADS or (word == "Prosecution" and self.view.startswith(" of ", last.end)):
            return None
        return [*run[:-1], Piece(last.start, last.end, Symbol.HEAD, Entry(Symbol.HEAD, self._words([last]), "agency"))]

    def _acronym_too(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the Public Ministry (MP)": letters that may stand behind a name, where the text gives them to a body."""
        letters = self._words(run)
        given = letters.isupper() and letters in self._bracketed
        return Piece(run[0].start, run[0].end, Symbol.CAPITALS) if given else None

    @cached_property
    def _bracketed(self) -> frozenset[str]:
        """What stands in brackets behind a word of the text."""
        return frozenset(_IN_BRACKETS.findall(self.view))

    def _of_a_university(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "University of Nairobi School of Law": a school that carries the name of its university."""
        last = run[-1]
        academic = last.entry is not None and last.entry.kind == "academic"
        if self._words(run[:1]) != "University" or not academic:
            return None
        return [*run[:-1], Piece(last.start, last.end, Symbol.WORD, last.entry)]

    def _by_compass(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Court of Appeal of the Northern Aegean": a region that a point of the compass tells."""
        if self._words(run[:1]) not in _COMPASS:
            return None
        state = run[-1].symbol == Symbol.COUNTRY  # "of Southern Finland"
        return Piece(run[0].start, run[-1].end, run[-1].symbol if state else Symbol.WORD, run[-1].entry)

    def _ordinal(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "2nd Investigation Division": which of several units it is."""
        nth = _NTH.match(self.view, run[0].start)
        return Piece(run[0].start, run[-1].end, Symbol.WORD) if nth is not None else None

    def _of_another_state(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "State Department for Correctional Services": a ministry that everybody knows is for nothing more."""
        first, last = self._words(run).rpartition(" ")[::2]
        head, entry = lexicon().words.get(last), run[0].entry
        if not first or head is None or head.symbol != Symbol.HEAD or entry is None or entry.kind != "ministry":
            return None
        end = run[0].start + len(first)
        return [Piece(run[0].start, end, Symbol.WORD), Piece(end + 1, run[0].end, Symbol.HEAD, head)]

    def _unmeant(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "United Nations Convention against Corruption": the body only stands in a title."""
        span, entry = Span(run[0].start, run[0].end), run[0].entry
        rule = unmeant(self.view, span)
        if rule is None or (rule.startswith("rest-of") and match.string.endswith("C-", 0, match.start())):
            return None  # "Fiji-|EU|"
        if rule == "title-of-an-instrument" and entry is not None and self._words(run) in _REGIONAL:
            body = self.register.known(self._said(span), entry.value, OrganizationKind(entry.kind), None)
            body.mentions.append((span, MentionKind.SHORT))  # a region is named by what its states agreed on
        return Piece(span.start, span.end, Symbol.OTHER)


def _title(words: str) -> Entry | None:
    """The title that some words are."""
    known = lexicon()
    found = known.words.get(words) or (known.automaton.get(words)[2] if words in known.automaton else None)
    if words.lower() == "chief":
        return Entry(Symbol.TITLE if words.istitle() else Symbol.SMALL_TITLE, words)
    return found if found is not None and (found.symbol == Symbol.TITLE or words in _HEADS_A_POLICE) else None

"""Bodies: ministries, offices, courts, agencies, international organizations, joint bodies, companies, media.

A name has a head ("Court", "Fiscalía"), or is a known body, or something beside it says what it is ("the news agency
X", "X Ltd"). Its state comes from the name. Later short forms ("the Ministry", an acronym) mean the one body they can
mean.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder, Register
from archive.reading.entities.organizations.canonical import canonical, is_plural, kind_of
from archive.reading.entities.organizations.compounds import Compounds
from archive.reading.entities.organizations.foreign import Foreign
from archive.reading.entities.organizations.introduced import Introduced
from archive.reading.entities.organizations.known import Known, acronym_of
from archive.reading.entities.organizations.recast import Recast
from archive.reading.entities.organizations.shapes import ACRONYM, FOR, LEFT, OF, STATES
from archive.reading.entities.organizations.small import Small
from archive.reading.entities.organizations.spelt import Spelt
from archive.reading.entities.organizations.unmeant import unmeant
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import CountryNameKind, OrganizationKind, Span

_HEADED = re.compile(
    rf"(?P<left>{LEFT})(?P<head>B)(?!B?W){ACRONYM.format(1)}(?P<chain>(?:oe?C(?=fe?[WL]))?(?:{OF}|{FOR}){{0,6}}){ACRONYM.format(2)}"
    rf"(?P<states>{STATES}?){ACRONYM.format(3)}"
)
_OF_MANY = re.compile(r"Boe?[WtDNkYL]{1,6}B(?![oS])")

_WHOLE_NAMES = frozenset(load("organizations")["whole"]["heads"])
_ABROAD = tuple(load("organizations")["posted"]["heads"])
_OF_A_STATE = frozenset(load("organizations")["national"]["heads"])
_RANKED = frozenset(load("organizations")["seated"]["ranks"])
_RANKS = frozenset(load("offices")["grades"])
_WITH_ARTICLE = frozenset(load("organizations")["whole"]["with_article"])
_NATIONAL = frozenset(
    (
        OrganizationKind.PROSECUTION,
        OrganizationKind.MINISTRY,
        OrganizationKind.COURT,
        OrganizationKind.POLICE,
        OrganizationKind.PARLIAMENT,
        OrganizationKind.AGENCY,
    )
)
# "told Parliament", "Cabinet approved": a name that needs no article.
_BARE = frozenset(load("organizations")["whole"]["bare"])
_BARE_BEFORE = re.compile(r"\b(?:in|to|by|before|from|told|informed|assured|that|and|through|with)\s$")
_BARE_BEHIND = re.compile(r"(?!\s+of\b|\s+[A-Z]|[-'])")
_OPENS = re.compile(r"(?:^|[.!?:;]\s?[\"']?\s?|\n\n)$")
_ACTS = re.compile(r"\s(?:has|had|is|was|will|would|must|may|can|could|should|met|gave|took|sat|[a-z]+ed)\b")
_BRACKETS = re.compile(r" ?\([^()]{1,20}\)")


class Bodies(Finder):
    """The bodies of one text."""

    def __init__(self, text: str, view: str) -> None:
        super().__init__(text, view, Register())

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each name of a body folded to one."""
        pieces = Recast(self.text, self.view, self.register).find(pieces)
        pieces = Spelt(self.text, self.view, self.register).find(pieces)
        pieces = Foreign(self.text, self.view, self.register).find(pieces)
        pieces = fold(pieces, _OF_MANY, self._of_many)
        pieces = fold(pieces, _HEADED, self._headed)
        pieces = Known(self.text, self.view, self.register).find(pieces)
        pieces = Introduced(self.text, self.view, self.register).find(pieces)
        pieces = Small(self.text, self.view, self.register).find(pieces)
        return Compounds(self.text, self.view, self.register).find(pieces)

    # -- the rules ---------------------------------------------------------------------------------------------------

    def _of_many(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Network of Law Enforcement Authorities": bodies in the plural are no body of their own in such a name."""
        head, last = run[0].entry or Entry(Symbol.HEAD), run[-1]
        if head.kind == "court" or is_plural(head.value) or not is_plural(self._words([last])):
            return None
        return [*run[:-1], Piece(last.start, last.end, Symbol.WORD, last.entry)]

    def _headed(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | Piece | None:
        """ "Supreme Court of Chile", "Russian Prosecutor General's Office", "Committee on Legal Statistics"."""
        head = group(match, run, "head")[0]
        left = list(group(match, run, "left"))
        before = _before_a_possessor(left)
        run = run[len(before) :]
        chain, tail = group(match, run, "chain"), group(match, run, "states")
        entry = head.entry or Entry(Symbol.HEAD)
        owner = self._owner(left) if entry.kind != "company" else None
        distinguishing = [piece for piece in left if piece.symbol != "S"]
        alone = len(run) == 1 and (
            (entry.value in _WITH_ARTICLE and self._with_article(head))  # "the Cabinet"
            or (entry.value in _BARE and self._is_bare(head))  # "told Parliament"
        )
        if (
            "weak" in entry.codes
            and not alone
            and not acronym_of(match, run)
            and not self._says_enough(entry, distinguishing, chain)
        ):
            return None
        abroad = bool(tail) and tail[0].symbol in "ifkKN" and not match["acronym3"]
        kind = kind_of(self._words([*left, head, *chain]), OrganizationKind(entry.kind or "agency"))
        left_out = tail if abroad and not _in_the_name(self.view, left, head, kind, chain, tail) else ()
        if chain and chain[0].symbol == "f" and entry.value in _WHOLE_NAMES and run[-1] is chain[-1]:
            left_out, chain = chain, ()  # "Undersecretary of the Public Prosecution for International Cooperation"
        if not left_out and chain and run[-1] is chain[-1]:
            left_out = self._rank_of_the_next(chain)
            chain = chain[: len(chain) - len(left_out)]
        if left_out:
            run, tail = run[: -len(left_out)], ()
        if not (distinguishing or chain or tail or alone or (owner and entry.value in _OF_A_STATE)) and (
            entry.value not in _WHOLE_NAMES
        ):
            return None
        general = "WtT" if entry.value == "Chambers" else "WtTLS"  # "Attorney General's Chambers" are one
        if is_plural(entry.value) and not (chain or tail) and all(piece.symbol in general for piece in left):
            return None  # "Law Enforcement Agencies"
        named = [*left, head, *chain]
        states = [code for piece in tail if piece.entry for code in piece.entry.codes if piece.symbol == "C"]
        if tail and tail[0].symbol == "f":
            states = []  # "Special Tribunal for Lebanon" is none of its courts
        acronym = acronym_of(match, run)
        core = Span((left or [head])[0].start, run[-1].end)
        several = is_plural(self._words([head])) and len(states) > 1
        if match["acronym3"] and tail:
            core = Span(core.start, tail[-1].end)
        elif acronym is not None and tail:
            core = Span(core.start, named[-1].end)
        elif acronym is not None:
            core = Span(core.start, max(named[-1].end, tail[-1].end if tail else 0))
        if unmeant(self.view, core) is not None:
            return None
        if several:
            return self._several(run, canonical(self._words(named), None, plural=True), kind, tail)
        states = states or [
            code for piece in chain[:3] if piece.symbol == "C" and piece.entry for code in piece.entry.codes
        ]
        country = states[0] if len(states) == 1 else owner
        if left and left[0].symbol == "A" and left[0].entry is not None and left[0].entry.kind == "international":
            country, kind = owner, OrganizationKind.INTERNATIONAL  # "EU Delegation to Georgia"
        if country is None and kind in _NATIONAL and not states:
            country = _of_a_city(left) or _of_an_adjective(left)
        name = self._said(core)
        if match["acronym1"] and chain:
            name = " ".join(_BRACKETS.sub("", name).split())
        body = self.register.add(name, self._words(named), kind, country, core, "body-by-head")
        body.open = not chain and not tail and all(piece.symbol in "tWB" for piece in left)
        if states and len(states) > 1:
            body.kind = OrganizationKind.JOINT
        self._short(body, acronym)
        start = run[0].start if owner is None else core.start
        piece = Piece(start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)
        return [*before, piece, *left_out]

    def _says_enough(self, head: Entry, left: Sequence[Piece], chain: Sequence[Piece]) -> bool:
        """Whether a name stands on a head that is common in other senses: "Times", "Group", "Conference"."""
        if head.value in _OF_A_STATE:
            return any(piece.symbol in "CDtW" for piece in left)
        if head.kind == "media" and self._is_titled(left):
            return True
        if head.kind in ("company", "media"):
            named = sum(2 if piece.symbol in "NGU" else piece.symbol in "CKkW" for piece in left)
            return not chain and named > 1 and any(piece.symbol in "NGUCKk" for piece in left)
        if head.value in ("Conference", "Initiative"):
            return bool(chain) and chain[0].symbol == "o"
        return (
            bool(chain)
            or sum(piece.symbol in "WtTLUADCkN" for piece in left) > 1
            or any(piece.symbol in "TLA" for piece in left)
        )

    def _is_titled(self, left: Sequence[Piece]) -> bool:
        """ "told The Jakarta Post": the article with a capital inside a sentence, and a place."""
        start = left[0].start if left else 0
        titled = self.view[max(0, start - 4) : start] == "The " and re.search(r"[a-z,] $", self.view[: start - 4][-3:])
        return bool(titled) and left[0].symbol in "CKk"

    def _rank_of_the_next(self, chain: Sequence[Piece]) -> Sequence[Piece]:
        """ "Department of Justice |Assistant| Secretary X": a rank belongs to the title behind the name."""
        start = len(chain)
        while start > 2 and chain[start - 1].symbol == "t" and self._words(chain[start - 1 : start]) in _RANKS:
            start -= 1
        return chain[start:]

    def _owner(self, left: list[Piece]) -> str | None:
        """The state that opens the name: "Russian", "Kenya's"; the possessor is no part of the name."""
        if not left:
            return None
        first = left[0]
        codes = first.entry.codes if first.entry and first.symbol in "CD" else ()
        if len(left) > 1 and left[1].symbol == "S" and first.symbol in "CK":
            del left[:2]
        elif len(left) > 1 and left[1].symbol in "CD-":
            return None
        return codes[0] if len(codes) == 1 else None

    def _several(self, run: Sequence[Piece], singular: str, kind: OrganizationKind, tail: Sequence[Piece]) -> Piece:
        """ "Prosecutor Generals' Offices of Russia and Belarus": one body for each state."""
        bodies = []
        span = Span(run[0].start, run[-1].end)
        for piece in tail:
            if piece.symbol == "C" and piece.entry:
                name = f"{singular} of {'the ' if self._with_article(piece) else ''}{self._words([piece])}"
                bodies.append(
                    self.register.add(name, singular, kind, piece.entry.codes[0], span, "bodies-of-states", listed=True)
                )
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=bodies, parts=run, rule="bodies-of-states")

    def _with_article(self, piece: Piece) -> bool:
        return self.view[max(0, piece.start - 4) : piece.start].lower() == "the "

    def _is_bare(self, piece: Piece) -> bool:
        before = self.view[max(0, piece.start - 12) : piece.start]
        if _OPENS.search(before):
            return _ACTS.match(self.view, piece.end) is not None
        return _BARE_BEFORE.search(before) is not None and _BARE_BEHIND.match(self.view, piece.end) is not None


def _before_a_possessor(left: list[Piece]) -> Sequence[Piece]:
    """What stands before the state that owns the body, taken off the name: "Minister Heads| Chile's Committee"."""
    string = "".join(piece.symbol for piece in left)
    at = max(string.rfind("CS"), string.rfind("KS"))
    before = left[: max(0, at)]
    del left[: max(0, at)]
    return before


def _of_a_city(left: Sequence[Piece]) -> str | None:
    """The state of the city that opens a name: "Osaka High Public Prosecutors Office"."""
    entry = left[0].entry if left and left[0].symbol in "Kk" else None
    return entry.codes[0] if entry is not None and len(entry.codes) == 1 else None


def _of_an_adjective(left: Sequence[Piece]) -> str | None:
    """The one state that an adjective inside a name says: "Royal Thai Police"."""
    codes = {code for piece in left if piece.symbol in "CD" and piece.entry for code in piece.entry.codes}
    return codes.pop() if len(codes) == 1 else None


def _seat_in_the_name(
    view: str, left: Sequence[Piece], kind: OrganizationKind, chain: Sequence[Piece], tail: Sequence[Piece]
) -> bool:
    """Whether "in" a region or city belongs to a name: "Action Group against Money Laundering in West Africa",
    "Regional Prosecutor's Office in Lublin", not "Ministry of Justice in Rabat".
    """
    if view[tail[0].start : tail[0].end] != "in":
        return False
    if tail[-1].entry is not None and tail[-1].entry.kind == "regions":
        return bool(chain) and (kind is OrganizationKind.AGENCY or kind not in _NATIONAL)
    ranked = any(view[piece.start : piece.end] in _RANKED for piece in left)
    branch = left[0].symbol in "UA" if left else False  # "FGR State Office in Jalisco"
    return not chain and ranked and (branch or kind in (OrganizationKind.PROSECUTION, OrganizationKind.COURT))


def _in_the_name(
    view: str,
    left: Sequence[Piece],
    head: Piece,
    kind: OrganizationKind,
    chain: Sequence[Piece],
    tail: Sequence[Piece],
) -> bool:
    """Whether "in" or "to" a state belongs to a name: "in the Kingdom of Morocco", not "in Togo"."""
    state = tail[-1].entry
    if head.entry is not None and head.entry.value in _ABROAD:  # the host, which is not whose body it is
        return tail[0].symbol in "kKN"  # "U.S. Embassy Podgorica"
    if tail[0].symbol == "f":
        return kind is OrganizationKind.COURT
    if tail[0].symbol == "i" and tail[-1].symbol in "kKN":
        return _seat_in_the_name(view, left, kind, chain, tail)
    if tail[0].symbol in "kKN":  # "Public Prosecutor's Office Oldenburg"
        return kind in (OrganizationKind.PROSECUTION, OrganizationKind.COURT)
    return len(tail) > 2 and state is not None and state.kind == CountryNameKind.OFFICIAL

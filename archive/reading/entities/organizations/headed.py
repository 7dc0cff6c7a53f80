"""Names with a head: "Supreme Court of Chile", "Russian Prosecutor General's Office", "Committee on Statistics"."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from archive.reading.entities.organizations import edges
from archive.reading.entities.organizations.bodies import Body, Finder
from archive.reading.entities.organizations.canonical import canonical, is_plural, kind_of
from archive.reading.entities.organizations.enough import says_enough, stands_alone
from archive.reading.entities.organizations.known import acronym_of
from archive.reading.entities.organizations.plural import PORTFOLIOS, Plural, is_general
from archive.reading.entities.organizations.shapes import headed, subject
from archive.reading.entities.organizations.unmeant import unmeant
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import OrganizationKind, Span

_OF_MANY = re.compile(r"B[of]e?[WtDNkYL]{1,6}B(?![oS])")


_WHOLE_NAMES = frozenset(load("organizations")["whole"]["heads"])
_ABROAD = frozenset(load("organizations")["posted"]["heads"])
_OF_A_STATE = frozenset(load("organizations")["national"]["heads"])
_BRACKETS = re.compile(r" ?\([^()]{1,20}\)")


@cache
def _of_demonyms() -> re.Pattern[str]:
    """The pattern of bodies of several states that adjectives say: "Polish and Czech Ministries of Justice"."""
    return re.compile(
        rf"(?P<states>D(?:,D)*(?:,?nD|,D(?=[WtTL]S?B|B)))(?P<own>(?:[WtTL]S?){{0,3}}(?P<head>B)(?:{subject()})?)"
    )


@dataclass(slots=True)
class _Name:
    """The parts of a name: "|Federal| Office| of Justice| of Chile|". ``before`` and ``behind`` are not of it."""

    run: Sequence[Piece]
    before: Sequence[Piece]
    left: list[Piece]
    head: Piece
    chain: Sequence[Piece]
    tail: Sequence[Piece]
    behind: Sequence[Piece]
    owner: str | None
    acronym: Piece | None
    kind: OrganizationKind

    @property
    def entry(self) -> Entry:
        """What the vocabulary says of the head."""
        return self.head.entry or Entry(Symbol.HEAD)

    @property
    def own(self) -> list[Piece]:
        """The pieces without those of the state."""
        return [*self.left, self.head, *self.chain]

    def states(self) -> list[str]:
        """The states that the name says at its end."""
        if self.tail and (self.tail[0].symbol == "f" or (self.entry.value in _ABROAD and self.tail[0].symbol == "C")):
            return []  # "Special Tribunal for Lebanon" and "U.S. Embassy Lithuania" are none of theirs
        return [code for piece in self.tail if piece.entry for code in piece.entry.codes if piece.symbol == "C"]


class Headed(Finder):
    """The finder of names with a head."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        pieces = fold(pieces, _OF_MANY, self._of_many)
        pieces = fold(pieces, _of_demonyms(), self._of_demonyms)
        return fold(pieces, headed(), self._headed)

    def _of_many(self, _: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Network of Law Enforcement Authorities": bodies in the plural are no body of their own in such a name."""
        head, last = run[0].entry or Entry(Symbol.HEAD), run[-1]
        if head.kind == "court" or is_plural(head.value) or not is_plural(self._words([last])):
            return None
        return [*run[:-1], Piece(last.start, last.end, Symbol.WORD, last.entry)]

    def _of_demonyms(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Kenyan and Ugandan Prosecutor's Offices": the bodies of several states, each by its adjective."""
        own, head = group(match, run, "own"), group(match, run, "head")[0]
        states = [piece for piece in group(match, run, "states") if piece.symbol == "D"]
        if not is_plural(self._words([head])) or any(piece.state is None for piece in states):
            return None
        kind = kind_of(
            canonical(self._words(own), None, plural=True), OrganizationKind((head.entry or Entry(Symbol.HEAD)).kind)
        )
        return Plural(self.text, self.view, self.register).of_demonyms(run, states, own, kind)

    def _headed(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | Piece | None:
        name = self._parts(match, run)
        if name is None or (is_general(name.entry.value, name.left) and not (name.chain or name.tail)):
            return None
        core = _core(match, name)
        if unmeant(self.view, core) is not None or (self._said(core).isupper() and _is_shorthand(name)):
            return None
        states = name.states()
        if name.entry.value in PORTFOLIOS and name.chain and name.chain[0].symbol == "o" and len(states) < 2:
            plural = Plural(self.text, self.view, self.register)
            return plural.of_portfolios(name.run, name.entry.value, name.chain, states, name.tail, name.kind)
        if is_plural(self._words([name.head])) and len(states) > 1:
            singular = canonical(self._words(name.own), None, plural=True)
            return Plural(self.text, self.view, self.register).of_states(name.run, singular, name.kind, name.tail)
        body = self._body(match, name, states, core)
        start = name.run[0].start if name.owner is None else core.start
        piece = Piece(start, name.run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=name.run, rule=body.rule)
        return [*name.before, piece, *name.behind]

    def _parts(self, match: re.Match[str], run: Sequence[Piece]) -> _Name | None:
        """The parts of a match; None where its head is too common for the words beside it."""
        head, left = group(match, run, "head")[0], list(group(match, run, "left"))
        chain, tail = group(match, run, "chain"), group(match, run, "states")
        acronym = acronym_of(match, run)
        flag = left.pop(0) if left and left[0].symbol == "D" and not self.view[left[0].start].isalpha() else None
        before = edges.before_a_possessor(left) or edges.before_a_government(self.view, left)
        run = run[len(before) :]
        entry = head.entry or Entry(Symbol.HEAD)
        owner = edges.owner_of([flag] if flag else left) if entry.kind != "company" else None
        distinguishing = [piece for piece in left if piece.symbol != "S"]
        alone = len(run) == 1 and stands_alone(self.view, head)
        weak = "weak" in entry.codes and not alone and not acronym
        if weak and not says_enough(self.view, entry, distinguishing, chain):
            return None
        kind = kind_of(self._words([*left, head, *chain]), OrganizationKind(entry.kind or "agency"))
        abroad = bool(tail) and tail[0].symbol in "ifkKN" and not match["acronym3"]
        behind = tail if abroad and not edges.in_the_name(self.view, left, head, kind, chain, tail) else ()
        if chain and chain[0].symbol == "f" and entry.value in _WHOLE_NAMES and run[-1] is chain[-1]:
            behind, chain = chain, ()  # "Undersecretary of the Public Prosecution for International Cooperation"
        if not behind and chain and run[-1] is chain[-1]:
            behind = edges.rank_of_the_next(self.view, chain)
            chain = chain[: len(chain) - len(behind)]
        if behind:
            run, tail = run[: -len(behind)], ()
        owned = owner is not None and entry.value in _OF_A_STATE
        whole = entry.value in _WHOLE_NAMES or "whole" in entry.codes
        if not (distinguishing or chain or tail or alone or owned or whole):
            return None
        return _Name(run, before, left, head, chain, tail, behind, owner, acronym, kind)

    def _body(self, match: re.Match[str], name: _Name, at_the_end: Sequence[str], core: Span) -> Body:
        states = at_the_end or [
            code
            for piece in name.chain[:3]
            if piece.entry and piece.entry.symbol == Symbol.COUNTRY and piece.symbol in "Ck"  # "of East Timor Region"
            for code in piece.entry.codes
        ]
        country, kind = states[0] if len(states) == 1 else name.owner, name.kind
        first = name.left[0] if name.left else None
        if first and first.symbol == "A" and first.entry is not None and first.entry.kind == "international":
            country, kind = None, OrganizationKind.INTERNATIONAL  # "EU Delegation to Georgia"
        elif kind is OrganizationKind.INTERNATIONAL and country is not None:
            owned = name.owner or _OF_A_STATE_BEHIND.search(self._said(core))
            country, kind = (country, _of_its_state(name.head)) if owned else (None, kind)
        if country is None and kind in edges.NATIONAL and not states:
            country = edges.state_of_a_city(name.left) or edges.state_of_an_adjective(name.left)
        said, verbatim = self._said(core), []
        if match["acronym1"] and name.chain:
            said, verbatim = " ".join(_BRACKETS.sub("", said).split()), [said]
        seat = name.tail if name.tail and name.tail[0].symbol == "i" and name.tail[-1].symbol in "kKN" else ()
        words = self._words([*name.own, *seat])  # of two offices with one name each has its own seat
        body = self.register.add(said, words, kind, country, core, "body-by-head")
        body.open = (
            not name.chain
            and not name.tail
            and all(
                piece.symbol in "tWB" or (kind is OrganizationKind.AGENCY and self._words([piece]) == "General")
                for piece in name.left
            )
        )
        body.aliases += verbatim
        if len(states) > 1:
            body.kind = OrganizationKind.JOINT
        self._short(body, name.acronym)
        return body


# "the International Court of Arbitration | of the Kyrgyz Republic", not "for Rwanda"
_OF_A_STATE_BEHIND = re.compile(r" of (?:the )?(?:[A-Z][\w'’-]+,? ?){1,5}$")


def _of_its_state(head: Piece) -> OrganizationKind:
    """What sort of body of one state goes by a head that bodies of many have, too: a court, a network of citizens."""
    kind = OrganizationKind(head.entry.kind or "agency") if head.entry else OrganizationKind.AGENCY
    return OrganizationKind.OTHER if kind is OrganizationKind.INTERNATIONAL else kind


def _is_shorthand(name: _Name) -> bool:
    """Whether a name has a state and a head only, as headlines in capitals have it: "FIU HOSTS ZAMBIAN COMMISSION"."""
    more = name.chain or name.tail or name.acronym or not name.left
    return not more and all(piece.symbol in "DC" for piece in name.left)


def _core(match: re.Match[str], name: _Name) -> Span:
    """The words of a name, without an acronym that stands behind it."""
    start = (name.left or [name.head])[0].start
    if match["acronym3"] and name.tail:
        return Span(start, name.tail[-1].end)
    if name.acronym is not None:
        return Span(start, name.own[-1].end)
    return Span(start, name.run[-1].end)

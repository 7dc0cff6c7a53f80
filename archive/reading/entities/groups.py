"""People and bodies named together, or not by name: delegations, lists.

The last finder before the pieces become phrases: it folds what stands for several actors, or for unnamed people of a
state or body, to one piece.
"""

import re
from collections.abc import Sequence

from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

DELEGATION = "E"
GROUP = "R"
HOLDER = "&"

_LIST = r"(?:e?[COD](?:(?:,e?[CO]){0,60},?ne?[CO])?)"
_STATES = r"D(?:(?:,D){0,8},?nD)?"  # "Lao", "Kenyan, Ugandan and Rwandan"
_OF_PEOPLE = re.compile(
    rf"(?=[ea#D,njw]*+[Zz][oq])(?:[ea#]|a#)?(?P<state>(?:{_STATES})?)[jw]{{0,2}}(?P<people>[Zz])(?:[oq](?P<whose>{_LIST}))"
)
_PEOPLE = re.compile(
    rf"(?:[ea#]|a#)?(?P<state>{_STATES}|(?:CS(?:,CS){{0,5}},?n)?C(?=S))S?[jW]{{0,2}}(?P<people>[Zz])(?![TsF@])"
)
# "the Serbian and Croatian | war crimes | prosecutors"
_OF_A_SORT = re.compile(rf"(?=e?D[,nD]*D)e?(?P<state>{_STATES})(?P<sort>w{{1,2}})(?P<people>[Zz])(?![TsF@])")
# "the Czech and | Slovak Ministers of the Interior"; the last state stands in the office
_OFFICES = re.compile(r"e?(?P<state>D(?:,D){0,8}),?n(?P<what>J)(?![,:(-]?[H@])")
_DESCRIBED = re.compile(rf"e?(?P<state>{_STATES})j{{0,3}}b")
_HOLDER = re.compile(r"H{0,2}e?F")
# In a row where each name follows its state: the plural office and the first name, a state and the next name.
_IN_ITS_TURN = re.compile(r"(?:e?(?P<what>J)[,:(-]?|[oq]?e?(?P<state>C)[,:(-])H{0,3}(?P<who>@)\)?")
_LETTERS = r"(?:,#(?=,))?"  # "X, KC, and Y"
_OWNER = r"(?:e?(?:b{1,2}|O)S)?"  # "the ambassador and |the embassy's| consul"
_GROUP = re.compile(
    r"(?=[@&OECe](?:[,n]|(?<=e)[OC]))"
    rf"(?:@{_LETTERS}(?:,@{_LETTERS}){{0,30}},?n{_OWNER}@|(?:&|@)(?:,(?:&|@)){{0,30}},?n{_OWNER}(?:&|@)|"
    r"e?O(?:,e?O){0,30},?ne?O|e?C(?:,e?C){0,60},?ne?C"
    r"|E(?:,E){0,30},?nE|&,?nE|@,?nE)"
)


def find(pieces: list[Piece], view: str) -> list[Piece]:
    """The pieces with delegations, unnamed holders of offices and lists folded."""

    def of_people(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        whose = group(match, run, "whose")
        if any(piece.symbol == "q" and view[piece.start : piece.end].lower() not in ("from", "of") for piece in run):
            return None
        members = [piece for piece in (*group(match, run, "state"), *whose) if piece.symbol in "CDO"]
        return _folded(DELEGATION, run, members, "people-of")

    def states_of(match: re.Match[str], run: Sequence[Piece]) -> list[Piece]:
        return [piece for piece in group(match, run, "state") if piece.symbol in "CD"]

    def people(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        return _folded(DELEGATION, run, states_of(match, run), "people-of-a-state")

    def of_a_sort(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        sort = group(match, run, "sort")
        known = view[sort[0].start : sort[-1].end].lower() in load("open_phrases")["sorts"]
        return _folded(DELEGATION, run, states_of(match, run), "people-of-a-state") if known else None

    def offices(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        last = [piece for piece in run[-1].parts[:1] if piece.symbol == "D"]
        return _folded(DELEGATION, run, [*states_of(match, run), *last], "people-of-a-state") if last else None

    def described(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        return _folded(DELEGATION, run, states_of(match, run), "described-body")

    def holder(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        return _folded(HOLDER, run, run[-1:], "office-alone", fact=run[-1].fact)

    def in_its_turn(match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        (who,) = group(match, run, "who")
        codes = {code for state in group(match, run, "state") if state.entry for code in state.entry.codes}
        shared = [post for post, _, _ in who.fact.human.posts if post.rule == "plural-office"]
        if not any(match["what"] or post.country in codes for post in shared):
            return None
        return Piece(run[0].start, run[-1].end, Symbol.PERSON, fact=who.fact, parts=run, rule=who.rule)

    def listed(_: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        if any(piece.symbol == "#" and not view[piece.start : piece.end].isupper() for piece in run):
            return None
        members = [piece for piece in run if piece.symbol in "@&OCE"]
        return _folded(GROUP, run, members, "listed")

    pieces = fold(pieces, _OF_PEOPLE, of_people)
    pieces = fold(pieces, _PEOPLE, people)
    pieces = fold(pieces, _OF_A_SORT, of_a_sort)
    pieces = fold(pieces, _OFFICES, offices)
    pieces = fold(pieces, _DESCRIBED, described)
    pieces = fold(pieces, _HOLDER, holder)
    pieces = fold(pieces, _IN_ITS_TURN, in_its_turn)
    return fold(pieces, _GROUP, listed)


def _folded(symbol: str, run: Sequence[Piece], members: Sequence[Piece], rule: str, *, fact: object = None) -> Piece:
    return Piece(
        run[0].start, run[-1].end, symbol, fact=fact if fact is not None else list(members), parts=run, rule=rule
    )

"""Where a name with a head begins and ends, and whose the body is: what stands before it and behind it.

"Minister Heads| Chile's |Supreme Court| in Santiago": who owns it, and which place belongs to its name.
"""

from collections.abc import Sequence

from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import CountryNameKind, OrganizationKind

_ABROAD = tuple(load("organizations")["posted"]["heads"])
_RANKED = frozenset(load("organizations")["seated"]["ranks"])
_RANKS = frozenset(load("offices")["grades"])
_PLAIN = frozenset(("Public Prosecutor", "Public Prosecutors", "Public", "State Prosecutor", "Prosecutor"))
NATIONAL = frozenset(
    (
        OrganizationKind.PROSECUTION,
        OrganizationKind.MINISTRY,
        OrganizationKind.COURT,
        OrganizationKind.POLICE,
        OrganizationKind.PARLIAMENT,
        OrganizationKind.AGENCY,
    )
)
_NAMED_BY_SEATS = (
    OrganizationKind.PROSECUTION,
    OrganizationKind.COURT,
    OrganizationKind.POLICE,
    OrganizationKind.ACADEMIC,
)


def before_a_possessor(left: list[Piece]) -> Sequence[Piece]:
    """What stands before the state that owns the body, taken off the name: "Minister Heads| Chile's Committee".

    Letters that own it are a body themselves: "the FIA's| Anti-Smuggling Circle".
    """
    string = "".join(piece.symbol for piece in left)
    at = max(string.rfind("CS"), string.rfind("KS"), string.rfind("US") + 2 * ("US" in string))
    before = left[: max(0, at)]
    del left[: max(0, at)]
    return before


def before_a_government(view: str, left: list[Piece]) -> Sequence[Piece]:
    """ "the Government and| the Supreme Court": a government is no part of the name behind it."""
    at = 1 if left and left[0].symbol in "CD" else 0  # "the Peru Government and| Supreme Court"
    if len(left) < at + 3 or left[at + 1].symbol != "n" or view[left[at].start : left[at].end] != "Government":
        return ()
    before = left[: at + 2]
    del left[: at + 2]
    return before


def owner_of(left: list[Piece]) -> str | None:
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


def rank_of_the_next(view: str, chain: Sequence[Piece]) -> Sequence[Piece]:
    """ "Department of Justice |Assistant| Secretary X": a rank belongs to the title behind the name."""
    start = len(chain)
    while (
        start > 2 and chain[start - 1].symbol == "t" and view[chain[start - 1].start : chain[start - 1].end] in _RANKS
    ):
        start -= 1
    return chain[start:]


def state_of_a_city(left: Sequence[Piece]) -> str | None:
    """The state of the city that opens a name: "Osaka High Public Prosecutors Office"."""
    return left[0].state if left and left[0].symbol in "Kk" else None


def state_of_an_adjective(left: Sequence[Piece]) -> str | None:
    """The one state that an adjective inside a name says: "Royal Thai Police"."""
    codes = {code for piece in left if piece.symbol in "CD" and piece.entry for code in piece.entry.codes}
    return codes.pop() if len(codes) == 1 else None


def _seat_in_the_name(
    view: str, left: Sequence[Piece], head: str, kind: OrganizationKind, chain: Sequence[Piece], tail: Sequence[Piece]
) -> bool:
    """Whether "in" a region or city belongs to a name: "Action Group against Money Laundering in West Africa",
    "Regional Prosecutor's Office in Lublin", not "Ministry of Justice in Rabat".
    """
    if view[tail[0].start : tail[0].end] != "in":
        return False
    if tail[-1].entry is not None and tail[-1].entry.kind == "regions":
        return bool(chain) and (kind is OrganizationKind.AGENCY or kind not in NATIONAL)
    ranked = any(view[piece.start : piece.end] in _RANKED for piece in left)
    branch = left[0].symbol in "UA" if left else False  # "FGR State Office in Jalisco"
    if not chain and head.endswith("Office") and kind is OrganizationKind.PROSECUTION and tail[-1].symbol in "kN":
        plain = all(view[piece.start : piece.end] in _PLAIN for piece in left if piece.symbol != "S")
        ranked, branch = ranked or plain, branch or plain  # "Public Prosecutor's Office in Split"
    return not chain and ranked and (branch or kind in (OrganizationKind.PROSECUTION, OrganizationKind.COURT))


def in_the_name(
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
        return _seat_in_the_name(view, left, view[head.start : head.end], kind, chain, tail)
    if tail[0].symbol in "kKN":  # "Public Prosecutor's Office Oldenburg", "Zaltar College Dublin"
        return (bool(left) and left[0].symbol == "A") or kind in _NAMED_BY_SEATS
    return len(tail) > 2 and state is not None and state.kind == CountryNameKind.OFFICIAL

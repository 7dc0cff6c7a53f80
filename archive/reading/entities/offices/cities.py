"""The state of an office by the city where it is: "the prosecutor in Gaborone"."""

import re
from collections.abc import Sequence

from archive.reading.entities.meant import is_seat
from archive.reading.entities.offices.kinds import is_of_the_place, is_sent_out
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind

IN_A_PLACE = frozenset(("o", "in", "from", "at"))  # what stands before the city of an office
OF_A_CITY = "office-of-a-city"  # the rule of an office whose state its city tells
_OF_ONE_STATE = (
    OrganizationKind.MINISTRY,
    OrganizationKind.PROSECUTION,
    OrganizationKind.COURT,
    OrganizationKind.POLICE,
    OrganizationKind.PARLIAMENT,
)


def sits_there(title: str, body: Body | None, city: Piece) -> bool:
    """Whether a city tells of which state an office is; the seat of a body of many states, or of an envoy, does not."""
    if city.entry is None or is_seat(city) or is_sent_out(title):
        return False
    if body is not None:
        return body.country is None and body.kind in _OF_ONE_STATE
    return is_of_the_place(title)


def from_a_city(tail: Sequence[Piece], view: str) -> bool:
    """Whether what follows a title says from which city its holder is: "a prosecutor |from Lima|"."""
    signs = "".join(piece.symbol for piece in tail)
    return signs in ("qK", "qk") and view[tail[0].start : tail[0].end] == "from"


_WAY = re.compile(r"ie?[CkK]")
_WHERE = re.compile(r"ie?[kK]\Z")


def without_the_way(title: Piece, tail: Sequence[Piece], view: str) -> Sequence[Piece]:
    """What follows a title, but not whither its holder goes: "the visit of the Minister of Chile |to Peru|"."""
    if is_sent_out(view[title.start : title.end]):
        return tail
    ways = _WAY.finditer("".join(piece.symbol for piece in tail))
    return tail[: next((way.start() for way in ways if view.startswith("to ", tail[way.start()].start)), None)]


def without_the_place(title: Piece, tail: Sequence[Piece], view: str, *, told: bool) -> Sequence[Piece]:
    """What follows a title, but not where an unnamed holder whose state is ``told`` did something: "met the Minister of
    Justice of Chile |in Lima|".
    """
    where = _WHERE.search("".join(piece.symbol for piece in tail))
    if (
        where is None
        or is_sent_out(view[title.start : title.end])
        or not view.startswith("in ", tail[where.start()].start)
    ):
        return tail
    return tail[: where.start()] if told or any(map(_tells_a_state, tail)) else tail


_VENUE = re.compile(r"[iq][eg]?(?:CS?)?[wjxty]{0,3}O")
_OF_A_STATE = re.compile(r"oe?[CD]")
_ITS_SEAT = re.compile(r"(?:['’]s?)? (?:[a-z]+ )?(?:premises|headquarters|seat|offices?|buildings?)\b")


_HAS_DONE = re.compile(
    r"\b(?:by|for|with|between|met|meets?|meeting|receiv\w+|welcom\w+|host(?:s|ed)|visit(?:s|ed))\b[^.;:!?\n]*$"
)
_POSTED = re.compile(r"\b(?:members?|experts?|professors?|lecturers?|officers?|delegates?|observers?)\b", re.IGNORECASE)


def without_the_venue(title: Piece, tail: Sequence[Piece], view: str) -> Sequence[Piece]:
    """What follows a title, but not the body in whose house its holder did something: "signed by the Minister of Chile
    |at the Embassy of Peru|", "the Minister |at Interpol| headquarters"; not where a sentence opens with whoever is
    posted there: "The National Member of Spain at Eurojust met ...".
    """
    name = view[title.start : title.end]
    if is_sent_out(name):
        return tail
    signs = "".join(piece.symbol for piece in tail)
    acted = not _POSTED.search(name) and _HAS_DONE.search(view, max(0, title.start - 200), title.start)
    for where in _VENUE.finditer(signs):
        told = (acted and _OF_A_STATE.search(signs, 0, where.start())) or _ITS_SEAT.match(
            view, tail[where.end() - 1].end
        )
        if told and view.startswith("at ", tail[where.start()].start):
            return tail[: where.start()]
    return tail


def _tells_a_state(piece: Piece) -> bool:
    """Whether a piece is a state, or a body of one: "the Supreme Court of Chile"."""
    if piece.symbol == "O":
        return piece.fact[0].country is not None and piece.fact[0].kind in _OF_ONE_STATE
    return piece.symbol in "CD"


def is_of_all(body: Body | None) -> bool:
    """Whether a body is of many states: its representative in one of them is not of that state."""
    return body is not None and body.kind is OrganizationKind.INTERNATIONAL


def only_states(owner: Piece, tail: Sequence[Piece]) -> bool:
    """Whether what follows a title only says for which state: "Eurojust National Member for Sweden"; where its holder
    sits: "UNODC Representative in Peru"; of which state a court is: "High Court Judge of Tonga".
    """
    signs = "".join(piece.symbol for piece in tail)
    court = owner.fact[0].kind is OrganizationKind.COURT
    abroad = r"|[fi][feCkKWtDn]*" if is_of_all(owner.fact[0]) else "|ie?[Kk]"
    return re.fullmatch(r"f[feCkKWtDn]*" + abroad + ("|oe?C" if court else ""), signs) is not None

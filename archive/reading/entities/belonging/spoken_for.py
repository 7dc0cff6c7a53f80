"""For which state somebody stands, by the words beside him: "on the part of Peru, Director X", "Peru will send
Judge X", "Director X led the Peruvian experts", "his Peruvian guest, Judge X", "left for Lima, where she met Judge X".
"""

import re
from collections.abc import Sequence

from archive.reading.entities.meant import is_seat
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load

# "on the part of |Peru|, the Director X"
_ON_THE_PART_OF = re.compile(
    r"(?:\b(?:[Oo]n the part of|[Oo]n behalf of|[Ff]rom the side of|[Ff]or the part of|[Rr]epresenting)"
    r"|(?:\A|[.;:,\n] |[;,] and |\n)(?:[Ff]rom|[Ff]or)) "
    r"(?:the )?(?:[Gg]overnment of )?(?:the )?\Z"
)
_COMES_NEXT = re.compile(
    r"(?: side)?,?:?(?: (?:both|also|there (?:was|were|came)|came|comes?|we (?:have|had|find)|took part|participated"
    r"|attended|spoke|the))*,? (?:the )?"
)
# "Peru |will send its| Deputy Prosecutor General, X", "Peru, |in the person of| Judge X"
_SENDS = re.compile(
    r",? (?:(?:will|would|shall|has|had|have|is|was|to|be|also|earlier|already|in turn|again|itself|for its part,?"
    r"|on its part,?) ){0,4}(?:send|sent|sends|sending|nam(?:es?|ed|ing)|nominat(?:es?|ed|ing)|delegat(?:es?|ed|ing)"
    r"|dispatch(?:es|ed|ing)?|despatch(?:es|ed|ing)?|designat(?:es?|ed|ing)|appoint(?:s|ed|ing)?|propos(?:es?|ed|ing)"
    r"|second(?:s|ed|ing)?|field(?:s|ed|ing)?|put forward|(?:is|was) represented(?: [a-z]+)? by)"
    r"(?: (?:a delegation|a team|an? [a-z-]+ delegation)(?: (?:under|led by|headed by))?)?,? (?:its |their |the )?"
    r"|,? (?:[a-z]+ ){0,4}in the person of (?:its |the )?"
    r"|'s | (?:now )?(?:has|have|gets?|got|welcomes?|elects|swears? in) (?:a |its )?(?:new |first |next )?(?!to )"
)
# "returned from |Peru|, where she met Judge X", "will fly to |Lima| to see his counterpart, X"
_THERE = re.compile(
    r"(?: [^.;:,\n]{0,30})?,? (?:where|in order to|to|and) (?:[^.;:\n]{0,40} )?"
    r"(?:met|meet|meets|meeting|see|saw|received by|welcomed by|hosted by"
    r"|(?:talk|speak|negotiat|consult|confer)\w* with|(?:talked|spoke) (?:to|with)|(?:hold|held|holds) talks with"
    r"|conferred with|call(?:s|ed)? on|sign(?:s|ed)? [^.;:\n]{2,40} with|visit(?:ed)?|thank(?:ed)?|brief(?:ed)?"
    r"|hear|heard)(?: with)? (?:the |its |his |her |their )?"
)
# Who is met at a gathering may be of any state.
_GATHERED = re.compile(
    r"(?i)\b(?:conference|forum|summit|assembly|congress|session|sidelines|margins|seminar|workshop|training|symposium"
    r"|meeting|round ?table|exercise|games|council|negotiations|talks|dialogue|headquarters|congress)\b"
)
_WHERE = re.compile(r"(?: [^.;:,\n]{0,30})?,? where ")
_OF_ONE = re.compile(
    r"\b(?:delegation|team|group|mission|judges|prosecutors|experts|guests|visitors) (?:of|from) (?:the )?\Z"
)
_LEFT = re.compile(r"\b(?:left|leaves?|leaving|departed|quit)(?: from)? (?:the )?\Z")
_GOES = re.compile(
    r"\b(?:travel\w*|fl(?:y|ew|ies|own|ying)|visit(?:s|ed|ing)?|trip|going|goes|went|came|comes?|left|leaves?|journey|return\w*"
    r"|arriv\w*|drove|sailed|sent|mission|stay|stop\w*|moved?|continu\w*|back|heads?|headed|tour(?:ed|s)?)\b[^.;:\n]{0,60}\Z"
)
# "his Peruvian |guest,| Judge X"
_BESIDE = re.compile(r" (?:[a-z-]+ )?(?P<who>[a-z-]+),? (?:the )?")
# "Director X |led the| Peruvian experts", "X, who |signed it for| Qatar"
_LEADS = re.compile(
    r"(?:,? [A-Z]{2,4})?,? (?:who )?(?:(?:will|would|shall|is to|was to|has|had|is|was|also|then|to) ){0,3}"
    r"(?:head(?:s|ed|ing)?(?: up)?|lead(?:s|ing)?|led|chair(?:s|ed|ing)?|represent(?:s|ed|ing)?|at the head of"
    r"|presid(?:es|ed|ing) over"
    r"|(?:speak(?:s|ing)?|spoke|act(?:s|ed|ing)?|sign(?:s|ed|ing)?|initialled|answer(?:s|ed)?|join(?:s|ed)?|stood in"
    r"|attended|voted|did so|does so|doing so|did the same)(?: it| them| the [\w-]+)? (?:for|on behalf of))"
    r"(?:, (?:via|by|on|in|jointly|remotely|online)\b[^.,;:\n]{0,30},| (?:jointly|remotely|online))?"
    r" (?:the |a |an |its |their )?"
    r"(?:(?!(?:against|at|from|in|into|on|over|through|to|towards?|with|within)\b)[a-z0-9-]+ ){0,2}"
    r"(?:the )?(?:Government of (?:the )?)?"
)
_AND_FOR = re.compile(r" for (?:the )?")  # "X signed for Qatar and Y |for| Peru"
_TEAM = re.compile(r" (?:[A-Za-z-]+ ){0,3}?(?P<who>[A-Za-z-]+)")


def states_of_those_sent(found: Sequence[Piece], view: str, *, house: bool) -> dict[int, str]:
    """For each person who is said to stand for a state, that state. A text with a ``house`` says by its places whom its
    people meet abroad (`sides`).
    """
    states: dict[int, str] = {}
    opens = 0
    state: Piece | None = None  # the state named last in this sentence
    who: Piece | None = None  # who was named last since
    place: Piece | None = None  # where the people of this sentence went
    acts = False  # whether somebody acts for a state in this sentence
    for piece in (found[number] for number in positions(found, "\nCDKkO@F")):
        if piece.symbol == Symbol.BREAK:
            opens, state, who, place, acts = piece.end, None, None, None, False
        elif piece.symbol == Symbol.PERSON:
            if state is not None and state.state is not None and _stands_for(state, piece, opens, view):
                states[piece.start] = state.state
            elif place is not None and place.state and not house and _sees_there(place, piece, opens, view):
                states[piece.start] = place.state
            state, who = None, piece
        elif piece.symbol in "Kk":
            place = piece
        elif piece.symbol in "CD":
            place = piece if piece.symbol == Symbol.COUNTRY else place
            code = piece.state
            likewise = acts and who is not None and _AND_FOR.fullmatch(view, who.end, piece.start)
            if who is not None and code is not None and (likewise or _leads(who, piece, view)):
                states.setdefault(who.start, code)
                acts = True
            state, who = piece, None
        else:
            state = who = None
    return states


def _stands_for(state: Piece, who: Piece, opens: int, view: str) -> bool:
    """Whether the words between a state and a person say that the person is of it."""
    if state.symbol == Symbol.DEMONYM:
        beside = _BESIDE.fullmatch(view, state.end, who.start)
        return beside is not None and beside["who"] in load("offices")["of_a_side"]
    if _SENDS.fullmatch(view, state.end, who.start) or view[state.end : who.start] == " (":
        return True
    led_in = _ON_THE_PART_OF.search(view, max(opens, state.start - 40), state.start)
    return led_in is not None and _COMES_NEXT.fullmatch(view, state.end, who.start) is not None


def _sees_there(place: Piece, who: Piece, opens: int, view: str) -> bool:
    """Whether somebody is said to be met in a place: "left for Lima, where she met Judge X"."""
    if _OF_ONE.search(view, opens, place.start):
        return False  # "the delegation of Peru visited the Court, where ..."
    if _THERE.fullmatch(view, place.end, who.start) is None or _LEFT.search(view, opens, place.start):
        return False
    if is_seat(place) or _GATHERED.search(view, opens, who.start):
        return False
    return _WHERE.match(view, place.end) is not None or _GOES.search(view, opens, place.start) is not None


def _leads(who: Piece, state: Piece, view: str) -> bool:
    """Whether a person is said to lead or represent a state or its people, or to be one of its side."""
    leads = _LEADS.fullmatch(view, who.end, state.start) is not None
    if state.symbol == Symbol.COUNTRY:
        return leads
    team = _TEAM.match(view, state.end) if leads or view[who.end : state.start] == " of the " else None
    return team is not None and team["who"].lower() in load("offices")["teams"]


# "For Sudan the agreement was signed by X |and the memorandum by Y": who acts in a sentence that opens with a state.
_ON_BEHALF = re.compile(r"(?:^|[.;:\n] ?)(?:[Ff]or|[Oo]n behalf of|[Ff]rom|[Rr]epresenting) (?:the )?$")
# "and |for| Peru by Judge Y": the next of those for whom it was signed
_AND_ON_BEHALF = re.compile(r"(?:[,;] (?:and )?|[,;]? and |,? while )(?:for|on behalf of) (?:the )?$")
_SIGNED_BY = re.compile(
    r",? [^.;:\n]{0,60}\b(?:(?:signed|initialled|represented|led|headed|attended|presented|chaired) by"
    r"|signature was that of|signator(?:y|ies) (?:was|were)) (?:its |the )?"
)
_BY = re.compile(r",? (?:(?:it was |(?:it was )?signed )?by|that of) (?:its |the )?")
_AND_BY = re.compile(r"[^.;:\n]{0,12} and [^.;:\n]{0,40} by (?:its |the )?|,? and (?:by )?(?:its |the )?")


def states_of_the_senders(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each person by whom something was signed for the state that a sentence opens with, that state."""
    states: dict[int, str] = {}
    sender: Piece | None = None
    last: Piece | None = None  # who signed last
    again = False  # whether the state is not the first for which somebody signed
    opens = 0
    for piece in (found[number] for number in positions(found, "\nC@")):
        if piece.symbol == Symbol.BREAK:
            sender, last, again, opens = None, None, False, piece.end
        elif piece.symbol == Symbol.COUNTRY:
            if _ON_BEHALF.search(view, max(0, opens - 1, piece.start - 24), piece.start):
                sender, last, again = piece, None, False
            elif last is not None and _AND_ON_BEHALF.search(view, last.end, piece.start):
                sender, last, again = piece, None, True
        elif sender is not None and (state := sender.state):
            first = _BY if again else _SIGNED_BY
            before, way = (sender, first) if last is None else (last, _AND_BY)
            if way.fullmatch(view, before.end, piece.start):
                states[piece.start], last = state, piece
    return states

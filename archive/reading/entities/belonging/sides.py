"""Which state a place, a label or a sender puts people in: "in Oslo", "for Malta: ...", "Chad sent ..."."""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import state_of_the_body
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind
from archive.reading.vocabulary import load

_HOST = re.compile(r"\b(?:(?:received|hosted|welcomed|greeted) by|(?:call on|audience with|guest of|invitation of)) $")
_VISITED = re.compile(r"\b(?:visit(?:s|ed|ing)?|visit to|travel(?:s|led|ed)? to|trip to|arrived in|stay in) (?:the )?$")
_INVITED = re.compile(r"\b(?i:invit\w+|call\w* (?:on|upon)|plan\w*|due|next year)\b[^.;\n]{0,80}$")
# Whom a traveller meets, where no host receives him.
_MET = re.compile(
    r"\b(?:met|meets|met with|talked (?:with|to)|spoke with|talks with|meetings? with|conversation with) "
    r"(?:the |its )?$"
)


def states_of_hosts(found: list[Piece], view: str) -> dict[int, str]:
    """For each person or office that receives the guests, the state that is visited: that of the state or body
    which the sentence says they visited, or the only one that the text says is visited. Whom they meet is of it, too,
    unless somebody of that state meets him.
    """
    visited: set[str] = set()
    hosts: list[int] = []
    met: list[tuple[int, str | None]] = []  # who is met, with the state of who meets him
    states: dict[int, str] = {}
    here: str | None = None  # what this sentence says is visited
    who: str | None = None  # the state of the official named last in it
    goal: Piece | None = None  # what was visited last: "Oman |and Chile|"
    for piece in (found[number] for number in positions(found, "\nCKkO@F")):
        before = view[max(0, piece.start - 24) : piece.start]
        if piece.symbol == Symbol.BREAK:
            here = who = goal = None
        elif piece.symbol in "CKkO" and (
            _VISITED.search(before) or (goal is not None and _AND.fullmatch(view, goal.end, piece.start))
        ):
            goal = piece
            here = state_of_the_body(piece) if piece.symbol == Symbol.ORGANIZATION else piece.state
            invited = _INVITED.search(view, max(0, piece.start - 100), piece.start)
            if piece.symbol != Symbol.ORGANIZATION and piece.entry and not invited:
                visited.update(piece.entry.codes)
        elif piece.symbol in "@F":
            if _HOST.search(before):
                if here is not None:
                    states[piece.start] = here
                hosts.append(piece.start)
            elif _MET.search(before):
                met.append((piece.start, who))
            who = piece.fact.country if piece.symbol == Symbol.OFFICE else piece.fact.human.country()
    if len(visited) != 1:
        return states
    (only,) = visited
    return dict.fromkeys((*hosts, *(start for start, state in met if state != only)), only) | states


_IN_A_LIST = re.compile(r"(?:^n?|[:;]n?)[fo]e?C$")  # "|for Italy|, X; |and for Croatia|, Y"


def _divides(piece: Piece, view: str) -> bool:
    """Whether a mark divides the name of a state from what follows: a colon, a dash, the edge of a cell,
    but no comma, and no hyphen as in "the Oman-Chile dialogue".
    """
    mark = view[piece.start : piece.end]
    return mark != "," and not (mark == "-" and not view[piece.start - 1].isspace())


_SENT = re.compile(
    r"(?:(?! (?:receive|welcome|host|greet|met|meet)(?:s|d|ed)? )[^.;:\n]){0,60}"
    r"\b(?:represented|headed|led|chaired|accompanied) by (?:its |the )?|(?: one| delegation| side"
    r"| team)?,? by (?:its |the )?"
    r"| (?:sent|came|was|were)(?! (?:[a-z]+ )?(?:signed|initialled|concluded|adopted|ratified|approved|held|opened))"
    r"[^.;:,\n]{0,40} (?:under |with )?(?:its |the )?"
)

_FAR = 80  # letters from a state to those whom it sent, at most

_AND = re.compile(r",? and (?:the )?|, ")

# Whom the people of a state meet, or by whom they are received, is not of that state.
_MEETS = re.compile(
    r"\b(?:met|meets?|meetings?|received|welcomed|hosted|greeted|called on|call on|visit\w*|toured|briefed|thanked"
    r"|handed|talks|conversation|presented|interviewed|said|announced)\b"
)
# What stands between the people of a state and those of them who are named.
_TELLS = re.compile(
    r"(?:^|\b(?:includ\w+|(?:led|headed|chaired|accompanied|represented|given|signed) by|compris\w+|composed|consist\w+"
    r"|such as|namely|were|was|are|is|as)\b|[:()–—]|^,? )"
)
_BEFORE = 40  # characters before a city that tell what happens there: "was received in Tokyo by"
# Whom a traveller meets in a city is of its state; who travels there may be of another.
_MET_THERE = re.compile(
    r"\b(?:met|meets?|meetings?|received|welcomed|hosted|greeted|called on|calls? on|talks|conferred|consultations"
    r"|audience|before|hands? of|presented|guests? of)\b"
)
_RECEIVED_IN = re.compile(
    r"(?<!was )(?<!were )(?<!been )\b(?:receive[sd]|welcome[sd]|hosted|hosts|greeted)(?: [a-z]+)? in \Z"
)
_LINES = (BlockKind.ITEM, BlockKind.HEADING)
_LONGEST_LABEL = 24  # letters of the words before a state that only label it: "Guests from Malta"
_OPENERS = "eaTtsyzLNGYUHPpICDKkZmWBjAMO"  # the symbols that a name and what belongs to it may open with
_TELLING = f"\n:-,;{_OPENERS}"


def _opens_a_side(line: Sequence[Piece]) -> bool:
    """Whether a state opens a clause as a label: "Malta:", "for the Republic of Malta –"."""
    signs = "".join(piece.symbol for piece in line)
    if any(piece.symbol == Symbol.OTHER and piece.end - piece.start > _LONGEST_LABEL for piece in line):
        return False  # "PROSECUTOR RECEIVES AMBASSADOR OF JAPAN"
    return re.fullmatch(r"(?:[^;]*[:;.])?n?(?:V?fe?|[qi]e?|V?iwo(?:e?[WBbwZ]o)?e?|e?[WBbwZ]oe?)?C", signs) is not None


def states_of_places(found: list[Piece], view: str, *, abroad: bool) -> dict[int, str]:
    """The state that a place puts a piece in: after "in <city>" of its sentence,
    or below the name of a state in a list.

    ``abroad`` says that the text has a house, so that whom it puts elsewhere is of that place. Without a house only
    those are whom somebody meets there.
    """
    states: dict[int, str] = {}
    code: str | None = None
    heading: str | None = None
    line = 0  # the piece that opens what a mark or another sentence has not cut off
    sender: Piece | None = None  # the state named last in this sentence
    side: str | None = None  # the state that a label opens a clause with: "for Malta: ..."
    people: Piece | None = None  # the people of a state who give `code`
    city: Piece | None = None  # the city that gives `code`
    opens = 0  # where this sentence begins
    for number in positions(found, _TELLING):
        piece, last = found[number], found[number - 1]
        symbol, before = piece.symbol, last.symbol if number else Symbol.BREAK
        if symbol == "\n":
            label = found[line : number - 1 if before == ":" else number]
            if label and label[-1].symbol == Symbol.COUNTRY and _opens_a_side(label):
                heading = label[-1].state
            elif piece.fact.block.kind not in _LINES:
                heading = None
            code, sender, people, side, city = None, None, None, None, None
            opens, line = piece.end, number + 1
            continue
        if symbol in _OPENERS:
            if people is not None and (
                _MEETS.search(view, people.end, piece.start) or not _TELLS.search(view, people.end, piece.start)
            ):
                code = people = None
            if symbol in "CD" and city is not None and piece.state != code:
                code = city = None
            if symbol in "Kk" and _RECEIVED_IN.search(view, max(opens, piece.start - 30), piece.start):
                code = people = city = None  # who is named next is the guest
            elif symbol in "Kk" and before in ("i", "q") and piece.state and not _is_a_seat(piece):
                code, people, city = piece.state, None, piece
            elif symbol == "Z" and before == "D" and last.state:
                code, people, city = last.state, piece, None
            elif (
                sender
                and sender.state
                and piece.start - sender.end <= _FAR
                and _SENT.fullmatch(view, sender.end, piece.start)
            ):
                states[piece.start] = sender.state
            elif before == "g":
                pass  # "she was represented by her Secretary"
            elif code is not None and (
                abroad or city is None or _MET_THERE.search(view, max(opens, city.start - _BEFORE), piece.start)
            ):
                states[piece.start] = code
            elif heading is not None:
                states[piece.start] = heading
            if symbol in "CD" and piece.state:  # a visit to a state by somebody is not sent by it
                sender = None if _VISITED.search(view, max(0, piece.start - 24), piece.start) else piece
        elif before == "C" and (
            (symbol in (":", "-", ",") and _divides(piece, view) and _opens_a_side(found[line:number]))
            or (symbol == "," and _IN_A_LIST.search("".join(each.symbol for each in found[line:number])))
        ):
            code, city = last.state, None
            side = code
        elif symbol == ";":
            code, side, line = (None if code == side else code), None, number + 1
        if symbol == "," and line == number:
            line += 1
    return states


def _is_a_seat(city: Piece) -> bool:
    """Whether a city is the seat of bodies of many states, whose people are met there."""
    return city.entry is not None and city.entry.value in load("places")["seats"]


# What a person who acts for a state does there: "X, who signed for Qatar".
_ACTS_FOR = re.compile(
    r",? (?:who )?(?:(?:also|then|had|has) )?(?:signed|signs|signing|initialled|spoke|speaks|speaking|acted|acting"
    r"|stood in|attended|voted)(?: it| them| the [\w-]+)? (?:for|on behalf of) (?:the )?(?:[Gg]overnment of (?:the )?)?"
    r"|,? (?:who )?(?:(?:has|had|is|was) )?(?:head(?:s|ed|ing)|le(?:ads|d|ading)|chair(?:s|ed|ing)) (?:the |a )?"
    r"(?:[a-z-]+ )?(?:delegation (?:of|from) (?:the )?)?"
)


def states_of_the_signers(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each person who is said to act for a state, that state."""
    states: dict[int, str | None] = {}
    who: Piece | None = None
    acts = False  # whether somebody acts for a state in this sentence
    for piece in (found[number] for number in positions(found, "\n@CD")):
        if piece.symbol == Symbol.BREAK:
            who, acts = None, False
        elif piece.symbol == Symbol.PERSON:
            who = piece
        elif who is not None and (piece.symbol == Symbol.COUNTRY or _SIDE.match(view, piece.end)):
            said = _ACTS_FOR.fullmatch(view, who.end, piece.start)
            likewise = (acts and view[who.end : piece.start] in (" for the ", " for ")) or (
                piece.symbol == Symbol.DEMONYM and view[who.end : piece.start] == " of the "
            )
            if said or likewise:
                states[who.start], acts = piece.state, True
    return {start: code for start, code in states.items() if code}


_SIDE = re.compile(r" (?:side|delegation|part|team|party|government|Government)\b")


# "For Sudan the agreement was signed by X |and the memorandum by Y": who acts in a sentence that opens with a state.
_ON_BEHALF = re.compile(r"(?:^|[.;:\n] ?)(?:[Ff]or|[Oo]n behalf of|[Ff]rom|[Rr]epresenting) (?:the )?$")
_SIGNED_BY = re.compile(
    r",? [^.;:\n]{0,60}\b(?:signed|initialled|represented|led|headed|attended|presented|chaired) by (?:its |the )?"
)
_AND_BY = re.compile(r"[^.;:\n]{0,12} and [^.;:\n]{0,40} by (?:its |the )?|,? and (?:by )?(?:its |the )?")


def states_of_the_senders(found: Sequence[Piece], view: str) -> dict[int, str]:
    """For each person by whom something was signed for the state that a sentence opens with, that state."""
    states: dict[int, str] = {}
    sender: Piece | None = None
    last: Piece | None = None  # who signed last
    opens = 0
    for piece in (found[number] for number in positions(found, "\nC@")):
        if piece.symbol == Symbol.BREAK:
            sender, last, opens = None, None, piece.end
        elif piece.symbol == Symbol.COUNTRY:
            if _ON_BEHALF.search(view, max(0, opens - 1, piece.start - 24), piece.start):
                sender, last = piece, None
        elif sender is not None and (state := sender.state):
            before, way = (sender, _SIGNED_BY) if last is None else (last, _AND_BY)
            if way.fullmatch(view, before.end, piece.start):
                states[piece.start], last = state, piece
    return states


_AND_OFFICE = re.compile(r", and ")


def states_of_the_joined(found: Sequence[Piece], view: str, states: dict[int, str]) -> dict[int, str]:
    """The states, and those of the people whom "and" joins to the ones that have them: "Chad sent X and Y", "Chad's
    Minister X, and Attorney General Y".
    """
    joined = dict(states)
    before: Piece | None = None
    for piece in (found[number] for number in positions(found, Symbol.PERSON)):
        if before is not None:
            shared = _AND_OFFICE.fullmatch(view, before.end, piece.start) and piece.parts[0].symbol == Symbol.OFFICE
            state = joined.get(before.start) or (_owner(before) if shared else None)
            if state is not None and _AND.fullmatch(view, before.end, piece.start):
                joined.setdefault(piece.start, state)
        before = piece
    return joined


def _owner(piece: Piece) -> str | None:
    """The state that stands before the offices of a person: "Chad's"."""
    first = piece.parts[0] if piece.parts else piece
    while first.symbol == Symbol.OFFICE and first.parts:
        first = first.parts[0]
    return first.state if first.symbol in "CD" else None

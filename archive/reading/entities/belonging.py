"""Which state an office is of, where its own words do not say: from the place, the sender, the host,
the house of the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cache

from archive.reading.entities import groups
from archive.reading.entities.bodies import Body
from archive.reading.entities.lexicon import Symbol
from archive.reading.entities.offices import Post
from archive.reading.entities.persons import Human
from archive.reading.entities.pieces import Piece
from archive.reading.entities.references import Holders
from archive.reading.entities.runs import fold_word
from archive.reading.phrases import BlockKind, Layout
from archive.reading.vocabulary import load, load_states
from archive.values import OrganizationKind, Span


def house_of(layout: Layout, found: list[Piece]) -> str | None:
    """The state that speaks, by the city of the date line."""
    lines = [block.span for block in layout.blocks if block.kind is BlockKind.DATELINE]
    codes = {
        piece.entry.codes[0]
        for piece in found
        if piece.symbol in "KkC"
        and piece.entry
        and len(piece.entry.codes) == 1
        and _within(piece, lines)
        and piece.entry.value not in load("places")["seats"]
    }
    return codes.pop() if len(codes) == 1 else _of_the_opening(layout, found) or _of_the_letterhead(layout)


def _of_the_opening(layout: Layout, found: Sequence[Piece]) -> str | None:
    """The state of the city that opens the text before a dash, or a line with a day: "Ljubljana — ", "Lima, 4 May"."""
    places = {piece.start: number for number, piece in enumerate(found[:200])}
    for block in layout.blocks[:5]:
        number = places.get(block.span.start)
        city = found[number] if number is not None else None
        if city is None or number is None or city.symbol not in "Kk" or number + 1 == len(found):
            continue
        line, sign = block.span.of(layout.view), found[number + 1].symbol
        dated = sign == "," and len(line) < _LINE and any(char.isdigit() for char in line)
        entry = city.entry
        if entry is None or len(entry.codes) != 1 or entry.value in load("places")["seats"]:
            continue
        if dated or sign in "-:":
            return entry.codes[0]
    return None


_LINE = 60  # characters of a line that only says where and when


@cache
def _letterheads() -> dict[str, str]:
    """The lines in small letters that a state heads its letters with."""
    return {
        line.casefold(): state["code"]
        for state in load_states()
        for line in (state["official"], f"Government of {state['name']}", f"Government of the {state['official']}")
        if " " in line
    }


def _of_the_letterhead(layout: Layout) -> str | None:
    """The state whose official name stands on a line of its own at the head of the text."""
    for block in layout.blocks[:5]:
        for line in block.span.of(layout.view).splitlines():
            code = _letterheads().get(line.strip().casefold())
            if code is not None:
                return code
    return None


def only_state(
    found: Sequence[Piece],
    named: Iterable[tuple[str, Span]],
    humans: Sequence[Human],
    places: dict[int, str],
    view: str,
) -> str | None:
    """The state of a text that names one only, by itself or by its cities; or of two the one whose holders of offices
    stand without their state: "the Minister received the Minister of Oman".
    """
    codes = {code for code, _ in named}
    cities = not codes
    if len(codes) < 2:
        codes.update(code for piece in found if piece.symbol in "Kk" and piece.entry for code in piece.entry.codes)
    if cities and len(codes) > 1:
        return None
    guests = {
        post.country or places.get(where.start)
        for human in humans
        for post, where, _ in human.posts
        if len(codes) == 2 or _is_diplomatic(post)
    }
    own = codes - guests
    shown = {
        post.country or (post.body.country if post.body else None) for human in humans for post, _, _ in human.posts
    }
    if shown - codes - {None}:
        return None  # a body tells of a state that no word names
    if len(codes) == 1 and _names_the_guest(humans, places, view):
        return None
    return own.pop() if len(own) == 1 and len(codes) <= 2 else None


_MET = re.compile(
    r"\b(?:met|meets?|meeting|received?s?|welcom\w+|host(?:s|ed)|greeted|called on|talks|sign(?:s|ed|ing)|co-chair\w*"
    r"|chaired|counterparts?|colleague|homologue|opposite number|exchanged|agreed|visit(?:s|ed|ing)?"
    r"|delegation|thanked|held)\b"
)
_NEAR, _BEHIND = 400, 80  # characters from one holder of an office to the other, and behind both


def _names_the_guest(humans: Sequence[Human], places: dict[int, str], view: str) -> bool:
    """Whether the only state of a text is that of a guest: somebody who holds an office without a state deals with
    somebody who holds one of that state: "the Minister received the French Minister".
    """
    entries = sorted(((where, post) for human in humans for post, where, _ in human.posts), key=lambda entry: entry[0])
    stateless: Span | None = None
    for where, post in entries:
        state = post.country or (post.body.country if post.body else None) or places.get(where.start)
        if state is None and not _is_international(post):
            stateless = stateless or where
        elif state is not None and stateless is not None:
            near = where.start - stateless.start < _NEAR
            return near and _MET.search(view, stateless.end, where.end + _BEHIND) is not None
    return False


def _is_diplomatic(post: Post) -> bool:
    return any(word in post.title.lower() for word in ("ambassador", "envoy", "consul", "chargé", "high commissioner"))


def speaking_body(layout: Layout, found: list[Piece]) -> str | None:
    """The state of the body that a line at the head of the text names: "Press release of the Office of X"."""
    for block in layout.blocks[:4]:
        if block.kind not in (BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.DATELINE):
            continue
        inside = [piece for piece in found[:80] if piece.symbol == Symbol.ORGANIZATION and _within(piece, [block.span])]
        if (
            len(inside) == 1
            and len(inside[0].fact) == 1
            and 3 * (inside[0].end - inside[0].start) > block.span.end - block.span.start
        ):
            words = layout.view[block.span.start : inside[0].start]
            if _SPEAKS.fullmatch(words):
                body: Body = inside[0].fact[0]
                states = [code for piece in found[:80] if _within(piece, [block.span]) for code in _state(piece)]
                return body.country or (states[0] if len(states) == 1 else None)
    return None


def _state(piece: Piece) -> tuple[str, ...]:
    """The state that a piece names, if it names one."""
    return piece.entry.codes if piece.symbol == Symbol.COUNTRY and piece.entry is not None else ()


def _within(piece: Piece, spans: list[Span]) -> bool:
    """Whether a piece lies in one of spans that stand in order and apart."""
    number = bisect_right(spans, piece.start, key=lambda span: span.start) - 1
    return number >= 0 and piece.end <= spans[number].end


_SPEAKS = re.compile(
    r"(?:(?:press|media|news) ?(?:release|statement|service|office)|statement|communiqu[eé]|news)?(?: (?:of|by"
    r"|from))?(?: ?the)? ?",
    re.IGNORECASE,
)


def complete_offices(persons: Iterable[Human], house: str | None, city_states: dict[int, str]) -> None:
    """Give an office without a state the one of its body, of the place of its sentence,
    or of the house of the text; drop repetitions.
    """
    persons = list(persons)
    at_home = _bodies_of_the_house(persons, house, city_states)
    for human in persons:
        known = {post.country for post, _, _ in human.posts if post.country}
        for post, where, _ in human.posts:
            if post.country is None and post.body is not None:
                post.country = post.body.country
            if post.country is None and _has_a_state(post):
                place = None if post.body and post.body.canonical in at_home else city_states.get(where.start)
                post.country = next(iter(known)) if len(known) == 1 else place or house
            known |= {post.country} if post.country else set()
        human.posts = _without_ranks(human.posts)
        human.posts = _without_repetitions(human.posts)


def _has_a_state(post: Post) -> bool:
    """Whether an office is of some state: a counterpart's is of another, a "Justice" may be a mere form of address."""
    if post.rule == "counterpart" or (post.rule == "justice" and post.body is None):
        return False
    return not _is_international(post)


def _bodies_of_the_house(persons: Sequence[Human], house: str | None, city_states: dict[int, str]) -> set[str]:
    """The bodies some of whose officials the text puts in no other state: abroad they are the house's, too."""
    posts = ((post, city_states.get(where.start, house)) for human in persons for post, where, _ in human.posts)
    return {
        post.body.canonical
        for post, state in posts
        if house is not None and post.body is not None and post.body.country is None and state == house
    }


def _without_ranks(posts: list[tuple[Post, Span, str]]) -> list[tuple[Post, Span, str]]:
    """A rank beside an office is a form of address: "Police General X, Commissioner of the Police"."""
    ranks = {rank.lower() for rank in load("offices")["ranks"]}
    offices = [entry for entry in posts if entry[0].title.lower().partition(" of ")[0] not in ranks]
    return offices or posts


def _is_international(post: Post) -> bool:
    if post.body is not None:
        return post.body.kind in (OrganizationKind.INTERNATIONAL, OrganizationKind.COMPANY, OrganizationKind.JOINT)
    if _is_diplomatic(post):
        return True
    return "European" in post.title or "International" in post.title


def _without_repetitions(posts: list[tuple[Post, Span, str]]) -> list[tuple[Post, Span, str]]:
    """Leave out each office that says no more than another of the same person."""
    said: dict[tuple[str, str | None, Body | None], list[Post]] = {}  # offices in the same words, body and state
    for post, _, _ in posts:
        said.setdefault((post.title, post.country, post.body), []).append(post)
    repeating = {
        key
        for key, (post, *again) in said.items()
        if any(_repeats(post, other) for one, (other, *_) in said.items() if one != key or again)
    }
    return [entry for entry in posts if (entry[0].title, entry[0].country, entry[0].body) not in repeating]


def _repeats(post: Post, other: Post) -> bool:
    """Whether an office says no more than another: "Minister" beside "Minister of Justice"."""
    one, two = fold_word(post.title).replace("-", " "), fold_word(other.title).replace("-", " ")
    if one == "".join(word[0] for word in two.split() if word not in ("of", "the", "and", "for")):
        return True
    if one == two:
        more = other.body is not None or (post.country is None and other.country is not None)
        return post.body is None and more and post.country in (None, other.country)
    return (
        (one in two or set(one.split()) < set(two.split()))
        and post.country in (None, other.country)
        and post.body in (None, other.body)
    )


def appoint_by_the_headline(pieces: Iterable[Piece], holders: Holders) -> None:
    """
    n office that the headline leaves without a name is that of the one person whom the lead names without an office.
    """
    offices: list[Piece] = []
    people: list[Human] = []
    paragraphs = 0
    for piece in pieces:
        if piece.symbol == Symbol.BREAK:
            paragraphs += piece.fact.block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
            if paragraphs > 1:
                break
        elif piece.symbol == groups.HOLDER and not paragraphs:
            offices.append(piece)
        elif piece.symbol == Symbol.PERSON and piece.fact.human not in people:
            people.append(piece.fact.human)
    if len(offices) != 1 or len(people) != 1 or people[0].posts:
        return
    post: Post = offices[0].fact
    if holders.holder(post, offices[0].start) is None and (post.country or post.body or post.described):
        people[0].posts.append((post, Span(offices[0].start, offices[0].end), "office-of-the-headline"))


def appoint_the_only_person(pieces: Iterable[Piece], humans: Sequence[Human]) -> None:
    """Where a text names one person without an office, and one office without a holder again and again,
    they belong together.
    """
    if len(humans) != 1 or humans[0].posts:
        return
    alone = [
        piece
        for piece in pieces
        if piece.symbol == groups.HOLDER and piece.fact.country and piece.fact.described is None
    ]
    titles = {(piece.fact.title.lower(), piece.fact.country) for piece in alone}
    if len(titles) == 1:
        humans[0].posts += [
            (piece.fact, Span(piece.start, piece.end), "only-office-of-the-only-person") for piece in alone
        ]

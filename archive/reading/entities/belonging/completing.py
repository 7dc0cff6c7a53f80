"""Which state an office is of, where its own words do not say: from its body, the place, the sender, the house of the
text.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.reading.entities.belonging.chiefs import chief, plain
from archive.reading.entities.belonging.strangers import Strangers
from archive.reading.entities.offices.kinds import is_international, is_of_an_envoy, is_part, is_private, is_rank
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.people import Human
from archive.reading.entities.words.lexicon import Symbol, lexicon
from archive.values import OrganizationKind, Span


@dataclass(frozen=True, slots=True)
class Known:
    """What a text says of the states of its people. ``places`` and ``sides`` go by where the person stands."""

    house: str | None
    only: bool  # whether the house is the only state that acts in the text
    likely: str | None  # the state of offices without a body, where there is no house
    places: dict[int, str]
    sides: dict[int, str]
    likes: dict[str, str]  # by the title of the chief
    heads: frozenset[str]  # the titles of the house's officials that are held in no other state
    guests: dict[int, str | None]  # who is not of the house, or not of this state
    met_by: dict[int, Human]  # who meets whom
    behind: frozenset[int]  # where the sentences before speak of another state than the house
    strangers: Strangers  # who is not of the states with whose people a sentence tells of him


def complete_offices(persons: Sequence[Human], known: Known) -> None:
    """Give each office without a state the one of its body, of its side, of the place of its sentence, of its like, or
    of the house of the text; drop repetitions.
    """
    at_home = _bodies_of_the_house(persons, known)
    for human in persons:
        own = {post.country for post, _, _ in human.posts if post.country}
        others = [post for post, _, _ in human.posts if is_international(post)]
        settled = any(post.body is not None for post in others)  # "Judge X, President of the International Association"
        private = any(is_private(post.title) for post, _, _ in human.posts)
        for post, where, _ in human.posts:
            if post.country is None and post.body is not None:
                post.country = post.body.country
            if post.country is None and _is_of_its_side(post):
                post.country = known.sides.get(where.start)
            again = post.body is None and any(post.title in other.title for other in others)
            if post.country is None and not again and _has_a_state(post):
                house = None if private or (settled and post.body is None) else _house_for(post, where, known)
                told = _told_state(post, where, known, at_home)
                state = next(iter(own)) if len(own) == 1 else told or house
                post.country = None if state in known.strangers.get(human, ()) else state
            own |= {post.country} if post.country else set()
        named = [entry for entry in human.posts if entry[0].rule != "counterpart" or not entry[0].is_bare]
        human.posts = _without_repetitions(_without_ranks(named))


def _is_of_its_side(post: Post) -> bool:
    """Whether an office that is of no state by its kind is of the side that names it: "went to Peru to see his
    counterpart X", "the Kazakh delegation included Ambassador X", a "Joint Operations Centre" of one state.
    """
    if post.body is not None:
        return post.body.kind is OrganizationKind.JOINT
    return post.rule == "counterpart" or is_of_an_envoy(post.title)


def _told_state(post: Post, where: Span, known: Known, at_home: set[str]) -> str | None:
    """The state that the side, the city of the body, the place or the like of an office says."""
    place = known.places.get(where.start)
    if post.body is not None and post.body.canonical in at_home and place != known.house:
        place = None
    if place in (known.guests.get(where.start), _home_of_who_meets(where, known)):
        place = None
    return known.sides.get(where.start) or _state_of_a_city(post.body) or place or known.likes.get(chief(post.title))


def _house_for(post: Post, where: Span, known: Known) -> str | None:
    """The house of the text, where it tells whose an office is: of a body without a state only where it is the only
    state that acts.
    """
    if known.guests.get(where.start, "") in (None, known.house, known.likely):
        return None
    if known.house is not None and _home_of_who_meets(where, known) == known.house:
        return None
    if where.start in known.behind and post.body is None and not _is_deputy_of(known.heads, post):
        return None
    if post.body is not None:
        return known.house if known.only else None
    return known.house or known.likely


def _home_of_who_meets(where: Span, known: Known) -> str | None:
    """The state of whoever meets who stands here: a guest's is another one, that of one of the same house is told."""
    host = known.met_by.get(where.start)
    return host.country() if host is not None else None


def _is_deputy_of(heads: frozenset[str], post: Post) -> bool:
    """Whether an office is the deputy's of one of these."""
    head = chief(post.title)
    return head in heads and head != plain(post.title)


_COMMISSIONER = re.compile(
    r"(?i)(?:(?:senior|first|assistant|deputy|chief|principal) ){0,2}(?:sub-?)?commissioner(?: general)?"
)
_CITY = re.compile(r"(?:\b(?:of|in|at) (?:the )?|^)(?!Bar [A-Z])(?P<city>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")


def _state_of_a_city(body: Body | None) -> str | None:
    """The state of the city in the name of a body: "High Court of Lomé"."""
    for match in _CITY.finditer(body.name) if body is not None else ():
        for city in (match["city"], match["city"].split()[0]):
            entry = lexicon().words.get(city)
            if entry is not None and entry.symbol in (Symbol.CAPITAL, Symbol.PLACE) and len(entry.codes) == 1:
                return entry.codes[0]
    return None


def _has_a_state(post: Post) -> bool:
    """Whether an office is of some state: a counterpart's is of another, a "Justice" may be a mere form of address."""
    bare = post.rule == "justice" or is_rank(post.title) or is_part(post.title)
    if post.rule == "counterpart" or (post.body is None and bare):
        return False
    return not is_international(post)


def _bodies_of_the_house(persons: Sequence[Human], known: Known) -> set[str]:
    """The bodies some of whose officials the text puts in no other state: abroad they are the house's, too."""
    entries = ((post, where) for human in persons for post, where, _ in human.posts)
    return {
        post.body.canonical
        for post, where in entries
        if known.house is not None and post.body is not None and post.body.country is None
        if known.places.get(where.start, known.house) == known.house
    }


def _without_ranks(posts: list[tuple[Post, Span, str]]) -> list[tuple[Post, Span, str]]:
    """A rank beside an office is a form of address: "Police General X, Commissioner of the Police"; so is a part."""
    police = any(post.body is not None and post.body.kind is OrganizationKind.POLICE for post, _, _ in posts)
    offices = [entry for entry in posts if not (is_rank(entry[0].title) or (police and _is_rank_of_police(entry[0])))]
    more = [entry for entry in offices if entry[0].body is not None or not _says_little(entry[0])]
    return more or offices or posts


def _is_rank_of_police(post: Post) -> bool:
    """Whether an office is a rank where its holder has another one in a police: "Commissioner"."""
    return post.body is None and _COMMISSIONER.fullmatch(post.title) is not None


def _says_little(post: Post) -> bool:
    """Whether an office is a part at a meeting, or a seat in a parliament: "the Minister, Deputy X"."""
    return is_part(post.title) or (post.title == "Deputy" and post.rule == "office")


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
    one, two = plain(post.title), plain(other.title)
    if post.body is not None and other.body is not None and post.body is not other.body:
        alike = post.body.canonical == other.body.canonical and post.country in (None, other.country)
        return alike and one in two and len(post.body.name) < len(other.body.name)
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

"""Which state an office is of, where its own words do not say: from its body, the place, the sender, the house of the
text.
"""

import re
from collections.abc import Iterable, Sequence
from functools import cache

from archive.reading.entities import groups
from archive.reading.entities.belonging.chiefs import chief
from archive.reading.entities.offices.finding import Post
from archive.reading.entities.offices.ranks import is_part, is_rank
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.people import Human
from archive.reading.entities.persons.runs import fold_word
from archive.reading.entities.references import Holders
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol, lexicon
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import BlockKind
from archive.reading.vocabulary import alternatives, load
from archive.values import OrganizationKind, Span


def complete_offices(
    persons: Iterable[Human],
    house: str | None,
    city_states: dict[int, str],
    sides: dict[int, str],
    likes: dict[str, str],
    likely: str | None,
    guests: frozenset[int],
    *,
    only: bool,
) -> None:
    """Give an office without a state the one of its body, of its side, of the place of its sentence, of its like, or of
    the house of the text, one without a body also the one that is ``likely``; drop repetitions.

    Where the house is not the ``only`` state that acts in the text, it does not say whose a body is that stands without
    a state.
    """
    persons = list(persons)
    at_home = _bodies_of_the_house(persons, house, city_states)
    for human in persons:
        known = {post.country for post, _, _ in human.posts if post.country}
        others = [post for post, _, _ in human.posts if is_international(post)]
        shared = any(post.body is not None for post in others)  # "Judge X, President of the International Association"
        private = any(_private().search(post.title) for post, _, _ in human.posts)
        for post, where, _ in human.posts:
            if post.country is None and post.body is not None:
                post.country = post.body.country
            again = post.body is None and any(post.title in other.title for other in others)
            if post.rule == "counterpart" and post.country is None and post.body is None:
                post.country = sides.get(where.start)  # "went to Peru to see his counterpart X"
            if post.country is None and post.body is None and is_diplomatic(post):
                post.country = sides.get(where.start)  # "the Kazakh delegation included Ambassador X"
            if post.country is None and post.body is not None and post.body.kind is OrganizationKind.JOINT:
                post.country = sides.get(where.start)  # a "Joint Operations Centre" may be of one state
            if post.country is None and not again and _has_a_state(post):
                place = city_states.get(where.start)
                if post.body and post.body.canonical in at_home and place != house:
                    place = None
                place = sides.get(where.start) or _state_of_a_city(post.body) or place
                place = place or likes.get(chief(post.title))
                own = (house or likely) if post.body is None else house if only else None
                own = None if private or (shared and post.body is None) else own
                own = None if where.start in guests else own
                post.country = next(iter(known)) if len(known) == 1 else place or own
            known |= {post.country} if post.country else set()
        told = (post.rule != "counterpart" or post.country or post.body for post, _, _ in human.posts)
        human.posts = _without_ranks([entry for entry, plain in zip(human.posts, told, strict=True) if plain])
        human.posts = _without_repetitions(human.posts)


_CITY = re.compile(r"(?:\b(?:of|in|at) (?:the )?|^)(?P<city>[A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")


def _state_of_a_city(body: Body | None) -> str | None:
    """The state of the city in the name of a body: "High Court of Lomé"."""
    for match in _CITY.finditer(body.name) if body is not None else ():
        for city in (match["city"], match["city"].split()[0]):
            entry = lexicon().words.get(city)
            if entry is not None and entry.symbol in (Symbol.CAPITAL, Symbol.PLACE) and len(entry.codes) == 1:
                return entry.codes[0]
    return None


@cache
def _private() -> re.Pattern[str]:
    """The words of offices of companies, which need not be of the state that speaks."""
    return re.compile(rf"(?i)\b(?:{'|'.join(load('offices')['private'])})\b")


def _has_a_state(post: Post) -> bool:
    """Whether an office is of some state: a counterpart's is of another, a "Justice" may be a mere form of address."""
    bare = post.rule == "justice" or is_rank(post.title) or is_part(post.title)
    if post.rule == "counterpart" or (post.body is None and bare):
        return False
    return not is_international(post)


def _bodies_of_the_house(persons: Sequence[Human], house: str | None, city_states: dict[int, str]) -> set[str]:
    """The bodies some of whose officials the text puts in no other state: abroad they are the house's, too."""
    posts = ((post, city_states.get(where.start, house)) for human in persons for post, where, _ in human.posts)
    return {
        post.body.canonical
        for post, state in posts
        if house is not None and post.body is not None and post.body.country is None and state == house
    }


def _without_ranks(posts: list[tuple[Post, Span, str]]) -> list[tuple[Post, Span, str]]:
    """A rank beside an office is a form of address: "Police General X, Commissioner of the Police"; so is a part."""
    offices = [entry for entry in posts if not is_rank(entry[0].title)]
    more = [entry for entry in offices if entry[0].body is not None or not _says_little(entry[0])]
    return more or offices or posts


def _says_little(post: Post) -> bool:
    """Whether an office is a part at a meeting, or a seat in a parliament: "the Minister, Deputy X"."""
    return is_part(post.title) or (post.title == "Deputy" and post.rule == "office")


def is_diplomatic(post: Post) -> bool:
    """Whether an office is held abroad, for the state that sends its holder."""
    title = post.title.lower()
    abroad = (
        "ambassador",
        "envoy",
        "consul",
        "chargé",
        "high commissioner",
        "head of delegation",
        "head of mission",
        "nuncio",
    )
    return any(word in title for word in abroad)


_HEADS = re.compile(rf"(?i)\b{alternatives('organizations', 'regional', 'heads')}\b")
_AREAS = re.compile(rf"(?i)\b{alternatives('organizations', 'regional', 'areas')}\b")


def _is_regional(name: str) -> bool:
    """Whether a name is that of a body of several states: "Conference of African Prosecutors"."""
    return _AREAS.search(name) is not None and _HEADS.search(name) is not None


# "European Prosecutor" is of many states; a "Minister for European Affairs" and a "Head of International Relations" are
# of one.
_OF_MANY_STATES = re.compile(
    r"^(?!.*\bInternational (?:Affairs|Relations|Legal|Cooperation|Co-operation|Law|Trade|Development|Partnerships?)\b)"
    r"(?:(?! (?:of|for|on) ).)*?\b(?:European|International)\b"
)


def is_international(post: Post) -> bool:
    """Whether an office is of no state, or of one that the house of a text does not tell."""
    if post.body is not None:
        kinds = (OrganizationKind.INTERNATIONAL, OrganizationKind.COMPANY, OrganizationKind.JOINT)
        whole = post.body.part_of or post.body
        return not {post.body.kind, whole.kind}.isdisjoint(kinds) or _is_regional(post.body.name)
    if is_diplomatic(post):
        return True
    return _OF_MANY_STATES.search(post.title) is not None


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


def appoint_by_the_headline(pieces: Sequence[Piece], holders: Holders) -> None:
    """An office that the headline leaves without a name is of the one person whom the lead names without an office."""
    offices: list[Piece] = []
    people: list[Human] = []
    paragraphs = 0
    for piece in (pieces[number] for number in positions(pieces, f"\n{groups.HOLDER}@")):
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


def appoint_the_only_person(pieces: Sequence[Piece], humans: Sequence[Human]) -> None:
    """Where a text names one person without an office, and one office without a holder again and again,
    they belong together.
    """
    if len(humans) != 1 or humans[0].posts:
        return
    alone = [
        piece
        for piece in (pieces[number] for number in positions(pieces, groups.HOLDER))
        if piece.fact.country and piece.fact.described is None
    ]
    titles = {(piece.fact.title.lower(), piece.fact.country) for piece in alone}
    if len(titles) == 1:
        humans[0].posts += [
            (piece.fact, Span(piece.start, piece.end), "only-office-of-the-only-person") for piece in alone
        ]

"""Offices whose state their like tells: a deputy's that of his chief, a chief's that of the body that he heads.

"The Prosecutor General's Office of Timor-Leste" says of which state the Prosecutor General is who stands there without
one, where no such office of another state is named.
"""

import re
from collections.abc import Iterable, Sequence

from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.people import Human
from archive.reading.entities.persons.runs import fold_word
from archive.values import OrganizationKind

_DEPUTY = re.compile(r"^(?:(?:first|acting|deputy|vice|assistant|interim)[ -])+")
_HEADED = re.compile(
    r"(?P<title>[\w -]+?)'?s'? (?:office|chambers|department)"
    r"|(?:office|chambers) of (?:the )?(?P<of>[\w -]+)|(?P<kind>ministry)(?P<rest> (?:of|for) .+)"
)

_TWO = 2  # states of a text in which the body of an office tells the side of its holder


def plain(title: str) -> str:
    """A title as titles are compared: "Director-General" is "director general"."""
    return fold_word(title).replace("-", " ")


def chief(title: str) -> str:
    """The title of whom a deputy stands below: "minister of justice" of a "First Deputy Minister of Justice"."""
    return _DEPUTY.sub("", plain(title))


def states_of_chiefs(persons: Sequence[Human]) -> dict[str, str]:
    """The state of each office that stands with one state only: a deputy of such an office is of it, too."""
    states: dict[str, set[str]] = {}
    for human in persons:
        for post, _, _ in human.posts:
            if post.country is not None and post.body is None:
                states.setdefault(chief(post.title), set()).add(post.country)
    return {title: codes.pop() for title, codes in states.items() if len(codes) == 1}


def states_of_heads(
    persons: Sequence[Human], bodies: Iterable[Body], house: str | None, named: set[str]
) -> dict[str, str]:
    """The state of each office that heads a body of one state only, where nobody is named as its holder there.

    What is not of the house is so only where the like body of the house has another name; without a house, where no
    more than two states are ``named``.
    """
    states: dict[str, set[str | None]] = {}
    services: set[str] = set()  # who heads the prosecution of the house
    for body in bodies:
        title = head_of(body)
        if title is not None:
            states.setdefault(title, set()).add(body.country)
            if body.country == house and body.kind is OrganizationKind.PROSECUTION:
                services.add(title)
    taken = {(chief(post.title), post.country) for human in persons for post, _, _ in human.posts}
    found: dict[str, str] = {}
    for title, codes in states.items():
        (code, *others) = codes
        if code is None or others or (title, code) in taken:
            continue
        if house == code or (house is None and len(named) <= _TWO) or (services and title not in services):
            found[title] = code
    return found


def head_of(body: Body) -> str | None:
    """The title of the one who heads a body, by its name: "prosecutor general" of the "Prosecutor General's Office"."""
    match = _HEADED.fullmatch(fold_word(body.canonical).replace("-", " ").replace("’", "'"))
    if match is None:
        return None
    return match["title"] or match["of"] or f"minister{match['rest']}"

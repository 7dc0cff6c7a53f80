"""What kind of office a title says: a rank, a part at a meeting, one of envoys, of states, of companies, of many.

The words are those of ``vocabulary/offices.toml``.
"""

import re
from functools import cache, lru_cache

from archive.reading.entities.offices.post import Post
from archive.reading.vocabulary import alternatives, load
from archive.values import OrganizationKind


@cache
def _words(*keys: str) -> re.Pattern[str]:
    """The words of some lists of the vocabulary, anywhere in a title."""
    return re.compile(rf"(?i)\b(?:{'|'.join(alternatives('offices', key) for key in keys)})\b")


def is_of_an_envoy(title: str) -> bool:
    """Whether an office is held abroad, for the state that sends its holder."""
    return _words("envoys").search(title) is not None


def is_sent_out(title: str) -> bool:
    """Whether the holder need not be of the state in which he sits: an envoy, an attaché, a representative."""
    return _words("envoys", "sent_out").search(title) is not None


def is_of_an_embassy(title: str) -> bool:
    """Whether an office is one of those that serve under an envoy."""
    return _words("of_an_embassy").search(title) is not None


def is_of_the_place(title: str) -> bool:
    """Whether the holder of an office is of the state in which he sits."""
    return _words("of_the_place").search(title) is not None


def is_of_a_state(title: str, *, only: bool = False) -> bool:
    """Whether states have such an office; ``only`` leaves out those that some bodies have, too."""
    return _words(*(("of_states",) if only else ("of_states", "of_states_too"))).search(title) is not None


def is_private(title: str) -> bool:
    """Whether an office is one of companies, which need not be of the state that speaks."""
    return _words("private").search(title) is not None


_BEFORE = re.compile(rf"(?:{alternatives('offices', 'before_ranks')} )+")
_BEHIND = re.compile(rf" of (?:the )?{alternatives('offices', 'behind_ranks')}\b.*")


@cache
def _ranks() -> frozenset[str]:
    offices = load("offices")
    short = (rank.lower().rstrip(".") for rank in offices["short_ranks"])
    return frozenset((*(rank.lower() for rank in offices["ranks"]), *short))


@lru_cache(10_000)
def is_rank(title: str) -> bool:
    """Whether a title says a rank: "Police Colonel", "State Counsellor of Justice of the 2nd class"."""
    title = title.lower().replace(".", "") if title.endswith(".") else title.lower()
    bare = _BEFORE.sub("", title, count=1)
    cut = (title, bare, _BEHIND.sub("", title), _BEHIND.sub("", bare), title.partition(" of ")[0])
    justice = [f"{each.partition(' of justice')[0]} of justice" for each in (title, bare) if " of justice" in each]
    return not _ranks().isdisjoint((*cut, *justice))


def is_part(title: str) -> bool:
    """Whether a title says what somebody does at a meeting, and names no body: "Moderator", "Chair"."""
    return title.lower().removeprefix("co-") in load("offices")["parts"]


# "European Prosecutor" is of many states; a "Minister for European Affairs" and a "Head of International Relations" are
# of one.
_OF_MANY_STATES = re.compile(
    rf"^(?!.*\bInternational {alternatives('offices', 'international_fields')}\b)"
    r"(?:(?! (?:of|for|on) ).)*?\b(?:European|International)\b"
)
_OF_NO_STATE = (OrganizationKind.INTERNATIONAL, OrganizationKind.COMPANY, OrganizationKind.JOINT)


@lru_cache(1 << 12)
def short_titles(title: str) -> tuple[str, ...]:
    """The letters that stand for a title: "DPP"."""
    words = title.lower().replace("-", " ")
    letters: dict[str, str] = load("reporting_verbs")["letters"]
    return tuple(short for short, whole in letters.items() if words == whole or words.startswith(f"{whole} of "))


def is_international(post: Post) -> bool:
    """Whether an office is of no state, or of one that the house of a text does not tell."""
    if post.body is not None:
        whole = post.body.part_of or post.body
        return post.body.kind in _OF_NO_STATE or whole.kind in _OF_NO_STATE or _is_regional(post.body.name)
    return is_of_an_envoy(post.title) or _OF_MANY_STATES.search(post.title) is not None


_HEADS = re.compile(rf"(?i)\b{alternatives('organizations', 'regional', 'heads')}\b")
_AREAS = re.compile(rf"(?i)\b{alternatives('organizations', 'regional', 'areas')}\b")


def _is_regional(name: str) -> bool:
    """Whether a name is that of a body of several states: "Conference of African Prosecutors"."""
    return _AREAS.search(name) is not None and _HEADS.search(name) is not None

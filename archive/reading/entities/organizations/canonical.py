"""The canonical form of a body's name: in the singular, without its state, and the kind of body that its words say.

"Russian Prosecutor General's Office", "Prosecutor General's Office of Russia" and "Office of the Prosecutor General
of the Russian Federation" have the canonical form "Prosecutor General's Office" and the state RU.
"""

import re
from functools import cache, lru_cache

from archive.reading.vocabulary import load, load_states
from archive.values import OrganizationKind

_BRACKETS = re.compile(r" ?\([^()]{1,40}\)")
_OFFICE_OF = re.compile(
    r"Office of (?:the )?((?:[\w-]+ ){0,4}(?:Prosecutor|Procurator|Attorney|Advocate|Solicitor)[ -]General)$"
)
_UNITED_NATIONS = re.compile(r"^(?:UN|U\.N\.) (?=[A-Z])")
_SMALL = frozenset(("OF", "THE", "AND", "FOR", "ON", "AGAINST", "IN", "TO", "WITH"))
_NAMELESS = re.compile(r"^(?:the|The|our) ")

_PLURALS = {
    "Ministries": "Ministry",
    "Agencies": "Agency",
    "Embassies": "Embassy",
    "Offices": "Office",
    "Courts": "Court",
    "Departments": "Department",
    "Commissions": "Commission",
    "Committees": "Committee",
    "Councils": "Council",
    "Tribunals": "Tribunal",
    "Centres": "Centre",
    "Centers": "Center",
    "Authorities": "Authority",
    "Services": "Service",
    "Units": "Unit",
    "Chambers": "Chamber",
}
_HOLDERS = {"Generals'": "General's", "Prosecutors'": "Prosecutor's", "Prosecutors General's": "Prosecutor General's"}


@cache
def _kinds(list_name: str) -> tuple[tuple[OrganizationKind, re.Pattern[str]], ...]:
    """The kinds of bodies with the words that say them, the first that fits before the others."""
    return tuple(
        (OrganizationKind(entry["kind"]), re.compile(entry["pattern"])) for entry in load("organizations")[list_name]
    )


@lru_cache(maxsize=4096)
def plain(name: str) -> str:
    """A name on one line, without its article and without what stands in brackets."""
    return _NAMELESS.sub("", _BRACKETS.sub("", " ".join(name.split()))).strip(" ,;")


@lru_cache(maxsize=4096)
def initials(name: str) -> frozenset[str]:
    """The acronyms that the initials of a name make: "MoJ" of "Ministry of Justice"."""
    words = [word for word in re.split(r"[ -]", plain(name)) if word[:1].isalpha()]
    if name.isupper():  # a letterhead: "NATIONAL BUREAU OF INVESTIGATION"
        words = [word.lower() if word in _SMALL else word for word in words]
    capitals = "".join(word[0] for word in words if word[0].isupper())
    with_small = "".join(word[0] for word in words if word[0].isupper() or word == "of")
    return frozenset((capitals, with_small, with_small.upper())) if len(capitals) > 2 else frozenset()


def is_plural(head: str) -> bool:
    """Whether a head noun names several bodies."""
    return head.endswith(tuple(_PLURALS))


@lru_cache(maxsize=4096)
def canonical(name: str, country: str | None, *, plural: bool = False) -> str:
    """The form under which two mentions of one body meet. ``name`` has straight apostrophes."""
    name = plain(name)
    if name.isupper() and " " in name:  # a letterhead
        name = " ".join(word.lower() if word in _SMALL else word.capitalize() for word in name.split())
    name = _UNITED_NATIONS.sub("United Nations ", name)
    if plural:
        for many, one in (*_PLURALS.items(), *_HOLDERS.items()):
            name = re.sub(rf"(?<!\w){many}(?!\w)", one, name)
    if country is not None:
        name = _without_state(name, country)
    office = _OFFICE_OF.fullmatch(name)
    return f"{office[1]}'s Office" if office else name


@cache
def words_for(code: str) -> str:
    """The names of a state and of its people, as an alternative of an expression."""
    state = next(state for state in load_states() if state["code"] == code)
    words = [
        state["name"],
        state["official"],
        *state.get("variants", ()),
        *state.get("former", ()),
        *state.get("demonyms", ()),
        *state.get("shared", ()),
    ]
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _state_words(code: str) -> re.Pattern[str]:
    any_word = words_for(code)
    return re.compile(
        rf"^(?:the )?(?:{any_word})(?:'s|')? (?=\S)|,? (?:of|in|for) (?:the )?(?:{any_word})$| (?:{any_word})$"
    )


def _without_state(name: str, code: str) -> str:
    """The name without the words for its state at either end, unless nothing distinguishing would be left."""
    words = _state_words(code)
    for _ in range(2):
        shorter = words.sub("", name, count=1)
        if " " not in shorter and shorter in (
            "Bank",
            "University",
            "Parliament",
            "Police",
            "Army",
            "Navy",
            "Embassy",
            "Academy",
        ):
            return name
        name = shorter
    return name


_UNITS = ("Office", "Bureau", "Desk", "Branch", "Division", "Department", "Unit", "Section", "Directorate", "Service")


@lru_cache(maxsize=4096)
def kind_of(name: str, otherwise: OrganizationKind) -> OrganizationKind:
    """The kind that the words of a name say. An "International Cooperation Division" is no international body."""
    name = name.title() if name.isupper() else name
    kinds = [kind for kind, words in _kinds("kind") if words.search(name)]
    if kinds and kinds[0] is OrganizationKind.INTERNATIONAL and name.endswith(_UNITS):
        kinds = kinds[1:]
    return kinds[0] if kinds else otherwise


def kind_of_foreign(head: str) -> OrganizationKind:
    """The kind that a head noun of another language says."""
    return next((kind for kind, words in _kinds("foreign_kind") if words.search(head)), OrganizationKind.AGENCY)

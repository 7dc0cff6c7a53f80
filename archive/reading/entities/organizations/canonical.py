"""The canonical form of a body's name: in the singular, without its state, and the kind of body that its words say.

"Russian Prosecutor General's Office", "Prosecutor General's Office of Russia" and "Office of the Prosecutor General
of the Russian Federation" have the canonical form "Prosecutor General's Office" and the state RU.
"""

import re
from functools import cache, lru_cache

from archive.reading.vocabulary import load_states
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

_KIND_WORDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        (OrganizationKind.JOINT, r"^(?:\w+[- ]\w+ )?Joint (?!Stock)"),
        (
            OrganizationKind.INTERNATIONAL,
            r"^(?:International|European|Inter-?American|Ibero-American|African|Eurasian|Nordic|Arab|World"
            r"|Interstate|UN|EU)\b",
        ),
        (OrganizationKind.ACADEMIC, r"\b(?:Academy|University|Institute|College of Law|School)\b"),
        (
            OrganizationKind.PROSECUTION,
            r"(?i)\b(?:prosecut|procura[ct]|attorney general|attorney-general|public ministry"
            r"|director of public prosecutions|fiscal[ií]a|procurador)",
        ),
        (
            OrganizationKind.MINISTRY,
            r"^(?:[\w-]+ ){0,2}Ministry\b|^Department of (?:Justice|State|Defen[cs]e|Homeland Security"
            r"|Foreign Affairs)$",
        ),
        (OrganizationKind.COURT, r"\b(?:Court|Tribunal)\b"),
        (
            OrganizationKind.POLICE,
            r"\b(?:Police|Bureau of Investigation|Investigative Committee|Gendarmerie|Criminal Assets Bureau"
            r"|Crime Agency)\b",
        ),
        (OrganizationKind.PARLIAMENT, r"\b(?:Parliament|Senate|National Assembly|State Duma|Federal Assembly)\b"),
        (OrganizationKind.COMPANY, r"\b(?:Company|Corporation|Ltd|Inc|LLC)\b"),
    )
)

_FOREIGN_KINDS = (
    (
        OrganizationKind.PROSECUTION,
        re.compile(r"(?i)^(?:fiscal|procur|prokur|parquet|.*staatsanwalt|bundesanwalt|åklagar|openbaar)"),
    ),
    (
        OrganizationKind.POLICE,
        re.compile(r"(?i)^(?:pol[ií]|poliz|guardia|gendarm|carabin|.*kriminalamt|rijkspol|garda|økokrim|ekobrott)"),
    ),
    (OrganizationKind.MINISTRY, re.compile(r"(?i)^(?:minist|bundesminist)")),
    (OrganizationKind.COURT, re.compile(r"(?i)^(?:tribunal|corte|cour\b|bundesgericht)")),
    (OrganizationKind.MEDIA, re.compile(r"(?i)^(?:r[aá]dio|ag[eê]nc|agenzia)")),
    (OrganizationKind.ACADEMIC, re.compile(r"(?i)^(?:univers|instit|istit|esc[uo]|école|academ)")),
    (OrganizationKind.PARLIAMENT, re.compile(r"(?i)^(?:asamblea|assembl|senado|c[âá]mara)")),
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
def _state_words(code: str) -> re.Pattern[str]:
    state = next(state for state in load_states() if state["code"] == code)
    words = [
        state["name"],
        state["official"],
        *state.get("variants", ()),
        *state.get("former", ()),
        *state.get("demonyms", ()),
        *state.get("shared", ()),
    ]
    any_word = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
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
    kinds = [kind for kind, words in _KIND_WORDS if words.search(name)]
    if kinds and kinds[0] is OrganizationKind.INTERNATIONAL and name.endswith(_UNITS):
        kinds = kinds[1:]
    return kinds[0] if kinds else otherwise


def kind_of_foreign(head: str) -> OrganizationKind:
    """The kind that a head noun of another language says."""
    return next((kind for kind, words in _FOREIGN_KINDS if words.search(head)), OrganizationKind.AGENCY)

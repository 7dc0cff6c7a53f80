"""Encounters: what names a meeting, and the kind that its words tell.

"a trilateral meeting", "the 12th session of the Joint Commission", "expert consultations", "his working visit". An
encounter is no meeting yet: only a pattern says that it took place, will, or was proposed.
"""

import re
from dataclasses import dataclass
from functools import cache

from archive.reading.matching.ordinals import NTH
from archive.reading.matching.patterns import Match
from archive.reading.matching.triggers import factored, telling_word
from archive.reading.meetings.kinds import SURE
from archive.reading.phrases import Phrase
from archive.reading.vocabulary import load
from archive.values import MeetingKind, Span

_PLANNED = re.compile(
    r"\b(?:planned|forthcoming|upcoming|next|future|coming|scheduled|return|expected)\b", re.IGNORECASE
)
# One more of those who met before; a higher number is that of a series: "the Ninth Summit".
_FOLLOWS = re.compile(
    r"\b(?:next|further|another|follow-up|subsequent|previous|last|first|second|third|fourth|fifth|\d+(?:st|nd|rd|th))\b",
    re.IGNORECASE,
)
_PROPOSED = re.compile(r"\b(?:proposed|possible|potential|suggested)\b", re.IGNORECASE)


# Determiners of a meeting that need not be one, or is not told apart from others: "any talks", "several meetings".
NO_CERTAIN_ONE = frozenset(["any", "no", "each", "every", "such", "several", "many", "various", "some", "all"])


@dataclass(frozen=True, slots=True)
class Encounter:
    """A noun phrase that names a meeting. ``body`` is the standing body whose session it is."""

    span: Span
    kind: MeetingKind
    words: str
    determiner: str
    plural: bool
    body: Phrase | None
    short: bool = False  # "the second": the noun stands before it

    @property
    def definite(self) -> bool:
        """Whether it points back: "the meeting", "these talks"."""
        return self.determiner in ("the", "this", "these", "that", "those", "both")

    @property
    def is_event(self) -> bool:
        """Whether its noun only points back to a meeting of any kind: "the event"."""
        return self.words.lower().endswith(" event")

    @property
    def vague(self) -> bool:
        """Whether its noun is a meeting only where it is held: "a constructive dialogue"."""
        return self.words.lower().split(" ")[-1] in load("meetings")["vague"]

    @property
    def many(self) -> bool:
        """Whether it names no certain meeting: "meetings and briefings"."""
        return not self.determiner and self.words.lower().endswith(
            ("meetings", "calls", "sessions", "visits", "ceremonies")
        )

    @property
    def denied(self) -> bool:
        """Whether its determiner denies it: "no meeting"."""
        return self.determiner == "no"

    @property
    def planned(self) -> bool:
        """Whether its words say that it is still to come."""
        return _PLANNED.search(self.words) is not None

    @property
    def follows(self) -> bool:
        """Whether its words say that it is one of a series: "a further meeting", "the second round"."""
        return _FOLLOWS.search(self.words) is not None

    @property
    def proposed(self) -> bool:
        """Whether its words say that somebody only proposes it."""
        return _PROPOSED.search(self.words) is not None


@dataclass(frozen=True, slots=True)
class Nouns:
    """The nouns that name a meeting. ``heads`` are the last words of their forms; ``telling`` those of which a sentence
    has one where it has a noun.
    """

    pattern: re.Pattern[str]
    kinds: dict[str, MeetingKind]
    heads: frozenset[str]
    telling: frozenset[str]


@cache
def nouns() -> Nouns:
    """The nouns of the vocabulary."""
    kinds = {word: MeetingKind(kind) for word, kind in load("meetings")["nouns"].items()}
    heads = [word for word in kinds if not word.endswith(("lateral", "-one"))]  # "a bilateral | meeting"
    forms = [form for word in heads for form in (word, f"{word}s", "ceremonies")]
    return Nouns(
        re.compile(rf"\b({factored([*kinds, 'ceremonie'])})(s?)\b"),
        kinds | {"ceremonie": kinds["ceremony"]},
        frozenset(re.split("[ -]", form)[-1] for form in forms),
        frozenset(map(telling_word, forms)),
    )


@cache
def _kinds() -> tuple[tuple[re.Pattern[str], MeetingKind], ...]:
    entries = load("meetings")["kind"]
    return tuple((re.compile(entry["pattern"], re.IGNORECASE), MeetingKind(entry["kind"])) for entry in entries)


def kind_of(words: str, kind: MeetingKind, before: str = "", after: str = "") -> MeetingKind:
    """The kind that the words of a phrase tell, ``kind`` being that of its noun, with what stands around it."""
    if kind in SURE:
        return kind
    told = next((other for pattern, other in _kinds() if pattern.search(words)), kind)
    if told is MeetingKind.SESSION and _FIRST_OF_TWO.search(words) and _OF_TWO.match(after):
        told = kind
    if told is MeetingKind.BILATERAL and _THEIRS.search(before):
        return MeetingKind.MULTILATERAL
    if told is MeetingKind.BILATERAL:
        return next((other for pattern, other in (*_WHOSE, _of_a_region()) if pattern.match(after)), told)
    return told


@cache
def _of_a_region() -> tuple[re.Pattern[str], MeetingKind]:
    """A meeting of people of a region: "of | the ministers of justice of South-East Europe", "of | EU ministers"."""
    words = load("open_phrases")
    people = rf"(?:{'|'.join((*words['people'], *words['unnamed'], *words['others']))})\b"
    of_what = r"(?: of (?:the )?[a-z]+(?:(?: and| of the| of)? [a-z]+)?)?"
    lands = rf"(?:[A-Z][\w-]+ ){{0,2}}(?:{'|'.join(words['lands'])})\b"
    lands += r"|(?!the|two|both)[\w-]+ (?:[a-z]+ )?(?:states|countries)\b"
    before = rf" (?:of|for|between|among) (?:the )?(?:{'|'.join(words['regions'])}) (?:[a-z]+ ){{0,2}}?{people}"
    behind = (
        rf" (?:of|for|between|among) (?:the )?(?:[a-z]+ )?{people}{of_what} (?:of|from|in|across) (?:the )?(?:{lands})"
    )
    return re.compile(rf"{before}|{behind}"), MeetingKind.MULTILATERAL


# "their first meeting", "the second meeting between X and Y": of two who meet, not of a body
_FIRST_OF_TWO = re.compile(rf"\b(?:{NTH}|next|last|latest) (?:such )?meeting$", re.IGNORECASE)
_OF_TWO = re.compile(r" (?:between|with)\b")
_THEIRS = re.compile(r"\b(?:ministers|chiefs|heads|directors|commissioners|leaders|generals)['\u2019] (?:\w+ )?$")

# Whose meeting it is: "a meeting of | heads of forensic services", "the meeting of | the parties to the Convention".
_WHOSE = (
    (re.compile(r" of (?:the )?(?:states )?parties to ", re.IGNORECASE), MeetingKind.SESSION),
    (
        re.compile(
            r" (?:of|for|between|among) (?:the )?(?:[a-z-]+ ){0,2}?(?:heads|chiefs|directors|leaders|commissioners) of"
            r" (?:the )?(?:(?!two\b)[a-z-]+ ){0,3}"
            r"(?:services|agencies|authorities|forces|offices|units|bodies|institutions|laboratories"
            r"|departments|directorates|administrations|academies|institutes|delegations?|secretariats|networks|bureaus)\b"
            r"(?! of [A-Z])"
        ),
        MeetingKind.MULTILATERAL,
    ),
)


def encounter_of(match: Match) -> Encounter | None:
    """The noun phrase of a match that names a meeting."""
    return next((each for each in match.folded("encounter") if isinstance(each, Encounter)), None)

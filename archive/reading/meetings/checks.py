"""Checks: whether a match of a pattern is what its pattern asks for.

A pattern may ask for several people, for an official, for a visit or a course; what it finds may be denied, or tell no
certain meeting.
"""

import re
from collections.abc import Callable

from archive.reading.facts import Organization
from archive.reading.matching.clauses import is_plural
from archive.reading.matching.modality import cue, side_before
from archive.reading.matching.open_phrases import FIRST_PERSON, OPEN_GROUP
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS
from archive.reading.meetings.certainty import (
    is_certain,
    is_drafting,
    is_mere_talk,
    is_numbered,
    is_of_an_instrument,
    is_one,
    meet_once,
    opens,
    says_no_certain_one,
    sits_alone,
)
from archive.reading.meetings.encounters import Encounter
from archive.reading.meetings.in_passing import is_told_in_passing
from archive.reading.meetings.lookalikes import qualifies_a_name, qualifies_a_noun
from archive.reading.meetings.participants import is_they
from archive.reading.meetings.side_by_side import are_apart, is_of_no_day, stand_side_by_side
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import MeetingKind

FACES = "".join(SYMBOLS[kind] for kind in (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.DELEGATION))
_CAME_ABOUT = re.compile(
    r"\b(?:continu|manag|came|come|arriv|travel|went|flew|gather|conven|pleas|honou?r|privileg"
    r"|opportunity|occasion|used|stop|return|happy|glad)",
    re.IGNORECASE,
)


def encounter_of(match: Match) -> Encounter | None:
    """The noun phrase of a match that names a meeting."""
    return next((each for each in match.folded("encounter") if isinstance(each, Encounter)), None)


def refusal(match: Match) -> str | None:
    """Why a match is not what its pattern asks for, or is denied; None where it holds."""
    encounter = encounter_of(match)
    return next((reason for reason, refuses in _REFUSALS if refuses(match, encounter)), None)


_IS_INSIDE = re.compile(r"\b(?:at|during|in|on|ahead of|before|after|following) (?:the )?$", re.IGNORECASE)
_SUPPOSED = re.compile(r"\b(?:could|may|might|if|whether|unless)\b", re.IGNORECASE)


def _calls_for(match: Match) -> bool:
    """Whether somebody only calls on others: "called on the states to share data"."""
    if not re.match(r"call(?:s|ed)? on", match.verb):
        return False
    return match.skeleton.text.startswith(" to ", match.end) or _is_without_faces(match)


def _are_several(match: Match) -> bool:
    encounter = encounter_of(match)
    if encounter is not None and encounter.kind in (MeetingKind.SESSION, MeetingKind.CONFERENCE):
        return True
    whole = [
        phrase
        for role in ("who", "whom")
        if role in match.places
        for phrase in match.skeleton.phrases(*match.places[role])
    ]
    return (
        len(whole) > 1 or any(is_plural(phrase) for phrase in whole) or _are_they(match, whole) or _are_we(match, whole)
    )


_NEAR = 60  # letters
_AGAIN = re.compile(r"\b(?:will|shall|are to|are due to|first|last|again|next)\b")
_PLACED = re.compile(rf"[{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.DATE]}]")


def _are_we(match: Match, whole: list[Phrase]) -> bool:
    """Whether "we" meet at a place or on a day that is told."""
    ours = any(phrase.rule == FIRST_PERSON and phrase.span.of(match.skeleton.view).lower() == "we" for phrase in whole)
    return ours and _PLACED.search(match.skeleton.text, match.start, match.end + _NEAR) is not None


def _are_they(match: Match, whole: list[Phrase]) -> bool:
    """Whether "they" met, and the sentence has named them before, or says where or when they are to meet again."""
    they = any(is_they(phrase, match.skeleton) for phrase in whole)
    before = they and any(map(is_plural, match.skeleton.phrases(0, match.start)))
    again = they and _AGAIN.search(match.auxiliaries) is not None
    return before or (again and _PLACED.search(match.skeleton.text, match.start, match.end + _NEAR) is not None)


_ASSEMBLY = re.compile(
    r"\b(?:Council|Committee|Commission|Conference|Board|Group|Assembly|Forum|Panel|College|Network|Task Force|Bureau"
    r"|Congress|Consortium|Plenary|Association|Society|Federation|Alliance|Platform|Partnership)\b"
)


def _assembles(match: Match) -> bool:
    """Whether a body is one that several states share and that meets from time to time."""
    bodies = [phrase.organization for phrase in match.phrases("body")]
    return all(body is not None and is_assembly(body) for body in bodies)


def is_assembly(body: Organization) -> bool:
    """Whether a body is of no one state and named for its meetings: "the Joint Commission"."""
    return body.country is None and _ASSEMBLY.search(body.name) is not None


def _asks(flag: str, match: Match) -> bool:
    return bool(match.pattern.gives.get(flag))


def _is_of_another_kind(match: Match, encounter: Encounter | None) -> bool:
    gives = match.pattern.gives
    if encounter is None:
        return False
    if "only" in gives and encounter.kind not in (gives["only"], *gives["only"]):
        return True
    return (encounter.kind is MeetingKind.VISIT) != (gives.get("visit", False) or gives.get("kind") == "visit")


def _is_setting(match: Match, encounter: Encounter | None) -> bool:
    """Whether the meeting is only where something else happens: "at the meeting"."""
    if not _asks("object", match) or encounter is None:
        return False
    return _IS_INSIDE.search(match.skeleton.text[: match.places["encounter"][0]]) is not None


def _is_hoped_for(match: Match, _: Encounter | None) -> bool:
    """Whether nobody says that it came about: "asked for leave to meet X"."""
    return match.auxiliaries.endswith("to ") and cue(match) is None and not _CAME_ABOUT.search(match.verbal)


def _is_named_only(match: Match, encounter: Encounter | None) -> bool:
    planned = encounter is not None and (encounter.planned or encounter.proposed)
    return _asks("nominal", match) and cue(match) is None and not planned


_FELL_THROUGH = re.compile(
    r"\b(?:not|never) (?:be |been )?(?:held|take|taken|convened)\b|\b(?:cancel\w*|called off|postponed|put off|deferred"
    r"|shelved|withdrawn|suspended|abandoned|fell through|did not)\b",
    re.IGNORECASE,
)


def _fell_through(match: Match, encounter: Encounter | None) -> bool:
    """Whether what was planned was called off: "the visit planned for May was cancelled"."""
    planned = encounter is not None and match.pattern.gives.get("status") == "planned"
    return planned and not _asks("moved", match) and _FELL_THROUGH.search(match.skeleton.text, match.end) is not None


def _is_without_faces(match: Match) -> bool:
    return not all(SYMBOLS[phrase.kind] in FACES for phrase in match.phrases("whom"))


def _came_from_them(match: Match, _: Encounter | None) -> bool:
    """Whether somebody only got something: "had received from X", not "received X"."""
    return _asks("guest", match) and match.skeleton.text.startswith(" from ", match.places.get("verb", (0, 0))[1])


def _is_delegation(match: Match) -> bool:
    who = list(match.skeleton.phrases(*match.places.get("who", (0, 0))))
    kinds = (PhraseKind.DELEGATION, PhraseKind.GROUP, PhraseKind.HOLDER)
    acting = "who" in match.places and side_before(match.skeleton.text, match.places["who"][0]) is not None
    return bool(who) and (
        acting or who[0].kind in kinds or (who[0].kind is PhraseKind.PRONOUN and bool(who[0].members))
    )


def _are_all(kind: PhraseKind, match: Match) -> bool:
    return all(phrase.kind is kind for phrase in match.phrases("whom"))


# Why a match is refused, the first that is true: the reason as a reader of the text would say it, and the check.
_REFUSALS: tuple[tuple[str, Callable[[Match, Encounter | None], bool]], ...] = (
    ("the words deny the meeting", lambda _, encounter: encounter is not None and encounter.denied),
    ("the noun is of another kind of meeting", _is_of_another_kind),
    (
        "it is no study visit",
        lambda match, encounter: _asks("study", match) and not (encounter and "study" in encounter.words.lower()),
    ),
    (
        "the noun stands before it",
        lambda match, encounter: _asks("short", match) and not (encounter and encounter.short),
    ),
    (
        "people in general meet now and then",
        lambda match, _: _asks("named_people", match) and not meet_once(match),
    ),
    ("it takes more than one to meet", lambda match, _: _asks("several", match) and not _are_several(match)),
    (
        "several meetings are named, and not which",
        lambda match, encounter: encounter is not None and _asks("attends", match) and encounter.many,
    ),
    (
        "the noun alone tells no certain meeting",
        lambda match, encounter: encounter is not None and _asks("indefinite", match) and not is_certain(encounter),
    ),
    (
        "the negotiations are work on an instrument",
        lambda match, encounter: encounter is not None and _asks("bare", match) and is_drafting(match, encounter),
    ),
    ("the meeting is only where something else happened", _is_setting),
    (
        "it has no number",
        lambda match, encounter: _asks("nth", match) and not (encounter and is_numbered(match, encounter)),
    ),
    ("the verb is that of an instrument", is_of_an_instrument),
    ("a body that does not assemble", lambda match, _: _asks("assembles", match) and not _assembles(match)),
    (
        "somebody else is meant than those who met",
        lambda match, _: _asks("open", match) and any(each.rule != OPEN_GROUP for each in match.phrases("all")),
    ),
    ("nobody is named whom one met", lambda match, _: "whom" in match.places and not match.phrases("whom")),
    (
        "no meetings with bodies are told",
        lambda match, encounter: (
            _asks("bodies", match) and not (encounter and encounter.many and _are_all(PhraseKind.ORGANIZATION, match))
        ),
    ),
    ("talk in general, not a meeting", is_mere_talk),
    (
        "the words tell no certain meeting",
        lambda match, encounter: (
            _asks("fallback", match)
            and not (is_told_in_passing if _asks("passing", match) else is_one)(match, encounter)
        ),
    ),
    ("somebody only calls on others", lambda match, _: _calls_for(match)),
    (
        "it is only supposed",
        lambda match, _: (
            _asks("carried", match)
            and not _asks("certain", match)
            and bool(_SUPPOSED.search(match.skeleton.text, 0, match.start))
        ),
    ),
    (
        "the name of a state only qualifies a noun",
        lambda match, _: (
            ("whom" in match.places and qualifies_a_noun(match.skeleton, match.places["whom"]))
            or ("state" in match.places and qualifies_a_name(match.skeleton, match.places["state"]))
        ),
    ),
    ("who says 'we' tells of no certain meeting", says_no_certain_one),
    ("it is asked or hoped for, not told", _is_hoped_for),
    (
        "the guest is nobody in particular",
        lambda match, _: _asks("guest", match) and all(phrase.rule == OPEN_GROUP for phrase in match.phrases("whom")),
    ),
    (
        "not a delegation, whose stay is a visit",
        lambda match, _: _asks("delegates", match) and not _is_delegation(match),
    ),
    (
        "the host is no city",
        lambda match, _: _asks("city", match) and not all(each.place for each in match.phrases("state")),
    ),
    ("something came from them", _came_from_them),
    (
        "a body is housed, not received",
        lambda match, _: _asks("guest", match) and match.verb == "hosting" and _are_all(PhraseKind.ORGANIZATION, match),
    ),
    ("the guest is a state", lambda match, _: _asks("guest", match) and _are_all(PhraseKind.COUNTRY, match)),
    (
        "the noun is too vague to be planned",
        lambda match, encounter: encounter is not None and _asks("status", match) and encounter.vague,
    ),
    ("no person is met", lambda match, _: _asks("faces", match) and _is_without_faces(match)),
    ("they are not of different states", lambda match, _: _asks("apart", match) and not are_apart(match)),
    (
        "they are not plainly of different states",
        lambda match, _: _asks("beside_each_other", match) and not stand_side_by_side(match),
    ),
    ("no day is told", lambda match, _: _asks("by_day", match) and is_of_no_day(match)),
    (
        "what is named is no body",
        lambda match, _: any(phrase.kind is not PhraseKind.ORGANIZATION for phrase in match.phrases("body")),
    ),
    ("the sentence does not open with it", lambda match, _: _asks("start", match) and not opens(match)),
    ("the meeting is named, not told", _is_named_only),
    ("what was planned was called off", _fell_through),
    ("a government or parliament sits by itself", sits_alone),
    ("it did not come about", lambda match, _: (said := cue(match)) is not None and said.status == "none"),
)

"""Checks: whether a match of a pattern is what its pattern asks for.

A pattern may ask for several people, for an official, for a visit or a course; what it finds may be denied, or tell no
certain meeting.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from archive.reading.matching.matters import is_of_a_matter
from archive.reading.matching.modality import cue, is_a_condition, is_asked
from archive.reading.matching.open_phrases import OPEN_GROUP
from archive.reading.matching.patterns import Match, Pattern
from archive.reading.matching.skeletons import ACTORS, ENCOUNTER
from archive.reading.matching.whereabouts import as_city
from archive.reading.meetings.appeals import calls_for, calls_upon, is_without_faces
from archive.reading.meetings.certainty import (
    is_certain,
    is_drafting,
    is_mere_talk,
    is_numbered,
    is_of_a_new_body,
    is_of_an_instrument,
    is_one,
    is_supposed,
    meet_once,
    opens,
    qualifies_crime,
    says_no_certain_one,
    sits_alone,
)
from archive.reading.meetings.encounters import Encounter, encounter_of
from archive.reading.meetings.in_passing import is_told_in_passing
from archive.reading.meetings.in_person import are_of_two_states, stand_side_by_side
from archive.reading.meetings.lookalikes import (
    addresses_attendees,
    is_led_away,
    is_of_another_verb,
    qualifies_a_name,
    qualifies_a_noun,
)
from archive.reading.meetings.several import are_several, are_speakers, assembles, meet_another, speak_to_others
from archive.reading.meetings.timing import is_of_no_day
from archive.reading.meetings.whom import (
    are_all,
    is_a_state,
    is_delegation,
    is_newsroom,
    is_nobody,
    is_nobody_yet,
    is_shared,
)
from archive.reading.phrases import PhraseKind
from archive.values import MeetingKind

_CAME_ABOUT = re.compile(
    r"\b(?:continu|manag|came|come|arriv|travel|went|flew|gather|conven|pleas|honou?r|privileg"
    r"|opportunity|occasion|used|stop|return|happy|glad|forced|obliged|compelled|had to)",
    re.IGNORECASE,
)


def refusal(match: Match) -> str | None:
    """Why a match is not what its pattern asks for, or is denied; None where it holds."""
    encounter = encounter_of(match)
    return next((each.reason for each in _refusals_of(match.pattern) if each.refuses(match, encounter)), None)


_IS_INSIDE = re.compile(r"\b(?:at|during|in|on|ahead of|before|after|following) (?:the )?$", re.IGNORECASE)


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
    return encounter is not None and (
        _IS_INSIDE.search(match.skeleton.text[: match.places["encounter"][0]]) is not None
    )


def _is_hoped_for(match: Match, _: Encounter | None) -> bool:
    """Whether nobody says that it came about: "asked for leave to meet X"."""
    return match.auxiliaries.endswith("to ") and cue(match) is None and not _CAME_ABOUT.search(match.verbal)


def _is_named_only(match: Match, encounter: Encounter | None) -> bool:
    planned = encounter is not None and (encounter.planned or encounter.proposed)
    return cue(match) is None and not planned


_BE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b")  # "was | organized by"
_FELL_THROUGH = re.compile(
    r"\b(?:not|never) (?:be |been )?(?:held|take|taken|convened)\b|\b(?:cancel\w*|called off|postponed|put off|deferred"
    r"|shelved|withdrawn|suspended|abandoned|fell through|did not)\b",
    re.IGNORECASE,
)


def _fell_through(match: Match, encounter: Encounter | None) -> bool:
    """Whether what was planned was called off: "the visit planned for May was cancelled"."""
    planned = encounter is not None and match.pattern.gives.get("status") == "planned"
    return planned and not _asks("moved", match) and _FELL_THROUGH.search(match.skeleton.text, match.end) is not None


def _is_of_a_matter(match: Match, _: Encounter | None) -> bool:
    """Whether the day or city that a match asks for is of an event that they only talk about."""
    begins, ends = match.start, match.places.get("verb", (0, match.start))[0]
    placed = (match.places[role][0] for role in ("place", "date") if role in match.places)
    return any(is_of_a_matter(match.skeleton.text, begins, ends, at) for at in placed)


# "The seminar | in L | was opened by P"
_IS_A_MEETING = re.compile(rf"{ENCOUNTER}[^,;:{ACTORS}]{{0,60}}$")


def _came_from_them(match: Match, _: Encounter | None) -> bool:
    """Whether somebody only got something: "had received from X", not "received X"."""
    return match.skeleton.text.startswith(" from ", match.places.get("verb", (0, 0))[1])


class Refusal(NamedTuple):
    """Why a match is refused: the reason as a reader of the text would say it, and the check.

    ``asked``: only a match whose pattern asks for it is checked. ``denies``: the text denies, doubts or recasts the
    meeting itself, so that it is not told in passing either.
    """

    reason: str
    refuses: Callable[[Match, Encounter | None], bool]
    asked: str | None = None
    denies: bool = False


# The first that is true decides.
_REFUSALS = (
    Refusal("the words deny the meeting", lambda _, encounter: encounter is not None and encounter.denied, denies=True),
    Refusal("the noun is of another kind of meeting", _is_of_another_kind),
    Refusal("the noun stands before it", lambda _, encounter: not (encounter and encounter.short), asked="short"),
    Refusal("people in general meet now and then", lambda match, _: not meet_once(match), asked="named_people"),
    Refusal("it takes more than one to meet", lambda match, _: not are_several(match), asked="several"),
    Refusal("they spoke, and not with each other", speak_to_others, asked="several"),
    Refusal(
        "several meetings are named, and not which",
        lambda _, encounter: encounter is not None and encounter.many,
        asked="attends",
    ),
    Refusal(
        "the noun alone tells no certain meeting",
        lambda _, encounter: encounter is not None and not is_certain(encounter),
        asked="indefinite",
    ),
    Refusal(
        "the negotiations are work on an instrument",
        lambda match, encounter: encounter is not None and is_drafting(match, encounter),
        asked="bare",
        denies=True,
    ),
    Refusal("the meeting is only where something else happened", _is_setting, asked="object"),
    Refusal("it has no number", lambda match, each: not (each and is_numbered(match, each)), asked="nth"),
    Refusal("the verb is that of an instrument", is_of_an_instrument),
    Refusal("the verb only helps another one", is_of_another_verb),
    Refusal("somebody is led away, not shown round", is_led_away),
    Refusal("what is chaired is only set up", is_of_a_new_body),
    Refusal("the verb only qualifies a noun", qualifies_crime),
    Refusal("a body that does not assemble", lambda match, _: not assembles(match), asked="assembles"),
    Refusal(
        "somebody else is meant than those who met",
        lambda match, _: any(each.rule != OPEN_GROUP for each in match.phrases("all")),
        asked="open",
    ),
    Refusal("nobody is named whom one met", lambda match, _: "whom" in match.places and is_nobody(match)),
    Refusal("talk in general, not a meeting", is_mere_talk, denies=True),
    Refusal(
        "the words tell no certain meeting",
        lambda match, encounter: not (is_told_in_passing if _asks("passing", match) else is_one)(match, encounter),
        asked="fallback",
    ),
    Refusal("a newsroom asks those whom it meets", lambda match, _: is_newsroom(match), denies=True),
    Refusal("somebody only calls on others", lambda match, _: calls_for(match)),
    Refusal(
        "it is only supposed",
        lambda match, _: not _asks("certain", match) and is_supposed(match),
        asked="carried",
        denies=True,
    ),
    Refusal(
        "the name of a state only qualifies a noun",
        lambda match, _: (
            ("whom" in match.places and qualifies_a_noun(match.skeleton, match.places["whom"]))
            or ("state" in match.places and qualifies_a_name(match.skeleton, match.places["state"]))
        ),
    ),
    Refusal("who says 'we' tells of no certain meeting", says_no_certain_one),
    Refusal("it is asked or hoped for, not told", _is_hoped_for, denies=True),
    Refusal(
        "the guest is nobody in particular",
        lambda match, _: all(is_nobody_yet(match, phrase) for phrase in match.phrases("whom")),
        asked="guest",
    ),
    Refusal(
        "not a delegation, whose stay is a visit",
        lambda match, _: not is_delegation(match),
        asked="delegates",
    ),
    Refusal(
        "the host is no city",
        lambda match, _: not all(each.place or as_city(match.skeleton, each) for each in match.phrases("state")),
        asked="city",
    ),
    Refusal("something came from them", _came_from_them, asked="guest"),
    Refusal("those who attend are greeted, not received", addresses_attendees, asked="guest"),
    Refusal(
        "a body is housed, not received",
        lambda match, _: match.verb == "hosting" and are_all(PhraseKind.ORGANIZATION, match),
        asked="guest",
    ),
    Refusal("the guest is a state", lambda match, _: is_a_state(match), asked="guest"),
    Refusal(
        "the noun is too vague to be planned",
        lambda _, encounter: encounter is not None and encounter.vague,
        asked="status",
    ),
    Refusal(
        "nobody else was met before in the sentence",
        lambda match, _: not meet_another(match),
        asked="another",
    ),
    Refusal("it is no part in a gathering", lambda match, _: not are_speakers(match), asked="speakers"),
    Refusal("no body of several states is there", lambda match, _: not is_shared(match), asked="shared"),
    Refusal("no verb says that it was", lambda match, _: not _BE.search(match.auxiliaries), asked="finite"),
    Refusal("it is an appeal", lambda match, _: calls_upon(match), asked="calls"),
    Refusal("it is asked, not told", lambda match, _: is_asked(match)),
    Refusal("it is a condition", lambda match, _: is_a_condition(match), denies=True),
    Refusal("no person is met", lambda match, _: is_without_faces(match), asked="faces"),
    Refusal(
        "they are not plainly of different states",
        lambda match, _: not stand_side_by_side(match),
        asked="beside_each_other",
    ),
    Refusal("they are not of two states", lambda match, _: not are_of_two_states(match), asked="two_states"),
    Refusal("no day is told", lambda match, _: is_of_no_day(match), asked="by_day"),
    Refusal("the place or day is of what they talk about", _is_of_a_matter, asked="by_day"),
    Refusal(
        "what is named is no body",
        lambda match, _: any(phrase.kind is not PhraseKind.ORGANIZATION for phrase in match.phrases("body")),
    ),
    Refusal("the sentence does not open with it", lambda match, _: not opens(match), asked="start"),
    Refusal("the meeting is named, not told", _is_named_only, asked="nominal"),
    Refusal(
        "what was opened is a meeting",
        lambda match, _: _IS_A_MEETING.search(match.skeleton.text, 0, match.start) is not None,
        asked="thing",
    ),
    Refusal("what was planned was called off", _fell_through, denies=True),
    Refusal("a government or parliament sits by itself", sits_alone, denies=True),
    Refusal(
        "it did not come about",
        lambda match, _: (said := cue(match)) is not None and said.status == "none",
        denies=True,
    ),
)


@cache
def _refusals_of(pattern: Pattern) -> tuple[Refusal, ...]:
    """Why the matches of a pattern may be refused."""
    return tuple(each for each in _REFUSALS if each.asked is None or pattern.gives.get(each.asked))


DENIALS = frozenset(each.reason for each in _REFUSALS if each.denies)

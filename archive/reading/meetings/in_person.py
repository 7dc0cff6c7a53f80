"""In person: what people of different states do with each other and nobody does from afar.

"had a stroll with", "flew over the border with", "found time for an exchange": whatever the verb, officials of two
states who do it together have met, unless it is one of the deeds for which they need not meet. And who talked over a
line only.
"""

import re
from functools import cache

from archive.reading.matching.clauses import country_of, is_shared
from archive.reading.matching.modality import ASIDE, people_before
from archive.reading.matching.open_phrases import OPEN_GROUP, are_of_several_states
from archive.reading.matching.patterns import Match
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import alternatives, load

_A_PAIR = 2
_PEOPLE = (PhraseKind.HOLDER, PhraseKind.DELEGATION)
_TO_COME = r"(?:will|shall|(?:is|are|was|were) (?:due |set |expected |scheduled )?to)(?: also| then| jointly| \w+ly)* "


@cache
def _deed() -> re.Pattern[str]:
    irregular = sorted(form for forms in load("verbs")["irregular"].values() for form in forms[:1])
    return re.compile(rf"\b(?:{_TO_COME}(?P<ahead>[a-z]+)|(?P<done>{'|'.join(irregular)}|[a-z]{{2,}}ed))\b")


@cache
def _from_afar() -> re.Pattern[str]:
    return re.compile(alternatives("meetings", "in_person", "afar"))


@cache
def _talk() -> re.Pattern[str]:
    return re.compile(alternatives("meetings", "in_person", "talk"))


@cache
def _denied() -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('meetings', 'in_person', 'denied')}\b")


def _sets_it(phrase: Phrase) -> bool:
    """Whether a phrase is a city or a day."""
    day = phrase.date is not None and phrase.date.is_day_or_interval
    return day or (phrase.kind is PhraseKind.PLACE and phrase.place is not None)


def _side(annotations: Annotations, phrase: Phrase) -> str | None:
    """The state, or the body of several states, for which somebody acts."""
    state = country_of(annotations, phrase)
    person = annotations.person(phrase.person or "")
    posts = person.appointments if state is None and person else ()
    return state or next((each.office.title for each in posts if is_shared(each)), None)


def _sides(annotations: Annotations, match: Match) -> set[str | None]:
    """The states and bodies for which those act who are named in a match."""
    named = [phrase for role in ("who", "whom") for phrase in match.phrases(role)]
    return {_side(annotations, phrase) for phrase in named if phrase.kind is not PhraseKind.ORGANIZATION}


def are_apart(annotations: Annotations, match: Match) -> bool:
    """Whether several people of different states act together; "the three" may be, where and when it is told first."""
    who = match.phrases("who")
    if who and all(phrase.rule == OPEN_GROUP for phrase in who):
        return any(map(_sets_it, match.skeleton.phrases(0, match.start)))
    if any(are_of_several_states(phrase, match.skeleton.view) for phrase in who):
        return True
    people = [phrase for phrase in who if phrase.person or phrase.kind in _PEOPLE]
    sides = {_side(annotations, phrase) for phrase in people}
    abroad = any(phrase.office and _ENVOY.search(phrase.office.title) for phrase in people)
    return len(sides if abroad else sides - {None}) >= _A_PAIR


_ENVOY = re.compile(
    r"\b(?:ambassador|high commissioner|consul|charg[ée] d'affaires|attach[ée]|nuncio)\b", re.IGNORECASE
)


def stand_side_by_side(match: Match) -> bool:
    """Whether people act together of whom one at least is of a state that the others are not of, as far as is told."""
    people = [phrase for role in ("who", "whom") for phrase in match.phrases(role)]
    if "who" in match.places and people_before(match.skeleton.text, match.places["who"][0]):
        return len({phrase.country for phrase in match.phrases("who")} - {None}) >= _A_PAIR
    people = [phrase for phrase in people if phrase.person or phrase.kind in _PEOPLE]
    states = {phrase.country or (phrase.office.country if phrase.office else None) for phrase in people}
    return len(people) >= _A_PAIR and len(states) >= _A_PAIR


def are_of_two_states(match: Match) -> bool:
    """Whether those who act and those to whom it is done are of different states, bodies among them."""
    sides = [{_state_of(phrase) for phrase in match.phrases(role)} for role in ("who", "whom")]
    return all(sides) and None not in sides[0] | sides[1] and sides[0].isdisjoint(sides[1])


def _state_of(phrase: Phrase) -> str | None:
    """The state of somebody or of a body; of a body of several states its name."""
    body, office = phrase.organization, phrase.office
    shared = body.name if body is not None and body.country is None else None
    return phrase.country or (office.country if office else None) or (body.country if body else None) or shared


def act_in_person(annotations: Annotations, match: Match) -> bool:
    """Whether a match tells of a deed that people of different states do face to face."""
    people = [phrase for role in ("who", "whom") for phrase in match.phrases(role)]
    people = [phrase for phrase in people if phrase.person or phrase.kind in _PEOPLE]
    sides, several = _sides(annotations, match), "whom" not in match.places
    if len(people) < _A_PAIR or len(sides - {None} if several else sides) < _A_PAIR:
        return False
    if several and not any(map(_sets_it, (*match.phrases("place"), *match.phrases("date")))):
        return False
    if "verb" in match.places:
        return True
    said = ASIDE.sub(" ", match.skeleton.small[match.places["who"][1] : match.places.get("whom", (match.end,))[0]])
    deed = _deed().search(said)
    if deed is None or _denied().search(match.skeleton.small, max(0, match.start - 40), match.end):
        return False
    at = deed.start("ahead") if deed["ahead"] else deed.start()
    return _from_afar().match(said, at) is None or (not several and _talk().match(said, at) is not None)


_LINE = re.compile(
    r"\b(?:by|via|over|on) (?:the )?(?:tele)?phone\b|\bvideo ?(?:link|call|conference)|\bvideoconference|\bonline\b"
    r"|\b(?:by|via|over) (?:remote )?video(?! (?:message|address|statement|footage))"
    r"|\b(?:by|via|over|on) (?:zoom|webex|microsoft teams|skype|whatsapp)\b"
    r"|\b(?:secure|encrypted|protected) (?:\w+ )?(?:line|link)\b|\bvirtual (?:means|format|mode)\b",
    re.IGNORECASE,
)
# "met X to discuss | hearings by video link", "met X and | they agreed that witnesses may speak by video"
_MATTER_OF_A_LINE = re.compile(
    r"\b(?:agreed|decided|proposed|suggested|requested|that|which|who|may|would|could|will|should)\b|;"
    r"|\b(?:hearings?|evidence|testi\w+|interviews?|questioning|examination|interrogations?|trials?|statements?"
    r"|witness(?:es)?|proceedings?|training|courses?|fraud|crimes?|abuse|exploitation|gambling|scams?)"
    r"(?: of [^,.;]{1,40})? $"
)


def was_over_a_line(match: Match) -> bool:
    """Whether people talked over a line; not where they only spoke of what others will do over one."""
    text = match.skeleton.text
    found = _LINE.search(text, match.start)
    return found is not None and _MATTER_OF_A_LINE.search(ASIDE.sub("", text[match.end : found.start()])) is None

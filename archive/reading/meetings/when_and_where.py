"""When and where a match tells that a meeting was: the day and city before its noun, those it asks for, or nearby."""

import re
from dataclasses import replace

from archive.reading.matching.attributions import SAID_THAT
from archive.reading.matching.clauses import date_of
from archive.reading.matching.patterns import Match
from archive.reading.matching.pointing import new_day
from archive.reading.matching.skeletons import ENCOUNTER, SYMBOLS, Skeleton
from archive.reading.matching.whereabouts import as_city, is_city, place_of
from archive.reading.meetings.timing import all_days
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import PartialDate

# Elsewhere a day that stands before a meeting which is only mentioned is of another event.
_AT_IT = re.compile(
    rf"\b(?:at|during|(?:margins|sidelines|fringes) of) (?:the )?$|^(?:[Ii]n |[Oo]n )?{SYMBOLS[PhraseKind.DATE]},? $",
    re.IGNORECASE,
)
_NEAR = 60  # letters
_FROM = re.compile(rf"\bfrom {SYMBOLS[PhraseKind.DATE]}$")
# "the D | summit", "D's Iraqi and Syrian | talks"
_DAY = re.compile(rf"{SYMBOLS[PhraseKind.DATE]}(?: |'s (?:[^\s,;:.]+ ){{0,3}})$")
_CITY = re.compile(
    r"(?:^|(?<!lines of )(?<!gins of )(?<!nges of )\b(?:[Aa]n?|[Tt]he|[Tt]his|[Tt]hat|[Tt]heir|last|next) )"
    rf"({SYMBOLS[PhraseKind.PLACE]}) $"
)

_PROMISED = re.compile(
    r"\b(?:agreed|promised|pledged|undertook|vowed|decided|resolved|announced|offered|proposed|asked|requested|accepted"
    r"|declared|refused)\b.*\bto $"
)


_DATE = SYMBOLS[PhraseKind.DATE]
# "returned on Monday from Lima, where | he met Q"
_RETURNED = re.compile(r"\b(?:returned|returns|(?:came|flew) (?:back|home)|(?:is|was) back)\b[^.;:]{0,80}, where $")
# "invited P on Monday | to visit Lima", "accepted on Monday an invitation | to visit Lima"
_INVITED = re.compile(
    rf"\b(?:invited|(?:accepted|extended|received|renewed)[^.;:]* invitation)\b[^.;:{ENCOUNTER}]*? to "
)
# "confirmed on Monday | her visit", "proposed on Monday | a meeting"
_ANNOUNCED = re.compile(
    r"\b(?:announced|confirmed|proposed|suggested|offered|requested|accepted|welcomed|cancel+ed|postponed)"
    rf"(?: late| early)?(?: on| in)? [{_DATE}],? (?:(?:the|h(?:is|er)|their|its|[^\s\w]|\S+'s) )?"
    r"(?:(?!(?:at|in|on|to|of|after|during|with|for)\b)[\w-]+ ){0,2}$"
)


def _begins(match: Match) -> int | None:
    """Where the words begin of what somebody only promised or announced; what stands before is told of the promise.

    "promised in Oslo on Monday | to meet again in Lima".
    """
    if "aux" in match.places and _PROMISED.search(match.verbal):
        return match.places["aux"][1]
    text = match.skeleton.text
    if SAID_THAT.search(text, 0, match.start) or _RETURNED.search(text, 0, match.start):
        return match.start
    noun = match.places.get("encounter", (match.start, 0))[0]
    goes = match.pattern.gives.get("kind") == "visit"
    found = _ANNOUNCED.search(text, 0, noun) or (_INVITED.search(text, 0, match.end) if goes else None)
    return found.end() if found and found.end() > match.start else None


# "toured the prison, | where a man was tried in Lima in 2020", "toured the prison, | where a man died, | in Lima"
_HISTORY = re.compile(
    r",? (?:(?:in|at|from|under|to|for|by) which|where)\b(?! (?:they|both|the two)\b)"
    rf"(?:[^,;:]*(?=,(?: (?:in|on|at))? [{SYMBOLS[PhraseKind.PLACE]}{_DATE}])|.*)"
)


def _without_history(match: Match) -> Match:
    """A match that ends where words begin of what else was at the place that somebody visited."""
    if not (match.pattern.gives.get("site") or match.pattern.gives.get("in_person")) or "who" not in match.places:
        return match
    found = _HISTORY.search(match.skeleton.text, match.places["who"][1])
    for role in ("place", "date"):
        if found and role in match.places and found.start() < match.places[role][0] < found.end():
            match = replace(match.without(role), end=found.start())
    return match


def date_told(folded: Skeleton, match: Match) -> PartialDate | None:
    """When it was: on the day before its noun, the one that the pattern asks for, or one nearby."""
    match = _without_history(match)
    told = next((phrase.date for phrase in match.phrases("date") if phrase.date), None)
    placed = match.pattern.gives.get("placed") and not _AT_IT.search(folded.text[: match.start])
    begins = _begins(match)
    start = match.start if begins is None else begins
    own = (start, len(folded.text)) if placed or begins is not None else None
    before = _date_before(folded, match) if begins is None else None
    date = before or told or date_of(folded, start, match.end, within=own)
    if date and match.pattern.gives.get("moved") and _FROM.search(match.skeleton.small, match.start, match.end):
        return new_day(date)
    return date and all_days(folded, match, date)


def place_told(folded: Skeleton, match: Match, *, goes: bool) -> Phrase | None:
    """Where it was: the place that the pattern asks for, the city before its noun, or one nearby."""
    match = _without_history(match)
    in_state = match.pattern.gives.get("city") or match.pattern.gives.get("placed")
    named = next(iter(match.phrases("state" if in_state else "place")), None)
    if in_state and named is not None and named.kind is PhraseKind.COUNTRY and not is_city(named):
        named = as_city(folded, named) if match.pattern.gives.get("city") else None
    named = named or _city_before(folded, match)
    begins = _begins(match)
    start = match.start if begins is None else begins
    near = place_of(folded, start, match.end, goes=goes, alone=begins is not None)
    venue = named is not None and named.kind in (PhraseKind.ORGANIZATION, PhraseKind.COUNTRY)
    return near if named is None or (venue and near is not None) else named


def _date_before(folded: Skeleton, match: Match) -> PartialDate | None:
    """The date that qualifies the noun: "the 21 May summit"."""
    phrase = _before(folded, match, _DAY)
    return phrase.date if phrase else None


def _city_before(folded: Skeleton, match: Match) -> Phrase | None:
    """The city that qualifies the noun: "the Lima talks"."""
    return _before(folded, match, _CITY)


def _before(folded: Skeleton, match: Match, pattern: re.Pattern[str]) -> Phrase | None:
    """The phrase that a pattern finds before the noun of a meeting."""
    if "encounter" not in match.places:
        return None
    start = match.places["encounter"][0]
    found = pattern.search(folded.text, max(0, start - _NEAR), start)
    fold = folded.fold_at(found.start(1) if found.re.groups else found.start()) if found else None
    return fold.payload if fold and isinstance(fold.payload, Phrase) else None

"""Settings: what opens a sentence before its subject: "During a visit to C, | the Minister met P"."""

import re
from dataclasses import replace

from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, PERSONS, SYMBOLS
from archive.reading.phrases import PhraseKind

_SETTING = re.compile(r"(?:^|[ (])(?:in|at|from) (?:the )?$", re.IGNORECASE)
# "The comptrollers of | Fiji and Tonga, | A and B, will"
_POSTS_OF = re.compile(r"s (?:[\w'-]+ ){0,2}?(?:of|for|from) (?:the )?$")
_STATE, _GROUP = SYMBOLS[PhraseKind.COUNTRY], SYMBOLS[PhraseKind.GROUP]
_STATES_THEN_PEOPLE = re.compile(rf"[{_GROUP}{_STATE}](?:(?:,|,? and) (?:the )?{_STATE})*, (?=[{_GROUP}{PERSONS}])")
# "At the invitation of the Government of | C, | the G met"
_OPENS = (
    r"At|On|In(?! addition\b)|During|Under|Following|After|Upon|Within|By|Before|With the \w+|As|Accepting|While"
    r"|Concluding|Ending|Prior to|Ahead of"
)
_OPENING = re.compile(
    rf"(?:^|\. )(?:(?:{_OPENS}) [^,;:]{{1,100}}\b(?:of|from|by|with|in|to)|(?:Invited|Hosted) by) (?:the )?$"
)
_BODY = SYMBOLS[PhraseKind.ORGANIZATION]
_THEN_PEOPLE = re.compile(
    rf"(?:[{_STATE}{_GROUP}](?:(?:,|,? and) (?:the )?{_STATE})*|{_BODY}(?:(?:,|,? and) (?:the )?{_BODY})*), (?:the )?"
    rf"(?=[{_GROUP}{SYMBOLS[PhraseKind.DELEGATION]}{PERSONS}])"
)
# "At the invitation of | P, | P visited L", "Accompanied by | P, | P met"
_INVITATION = re.compile(
    r"\b(?:[Aa]t|[Oo]n|[Uu]pon|[Ff]ollowing|[Bb]y) (?:the |an )?(?:\w+ )?invitation (?:of|from|by) (?:the )?$"
    r"|^(?:Accompanied|Flanked|Joined|Escorted|Assisted) by (?:the )?$"
)
_THEN_THE_INVITED = re.compile(rf"[{PERSONS}](?: and (?:the )?[{PERSONS}])?, (?:the )?(?=[{ACTORS}])")
_BEHIND_IT = re.compile(rf"[{SYMBOLS[PhraseKind.COUNTRY]}{SYMBOLS[PhraseKind.ORGANIZATION]}], (?:the )?(?=[{ACTORS}])")


def behind_its_setting(match: Match) -> Match:
    """A match without the state or body in which it happened: "While in Chile, | the delegation met P"."""
    text = match.skeleton.text
    role = next((role for role in ("who", "host") if match.places.get(role, (-1, 0))[0] == match.start), None)
    if role is None:
        return match
    start, end = match.places[role]
    setting = None
    if _SETTING.search(text, max(0, start - 10), start):
        setting = _BEHIND_IT.match(text, start, end)
    elif _POSTS_OF.search(text, max(0, start - 40), start):
        setting = _STATES_THEN_PEOPLE.match(text, start, end)
    if setting is None and _OPENING.search(text, 0, start):
        setting = _THEN_PEOPLE.match(text, start, end)
    if setting is None and _INVITATION.search(text, 0, start):
        setting = _THEN_THE_INVITED.match(text, start, end)
    if setting is None:
        return match
    return replace(match, start=setting.end(), places={**match.places, role: (setting.end(), end)})

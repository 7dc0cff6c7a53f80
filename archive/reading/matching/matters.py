"""Matters: the event that people only talk about. Its place and day are not those of the meeting at which they do.

"discussed plans for a conference in Cusco in July", "met to prepare the President's visit to Lima in May".
"""

import re

from archive.reading.matching.skeletons import ENCOUNTER, INSTRUMENT, SYMBOLS
from archive.reading.phrases import PhraseKind

_EVENT = (
    rf"(?P<event>{ENCOUNTER}|(?<!during )\b(?:visits?|trips?|travel(?:s|led|ling)?|journey|stay|training|exercises?"
    r"|hearings?|ceremony|exhibition|celebrations?|missions?|elections?|games)\b)"
)
# What is put forward, made ready or reported: of the event behind it.
_PLANS = (
    r"(?:(?<!part of the )(?:plans?|preparations?|preparatory work|arrangements?|logistics|modalities"
    r"|(?:practical |organi[sz]ational )(?:details|aspects|matters|issues)|timetables?|schedules?)"
    r"|(?<!at the )(?<!on the )(?<!to an )(?<!on an )(?<!with an )(?<!at his )(?<!at her )(?<!at its )(?<!at their )"
    r"(?:ideas?|proposals?|suggestions?|requests?|invitations?|offers?|possibility|prospects?|initiatives?|wish)"
    r"|(?<!according to the )(?<!presentation of the )(?:reports?|results|outcomes?|conclusions|findings|follow-up)"
    r"|(?:holding|hosting|staging|organi[sz]ation|organi[sz]ing|convening|convocation|timing|dates?|venue|agenda))"
    r" (?:for|of|to|on|about|from|that|towards?)\b"
)
# "discussed the summit", "met to prepare the visit": the event is what they talk about.
_ABOUT = (
    r"(?:discuss(?:ed|es|ing)?|(?:talk(?:ed|s|ing)?|spoke|speak(?:s|ing)?) about|to prepare(?: for)?|to plan|to arrange"
    r"|to organi[sz]e|review(?:ed|ing)?|went over|exchanged views on|touched (?:up)?on)"
)
# "at talks", "during their visit": where they talk
_HERE = (
    r"(?:at|during|amid|while|when|as|after|before|ahead|following|whom|with|held|took|hosted|margins|sidelines|eve"
    rf"|on(?= {ENCOUNTER})|on (?:an?|his|her|their|its))\b"
)
_BETWEEN = rf"(?: (?!{_HERE})[^\s;:.,{ENCOUNTER}{INSTRUMENT}]+){{0,8}}? "
_PLACED = f"[{SYMBOLS[PhraseKind.PLACE]}{SYMBOLS[PhraseKind.COUNTRY]}{SYMBOLS[PhraseKind.DATE]}]"
_NEAR = rf"(?:,? {_PLACED},?| (?!{_HERE})[^\s;:,{ENCOUNTER}]+){{0,9}}? $"
_MATTER = re.compile(rf"\b(?:{_PLANS}|{_ABOUT}){_BETWEEN}{_EVENT}{_NEAR}", re.IGNORECASE)


def is_of_a_matter(text: str, start: int, end: int, at: int) -> bool:
    """Whether a place or day at ``at`` is that of an event of which the match at ``start`` .. ``end`` only talks."""
    found = _MATTER.search(text, start, at)
    return found is not None and found.start("event") >= end

"""Attributions: who says what a sentence opens with: "The treaty is ready, P told reporters on D | after M"."""

import re

from archive.reading.matching.skeletons import ACTORS, SYMBOLS
from archive.reading.phrases import PhraseKind

_DATE, _PLACE = SYMBOLS[PhraseKind.DATE], SYMBOLS[PhraseKind.PLACE]
_SAYS = (
    rf"(?:said|says|told(?: (?:reporters|journalists|the (?:press|media)|a (?:news|press) conference|[{ACTORS}]))?"
    r"|announced|stated|declared|added|stressed)"
)
_THERE = rf"(?:,? (?:in|at)(?: the)? {_PLACE},?)?"
_THEN = rf"(?:,? (?:late |early )?(?:on |in )?(?:the )?{_DATE}| today| yesterday)?"
# Who says it, up to the meeting after which it is said, with or without the word that leads to it.
SAYS_AFTER = re.compile(
    rf"[,\"”’] (?:the )?(?P<who>[{ACTORS}](?:,? and (?:the )?[{ACTORS}])?)(?:, [^,;:]{{1,60}},)?(?: also| later)?"
    rf" {_SAYS}{_THERE}{_THEN}{_THERE},?(?: shortly| immediately| right| just)?"
    r"(?: (?:after|following|at the end of)(?: the| an?| their| his| her)?)? $"
)
# The day on which somebody speaks after a meeting is the day of the meeting: "told reporters on | D after M".
SAYS_ON = re.compile(rf"\b{_SAYS}{_THERE}(?: late| early)?(?: on)?(?: the)? $")
# The day on which somebody says something is not that of what is said: "said on D that | P would meet Q".
SAID_THAT = re.compile(
    r"\b(?:said|says|told|announced|announces|stated|declared|added|confirmed|reported|disclosed|revealed|wrote)\b"
    r"[^.;:]{0,80} that (?:the |an? |his |her |their |its )?$"
)

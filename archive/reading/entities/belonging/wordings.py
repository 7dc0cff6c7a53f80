"""Wordings by which the parts of this folder tell whose people are: made of ``vocabulary/sides.toml``."""

import re

from archive.reading.vocabulary import alternatives

_MEETS = rf"{alternatives('sides', 'meets')}|{alternatives('sides', 'tells')}"
_MEETINGS = rf"{_MEETS}|{alternatives('sides', 'meetings')}"
# Whom the people of a state meet is not of it, and of that in which they meet him; with whom they deal, more widely.
MEETS = re.compile(rf"\b(?:{_MEETS})\b")
MET_THERE = re.compile(rf"\b(?:{alternatives('sides', 'meets')}|{alternatives('sides', 'meetings')})\b")
MEETINGS = re.compile(rf"\b(?:{_MEETINGS})\b")
DEALS = re.compile(rf"\b(?:{_MEETINGS}|{alternatives('sides', 'deals')})\b")

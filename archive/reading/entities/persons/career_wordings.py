"""The words by which a text says that somebody comes to an office, holds it or leaves it: patterns over the words
between a name and an office, made of ``vocabulary/careers.toml``.

In these words "@" stands for another person, "O" for a body, "F" for an office, "d" for a date.
"""

import re
from functools import cache

from archive.reading.vocabulary import load

# What may open the words of an office: "as |its new| director", "the country's |youngest| judge".
_NO_OPENING = "to|of|by|with|for|from|in|at|on|and|as|that|who|the|you|him|her|them|us|me|it|not|[a-z]+ing"
OPENING = (
    r"(?:(?:the|a|an|its|their|his|her|our|one of (?:the|its)) )?(?:[a-z]+'s )?"
    rf"(?:(?!(?:{_NO_OPENING}) )[a-z][a-z-]* ){{0,3}}"
)
_ASIDE = r"(?:,? [A-Z]{2,4}(?= ))?(?: ?\([^()]{1,40}\))?(?:,? (?!as )[^,;:@F]{1,45},)?"
_WHEN = r"(?: (?!as )[^,;:]{1,60})?"


def _one(key: str) -> str:
    """One of the words of a list of the vocabulary, the longest first."""
    return f"(?:{'|'.join(sorted(load('careers')[key], key=len, reverse=True))})"


@cache
def tellings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The rules for the words between somebody and his office, each with its name."""
    lead = rf"(?:{_ASIDE},?(?:,? {_one('adverbs')}| {_one('auxiliaries')}){{0,6}},?)"
    post = rf"(?:the |a |his |her )?(?:[a-z]+ )?{_one('post')} (?:of|as)"
    capacity = rf"in (?:his|her|their|the) (?:[a-z]+ )?{_one('capacities')} (?:as|of)"
    found = {
        "follows-as-office": rf"{lead} {_one('follows')} @{_WHEN} as {OPENING}",
        "made-an-office": rf"{lead} (?:{_one('done')}(?:{_WHEN} as)?|{_one('done_as')}{_WHEN} as) {OPENING}",
        "acts-as-office": rf"{lead} {_one('does_as')}{_WHEN} as {OPENING}",
        "becomes-office": rf"{lead} {_one('being')}(?:,? {_one('adverbs')},?)? {OPENING}",
        "takes-the-post": rf"{lead} {_one('posts')} {post} {OPENING}",
        "held-until": (
            rf"(?:,? [A-Z]{{2,4}})?,? (?:and )?(?:until(?: now| recently| then| last [\w ]{{3,14}}| d)?|once|formerly"
            rf"|previously|later|at the time|since d),? {OPENING}"
        ),
        "in-his-time": rf"(?:'s?|,? whose) (?:[\w-]+ ){{1,4}}as {OPENING}",
        "in-the-capacity": rf"{_ASIDE},? (?:[a-z]+ ){{0,2}}{capacity} {OPENING}",
    }
    return tuple((name, re.compile(pattern)) for name, pattern in found.items())


@cache
def own() -> re.Pattern[str]:
    """What is somebody's own: "X met Y on his first visit as Minister", but "congratulated Y on his election as"."""
    return re.compile(rf"\b{_one('own')} as ")


@cache
def giving() -> re.Pattern[str]:
    """What stands before somebody who is given an office: "they elected |X President"."""
    return re.compile(rf"\b{_one('gives')} (?:the )?\Z")


@cache
def following() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands between two of whom one follows the other: "X succeeds Y", "Y was succeeded by X"."""
    helpers = rf"{_ASIDE},?(?: (?:{_one('auxiliaries')}|{_one('adverbs')})){{0,4}}"
    return re.compile(rf"{helpers} {_one('follows')} "), re.compile(rf"{helpers} {_one('followed_by')} ")


_TO = "as|to be|to serve as|to act as|to become|to the (?:post|office|position|rank|bench) (?:of|as)"
GIVEN = re.compile(rf"(?:,? [A-Z]{{2,4}}(?= as ))?(?:{_ASIDE}(?=,? as ))?,? (?:(?:{_TO}) )?{OPENING}")
BARE = re.compile(r" ?")
# "the new director |is| X", and what stands before such an office.
OFFICE_IS = re.compile(
    r"(?: \([^()]{1,30}\))?,? (?:(?:now|currently|then) )?(?:is|was|are|were|remains|went to|goes to)(?: now)? "
)
DEFINITE = re.compile(r"(?:\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur)|'s|[Ee]lected as) (?:[a-z-]+ ){0,2}\Z")
# A second office of one: "was a judge in Tartu |and is now| Ambassador".
_SINCE = r"(?: \(?(?:from |since |until |in |between )?[d\d][\w –-]{0,30}\)?)?"
_BEING = (
    "then|later|since|now|since d|in d|from d|until d|is|was|as|becoming|became|being|serving as|served as|has been"
    "|before that|also"
)
THEN = re.compile(
    rf"(?: (?:in|at|of|for) [A-Z][\w-]+(?: [A-Z][\w-]+)?)?{_SINCE}"
    rf"(?:,? (?:and|then|later|before|after|but)(?:,? (?:{_BEING}),?){{0,4}}|,(?<=[d\d],)(?: and)?) {OPENING}"
)
# "@ was elected President |and| @ Vice-President".
AND_ANOTHER = re.compile(r"(?: of [\w' ]{2,30})?(?:,|,? and|;|; and|,? while|,? with) (?:H )?")
BY = re.compile(r" by ")
REPLACED = re.compile(r"\b(?:replaced|succeeded|relieved) (?:\w+ )?as\b")
# "will become", "is to be sworn in as": nobody holds the office yet; but "will be replaced as director".
NOT_YET = re.compile(
    r"\b(?:will|shall|may|due|set|expected|slated|scheduled|is|are)"
    r"(?: (?:soon|also|then|later|formally|officially|d|on d|to)){0,3} (?:become"
    r"|take (?:over|up|office|the oath)|assume|succeed|replace"
    r"|be(?! (?:replaced|succeeded|removed|dismissed|relieved|suspended|followed|recogni[sz]ed)))\b"
)
# What says that somebody comes to an office, so that who is replaced left it.
COMING = frozenset(("made-an-office", "given-the-office", "takes-the-post"))
FROM = re.compile(r",? from (?:the |his predecessor,? |her predecessor,? )?")
TAKEN_OVER = re.compile(r"\b(?:t(?:ook|akes?|aken|aking) over|inherit\w*|assumed?|assumes)\b")
NEW = re.compile(r"\b(?:new|newly[ -](?:appointed|elected|installed|nominated|accredited)|incoming) \Z")
COMES = re.compile(r"\b(?:appointed|elected|named|sworn|becom\w+|became|takes? over|took over|will be|is to be|new)\b")
WHOSE = re.compile(rf" (?:[\w-]+ ){{1,4}}as {OPENING}")  # "on his first visit as"
# "X, |interim director| since 2022"
IN_APPOSITION = re.compile(r", (?:an? )?")
DURING = re.compile(r" (?:since|until|from \d{4}|between \d{4}|for \w+ years|at the time)\b")
ROW = re.compile(r",?(?: and)? ")  # between the names of a row

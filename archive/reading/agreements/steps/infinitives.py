"""Infinitives: what "to sign" tells, by the words that govern it.

Who met to sign, or was the first to sign, signed; who agreed, was authorised or had hoped to sign did not yet. The day
and the place before "to sign" are those of the agreeing: "agreed in Lima on Monday | to sign a treaty in June".
"""

import re
from functools import cache

from archive.reading.matching.patterns import Match
from archive.reading.vocabulary import alternatives

_INFINITIVE = re.compile(r"\b[Tt]o (?:(?:\w+ly|be|also|then|jointly|finally|together) )*$")
_CLAUSE = 200  # letters in which the words are that govern it
_BREAK = re.compile(r"[;:?!] |\. ")
# "met in Lima | and asked the heads of both services"
_ANOTHER_VERB = re.compile(
    r"(?:,? (?:who|which|where|but)|\band) (?!(?:the|an?|his|her|its|their|both|at|by|in|on|then) )[a-z]"
)
_NOT_YET = re.compile(
    r"\b(?:to|will|would|should|could|may|might|shall|must|not|never)(?: \w+ly)? $"
)  # "agreed to | meet"


@cache
def _words(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternatives('agreements', 'words', key)}\b", re.IGNORECASE)


def is_infinitive(match: Match) -> bool:
    """Whether a match rests on "to sign", "to be signed"."""
    return _INFINITIVE.search(match.auxiliaries) is not None


def is_done(match: Match) -> bool:
    """Whether the words that govern "to sign" tell that it is signed: "met in Lima to sign", "the first to sign"."""
    before = _governing(match)
    done = _last("done_to", before)
    if done < 0 or _NOT_YET.search(before, 0, _last("done_to", before, begins=True)):
        return False
    return done > max(_last("resolved_to", before), _last("asked_to", before)) and not _ANOTHER_VERB.search(
        before, done
    )


def is_asked_for(match: Match) -> bool:
    """Whether somebody is only asked to sign: "was invited in March to sign S"."""
    before = _governing(match)
    return _last("asked_to", before) > max(_last(key, before) for key in ("resolved_to", "due_to", "done_to"))


def is_resolved(match: Match) -> bool:
    """Whether somebody resolves or is told to sign: the words between say when and where they did that."""
    before = _governing(match) if is_infinitive(match) else ""
    return _last("resolved_to", before) > max(_last(key, before) for key in ("asked_to", "due_to", "done_to"))


def _last(key: str, before: str, *, begins: bool = False) -> int:
    """Where the last of some words ends, or begins; -1 where there is none."""
    found = max(_words(key).finditer(before), key=lambda each: each.start(), default=None)
    return -1 if found is None else found.start() if begins else found.end()


def _governing(match: Match) -> str:
    """The words of the sentence before "to sign", as far as one clause may reach."""
    text, verb = match.skeleton.text, match.places["verb"][0]
    found = _INFINITIVE.search(text, max(0, verb - 60), verb)
    end = found.start() if found else verb
    start = max(0, end - _CLAUSE)
    return text[max((found.end() for found in _BREAK.finditer(text, start, end)), default=start) : end].rstrip()

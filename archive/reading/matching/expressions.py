"""From a line of a vocabulary to a regular expression: what the parts of a pattern stand for.

`archive.reading.matching.patterns` says how a line is written. All gaps are bounded, so a match takes time linear in
the sentence.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from archive.reading.matching.skeletons import ACTORS, ENCOUNTER, INSTRUMENT, PERSONS, QUOTED, SYMBOLS
from archive.reading.matching.triggers import (
    KEY_SYMBOLS,
    STEM,
    factored,
    forms_of,
    required_choices,
    small,
    sure_words,
    telling_words,
)
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load

PLACES = "".join(SYMBOLS[kind] for kind in (PhraseKind.PLACE, PhraseKind.COUNTRY, PhraseKind.ORGANIZATION))

_DATES = SYMBOLS[PhraseKind.DATE]

_ADJUNCTS = SYMBOLS[PhraseKind.PLACE] + _DATES


# What a role may be; a role that is not named here is any actor.
_ROLES: dict[str, str] = {
    "instrument": INSTRUMENT,
    "encounter": ENCOUNTER,
    "place": PLACES,
    "date": _DATES,
    "person": PERSONS + SYMBOLS[PhraseKind.GROUP],
    "state": SYMBOLS[PhraseKind.COUNTRY] + SYMBOLS[PhraseKind.PLACE],
    "body": SYMBOLS[PhraseKind.ORGANIZATION] + SYMBOLS[PhraseKind.GROUP],
    "quoted": QUOTED,
}

_FROM = rf"(?:,? from (?:the )?[{SYMBOLS[PhraseKind.COUNTRY]}],)?"

_AND = (
    r"(?:and|&|as well as|together with|along with|accompanied by|headed by|led by"
    r"|consisting of|composed of|made up of|comprising|including)"
)

# "met P and, separately, Q"
_LATER = r"(?:,? (?:also|then|later|subsequently|afterwards|finally|separately),?){0,2}"
_JOINED = rf",? {_AND}{_FROM}{_LATER} (?:(?:with|the|his|her|by) ){{0,2}}|,{_FROM} "


# "the delegations of A (headed by B) and C"
_BESIDE = (
    r"(?: \((?!(?:and|with|by|in|on|at)\b)[^()]{1,80}\)(?=,? (?:and|&|as well as)\b|,))?"
    r"(?:,? (?:kc|qc|sc|san|mp|mep|obe|mbe|cbe|kcmg|esq\.?|phd|ph\.d\.?|llm|jp)\b)?"
    rf"(?: \((?:(?:headed|led|represented) by )?(?:the )?[{ACTORS}]\)"
    rf"|, represented by (?:the |its )?[{ACTORS}](?=,? (?:and|met|signed|concluded)|[.,;]|$))?"
)

# Between two parts of a pattern: a space, after a comma, bracket or short form ("we'll") at most.
_BREAK = r"[)]?,?(?:\'(?:s|ve|ll|re|m|d))? (?:[(–-] ?)?"

_UNOWNED = (
    r"(?!'s?\b|'|-\w)"  # what stands at the end of a pattern owns nothing: "welcomed P", not "welcomed P's decision"
)

_SIDE_DEPTH = 3

OWNER = rf"{SYMBOLS[PhraseKind.PRONOUN]}(?= [{ACTORS}])"  # "its" director

_TOKEN = re.compile(r"\{(\w+)\}|\[(\w+)\]|<(\w+)>|(\.{3,4})|(\.\.|~)|( )|([^{\[<. ~]+|.)")


def expression(pattern: str, data: Mapping[str, Any]) -> str:
    """A pattern as a regular expression over small letters; ``data`` has the verbs and classes that it names."""
    parts: list[str] = []
    verbs = 0
    for role, verb, words, wide, narrow, space, literal in _TOKEN.findall(pattern):
        if role:
            parts.append(_role(role, _sides() if parts else ""))
        elif verb:
            verbs += 1
            parts.append(_verb(data["verbs"][verb], "" if verbs == 1 else str(verbs)))
        elif words:
            parts.append(f"(?:{factored(data['classes'][words], small)})")
        elif wide:
            parts.append(
                rf"(?:[^\s;{ENCOUNTER}]+ ){{0,50}}?" if len(wide) == 4 else rf"(?:[^\s\";{INSTRUMENT}]+ ){{0,14}}?"
            )
        elif narrow == "~":
            parts.append(_adverbials())
        elif narrow:
            parts.append(rf"(?:[^\s\";{ACTORS}{INSTRUMENT}{ENCOUNTER}]+ ){{0,8}}?")
        elif space:
            parts.append("" if parts and parts[-1].endswith("}?") else _BREAK)
        else:
            parts.append(small(literal))
    ending = _UNOWNED if pattern.endswith("}") else ""
    return _at_a_word("".join(parts) + ending)


_EITHER = re.compile(r"(?:^|(?<= ))\(\{(place|date|state)\}\|\{(place|date|state)\}\)(?= |$)")  # outside of options


def needs(pattern: str, data: Mapping[str, Any]) -> tuple[tuple[frozenset[str], ...], int]:
    """For each part of a pattern that must be there, the words or symbols of which a sentence then has one.

    And how many actors it has at least.
    """
    found = [*map(frozenset, required_choices(pattern))]
    found += [frozenset(_ROLES[one] + _ROLES[other]) for one, other in _EITHER.findall(pattern)]
    previous = ""
    while pattern != previous:
        previous, pattern = pattern, re.sub(r"\([^()]*\)\??", " ", pattern)
    actors = 0
    for part in _TOKEN.finditer(pattern):
        role, verb, words, *_, literal = (group or "" for group in part.groups())
        if verb:
            found.append(frozenset(word for form in forms_of(data["verbs"][verb]) for word in telling_words(form)))
        elif words:
            ends = not pattern.startswith(" ", part.end())
            sure = (word for form in data["classes"][words] for word in sure_words(form, ends=ends))
            found.append(frozenset(sure))
        elif role:
            found += [frozenset(_ROLES[role])] if role in _ROLES else []
            actors += role not in ("instrument", "encounter", "quoted", "place", "date", "state")
        elif (word := literal.removesuffix(",?")).isalpha():
            found.append(frozenset([word.lower()]))
    found = [
        need for need in found if all(re.fullmatch(rf"\w+{re.escape(STEM)}?|[{KEY_SYMBOLS}]", key) for key in need)
    ]
    if not found:
        raise ValueError(f"a pattern holds a verb, a word or a noun phrase that must be there: {pattern}")
    return tuple(found), actors


def _at_a_word(expression: str) -> str:
    """An expression that begins where a word does. A symbol that it opens with is looked for first: that is faster."""
    symbols = re.match(r"\(\?P<\w+>\[[^]]*\]", expression)
    if symbols is None:
        return rf"(?<![^ (\"'{ACTORS}]){expression}"
    return rf"{symbols.group()}(?<![^ (\"'{ACTORS}].){expression[symbols.end() :]}"


@cache
def _sides() -> str:
    return factored(load("sides")["before"], small)


def _verb(lines: Iterable[str], number: str) -> str:
    return rf"(?P<aux{number}>{_auxiliaries()})(?P<verb{number}>{_parted(forms_of(lines))})\b"


_PREPOSITIONS = ("with", "from", "to", "in")  # the longer first, as in a choice of forms


def _parted(forms: Iterable[str]) -> str:
    """A choice of verbs whose preposition may stand further on: "met today with"."""
    left = list(forms)
    choices: list[str] = []
    for preposition in _PREPOSITIONS:
        heads = [form.removesuffix(f" {preposition}") for form in left if form.endswith(f" {preposition}")]
        if heads:
            choices.append(rf"(?:{factored(heads, small)}),? {_adverbials()}{preposition}")
        left = [form for form in left if not form.endswith(f" {preposition}")]
    return "|".join([*choices, factored(left, small)] if left else choices)


def _role(name: str, sides: str) -> str:
    symbols = _ROLES.get(name, ACTORS)
    if name == "instrument":
        dated = rf"(?:,? (?:in|on) [{_DATES}]| \((?:(?:signed |concluded )?(?:in |on ))?[{_DATES}]\))?"
        return rf"(?P<{name}>{INSTRUMENT}(?:{dated}(?:,? and|,? as well as|,) (?:the |a |an |on )?{INSTRUMENT}){{0,4}})"
    if name == "encounter":
        return rf"(?:{SYMBOLS[PhraseKind.PRONOUN]} )?(?P<encounter>{ENCOUNTER})"
    if name == "quoted":
        return rf"(?P<quoted>{QUOTED})"
    if name in ("date", "place", "state"):
        article = "(?:the )?" if sides and name != "date" else ""  # "to the | Kyrgyz Republic"
        return f"{article}(?P<{name}>[{symbols}])"
    if name in ("speaker", "witness"):  # one and no list
        return rf"(?P<{name}>[{symbols}])"
    one = rf"[{symbols}]{_BESIDE}"
    single = rf"(?:(?:{sides}|{OWNER}) ){{0,{_SIDE_DEPTH}}}{one}" if sides else one
    body, state, people = (
        SYMBOLS[kind] for kind in (PhraseKind.ORGANIZATION, PhraseKind.COUNTRY, PhraseKind.DELEGATION)
    )
    # "Chile's | P", "the Commission's | O"
    owner = rf"(?:(?:{state}'s (?=[{PERSONS}{body}])|[{body}{people}]'s (?={body})))?"
    following = rf"(?:(?:the|a|an|his|her|their|its|{OWNER}) )?(?:visiting )?{owner}{one}"
    return rf"{owner if name == 'whom' else ''}(?P<{name}>{single}(?:(?:{_JOINED}){following}){{0,40}})"


@cache
def _adverbials() -> str:
    """Words of place, time and manner between two parts of a pattern."""
    words = factored(load("modality")["adverbials"], small)
    where = rf"(?:(?:on|in|at|from|to|during) (?:the )?)?[{_ADJUNCTS}]|at (?:the )?[{PLACES}]"
    own = (
        rf"(?:in|at|to) (?:(?:{SYMBOLS[PhraseKind.PRONOUN]}|the|h(?:is|er)) |(?=[{PLACES}]))"
        rf"(?:(?:[\w'-]+|[{PLACES}](?:'s?)?) ){{0,3}}?(?:{factored(load('modality')['rooms'], small)})"
        rf"(?: of (?:the )?(?:[\w'-]+|[{PLACES}])| at [\w'-]+(?: [\w'-]+){{0,2}}?)?"
    )
    beside = rf"(?:in|on|at) the (?:margins?|sidelines?|fringes?) of (?:the |an? )?[{ENCOUNTER}{PLACES}]"
    return rf"(?:(?:{words}|\w+ly|{where}|{own}|{beside}),? ){{0,3}}?"


@cache
def _auxiliaries() -> str:
    words = factored(load("modality")["auxiliaries"], small)
    adjunct = rf"(?:(?:on|in|at|from) )?[{_ADJUNCTS}],?"
    return rf"(?:(?:{words}|\w+ly|{adjunct}) ){{0,7}}"

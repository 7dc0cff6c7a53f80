"""Set apart: who is named in a sentence only to be set apart from those who act in it.

"Norway, unlike Denmark, signed S", "X met not with P but with Q", "all members except Chile": what names them is
folded to nothing, so that no rule of events sees it.
"""

import re
from functools import cache

from archive.reading.matching.skeletons import ACTORS, PERSONS, SYMBOLS, Fold, Skeleton
from archive.reading.matching.wordings import any_of
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load

_NOTHING = " "
_NEAR = 80  # letters before a name
_PRONOUN = SYMBOLS[PhraseKind.PRONOUN]
_PREPOSITION = r"(?:(?:with|by|from|to|in|between|of|for) )?"


def without_others(folded: Skeleton, words: frozenset[str]) -> Skeleton:
    """A skeleton of the words of a sentence without those whom it only sets apart."""
    if words.isdisjoint(_telling()):
        return folded
    aside, person = _wordings()
    found = [*aside.finditer(folded.text), *person.finditer(folded.text)]
    folds = [Fold(folded.span_of(*each.span("aside")), _NOTHING, None) for each in found if each["aside"].strip()]
    return folded.folded(folds)


@cache
def _telling() -> frozenset[str]:
    """The words of which a sentence has one that sets somebody apart."""
    return frozenset(load("modality")["set_apart"]["telling"])


@cache
def _wordings() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Where somebody is set apart, and where a person only acts for another."""
    data = load("modality")["set_apart"]
    others = ACTORS.replace(_PRONOUN, "")
    name = rf"(?:[{others}]|{_PRONOUN}(?![' ]))"
    irregular = sorted({form for forms in load("verbs")["irregular"].values() for form in forms})
    verb = rf"(?:\w+(?:ed|ing)|{'|'.join(irregular)})"
    described = rf"(?:the|its|his|her|their|[{ACTORS}](?:'s)?) (?:(?!{verb} )[a-z-]+ ){{0,3}}?"
    one = rf"(?:{described}){{0,2}}?{name}"
    listed = rf"(?:(?:,|,? and|,? or|,? nor) {_PREPOSITION}(?:the )?{name}){{0,5}}?"
    several = rf"{_PREPOSITION}{one}{listed}(?!'s|\w| [{ACTORS}])"
    behind = r"(?=[.;:)]|$)"
    held = rf"(?:{any_of(data['held_against'])}|[Ll]ike(?= [{ACTORS}](?:'s)? predecessor ))"
    left_out = any_of(data["left_out"])
    acting = rf"(?= (?:{any_of(data['deeds'])})\b)"
    aside = (
        rf"(?:^|(?<=[;:] ))(?:(?:{held}|{left_out}) {several}, )"
        rf"|(?<=[^ ])(?:, (?:and |but )?(?:{held}|{left_out}|not|never) {several},? )(?=[a-z])"
        rf"|(?<=[^ ])(?:,? (?:and |but )?(?:{left_out}|(?:,|but|and) not) {several}){behind}"
        rf"|(?<=[^ ])(?: {left_out} {several}){acting}"
        rf"|(?<=[a-z{ACTORS}])(?:,? not (?!only\b|just\b|merely\b|solely\b){several},? but (?:rather )?)(?=\S)"
    )
    person = rf"^{any_of(data['acts_for'])} (?:the )?[{PERSONS.replace(_PRONOUN, '')}], "
    return re.compile(f"(?P<aside>{aside})"), re.compile(f"(?P<aside>{person})")


@cache
def _before() -> re.Pattern[str]:
    data = load("modality")["set_apart"]
    words = any_of([*data["held_against"], *data["left_out"], "but not", "and not"])
    return re.compile(rf"\b{words} (?:the )?(?:[A-Z][\w-]+(?:,|,? and|,? or) (?:the )?){{0,4}}$")


def is_set_apart(view: str, at: int) -> bool:
    """Whether a name at a place of a text is that of one whom its sentence sets apart: "all members except | Chile"."""
    return _before().search(view, max(0, at - _NEAR), at) is not None

"""Lexicon: the nouns that name an instrument, with its kind, and the words that make or mar one."""

import re
from dataclasses import dataclass
from functools import cache

from archive.reading.matching.patterns import Match
from archive.reading.matching.triggers import factored
from archive.reading.vocabulary import load
from archive.values import AgreementKind, StepStatus

EXCHANGED_WORDS = ("letters", "notes")  # what two exchange is an instrument


@dataclass(frozen=True, slots=True)
class Words:
    """The compiled vocabulary."""

    pattern: re.Pattern[str]  # of the forms, over small letters
    forms: dict[str, str]  # each form of a noun, with the noun
    words: frozenset[str]  # of which a sentence has one where it names an instrument
    kinds: dict[str, AgreementKind]
    drafts: re.Pattern[str]  # what follows "draft" where it only qualifies a noun
    excluded: re.Pattern[str]
    private: re.Pattern[str]
    extending: re.Pattern[str]
    same: dict[str, str]  # words that stand for another in a title; nothing for those that say nothing there
    regional: re.Pattern[str]  # a title that begins with a name of many states


@cache
def words_for(key: str) -> frozenset[str]:
    """The words that the vocabulary lists under a key of ``[words]``, which says what they are."""
    return frozenset(load("agreements")["words"][key])


@cache
def vocabulary() -> Words:
    """The vocabulary of agreements, compiled once."""
    data = load("agreements")
    kinds = {noun: AgreementKind(kind) for noun, kind in data["nouns"].items()}
    forms = {form: noun for noun in kinds for form in (plural(noun), noun)}
    choice = factored(forms)
    words = data["words"]
    return Words(
        re.compile(rf"\b({choice})\b"),
        forms,
        frozenset([*(form.split(" ")[-1] for form in forms), *EXCHANGED_WORDS]),
        kinds,
        re.compile(
            r" (?:(?!(?:was|were|is|on|that|to|in|which|has|had|will|and|or|by|as|from|for|at|with|of"
            r"|[\w-]+ed (?:by|in|at|on))\b)[a-zA-Z]"
            r"|of (?:the |an? )?(?:[\w-]+ ){0,3}?(?:" + choice + r")\b)",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:" + "|".join(words["excluded"]) + r")\b", re.IGNORECASE),
        re.compile(r"\b(?:" + "|".join(words["private"]) + r")\b", re.IGNORECASE),
        re.compile(
            rf"((?:[\w-]+ )?(?:{'|'.join(words['extending'])})) (?:of|to) (?:the |this |that |an? )?$", re.IGNORECASE
        ),
        dict(data["same"]),
        re.compile(rf"(?:[a-z]+ )*(?:{'|'.join(words['regional'])})\b"),
    )


def plural(noun: str) -> str:
    """A noun in the plural."""
    return noun.removesuffix("y") + "ies" if noun.endswith(("ty", "gy")) else noun + "s"


def is_instrument_noun(word: str) -> bool:
    """Whether a word names an instrument."""
    word = word.lower()
    words = vocabulary()
    return word in words.forms and word not in words_for("drafting") and words.forms[word] not in words_for("named")


def is_adopted(match: Match) -> bool:
    """Whether the verb or noun of a match is one of adoption."""
    return match.verb in words_for("adopting")


def is_noun(match: Match) -> bool:
    """Whether a noun tells the step: "the signing of S"."""
    verbs = load("agreements")["verbs"]
    return match.verb in verbs["making"] or match.verb in verbs["ratification"]


def is_deed(match: Match) -> bool:
    """Whether a noun tells a step that is done, or is still to come where its day is."""
    return is_noun(match) and match.pattern.gives["status"] in ("signed", "approved")


def step_of(match: Match) -> StepStatus:
    """The step that the pattern of a match tells: what is adopted is approved, where others are signed."""
    status = StepStatus(match.pattern.gives["status"])
    return StepStatus.APPROVED if status is StepStatus.SIGNED and is_adopted(match) else status


def renews(match: Match) -> bool:
    """Whether what is said makes an instrument last longer."""
    return match.verb.startswith(("renew", "exten", "prolong"))

"""Bounding: where the title of an instrument ends, if it does so before or behind its noun phrase."""

import re
from dataclasses import replace

from archive.reading.agreements.kinds import FOR_YEARS
from archive.reading.agreements.lexicon import is_instrument_noun, words_for
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import AgreementKind


def bounded(folded: Skeleton, phrase: NounPhrase, noun: str, kind: AgreementKind) -> NounPhrase:
    """The noun phrase of an instrument up to where its title ends."""
    return _with_years(folded, _up_to_its_end(folded.text, phrase, noun), kind)


def _up_to_its_end(text: str, phrase: NounPhrase, noun: str) -> NounPhrase:
    """A phrase up to where its title ends: before "in the city of", behind its number."""
    if noun in words_for("dependent"):
        return replace(phrase, end=phrase.noun_end)
    if noun in words_for("authored"):
        made = _TO_MAKE.search(text, phrase.noun_end, phrase.end)
        phrase = replace(phrase, end=made.start()) if made else phrase
    another = _AND_ANOTHER.search(text, phrase.noun_end, phrase.end)
    if another and is_instrument_noun(another[1]):
        phrase = replace(phrase, end=another.start())  # "an MoU between our services | and a letter of intent"
    there = _THERE.search(text, phrase.noun_end, min(len(text), phrase.end + 9))
    end = min(phrase.end, there.start()) if there else phrase.end
    number = _NUMBER.match(text, phrase.noun_end) if text[phrase.noun].isupper() else None
    return replace(phrase, end=max(end, number.end()) if number else end)


def _with_years(folded: Skeleton, phrase: NounPhrase, kind: AgreementKind) -> NounPhrase:
    """A phrase with the years for which a plan is made: "the Work Plan | 2026-2027"."""
    fold = folded.fold_at(phrase.end + 1) if folded.text[phrase.end : phrase.end + 1] == " " else None
    date = fold.payload.date if fold and isinstance(fold.payload, Phrase) else None
    planned = kind in FOR_YEARS and folded.text[phrase.noun].isupper()
    years = date is not None and _SPAN_OF_YEARS.fullmatch(date.edtf or "")
    return replace(phrase, end=phrase.end + 2) if planned and years else phrase


_SPAN_OF_YEARS = re.compile(r"\d{4}/\d{4}")


# "signed the document | in the northern city of", which names no subject
_THERE = re.compile(
    r",? in the (?:[\w-]+ ){0,3}(?:city|town|capital|village|resort|presence|witness|margins|course)\b"
    rf"| dated (?=[{SYMBOLS[PhraseKind.DATE]}])"
    r"| to (?:replace|supersede)\b"
    r"| for (?:another|a further|an additional|the next)\b"
    r"| (?:inked|penned|sealed|clinched|subscribed|done)(?= (?:in|at|on|by|between|with)\b)"
)
# "the proposal of Chile | to draw up a memorandum"
_TO_MAKE = re.compile(
    r" to (?=(?:draw up|conclude|sign|negotiate|prepare|draft|adopt|elaborate|develop|work out|make|enter into) )"
)
_AND_ANOTHER = re.compile(
    r",? (?:and|as well as) an? (?:[\w-]+ ){0,3}?((?:letter of (?:intent|understanding)|[\w-]+))\b"
    r"(?= (?:on|of|for|with|between|to)\b|[.,;]|$)"
)
# "Decision | No 12/2023"
_NUMBER = re.compile(r" (?:No\.? ?)?\d+(?:[/-]\d+){1,3}\b")

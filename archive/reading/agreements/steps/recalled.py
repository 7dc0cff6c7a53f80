"""Recalled: whether an instrument that is recalled stands: it is told with its year, or cooperation rests on it."""

import re

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import OPEN_TO_OTHERS, SIGNED_ONLY
from archive.reading.agreements.lexicon import words_for
from archive.reading.matching.clauses import DATE, PLACE
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS
from archive.reading.phrases import PhraseKind
from archive.values import AgreementKind

_STANDING = (AgreementKind.TREATY, AgreementKind.CONVENTION, AgreementKind.AGREEMENT)


_SINCE = re.compile(
    rf",?(?: (?:concluded|signed|made|established|reached|adopted|inked|drawn up))?(?: [\w{PLACE}-]+){{0,3}}?"
    rf" (?:in|of|on|dated|from|to|since) (?:{DATE}|\d{{4}})"
    rf"| \((?:{PLACE},? )?(?:{DATE}|\d{{4}}\))|, (?:{DATE}|\d{{4}})(?=[.;]?$)"
)


_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")


def stands_since(match: Match, instrument: Instrument) -> bool:
    """Whether an instrument that stands is told with its year: "the treaty of 1997"."""
    if instrument.draft or instrument.kind not in (*_STANDING, *SIGNED_ONLY):
        return False
    return "date" in match.places or year_of(match, instrument) is not None or _is_a_basis(match, instrument)


_BASIS = re.compile(
    r"(?:rel|rest|is (?:based|governed|regulated)|are (?:based|governed|regulated)|on the basis)", re.IGNORECASE
)


# "cooperation with Peru took place | under S"
_COOPERATE = re.compile(
    r"\b(?:[Cc]o-?operat(?:e[sd]?|ion|ing)|[Ee]xtradit(?:ions?|ed)|[Aa]ssistance|[Ss]urrender(?:ed)?|[Tt]ransfer(?:s|red)?"
    r"|[Rr]equests?)\b(?: \S+){0,6} $"
)


def _is_a_basis(match: Match, instrument: Instrument) -> bool:
    """Whether cooperation rests on a convention or treaty with a name: "on the basis of the Convention on Crime"."""
    text, start = match.skeleton.text, match.start
    capital = instrument.title.of(match.skeleton.view)[:1].isupper()
    titled = capital and not instrument.words.isdisjoint(words_for("subjects"))
    if capital and len({each.country or each.organization for each in instrument.parties}) > 1:
        return True  # "under the Cooperation Agreement between the UK and the European Union"
    own = instrument.determiner == SYMBOLS[PhraseKind.PRONOUN] and " since " in text[:start]
    if own and _COOPERATE.search(text, max(0, start - _CLAUSE), start):
        return True  # "have cooperated since 2021 on the basis of their arrangement"
    if instrument.kind not in OPEN_TO_OTHERS or not (titled or has_own_name(match, instrument)):
        return False
    return bool(_BASIS.match(text, start) or _COOPERATE.search(text, max(0, start - _CLAUSE), start))


def has_own_name(match: Match, instrument: Instrument) -> bool:
    """Whether its title has several words in capitals: "Outer Space Treaty", not "Agreement"."""
    return sum(word[0].isupper() for word in instrument.title.of(match.skeleton.view).split()) > 1


def year_of(match: Match, instrument: Instrument, *, signed: bool = True) -> str | None:
    """The year that tells an instrument from others of its name: "the 1997 treaty", "the treaty concluded in 1897".

    The year in which it was ``signed`` says nothing of the day of another step.
    """
    view = match.skeleton.view
    named = _YEAR.search(instrument.span.of(view))
    since = _SINCE.match(match.skeleton.text, match.places["instrument"][1]) if signed else None
    dated = _YEAR.search(match.skeleton.span_of(*since.span()).of(view)) if since else None
    found = named or dated
    return found.group() if found else None


_CLAUSE = 200  # letters of a clause that are looked at

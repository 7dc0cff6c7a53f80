"""Naming: from a noun phrase, or a title between quotation marks, to the instrument that it names.

"a programme of cooperation for 2024-2026 between the Office of ... and the Federal Public Ministry": the title is
bounded by its clause; the bodies behind "between" are parties; "for 2024-2026" is the term.
"""

import re
from dataclasses import dataclass, replace

from archive.reading.agreements.instruments.bounding import bounded
from archive.reading.agreements.instruments.complements import (
    authors,
    end_of_involving,
    parties_named,
    proper_start,
    term_of,
    year_named,
)
from archive.reading.agreements.instruments.no_instruments import IS_SIGNED, is_made, is_none, is_signed
from archive.reading.agreements.kinds import SHARED_BODIES
from archive.reading.agreements.lexicon import EXCHANGED_WORDS, plural, vocabulary, words_for
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.skeletons import SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import AgreementKind, PartialDate, Span

_ACRONYM = re.compile(r"\(([A-Z][\w-]{1,12})\)")
LITTLE = frozenset(
    ("of", "on", "the", "a", "an", "and", "for", "to", "in", "with", "between", "by", "at", "its", "their", "same")
) | {"said", "aforementioned"}


@dataclass(frozen=True, slots=True)
class Instrument:
    """A noun phrase that names an agreement. ``words`` are its telling words, without its own noun."""

    span: Span
    title: Span
    kind: AgreementKind
    noun: str
    determiner: str
    words: frozenset[str]
    parties: tuple[Phrase, ...]
    term: PartialDate | None
    acronym: str | None
    draft: bool
    pointing: bool
    extension: bool
    loose: bool = False  # an instrument only because somebody signs or adopts it: "signed a roadmap"
    several: bool = False  # in the plural and without a number: "cooperation agreements"
    year: str | None = None  # the year that tells it from others of its name: "the 2018 memorandum"
    base: "Instrument | None" = None  # what it extends: "an addendum to | the agreement of 2022"

    @property
    def definite(self) -> bool:
        """Whether it may point back to an instrument named before."""
        return self.determiner in ("the", "this", "that", "these", "those", "both", "such", "their", "its", "")

    @property
    def lasts_longer(self) -> bool:
        """Whether it is no instrument beside the one that it names, but renews it: "the renewal of | the protocol"."""
        return self.base is not None and not self.words.isdisjoint(("renewal", "extension", "prolongation"))

    @property
    def denied(self) -> bool:
        """Whether its determiner denies it: "no agreement"."""
        return self.determiner in ("no", "any")


@dataclass(frozen=True, slots=True)
class _Title:
    """What a phrase looks like: where its title begins, what stands in it and beside it."""

    start: int
    determiner: str
    extension: bool
    words: frozenset[str]  # telling ones
    draft: bool
    named: bool  # it begins with capitals that are no mere start of a sentence
    titled: bool  # its noun stands behind a name: "the Riga Conclusions"
    signed: bool
    deal: bool  # a deal, partnership or contract, which is an instrument where it is signed


def instrument_of(folded: Skeleton, phrase: NounPhrase, noun: str, kind: AgreementKind) -> Instrument | None:
    """The instrument that a noun phrase names; None where it names none."""
    text = folded.text
    phrase = bounded(folded, phrase, noun, kind)
    title = _title(text, phrase, noun)
    if is_none(text, phrase, noun, title.start) or _only_points(text, phrase, noun, title):
        return None
    if noun in words_for("adopted") and not title.titled:
        kind = AgreementKind.DECISION  # "the participants adopted conclusions"
    parties = parties_named(folded, phrase, kind, noun) or (
        authors(folded, phrase) if title.draft or noun in words_for("authored") else ()
    )
    loose = _is_loose(noun, title, parties)
    if loose and not title.deal and not is_made(text, phrase, kind, title.start):
        return None
    first, end, determiner = _whole(folded, phrase, title)
    acronym = _ACRONYM.search(text, title.start, phrase.end)
    year = year_named(folded, phrase, title.start)
    place = _place_in_name(folded, phrase, title.start)
    told_apart = bool(place or acronym or year or parties or determiner in ("a", "an"))
    whole = Instrument(
        folded.span_of(max(0, first), end),
        folded.span_of(proper_start(text, title.start), phrase.end),
        kind,
        noun,
        determiner,
        title.words | place,
        parties,
        term_of(folded, title.start, phrase.end),
        acronym[1] if acronym else None,
        title.draft,
        _is_pointing(noun, title, of_place=bool(place))
        or not (told_apart or _has_a_name(noun, title) or _OF_YEAR.match(text, phrase.end)),
        title.extension or noun in words_for("dependent"),
        loose=loose or title.deal or (noun in words_for("named") and not title.titled),
        several=not title.titled and _is_several(text, phrase, noun, title.start),
        year=year,
    )
    return _with_base(folded, phrase, whole) if title.extension else whole


def _with_base(folded: Skeleton, phrase: NounPhrase, whole: Instrument) -> Instrument:
    """An extension with what it extends: "an addendum to | the treaty"."""
    base = folded.span_of(phrase.start, phrase.end)
    return replace(whole, base=replace(whole, span=base, title=base, determiner="the", extension=False, parties=()))


def _is_loose(noun: str, title: _Title, parties: tuple[Phrase, ...]) -> bool:
    """Whether a noun names an instrument only because somebody signs or adopts it: "a plan"."""
    back = not title.words and title.determiner in ("the", "this", "that")
    own_name = title.named or back or title.draft or _is_of_a_joint_body(parties)
    return noun in words_for("weak") and not (own_name or title.words & words_for("qualifying"))


def _is_pointing(noun: str, title: _Title, *, of_place: bool) -> bool:
    """Whether a noun that points back to an instrument has nothing beside it that names another: "the document"."""
    lasting = {word for word in title.words if word.endswith(("-year", "-month"))}
    telling = title.words - {"draft"} - lasting
    return noun in words_for("pointing") and not (telling or of_place or title.deal)


def _has_a_name(noun: str, title: _Title) -> bool:
    return bool(title.words) or title.named or noun in words_for("dependent")


_OF_PLACE = re.compile(rf" of ({SYMBOLS[PhraseKind.PLACE]})")


def _place_in_name(folded: Skeleton, phrase: NounPhrase, start: int) -> frozenset[str]:
    """The city after which an instrument is called: "the | Riga | Conclusions", "the Declaration of | Riga"."""
    of = _OF_PLACE.match(folded.text, phrase.noun_end)
    fold = folded.fold_at(of.start(1)) if of else folded.fold_at(start)
    if fold is None or fold.symbol != SYMBOLS[PhraseKind.PLACE]:
        return frozenset()
    return frozenset(re.findall(r"\w+", fold.span.of(folded.view).lower()))


def _title(text: str, phrase: NounPhrase, noun: str) -> _Title:
    start, determiner, extension = _opening(text, phrase)
    tokens = frozenset(token.lower() for token in re.findall(r"[^\W\d_][\w-]+", text[start : phrase.end]))
    tokens -= words_for("referring") if determiner in ("the", "this") else frozenset()
    capital = text[phrase.noun].isupper()
    cried = noun in words_for("named") and len(noun) > 1 and text[phrase.noun : phrase.noun_end].isupper()
    titled = (
        capital and not cried and start < phrase.noun and (text[start].isupper() or "\ue000" <= text[start] <= "\ue00f")
    )
    signed = is_signed(text, phrase, start)
    number = _NUMBERED.match(text, phrase.noun_end)
    tokens = tokens - {"no", "nr"} | {number[1]} if number else tokens
    return _Title(
        start,
        determiner,
        extension,
        tokens - {noun, plural(noun), *noun.split(" "), *EXCHANGED_WORDS} - words_for("drafting") - LITTLE,
        draft=bool(words_for("drafting") & tokens or _DRAFT_OF.search(text, max(0, start - 24), start)),
        named=titled or (capital and phrase.noun > 0 and phrase.end > phrase.noun_end + 3),
        titled=titled,
        signed=signed,
        deal=noun in _SIGNED_DEALS and signed and determiner in ("a", "an"),
    )


def _only_points(text: str, phrase: NounPhrase, noun: str, title: _Title) -> bool:
    """Whether a noun that needs more beside it, to name an instrument, does not have it."""
    words = vocabulary()
    if noun in words_for("dependent"):
        return not (title.draft or IS_SIGNED.match(text, phrase.end))
    if noun in words_for("named"):
        subject = text[phrase.noun].isupper() and phrase.end > phrase.noun_end  # "adopted Conclusions on smuggling"
        adopted = subject and is_made(text, phrase, words.kinds[noun], title.start)
        adopted = adopted or (noun in words_for("adopted") and is_made(text, phrase, words.kinds[noun], title.start))
        titled = title.titled and noun != "regulation"  # of some law: "the Migration Regulation"
        return not (titled or adopted or is_signed(text, replace(phrase, end=phrase.noun_end), title.start))
    if title.determiner in ("a", "an", "") and title.words & words_for("like_it"):
        return False  # "a similar text with Honduras"
    told = title.draft or title.words & words_for("qualifying") or (noun in _SIGNED_DEALS and title.signed)
    own = {word for word in title.words if not word.endswith(("-year", "-month"))} - {"final", "exclusive", "said"}
    return noun in words_for("pointing") and bool(own) and not told


def _whole(folded: Skeleton, phrase: NounPhrase, title: _Title) -> tuple[int, int, str]:
    """From where to where a naming goes, with its determiner, its owner and the marks around it."""
    text, determiner = folded.text, title.determiner
    first = title.start - len(determiner) - 1 if determiner else title.start
    owner = _OWNER.search(text, max(0, first - 12), first) if title.named else None
    first = owner.start() if owner else first
    end = end_of_involving(folded, phrase)
    if text[title.start - 1 : title.start] == text[end : end + 1] == '"':  # the "Action Plan for 2025"
        before = _DETERMINER.search(text, max(0, title.start - 7), title.start - 1)
        first, end = before.start() if before else title.start - 1, end + 1
        determiner = before[1].lower() if before else determiner
    return first, end, determiner


# What stands between an extension and what it extends: "an addendum | to the | treaty".
_LINKS = tuple(f" {link} {article}" for link in ("of", "to") for article in ("", "the ", "this ", "that ", "a ", "an "))


def _opening(text: str, phrase: NounPhrase) -> tuple[int, str, bool]:
    """Where a title begins, its determiner, and whether it is that of an extension: "an addendum to | the treaty"."""
    start = phrase.start
    extension = None
    if text[max(0, start - 9) : start].lower().endswith(_LINKS):
        extension = vocabulary().extending.search(text, max(0, start - len(phrase.determiner) - 60), start)
    if extension is None:
        owner = _BODY_OF.search(text, max(0, start - 40), start) if text[start : start + 1].isupper() else None
        owner = owner or (_BODY_BEFORE.search(text, max(0, start - 6), start) if text[start].isupper() else None)
        start = owner.start(1) if owner else start
        article = None if phrase.determiner and not owner else _ARTICLE_BEFORE.search(text, max(0, start - 5), start)
        return start, article[1].lower() if article else phrase.determiner, False
    start = extension.start(1)
    opening = _ARTICLE.match(text, start)
    start = opening.end() if opening else start
    before = re.search(r"\b(a|an|the|this|that|no|any) $", text[:start])
    return start, before[1] if before else "", True


_NUMBERED = re.compile(r" N[or]\.? ?(\d+(?:[/-]\d+)*)\b")  # "Protocol | No. 6"
_DRAFT_OF = re.compile(r"\b(?:drafts?|counter-?(?:draft|proposal)) (?:of|text of) (?:the |an? )?$")
_DETERMINER = re.compile(r"\b(an?|the|this|that|their|its) $", re.IGNORECASE)
_SIGNED_DEALS = ("deal", "partnership", "contract")  # instruments where they are signed
# "of one of many": "the agreement of 2015"
_OF_YEAR = re.compile(rf" (?:of|from|dated) (?:{SYMBOLS[PhraseKind.DATE]}|\d{{4}}\b)")
# "the | Council of | Europe Convention"
_BODY_OF = re.compile(r"\b((?:Council|League|Organi[sz]ation|Community|Union|Commonwealth|Association) of (?:the )?)$")
_BODY_BEFORE = re.compile(rf"\b(?:[Tt]he|[Aa]n?) ({SYMBOLS[PhraseKind.ORGANIZATION]} )$")  # "the | ASEAN | Action Plan"
_ARTICLE_BEFORE = re.compile(r"(?<!\w)([Tt]he|[Aa]n?) $")
# "the | Council of Europe's 2005 | Warsaw Convention"
_OWNER = re.compile(rf"{SYMBOLS[PhraseKind.ORGANIZATION]}'s? (?:\d{{4}} |{SYMBOLS[PhraseKind.DATE]} )?$")
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|[Ii]ts|[Tt]heir) ")
_HOW_MANY = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|both|several|pair|series|\d+)\b", re.IGNORECASE
)


def _is_several(text: str, phrase: NounPhrase, noun: str, start: int) -> bool:
    """Whether a phrase names several instruments and does not say how many."""
    word = text[phrase.noun : phrase.noun_end].lower()
    return (
        word in (plural(noun), "memoranda")
        and noun not in words_for("adopted")
        and not _HOW_MANY.search(text, start, phrase.end)
    )


def _is_of_a_joint_body(parties: tuple[Phrase, ...]) -> bool:
    """Whether it is an instrument of a body that several states share: "a decision of the Joint Panel"."""
    return any(party.organization is not None and party.organization.kind in SHARED_BODIES for party in parties)

"""Folding: each sentence with the noun phrases that name an agreement folded to one symbol.

An acronym in brackets names the instrument from there on; "it" names the one of the sentence before.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from archive.reading.agreements.instruments.anaphora import ONES, POINTERS, ones, pointers
from archive.reading.agreements.instruments.distributing import apart
from archive.reading.agreements.instruments.naming import Instrument, instrument_of
from archive.reading.agreements.instruments.quoted_titles import quoted
from archive.reading.agreements.kinds import TO_BE_SIGNED
from archive.reading.agreements.lexicon import is_instrument_noun, vocabulary, words_for
from archive.reading.matching.nouns import NounPhrase, noun_phrase
from archive.reading.matching.sentences import FoldedSentence, sentence_skeletons
from archive.reading.matching.skeletons import INSTRUMENT, QUOTED, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Annotations, PhraseKind
from archive.values import AgreementKind, Span


def fold_sentences(annotations: Annotations) -> tuple[FoldedSentence, ...]:
    """The sentences of a text, folded: what the rules for meetings and agreements look at."""
    acronyms: dict[str, AgreementKind] = {}
    found: list[FoldedSentence] = []
    for index, bare, words in sentence_skeletons(annotations):
        may = (
            not words.isdisjoint(vocabulary().words)
            or QUOTED in bare.text
            or any(acronym in bare.text for acronym in acronyms)
        )
        introduced = _last_of(found[-1].folded) if found and not words.isdisjoint(POINTERS) else None
        if introduced is None and len(found) > 1 and not words.isdisjoint(ONES):
            introduced = _last_of(found[-2].folded)
        folded = fold_instruments(bare, acronyms, introduced) if may or introduced else bare
        found.append(FoldedSentence(index, bare, folded, words))
    return tuple(found)


def _last_of(folded: Skeleton) -> Instrument | None:
    """The instrument that a sentence names last."""
    named = [fold.payload for _, fold in folded.placed() if isinstance(fold.payload, Instrument)]
    return named[-1] if named and not named[-1].denied else None


def fold_instruments(
    folded: Skeleton, acronyms: dict[str, AgreementKind], introduced: Instrument | None = None
) -> Skeleton:
    """The skeleton with each instrument folded. ``acronyms`` gains those that the sentence introduces.

    ``introduced``: what the sentence before names last, so that "it was signed" means that.
    """
    named: list[Instrument] = []
    covered = 0
    nouns = list(_nouns(folded, acronyms))
    for number, (start, end, noun, kind) in enumerate(nouns):
        if start < covered:
            continue
        phrase = noun_phrase(folded, start, end, is_noun=is_instrument_noun, owned=True)
        instrument = instrument_of(folded, phrase, noun, kind)
        if instrument is None or (named and instrument.span.overlaps(named[-1].span)):
            continue
        pieces, covered = apart(folded, phrase, noun, instrument)
        if pieces:
            named += pieces
            continue
        base = None if instrument.extension else _start_of_base(folded, phrase, nouns[number + 1 :])
        short = instrument_of(folded, replace(phrase, end=base), noun, kind) if base else None
        if short is not None:
            instrument, covered = replace(short, title=instrument.title, parties=instrument.parties), base or covered
        if named and _is_apposition(folded.view, named[-1], instrument):
            named[-1] = _with_apposition(named[-1], instrument)
            continue
        if instrument.acronym:
            acronyms[instrument.acronym] = instrument.kind
        named.append(instrument)
    named += [*pointers(folded, named, introduced), *ones(folded, named, introduced)]
    return folded.folded([*(Fold(each.span, INSTRUMENT, each) for each in named), *quoted(folded)])


def _start_of_base(
    folded: Skeleton, phrase: NounPhrase, nouns: list[tuple[int, int, str, AgreementKind]]
) -> int | None:
    """Where the title of an instrument goes on with that of an older one: "a programme | for the accord of 2019"."""
    for start, end, _, kind in nouns:
        if start >= phrase.end:
            return None
        inner = noun_phrase(folded, start, end, is_noun=is_instrument_noun, owned=True)
        opens = _FOR_ANOTHER.search(folded.text, phrase.noun_end, inner.start)
        if opens and kind in TO_BE_SIGNED and _MADE_THEN.match(folded.text, inner.end):
            return opens.start()
    return None


_FOR_ANOTHER = re.compile(
    r" (?:of|for|to|under|implementing|amending|supplementing|(?:to|for the|on the) [\w-]+(?: out| of)?)"
    r" (?:the|their|its) (?:[\w-]+ ){0,3}$"
)
_MADE_THEN = re.compile(
    r",? (?:(?:which|that) (?:was|were|had been) )?(?:concluded|signed|inked|initialled|done|made)\b"
    rf"| (?:of|dated) (?:{SYMBOLS[PhraseKind.DATE]}|(?:1[89]|20)\d\d\b)"
)


def _is_apposition(view: str, before: Instrument, instrument: Instrument) -> bool:
    """Whether an instrument only says what the one before it is: "the X Convention, a treaty | signed by many"."""
    between = view[before.span.end : instrument.span.start]
    if between == " (" and instrument.determiner == "the":
        return view.startswith(")", instrument.span.end)  # "the Convention on Laundering (the Warsaw Convention)"
    if between != ", " or instrument.determiner not in ("a", "an"):
        return False
    if not instrument.words - {"treaty"}:
        return True
    closed = view.startswith(",", instrument.span.end) and before.kind is instrument.kind
    if closed and before.determiner == "the" and not _AND_ANOTHER.match(view, instrument.span.end):
        return True  # "the last agreement between the two, an arrangement on contacts, dates from 2009"
    titled = before.determiner == "the" and before.title.of(view)[:1].isupper()
    return titled and len(instrument.words) <= _FEW and not _AND_ANOTHER.match(view, instrument.span.end)


def _with_apposition(before: Instrument, instrument: Instrument) -> Instrument:
    """An instrument with what is said to be its kind: "the Lima Initiative, a political declaration"."""
    kind = instrument.kind if before.noun in words_for("named") else before.kind
    return replace(before, span=Span(before.span.start, instrument.span.end), kind=kind)


_AND_ANOTHER = re.compile(r",? (?:(?:and|as well as|along with|together with) )?(?:the|an?) ")
_FEW = 2  # telling words of what only says what another instrument is: "a political declaration"


# "The two ministries exchanged letters on the return of assets": the verb makes them an instrument.
_EXCHANGE = "exchange of letters"
_EXCHANGED = re.compile(
    r"exchang(?<!\wexchang)(?:ed|e|es|ing) ((?:diplomatic )?(?:letters|notes))\b"
    r"(?= (?:on|concerning|regarding|constituting|establishing|confirming|providing|extending|completing|of|between)\b"
    r"|,)"
)


def _nouns(folded: Skeleton, acronyms: dict[str, AgreementKind]) -> Iterator[tuple[int, int, str, AgreementKind]]:
    words = vocabulary()
    found = [
        (each.start(), each.end(), noun, words.kinds[noun])
        for each in words.pattern.finditer(folded.small)
        if (noun := words.forms[each[1]])
    ]
    found = [each for each in found if not _qualifies_another(folded.text, each[1])]
    found += [(*each.span(1), _EXCHANGE, words.kinds[_EXCHANGE]) for each in _EXCHANGED.finditer(folded.text)]
    found = [each for each in found if not (each[2] in ("draft", "text") and words.drafts.match(folded.text, each[1]))]
    for acronym, kind in acronyms.items():
        if acronym not in folded.text or acronym.lower() in words.forms:
            continue  # "MOUs" is a noun like others
        found += [
            (each.start(), each.end(), acronym, kind) for each in re.finditer(rf"\b{re.escape(acronym)}\b", folded.text)
        ]
    yield from sorted(found)


_NEXT_WORD = re.compile(r" ([\w-]+)")


def _qualifies_another(text: str, end: int) -> bool:
    """Whether a noun only qualifies the next: "partnership agreement", "treaty text"."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and is_instrument_noun(following[1])

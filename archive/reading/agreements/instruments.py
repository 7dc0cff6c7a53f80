"""Instruments: the noun phrases that name an agreement, with title, kind, parties and term as the words give them.

"a programme of cooperation for 2024-2026 between the Office of ... and the Federal Public Ministry": the title is
bounded by its clause; the bodies behind "between" are parties; "for 2024-2026" is the term. An acronym in brackets
names the instrument from there on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from archive.reading.matching.nouns import NounPhrase, noun_phrase
from archive.reading.matching.sentences import sentence_skeletons
from archive.reading.matching.skeletons import ACTORS, INSTRUMENT, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import AgreementKind, DateBasis, OrganizationKind, PartialDate, Span

_DATE_IN_TITLE = re.compile(r"\bfor (?:the )?(?:period |years? )?(?:of )?$", re.IGNORECASE)
_OF_YEAR = re.compile(
    rf" (?:of|from|dated) (?:{SYMBOLS[PhraseKind.DATE]}|\d{{4}}\b)"
)  # one of many: "the agreement of 2015"
_YEAR_AND = re.compile(r"\bfor (?:the )?(?:years? )?(\d{4}) (?:and|to) $", re.IGNORECASE)
_COUNT = r"a couple of|several|a few|one|two|three|four|five|six|seven|eight|nine|ten|twelve|\d+(?: \(\d+\))?"
_TERM = re.compile(
    rf"\bfor (?:a |the )?(?:period of |term of |duration of )?(?:{_COUNT})[ -](?:years?|months?)(?: period)?",
    re.IGNORECASE,
)
_PARTY = rf"[{ACTORS}](?:,? and |, |,? as well as | & | on behalf of )?(?:the |of the )?"
_PARTIES = re.compile(rf"\b(?:between|with|among|of|by) (?:[^{ACTORS}]{{0,60}}?)((?:{_PARTY})+)")
# "the treaty concluded in 1897 | between Chile and the United Kingdom"
_BETWEEN = re.compile(
    r"(?:,? (?:which was |that was )?(?:concluded|signed|in force|made))?(?:,? (?:in|on|of|at) [^,;. ]{1,12}){1,3}"
    rf",? between (?:the )?((?:{_PARTY})+)"
)
_BY = re.compile(rf" (?:made |drafted |put forward |tabled )?by (?:the )?([{ACTORS}])")
_ACRONYM = re.compile(r"\(([A-Z][\w-]{1,12})\)")
_LITTLE = frozenset(
    ["of", "on", "the", "a", "an", "and", "for", "to", "in", "with", "between", "by", "at", "its", "their"]
)


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
    base: "Instrument | None" = None  # what it extends: "an addendum to | the agreement of 2022"

    @property
    def definite(self) -> bool:
        """Whether it may point back to an instrument named before."""
        return self.determiner in ("the", "this", "that", "these", "those", "both", "such", "their", "its", "")

    @property
    def denied(self) -> bool:
        """Whether its determiner denies it: "no agreement"."""
        return self.determiner in ("no", "any")


@dataclass(frozen=True, slots=True)
class _Words:
    pattern: re.Pattern[str]
    forms: dict[str, str]  # each form of a noun, with the noun
    words: frozenset[str]  # of which a sentence has one where it names an instrument
    kinds: dict[str, AgreementKind]
    weak: frozenset[str]
    pointing: frozenset[str]
    qualifying: frozenset[str]
    drafts: re.Pattern[str]  # what follows "draft" where it only qualifies a noun
    excluded: re.Pattern[str]
    private: re.Pattern[str]
    extending: re.Pattern[str]
    drafting: frozenset[str]
    authored: frozenset[str]  # nouns of what somebody puts forward


@cache
def _vocabulary() -> _Words:
    data = load("agreements")
    kinds = {noun: AgreementKind(kind) for noun, kind in data["nouns"].items()}
    forms = {form: noun for noun in kinds for form in (_plural(noun), noun)}
    choice = "|".join(sorted((re.escape(form) for form in forms), key=len, reverse=True))
    words = data["words"]
    return _Words(
        re.compile(rf"\b({choice})\b", re.IGNORECASE),
        forms,
        frozenset([*(form.split(" ")[-1] for form in forms), *_EXCHANGED_WORDS]),
        kinds,
        frozenset(words["weak"]),
        frozenset(words["pointing"]),
        frozenset(words["qualifying"]),
        re.compile(
            r" (?:(?!(?:was|were|is|on|that|to|in|which|has|had|will|and|or|by|as|from|for|at|with|of)\b)[a-zA-Z]"
            r"|of (?:the |an? )?(?:[\w-]+ ){0,3}?(?:" + choice + r")\b)",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:" + "|".join(words["excluded"]) + r")\b", re.IGNORECASE),
        re.compile(r"\b(?:" + "|".join(words["private"]) + r")\b", re.IGNORECASE),
        re.compile(
            rf"((?:[\w-]+ )?(?:{'|'.join(words['extending'])})) (?:of|to) (?:the |this |that |an? )?$", re.IGNORECASE
        ),
        frozenset(words["drafting"]),
        frozenset(words["authored"]),
    )


def _plural(noun: str) -> str:
    return noun.removesuffix("y") + "ies" if noun.endswith(("ty", "gy")) else noun + "s"


def is_instrument_noun(word: str) -> bool:
    """Whether a word names an instrument."""
    word = word.lower()
    return word in _vocabulary().forms and word not in _vocabulary().drafting


@dataclass(frozen=True, slots=True)
class FoldedSentence:
    """A sentence with its number, folded by phrases alone (``bare``) and with its instruments too (``folded``).

    ``words`` are its words in small letters, or more: what says which rules are worth trying.
    """

    index: int
    bare: Skeleton
    folded: Skeleton
    words: frozenset[str]


def fold_sentences(annotations: Annotations) -> tuple[FoldedSentence, ...]:
    """The sentences of a text, folded: what the rules for meetings and agreements look at."""
    acronyms: dict[str, AgreementKind] = {}
    found: list[FoldedSentence] = []
    for index, bare, words in sentence_skeletons(annotations):
        may = not words.isdisjoint(_vocabulary().words) or any(acronym in bare.text for acronym in acronyms)
        introduced = _last_of(found[-1].folded) if found and "it" in words else None
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
    folds: list[Fold] = []
    covered = 0
    if introduced is not None:
        spans = [folded.span_of(*found.span(1)) for found in _IT.finditer(folded.text)]
        folds += [Fold(span, INSTRUMENT, replace(introduced, span=span, determiner="the")) for span in spans]
    for start, end, noun, kind in _nouns(folded, acronyms):
        if start < covered:
            continue
        phrase = noun_phrase(folded, start, end, is_noun=is_instrument_noun, owned=True)
        instrument = _instrument(folded, phrase, noun, kind)
        if instrument is None or (folds and instrument.span.overlaps(folds[-1].span)):
            continue
        before = folds[-1] if folds else None
        if before and _is_apposition(folded, before, instrument):
            folds[-1] = Fold(Span(before.span.start, instrument.span.end), INSTRUMENT, before.payload)
            covered = phrase.end
            continue
        if instrument.acronym:
            acronyms[instrument.acronym] = instrument.kind
        folds.append(Fold(instrument.span, INSTRUMENT, instrument))
        covered = phrase.end
    return folded.folded(folds)


def _is_apposition(folded: Skeleton, before: Fold, instrument: Instrument) -> bool:
    """Whether an instrument only says what the one before it is: "the X Convention, a treaty | signed by many"."""
    between = folded.view[before.span.end : instrument.span.start]
    return between == ", " and instrument.determiner in ("a", "an") and not instrument.words - {"treaty"}


# "It is to be signed", "on the Romanian side it was signed by"
_IT = re.compile(
    r"\b(it)(?= (?:(?:is|was|will|has|had|to|be|been|also|then|due|expected|planned|scheduled|later|not|yet) ){1,6}"
    r"(?:signed|initialled|initialed|adopted|ratified|concluded|enter|entered into force)\b)",
    re.IGNORECASE,
)


# "The two ministries exchanged letters on the return of assets": the verb makes them an instrument.
_EXCHANGE = "exchange of letters"
_EXCHANGED = re.compile(r"\bexchang(?:ed|e|es|ing) ((?:diplomatic )?(?:letters|notes))\b")
_EXCHANGED_WORDS = ("letters", "notes")


def _nouns(folded: Skeleton, acronyms: dict[str, AgreementKind]) -> Iterator[tuple[int, int, str, AgreementKind]]:
    words = _vocabulary()
    found = [
        (each.start(), each.end(), noun, words.kinds[noun])
        for each in words.pattern.finditer(folded.text)
        if (noun := words.forms[each[1].lower()])
    ]
    found = [each for each in found if not _qualifies_another(folded.text, each[1])]
    found += [(*each.span(1), _EXCHANGE, words.kinds[_EXCHANGE]) for each in _EXCHANGED.finditer(folded.text)]
    found = [each for each in found if not (each[2] in ("draft", "text") and words.drafts.match(folded.text, each[1]))]
    for acronym, kind in acronyms.items():
        found += [
            (each.start(), each.end(), acronym, kind) for each in re.finditer(rf"\b{re.escape(acronym)}\b", folded.text)
        ]
    yield from sorted(found)


_NEXT_WORD = re.compile(r" ([\w-]+)")


def _qualifies_another(text: str, end: int) -> bool:
    """Whether a noun only qualifies the next: "partnership agreement", "treaty text"."""
    following = _NEXT_WORD.match(text, end)
    return following is not None and is_instrument_noun(following[1])


def _instrument(folded: Skeleton, phrase: NounPhrase, noun: str, kind: AgreementKind) -> Instrument | None:
    words = _vocabulary()
    text = folded.text
    start = phrase.start
    extension = words.extending.search(text, max(0, start - len(phrase.determiner) - 60), start)
    determiner = phrase.determiner
    if extension:
        start = extension.start(1)
        opening = _ARTICLE.match(text, start)
        start = opening.end() if opening else start
        before = re.search(r"\b(a|an|the|this|that|no|any) $", text[:start])
        determiner = before[1] if before else ""
    title = text[start : phrase.end]
    tokens = {token.lower() for token in re.findall(r"[^\W\d_][\w-]+", title)}
    own = {noun, _plural(noun), *noun.split(" "), *_EXCHANGED_WORDS}
    telling = tokens - own - words.drafting - _LITTLE
    draft = bool(words.drafting & tokens) or bool(
        re.search(r"\bdraft (?:of|text of) (?:the |an? )?$", text[max(0, start - 24) : start])
    )
    if (
        words.excluded.search(title)
        or words.private.search(text, start, phrase.noun_end)
        or _is_abstract(text, phrase, noun)
        or _COUNTED.fullmatch(title)
    ):
        return None
    if noun in words.pointing and telling - {"final", "exclusive"} and not draft and not telling & words.qualifying:
        return None
    capital = folded.text[phrase.noun].isupper()
    titled = title[0].isupper() or "\ue000" <= title[0] <= "\ue00f"
    named = capital and ((titled and start < phrase.noun) or (phrase.noun > 0 and phrase.end > phrase.noun_end + 3))
    parties = _parties(folded, phrase, kind) or (_authors(folded, phrase) if draft or noun in words.authored else ())
    back = not telling and determiner in ("the", "this", "that")
    if noun in words.weak and not (telling & words.qualifying or named or back or _is_of_a_joint_body(parties)):
        return None
    first = start - len(determiner) - 1 if determiner else start
    acronym = _ACRONYM.search(title)
    whole = Instrument(
        folded.span_of(max(0, first), phrase.end),
        folded.span_of(start, phrase.end),
        kind,
        noun,
        determiner,
        frozenset(telling),
        parties,
        _term(folded, start, phrase.end),
        acronym[1] if acronym else None,
        draft,
        (noun in words.pointing and not (telling - {"draft"}))
        or not (
            telling or acronym or parties or named or determiner in ("a", "an") or _OF_YEAR.match(text, phrase.end)
        ),
        bool(extension),
    )
    if not extension:
        return whole
    base = folded.span_of(phrase.start, phrase.end)
    return replace(whole, base=replace(whole, span=base, title=base, determiner="the", extension=False, parties=()))


_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n?|[Tt]h(?:is|at)|[Ii]ts|[Tt]heir) ")
_COUNTED = re.compile(
    r"(?:over |some )?(?:\d{1,3}|dozens of|hundreds of) \w+s"
)  # "the sides have signed 14 agreements"
_REACH = re.compile(r"\b(?:reach(?:ed|ing|es)?|in|by|into|to|full|mutual|of) (?:full |mutual |an? )?$", re.IGNORECASE)


def _is_abstract(text: str, phrase: NounPhrase, noun: str) -> bool:
    """Whether a noun names no instrument but that people agree: "reached agreement on the text of a treaty"."""
    if noun not in ("agreement", "accord") or phrase.determiner or phrase.start != phrase.noun:
        return False
    if text[phrase.noun].isupper() or text[phrase.noun : phrase.noun_end].endswith("s"):
        return False
    within = re.findall(r"\w+", text[phrase.noun_end : phrase.end])
    return any(map(is_instrument_noun, within)) and bool(_REACH.search(text, max(0, phrase.start - 16), phrase.start))


def _is_of_a_joint_body(parties: tuple[Phrase, ...]) -> bool:
    """Whether it is an instrument of a body that several states share: "a decision of the Joint Panel"."""
    shared = (OrganizationKind.JOINT, OrganizationKind.INTERNATIONAL)
    return any(party.organization is not None and party.organization.kind in shared for party in parties)


def _parties(folded: Skeleton, phrase: NounPhrase, kind: AgreementKind) -> tuple[Phrase, ...]:
    """The bodies and states that the title itself names: behind "between", "with", "of"."""
    found = _PARTIES.search(folded.text, phrase.noun_end, phrase.end) or _BETWEEN.match(folded.text, phrase.end)
    if found is None or (kind is AgreementKind.CONVENTION and found[0].startswith(("of ", "by "))):
        return ()  # the charter of a council is not made by the council
    return tuple(actor for each in folded.phrases(found.start(1), found.end(1)) for actor in each.actors())


def _authors(folded: Skeleton, phrase: NounPhrase) -> tuple[Phrase, ...]:
    """Who wrote a draft, right behind it: "the proposal by Russia"."""
    found = _BY.match(folded.text, phrase.end)
    return tuple(actor for each in folded.phrases(*found.span(1)) for actor in each.actors()) if found else ()


def _term(folded: Skeleton, start: int, end: int) -> PartialDate | None:
    """The period that an instrument is made for: "for 2023-2025", "for a couple of years"."""
    for at, fold in folded.placed(start, min(len(folded.text), end + 14)):
        phrase = fold.payload
        if isinstance(phrase, Phrase) and phrase.date and _DATE_IN_TITLE.search(folded.text, max(0, at - 24), at):
            return phrase.date
        years = _YEAR_AND.search(folded.text, max(0, at - 24), at)
        if years and isinstance(phrase, Phrase) and phrase.date and (phrase.date.edtf or "").isdigit():
            text = folded.span_of(years.start(1), at + 1).of(folded.view)
            return PartialDate(text, f"{years[1]}/{phrase.date.edtf}", phrase.date.basis)
    found = _TERM.search(folded.text, start, min(len(folded.text), end + 60))
    return PartialDate(found.group(), None, DateBasis.UNRESOLVED) if found else None

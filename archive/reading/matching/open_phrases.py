"""Open phrases: words for people whom only the course of the text tells.

"the participants", "the three officials", "both sides", "her Chilean counterpart": they are folded like other phrases,
and the rules for meetings and agreements put those who met for them. A state in the words tells who is meant where the
text has one person of that state.
"""

import re
from dataclasses import replace
from functools import cache

from archive.reading.matching.people_of_states import (
    NO_PEOPLE,
    acting_together,
    companion,
    counterparts,
    delegations_of_states,
    of_a_region,
    of_bodies,
    of_several_states,
    of_states,
    people_of,
    people_of_bodies,
)
from archive.reading.matching.skeletons import PERSONS, SYMBOLS, Fold, Skeleton
from archive.reading.matching.wordings import Wording, any_of, telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import Span

# The rules of open phrases: all who met, the other of two, people whom the text never names.
OPEN_GROUP, OPEN_COUNTERPART, OPEN_PEOPLE, OPEN_GUEST = "open group", "open counterpart", "open people", "open guest"
FIRST_PERSON = "first person"  # "I" and "we"

_GROUP, _HOLDER, _DELEGATION = (SYMBOLS[kind] for kind in (PhraseKind.GROUP, PhraseKind.HOLDER, PhraseKind.DELEGATION))
_STATE, _CITY, _PERSON = (SYMBOLS[kind] for kind in (PhraseKind.COUNTRY, PhraseKind.PLACE, PhraseKind.PERSON))
_OF_STATES = rf" (?:of|from) (?:the )?[{_STATE}{_GROUP}{_DELEGATION}]"
_CITIES = rf"{_CITY}(?:, {_CITY})*,? and {_CITY}"
_POSSESSIVES = frozenset(["his", "her", "their", "its", "our", "my"])
# "the two ministers, | A and B,"
_PEOPLE_BEHIND = re.compile(rf",? ({_PERSON}(?:, {_PERSON})*,? and {_PERSON}|{_GROUP})(?=[,.;)]|$)")
# "the two countries' | interior ministers, | A and B of C,"
_THEIRS = re.compile(rf"{_GROUP}'(?: (?:[a-z-]+ ){{0,3}}[a-z]+s,)? ({_GROUP})(?: of {_STATE})?(?=[,.;)]|$| [a-z]+ed )")
_ONE_BEHIND = re.compile(rf",? (?:the )?{_PERSON}")


@cache
def _collective() -> Wording:
    words = load("open_phrases")
    post = rf" (?i:{any_of(words['posts'])})"
    which = (
        r"(?: (?:two|three|four|five|other))?(?: (?:[Cc]hief|[Ss]enior|[Dd]eputy|[Ff]oreign|[Pp]rime|visiting))?"
        rf"(?:(?<=two){post})?"
    )
    heads = rf"heads of (?:the |both )?(?:two )?{any_of(words['bodies'])}"
    people = f"{any_of(words['sides'])}|{any_of(words['people'])}"
    both = r"(?:[Tt]he (?:two|three|four|five)|[Bb]oth)"
    acting = (
        r"(?:(?:will|also|have|had|then|are|to|last|first) ){0,3}"
        r"(?:meet|met|hold|held|sign|signed|discuss|discussed|agreed|spoke|spoken|talked|exchanged|conferred)\b"
    )
    several = rf"{both}(?: (?!of\b)[\w-]+)? (?:{any_of(words['pairs'])}|(?!(?:was|has|is|as|does)\b)\w+s(?= {acting}))"
    theirs = rf"(?<! of ){SYMBOLS[PhraseKind.PRONOUN]}(?:{post})? {any_of(words['people'])}(?={_PEOPLE_BEHIND.pattern})"
    return Wording(
        re.compile(
            rf"(?:\b(?:{several}|{both}(?= {acting})|(?:[Tt]he|[Bb]oth|[Tt]hese){which} (?:{heads}|{people}))"
            rf"|{theirs})\b"
            rf"(?! of\b|'| (?:headed|led) by\b|(?<=ies) (?:were|are|included?):? (?:the )?[{PERSONS}{_GROUP}])"
        ),
        (telling("two", "three", "four", "five", "both", "heads", *words["sides"], *words["people"]),),
    )


# "officials | of the ministries of justice | of A and B", "experts of five services | of ten states"
_OF_BODIES = (
    r" (?:of|from) (?:the |their )?(?:(?!(?:met|held|to|with|in|at|for|on|by)\b)[A-Za-z][a-z'-]*(?<!ed) ){0,5}?"
    r"[A-Za-z][a-z'-]*(?<!ed)"
)
_OF_SOME_STATES = r"(?:(?: of [a-z]+(?: and [a-z]+)?)? (?:of|from) (?:the )?(?:\w+ ){1,3}(?:states|countries))"


def are_of_several_states(phrase: Phrase, view: str) -> bool:
    """Whether people who stay unnamed are of several states: "the Nordic police chiefs"."""
    return phrase.rule == OPEN_PEOPLE and of_several_states().search(phrase.span.of(view)) is not None


@cache
def _unnamed() -> Wording:
    words = load("open_phrases")
    # "The Attorneys General of the Community met": titles in the plural that open a sentence and act together
    several = rf"(?:{any_of(words['people'])}|{any_of(words['unnamed'])})"
    acting = (
        r"(?:, )?(?:have |also |will |had )*(?:met|meet|meeting|held|hold|gathered|gather|gathering|convened|convene"
        r"|reconvene|assembled|see each other|saw each other|sit down|came together|come together)\b"
    )
    opens = rf"^{NO_PEOPLE}(?:The )?"
    whose = r" (?:of|from)(?: (?![a-z]+ed\b)[\w',-]+){1,9}?(?<! the)"  # not "heads signed it at the | meeting"
    plural = rf"{opens}(?:\w+ ){{0,2}}{several}(?:{whose})?(?= {acting})"
    between = r"(?:(?!met\b|held\b|took\b|has\b|have\b|and\b)[\w-]+ ){0,5}?"
    counted = rf"(?:two|three|four|five|six|several|visiting|foreign) {any_of(words['unnamed'])}\b(?! (?:of|from)\b)"
    sorts = "|".join((*words["sorts"], *words["posts"]))
    people = rf"(?:\d+ )?(?:(?:{sorts}) ){{0,2}}(?:{several}|{any_of(words['others'])})(?:{_OF_BODIES})?"
    states = rf"{people}(?=(?P<states>{_OF_STATES}| (?:of|from|in) {_CITIES}))"
    of_whom = rf"(?:of|from) {between}{any_of(words['unnamed_of'])}\b{_OF_SOME_STATES}?(?! of (?:the )?[A-Z])"
    regional = (
        rf"(?<![\w-]){of_a_region()} (?:[\w-]+ ){{0,3}}?{several}\b(?: of (?:the )?[a-z]+(?: and [a-z]+)?)?"
        rf"(?!['/-]| [A-Z]| (?:of|from|in) [{_STATE}{_GROUP}{_CITY}])"
    )
    with_whom = ("met", "meets", "talks", "meeting", "exchange", "conversation", SYMBOLS[PhraseKind.DATE])
    whom = "|".join(rf"(?<={word} with )" for word in with_whom)
    met = rf"(?:(?<=\bmet )|{whom})(?:the )?{people}(?=[.,;:]|$| (?:on|in|at|about|who|where|to)\b)"
    of = rf"\b(?:{states}|{any_of(words['unnamed'])} {of_whom}|{counted}|{regional}|{met})"
    return Wording(re.compile(rf"{plural}|{of}"), (telling(*words["people"], *words["unnamed"], *words["others"]),))


@cache
def _epithet() -> Wording:
    epithets = load("open_phrases")["epithets"]
    return Wording(re.compile(rf"\b[Tt]he (?:[\w-]+ ){{1,3}}(?:{'|'.join(epithets)})\b"), (telling(*epithets),))


@cache
def _guest() -> Wording:
    words = load("open_phrases")
    guests, epithets = ("|".join(words[name]) for name in ("guest", "epithets"))
    return Wording(
        re.compile(
            rf"\b[Tt]he (?:(?:visiting|foreign) (?:[\w-]+ )?(?:{guests}|{epithets})|(?:high )?(?:{guests}))\b"
            r"(?!'|s\b| of\b)"
        ),
        (telling(*words["guest"], *words["epithets"]),),
    )


@cache
def _all_words() -> frozenset[str]:
    """Words of which a sentence has one where it has an open phrase."""
    before = (_collective(), _unnamed(), acting_together(), counterparts())
    wordings = (*before, companion(), _epithet(), _guest(), people_of_bodies())
    return frozenset(word for wording in wordings for word in wording.needs[0])


def with_open_phrases(annotations: Annotations, folded: Skeleton, words: frozenset[str]) -> Skeleton:
    """The skeleton with its open phrases folded; ``words`` are those of the skeleton in small letters."""
    folds = [_by_name(folded, found) for found in _THEIRS.finditer(folded.text)]
    if words.isdisjoint(_all_words()) and _DELEGATION not in folded.text:
        return folded.folded(folds) if folds else folded
    for wording, rule in ((_collective(), OPEN_GROUP), (_unnamed(), OPEN_PEOPLE), (acting_together(), OPEN_PEOPLE)):
        for found in wording.find(folded, words):
            several = _several(annotations, folded, folded.span_of(*found.span()), rule)
            theirs = "states" in found.groupdict() and found["states"] is not None
            folds += [] if theirs and several.payload == _open(several.span, rule) else [several]
    for found in counterparts().find(folded, words):
        folds += of_states(annotations, folded, found)
    for found in people_of_bodies().find(folded, words):
        folds += of_bodies(folded, found)
    for found in companion().find(folded, words):
        if _is_companion(annotations, folded, found):
            folds.append(_one_beside(annotations, folded, found))
    for found in _epithet().find(folded, words):
        span = folded.span_of(found.start(), found.end())
        person = _person_of_state_in(annotations, span)
        if any(fold.span.overlaps(span) for fold in folds):
            continue
        if person is not None:
            folds.append(Fold(span, _HOLDER, Phrase(PhraseKind.HOLDER, span, span, "epithet of a state", person)))
        elif len(codes := annotations.states_in(span)) == 1:
            guest = Phrase(PhraseKind.HOLDER, span, span, OPEN_GUEST, country=codes.pop())
            folds.append(Fold(span, _HOLDER, guest))
    for found in _guest().find(folded, words):
        span = folded.span_of(*found.span())
        if not any(fold.span.overlaps(span) for fold in folds):
            folds.append(Fold(span, _HOLDER, Phrase(PhraseKind.HOLDER, span, span, OPEN_GUEST)))
    if _DELEGATION not in folded.text:
        return folded.folded(folds)
    folds += delegations_of_states(annotations, folded)
    for _, fold in folded.placed():
        side = fold.payload
        if isinstance(side, Phrase) and side.kind is PhraseKind.DELEGATION and _is_one(side, folded.view):
            one = Phrase(PhraseKind.HOLDER, side.span, side.core, OPEN_GUEST, country=side.country)
            folds.append(Fold(side.span, _HOLDER, one))
    return folded.folded(folds)


_THEIR_STATES = re.compile(
    rf" (?:of|from|in) (?:the )?([{_STATE}{_GROUP}{_DELEGATION}](?:(?:,? and|,) (?:the )?{_STATE})*|{_CITIES})"
)


def _open(span: Span, rule: str) -> Phrase:
    """Several people whom only the course of the text tells."""
    return Phrase(PhraseKind.GROUP, span, span, rule)


def _several(annotations: Annotations, folded: Skeleton, span: Span, rule: str) -> Fold:
    """An open group, or who follows it: "the two ministers, A and B", "heads of the services of A and B"."""
    behind = folded.position(span.end)
    found = _PEOPLE_BEHIND.match(folded.text, behind)
    members = tuple(one for each in folded.phrases(*found.span(1)) for one in each.actors()) if found else ()
    if found and all(member.person for member in members):
        whole = Span(span.start, folded.span_of(*found.span(1)).end)
        return Fold(whole, _GROUP, Phrase(PhraseKind.GROUP, whole, whole, "people by name", members=members))
    states = _THEIR_STATES.match(folded.text, behind)
    if rule != OPEN_PEOPLE or states is None:
        return Fold(span, _GROUP, _open(span, rule))
    whole = Span(span.start, folded.span_of(*states.span(1)).end)
    named = [state for each in folded.phrases(*states.span(1)) for state in each.actors()]
    members = tuple(people_of(_of_its_state(annotations, each)) for each in named)
    if not all(member.country for member in members):
        return Fold(span, _GROUP, _open(span, rule))
    if len({member.country for member in members}) == 1:
        return Fold(whole, SYMBOLS[PhraseKind.DELEGATION], replace(members[0], span=whole))
    return Fold(whole, _GROUP, Phrase(PhraseKind.GROUP, whole, whole, "people of states", members=members))


def _by_name(folded: Skeleton, found: re.Match[str]) -> Fold:
    """ "the two countries' interior ministers, A and B": those who are named."""
    whole = folded.span_of(*found.span())
    members = tuple(one for each in folded.phrases(*found.span(1)) for one in each.actors())
    return Fold(whole, _GROUP, Phrase(PhraseKind.GROUP, whole, whole, "people by name", members=members))


def _of_its_state(annotations: Annotations, phrase: Phrase) -> Phrase:
    """A city as the people of its state; anything else as it is."""
    if phrase.kind is not PhraseKind.PLACE:
        return phrase
    return replace(phrase, kind=PhraseKind.COUNTRY, country=annotations.state_of_city(phrase.place))


def _states_of_cities(annotations: Annotations, folded: Skeleton, found: re.Match[str]) -> set[str]:
    """The state of the city in "her Brussels counterpart"."""
    cities = (phrase.place for phrase in folded.phrases(*found.span()) if phrase.kind is PhraseKind.PLACE)
    return {state for city in cities if (state := annotations.state_of_city(city))}


def _is_companion(annotations: Annotations, folded: Skeleton, found: re.Match[str]) -> bool:
    """Whether somebody is named by whose companion he is, or by his state: "her guest", "the Thai observer, X"."""
    owner = folded.fold_at(found.start())
    if owner is None:
        return found[0].lower().startswith("my ") or bool(annotations.states_in(folded.span_of(*found.span())))
    return owner.span.of(folded.view).lower() in _POSSESSIVES


def _one_beside(annotations: Annotations, folded: Skeleton, found: re.Match[str]) -> Fold:
    """ "her counterpart", or "her counterpart, X", which is X."""
    span = folded.span_of(found.start(), found.end())
    named = _ONE_BEHIND.match(folded.text, found.end())
    fold = folded.fold_at(named.end() - 1) if named else None
    if fold is not None:
        states = annotations.states_in(span) or _states_of_cities(annotations, folded, found)
        payload = fold.payload
        if isinstance(payload, Phrase) and payload.country is None and len(states) == 1:
            payload = replace(payload, country=states.pop())
        return Fold(Span(span.start, fold.span.end), fold.symbol, payload)
    owner = folded.fold_at(found.start())
    name = owner.payload.person if owner and isinstance(owner.payload, Phrase) else None
    person = _person_of_state_in(annotations, span, other_than=name)
    core = owner.span if owner else span
    states = annotations.states_in(span)
    state = next(iter(states)) if len(states) == 1 else None
    return Fold(span, _HOLDER, Phrase(PhraseKind.HOLDER, span, core, OPEN_COUNTERPART, person, country=state))


@cache
def _single() -> re.Pattern[str]:
    words = (*load("open_phrases")["guest"], *load("open_phrases")["epithets"])
    return re.compile(rf"[Tt]he [\w-]+(?: [\w-]+)? (?:{'|'.join(words)})")


def _is_one(phrase: Phrase, view: str) -> bool:
    """Whether what looks like unnamed people is one person: "the Cypriot guest"."""
    return phrase.organization is None and _single().fullmatch(phrase.span.of(view)) is not None


def _person_of_state_in(annotations: Annotations, span: Span, *, other_than: str | None = None) -> str | None:
    """The one person of the state whose name stands in ``span``."""
    codes = annotations.states_in(span)
    if len(codes) != 1:
        return None
    persons = [
        person.name
        for person in annotations.persons
        if person.name != other_than and codes & {appointment.office.country for appointment in person.appointments}
    ]
    return persons[0] if len(persons) == 1 else None


def is_open(phrase: Phrase) -> bool:
    """Whether a phrase stands for people whom only the course of the text tells."""
    if phrase.person:
        return False
    return phrase.rule in (OPEN_GROUP, OPEN_COUNTERPART, OPEN_PEOPLE, OPEN_GUEST) or (
        phrase.kind is PhraseKind.GROUP and not phrase.members
    )


@cache
def _people() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of(load('open_phrases')['people'])}\b")


def means_persons(phrase: Phrase, view: str) -> bool:
    """Whether an open phrase stands for persons rather than for their sides: "the three officials"."""
    return _people().search(phrase.span.of(view)) is not None

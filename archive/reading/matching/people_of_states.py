"""People of states: those who are named by their states only.

"his French and Belgian counterparts", "Peruvian and Chilean prosecutors", "judges, customs officers and investigators
from Benin and Togo": unnamed people of these states, folded as one.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from archive.reading.matching.skeletons import SYMBOLS, Fold, Skeleton
from archive.reading.matching.wordings import Wording, telling
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.vocabulary import load
from archive.values import Span

_STATE = SYMBOLS[PhraseKind.COUNTRY]
_CITY = SYMBOLS[PhraseKind.PLACE]
_GROUP = SYMBOLS[PhraseKind.GROUP]
_DELEGATION = SYMBOLS[PhraseKind.DELEGATION]
_BODY = SYMBOLS[PhraseKind.ORGANIZATION]
_RULE = "people of states"


def people_of(state: Phrase) -> Phrase:
    """The unnamed people of a state."""
    return replace(state, kind=PhraseKind.DELEGATION) if state.kind is PhraseKind.COUNTRY else state


@cache
def counterparts() -> Wording:
    """Wordings of people of states: "her Chilean counterparts", "Ghanaian magistrates"."""
    words = load("open_phrases")
    companions = words["companions"]
    known = (*words["unnamed"], *words["others"])
    people = "|".join([*(f"{word}s" for word in companions), *known])
    lists = rf"[{_STATE}{_GROUP}](?:(?:,? and|,) (?:the )?{_STATE})*"
    return Wording(
        re.compile(
            rf"{SYMBOLS[PhraseKind.PRONOUN]} (?:[a-z-]+ )?(?:{'|'.join(companions)})s"
            rf" (?:from|of|in) (?:the )?(?P<list>{lists})"
            rf"|(?:{SYMBOLS[PhraseKind.PRONOUN]} )?(?P<states>[A-Z][a-z]+(?:(?:,? and|,) [A-Z][a-z]+){{0,5}})"
            rf" (?:[a-z-]+ )?(?:{people})\b"
        ),
        (telling(*companions, *known),),
    )


@cache
def companion() -> Wording:
    """Wordings of one person by whose companion or of which state he is: "her counterpart", "the Thai observer, X"."""
    words = load("open_phrases")
    companions = "|".join(words["companions"])
    named = "|".join((*words["companions"], *words["epithets"], *words["described"]))
    return Wording(
        re.compile(
            rf"(?:{SYMBOLS[PhraseKind.PRONOUN]}|\b[Mm]y) (?:[\w-]+ |[{_STATE}{_CITY}] )?(?:{companions})s?\b"
            rf"(?:,? (?:from|of|in) (?:the )?{_STATE})?"
            rf"|\b(?:[Tt]he )?[A-Z][a-z]+ (?:[a-z-]+ ){{0,2}}(?:{named})(?=,? {SYMBOLS[PhraseKind.PERSON]})"
        ),
        (telling(*words["companions"], *words["epithets"], *words["described"]),),
    )


@cache
def of_a_region() -> str:
    """Words for a region of several states: "the Nordic"."""
    return rf"(?:[Tt]he )?(?:[a-z]+ )?(?:{'|'.join(load('open_phrases')['regions'])})"


@cache
def of_several_states() -> re.Pattern[str]:
    """Words of people who are of several states."""
    return re.compile(rf"\b(?:states|countries|nations|{'|'.join(load('open_phrases')['regions'])})\b")


# What opens a condition or a question, and is no word of the people behind it.
NO_PEOPLE = (
    r"(?!(?:Should|If|Unless|Whether|When|Once|Until|Did|Do|Will|Would|Could|Can|May|Has|Have|Had|Were|Was|Are|Is)\b)"
)


@cache
def acting_together() -> Wording:
    """People of states whose office no list has, where they act: "the ombudspersons of A and B gathered"."""
    verbs = load("open_phrases")["together"]
    list_of_states = rf"[{_STATE}{_GROUP}](?:(?:,? and|,) (?:the )?{_STATE})*"
    acting = rf"(?:(?:have|had|will|are|were|to|also|jointly|today|yesterday|then) ){{0,3}}(?:{'|'.join(verbs)})\b"
    people = (
        rf"(?:^{NO_PEOPLE}(?:[A-Z][a-z-]+(?= ) ?)?|\b[Tt]he |(?<=, ))"
        r"(?:(?!(?:and|but|or|that|as|when|where|while|who|which|said|with|in|at|on|by|for|to)\b)[a-z-]+(?<!ed) ){0,3}?"
        r"[A-Za-z-]+s"
    )
    return Wording(
        re.compile(rf"{people}(?=(?P<states> (?:of|from) (?:the )?{list_of_states},? {acting}))"),
        (telling(*(verb.split(" ")[0] for verb in verbs)),),
    )


def of_states(annotations: Annotations, folded: Skeleton, found: re.Match[str]) -> Iterator[Fold]:
    """ "his French and Belgian counterparts": unnamed people of these states."""
    whole = folded.span_of(*found.span())
    if found["list"]:
        members = tuple(people_of(state) for each in folded.phrases(*found.span("list")) for state in each.actors())
        if len(members) > 1 and all(actor.country for actor in members):
            yield Fold(whole, _GROUP, Phrase(PhraseKind.GROUP, whole, whole, _RULE, members=members))
        return
    first = found.start("states")
    words = [folded.span_of(first + word.start(), first + word.end()) for word in _CAPITAL.finditer(found["states"])]
    states = [(span, annotations.states_in(span)) for span in words]
    if any(len(codes) != 1 for _, codes in states):
        return
    members = tuple(
        Phrase(PhraseKind.DELEGATION, span, span, _RULE, country=code) for span, codes in states for code in codes
    )
    if len(members) == 1 and found[0][0].isupper():
        yield Fold(whole, _DELEGATION, replace(members[0], span=whole))
    elif len(members) > 1:
        yield Fold(whole, _GROUP, Phrase(PhraseKind.GROUP, whole, whole, _RULE, members=members))


_CAPITAL = re.compile(r"[A-Z][a-z]+")


@cache
def people_of_bodies() -> Wording:
    """Wordings of people whose body or state stands before them: "Europol analysts", "Kosovo prosecutors"."""
    words = load("open_phrases")
    people = {*words["unnamed"], *words["others"], *words["envoys"]} - {*words["staff"]}
    return Wording(
        re.compile(rf"[{_BODY}{_STATE}] (?:(?:{'|'.join(words['sorts'])}) )?(?:{'|'.join(sorted(people))})\b(?!')"),
        (telling(*people),),
    )


def of_bodies(folded: Skeleton, found: re.Match[str]) -> Iterator[Fold]:
    """ "Europol analysts": unnamed people of this body or state."""
    whole = folded.span_of(*found.span())
    for body in folded.phrases(*found.span()):
        if body.organization is not None or body.country:
            yield Fold(whole, _DELEGATION, replace(body, kind=PhraseKind.DELEGATION, span=whole, rule=_RULE))


def delegations_of_states(annotations: Annotations, folded: Skeleton) -> Iterator[Fold]:
    """Delegations with all that belong to them: another adjective, other people, the states that their bodies name."""
    for at, fold in folded.placed():
        side = fold.payload
        if fold.symbol != _DELEGATION or not isinstance(side, Phrase):
            continue
        before = _ADJECTIVE.search(folded.text, max(0, at - 30), at)
        if before and side.country and not _OF_OTHERS.search(folded.text, 0, before.start(1)):
            yield from _adjective_joined(annotations, folded.span_of(*before.span(1)), side)
            continue
        states = annotations.states_in(side.span) if not (side.members or side.country or side.organization) else set()
        people = _people_before().search(folded.text, max(0, at - _FAR), at)
        after = _people_after().match(folded.text, at + 1)
        start = folded.offset(people.start()) if people else side.span.start
        end = folded.offset(after.end() - 1) + 1 if after else side.span.end
        if people or after or len(states) > 1:
            yield _folded_people(Span(start, end), side, states)


def _adjective_joined(annotations: Annotations, adjective: Span, side: Phrase) -> Iterator[Fold]:
    """ "Peruvian and | Chilean prosecutors": the people of both states."""
    states = annotations.states_in(adjective)
    if len(states) == 1:
        other = Phrase(PhraseKind.COUNTRY, adjective, adjective, "state in a list", country=states.pop())
        whole = Span(adjective.start, side.span.end)
        group = Phrase(PhraseKind.GROUP, whole, whole, "adjectives joined", members=(other, side))
        yield Fold(whole, _GROUP, group)


def _folded_people(whole: Span, side: Phrase, states: set[str]) -> Fold:
    """ "42 prosecutors, customs officers and | inspectors from Benin and Togo" as one."""
    if len(states) > 1:
        members = tuple(
            Phrase(PhraseKind.DELEGATION, side.span, side.span, _RULE, country=code) for code in sorted(states)
        )
        return Fold(whole, _GROUP, Phrase(PhraseKind.GROUP, whole, whole, _RULE, members=members))
    return Fold(whole, _DELEGATION, replace(side, span=whole))


@cache
def _people_before() -> re.Pattern[str]:
    words = load("open_phrases")
    people, sorts = "|".join((*words["unnamed"], *words["others"])), "|".join(words["sorts"])
    return re.compile(
        rf"\b(?:(?:\d+|[A-Z][a-z]+(?:-[a-z]+)?) )?(?:(?:(?:{sorts}) )?(?:{people})(?:, (?:and )?| and ))+$"
    )


@cache
def _people_after() -> re.Pattern[str]:
    """ "a delegation of Montenegrin | prosecutors": what belongs to a delegation behind it."""
    words = load("open_phrases")
    return re.compile(rf" (?:(?:{'|'.join(words['sorts'])}) )?(?:{'|'.join((*words['unnamed'], *words['others']))})\b")


_FAR = 90  # letters in which people before a delegation are looked for
_OF_OTHERS = re.compile(r"\b(?:of|from|by|in) (?:the )?$")
_ADJECTIVE = re.compile(r"(?:^|(?<= ))([A-Z]\w+) and (?:the )?$")

"""Whom a match says is met: nobody, anybody, a delegation, a newsroom, only states."""

from archive.reading.matching.modality import side_before
from archive.reading.matching.open_phrases import OPEN_GROUP
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import SYMBOLS
from archive.reading.meetings.course import ONE_SIDE
from archive.reading.phrases import Phrase, PhraseKind
from archive.values import OrganizationKind


def is_nobody(match: Match) -> bool:
    """Whether nobody is met, or only "him" of whom the text does not say who he is."""
    return all(
        each.kind is PhraseKind.PRONOUN and each.person is None and each.span.of(match.skeleton.view) in ("him", "her")
        for each in match.phrases("whom")
    )


def is_delegation(match: Match) -> bool:
    """Whether those who meet are a delegation or act for a side, and no single person."""
    who = list(match.skeleton.phrases(*match.places.get("who", (0, 0))))
    kinds = (PhraseKind.DELEGATION, PhraseKind.GROUP, PhraseKind.HOLDER)
    acting = "who" in match.places and side_before(match.skeleton.text, match.places["who"][0]) is not None
    return bool(who) and (
        acting or who[0].kind in kinds or (who[0].kind is PhraseKind.PRONOUN and bool(who[0].members))
    )


def is_nobody_yet(match: Match, whom: Phrase) -> bool:
    """Whether those who are received may be anybody: "received the participants", but not "the delegation"."""
    return whom.rule == OPEN_GROUP and ONE_SIDE.fullmatch(whom.span.of(match.skeleton.view)) is None


def is_shared(match: Match) -> bool:
    """Whether a body is met that is of no state, and so may be that of many."""
    return any(phrase.organization and phrase.organization.country is None for phrase in match.phrases("whom"))


def is_newsroom(match: Match) -> bool:
    """Whether a paper met whom it asked: "The Lantern met her in Rome"."""
    who = match.phrases("who")
    return bool(who) and all(
        each.organization is not None and each.organization.kind is OrganizationKind.MEDIA for each in who
    )


def are_all(kind: PhraseKind, match: Match) -> bool:
    """Whether all who are met are of one kind."""
    return all(phrase.kind is kind for phrase in match.phrases("whom"))


def is_a_state(match: Match) -> bool:
    """Whether only states are met, and not their people: "received judges from Spain and Peru"."""
    people = SYMBOLS[PhraseKind.DELEGATION] in match.skeleton.text[slice(*match.places.get("whom", (0, 0)))]
    return not people and are_all(PhraseKind.COUNTRY, match)

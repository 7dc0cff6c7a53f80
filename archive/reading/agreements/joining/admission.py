"""Admission: whether what a text tells of is an instrument of cooperation.

What only points to one is none, nor what one state adopts for itself or makes with a company.
"""

from archive.reading.agreements.joining.likeness import BOTH, ToldInstrument
from archive.reading.agreements.kinds import DOMESTIC, SHARED_BODIES, UNSIGNED
from archive.reading.agreements.lexicon import words_for
from archive.reading.phrases import Phrase
from archive.values import AgreementKind, OrganizationKind, StepStatus


def is_one(told: ToldInstrument, *, gathered: bool, met: bool) -> bool:
    """Whether what was told is an instrument: something that only points is none.

    ``gathered``: the text tells of a gathering of several states, which may plan together; ``met``: two states met.
    """
    parties = any(step.makers or step.addressees or step.instrument.parties for step in told.steps)
    if told.main.several and not (told.main.words and parties and len(_sides(told)) >= BOTH):
        return False  # "under those agreements"
    if (
        told.main.kind in DOMESTIC
        and not (parties or gathered or not told.main.words.isdisjoint(words_for("shared")))
        and all(step.status in UNSIGNED for step in told.steps)
    ):
        return False  # a plan that somebody at home put forward
    if _is_of_a_company(told) or _is_at_home(told):
        return False  # what one state adopts for itself
    loose = all(each.loose for each in told.instruments)
    if loose and not met and len(_sides(told)) < BOTH and not _is_of_a_shared_body(told):
        return False
    at_home = told.main.kind in DOMESTIC or (
        told.main.noun in words_for("pointing")
        and told.main.words.isdisjoint(words_for("subjects") | words_for("like_it"))
    )
    if at_home and not met and all(step.status in UNSIGNED for step in told.steps) and len(_sides(told)) < BOTH:
        return False  # what one side has in hand
    if told.main.kind is AgreementKind.ORDER and not gathered:
        makers = {(maker.country, maker.person) for step in told.steps for maker in step.makers}
        if len(makers) < BOTH and not any(step.instrument.parties for step in told.steps):
            return False  # what one authority orders
    return any(not step.instrument.pointing or step.instrument.noun not in words_for("pointing") for step in told.steps)


def _is_of_a_company(told: ToldInstrument) -> bool:
    """Whether an agreement of a company with one state is none of cooperation: "an agreement with the tax office"."""
    actors = [actor for step in told.steps for actor in (*step.makers, *step.instrument.parties)]
    company = any(actor.organization and actor.organization.kind is OrganizationKind.COMPANY for actor in actors)
    return company and told.main.kind is AgreementKind.AGREEMENT and told.main.words.isdisjoint(words_for("shared"))


def _is_at_home(told: ToldInstrument) -> bool:
    """Whether a plan or decision is adopted by one state alone, and nothing in its title says that it is shared."""
    shared = words_for("qualifying")
    if told.main.kind not in DOMESTIC or any(not each.words.isdisjoint(shared) for each in told.instruments):
        return False
    actors = _actors(told)
    bodies = [actor.organization for actor in actors if actor.organization and not actor.country]
    states = {actor.country for actor in actors} | {body.country for body in bodies}
    signed = any(step.status is StepStatus.SIGNED for step in told.steps)
    adopted = any(step.status is StepStatus.APPROVED for step in told.steps)
    return (
        adopted and not signed and len(states - {None}) == 1 and not any(body.kind in SHARED_BODIES for body in bodies)
    )


def _is_of_a_shared_body(told: ToldInstrument) -> bool:
    """Whether a body of several states makes it: "the Network adopted guidelines"."""
    makers = (maker for step in told.steps for maker in step.makers)
    return any(maker.organization is not None and maker.organization.kind in SHARED_BODIES for maker in makers)


def is_of_two_states(told: ToldInstrument) -> bool:
    """Whether the words themselves say that two states make it."""
    states = {actor.country or (actor.organization and actor.organization.country) for actor in _actors(told)}
    return told.main.kind not in DOMESTIC and len(states - {None}) >= BOTH


def _sides(told: ToldInstrument) -> set[object]:
    """The states and bodies that make an instrument, each of no state for itself."""
    return {
        actor.country or (actor.organization and actor.organization.country) or actor.span for actor in _actors(told)
    }


def _actors(told: ToldInstrument) -> list[Phrase]:
    """All who are told to make an instrument, to receive its draft or to be its parties."""
    return [actor for step in told.steps for actor in (*step.makers, *step.addressees, *step.instrument.parties)]

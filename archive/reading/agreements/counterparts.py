"""Counterparts: what one side made with several others, one with each: "signed memoranda with Peru, Chile and Oman"."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from archive.reading.agreements.naming import Instrument
from archive.reading.agreements.telling import ToldStep
from archive.reading.agreements.words import plural
from archive.reading.phrases import Phrase


def one_with_each(view: str, steps: Iterable[ToldStep]) -> Iterator[ToldStep]:
    """The steps, each of what was made with several as one step for each of them."""
    for step in steps:
        others = _others(view, step.instrument)
        if not others:
            yield step
        named = {id(other) for other in others}
        for other in others:
            makers = [maker for maker in step.makers if id(maker) not in named]
            own = replace(step.instrument, parties=(other,), several=False)
            yield replace(step, instrument=own, makers=makers)


def _others(view: str, instrument: Instrument) -> tuple[Phrase, ...]:
    """With whom the instruments were made that a noun in the plural names; nobody where they are one."""
    title = instrument.title.of(view)
    nouns, _, behind = title.partition(" with ")
    several = {plural(instrument.noun), "memoranda"} & set(nouns.lower().split()) or nouns.rstrip(")").endswith("s")
    if not (behind and several) or "between" in nouns:
        return ()
    states = [other.country or (other.organization and other.organization.country) for other in instrument.parties]
    apart = len(set(states)) == len(states) > 1 and None not in states
    return instrument.parties if apart else ()

"""Settles whose the offices of a text are: what each part of `archive.reading.entities.belonging` finds, in order."""

from collections.abc import Sequence

from archive.reading.entities.belonging.chiefs import states_of_chiefs, states_of_heads
from archive.reading.entities.belonging.companions import states_of_companions
from archive.reading.entities.belonging.completing import Known, complete_offices
from archive.reading.entities.belonging.dealings import only_state, states_of_the_two
from archive.reading.entities.belonging.houses import MISSION, is_of_a_mission
from archive.reading.entities.belonging.labels import states_of_sides
from archive.reading.entities.belonging.other_of_two import other_of_two
from archive.reading.entities.belonging.possessors import states_of_ours
from archive.reading.entities.belonging.receptions import (
    guests,
    house_of_the_lead,
    house_of_the_place,
    met_by,
    states_of_hosts,
    states_of_receivers,
)
from archive.reading.entities.belonging.sides import states_of_the_joined
from archive.reading.entities.belonging.spoken_for import states_of_the_senders, states_of_those_sent
from archive.reading.entities.belonging.spoken_of import after_another_state
from archive.reading.entities.offices.kinds import is_of_an_envoy
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.people import Human
from archive.reading.entities.references import Holders
from archive.reading.entities.words.pieces import Piece
from archive.reading.phrases import Layout
from archive.values import Span

_HEAD = 4  # blocks that introduce the speaker of an interview


def settle_offices(
    found: list[Piece],
    layout: Layout,
    holders: Holders,
    bodies: Sequence[Body],
    named: Sequence[tuple[str, Span]],
    cities: dict[int, str],
) -> None:
    """Give the offices of persons their states. ``cities`` are the states of places, ``named`` all that are named."""
    view, humans, house = layout.view, holders.persons.humans, holders.house
    sides = states_of_sides(found, view) | states_of_those_sent(found, view, house=house is not None)
    sides |= states_of_the_senders(found, view)
    sides |= states_of_companions(found, view, cities | sides)
    if house is None and layout.blocks:
        sides = states_of_ours(found, view, layout.blocks[:_HEAD][-1].span.end) | sides
    places = states_of_the_joined(found, view, cities | states_of_hosts(found, view) | sides)
    if house is None:
        places = states_of_the_two(found, named, places, view) | places
    places = states_of_receivers(found, view) | places
    states = [code for code, _ in named]
    own = house or only_state(found, named, humans, places, bodies, view)
    own = own or house_of_the_lead(found, layout, states) or house_of_the_place(found, layout, states)
    likes = states_of_heads(humans, bodies, own, set(states))
    chiefs = states_of_chiefs(humans)
    if is_of_a_mission(layout):
        likes |= chiefs
    heads = frozenset(title for title, state in chiefs.items() if state == own)
    likely = None if own else other_of_two(found, view)
    only = _is_alone(own, humans, bodies)
    apart = holders.strangers if house is None else {}
    guided = guests(found, view), met_by(found, view), after_another_state(found, own) if own else frozenset()
    complete_offices(humans, Known(own, only, likely, places, sides, likes, heads, *guided, apart))


def _is_alone(house: str | None, humans: Sequence[Human], bodies: Sequence[Body]) -> bool:
    """Whether no official and no body of another state than the house stands in a text, but for its envoys."""
    officials = (post for human in humans for post in human.offices() if not is_of_an_envoy(post.title))
    others = (body for body in bodies if not MISSION.search(body.name))
    return {post.country for post in officials} | {body.country for body in others} <= {house, None}

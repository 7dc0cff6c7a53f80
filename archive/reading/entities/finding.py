"""From a layout to its annotations: the stages that find who, where and when, in order.

::

    dates           every wording of a date
    words           the words as pieces with symbols
    countries       which state a shared word means; then `doubtful`: words that are titles here and names there
    organizations   bodies; then `references.short_bodies`: "the Ministry", acronyms
    offices         titles with their body and state; then `described`: bodies that stand there without their name
    persons         names with evidence, and who is who; then `beside`: "his counterpart, X"
    groups          delegations, unnamed holders, lists
    belonging       whose the offices are
    phrasing        pieces to phrases, drafts to facts
"""

from archive.reading.entities import countries, groups, places
from archive.reading.entities.belonging.beside_bodies import people_beside_bodies
from archive.reading.entities.belonging.described import bodies_of_offices
from archive.reading.entities.belonging.heads import heads_of_bodies, heads_of_the_two
from archive.reading.entities.belonging.houses import house_of, issuer, speaking_body
from archive.reading.entities.belonging.possessors import bodies_of_possessives
from archive.reading.entities.belonging.settling import settle_offices
from archive.reading.entities.belonging.sides import states_of_places
from archive.reading.entities.belonging.strangers import strangers
from archive.reading.entities.beside import Beside
from archive.reading.entities.dates.wordings import anchor_of, dates_from
from archive.reading.entities.offices.assembling import Offices
from archive.reading.entities.offices.of_that import offices_of_that_country
from archive.reading.entities.organizations.cascade import Bodies
from archive.reading.entities.persons.addressed import addressed
from archive.reading.entities.persons.careers import Careers
from archive.reading.entities.persons.counterparts import counterparts_in_turn, of_their_states, same_posts
from archive.reading.entities.persons.people import Persons
from archive.reading.entities.phrasing import Phrasing
from archive.reading.entities.references import Holders, short_bodies
from archive.reading.entities.words import doubtful
from archive.reading.entities.words.glosses import without_glosses
from archive.reading.entities.words.pieces import pieces
from archive.reading.phrases import Annotations, Layout


def phrases(layout: Layout, published: str | None = None) -> Annotations:
    """The phrases of each sentence and the facts that they stand for."""
    anchor = anchor_of(layout, published)
    found = without_glosses(pieces(layout, dates_from(layout, anchor)), layout.view)
    found = countries.with_flags(found, layout.view)
    countries.settle_shared(found, layout.view)
    countries.settle_capitals(found, layout)
    found = doubtful.settle(found, layout.view)
    house = house_of(layout, found)
    cities = states_of_places(found, layout.view, abroad=house is not None)

    bodies = Bodies(layout.text, layout.view)
    found = bodies.find(found)
    house = house or speaking_body(layout, found)
    bodies.register.settle(house)
    found = short_bodies(found, bodies, layout.view)
    found = Offices(layout.text, layout.view, bodies).find(found)
    found = offices_of_that_country(found, layout.view)
    bodies_of_possessives(found, layout.view, issuer(layout, found))
    bodies_of_offices(found, layout.view)
    persons = Persons(layout.text, layout.view)
    found = persons.find(found)
    holders = Holders(layout.text, layout.view, persons, house)
    found = Beside(layout.text, layout.view, holders).find(found)
    named = list(countries.mentions(found, layout.view))
    careers = Careers(layout.view)
    careers.find(found)
    heads_of_bodies(found, layout.view)
    heads_of_the_two(found, layout.view)
    people_beside_bodies(found, layout.view)
    holders.of_another_state(found)
    counterparts_in_turn(found, layout.view)
    same_posts(found, layout.view)
    of_their_states(found, layout.view)
    addressed(found, layout.view)
    holders.strangers = strangers(found, layout.view) | careers.coming
    holders.settle(found)
    settle_offices(found, layout, holders, bodies.register.all, named, cities)
    found = places.find(found, layout.view)
    found = groups.find(found, layout.view)
    phrasing = Phrasing(layout, bodies, persons, holders, named)
    return phrasing.annotations(found, published, anchor.edtf if anchor else None, house)

"""Whose an office is, where its own words do not say it.

::

    houses           the state that speaks in the text
    receptions       who receives and who is received
    imprints         the lines above and below it that say who issued it
    dealings         the state of officials without one, where the text deals with one or two states
    other_of_two     the one of two states of which nobody else is said to be
    strangers        who is not of the states with whose officials and bodies a sentence tells of him
    sides            the state that a place, a label or a sender puts people in
    spoken_for       the state for which somebody stands or acts, by the words beside him
    spoken_of        of which other state the sentences before him speak last
    companions       the state of whom they come with, or of their delegation
    labels           the state of a side that names its people: "(Thai side) X; Y"
    heads            the body that somebody is said to head, or to be a member of
    beside_bodies    the body beside which a bare office stands, or for which somebody acts
    described        the body that stands there without its name: "the court's chief justice"
    possessors       the body or state that "its" and "our" mean
    chiefs           the state of a deputy's chief, and of the body that a chief heads
    settling         what of these holds, in order; completing: the body and state of each office from these
    wordings         wordings that several of these share
    unnamed_holders  offices without a name, of the one person without an office
"""

"""Whose an office is, where its own words do not say it.

::

    houses      the state that speaks in the text
    imprints    the lines above and below it that say who issued it
    sides       the state that a place, a label or a sender puts people in
    companions  the state of whom they come with, or of their delegation
    labels      the state of a side that names its people: "(Thai side) X; Y"
    headed      the body that somebody is said to head or chair
    described   the body that stands there without its name: "the court's chief justice"
    offices     the body and state of each office from these
"""

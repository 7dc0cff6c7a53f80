"""Offices: a title with what belongs to it.

::

    longer         titles that are longer than their words, and nouns that are one beside a name only
    titles         words that belong to a title, or do not
    around_titles  what belongs to a title, before and behind
    assembling     the body and state of each: a post; kinds: what kind of office its title says
    pairs          two offices in a row that are one
    of_that        offices that point to a state or body named before: "of that country"
    cities         the state of an office by the city where it is
"""

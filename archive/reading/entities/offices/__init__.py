"""Offices: a title with what belongs to it.

::

    longer      titles that are longer than their words, and nouns that are one beside a name only
    titles      words that belong to a title, or do not
    finding     the body and state of each
    ranks       titles that are a mere form of address beside another
"""

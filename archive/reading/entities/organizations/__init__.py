"""Bodies. ``cascade`` calls the parts in order.

::

    recast       words that are something else beside the name of a body
    headings     which words of a heading are of a name
    unmeant      names of bodies that do not mean the body
    acronyms     an acronym in brackets spells the name
    foreign      in other languages
    introduced   something beside it says what it is
    newsrooms    who reports, and who is told something
    small        in small letters
    known        the vocabulary knows it by name
    compounds    names that hold the names of other bodies
    members      the states that belong to a body
    headed       with a head
    shapes       what stands around the head of a name (``vocabulary/shapes.toml``)
    edges        where such a name begins and ends, and whose the body is
    enough       whether a head with few words beside it is a name
    plural       names in the plural
    canonical    the form of a name that its wordings share
    bodies       which names mean one body
"""

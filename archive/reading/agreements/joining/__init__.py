"""Joining: from the tellings of a text to its instruments. ``agreements.facts`` calls the parts in this order.

::

    open_makers     whom words for the makers mean that name nobody: "the heads of the agencies"
    onlookers       which states only watched: "as observers"
    likeness        which steps belong to one instrument, and which words name it again
    admission       whether what was told is an instrument of cooperation
    parties         who makes it, and who signs for them
    implied_states  the states that the text deals with, where it does not say who makes it
    wholes          which instrument another one is a part of
"""

"""Stage three, quotations: in whose words. ``facts`` calls the parts in order.

::

    blocks          each block with its phrases and quoted stretches folded
    frames          the words around a quotation that say who speaks (``vocabulary/reporting_verbs.toml``)
    speech          whether quoted words are somebody's speech, or a title, a name, a word held at a distance
    pieces          one quotation in pieces, and pieces that are one quotation
    epithets        words for a person without a name
    recollection    whom the text spoke of last; known_persons: what it shows of each
    speakers        who is meant where the words for a speaker carry no name
    facts           the quotations with their speakers
"""

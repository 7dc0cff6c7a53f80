"""The words of a text: what all finders of stage two match on.

::

    pieces, lexicon   words as pieces with symbols, by what the vocabularies know of them
    folding           rules that turn a run of pieces into one piece; needed: the symbols that a rule cannot do without
    capitals          lines that are written in capitals
    hyphens           words of several that a hyphen joins
    glosses           what a caption says behind a name, the signs of footnotes
    doubtful          words that are a title in one text and a name in another
"""

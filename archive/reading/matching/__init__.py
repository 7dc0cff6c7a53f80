"""How the later stages match: patterns that read like English, on sentences whose phrases are folded to symbols.

::

    skeletons, sentences   a sentence with each phrase as one symbol
    patterns, triggers     the patterns of a vocabulary, and the words by which they are looked for
    nouns, open_phrases    from a noun to its noun phrase; words for people whom only the course of the text tells
    clauses, modality      where and when a match happened; whether it came about, is planned, was proposed or denied
"""

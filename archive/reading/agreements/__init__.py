"""Stage three, agreements: what was signed, planned or recalled.

::

    instruments/  the noun phrases that name an instrument, each folded to one symbol
    steps/        the places where a text says what happened to one, and what they say: its tellings
    joining/      which tellings belong to one instrument, and who makes it
    facts         the agreements with their parties and steps; it calls the parts of joining in order

    lexicon       the words: nouns that name an instrument, words that make or mar one
    kinds         groups of kinds of instruments and of steps that rules ask for
    telling       one place of the text: a step of an instrument, or one that only names it

A new noun, verb or way to tell a step is a line of ``vocabulary/agreements.toml``; what is said of a signing without
the instrument, one of ``vocabulary/signatures.toml``.
"""

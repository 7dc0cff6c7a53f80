"""Instruments: the noun phrases of a sentence that name one. ``folding`` calls the parts.

::

    folding         each sentence with its instruments folded; acronyms hold from where they are introduced
    naming          from a noun phrase to an instrument: title, kind, parties, term
    bounding        where its title ends
    complements     what stands behind its noun: who makes it, for how long, of which year
    no_instruments  what looks like one and is none: a law, a press release, a plea
    quoted_titles   titles between quotation marks
    distributing    one noun in the plural for several: on different things, or one with each of several sides
    anaphora        those that go without their noun: "it", "the new text", "a third one, with Peru"
"""

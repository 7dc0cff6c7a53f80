"""Stage three, agreements: what was signed, planned or recalled. ``facts`` calls the parts in order.

::

    words         the nouns that name an instrument (``vocabulary/agreements.toml``)
    bounding      where a title ends
    naming        from a noun phrase to an instrument: title, kind, parties, term
    pretenders    what looks like one and is none; complements: who makes it, for how long; quoted: titles in marks
    distributing  one noun in the plural for several instruments
    ones          those that go without their noun: "a third one, with Peru"
    instruments   each sentence with its instruments folded
    telling       what a text tells of one: a step, or only its name
    carrying      which instruments of a list a match is about
    unfinished    what was not made, and yet is proposed or a draft
    steps         each place where a text says what happened to one (``vocabulary/agreements.toml``)
    makers        who puts their name to it
    status        what has become of one: signed, to be signed, a draft still
    standing      whether one that is recalled stands, by its year or as a basis
    refusals      why a pattern that matches says nothing of a step: its clause denies it, its verb is
                  said_of something else, or such deeds are no step of such an instrument
    dating        when a step was made
    listing       what is said of all the instruments of a list
    pages         a text that is itself an instrument
    unnamed       what is said of the signing of one that only an earlier sentence names
    counterparts  what one side made with several others, one with each
    likeness      which steps belong to one instrument
    admission     whether what was told is an instrument of cooperation
    context       the states that the text deals with, where it does not say who makes an instrument
    standing_for  whom the words for its makers mean where they name nobody
    parties       who makes an instrument, and who signs for them
    wholes        which instrument another one is a part of
    facts         the agreements with their parties and steps
"""

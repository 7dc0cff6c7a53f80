"""Stage three, agreements: what was signed, planned or recalled. ``facts`` calls the parts in order.

::

    instruments   noun phrases that name an agreement: title, kind, parties, term
    telling       what a text tells of one: a step, or only its name
    steps         each place where a text says what happened to one (``vocabulary/agreements.toml``)
    refusals      why a pattern that matches says nothing of a step
    listing       what is said of all the instruments of a list
    likeness      which steps belong to one instrument
    parties       who makes an instrument, and who signs for them
    facts         the agreements with their parties and steps
"""

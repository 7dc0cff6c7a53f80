"""Stage three, meetings: who met whom. ``facts`` calls the parts in order.

::

    encounters       noun phrases that name a meeting, and the kind that their words tell
    matches, checks  from a match of a pattern (``vocabulary/meetings.toml``) to a telling, if it is what it looks like
    agenda           the programme of a visit as tellings
    tellings         every place where the text tells of a meeting; course: what one takes from those before it
    joining          the tellings of one encounter as one
    facts            the meetings with their participants

A new kind of meeting is a line in ``vocabulary/meetings.toml`` with an example; only a new build of sentence is code.
"""

"""Stage three, meetings: who met whom. ``facts`` calls the parts in order.

Three things, each made of the one before. An *encounter* is a noun phrase that names a meeting: "a trilateral meeting".
A *telling* is one place where the text says that somebody meets, met or is to meet, with or without such a noun.
A *told meeting* is all the tellings of one meeting; as a fact it is a `Meeting`.

::

  the words
    kinds            the groups of kinds of meetings
    encounters       what names a meeting, and the kind that its words tell
    folding          the encounters of a sentence: nouns, gatherings that no noun names, one of a series; lookalikes,
                     which are none
  what a sentence tells
    telling          the telling and the told meeting
    matches          from a match of a pattern (``vocabulary/meetings.toml``) to a telling
      choice           with its subject; of several that see one event the one that says most
      checks           whether it is what it looks like; appeals: only a call on others; certainty: one meeting, or talk
                       in general; in_passing: its noun in a clause of any verb; several: more than one who meet;
                       in_person: people of different states who act together; whom: who is met
      travellers       whether those who come act for a state or body, and come from another
      participants     who takes part by it; states: those that the words around it name
      when_and_where   the day and place; timing: whether it is still to come, and on which days
  what the text tells
    narrative        sentence after sentence, every telling; course: the place and day that one takes from those before
                     it; journeys: the visit and the city that the text tells of; company: the people
    agenda, rolls    the programme of a visit as tellings; lists of those who took part, or were met in turn
    titles           a heading that names a meeting, with its city and days below
    particulars      a meeting told in fields: "Date: ...", "Place: ..."
    entries          lines without a verb, of diaries, calendars and reports in points; schedules: their day and city
    hosts            the state that is visited where a text says "the country"
  which are one
    joining          the tellings of one meeting as a told meeting, by their sameness and their numbering
    facts            the meetings with their participants; standing: their states, where the others there or the whole
                     text (home) tell them

A new noun, verb or way to tell a meeting is a line of ``vocabulary/meetings.toml`` with an example; a new build of
sentence is code, and so is a new kind (docs/changing.md). What the code asks of a pattern is a flag, which ``[flags]``
there explains; the name of a pattern is only shown.
"""

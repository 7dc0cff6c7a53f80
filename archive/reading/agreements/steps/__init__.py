"""Steps: what a text says happened, happens or is to happen to an instrument. ``finding`` calls the parts.

::

    finding            which patterns of ``vocabulary/agreements.toml`` tell a step of which instrument
    predicates         what is said of an instrument further on: "S was initialled in May and signed in June"
    coordination       which instruments of a list a match is about
    refusals           why a match tells no step: its clause denies it or tells something else;
      scope              the verb is said of something else than the instrument
      deeds              such a thing is not done to such an instrument
      recalled           one that is recalled, with its year or as a basis, stands or does not
    unfinished         what was not made, and yet is proposed or a draft
    step               what a match tells of one:
      makers             who puts their name to it
      status             what has become of it: signed, to be signed, a draft still
      infinitives        what "to sign" tells by the words that govern it
      dating             when
    lists              what is said of all the instruments named below, one to a line
    unnamed_signings   the signing of one that only an earlier sentence names (``vocabulary/signatures.toml``)
    pages              a text that is itself an instrument
"""

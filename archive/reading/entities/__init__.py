"""Stage two: who, where and when. From a layout to sentences of marked phrases; ``finding`` calls the parts in order.

::

    pieces, lexicon     the words of a text as pieces with symbols, by what the vocabularies know of them; capitals
                        (lines that shout), hyphens, doubtful (titles here, names there)
    folding             rules that turn a run of pieces into one piece
    dates               wordings of dates; resolving, points: what day, month or year they mean
    countries, places   states by name, demonym or capital; cities where something happens
    organizations       bodies: recast (words that are something else here), unmeant (names that mean none); then spelt
                        (an acronym spells them), introduced (by what stands beside), small (in small letters),
                        known (to the vocabulary), compounds (names that hold bodies); shapes (what stands
                        around a head), canonical (the form of a name), bodies (which names mean one)
    titles, offices     the words of a title; titles with their body and state; sharing (one title for several
                        persons), likewise (several deputies and counterparts), headed (of the body just named);
                        belonging, sides, houses (the state that their own words do not say: of a place, of a side,
                        of whose text it is)
    naming, evidence    names of persons, from runs (of words that could be one); persons (which names mean one)
    references          words for somebody named elsewhere; pronouns, several (both sides, they), groups (delegations)
    phrasing            pieces to phrases: what the later stages read
"""

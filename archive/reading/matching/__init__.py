"""How the later stages match: patterns that read like English, on sentences whose phrases are folded to symbols.

::

    skeletons, sentences   a sentence with each phrase as one symbol
    patterns, triggers     the patterns of a vocabulary, and the words by which they are looked for
    expressions            what a pattern is as a regular expression; verb_forms: the forms of a verb
    nouns, open_phrases    from a noun to its noun phrase; words for people whom only the course of the text tells
    first_person           "I" and "we"; narrators: who says "I" where nothing is quoted
    people_of_states       those who are named by their states only; wordings: expressions that are tried only where a
                           word of theirs stands
    attributions           who says what a sentence opens with
    asides                 what stands between commas and parts a verb from those who act; set_apart: who is named
                           only to be set apart from those who act
    clauses, whereabouts   the clause of a match, when and where it happened; matters: events that are only talked about
    items                  the stories of a bulletin, each under a heading of its own
    modality               whether it came about, is planned, was proposed or denied
    pointing               words that point to another day or place of the text: "the same day", "here"; ordinals:
                           which of a series something is
"""

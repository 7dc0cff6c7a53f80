"""Stage two: who, where and when. From a layout to sentences of marked phrases; ``finding`` calls the parts in order.

::

    dates/              wordings of dates, and what they mean
    words/              the words of a text as pieces with symbols, and the rules that fold runs of them
    countries, places   states by name, demonym or capital; cities where something happens
    organizations/      bodies
    offices/            titles with their body and state
    persons/            names of persons, and which names mean one
    references          words for somebody named elsewhere; both_sides: "both sides", "they"; former_and_latter: of two,
                        one; groups: delegations, lists
    beside              people named by whom they stand beside: "his counterpart, X"
    belonging/          whose an office is, where its own words do not say it
    meant               what a piece stands for: its one body, its offices, its one state
    phrasing            pieces to phrases: what the later stages read
"""

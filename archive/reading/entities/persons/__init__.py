"""Persons. ``naming`` finds their names, ``people`` says which names mean one person.

::

    runs          words that could be a name
    evidence      what beside them says that they are (``vocabulary/naming.toml``)
    shorter       whom a shorter name can mean
    sharing       one title that several named persons hold
    careers       offices that somebody is said to come to, to hold or to leave, by their career_wordings
    addressed     offices that a form of address says
    counterparts  of others: several, each of his own state
    pronouns      the one whom "he" or "she" means
"""

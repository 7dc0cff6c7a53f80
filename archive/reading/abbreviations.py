"""Words that a stop shortens before a name: the short forms of address, and any short word that nobody could say."""

from functools import cache

from archive.reading.vocabulary import load

_LONGEST = 6  # letters of a form of address that a stop may follow

# "Cllr.", "Cmdt.": without a vowel behind its first letter a word is no word; but "Ltd." ends a name.
_UNSPEAKABLE = r"(?!Ltd|Inc|Pty|Plc|Mt|Ft)[A-Z][b-df-hj-np-tv-xz]{2,4}"


@cache
def abbreviated() -> str:
    """A pattern for the words that stand with a stop before a name: "Cllr", "Uz", "Capt"."""
    forms = {form for forms in load("names")["honorifics"].values() for form in forms}
    forms -= set(load("names")["never_shortened"])
    short = sorted(form for form in forms if form.isalpha() and len(form) <= _LONGEST and form[0].isupper())
    return "|".join((*load("names")["abbreviated"].split(), *short, _UNSPEAKABLE))

"""Spelt: the numbers below forty that days and years are written out with."""

_NTH = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth"""
_NUMBERS = """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
eighteen nineteen twenty thirty"""
_TENS = {"twenty": 20, "thirty": 30}


def nth(words: str) -> int:
    """The number of an ordinal in small letters: "twenty-first" is 21."""
    return _number(words, _NTH)


def number(words: str) -> int:
    """The number that words in small letters name: "twenty-four" is 24."""
    return _number(words, _NUMBERS)


def _number(words: str, line: str) -> int:
    tens, _, last = words.replace("-", " ").rpartition(" ")
    place = {word: at for at, word in enumerate(line.split(), start=1)}.get(last, 0)
    return _TENS.get(tens, 0) + (30 if last.startswith("thirt") and place > 20 else place)

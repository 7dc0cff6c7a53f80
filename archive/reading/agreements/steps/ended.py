"""Ended: whether the words beside an instrument say that it is no longer in force, or never was.

Such an instrument was made all the same, in the year that it is named with. One that is to end stands until then.
"""

import re

from archive.reading.agreements.lexicon import words_for
from archive.reading.matching.patterns import Match
from archive.reading.matching.skeletons import ACTORS, INSTRUMENT, SYMBOLS
from archive.reading.matching.triggers import factored, forms_of
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import alternatives

_DATE = SYMBOLS[PhraseKind.DATE]
_FORMS = forms_of(sorted(words_for("ending")))
_ENDING, _PASSIVE = factored(_FORMS), factored(form for form in _FORMS if form.endswith("ed"))
_PASSED = alternatives("agreements", "words", "passed")
_NEAR = 80  # letters before an instrument in which stands what is done to it
_CLAUSE = 160  # letters behind it

# "terminated | S", "is suspending the application of its S", "the termination of S", "the expired S"
_BEFORE = re.compile(
    rf"(?:\b(?:{_ENDING})|\b{alternatives('agreements', 'words', 'end_of')} (?:of|from|to))"
    r"(?: (?:the|its|their)? ?(?:application|implementation|operation|participation) (?:of|in))?"
    rf"(?: (?:the|its|their|an?|this|that|both|earlier|old|former|existing|previous|current)|'s| [{ACTORS}](?:'s)?)* $"
    rf"|\b{_PASSED} $"
)
_NOT_DONE = re.compile(
    r"\b(?:not|never|n't|will|would|shall|may|might|can|could|must|should|to|without|refus\w+|threat\w*|if)"
    r"(?: \w+ly| be| now| also)* $",
    re.IGNORECASE,
)
# "S (of D) (with C) | was replaced", "S, which has expired", "S is no longer in force"
_COMPLEMENT = (
    rf"(?: of [{_DATE}])?(?: (?:between|with|on|of|for|in|against|to)"
    r"(?: (?!(?:who|whose|which|that|when|where|if|as|was|were|is|are|has|had|have|to|would|will|may|might|can|could"
    rf"|shall|should|not|never)\b)[^\s,;:.{INSTRUMENT}]+){{1,14}}?)?"
)
_LATELY = r"(?: (?:since|later|then|already|now|subsequently|eventually|finally|also|been|itself|\w+ly))*"
# "S | was amended in D and | terminated in D"
_FIRST = (
    r"(?: (?:was|were|has been|had been|entered into force)"
    rf"(?: (?!not\b|never\b)[^\s;:.{INSTRUMENT}]+){{1,12}}?,? and)?"
)
_AFTER = re.compile(
    rf"{_COMPLEMENT},?(?: (?:which|that))?(?:{_FIRST}{_LATELY} (?:{_PASSIVE}|expired|lapsed)(?= (?:in|on) [{_DATE}])"
    rf"|(?: (?:was|were|is|has been|had been|have been){_LATELY} (?:{_PASSIVE})"
    rf"|(?: (?:has|had|have))?{_LATELY} (?:expired|lapsed|ran out|run out|ceased|ended(?! (?:the|an?)\b)"
    r"|fallen away|fell away|came to an end|come to an end|lost (?:its )?(?:legal )?(?:force|effect|validity))"
    r"|(?: (?:is|was|are|has|had|been))*(?: \w+ly)? no longer (?:been )?(?:in force|valid|applie[sd]|appl(?:y|icable)"
    r"|binding|binds|effective|in effect|operative)"
    rf"|(?: (?:is|was|remains?|remained|are|were)){_LATELY} (?:{_PASSED}|unratified|dead|void|obsolete)))\b"
)


_CALLED = re.compile(rf"\b{_PASSED}\b", re.IGNORECASE)
_TO_COME = re.compile(r"\b(?:will|shall|to)\b", re.IGNORECASE)
_REPLACES = re.compile(r"(?:replac|supersed)", re.IGNORECASE)


def has_ended(match: Match) -> bool:
    """Whether an instrument that is recalled was terminated or replaced, or expired: "the 1990 treaty lapsed"."""
    text, (named, end) = match.skeleton.text, match.places["instrument"]
    before = _BEFORE.search(text, max(0, named - _NEAR), named)
    if before and not _is_not_done(text, before):
        return True
    if _CALLED.search(match.skeleton.span_of(named, named + 1).of(match.skeleton.view)):
        return True
    return _AFTER.match(text, end, min(len(text), end + _CLAUSE)) is not None


def _is_not_done(text: str, told: re.Match[str]) -> bool:
    """Whether an instrument is only to end: "will terminate S"; what is to be replaced counts as ended."""
    before = _NOT_DONE.search(text, max(0, told.start() - _NEAR), told.start())
    return before is not None and not (_REPLACES.match(told[0]) and _TO_COME.search(before[0]))

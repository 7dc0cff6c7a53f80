"""The first person: "I" and "we" as phrases, so that "I had talks with P" reads like "he had talks with P".

Who says "I" is the one person whom the sentence names outside of the quotation, or the one whose speech or interview
the text is. Who says "we" stays unnamed, but in a joint statement: there the states meet for which it speaks.
"""

import re

from archive.reading.matching.narrators import narrator, speaking_together
from archive.reading.matching.open_phrases import FIRST_PERSON
from archive.reading.matching.skeletons import ACTORS, SYMBOLS, Fold, Skeleton
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.values import Span

FIRST_WORDS = frozenset(("i", "we", "me", "us", "our"))
_FIRST = re.compile(r"(?<![\w'.&/-])(?:I|[Ww]e)(?=(?:'(?:ve|ll|re|m|d))? [a-z])(?! of\b)")
# "rang | me", "met with | us": who is met in the first person
_WITH = r"(?:met|meets?|meeting|talks|talked|spoke|conversation|call|lunch|dinner|sat(?: down)?)"
_MET = re.compile(
    r"\b(?:called|calls|rang|phoned|telephoned|met|meets?|visited|visits|saw|sees|hosted"
    rf"|{_WITH}(?: \w+){{0,3}} (?:with|to)) (me|us)\b(?=[,.;:]|$| {SYMBOLS[PhraseKind.DATE]}"
    r"| (?:on|in|at|for|by|from|yesterday|today|this|last|late|early|again)\b)"
)
# "We | shall meet again", "the declaration that our governments | adopted"
_TOGETHER = re.compile(
    r" (?:(?:shall|will|have|had|are to|also|today|then|last|first|agreed to) ){0,3}"
    r"(?:met|meet|gathered|gather|convened|convene|reconvene|came together|come together|held|hold)\b(?! with\b)"
)
_OURS = re.compile(
    r"\b[Oo]ur (?:(?:two|three|four|respective) )?"
    r"(?:countries|delegations|governments|institutions|ministers|ministries|nations|offices|services|states|States)\b"
    r"(?=,? (?:\w+ ){0,3}?(?:adopted|agreed|approved|concluded|initialled|made|ratified|signed|met|held|meet|hold)\b)"
)
_NUMBERED = re.compile(
    r"\b(?:Annex|Appendix|Book|Category|Chapter|Class|Division|Part|Phase|Schedule|Section|Stage|Table|Tier|Title|Type"
    r"|Volume|War) $"
)
_LONGEST = 10  # letters of such a word, with the space behind it
_MARK = re.compile('["\u201c\u201d\u201e\u00ab\u00bb]')


def fold_first_person(annotations: Annotations, folded: Skeleton, words: frozenset[str]) -> Skeleton:
    """The skeleton with "I" and "we" folded."""
    if words.isdisjoint(FIRST_WORDS):
        return folded
    folds, together = [], speaking_together(annotations)
    for found in _FIRST.finditer(folded.text):
        if _NUMBERED.search(folded.text, max(1, found.start() - _LONGEST), found.start()):
            continue
        span = folded.span_of(*found.span())
        person = _speaker(annotations, folded, found) if found[0] == "I" else None
        states = (
            found[0] != "I" and _TOGETHER.match(folded.text, found.end()) and not annotations.layout.is_quoted(span)
        )
        folds.append(_fold(span, person, together if states else ()))
    ours = (folded.span_of(*found.span()) for found in _OURS.finditer(folded.text)) if together else ()
    folds += [_fold(span, None, together) for span in ours if not annotations.layout.is_quoted(span)]
    told = ((found, _speaker(annotations, folded, found)) for found in _MET.finditer(folded.text))
    folds += [
        _fold(folded.span_of(*found.span(1)), person if found[1] == "me" else None) for found, person in told if person
    ]
    return folded.folded(folds)


def _fold(span: Span, person: str | None, members: tuple[Phrase, ...] = ()) -> Fold:
    kind = PhraseKind.GROUP if members else PhraseKind.PRONOUN
    return Fold(span, SYMBOLS[kind], Phrase(kind, span, span, FIRST_PERSON, person, members=members))


def _speaker(annotations: Annotations, folded: Skeleton, found: re.Match[str]) -> str | None:
    """Who says "I" at a place of a sentence."""
    marks = [mark.start() for mark in _MARK.finditer(folded.text)]
    start = max((at for at in marks if at < found.start()), default=-1)
    if start < 0:
        return narrator(annotations, folded.offset(found.start()))
    end = min((at for at in marks if at >= found.end()), default=len(folded.text))
    outside = {
        actor.person
        for at, fold in folded.placed()
        if fold.symbol in ACTORS and isinstance(fold.payload, Phrase) and not start < at < end
        for actor in fold.payload.actors()
        if actor.person
    }
    return outside.pop() if len(outside) == 1 else None

"""Sentences for the eye: the one around some words, as a reader of proofs or of errors would look at them."""

import re

from archive.values import Span

# A sentence ends with a mark after a word of three letters or a figure, so that initials and "Mr." do not end it.
_END = re.compile(r"""(?<=[^\W_]{3}) ["”’»)\]]* [.!?…]+ ["”’»)\]]* \s+ | (?<=\d) [.!?] \s+""", re.VERBOSE)


def sentence_at(text: str, span: Span) -> Span:
    """The sentence in which the span starts, cut at line ends and full stops; the span itself where that is blank."""
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.start)
    end = len(text) if end < 0 else end
    for boundary in _END.finditer(text, start, end):
        if boundary.end() > span.start:
            end = boundary.end()
            break
        start = boundary.end()
    line = text[start:end]
    if not line.strip():
        return span
    return Span(start + len(line) - len(line.lstrip()), end - len(line) + len(line.rstrip()))

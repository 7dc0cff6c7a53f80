"""``archive read --explain``: each sentence of a text with what was read from it, by which rule, and what was not."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from archive.cli.output import visible

if TYPE_CHECKING:
    from archive.loading import SourceText
    from archive.reading.explaining import Explained

_NAMES = 14  # columns for the name of what was read
_WORDS = 70  # characters of the words of a candidate


def explanation(source: "SourceText", document: str) -> str:
    """The sentences of one text, each with its findings, and how many gave nothing."""
    from archive.reading.explaining import explain

    explained = explain(source.text, published=source.published)
    lines = [document]
    for number, each in enumerate(explained, 1):
        lines += ["", *_sentence(number, each, source.text)]
    silent = sum(not each.findings for each in explained)
    counted = f"sentences: {len(explained)}, silent: {silent}"
    return visible("\n".join([*lines, "", counted, ""]))


def _sentence(number: int, each: "Explained", text: str) -> Iterator[str]:
    words = " ".join(each.sentence.span.of(text).split())
    yield f"{number} [{each.sentence.block.kind.value}] {words}"
    for finding in each.findings:
        yield f"    {finding.what:{_NAMES}}{finding.value}  ({finding.rule})"
    if not each.findings:
        yield "    nothing was read from this sentence"
    for one in each.rejected:
        seen = " ".join(one.span.of(text).split())
        seen = seen if len(seen) <= _WORDS else f"{seen[: _WORDS - 1]}…"
        yield f"    {'not taken':{_NAMES}}{one.kind.value} “{seen}”: {one.reason}  ({one.rule})"

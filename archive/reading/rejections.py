"""Rejections: what a rule looked at and did not take, with the reason, so that silence can be explained."""

from dataclasses import dataclass
from enum import StrEnum

from archive.values import Span


class CandidateKind(StrEnum):
    """What a stretch of text might have stated."""

    PERSON = "person"
    MEETING = "meeting"
    AGREEMENT = "agreement"
    QUOTATION = "quotation"


@dataclass(frozen=True, slots=True)
class Rejection:
    """A stretch of text that a rule did not take. ``reason`` completes "not taken: ..."."""

    kind: CandidateKind
    span: Span
    rule: str
    reason: str

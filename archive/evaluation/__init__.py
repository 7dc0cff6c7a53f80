"""How well a reading agrees with a careful reader: scores against gold files, and what changed between two readings.

``names`` says when two names are the same, ``assignment`` pairs items one to one, ``comparison`` judges one text,
``scores`` adds the judgements up, ``changes`` compares two outputs, ``marks`` uses texts with marked spans,
``shapes`` says what all of these look like.
"""

from archive.evaluation.changes import Change, ChangeKind, diff
from archive.evaluation.comparison import MisplacedGoldError, evaluate
from archive.evaluation.marks import evaluate_marks
from archive.evaluation.scores import FactType, Figures, Judgement, Scores, Verdict

__all__ = [
    "Change",
    "ChangeKind",
    "FactType",
    "Figures",
    "Judgement",
    "MisplacedGoldError",
    "Scores",
    "Verdict",
    "diff",
    "evaluate",
    "evaluate_marks",
]

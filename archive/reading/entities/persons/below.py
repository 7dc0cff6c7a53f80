"""Who works for somebody in office, or is of the family: the name behind that office may be the own one."""

import re

from archive.values import Span

_BELOW = re.compile(
    r"\b(?:(?i:advis[eo]r|assistant|aide|deputy|secretary|chief of (?:staff|(?:the )?cabinet)|counsel"
    r"|(?:head|director) of (?:the )?(?:cabinet|office|secretariat)|counsellor|lawyer|spokes(?:man|woman|person)"
    r"|representative|envoy|bodyguard|driver|interpreter)"
    r"|(?P<kin>wife|husband|widow|widower|spouse|son|daughter|brother|sister|father|mother|partner|friend|colleague))"
    r" (?:to|of|for) the $"
)
_REACH = 60  # characters before an office


def is_of_another(view: str, office: Span, name: Span) -> bool:
    """Whether an office before a name may be that of another: "adviser to |the President| X", "wife of |the Judge|, X".

    "The wife of the Judge X" names the judge.
    """
    before = _BELOW.search(view, max(0, office.start - _REACH), office.start)
    apart = "," in view[office.end : name.start]
    return before is not None and (apart or before["kin"] is None)

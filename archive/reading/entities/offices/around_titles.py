"""The shapes of an office: over the symbols of words, a title with what belongs to it before and behind."""

import re

_PORTFOLIO = (
    r"(?:(?!fe?[WtD]{1,3}k(?![NGIY]))[of]e?[WtD]{0,6}[Wt](?:(?:,e?[WtD]{0,4}[Wt]){1,3},?ne?[WtD]{0,4}[Wt](?![TsLB])"
    r"|ne?[WtD]{0,4}[Wt](?![TsLBWt]))?(?:(?![TsLB])|(?<=W)(?=TT?H{0,2}[NGI])))"
)
_STATE = r"oe?(?:C(?:(?:,e?C){0,5},?ne?C(?!S))?|D(?![WTtjb]))"
_BODY = (
    r"(?:[iqf]CS(?=O)|[oiqf]e?O(?=ne?O[,.;)\n])ne?|[oiq]e?OS|[oiqf][eg]?|oe?(?:CS?|D)?[wjxtyS]{0,3})O"
    r"(?:,e?O(?=[),.;])|\([wUN]\)oe?C|qe?T(?:oe?[CD])?|noe?O(?=[,.;])|ie?[NGYW]{1,3}(?=,(?:H|t{0,2}T)*H{0,2}[NGI]))?"
)
_SERVED = rf"[io]e?(?:[CD]S?)?t{{0,2}}[Ts]{_PORTFOLIO}?(?:[of]e?[CO])?(?!H{{0,2}}[NGI])"
_ABROAD = r"[fi]e?(?:[WtD]{0,3}[CkK]|[WtD]{1,5})(?:ne?[WtD]{0,2}[CkKW]{1,3})?"
_PLACE = (
    r"o(?:[NGYk]{1,3}(?=,C,)|e?[NGYkKW]{1,3}[Wwt](?=H{0,3}[NGI][NGIYPp.])|e?[kK](?:[Wt](?=H{0,3}[NGIY,.;)\n]))?"
    r"|e?[WtD]{1,4}ok)|q[kK](?=[,.;)])"
)
_DESCRIBED = r"o[eg]?(?:[DKk]|CS?)?[wjxty]{0,3}(?:n[wjx]{1,2})?[bBZ]{1,2}"
_OWNED = r"oe?[Ob]S(?:O|[wjxtykK]{0,3}(?:n[wjx]{1,2})?b{1,2})"  # "head of the SPP's cooperation department"
# A body without a preposition, before a name: "Director General FIA (Immigration) X", "Secretary (Laws) Ministry Y Z"
_DIRECT = (
    r"(?:(?:\([Wtb]{1,3}\))?O(?:\([Wtb]{1,3}\))?|U\([Wtb]{1,3}\))(?=H{0,2}[NGIY])"
    r"|(?:(?<=[NGIYU)],T)|(?<=[NGIYU)],tT)),?O(?=[,.;)Vw\n])"  # "X, Chairman NAB,", "X, Director, CBI"
)
_CHARGE = r"iwo(?:e?O|[wWt]{1,3}(?:nw)?)"  # "in charge of the Bureau"
_SUBJECT = r"[if][Wt]{1,6}+(?!k(?![NGIY]))(?:[io][WtY]{1,5}){0,2}"
_BEFORE = r"(?:[DtyjWBUk]|Z(?=[ysT])(?<=DZ)|Wn(?=[Wt]{1,3}T)|(?<=t)C(?=t{0,2}T)){0,6}"
_TITLE = (
    r"[TsLz]|[ty](?=oe?t?[Ts][,HNGI]|oe?[OCDBbA]|oe?[Wt]{1,2}(?:[,HNGI]|oe?[CO])|ie?t?T|[HNGIY]|,e?O|,H{1,3}[NGI])"
    r"|(?<=[gS])[ty](?=,T?[NGIY])"  # "its chief, Colonel X"
)
_RANK = r"(?:\([BHWty]\.?\)(?=H{0,2}[NGIPY]))?"  # "Brigadier General (Police)"
# "Director, Unit X, Ministry Y, Z"
_LISTED = r"(?:,C(?=[.):;\n]|,\n|,H{0,3}[NGIYP])|-C(?=[.;]?\n)|(?:\([UA]\))?(?:,O){1,3}(?:,C)?(?=[,).:;\n(-]))?"
# "(Ombudsman)", "(Crimes)", "(Fraud Division)", "("the Court")"
_ALSO = r"(?:\((?:[TUAw]|[Wt]{1,4})\)(?=[,.]|H{0,2}[NGIPY])|\(e?O\)|\(\"[^()\n]{1,9}\"\))?"
OFFICE = re.compile(
    r"(?=[CKDOSmjWBUknZ]*+(?:(?<=m)-[CKDOSjWBUknZ]*+)?[TsLzty])(?<!p)(?P<owner>(?:[CKDO]S?)?)(?P<time>(?:m-?)?)"
    rf"(?P<before>{_BEFORE})(?P<title>{_TITLE})(?P<rank>{_RANK})"
    rf"(?P<portfolio>{_PORTFOLIO}?)(?P<short>(?:\([UT]\)|\([Wt]{{1,4}}\)(?=oe?[CO]|,O))?)(?P<subject>(?:{_SUBJECT})?)"
    rf"(?P<tail>(?:{_CHARGE}|{_DIRECT}|{_OWNED}|{_BODY}|{_SERVED}|{_DESCRIBED}|{_STATE}|{_PLACE}|{_ABROAD}){{0,3}}(?:\([typ]\.?\))?{_LISTED})"
    rf"(?P<also>{_ALSO})"
)

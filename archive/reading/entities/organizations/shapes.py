"""The shapes of the names of bodies, as patterns over the symbols of pieces (see `lexicon`): what stands around a head.

"Federal Office |of Justice| of |Chile|": before the head, behind it, the state.
"""

# What may stand before a head.
LEFT = (
    r"(?:[CD]-(?=[CD]))?(?:(?<=[eS])(?:[WNt]{1,3},){1,4}[WNt]{1,4}n(?=[WtDN]{1,4}B)"  # "the |Foreign, Commonwealth &|"
    r"|(?<![ofWtDBTGNIHYF])(?:[Tt]?[WtDNY]{1,4}n(?=[WtDN]{1,4}B)|(?<!,)[WDt]{1,3}n(?=B)))?"
    r"(?:[WtTLDCKkU]S?|[AB](?!S)|[NG]#(?=W{0,2}B)|[NGYPI]|(?<=[NG])p(?=[NGp])){0,8}"
)
# An acronym in brackets, as a group with a number.
ACRONYM = r"(?:\((?P<acronym{0}>[UANG]B?|WB)\))?"
_WORDS = r"(?:[WL]S(?=W)|B(?=W(?!B))|[WYkK]|D(?![wjb])|t(?!t*[Ts])|N(?=[WtL]|oe?C))"
_LISTED = r"(?:,[WtDNYLk]{1,4}){0,3},?n[WtDNYLk]{1,5}(?=\([UAN]\))"  # a list up to an acronym
_PERSON = r"H{0,2}[NGI](?:[NGI]|p{1,2}[NG])"  # "|Ana Soto", who heads it
_END = rf"(?![WtLBDN]|S(?=B)|T(?!{_PERSON}))"
_MORE = (
    rf"(?:{_LISTED}|(?:,{_WORDS}{{1,4}}){{1,3}},?n{_WORDS}{{1,5}}{_END}"
    rf"|n(?:{_WORDS}{{1,5}}(?:n{_WORDS}{{1,3}})?|[tW]?L){_END}"
    rf"|(?<=k)(?:,e?k)*,?n(?:e?k|eW){_END}|nT(?=oe?C|[.,;\n]))?"  # "Asia and the Pacific", "and Attorney General"
)
_WHOLE = r"(?!B|(?<=[TL])SB)"  # the name is not cut: "Office of the Prosecutor General|'s Office"
_FIRST = rf"(?:(?:N{{1,3}}|[tDYk]{{0,3}}[TL](?:S(?=W))?|[tDW]{{1,3}}L){_WORDS}{{0,6}}|{_WORDS}{{1,7}})"
# What a head goes on with: "of ...", "for ...", "on ..."; the states at the end.
_BEFORE_A_TITLE = rf"(?:[tW]{{1,4}}(?:n[tW]{{1,3}})?)(?=T{_PERSON})"  # "Bureau of Immigration| Commissioner Ana Soto"
OF = rf"(?:o{_BEFORE_A_TITLE}|oe?{_FIRST}{_WHOLE}{_MORE}|oe?A[WT]{{1,2}}(?!B)|ot?B(?![BO]))"
FOR = rf"(?:(?:fe?(?:L|{_WORDS})|ie?(?:[WYL]|t(?![tTs]))){_WORDS}{{0,6}}{_WHOLE}(?!N(?:[^NGp]|\Z)){_MORE})"
_ENDS = r"(?![WB]|t+[WTB])"
STATES = (
    rf"(?:oe?[CK](?:(?:,e?C){{0,30}},?ne?C)?{_ENDS}|[if]e?C{_ENDS}"  # "of Chile and Peru", "in Togo", "for Lebanon"
    rf"|ie?[kKN](?=[,.;:)(\nVwnqr]){_ENDS}"  # "in West Africa", "Regional Prosecutor's Office in Lublin"
    r"|C(?=[,.;:)(\n])|[kK](?=[,.;:)(\nVwdiqn-])|N(?=[;)(\n-]))"  # "University Vietnam", "Prosecutor's Office Vienna"
)

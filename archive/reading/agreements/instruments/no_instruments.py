"""No instruments: noun phrases that look as if they named an instrument, and name none.

"agreement" may be what people are in, "instrument" the paper of a ratification, a "plan" or "roadmap" what one side has
in hand; some nouns name an instrument only with a name of their own ("the Riga Conclusions") or where it is signed.
"""

import re
from functools import cache

from archive.reading.agreements.kinds import MAY_BE_MADE
from archive.reading.agreements.lexicon import is_instrument_noun, vocabulary, words_for
from archive.reading.matching.nouns import NounPhrase
from archive.reading.matching.ordinals import NTH
from archive.reading.matching.skeletons import ACTORS, SYMBOLS
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load
from archive.values import AgreementKind

_COUNTED = re.compile(
    r"(?:over |some |more than )?(?:\d{1,3}|dozens of|hundreds of) (?:\w+s|memoranda)"
    r"|(?:over |some |more than )?(?:\d{2,3}|dozens of|hundreds of) (?:[a-z]+ )?(?:\w+s|memoranda)"
    r" (?:with|between|on|of)(?: [a-z-]+)+"
)  # "the sides have signed 14 agreements"
_REACH = re.compile(r"\b(?:reach(?:ed|ing|es)?|in|by|into|to|full|mutual|of) (?:full |mutual |an? )?$", re.IGNORECASE)
_IS_REACHED = re.compile(r" (?:was |has been |had been )?reached\b")
_ABOUT = re.compile(r" (?:on|about|over|that|to|in|with|between|among|by|for|as)\b")
# "an instrument of ratification", "the ratification instruments"
_OF_RATIFICATION = re.compile(r" of (?:its |the |their )?(?:ratification|accession|acceptance|approval|adhesion)\b")
_RATIFICATION = re.compile(
    r"\b(?:(?:ratification|accession|acceptance|approval|adhesion)|deposit(?:s|ed|ing)? (?:the|its|their)) $",
    re.IGNORECASE,
)

_MADE = re.compile(
    r"\b(?:sign(?:ed|s|ing)?|adopt(?:ed|s|ing)?|approv(?:ed?|es|ing)|passed|endorsed?|inked|initial(?:l?ed|s)"
    r"|(?:sign(?:ing|ature)|initialling|adoption|approval|endorsement) of|subscrib(?:ed?|ing)|formali[sz](?:ed?|ing)"
    r"|(?:signatures?|names?) (?:to|on|under|beneath)|pen to paper on"
    r"|agreed(?: on)?(?: the text of)?|sign(?:ed|s)? up to)"
    r"(?:,? (?:together |along |jointly )?(?:with|alongside|on behalf of) [^;:.]{1,90},|, [^,;:.]{1,70},)?"
    r" (?:the (?:following )?|an? |its |their )?$"
)
_IS_MADE = re.compile(
    r" (?:(?:was|were|is|are|to|will|be|has|have|been|then|also) ){1,4}(?:signed|adopted|approved|passed|endorsed"
    r"|agreed(?: upon)?)\b"
    r"|,? (?:signed|adopted|endorsed|agreed|approved|drawn up) (?:by|between|in|on|at|with|yesterday|today)\b"
    r"| (?:which )?(?:bears|bearing|carries|carrying) the (?:signatures?|names?) of\b"
)
_AGREED_THERE = re.compile(r"\bagree[ds]? (?:at|in|during|on|after) [^;:.]{3,80} on (?:the |an? )?$")
_CLAUSE = 140  # letters before a title in which the verb is looked for
_SIGNED = re.compile(
    r"\b(?:(?:co-|counter)?sign(?:ed|s|ing)?|ink(?:ed|s|ing)?|clinch(?:ed)?|struck|sealed|signing of) (?:the |an? )?$"
)
IS_SIGNED = re.compile(
    r",? (?:(?:will|is|was|has|had|are|were|shall|to|be|been|also|then|due|expected|planned|scheduled) ){0,5}"
    r"(?:signed|initialled|initialed|concluded|inked|clinched|struck|sealed|subscribed)\b"
)


_NTH_SUCH = re.compile(rf"\b(?:{NTH}|only|latest|last) (?:such|bilateral|similar) (?:[\w-]+ )?$")


def is_none(text: str, phrase: NounPhrase, noun: str, start: int) -> bool:
    """Whether a phrase, whose title begins at ``start``, names no instrument at all."""
    words, title = vocabulary(), text[start : phrase.end]
    if words.excluded.search(title) or words.private.search(text, start, phrase.noun_end) or _COUNTED.fullmatch(title):
        return True
    if _NTH_SUCH.search(text, max(0, phrase.noun - 30), phrase.noun):
        return True  # "it will be the 39th such agreement"
    if text[phrase.noun].islower() and _IS_ANOTHER.match(text, phrase.end):
        return True  # "the only treaty that links them is | the UN Convention against Corruption"
    before = max(0, phrase.noun - 18), phrase.noun
    if noun == "instrument" and (_OF_RATIFICATION.match(text, phrase.noun_end) or _RATIFICATION.search(text, *before)):
        return True
    if noun == "act" and not _AN_ACT.match(text, phrase.noun_end):
        return True  # a law: "the Extradition Act"
    if noun == "protocol" and _OF_CEREMONY.match(text, phrase.noun_end):
        return True
    if noun == "paper" and text.endswith("pen to ", 0, start):
        return True
    if noun in ("partnership", "deal") and text[phrase.noun].islower() and _BY_SIGNING.match(text, phrase.end):
        return True
    if noun == "draft" and _ONLY_A.search(text, max(0, start - 12), start):
        return True
    if noun in ("draft", "text") and text.startswith(" of which", phrase.noun_end):
        return True
    if noun in ("agreement", "accord"):
        another = _ON_MAKING.match(text, phrase.noun_end)
        if another and any(map(is_instrument_noun, re.findall(r"[\w-]+", another[1]))):
            return True  # "an agreement on the drafting of a memorandum"
    if noun in ("proposal", "initiative"):
        another = _OF_ANOTHER.match(text, phrase.noun_end)
        words_of_it = re.findall(r"[\w-]+", another[1]) if another else []
        if any(map(is_instrument_noun, words_of_it)) or not _events().isdisjoint(words_of_it):
            return True  # "the proposal of Chile for an agreement", "for a seminar"
    return _is_abstract(text, phrase, noun)


@cache
def _events() -> frozenset[str]:
    """The nouns of meetings."""
    return frozenset(load("meetings")["nouns"])


_IS_ANOTHER = re.compile(
    r" (?:(?:that |which )?(?:link|bind|unit|connect)[a-z]+ \S+(?: and \S+)? )?(?:is|remains) (?:still )?the "
    rf"(?:[\w{ACTORS}-]+ ){{0,5}}(?:Convention|Treaty|Agreement|Protocol)\b"
)
# "the Act | of Arequipa", "an act | of commitment"
_AN_ACT = re.compile(
    rf"s? of (?:[{SYMBOLS[PhraseKind.PLACE]}]|(?:mutual )?(?:commitment|understanding|intent|cooperation|agreement)\b)"
)
# "a protocol visit", "the protocol department"
_OF_CEREMONY = re.compile(
    r" (?:visit|call|event|reception|department|division|section|service|office|officer|matter)s?\b"
)
# "formalised their partnership | by signing a memorandum"
_BY_SIGNING = re.compile(r",? (?:by|with|through) (?:the |formally |jointly )*(?:sign|conclu|exchang|ink|adopt)")
_ONLY_A = re.compile(r"\b(?:as|still|only|remains?|in) (?:an? )?$")  # "exists only as a | draft"
_OF_ANOTHER = re.compile(
    rf"(?: (?:by|from|of|made by) (?:the )?[{ACTORS}])? (?:for|to conclude|to sign|to draft|to negotiate|on|of) "
    r"((?:an?|the|its|another) (?:[\w-]+ ){0,3}[\w-]+)"
)


_ON_MAKING = re.compile(
    r" (?:on|to|about|regarding|for|concerning) (?:the )?(?:(?:early|possible|joint|speedy|future|further) )?"
    r"(?:(?:conclu|sign|draft|draw|prepar|develop|elaborat|negotiat|finali[sz]|initial|adopt|renew|exten|prolong)[a-z]+"
    r"(?: up)?)(?: of)? ((?:an?|the|its|another|their) (?:[\w-]+ ){0,4}[\w-]+)"
)


def _is_abstract(text: str, phrase: NounPhrase, noun: str) -> bool:
    """Whether a noun names no instrument but that people agree: "reached agreement on the need to meet"."""
    if noun not in ("agreement", "accord") or phrase.determiner not in ("", "a", "an"):
        return False
    sort = text[phrase.start : phrase.noun].strip().lower()
    if (sort and sort not in words_for("sorts_of_consent")) or (not sort and phrase.determiner):
        return False
    if text[phrase.noun].isupper() or text[phrase.noun : phrase.noun_end].endswith("s"):
        return False
    if not _REACH.search(text, max(0, phrase.start - 16), phrase.start) and not _IS_REACHED.match(
        text, phrase.noun_end
    ):
        return False
    within = re.findall(r"\w+", text[phrase.noun_end : phrase.end])
    return any(map(is_instrument_noun, within)) or _ABOUT.match(text, phrase.noun_end) is not None


def is_made(text: str, phrase: NounPhrase, kind: AgreementKind, start: int) -> bool:
    """Whether the words beside a plan or declaration say that it is signed or adopted."""
    if kind not in MAY_BE_MADE:
        return False
    before = max(0, start - _CLAUSE), start
    made = _MADE.search(text, *before) or _AGREED_THERE.search(text, *before)
    return bool(made or _IS_MADE.match(text, phrase.end))


def is_signed(text: str, phrase: NounPhrase, start: int) -> bool:
    """Whether the words beside a phrase say that it is signed."""
    return bool(_SIGNED.search(text, max(0, start - 24), start) or IS_SIGNED.match(text, phrase.end))

"""Noun phrases: from a noun that names a meeting or an agreement to the phrase around it.

"signed | a two-year working arrangement on the exchange of data | in Lima": to the left the words that qualify the
noun, up to its determiner; to the right its complement, up to the verb, relative clause or adverbial that ends it.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from archive.reading.matching.skeletons import ACTORS, SYMBOLS, Skeleton
from archive.reading.phrases import PhraseKind
from archive.reading.vocabulary import load

_WORD_BEFORE = re.compile(r"(\S+) $")
_DATE = SYMBOLS[PhraseKind.DATE]
_PLACE = SYMBOLS[PhraseKind.PLACE]
_PRONOUN = SYMBOLS[PhraseKind.PRONOUN]  # "its programme"
_STATES = frozenset((_PLACE, SYMBOLS[PhraseKind.COUNTRY]))  # "the Lima Declaration"
_LONGEST_LEFT = 6
_LONGEST_RIGHT = 45
_OPENS = re.compile(
    r"(?:of|on|for|between|with|in|against|concerning|regarding|about|to|among|dealing|aimed|updating|setting|establishing|creating|calling"
    r"|providing|relating|covering|governing|reaffirming|titled|entitled|called|condemning|condemns?"
    r"|amending|supplementing|Of|On|For|Against|Concerning|Regarding|Between|Among|Relating|ON|FOR|BETWEEN|AGAINST)\b"
)


@dataclass(frozen=True, slots=True)
class NounPhrase:
    """Positions in a skeleton: where the phrase starts (without determiner), its noun, where its complement ends."""

    start: int
    noun: int
    noun_end: int
    end: int
    determiner: str

    def words(self, folded: Skeleton) -> str:
        """The words of the phrase, folded."""
        return folded.text[self.start : self.end]


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load("nouns")[name])


@cache
def _adverbial() -> re.Pattern[str]:
    return re.compile(r"\w+ (?:" + "|".join(load("nouns")["adverbials"]) + r")\b")


def noun_phrase(
    folded: Skeleton, noun: int, noun_end: int, *, is_noun: Callable[[str], bool], owned: bool = False
) -> NounPhrase:
    """The phrase around a noun at ``noun`` .. ``noun_end``; ``is_noun`` knows the other nouns of its sort.

    ``owned``: a pronoun before it belongs to it, as its determiner: "its programme".
    """
    start, determiner = _left(folded.text, noun, is_noun, owned=owned)
    own = _NAME_BEHIND.match(folded.text, noun_end) if owned and folded.text[noun].isupper() else None
    return NounPhrase(start, noun, noun_end, _right(folded.text, own.end() if own else noun_end, is_noun), determiner)


# "the Declaration | of Lima | on crime", "Protocol | No. 6 | on fees", "the Protocol | of 2010 | to the Convention"
_NAME_BEHIND = re.compile(rf" (?:of {_PLACE}(?![\w-])|N[or]\.? ?\d+(?:[/-]\d+)*\b|of {_DATE}(?= to the ))")


def _left(text: str, noun: int, is_noun: Callable[[str], bool], *, owned: bool) -> tuple[int, str]:
    start = noun
    for _ in range(_LONGEST_LEFT):
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if before is None:
            break
        word = before[1].lower().lstrip("(\"'–-")
        if word == _PRONOUN:
            return start, _PRONOUN if owned else ""
        if _PAIR.fullmatch(word):
            start = before.start(1)
            continue
        if word in _STATES and text[noun].isupper():
            return before.end(1) - len(word), ""
        if word in _words("determiners"):
            return start, word
        if owned and start == noun and _OF_A_BODY.search(text, max(0, start - 8), start):
            return before.start(1), ""  # "the ASEAN treaty"
        another = is_noun(word) and not (owned and start == noun)  # "partnership agreement"
        stops = word in _words("left") and not (
            word.endswith("ing")
            and word != "following"
            and _ARTICLE.search(text, max(0, before.start(1) - 24), before.start(1))
        )
        ends = before[1][-1] in ",.;:)?!\"'" or stops or another or not _qualifies(word)
        joins = word == "and" and (
            _joins_adjectives(text, before.start(1))
            or (
                owned
                and text[start].isupper()
                and _OPENS_A_NAME.search(text, max(0, before.start(1) - 60), before.start(1))
            )
        )
        if ends and not joins:
            break
        start = before.start(1)
        if before[1][0] in '("':
            start += 1
            break
    return start, ""


_SIDE = f"[{SYMBOLS[PhraseKind.COUNTRY]}{SYMBOLS[PhraseKind.ORGANIZATION]}]"
_PAIR = re.compile(rf"{_SIDE}(?:[–—/-]{_SIDE})+")  # "Fiji–Tonga", "EU–Fiji"
# "an |implementing| protocol", "the separate |implementing| protocol"
_ARTICLE = re.compile(
    r"\b(?:[Aa]n?|[Tt]he) (?:(?:draft|new|separate|joint|first|second|third|bilateral|further|future|special"
    r"|proposed) )?\Z"
)
_OF_A_BODY = re.compile(
    rf"\b(?:the|an?) [{SYMBOLS[PhraseKind.ORGANIZATION]}{SYMBOLS[PhraseKind.COUNTRY]}] $", re.IGNORECASE
)


_OPENS_A_NAME = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[A-Z][\w-]+ ){1,3}$")  # "the Nordic Police | and Customs Agreement"


def _qualifies(word: str) -> bool:
    """Whether a word may qualify a noun: no phrase but a state's, no past tense."""
    if any(symbol in word for symbol in ACTORS + _DATE + _PLACE):
        return False
    past = word.endswith("ed") and "-" not in word and word not in _words("participles")
    return not past and any(letter.isalnum() for letter in word)


def _joins_adjectives(text: str, start: int) -> bool:
    before = _WORD_BEFORE.search(text, max(0, start - 40), start)
    return before is not None and before[1].lower().endswith(("al", "ary", "ive", "ic", "ional"))


def _right(text: str, noun_end: int, is_noun: Callable[[str], bool]) -> int:
    end = noun_end
    acronym = _ACRONYM.match(text, end + 1)
    if acronym and text[end] == " ":
        end = acronym.end()
    if not _OPENS.match(text, end + 1) or text[end : end + 1] != " ":
        return end
    position = end + 1
    for number in range(_LONGEST_RIGHT):
        token = _TOKEN.match(text, position)
        if token is None or (number and _ends(text, position, token.group(), is_noun)):
            break
        if number == 0 and (_ends_at_once(text, position) or _WITH_SOMEBODY.match(text, position)):
            break
        word = token.group().rstrip(",.;:?!")
        end = token.end() - (len(token.group()) - len(word))
        if end < token.end() and not _list_goes_on(text, token.end() - 1, noun_end):
            break
        if token.group().endswith(")") and "(" not in text[noun_end:end]:
            end -= 1
            break
        position = token.end() + 1
    return _trimmed(text, noun_end, end)


def _ends_at_once(text: str, position: int) -> bool:
    return any(adverbial.match(text, position) for adverbial in (_adverbial(), _SOMEWHERE, _SOMETIME))


def _ends(text: str, position: int, token: str, is_noun: Callable[[str], bool]) -> bool:
    """Whether the complement ends before the token at ``position``."""
    word = token.lower().rstrip(",.;:)")
    if token in _DASHES or word in _words("right") or (_is_past(token) and text[position - 2] in _NAMES):
        return True
    if token[0] in ACTORS and not re.search(
        r"(?:\b(?:of|between|with|among|and|the|by|for|both|in|from|to|on)|,|'s) $",
        text[max(0, position - 10) : position],
    ):
        return True
    if word == "with" and _WITH_SOMEBODY.match(text, position):
        return True
    if word in ("in", "on", "at", "of", "to", "for", "from", "with"):
        return _ends_at_once(text, position)
    if word == "and" and _A_YEAR.search(text, max(0, position - 6), position):
        return not _NEXT_YEAR.match(text, position)  # "for the years 2024 and 2025"
    if token.startswith("(") and not _ACRONYM.match(text, position):
        return True
    if word == "and":
        return _next_clause(text, position + 4, is_noun)
    return False


def _is_past(word: str) -> bool:
    """Whether a word behind a name is its verb: "an agreement with Peru | obtained the approval of"."""
    return word.islower() and word.endswith("ed") and word not in _words("participles") and word not in _NO_VERBS


_TOKEN = re.compile(r"\S+")
_SOMEWHERE = re.compile(rf"(?:in|on|at|of|for)? ?(?:early |late )?[{_PLACE}]")
_SOMETIME = re.compile(rf"(?:in|on|at|of|from) (?:the )?[{_DATE}{_PLACE}]|to [{ACTORS}]")
_DASHES = frozenset("–—-|")
_NO_VERBS = frozenset({"dated", "based", "entitled", "titled", "called", "named", "headed", "represented"})
_NAMES = frozenset(ACTORS + _DATE + _PLACE)
_A_YEAR = re.compile(rf"(?:{_DATE}|\b\d{{4}}) $")
_NEXT_YEAR = re.compile(rf"and (?:{_DATE}|\d{{4}}\b)")
_ACRONYM = re.compile(r"\([A-Z][\w-]{1,12}\)")
_SOMEBODY = "".join(SYMBOLS[kind] for kind in (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.DELEGATION))
# Who signs it too is no part of what it is called: "signed an agreement on extradition | with her counterpart".
_WITH_SOMEBODY = re.compile(
    rf"with (?:the |his |her |their )?(?:[{_SOMEBODY}]"
    r"|(?:[\w-]+ ){0,2}(?:representatives|officials|counterparts?|colleagues|members|heads)\b)"
)


def _next_clause(text: str, position: int, is_noun: Callable[[str], bool]) -> bool:
    """Whether "and" joins another clause or another phrase of the same sort, not a part of the complement."""
    words = re.findall(r"\S+", text[position : position + 90])[:6]
    if not words:
        return True
    first = words[0].lower()
    if first in _words("right") or (first in _words("left") and first not in ("of", "on", "in", "for", "with", "to")):
        return True
    if first.endswith("ed") and first not in _words("participles"):
        return True
    if (
        first in ("to", "by", "under", "on")
        and len(words) > 1
        and words[1].lower() in ("the", "a", "an", "its", "their")
    ):
        words = words[1:]  # "signatories to the treaty on crime | and to the convention on extradition"
    for word in words:
        bare = word.lower().rstrip(",.;:)")
        if is_noun(bare):
            return True
        if bare in ("of", "on", "for", "between", "in", "with", "to") or word[-1] in ",.;:":
            return False
    return False


def _list_goes_on(text: str, comma: int, noun_end: int) -> bool:
    """Whether a comma stands inside a title: "Agreement on Crime, Terrorism and Drugs", "in civil, family and ..."."""
    if text[comma] != ",":
        return False
    if _SORTS_OF_MATTERS.match(text, comma):
        return True
    rest = re.match(r", ([A-Z]\w+(?: [A-Z]\w+)?)(?:,| and [A-Z])", text[comma : comma + 80])
    return rest is not None and text[noun_end:comma].rstrip()[-1:].isalpha() and text[:comma].split()[-1][0].isupper()


# "in civil|, family and criminal matters"
_SORTS_OF_MATTERS = re.compile(r"(?:, [a-z-]+){1,4},? (?:and|or) [a-z-]+ (?:matters|cases|affairs|proceedings)\b")
_DANGLING = re.compile(
    r" (?:of|on|for|between|with|in|against|to|and|the|a|an|its|their|aimed|dealing|relating|concerning|regarding"
    r"|providing|calling|setting|dating|dated|titled|entitled|called|worth|to (?!the\b)[a-z]+)$"
)


def _trimmed(text: str, noun_end: int, end: int) -> int:
    """An end without dangling little words and closing marks: "agreement on | the"."""
    if text[noun_end:end].count('"') == 1 and text[end - 1] == '"':
        end -= 2 if text[end - 2] in ",.;!?" else 1
    while True:
        dangling = _DANGLING.search(text, noun_end, end)
        if dangling is None:
            return end
        end = dangling.start()

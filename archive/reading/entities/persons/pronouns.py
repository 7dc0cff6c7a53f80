"""Pronouns that stand for a person: the one antecedent that fits, walking through the text in order."""

import re

from archive.reading.entities.persons.people import Human
from archive.values import Span

# Pronouns of one person.
GENDERS = {"he": "male", "him": "male", "his": "male", "she": "female", "her": "female"}


_ACTING = ("he", "she")

# The words that open a sentence of which another is the subject: "Asked about | X, he said", "After talks with | X,".
_OPENING = re.compile(
    r"\s*(?:[–—•-]+ )?(?:(?:And|But|Then|Later),? )?(?:"
    r"(?:Asked|Questioned|Pressed|Quizzed|Challenged|Reminded|Told)(?: [^,;:.]*)? (?:about|on|of|by|whether|if|against)"
    r"|(?!According|During)(?:(?:After|Before|While|When|On|Upon|By|In|Without) )?(?i:[a-z]+ing)"
    r"(?: [^,;:.]*)?(?:(?<=ing)| (?:with|to|by|for|from|of|about|after|alongside|beside|against|and|on))"
    r"|(?P<plain>At|In|On|After|Before|Alongside|Beside|With|Together with|Unlike)"
    r"(?: [^,;:.]*)?(?:(?<=Beside)|(?<=Alongside)|(?<=Unlike)| (?:with|to|by|from|about|alongside|beside|against|and))"
    r") (?:the )?"
)
_ENDS = re.compile(r"[^,;:.]{0,60},")


def opens_aside(text: str, start: int, at: int, end: int) -> bool:
    """Whether somebody named from ``at`` to ``end`` stands in the words that open a sentence, and does not act in it.

    After "After X's arrival" he may be X.
    """
    found = _OPENING.fullmatch(text, start, at)
    owns = found is not None and found["plain"] is not None and text.startswith("'s ", end)
    return found is not None and not owns and _ENDS.match(text, end) is not None


def acts(text: str, start: int, at: int, word: str) -> bool:
    """Whether a pronoun is the subject of a sentence behind the words that open it."""
    return word.lower() in _ACTING and "," in text[start:at]


# What stands behind "her" where she owns nothing: "met her | in Lima"
_NO_NOUN = re.compile(
    r"\s*(?:[.,;:)–—]|$|(?:in|at|on|with|for|to|and|about|during|by|from|after|before|over|today|yesterday|again|there|here"
    r"|when|as|that|if|while|upon|last|this|twice|once)\b)"
)

# Between who does something and to whom: "Roy | has also met | him"
_SAME_CLAUSE = re.compile(
    r"\s(?:(?!(?:that|and|or|but|where|who|which|whom|whose|when|as|while|because|if|the|for)\b)[\w'-]+\s){1,5}"
)


def _is_object(text: str, span: Span) -> bool:
    """Whether something is done to the person of a pronoun, and so not by whoever stands right before the verb."""
    word = span.of(text).lower()
    return word == "him" or (word == "her" and _NO_NOUN.match(text, span.end) is not None)


class Pronouns:
    """Resolves pronouns while a text is walked through in order."""

    def __init__(self, view: str) -> None:
        self._view = view
        self._start = 0  # of the sentence that is being read
        self._aside: list[Human] = []  # who stands in the words that open it
        self._sentence: list[Human] = []
        self._before: list[Human] = []
        self._gap = 0
        self._last = 0  # where the last mention of anybody ends

    def sentence_ends(self, end: int) -> None:
        """The persons of the sentence become those of the sentence before; two sentences without any forget them."""
        self._start = end
        told = [*self._sentence, *(human for human in self._aside if human not in self._sentence)]
        if told:
            self._before, self._sentence, self._aside, self._gap = told, [], [], 0
        else:
            self._gap += 1
            if self._gap > 1:
                self._before = []

    def saw(self, human: Human, span: Span | None = None) -> None:
        """A person is mentioned, at a place of the sentence."""
        aside = span is not None and opens_aside(self._view, self._start, span.start, span.end)
        there = self._aside if aside else self._sentence
        if human not in there:
            there.append(human)
        self._last = span.end if span is not None else self._last

    def meaning(self, span: Span) -> Human | None:
        """The person whom a pronoun can mean: the one that fits, the subject where several fit; else none."""
        word = span.of(self._view).lower()
        gender = GENDERS.get(word)
        if gender is None:
            return None
        others = [] if acts(self._view, self._start, span.start, word) else self._aside
        named = [*others, *self._sentence]
        if named and _is_object(self._view, span) and _SAME_CLAUSE.fullmatch(self._view, self._last, span.start):
            named = named[:-1]  # "Torres came, and Roy met him"
        for humans in (named, self._before):
            fitting = [human for human in humans if human.gender in (gender, None)]
            sure = [human for human in fitting if human.gender == gender]
            if len(fitting) > 1 and len(sure) == 1:
                fitting = sure
            if len(fitting) == 1 or (len(fitting) > 1 and humans[0] is fitting[0]):
                chosen = fitting[0]
            else:
                continue
            chosen.gender = chosen.gender or gender
            return chosen
        return None

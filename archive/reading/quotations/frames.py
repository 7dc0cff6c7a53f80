"""Frames: the words around a quotation that say who speaks.

A frame stands before a quotation in its sentence ("X said:") or right after it ("said X"); the patterns are data
(``vocabulary/reporting_verbs.toml``).
"""

import re
from dataclasses import dataclass
from functools import cache

from archive.reading.matching.patterns import Match, grammar
from archive.reading.matching.skeletons import ACTORS, PERSONS, SYMBOLS, Skeleton
from archive.reading.phrases import Phrase, PhraseKind
from archive.reading.quotations.recollection import reports
from archive.reading.vocabulary import load
from archive.values import Span

_LONGEST = 1500  # characters of a sentence with its quotations folded
SPEAKERS = (PhraseKind.PERSON, PhraseKind.HOLDER, PhraseKind.PRONOUN)
END = re.compile(r"(?:[.!?…][)\]]?|\n)(?=\s+[^a-z\s,;–-]|\s*$)")
_AFTER = re.compile(r"[\s,:–—-]*")
_BEHIND = (
    r"(?:with|to|by|of|for|from|at|after|before|greeting|welcoming|thanking|receiving|(?<!the )meeting|telling|asking"
    r"|assuring|informing|reminding|addressing|quoting|citing|alongside|beside|(?:next|close|opposite) to)"
)
_STANDS_BEHIND = re.compile(
    rf"\b(?i:{_BEHIND}) (?:the |his |her |its |their )?(?:[A-Z][\w.]* ){{0,2}}(?=[{ACTORS}])"
)  # "of Officer X", too
_STANDS_APART = re.compile(rf"\b(?:{_BEHIND}|and) (?:the )?(?=[{ACTORS}])", re.IGNORECASE)
_SUBORDINATE = re.compile(
    r"\s*(?:Asked|When|While|As|If|Although|Though|Once|Because|After|Before|Since|[A-Z]\w+ing)\b[^,]{1,160},"
)
_JOINED = re.compile(rf"[{ACTORS}],? and (?:the )?$")
# After words that end with a comma any verb is one of saying: "..., smiled X", "..., X is convinced".
_ANY_VERB = re.compile(
    rf"[\s,–—-]*(?:[a-z]+ed ([{PERSONS}])(?!,? and |'s )"
    rf"|([{PERSONS}]) (?:\w+ly )?(?:[a-z]+ed|is (?:convinced|certain|sure|confident|adamant))\b)"
)
_WHERE = SYMBOLS[PhraseKind.PLACE] + SYMBOLS[PhraseKind.DATE] + SYMBOLS[PhraseKind.COUNTRY]
# "P added.", "P told reporters in L on D."
_SAYS_SO = re.compile(
    r"(?:this|so|these words)\b"
    rf"|(?:(?:reporters|journalists|the press|the media) ?)?(?:(?:in|on|at) [{_WHERE}] ?)*(?:[.,;]|$)"
)
# "the closing words of P:", "attributable to P:"
_WORDS_OF = re.compile(rf"\b(?:of|by|from|attribut(?:able|ed) to) (?:the )?[{PERSONS}] ?:[ –-]*$")
_FOR = re.compile(rf"\s*For (?:the )?[{PERSONS}],")  # "For P, it is about trust:"
_OPENED = re.compile(r"[\s–—•*-]*(?:\(?\d{1,2}(?:/\d{0,2})?[:.)]? *)?(?:[A-Z]{2,5}\.? )?")  # "3/9: SG X: "
# Whoever stands behind a preposition does not speak: "said the widow of X"; but "said City of Miami Police Chief X".
_OF_ONE = re.compile(rf"\b(?!of)[a-z'-]+ {_BEHIND} (?:the )?(?=[{ACTORS}])")
# A place or title before a name that was read as a name of its own: "said Cook County State's Attorney X".
_CHAIN = re.compile(rf"(?:(?: (?:[A-Z][\w.'-]* ){{0,4}})?[{PERSONS}])+")
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\b", re.IGNORECASE)
_QUOTES_ANOTHER = re.compile(r"\b(?:quot|cit)(?:e[ds]?|ing)\b")


@dataclass(frozen=True, slots=True)
class Frame:
    """Words that say who speaks; ``speaker`` is the name of a person, None for a body or somebody unnamed."""

    speaker: str | None
    rule: str
    span: Span


def sentence_start(text: str, at: int) -> int:
    """Where the sentence that holds ``at`` starts."""
    start = max(0, at - _LONGEST)
    for found in END.finditer(text, start, at):
        start = found.end()
    return start


def frame_before(folded: Skeleton, start: int, end: int) -> Frame | None:
    """The frame before a quotation: the last one of its sentence; a colon makes a frame of any sentence."""
    found = last_frame(folded, start, end)
    if found and not (found.pattern.gives.get("closes") and folded.text[found.end : end].strip()):
        return frame_of(found)
    if not folded.text[start:end].rstrip(" –-").endswith(":") or _QUOTES_ANOTHER.search(folded.text, start, end):
        return None
    places = {match.end() for match in _STANDS_APART.finditer(folded.text, start, end)}
    phrases = [(at, fold.payload) for at, fold in folded.placed(start, end) if isinstance(fold.payload, Phrase)]
    persons = [(at, phrase) for at, phrase in phrases if phrase.kind in SPEAKERS and phrase.person]
    persons = [(at, phrase) for at, phrase in persons if not folded.text.startswith("'s ", at + 1)]
    opening = _SUBORDINATE.match(folded.text, start, end)
    main = [(at, phrase) for at, phrase in persons if opening and at > opening.end()]
    persons = main or persons
    opens = _FOR.match(folded.text, start, end)
    subjects = [phrase for at, phrase in persons if at not in places or (opens and at == opens.end() - 2)]
    if not subjects and _WORDS_OF.search(folded.text, start, end):
        subjects = [phrase for _, phrase in persons[-1:]]
    if not subjects:
        return None
    return Frame(subjects[0].person, "colon", folded.span_of(start, end))


def last_frame(folded: Skeleton, start: int, end: int) -> Match | None:
    """The frame that ends last in a stretch. Whoever stands behind a preposition is not its speaker."""
    patterns = grammar("reporting_verbs", "left")
    found = list(patterns.matches(folded, start, end))
    if any(_is_behind(match) for match in found):
        for at, fold in folded.placed(start, end):
            if fold.symbol in ACTORS:
                found += patterns.match_at(folded, at, end)
    fitting = (
        match
        for match in found
        if _speaks(match)
        and not _is_behind(match)
        and not (match.pattern.gives.get("opens") and not _OPENED.fullmatch(folded.text, start, match.start))
    )
    ranked = sorted(fitting, key=lambda match: (-match.end, not match.pattern.gives.get("before_who"), match.start))
    return next((match for match in ranked if not _is_what_one_says(match, ranked)), None)


# "P said | that | Ghana would answer", "P added that the objects": what somebody says of a state or body is its frame
_THAT = re.compile(r"(?: that)?(?: the)?(?: (?!and\b|but\b|while\b)[\w'-]+){0,3} ?")


def _is_what_one_says(match: Match, others: list[Match]) -> bool:
    """Whether a frame of a body or state is what a person says of it: the person's verb stands right before it."""
    speakers = match.phrases("speaker")
    if not speakers or any(each.kind in SPEAKERS for each in speakers):
        return False
    return any(
        other.end <= match.start
        and any(each.kind in SPEAKERS and each.person for each in other.phrases("speaker"))
        and _THAT.fullmatch(match.skeleton.text, other.end, match.start)
        for other in others
    )


def frame_aside(folded: Skeleton, start: int, end: int) -> Frame | None:
    """A frame that stands between commas, or at the end: "it has, the minister clarified, not begun"."""
    for found in _aside().finditer(folded.text, start, end):
        fold = folded.fold_at(found.start(1))
        if fold and isinstance(fold.payload, Phrase) and fold.payload.kind in SPEAKERS and fold.payload.person:
            return Frame(fold.payload.person, "speaker says aside", folded.span_of(*found.span()))
    return None


@cache
def _aside() -> re.Pattern[str]:
    return re.compile(rf", ([{PERSONS}]) (?:(?:has|had|also|then|\w+ly) )?(?:{reports()})(?=[,.;]|\s*$)")


def is_told_of(folded: Skeleton, at: int) -> bool:
    """Whether the sentence goes on behind a quotation: what it says there would have to name the speaker."""
    text = folded.text
    after = _AFTER.match(text, at + 1)
    begin = after.end() if after else at + 1
    end = next((found.end() for found in END.finditer(text, begin)), len(text))
    fold = folded.fold_at(at)
    ended = fold is not None and any(mark in ".!?…" for mark in folded.view[fold.span.end - 2 : fold.span.end])
    comma = text[at + 1 : at + 2] == ","
    told = comma or not ended or _told_by_name().match(text, begin, end) is not None
    return begin < end and text[begin:end].strip(" .") != "" and told


@cache
def _told_by_name() -> re.Pattern[str]:
    """Words that would name a speaker: "Brand said", "said one of the survivors"."""
    name = r"(?!When|While|As|If|After|Before|Once|Then|Asked)(?:[A-Z][\w.'-]*,? ){1,8}(?:\w+ly )?"
    return re.compile(rf"(?:{name})?(?:{reports()})\b")


@cache
def _rank() -> re.Pattern[str]:
    """What stands before a name and is not read: "IG Diop", "lead prosecutor Diop", "his lawyer, Diop,"."""
    small = "and|but|or|as|that|this|so|who|which|when|while|if|is|was|had|has|in|on|at|of|for|to|by|with|from|about"
    word = rf"(?!(?i:{small}|{reports()})\b)[\w.'-]+"
    whose = rf"{SYMBOLS[PhraseKind.HOLDER]}, |(?:{SYMBOLS[PhraseKind.PRONOUN]} )?{word}(?: {word}){{0,3}}, "
    return re.compile(rf"(?:(?:{whose})(?={SYMBOLS[PhraseKind.PERSON]}, )|(?:{word} ){{1,5}}(?=[{PERSONS}]))")


def _is_behind(match: Match) -> bool:
    """Whether the actor that opens a match stands behind a preposition, and so is not the subject."""
    if match.places.get("speaker", (-1, 0))[0] != match.start or match.pattern.gives.get("before_who"):
        return False
    return stands_behind(match.skeleton.text, match.start)


def stands_behind(text: str, at: int) -> bool:
    """Whether a preposition stands right before the actor at a position of a skeleton."""
    return any(found.end() == at for found in _STANDS_BEHIND.finditer(text, max(0, at - 24), at + 1))


def _speaks(match: Match) -> bool:
    """Whether the person speaks, not somebody of his or hers ("P's office said"), nor is spoken to ("P was told")."""
    end = match.places["speaker"][1] if "speaker" in match.places else 0
    if match.places.get("aux", (0, 0))[0] >= end > 0 and _PASSIVE.search(match.auxiliaries):
        return False
    if match.pattern.gives.get("before_who") and "," in match.skeleton.text[end + 2 : match.end]:
        return False  # "P met Q, who came first, and said"
    return bool(match.pattern.gives.get("owned")) or not match.skeleton.text.startswith("'s ", end)


def frame_after(folded: Skeleton, at: int, words: str) -> Frame | None:
    """The frame right after a quotation."""
    text = folded.text
    after = _AFTER.match(text, at + 1)
    begin = after.end() if after else at + 1
    end = next((found.end() for found in END.finditer(text, begin)), len(text))
    if begin >= end:
        return None
    separate = words.rstrip().endswith((".", "!", "?", "…")) and not text[at + 1 : begin].strip()
    rank = _rank().match(text, begin, end)
    begin = rank.end() if rank else begin
    for match in grammar("reporting_verbs", "right").match_at(folded, begin, end):
        rest = text[match.end :].lstrip()
        if separate and text[begin] in ACTORS and not _says_these(match, rest):
            continue
        if rest[:1] == ":" or not _speaks(match):
            continue
        told_first = match.places["speaker"][0] == match.start  # "X, standing next to Y, said"
        if not told_first and _OF_ONE.search(text, match.start, match.end) and not match.pattern.gives.get("behind"):
            return Frame(None, match.pattern.name, folded.span_of(match.start, match.end))
        chain = _CHAIN.match(text, match.end) if match.places["speaker"][1] == match.end else None
        officer = folded.fold_at(chain.end() - 1) if chain else None
        if chain and officer and isinstance(officer.payload, Phrase) and officer.payload.person:
            return Frame(officer.payload.person, match.pattern.name, folded.span_of(match.start, chain.end()))
        return frame_of(match)
    named = re.match(rf" ?\(([{PERSONS}])\)", text[at + 1 :])
    named = named or re.fullmatch(rf" ?[:~–—-]+ ?([{PERSONS}])[^.]{{0,80}}", text[at + 1 :])
    if named is None and (words.endswith(",") or text[at + 1 : at + 2] == ","):
        named = _ANY_VERB.match(text[at + 1 : end])
    if named:
        phrase = folded.fold_at(at + 1 + named.start(named.lastindex or 1))
        if phrase and isinstance(phrase.payload, Phrase):
            return Frame(phrase.payload.person, "name after", phrase.span)
    return None


@cache
def _wanting() -> frozenset[str]:
    """Every form of the verbs that want the words that are said."""
    verbs = load("reporting_verbs")["wanting"]["verbs"]
    lines = (line.split(", ") for line in load("reporting_verbs")["verbs"]["report"])
    return frozenset(form for forms in lines if forms[0] in verbs for form in forms)


def _says_these(match: Match, rest: str) -> bool:
    """Whether a sentence behind whole words only says whose they are: "P added.", but not "P applauded."."""
    between = match.skeleton.text[match.places["speaker"][1] : match.places.get("aux", (0, 0))[0]].strip()
    wanting = match.verb in _wanting() and between[-1:] in ("", ",", ")")
    return wanting and _SAYS_SO.match(rest) is not None


def frame_of(match: Match) -> Frame:
    """The frame that a match is; several speakers are none."""
    speakers = match.phrases("speaker")
    joined = _JOINED.search(match.skeleton.text, 0, match.places["speaker"][0]) if "speaker" in match.places else None
    alone = len(speakers) == 1 and speakers[0].kind in SPEAKERS and not joined
    speaker = speakers[0].person if alone else None
    return Frame(speaker, match.pattern.name, match.skeleton.span_of(match.start, match.end))

"""The evidence that makes a run of capitalised words a person's name: the rules of ``vocabulary/naming.toml``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives, load

Run = tuple[int, int]  # from this piece to before that one

SAYING = frozenset(("says", "speaker", "said-by", "who"))
WITH_OFFICE = (
    "office-after",
    "office-in-brackets",
    "office-after-dash",
    "office-on-the-next-line",
    "as-office",
    "is-in-office",
    "who-is-in-office",
)
_PREPOSITIONS = frozenset("oifeq")
_OF_THE_NEXT = re.compile(
    r"(?:\(e?[CKk]\))?,[ea]?F(?:ne?F)?,(?:e?F,?)?H{0,2}[NGIPYC]|,[ea]?Fne?FH{0,2}[NGIY]"
)  # "Mayor X, the Governor, Judge Y": the office is Y's
_IN_APPOSITION = re.compile(r"[NG][NGIYpP]*[NGY],e?F\Z")  # "Ann Lee, Head of Serious |Casework|, said"
_IN_A_ROW = re.compile(
    r",e?F(?:ne?F)?,H{0,2}[NGIPYpU]{2,7},ne?F,?H{0,2}[NGIPY]"
)  # "X, the Governor, Y, and the Mayor, Z"
_UNNAMED = re.compile(r",eF,neF,?H{0,2}[NGIPY]")  # "Judge X, the Governor, and Mayor Y": the Governor has no name
_POSSESSOR = re.compile(r"(?:the )?(?:[A-Z][\w-]* ){0,3}[A-Z][\w-]*'s? \Z")
# "X succeeds |Y as Director", "appointed by President |Y as Director": the office is not Y's, or not his alone
_ANOTHERS = re.compile(r"\b(?:succeed\w*|replac\w*|follow\w*|over from|by)(?: (?:[A-Z][\w.]*|the)){0,4} \Z")
_AS_OFFICE = re.compile(r"\bas (?:its |the )?[\w -]{3,32}, (?:[A-Z][\w.]+ )?\Z")
_ROYAL = re.compile(r"\b(?:King|Queen|Sultan|Prince|Emir|Shah) \Z")  # "Sultan X Grand Mosque" is no person
_LEFT, _RIGHT, _WORDS = 16, 24, 40  # symbols before and after a run, characters before it, that a rule may see


@dataclass(frozen=True, slots=True)
class Evidence:
    """The rules, compiled."""

    rules: tuple[tuple[str, "re.Pattern[str] | None", "re.Pattern[str] | None", "re.Pattern[str] | None"], ...]
    words_before: tuple[tuple[str, tuple[str, ...], re.Pattern[str]], ...]
    after: dict[str, re.Pattern[str]]
    strong: frozenset[str]
    thing: re.Pattern[str]
    joint: re.Pattern[str]
    offices_before: re.Pattern[str]
    belongs: re.Pattern[str]


@cache
def evidence() -> Evidence:
    """The rules of the vocabulary."""
    data = load("naming")

    trade = f"(?:{'|'.join(data['trades'])})"

    def compiled(pattern: str | None) -> re.Pattern[str] | None:
        return re.compile(pattern.replace("{rest}", data["rest"]).replace("{trade}", trade)) if pattern else None

    entries = data["rule"]
    things = "|".join(re.escape(thing) for thing in data["things"])
    return Evidence(
        tuple(
            (
                entry["name"],
                compiled(entry.get("before")),
                compiled(entry.get("after")),
                compiled(entry.get("words_after")),
            )
            for entry in entries
            if "words_before" not in entry
        ),
        tuple(
            (entry["name"], tuple(entry.get("ends", ("",))), re.compile(entry["words_before"]))
            for entry in entries
            if "words_before" in entry
        ),
        {
            entry["name"]: re.compile(entry["after"].replace("{rest}", data["rest"]))
            for entry in entries
            if "after" in entry
        },
        frozenset(entry["name"] for entry in entries if entry.get("strong")),
        re.compile(rf"\b(?:{things}) \"?\Z"),
        re.compile(data["joint"]),
        re.compile(data["offices_before"].replace("{rest}", data["rest"])),
        re.compile(data["belongs"]),
    )


def rules_for(view: str, string: str, words: Sequence[Piece], run: Run) -> list[str]:
    """The rules that hold for a run; the first gives the naming its name."""
    start, end = run
    rules = evidence()
    left, right = string[max(0, start - _LEFT) : start], string[end : end + _RIGHT]
    spoken = view[max(0, words[0].start - _WORDS) : words[0].start]
    if string[max(0, start - 2) : start] == "CS":
        spoken = _POSSESSOR.sub("", spoken)  # "received Hungary's X"
    if rules.thing.search(spoken) or (right[:1] in ("W", "B", "O") and end - start == 1 and _ROYAL.search(spoken)):
        return []
    found = [
        name
        for name, before, after, words_after in rules.rules
        if (after is None or after.match(right))
        and (before is None or before.search(left))
        and (words_after is None or words_after.match(view, words[-1].end))
    ]
    following = _OF_THE_NEXT.match(right) or _UNNAMED.match(right)
    if ("office-before" in found and following) or _IN_A_ROW.match(right):
        found = [name for name in found if name != "office-after"]
    if names_in(words) == 1 and _IN_APPOSITION.search(left) and right[:1] in (",", "."):
        found = [name for name in found if name != "office-before"]
    if found == ["in-brackets-behind-an-office"] and not (names_in(words) > 1 and _is_of_a_person(view, words)):
        return []
    if "as-office" in found and "office-before" in found and _AS_OFFICE.search(spoken):
        found.remove("office-before")  # "they elected X as Chair, |Y as Vice-Chair"
    if "as-office" in found and _ANOTHERS.search(spoken):
        found.remove("as-office")
    found += [name for name, ends, words in rules.words_before if spoken.endswith(ends) and words.search(spoken)]
    elsewhere = (
        _MEMORIAL.search(spoken)
        or _COUNTED.search(spoken)
        or (string[start - 1 : start] == "(" and right.startswith(",d)"))
    )
    if names_in(words) > 1 and right[:1] not in ("W", "B") and not elsewhere and _is_of_a_person(view, words):
        found.append("given-name")
    return found


_SHORT_FAMILY_NAMES = frozenset(load("names")["short_family_names"])


def is_short_family_name(word: str) -> bool:
    """Whether a word in capitals is a family name and no acronym: "LEE"."""
    return word in _SHORT_FAMILY_NAMES


# "the monument of |X Y": a thing that is named for somebody; "(|Bento X, 5 May 2019)" is where something was signed
_MEMORIAL = re.compile(
    r"\b(?:monuments?|statue|bust|mausoleum|tomb|grave|portrait|memorial|museum|palace|memory|named (?:after|for))"
    r"(?: (?:of|to))?(?: the)?(?: [\w-]+){0,3} \Z"
)
_COUNTED = re.compile(r"\b(?:Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Twelve) \Z")  # "Two |Mile Hill|", a place
_KOREAN = re.compile(r"[A-Z][a-z]{1,6} [A-Z][a-z]{1,5}-[a-z]{2,6}")
_FAMILY_NAME = re.compile(rf"(?:[^\W\d_]|['-])+{alternatives('names', 'family_name_endings')}")


def _is_of_a_person(view: str, words: Sequence[Piece]) -> bool:
    """Whether a run of words opens with a known given name, or has the shape of a name."""
    given = words[0] if words[0].symbol != "I" or len(words) == 1 else words[1]
    if given.symbol == "G":
        return True
    if words[0].symbol != "N" or words[-1].symbol != "N":
        return False
    if any(word.symbol == "p" and view[word.start : word.end] in _SONS for word in words):
        return True
    if _KOREAN.fullmatch(view, words[0].start, words[-1].end):
        return True
    return _FAMILY_NAME.fullmatch(view, words[-1].start, words[-1].end) is not None


_SONS = frozenset(load("names")["of_a_family"])


def names_in(words: Sequence[Piece]) -> int:
    """How many words of a run are names, not initials or particles."""
    return sum(piece.symbol in "NGYUCKk" for piece in words)


def plausible(view: str, words: Sequence[Piece], rules: Sequence[str], before: str) -> bool:
    """Whether the rules are enough for this run: a single word or an acronym needs more than a full name."""
    strong = any(rule in evidence().strong for rule in rules)
    certain = "put-by" in rules or ("said-by" in rules and words[0].symbol in "NYG")
    if certain:
        return True
    if rules == ["of-a-state"] or (rules == ["given-name"] and view.endswith(" in ", 0, words[0].start)):
        return False  # a place: "in San Juan"
    full = names_in(words) > 1 or words[0].symbol == "I"
    if (
        {"by-agent", "met", "present", "of-a-state-each", "in-apposition"} & set(rules)
        and full
        and words[0].symbol in "NGI"
    ):
        return True
    if not strong and before in tuple("eaoiq") and "given-name" not in rules:
        return False
    if all(piece.symbol in "UI" for piece in words):
        return "honorific" in rules
    if names_in(words) == 1 and words[0].symbol != "I":
        return _one_word(words, rules, before)
    if words[0].symbol == "U" and words[0].end - words[0].start < 4 and "honorific" not in rules:
        return is_short_family_name(view[words[0].start : words[0].end])
    return words[0].symbol not in "CKk" or strong or "given-name" in rules or "aged" in rules


def _one_word(words: Sequence[Piece], rules: Sequence[str], before: str) -> bool:
    """A single name: "Foreign Minister Kuleba", "Mr Ma", "Suharyono, who heads ..."."""
    if "who" in rules and words[0].symbol == "N" and before not in tuple("WtTNBUeaoifq"):
        return True
    if before == ":" and "office-before" in rules:
        return False  # what an official says: "ATTORNEY GENERAL: Bula vinaka"
    if any(rule in rules for rule in ("honorific", "office-before", "counterpart", "office-in-brackets")):
        return True
    strong = evidence().strong - {"is-in-office"}
    return any(rule in strong for rule in rules) and words[-1].symbol in "NG" and before not in _PREPOSITIONS

"""Who is meant where words for a person carry no name: "the minister", "our guest", "his host", "he".

The blocks of a text are read in order. Words for a person are folded as holders of an office; a holder or a pronoun
that is nobody yet is given the person whom the course of the text tells: the one whose office the words name, the guest
or the host, or the one who was the subject last. Somebody unnamed ("a source", "one of the experts") stays nobody, so
that no quotation falls to whoever spoke before.
"""

import re
from collections import deque
from collections.abc import Iterable
from dataclasses import replace

from archive.reading.entities.persons.pronouns import GENDERS, acts, opens_aside
from archive.reading.matching.narrators import narrator
from archive.reading.matching.skeletons import ACTORS, PERSONS, SYMBOLS, Fold, Skeleton, skeleton
from archive.reading.phrases import Annotations, Phrase, PhraseKind
from archive.reading.quotations.epithets import WITHIN, Epithet, all_nouns, epithet_words, letters, nouns, own_words
from archive.reading.quotations.known_persons import Known, all_known, closest, heads_first, states_of_capitals
from archive.reading.quotations.recollection import Part, Recollection, by_state, lists_who_came, part_of, says
from archive.values import Span

_PRONOUN, _HOLDER = SYMBOLS[PhraseKind.PRONOUN], SYMBOLS[PhraseKind.HOLDER]
_SENTENCE_ENDS = re.compile(r"[.!?…][\"')\]]? +(?=[^a-z\s])")
_INDEFINITE = re.compile(r"\b(?:[Aa]n?|[Oo]ne|[Aa]nother|[Oo]ne of the) (?:[\w-]+ )?$")
_PERSON = SYMBOLS[PhraseKind.PERSON]
_APPOSED = re.compile(rf"(?: (?:for|of|at|from|in|with) [^,.;:{ACTORS}]{{1,60}},|,)? [{_PERSON}]")
_NAME_FOLLOWS = re.compile(r" [A-Z][\w'-]+(?= said|:|,| [a-z]+ed\b)")
_ACRONYM = re.compile(r"\b[A-Z]{3,8}\b")
_POSSESSIVES = ("his", "her", "their", "its")
_OWNED = re.compile(rf" [^\W\d_]| [{_PERSON}{_HOLDER}]")
_STANDS_IN = re.compile(r"\b(?:deputy|vice|assistant|under|acting|minister|secretary|judge|director)")
_CHAIRED_BY = re.compile(r"\b(?:chairmanship of|chaired by|presided over by|moderated by) (?:the )?$")
_LABEL = re.compile(rf"[•–— -]*([{PERSONS}])(?: ?\([^()]{{1,60}}\)|, [^:.]{{1,80}})? ?:")
_I = re.compile(r"(?<![\w'-])(?<![A-Z][a-z] )I(?= (?:\w+ly )?[a-z]{3,})")
_DESCRIBED = re.compile(rf"(?:[{_PERSON}],|\b(?:is|was|as|being)) $")  # "X, | a diplomat"
_CHAIRS = re.compile(r" (?:chaired|presided over|moderated)\b")
UNNAMED, MEANT = "somebody unnamed", "the course of the text"
_BY_STATE = "called by the state"


class Course:
    """The persons of a text in the order in which it speaks of them."""

    def __init__(self, annotations: Annotations) -> None:
        self._annotations = annotations
        self._view = annotations.layout.view
        self._known = {known.name: known for known in all_known(annotations)}
        self.recollection = Recollection()
        self._chair: str | None = None
        self._nobody = ""  # what somebody unnamed is called, who is spoken of since anybody with a name: "an official"
        self._told_states: dict[str, set[str]] = {}  # the states that the words for a person said: "the Czech minister"
        self._start = 0  # where the sentence that is being read starts in its block
        self._item = False  # whether the block that is being read is one of a list
        self._lists = False  # whether the sentence that is being read lists who was there

    def read(self, folded: Skeleton, *, item: bool = False) -> Skeleton:
        """A block, or an item of a list, with its words for persons folded and told; the course goes on behind it."""
        self._item = item
        return self._of_one_voice(self._told(self._with_epithets(folded), remember=True))

    def aside(self, folded: Skeleton) -> Skeleton:
        """The same for a piece of a block that has been read: the words inside quotation marks."""
        return self._told(self._with_epithets(folded), remember=False)

    def _of_one_voice(self, folded: Skeleton) -> Skeleton:
        """A block that a label gives to somebody ("X: ..."), with "I" folded as that person."""
        label = _LABEL.match(folded.text)
        fold = folded.fold_at(label.start(1)) if label else None
        name = fold.payload.person if fold and isinstance(fold.payload, Phrase) else None
        said = [folded.span_of(*found.span()) for found in _I.finditer(folded.text, label.end() if label else 0)]
        if label is None and said:
            name = narrator(self._annotations, said[0].start)
        if name is None:
            return folded
        phrases = [Phrase(PhraseKind.PERSON, span, span, "label", person=name) for span in said]
        return folded.folded([Fold(phrase.span, _PERSON, phrase) for phrase in phrases])

    def _with_epithets(self, folded: Skeleton) -> Skeleton:
        folds = []
        for found in epithet_words().finditer(folded.text):
            inside = [fold for _, fold in folded.placed(found.start(), found.end())]
            if any(fold.symbol not in WITHIN + _PRONOUN for fold in inside):
                continue
            span = folded.span_of(found.start(), found.end())
            rule = MEANT if found["definite"] and found["head"].lower() not in nouns("unnamed") else UNNAMED
            folds.append(Fold(span, _HOLDER, Phrase(PhraseKind.HOLDER, span, span, rule)))
        for found in by_state().finditer(folded.text):  # "the Slovak said"
            span = folded.span_of(*found.span("who"))
            if len(self._annotations.states_in(span)) == 1:
                folds.append(Fold(span, _HOLDER, Phrase(PhraseKind.HOLDER, span, span, _BY_STATE)))
        return folded.folded(folds)

    def _told(self, folded: Skeleton, *, remember: bool) -> Skeleton:
        folds: list[Fold] = []
        starts = deque(found.end() for found in _SENTENCE_ENDS.finditer(folded.text))
        if remember:
            self._begins(folded, 0, starts)
        for at, fold in folded.placed():
            while remember and starts and starts[0] <= at:
                self._begins(folded, starts.popleft(), starts)
            phrase = fold.payload
            if not isinstance(phrase, Phrase) or fold.symbol not in PERSONS:
                folds.append(fold)
                if remember and isinstance(phrase, Phrase):
                    self._saw_members(phrase)
                continue
            owns = phrase.kind is PhraseKind.PRONOUN and self._is_possessive(folded, at, phrase)
            if owns and not own_words().match(folded.text, at + 1):
                continue
            told = self._one(folded, at, phrase)
            folds.append(replace(fold, payload=told))
            if remember and not owns:
                self._remember(folded, at, told)
        return skeleton(folded.view, folded.span, folds)

    def _begins(self, folded: Skeleton, start: int, following: deque[int]) -> None:
        end = following[0] if following else len(folded.text)
        self._lists = lists_who_came(folded.text, start, end) or (self._item and not says(folded.text, start, end))
        self._start = start
        self.recollection.sentence_ends(folded.offset(start))

    def _is_possessive(self, folded: Skeleton, at: int, phrase: Phrase) -> bool:
        word = phrase.span.of(self._view).lower()
        return word in _POSSESSIVES and (word != "her" or _OWNED.match(folded.text, at + 1) is not None)

    def _saw_members(self, phrase: Phrase) -> None:
        for actor in phrase.actors():
            if actor.person:
                self.recollection.saw(actor.person, None if self._lists else Part.MENTIONED)

    def _remember(self, folded: Skeleton, at: int, phrase: Phrase) -> None:
        name = phrase.person
        if name is not None and (
            _CHAIRED_BY.search(folded.text, max(0, at - 40), at) or _CHAIRS.match(folded.text, at + 1)
        ):
            self._chair = name
        if name is not None or phrase.rule == UNNAMED:
            described = name is not None or _DESCRIBED.search(folded.text, max(0, at - 8), at)
            self._nobody = "" if described else self._taken_apart(phrase).head
            if opens_aside(folded.text, self._start, at, at + 1):
                self.recollection.saw_aside(name)
                return
            self.recollection.saw(name, None if self._lists else part_of(folded.text, at))

    def _one(self, folded: Skeleton, at: int, phrase: Phrase) -> Phrase:
        if phrase.kind is PhraseKind.PRONOUN:
            is_subject = acts(folded.text, self._start, at, phrase.span.of(self._view))
            return replace(phrase, person=self._he(phrase, acts=is_subject))
        if phrase.rule == _BY_STATE:
            return replace(
                phrase, person=self._last(self._of_states(self._states_in(phrase.span), self._known.values()))
            )
        if phrase.kind is not PhraseKind.HOLDER or (phrase.person and phrase.rule != "office"):
            return phrase
        named = _APPOSED.match(folded.text, at + 1)
        beside = folded.fold_at(named.end() - 1) if named else None
        if beside and isinstance(beside.payload, Phrase):
            return replace(phrase, person=beside.payload.person)
        if _NAME_FOLLOWS.match(folded.text, at + 1):
            return replace(phrase, person=None, rule=UNNAMED)
        if self._holds_unnamed(phrase):
            return replace(phrase, person=self._meant(self._taken_apart(phrase)), rule=MEANT)
        if phrase.rule == UNNAMED or _INDEFINITE.search(folded.text, max(0, at - 30), at) or self._is_unnamed(phrase):
            return replace(phrase, person=None, rule=UNNAMED)
        if phrase.person:
            return phrase
        epithet = self._taken_apart(phrase)
        if epithet.head and epithet.head == self._nobody:  # "an official said ... the official added"
            return replace(phrase, person=None, rule=UNNAMED)
        return replace(phrase, person=self._meant(epithet))

    def _holds_unnamed(self, phrase: Phrase) -> bool:
        """Whether "the spokesperson" is the office of somebody the text names."""
        epithet = self._taken_apart(phrase)
        named = any(known.holds(epithet.head) for known in self._known.values()) if epithet.head else False
        return named and epithet.head in nouns("unnamed") and epithet.words.startswith("the ")

    def _is_unnamed(self, phrase: Phrase) -> bool:
        words = phrase.span.of(self._view).lower().split(" of ")[0].split(" for ")[0].split()
        return words[-1] in nouns("unnamed")

    def _he(self, phrase: Phrase, *, acts: bool) -> str | None:
        """The person of a pronoun: the last subject whom it fits, unless the pronoun is surely another's."""
        gender = GENDERS.get(phrase.span.of(self._view).lower())
        return self.recollection.fitting(gender, self._known, phrase.person, acts=acts) if gender else phrase.person

    def _taken_apart(self, phrase: Phrase) -> Epithet:
        words = phrase.span.of(self._view).split()
        lowered = " ".join(letters().get(word, word) for word in words).lower()
        first = lowered.split(" ")[0]
        heads = [word for word in re.findall(r"[\w-]+", lowered.split(" of ")[0]) if word in all_nouns()]
        styled = bool(heads) and heads[-1] in nouns("style")
        owned = first in ("his", "her", "their") and not styled
        owner = next((name for name in self.recollection.subjects() if name), None) if owned else None
        return Epithet(
            lowered,
            heads[-1] if heads else "",
            first not in ("a", "an", "one"),
            " our " in f" {lowered} ",
            owner,
            owned,
            phrase.span,
        )

    def _meant(self, epithet: Epithet) -> str | None:
        """The person whom an epithet means, None where it can be anybody."""
        if not epithet.head or not epithet.definite:
            return None
        house = self._annotations.house
        states = self._states_in(epithet.span) | ({house} if epithet.ours and house else set())
        pool = [known for known in self._known.values() if known.name != epithet.owner]
        if states:
            pool = self._of_states(states, pool)
        acronyms = {found.lower() for found in _ACRONYM.findall(epithet.span.of(self._view))}
        if acronyms:  # "the head of GRECO" is nobody of another body
            pool = [known for known in pool if known.words & acronyms] or [
                known for known in pool if known.words & self._spelt_out(acronyms)
            ]
        if epithet.head in nouns("chair") and self._chair:
            return self._chair
        meant = self._last(self._fitting(epithet, pool))
        if meant and states:
            self._told_states.setdefault(meant, set()).update(states)
        return meant

    def _of_states(self, states: set[str], pool: Iterable[Known]) -> list[Known]:
        """Those of some states; where there are none, those of whose state the text says nothing."""
        own = {known: known.states | self._told_states.get(known.name, set()) for known in pool}
        return [known for known in own if own[known] & states] or [known for known in own if not own[known]]

    def _spelt_out(self, acronyms: set[str]) -> set[str]:
        """What the names of the bodies that go by an acronym say of their work: "the DOJ chief" is one of justice."""
        bodies = (
            body
            for body in self._annotations.organizations
            if acronyms & {name.lower() for name in (body.acronym or "", *body.aliases)}
        )
        words = {word for body in bodies for word in re.findall(r"[a-z]{5,}", body.canonical.lower())}
        return words - nouns("of_any_body")

    def _fitting(self, epithet: Epithet, pool: list[Known]) -> list[Known]:
        house = self._annotations.house
        first = self.recollection.first()
        head = epithet.head
        if head in nouns("office") or head in nouns("unnamed"):
            title = re.search(rf"\b\w+[ -]{head}\b", epithet.words) if head == "general" else None
            exact = [known for known in pool if known.holds(title[0])] if title else []
            holders = exact or [known for known in pool if known.holds(head)]
            if not holders and head in nouns("alike"):  # "the Cuban prosecutor" may be an Attorney General
                holders = [known for known in pool if any(known.holds(word) for word in nouns("alike"))]
            if not _STANDS_IN.search(epithet.words):  # who stands in for the Prosecutor General is not called so
                holders = [known for known in holders if not known.is_deputy()]
            return closest(epithet, holders) or self._of_no_office(pool)
        if head in nouns("head"):
            heads = [known for known in pool if known.heads()]
            if _ACRONYM.search(epithet.span.of(self._view)):  # "the DOJ chief" may be a minister
                heads = heads or [known for known in pool if not known.is_deputy()]
            return closest(epithet, heads)
        if head in nouns("guest") and not epithet.owned:
            if house and any(house in known.states for known in pool):
                return heads_first(known for known in pool if known.states and house not in known.states)
            return [known for known in pool if known.name != first]
        if head in nouns("host") and not epithet.owned:
            at_home = [known for known in pool if house in known.states] if house else pool
            return self._named(at_home, first) or (at_home if house else [])
        if head in nouns("beside") or epithet.owned:
            pool = [known for known in pool if known.name in self.recollection.mentioned] or pool
            mine = self._known[epithet.owner].states if epithet.owner in self._known else frozenset()
            others = [known for known in pool if known.states and not known.states & mine]
            return others or pool
        if head in nouns("style"):  # "His Excellency" is no woman
            return [known for known in pool if known.gender in (None, GENDERS.get(epithet.words.split(" ")[0]))]
        if head in nouns("occupation"):
            out_of_office = [known for known in pool if not known.titles]
            return [known for known in pool if known.holds(head)] or out_of_office[: len(out_of_office) == 1]
        last = next(self.recollection.subjects(), None)
        near = {last} if head in nouns("plain") else self.recollection.mentioned
        pool = [known for known in pool if known.name in near and known.is_a(head)]
        return [known for known in pool if known.titles] or pool

    def _of_no_office(self, pool: list[Known]) -> list[Known]:
        """The last subject, if the text shows no office of theirs: it may be the one that the words name."""
        last = next(self.recollection.subjects(), None)
        return [known for known in pool if known.name == last and not known.titles]

    def _named(self, pool: list[Known], name: str | None) -> list[Known]:
        return [known for known in pool if known.name == name]

    def _last(self, fitting: list[Known]) -> str | None:
        """The one of several who was the subject last, else who was mentioned last; the only one in any case."""
        names = {known.name for known in fitting}
        if len(names) == 1:
            return names.pop()
        for name in self.recollection.subjects():
            if name in names:
                return name
        return next((name for name in reversed(self.recollection.mentioned) if name in names), None)

    def _states_in(self, span: Span) -> set[str]:
        countries, places = self._annotations.countries, self._annotations.places
        said = {country.code for country in countries if any(mention.span in span for mention in country.mentions)}
        seats = (place.name for place in places if any(mention.span in span for mention in place.mentions))
        return said | {code for name in seats for code in states_of_capitals().get(name, ())}

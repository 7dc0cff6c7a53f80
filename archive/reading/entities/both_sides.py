"""Words for several actors: "both sides", "the two ministers", "they". They mean those of their kind whom the text
has named, where their number fits; otherwise nobody.
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from archive.reading.entities.persons.people import Human
from archive.reading.phrases import Marked, Phrase, PhraseKind, Sentence
from archive.reading.vocabulary import alternatives, load
from archive.values import MentionKind, OrganizationKind, Span

_MEMORY = 60  # sentences, or phrases of a sentence, that an epithet may reach back over
_MOST = 400  # phrases of the sentences before
_NEAR = 5  # sentences, this one and those before, in which those are named whom "the two" means
_NUMBERS = {"both": 2, "two": 2, "three": 3, "four": 4}
_NOUNS: dict[str, list[str]] = load("sides")["several"]
_ANY_NOUN = "|".join(f"[{noun[0].upper()}{noun[0]}]{noun[1:]}" for nouns in _NOUNS.values() for noun in nouns)
_LEADS = re.compile(rf"\b{alternatives('sides', 'of_several', 'leads')}", re.IGNORECASE)
_DEPUTY = re.compile(r"\b(?:deputy|vice|under|assistant)\b", re.IGNORECASE)
_OF_A_TEAM = re.compile(r"(?<=heads|aders) of (?:the |both |their |its )?(?:two )?delegations?\b")
_ACTING = (
    r"(?:(?:also|then|later|jointly|first|last|have|had|will|were|are) ){0,2}"
    r"(?:[a-z]{2,}ed|meet|met|held|spoke|took|signed?|s[ai]t|shook|said|discuss|agree)\b"
)
_BOTH = (
    r"(?:(?P<heads>[Tt]he (?:heads|chiefs|leaders|directors) of )?"
    rf"(?P<both>[Bb]oth|[Tt]he (?:two|three|four)) (?:{alternatives('sides', 'of_several', 'such')} )?"
    r"|(?P<the>[Tt]he )(?:heads of (?:the )?)?)"
    rf"(?P<noun>{_ANY_NOUN})\b"
    rf"|(?P<alone>[Bb]oth(?: men| women)?|[Tt]he (?:two|pair|duo|three|four)(?: men| women)?)(?= {_ACTING})"
)
# What it opens with is looked for first, and then all of it ahead of that letter: so it is found twice as fast.
_SEVERAL = re.compile(rf"[BbTt](?<=\b(?=(?P<words>{_BOTH})).)")


# "The visitors toured the Court, where | they"
_GUESTS = re.compile(r"(?:[^,;:]{1,60}, )?[Tt]he (?:visiting (?:[\w-]+ ){0,3}\w+s|(?:[\w-]+ )?(?:guests|visitors))\b")


def opens_with_guests(view: str, start: int, end: int) -> bool:
    """Whether a stretch of a sentence opens with those who came: "they" behind it are not the hosts, too."""
    return _GUESTS.match(view, start, end) is not None


class Several:
    """Resolves words for several actors while a text is walked through in order."""

    def __init__(self, view: str, humans: Sequence[Human]) -> None:
        self.view = view
        self.humans = humans

    def resolved(self, sentence: Sentence, phrases: list[Phrase], before: Sequence[Marked]) -> list[Phrase]:
        """The phrases of a sentence with the words for several actors ("both sides",
        "they") resolved where they can be.
        """
        found: list[Phrase] = []
        starts = [phrase.span.start for phrase in phrases]
        earlier: list[list[Phrase]] | None = None
        for match in _epithets(self.view, sentence.span.start, sentence.span.end):
            span = Span(*match.span("words"))
            number = bisect_left(starts, span.end)  # phrases before this one start before the words end
            if number and phrases[number - 1].span.end > span.start:
                continue
            said = (match["both"] or match["alone"] or "").lower()
            own = phrases[max(0, number - _MEMORY) : number]
            if earlier is None:
                earlier = list(_earlier(before))
            nearest = [_actors(own), *earlier]
            if match["alone"]:
                count = _NUMBERS.get(said.removesuffix(" men").removesuffix(" women").split()[-1], 2)
                members = self._just_named(count, nearest[:_NEAR])
            else:
                # the heads of bodies and of delegations may hold any office
                heads = match["heads"] or _OF_A_TEAM.match(self.view, span.end)
                members = self._meant(_NOUNS["people"][0] if heads else match["noun"].lower(), said, nearest)
            if members or match["both"]:
                found.append(
                    Phrase(
                        PhraseKind.GROUP,
                        span,
                        span,
                        "epithet-of-several",
                        members=members,
                        mention=MentionKind.EPITHET,
                    )
                )
        resolved = [
            self._they(sentence, phrase, phrases[max(0, number - _MEMORY) : number], before)
            if self._is_they(phrase)
            else phrase
            for number, phrase in enumerate(phrases)
        ]
        return sorted([*resolved, *found], key=lambda phrase: phrase.span) if found else resolved

    def _is_they(self, phrase: Phrase) -> bool:
        return phrase.kind is PhraseKind.PRONOUN and phrase.span.of(self.view).lower() in ("they", "them", "their")

    def _they(self, sentence: Sentence, phrase: Phrase, own: Sequence[Phrase], before: Sequence[Marked]) -> Phrase:
        """A pronoun, with those whom it means where they can be told; ``own`` stand before it in its sentence."""
        if opens_with_guests(self.view, sentence.span.start, phrase.span.start):
            return phrase  # those who came, not those who received them
        for phrases in (own, *(marked.phrases for marked in reversed(before[-2:]))):
            together = [other for other in phrases if other.kind is PhraseKind.GROUP and other.members]
            if together:
                return replace(phrase, members=together[-1].actors())
            people = _distinct([other for other in phrases if other.kind is PhraseKind.PERSON])
            guests = [other for other in phrases if other.kind is PhraseKind.DELEGATION]
            if len(guests) == 1 and not people:
                return replace(phrase, members=guests[0].actors())
            if len(people) == 2:
                return replace(phrase, members=tuple(people))
            if people:
                break
        return phrase

    @staticmethod
    def _just_named(number: int, phrases: Iterable[Sequence[Phrase]]) -> tuple[Phrase, ...]:
        """The people of the nearest sentences, if they are as many as the words say: "the two met"."""
        people: list[Phrase] = []
        for sentence in phrases:
            people = _distinct([*sentence, *people])
            if len(people) >= number:
                break
        return tuple(people) if len(people) == number else ()

    def _meant(self, noun: str, how: str, nearest: Sequence[Sequence[Phrase]]) -> tuple[Phrase, ...]:
        """The actors that an epithet for several means: those of its kind named most recently, when their number fits.

        ``nearest`` are the actors of this sentence and of those before it, the nearest first.
        """
        number = _NUMBERS.get(how.split()[-1] if how else "", 2)
        if noun in (*_NOUNS["states"], *_NOUNS["bodies"]):
            flat = [actor for sentence in reversed(nearest) for actor in sentence]
            if noun in _NOUNS["states"]:
                return self._states(number, flat, nearest)
            bodies = _distinct_bodies(flat)
            return tuple(bodies) if len(bodies) == number else ()
        if noun in _NOUNS["people"]:
            return self._just_named(number, map(_named, nearest))
        if noun in _NOUNS["leading"]:
            led = self._of_title(_LEADS, number, nearest, sure=True) if how else ()
            return led or self._just_named(number, map(_named, nearest))
        titles = [re.compile(rf"\b(?:{words})", re.IGNORECASE) for words in _titles(noun)]
        asked = ((title, sure) for title in titles for sure in ((True, False) if how else (True,)))
        return next(filter(None, (self._of_title(title, number, nearest, sure=sure) for title, sure in asked)), ())

    def _of_title(
        self, title: re.Pattern[str], number: int, nearest: Sequence[Sequence[Phrase]], *, sure: bool
    ) -> tuple[Phrase, ...]:
        """Those named most recently who hold such an office: each of another state and nobody's deputy, if so many.

        ``sure``: the states of all are known, or of none.
        """
        for deputies in (False, True):
            titled = {
                human.name
                for human in self.humans
                if any(
                    title.search(post.title) and (deputies or not _DEPUTY.search(post.title))
                    for post in human.offices()
                )
            }
            holders = ([actor for actor in _named(sentence) if actor.person in titled] for sentence in nearest)
            found = self._just_named(number, holders)
            states = [actor.country for actor in found if actor.country]
            if found and len(set(states)) == len(states) and not (sure and 0 < len(states) < len(found)):
                return found
        return ()

    def _states(self, number: int, flat: Sequence[Phrase], nearest: Sequence[Sequence[Phrase]]) -> tuple[Phrase, ...]:
        """The states of the people and bodies that act in the text so far, if they are as many as the words say; else
        those that it opens with.
        """
        codes: dict[str, Phrase] = {}
        for phrase in flat:
            if phrase.country is not None and phrase.kind is not PhraseKind.PLACE:
                codes.setdefault(phrase.country, phrase)
        if len(codes) == number and _are_merely_named(codes, flat):
            return ()
        if len(codes) != number:
            acting: dict[str, Phrase] = {}
            for phrase in flat:
                if phrase.country is not None and phrase.kind in (PhraseKind.PERSON, PhraseKind.HOLDER):
                    acting.setdefault(phrase.country, phrase)
            opening = _opening(number, nearest)
            codes = opening if len(acting) < number and acting.keys() <= opening.keys() else acting
        if len(codes) != number:
            return ()
        return tuple(
            Phrase(PhraseKind.COUNTRY, phrase.span, phrase.core, "state-of-an-actor", country=code)
            for code, phrase in codes.items()
        )


def _epithets(view: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Words for two actors or more in a sentence: "both sides", "the two ministers", "the prosecutor generals".

    They are the group ``words``.
    """
    for found in _SEVERAL.finditer(view, start, end):
        if found.start() >= start:
            start = found.end("words")
            yield found


def _opening(number: int, nearest: Sequence[Sequence[Phrase]]) -> dict[str, Phrase]:
    """The states with which a text opens, if the first of its lines that names any names so many."""
    for sentence in list(reversed(nearest))[:_HEAD]:
        codes = {each.country: each for each in sentence if each.country and each.kind is not PhraseKind.PLACE}
        if codes:
            return codes if len(codes) == number else {}
    return {}


_HEAD = 4  # sentences: the headline, a date line, what follows


def _are_merely_named(codes: Iterable[str], flat: Sequence[Phrase]) -> bool:
    """Whether one of some states is named but once, in a text in which an international body acts: "with the
    support of Japan" it is no side of what a ministry and that body do.
    """
    bodies = (PhraseKind.ORGANIZATION, PhraseKind.DELEGATION)
    international = any(
        phrase.kind in bodies
        and phrase.organization is not None
        and phrase.organization.kind is OrganizationKind.INTERNATIONAL
        for phrase in flat
    )
    kinds = ([phrase.kind for phrase in flat if phrase.country == code] for code in codes)
    return international and any(each == [PhraseKind.COUNTRY] for each in kinds)


def _earlier(before: Sequence[Marked]) -> Iterator[list[Phrase]]:
    """The actors of the sentences before, the nearest first, as far back as words for several may reach."""
    count = 0
    for marked in reversed(before[-_MEMORY:]):
        count += len(marked.phrases)
        if count > _MOST:
            return
        yield _actors(marked.phrases)


def _actors(phrases: Iterable[Phrase]) -> list[Phrase]:
    return [actor for phrase in phrases for actor in phrase.actors()]


def _named(phrases: Iterable[Phrase]) -> list[Phrase]:
    """Those that a name, an office or a pronoun tells, not what a state or body is called."""
    return [each for each in phrases if each.kind is PhraseKind.PERSON and each.mention is not MentionKind.EPITHET]


def _titles(noun: str) -> Iterator[str]:
    """The words of a title for the noun of several, the strictest first: "prosecutors general" are at least
    prosecutors, "chairmen" a chairman.
    """
    word = re.sub(r"[ -][Gg]enerals?$", "", noun)
    one = re.sub("ies$", "y", re.sub("men$", "man", word)).rstrip("s")
    if word != noun:
        yield f"{one}[ -]general|general {one}"
    yield one


def _distinct(phrases: Iterable[Phrase]) -> list[Phrase]:
    """One phrase for each person, in order."""
    found: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.person is not None:
            found.setdefault(phrase.person, phrase)
    return list(found.values())


def _distinct_bodies(phrases: Iterable[Phrase]) -> list[Phrase]:
    found: dict[str, Phrase] = {}
    for phrase in phrases:
        if phrase.organization is not None and phrase.kind is PhraseKind.ORGANIZATION:
            found.setdefault(phrase.organization.name, phrase)
    return list(found.values())

"""Which names of bodies mean one body: the register of the bodies of a text.

Two mentions are one body when their canonical forms and states agree; a mention without a state joins the one body of
its form; a short name ("the Joint Panel") joins the one longer name that it begins.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from archive.reading.entities.organizations.canonical import canonical, initials, plain, words_for
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import alternatives
from archive.values import MentionKind, OrganizationKind, Span

_OF_NO_STATE = (OrganizationKind.INTERNATIONAL, OrganizationKind.JOINT)


@dataclass(slots=True, eq=False)
class Body:
    """A body while the text is being read: what its mentions say, put together."""

    name: str
    canonical: str
    kind: OrganizationKind
    country: str | None = None
    acronym: str | None = None
    aliases: list[str] = field(default_factory=list)
    mentions: list[tuple[Span, MentionKind]] = field(default_factory=list)
    part_of: "Body | None" = None
    members: list[tuple["Body", Span]] = field(default_factory=list)
    rule: str = ""
    also: str = ""  # another canonical form: "Embassy of X" of the "Embassy of X in Y"
    open: bool = False  # a name that goes on: "the Joint Panel (of ...)", "the Plenary Assembly (of ...)"

    def call(self, name: str, *, listed: bool = False) -> None:
        """The text calls the body this: the longest name stays, the others are aliases."""
        if name == self.name:
            return
        if len(name) > len(self.name) and not listed:
            name, self.name = self.name, name
        self.aliases.append(name)


class Register:
    """The bodies of one text, in order of first mention."""

    def __init__(self, view: str = "") -> None:
        self.all: list[Body] = []
        self._view = view
        self._forms: dict[tuple[str, str | None], Body] = {}
        self._moved: dict[int, Body] = {}

    def add(
        self,
        name: str,
        words: str,
        kind: OrganizationKind,
        country: str | None,
        span: Span,
        rule: str,
        *,
        listed: bool = False,
    ) -> Body:
        """The body of a mention: a new one, or the one of this form and state. A listed name is no longer name."""
        form = canonical(words, country)
        body = self._forms.get((form.casefold(), country))
        if body is None or form.casefold() not in (body.canonical.casefold(), body.also.casefold()):
            body = Body(name, form, kind, country, rule=rule)
            self._forms[form.casefold(), country] = body
            self.all.append(body)
        body.call(name, listed=listed)
        body.mentions.append((span, MentionKind.FULL))
        return body

    def known(self, name: str, form: str, kind: OrganizationKind, country: str | None) -> Body:
        """The body of a name that the vocabulary knows; ``form`` is its canonical form there."""
        body = self._forms.get((form, None))
        if body is None:
            body = Body(name, form, kind, country, rule="known-body")
            self._forms[form, None] = body
            self.all.append(body)
        body.call(name)
        return body

    def settle(self, house: str | None = None) -> None:
        """Put together what stands apart only because a mention left the state out or the name short."""
        forms: dict[str, list[Body]] = {}
        starts: dict[str, list[Body]] = {}
        for body in self.all:
            forms.setdefault(body.canonical.casefold(), []).append(body)
            starts.setdefault(_OF_OR_IN.split(body.canonical.casefold(), 1)[0], []).append(body)
        ends: dict[str, list[Body]] = {}
        for body in self.all:
            if not body.name.isupper():
                ends.setdefault(_ending(body), []).append(body)
        joint = [body for body in self.all if body.kind is OrganizationKind.JOINT]
        explained = {body.acronym: body for body in self.all if body.acronym}
        found = (
            (body, explained.get(body.name, body))
            if explained.get(body.name, body) is not body
            else (body, _whole(body, forms, starts, joint, house, self._view) or _longer(body, ends))
            for body in self.all
        )
        merged = {
            id(body): whole
            for body, whole in found
            if whole is not None and not _receives_its_people(body, whole, self._view)
        }
        for body in [body for body in self.all if id(body) in merged]:
            self._merge(body, merged[id(body)])
        self.all = [body for body in self.all if id(body) not in merged]
        for body in self.all:
            if body.kind in _OF_NO_STATE:
                body.country = None
            if body.part_of is not None:
                body.part_of = self.of(body.part_of)
            if body.part_of in [member for member, _ in body.members]:
                body.part_of = None  # it is as much of the other ones

    def _merge(self, body: Body, whole: Body) -> None:
        whole = self.of(whole)
        if whole is body:
            return
        whole.mentions += [(span, MentionKind.SHORT) for span, _ in body.mentions]
        whole.aliases += body.aliases
        whole.acronym = whole.acronym or body.acronym
        whole.part_of = whole.part_of or body.part_of
        whole.country = whole.country or body.country
        whole.call(body.name)
        self._moved[id(body)] = whole

    def of(self, body: Body) -> Body:
        """The body that stands for ``body`` after `settle`."""
        while id(body) in self._moved:
            body = self._moved[id(body)]
        return body

    def by_acronym(self) -> dict[str, Body]:
        """The acronyms that the text itself explains, and the initials that only one name has."""
        implied: dict[str, Body] = {}
        shared: set[str] = set()
        for body in self.all:
            for letters in initials(body.name) | initials(body.canonical) if body.acronym is None else ():
                if implied.setdefault(letters, body) is not body:
                    shared.add(letters)
        explained = {body.acronym: body for body in self.all if body.acronym}
        return {letters: body for letters, body in implied.items() if letters not in shared} | explained


_OF_OR_IN = re.compile(r" (?:of|in|against) ")
_RANKED = (OrganizationKind.PROSECUTION, OrganizationKind.POLICE)
_RANKS = ("public", "state", "national", "federal", "royal")  # "the Peruvian Prosecution Service" of several names
_SUBJECTS = {
    "foreign": "foreign|external|international relations",
    "interior": "interior|internal affairs|home affairs",
    "home": "home affairs|interior",
    "defence": "defen[cs]e",
    "defense": "defen[cs]e",
    "law": "law|justice",
}
_BESIDE = 40  # characters between two mentions that stand side by side
_NEAR = 160  # characters behind a mention


def _whole(
    body: Body,
    forms: dict[str, list[Body]],
    starts: dict[str, list[Body]],
    joint: list[Body],
    house: str | None,
    view: str,
) -> Body | None:
    """The one other body that a shorter name can mean."""
    folded = body.canonical.casefold()
    same = forms[folded]
    first = next(other for other in same if other.country == body.country)
    if first is not body:
        return first
    others = [other for other in same if other.country != body.country]
    if body.country is None and others:
        own = [other for other in others if other.country == house]
        if own:
            return own[0]
        if len({other.country for other in others}) == 1 and not _told_apart(body, others[0], house, view):
            return others[0]
    ranked = [
        other
        for rank in _RANKS
        for other in forms.get(f"{rank} {folded}", ())
        if other.kind is body.kind and other.country == body.country is not None
    ]
    if body.kind in _RANKED and len(ranked) == 1:
        return ranked[0]
    turned = _turned(folded)
    ministries = [
        other
        for other in (starts.get(turned[0], ()) if turned else ())
        if turned
        and turned[1].match(other.canonical.casefold())
        and (body.country in (None, other.country) or (other.country is None and house in (None, body.country)))
    ]
    own = [other for other in ministries if other.country == house]
    if len(ministries) == 1 or len(own) == 1:
        return (own or ministries)[0]
    office = body.country is None and body.kind is OrganizationKind.PROSECUTION and folded.endswith("office")
    if not body.open and not office:
        return None
    longer = [other for other in starts.get(folded, ()) if other is not body and other.canonical.casefold() != folded]
    if not longer and body.kind is OrganizationKind.JOINT:
        named = [other for other in joint if other is not body]
        longer = [other for other in named if f" {folded} " in f" {other.canonical.casefold()} "] or [
            other for other in named if other.members
        ]
    return longer[0] if len(longer) == 1 else None


def _ending(body: Body) -> str:
    return " ".join(body.canonical.casefold().split()[-3:])


def _longer(body: Body, ends: dict[str, list[Body]]) -> Body | None:
    """The one longer name that a name in a headline ends: "CHIEF JUSTICES' FORUM" of the "East African ..."."""
    if not body.name.isupper():
        return None
    folded = body.canonical.casefold()
    longer = [other for other in ends.get(_ending(body), ()) if other.canonical.casefold().endswith(f" {folded}")]
    fits = len(longer) == 1 and folded.count(" ") > 1 and body.country in (None, longer[0].country)
    return longer[0] if fits else None


def _turned(name: str) -> tuple[str, re.Pattern[str]] | None:
    """The noun of "Justice Ministry", and the names that it is short for: "Ministry of Justice and Human Rights"."""
    subject, _, noun = name.rpartition(" ")
    if noun not in ("ministry", "department") or not subject:
        return None
    return noun, re.compile(rf"{noun} (?:of|for) (?:the )?(?:{_SUBJECTS.get(subject, re.escape(subject))})\b")


def _told_apart(body: Body, other: Body, house: str | None, view: str) -> bool:
    """Whether the text tells a body without a state from the one of a state.

    The house's own stands first; or the two stand side by side in one line: "the Ministry of Justice and the Ministry
    of Justice of Georgia".
    """
    if house is not None and min(body.mentions)[0].start < min(other.mentions)[0].start:
        return True
    return any(
        0 < theirs.start - ours.end < _BESIDE and "\n" not in view[ours.end : theirs.start]
        for ours, _ in body.mentions
        for theirs, _ in other.mentions
    )


_RECEIVES = rf"{alternatives('sides', 'meets')}|(?:held|holds) talks|spoke|speaks"


def _receives_its_people(body: Body, other: Body, view: str) -> bool:
    """Whether a body without a state has to do with people of the other's state, as one of another state does.

    "The President of the National Assembly, X, received the Lao Minister" is not of the "Lao National Assembly".
    """
    if body.country is not None or other.country is None:
        return False
    theirs = _receiving(other.country)
    return any(theirs.match(view, span.end, span.end + _NEAR) for span, _ in body.mentions)


@cache
def _receiving(code: str) -> re.Pattern[str]:
    return re.compile(rf"[^;.\n]{{0,90}}?\b(?:{_RECEIVES})\b[^;.\n]{{0,40}}?\b(?:{words_for(code)})\b")


class Finder:
    """What finders of bodies share: the text, and how its words become the names of bodies."""

    def __init__(self, text: str, view: str, register: Register) -> None:
        self.text = text
        self.view = view
        self.register = register

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each name that is found folded to one."""
        return pieces

    def _said(self, span: Span) -> str:
        """The words of a span, on one line."""
        return " ".join(self.text[span.start : span.end].split())

    def _words(self, pieces: Sequence[Piece]) -> str:
        """The words of pieces, without what stands between brackets."""
        if not pieces:
            return ""
        return plain(self.view[pieces[0].start : pieces[-1].end])

    def _short(self, body: Body, acronym: Piece | None) -> None:
        """The acronym that stands beside the name of a body is its short name."""
        if acronym is None:
            return
        text = self._said(Span(acronym.start, acronym.end))
        body.acronym = body.acronym or text
        body.aliases.append(text)
        body.mentions.append((Span(acronym.start, acronym.end), MentionKind.SHORT))

    def _named_so(self, named: Sequence[Piece], run: Sequence[Piece], kind: OrganizationKind, rule: str) -> Piece:
        """The body that goes by the words of ``named``, as one piece of the whole run."""
        core = Span(named[0].start, named[-1].end)
        body = self.register.add(self._said(core), self._words(named), kind, None, core, rule)
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=rule)

"""Pieces to phrases, drafts to facts: the last step before the rules for quotations, meetings and agreements."""

import re
from collections.abc import Iterator, Sequence

from archive.reading.entities import groups
from archive.reading.entities.belonging.unnamed_holders import appoint_by_the_headline, appoint_the_only_person
from archive.reading.entities.both_sides import Several
from archive.reading.entities.dates.wordings import FoundDate
from archive.reading.entities.former_and_latter import ONE_OF_TWO, former_and_latter
from archive.reading.entities.offices.post import Post
from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.organizations.cascade import Bodies
from archive.reading.entities.persons.people import Human, Named, Persons
from archive.reading.entities.persons.pronouns import Pronouns
from archive.reading.entities.places import MEANT_CAPITAL, is_city
from archive.reading.entities.references import Holders
from archive.reading.entities.words.folding import positions
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.facts import (
    Appointment,
    Country,
    Evidence,
    Membership,
    Mention,
    Office,
    Organization,
    Person,
    Place,
)
from archive.reading.phrases import Annotations, Layout, Marked, Phrase, PhraseKind, Sentence
from archive.values import MentionKind, Span

_BREAK = Symbol.BREAK
_SPOKEN = "@OJCKkdhlg" + groups.HOLDER + groups.DELEGATION + groups.GROUP  # symbols of pieces that are phrases

_OF = re.compile(r" of (?:the )?$")


class Phrasing:
    """Makes the phrases and facts of one text from what the finders left."""

    def __init__(
        self, layout: Layout, bodies: Bodies, persons: Persons, holders: Holders, named: Sequence[tuple[str, Span]]
    ) -> None:
        self.layout = layout
        self.bodies = bodies
        self.persons = persons
        self.holders = holders
        self.named = named
        self._facts: dict[int, Organization] = {}
        self._epithets: dict[int, list[Span]] = {}
        self._state_at = {span.start: code for code, span in named}
        self._places: dict[str, tuple[str | None, list[Mention]]] = {}  # the state and the mentions of each
        self._pronouns = Pronouns(layout.view)
        self._several = Several(layout.view, persons.humans)

    def annotations(
        self, pieces: Sequence[Piece], published: str | None, anchor: str | None, house: str | None
    ) -> Annotations:
        """Everything that the later stages need."""
        appoint_by_the_headline(pieces, self.holders)
        appoint_the_only_person(pieces, self.holders)
        organizations = tuple(self._organization(body) for body in self.bodies.register.all)
        marked: list[Marked] = []
        phrases: list[Phrase] = []
        for piece in (pieces[number] for number in positions(pieces, _BREAK + _SPOKEN)):
            if piece.symbol != _BREAK:
                phrases.extend(self._phrases(piece))
                continue
            sentence: Sentence = piece.fact
            phrases = self._several.resolved(sentence, phrases, marked)
            phrases = former_and_latter(self.layout.view, sentence, phrases, marked)
            self._see(phrases)
            marked.append(Marked(sentence, tuple(phrases)))
            phrases = []
            self._pronouns.sentence_ends(sentence.span.end)
        return Annotations(
            self.layout,
            published,
            anchor,
            house,
            tuple(marked),
            tuple(self._person(human) for human in self.persons.humans),
            organizations,
            tuple(self._countries()),
            tuple(Place(name, country, tuple(mentions)) for name, (country, mentions) in self._places.items()),
            self.persons.rejected,
        )

    def _see(self, phrases: Sequence[Phrase]) -> None:
        """Take whom "the latter" stands for as mentioned there: "he" in the next sentence means him."""
        meant = {phrase.person for phrase in phrases if phrase.rule == ONE_OF_TWO}
        for human in self.persons.humans if meant else ():
            if human.name in meant:
                self._pronouns.saw(human)

    # -- phrases -----------------------------------------------------------------------------------------------------

    def _phrases(self, piece: Piece) -> Iterator[Phrase]:
        """The top-level phrases of a piece: mostly one or none."""
        span = Span(piece.start, piece.end)
        if piece.symbol == Symbol.PERSON:
            yield self._naming(piece)
        elif piece.symbol == Symbol.ORGANIZATION:
            yield self._bodies(piece, span)
        elif piece.symbol == Symbol.OFFICES:
            yield from self._people_in_office(piece, span)
        elif piece.symbol == groups.HOLDER:
            yield self._holder(piece, span)
        elif piece.symbol == groups.DELEGATION:
            yield self._delegation(piece, span)
        elif piece.symbol == groups.GROUP:
            members = tuple(phrase for member in piece.fact for phrase in self._phrases(member))
            yield Phrase(PhraseKind.GROUP, span, span, piece.rule, members=members)
        elif piece.symbol == Symbol.DATE:
            found: FoundDate = piece.fact
            yield Phrase(PhraseKind.DATE, span, span, found.rule, date=found.date)
        elif piece.symbol in "CK" and piece.start in self._state_at:
            yield Phrase(PhraseKind.COUNTRY, span, span, "state", country=self._state_at[piece.start])
        elif piece.symbol in "Kk" and is_city(piece, self.layout.view):
            yield self._place(piece, span)
        elif piece.symbol in "hlg":
            yield self._pronoun(span)

    def _naming(self, piece: Piece) -> Phrase:
        who: Named = piece.fact
        naming, human = who.naming, who.human
        self._pronouns.saw(human, Span(piece.start, piece.end))
        post = naming.posts[0] if naming.posts else None
        kind = MentionKind.FULL if naming.tokens == human.tokens else MentionKind.SHORT
        return Phrase(
            PhraseKind.PERSON,
            Span(piece.start, piece.end),
            naming.span,
            naming.rule,
            person=human.name,
            office=self._office(post) if post else None,
            organization=self._organization(post.body) if post and post.body else None,
            country=(post.country if post else None) or human.country(),
            mention=kind,
        )

    def _holder(self, piece: Piece, span: Span) -> Phrase:
        post: Post = piece.fact
        human = self.holders.holder(post, piece.start)
        office = self._office(post)
        organization = self._organization(post.body) if post.body else None
        if human is None:
            return Phrase(
                PhraseKind.HOLDER,
                span,
                post.span,
                post.rule,
                office=office,
                organization=organization,
                country=post.country,
            )
        self._pronouns.saw(human, span)
        self._epithets.setdefault(id(human), []).append(span)
        return Phrase(
            PhraseKind.PERSON,
            span,
            post.span,
            f"{post.rule}-stands-for-its-holder",
            person=human.name,
            office=office,
            organization=organization,
            country=post.country or human.country(),
            mention=MentionKind.EPITHET,
        )

    def _bodies(self, piece: Piece, span: Span) -> Phrase:
        facts = [self._organization(self.bodies.register.of(body)) for body in piece.fact]
        if len(facts) == 1:
            return Phrase(
                PhraseKind.ORGANIZATION, span, span, piece.rule, organization=facts[0], country=facts[0].country
            )
        members = tuple(
            Phrase(PhraseKind.ORGANIZATION, span, span, piece.rule, organization=fact, country=fact.country)
            for fact in facts
        )
        return Phrase(PhraseKind.GROUP, span, span, piece.rule, members=members)

    def _people_in_office(self, piece: Piece, span: Span) -> Iterator[Phrase]:
        """The people of a body, "officers of the Civil Guard", or it: "a meeting of the Chiefs of the Network"."""
        last = piece.parts[-1] if piece.parts else None
        if last is None or last.symbol not in (Symbol.ORGANIZATION, Symbol.DESCRIBED):
            return
        if last.symbol == Symbol.DESCRIBED:
            if (state := piece.fact.country) is not None:
                yield Phrase(PhraseKind.DELEGATION, span, span, piece.rule, country=state)
            return
        body = self._bodies(last, Span(last.start, last.end))
        if _OF.search(self.layout.view, max(0, piece.start - 8), piece.start):
            yield body
        elif body.organization is not None:
            yield Phrase(
                PhraseKind.DELEGATION, span, span, piece.rule, organization=body.organization, country=body.country
            )

    def _delegation(self, piece: Piece, span: Span) -> Phrase:
        members = tuple(phrase for member in piece.fact for phrase in self._members(member))
        if len(members) == 1:
            only = members[0]
            return Phrase(
                PhraseKind.DELEGATION, span, span, piece.rule, organization=only.organization, country=only.country
            )
        return Phrase(PhraseKind.DELEGATION, span, span, piece.rule, members=members)

    def _members(self, piece: Piece) -> Iterator[Phrase]:
        if piece.symbol == Symbol.DEMONYM and piece.entry:
            span = Span(piece.start, piece.end)
            for code in piece.entry.codes if len(piece.entry.codes) < 2 or piece.entry.kind == "compound" else ():
                yield Phrase(PhraseKind.COUNTRY, span, span, "state", country=code)
        else:
            yield from self._phrases(piece)

    def _pronoun(self, span: Span) -> Phrase:
        human = self._pronouns.meaning(span)
        if human is not None:
            self._pronouns.saw(human, span)
        return Phrase(
            PhraseKind.PRONOUN,
            span,
            span,
            "pronoun",
            person=human.name if human else None,
            country=human.country() if human else None,
            mention=MentionKind.EPITHET,
        )

    def _place(self, piece: Piece, span: Span) -> Phrase:
        entry = piece.entry
        codes = entry.codes if entry else ()
        name = " ".join(span.of(self.layout.text).split())
        if (name.isupper() or piece.rule == MEANT_CAPITAL) and entry is not None:
            name = entry.value
        _, mentions = self._places.setdefault(name, (codes[0] if len(codes) == 1 else None, []))
        mentions.append(Mention(span))
        return Phrase(PhraseKind.PLACE, span, span, piece.rule or "city", place=name)

    # -- facts -------------------------------------------------------------------------------------------------------

    def _organization(self, body: Body) -> Organization:
        body = self.bodies.register.of(body)
        fact = self._facts.get(id(body))
        if fact is None:
            part_of = self._organization(body.part_of) if body.part_of and body.part_of is not body else None
            members = tuple(
                Membership(self._organization(member), (Evidence(span, body.rule),)) for member, span in body.members
            )
            mentions = tuple(
                Mention(span, kind) for span, kind in sorted(set(body.mentions), key=lambda mention: mention[0])
            )
            aliases = tuple(dict.fromkeys(alias for alias in body.aliases if alias != body.name))
            fact = Organization(
                body.name, body.canonical, body.kind, body.country, body.acronym, aliases, mentions, part_of, members
            )
            self._facts[id(body)] = fact
        return fact

    def _office(self, post: Post) -> Office:
        return Office(post.title, self._organization(post.body) if post.body else None, post.country)

    def _person(self, human: Human) -> Person:
        shown: dict[Office, list[Evidence]] = {}
        for post, where, rule in human.posts:
            shown.setdefault(self._office(post), []).append(Evidence(where, rule))
        mentions = sorted(
            {*human.mentions, *((span, MentionKind.EPITHET) for span in self._epithets.get(id(human), ()))}
        )
        return Person(
            human.name,
            tuple(alias for alias in human.aliases if alias != human.name),
            tuple(Mention(span, kind) for span, kind in mentions),
            tuple(Appointment(office, tuple(evidence)) for office, evidence in shown.items()),
        )

    def _countries(self) -> Iterator[Country]:
        spans: dict[str, list[Span]] = {}
        for code, span in self.named:
            spans.setdefault(code, []).append(span)
        for code, found in spans.items():
            yield Country(code, tuple(Mention(span) for span in found))

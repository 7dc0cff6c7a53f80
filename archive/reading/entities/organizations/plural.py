"""Names in the plural: "Ministries of Justice of Peru and Chile", "Ministries of Justice and Finance", "agencies"."""

from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Finder
from archive.reading.entities.organizations.canonical import canonical, is_plural
from archive.reading.entities.organizations.enough import with_article
from archive.reading.entities.words.lexicon import Symbol
from archive.reading.entities.words.pieces import Piece
from archive.values import OrganizationKind, Span

PORTFOLIOS = frozenset(("Ministries", "Departments"))


def is_general(head: str, left: Sequence[Piece]) -> bool:
    """Whether a name without a state is none of a body: "Law Enforcement Agencies"."""
    general = "WtT" if head == "Chambers" else "WtTLS"  # "Attorney General's Chambers" are one
    return is_plural(head) and all(piece.symbol in general for piece in left)


class Plural(Finder):
    """Makes the bodies that a name in the plural means."""

    def of_states(self, run: Sequence[Piece], singular: str, kind: OrganizationKind, tail: Sequence[Piece]) -> Piece:
        """ "Prosecutor Generals' Offices of Russia and Belarus": one body for each state."""
        bodies = []
        span = Span(run[0].start, run[-1].end)
        for piece in tail:
            if piece.symbol == "C" and piece.entry:
                name = f"{singular} of {'the ' if with_article(self.view, piece) else ''}{self._words([piece])}"
                bodies.append(
                    self.register.add(name, singular, kind, piece.entry.codes[0], span, "bodies-of-states", listed=True)
                )
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=bodies, parts=run, rule="bodies-of-states")

    def of_demonyms(
        self, run: Sequence[Piece], states: Sequence[Piece], own: Sequence[Piece], kind: OrganizationKind
    ) -> Piece:
        """ "Polish and Czech Ministries of Justice": one body for each state."""
        singular, span = canonical(self._words(own), None, plural=True), Span(run[0].start, run[-1].end)
        bodies = [
            self.register.add(
                f"{self._words([state])} {singular}", singular, kind, state.state, span, "bodies-of-states", listed=True
            )
            for state in states
        ]
        return Piece(span.start, span.end, Symbol.ORGANIZATION, fact=bodies, parts=run, rule="bodies-of-states")

    def of_portfolios(
        self,
        run: Sequence[Piece],
        head: str,
        chain: Sequence[Piece],
        states: Sequence[str],
        tail: Sequence[Piece],
        kind: OrganizationKind,
    ) -> Piece | None:
        """ "Ministries of Justice and Foreign Affairs of Peru": one body for each subject."""
        singular, span = canonical(head, None, plural=True), Span(run[0].start, run[-1].end)
        subjects: list[list[Piece]] = [[]]
        for piece in chain[1:]:
            if piece.symbol in ",n":
                subjects.append([])
            else:
                subjects[-1].append(piece)
        named = [self._words(subject) for subject in subjects if subject]
        if len(named) < 2:
            return None  # "the Ministries of Justice"
        country = states[0] if states else None
        whose = f" {self._words(tail)}" if tail else ""
        bodies = [
            self.register.add(f"{form}{whose}", form, kind, country, span, "bodies-of-portfolios", listed=True)
            for form in (f"{singular} of {each}" for each in named)
        ]
        return Piece(span.start, span.end, Symbol.ORGANIZATION, fact=bodies, parts=run, rule="bodies-of-portfolios")

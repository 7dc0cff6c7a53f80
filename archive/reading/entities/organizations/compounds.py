"""Bodies whose names hold other bodies: organs of a body, joint panels, an embassy with its host."""

import re
from collections.abc import Sequence

from archive.reading.entities.organizations.bodies import Body, Finder
from archive.reading.entities.organizations.canonical import plain
from archive.reading.entities.organizations.unmeant import unmeant
from archive.reading.entities.words.folding import fold, group
from archive.reading.entities.words.lexicon import Entry, Symbol
from archive.reading.entities.words.pieces import Piece
from archive.reading.vocabulary import load
from archive.values import MentionKind, OrganizationKind, Span

_COMMITTEE = re.compile(r"(?P<whole>[AO])[jy]{1,2}b")
_ATTACHED = re.compile(r"[BO]wie?O|[BO]qe?O")
_UNDER = re.compile(r"Oqe?(?:T|W)(?P<states>(?:oe?C(?![WB]))?)")
_TRANSLATED = re.compile(r"O\((?P<other>O)(?:,?[UN])?\)")
_NAMED_AFTER = re.compile(r'O"[NGYUIWPp]{1,4}"')
_POSTED = re.compile(r"O(?P<host>ie?[CKkAO])(?![WB])")
_JOINED = re.compile(
    r"(?:(?P<left>(?<![WtTNDBe])[tW]{1,3}|(?<=e)[tW]{1,3})(?=B))?(?P<part>[BO])o(?P<the>e?)(?P<first>O)(?:ne?(?P<second>O)(?!oe?O))?"
)

_ORGANS = frozenset(load("organizations")["organs"]["heads"])
_PARTS = frozenset(load("organizations")["organs"]["parts"])
_LEADING = frozenset(load("organizations")["organs"]["leading"])
_SMALL = frozenset(load("organizations")["organs"]["small"])
_GENERAL = frozenset(load("organizations")["organs"]["general"])
_ABROAD = tuple(load("organizations")["posted"]["heads"])
_ABOVE = frozenset(load("organizations")["organs"]["under"])
_BY_HEAD = "body-by-head"
_PROSECUTES = re.compile(r"(?i)prosecut|procura[ct]")
_CLOSING_ACRONYM = re.compile(r" ?\([\w./-]{1,20}\)$")


class Compounds(Finder):
    """The finder of bodies whose names hold other bodies."""

    def find(self, pieces: list[Piece]) -> list[Piece]:
        """The pieces with each such name folded to one."""
        pieces = fold(pieces, _COMMITTEE, self._committee)
        pieces = fold(pieces, _ATTACHED, self._attached)
        pieces = fold(pieces, _UNDER, self._under)
        pieces = fold(pieces, _TRANSLATED, self._translated)
        pieces = fold(pieces, _NAMED_AFTER, self._named_after)
        pieces = fold(pieces, _POSTED, self._posted)
        return fold(pieces, _JOINED, self._joined)

    def _committee(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "UN special committee": an organ of a known body, in small letters."""
        whole = run[0].fact[0] if run[0].fact else None
        if whole is None or self._words(run[-1:]) not in _SMALL:
            return None
        core = Span(run[0].start, run[-1].end)
        body = self.register.add(self._said(core), self._words(run), whole.kind, None, core, "organ-of-a-body")
        body.part_of = whole
        return Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)

    def _attached(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Prosecutor's Office attached to the Supreme Court", "Prosecutor's Office at the Court of Appeal"."""
        first, court = run[0], run[-1].fact[0]
        how = self._words(run[1:2])
        attached = how in ("attached", "at")
        if how == "under" and first.symbol == Symbol.ORGANIZATION and first.fact[0].kind is OrganizationKind.ACADEMIC:
            return self._academy(run)
        if not attached or court.kind is not OrganizationKind.COURT or not _PROSECUTES.search(self._words(run[:1])):
            return None
        closing = _CLOSING_ACRONYM.search(self.view, run[-1].start, run[-1].end)
        core = Span(first.start, closing.start() if closing else run[-1].end)
        body = self.register.add(
            self._said(core),
            plain(self.view[core.start : core.end]),
            OrganizationKind.PROSECUTION,
            court.country,
            core,
            "attached-to-a-court",
        )
        if first.symbol == Symbol.ORGANIZATION:
            body.aliases.append(self._said(Span(first.start, first.end)))
            first.fact[0].mentions = [mention for mention in first.fact[0].mentions if mention[0].start != first.start]
            if not first.fact[0].mentions:
                self.register.all.remove(first.fact[0])
        return Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)

    def _under(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Agency for X under the President of Y": whom it stands under belongs to its name."""
        tail, bodies = group(match, run, "states"), run[0].fact
        over = run[-1 - len(tail)]
        under = self._words(run[1:2]) == "under" and self.view[over.start : over.end] in _ABOVE
        if not under or len(bodies) != 1 or bodies[0].kind is not OrganizationKind.AGENCY or bodies[0].rule != _BY_HEAD:
            return None
        body: Body = bodies[0]
        body.country = body.country or next((piece.state for piece in tail if piece.symbol == Symbol.COUNTRY), None)
        return self._going_on(body, run, "body-under-an-office")

    def _academy(self, run: Sequence[Piece]) -> Piece | None:
        """ "Academy of Justice under the Supreme Court of X": the body above it belongs to its name."""
        body, above = run[0].fact[0], run[-1].fact[0]
        if body.kind is not OrganizationKind.ACADEMIC or len(run[0].fact) > 1 or len(run[-1].fact) > 1:
            return None
        body.country, body.part_of = body.country or above.country, above
        return self._going_on(body, run, "academy-under-a-body")

    def _going_on(self, body: Body, run: Sequence[Piece], rule: str) -> Piece:
        """The body, whose name goes on to the end of the run."""
        core = Span(run[0].start, run[-1].end)
        body.mentions = [mention for mention in body.mentions if mention[0].start < core.start]
        body.mentions.append((core, MentionKind.FULL))
        body.call(self._said(core))
        return Piece(core.start, core.end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=rule)

    def _translated(self, match: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "the Public Prosecutor's Office (Staatsanwaltschaft X)": the name in its own language stands in brackets."""
        other = group(match, run, "other")[0]
        foreign = {piece.rule for piece in (run[0], other)} & {"foreign-name", "foreign-name-of-one-word"}
        if not foreign or len(run[0].fact) != 1 or len(other.fact) != 1 or run[0].fact[0] is other.fact[0]:
            return None
        body, same = run[0].fact[0], other.fact[0]
        if len(same.mentions) > 1:
            return None
        body.aliases += [same.name, *same.aliases]
        body.mentions += [(span, MentionKind.SHORT) for span, _ in same.mentions]
        self.register.all.remove(same)
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=run[0].fact, parts=run, rule=run[0].rule)

    def _named_after(self, _: re.Match[str], run: Sequence[Piece]) -> Piece:
        """ "the Academy of Justice “Ana Soto”": the name in quotation marks is no person who acts."""
        return Piece(run[0].start, run[-1].end, Symbol.ORGANIZATION, fact=run[0].fact, parts=run, rule=run[0].rule)

    def _posted(self, _: re.Match[str], run: Sequence[Piece]) -> Piece | None:
        """ "Embassy of Senegal in Rome": the host belongs to the name of a body that is posted abroad."""
        body: Body = run[0].fact[0]
        if len(run[0].fact) > 1 or not _is_posted(body) or self.view[run[1].start : run[1].end] == "with":
            return None
        body.also, body.canonical = body.canonical, plain(self.view[run[0].start : run[-1].end])
        return self._going_on(body, run, "body-posted-abroad")

    def _is_only_inside(self, inner: Body, core: Span) -> bool:
        """Whether a police is only named inside the name of its directorate: it is no body beside it."""
        inside = all(core.start <= span.start and span.end <= core.end for span, _ in inner.mentions)
        return inner.kind is OrganizationKind.POLICE and inside and inner in self.register.all

    def _is_part(self, part: Piece, head: str) -> bool:
        """Whether the name of a part tells nothing alone: "General Inspectorate", "Training Centre"."""
        general = all(piece.symbol == Symbol.MODIFIER or self._words([piece]) in _GENERAL for piece in part.parts[:-1])
        return self._words([part]) in _PARTS or (head in _PARTS and general)

    def _joined(self, match: re.Match[str], run: Sequence[Piece]) -> Sequence[Piece] | None:
        """ "Joint Panel of the Office of X and the Office of Y", "College of Eurojust",
        "Department of the Ministry".
        """
        left, part = group(match, run, "left"), group(match, run, "part")[0]
        first, second = group(match, run, "first")[0], group(match, run, "second")
        if unmeant(self.view, Span(run[0].start, first.end)) is not None:
            return None
        head = self._words(part.parts[-1:] if part.parts else [part])
        body = self._organ(part, first, head, of_the_body=bool(match["the"]))
        if body is None:
            return None
        joint = body.kind is OrganizationKind.JOINT or "Joint" in self._words([*left, part])
        members: list[Body] = [*first.fact, *(second[0].fact if second and joint else [])]
        if len(members) > 1 and not joint:
            return None
        end = run.index(first) + 1 if second and not joint else len(run)
        whole = self._whole(body, run[:end], part)
        if joint and len(members) > 1:
            core, _ = body.mentions[-1]
            body.kind, body.members = OrganizationKind.JOINT, [(member, core) for member in members]
        else:
            self._belong(body, members[0], head)
        return [whole, *run[end:]]

    def _organ(self, part: Piece, first: Piece, head: str, *, of_the_body: bool) -> Body | None:
        """The body that a part of another one is, if it goes by the name of both; else it is only noted as a part."""
        whole: Body = first.fact[0]
        if part.symbol == Symbol.HEAD:
            entry = part.entry or Entry(Symbol.HEAD)
            alone = head in _ORGANS or (head in _PARTS and of_the_body)
            return Body("", head, OrganizationKind(entry.kind), rule="organ-of-bodies") if alone else None
        body: Body = part.fact[0]
        of_police = whole.kind is OrganizationKind.POLICE and len(first.fact) == 1
        if body.open and (head in _ORGANS or ((of_the_body or of_police) and self._is_part(part, head))):
            return body
        if len(part.fact) == 1 and body.part_of is None and body.kind is not OrganizationKind.INTERNATIONAL:
            body.part_of, body.country = whole, body.country or whole.country
        return None

    def _whole(self, body: Body, run: Sequence[Piece], part: Piece) -> Piece:
        """The body by the words of the whole run, those of the part alone as an alias."""
        closing = _CLOSING_ACRONYM.search(self.view, run[0].start, run[-1].end)
        core = Span(run[0].start, closing.start() if closing else run[-1].end)
        if part.symbol == Symbol.HEAD:
            self.register.all.append(body)
        body.aliases.append(self._said(Span(run[0].start, part.end)))
        body.name, body.canonical = self._said(core), plain(self.view[core.start : core.end])
        body.open, body.rule = False, "organ-of-bodies"
        body.mentions = [mention for mention in body.mentions if mention[0].start != part.start]
        body.mentions.append((core, MentionKind.FULL))
        return Piece(core.start, run[-1].end, Symbol.ORGANIZATION, fact=[body], parts=run, rule=body.rule)

    def _belong(self, body: Body, whole: Body, head: str) -> None:
        """Note of what body another one is an organ."""
        body.country, body.part_of = whole.country, whole
        if head in _LEADING and self._is_only_inside(whole, body.mentions[-1][0]):
            body.part_of = None
            self.register.all.remove(whole)
        if whole.kind is OrganizationKind.INTERNATIONAL:
            body.kind = OrganizationKind.INTERNATIONAL


def _is_posted(body: Body) -> bool:
    """Whether a body stands abroad by its name: an embassy, an office of an international body."""
    form = body.canonical.title() if body.canonical.isupper() else body.canonical
    abroad = any(form.endswith(head) or f"{head} of " in form.replace(" Of ", " of ") for head in _ABROAD)
    office = body.kind is OrganizationKind.INTERNATIONAL and body.canonical.endswith(" Office")
    return abroad or (office and body.rule == "body-by-head")

"""Which names of bodies mean one body: the register of the bodies of a text.

Two mentions are one body when their canonical forms and states agree; a mention without a state joins the one body of
its form; a short name ("the Joint Panel") joins the one longer name that it begins.
"""

from dataclasses import dataclass, field

from archive.reading.canonical import canonical
from archive.values import MentionKind, OrganizationKind, Span


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

    def __init__(self) -> None:
        self.all: list[Body] = []
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
        if body is None or (body.canonical != form and body.canonical.casefold() != form.casefold()):
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

    def settle(self) -> None:
        """Put together what stands apart only because a mention left the state out or the name short."""
        forms: dict[str, list[Body]] = {}
        starts: dict[str, list[Body]] = {}
        for body in self.all:
            forms.setdefault(body.canonical.casefold(), []).append(body)
            starts.setdefault(body.canonical.casefold().partition(" of ")[0], []).append(body)
        joint = [body for body in self.all if body.kind is OrganizationKind.JOINT and body.members]
        merged = {id(body): whole for body in self.all if (whole := _whole(body, forms, starts, joint)) is not None}
        for body in [body for body in self.all if id(body) in merged]:
            self._merge(body, merged[id(body)])
        self.all = [body for body in self.all if id(body) not in merged]
        for body in self.all:
            if body.part_of is not None:
                body.part_of = self.of(body.part_of)

    def _merge(self, body: Body, whole: Body) -> None:
        whole = self.of(whole)
        if whole is body:
            return
        whole.mentions += [(span, MentionKind.SHORT) for span, _ in body.mentions]
        whole.aliases += body.aliases
        whole.acronym = whole.acronym or body.acronym
        whole.part_of = whole.part_of or body.part_of
        whole.call(body.name)
        self._moved[id(body)] = whole

    def of(self, body: Body) -> Body:
        """The body that stands for ``body`` after `settle`."""
        while id(body) in self._moved:
            body = self._moved[id(body)]
        return body

    def by_acronym(self) -> dict[str, Body]:
        """The acronyms that the text itself explains."""
        return {body.acronym: body for body in self.all if body.acronym}


def _whole(body: Body, forms: dict[str, list[Body]], starts: dict[str, list[Body]], joint: list[Body]) -> Body | None:
    """The one other body that a shorter name can mean."""
    folded = body.canonical.casefold()
    same = forms[folded]
    first = next(other for other in same if other.country == body.country)
    if first is not body:
        return first
    others = [other for other in same if other.country != body.country]
    if body.country is None and len({other.country for other in others}) == 1:
        return others[0]
    if not body.open:
        return None
    longer = [other for other in starts.get(folded, ()) if other is not body and other.canonical.casefold() != folded]
    if not longer and body.kind is OrganizationKind.JOINT:
        longer = [other for other in joint if other is not body]
    return longer[0] if len(longer) == 1 else None

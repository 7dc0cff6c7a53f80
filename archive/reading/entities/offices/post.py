"""An office while the text is being read."""

from dataclasses import dataclass

from archive.reading.entities.organizations.bodies import Body
from archive.values import Span


@dataclass(slots=True, eq=False)
class Post:
    """An office while the text is being read. ``described`` holds the words for a body in small letters, if any."""

    title: str
    span: Span
    body: Body | None = None
    country: str | None = None
    described: str | None = None
    plural: bool = False
    states: tuple[str, ...] = ()  # of several holders: "the ministers of Chile and Peru"
    rule: str = "office"

    @property
    def state(self) -> str | None:
        """The state that its words or its body say."""
        return self.country or (self.body.country if self.body else None)

    @property
    def is_bare(self) -> bool:
        """Whether it says neither a body nor a state."""
        return self.body is None and self.country is None

    def join(self, body: Body | None) -> None:
        """Make an office that names no body one of this body, where it is not of another state."""
        if body is not None and self.body is None and (self.country is None or body.country in (None, self.country)):
            self.body, self.country = body, self.country or body.country

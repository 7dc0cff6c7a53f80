"""An office while the text is being read."""

from dataclasses import dataclass

from archive.reading.entities.organizations.bodies import Body
from archive.reading.entities.persons.runs import fold_word
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


def same_office(post: Post, other: Post) -> bool:
    """Whether an office without a name can be another one that has a holder."""
    one, two = fold_word(post.title).replace("-", " "), fold_word(other.title).replace("-", " ")
    if (
        one != two
        and one != "".join(word[0] for word in two.split() if word not in ("of", "the", "and", "for"))
        and not two.startswith(one + " of ")
        and not two.startswith((one + " for ", one + " and "))
        and not two.endswith(" " + one)
        and not any(
            f" {one} {link} " in two for link in ("of", "for")
        )  # "the Commissioner" of "European Commissioner for"
    ):
        return False
    stands_in = any(word in two and word not in one for word in ("acting", "deputy", "first"))
    if one != two and stands_in and one != "minister":
        return False
    if post.country is not None and other.country is not None and post.country != other.country:
        return False
    return post.body is None or other.body is None or post.body is other.body

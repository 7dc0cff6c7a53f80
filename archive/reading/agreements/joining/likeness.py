"""Likeness: which steps belong to one instrument, and which words name it again.

An instrument is told again by its name ("the Programme"), its acronym, a pointing word ("the document") or, in a
headline, before its title.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from archive.reading.agreements.instruments.naming import Instrument
from archive.reading.agreements.kinds import UNSIGNED
from archive.reading.agreements.lexicon import vocabulary, words_for
from archive.reading.agreements.telling import Named, StepTelling
from archive.reading.phrases import Phrase
from archive.values import AgreementKind, StepStatus

BOTH = 2
_LEAD = 3  # sentences over which the body names what the lead told in brief
_NEAR = 6  # sentences over which a bare name or a pointing word points back
_MOST = 40  # steps or namings of one instrument that are looked at; all are its evidence
_RECENT = 200  # instruments that a naming may be one of; no text that a person writes tells of more


@dataclass(slots=True)
class ToldInstrument:
    """The steps that belong to one instrument, and the places that name it again."""

    steps: list[StepTelling]
    named: list[Named] = field(default_factory=list)

    @property
    def instruments(self) -> list[Instrument]:
        """Its namings, those with a step first; those after the fortieth say nothing new."""
        steps, named = self.steps[:_MOST], self.named[:_MOST]
        return [*(step.instrument for step in steps), *(each.instrument for each in named)]

    @property
    def kinds(self) -> set[AgreementKind]:
        """The kinds that its namings give."""
        return {each.kind for each in self.instruments}

    @property
    def main(self) -> Instrument:
        """The naming that says most, the body of the text before its headline."""
        steps = self.steps[:_MOST]
        every = [step.instrument for step in steps]
        own = [step.instrument for step in steps if not step.headline]
        return max(every if all(each.pointing for each in own) else own, key=_says)

    @property
    def last(self) -> int:
        """The last sentence that names it."""
        steps, named = self.steps[-_MOST:], self.named[-_MOST:]
        return max([*(step.sentence for step in steps), *(each.sentence for each in named)])

    @property
    def first(self) -> int:
        """Where its first step is told."""
        return min(step.span.start for step in self.steps)

    def signs(self, step: StepTelling) -> bool:
        """Whether the makers of a step put or will put their names to it; who only will after others did, has not."""
        before = self.steps[: self.steps.index(step)] if step.status is StepStatus.PLANNED else []
        done = any(each.status is StepStatus.SIGNED and each.makers and not each.headline for each in before)
        return step.signs() and not done


def _says(instrument: Instrument) -> tuple[bool, bool, int, int]:
    """How much a naming says: a name before a pointing word, a protocol before an arrangement, then the longest."""
    special = instrument.kind is not AgreementKind.AGREEMENT
    return not instrument.pointing, special, len(instrument.words), instrument.title.end - instrument.title.start


def add(told: list[ToldInstrument], step: StepTelling) -> None:
    """Put a step to the instrument that it tells of, or to a new one."""
    recent = told[-_RECENT:]
    if step.headline:  # it means the first of those of which it tells the same
        recent.sort(key=lambda each: (any(other.status is step.status for other in each.steps), -each.first))
    all_of_them = _listed_before(recent, step)
    for each in all_of_them:
        each.steps.append(step)
    if all_of_them:
        return
    same = (
        _meant(recent, step.instrument, step.sentence, headline=step.headline)
        or _told_in_brief(recent, step)
        or _worked_on(recent, step)
        or _headed(recent, step)
    )
    if same is not None and _dates_agree(same, step):
        same.steps.append(step)
    else:
        told.append(ToldInstrument([step]))


def _listed_before(told: Sequence[ToldInstrument], step: StepTelling) -> list[ToldInstrument]:
    """The instruments that one sentence named together, which "the agreements" means; nothing for other words."""
    instrument = step.instrument
    if not (instrument.several and instrument.pointing and instrument.definite) or step.headline:
        return []
    kin = [each for each in told if instrument.noun in words_for("pointing") or instrument.kind in each.kinds]
    near = max((each.steps[0].sentence for each in kin), default=-_NEAR)
    together = [each for each in kin if each.steps[0].sentence == near]
    return together if len(together) >= BOTH and step.sentence - near <= _NEAR else []


def with_name(step: StepTelling, named: Sequence[Named], told: Sequence[ToldInstrument]) -> StepTelling:
    """A step of "the document" with the instrument that was only named before it, where no step of another is near."""
    pointing = step.instrument
    back = pointing.pointing and pointing.determiner in ("the", "this", "that")
    if not back or pointing.noun not in words_for("pointing") or step.headline:
        return step
    last = max((each.last for each in told), default=-_NEAR)
    near = [each for each in named if 0 < step.sentence - each.sentence <= _LEAD and not each.instrument.several]
    near = [each for each in near if not (each.instrument.pointing or each.instrument.loose)]
    if step.sentence - last <= _NEAR:
        near = [each for each in near if each.sentence > last and each.instrument.determiner in ("a", "an", "")]
    if not near:
        return step
    meant = max(near, key=lambda each: each.sentence).instrument
    return replace(step, instrument=replace(meant, span=pointing.span, draft=meant.draft or pointing.draft))


def _told_in_brief(told: list[ToldInstrument], step: StepTelling) -> ToldInstrument | None:
    """The bare "an arrangement" of the lead, where the named one follows at once with the same step."""
    for each in told:
        main = each.main
        brief = not main.words and not main.parties and main.determiner in ("a", "an") and not main.acronym
        near = main.kind is step.instrument.kind and step.sentence - each.last <= _LEAD
        same_step = any(other.status is step.status for other in each.steps)
        if brief and near and step.instrument.words and same_step:
            return each
    return None


def _worked_on(told: list[ToldInstrument], step: StepTelling) -> ToldInstrument | None:
    """The draft of the sentence before, under another word: "the draft document on X cooperation", "the X protocol"."""
    for each in reversed(told):
        open_yet = all(other.status in UNSIGNED for other in (step, *each.steps))
        if open_yet and 0 <= step.sentence - each.last <= 1 and (each.main.draft or step.instrument.draft):
            smaller, larger = sorted((each.main.words, step.instrument.words), key=len)
            if smaller and smaller <= larger:
                return each
    return None


def _headed(told: list[ToldInstrument], step: StepTelling) -> ToldInstrument | None:
    """The first instrument of the text that a headline may mean, where it calls it by other words."""
    if not step.headline:
        return None
    body = [each for each in told if any(not other.headline for other in each.steps)]
    if step.instrument.year:
        return next((each for each in body if each.main.year == step.instrument.year), None)
    alike = [each for each in body if any(other.status is step.status for other in each.steps)]
    kin = (each for each in alike if step.instrument.noun in words_for("short") or step.instrument.kind in each.kinds)
    return min(kin, key=lambda each: each.first, default=None)


def name_again(told: list[ToldInstrument], name: Named) -> None:
    """Note where an instrument that has steps is named again."""
    if name.instrument.definite:
        told = told[-_RECENT:]
        if name.instrument.pointing:  # "the document" points back
            told = [each for each in told if min(step.sentence for step in each.steps) <= name.sentence]
        same = _meant(told, name.instrument, name.sentence, headline=False)
        if same is not None:
            same.named.append(name)


def _meant(
    told: list[ToldInstrument], instrument: Instrument, sentence: int, *, headline: bool
) -> ToldInstrument | None:
    """The instrument that a naming means: of its kind and words, or the last one, for a word that only points."""
    for each in reversed(told):
        if each.last == sentence and instrument.words > each.main.words and not headline:
            continue  # "are linked by an agreement on crime and parties to the Lagos Agreement on Crime"
        if any(is_same(other, instrument, headline=headline) for other in each.instruments):
            return each
    if headline and not instrument.pointing:  # it names what the text only calls "the agreement"
        bare = [each for each in told if each.main.pointing and each.main.definite and instrument.kind in each.kinds]
        return bare[0] if len(bare) == 1 else None
    if instrument.noun in words_for("dependent") and instrument.definite and not instrument.words:
        added = (each for each in reversed(told) if each.main.extension and instrument.noun in each.main.words)
        return next(added, None)  # "The Addendum was signed by both"
    if instrument.pointing and (instrument.definite or instrument.noun == "draft"):
        near = [each for each in told if abs(sentence - each.last) <= _NEAR]
        kin = [each for each in near if instrument.noun in words_for("pointing") or instrument.kind in each.kinds]
        if not kin and instrument.noun == "agreement":
            kin = near
        return max(kin, key=lambda each: each.last, default=None)
    return None


def is_same(one: Instrument, other: Instrument, *, headline: bool) -> bool:
    """Whether a naming, ``other``, means the instrument that ``one`` names."""
    mine, theirs = _roots(one.words), _roots(other.words)
    if one.acronym and other.noun == one.acronym:
        return True
    if other.acronym and one.noun == other.acronym:
        return True
    if one.kind is not other.kind or one.pointing or one.extension != other.extension:
        return False
    if headline and not theirs:
        return True  # "adopt roadmap"
    if other.pointing or _made_by_others(one, other) or (other.several and not (one.several or headline)):
        return False
    if other.determiner in ("a", "an") and (_is_of_another_year(one, other) or _is_of_another_noun(one, other)):
        return False  # "it replaces an arrangement of 2009"
    if one.year and other.year and (mine <= theirs or theirs <= mine):
        return one.year == other.year  # "the 1991 agreement", "the agreement of 1991 on competition"
    if mine == theirs:
        return True
    if other.determiner == "the" and _is_with_the_same(one, other) and theirs <= mine:
        return True  # "the memorandum with Peru"
    if _same_parties(one, other) and (mine <= theirs or theirs <= mine):
        return True
    if headline and len(mine & theirs) * 3 >= min(len(mine), len(theirs)) * 2 > BOTH:
        return True  # a headline says in other words what the text names
    if not (other.definite or headline or one.draft or other.draft):
        return False
    if not (theirs <= mine or other.determiner or headline):
        return False  # "arrangement on the draft document", without an article, says more than was named before
    smaller, larger = sorted((mine, theirs), key=len)
    return bool(smaller) and smaller <= larger


def _roots(words: frozenset[str]) -> frozenset[str]:
    """Telling words in the singular, those of one thing as one: "prisoner", "sentenced person"."""
    same = vocabulary().same
    roots = (same.get(root, root) for root in (word if word.endswith("ss") else word.rstrip("s") for word in words))
    return frozenset(root for root in roots if root)


def _is_of_another_year(one: Instrument, other: Instrument) -> bool:
    return other.year is not None and one.year != other.year


def _is_of_another_noun(one: Instrument, other: Instrument) -> bool:
    return one.noun != other.noun and not one.words and not other.words


def _made_by_others(one: Instrument, other: Instrument) -> bool:
    """Whether the titles of two instruments name others as their makers: "with | Korea", "with | Peru"."""
    mine, theirs = ({_side(party) for party in each.parties} for each in (one, other))
    return bool(mine and theirs) and not (mine <= theirs or theirs <= mine) and None not in mine | theirs


def _side(party: Phrase) -> str | None:
    """The state that a party stands for, or the name of its body."""
    body = party.organization
    return party.country or (body.country or body.name if body else None)


def _same_parties(one: Instrument, other: Instrument) -> bool:
    """Whether two instruments of one kind are made by the same two bodies."""
    mine, theirs = ({party.organization.name for party in each.parties if party.organization} for each in (one, other))
    return len(mine) >= BOTH and mine == theirs


def _is_with_the_same(one: Instrument, other: Instrument) -> bool:
    """Whether two instruments are made with the same side."""
    mine, theirs = ({_side(party) for party in each.parties} for each in (one, other))
    return bool(mine) and mine == theirs and None not in mine


def _dates_agree(told: ToldInstrument, step: StepTelling) -> bool:
    """Whether a second date of the same step would make it another instrument."""
    if step.date is None or step.date.edtf is None or step.renews or step.ahead or step.put_off:
        return True
    for other in told.steps:
        if other.renews or other.ahead or other.put_off:
            continue
        done, ahead = (step, other) if step.status is StepStatus.SIGNED else (other, step)
        apart = done.status is StepStatus.SIGNED and ahead.status in (StepStatus.PLANNED, StepStatus.DRAFT)
        if apart and done.date and ahead.date and (done.date.edtf or "9")[:4] < (ahead.date.edtf or "")[:4]:
            return False  # what was signed in 1897 is not what is to be signed in 2019
        if other.status is step.status and other.date and other.date.edtf and not other.headline:
            first, second = sorted((other.date.edtf, step.date.edtf), key=len)
            if not second.startswith(first[:4]):
                return False
    return True

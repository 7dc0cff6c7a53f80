"""The five seed texts, with the reading as it is, and the one instrument that two of them report."""

import random

import pytest
from sqlalchemy import Engine, text

from archive.loading import SourceText, load, sources, withdraw
from archive.loading.verifying import verify
from archive.reading import READER_VERSION, read
from archive.reading.facts import Agreement, Evidence, Mention, Organization, Party, Reading, Step
from archive.resources import SEEDS
from archive.values import AgreementKind, DateBasis, OrganizationKind, PartialDate, PartyRole, Span, StepStatus
from tests.loading.conftest import empty, rows

FILED, AUTHOR = "000_8679736689487b92", "003_d5369b8786038767"


def seeds() -> list[SourceText]:
    return [source for source in sources([SEEDS / "documents"]) if isinstance(source, SourceText)]


def test_one_by_one_in_any_order_gives_the_same_rows_as_all_at_once(archive: Engine) -> None:
    load(archive, seeds(), read=read, reader_version=READER_VERSION)
    at_once = rows(archive)
    assert all(at_once[table] for table in ("persons", "organizations", "mentions", "evidence", "document_topics"))
    for seed in range(4):
        empty(archive)
        for one in random.Random(seed).sample(seeds(), 5):
            assert load(archive, [one], read=read, reader_version=READER_VERSION).documents.new == 1
        assert rows(archive) == at_once


def test_the_seeds_verify_and_a_second_load_changes_nothing(archive: Engine) -> None:
    assert not load(archive, seeds(), read=read, reader_version=READER_VERSION).failures
    assert load(archive, seeds(), read=read, reader_version=READER_VERSION).changed_nothing
    assert list(verify(archive, read)) == []


def said(text: str, words: str) -> tuple[Evidence, ...]:
    start = text.index(words)
    return (Evidence(Span(start, start + len(words)), "test"),)


def named(text: str, words: str) -> tuple[Mention, ...]:
    return (Mention(said(text, words)[0].span),)


def read_draft(text: str, *, published: str | None = None) -> Reading:
    """What the two seed texts say of the draft convention, each in its own words."""
    if "That draft was filed" in text:
        body = Organization(
            "United Nations", "United Nations", OrganizationKind.INTERNATIONAL, mentions=named(text, "United Nations")
        )
        filed = said(text, "That draft was filed in 2021 to the United Nations.")
        return _draft(
            body,
            proposer=Party(said(text, "the proposal by Russia"), country="RU", role=PartyRole.PROPOSER),
            step=Step(StepStatus.SUBMITTED, filed, PartialDate("in 2021", "2021", DateBasis.EXPLICIT)),
            title="draft convention",
            evidence=filed,
        )
    above = Organization("United Nations", "United Nations", OrganizationKind.INTERNATIONAL, acronym="UN")
    body = Organization("UN special committee", "special committee", OrganizationKind.INTERNATIONAL, part_of=above)
    author = Organization(
        "Prosecutor General’s Office of Russia", "Prosecutor General’s Office", OrganizationKind.PROSECUTION, "RU"
    )
    words = said(text, "was the author of the draft convention on combating information crime")
    return _draft(
        body,
        proposer=Party(words, organization=author, country="RU", role=PartyRole.PROPOSER),
        step=Step(StepStatus.SUBMITTED, said(text, "submitted to the UN special committee")),
        title="draft convention on combating information crime",
        evidence=words,
    )


def _draft(body: Organization, *, proposer: Party, step: Step, title: str, evidence: tuple[Evidence, ...]) -> Reading:
    addressee = Party(evidence, organization=body, role=PartyRole.ADDRESSEE)
    draft = Agreement(AgreementKind.CONVENTION, title, (proposer, addressee), (step,), evidence)
    return Reading(None, agreements=(draft,))


@pytest.mark.parametrize("turned", [False, True])
def test_the_draft_convention_that_two_texts_report_is_one_row(archive: Engine, turned: bool) -> None:
    both = [source for source in seeds() if source.slug in (FILED, AUTHOR)]
    load(archive, both[::-1] if turned else both, read=read_draft, reader_version="test", batch_size=1)
    with archive.connect() as connection:
        (draft,) = connection.execute(text("SELECT id, title FROM archive.agreements"))
        assert draft.title == "draft convention on combating information crime"
        (step,) = connection.execute(text("SELECT status, date_edtf FROM archive.agreement_steps"))
        assert tuple(step) == ("submitted", "2021")
        proven_by = """
            SELECT slug FROM archive.documents JOIN archive.evidence ON evidence.document_id = documents.id
            WHERE agreement_id = :id
        """
        assert set(connection.scalars(text(proven_by), {"id": draft.id})) == {FILED, AUTHOR}
    load(archive, both, read=lambda text, *, published=None: Reading(None), reader_version="none")
    assert rows(archive)["agreements"] == []


def test_without_its_other_report_the_draft_convention_is_what_one_text_says(archive: Engine) -> None:
    both = [source for source in seeds() if source.slug in (FILED, AUTHOR)]
    load(archive, both[1:], read=read_draft, reader_version="test")
    alone = rows(archive)
    empty(archive)
    load(archive, both, read=read_draft, reader_version="test")
    withdraw(archive, [FILED])
    left = rows(archive)
    for table in (
        "agreements",
        "agreement_steps",
        "agreement_parties",
        "organizations",
        "organization_names",
        "evidence",
    ):
        assert left[table] == alone[table], table

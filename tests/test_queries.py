"""The statements that an application can use: on an archive that was read by hand."""

from collections import Counter
from collections.abc import Iterator
from uuid import uuid4

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session

from archive.models import Document, Person
from archive.queries import Kind, find, first_proofs, heading, holdings, last_load, proofs, readers, record, search
from tests.by_hand import OSLO, told, told_url

__all__ = ["told", "told_url"]


@pytest.fixture
def asking(told: Engine) -> Iterator[Session]:
    """A session that only asks."""
    with Session(told) as session:
        yield session


def names(asking: Session, kind: Kind, name: str) -> list[tuple[str, int]]:
    return [(row.name, row.fit) for row in asking.execute(find(kind, name))]


def test_search_ranks_and_dates_what_it_finds(asking: Session) -> None:
    first, second = asking.execute(search("oslo or belmopan")).all()
    assert first.rank >= second.rank > 0
    assert {first.slug: first.published_edtf, second.slug: second.published_edtf} == {
        "oslo": "2021-05-04",
        "belmopan": "2021-11",
    }


def test_search_joins_to_the_models(asking: Session) -> None:
    found = search("extradition").subquery()
    documents = asking.scalars(select(Document).join(found, found.c.document_id == Document.id)).all()
    assert [document.text for document in documents] == [OSLO]


@pytest.mark.parametrize("words", ["", " ", "the", "'", '"', "\\", "%", "a & | ! b", "-", "):*"])
def test_search_takes_any_words(asking: Session, words: str) -> None:
    assert asking.execute(search(words)).all() is not None


def test_find_tells_how_well_a_name_fits(asking: Session) -> None:
    assert names(asking, Kind.PERSON, "ann lee") == [("Ann Lee", 0), ("Ann Lee-Moore", 2)]
    assert names(asking, Kind.PERSON, "grubesa") == [("Zoë Grubeša", 1)]
    assert names(asking, Kind.PERSON, "zoe") == [("Zoë Grubeša", 2)]


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("name", ["", "' or 1 = 1 --", "%", "_", "\\", "nobody of this name", "0000"])
def test_find_takes_any_name_as_it_is(asking: Session, kind: Kind, name: str) -> None:
    assert names(asking, kind, name) == []


def test_find_stops_at_its_limit(asking: Session) -> None:
    assert len(asking.execute(find(Kind.COUNTRY, "a", limit=3)).all()) == 3


@pytest.mark.parametrize("kind", Kind)
def test_what_is_found_has_a_heading_and_a_record(asking: Session, kind: Kind) -> None:
    name = {Kind.COUNTRY: "norway", Kind.TOPIC: "extradition", Kind.AGREEMENT: "extradition"}.get(kind, "o")
    for found in asking.execute(find(kind, name)):
        assert asking.execute(heading(kind, found.id)).one()
        for section, facts in record(kind, found.id).items():
            for fact in asking.execute(facts):
                said = asking.execute(proofs(fact.proven_by, fact.fact_ids)).all()
                assert {row.fact_id for row in said} == set(fact.fact_ids), section


def test_two_participants_of_one_country_are_one_meeting(asking: Session) -> None:
    meetings = asking.execute(record(Kind.COUNTRY, "NO")["meetings"]).all()
    assert [meeting.date for meeting in meetings] == ["2021-05-03", "2022"]


def test_proofs_give_the_words_and_what_stands_around_them(asking: Session) -> None:
    grubesa = asking.scalars(select(Person).where(Person.name == "Zoë Grubeša")).one()
    (meeting, _) = asking.execute(record(Kind.PERSON, str(grubesa.id))["meetings"]).all()
    (proof,) = asking.execute(proofs(meeting.proven_by, meeting.fact_ids)).all()
    assert (proof.words, proof.rule) == ("Zoë Grubeša met", "by_hand")
    assert OSLO[proof.start_char : proof.end_char] == proof.words
    assert proof.before + proof.words + proof.after == OSLO


def test_proofs_can_be_those_of_one_document(asking: Session) -> None:
    (belmopan,) = asking.scalars(select(Document.id).where(Document.slug == "belmopan"))
    (norway, *_) = asking.execute(record(Kind.COUNTRY, "NO")["documents"]).all()
    assert norway.words == "Prosecutors meet in Oslo"
    assert asking.execute(proofs(norway.proven_by, norway.fact_ids, document_id=belmopan)).all() == []


def test_the_first_proofs_of_many_facts_count_all_of_them(asking: Session) -> None:
    grubesa = asking.scalars(select(Person).where(Person.name == "Zoë Grubeša")).one()
    sections = [asking.execute(facts).all() for facts in record(Kind.PERSON, str(grubesa.id)).values()]
    for rows in filter(None, sections):
        ids = [row.fact_ids * 2 for row in rows]  # what is said of two rows in the same words is said once
        every = asking.execute(first_proofs(rows[0].proven_by, ids)).all()
        first = asking.execute(first_proofs(rows[0].proven_by, ids, first=1)).all()
        assert [row.place for row in first] == list(range(len(rows)))
        assert {row.place: row.proofs for row in first} == dict(Counter(row.place for row in every))
        said = {
            tuple(row)[1:] for row in asking.execute(proofs(rows[0].proven_by, [one for each in ids for one in each]))
        }
        assert {tuple(row)[2:] for row in every} == said


@pytest.mark.parametrize("number", [0, 70_000], ids=["none", "more than a statement has parameters"])
def test_proofs_of_any_number_of_facts(asking: Session, number: int) -> None:
    ids = [uuid4() for _ in range(number)]
    assert asking.execute(proofs("meeting_id", ids)).all() == []
    assert asking.execute(first_proofs("meeting_id", [ids, *([each] for each in ids)], first=3)).all() == []


def test_the_holdings_count_what_there_is(asking: Session) -> None:
    held = asking.execute(holdings()).one()
    texts = (held.documents, held.replaced_texts, held.withdrawn_texts)
    assert (*texts, held.persons, held.countries, held.quotations) == (2, 0, 0, 3, 2, 1)
    assert [tuple(row) for row in asking.execute(readers())] == [("by hand", 2)]
    assert asking.execute(last_load()).one().new == 2

"""The views: each row says one thing, with its words."""

import re
from typing import Any

import pytest
from sqlalchemy import Connection, Table, insert, select, text

from archive.models import Base
from archive.models.views import (
    agreement_history,
    agreement_register,
    country_timeline,
    definition,
    document_register,
    encounters,
    meeting_register,
    namesakes,
    office_holders,
    proofs,
    statements,
)
from archive.values import StepStatus
from tests.models.sample import DOCUMENT, ROWS, document, evidence, id_of, sha256

WORDS = "Igor Krasnov met Josip Grubeša"
TABLES = {table.name: table for table in Base.metadata.tables.values()}


def add(connection: Connection, table: str, **row: Any) -> None:
    connection.execute(insert(TABLES[table]).values(row))


def rows(connection: Connection, view: Table, *names: str, **where: Any) -> list[tuple[Any, ...]]:
    wanted = select(*(view.c[name] for name in names)).filter_by(**where).order_by(*(view.c[name] for name in names))
    return [tuple(row) for row in connection.execute(wanted)]


def test_two_who_met_are_an_encounter_from_each_side(filled: Connection) -> None:
    assert rows(filled, encounters, "person", "other_person") == [
        ("Igor Krasnov", "Josip Grubeša"),
        ("Josip Grubeša", "Igor Krasnov"),
    ]
    found = filled.execute(select(encounters).filter_by(person="Igor Krasnov")).mappings().one()
    assert [found[column] for column in ("office", "organization", "country", "country_code")] == [
        "Prosecutor General",
        "Prosecutor General’s Office of Russia",
        "Russia",
        "RU",
    ]
    assert [found[column] for column in ("kind", "status", "date_edtf", "place")] == [
        "bilateral",
        "held",
        "2021-11-22",
        "Sarajevo",
    ]
    assert (found["words"], found["document"], found["document_id"]) == (WORDS, "krasnov-grubesa", DOCUMENT["id"])
    assert found["meeting_participant_id"] == id_of("krasnov there")
    assert found["other_meeting_participant_id"] == id_of("grubesa there")


def test_both_sides_of_an_encounter_say_the_same(filled: Connection) -> None:
    add(filled, "meeting_participants", id=id_of("un there"), meeting_id=id_of("meeting"), organization_id=id_of("un"))
    names = [column.name for column in encounters.c]
    sides = [name for name in names if f"other_{name}" in names]
    here = rows(filled, encounters, *sides, *(f"other_{name}" for name in sides))
    there = rows(filled, encounters, *(f"other_{name}" for name in sides), *sides)
    assert sorted(map(str, here)) == sorted(map(str, there))


def test_many_participants_are_as_many_encounters_as_pairs(filled: Connection) -> None:
    add(filled, "countries", code="AO", name="Angola")
    add(filled, "meeting_participants", id=id_of("angola"), meeting_id=id_of("meeting"), country_code="AO")
    add(filled, "meeting_participants", id=id_of("un there"), meeting_id=id_of("meeting"), organization_id=id_of("un"))
    add(filled, "meeting_topics", id=id_of("crime"), meeting_id=id_of("meeting"), topic_slug="crime")
    once = encounters.c.meeting_participant_id < encounters.c.other_meeting_participant_id
    assert len(filled.execute(select(encounters)).all()) == 12
    assert len(filled.execute(select(encounters).where(once)).all()) == 6


@pytest.mark.parametrize(("states", "pairs"), [(["RU", "BA"], 2), (["RU", "BA", "AO"], 0)])
def test_states_meet_where_they_are_alone(filled: Connection, states: list[str], pairs: int) -> None:
    add(filled, "countries", code="AO", name="Angola")
    add(filled, "meetings", id=id_of("second"), kind="session", status="planned")
    for code in states:
        add(filled, "meeting_participants", id=id_of(code), meeting_id=id_of("second"), country_code=code)
    assert len(rows(filled, encounters, "country", status="planned")) == pairs
    assert len(rows(filled, country_timeline, "country", status="planned")) == len(states) * (len(states) - 1)


@pytest.mark.parametrize(
    ("bare", "met_by_grubesa"),
    [
        ({"country_code": "RU"}, {"Igor Krasnov", None}),
        ({"organization_id": id_of("office of prosecutors")}, {"Igor Krasnov", None}),
        ({"organization_id": id_of("un"), "country_code": "BA"}, {"Igor Krasnov"}),
    ],
    ids=["their state", "their body", "a body of the state of one whose own body is unknown"],
)
def test_nobody_meets_the_state_or_body_they_stand_for(
    filled: Connection, bare: dict[str, Any], met_by_grubesa: set[str | None]
) -> None:
    filled.execute(text("UPDATE archive.meeting_participants SET country_code = 'BA' WHERE country_code IS NULL"))
    add(filled, "meeting_participants", id=id_of("bare"), meeting_id=id_of("meeting"), **bare)
    met = {name for (name,) in rows(filled, encounters, "other_person", person="Josip Grubeša")}
    assert met == met_by_grubesa
    krasnov_met_it = (None,) in rows(filled, encounters, "other_person", person="Igor Krasnov")
    assert krasnov_met_it is (met_by_grubesa == {"Igor Krasnov"})


def test_a_participant_without_a_name_shows_office_body_and_state(filled: Connection) -> None:
    add(filled, "meetings", id=id_of("second"), kind="call", status="planned")
    add(filled, "meeting_participants", id=id_of("a"), meeting_id=id_of("second"), person_id=id_of("grubesa"))
    add(
        filled,
        "meeting_participants",
        id=id_of("b"),
        meeting_id=id_of("second"),
        office_id=id_of("office"),
        country_code="RU",
    )
    found = filled.execute(select(encounters).filter_by(status="planned", person="Josip Grubeša")).mappings().one()
    assert [found[f"other_{column}"] for column in ("person", "office", "organization", "country_code")] == [
        None,
        "Prosecutor General",
        "Prosecutor General’s Office of Russia",
        "RU",
    ]


def show_in_office(connection: Connection, name: str, document_id: Any = DOCUMENT["id"]) -> None:
    """Let a document show Grubeša in an office of this name."""
    add(connection, "offices", id=id_of(name), title=name, title_key=name.lower(), country_code="BA")
    add(connection, "appointments", id=id_of(f"{name} held"), person_id=id_of("grubesa"), office_id=id_of(name))
    proof = evidence("appointment_id", f"{name} held", "Josip Grubeša")
    connection.execute(insert(TABLES["evidence"]).values({**proof, "document_id": document_id}))


def test_an_office_may_be_that_which_the_same_document_shows(filled: Connection) -> None:
    elsewhere = document("elsewhere")
    filled.execute(insert(TABLES["documents"]).values(elsewhere))
    offices = ("other_office", "other_office_id")
    show_in_office(filled, "Judge", elsewhere["id"])
    assert rows(filled, encounters, *offices, person="Igor Krasnov") == [(None, None)]
    show_in_office(filled, "Minister")
    assert rows(filled, encounters, *offices, person="Igor Krasnov") == [("Minister", id_of("Minister"))]
    show_in_office(filled, "Deputy")
    assert rows(filled, encounters, *offices, person="Igor Krasnov") == [(None, None)]


def test_a_meeting_is_one_row_however_much_is_known_of_it(filled: Connection) -> None:
    add(filled, "meeting_topics", id=id_of("crime"), meeting_id=id_of("meeting"), topic_slug="crime")
    filled.execute(insert(TABLES["evidence"]).values(evidence("meeting_id", "meeting", "Sarajevo", "second")))
    found = filled.execute(select(meeting_register).filter_by(meeting_id=id_of("meeting"))).mappings().one()
    assert found["participants"] == "Igor Krasnov (RU); Josip Grubeša"
    assert found["country_codes"] == ["RU"]
    assert found["topics"] == "Crime; Cybercrime"
    assert (found["documents"], found["words"]) == (1, WORDS)
    assert (found["title"], found["part_of_id"]) == ("Talks in Sarajevo", id_of("visit"))


def test_the_words_are_those_of_the_earliest_document(filled: Connection) -> None:
    earlier = document("z-earlier", "They met in Sarajevo.", published_edtf="2021-11-22")
    later = document("a-later", "They had met.", published_edtf="2022")
    undated = document("a-undated", "They met.")
    for each in (earlier, later, undated):
        filled.execute(insert(TABLES["documents"]).values(each))
        proof = {**evidence("meeting_id", "meeting"), "id": each["id"], "document_id": each["id"]}
        filled.execute(insert(TABLES["evidence"]).values({**proof, "start_char": 0, "end_char": 8}))
    assert rows(filled, meeting_register, "words", "document", "documents", meeting_id=id_of("meeting")) == [
        ("They met", "z-earlier", 4)
    ]


@pytest.mark.parametrize(("view", "times"), [(agreement_register, 2), (agreement_history, 1)])
def test_the_steps_are_known_in_their_order(view: Table, times: int) -> None:
    orders = re.findall(r"ARRAY\[('.*?)\]", definition(view))
    assert orders == [", ".join(f"'{step}'" for step in StepStatus)] * times


def test_the_life_of_an_agreement_is_told_step_by_step(filled: Connection) -> None:
    add(filled, "agreement_steps", id=id_of("draft"), agreement_id=id_of("protocol"), status="draft")
    proof = evidence("agreement_step_id", "draft", "the protocol")
    filled.execute(insert(TABLES["evidence"]).values(proof))
    told = ("status", "date_edtf", "words", "document", "publisher", "place", "parties")
    parties = "Prosecutor General’s Office of Russia (RU)"
    assert rows(filled, agreement_history, "step_number", *told, title="protocol against cybercrime") == [
        (2, "draft", None, "the protocol", "krasnov-grubesa", "The Herald", None, parties),
        (5, "signed", "2021-11-22", WORDS, "krasnov-grubesa", "The Herald", "Sarajevo", parties),
    ]


def test_a_current_document_is_one_row_with_its_topics(filled: Connection) -> None:
    add(filled, "document_topics", id=id_of("on crime"), document_id=DOCUMENT["id"], topic_slug="crime")
    old = document("krasnov-grubesa", "Old words.", is_current=False, published_edtf="2021")
    filled.execute(insert(TABLES["documents"]).values(old))
    named = ("document", "headline", "publisher", "published_edtf", "url", "topics", "characters")
    assert rows(filled, document_register, *named) == [
        (
            "krasnov-grubesa",
            "A meeting in Sarajevo",
            "The Herald",
            "2021-11-23",
            "https://example.org/1",
            "Crime; Cybercrime",
            len(DOCUMENT["text"]),
        )
    ]
    assert rows(filled, document_register, "topic_slugs") == [(["crime", "cybercrime"],)]


def test_the_status_of_an_agreement_is_its_furthest_step(filled: Connection) -> None:
    for status in ("in_force", "draft", "planned"):
        add(filled, "agreement_steps", id=id_of(status), agreement_id=id_of("protocol"), status=status)
    assert rows(filled, agreement_register, "title", "status", "agreement_step_id") == [
        ("protocol against cybercrime", "in_force", id_of("in_force")),
        ("treaty", None, None),
    ]


def test_an_agreement_names_parties_and_signatories(filled: Connection) -> None:
    add(
        filled,
        "agreement_parties",
        id=id_of("addressee"),
        agreement_id=id_of("protocol"),
        organization_id=id_of("un"),
        role="addressee",
    )
    add(filled, "agreement_parties", id=id_of("bosnia"), agreement_id=id_of("protocol"), country_code="BA")
    found = filled.execute(select(agreement_register).filter_by(agreement_id=id_of("protocol"))).mappings().one()
    assert set(found["parties"].split("; ")) == {
        "Bosnia and Herzegovina",
        "Prosecutor General’s Office of Russia (RU)",
        "United Nations, addressee",
    }
    assert (found["signatories"], found["country_codes"]) == ("Igor Krasnov (RU)", ["BA", "RU"])
    assert (found["date_edtf"], found["term_edtf"], found["topics"]) == ("2021-11-22", "2022/2023", "Cybercrime")


def test_an_office_is_attested_by_the_dates_of_its_documents(filled: Connection) -> None:
    later = document("later", "Prosecutor General Igor Krasnov", published_edtf="2022-03")
    filled.execute(insert(TABLES["documents"]).values(later))
    proof = {**evidence("appointment_id", "appointment"), "id": later["id"], "document_id": later["id"]}
    filled.execute(insert(TABLES["evidence"]).values({**proof, "start_char": 0, "end_char": 31}))
    found = filled.execute(select(office_holders)).mappings().one()
    assert (found["person"], found["office"], found["country"]) == ("Igor Krasnov", "Prosecutor General", "Russia")
    assert (str(found["attested_from"]), str(found["attested_to"]), found["documents"]) == (
        "2021-11-23",
        "2022-03-31",
        2,
    )
    assert found["words"] == WORDS


def test_a_statement_is_verbatim(filled: Connection) -> None:
    assert rows(filled, statements, "speaker", "offices", "words", "document") == [
        ("Igor Krasnov", "Prosecutor General, Prosecutor General’s Office of Russia", "We sign,", "krasnov-grubesa")
    ]


def test_a_statement_tells_the_state_of_an_office_without_a_body(filled: Connection) -> None:
    filled.execute(text("UPDATE archive.offices SET organization_id = NULL, country_code = 'RU'"))
    assert rows(filled, statements, "offices") == [("Prosecutor General, Russia",)]


def test_a_meeting_shows_the_words_that_tell_its_status(filled: Connection) -> None:
    announced = document("announced", "They will meet in Sarajevo.", published_edtf="2021-11-01", title="Talks ahead")
    filled.execute(insert(TABLES["documents"]).values(announced))
    proof = {**evidence("meeting_id", "meeting"), "id": announced["id"], "document_id": announced["id"]}
    planned = {**proof, "start_char": 0, "end_char": 14, "meeting_status": "planned"}
    filled.execute(insert(TABLES["evidence"]).values(planned))
    assert rows(filled, meeting_register, "status", "document", "words", "documents", meeting_id=id_of("meeting")) == [
        ("held", "krasnov-grubesa", WORDS, 2)
    ]
    told = ("about", "document", "published_edtf", "headline", "words")
    assert rows(filled, proofs, "status", *told, meeting_id=id_of("meeting"), fact="meeting") == [
        ("held", "held: Talks in Sarajevo", "krasnov-grubesa", "2021-11-23", "A meeting in Sarajevo", WORDS),
        ("planned", "planned: Talks in Sarajevo", "announced", "2021-11-01", "Talks ahead", "They will meet"),
    ]


def test_an_agreement_shows_the_words_of_its_step(filled: Connection) -> None:
    filled.execute(insert(TABLES["evidence"]).values(evidence("agreement_step_id", "step", "We sign,")))
    filled.execute(text("DELETE FROM archive.evidence WHERE agreement_step_id IS NOT NULL AND start_char = 0"))
    assert rows(filled, agreement_register, "title", "words", "documents") == [
        ("protocol against cybercrime", "We sign,", 1),
        ("treaty", WORDS, 1),
    ]


@pytest.mark.parametrize(
    "view",
    [
        encounters,
        meeting_register,
        agreement_register,
        agreement_history,
        office_holders,
        statements,
        country_timeline,
        document_register,
        proofs,
    ],
    ids=lambda view: view.name,
)
def test_who_published_under_which_headline_and_where_is_told(filled: Connection, view: Table) -> None:
    add(filled, "agreement_parties", id=id_of("bosnia"), agreement_id=id_of("protocol"), country_code="BA")
    assert set(rows(filled, view, "publisher", "headline", "url", document="krasnov-grubesa")) == {
        ("The Herald", "A meeting in Sarajevo", "https://example.org/1")
    }


def test_what_happened_is_seen_from_both_countries(filled: Connection) -> None:
    filled.execute(text("UPDATE archive.meeting_participants SET country_code = 'BA' WHERE country_code IS NULL"))
    add(filled, "agreement_parties", id=id_of("bosnia"), agreement_id=id_of("protocol"), country_code="BA")
    columns = ("event", "status", "country_code", "other_country", "words", "meeting_id")
    assert rows(filled, country_timeline, *columns) == [
        ("agreement", "signed", "BA", "Russia", WORDS, id_of("meeting")),
        ("agreement", "signed", "RU", "Bosnia and Herzegovina", WORDS, id_of("meeting")),
        ("meeting", "held", "BA", "Russia", WORDS, id_of("meeting")),
        ("meeting", "held", "RU", "Bosnia and Herzegovina", WORDS, id_of("meeting")),
    ]


def test_a_country_is_one_row_however_many_stand_for_it(filled: Connection) -> None:
    filled.execute(text("UPDATE archive.meeting_participants SET country_code = 'BA' WHERE country_code IS NULL"))
    for name in ("second", "third"):
        add(filled, "persons", id=id_of(name), name=name, name_key=name)
        add(
            filled,
            "meeting_participants",
            id=id_of(f"{name} there"),
            meeting_id=id_of("meeting"),
            person_id=id_of(name),
            country_code="BA",
        )
    assert rows(filled, country_timeline, "country_code", "other_country_code", event="meeting") == [
        ("BA", "RU"),
        ("RU", "BA"),
    ]


def test_every_span_is_a_proof_with_its_words(filled: Connection) -> None:
    found = filled.execute(select(proofs)).mappings().all()
    assert len(found) == len(ROWS["evidence"]) + len(ROWS["mentions"])
    for each in found:
        assert each["words"] == DOCUMENT["text"][each["start_char"] : each["end_char"]]
        assert each["about"]
        assert (each["fact"] == "mention") == (each["rule"] is None) == (each["mention_kind"] is not None)


def test_a_proof_is_found_by_what_it_proves(filled: Connection) -> None:
    assert rows(filled, proofs, "fact", "about", agreement_step_id=id_of("step")) == [
        ("step", "signed: protocol against cybercrime")
    ]
    assert rows(filled, proofs, "fact", "about", "words", country_code="BA") == [
        ("mention", "Bosnia and Herzegovina", "Sarajevo")
    ]


def test_one_condition_finds_all_that_was_read_of_a_thing(filled: Connection) -> None:
    def facts(**where: Any) -> list[str]:
        return [fact for (fact,) in rows(filled, proofs, "fact", **where)]

    assert facts(agreement_id=id_of("protocol")) == ["agreement", "agreement topic", "party", "step"]
    assert facts(meeting_id=id_of("meeting")) == [
        "meeting",
        "meeting topic",
        "participant",
        "participant",
        "speaker",
        "step",
    ]
    assert facts(person_id=id_of("krasnov")) == ["appointment", "mention", "participant", "party", "speaker"]
    assert facts(organization_id=id_of("office of prosecutors")) == ["appointment", "participant", "party"]
    assert facts(topic_slug="cybercrime") == ["agreement topic", "meeting topic", "mention"]


def test_a_fact_without_a_date_shows_when_it_was_told(filled: Connection) -> None:
    add(filled, "agreement_parties", id=id_of("bosnia"), agreement_id=id_of("protocol"), country_code="BA")
    for view in (encounters, meeting_register, agreement_register, country_timeline):
        told = rows(filled, view, "published_edtf")
        assert told
        assert set(told) == {("2021-11-23",)}


@pytest.mark.parametrize(
    ("name", "key", "looks_the_same"),
    [
        ("Ivan Krasnov", "ivan krasnov", True),
        ("Krasnov", "krasnov", True),
        ("Pyotr Krasnov", "pyotr krasnov", False),
        ("Igor Krasnova", "igor krasnova", False),
    ],
)
def test_names_of_one_family_may_be_one_person(filled: Connection, name: str, key: str, looks_the_same: bool) -> None:
    add(filled, "persons", id=id_of(name), name=name, name_key=key)
    pairs = {frozenset(pair) for pair in rows(filled, namesakes, "person", "other_person", reason="two spellings")}
    assert (frozenset((name, "Igor Krasnov")) in pairs) is looks_the_same


def test_one_name_in_offices_of_two_countries_may_be_two_persons(filled: Connection) -> None:
    add(filled, "offices", id=id_of("minister"), title="Minister", title_key="minister", country_code="BA")
    add(filled, "appointments", id=id_of("second"), person_id=id_of("krasnov"), office_id=id_of("minister"))
    assert rows(filled, namesakes, "reason", "person", "country_codes", "offices", "documents", "other_documents") == [
        (
            "two countries",
            "Igor Krasnov",
            ["BA", "RU"],
            "Minister, Bosnia and Herzegovina; Prosecutor General, Prosecutor General’s Office of Russia, Russia",
            1,
            None,
        )
    ]


def test_what_tells_two_spellings_apart_stands_beside_them(filled: Connection) -> None:
    add(filled, "persons", id=id_of("ivan"), name="Ivan Krasnov", name_key="ivan krasnov")
    add(filled, "offices", id=id_of("minister"), title="Minister", title_key="minister", country_code="BA")
    add(filled, "appointments", id=id_of("second"), person_id=id_of("ivan"), office_id=id_of("minister"))
    assert rows(
        filled, namesakes, "person", "country_codes", "documents", "other_country_codes", "other_documents"
    ) == [("Igor Krasnov", ["RU"], 1, ["BA"], 0)]
    assert rows(filled, namesakes, "other_person", "other_offices") == [
        ("Ivan Krasnov", "Minister, Bosnia and Herzegovina")
    ]


def test_words_are_counted_in_characters(filled: Connection) -> None:
    other = document("letters", "Šišić said “žаба 蛙” twice.")
    assert other["sha256"] == sha256(other["text"])
    filled.execute(insert(TABLES["documents"]).values(other))
    start = other["text"].index("ž")
    add(filled, "quotations", id=id_of("frog"), document_id=other["id"], start_char=start, end_char=start + 6)
    assert rows(filled, statements, "words", document="letters") == [("žаба 蛙",)]

"""One row in every table: the smallest archive in which every rule can be broken."""

import hashlib
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from sqlalchemy import Connection, insert

from archive.models import Base
from archive.values import NAMED, SUPPORTED

TEXT = "Igor Krasnov met Josip Grubeša in Sarajevo. “We sign,” he said of the protocol against cybercrime."


def id_of(name: str) -> UUID:
    """The id of a sample row, from its name."""
    return uuid5(NAMESPACE_URL, name)


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def document(slug: str, text: str = TEXT, **more: Any) -> dict[str, Any]:
    return {"id": id_of(f"{slug} {text}"), "slug": slug, "text": text, "sha256": sha256(text), **more}


def span(words: str) -> dict[str, int]:
    start = TEXT.index(words)
    return {"start_char": start, "end_char": start + len(words)}


def evidence(
    target: str, name: str, words: str = "Igor Krasnov met Josip Grubeša", rule: str = "met"
) -> dict[str, Any]:
    """Evidence in the sample document for the fact of this name."""
    return {
        "id": id_of(f"evidence {target} {name} {words} {rule}"),
        "document_id": DOCUMENT["id"],
        **span(words),
        "rule": rule,
        **dict.fromkeys(SUPPORTED),
        target: id_of(name),
        "meeting_status": "held" if target == "meeting_id" else None,
    }


def mention(target: str, key: Any, words: str) -> dict[str, Any]:
    return {
        "id": id_of(f"mention {target} {words}"),
        "document_id": DOCUMENT["id"],
        **span(words),
        "kind": "full",
        **dict.fromkeys(NAMED),
        target: key,
    }


def dated(name: str, edtf: str, text: str, basis: str = "explicit") -> dict[str, str]:
    return {f"{name}_text": text, f"{name}_edtf": edtf, f"{name}_basis": basis}


DOCUMENT = document(
    "krasnov-grubesa",
    source_id=id_of("source"),
    title="A meeting in Sarajevo",
    language="en",
    url="https://example.org/1",
    published_edtf="2021-11-23",
    reader_version="1",
)

ROWS: dict[str, list[dict[str, Any]]] = {
    "countries": [
        {"code": "RU", "name": "Russia", "official_name": "Russian Federation"},
        {"code": "BA", "name": "Bosnia and Herzegovina", "official_name": None},
    ],
    "country_names": [{"id": id_of("country name"), "country_code": "RU", "name": "Russian", "kind": "demonym"}],
    "topics": [
        {"slug": "crime", "label": "Crime", "broader_slug": None, "definition": None},
        {"slug": "cybercrime", "label": "Cybercrime", "broader_slug": "crime", "definition": "Crime by computer."},
    ],
    "topic_labels": [{"id": id_of("topic label"), "topic_slug": "cybercrime", "label": "computer crime"}],
    "sources": [{"id": id_of("source"), "name": "The Herald", "country_code": "BA"}],
    "documents": [DOCUMENT],
    "loads": [{"id": id_of("load"), "reader_version": "1", "finished_at": "2100-01-01T00:00:00Z"}],
    "document_changes": [
        {"id": id_of("arrival"), "document_id": DOCUMENT["id"], "change": "new", "load_id": id_of("load")}
    ],
    "load_failures": [
        {
            "id": id_of("failure"),
            "load_id": id_of("load"),
            "file": "a.txt",
            "reason": "The reader fails on it.",
            "reading_id": id_of("reading"),
        }
    ],
    "places": [{"id": id_of("place"), "name": "Sarajevo", "name_key": "sarajevo", "country_code": "BA"}],
    "persons": [
        {"id": id_of("krasnov"), "name": "Igor Krasnov", "name_key": "igor krasnov"},
        {"id": id_of("grubesa"), "name": "Josip Grubeša", "name_key": "josip grubesa"},
    ],
    "person_names": [
        {"id": id_of("person name"), "person_id": id_of("krasnov"), "name": "Krasnov", "name_key": "krasnov"}
    ],
    "organizations": [
        {
            "id": id_of("un"),
            "name": "United Nations",
            "name_key": "united nations",
            "acronym": "UN",
            "kind": "international",
            "country_code": None,
            "part_of_id": None,
        },
        {
            "id": id_of("office of prosecutors"),
            "name": "Prosecutor General’s Office of Russia",
            "name_key": "prosecutor general's office",
            "acronym": None,
            "kind": "prosecution",
            "country_code": "RU",
            "part_of_id": id_of("un"),
        },
    ],
    "organization_names": [
        {"id": id_of("organization name"), "organization_id": id_of("un"), "name": "the UN", "name_key": "the un"}
    ],
    "organization_members": [
        {"id": id_of("member"), "organization_id": id_of("un"), "member_id": id_of("office of prosecutors")}
    ],
    "offices": [
        {
            "id": id_of("office"),
            "title": "Prosecutor General",
            "title_key": "prosecutor general",
            "organization_id": id_of("office of prosecutors"),
            "country_code": None,
        }
    ],
    "appointments": [{"id": id_of("appointment"), "person_id": id_of("krasnov"), "office_id": id_of("office")}],
    "meetings": [
        {"id": id_of("visit"), "kind": "visit", "status": "held"},
        {
            "id": id_of("meeting"),
            "kind": "bilateral",
            "status": "held",
            "title": "Talks in Sarajevo",
            "place_id": id_of("place"),
            "part_of_id": id_of("visit"),
            **dated("date", "2021-11-22", "on 22 November 2021"),
        },
    ],
    "meeting_participants": [
        {
            "id": id_of("krasnov there"),
            "meeting_id": id_of("meeting"),
            "person_id": id_of("krasnov"),
            "office_id": id_of("office"),
            "organization_id": id_of("office of prosecutors"),
            "country_code": "RU",
        },
        {"id": id_of("grubesa there"), "meeting_id": id_of("meeting"), "person_id": id_of("grubesa")},
    ],
    "meeting_topics": [{"id": id_of("discussed"), "meeting_id": id_of("meeting"), "topic_slug": "cybercrime"}],
    "agreements": [
        {"id": id_of("treaty"), "kind": "treaty", "title": "treaty"},
        {
            "id": id_of("protocol"),
            "kind": "protocol",
            "title": "protocol against cybercrime",
            "part_of_id": id_of("treaty"),
            **dated("term", "2022/2023", "for two years", "relative"),
        },
    ],
    "agreement_parties": [
        {
            "id": id_of("party"),
            "agreement_id": id_of("protocol"),
            "organization_id": id_of("office of prosecutors"),
            "country_code": "RU",
            "signatory_id": id_of("krasnov"),
            "signatory_office_id": id_of("office"),
        }
    ],
    "agreement_steps": [
        {
            "id": id_of("step"),
            "agreement_id": id_of("protocol"),
            "status": "signed",
            "meeting_id": id_of("meeting"),
            **dated("date", "2021-11-22", "on 22 November 2021"),
        }
    ],
    "agreement_topics": [{"id": id_of("covered"), "agreement_id": id_of("protocol"), "topic_slug": "cybercrime"}],
    "quotations": [
        {
            "id": id_of("quotation"),
            "document_id": DOCUMENT["id"],
            **span("We sign,"),
            "speaker_id": id_of("krasnov"),
            "meeting_id": id_of("meeting"),
        }
    ],
    "document_topics": [
        {"id": id_of("document topic"), "document_id": DOCUMENT["id"], "topic_slug": "cybercrime"},
    ],
    "mentions": [
        mention("person_id", id_of("krasnov"), "Igor Krasnov"),
        mention("organization_id", id_of("un"), "Sarajevo"),
        mention("country_code", "BA", "Sarajevo"),
        mention("place_id", id_of("place"), "Sarajevo"),
        mention("topic_slug", "cybercrime", "cybercrime"),
    ],
    "evidence": [
        evidence("organization_member_id", "member"),
        evidence("appointment_id", "appointment"),
        evidence("meeting_id", "visit"),
        evidence("meeting_id", "meeting"),
        evidence("meeting_participant_id", "krasnov there"),
        evidence("meeting_participant_id", "grubesa there"),
        evidence("meeting_topic_id", "discussed"),
        evidence("agreement_id", "treaty"),
        evidence("agreement_id", "protocol"),
        evidence("agreement_party_id", "party"),
        evidence("agreement_step_id", "step"),
        evidence("agreement_topic_id", "covered"),
        evidence("quotation_id", "quotation"),
    ],
    "claims": [
        {
            "id": id_of("claim"),
            "subject_table": "persons",
            "subject_id": id_of("krasnov"),
            "content": {"name": "Igor Krasnov"},
        }
    ],
    "document_claims": [{"document_id": DOCUMENT["id"], "claim_id": id_of("claim")}],
}


def fill(connection: Connection, rows: dict[str, list[dict[str, Any]]] = ROWS) -> None:
    """Insert the rows, table by table in their order."""
    for table, some in rows.items():
        for row in some:
            connection.execute(insert(Base.metadata.tables[f"archive.{table}"]).values(row))

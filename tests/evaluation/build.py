"""Small gold files and small readings of one text."""

from typing import Any

from archive.evaluation import FactType, Scores, evaluate

Object = dict[str, Any]

TEXT = (
    "Anna Berg, Minister of Justice of Norway, met Prosecutor General Igor Krasnov in Oslo on 3 May 2021. "
    "“We trust each other,” Berg said. They signed a memorandum of understanding. A draft treaty was discussed."
)


def gold(**lists: Any) -> Object:
    """A gold file that holds only what is given."""
    keys = ("persons", "organizations", "countries", "countries_optional", "meetings", "agreements", "quotes")
    return {"url": None, "published": None, **{key: [] for key in (*keys, "topics", "topics_optional")}, **lists}


def output(**lists: Any) -> Object:
    """A reading that found only what is given."""
    keys = ("persons", "organizations", "countries", "places", "meetings", "agreements", "quotations", "topics")
    return {"document": "text", "title": None, **{key: [] for key in keys}, **lists}


def person(name: str, *, offices: list[Object] | None = None, **more: Any) -> Object:
    return {"name": name, "aliases": [], "offices": offices or [], "mentions": [], "optional": False, **more}


def office(title: str, country: str | None = None, organization: str | None = None, **more: Any) -> Object:
    return {"title": title, "organization": organization, "country": country, **more}


def body(name: str, country: str | None = None, **more: Any) -> Object:
    return {"name": name, "aliases": [], "country": country, "mentions": [], "optional": False, "kind": "other", **more}


def gold_meeting(**more: Any) -> Object:
    usual = {
        "participants": ["Anna Berg", "Igor Krasnov"],
        "participant_organizations": [],
        "participant_countries": [],
    }
    rest = {"kind": "bilateral", "status": "held", "place": "Oslo", "date": "2021-05-03", "optional": False}
    return {**usual, **rest, "evidence": "Igor Krasnov in Oslo", **more}


def found_meeting(words: str, people: tuple[str, ...] = ("Anna Berg", "Igor Krasnov"), **more: Any) -> Object:
    """A meeting read from the first place of ``words``."""
    who = [{"person": name, "organization": None, "country": None, "role": "participant"} for name in people]
    rest = {"kind": "bilateral", "status": "held", "place": "Oslo", "date": "2021-05-03", "date_text": "3 May 2021"}
    return {**rest, "participants": who, "evidence": [span(words)], **more}


def gold_agreement(**more: Any) -> Object:
    usual = {"party_organizations": [], "party_countries": ["NO", "RU"], "signatories": [], "optional": False}
    rest = {"kind": "memorandum", "status": "signed", "title": "memorandum of understanding", "date": None}
    return {**usual, **rest, "evidence": "They signed a memorandum of understanding.", **more}


def found_agreement(words: str, countries: tuple[str, ...] = ("NO", "RU"), **more: Any) -> Object:
    parties = [{"organization": None, "country": code, "role": "party", "signatory": None} for code in countries]
    rest = {"kind": "memorandum", "status": "signed", "title": "memorandum of understanding", "date": None}
    return {**rest, "date_text": None, "parties": parties, "evidence": [span(words)], **more}


def span(words: str) -> list[int]:
    start = TEXT.index(words)
    return [start, start + len(words)]


def scores(found: Object, wanted: Object, text: str = TEXT) -> Scores:
    return evaluate([("text", text, found, wanted)])


def figures(fact_type: FactType, found: Object, wanted: Object, text: str = TEXT) -> tuple[int, int, int]:
    """How many were right, missed and invented."""
    counted = scores(found, wanted, text).of(fact_type)
    return counted.right, counted.missed, counted.invented

"""Two short texts and what a careful person reads in them: an archive whose every fact a test can know.

The tests of asking use it, so that they say nothing about how well the archive reads.
"""

import secrets
from collections.abc import Iterator
from typing import Any

import pytest
from sqlalchemy import Engine

from archive import database
from archive.loading import SourceText, load
from archive.loading.texts import checksum
from archive.reading.facts import (
    Agreement,
    Appointment,
    Country,
    Evidence,
    Meeting,
    Mention,
    Office,
    Organization,
    Participant,
    Party,
    Person,
    Place,
    Quotation,
    Reading,
    Step,
    Topic,
    TopicOf,
)
from archive.values import (
    AgreementKind,
    DateBasis,
    MeetingKind,
    MeetingStatus,
    MentionKind,
    OrganizationKind,
    PartialDate,
    Span,
    StepStatus,
)

OSLO = """Prosecutors meet in Oslo

On 3 May 2021 the Prosecutor General of Norway Zoë Grubeša met the Minister of Justice of Belize Ann Lee in Oslo.
The Ministry of Justice of Belize and the Prosecutor General’s Office of Norway signed a memorandum on extradition.
“Trust takes time,” Grubeša said.
"""
BELMOPAN = """A visit to Belmopan

Next year the Prosecutor General of Norway Zoë Grubeša will visit Belmopan. Ann Lee-Moore of the Reporter asked why.
"""


def read_by_hand(text: str, *, published: str | None = None) -> Reading:
    """What is in one of the two texts."""
    return {OSLO: _read_oslo, BELMOPAN: _read_belmopan}[text]()


def sources_by_hand() -> Iterator[SourceText]:
    """The two texts as they would come from a folder."""
    yield SourceText(
        "oslo", OSLO, "oslo.txt", checksum(OSLO), "The Herald", "https://herald.example/oslo", "2021-05-04"
    )
    yield SourceText("belmopan", BELMOPAN, "belmopan.txt", checksum(BELMOPAN), published="2021-11")


@pytest.fixture(scope="session")
def told_url(place: Any, postgresql_noproc: Any) -> Iterator[str]:
    """The URL of an archive with these two texts. Tests only ask it."""
    name = f"{postgresql_noproc.template_dbname}_told_{secrets.token_hex(2)}"  # each module that imports it has its own
    with place.make_database(name, template=postgresql_noproc.template_dbname) as url:
        engine = database.create_engine(url)
        report = load(engine, sources_by_hand(), read=read_by_hand, reader_version="by hand")
        engine.dispose()
        assert not report.failures
        yield url


@pytest.fixture(scope="session")
def told(told_url: str) -> Iterator[Engine]:
    """An engine on the archive with these two texts."""
    engine = database.create_engine(told_url)
    yield engine
    engine.dispose()


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _says(text: str, words: str) -> tuple[Evidence, ...]:
    return (Evidence(_span(text, words), "by_hand"),)


def _named(text: str, words: str, kind: MentionKind = MentionKind.FULL) -> Mention:
    return Mention(_span(text, words), kind)


def _named_last(text: str, words: str, kind: MentionKind = MentionKind.FULL) -> Mention:
    start = text.rindex(words)
    return Mention(Span(start, start + len(words)), kind)


def _read_oslo() -> Reading:
    def says(words: str) -> tuple[Evidence, ...]:
        return _says(OSLO, words)

    prosecution = Organization(
        "Prosecutor General’s Office of Norway",
        "Prosecutor General’s Office",
        OrganizationKind.PROSECUTION,
        "NO",
        mentions=(_named(OSLO, "Prosecutor General’s Office of Norway"),),
    )
    ministry = Organization(
        "Ministry of Justice of Belize",
        "Ministry of Justice",
        OrganizationKind.MINISTRY,
        "BZ",
        mentions=(_named(OSLO, "Ministry of Justice of Belize"),),
    )
    chief = Office("Prosecutor General", prosecution, "NO")
    minister = Office("Minister of Justice", ministry, "BZ")
    grubesa = Person(
        "Zoë Grubeša",
        ("Grubeša",),
        (_named(OSLO, "Zoë Grubeša"), _named_last(OSLO, "Grubeša", MentionKind.SHORT)),
        (Appointment(chief, says("Prosecutor General of Norway Zoë Grubeša")),),
    )
    lee = Person(
        "Ann Lee",
        (),
        (_named(OSLO, "Ann Lee"),),
        (Appointment(minister, says("Minister of Justice of Belize Ann Lee")),),
    )
    day = PartialDate("3 May 2021", "2021-05-03", DateBasis.EXPLICIT)
    oslo = Place("Oslo", "NO", (_named(OSLO, "Oslo"),))
    met = "Zoë Grubeša met the Minister of Justice of Belize Ann Lee in Oslo"
    meeting = Meeting(
        MeetingKind.BILATERAL,
        MeetingStatus.HELD,
        (
            Participant(says("Zoë Grubeša met"), grubesa, chief, country="NO"),
            Participant(says("met the Minister of Justice of Belize Ann Lee"), lee, minister, country="BZ"),
        ),
        says(met),
        place=oslo,
        date=day,
        topics=(TopicOf("extradition", says("extradition")),),
    )
    signed = "signed a memorandum on extradition"
    agreement = Agreement(
        AgreementKind.MEMORANDUM,
        "memorandum on extradition",
        (
            Party(says("Ministry of Justice of Belize"), ministry, "BZ", signatory=lee),
            Party(says("Prosecutor General’s Office of Norway"), prosecution, "NO"),
        ),
        (Step(StepStatus.SIGNED, says(signed), day, meeting),),
        says(signed),
        topics=(TopicOf("extradition", says("on extradition")),),
    )
    words = Quotation(_span(OSLO, "Trust takes time,"), says("Grubeša said"), grubesa, meeting)
    return Reading(
        _span(OSLO, "Prosecutors meet in Oslo"),
        (grubesa, lee),
        (ministry, prosecution),
        (
            Country("NO", (Mention(_span(OSLO, "Norway")),)),
            Country("BZ", (Mention(_span(OSLO, "Belize")),)),
        ),
        (oslo,),
        (meeting,),
        (agreement,),
        (words,),
        (Topic("extradition", (_named(OSLO, "extradition"),)),),
    )


def _read_belmopan() -> Reading:
    text = BELMOPAN
    chief = Office("Prosecutor General", None, "NO")
    grubesa = Person(
        "Zoë Grubeša",
        (),
        (_named(text, "Zoë Grubeša"),),
        (Appointment(chief, _says(text, "Prosecutor General of Norway Zoë Grubeša")),),
    )
    reporter = Person("Ann Lee-Moore", (), (_named(text, "Ann Lee-Moore"),))
    belmopan = Place("Belmopan", "BZ", (_named_last(text, "Belmopan"),))
    visit = Meeting(
        MeetingKind.VISIT,
        MeetingStatus.PLANNED,
        (Participant(_says(text, "Zoë Grubeša will visit"), grubesa, chief, country="NO"),),
        _says(text, "Zoë Grubeša will visit Belmopan"),
        place=belmopan,
        date=PartialDate("Next year", "2022", DateBasis.RELATIVE),
    )
    return Reading(
        _span(text, "A visit to Belmopan"),
        (grubesa, reporter),
        countries=(Country("NO", (_named(text, "Norway"),)),),
        places=(belmopan,),
        meetings=(visit,),
    )

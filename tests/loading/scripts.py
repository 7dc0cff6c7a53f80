"""Small worlds for the tests of loading: a text is a script in JSON, and its reading is what the script says.

The reading of a script is as pure as that of a press text: it depends on the text and the publication date only.
"""

import json
import multiprocessing
import os
import signal
from typing import Any

from hypothesis import strategies as st

from archive.loading import SourceText
from archive.loading.texts import checksum
from archive.reading.facts import (
    Agreement,
    Appointment,
    Country,
    Evidence,
    Meeting,
    Membership,
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
from archive.reading.matching.patterns import grammar
from archive.values import (
    AgreementKind,
    DateBasis,
    MeetingKind,
    MeetingStatus,
    MentionKind,
    OrganizationKind,
    PartialDate,
    ParticipantRole,
    PartyRole,
    Span,
    StepStatus,
)

UNITED_NATIONS = Organization("United Nations", "United Nations", OrganizationKind.INTERNATIONAL, acronym="UN")
BODIES = (
    Organization(
        "Prosecutor General’s Office of Russia", "Prosecutor General’s Office", OrganizationKind.PROSECUTION, "RU"
    ),
    Organization(
        "Prosecutor General's Office of the Russian Federation",
        "Prosecutor General's Office",
        OrganizationKind.AGENCY,
        "RU",
        aliases=("Russian Prosecutor General's Office",),
    ),
    Organization(
        "Ministry of Justice of Turkey", "Ministry of Justice", OrganizationKind.MINISTRY, "TR", acronym="MoJ"
    ),
    UNITED_NATIONS,
    Organization("UN special committee", "special committee", OrganizationKind.INTERNATIONAL, part_of=UNITED_NATIONS),
    Organization("special committee", "special committee", OrganizationKind.OTHER),
)
VERSION = os.environ.get("SCRIPTS_VERSION", "1")  # of `read`, which a worker may have in another version
JOINT = Organization(
    "Joint Collegium",
    "Joint Collegium",
    OrganizationKind.JOINT,
    members=tuple(Membership(body, (Evidence(Span(1, 2), "joint"),)) for body in (BODIES[0], BODIES[2])),
)
NAMES = ("Josip Grubeša", "Josip Grubesa", "JOSIP GRUBESA", "Igor Krasnov", "Akram Al-Khateeb")
TITLES = ("Prosecutor General", "prosecutor general", "Minister of Justice")
DATES = ("2021-11-22", "2021-11", "2021", None)


def source(slug: str, script: dict[str, Any], **metadata: str | None) -> SourceText:
    """A text with this script."""
    text = json.dumps(script, ensure_ascii=False, sort_keys=True)
    return SourceText(slug=slug, text=text, path=f"{slug}.txt", sha256=checksum(text), **metadata)


def read(text: str, *, published: str | None = None) -> Reading:
    """What a script says. A date "last year" is the year of publication where that is known."""
    script = json.loads(text)
    if script.get("poison"):
        raise RuntimeError(script["poison"])
    if script.get("deadly") and multiprocessing.parent_process():
        os.kill(os.getpid(), signal.SIGKILL)
    return _Script(script, published).reading()


class _Script:
    def __init__(self, script: dict[str, Any], published: str | None) -> None:
        self.script = script
        self.published = published
        self.spans = int(script.get("spans_from", 0))

    def reading(self) -> Reading:
        meetings = [self.meeting(each) for each in self.script.get("meetings", [])]
        people = [self.person(*each) for each in self.script.get("persons", [])]
        return Reading(
            title=Span(0, 2) if self.script.get("title") else None,
            persons=tuple(people),
            organizations=tuple(
                Organization(**{**_fields(BODIES[each]), "mentions": (self.mention(),)})
                for each in self.script.get("bodies", [])
            )
            + ((JOINT,) if self.script.get("joint") else ()),
            countries=tuple(Country(each, (self.mention(),)) for each in self.script.get("countries", [])),
            places=tuple(Place(name, "TR", (self.mention(),)) for name in self.script.get("places", [])),
            meetings=tuple(meetings),
            agreements=tuple(self.agreement(each, meetings) for each in self.script.get("agreements", [])),
            quotations=tuple(
                Quotation(self.span(), (self.evidence(),), speaker=person, meeting=meetings[0] if meetings else None)
                for person in people[: self.script.get("quotations", 0)]
            ),
            topics=tuple(Topic(each, (self.mention(),)) for each in self.script.get("topics", [])),
        )

    def span(self) -> Span:
        self.spans += 1
        return Span(self.spans, self.spans + 1 + self.spans % 3)

    def evidence(self) -> Evidence:
        return Evidence(self.span(), "script")

    def mention(self) -> Mention:
        return Mention(self.span(), MentionKind.FULL)

    def date(self, edtf: str | None) -> PartialDate | None:
        if edtf == "last year":
            if self.published is None:
                return PartialDate(edtf, None, DateBasis.UNRESOLVED)
            return PartialDate(edtf, str(int(self.published[:4]) - 1), DateBasis.RELATIVE)
        return PartialDate(f"in {edtf}", edtf, DateBasis.EXPLICIT) if edtf else None

    def person(self, name: str, title: str | None = None) -> Person:
        shown = Appointment(Office(title, country="RU"), (self.evidence(),)) if title else None
        return Person(name, (name.split()[-1],), (self.mention(),), (shown,) if shown else ())

    def meeting(self, script: dict[str, Any]) -> Meeting:
        return Meeting(
            kind=MeetingKind(script.get("kind", "bilateral")),
            status=MeetingStatus(script.get("status", "held")),
            participants=tuple(
                Participant((self.evidence(),), person=self.person(name), country="RU", role=ParticipantRole(role))
                for name, role in script.get("persons", [])
            )
            + tuple(Participant((self.evidence(),), organization=BODIES[each]) for each in script.get("bodies", [])),
            evidence=(self.evidence(),),
            title=script.get("title"),
            place=Place(script["place"], "TR", (self.mention(),)) if script.get("place") else None,
            date=self.date(script.get("date")),
            topics=tuple(TopicOf(each, (self.evidence(),)) for each in script.get("topics", [])),
        )

    def agreement(self, script: dict[str, Any], meetings: list[Meeting]) -> Agreement:
        return Agreement(
            kind=AgreementKind(script.get("kind", "memorandum")),
            title=script.get("title", "Memorandum of Understanding"),
            parties=tuple(
                Party(
                    (self.evidence(),),
                    organization=BODIES[body] if body is not None else None,
                    country=country,
                    role=PartyRole(role),
                    signatory=self.person(signatory) if signatory else None,
                )
                for body, country, role, signatory in script["parties"]
            ),
            steps=tuple(
                Step(StepStatus(status), (self.evidence(),), self.date(date), meetings[0] if meetings else None)
                for status, date in script.get("steps", [("signed", None)])
            ),
            evidence=(self.evidence(),),
            term=self.date(script.get("term")),
            topics=tuple(TopicOf(each, (self.evidence(),)) for each in script.get("topics", [])),
        )


def _fields(body: Organization) -> dict[str, Any]:
    return {name: getattr(body, name) for name in body.__slots__}


# The choices are few, so that most worlds have documents that speak of the same things in different words.
_names = st.sampled_from(NAMES)
_some_topics = st.lists(st.sampled_from(["crime", "cybercrime"]), max_size=2, unique=True)
_days = st.sampled_from(["2021-11-22", "2021-11-22", "2021-11-22", *DATES, "last year"])
_meetings = st.fixed_dictionaries(
    {
        "persons": st.tuples(
            st.tuples(st.sampled_from(NAMES[:3]), st.sampled_from(["host", "guest"])).map(list),
            st.tuples(st.sampled_from(NAMES[3:]), st.sampled_from(["guest", "participant"])).map(list),
        ).map(list),
        "date": _days,
        "kind": st.sampled_from(["bilateral", "bilateral", "session"]),
        "status": st.sampled_from(["held", "planned"]),
        "place": st.sampled_from(["Ankara", "ANKARA", "Sarajevo", None]),
        "title": st.sampled_from(["Summit", "summit", None]),
    },
    optional={"bodies": st.lists(st.integers(0, len(BODIES) - 1), max_size=2), "topics": _some_topics},
)
_two_parties = st.tuples(
    st.tuples(st.sampled_from([0, 1]), st.sampled_from(["RU", None]), st.just("party"), _names).map(list),
    st.tuples(st.just(2), st.just("TR"), st.just("party"), st.sampled_from([NAMES[0], None])).map(list),
).map(list)
_proposal = st.tuples(
    st.tuples(st.sampled_from([0, None]), st.just("RU"), st.just("proposer"), st.none()).map(list),
    st.tuples(st.sampled_from([3, 4]), st.none(), st.just("addressee"), st.none()).map(list),
).map(list)
_signed = st.fixed_dictionaries(
    {
        "parties": _two_parties,
        "steps": st.lists(st.tuples(st.just("signed"), _days).map(list), min_size=1, max_size=2),
        "title": st.sampled_from(["Memorandum", "memorandum of understanding"]),
        "term": st.sampled_from(["2022", "2022/2023", None]),
    },
    optional={"topics": _some_topics},
)
_proposed = st.fixed_dictionaries(
    {
        "kind": st.just("convention"),
        "parties": _proposal,
        "steps": st.lists(
            st.tuples(st.sampled_from(["draft", "submitted"]), st.sampled_from([*DATES, "last year"])).map(list),
            min_size=1,
            max_size=2,
        ),
        "title": st.sampled_from(["draft convention", "convention on information crime"]),
    }
)
SCRIPTS = st.fixed_dictionaries(
    {
        "padding": st.just("." * 200),
        "persons": st.lists(st.tuples(_names, st.sampled_from([*TITLES, None])).map(list), max_size=2),
        "bodies": st.lists(st.integers(0, len(BODIES) - 1), max_size=2),
        "places": st.lists(st.sampled_from(["Ankara", "ANKARA", "İstanbul", "Istanbul"]), max_size=1),
        "meetings": st.lists(_meetings, max_size=2),
        "agreements": st.lists(_signed | _proposed, max_size=2),
    },
    optional={
        "title": st.booleans(),
        "joint": st.booleans(),
        "countries": st.lists(st.sampled_from(["RU", "TR"]), max_size=2),
        "quotations": st.integers(0, 2),
        "topics": _some_topics,
    },
)
METADATA = st.fixed_dictionaries(
    {
        "publisher": st.sampled_from(["Tass", "TASS", None]),
        "url": st.sampled_from(["https://a.example/1", "https://b.example/2", None]),
        "published": st.sampled_from(["2022", "2022-11", None]),
    },
)
WORLDS = st.dictionaries(st.sampled_from("abcdef"), st.tuples(SCRIPTS, METADATA), min_size=2, max_size=5).map(
    lambda world: [source(slug, script, **metadata) for slug, (script, metadata) in world.items()]
)


def has_compiled() -> bool:
    """Whether this process holds patterns that nobody has asked it for."""
    return all("regex" in vars(pattern) for pattern in grammar("meetings").patterns)

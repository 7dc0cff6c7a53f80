"""The tables and views of the archive, typed: ``from archive.models import Base, Document, Person``.

One module per family of tables; `views` has the readable answers as read-only tables, `rules` what the database
enforces beyond constraints. ``Base.metadata.create_all`` builds all of it; in production the migrations do.
"""

from archive.models import rules as rules
from archive.models import views as views
from archive.models.base import SCHEMA, Base
from archive.models.claims import Claim, DocumentClaim
from archive.models.documents import Document, DocumentChange, Load, LoadFailure, Source
from archive.models.happenings import (
    Agreement,
    AgreementParty,
    AgreementStep,
    Meeting,
    MeetingParticipant,
    Quotation,
)
from archive.models.proof import Attestation, Evidence, FactToProve, Mention, ShownOffice
from archive.models.topics import AgreementTopic, DocumentTopic, MeetingTopic, Topic, TopicLabel
from archive.models.who import (
    Appointment,
    Country,
    CountryName,
    Office,
    Organization,
    OrganizationMember,
    OrganizationName,
    Person,
    PersonName,
    Place,
)

__all__ = [
    "SCHEMA",
    "Agreement",
    "AgreementParty",
    "AgreementStep",
    "AgreementTopic",
    "Appointment",
    "Attestation",
    "Base",
    "Claim",
    "Country",
    "CountryName",
    "Document",
    "DocumentChange",
    "DocumentClaim",
    "DocumentTopic",
    "Evidence",
    "FactToProve",
    "Load",
    "LoadFailure",
    "Meeting",
    "MeetingParticipant",
    "MeetingTopic",
    "Mention",
    "Office",
    "Organization",
    "OrganizationMember",
    "OrganizationName",
    "Person",
    "PersonName",
    "Place",
    "Quotation",
    "ShownOffice",
    "Source",
    "Topic",
    "TopicLabel",
]

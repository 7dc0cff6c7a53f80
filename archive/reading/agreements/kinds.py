"""Kinds: the groups of kinds of instruments, of steps and of bodies that the rules ask for, each named once."""

from archive.values import AgreementKind as Kind
from archive.values import OrganizationKind, StepStatus

# What is signed and enters into force, or is made by signing alone.
TO_BE_SIGNED = (Kind.AGREEMENT, Kind.MEMORANDUM, Kind.TREATY, Kind.CONVENTION, Kind.PROTOCOL)
OPEN_TO_OTHERS = (Kind.TREATY, Kind.CONVENTION, Kind.PROTOCOL)
# What is signed and does not enter into force: recalled with its year, it was signed then.
SIGNED_ONLY = (Kind.MEMORANDUM, Kind.PROTOCOL)
BINDING = (Kind.TREATY, Kind.AGREEMENT)

# What speaks in its own words; a treaty or plan that a page prints was made before.
SPOKEN = (Kind.STATEMENT, Kind.DECLARATION)
ISSUED = (*SPOKEN, Kind.DECISION)
ADOPTED = (*ISSUED, Kind.PLAN)  # at the end of a gathering
DRAWN_UP = (Kind.PLAN, Kind.PROGRAM, Kind.DECLARATION)
# What is an instrument only where somebody signs or adopts it, or several share it.
MAY_BE_MADE = (*ADOPTED, Kind.PROGRAM, Kind.CONVENTION)
DOMESTIC = (Kind.PLAN, Kind.PROGRAM, Kind.DECISION, Kind.ORDER)
FOR_YEARS = (Kind.PLAN, Kind.PROGRAM)

CROWNING = (*SIGNED_ONLY, Kind.TREATY, *SPOKEN)  # what a visit ends with
NOT_RENEWED = (Kind.CONVENTION, Kind.DECISION, Kind.ORDER, Kind.STATEMENT)

# Steps in which an instrument has an author, and no parties yet; those in which nobody has signed it.
NO_PARTIES = (StepStatus.SUBMITTED, StepStatus.DRAFT, StepStatus.PROPOSED)
UNSIGNED = (*NO_PARTIES, StepStatus.PLANNED)

SHARED_BODIES = (OrganizationKind.INTERNATIONAL, OrganizationKind.JOINT)  # of several states

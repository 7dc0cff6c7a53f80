"""Bodies of several states belong to none of them; a bureau of one state belongs to it, whatever network it is of."""

import pytest

from archive.reading import read
from archive.values import OrganizationKind as Kind

JOINT = "Joint Board of the Prosecutor General's Office of Armenia and the Prosecutor General's Office of Georgia"


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("They wrote to Interpol Montevideo.", "Interpol Montevideo", Kind.POLICE, "UY"),
        ("They wrote to Interpol Mexico.", "Interpol Mexico", Kind.POLICE, "MX"),
        ("They wrote to UNODC Kenya.", "UNODC Kenya", Kind.INTERNATIONAL, None),
        ("They wrote to Transparency International Kenya.", "Transparency International Kenya", Kind.OTHER, "KE"),
        (
            "They wrote to the International Court of Arbitration of the Kyrgyz Republic.",
            "International Court of Arbitration of the Kyrgyz Republic",
            Kind.COURT,
            "KG",
        ),
        ("They wrote to Indonesia's G20 Presidency.", "G20 Presidency", Kind.INTERNATIONAL, None),
        (f"Meeting of {JOINT}\n\nA meeting of the {JOINT} took place in Gyumri.", JOINT, Kind.JOINT, None),
    ],
)
def test_only_a_body_of_one_state_has_a_country(text: str, name: str, kind: Kind, country: str | None) -> None:
    bodies = {body.name: body for body in read(text).organizations}
    assert (bodies[name].kind, bodies[name].country) == (kind, country)


def test_branches_in_two_states_are_two_bodies() -> None:
    bodies = read("They wrote to UNODC Kenya and to UNODC Peru.").organizations
    assert len({body.canonical for body in bodies}) == len(["UNODC Kenya", "UNODC Peru"])

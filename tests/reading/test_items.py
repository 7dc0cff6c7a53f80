"""Bulletins: several stories in one text, each under a heading of its own."""

from archive.reading import read

BULLETIN = """News in brief

Ministers meet in Nicosia
The justice ministers of Cyprus and Malta, Andreas Pavlou and Maria Borg, met in Nicosia on 9 May 2024.

Ghana and Rwanda swap judges
Three judges have gone to Kigali under the Exchange Programme that the two chief justices signed in Accra in 2023.
"""


def test_the_two_are_not_those_of_the_story_before() -> None:
    (programme,) = read(BULLETIN).agreements
    assert {party.country for party in programme.parties} == {"GH", "RW"}
    assert not any(party.signatory for party in programme.parties)

"""The days of a date: what an EDTF expression of the archive covers."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, text
from sqlalchemy.dialects.postgresql import Range

FIRST, LAST = date(1, 1, 1), date(9998, 12, 31)


def days(connection: Connection, edtf: str | None) -> Range[date] | None:
    found = connection.scalar(text("SELECT archive.edtf_range(:edtf)"), {"edtf": edtf})
    return Range(found.lower, found.upper) if found else None


@pytest.mark.parametrize(
    ("edtf", "first", "last"),
    [
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021-12", date(2021, 12, 1), date(2021, 12, 31)),
        ("2020-02-29", date(2020, 2, 29), date(2020, 2, 29)),
        ("2022-01-11/2022-01-12", date(2022, 1, 11), date(2022, 1, 12)),
        ("2022/2023", date(2022, 1, 1), date(2023, 12, 31)),
        ("2021-11-22/2022", date(2021, 11, 22), date(2022, 12, 31)),
        ("2022-05/2022", date(2022, 5, 1), date(2022, 12, 31)),
        ("2022-05-03/2022-05-03", date(2022, 5, 3), date(2022, 5, 3)),
        ("0001", FIRST, date(1, 12, 31)),
        ("9998-12-31", LAST, LAST),
    ],
)
def test_a_date_covers_its_days(connection: Connection, edtf: str, first: date, last: date) -> None:
    assert days(connection, edtf) == Range(first, last + timedelta(days=1))


@pytest.mark.parametrize(
    "edtf",
    [
        None,
        "",
        "last year",
        "21",
        "2021-1",
        "2021-13",
        "2021-00",
        "2021-02-29",
        "2021-04-31",
        "2021-11-32",
        "2021-11-22T10:00",
        " 2021",
        "2021\n",
        "٢٠٢١",
        "2021?",
        "2021/",
        "/2021",
        "../2021",
        "2022/2021",
        "2021-11-22/2021-11-21",
        "2021/2022/2023",
        "0000",
        "9999",
    ],
)
def test_what_is_no_date_covers_nothing(connection: Connection, edtf: str | None) -> None:
    assert days(connection, edtf) is None


def covered(edtf: str) -> tuple[date, date]:
    year, *rest = (int(part) for part in edtf.split("-"))
    if len(rest) == 2:
        return date(year, *rest), date(year, *rest)
    months = rest or [1, 12]
    return date(year, months[0], 1), date(year, months[-1], calendar.monthrange(year, months[-1])[1])


parts = st.dates(min_value=FIRST, max_value=LAST).flatmap(
    lambda day: st.sampled_from([day.isoformat(), day.isoformat()[:7], day.isoformat()[:4]])
)


@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(one=parts, other=parts)
def test_an_interval_covers_both_of_its_ends(connection: Connection, one: str, other: str) -> None:
    (first, _), (_, last) = covered(one), covered(other)
    expected = Range(first, last + timedelta(days=1)) if first <= last else None
    assert days(connection, f"{one}/{other}") == expected

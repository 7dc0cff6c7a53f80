"""What a person reads when something went wrong."""

import pytest

from archive.cli.failures import explain, without_password
from archive.cli.output import complain
from archive.errors import ArchiveError


class LoadRefusedError(ArchiveError):
    """The archive refuses {thing}: take another."""

    exit_code = 3


def test_an_error_of_the_archive_speaks_for_itself() -> None:
    assert explain(LoadRefusedError(thing="a.txt")) == ("The archive refuses a.txt: take another.", 3)


def test_an_error_of_the_system_names_the_file() -> None:
    assert explain(FileNotFoundError(2, "No such file or directory", "a.txt")) == (
        "a.txt: No such file or directory",
        1,
    )


def test_an_error_that_nobody_expected_says_how_to_see_more() -> None:
    message, code = explain(KeyError("office"))
    assert code == 1
    assert message.splitlines() == [
        "Unexpected KeyError: 'office'",
        "Run the command with --traceback to see where it arose.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("cannot use postgresql://ann:secret@db.example/archive", id="url"),
        pytest.param("cannot use postgresql+psycopg://ann:se:secret/x@db.example:5432/archive", id="unescaped"),
        pytest.param("cannot use postgresql://ann:p@secret@db.example/archive", id="at-sign"),
        pytest.param("cannot use postgresql:/ann:secret@db.example/archive", id="path"),
        pytest.param("cannot use postgresql://db.example/archive?user=ann&password=secret", id="parameter"),
        pytest.param("cannot use host=db.example password=secret", id="conninfo"),
        pytest.param("cannot use host=db.example password='my secret'", id="quoted"),
        pytest.param(r"cannot use host=db.example password = 'it\'s a secret' port=1", id="quoted-quote"),
        pytest.param(r"cannot use host=db.example password=my\ secret port=1", id="escaped-space"),
        pytest.param("cannot use host=db.example sslpassword='top secret'", id="key-of-a-certificate"),
        pytest.param("cannot use host=db.example oauth_client_secret=secret", id="client"),
    ],
)
def test_a_password_is_never_said(text: str) -> None:
    said = without_password(text)
    assert "secret" not in said.replace("client_secret=", "")
    assert "db.example" in said


def test_a_complaint_says_no_password(capsys: pytest.CaptureFixture[str]) -> None:
    complain("https://ann:secret@db.example/a: cannot be read")
    assert capsys.readouterr().err == "https://ann:***@db.example/a: cannot be read\n"

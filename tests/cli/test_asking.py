"""``archive status``, ``search`` and ``show``."""

import csv
import io
import json
from dataclasses import replace

import pytest
from sqlalchemy import Engine

from archive.loading import load
from tests.by_hand import BELMOPAN, OSLO
from tests.loading.scripts import read, source

from .conftest import Outcome, Run, in_terminal

TEXTS = {"oslo": OSLO, "belmopan": BELMOPAN}


def lines(outcome: Outcome) -> list[str]:
    assert outcome.code == 0, outcome.err
    return outcome.out.splitlines()


def test_status_says_what_the_archive_holds(ask: Run) -> None:
    found = dict(line.split("  ", 1) for line in lines(ask("status")))
    said = {name: value.strip() for name, value in found.items()}
    assert said["server"].startswith("PostgreSQL 1")
    assert (said["documents"], said["persons"], said["meetings"], said["agreements"]) == ("2", "3", "2", "1")
    assert said["documents of reader by hand"] == "2"
    assert said["last load new"] == "2"


def test_status_is_one_object_in_json(ask: Run) -> None:
    found = json.loads(ask("status", "--format", "json").out)
    assert found["documents"] == 2
    assert found["last_load"]["failed"] == 0
    assert found["revision"]


def test_status_has_the_same_columns_in_csv_whatever_is_loaded_by_which_reader(
    ask: Run, run: Run, fresh_database: str
) -> None:
    (row,) = csv.DictReader(io.StringIO(ask("status", "-f", "csv").out))
    assert json.loads(row["documents_of_reader"]) == {"by hand": 2}
    assert json.loads(row["last_load"])["new"] == 2
    assert run("--database", fresh_database, "status", "-f", "csv").out.splitlines()[0].split(",") == list(row)


def test_status_of_an_empty_database_says_where_it_looked_and_what_to_do(run: Run, empty_database: str) -> None:
    done = run("--database", empty_database, "status")
    assert done.code == 1
    assert "PostgreSQL" in done.out
    assert "`archive migrate` to make its tables, then `archive seed PATH`" in done.err


@pytest.mark.parametrize(
    ("words", "found"),
    [
        pytest.param(["grubesa"], {"oslo", "belmopan"}, id="without-diacritics"),
        pytest.param(["GRUBEŠA"], {"oslo", "belmopan"}, id="in-capitals"),
        pytest.param(["visited"], {"belmopan"}, id="another-ending"),
        pytest.param(["extradition", "memorandum"], {"oslo"}, id="all-words"),
        pytest.param(["Ann Lee", "in Oslo"], {"oslo"}, id="phrases"),
        pytest.param(["extradition", "or", "reporter"], {"oslo", "belmopan"}, id="either"),
        pytest.param(["norway", "-extradition"], {"belmopan"}, id="without"),
        pytest.param(["norway", "-herald", "-memorandum"], {"belmopan"}, id="without-two"),
        pytest.param(["extradition", "or", "reporter", "-moore"], {"oslo"}, id="without-in-every-alternative"),
        pytest.param(["-moore", "extradition", "or", "reporter"], {"oslo"}, id="without-before-the-alternatives"),
        pytest.param(["-fraud", "-hague", "reporter"], {"belmopan"}, id="without-a-word-that-begins-as-an-option"),
        pytest.param(["norway", "--", "-f"], {"oslo", "belmopan"}, id="without-a-letter"),
        pytest.param(["nowhere"], set(), id="nothing"),
    ],
)
def test_search_finds(ask: Run, words: list[str], found: set[str]) -> None:
    done = ask("search", "--format", "json", *words)
    assert {document["slug"] for document in json.loads(done.out)} == found


def test_search_has_the_short_options_of_every_command(ask: Run) -> None:
    assert ask("search", "-f", "json", "oslo").out == ask("search", "--format", "json", "oslo").out
    assert ask("search", "-h").out.startswith("Usage: ")


def test_search_knows_a_misspelt_option_from_a_word_that_is_not_wanted(ask: Run) -> None:
    done = ask("search", "oslo", "--formt", "json")
    assert (done.code, done.out) == (2, "")
    assert "--formt" in done.err


@pytest.mark.parametrize("words", ["", "the", "?", "«»"])
def test_search_refuses_a_question_without_a_word(ask: Run, words: str) -> None:
    done = ask("search", words)
    assert (done.code, done.out) == (1, "")
    assert "nothing to search for" in done.err


def test_search_says_that_it_found_nothing(ask: Run) -> None:
    done = ask("search", "nowhere", "-f", "jsonl")
    assert (done.code, done.out, done.err) == (0, "", "No document has these words.\n")


def test_search_shows_the_words_that_it_found(ask: Run) -> None:
    (found,) = json.loads(ask("search", "extradition", "--format", "json").out)
    assert "«extradition»" in found["snippet"]
    assert (found["title"], found["published_edtf"], found["publisher"]) == (
        "Prosecutors meet in Oslo",
        "2021-05-04",
        "The Herald",
    )


def test_search_puts_the_title_first_and_stops_at_the_limit(ask: Run) -> None:
    both = json.loads(ask("search", "belmopan or oslo", "--format", "json").out)
    assert [document["slug"] for document in both] == ["belmopan", "oslo"]
    assert len(json.loads(ask("search", "norway", "--limit", "1", "--format", "json").out)) == 1


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        pytest.param("person", "Zoë Grubeša", "Zoë Grubeša", id="full-name"),
        pytest.param("person", "grubesa", "Zoë Grubeša", id="part-without-diacritics"),
        pytest.param("person", "GRUB", "Zoë Grubeša", id="part-of-a-word"),
        pytest.param("person", "lee ann moore", "Ann Lee-Moore", id="words-in-any-order"),
        pytest.param("person", "Ann Lee", "Ann Lee", id="the-full-name-wins"),
        pytest.param("organization", "ministry", "Ministry of Justice of Belize", id="part-of-a-body"),
        pytest.param("organization", "office norway", "Prosecutor General’s Office of Norway", id="body-and-country"),
        pytest.param("country", "bz", "Belize", id="code"),
        pytest.param("country", "Belizean", "Belize", id="demonym"),
        pytest.param("place", "OSLO", "Oslo", id="place"),
        pytest.param("place", "norway", "Oslo", id="place-by-country"),
        pytest.param(
            "meeting", "lee oslo", "bilateral meeting, Oslo, Norway: Ann Lee (BZ); Zoë Grubeša (NO)", id="who-where"
        ),
        pytest.param("meeting", "belize bilateral", "bilateral meeting, Oslo", id="state"),
        pytest.param("meeting", "2022", "visit, planned, Belmopan, Belize: Zoë Grubeša (NO)", id="when"),
        pytest.param("agreement", "memorandum belize", "memorandum on extradition, signed: Ministry", id="agreement"),
        pytest.param("topic", "extradition", "Extradition", id="topic"),
        pytest.param("document", "prosecutors meet", "Prosecutors meet in Oslo", id="headline"),
        pytest.param("document", "oslo", "Prosecutors meet in Oslo", id="slug"),
    ],
)
def test_show_knows_a_thing_by(ask: Run, kind: str, name: str, expected: str) -> None:
    assert lines(ask("show", kind, name))[0].startswith(expected)


def test_show_knows_a_document_by_its_address(ask: Run) -> None:
    assert lines(ask("show", "document", "https://herald.example/oslo"))[0] == "Prosecutors meet in Oslo"


def test_show_says_what_each_text_tells_and_how_to_cite_it(ask: Run) -> None:
    shown = lines(ask("show", "meeting", "oslo", "2021-05-03"))
    assert [line.rpartition(", ")[2] for line in shown if "met the Minister" in line][:1] == ["held"]
    assert shown[-2:] == [
        "to cite",
        "  oslo: Prosecutors meet in Oslo, The Herald, 2021-05-04, https://herald.example/oslo",
    ]
    record = json.loads(ask("show", "meeting", "oslo", "2021-05-03", "-f", "json").out)
    assert record["documents"] == [
        {
            "document": "oslo",
            "published": "2021-05-04",
            "publisher": "The Herald",
            "headline": "Prosecutors meet in Oslo",
            "url": "https://herald.example/oslo",
        }
    ]
    (row, *_) = csv.DictReader(io.StringIO(ask("show", "meeting", "oslo", "2021-05-03", "-f", "csv").out))
    assert (row["status"], row["publisher"], row["url"]) == ("held", "The Herald", "https://herald.example/oslo")


def test_show_knows_a_thing_by_its_id_and_by_the_start_of_it(ask: Run) -> None:
    id_ = json.loads(ask("show", "person", "grubesa", "-f", "json").out)["id"]
    assert lines(ask("show", "person", id_))[0] == "Zoë Grubeša"
    assert lines(ask("show", "person", id_[:8]))[0] == "Zoë Grubeša"


def test_an_ambiguous_name_lists_who_may_be_meant(ask: Run) -> None:
    done = ask("show", "person", "ann")
    assert (done.code, done.out) == (1, "")
    assert "Ann Lee-Moore" in done.err
    assert "Minister of Justice, Ministry of Justice of Belize" in done.err
    assert "may mean 2 of them" in done.err


def test_an_office_is_attested_by_texts_no_finer_than_they_are_dated(
    run: Run, fresh_database: str, fresh: Engine
) -> None:
    told = {"persons": [["Igor Krasnov", "Prosecutor General"]]}
    dates = {"a": "2022-01", "b": "2021-12/2022-03", "c": "2024-10-22", "d": "2023", "e": None}
    texts = [replace(source(slug, told | {"n": slug}), published=date) for slug, date in dates.items()]
    assert not load(fresh, texts, read=read, reader_version="1").failures
    show = ("--database", fresh_database, "show", "person", "krasnov")
    (office,) = json.loads(run(*show, "-f", "json").out)["sections"]["offices"]
    assert (office["date"], office["attested"]) == (None, "2021-12/2024-10-22")
    rows = csv.DictReader(io.StringIO(run(*show, "-f", "csv").out))
    assert {row["attested"] for row in rows if row["section"] == "offices"} == {"2021-12/2024-10-22"}
    assert "(in texts of 2021-12 to 2024-10-22)" in run(*show).out


def test_all_who_may_be_meant_are_listed_the_better_ones_first_and_by_the_alphabet(
    run: Run, fresh_database: str, fresh: Engine
) -> None:
    people = ["Zoran Lee", "Émile Lee", "Ann Lee", "ann lee junior", "Lee", "Bo Kim"]
    told = {"persons": [[name, "Minister"] for name in people]}
    assert not load(fresh, [source("a", told)], read=read, reader_version="1").failures
    show = ("--database", fresh_database, "show", "person")
    done = run(*show, "l", "e", "e")
    assert [line.split("  ")[1] for line in done.err.splitlines()[2:-1]] == [
        "Ann Lee",
        "ann lee junior",
        "Émile Lee",
        "Lee",
        "Zoran Lee",
    ]
    assert "may mean 5 of them" in done.err
    assert run(*show, "ann lee").out.startswith("Ann Lee\n")


def test_words_of_a_closed_list_are_said_as_words(run: Run, fresh_database: str, fresh: Engine) -> None:
    told = {"agreements": [{"title": "Treaty of Oslo", "steps": [["in_force", None]], "parties": []}]}
    assert not load(fresh, [source("a", told)], read=read, reader_version="1").failures
    show = ("--database", fresh_database, "show", "agreement", "oslo")
    shown = run(*show).out
    assert shown.startswith("Treaty of Oslo, in force\n")
    assert "\nsteps\n  in force\n" in shown
    assert {"status     in force", "kind       memorandum"} <= set(shown.splitlines())
    assert json.loads(run(*show, "-f", "json").out)["properties"]["status"] == "in_force"


def test_a_long_list_of_candidates_is_cut(ask: Run) -> None:
    done = ask("show", "country", "a")
    assert done.code == 1
    assert len(done.err.splitlines()) == 2 + 50 + 1
    assert "may mean more than 50 of them" in done.err


def test_an_unknown_name_says_what_would_be_enough(ask: Run) -> None:
    done = ask("show", "person", "%")
    assert (done.code, done.out) == (1, "")
    assert "knows no person by the name '%'" in done.err


def test_a_person_is_shown_with_the_sentences_that_prove_it(ask: Run) -> None:
    shown = lines(ask("show", "person", "grubesa"))
    assert shown[:3] == ["Zoë Grubeša", f"person        {shown[1].split()[1]}", "also written  Grubeša"]
    meeting = shown.index("  2021-05-03 bilateral meeting, Oslo, Norway: Ann Lee (BZ); Zoë Grubeša (NO)")
    start = OSLO.index("Zoë Grubeša met")
    sentence = OSLO.splitlines()[2].replace("Zoë Grubeša met", "«Zoë Grubeša met»")
    assert shown[meeting + 1] == f"      {sentence} — oslo [{start}:{start + len('Zoë Grubeša met')}]"
    assert "  Prosecutor General, Prosecutor General’s Office of Norway (in texts of 2021-05-04)" in shown
    assert "      “«Trust takes time,»” Grubeša said. — oslo" in "\n".join(shown)


@pytest.mark.parametrize(
    ("kind", "name", "sections"),
    [
        ("person", "grubesa", ["offices", "meetings", "statements", "documents"]),
        ("organization", "ministry", ["offices", "meetings", "agreements", "documents"]),
        ("country", "norway", ["offices", "meetings", "agreements", "documents"]),
        ("place", "oslo", ["meetings", "documents"]),
        ("meeting", "lee", ["meeting", "participants", "topics", "agreements", "statements"]),
        ("agreement", "extradition", ["agreement", "parties", "steps", "topics"]),
        ("topic", "extradition", ["meetings", "agreements", "documents"]),
        (
            "document",
            "oslo",
            [
                "meetings",
                "agreements",
                "offices",
                "statements",
                "persons",
                "organizations",
                "countries",
                "places",
                "topics",
            ],
        ),
    ],
)
def test_every_fact_of_a_record_has_its_words_in_a_text(ask: Run, kind: str, name: str, sections: list[str]) -> None:
    record = json.loads(ask("show", kind, name, "--format", "json").out)
    assert list(record["sections"]) == sections
    for facts in record["sections"].values():
        for fact in facts:
            assert fact["words"]
            assert fact["proofs"]
            for proof in fact["proofs"]:
                words = TEXTS[proof["document"]][proof["start_char"] : proof["end_char"]]
                assert proof["words"] == words
                assert words in proof["sentence"]


def test_a_document_proves_its_facts_itself(ask: Run) -> None:
    record = json.loads(ask("show", "document", "belmopan", "--format", "json").out)
    proofs = [proof for facts in record["sections"].values() for fact in facts for proof in fact["proofs"]]
    assert {proof["document"] for proof in proofs} == {"belmopan"}


def test_a_record_is_a_row_for_each_proof_in_csv(ask: Run) -> None:
    rows = list(csv.DictReader(io.StringIO(ask("show", "agreement", "extradition", "-f", "csv").out)))
    parties = [row["words"] for row in rows if row["section"] == "parties"]
    assert parties == [
        "Ministry of Justice of Belize, signed by Ann Lee",
        "Prosecutor General’s Office of Norway",
    ]
    assert {row["rule"] for row in rows} == {"by_hand"}


@pytest.mark.parametrize("columns", [60, 80, 160])
def test_a_record_fits_the_terminal(told_url: str, columns: int) -> None:
    shown = in_terminal("--database", told_url, "show", "person", "grubesa", columns=columns, NO_COLOR="1").out
    assert max(map(len, shown.splitlines())) <= columns
    assert "«Zoë Grubeša met»" in " ".join(shown.split())


def test_a_person_is_shown_the_first_of_what_is_told_often_and_how_much_more_there_is(
    run: Run, fresh_database: str, fresh: Engine
) -> None:
    def telling(day: int, number: int) -> dict[str, object]:
        meeting = {"persons": [["Igor Krasnov", "guest"], ["Josip Grubeša", "host"]], "date": f"2021-01-{day:02}"}
        return {"padding": "." * 200, "meetings": [meeting], "n": number}

    texts = [source(f"{day:02} {number}", telling(day, number)) for day in range(1, 24) for number in range(5)]
    assert not load(fresh, texts, read=read, reader_version="1").failures
    show = ("--database", fresh_database, "show")
    shown = lines(run(*show, "country", "russia"))
    begin = shown.index("meetings (23)")
    assert shown[begin + 1].startswith("  2021-01-01 bilateral meeting")
    assert [line.rpartition(" — ")[2].split(" [")[0] for line in shown[begin + 2 : begin + 5]] == [
        "01 0",
        "01 0",
        "01 1",
    ]
    assert shown[begin + 5] == "      ... and 7 more"  # of ten: each text says it of two participants
    assert shown[begin + 20 * 5 + 1] == "  ... and 3 more: --all shows them"
    everything = run(*show, "country", "russia", "--all").out
    assert (everything.count(" bilateral meeting"), everything.count(" — 23 4 ["), "more" in everything) == (
        23,
        2,
        False,
    )
    record = json.loads(run(*show, "country", "russia", "-f", "json").out)
    assert [len(fact["proofs"]) for fact in record["sections"]["meetings"]] == [10] * 23

"""The layout: headline, date line, furniture, items, sentences."""

import pytest

from archive.reading.phrases import BlockKind, Layout
from archive.reading.segments import segment
from archive.reading.vocabulary import load


def kinds(layout: Layout) -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.span.of(layout.text)) for block in layout.blocks]


def sentences(text: str) -> list[str]:
    layout = segment(text)
    return [sentence.span.of(text) for sentence in layout.sentences]


def test_the_view_has_the_length_of_the_text_and_plain_marks() -> None:
    layout = segment("“Prosecutor’s\u00a0Office” — yes\u200f")
    assert layout.view == '"Prosecutor\'s Office" – yes '
    assert len(layout.view) == len(layout.text)


def test_furniture_is_neither_headline_nor_sentence() -> None:
    layout = segment("News\n\nAna Soto met Rui Lima in Faro\n  Text\n  3 Photo\n\nThey talked.\n\nPrint News Archive")
    assert layout.title is not None
    assert layout.title.of(layout.text) == "Ana Soto met Rui Lima in Faro"
    assert [kind for kind, _ in kinds(layout)].count(BlockKind.FURNITURE) == 4
    assert sentences(layout.text) == ["Ana Soto met Rui Lima in Faro", "They talked."]


def test_a_text_that_begins_with_a_paragraph_has_no_headline() -> None:
    text = "The Minister of Justice received the guests in Faro. " * 7 + "\n\nThey talked about extradition."
    assert segment(text).title is None


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("A headline\n\nLUANDA, 5 October 2023\n\nThe text follows here.", "LUANDA, 5 October 2023"),
        ("A headline\n\nDUBLIN – The text follows here.", "DUBLIN – "),
        ("A headline\n\nSEOUL, 17 November 2023 – The text follows here.", "SEOUL, 17 November 2023 – "),
        ("A headline\n\nNEW DELHI: The text follows here.", "NEW DELHI: "),
        ("A headline\n\nKISUMU, 12 May 2022. The text follows here.", "KISUMU, 12 May 2022. "),
        (
            "A headline\n\nThe Hague, 27 September 2024 | Press release\n\nThe text.",
            "The Hague, 27 September 2024 | Press release",
        ),
        ("A headline\n\nMANILA, Philippines — The text follows here.", "MANILA, Philippines — "),
        ("Head\n\nPretoria, 3 May 2024: The ministers met in the city.", "Pretoria, 3 May 2024: "),
        ("Head\n\n2024/06/11\n\nThe ministers met in the city.", "2024/06/11"),
        ("Head\n\nOslo, 4 May 2024, 10:00–13:30\n\nThe text.", "Oslo, 4 May 2024, 10:00–13:30"),
        ("Head\n\nNukus, 8 July 2024. Today the ministers met in the city.", "Nukus, 8 July 2024. "),
    ],
)
def test_a_date_line_stands_apart(text: str, dateline: str) -> None:
    assert (BlockKind.DATELINE, dateline) in kinds(segment(text))


@pytest.mark.parametrize(
    "text",
    [
        "A headline\n\nMr Silva – who was late – left.",
        "A headline\n\nFINLAND – Raija Salo\n\nMore.",
        "A headline\n\nNOTE: this is a draft.",
    ],
)
def test_what_only_looks_like_a_date_line_is_none(text: str) -> None:
    assert BlockKind.DATELINE not in [kind for kind, _ in kinds(segment(text))]


def test_an_item_loses_its_bullet() -> None:
    text = "The ministers:\n\n- welcomed the treaty;\n\n(2) agreed on a plan."
    assert sentences(text)[1:] == ["welcomed the treaty;", "agreed on a plan."]


@pytest.mark.parametrize(
    "sentence",
    [
        "H.E. Mr. Ali bin Salim met Dr. J. Smith of the U.S. Embassy.",
        "Justice D.Y. Rao of the Supreme Court spoke.",
        "Ts. Amarsanaa and Ye. Nurov took part.",
        "“We agree. We sign today,” he said.",
        "Art. 5 of Law No. 12 applies.",
    ],
)
def test_a_sentence_is_not_cut_inside(sentence: str) -> None:
    text = f"It began at nine. {sentence} It ended at ten."
    assert sentences(text) == ["It began at nine.", sentence, "It ended at ten."]


def test_wrapped_lines_stay_one_paragraph() -> None:
    text = (
        "The Prosecutor General of the Republic of Armenia, who arrived on Monday morning,\n"
        "met the Minister of Justice."
    )
    assert [kind for kind, _ in kinds(segment(text))] == [BlockKind.PARAGRAPH]


def test_a_page_of_a_fixed_width_is_read_as_its_paragraphs() -> None:
    text = (
        "Ana Soto met Rui Lima in Faro\n\n"
        "The Prosecutor General of Chile, Ana Soto, received in Faro the\n"
        "Prosecutor General of Portugal, Rui Lima. They talked about the joint\n"
        "investigation. A second meeting is to be held in the spring.\n"
        "Rui Lima thanked his host.\n"
    )
    assert [words for kind, words in kinds(segment(text)) if kind is BlockKind.PARAGRAPH] == [
        text[text.index("The Prosecutor") : text.index("\nRui Lima thanked")],
        "Rui Lima thanked his host.",
    ]


def test_paragraphs_without_blank_lines_stay_apart() -> None:
    text = "Ana Soto met Rui Lima in Faro\n" + "They talked about the joint investigation of both offices.\n" * 3
    assert [kind for kind, _ in kinds(segment(text))] == [BlockKind.HEADLINE, *[BlockKind.PARAGRAPH] * 3]


@pytest.mark.parametrize(
    "lines",
    [
        ["“Nobody stands above the law,”", "Prosecutor General Ana Soto said."],
        ["“Nobody stands above the law,” said", "Ana Soto", ", head of the office."],
        ["Ana Soto said, “", "Nobody stands above the law.”"],
        ["Ana Soto said", ". “Nobody stands above the law.”"],
        ["Ana Soto spoke of the", "Convention", "and its parties."],
    ],
)
def test_a_line_broken_at_a_link_goes_on(lines: list[str]) -> None:
    layout = segment("Guests in Faro\n\n" + "\n".join(lines) + "\n\nThey talked.")
    assert kinds(layout)[1] == (BlockKind.PARAGRAPH, "\n".join(lines))


@pytest.mark.parametrize("line", ["Lima, 22 November 2024", "Suva, Fiji, 2–4 May 2025", "Rome, May 3, 2025"])
def test_the_city_and_day_below_a_heading_of_two_lines_stand_apart(line: str) -> None:
    heading = "JOINT STATEMENT\nof the Third Meeting of the Peru–Chile Joint Commission on Border Security"
    blocks = segment(f"{heading}\n{line}\n\nThe Commission met.").blocks
    assert [block.span.of(f"{heading}\n{line}") for block in blocks[:2]] == [heading, line]


def test_the_view_of_a_wrapped_paragraph_has_no_line_ends() -> None:
    layout = segment("Guests in Faro\n\nAna Soto, head of the\noffice, received them.\n\nThey talked.")
    assert "head of the office," in layout.view
    assert len(layout.view) == len(layout.text)


@pytest.mark.parametrize("entry", load("layout")["furniture"], ids=lambda entry: entry["rule"])
def test_each_pattern_of_furniture_keeps_to_its_examples(entry: dict[str, list[str]]) -> None:
    for line in entry["examples"]:
        assert BlockKind.FURNITURE in [kind for kind, _ in kinds(segment(f"{line}\n\nA text.\n\nMore."))], line
    for line in entry["counterexamples"]:
        assert BlockKind.FURNITURE not in [kind for kind, _ in kinds(segment(f"{line}\n\nA text.\n\nMore."))], line


def test_the_office_under_a_name_is_a_line_of_its_own() -> None:
    text = "A headline\n\nThey met in Rome.\n\nAnn Lee\nspokesperson"
    assert [words for _, words in kinds(segment(text))][-2:] == ["Ann Lee", "spokesperson"]


def test_the_letters_that_open_the_lines_of_an_interview_are_none_of_a_name() -> None:
    text = "An interview\n\nQ. Ana Soto is in prison. Will she come home?\n\nA. Juan Paz says so. I hope it."
    assert [each.span.of(text) for each in segment(text).sentences][1:4:2] == [
        "Ana Soto is in prison.",
        "Juan Paz says so.",
    ]
    alone = "A headline\n\nA. Paz met Q. Soto in Lima on Monday."
    assert segment(alone).sentences[-1].span.of(alone) == "A. Paz met Q. Soto in Lima on Monday."

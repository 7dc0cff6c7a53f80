"""How the record of one thing is read from the archive and written: its facts, each with the words that prove it."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from archive.cli.output import answer, answer_one, say, terminal_width, visible
from archive.cli.settings import Format

if TYPE_CHECKING:
    from uuid import UUID

    from sqlalchemy.orm import Session

    from archive.queries import Kind
    from archive.queries.sections import Facts

_FACTS_SHOWN = 20
_PROOFS_SHOWN = 3
_COLUMNS = ("section", "kind", "id", "date", "words", "document", "start_char", "end_char", "proof", "sentence", "rule")


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of a document that say so, and the sentence that they stand in, where they are between « and »."""

    document: str
    start_char: int
    end_char: int
    words: str
    sentence: str
    rule: str


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known, in words; ``kind`` and ``id`` name the other thing that it speaks of."""

    kind: str
    id: str | None
    date: str | None
    words: str | None
    proofs: tuple[Proof, ...]


@dataclass(frozen=True, slots=True)
class Record:
    """Everything that is known of one thing."""

    kind: str
    id: str
    name: str
    properties: Mapping[str, object]
    sections: Mapping[str, tuple[Fact, ...]]


def read_record(reading: "Session", kind: "Kind", id_: str, name: str) -> Record:
    """Everything that the archive knows of one thing."""
    from uuid import UUID

    from archive.queries import Kind, heading, record

    document = UUID(id_) if kind is Kind.DOCUMENT else None
    properties = reading.execute(heading(kind, id_)).one()._mapping
    sections = {section: tuple(_facts(reading, facts, document)) for section, facts in record(kind, id_).items()}
    return Record(str(kind), id_, name, dict(properties), {title: facts for title, facts in sections.items() if facts})


def write_record(record: Record, form: Format, *, everything: bool) -> None:
    """Write a record: for a person to read, as one JSON object, or a row for each proof of each fact."""
    match form:
        case Format.TABLE:
            _write_for_reading(record, everything=everything)
        case Format.JSON:
            answer_one(asdict(record), form)
        case Format.JSONL | Format.CSV:
            answer(_COLUMNS, _rows(record), form)


def _facts(reading: "Session", facts: "Facts", document: "UUID | None") -> Iterator[Fact]:
    from archive.queries import proofs

    rows = reading.execute(facts).all()
    proven: dict[UUID, list[Proof]] = {}
    if rows:
        ids = [fact for row in rows for fact in row.fact_ids]
        for one in reading.execute(proofs(rows[0].proven_by, ids, document_id=document)):
            around = _sentence(one.before, one.words, one.after)
            proof = Proof(one.document, one.start_char, one.end_char, one.words, around, one.rule)
            proven.setdefault(one.fact_id, []).append(proof)
    for row in rows:
        found = dict.fromkeys(proof for fact in row.fact_ids for proof in proven.get(fact, ()))
        yield Fact(row.kind, row.id, row.date, row.words, tuple(found))


def _sentence(before: str, words: str, after: str) -> str:
    from archive.sentences import sentence_at
    from archive.values import Span

    text, span = before + words + after, Span(len(before), len(before) + len(words))
    sentence = sentence_at(text, span)
    if span not in sentence:
        return words  # more than one sentence
    head, tail = text[sentence.start : span.start], text[span.end : sentence.end]
    return f"{head}«{words}»{tail}" if head or tail else words


def _rows(record: Record) -> Iterator[tuple[object, ...]]:
    for section, facts in record.sections.items():
        for fact in facts:
            about = (section, fact.kind, fact.id, fact.date, fact.words)
            for proof in fact.proofs:
                yield (
                    *about,
                    proof.document,
                    proof.start_char,
                    proof.end_char,
                    proof.words,
                    proof.sentence,
                    proof.rule,
                )
            if not fact.proofs:
                yield (*about, *(None,) * 6)


def _write_for_reading(record: Record, *, everything: bool) -> None:
    say(record.name, bold=True)
    answer_one({record.kind: record.id, **record.properties}, Format.TABLE)
    for section, facts in record.sections.items():
        say()
        say(f"{section} ({len(facts)})" if len(facts) > 1 else section, bold=True)
        shown = facts if everything else facts[:_FACTS_SHOWN]
        for fact in shown:
            _write_fact(fact, everything=everything)
        if len(shown) < len(facts):
            say(f"  ... and {len(facts) - len(shown)} more: --all shows them")


def _write_fact(fact: Fact, *, everything: bool) -> None:
    _write_indented("  ", "  ".join(part for part in (fact.date, fact.words) if part) or fact.kind)
    shown = fact.proofs if everything else fact.proofs[:_PROOFS_SHOWN]
    for proof in shown:
        _write_indented("      ", f"{proof.sentence} — {proof.document} [{proof.start_char}:{proof.end_char}]")
    if len(shown) < len(fact.proofs):
        say(f"      ... and {len(fact.proofs) - len(shown)} more")


def _write_indented(indent: str, text: str) -> None:
    from archive.cli.tables import wrap

    width = terminal_width()
    words = " ".join(text.split())
    for line in [words] if width is None else wrap(visible(words), max(width - len(indent), 20)):
        say(indent + line)

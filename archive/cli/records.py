"""How the record of one thing is read from the archive and written: its facts, each with the words that prove it."""

from collections.abc import Iterable, Iterator, Mapping
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
_OF_A_LIST = ("kind", "status")  # one word of a closed list, such as in_force
_FACT = ("section", "kind", "id", "date", "attested", "words")
_PROOF = ("document", "start_char", "end_char", "proof", "sentence", "rule", "status")
_CITATION = ("published", "publisher", "headline", "url")
_COLUMNS = (*_FACT, *_PROOF, *_CITATION)


@dataclass(frozen=True, slots=True)
class Proof:
    """The words of a document that say so, and the sentence that they stand in, where they are between « and ».

    ``status`` says whether the document tells of a meeting as held, planned or proposed.
    """

    document: str
    start_char: int
    end_char: int
    words: str
    sentence: str
    rule: str
    status: str | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that is known, in words; ``kind`` and ``id`` name the other thing that it speaks of.

    ``attested`` says in texts of when an office is shown, which is no term of office. ``more`` counts the proofs that
    were left out.
    """

    kind: str
    id: str | None
    date: str | None
    attested: str | None
    words: str | None
    proofs: tuple[Proof, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Section:
    """Facts of one sort, and how many were left out."""

    facts: tuple[Fact, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class Citation:
    """What names a document to others."""

    document: str
    published: str | None
    publisher: str | None
    headline: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of one thing, and how to cite the documents that prove it."""

    kind: str
    id: str
    name: str
    properties: Mapping[str, object]
    sections: Mapping[str, Section]
    citations: tuple[Citation, ...] = ()


def read_record(reading: "Session", kind: "Kind", id_: str, name: str, *, everything: bool) -> Record:
    """Everything that the archive knows of one thing, or what a person looks at first."""
    from uuid import UUID

    from archive.queries import Kind, heading, record

    document = UUID(id_) if kind is Kind.DOCUMENT else None
    properties = reading.execute(heading(kind, id_)).one()._mapping
    sections = {
        title: _section(reading, facts, document, everything=everything) for title, facts in record(kind, id_).items()
    }
    known = {title: one for title, one in sections.items() if one.facts}
    return Record(str(kind), id_, name, dict(properties), known, _citations(reading, known.values()))


def write_record(record: Record, form: Format) -> None:
    """Write a record: for a person to read, as one JSON object, or a row for each proof of each fact."""
    match form:
        case Format.TABLE:
            _write_for_reading(record)
        case Format.JSON:
            answer_one(_as_object(record), form)
        case Format.JSONL | Format.CSV:
            answer(_COLUMNS, _rows(record), form)


def _section(reading: "Session", facts: "Facts", document: "UUID | None", *, everything: bool) -> Section:
    from sqlalchemy import func, select

    from archive.queries import first_proofs

    rows = reading.execute(facts if everything else facts.limit(_FACTS_SHOWN + 1)).all()
    more = 0
    if not everything and len(rows) > _FACTS_SHOWN:
        rows = rows[:_FACTS_SHOWN]
        every = select(func.count()).select_from(facts.order_by(None).subquery())
        more = reading.execute(every).scalar_one() - len(rows)
    if not rows:
        return Section(())
    first = None if everything else _PROOFS_SHOWN
    asked = first_proofs(rows[0].proven_by, [row.fact_ids for row in rows], first=first, document_id=document)
    proven: list[list[Proof]] = [[] for _ in rows]
    proofs = [0] * len(rows)
    for one in reading.execute(asked):
        around = _sentence(one.before, one.words, one.after)
        proof = Proof(one.document, one.start_char, one.end_char, one.words, around, one.rule, one.status)
        proven[one.place].append(proof)
        proofs[one.place] = one.proofs
    found = (
        Fact(row.kind, row.id, row.date, row.attested, row.words, tuple(given), of - len(given))
        for row, given, of in zip(rows, proven, proofs, strict=True)
    )
    return Section(tuple(found), more)


def _citations(reading: "Session", sections: Iterable[Section]) -> tuple[Citation, ...]:
    from archive.queries import cited

    proofs = (proof for section in sections for fact in section.facts for proof in fact.proofs)
    slugs = sorted({proof.document for proof in proofs})
    return tuple(Citation(*row) for row in reading.execute(cited(slugs)))


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
    cited = {one.document: (one.published, one.publisher, one.headline, one.url) for one in record.citations}
    for section, listed in record.sections.items():
        for fact in listed.facts:
            about = (section, fact.kind, fact.id, fact.date, fact.attested, fact.words)
            for proof in fact.proofs:
                where = (proof.document, proof.start_char, proof.end_char)
                yield (*about, *where, proof.words, proof.sentence, proof.rule, proof.status, *cited[proof.document])
            if not fact.proofs:
                yield (*about, *(None,) * (len(_PROOF) + len(_CITATION)))


def _as_object(record: Record) -> dict[str, object]:
    """The record as JSON has it, where nothing is left out and so nothing counts what was."""
    facts = {title: [asdict(fact) for fact in section.facts] for title, section in record.sections.items()}
    for fact in (fact for listed in facts.values() for fact in listed):
        del fact["more"]
    what = {name: getattr(record, name) for name in ("kind", "id", "name", "properties")}
    return {**what, "sections": facts, "documents": [asdict(one) for one in record.citations]}


def _write_for_reading(record: Record) -> None:
    say(record.name, bold=True)
    known = {name: value for name, value in record.properties.items() if value is not None}
    words = {name: str(value).replace("_", " ") for name, value in known.items() if name in _OF_A_LIST}
    answer_one({record.kind: record.id, **known, **words}, Format.TABLE)
    for title, section in record.sections.items():
        say()
        number = len(section.facts) + section.more
        say(f"{title} ({number})" if number > 1 else title, bold=True)
        for fact in section.facts:
            _write_fact(fact)
        if section.more:
            say(f"  ... and {section.more} more: --all shows them")
    if record.citations and record.kind != "document":
        say()
        say("to cite", bold=True)
        for one in record.citations:
            said = (one.headline, one.publisher, one.published, one.url)
            _write_indented("  ", f"{one.document}: {', '.join(part for part in said if part) or 'nothing is known'}")


def _write_fact(fact: Fact) -> None:
    shown = f"(in texts of {fact.attested.replace('/', ' to ')})" if fact.attested else None
    _write_indented("  ", "  ".join(part for part in (fact.date, fact.words, shown) if part) or fact.kind)
    for proof in fact.proofs:
        told = f", {proof.status}" if proof.status else ""
        _write_indented("      ", f"{proof.sentence} — {proof.document} [{proof.start_char}:{proof.end_char}]{told}")
    if fact.more:
        say(f"      ... and {fact.more} more")


def _write_indented(indent: str, text: str) -> None:
    from archive.cli.tables import wrap

    width = terminal_width()
    words = " ".join(text.split())
    for line in [words] if width is None else wrap(visible(words), max(width - len(indent), 20)):
        say(indent + line)

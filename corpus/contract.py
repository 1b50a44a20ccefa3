"""A letter as `rejoinder parse` prints it: one JSON object (the keys are the public contract)."""

from __future__ import annotations

from typing import Any

from corpus.bodies import in_words
from corpus.model import Block, BlockKind, Citation, Letter, LetterKind, Relation, Span

SCHEMA = 1
TEXT_KINDS = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.TABLE))


def to_json(letter: Letter) -> dict[str, Any]:
    """The letter as a JSON object; `path`, `sha256` and `format` are those of its first holding."""
    first = letter.holdings[0] if letter.holdings else None
    return {
        "schema": SCHEMA,
        "path": first.path if first else None,
        "sha256": first.sha256 if first else None,
        "format": first.format if first else None,
        **_masthead(letter),
        **_body(letter),
        **_links(letter),
        "warnings": list(letter.warnings),
    }


def _masthead(letter: Letter) -> dict[str, Any]:
    return {
        "symbols": list(letter.symbols),
        "organs": list(letter.organs),
        "distribution": letter.distribution,
        "kind": letter.kind.value,
        "title": letter.title,
        "date": letter.date,
        "distributed": letter.distributed,
        "original_language": letter.original_language,
        "language": letter.language,
        "session": letter.session,
        "sc_year": letter.sc_year,
        "agenda_items": [{"number": item.number, "title": item.title} for item in letter.agenda_items],
        "senders": [{"office": p.office, "of": p.of, "name": p.name} for p in letter.senders],
        "addressees": list(letter.addressees),
    }


def signatories(letter: Letter) -> list[str]:
    """Names after (Signed), in order; a note verbale has none of its own."""
    own = letter.kind is not LetterKind.NOTE_VERBALE
    return [s.name for s in letter.signatures if s.name and (own or s.part)]


def _body(letter: Letter) -> dict[str, Any]:
    marked = {marker.block for marker in letter.markers if marker.note}
    printed = [b for b in letter.blocks if b.kind in TEXT_KINDS or (b.id in marked and b.kind is not BlockKind.NOTE)]
    return {
        "signatories": signatories(letter),
        "signatures": [{"name": s.name, "lines": list(s.lines)} for s in letter.signatures],
        "annexes": [_part(letter, part.id) for part in letter.parts if part.kind == "annex" and not part.parent],
        "enclosures": [_part(letter, part.id) for part in letter.parts if part.kind != "annex" or part.parent],
        "paragraphs": [{"id": b.id, "text": b.span.of(letter.text)} for b in printed],
        "footnotes": [_note(letter, index) for index in range(len(letter.notes))],
    }


def _part(letter: Letter, part_id: str) -> dict[str, Any]:
    part = next(p for p in letter.parts if p.id == part_id)
    return {"id": part.id, "label": part.label, "title": part.title, "in": part.parent or None, "date": part.date}


def _note(letter: Letter, index: int) -> dict[str, Any]:
    note = letter.notes[index]
    at = None
    marker = next((m for m in letter.markers if m.note == note.id), None)
    if marker:
        block = letter.block(marker.block)
        at = {"paragraph": marker.block, "offset": marker.at - (block.span.start if block else 0)}
    return {"id": note.id, "marker": note.label, "text": note.span.of(letter.text), "at": at}


def place(letter: Letter, span: Span) -> dict[str, Any]:
    """A span as the contract writes it: within its block."""
    block = letter.block_at(span.start)
    return {"in": block.id, "start": span.start - block.span.start, "end": span.end - block.span.start}


def _links(letter: Letter) -> dict[str, Any]:
    request = letter.request
    return {
        "cites": cites(letter),
        "citations": [_citation(letter, c) for c in letter.citations if c.kind.value != "resolution"],
        "request": {
            "organs": list(request.organs),
            "agenda_items": list(request.agenda_items),
            "agrees": request.agrees,
        }
        if request
        else None,
        "quotations": [place(letter, span) for span in letter.quotations],
        "resolutions_in_words": resolutions(letter),
        "relations": [_relation(letter, r) for r in letter.relations],
    }


def cites(letter: Letter) -> list[str]:
    """Every distinct symbol cited, its own left out, guesses and short forms too, in order of first mention."""
    found: dict[str, None] = {}
    own = set(letter.symbols)
    for citation in letter.citations:
        if not citation.guess and citation.kind.value == "symbol":
            found.update(dict.fromkeys(s for s in citation.symbols if s not in own))
    return list(found)


def resolutions(letter: Letter) -> list[dict[str, str]]:
    """Resolutions named in words, each once: organ and number as the organ numbers it."""
    found: dict[tuple[str, str], None] = {}
    for citation in letter.citations:
        if citation.kind.value == "resolution" and not citation.guess:
            for symbol in citation.symbols:
                found[in_words(symbol)] = None
    return [{"organ": organ, "number": number} for organ, number in found]


def _citation(letter: Letter, citation: Citation) -> dict[str, Any]:
    block = letter.block(citation.block)
    start = citation.span.start - (block.span.start if block else 0)
    shown: dict[str, Any] = {
        "symbols": list(citation.symbols),
        "in": citation.block,
        "offset": start,
        "text": citation.span.of(letter.text),
        "kind": citation.kind.value,
        "locator": citation.locator,
        "guess": citation.guess,
    }
    if citation.described:
        shown["described"] = {
            "date": citation.described.date,
            "from": citation.described.sender,
            "to": citation.described.addressee,
        }
    return shown


def _relation(letter: Letter, relation: Relation) -> dict[str, Any]:
    described = relation.described
    target: Any = {"date": described.date, "from": described.sender, "to": described.addressee}
    return {
        "kind": relation.kind.value,
        "target": relation.symbols[0] if relation.symbols else target,
        "paragraph": relation.block,
        "evidence": relation.evidence.of(letter.text),
        "basis": relation.basis.value,
        "part": relation.part or None,
    }


def text_blocks(letter: Letter) -> tuple[Block, ...]:
    """The blocks that `paragraphs` lists: what a reader reads, annexes included."""
    return tuple(b for b in letter.blocks if b.kind in TEXT_KINDS)

"""A letter as Markdown: notes as footnotes, every character of the letter literal, the source's sha-256 at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.clean import visible
from corpus.model import Block, BlockKind, Letter
from tui.cite import title
from tui.view.facts import Known, in_words, parties
from tui.view.marks import reading_order

_ACTING = re.compile(r"[\\`*_{}\[\]<>#|~&!$]")
_LIST = re.compile(r"^(\s*)(?:([-+=])|(\d+)([.)]))", re.MULTILINE)
_HEADINGS = frozenset({BlockKind.TITLE, BlockKind.HEADING})
_CELLS = re.compile(r"\t| {2,}")
"""What stands between the cells of a table's row."""


def escaped(text: str) -> str:
    """Text that Markdown shows as it is: no emphasis, link, HTML, list or heading comes of it."""
    clean = _ACTING.sub(lambda match: "\\" + match.group(), visible(text))
    clean = clean.replace("://", ":\\//").replace("www.", "www\\.").replace("@", "\\@")
    return _LIST.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", clean)


def letter_markdown(letter: Letter, letter_id: str, known: Known | None = None) -> str:
    """The letter as one Markdown document (footnotes as GitHub, pandoc and others read them)."""
    paragraphs = [f"# {escaped(title(letter))}", *_head(letter, letter_id, known or Known())]
    for part, places in reading_order(letter):
        blocks = [letter.blocks[index] for index in places]
        found = next((p for p in letter.parts if p.id == part), None)
        if found is not None and not any(block.kind in _HEADINGS for block in blocks):
            paragraphs.append(f"## {escaped(_flat(' · '.join(filter(None, (found.label, found.title)))))}")
        paragraphs += (_block(letter, block) for block in blocks if not _is_title(letter, block))
    paragraphs += ["---", *_source(letter)]
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) + "\n"


def _head(letter: Letter, letter_id: str, known: Known) -> Iterator[str]:
    symbol = "-".join(letter.symbols)
    if not symbol and known.inferred_symbols:
        symbol = f"{'-'.join(known.inferred_symbols)}, inferred from {', '.join(known.inferred_from)}"
    facts = [
        ("ID", letter_id if letter_id != symbol else ""),
        ("Symbol", symbol or "none in the text"),
        ("Date", in_words(letter.date)),
        ("Distributed", in_words(letter.distributed) if letter.distributed else ""),
        ("From and to", parties(letter)),
        ("Organs", ", ".join(letter.organs)),
        ("Session", f"{letter.session}" if letter.session is not None else ""),
        ("Council year", f"{letter.sc_year}" if letter.sc_year is not None else ""),
        *((f"Item {item.number}", item.title or "no title printed") for item in letter.agenda_items),
    ]
    yield "\n".join(f"- {escaped(_flat(name))}: {escaped(_flat(value))}" for name, value in facts if value)


def _is_title(letter: Letter, block: Block) -> bool:
    """Whether a block is the letter's title, which stands at the head already; one with a note's marker stays."""
    same = _flat(block.span.of(letter.text)) == title(letter)
    return same and not block.part and not any(marker.block == block.id for marker in letter.markers)


def _block(letter: Letter, block: Block) -> str:
    """One block; a line break of a signature stays one."""
    words = _marked(letter, block)
    if block.kind is BlockKind.NOTE:
        return f"[^{block.id}]: {words}" if _called(letter, block.id) else f"{_orphan(letter, block)} {words}"
    if block.kind in _HEADINGS:
        depth = 2 if block.kind is BlockKind.TITLE else 3 + block.level
        return f"{'#' * min(6, depth)} {_flat(words)}"
    if block.kind is BlockKind.QUOTATION:
        return "\n".join(f"> {line}" for line in words.split("\n"))
    if block.kind is BlockKind.TABLE:
        return _table(words.split("\n"))
    return words.replace("\n", "\\\n") if block.kind is BlockKind.SIGNATURE else words


def _called(letter: Letter, note: str) -> bool:
    return any(marker.note == note for marker in letter.markers)


def _orphan(letter: Letter, block: Block) -> str:
    """What stands before a note that nothing calls: a reader of Markdown would leave out its footnote."""
    label = next((note.label for note in letter.notes if note.id == block.id), "")
    return f"\\[{escaped(label)}\\] (no marker in the text)"


def _table(rows: list[str]) -> str:
    """A table where every row has as many cells as the first; else its rows as lines."""
    cells = [_CELLS.split(row.strip()) for row in rows]
    if len(cells[0]) < 2 or {len(row) for row in cells} != {len(cells[0])}:
        return "\\\n".join(rows)
    rule = ["---"] * len(cells[0])
    return "\n".join(f"| {' | '.join(row)} |" for row in (cells[0], rule, *cells[1:]))


def _marked(letter: Letter, block: Block) -> str:
    """A block's words, escaped, with its markers where they stood."""
    markers = sorted((m for m in letter.markers if m.block == block.id), key=lambda m: m.at)
    pieces, at = [], block.span.start
    for marker in markers:
        pieces.append(escaped(letter.text[at : marker.at]))
        pieces.append(f"[^{marker.note}]" if marker.note else f"\\[{escaped(marker.label)}\\]")
        at = marker.at
    pieces.append(escaped(letter.text[at : block.span.end]))
    return "".join(pieces).strip()


def _source(letter: Letter) -> Iterator[str]:
    for holding in letter.holdings:
        yield f"Source: {escaped(_flat(holding.path))} ({holding.format}), sha-256 {holding.sha256}"
    for warning in letter.warnings:
        yield f"Note: {escaped(_flat(warning))}"


def _flat(text: str) -> str:
    return " ".join(text.split())

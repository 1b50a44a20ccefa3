"""The places of a letter that can be followed, in the order one meets them: markers, notes' heads, citations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from corpus.model import Block, BlockKind, Citation, CitationKind, Letter, Note

_HIDDEN = frozenset({BlockKind.FURNITURE, BlockKind.MASTHEAD})
_NOWHERE = frozenset({CitationKind.SOURCE, CitationKind.MISSION_NOTE})
"""A book and a mission's own note are no documents of the Organization: there is nothing to open."""
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


class MarkKind(StrEnum):
    """What following a mark does."""

    MARKER = "marker"
    """Goes to the note."""
    HEAD = "head"
    """A note's own label: goes back to its marker."""
    CITATION = "citation"
    """Opens the letter cited."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One place to follow. A marker has no width in the text; a head has none where the text left it out."""

    kind: MarkKind
    block: int
    """Which of `Letter.blocks` it stands in."""
    start: int
    end: int
    label: str = ""
    note: str | None = None
    """The note's id; None for a marker whose note was not found, and for citations."""
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Marks:
    """All marks of a letter in reading order, and those of each block."""

    all: tuple[Mark, ...]
    of_block: dict[int, tuple[int, ...]]
    """Block → indexes into `all`, by offset."""
    markers: dict[str, tuple[int, ...]]
    """Note id → the markers that call it."""
    heads: dict[str, int]
    """Note id → its head."""

    def labelled(self, label: str) -> tuple[int, ...]:
        """The markers with that label, as a person types it."""
        wanted = plain_label(label)
        return tuple(i for i, m in enumerate(self.all) if m.kind is MarkKind.MARKER and plain_label(m.label) == wanted)


def reading_order(letter: Letter) -> list[tuple[str, list[int]]]:
    """Parts in order, each with its shown blocks; the notes of a part come after the rest of it, as at a page's foot.

    Masthead and furniture are left out: the facts above the letter tell what they say.
    """
    bodies: dict[str, list[int]] = {}
    notes: dict[str, list[int]] = {}
    for index, block in enumerate(letter.blocks):
        shown = bodies.setdefault(block.part, [])
        if block.kind is BlockKind.NOTE:
            notes.setdefault(block.part, []).append(index)
        elif block.kind not in _HIDDEN:
            shown.append(index)
    return [(part, body + notes.get(part, [])) for part, body in bodies.items()]


def find_marks(letter: Letter) -> Marks:
    """The marks of a letter (rules: issue of the reader, item 2 and 3)."""
    found: list[Mark] = []
    by_id = {block.id: index for index, block in enumerate(letter.blocks)}
    notes = {note.id: note for note in letter.notes}
    waiting: dict[int, list[Mark]] = {}
    for mark in _markers_and_citations(letter, by_id):
        waiting.setdefault(mark.block, []).append(mark)
    of_block: dict[int, tuple[int, ...]] = {}
    for _, blocks in reading_order(letter):
        for index in blocks:
            here = sorted(waiting.get(index, ()), key=lambda m: (m.start, m.end))
            note = notes.get(letter.blocks[index].id)
            if note is not None:
                here.insert(0, _head(letter, index, note))
            of_block[index] = tuple(range(len(found), len(found) + len(here)))
            found.extend(here)
    return Marks(tuple(found), of_block, *_index(found))


def plain_label(label: str) -> str:
    """A label as it is typed: digits not raised, case ignored."""
    return label.translate(_LOWERED).strip().casefold()


def raised(label: str) -> str:
    """A label as it is shown in a line: digits raised; anything else in brackets, but signs as they are."""
    if label.isascii() and label.isdigit():
        return label.translate(_RAISED)
    return f"[{label}]" if label.isalnum() else label


def _markers_and_citations(letter: Letter, by_id: dict[str, int]) -> Iterator[Mark]:
    for marker in letter.markers:
        if marker.block in by_id:
            yield Mark(MarkKind.MARKER, by_id[marker.block], marker.at, marker.at, marker.label, marker.note)
    for citation in _apart(c for c in letter.citations if c.kind not in _NOWHERE and (c.symbols or c.described)):
        if citation.block in by_id:
            span = citation.span
            yield Mark(MarkKind.CITATION, by_id[citation.block], span.start, span.end, citation=citation)


def _apart(citations: Iterable[Citation]) -> Iterator[Citation]:
    """Citations that do not overlap: a symbol before the words around it, since it says more."""
    taken: dict[str, list[tuple[int, int]]] = {}
    for citation in sorted(citations, key=lambda c: (not c.symbols, c.kind is not CitationKind.SYMBOL)):
        others = taken.setdefault(citation.block, [])
        start, end = citation.span.start, citation.span.end
        if start < end and all(end <= a or b <= start for a, b in others):
            others.append((start, end))
            yield citation


def _head(letter: Letter, index: int, note: Note) -> Mark:
    """A note's label: the one its text begins with, else one without width before the text."""
    block: Block = letter.blocks[index]
    start = block.span.start
    text = block.span.of(letter.text)
    printed = len(text) - len(text.lstrip("⁰¹²³⁴⁵⁶⁷⁸⁹")) if plain_label(note.label).isdigit() else 0
    if printed and plain_label(text[:printed]) != plain_label(note.label):
        printed = 0
    elif not printed and not note.label.isalnum() and text.startswith(note.label):
        printed = len(note.label)
    return Mark(MarkKind.HEAD, index, start, start + printed, note.label, note.id)


def _index(found: list[Mark]) -> tuple[dict[str, tuple[int, ...]], dict[str, int]]:
    """Markers and heads by note."""
    markers: dict[str, tuple[int, ...]] = {}
    heads: dict[str, int] = {}
    for index, mark in enumerate(found):
        if mark.note is None:
            continue
        if mark.kind is MarkKind.MARKER:
            markers[mark.note] = (*markers.get(mark.note, ()), index)
        elif mark.kind is MarkKind.HEAD:
            heads[mark.note] = index
    return markers, heads

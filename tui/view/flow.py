"""One block as it is shown: its text with markers and notes' labels set in, and the way back to offsets."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from corpus.clean import visible
from corpus.model import Block, BlockKind, Letter
from tui.view.direction import runs_right_to_left
from tui.view.marks import Mark, MarkKind, Marks, raised
from tui.view.wrap import cells

_ITEM_SIGN = re.compile(r"(?:\(?[0-9A-Za-z]{1,4}[.)]|[-–—•*▪·])\s+")
NO_MARKER = " (no marker in the text)"
ROW_HANG = 2
"""Cells by which the second line of a table's row stands in, where the row does not fit on one."""
NO_NOTE = "?"
"""Behind a marker whose note was not found."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of shown text. `offset` is that of its first character in `Letter.text`, -1 for what was set in."""

    text: str
    offset: int
    mark: int = -1
    """Index into the letter's marks, -1 for none; only for what was set in: a citation's words stay plain text."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The shown text of a block, without tabs, and its pieces in order."""

    text: str
    pieces: tuple[Piece, ...]
    starts: tuple[int, ...]
    """Where each piece begins in `text`."""
    base: int
    """The block's first offset."""
    hang: int = 0
    """Cells by which lines after the first are indented more: an item's sign, a note's label."""
    right_to_left: bool = False

    def shown_at(self, offset: int) -> int:
        """Where the character at `offset` of the letter's text stands in `text`; the nearest place for others."""
        place = 0
        for piece, start in zip(self.pieces, self.starts, strict=True):
            if piece.offset >= 0 and piece.offset <= offset:
                place = start + min(offset - piece.offset, len(piece.text))
        return min(place, max(0, len(self.text) - 1))

    def offset_at(self, place: int) -> int:
        """The offset shown at `place` of `text`, or the next one after it that is the letter's own; else the last."""
        index = max(0, bisect_right(self.starts, place) - 1)
        for number in range(index, len(self.pieces)):
            piece = self.pieces[number]
            if piece.offset >= 0:
                inside = place - self.starts[number]
                if inside < len(piece.text) or number == len(self.pieces) - 1:
                    return piece.offset + max(0, min(inside, len(piece.text) - 1))
        return max((p.offset + len(p.text) - 1 for p in self.pieces if p.offset >= 0), default=self.base)

    def between(self, start: int, end: int) -> tuple[Piece, ...]:
        """The pieces of `text[start:end]`."""
        found: list[Piece] = []
        for number in range(max(0, bisect_right(self.starts, start) - 1), len(self.pieces)):
            piece, first = self.pieces[number], self.starts[number]
            if first >= end:
                break
            low, high = max(start - first, 0), min(end - first, len(piece.text))
            if low < high:
                offset = piece.offset + low if piece.offset >= 0 else -1
                found.append(Piece(piece.text[low:high], offset, piece.mark))
        return tuple(found)


@dataclass(slots=True)
class _Builder:
    pieces: list[Piece] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    length: int = 0

    def add(self, text: str, offset: int, mark: int = -1) -> None:
        if text:
            self.pieces.append(Piece(text, offset, mark))
            self.starts.append(self.length)
            self.length += len(text)


def make_flow(letter: Letter, index: int, marks: Marks, pads: dict[int, str] | None = None) -> Flow:
    """Block `index` as it is shown. `pads` gives what to set in before an offset: the columns of a table."""
    block = letter.blocks[index]
    text = visible(block.span.of(letter.text)).replace("\t", " ")
    own = marks.of_block.get(index, ())
    sets = [(offset, -1, words) for offset, words in (pads or {}).items()]
    sets += [(m.start, i, _set_in(m, block, marks, own, i)) for i in own if (m := marks.all[i]).start == m.end]
    builder, done = _Builder(), block.span.start
    for at, mark, words in sorted(sets):
        at = min(max(at, done), block.span.end)
        builder.add(text[done - block.span.start : at - block.span.start], done)
        builder.add(words, -1, mark)
        done = at
    builder.add(text[done - block.span.start :], done)
    if _is_orphan_note(block, marks, own):
        builder.add(NO_MARKER, -1)
    shown = "".join(piece.text for piece in builder.pieces)
    hang = _hang(block, shown, marks, own)
    return Flow(shown, tuple(builder.pieces), tuple(builder.starts), block.span.start, hang, runs_right_to_left(shown))


def _set_in(mark: Mark, block: Block, marks: Marks, own: tuple[int, ...], index: int) -> str:
    """What stands for a mark without width."""
    label = visible(raised(mark.label))
    if mark.kind is MarkKind.HEAD:
        return f"{label} "
    if mark.note is None or mark.note not in marks.heads:
        return label + NO_NOTE
    after = own[own.index(index) + 1 :]
    beside = any(marks.all[i].kind is MarkKind.MARKER and marks.all[i].start == mark.start for i in after)
    return f"{label}," if beside else label


def _is_orphan_note(block: Block, marks: Marks, own: tuple[int, ...]) -> bool:
    if block.kind is not BlockKind.NOTE or not own:
        return False
    head = marks.all[own[0]]
    return head.kind is MarkKind.HEAD and head.note not in marks.markers


def _hang(block: Block, shown: str, marks: Marks, own: tuple[int, ...]) -> int:
    """How far the lines after the first stand in: under the words, not under the sign."""
    if block.kind is BlockKind.ITEM:
        sign = _ITEM_SIGN.match(shown)
        return cells(sign.group()) if sign else 0
    if block.kind is BlockKind.TABLE:
        return ROW_HANG
    if block.kind is BlockKind.NOTE and own and marks.all[own[0]].kind is MarkKind.HEAD:
        return cells(raised(marks.all[own[0]].label)) + 1
    return 0

"""A letter × a width → lines. Pure: no widget, no colour; thrown away and made anew when the width changes.

Lines are kept as columns of numbers (14 bytes a line), their text is made when they are painted: 2,000 paragraphs
take 0.3 MB. Nothing but a `Layout` knows lines; everybody else keeps offsets.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.model import BlockKind, Letter
from tui.view.flow import Flow, Piece, make_flow
from tui.view.marks import MarkKind, Marks, reading_order
from tui.view.tables import column_pads
from tui.view.wrap import wrap

WIDEST, NARROWEST = 76, 66
"""The measure: 66 to 80 columns is what printers found readable; 76 leaves a margin on a screen of 80."""
_BLANK = -1
_INDENT = {BlockKind.QUOTATION: 4, BlockKind.SIGNATURE: 4, BlockKind.TABLE: 0}
_CLOSE = frozenset({BlockKind.NOTE, BlockKind.SIGNATURE, BlockKind.TABLE})
"""Kinds whose blocks follow one another without a blank line."""


@dataclass(frozen=True, slots=True)
class Extra:
    """A line that is not of the letter's text: a fact, a rule, a folded part."""

    style: str
    """`fact`, `symbol`, `dim`, `inferred`, `rule`, `fold`."""
    text: str
    part: str = ""
    """For `fold`: the part it stands for."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line to paint. `block` is an index into `Letter.blocks`, -1 for an extra or a blank line."""

    block: int
    pieces: tuple[Piece, ...]
    indent: int
    style: str
    right_to_left: bool = False
    part: str = ""

    @property
    def text(self) -> str:
        """The line's words without its indent and without the spaces it ends with."""
        return "".join(piece.text for piece in self.pieces).rstrip(" ")


def measure(width: int) -> tuple[int, int]:
    """Left margin and width of the text in a pane of `width` cells."""
    if width >= NARROWEST:
        text = max(NARROWEST, min(WIDEST, width - 2))
    else:
        text = width - 2 if width >= 20 else width
    return max(0, (width - text) // 2), max(1, text)


class Layout:
    """The lines of a letter at one width.

    `facts` stand above the first block; parts in `folded` are one line each; `only` lays out those blocks and no
    others. Lines are counted from 0.
    """

    def __init__(
        self,
        letter: Letter,
        marks: Marks,
        width: int,
        facts: Sequence[Extra] = (),
        folded: frozenset[str] = frozenset(),
        only: Sequence[int] | None = None,
    ) -> None:
        self.letter, self.marks, self.width = letter, marks, width
        self.left, self.measure = measure(width)
        self._extras: list[Extra] = list(facts)
        self._block = array("i", range(-2, -2 - len(facts), -1))
        self._start = array("I", bytes(4 * len(facts)))
        self._end = array("I", bytes(4 * len(facts)))
        self._indent = array("H", bytes(2 * len(facts)))
        self._lines_of: dict[int, tuple[int, int]] = {}
        self._fold_line: dict[str, int] = {}
        self.flow = lru_cache(128)(self._flow)
        """The shown text of a block at this width."""
        self._order: list[int] = []
        if only is None:
            self._lay_out(folded)
        else:
            self._lay_part(list(only), rule=False)
        self.head = len(facts)

    def __len__(self) -> int:
        return len(self._block)

    def _lay_out(self, folded: frozenset[str]) -> None:
        hidden = {p.id for p in self.letter.parts if _folded_above(p.id, folded)}
        for part, blocks in reading_order(self.letter):
            if not blocks or part in hidden:
                continue
            self._blank()
            if part in folded:
                self._fold_line[part] = len(self)
                self._extra(Extra("fold", fold_text(self.letter, part, len(blocks)), part))
                continue
            if part and self._order:
                self._extra(Extra("rule", "─" * self.measure))
                self._blank()
            self._lay_part(blocks)

    def _lay_part(self, blocks: list[int], rule: bool = True) -> None:
        before: BlockKind | None = None
        for index in blocks:
            kind = self.letter.blocks[index].kind
            if rule and kind is BlockKind.NOTE and before is not BlockKind.NOTE:
                self._blank()
                self._extra(Extra("rule", "─" * min(12, self.measure)))  # the short rule of a printed foot
            elif before is not None and not (kind is before and kind in _CLOSE):
                self._blank()
            self._lay_block(index)
            before = kind

    def _lay_block(self, index: int) -> None:
        block = self.letter.blocks[index]
        flow = self.flow(index)
        indent = min(_indent_of(block.kind, block.level), self.measure // 3)
        right = indent if block.kind is BlockKind.QUOTATION else 0
        first = len(self)
        hang = min(flow.hang, self.measure // 3)
        room, place = self.measure - indent - right, 0
        for row in flow.text.split("\n"):
            fresh = not place or block.kind is BlockKind.TABLE
            for number, (start, end) in enumerate(wrap(row, room - (0 if fresh else hang), room - hang)):
                self._add(index, place + start, place + end, indent + (hang if number or not fresh else 0))
            place += len(row) + 1
            self._end[-1] = min(place, len(flow.text))  # the line break belongs to the line it ends
        self._lines_of[index] = (first, len(self))
        self._order.append(index)

    def _flow(self, index: int) -> Flow:
        pads: dict[int, str] = {}
        if self.letter.blocks[index].kind is BlockKind.TABLE:
            pads = column_pads(self.letter, index, self.measure)
        return make_flow(self.letter, index, self.marks, pads)

    def _add(self, block: int, start: int, end: int, indent: int) -> None:
        self._block.append(block)
        self._start.append(start)
        self._end.append(end)
        self._indent.append(indent)

    def _blank(self) -> None:
        if len(self) and self._block[-1] != _BLANK:
            self._add(_BLANK, 0, 0, 0)

    def _extra(self, extra: Extra) -> None:
        self._extras.append(extra)
        self._add(-1 - len(self._extras), 0, 0, 0)

    def line(self, y: int) -> Line:
        """Line `y`, ready to be painted."""
        index = self._block[y]
        if index == _BLANK:
            return Line(-1, (), 0, "blank")
        if index < 0:
            extra = self._extras[-2 - index]
            return Line(-1, (Piece(extra.text, -1),), 0, extra.style, part=extra.part)
        flow = self.flow(index)
        end = self._end[y]
        pieces = flow.between(self._start[y], end - flow.text.endswith("\n", 0, end))
        return Line(index, pieces, self._indent[y], self.letter.blocks[index].kind.value, flow.right_to_left)

    def block_of(self, y: int) -> int:
        """The block a line shows, the next one for a blank line or an extra; the last block at the end."""
        for line in range(max(0, y), len(self)):
            if self._block[line] >= 0:
                return self._block[line]
        return self._order[-1] if self._order else 0

    def offset_of(self, y: int) -> int:
        """The first offset on a line; of the facts 0; for a blank line or an extra that of the next line of text."""
        if y < self.head:
            return 0
        for line in range(y, len(self)):
            if self._block[line] >= 0:
                return self.flow(self._block[line]).offset_at(self._start[line])
        return max((self.letter.blocks[i].span.end for i in self._order), default=0)

    def line_of(self, offset: int) -> int:
        """The line that shows an offset; the nearest shown before it for what is hidden or folded; 0 for 0."""
        if offset <= 0 or not self._order:
            return 0
        index = self._shown[max(0, bisect_right(self._shown_starts, offset) - 1)]
        block = self.letter.blocks[index]
        if (fold := self._fold_of(offset)) is not None:
            return fold
        first, last = self._lines_of[index]
        if offset >= block.span.end:
            return last - 1
        place = self.flow(index).shown_at(offset)
        return max(first, bisect_right(self._start, place, first, last) - 1)

    def lines_of(self, index: int) -> tuple[int, int]:
        """First line of a block and the line after its last; (0, 0) where it is not shown."""
        return self._lines_of.get(index, (0, 0))

    def mark_line(self, index: int) -> int | None:
        """The line a mark stands on, None where its block is not shown. A marker stands behind the text before it."""
        mark = self.marks.all[index]
        if mark.block not in self._lines_of:
            return None
        start = self.letter.blocks[mark.block].span.start
        return self.line_of(max(start, mark.start - 1)) if mark.kind is MarkKind.MARKER else self.line_of(mark.start)

    def spans(self, first: int, last: int) -> list[tuple[int, int]]:
        """What lines `first` to `last` show of the letter's text, one range for each block."""
        found: dict[int, tuple[int, int]] = {}
        for y in range(max(0, first), min(last + 1, len(self))):
            own = [p for p in self.line(y).pieces if p.offset >= 0]
            if own:
                block = self._block[y]
                start = found.get(block, (own[0].offset, 0))[0]
                found[block] = (start, own[-1].offset + len(own[-1].text))
        return list(found.values())

    def folded_part(self, offset: int) -> str | None:
        """The folded part an offset is hidden in, None where it is shown."""
        block = self.letter.block_at(offset) if self.letter.blocks else None
        if block is None:
            return None
        return next((part for part in self._fold_line if within(block.part, part)), None)

    def _fold_of(self, offset: int) -> int | None:
        part = self.folded_part(offset) if self._fold_line else None
        return None if part is None else self._fold_line[part]

    @cached_property
    def _shown(self) -> list[int]:
        return sorted(self._order)

    @cached_property
    def _shown_starts(self) -> list[int]:
        return [self.letter.blocks[i].span.start for i in self._shown]

    @property
    def order(self) -> Sequence[int]:
        """The blocks shown, in reading order."""
        return self._order


def fold_text(letter: Letter, part_id: str, blocks: int) -> str:
    """The one line of a folded part: its label, its title, how much there is."""
    part = next((p for p in letter.parts if p.id == part_id), None)
    words = " · ".join(filter(None, (part.label, part.title))) if part else part_id
    return f"▸ {' '.join(words.split())} · {blocks} {'block' if blocks == 1 else 'blocks'}, folded"


def _indent_of(kind: BlockKind, level: int) -> int:
    if kind is BlockKind.ITEM:
        return 3 + 3 * min(level, 6)
    return _INDENT.get(kind, 0)


def within(part: str, outer: str) -> bool:
    """Whether an annex is that one or stands inside it."""
    return part == outer or part.startswith(outer + ".")


def _folded_above(part: str, folded: frozenset[str]) -> bool:
    return any(part != outer and within(part, outer) for outer in folded)

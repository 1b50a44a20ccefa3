"""Text to select from: whole lines that the terminal itself breaks, so that a selection has no break of ours. Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from corpus.clean import shown
from corpus.model import BlockKind, Letter
from tui.view.facts import Known, facts_unbroken
from tui.view.flow import make_flow
from tui.view.marks import find_marks, reading_order

_DRAWN = re.compile("[\u2500-\u25ff]+")
_GAP = re.compile(" {3,}")
_CLOSE = (BlockKind.NOTE, BlockKind.ITEM, BlockKind.SIGNATURE, BlockKind.TABLE)
"""Blocks of which several in a row stand without a blank line."""


@dataclass(frozen=True, slots=True)
class Whole:
    """Lines as a person would paste them; `at` is the one to begin with."""

    lines: tuple[str, ...]
    at: int = 0
    offsets: tuple[int, ...] = ()
    """Of a letter: the offset of each line in its text."""


@dataclass(frozen=True, slots=True)
class Row:
    """What of a line stands on one row of the screen."""

    line: int
    text: str


def rows_of(lines: Sequence[str], width: int) -> list[Row]:
    """The rows on which a terminal of `width` cells shows `lines`: it breaks a line where the row is full."""
    rows = []
    for number, line in enumerate(lines):
        start = 0
        for end in [*_breaks(line, width), len(line)]:
            rows.append(Row(number, line[start:end]))
            start = end
    return rows


def _breaks(line: str, width: int) -> list[int]:
    """Where the rows of a line end, but the last."""
    if line.isascii():
        return list(range(width, len(line), width))
    found, used = [], 0
    for place, character in enumerate(line):
        size = cell_len(character)
        if used + size > width:
            found.append(place)
            used = 0
        used += size
    return found


def as_sent(rows: Sequence[Row]) -> str:
    """Rows as a terminal is to be sent them: no line break within a line, so that it knows the line to be one."""
    out = []
    for number, row in enumerate(rows):
        out.append(row.text)
        if number + 1 < len(rows) and rows[number + 1].line != row.line:
            out.append("\r\n")
    return "".join(out)


def letter_whole(letter: Letter, known: Known, position: int = 0) -> Whole:
    """The facts of a letter and its blocks, a paragraph a line; begins with what stands at `position`."""
    lines = [(shown(fact), 0) for fact in facts_unbroken(letter, known)]
    marks = find_marks(letter)
    before: BlockKind | None = None
    for _, blocks in reading_order(letter):
        for index in blocks:
            block = letter.blocks[index]
            if not (block.kind is before and block.kind in _CLOSE):
                lines.append(("", block.span.start))
            lines += [(row.rstrip(), block.span.start) for row in make_flow(letter, index, marks).text.split("\n")]
            before = block.kind
    texts, offsets = zip(*lines, strict=True)
    return Whole(texts, _line_at(lines, position) if position else 0, offsets)


def _line_at(lines: Sequence[tuple[str, int]], position: int) -> int:
    """The line of the block that an offset stands in; notes come late in reading and early in no order of offsets."""
    held = sorted((offset, -number) for number, (text, offset) in enumerate(lines) if text)
    found = bisect_right(held, (position, 0)) - 1
    return -held[max(0, found)][1]


def painted_whole(rows: Sequence[str]) -> Whole:
    """Painted rows of any pane without what was drawn, nothing aligned."""
    return Whole(tuple(_GAP.sub("  ", _DRAWN.sub(" ", shown(row))).strip() for row in rows))

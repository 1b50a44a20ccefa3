"""Tables: rows on lines, cells between tabs; columns are lined up where the measure has room for them."""

from __future__ import annotations

from corpus.model import Letter
from tui.view.wrap import cells

GAP = 2
"""Spaces between two columns."""


def column_pads(letter: Letter, index: int, room: int) -> dict[int, str]:
    """Offset of each tab of a table block → what to set in before it, so that columns stand under one another.

    Where the table is wider than `room` cells a bar stands between two cells; each row begins a line and is wrapped.
    """
    span = letter.blocks[index].span
    rows = [row.split("\t") for row in span.of(letter.text).split("\n")]
    widths = _widths(rows)
    fits = sum(widths) + GAP * (len(widths) - 1) <= room
    pads: dict[int, str] = {}
    at = span.start
    for row in rows:
        for number, cell in enumerate(row):
            at += len(cell)
            if number < len(row) - 1:
                pads[at] = " " * (widths[number] - cells(cell) + GAP - 1) if fits else " |"  # the tab is one space
            at += 1
    return pads


def _widths(rows: list[list[str]]) -> list[int]:
    """The widest cell of each column, in cells."""
    count = max(map(len, rows), default=0)
    return [max((cells(row[n]) for row in rows if n < len(row)), default=0) for n in range(count)]

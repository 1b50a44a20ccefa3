"""Tables: rows on lines, cells apart by a tab or by two spaces; columns are lined up where the measure has room."""

from __future__ import annotations

import re
from itertools import zip_longest

from corpus.model import Letter
from tui.view.wrap import cells

GAP = 2
"""Spaces between two columns."""
BETWEEN = re.compile(r"\t| {2,}")
"""What stands between two cells of a row, as readers write it (`corpus.cells`)."""


def column_pads(letter: Letter, index: int, room: int) -> dict[int, str]:
    """Offset of what stands between two cells → what to set in before it, so that columns stand under one another.

    Where the table is wider than `room` cells a bar stands between two cells; each row begins a line and is wrapped.
    A row of one cell, a heading above the columns or a note below them, widens none.
    """
    span = letter.blocks[index].span
    rows = span.of(letter.text).split("\n")
    widths = _widths([_cells(row) for row in rows])
    fits = sum(widths) + GAP * (len(widths) - 1) <= room
    pads: dict[int, str] = {}
    at = span.start
    for row in rows:
        start = 0
        for number, between in enumerate(BETWEEN.finditer(row)):
            wide = 1 if between.group() == "\t" else len(between.group())  # a tab is shown as one space
            short = widths[number] - cells(row[start : between.start()]) + GAP - wide
            pads[at + between.start()] = " " * short if fits else " |"
            start = between.end()
        at += len(row) + 1
    return pads


def _cells(row: str) -> list[str]:
    return BETWEEN.split(row)


def _widths(rows: list[list[str]]) -> list[int]:
    """The widest cell of each column, in cells."""
    columns = zip_longest(*(row for row in rows if len(row) > 1), fillvalue="")
    return [max(map(cells, column)) for column in columns]

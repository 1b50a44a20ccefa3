"""Tables that a page sets cell by cell: a wrapped cell is written to its end before the next one begins higher up.

Nothing but such a table makes the lines of a page go back up, so that is how it is found where no ruled grid tells. Its
rows are then written one a line, two spaces between cells, as a table of one-line cells is written.
"""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from corpus import signatures
from corpus.rows import Row

_BACK = 1.0
"""Points that a line must stand above the one before it to begin another cell."""
_LEVEL = 3.0
"""Points by which the first lines of two cells of one row may differ."""
_CELL = 20.0
"""Points from a row's left edge beyond which no first cell begins."""
_NEAR = 3
"""Rows of one line between two rows of wrapped cells still belong to the table: subtotals, headings of a section."""


def find(found: list[Row], pitch: float) -> dict[Row, str]:
    """The rows of such tables, and what stands before each: a new line, two spaces (another cell) or one (the same)."""
    spans: list[list[int]] = []
    for start, end in _rows_of_cells(found, pitch):
        if spans and start - spans[-1][1] <= _NEAR and found[spans[-1][0]].page == found[start].page:
            spans[-1][1] = max(end, spans[-1][1])
        else:
            spans.append([start, end])
    glue: dict[Row, str] = {}
    for start, end in spans:
        if not any(signatures.is_signed(row.text) for row in found[start:end]):
            for index in range(start, end):
                glue[found[index]] = "\n" if index == start else _glue(found, index, pitch)
    return glue


def wrapped(found: list[Row], tables: Collection[int], pitch: float) -> dict[Row, str]:
    """In a ruled table, the lines that go on with the last cell of the row above, and what joins each to it.

    They begin under a later cell, hold one cell, and follow within a line where the rows themselves are parted by more.
    """
    inside = [row for row in found if row.number in tables and row.is_set and not row.line.rtl]
    glue: dict[Row, str] = {}
    parted: dict[float, float] = {}
    first = None
    for before, row in pairwise(inside):
        first = before if first is None or before not in glue else first
        under = first.left + _CELL < row.left <= (first.line.right or 0) and "  " in first.text and "  " not in row.text
        if not under or not 0 < _step(before, row) < 1.4 * pitch:
            continue
        if first.left not in parted:
            parted[first.left] = _parted(inside, first.left)
        if parted[first.left] > _step(before, row) + 1.5:
            divided = before.text[-1:] == "-" and before.text[-2:-1].isalpha()
            glue[row] = "" if divided else " "
    return glue


def _parted(inside: list[Row], left: float) -> float:
    """The least distance of a row that begins at `left` from the line above it; 0 where there is no other."""
    steps = (_step(a, b) for a, b in pairwise(inside) if b.left <= left + _LEVEL and a.page == b.page)
    return min((step for step in steps if step > 0), default=0.0)


def _rows_of_cells(found: list[Row], pitch: float) -> list[tuple[int, int]]:
    """Ranges of rows that make one row of the table: from its first cell's first line to its last cell's last."""
    ranges: list[tuple[int, int]] = []
    for index in range(1, len(found)):
        if not _goes_back(found[index - 1], found[index]):
            continue
        start = index - 1
        page, level = found[index].page, _top(found[index]) - _LEVEL
        while start and found[start - 1].page == page and _top(found[start - 1]) >= level:
            start -= 1
        end = index + 1
        while end < len(found) and 0 <= _step(found[end - 1], found[end]) < 1.4 * pitch:
            if found[end].left < found[index].left - _LEVEL:
                break
            end += 1
        ranges.append((start, end))
    return ranges


def _glue(found: list[Row], index: int, pitch: float) -> str:
    before, row = found[index - 1], found[index]
    if _goes_back(before, row) or (abs(_step(before, row)) <= _LEVEL and row.left > before.left):
        return "  "
    same = abs(row.left - before.left) <= _LEVEL or row.left > before.left
    return " " if same and _step(before, row) < 1.4 * pitch and row.bold == before.bold else "\n"


def _goes_back(before: Row, row: Row) -> bool:
    if not row.is_set or before.page != row.page or row.line.rtl or before.line.rtl:
        return False
    return _step(before, row) < -_BACK and row.left > before.left


def _step(before: Row, row: Row) -> float:
    return _top(row) - _top(before) if before.page == row.page else 1e6


def _top(row: Row) -> float:
    return row.line.top or 0.0

"""A picture of a terminal: rows of cells, patches of a next picture, and the cells that styled text makes.

Pure: text in, cells out. It is also the last door before the terminal: no character that acts becomes a cell.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from corpus.clean import MOST_MARKS, visible
from tui.sgr import DEFAULT, Style, of_blank

Cell = tuple[str, Style]
"""A character with the combining marks that sit on it, and its style. `""` is the right half of a double width one."""

Picture = list[list[Cell]]
"""Rows of cells from the top; a row is never changed once it is part of a picture, so that pictures share them."""

BLANK: Cell = (" ", DEFAULT)


class Patch(NamedTuple):
    """Cells that take the place of those of row `y` from column `x` on, both from 0."""

    y: int
    x: int
    cells: list[Cell]


def patched(shown: Picture, patches: Iterable[Patch], width: int) -> Picture:
    """The picture after some patches; rows that no patch touches are shared. What passes an edge is cut."""
    rows = list(shown)
    own: dict[int, list[Cell]] = {}
    for y, x, cells in patches:
        if not (0 <= y < len(rows) and 0 <= x < width):
            continue
        if len(cells) == width and not x:
            rows[y] = cells
            own.pop(y, None)
            continue
        row = own.get(y)
        if row is None:
            rows[y] = row = own[y] = rows[y].copy()
        cells = part(cells, 0, width - x)
        end = x + len(cells)
        if row[x][0] == "" and x:
            row[x - 1] = _blank_of(row[x - 1])
        if end < width and row[end][0] == "":
            row[end] = _blank_of(row[end])
        row[x:end] = cells
    return rows


def part(cells: list[Cell], start: int, end: int) -> list[Cell]:
    """The cells from one column to another; of a double width character cut in two a blank stays."""
    if start <= 0 and end >= len(cells):
        return cells
    found = cells[start:end]
    if found and found[0][0] == "":
        found[0] = _blank_of(found[0])
    if found and end < len(cells) and cells[end][0] == "":
        found[-1] = _blank_of(found[-1])
    return found


def written(pieces: Iterable[tuple[str, Style]]) -> list[Cell]:
    """The cells of pieces of text, one behind the other."""
    row: list[Cell] = []
    for text, style in pieces:
        letters = _letters(style)
        if text.isascii():
            row += map(letters.__getitem__, _harmless(text))
        else:
            _write(row, text, letters)
    return row


class _Letters(dict[str, Cell]):
    """The cells of one style. The same letter is always the same cell, so that `tui.thin_line` can look for rows by
    what they share, and 120 columns are not 120 objects.
    """

    def __init__(self, style: Style) -> None:
        blank = " ", of_blank(style)
        super().__init__({" ": BLANK if blank == BLANK else blank})
        self.style = style

    def __missing__(self, character: str) -> Cell:
        found = self[character] = character, self.style
        return found


_letters = lru_cache(1024)(_Letters)


def _write(row: list[Cell], text: str, letters: _Letters) -> None:
    """Add the cells of any text; a mark goes to the cell before it, of a wide character to its left half."""
    for character in _harmless(text):
        size = _size(character)
        if size:
            row.append(letters[character])
            if size == 2:
                row.append(letters[""])
        elif row:
            base = -2 if row[-1][0] == "" and len(row) > 1 else -1
            if len(row[base][0]) <= MOST_MARKS:
                row[base] = (row[base][0] + character, letters.style)


@lru_cache(4096)
def _size(character: str) -> int:
    """The columns of a character."""
    from rich.cells import cell_len

    return cell_len(character)


def _harmless(text: str) -> str:
    """`text` of the same length, in which nothing acts on a terminal, whoever wrote it: the last door before it."""
    if text.isprintable():
        return text
    clean = visible(text).replace("\t", " ").replace("\n", " ")
    if "\u200c" in text or "\u200d" in text:  # where a style begins inside a word, its joiner seems to stand alone
        return "".join(c if c in "\u200c\u200d" else k for c, k in zip(text, clean, strict=True))
    return clean


def _blank_of(cell: Cell) -> Cell:
    return " ", of_blank(cell[1])

"""A picture of a terminal: rows of cells, and what a frame as Textual writes it makes of them.

Pure: strings in, cells out. It is also the last door before the terminal: no character that acts becomes a cell.
"""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.clean import MOST_MARKS, visible
from tui.sgr import DEFAULT, Style, follow, of_blank

Cell = tuple[str, Style]
"""A character with the combining marks that sit on it, and its style. `""` is the right half of a double width one."""

Picture = list[list[Cell]]
"""Rows of cells from the top; a row is never changed once it is part of a picture, so that pictures share them."""

BLANK: Cell = (" ", DEFAULT)

_TOKEN = re.compile(r"\x1b\[([0-9;]{0,99})([Hm])|([\r\n])|([^\x1b\r\n]+)|\x1b\[[0-?]*[ -/]*[@-~]|\x1b.?", re.DOTALL)


def drawn(frame: str, shown: Picture, width: int, height: int) -> tuple[Picture, tuple[int, int]]:
    """The screen after `frame`, and where it leaves the cursor. Rows that the frame leaves alone are shared."""
    rows = list(shown)
    own: set[int] = set()
    x = y = 0
    style = DEFAULT
    for match in _TOKEN.finditer(frame):
        numbers, final, control, text = match.groups()
        if text is not None:
            if 0 <= y < height:
                if y not in own:
                    rows[y] = rows[y].copy()
                    own.add(y)
                x = _put(rows[y], x, text, style, width)
        elif final == "H":
            line, _, column = numbers.partition(";")
            y, x = max(int(line or 1), 1) - 1, max(int(column or 1), 1) - 1
        elif final == "m":
            style = follow(style, numbers)
        elif control == "\r":
            x = 0
        elif control == "\n":
            y += 1
    return rows, (min(x, width - 1), min(max(y, 0), height - 1))


@lru_cache(2048)
def _cells(text: str, style: Style) -> tuple[Cell, ...]:
    """The cells of text without wide characters. Kept: a scrolled picture consists of what the last one did."""
    text = _harmless(text)
    blank = (" ", of_blank(style))
    return tuple(blank if c == " " else (c, style) for c in text)


def _harmless(text: str) -> str:
    """`text` of the same length, in which nothing acts on a terminal, whoever wrote it: the last door before it."""
    if text.isprintable():
        return text
    clean = visible(text).replace("\t", " ")
    if "\u200c" in text or "\u200d" in text:  # where a style begins inside a word, its joiner seems to stand alone
        return "".join(c if c in "\u200c\u200d" else k for c, k in zip(text, clean, strict=True))
    return clean


def _put(row: list[Cell], x: int, text: str, style: Style, width: int) -> int:
    """Write `text` into a row from column `x`; the column after it. What passes the edge is cut: lines do not wrap."""
    if text.isascii():
        cells = _cells(text, style)
        room = max(width - x, 0)
        row[x : x + min(len(cells), room)] = cells[:room]
        return x + len(cells)
    from rich.cells import cell_len

    for character in _harmless(text):
        size = 1 if character.isascii() else cell_len(character)
        if size == 0:
            if 0 < x <= width:
                base = x - 2 if row[x - 1][0] == "" and x > 1 else x - 1
                if len(row[base][0]) <= MOST_MARKS:
                    row[base] = (row[base][0] + character, style)
            continue
        if x + size <= width:
            row[x] = (" ", of_blank(style)) if character == " " else (character, style)
            if size == 2:
                row[x + 1] = ("", style)
        x += size
    return x

"""From the library's text of a page to rows: what stands on one line, its cells, and the order of a masthead.

The library breaks a line after a raised sign and joins cells that stand side by side; both are mended here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.pdf_page import Page, is_raised

_PIECE = re.compile("[^\r\n\ufffe]+\ufffe?")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u0400-\u04ff]")

LOOSE = 0.62
"""Width per letter, in sizes, from which a line is asked for its gaps. Times sets 0.45, justified up to 0.55."""
GAP = 2.0
"""A space wider than this many sizes parts two cells; justified lines stay below 1.3."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the library's text on one line: characters `start` to `end` of the page."""

    start: int
    end: int
    text: str
    left: float
    right: float
    size: float
    """Height of its tallest cell."""
    bottom: float
    rtl: bool
    raised: tuple[int, ...]
    """Places in `text`, of its ends only, that are raised."""


class Row:
    """One printed line: its pieces, with the text between them. Edges in points."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.left = min(piece.left for piece in pieces)
        self.right = max(piece.right for piece in pieces)
        self.size = max(piece.size for piece in pieces)
        self.bottom = max(piece.bottom for piece in pieces)
        self.top = self.bottom - self.size
        self.rtl = any(piece.rtl for piece in pieces)
        self.starts = [0]
        """Where in `text` each piece begins."""
        self.text = pieces[0].text
        for before, piece in pairwise(pieces):
            self.text += _between(before, piece)
            self.starts.append(len(self.text))
            self.text += piece.text
        self.raised = [start + at for start, piece in zip(self.starts, pieces, strict=True) for at in piece.raised]
        """Places in `text` of raised signs that are known already: at the ends of pieces."""

    def raw(self, place: int) -> int:
        """The page's character at a place of `text`; between two pieces, the next piece's first."""
        for start, piece in zip(self.starts, self.pieces, strict=True):
            if place < start + len(piece.text):
                return piece.start + max(0, place - start)
        return self.pieces[-1].end - 1


def within(page: Page, row: Row, left: float, right: float) -> tuple[int, int] | None:
    """Places in the row's text whose characters' middles stand between two distances from the left, or None."""
    for start, piece in zip(row.starts, row.pieces, strict=True):
        if piece.right < left or right < piece.left:
            continue
        places = range(piece.start, piece.end)
        first = bisect_left(places, left, key=lambda index: _middle(page, index))
        last = bisect_left(places, right, key=lambda index: _middle(page, index))
        if first < last:
            return start + first, start + last
    return None


def _middle(page: Page, index: int) -> float:
    box = page.box(index)
    return (box.left + box.right) / 2


def rows(page: Page) -> list[Row]:
    """The page's lines in the order of its text; what stands side by side is one row, two spaces where a gap is."""
    found: list[list[Piece]] = []
    for match in _PIECE.finditer(page.text):
        for piece in _pieces(page, match.start(), match.group()):
            if found and _goes_on(found[-1], piece):
                found[-1].append(piece)
            else:
                found.append([piece])
    return [Row(pieces) for pieces in found]


def _pieces(page: Page, start: int, text: str) -> list[Piece]:
    """One piece, or the cells of a line with wide gaps."""
    text = text.replace("\ufffe", "-")
    bare = text.strip()
    if not bare:
        return []
    start += len(text) - len(text.lstrip())
    piece = _piece(page, start, bare)
    if " " not in bare or piece.right - piece.left < LOOSE * piece.size * len(bare):
        return [piece]
    cuts = [0]
    for match in re.finditer(r" +", bare):
        left, right = page.box(start + match.start() - 1), page.box(start + match.end())
        gap = left.left - right.right if piece.rtl else right.left - left.right
        if gap > GAP * piece.size:
            cuts += [match.start(), match.end()]
    cuts.append(len(bare))
    if len(cuts) == 2:
        return [piece]
    return [_piece(page, start + a, bare[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _piece(page: Page, start: int, text: str) -> Piece:
    end = start + len(text)
    middle = start + len(text) // 2
    if text[middle - start] == " ":
        middle -= 1
    first, last = page.box(start), page.box(end - 1)
    boxes = [first, last, page.box(middle)] if len(text) > 2 else [first, last]
    base = max(boxes, key=lambda box: box.height)
    raised = tuple(at for at, box in ((0, first), (len(text) - 1, last)) if is_raised(box, base.height, base.bottom))
    left, right = min(first.left, last.left), max(first.right, last.right)
    return Piece(start, end, text, left, right, base.height, base.bottom, _is_rtl(text), raised)


def _is_rtl(text: str) -> bool:
    return not text.isascii() and len(_RTL.findall(text)) > len(_LATIN.findall(text))


def _goes_on(row: list[Piece], piece: Piece) -> bool:
    """Whether a piece stands on the row's line, beyond its end."""
    before = row[-1]
    size = max(before.size, piece.size)
    low, high = before.bottom, piece.bottom
    if abs(low - high) > (0.5 if min(before.size, piece.size) < 0.82 * size else 0.15) * size:
        return False
    if before.rtl or piece.rtl:
        return piece.right <= before.left + 0.3 * size
    return piece.left >= before.right - 0.3 * size


def _between(before: Piece, piece: Piece) -> str:
    gap = before.left - piece.right if before.rtl or piece.rtl else piece.left - before.right
    size = max(before.size, piece.size)
    return "" if gap < 0.12 * size else " " if gap < GAP * size else "  "


def masthead(found: list[Row], width: float) -> list[tuple[Row, int]]:
    """The first page's rows with their columns: above the first long line, side by side cells become columns.

    From a row with two cells on, rows that keep to one side of the second cell's left edge form two columns; the left
    one comes first. A long line (more than half the page: the title at the latest) ends the masthead.
    """
    placed: list[tuple[Row, int]] = []
    index = 0
    while index < len(found):
        row = found[index]
        if row.right - row.left > 0.5 * width and len(_cells(row)) == 1:
            break
        cells = _cells(row)
        if len(cells) < 2:
            placed.append((row, 0))
            index += 1
            continue
        edge = cells[1].left - 4
        left: list[Row] = []
        right: list[Row] = []
        while index < len(found):
            sides = _cells(found[index])
            if any(cell.left < edge < cell.right for cell in sides) or found[index].top < row.top - 2:
                break
            for cell in sides:
                (left if cell.right <= edge else right).append(cell)
            row = found[index]
            index += 1
        placed += [(cell, 1) for cell in left] + [(cell, 2) for cell in right]
    return placed + [(row, 0) for row in found[index:]]


def _cells(row: Row) -> list[Row]:
    """The row cut where a wide gap is."""
    groups: list[list[Piece]] = [[row.pieces[0]]]
    for before, piece in pairwise(row.pieces):
        if _between(before, piece) == "  ":
            groups.append([piece])
        else:
            groups[-1].append(piece)
    return [Row(pieces) for pieces in groups] if len(groups) > 1 else [row]


def tables(found: list[Row]) -> list[tuple[int, int]]:
    """Ranges of rows that form a table: three or more after one another, in two or more cells each, edges agreeing."""
    ranges: list[tuple[int, int]] = []
    start = 0
    while start < len(found):
        end = start
        while end < len(found) and len(_cells(found[end])) > 1:
            end += 1
        if end - start >= 3 and _agree(found[start:end]):
            ranges.append((start, end))
        start = max(end, start + 1)
    return ranges


def _agree(found: list[Row]) -> bool:
    edges = [_cells(row)[1].left for row in found]
    middle = median(edges)
    return sum(abs(edge - middle) < 6 for edge in edges) * 2 > len(edges)

"""From the library's text of a page to rows: what stands on one line, its cells, and the order of a masthead.

The library breaks a line after a raised sign and joins cells that stand side by side; both are mended here.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from corpus.readers.draft import is_rtl
from corpus.readers.pdf_page import Page, is_raised

_PIECE = re.compile("[^\r\n\ufffe]+\ufffe?")

_SPACES = re.compile(" +")
_BRACKET = re.compile(r"[()\[\]]")
_MIRROR = str.maketrans("()[]", ")(][")

LOOSE = 0.62
"""Width per letter, in sizes, from which a line is asked for its gaps. Times sets 0.45, justified up to 0.55."""
SLACK = 4.0
"""Points by which the edges of one column may differ."""
TIGHT = 0.17
"""A space that the library only guessed is none below this many sizes: "Counci l". Real ones measure 0.2 and more."""
GAP = 2.0
"""A space wider than this many sizes parts two cells; justified lines stay below 1.3."""


@dataclass(slots=True)
class Piece:
    """A stretch of the library's text on one line: characters `start` to `end` of the page.

    Not frozen, as little as `Row` is: there is one a line, and a frozen one takes six times as long to make.
    """

    start: int
    end: int
    text: str
    left: float
    right: float
    size: float
    """Height of its tallest cell; `least` of its lowest, of the three that were asked for."""
    least: float
    bottom: float
    rtl: bool
    raised: tuple[int, ...]
    """Places in `text`, of its ends only, that are raised."""


class Row:
    """One printed line: its pieces, with the text between them. Edges in points."""

    def __init__(self, pieces: list[Piece]) -> None:
        self.pieces = pieces
        self.starts = [0]
        """Where in `text` each piece begins."""
        if len(pieces) == 1:
            self._of_one(pieces[0])
        else:
            self._of_several(pieces)
        self.top = self.bottom - self.size
        self.middle = self.bottom - self.size / 2

    def _of_one(self, piece: Piece) -> None:
        """As nearly every line is."""
        self.left, self.right, self.size, self.bottom = piece.left, piece.right, piece.size, piece.bottom
        self.rtl = piece.rtl
        self.text = _unmirrored(piece.text) if piece.rtl else piece.text
        self.raised = [*piece.raised]
        """Places in `text` of raised signs that are known already: at the ends of pieces."""

    def _of_several(self, pieces: list[Piece]) -> None:
        self.left = min(piece.left for piece in pieces)
        self.right = max(piece.right for piece in pieces)
        self.size = max(piece.size for piece in pieces)
        self.bottom = max(piece.bottom for piece in pieces)
        self.rtl = any(piece.rtl for piece in pieces)
        text = pieces[0].text
        for before, piece in pairwise(pieces):
            text += _between(before, piece)
            self.starts.append(len(text))
            text += piece.text
        self.text = _unmirrored(text) if self.rtl else text
        self.raised = [start + at for start, piece in zip(self.starts, pieces, strict=True) for at in piece.raised]

    def cells(self) -> list[Row]:
        """The row cut where two spaces mark a wide gap; the row itself where there is none."""
        if len(self.pieces) == 1:
            return [self]
        groups: list[list[Piece]] = [[self.pieces[0]]]
        for before, piece in pairwise(self.pieces):
            if _between(before, piece) == "  ":
                groups.append([piece])
            else:
                groups[-1].append(piece)
        return [Row(pieces) for pieces in groups] if len(groups) > 1 else [self]

    def raw(self, place: int) -> int:
        """The page's character at a place of `text`; between two pieces, the next piece's first."""
        if len(self.pieces) == 1:
            return min(self.pieces[0].start + place, self.pieces[0].end - 1)
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
    guessed = page.guessed()
    for match in _PIECE.finditer(page.text):
        for piece in _pieces(page, match.start(), match.group(), guessed):
            if found and _goes_on(found[-1], piece):
                found[-1].append(piece)
            elif found and piece.rtl and _same_rtl_line(found[-1], piece):
                found[-1].append(piece)
                found[-1].sort(key=lambda each: -each.right)
            else:
                found.append([piece])
    return [Row(pieces) for pieces in found]


def _pieces(page: Page, start: int, text: str, guessed: list[int]) -> list[Piece]:
    """One piece, or several: cut where a gap parts cells, and where the library guessed a space and there is no gap."""
    text = text.replace("\ufffe", "-")
    bare = text.strip()
    if not bare:
        return []
    start += len(text) - len(text.lstrip())
    piece = _piece(page, start, bare)
    loose = piece.right - piece.left > LOOSE * piece.least * len(bare)
    first = bisect_left(guessed, start)
    doubtful = set() if piece.rtl else set(guessed[first : bisect_left(guessed, start + len(bare), first)])
    if not loose and not doubtful:
        return [piece]
    cuts = [0]
    for match in _SPACES.finditer(bare):
        doubted = start + match.start() in doubtful
        if loose or doubted:
            left, right = page.box(start + match.start() - 1), page.box(start + match.end())
            gap = left.left - right.right if piece.rtl else right.left - left.right
            if gap > GAP * piece.size or (doubted and gap < TIGHT * min(left.height, right.height)):
                cuts += [match.start(), match.end()]
    if len(cuts) == 1:
        return [piece]
    cuts.append(len(bare))
    return [_piece(page, start + a, bare[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=True)]


def _piece(page: Page, start: int, text: str) -> Piece:
    end = start + len(text)
    middle = start + len(text) // 2
    if text[middle - start] == " ":
        middle -= 1
    first, last = page.box(start), page.box(end - 1)
    base = last if last.height > first.height else first
    least = min(first.height, last.height)
    if len(text) > 2:
        inner = page.box(middle)
        base = inner if inner.height > base.height else base
        least = min(least, inner.height)
    size, bottom = base.height, base.bottom
    raised: tuple[int, ...] = ()
    if least < size:
        raised = tuple(at for at, box in ((0, first), (len(text) - 1, last)) if is_raised(box, size, bottom))
    left, right = min(first.left, last.left), max(first.right, last.right)
    return Piece(start, end, text, left, right, size, least, bottom, is_rtl(text), raised)


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


def _unmirrored(text: str) -> str:
    """Brackets the right way round: some fonts give a line from right to left the shapes, `]…[`, for the signs."""
    first = _BRACKET.search(text)
    return text.translate(_MIRROR) if first and first.group() in ")]" else text


def _same_rtl_line(row: list[Piece], piece: Piece) -> bool:
    """Whether a piece belongs to a line from right to left, where marks and joined letters come in any order."""
    return all(before.rtl and abs(before.bottom - piece.bottom) < 0.35 * piece.size for before in row)


def _between(before: Piece, piece: Piece) -> str:
    gap = before.left - piece.right if before.rtl or piece.rtl else piece.left - before.right
    size = max(before.size, piece.size)
    return "" if gap < TIGHT * size else " " if gap < GAP * size else "  "


def masthead(found: list[Row], page: Page) -> list[tuple[Row, int]]:
    """The first page's rows with their columns: above the first long line, side by side cells become columns.

    From a row with two cells on, rows that keep to one side of the second cell's left edge form two columns; the left
    one comes first. A long line (more than half the page: the title at the latest) ends the masthead.
    """
    placed: list[tuple[Row, int]] = []
    index = 0
    while index < len(found):
        cells = found[index].cells()
        if len(cells) == 1 and found[index].right - found[index].left > 0.5 * page.width:
            break
        if len(cells) == 1:
            placed.append((found[index], 0))
            index += 1
            continue
        end = _column_end(found, index, page)
        sides = [cell for row in found[index:end] for cell in row.cells()]
        placed += [(cell, 1) for cell in sides if cell.left < cells[1].left - SLACK]
        placed += [(cell, 2) for cell in sides if cell.left >= cells[1].left - SLACK]
        index = end
    return placed + [(row, 0) for row in found[index:]]


def _column_end(found: list[Row], start: int, page: Page) -> int:
    """The first row that is no part of the two columns which begin at `start`.

    It runs across the right column's edge, has a second cell elsewhere, goes back up, or stands at the page's foot.
    """
    edge = found[start].cells()[1].left - SLACK
    for index in range(start + 1, len(found)):
        row, cells = found[index], found[index].cells()
        if any(cell.left < edge < cell.right for cell in cells) or row.top < found[index - 1].top - 2:
            return index
        if (len(cells) > 1 and abs(cells[1].left - SLACK - edge) > 20) or row.top > 0.88 * page.height:
            return index
    return len(found)


def tables(found: list[Row]) -> list[tuple[int, int]]:
    """Ranges of rows that form a table: three or more in cells whose edges agree, and what continues a cell between.

    A row of one cell belongs where it begins at an edge of the cells around it and is no full line of a paragraph.
    """
    cells = [row.cells() for row in found]
    ranges: list[tuple[int, int]] = []
    start = 0
    while start < len(found):
        end = _table_end(cells, start) if len(cells[start]) > 1 else start
        several = [row for row in cells[start:end] if len(row) > 1]
        if len(several) >= 3 and _agree(several):
            ranges.append((start, end))
        start = max(end, start + 1)
    return ranges


def _table_end(cells: list[list[Row]], start: int) -> int:
    """The row after the last of several cells, single ones passed over only while they continue a cell."""
    end, edges = start, [cell.left for cell in cells[start]]
    width = cells[start][-1].right - edges[0]
    for index in range(start, min(len(cells), start + 500)):
        row = cells[index]
        if len(row) > 1:
            end = index + 1
            edges += [cell.left for cell in row] if len(edges) < 30 else []
            width = max(width, row[-1].right - row[0].left)
        elif index - end > 5 or not _continues(row[0], edges, width):
            break
    return end


def _continues(row: Row, edges: list[float], width: float) -> bool:
    return row.right - row.left < 0.8 * width and any(abs(row.left - edge) < SLACK for edge in edges)


def _agree(several: list[list[Row]]) -> bool:
    edges = [row[1].left for row in several]
    ends = [row[1].right for row in several]
    # Numbers agree at their right edge, words at their left.
    return any(sum(abs(place - median(places)) < 6 for place in places) * 2 > len(places) for places in (edges, ends))

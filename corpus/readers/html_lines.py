"""From a stream of elements and words to lines: what `corpus.readers.html` writes on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.readers.draft import Draft
from corpus.source import Line, Run

_WHITE = re.compile(r"[ \t\n\r\f]+")
_BLANKS = re.compile("[ \xa0\u2000-\u200a\u3000]{2,}")
MAX_OPEN = 20
"""Runs that may be open at once; a page that nests more is no letter, and they would be cut anew at each line."""
TAB = 4
"""From this many blanks on, a gap is a tab and keeps two spaces; fewer are one."""


@dataclass
class _Cell:
    """The lines of one table cell; the outermost cell is the page itself and is written at once."""

    lines: list[tuple[str, Line, list[Run]]] = field(default_factory=list)


class Lines:
    """Keeps the open line, the open runs and the open cells."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.page = 0
        self._parts: list[str] = []
        self._length = 0
        self._runs: list[Run] = []
        self._open: list[tuple[str, str, int]] = []
        self._opened: list[int] = []
        self._styles: list[str] = [""]
        self._pre: list[bool] = [False]
        self._rows: list[list[_Cell]] = []
        self._cells: list[_Cell] = []

    def words(self, text: str) -> None:
        """Text as the element has it; white space collapses but in preformatted blocks."""
        if self._pre[-1]:
            first, *others = text.split("\n")
            self._put(first)
            for line in others:
                self.end_line()
                self._put(line)
            return
        text = _WHITE.sub(" ", text)
        if self._open and self._open[-1][0] == "noteref":
            text = text.strip("[]()/ ")
        if text.startswith(" ") and (not self._parts or self._parts[-1].endswith(" ")):
            text = text[1:]
        self._put(text)

    def _put(self, text: str) -> None:
        if text:
            self._parts.append(text)
            self._length += len(text)

    def open_runs(self, kinds: list[str], value: str = "") -> None:
        """An element begins that sets its words apart in these ways (often none)."""
        kinds = kinds if len(self._open) < MAX_OPEN else []
        self._open += [(kind, value, self._length) for kind in kinds]
        self._opened.append(len(kinds))

    def close_runs(self) -> None:
        """The element ends."""
        for _ in range(self._opened.pop() if self._opened else 0):
            kind, value, start = self._open.pop()
            if start < self._length:
                self._runs.append(Run(start, self._length, kind, value))

    def open_block(self, style: str, pre: bool = False) -> None:
        """A block begins; one without a style of its own keeps that of its parent."""
        self.end_block()
        self._styles.append(style or self._styles[-1])
        self._pre.append(pre or self._pre[-1])

    def close_block(self) -> None:
        """The block ends."""
        self.end_block()
        if len(self._styles) > 1:
            self._styles.pop()
            self._pre.pop()

    def restyle(self, style: str) -> None:
        """The open block turns out to be a note."""
        self._styles[-1] = style

    def end_block(self) -> None:
        """End the line and leave an empty one."""
        self.end_line(empty=False)
        if not self._cells and self.draft.last():
            self.draft.add("", Line(0, 0, self.page))

    def end_line(self, *, empty: bool = True) -> None:
        """End the open line; an empty one is kept where it was asked for (`<br><br>`)."""
        text, runs = _squeeze("".join(self._parts), self._take_runs())
        self._parts, self._length, self._runs = [], 0, []
        if not text and not empty:
            return
        style = self._styles[-1]
        if self._cells:
            if text:
                self._cells[-1].lines.append((text, Line(0, 0, self.page, style=style), runs))
        elif text or self.draft.last():
            self.draft.add(text, Line(0, 0, self.page, style=style if text else ""), runs)

    def _take_runs(self) -> list[Run]:
        """The line's runs; what is still open is cut here and goes on with the next line."""
        runs = self._runs + [Run(start, self._length, kind, value) for kind, value, start in self._open]
        self._open = [(kind, value, 0) for kind, value, _ in self._open]
        return runs

    def open_row(self) -> None:
        """A table row begins."""
        self.end_line(empty=False)
        self._rows.append([])

    def open_cell(self) -> None:
        """A cell begins; one outside a row stands for itself."""
        self.end_line(empty=False)
        if self._rows:
            self._rows[-1].append(_Cell())
            self._cells.append(self._rows[-1][-1])

    def close_cell(self) -> None:
        """The cell ends."""
        self.end_line(empty=False)
        if self._cells:
            self._cells.pop()

    def close_row(self) -> None:
        """Write the row: on one line, or cell after cell as columns where a cell holds several lines."""
        self.end_line(empty=False)
        row = self._rows.pop() if self._rows else []
        cells = [cell for cell in row if cell.lines]
        if not cells:
            return
        if all(len(cell.lines) == 1 for cell in cells):
            written = [_joined(cells)] if len(cells) > 1 else cells[0].lines
        else:
            several = len(cells) > 1
            written = [
                (text, Line(0, 0, line.page, style=line.style, column=number * several), runs)
                for number, cell in enumerate(cells, 1)
                for text, line, runs in cell.lines
            ]
        if self._cells:
            self._cells[-1].lines += written
            return
        first = len(self.draft)
        for text, line, runs in written:
            self.draft.add(text, line, runs)
        if len(cells) > 1 and len(written) == 1:
            self._table(first)

    def _table(self, row: int) -> None:
        tables = self.draft.tables
        if tables and tables[-1][1] == row:
            tables[-1] = (tables[-1][0], row + 1)
        else:
            tables.append((row, row + 1))


def _joined(cells: list[_Cell]) -> tuple[str, Line, list[Run]]:
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    for cell in cells:
        text, _, own = cell.lines[0]
        runs += [Run(run.start + length, run.end + length, run.kind, run.value) for run in own]
        parts.append(text)
        length += len(text) + 2
    return "  ".join(parts), Line(0, 0, cells[0].lines[0][1].page, style="td"), runs


def _squeeze(text: str, runs: list[Run]) -> tuple[str, list[Run]]:
    """Without blanks at its ends, and inside with one space, or two where a tab was."""
    bare = text.strip(" \xa0")
    cut = len(text) - len(text.lstrip(" \xa0"))
    size = len(bare)
    gaps = [match.span() for match in _BLANKS.finditer(bare)]
    if not runs:
        return _BLANKS.sub(_gap, bare), []
    places = list(range(size + 1))
    shift = 0
    following = [start for start, _ in gaps[1:]] + [size + 1]
    for (start, end), after in zip(gaps, following, strict=False):
        kept = 2 if end - start >= TAB else 1
        places[start:end] = [start - shift + kept - 1] * (end - start)
        shift += end - start - kept
        places[end:after] = range(end - shift, after - shift)
    moved = []
    for run in runs:
        start, end = (places[min(max(0, place - cut), size)] for place in (run.start, run.end))
        if start < end:
            moved.append(Run(start, end, run.kind, run.value))
    return _BLANKS.sub(_gap, bare), moved


def _gap(match: re.Match[str]) -> str:
    return "  " if len(match.group()) >= TAB else " "

"""Rows under headings: the first row of a section carries its heading, so that the cursor never stands on one."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from textual import events
from textual.strip import Strip

from tui.view.rows import Line, Piece, cut
from tui.view.wrap import cells
from tui.widgets.looks import PieceList


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: its words at the left, what stands at the right, and the heading it opens, `""` for none."""

    line: Line
    aside: Line = ()
    heading: str = ""


class Sections(PieceList):
    """Entries, one line each, two or three more above those that open a section."""

    def __init__(self, entries: Sequence[Entry] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._take(entries)

    def replace_entries(self, entries: Sequence[Entry], cursor: int | None = None) -> None:
        """Show other rows; the cursor stays where it is, as far as there are rows, unless told."""
        self._take(entries)
        self.reflow()
        if cursor is not None:
            self.cursor = cursor

    def _take(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._starts = [0]
        for number, entry in enumerate(self.entries):
            above = (2 if number else 1) if entry.heading else 0
            self._starts.append(self._starts[-1] + above + 1)

    def item_count(self) -> int:
        """Rows, headings not counted."""
        return len(self.entries)

    def item_lines(self, index: int) -> tuple[int, int]:
        """With the heading and the blank line above it."""
        return self._starts[index], self._starts[index + 1] - self._starts[index]

    def cursor_line(self) -> int:
        """The row itself, not the heading above it."""
        return self._starts[self.cursor + 1] - 1 if self.entries else 0

    def line_state(self, y: int) -> Hashable:
        """Whether it is the row itself, under the cursor."""
        return bool(self.entries) and y == self.cursor_line()

    def paint(self, y: int, width: int) -> Strip:
        """A row, or a line above one."""
        index = self.item_at(y)
        if index is None:
            return self.strip([], width, False)
        below = self._starts[index + 1] - 1 - y
        entry = self.entries[index]
        if below:
            return self.strip(cut([Piece(entry.heading if below == 1 else "", "symbol")], width - 1), width, False)
        return self.strip(spread(entry.line, entry.aside, width - 1), width, index == self.cursor)

    def on_click(self, event: events.Click) -> None:
        """A heading is no row: a click on it does nothing."""
        line = self.top + event.y
        index = self.item_at(line)
        if index is None or line != self._starts[index + 1] - 1:
            event.prevent_default()


def spread(line: Line, aside: Line, width: int) -> list[Piece]:
    """The words at the left, the aside at the right of `width` cells with one free; the words give way first."""
    room = width - sum(cells(piece.text) for piece in aside) - (2 if aside else 0)
    if room < 8:
        return cut(list(line), width)
    left = cut(list(line), room)
    gap = room - sum(cells(piece.text) for piece in left) + 1
    return [*left, Piece(" " * gap), *aside] if aside else left

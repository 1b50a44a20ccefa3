"""The results: two lines a hit, as many rows as there are hits, fetched as they come into view."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip

from index.results import Hit, Page
from tui.bindings import bindings
from tui.view.rows import Line, Piece, one_line, row_lines
from tui.view.wrap import wrap
from tui.widgets.letter_messages import Said
from tui.widgets.looks import PieceList

if TYPE_CHECKING:
    from tui.view.whole import Whole

CHUNK = 50
"""Hits fetched at a time: two screens of two-line rows."""


class Results(PieceList):
    """Rows of a page and of those that follow it. Old rows stay until a new page replaces them."""

    BINDINGS = bindings("results", "motion")

    @dataclass(eq=False, repr=False)
    class Wanted(Message):
        """Rows from `offset` on are in view and not there yet."""

        offset: int

    @dataclass(eq=False, repr=False)
    class Ordered(Message):
        """Another order is wanted, or rows of one exchange together: `sort`, `group`."""

        what: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.total = 0
        self.hits: dict[int, Hit] = {}
        self.marked: dict[str, None] = {}
        """IDs of marked letters, in the order they were marked; they outlive the search."""
        self._asked: set[int] = set()
        self._last: tuple[Hit | None, int, tuple[Line, Line]] = (None, 0, ((), ()))
        self.hint = ""

    def take(self, page: Page, fresh: bool) -> None:
        """Show a page; `fresh` where it answers another query, so that the cursor returns to the first row."""
        if fresh:
            self.hits, self.total = {}, page.total
            self._asked = set()
        first = page.request.offset
        self.hits.update({first + n: hit for n, hit in enumerate(page.hits)})
        if fresh:
            self.reflow()
            self.cursor = 0
            if self.top:
                self.show_top(0)
        else:
            self.refresh()  # as many lines as before, and those that have come are painted anew by their state

    @property
    def first_page(self) -> int:
        """Hits that a first page needs: those in view. Each takes 0.1 ms and more to find its passage."""
        return min(CHUNK, -(-self.size.height // 2) or CHUNK)

    def whole(self) -> Whole:
        """The letters that have come, a sentence each."""
        from tui.spoken import hit_sentence
        from tui.view.whole import Whole

        if not self.hits:
            return super().whole()
        rows = sorted(self.hits.items())
        lines = [hit_sentence(row + 1, hit, one_line(hit.id)) for row, hit in rows]
        return Whole(tuple(lines), next((n for n, (row, _) in enumerate(rows) if row >= self.cursor), 0))

    @property
    def missing(self) -> int | None:
        """The first row that has not come, where it is one of the first `CHUNK`."""
        first = min(CHUNK, self.total)
        return next((row for row in range(first) if row not in self.hits), None)

    def say(self, hint: str) -> None:
        """A sentence where the rows would be: the library is empty, nothing was found."""
        if self.hint != (hint := one_line(hint)):
            self.hint = hint
            self.reflow()

    @property
    def current(self) -> Hit | None:
        """The hit under the cursor, None where there is none yet."""
        return self.hits.get(self.cursor) if self.total else None

    def item_count(self) -> int:
        """Hits, fetched or not."""
        return self.total

    def item_lines(self, index: int) -> tuple[int, int]:
        """Two lines each."""
        return 2 * index, 2

    def line_count(self, width: int) -> int:
        """Two a hit; where there is none, the hint."""
        return 2 * self.total if self.total else len(self._hint_lines(width))

    def _hint_lines(self, width: int) -> list[str]:
        """The hint wrapped for a width; nothing where there is none."""
        room = max(1, width - 2)
        return [self.hint[a:b].rstrip() for a, b in wrap(self.hint, room, room)] if self.hint else []

    def line_state(self, y: int) -> Hashable:
        """The row under the cursor, marks, and whether the hit has come."""
        hit = self.hits.get(y // 2)
        return y // 2 == self.cursor, hit is not None, hit is not None and hit.id in self.marked

    def paint(self, y: int, width: int) -> Strip:
        """One of the two lines of a hit."""
        if not self.total:
            words = self._hint_lines(width)[y]
            return self.strip([Piece(" " + words, "date")], width, False)
        index, line = divmod(y, 2)
        hit = self.hits.get(index)
        if hit is None:
            self._ask(index)
            return self.strip([Piece("…" if line == 0 else "", "date")], width, index == self.cursor)
        flag = "✓" if line == 0 and hit.id in self.marked else ""
        return self.strip(self._lines_of(hit, max(1, width - 2))[line], width, index == self.cursor, flag)

    def _lines_of(self, hit: Hit, width: int) -> tuple[Line, Line]:
        """Both lines of a hit, kept for the second: they are painted one after the other."""
        if self._last[0] is not hit or self._last[1] != width:
            self._last = hit, width, row_lines(hit, width)
        return self._last[2]

    def _ask(self, index: int) -> None:
        chunk = index - index % CHUNK
        if chunk not in self._asked:
            self._asked.add(chunk)
            # Not here: a message made while the screen paints counts as the screen's own and stops there.
            self.call_later(self._want, chunk)

    def _want(self, chunk: int) -> None:
        missing = next((row for row in range(chunk, chunk + CHUNK) if row not in self.hits), None)
        if missing is not None:
            self.post_message(self.Wanted(missing))

    def action_sort(self) -> None:
        """`o`: the next order."""
        self.post_message(self.Ordered("sort"))

    def action_group(self) -> None:
        """`O`: rows of one exchange together, and apart again."""
        self.post_message(self.Ordered("group"))

    def action_mark(self) -> None:
        """`x`: mark the row or take its mark away, and go on to the next."""
        if self.current is not None:
            if self.current.id in self.marked:
                del self.marked[self.current.id]
            else:
                self.marked[self.current.id] = None
            self.repaint()
            self.cursor += 1

    def action_next_mark(self) -> None:
        """`X`: the next marked row among those that have come; from the last to the first."""
        rows = sorted(n for n, hit in self.hits.items() if hit.id in self.marked)
        if rows:
            self.cursor = next((n for n in rows if n > self.cursor), rows[0])
        elif self.marked:
            self.post_message(Said("no marked letter among the rows that have come; ' lists the marked ones"))
        else:
            self.post_message(Said("no letter is marked; x marks one"))

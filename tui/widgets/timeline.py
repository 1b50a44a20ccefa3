"""The timeline: hits by month as bars, walked with `h l`; by year where the months do not fit. Enter narrows."""

from __future__ import annotations

from collections.abc import Hashable

from textual import events
from textual.strip import Strip

from index.results import Months
from tui.bindings import bindings
from tui.view.bars import Bar, axis, bars, column, month_axis, thickness, time_in_words
from tui.view.rows import Line, Piece, cut
from tui.widgets.letter_messages import Said
from tui.widgets.looks import PieceList
from tui.widgets.narrowing import Narrow, Widen

TALLEST = 12
"""Lines of the highest bar: more say nothing that twelve do not."""
ROUND = 4
"""Lines beside the bars: what is under the cursor above; a pointer, months and years below."""


class Timeline(PieceList):
    """Bars side by side, one of them under the cursor; motion walks them, as it walks rows elsewhere."""

    BINDINGS = bindings("timeline", "motion")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._timeline = Months()
        self._undated = 0
        self._hint = ""
        self.bars: tuple[Bar, ...] = ()

    def show(self, timeline: Months, total: int) -> None:
        """Show the timeline of a page of `total` hits; the cursor keeps its month, else goes to the highest bar."""
        here = self.current.label if self.current else ""
        self._timeline = timeline
        self._undated = max(0, total - sum(timeline.counts))
        self._hint = "No hit has a date." if total else "No hits."
        self._lay_out()
        labels = [bar.label for bar in self.bars]
        counts = [bar.count for bar in self.bars]
        if self.bars:
            self.cursor = labels.index(here) if here in labels else counts.index(max(counts))
        self.repaint()

    def _lay_out(self) -> None:
        self.bars = bars(self._timeline, max(1, self.size.width - 2))
        self.reflow()

    @property
    def current(self) -> Bar | None:
        """The bar under the cursor."""
        return self.bars[self.cursor] if self.bars else None

    def item_count(self) -> int:
        """Bars."""
        return len(self.bars)

    def item_lines(self, index: int) -> tuple[int, int]:
        """A bar takes the whole height."""
        return 0, self.line_count(self.size.width)

    def line_count(self, width: int) -> int:
        """As many lines as the pane has, up to `TALLEST` and those around."""
        most = max((bar.count for bar in self.bars), default=1)
        # Twelve lines for two letters would be a wall: a letter takes two lines at the most.
        return min(self.size.height, ROUND + min(TALLEST, max(3, 2 * most)))

    def line_state(self, y: int) -> Hashable:
        """Every line shows the cursor."""
        return self.cursor

    def watch_cursor(self, old: int, new: int) -> None:
        """Paint anew; nothing scrolls."""
        self.refresh()
        if self.bars:
            self.post_message(self.Moved(self, new))

    def on_resize(self, event: events.Resize) -> None:
        """Months may fit now, or no more; the cursor keeps to its time."""
        here = self.current.label if self.current else ""
        self._lay_out()
        if self.current is not None and len(self.current.label) != len(here):
            same = [at for at, bar in enumerate(self.bars) if bar.label[:4] == here[:4]]
            self.cursor = max(same, key=lambda at: self.bars[at].count, default=0)

    def move(self, lines: int) -> None:
        """By one bar, or by a year of twelve where other panes move by a page or half of one."""
        self.cursor += lines if abs(lines) == 1 else 12 * (1 if lines > 0 else -1)

    def window(self, width: int) -> tuple[int, int, int]:
        """First bar shown, the one after the last, cells of each: where too many, those around the cursor."""
        cell = thickness(len(self.bars), width)
        fits = max(1, width // cell)
        first = max(0, min(self.cursor - fits // 2, len(self.bars) - fits))
        return first, min(len(self.bars), first + fits), cell

    def paint(self, y: int, width: int) -> Strip:
        """A line of all bars."""
        height = self.line_count(width) - ROUND
        if not self.bars:
            return self.strip(cut([Piece(self._hint if y == 0 else "", "date")], width - 1), width, False)
        if y == 0 or height <= 0:
            return self.strip(cut(list(self.words()) if y == 0 else [], width - 1), width, False)
        first, last, cell = self.window(width - 2)
        if y <= height:
            return self.strip(self._slice(y - 1, height, first, last, cell), width, False)
        if y == height + 1:
            more = "›" if last < len(self.bars) else ""
            pointer = Piece((" " * (cell * (self.cursor - first)) + "▲").ljust(width - 2), "match")
            return self.strip([pointer, Piece(more, "marked")], width, False, "‹" if first else "")
        labels = [bar.label for bar in self.bars[first:last]]
        months = month_axis(labels, cell)
        words = months if months and y == height + 2 else axis(labels, width - 2, cell)
        return self.strip([Piece(words if months or y == height + 2 else "", "date")], width, False)

    def _slice(self, line: int, height: int, first: int, last: int, cell: int) -> list[Piece]:
        most = max(bar.count for bar in self.bars)
        body = max(1, cell - 1)
        pieces: list[Piece] = []
        for at in range(first, last):
            block = column(self.bars[at].count, most, height)[line]
            text = block * body + " " * (cell - body)
            look = "match" if at == self.cursor else "relation"
            if pieces and pieces[-1].look == look:
                pieces[-1] = Piece(pieces[-1].text + text, look)
            else:
                pieces.append(Piece(text, look))
        return pieces

    def words(self) -> Line:
        """What is under the cursor: `August 2006 · 12 letters`, and how many letters have no date."""
        bar = self.current
        if bar is None:
            return ()
        count = f"{bar.count:,} letter{'s' if bar.count != 1 else ''}"
        undated = f" · {self._undated:,} undated" if self._undated else ""
        return Piece(time_in_words(bar.label), "symbol"), Piece(f" · {count}", "party"), Piece(undated, "date")

    def action_earlier(self) -> None:
        """`h`."""
        self.cursor -= 1

    def action_later(self) -> None:
        """`l`."""
        self.cursor += 1

    def action_choose(self) -> None:
        """Enter: keep only this month, or this year; a bar without hits is not chosen."""
        bar = self.current
        if bar is not None and bar.count:
            self.post_message(Narrow("month" if "-" in bar.label else "year", bar.label))
        elif bar is not None:
            self.post_message(Said(f"no hit in {time_in_words(bar.label)} to keep"))

    def action_widen(self) -> None:
        """`-`."""
        self.post_message(Widen())

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a bar; a second one on the same bar narrows."""
        event.prevent_default()
        first, last, cell = self.window(self.size.width - 2)
        at = first + (event.x - 1) // cell
        if not first <= at < last:
            return
        if at == self.cursor:
            self.action_choose()
        self.cursor = at

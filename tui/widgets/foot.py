"""Two lines under the results: how many letters, and when they were written."""

from __future__ import annotations

from index.results import Months, Page
from tui.view.bars import sparkline
from tui.view.rows import Line, Piece
from tui.widgets.written import Written


class Foot(Written):
    """Repaints only where it says something else."""

    DEFAULT_CSS = """
    Foot { height: 2; width: 1fr; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._page: Page | None = None
        self._shown: tuple[object, ...] = ()

    def show(self, page: Page) -> None:
        """The timeline of a page."""
        self._page = page
        if (page.timeline, page.total) != self._shown:
            self._shown = page.timeline, page.total
            self.refresh()

    def written(self, width: int) -> tuple[Line, Line]:
        """Both lines at a width in cells."""
        return foot(self._page.timeline, self._page.total, width) if self._page is not None else ((), ())


def foot(timeline: Months, total: int, width: int) -> tuple[Line, Line]:
    """Two lines under the results: how many letters and their bars; the first and the last year under them."""
    count = f"{total:,} letter{'s' if total != 1 else ''}  "
    line = sparkline(timeline.counts, width - len(count))
    if not line or width < len(count) + 9:
        return (Piece(count.rstrip(), "date"),), ()
    first, last = (f"{month // 12:04}" for month in (timeline.first, timeline.first + len(timeline.counts) - 1))
    years = first if first == last else first + last.rjust(max(5, len(line) - 4))
    return (Piece(count, "date"), Piece(line, "relation")), (Piece(" " * len(count) + years, "date"),)

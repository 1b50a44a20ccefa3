"""Two lines under the results: how many letters, and when they were written."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from index.results import Page
from tui.view.rows import Line
from tui.widgets.line import STYLES
from tui.widgets.timeline import foot


class Foot(Widget):
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

    def lines(self, width: int) -> tuple[Line, Line]:
        """Both lines at a width in cells."""
        return foot(self._page.timeline, self._page.total, width) if self._page is not None else ((), ())

    def render(self) -> Content:
        """Plain text with styles of ours."""
        first, second = self.lines(self.size.width)
        parts = [(piece.text, STYLES.get(piece.look, "")) for piece in first]
        parts += [("\n", ""), *((piece.text, STYLES.get(piece.look, "")) for piece in second)]
        return Content.assemble(*parts)

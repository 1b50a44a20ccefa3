"""What a pane says and nothing else, so that the terminal's own selection takes no rule and no neighbour with it.

The lines go to the terminal unbroken: it wraps them itself, and a paragraph selected is pasted as one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.screen import Screen
from textual.strip import Strip

from corpus.clean import shown
from tui.painting import InCells
from tui.view.whole import Row, Whole, as_sent, rows_of

if TYPE_CHECKING:
    from tui.app import Rejoinder

MOVES = {
    "j": "line", "down": "line", "k": "-line", "up": "-line", "d": "half", "u": "-half", "space": "page",
    "pagedown": "page", "b": "-page", "pageup": "-page", "G": "end", "end": "end", "g": "-end", "home": "-end",
}  # fmt: skip
"""Keys that move; any other returns."""


class PlainScreen(InCells, Screen[None], inherit_bindings=False):
    """Shows whole lines a page at a time, and a line of keys below them; the mouse is the terminal's meanwhile.

    `moved` is called with the line at the top, when one returns from another than one began with.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PlainScreen { background: $background; color: $foreground; }
    """

    def __init__(self, whole: Whole, moved: Callable[[int], object] | None = None) -> None:
        super().__init__()
        self._lines = tuple(map(shown, whole.lines))
        self._line, self._moved = whole.at, moved
        self._rows: list[Row] = []
        self._top = 0
        self._begun = -1

    @property
    def _page(self) -> int:
        return max(1, self.size.height - 1)

    def on_mount(self) -> None:
        """The mouse is the terminal's."""
        cast("Rejoinder", self.app).lend_mouse(True)

    def on_resize(self, event: events.Resize) -> None:
        """Other rows; the line at the top stays there."""
        line = self._rows[self._top].line if self._rows else self._line
        self._rows = rows_of(self._lines, max(1, event.size.width))
        self._top = next((n for n, row in enumerate(self._rows) if row.line >= line), 0)
        if self._begun < 0:
            self._begun = line
        self._show()

    def _show(self) -> None:
        """The page, painted for whoever asks, and sent as it is to a terminal."""
        self._top = max(0, min(self._top, len(self._rows) - self._page))
        self.refresh()
        rows = self._rows[self._top : self._top + self._page]
        cast("Rejoinder", self.app).show_plain(as_sent(rows), self._keys(), self.size.height)

    def _keys(self) -> str:
        """How to go on, how to return, and where one is; at least that one returns."""
        last = min(len(self._rows), self._top + self._page)
        where = f" · {last * 100 // max(1, len(self._rows))} %" if len(self._rows) > self._page else ""
        going = "Space next page · b back · " if where else ""
        words = f"{going}any other key returns{where}"
        return words if len(words) < self.size.width else "any key returns"[: max(0, self.size.width - 1)]

    def render_lines(self, crop: Any) -> list[Strip]:
        """The same as is sent."""
        width, ground = self.size.width, self.rich_style
        strips = []
        for y in crop.line_range:
            number = self._top + y
            text, style = "", ground
            if y == self._page:
                text, style = self._keys(), ground + Style(dim=True)
            elif y < self._page and number < len(self._rows):
                text = self._rows[number].text
            strips.append(Strip([Segment(text, style)]).adjust_cell_length(width, ground))
        for door in self.get_line_filters():
            strips = [strip.apply_filter(door, self.background_colors[1]) for strip in strips]
        start, end = crop.column_span
        return [strip.crop(start, end) for strip in strips]

    def on_key(self, event: events.Key) -> None:
        """Move, or return to the line one has come to."""
        event.stop()
        move = MOVES.get(event.character if event.character in MOVES else event.key)
        if move is None:
            self._leave()
            return
        steps = {"line": 1, "half": self._page // 2, "page": max(1, self._page - 1), "end": len(self._rows)}
        self._top += steps[move.removeprefix("-")] * (-1 if move.startswith("-") else 1)
        self._show()

    def _leave(self) -> None:
        app = cast("Rejoinder", self.app)
        app.lend_mouse(False)
        app.show_plain(None)
        line = self._rows[self._top].line if self._rows else self._begun
        if self._moved is not None and line != self._begun:
            self._moved(line)
        self.dismiss(None)

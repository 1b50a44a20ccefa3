"""A list in a dialog: notes, the outline, bookmarks, the way. One line a row, one of them chosen with Enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.strip import Strip

from corpus.clean import visible
from tui.bindings import binding_of, bindings
from tui.painting import InCells
from tui.view.wrap import cells, shorten
from tui.widgets.list_scroller import ListScroller
from tui.widgets.rule import Rule

GOES = "Enter goes there · Esc closes"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list: its words, what stands at its right, how deep it is, whether it is dim."""

    text: str
    aside: str = ""
    depth: int = 0
    dim: bool = False


class Rows(ListScroller):
    """Rows, one a line; the one under the cursor is flagged and reversed."""

    BINDINGS = bindings("motion") + binding_of("lists.open")

    def __init__(self, rows: Sequence[Row], *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.rows = tuple(rows)

    def replace_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; the cursor stays where it is, as far as there are rows."""
        self.rows = tuple(rows)
        self.reflow()

    def item_count(self) -> int:
        """The number of rows."""
        return len(self.rows)

    def paint(self, y: int, width: int) -> Strip:
        """A row, cut to the width; its aside gives way first."""
        row = self.rows[y]
        here = y == self.cursor
        style = self.rich_style + Style(dim=row.dim or None, reverse=here or None)
        flag = "▌" if here else " "
        words = shorten(visible(f"{flag}{'  ' * row.depth}{' '.join(row.text.split())}"), width)
        aside = visible(" ".join(row.aside.split()))
        room = width - cells(words) - cells(aside) - 1
        if aside and room > 0:
            words += " " * room + aside + " "
        return Strip([Segment(words, style)]).adjust_cell_length(width, style)


class ListDialog(InCells, ModalScreen[int | None]):
    """Rows between two edges, across the screen; gives the index chosen, None when closed.

    Keys: the motion of every pane, Enter, Esc.
    """

    DEFAULT_CSS = """
    ListDialog { align: center middle; background: transparent; }
    ListDialog > Vertical { width: 100%; height: auto; max-height: 100%; background: $surface; }
    ListDialog Rows { height: auto; max-width: 112; background: $surface; }
    """
    BINDINGS = binding_of("lists.close", "lists.plain")

    def __init__(
        self, title: str, rows: Sequence[Row], cursor: int = 0, hint: str = "Enter goes there · Esc closes"
    ) -> None:
        super().__init__()
        self._title, self._rows, self._start, self._hint = title, rows, cursor, hint

    def compose(self) -> ComposeResult:
        """Title, rows, hint."""
        with Vertical():
            yield Rule(self._title, strong=True)
            yield Rows(self._rows)
            yield Rule(self._hint)

    def on_mount(self) -> None:
        """The rows have the focus."""
        rows = self.query_one(Rows)
        rows.focus()
        rows.cursor = self._start

    def on_list_scroller_moved(self, event: ListScroller.Moved) -> None:
        """Another row: the hardware cursor follows."""
        event.list.point()

    def on_resize(self, event: events.Resize) -> None:
        """All rows, or as many as leave some of the screen beneath in view."""
        rows = self.query_one(Rows)
        rows.styles.height = max(1, min(len(self._rows), event.size.height * 8 // 10 - 2))
        self.call_after_refresh(rows.point)

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """A row was chosen."""
        self.dismiss(event.index)

    def action_plain(self) -> None:
        """`P`: its rows to select from."""
        from tui.screens.dialog import show_plain

        show_plain(self)

    def action_close(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)

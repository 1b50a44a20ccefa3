"""The desk: search line, columns and footer; which are in view, which has the focus, what the heads say."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.geometry import Offset, Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from index.results import Page, Sort
from tui.commands import COMMANDS, Command
from tui.painting import InCells, point
from tui.places import History
from tui.state import State
from tui.terminal import SMALLEST
from tui.view.arrangement import shown, widths
from tui.view.rows import Piece
from tui.widgets.column import Column
from tui.widgets.keys_line import KeysLine
from tui.widgets.later import Later, no_letter, no_thread
from tui.widgets.line import Line
from tui.widgets.proof_lines import ProofLines
from tui.widgets.results import Results
from tui.widgets.search_line import SearchLine, UnderSearch

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.library import Library
    from tui.widgets.reader import LetterPane
    from tui.widgets.thread_pane import ThreadPane

ONE = 90
"""Columns below which one pane hides the others."""


class Bare(Horizontal):
    """Holds widgets that cover it whole: nothing of its own is drawn, which Textual would do line by line."""

    BLANK = True


class Desk(InCells, Screen[None], inherit_bindings=False):
    """What every part of the browse screen works with. Panes have names (`results`, `letter`, `thread`, and those
    that `add_pane` brings); each stands in a column, `left`, `middle` or `right`.
    """

    AUTO_FOCUS = ""
    ALLOW_SELECT = False
    BLANK = True
    DEFAULT_CSS = """
    Desk { layers: base above; background: $background; color: $foreground; }
    Desk #top { height: 1; }
    Desk #slash { width: 3; color: $text-muted; }
    Desk #slash.lit { color: $accent; text-style: bold; }
    Desk #status { width: 32; }
    Desk #panes { height: 1fr; }
    Desk #left > Results, Desk LetterPane, Desk ThreadPane { height: 1fr; }
    Desk #small { display: none; width: 100%; height: 100%; content-align: center middle; }
    """

    def __init__(self, state: State, table: tuple[Command, ...] = COMMANDS) -> None:
        super().__init__()
        self.state = state
        """Reading places and bookmarks."""
        self.table = table
        """The commands with a person's own keys."""
        self.library: Library | None = None
        """None until it is open; `on_library_opened` sets it."""
        self.page: Page | None = None
        """The last answer to the search line."""
        self.narrowed: tuple[tuple[str, str], ...] = ()
        """Facet values that the search keeps to, the last narrowing last."""
        self.sort = Sort.RELEVANCE
        self.way = History()
        self.search_line = SearchLine(id="search")
        self.under_search = UnderSearch(id="under-search")
        self.status = Line(id="status")
        self.results = Results(id="results")
        self.proof = ProofLines(id="proof")
        self.keys_line = KeysLine(id="keys")
        letter = Later(self._letter_pane, no_letter)
        thread = Later(_thread_pane, no_thread)
        self.columns = {
            "left": Column("left", {"results": self.results}),
            "middle": Column("middle", {"letter": letter}, parted=True),
            "right": Column("right", {"thread": thread}, [self.proof], parted=True),
        }
        self.column_of = {"results": "left", "letter": "middle", "thread": "right"}
        """Pane → column."""
        self.wide: set[str] = set()
        """Panes that take the whole width when they have the focus."""
        self.active = "results"
        """The pane that has the focus, or had it before the search line took it."""
        self.side = "left"
        """The column beside the letter where only two fit."""
        self.zoomed = False

    def compose(self) -> ComposeResult:
        """Search line and status, columns, keys."""
        with Bare(id="top"):
            yield Static(" / ", id="slash", markup=False)
            yield self.search_line
            yield self.status
        with Bare(id="panes"):
            yield from self.columns.values()
        yield self.keys_line
        yield self.under_search
        yield Static("", id="small", markup=False)

    def _on_screen_resume(self, event: events.ScreenResume) -> None:
        """At first every widget has just been mounted, and its styles need not be found again."""
        if not self.stack_updates:
            event.refresh_styles = False

    # Which panes are in view

    def pane_named(self, name: str) -> Widget:
        """The pane of that name, made now where it was not wanted before."""
        return self.columns[self.column_of[name]].pane(name)

    @property
    def letter(self) -> LetterPane:
        """The pane of the letter."""
        return cast("LetterPane", self.pane_named("letter"))

    @property
    def thread(self) -> ThreadPane:
        """The pane of its exchange."""
        return cast("ThreadPane", self.pane_named("thread"))

    @property
    def letter_read(self) -> Letter | None:
        """The letter that is open, if any; its pane is not made to tell that there is none."""
        pane = self.columns["middle"].panes["letter"]
        return None if isinstance(pane, Later) else cast("LetterPane", pane).letter

    def _letter_pane(self) -> LetterPane:
        from tui.widgets.reader import LetterPane

        return LetterPane(self.state, id="letter")

    async def add_pane(self, name: str, pane: Widget, column: str = "left", *, wide: bool = False) -> None:
        """Another pane, which shares a column with those that are there; `wide` gives it the whole width."""
        await self.columns[column].add(name, pane)
        self.column_of[name] = column
        if wide:
            self.wide.add(name)

    def turn_to(self, name: str) -> None:
        """Show a pane and give it the focus."""
        self.zoomed = self.zoomed and name == self.active
        self._activate(name)
        self.pane_named(name).focus()

    def show_pane(self, name: str) -> None:
        """Have a pane in view; the focus stays where it is, unless its pane goes out of view."""
        self.zoomed = False
        self._activate(name)

    def head(self, name: str, left: list[Piece], right: list[Piece] | None = None, yields: bool = False) -> None:
        """What stands above a pane; the right is left out where it `yields` and not everything fits."""
        self.columns[self.column_of[name]].head(name, left, right or [], yields)

    @property
    def extent(self) -> Size:
        """The screen's size; before the first layout the terminal's, so that nothing is laid out twice."""
        return self.size or self.app.size

    @property
    def in_view(self) -> tuple[str, ...]:
        """The columns in view."""
        zoomed = self.zoomed or self.active in self.wide
        return shown(self.extent.width, self.column_of[self.active], self.side, zoomed)

    def _activate(self, name: str) -> None:
        self.active = name
        column = self.column_of[name]
        if column != "middle":
            self.side = column
        self.columns[column].show(name)
        self.lay_out()

    def lay_out(self) -> None:
        """Show and size the columns for the present width; below the smallest size say so and show nothing."""
        width, height = self.extent
        small = width < SMALLEST[0] or height < SMALLEST[1]
        for widget in (*self.query("#top, #panes, #keys, #under-search"),):
            widget.display = not small
        note = self.query_one("#small", Static)
        note.display = small
        if small:
            note.update("too small"[: max(1, width)])
            return
        columns = self.in_view
        sizes = widths(width, columns)
        for name, column in self.columns.items():
            column.display = name in columns
            column.set_class(name != columns[0], "parted")
            if name in columns:
                column.styles.width = sizes[name]
        self.status.styles.width = 34 if width >= 60 else 18
        self._light()

    def _light(self) -> None:
        """Show where the focus is: head, slash and keys."""
        typing = self.search_line.has_focus
        if not typing:
            self.under_search.close()  # it lies over the heads of the panes
        for name, column in self.columns.items():
            column.light(not typing and name == self.column_of[self.active])
        self.query_one("#slash").set_class(typing, "lit")
        pane = "search" if typing else self.active
        width = self.extent.width
        self.keys_line.keys(pane, width < ONE, width, self.table)

    def on_resize(self, event: events.Resize) -> None:
        """Another size."""
        self.lay_out()

    def on_key(self, event: events.Key) -> None:
        """Keys come by on their way to the commands: what was said about those before is out of date."""
        self.keys_line.tire()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The focus moved: what it is on becomes active."""
        name = event.widget.id or ""
        if name in self.column_of:
            self._activate(name)
        else:
            self._light()

    # The panes' keys

    def action_pane(self, name: str) -> None:
        """F1 to F6."""
        if name in self.column_of:
            self.turn_to(name)

    def action_next_pane(self) -> None:
        """Tab."""
        self._walk_panes(1)

    def action_previous_pane(self) -> None:
        """Shift-Tab."""
        self._walk_panes(-1)

    def _walk_panes(self, step: int) -> None:
        """From the search line over the columns and back to it."""
        ring = ["search", *(column.current for column in self.columns.values())]
        at = 0 if self.search_line.has_focus else ring.index(self.active)
        there = ring[(at + step) % len(ring)]
        if there == "search":
            self.search_line.focus()
        else:
            self.turn_to(there)

    def action_zoom(self) -> None:
        """`z`: the whole width for the pane with the focus, and back."""
        self.zoomed = not self.zoomed
        self.lay_out()

    def action_focus_search(self) -> None:
        """`/`."""
        self.search_line.focus()

    # What is said

    def say(self, text: str) -> None:
        """A sentence in the last line, for a few seconds; `""` takes it away."""
        self.keys_line.say(text)

    def point(self, pane: Widget, line: int) -> None:
        """Put the hardware cursor at the beginning of a line of a pane: magnifiers and screen readers follow it."""
        point(self.app, Offset(pane.region.x, pane.region.y + max(0, line)))


def _thread_pane() -> ThreadPane:
    from tui.widgets.thread_pane import ThreadPane

    return ThreadPane(id="thread")

"""What all dialogs share: a title, a body, a line of keys; Esc closes one, and only one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from corpus.clean import visible
from tui.bindings import binding_of
from tui.painting import InCells
from tui.services.worker import Service
from tui.view.wrap import cells
from tui.widgets.list_scroller import ListScroller
from tui.widgets.rule import Rule, shortest

Result = TypeVar("Result")


def show_plain(screen: ModalScreen[Any]) -> None:
    """The plain screen of a dialog: its title, what it says, its rows."""
    from tui.screens.plain import PlainScreen
    from tui.view.whole import Whole

    lines: list[str] = []
    for widget in screen.walk_children():
        if isinstance(widget, Rule) and not lines:
            lines += [widget.words, ""]
        elif isinstance(widget, Static) and widget.display and str(widget.content):
            lines += [*map(visible, str(widget.content).split("\n")), ""]
        elif isinstance(widget, ListScroller):
            lines += widget.whole().lines
    screen.app.push_screen(PlainScreen(Whole(tuple(lines))))


class Dialog(InCells, ModalScreen[Result]):
    """A band across the screen, an edge above with its title and one below with its keys: few bytes, no box.

    A subclass gives `title_words`, `keys_words` and `body`.
    """

    DEFAULT_CSS = """
    Dialog { align: center middle; background: transparent; }
    Dialog > Vertical { width: 100%; height: auto; max-height: 100%; background: $surface; }
    Dialog > Vertical.whole { height: 100%; }
    Dialog .said { height: auto; max-height: 6; max-width: 112; padding: 0 1; color: $text-muted; }
    Dialog PieceList { height: auto; max-width: 112; background: $surface; }
    Dialog .whole PieceList { height: 1fr; }
    """
    BINDINGS = binding_of("lists.close", "lists.plain")
    WHOLE: ClassVar[bool] = False
    """Whether it takes the whole screen."""

    def title_words(self) -> str:
        """Its title."""
        raise NotImplementedError

    def keys_words(self) -> str:
        """What keys do here: `Enter opens · Esc closes`."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        with Vertical(classes="whole" if self.WHOLE else ""):
            yield Rule(self.title_words(), strong=True, classes="title")
            yield from self.body()
            yield Rule(self.keys_words(), classes="keys")

    def say_title(self, words: str) -> None:
        """Another title."""
        self.query_one(".title", Rule).say(words)

    def tell(self, words: str) -> None:
        """Say what came of something beside the keys: the line of the screen beneath may be hidden."""
        both = f"{words} · {self.keys_words()}"
        self.query_one(".keys", Rule).say(both if cells(shortest(both, self.size.width - 5)) > cells(words) else words)

    @property
    def panel(self) -> Vertical:
        """What is drawn over the screen beneath."""
        return self.query_one(Vertical)

    def room(self, taken: int) -> int:
        """Lines a list may take where `taken` others stand around it."""
        return max(1, self.app.size.height * 9 // 10 - taken)

    def on_list_scroller_moved(self, event: ListScroller.Moved) -> None:
        """Another row: the hardware cursor follows."""
        event.list.point()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The rows have the focus: the hardware cursor goes there once they have their place."""
        if isinstance(event.widget, ListScroller):
            self.call_after_refresh(event.widget.point)

    def fit_rows(self) -> None:
        """Give the rows their height for the present size of the screen; nothing to do where they take what is left."""

    def on_resize(self, event: events.Resize) -> None:
        """Another size: the edge with the keys stays in view."""
        self.fit_rows()
        for rows in self.query(ListScroller):
            self.call_after_refresh(rows.point)

    def on_unmount(self) -> None:
        """Nobody waits any more: a ledger of 17,000 letters would work on for two seconds."""
        service = getattr(self, "service", None)
        if isinstance(service, Service):
            service.stop()

    def action_plain(self) -> None:
        """`P`: its words to select from."""
        show_plain(self)

    def action_close(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)

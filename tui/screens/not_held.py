"""A letter that is not held: what is known of it, who cites it, where it is published."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from corpus.clean import visible
from index.results import Candidate
from tui.widgets.letter_messages import Take
from tui.widgets.rows import Row, Rows
from tui.widgets.scroller import ListScroller

MOTION = (
    ("j,down", "line_down"),
    ("k,up", "line_up"),
    ("d", "half_down"),
    ("u", "half_up"),
    ("space,pagedown", "page_down"),
    ("b,pageup", "page_up"),
    ("g", "first_of_two"),
    ("G,end", "last"),
    ("home", "first"),
    ("enter", "choose"),
)


class NotHeldDialog(ModalScreen[str | None]):
    """Gives the ID of the citing letter that is to be opened, None when closed. F8 sends the address."""

    DEFAULT_CSS = """
    NotHeldDialog { align: center middle; }
    NotHeldDialog > Vertical { width: 90%; max-width: 90; height: auto; max-height: 80%; background: $surface; }
    NotHeldDialog Static { padding: 0 1; color: $text-muted; }
    NotHeldDialog #name { text-style: bold; color: $foreground; }
    NotHeldDialog Rows { background: $surface; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", show=False),
        Binding("f8", "address", show=False),
        *(Binding(keys, f"rows('{action}')", show=False) for keys, action in MOTION),
    ]

    def __init__(self, name: str, known: str, candidate: Candidate | None) -> None:
        super().__init__()
        self.called, self.known = name, known
        self.cited_by = candidate.cited_by if candidate is not None else ()
        self.address = candidate.address if candidate is not None else ""

    def compose(self) -> ComposeResult:
        """Name, what is known, the citing letters, the keys."""
        keys = ["Enter opens a letter that cites it"] * bool(self.cited_by)
        keys += ["F8 sends the address"] * bool(self.address)
        with Vertical():
            yield Static(Content(visible(f"{self.called} · not held")), id="name")
            yield Static(Content(visible(self.known)))
            if self.address:
                yield Static(Content(visible(self.address)))
            yield Rows([Row(letter) for letter in self.cited_by])
            yield Static(Content(" · ".join([*keys, "Esc closes"])))

    def on_mount(self) -> None:
        """The rows have the focus."""
        rows = self.query_one(Rows)
        rows.styles.height = max(0, min(len(self.cited_by), self.app.size.height * 8 // 10 - 5))
        rows.focus()

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """A citing letter was chosen."""
        self.dismiss(self.cited_by[event.index])

    async def action_rows(self, action: str) -> None:
        """Motion."""
        await self.query_one(Rows).run_action(action)

    def action_address(self) -> None:
        """F8: the address to the terminal's clipboard."""
        if self.address:
            self.app.post_message(Take(self.address, "address"))

    def action_close(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)

"""Two tables over the whole screen: what two parties wrote to each other, and what is cited and not held."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from index.library import Library
from index.results import Candidate, Ledger, LedgerRow, Want, WantList
from tui.bindings import binding_of
from tui.screens.dialog import Dialog
from tui.screens.notheld import NotHeldScreen
from tui.services.worker import Failed, Service
from tui.view.table_rows import ledger_line, ledger_title, want_line
from tui.widgets.letter_messages import Take
from tui.widgets.list_scroller import ListScroller
from tui.widgets.row_list import RowList
from tui.widgets.rule import one_line


class LedgerScreen(Dialog[str]):
    """The letters between two parties by date; gives the ID of the one to open, None when closed."""

    WHOLE = True

    @dataclass
    class Ready(Message):
        """The ledger."""

        generation: int
        ledger: Ledger

    def __init__(self, library: Library, one: str, other: str) -> None:
        super().__init__()
        self.library, self.parties = library, (one, other)
        self.service = Service(self, "ledger")
        self.rows: RowList[LedgerRow] = RowList(ledger_line)

    def title_words(self) -> str:
        """Its title until the rows are there."""
        return f"Ledger · {self.parties[0]} and {self.parties[1]}"

    def keys_words(self) -> str:
        """What keys do here."""
        return "Enter opens · Esc closes"

    def body(self) -> Iterable[Widget]:
        """What the library covers, then the rows."""
        yield Static(classes="said")
        yield self.rows

    def on_mount(self) -> None:
        """Ask."""
        self.rows.show((), "gathering…")
        self.rows.focus()
        one, other = self.parties
        self.service.ask(
            lambda generation, cancel: self.Ready(generation, self.library.ledger(one, other, cancel=cancel))
        )

    def on_ledger_screen_ready(self, message: Ready) -> None:
        """The rows, and above them what they rest on."""
        ledger = message.ledger
        self.say_title(ledger_title(ledger))
        told = " ".join((ledger.head, *ledger.notices))
        self.query_one(".said", Static).update(Content(one_line(told)))
        self.rows.show(ledger.rows, "No letter held here passed between the two.")

    def on_service_failed(self, message: Failed) -> None:
        """One sentence instead of rows."""
        message.stop()
        self.rows.show((), str(message.error))

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Open it."""
        event.stop()
        self.dismiss(self.rows.values[event.index].id)


class WantListScreen(Dialog[str]):
    """What is cited and not held, the most cited first; gives the ID of a citing letter to open, None when closed."""

    BINDINGS = binding_of("lists.address")
    WHOLE = True

    @dataclass
    class Ready(Message):
        """The list."""

        generation: int
        wanted: WantList

    def __init__(self, library: Library) -> None:
        super().__init__()
        self.library = library
        self.service = Service(self, "missing")
        self.rows: RowList[Want] = RowList(want_line)

    def title_words(self) -> str:
        """Its title until the rows are there."""
        return "Cited and not held"

    def keys_words(self) -> str:
        """What keys do here."""
        return "Enter who cites it · F8 sends its address · Esc closes"

    def body(self) -> Iterable[Widget]:
        """What was capped, then the rows."""
        yield Static(classes="said")
        yield self.rows

    def on_mount(self) -> None:
        """Ask."""
        self.query_one(".said", Static).display = False
        self.rows.show((), "gathering…")
        self.rows.focus()
        self.service.ask(lambda generation, cancel: self.Ready(generation, self.library.missing(cancel=cancel)))

    def on_want_list_screen_ready(self, message: Ready) -> None:
        """The rows."""
        wanted = message.wanted
        count = f"{len(wanted.rows):,} document{'' if len(wanted.rows) == 1 else 's'}"
        self.say_title(f"Cited and not held · {count}, the most cited first")
        said = self.query_one(".said", Static)
        said.update(Content(one_line(" ".join(wanted.notices))))
        said.display = bool(wanted.notices)
        self.rows.show(wanted.rows, "Every document that is cited here is held.")

    def on_service_failed(self, message: Failed) -> None:
        """One sentence instead of rows."""
        message.stop()
        self.rows.show((), str(message.error))

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Who cites it."""
        event.stop()
        want = self.rows.values[event.index]
        candidate = Candidate(want.symbols, None, want.date, want.sender, want.cited_by, want.address)

        def cited(letter: str | None) -> None:
            if letter is not None:
                self.dismiss(letter)

        self.app.push_screen(NotHeldScreen(self.library, "-".join(want.symbols), candidate, count=want.count), cited)

    def action_address(self) -> None:
        """`F8`."""
        want = self.rows.current
        if want is not None and want.address:
            self.post_message(Take(want.address, "address"))

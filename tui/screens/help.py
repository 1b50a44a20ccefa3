"""The keys that work here, now: those of the pane with the focus, motion, and those that work everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widget import Widget

from tui.bindings import binding_of, bindings
from tui.commands import COMMANDS, PANES, Command, shown, working_in
from tui.screens.dialog import Dialog
from tui.view.rows import Piece, fit
from tui.view.wrap import cells
from tui.widgets.list_scroller import ListScroller
from tui.widgets.sections import Entry, Sections

KEYS = 18
"""Columns of the keys at the most; the commonest have two or three."""


class HelpScreen(Dialog[Command]):
    """Gives the command chosen with Enter, None when closed."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("question_mark", "close", "close", show=False)]

    def __init__(self, pane: str, table: tuple[Command, ...] = COMMANDS) -> None:
        super().__init__()
        self.pane = pane
        self.commands = working_in(pane, table)

    def title_words(self) -> str:
        """Its title."""
        return f"Keys · {PANES.get(self.pane, self.pane)}"

    def keys_words(self) -> str:
        """What keys do here."""
        return "Enter does it · keys.toml binds other keys · Esc closes"

    def body(self) -> Iterable[Widget]:
        """One list."""
        yield KeyList(help_rows(self.commands))

    def on_mount(self) -> None:
        """The list has the focus."""
        self.query_one(KeyList).focus()

    def fit_rows(self) -> None:
        """As many lines as it needs or there are."""
        rows = self.query_one(KeyList)
        rows.styles.height = min(rows.line_count(80), self.room(2))

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Do that."""
        event.stop()
        self.dismiss(self.commands[event.index])


class KeyList(Sections):
    """Keys and what they do."""

    BINDINGS = bindings("motion") + binding_of("lists.open")


def help_rows(commands: Sequence[Command]) -> list[Entry]:
    """A row for each command, its keys at the left, under the place where it works."""
    keys = [" ".join(shown(key) for key in command.keys) for command in commands]
    width = min(KEYS, max(map(cells, keys), default=0)) + 2
    rows = []
    for number, (command, names) in enumerate(zip(commands, keys, strict=True)):
        opens = number == 0 or commands[number - 1].pane != command.pane
        title = PANES.get(command.pane, command.pane) if opens else ""
        name = fit(names, width - 2)
        line = (Piece(name + " " * (width - cells(name)), "relation"), Piece(command.help, "party"))
        rows.append(Entry(line, heading=title[:1].upper() + title[1:]))
    return rows

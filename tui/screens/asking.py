"""A dialog in which one types and rows answer: look-up and palette. Every printable key types."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from textual import on
from textual.widget import Widget
from textual.widgets import Input

from index.results import Candidate
from tui.bindings import bindings
from tui.screens.dialog import Dialog
from tui.services.worker import Failed, Service
from tui.widgets.letter_messages import Take
from tui.widgets.list_scroller import ListScroller
from tui.widgets.row_list import RowList
from tui.widgets.symbol_input import SymbolInput

TALLEST = 14
"""Rows at the most, so that the screen beneath stays in view."""

Result = TypeVar("Result")


class Asking(Dialog[Result]):
    """A subclass gives `rows`, asks `service` in `typed`, and says in `action_open` what Enter does."""

    BINDINGS = bindings("lookup")
    rows: RowList[Any]
    service: Service
    placeholder = ""

    def __init__(self, text: str = "") -> None:
        super().__init__()
        self._text = text

    def body(self) -> Iterable[Widget]:
        """The line and what answers it."""
        yield SymbolInput(self._text, self.placeholder)
        yield self.rows

    def on_mount(self) -> None:
        """The line has the focus, always."""
        self.rows.can_focus = False
        self.query_one(SymbolInput).focus()
        if not self._text:
            self.typed("")

    def fit_rows(self) -> None:
        """As many rows as there is room for, so that the band does not jump while one types."""
        self.rows.styles.height = min(TALLEST, self.room(4))

    def typed(self, text: str) -> None:
        """Something else stands in the line."""
        raise NotImplementedError

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.typed(event.value.strip())

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.action_open()

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """A second click on a row."""
        event.stop()
        self.action_open()

    def on_service_failed(self, message: Failed) -> None:
        """One sentence instead of rows."""
        message.stop()
        if self.service.is_current(message.generation):
            self.rows.show((), str(message.error))

    def action_open(self) -> None:
        """Enter."""
        raise NotImplementedError

    def action_address(self) -> None:
        """`F8`: the address of the document under the cursor."""
        chosen = self.rows.current
        if isinstance(chosen, Candidate) and chosen.address:
            self.post_message(Take(chosen.address, "address"))

    def action_line_down(self) -> None:
        """Down, in the rows."""
        self.rows.action_line_down()

    def action_line_up(self) -> None:
        """Up, in the rows."""
        self.rows.action_line_up()

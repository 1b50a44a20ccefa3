"""An application with nothing but a pane that narrows, and what the pane says."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.message import Message

from tui.widgets.letter_messages import Said
from tui.widgets.narrowing import Narrow, Widen
from tui.widgets.scroller import Scroller


class Host(App[None]):
    """Shows the pane; `heard` is what it posted."""

    def __init__(self, pane: Scroller) -> None:
        super().__init__()
        self.pane = pane
        self.heard: list[Message] = []
        self.said = ""

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_facet_narrow(self, message: Narrow) -> None:
        self.heard.append(message)

    def on_letter_said(self, message: Said) -> None:
        self.said = message.text

    def on_facet_widen(self, message: Widen) -> None:
        self.heard.append(message)


def seen(pane: Scroller) -> list[str]:
    """The lines of the pane as they are painted."""
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]

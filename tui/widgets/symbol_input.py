"""A line for a symbol or a whole pasted paragraph."""

from __future__ import annotations

from textual import events
from textual.widgets import Input

from corpus.clean import visible

LONGEST = 20_000
"""Characters taken of a paste: ten times the longest paragraph that was ever circulated."""


class SymbolInput(Input):
    """Takes a pasted paragraph whole, made one line; nothing pasted can act."""

    DEFAULT_CSS = """
    SymbolInput, SymbolInput:focus { height: 1; border: none; padding: 0 1; background: $surface; margin: 0 0 1 0; }
    SymbolInput > .input--cursor { text-style: reverse; }
    """

    def __init__(self, text: str = "", placeholder: str = "") -> None:
        super().__init__(text, placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False  # 2.5 KB a second over a line, for nothing

    def on_paste(self, event: events.Paste) -> None:
        """Textual's own takes the first line only."""
        event.prevent_default().stop()
        self.insert_text_at_cursor(visible(" ".join(event.text[:LONGEST].split())))

"""A letter explorer of Textual's stock widgets, as they come: what `benchmarks.bytes` compares with.

    python -m benchmarks.stock LIBRARY [LETTER]

Input, ListView, MarkdownViewer and Tree, with Textual's driver, theme, animation and cursor; the library is ours.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Input, Label, ListItem, ListView, MarkdownViewer, Tree

from corpus.errors import RejoinderError
from index.library import Library
from index.results import Request
from tui.markdown import letter_markdown


class Found(ListView):
    """What was found."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "cursor_down")]


class Stock(App[None]):
    """The same three panes under a search line."""

    CSS = "Found { width: 34; } MarkdownViewer { width: 49; } .zoomed { width: 1fr; } Tree { width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "page"),
        Binding("j", "line"),
        Binding("g", "top"),
        Binding("z", "zoom"),
        Binding("slash", "search"),
    ]

    def __init__(self, library: Library, letter: str | None) -> None:
        super().__init__()
        self.library, self.letter = library, letter

    def compose(self) -> ComposeResult:
        yield Input(placeholder="letters")
        with Horizontal():
            yield Found()
            yield MarkdownViewer(show_table_of_contents=False)
            yield Tree("exchange")

    async def on_mount(self) -> None:
        if self.letter is not None:
            letter = self.library.letter(self.library.identify(self.letter)[0])
            await self.query_one(MarkdownViewer).document.update(f"¶\n\n{letter_markdown(letter, self.letter)}")
            await self.find(self.letter)
            self.set_timer(0.5, lambda: self.set_focus(None))  # once the screen has given it to the Input

    async def on_input_changed(self, event: Input.Changed) -> None:
        await self.find(event.value)

    async def on_input_submitted(self) -> None:
        self.query_one(Found).focus()

    async def find(self, words: str) -> None:
        try:
            page = self.library.search(Request(words, limit=50, prefix_last=True))
        except RejoinderError:
            return  # a query half typed
        rows = self.query_one(Found)
        await rows.clear()
        await rows.extend(ListItem(Label(f"{hit.id}\n{hit.title}", markup=False)) for hit in page.hits)

    def action_page(self) -> None:
        self.query_one(MarkdownViewer).scroll_page_down()

    def action_line(self) -> None:
        self.query_one(MarkdownViewer).scroll_down()

    def action_top(self) -> None:
        self.query_one(MarkdownViewer).scroll_home()

    def action_search(self) -> None:
        self.query_one(Input).focus()

    def action_zoom(self) -> None:
        self.query_one(MarkdownViewer).toggle_class("zoomed")
        for widget in (self.query_one(Found), self.query_one(Tree)):
            widget.display = not widget.display


if __name__ == "__main__":
    with Library.open(Path(sys.argv[1])) as library:
        Stock(library, sys.argv[2] if len(sys.argv) > 2 else None).run()

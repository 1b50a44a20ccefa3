"""A line across a dialog with words in it: its upper edge with its title, its lower edge with its keys."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from corpus.clean import visible
from tui.view.rows import fit
from tui.view.wrap import cells


class Rule(Widget):
    """An edge that needs no box: at 16 colours a panel has no ground of its own to be told by."""

    DEFAULT_CSS = """
    Rule { height: 1; width: 100%; }
    """

    def __init__(self, words: str, *, strong: bool = False, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.words = one_line(words)
        self._style = "bold" if strong else "$text-muted"

    def say(self, words: str) -> None:
        """Other words."""
        self.words = one_line(words)
        self.refresh()

    def render(self) -> Content:
        """Plain text with styles of ours: nothing in it can be markup."""
        width = self.size.width
        words = fit(shortest(self.words, width - 5), max(0, width - 5))
        tail = "─" * max(0, width - cells(words) - 4)
        return Content.assemble(("── "[: max(0, width)], "$rule"), (words, self._style), (f" {tail}", "$rule"))


def shortest(words: str, width: int) -> str:
    """Words parted by ` · ` in at most `width` cells, as far as leaving some out helps: the last but one goes first."""
    parts = words.split(" · ")
    while len(parts) > 1 and cells(" · ".join(parts)) > width:
        del parts[-2]
    return " · ".join(parts)


def one_line(text: str) -> str:
    """Words for a line of their own, cleaned."""
    return visible(" ".join(text.split()))

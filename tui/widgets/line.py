"""A line of words: what stands at its left, what at its right; one widget for heads, status and footer."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.view.rows import Piece, cut
from tui.view.wrap import cells

STYLES = {
    "text": "",
    "muted": "$text-muted",
    "date": "$text-muted",
    "strong": "bold",
    "symbol": "bold",
    "accent": "$accent",
    "relation": "$accent",
    "key": "bold $accent",
    "match": "bold $warning",
    "inferred": "italic $text-muted",
    "error": "bold $error",
}
"""Look → style of a piece; a look that is not here is plain."""


def fitted(left: Sequence[Piece], right: Sequence[Piece], width: int) -> list[Piece]:
    """One line of exactly `width` cells; the left gives way to the right, and the right to the width."""
    tail = cut(list(right), width)
    room = width - sum(cells(p.text) for p in tail) - bool(tail)
    head = cut(list(left), max(0, room))
    gap = width - sum(cells(p.text) for p in (*head, *tail))
    return [*head, Piece(" " * max(0, gap)), *tail]


class Line(Widget):
    """Shows pieces on one line; repaints only where they differ from what it shows."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.left: tuple[Piece, ...] = ()
        self.right: tuple[Piece, ...] = ()

    def show(self, left: Sequence[Piece] = (), right: Sequence[Piece] = ()) -> None:
        """Show other pieces."""
        if (tuple(left), tuple(right)) != (self.left, self.right):
            self.left, self.right = tuple(left), tuple(right)
            self.refresh()

    def words_of(self, pieces: Sequence[Piece]) -> Content:
        """Pieces as plain text with styles of ours."""
        return Content.assemble(*((p.text, STYLES.get(p.look, "")) for p in pieces), end="")

    def render(self) -> Content:
        """The pieces, plain text with styles of ours: nothing in them can be markup."""
        return self.words_of(fitted(self.left, self.right, self.size.width))

    @property
    def words(self) -> str:
        """What it says, for tests and for whoever reads the screen aloud."""
        return " ".join(filter(None, ("".join(p.text for p in self.left), "".join(p.text for p in self.right))))

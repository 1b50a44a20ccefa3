"""A line of words: what stands at its left, what at its right; one widget for heads, status and footer."""

from __future__ import annotations

from collections.abc import Sequence

from tui.view.rows import Piece, cut
from tui.view.wrap import cells
from tui.widgets.written import Written


def fitted(left: Sequence[Piece], right: Sequence[Piece], width: int, yields: bool = False) -> list[Piece]:
    """One line of exactly `width` cells; the left gives way to the right, or, where the right `yields`, goes first."""
    tail = cut(list(right), width)
    room = width - _size(tail) - bool(tail)
    if yields and _size(left) > room:
        tail, room = [], width
    head = clipped(left, max(0, room))
    gap = width - _size((*head, *tail))
    return [*head, Piece(" " * max(0, gap)), *tail]


def clipped(pieces: Sequence[Piece], width: int) -> list[Piece]:
    """The pieces that fit into `width` cells, the last one cut to the letter: half a name says more than none."""
    out: list[Piece] = []
    for piece in pieces:
        size = cells(piece.text)
        if size > width:
            text = piece.text
            while text and cells(text) > width - 1:
                text = text[:-1]
            return [*out, Piece(f"{text}…", piece.look)] if width > 0 else out
        out.append(piece)
        width -= size
    return out


def _size(pieces: Sequence[Piece]) -> int:
    return sum(cells(p.text) for p in pieces)


class Line(Written):
    """Shows pieces on one line; repaints only where they differ from what it shows."""

    DEFAULT_CSS = """
    Line { height: 1; width: 1fr; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.left: tuple[Piece, ...] = ()
        self.right: tuple[Piece, ...] = ()
        self.yields = False
        """Whether the right is left out where not everything fits."""

    def show(self, left: Sequence[Piece] = (), right: Sequence[Piece] = (), yields: bool = False) -> None:
        """Show other pieces."""
        if (tuple(left), tuple(right), yields) != (self.left, self.right, self.yields):
            self.left, self.right, self.yields = tuple(left), tuple(right), yields
            self.refresh()

    def written(self, width: int) -> Sequence[Sequence[Piece]]:
        """The pieces."""
        return (fitted(self.left, self.right, width, self.yields),)

    @property
    def words(self) -> str:
        """What it says, for tests and for whoever reads the screen aloud."""
        return " ".join(filter(None, ("".join(p.text for p in self.left), "".join(p.text for p in self.right))))

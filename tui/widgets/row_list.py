"""Any values as rows of one line: what stands at the left, what keeps to the right edge, at any width."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from textual.strip import Strip

from tui.bindings import binding_of, bindings
from tui.view.rows import Line, Piece, cut, one_line
from tui.widgets.looks import PieceList
from tui.widgets.sections import spread

T = TypeVar("T")


class RowList(PieceList, Generic[T]):
    """Painted by `row(value, width) -> (left, right)` as rows come into view; a sentence where there is none."""

    BINDINGS = bindings("motion") + binding_of("lists.open")

    def __init__(
        self, row: Callable[[T, int], tuple[Line, Line]], values: Sequence[T] = (), *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self._row = row
        self.values: tuple[T, ...] = tuple(values)
        self.hint = ""

    def show(self, values: Sequence[T], hint: str = "", cursor: int = 0) -> None:
        """Show other values; `hint` stands where there is none."""
        self.values, self.hint = tuple(values), hint
        self.reflow()
        self.cursor = cursor

    @property
    def current(self) -> T | None:
        """The value under the cursor."""
        return self.values[self.cursor] if self.values else None

    def item_count(self) -> int:
        """Values."""
        return len(self.values)

    def line_count(self, width: int) -> int:
        """One line each; where there is none, the hint."""
        return len(self.values) or bool(self.hint)

    def paint(self, y: int, width: int) -> Strip:
        """A row, or the hint."""
        if not self.values:
            return self.strip(cut([Piece(one_line(self.hint), "date")], width - 1), width, False)
        left, right = self._row(self.values[y], max(1, width - 2))
        return self.strip(spread(left, right, width - 1), width, y == self.cursor)

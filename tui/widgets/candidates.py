"""Documents that a symbol may mean, as rows; the status keeps to the right edge at any width."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.strip import Strip

from index.results import Candidate
from tui.bindings import bindings
from tui.view.candidates import candidate_line
from tui.view.rows import Piece, cut, one_line
from tui.widgets.looks import PieceList
from tui.widgets.sections import spread


class Candidates(PieceList):
    """One line each; a sentence where there is none."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("motion"), Binding("enter", "choose", show=False)]

    def __init__(self, candidates: Sequence[Candidate] = (), *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.candidates = tuple(candidates)
        self.hint = ""

    def show(self, candidates: Sequence[Candidate], hint: str = "") -> None:
        """Show other candidates, the cursor on the first; `hint` stands where there is none."""
        self.candidates, self.hint = tuple(candidates), hint
        self.reflow()
        self.cursor = 0

    @property
    def current(self) -> Candidate | None:
        """The one under the cursor."""
        return self.candidates[self.cursor] if self.candidates else None

    def item_count(self) -> int:
        """Candidates."""
        return len(self.candidates)

    def line_count(self, width: int) -> int:
        """One line each; where there is none, the hint."""
        return len(self.candidates) or bool(self.hint)

    def paint(self, y: int, width: int) -> Strip:
        """A candidate, or the hint."""
        if not self.candidates:
            return self.strip(cut([Piece(one_line(self.hint), "date")], width - 1), width, False)
        line, told = candidate_line(self.candidates[y], width - 2)
        return self.strip(spread(line, told, width - 1), width, y == self.cursor)

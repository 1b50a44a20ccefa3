"""Words in context: the hits of a search as concordance lines, sorted by what stands left or right of the match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip

from index.results import Concordance
from tui.bindings import bindings
from tui.view.concordance import concordance_line, in_order
from tui.view.rows import Piece, cut, one_line
from tui.widgets.looks import PieceList

if TYPE_CHECKING:
    from tui.view.whole import Whole


class ContextPane(PieceList):
    """Lines aligned on the match; the cursor keeps its line when the order changes."""

    BINDINGS = bindings("context", "motion")

    @dataclass
    class Sorted(Message):
        """The lines stand in another order, `left` or `right`: for the pane's title."""

        by: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.lines: tuple[Concordance, ...] = ()
        self.by = "left"
        self.hint = ""

    def show(self, lines: Sequence[Concordance], by: str = "", fresh: bool = True) -> None:
        """Show other lines, in the order chosen last; the cursor returns to the first.

        `by` is the order they are in already (25,000 lines cost 0.1 s to sort: better in a thread). Where they are
        not `fresh`, the same search in a newer state of the library, the cursor keeps its line.
        """
        here = None if fresh else self.current
        self.lines, self.hint = tuple(lines) if by == self.by else in_order(lines, self.by), ""
        self.reflow()
        self.cursor = self.lines.index(here) if here in self.lines else 0
        if fresh:
            self.show_top(0)

    def say(self, hint: str) -> None:
        """A sentence where the lines would be: nothing matches, or they are being gathered."""
        self.lines, self.hint = (), hint
        self.reflow()

    @property
    def current(self) -> Concordance | None:
        """The line under the cursor."""
        return self.lines[self.cursor] if self.lines else None

    def title(self) -> str:
        """What is shown, in words: `words in context · 1,204 lines in 312 letters · sorted by the left`."""
        if not self.lines:
            return "words in context"
        letters = len({line.id for line in self.lines})
        count = f"{len(self.lines):,} line{'s' if len(self.lines) != 1 else ''}"
        among = f"{letters:,} letter{'s' if letters != 1 else ''}"
        return f"words in context · {count} in {among} · sorted by the {self.by}"

    def item_count(self) -> int:
        """Lines."""
        return len(self.lines)

    def line_count(self, width: int) -> int:
        """One line each; where there is none, the hint."""
        return len(self.lines) or bool(self.hint)

    def paint(self, y: int, width: int) -> Strip:
        """A line of the concordance."""
        if not self.lines:
            return self.strip(cut([Piece(one_line(self.hint), "date")], width - 1), width, False)
        return self.strip(concordance_line(self.lines[y], width - 1), width, y == self.cursor)

    def whole(self) -> Whole:
        """Every place of the words, a sentence each."""
        from tui.spoken import context_sentence
        from tui.view.whole import Whole

        if not self.lines:
            return super().whole()
        return Whole(tuple(context_sentence(line, f"{line.id}#{line.block}") for line in self.lines), self.cursor)

    def action_sort_left(self) -> None:
        """`h`."""
        self._sort("left")

    def action_sort_right(self) -> None:
        """`l`."""
        self._sort("right")

    def _sort(self, by: str) -> None:
        if by == self.by:
            return
        here, self.by = self.current, by
        self.lines = in_order(self.lines, by)
        self.repaint()
        if here is not None:
            self.cursor = next(n for n, line in enumerate(self.lines) if line is here)
        self.post_message(self.Sorted(by))

"""The search line: an input whose keys are in the command table, and what lies under it while one types."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widgets import Input

from corpus.clean import visible
from index.results import Completion
from tui.bindings import bindings
from tui.view.rows import Piece, one_line
from tui.view.wrap import cells, wrap
from tui.widgets.line import fitted
from tui.widgets.written import Written

LONGEST = 2_000
"""Characters of a query: a pasted paragraph, not a book."""
TALLEST = 6
"""Completions shown at a time."""


class SearchLine(Input):
    """Every printable key types; the others are the table's `search` commands, whose actions are the screen's."""

    BINDINGS = bindings("search")
    DEFAULT_CSS = """
    SearchLine, SearchLine:focus { border: none; padding: 0; height: 1; width: 1fr; background: $background; }
    SearchLine > .input--cursor { text-style: reverse; }
    SearchLine > .input--placeholder { color: $text-muted; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False)
    """The width of the query. As for the panes: one line stays one line, whatever is typed."""

    @dataclass(eq=False, repr=False)
    class Wanted(Message):
        """A key of the search line: `submit`, `results_down`, `results_up`, `complete`, `history`, `leave`."""

        action: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(
            id=id, placeholder="words, a symbol, from:…", select_on_focus=False, compact=True, max_length=LONGEST
        )
        self.cursor_blink = False  # 2.5 KB a second over a line, for nothing
        self.typed: Callable[[], None] | None = None
        """Called once keys have changed the query, all that came at once. Told by a message, its picture would come
        before its search begins: 3 ms of a typed letter.
        """
        self.foreseen: Callable[[str, int], None] | None = None
        """Called with the query that a key will make, and the place of the cursor in it, before the key is heard."""
        self._putting = self._changed = False
        self.disable_messages(Input.Changed)

    def put(self, text: str) -> None:
        """Show another query, without its being taken for a typed one."""
        self._putting = True
        self.value = text
        self.cursor_position = len(text)
        self._putting = False

    def watch_value(self, value: str) -> None:
        """Another query."""
        if not self._putting:
            self._changed = True

    def foresee(self, characters: str) -> None:
        """Characters are about to be typed. What they do then is not decided here."""
        at = self.cursor_position
        if self.foreseen is not None and self.selection.is_empty and len(self.value) + len(characters) <= LONGEST:
            self.foreseen(self.value[:at] + characters + self.value[at:], at + len(characters))

    def on_idle(self) -> None:
        """Every key that has come is heard, and none is painted yet."""
        if self._changed and self.typed is not None:
            self._changed = False
            self.typed()

    def _on_paste(self, event: events.Paste) -> None:
        """A paragraph of several lines is one query; nothing in it acts."""
        self.insert_text_at_cursor(visible(" ".join(event.text.split()))[:LONGEST])
        event.stop()
        event.prevent_default()

    async def action_submit(self) -> None:
        """Enter."""
        self.post_message(self.Wanted("submit"))

    def action_results_down(self) -> None:
        """Down."""
        self.post_message(self.Wanted("results_down"))

    def action_results_up(self) -> None:
        """Up."""
        self.post_message(self.Wanted("results_up"))

    def action_complete(self) -> None:
        """Tab."""
        self.post_message(self.Wanted("complete"))

    def action_history(self) -> None:
        """F7."""
        self.post_message(self.Wanted("history"))

    def action_leave(self) -> None:
        """Esc."""
        self.post_message(self.Wanted("leave"))


class UnderSearch(Written):
    """Lies over the lines under the search line: what could complete it, or what is wrong with it and where.

    It has its `TALLEST` lines always and paints as many as it says something in, so that what is beneath shows through
    (`tui.painting`): to open and to close it would lay the whole screen out anew, 3 ms each time.
    """

    DEFAULT_CSS = """
    UnderSearch { layer: above; height: 6; width: 100%; offset: 0 1; background: $surface; }
    """
    _rows: tuple[tuple[Piece, ...], ...] = ()

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.completions: tuple[Completion, ...] = ()

    def offer(self, completions: Sequence[Completion], indent: int) -> None:
        """Show completions under column `indent`; none closes."""
        self.completions = tuple(completions[:TALLEST])
        size = max((cells(one_line(c.insert)) for c in self.completions), default=0)
        rows = []
        for number, c in enumerate(self.completions):
            words = one_line(c.insert)
            look, tab = ("strong", "⇥ ") if number == 0 else ("text", "  ")
            gap = " " * (size - cells(words) + 2)
            rows.append((Piece(" " * max(0, indent - 2)), Piece(tab, "accent"), Piece(words + gap, look),
                         Piece(one_line(c.help), "muted")))  # fmt: skip
        self._put(tuple(rows))

    def fault(self, words: str, column: int) -> None:
        """Say what is wrong with the query, a caret under its place."""
        self.completions = ()
        said, width = one_line(words), self.app.size.width
        if cells(said) + column + 3 <= width:
            self._put(((Piece(" " * column), Piece("^ ", "error"), Piece(said)),))
        elif cells(said) + 2 <= column:
            self._put(((Piece(" " * (column - cells(said) - 1)), Piece(said), Piece(" ^", "error")),))
        else:
            lines = wrap(said, width - 2, width - 2)[: TALLEST - 1]
            caret = Piece(" " * column), Piece("^", "error")
            self._put((caret, *((Piece(" " + said[start:end].rstrip()),) for start, end in lines)))

    def close(self) -> None:
        """Show nothing."""
        self.completions = ()
        self._put(())

    def _put(self, rows: tuple[tuple[Piece, ...], ...]) -> None:
        if rows != self._rows:
            self._rows = rows
            self.refresh()

    @property  # type: ignore[misc]  # Textual can set it; nothing does
    def visible(self) -> bool:
        """Whether it says anything: if not, the mouse is for what is beneath."""
        return bool(self._rows)

    def raw_lines(self, crop: Region) -> list[Strip]:
        """As many lines as it says something in."""
        return super().raw_lines(crop)[: max(0, len(self._rows) - crop.y)] if self._rows else []

    @property
    def words(self) -> str:
        """What it says."""
        return "\n".join("".join(p.text for p in row) for row in self._rows)

    def written(self, width: int) -> Sequence[Sequence[Piece]]:
        """The rows."""
        return [fitted(row, (), width) for row in self._rows]

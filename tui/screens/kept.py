"""The list of bookmarks and marked letters, from which one can be taken away."""

from __future__ import annotations

from tui.bindings import binding_of
from tui.state import State
from tui.widgets.results import Results
from tui.widgets.rows import ListDialog, Rows
from tui.widgets.way_rows import kept_rows


class KeptDialog(ListDialog):
    """Gives the index chosen, bookmarks first; `x` takes a bookmark or a mark away for good."""

    BINDINGS = binding_of("lists.drop")

    def __init__(self, state: State, results: Results) -> None:
        super().__init__(
            "Bookmarks and marked letters",
            kept_rows(state.bookmarks, results.marked),
            hint="Enter goes there · x takes it away · Esc closes",
        )
        self._state, self._results = state, results

    def action_drop(self) -> None:
        """`x`: the last one closes the list."""
        rows = self.query_one(Rows)
        marked = rows.cursor - len(self._state.bookmarks)
        if marked < 0:
            self._state.drop(self._state.bookmarks[rows.cursor])
        else:
            del self._results.marked[list(self._results.marked)[marked]]
            self._results.repaint()
        rows.replace_rows(kept_rows(self._state.bookmarks, self._results.marked))
        if not rows.item_count():
            self.dismiss(None)

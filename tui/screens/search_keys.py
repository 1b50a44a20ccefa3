"""The keys of the search line, and those of the results that change what is asked."""

from __future__ import annotations

from index.results import Completion, Sort
from tui.screens.searching import Searching
from tui.widgets.results import Results
from tui.widgets.search_line import SearchLine

SORTS = tuple(Sort)


class SearchKeys(Searching):
    """Adds these keys."""

    # The keys of the search line

    def on_search_line_wanted(self, message: SearchLine.Wanted) -> None:
        """A key of the search line."""
        getattr(self, f"_line_{message.action}")()

    def _line_submit(self) -> None:
        """Enter: the row walked to; else, the answer there, what it says; else as soon as it is there."""
        self.queries.add(self.search_line.value)
        if self._walked and not self._waiting:
            self.results.action_choose()
        else:
            self.submit()

    def _line_results_down(self) -> None:
        self._walked = True
        self.results.action_line_down()

    def _line_results_up(self) -> None:
        self._walked = True
        self.results.action_line_up()

    def _line_complete(self) -> None:
        """Tab: the first completion, else the next pane."""
        offered = self.under_search.completions
        if offered:
            self._accept(offered[0])
        else:
            self.action_next_pane()

    def _accept(self, completion: Completion) -> None:
        line = self.search_line
        line.replace(completion.insert, completion.start, completion.end)
        line.cursor_position = completion.start + len(completion.insert)

    def _line_history(self) -> None:
        self.call_later(self.run_action, "history")

    def _line_leave(self) -> None:
        """Esc: what lies under the line, else to the results."""
        if self.under_search.visible:
            self.under_search.close()
        else:
            self.turn_to("results")

    # The results' own keys

    def on_results_ordered(self, message: Results.Ordered) -> None:
        """`o`: the next order; `O`: rows of one exchange together."""
        if message.what == "sort":
            self.next_sort()
        else:
            self.grouped = not self.grouped
            self.ask()

    def next_sort(self) -> None:
        """Relevance, newest, oldest, symbol."""
        self.sort = SORTS[(SORTS.index(self.sort) + 1) % len(SORTS)]
        self.ask()

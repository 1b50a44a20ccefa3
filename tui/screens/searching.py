"""The search line at work: every key asks, the newest answer is shown, old rows stay until it comes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import QueryError
from index.results import Completion, Page, Request, Sort
from tui import garbage
from tui.queries import Queries
from tui.screens.desk import Desk
from tui.services.search import Completed, MoreReady, PageReady, Searches
from tui.services.worker import Failed
from tui.state import State
from tui.view.rows import Piece, one_line
from tui.widgets.results import CHUNK, Results

if TYPE_CHECKING:
    from index.library import Library

PATIENCE = 0.3
"""Seconds of silence before "searching…" is said: below, a person does not wait. Where the answer has come by then,
nobody is typing, and the rows below those in view are fetched.
"""
GROUPED = 2 * CHUNK
"""Rows that are put together by exchange; each costs the look-up of its thread, 1 ms or more."""
SORT_WORDS = {
    Sort.RELEVANCE: "relevance",
    Sort.DATE: "newest first",
    Sort.DATE_OLDEST: "oldest first",
    Sort.SYMBOL: "symbol",
}


class Searching(Desk):
    """Adds searching. `ask` searches for what stands in the search line; `search_for` puts a query there first."""

    def __init__(self, state: State, queries: Queries, **settings: object) -> None:
        super().__init__(state, **settings)  # type: ignore[arg-type]
        self.queries = queries
        """What was asked before."""
        self.searches = Searches(self)
        self.search_line.typed = self.typed
        self.search_line.foreseen = self._foreseen
        self.grouped = False
        """Whether rows of one exchange stand together."""
        self._waiting = False
        """Whether an answer is still to come."""
        self._flush = False
        """Whether Enter was pressed before the answer came."""
        self._return_to: tuple[int, int] | None = None
        """Row and first line of the results to return to when the answer has come."""
        self._prepared = False
        """Whether the first pause was made use of."""
        self._walked = False
        """Whether the cursor of the results was moved from the search line."""
        self._noticed = ""
        """The last notice of the page shown."""

    @property
    def request(self) -> Request:
        """What the search line, the narrowing and the order ask for."""
        limit = GROUPED if self.grouped else self.results.first_page
        return Request(
            self.search_line.value,
            limit=limit,
            sort=self.sort,
            narrow=self.narrowed,
            facets=self.counts_facets,
            timeline=True,
            passages=1,
            suggest=False,
        )

    @property
    def counts_facets(self) -> bool:
        """Hook: whether the page has to count facets."""
        return False

    def search_for(self, query: str, narrow: tuple[tuple[str, str], ...] = ()) -> None:
        """Put a query into the search line and search."""
        self.search_line.put(query)
        self.narrowed = narrow
        self.ask()

    def narrow(self, facet: str, value: str) -> None:
        """Keep only the hits with that facet value, beside those kept before."""
        if (facet, value) not in self.narrowed:
            self.narrowed = (*self.narrowed, (facet, value))
            self.ask()

    def widen(self, facet: str = "", value: str = "") -> None:
        """Take the last narrowing back, or the one that is named."""
        if (facet, value) in self.narrowed:
            self.narrowed = tuple(kept for kept in self.narrowed if kept != (facet, value))
            self.ask()
        elif self.narrowed:
            self.narrowed = self.narrowed[:-1]
            self.ask()
        else:
            self.say("the search is not narrowed")

    def ask(self, *, row: int = 0, top: int = 0, cursor: int | None = None, suggest: bool = False) -> None:
        """Search; the results then stand at `row`, with line `top` the first. `cursor` asks for completions too.

        `suggest` looks for other words where there is no hit. It is asked in the first pause: while a word is typed it
        is misspelt at every letter, and other words for it would take longer than all else.
        """
        if self.searches.library is None:
            return
        self._return_to = (row, top) if row or top else None
        self._walked = False
        request = self.request._replace(suggest=suggest)
        at_hand = self.searches.at_hand(request, cursor, self.grouped)
        if at_hand is not None:
            self.searches.stop()
            generation = self.searches.generation
            self._take(*at_hand)
        else:
            generation = self.searches.search(request, cursor, self.grouped)
            self._waiting = True
        self.set_timer(PATIENCE, lambda: self._pause(generation))

    def _pause(self, generation: int) -> None:
        """Nothing was typed for a while."""
        if not self.searches.is_current(generation):
            return
        if self._waiting:
            self.status.show([], [Piece("searching… ", "muted")])
            return
        self._first_pause()
        if self.results.missing is not None:
            self._fetch(self.results.missing)
        elif self._unsuggested:
            self.ask(cursor=self.search_line.cursor_position if self.search_line.has_focus else None, suggest=True)

    def _first_pause(self) -> None:
        """Once: what would cost a later letter its time."""
        library = self.library
        if not self._prepared and library is not None:
            self._prepared = True
            garbage.keep_all()
            self.searches.beside(lambda generation, cancel: _prepare(library))
            if not self.grouped:
                library.stand(self.request, self.search_line.cursor_position)

    def _foreseen(self, query: str, cursor: int) -> None:
        """A letter on its way."""
        self.searches.foresee(self.request._replace(query=query), cursor, self.grouped)

    def typed(self) -> None:
        """A typed letter."""
        self._flush = False
        if self.column_of[self.active] != "left" and "left" not in self.in_view:
            self.show_pane("results")
        self.ask(cursor=self.search_line.cursor_position)

    def on_search_page_ready(self, message: PageReady) -> None:
        """An answer; a late one is dropped."""
        if self.searches.is_current(message.generation):
            self._take(message.page, message.completions)

    def _take(self, page: Page, completions: tuple[Completion, ...] = ()) -> None:
        self._waiting = False
        self.page = page
        self._offer(completions)
        self.results.take(page, fresh=True)
        if self._return_to is not None:
            for further in self.searches.kept_further(page.request):
                self.results.take(further, fresh=False)
            row, top = self._return_to
            self.results.cursor = row
            self.results.show_top(top)
        self.results.say(self._hint(page))
        self.tell_page(page)
        self.page_shown(page)
        if self._flush:
            self.submit()
        self.paint_at_once()

    @property
    def _unsuggested(self) -> bool:
        """Whether nothing was found, and other words were not looked for."""
        page = self.page
        if page is None or page.total or page.symbol is not None:
            return False
        return page.request == self.request  # what was typed since may be no query, and keep the page before it

    def submit(self) -> None:
        """Enter in the search line: as soon as its answer is there, and, where that is none, what else may be meant."""
        page = self.page
        self._flush = True
        if self._waiting or page is None:
            return
        if page.request._replace(suggest=False) != self.request:
            self.ask()
        elif self._unsuggested:
            self.ask(suggest=True)
        else:
            self._flush = False
            self.submitted(page)

    def page_shown(self, page: Page) -> None:
        """Hook: another page is shown; panes beside the results follow it."""

    def submitted(self, page: Page) -> None:
        """Hook: Enter in the search line, its answer there."""

    def on_search_more_ready(self, message: MoreReady) -> None:
        """Further rows."""
        if self.searches.is_current(message.generation):
            self.results.take(message.page, fresh=False)

    def on_results_wanted(self, message: Results.Wanted) -> None:
        """Rows came into view that are not there yet."""
        if self.page is not None and not self._waiting:
            self._fetch(message.offset)

    def _fetch(self, row: int) -> None:
        """Ask for the rows from `row` to the end of its chunk."""
        assert self.page is not None
        self.searches.more(self.page.request, row, CHUNK - row % CHUNK)

    def on_service_failed(self, message: Failed) -> None:
        """A question without an answer: a fault in the query is marked at its place, anything else is a sentence."""
        if message.service != "search":
            self.say(str(message.error))
            return
        if not self.searches.is_current(message.generation):
            return
        self._waiting = self._flush = False
        error = message.error
        if isinstance(error, QueryError):
            self.under_search.fault(str(error), self._column(error.position))
            self.status.show([], [Piece("not understood ", "error")])
        else:
            self.say(str(error))

    def _column(self, position: int) -> int:
        """The screen's column under a position of the query."""
        line = self.search_line
        before = line.region.x - int(line.scroll_offset.x)
        return max(0, min(before + position, self.size.width - 1))

    def on_search_completed(self, message: Completed) -> None:
        """What could complete the search line; shown only while one types there."""
        if self.searches.is_current(message.generation):
            self._offer(message.completions)

    def _offer(self, completions: tuple[Completion, ...]) -> None:
        typed = self.search_line.value
        # What stands there already in full is no offer, and would hide what was understood.
        found = [c for c in completions if typed[c.start : c.end].casefold() != c.insert.casefold()]
        if found and self.search_line.has_focus:
            self.under_search.offer(found, self._column(found[0].start))
        else:
            self.under_search.close()

    # What is said about a page

    def tell_page(self, page: Page) -> None:
        """Total and time beside the search line; what was understood, and the order, above the results."""
        total = f"{page.total:,} letter{'' if page.total == 1 else 's'}"
        time = f"{page.seconds * 1000:.0f} ms" if page.seconds < 10 else f"{page.seconds:.0f} s"
        self.status.show([], [Piece(total, "strong"), Piece(f" · {time} ", "muted")])
        shown = one_line(page.understood) or "all letters"
        # Without a query all letters are equally relevant, and the newest come first.
        sort = page.request.sort if page.request.query.strip() or page.request.sort != Sort.RELEVANCE else Sort.DATE
        order = SORT_WORDS[sort] + (", by exchange ▾" if self.grouped else " ▾")
        usual = sort == Sort.RELEVANCE and not self.grouped  # any other order was asked for, and is told
        self.head("results", [Piece(shown, "muted")], [Piece(order, "muted")], yields=usual)
        if self._noticed and self.keys_line.notice == self._noticed:
            self.say("")  # it was about the page before
        self._noticed = one_line(page.notices[-1]) if page.notices else ""
        for notice in page.notices:
            self.say(notice)

    def _hint(self, page: Page) -> str:
        if page.total:
            return ""
        if page.suggestion:
            better = one_line(page.suggestion)
            quoted = better if '"' in better else f"“{better}”"
            return f"Nothing found. Enter tries {quoted}."
        if self.library is not None and not self.library.count():
            return "The library is empty. `rejoinder index FOLDER` adds letters."
        if page.request.narrow:
            return "Nothing found among what is kept. F4, then - takes the last narrowing back."
        if page.symbol:
            return "No letter held bears or cites it. Enter tells where it is published."
        if page.understood.startswith("symbol:"):
            return "Nothing held here bears or cites it. s offers the symbols there are as one is typed."
        if ":" in page.request.query:
            return "Nothing found. A field and Tab offer the values that the library has: from: to: item: kind:"
        return "Nothing found. Fewer words find more, a star stands for any ending: aggress*"


def _prepare(library: Library) -> None:
    """In a thread: load what the first letter opened and the first word misspelt would wait for."""
    import tui.widgets.reader
    import tui.widgets.thread_pane  # noqa: F401

    library.prepare()

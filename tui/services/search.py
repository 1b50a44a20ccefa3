"""Searches: the page of a query, more rows of it, completions; each answered by one message, late ones dropped."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from textual.message import Message
from textual.widget import Widget

from corpus.errors import QueryError, RejoinderError
from index.library import Answers, Library
from index.results import Cancel, Completion, Page, Request
from tui.services.worker import Service, post

KEPT_PAGES = 32
"""Pages kept, so that going back shows the very same rows at once (about 50 KB each)."""


@dataclass(eq=False, repr=False)
class PageReady(Message, namespace="search"):
    """The answer to the search of a generation, with what could stand in the search line: one picture shows both."""

    generation: int
    page: Page
    completions: tuple[Completion, ...] = ()


@dataclass(eq=False, repr=False)
class MoreReady(Message, namespace="search"):
    """Further rows of the search of a generation."""

    generation: int
    page: Page


@dataclass(eq=False, repr=False)
class Completed(Message, namespace="search"):
    """What could stand in the search line, for a text that is no query yet: `from:` is completed by a name."""

    generation: int
    completions: tuple[Completion, ...]


class _Kept(NamedTuple):
    """A page, and what could stand at a place of its search line."""

    page: Page
    cursor: int | None = None
    completions: tuple[Completion, ...] = ()


class Searches(Service):
    """Asks a library. `library` is None until it is open."""

    def __init__(self, host: Widget) -> None:
        super().__init__(host, "search")
        self.library: Library | None = None
        self._kept: OrderedDict[tuple[Request, bool], _Kept] = OrderedDict()

    def search(self, request: Request, cursor: int | None = None, grouped: bool = False) -> int:
        """Search; where `cursor` is given, completions at that place of the text come with the page.

        `grouped` puts the rows of one exchange together, among those of the page.
        """
        library = self.library
        if cursor is None or library is None or (request, grouped) in self._kept:
            return self.ask(lambda generation, cancel: self._search(request, cursor, grouped, generation, cancel))
        self.generation += 1
        unwanted = partial(self._unwanted, self.generation)

        def begin(then: Callable[[Answers], None]) -> bool:
            return library.begin_as_typed(request, cursor, then, cancel=unwanted)

        def typed(answer: Answers, generation: int) -> PageReady:
            return self._typed(answer, request, grouped, cursor, generation)

        # Asked here: a thread would ask when the picture of the typed letter lets it.
        if grouped or not self._elsewhere(begin, typed):
            answer = partial(library.as_typed, request, cursor, cancel=unwanted)
            self._start(lambda generation, cancel: typed(answer, generation))
        return self.generation

    def foresee(self, request: Request, cursor: int, grouped: bool = False) -> None:
        """The same search will most likely be asked for in a moment: have it begun where that costs nothing here."""
        library = self.library
        if library is not None and not grouped and not self._is_at_hand(library, request, cursor, grouped):
            library.foresee(request, cursor)

    def more(self, request: Request, offset: int, limit: int) -> None:
        """Further rows of the last search: `limit` from `offset` on."""
        later = request._replace(offset=offset, limit=limit, facets=False, timeline=False)
        self.beside(lambda generation, cancel: MoreReady(generation, self._page(later, cancel)))

    def at_hand(
        self, request: Request, cursor: int | None, grouped: bool = False
    ) -> tuple[Page, tuple[Completion, ...]] | None:
        """As `search`, at once: of a search made before in this state of the library, or one that was foretold."""
        library = self.library
        if library is None or not self._is_at_hand(library, request, cursor, grouped):
            return None
        kept = self._kept[request, grouped]
        if cursor is None:
            return kept.page, ()
        if not grouped:
            library.stand(request, cursor)
        return kept.page, kept.completions

    def _is_at_hand(self, library: Library, request: Request, cursor: int | None, grouped: bool) -> bool:
        kept = self._kept.get((request, grouped))
        if kept is not None and cursor in (None, kept.cursor):
            return True
        foretold = None if cursor is None or grouped else library.foretold(request, cursor)
        if foretold is None or isinstance(foretold[0], QueryError):
            return False
        self._keep(foretold[0], request, grouped, cursor, foretold[1])
        return True

    def kept_further(self, request: Request) -> list[Page]:
        """Pages of further rows of a search made before."""
        alike = _anywhere(request)
        return [kept.page for (one, _), kept in tuple(self._kept.items()) if one.offset and _anywhere(one) == alike]

    def forget(self) -> None:
        """The library has changed: no page made before holds."""
        self._kept.clear()

    def _search(
        self, request: Request, cursor: int | None, grouped: bool, generation: int, cancel: Cancel
    ) -> PageReady:
        page = self._page(request, cancel, grouped)
        completions = self._completions(request.query, cursor) if cursor is not None else ()
        self._kept[request, grouped] = _Kept(page, cursor, completions)
        return PageReady(generation, page, completions)

    def _typed(self, answer: Answers, request: Request, grouped: bool, cursor: int, generation: int) -> PageReady:
        page, completions = answer()
        if isinstance(page, QueryError):
            post(self.host, Completed(generation, completions))
            raise page
        return PageReady(generation, self._keep(page, request, grouped, cursor, completions), completions)

    def _page(self, request: Request, cancel: Cancel, grouped: bool = False) -> Page:
        assert self.library is not None
        kept = self._kept.get((request, grouped))
        return kept.page if kept else self._keep(self.library.search(request, cancel=cancel), request, grouped)

    def _keep(
        self,
        page: Page,
        request: Request,
        grouped: bool,
        cursor: int | None = None,
        completions: tuple[Completion, ...] = (),
    ) -> Page:
        assert self.library is not None
        if grouped:
            page = self._grouped(page, self.library)
        self._kept[request, grouped] = _Kept(page, cursor, completions)
        if len(self._kept) > KEPT_PAGES:
            self._kept.popitem(last=False)
        return page

    def _grouped(self, page: Page, library: Library) -> Page:
        from tui.search_rows import grouped

        return page._replace(hits=grouped(library, page.hits))

    def _completions(self, text: str, cursor: int) -> tuple[Completion, ...]:
        assert self.library is not None
        try:
            return self.library.complete(text, cursor)
        except RejoinderError:
            return ()


def _anywhere(request: Request) -> Request:
    """The search of a request, whichever of its rows are asked for."""
    return request._replace(offset=0, limit=0, facets=False, timeline=False)

"""The panes that share the results' column: facets, timeline, words in context; each made when it is first wanted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from index.results import Cancel, Page
from tui.screens.way import Way
from tui.services.letters import Wish
from tui.services.worker import Failed, Service
from tui.view.rows import Piece
from tui.widgets.list_scroller import ListScroller

if TYPE_CHECKING:  # the panes are imported when they are made: 6 ms that the first picture does not wait for
    from index.results import Concordance
    from tui.widgets.context import ContextPane
    from tui.widgets.facets import Facets
    from tui.widgets.foot import Foot
    from tui.widgets.narrowing import Narrow, Widen
    from tui.widgets.timeline import Timeline

PLAIN = {"facets": "narrow by", "timeline": "timeline", "context": "words in context"}
"""What stands above each pane while there is nothing else to say."""
SHOWN_FROM = 30
"""Rows of the screen from which there is room for the foot of the results."""
READ = 400
"""Letters whose words are put in context: each is read whole, at 1 ms or more."""


@dataclass(eq=False, repr=False)
class ContextReady(Message, namespace="context"):
    """The lines of a search in context."""

    generation: int
    page: Page
    lines: tuple[Concordance, ...]
    by: str
    """The order they are in."""


class BrowsePanes(Way):
    """Adds F4 to F6; every new page of results reaches those of them that are in view."""

    foot: Foot | None = None
    facets: Facets | None = None
    timeline: Timeline | None = None
    context: ContextPane | None = None
    in_context: Service | None = None
    _in_context_of: Page | None = None
    """The page whose lines are shown or on their way."""
    _context_is_fresh = True
    """Whether they answer another search than those shown before."""

    def action_pane(self, name: str) -> None:
        """F1 to F6; a pane that is not there yet is made."""
        if name in self.column_of:
            self.turn_to(name)
            self._fill()
        elif name in PLAIN:
            self.call_later(self._bring, name)

    async def _bring(self, name: str) -> None:
        if name in self.column_of:  # the key came twice
            return
        if name == "facets":
            from tui.widgets.facets import Facets

            self.facets = Facets(id=name)
            await self.add_pane(name, self.facets)
        elif name == "timeline":
            from tui.widgets.timeline import Timeline

            self.timeline = Timeline(id=name)
            await self.add_pane(name, self.timeline)
        else:
            from tui.widgets.context import ContextPane

            self.context = ContextPane(id=name)
            self.in_context = Service(self, "context")
            await self.add_pane(name, self.context, wide=True)
        self.head(name, [Piece(PLAIN[name], "muted")])
        self.turn_to(name)
        self.call_after_refresh(self._fill)

    def page_shown(self, page: Page) -> None:
        """Another page of results."""
        super().page_shown(page)
        self._fill()
        self._show_foot(self.size.height)

    def on_resize(self, event: events.Resize) -> None:
        """The foot gives way on a low screen, and comes on a high one."""
        self._show_foot(event.size.height)

    def _show_foot(self, height: int) -> None:
        page = self.page
        if self.foot is None and page is not None and page.timeline and height >= SHOWN_FROM:
            from tui.widgets.foot import Foot

            self.foot = Foot(id="foot")
            self.columns["left"].mount(self.foot)
        if self.foot is not None:
            self.foot.display = height >= SHOWN_FROM
            if page is not None:
                self.foot.show(page)

    @property
    def counts_facets(self) -> bool:
        """Where they are in view."""
        return self.columns["left"].current == "facets"

    def _fill(self) -> None:
        """Give the pane in view what belongs to the page."""
        page, shown = self.page, self.columns["left"].current
        if page is None:
            return
        if shown == "facets" and not page.request.facets:
            self.ask(row=self.results.cursor, top=self.results.top)
        elif shown == "facets" and self.facets is not None:
            self.facets.show(page.facets, page.request.narrow)
        elif shown == "timeline" and self.timeline is not None:
            self.timeline.show(page.timeline, page.total)
        elif shown == "context":
            self._gather(page)
        if shown in ("facets", "timeline"):
            from tui.widgets.facets import narrowed_in_words

            kept = narrowed_in_words(page.request.narrow)
            self.head(shown, [Piece(f"kept: {kept}" if kept else PLAIN[shown], "muted")])

    # Narrowing

    def on_facet_narrow(self, message: Narrow) -> None:
        """Enter in facets or timeline."""
        self.narrow(message.facet, message.value)

    def on_facet_widen(self, message: Widen) -> None:
        """`-`, or Enter on a value that is kept."""
        self.widen(message.facet, message.value)

    # Words in context

    def _gather(self, page: Page) -> None:
        """Ask for the lines of a page, unless they are shown or on their way."""
        context, service, library = self.context, self.in_context, self.library
        if context is None or service is None or library is None or self._in_context_of is page:
            return
        before, self._in_context_of = self._in_context_of, page
        self._context_is_fresh = before is None or before.request != page.request
        request = page.request._replace(limit=READ, offset=0, facets=False, timeline=False, passages=0)
        if not context.lines:
            context.say("gathering…")
        from tui.view.concordance import in_order

        by = context.by

        def gather(generation: int, cancel: Cancel) -> ContextReady:
            lines = library.concordance(request, sort=by, cancel=cancel)
            return ContextReady(generation, page, in_order(lines, by), by)

        service.ask(gather)

    def on_context_context_ready(self, message: ContextReady) -> None:
        """The lines."""
        if self.context is None or self.in_context is None or not self.in_context.is_current(message.generation):
            return
        if message.lines:
            self.context.show(message.lines, message.by, self._context_is_fresh)
        else:
            words = "No line shows these words." if message.page.terms else "Type words into the search line first."
            self.context.say(words)
        self._tell_context()

    def on_context_pane_sorted(self, message: ContextPane.Sorted) -> None:
        """`h`, `l`."""
        self._tell_context()

    def _tell_context(self) -> None:
        if self.context is None or self.page is None:
            return
        some = f" · the first {READ} of {self.page.total:,} letters" if self.page.total > READ else ""
        self.head("context", [Piece(self.context.title(), "muted"), Piece(some, "date")])

    def on_service_failed(self, message: Failed) -> None:
        """A search that cannot be put in context says why in its pane."""
        if message.service == "context" and self.context is not None:
            self.context.say(str(message.error))
            message.prevent_default()  # each class of the screen is asked in turn: nobody else says it again

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Enter on a line: its letter, at that place."""
        line = self.context.current if self.context is not None and event.list is self.context else None
        if line is not None:
            self.open_letter(line.id, Wish(line.id, offset=line.offset))

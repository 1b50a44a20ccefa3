"""Opening letters with their exchange, following citations, looking at what they lead to.

What shows a letter is imported once there is one: 30 ms, which neither a first picture nor first results wait for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.results import Page
from tui.places import Place
from tui.queries import Queries
from tui.screens.search_keys import SearchKeys
from tui.services.letters import LetterReady, Letters, NotHeld, Several, Wish
from tui.state import State
from tui.view.arrangement import widths
from tui.view.rows import Piece, one_line, short_date
from tui.view.wrap import cells
from tui.widgets.letter_messages import Follow, Moved, Said
from tui.widgets.list_scroller import ListScroller
from tui.widgets.results import Results

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.results import Edge, Node, Thread
    from tui.widgets.thread_pane import ThreadPane


class Opening(SearchKeys):
    """Adds letters. `open_letter` opens one; letter and thread show what was opened last, whatever is typed."""

    def __init__(self, state: State, queries: Queries, language: str | None = None, **settings: object) -> None:
        super().__init__(state, queries, **settings)
        self.letters = Letters(self, language)
        self._typed_over = -1
        """The generation of the letters at the last typed letter."""

    def open_letter(self, letter_id: str, wish: Wish | None = None) -> None:
        """Open a letter of the library by its ID; `wish` says where in it."""
        self.letters.open(wish or Wish(letter_id))

    def find_letter(self, spelling: str) -> None:
        """Open what a spelling of a symbol names; where it is not held, say what is known of it."""
        self.letters.find(spelling, Wish(""))

    def on_letters_letter_ready(self, message: LetterReady) -> None:
        """A letter and its exchange; a late one is dropped."""
        if not self.letters.is_current(message.generation):
            return
        wish, letter = message.wish, message.letter
        if wish.preview:
            from tui.widgets.peek import preview

            follow = Follow(letter.symbols or (letter.id,), wish.locator, None)
            name = "-".join(letter.symbols) or letter.id
            self.letter.show_preview(preview(letter, f"{name} · {short_date(letter.date)}"), follow)
            return
        if wish.quiet:
            self._renew(message)
            return
        if wish.place is None and not wish.beside:
            self.leave_place()
        terms = self.page.terms if self.page is not None else ()
        self.letter.show(letter, at=_offset(wish, letter), terms=terms, held=message.held, known=message.known)
        self._show_thread(message.thread)
        if wish.place is not None:
            self.letter.restore(wish.place)
        elif not wish.beside:
            self.arrive(self.letter_place())
        if not wish.beside and not self._typed_since(message.generation):
            self.turn_to("letter")
        self.tell_letter()
        self.letter_shown()

    def letter_shown(self) -> None:
        """Hook: another letter is shown."""

    @property
    def awaits_answer(self) -> bool:
        """Whether the keys to come belong to what Enter asked for: the results of a search, a letter."""
        return self._flush or self.letters.awaits_answer

    def _typed_since(self, generation: int) -> bool:
        """Whether one has gone on typing since a letter was asked for: it comes, and leaves the focus where it is."""
        return self.search_line.has_focus and self._typed_over == generation

    def typed(self) -> None:
        """A typed letter."""
        super().typed()
        self._typed_over = self.letters.generation

    def _renew(self, message: LetterReady) -> None:
        """The letter shown, from a newer state of the library: the place in it stays, what has not changed stays."""
        if self.letter.letter != message.letter or self.letter.lit.held != message.held:
            place = self.letter.place()
            terms = self.page.terms if self.page is not None else ()
            self.letter.show(message.letter, terms=terms, held=message.held, known=message.known)
            self.letter.stand(place.offset, place.lead)
            self.letter.here = place.here
        if message.thread != self.thread.thread:
            self._show_thread(message.thread)
        self.tell_letter()

    def _show_thread(self, thread: Thread) -> None:
        self.thread.show(thread)
        self._tell_proof()
        for notice in thread.notices:
            self.say(notice)

    # What is told about a letter

    def tell_letter(self) -> None:
        """The letter's name, the place in it and its matches, above it."""
        letter = self.letter_read
        if letter is None:
            self.head("letter", [Piece("letter", "muted")])
            return
        from tui.view.letter_head import letter_head

        at, of = self.letter.paragraph
        found = self.letter.lit.matches
        now = self.letter.lit.match_now
        words = f"match {now + 1} of {len(found)} · " if now >= 0 else ""
        here = [Piece(words, "match"), Piece(f"¶ {at}/{of}" if of else "", "muted")]
        width = widths(self.extent.width, self.in_view).get("middle", 0)
        room = width - 5 - sum(cells(piece.text) for piece in here)  # the bar, blanks beside and after the right
        self.head("letter", letter_head(letter, self.letter.known.inferred_symbols, self.thread.thread, room), here)

    def lay_out(self) -> None:
        """As on the desk; what stands above the letter depends on its width."""
        super().lay_out()
        self.tell_letter()

    def on_letter_moved(self, message: Moved) -> None:
        """Another paragraph is read."""
        self.tell_letter()

    def on_letter_said(self, message: Said) -> None:
        """A sentence of the letter; the number of a match stands above the letter already."""
        self.tell_letter()
        if not message.text.startswith("match "):
            self.say(message.text)

    # The way into letters

    def submitted(self, page: Page) -> None:
        """Enter in the search line: a symbol opens at once, anything else goes to the results."""
        if page.symbol is not None:
            self.find_letter(page.symbol)
            return
        if not page.total and page.suggestion:
            self.search_for(page.suggestion)
        self.turn_to("results")

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Enter on a row of the results or of the thread."""
        if isinstance(event.list, Results):
            hit = event.list.current
            if hit is not None:
                self.queries.add(self.search_line.value)
                self.open_letter(hit.id)
        elif event.list.id == "thread":
            self._open_node()

    def _open_node(self) -> None:
        row = self.thread.current
        if row is None:
            return
        if row.series:
            self.thread.action_unfold()
        elif row.node.held:
            self.open_letter(row.node.id)
        elif row.node.symbols or row.node.sender:
            self.letters.follow(Follow(row.node.symbols or (row.node.id,), None, None))
        else:
            self._show_told(row.node)

    def _show_told(self, node: Node) -> None:
        """A letter of which neither symbol nor sender is known has no name to look for: go to where it is told of."""
        thread = self.thread.thread
        edge = next((e for e in thread.edges if node.id in (e.target, *e.candidates)), None) if thread else None
        if edge is not None:
            self.show_evidence(edge)
        self.say("not held, and named without symbol or sender")

    def on_letter_follow(self, message: Follow) -> None:
        """A citation is to be opened or looked at; the thread knows what a description means in this letter."""
        target = self._described(message)
        if target is not None:
            self.open_letter(target, Wish(target, locator=message.locator, preview=message.preview))
        else:
            self.letters.follow(message)

    def _described(self, follow: Follow) -> str | None:
        """The held letter that the thread gives for a citation without a symbol, None where it gives none."""
        thread, told = self.thread.thread, follow.described
        if follow.symbols or told is None or thread is None:
            return None
        nodes = {n.id: n for n in thread.nodes if n.held}
        fits = {
            e.target
            for e in thread.edges
            if e.source == thread.focus
            and e.target in nodes
            and nodes[e.target].date == told.date
            and (told.sender is None or told.sender in nodes[e.target].sender)
        }
        return fits.pop() if told.date is not None and len(fits) == 1 else None

    def on_letters_not_held(self, message: NotHeld) -> None:
        """What is not held: what is known of it and who cites it; a preview says so in the dock."""
        if not self.letters.is_current(message.generation):
            return
        from tui.screens.notheld import NotHeldScreen, known

        if message.wish.preview:
            from tui.widgets.peek import not_held

            self.letter.show_preview(not_held((message.name,), ". ".join(known(message.candidate, message.said))))
            return
        assert self.library is not None

        def chosen(letter_id: str | None) -> None:
            if letter_id is not None:
                self.open_letter(letter_id)

        self.app.push_screen(NotHeldScreen(self.library, message.name, message.candidate, message.said), chosen)

    def on_letters_several(self, message: Several) -> None:
        """Two or more letters fit: all of them are offered."""
        if not self.letters.is_current(message.generation):
            return
        from tui.widgets.rows import ListDialog, Row

        def chosen(row: int | None) -> None:
            if row is not None:
                self.open_letter(message.ids[row])

        title = f"{one_line(message.name)} fits {len(message.ids)} letters"
        self.app.push_screen(ListDialog(title, [Row(id_) for id_ in message.ids]), chosen)

    # The proof under the thread

    def on_list_scroller_moved(self, event: ListScroller.Moved) -> None:
        """Another row of the thread: its proof; of the results: where the hardware cursor is."""
        if event.list.id == "thread":
            self._tell_proof()
        pane = event.list
        if pane.has_focus and pane.item_count():
            self.point(pane, pane.cursor_line() - pane.top)

    def _tell_proof(self) -> None:
        from tui.widgets.thread_pane import proof

        thread, row = self.thread.thread, self.thread.current
        edge = row.edge if row is not None else None
        self.proof.tell(proof(edge, thread.nodes if thread is not None else ()))

    def on_thread_pane_viewed(self, event: ThreadPane.Viewed) -> None:
        """Another view or another exchange."""
        self.head("thread", [Piece(f"Exchange · {event.view}", "muted")], [Piece(event.count, "muted")])

    def on_thread_pane_evidence(self, event: ThreadPane.Evidence) -> None:
        """`e`: the letter that makes the link, at the passage that proves it."""
        self.show_evidence(event.edge)

    def show_evidence(self, edge: Edge) -> None:
        """Open the later letter of a link at its proof."""
        if self.letter_read is not None and self.letter_read.id == edge.source:
            self.turn_to("letter")
            self.letter.jump_to_offset(edge.offset)
        else:
            self.open_letter(edge.source, Wish(edge.source, offset=edge.offset))

    # Hooks of the way

    def leave_place(self) -> None:
        """Note where one is before going on."""

    def arrive(self, place: Place) -> None:
        """Note where one has come to."""

    def letter_place(self) -> Place:
        """Where one is in the letter."""
        raise NotImplementedError


def _offset(wish: Wish, letter: Letter) -> int | None:
    """Where a wish leads in its letter, None where it does not say or the letter has no such place."""
    from tui.pins import offset_of
    from tui.view.locator import locate

    if wish.offset is not None:
        return wish.offset
    if wish.pin is not None:
        return offset_of(wish.pin, letter, wish.first_words)
    return locate(letter, wish.locator)

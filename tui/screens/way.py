"""The way one has come: back and forward over letters, notes and searches, line by line; bookmarks set."""

from __future__ import annotations

from tui.places import Place
from tui.screens.opening import Opening
from tui.services.letters import Wish
from tui.view.rows import Piece
from tui.widgets.letter_messages import Bookmarked, Jumped


class Way(Opening):
    """Adds the way back. A search is a place once a letter was opened from it."""

    def search_place(self) -> Place:
        """The search as it stands, with the letter beside it."""
        beside = self.letter_read.id if self.letter_read is not None else ""
        return Place(
            query=self.search_line.value,
            narrow=self.narrowed,
            row=self.results.cursor,
            top=self.results.top,
            beside=beside,
        )

    def letter_place(self) -> Place:
        """Where one is in the letter, the search beside it."""
        return self._with_search(self.letter.place())

    def _with_search(self, place: Place) -> Place:
        return place._replace(
            query=self.search_line.value,
            narrow=self.narrowed,
            row=self.results.cursor,
            top=self.results.top,
        )

    def here(self) -> Place:
        """Where one is now: in the letter, or, with another search than it was opened from, in that search."""
        now = self.way.current
        searched = (self.search_line.value, self.narrowed)
        if self.letter_read is None or now is None or (now.query, now.narrow) != searched:
            return self.search_place()
        return self.letter_place() if now.letter else self.search_place()

    def leave_place(self) -> None:
        """Note where one is before a letter is opened: the place one stood at, and a search made since."""
        here, now = self.here(), self.way.current
        if now is not None and now.letter and not here.letter:
            # The letter keeps its own search: what is typed since is another place.
            self.way.leave(self.letter.place()._replace(query=now.query, narrow=now.narrow, row=now.row, top=now.top))
            self.way.go(here)
        elif now is None or (now.letter and here.letter) or (now.query, now.narrow) == (here.query, here.narrow):
            self.way.leave(here)
        else:
            self.way.go(here)

    def arrive(self, place: Place) -> None:
        """Note where one has come to."""
        self.way.go(place)

    def on_letter_jumped(self, message: Jumped) -> None:
        """Elsewhere in the letter: the line left is a place, and the one come to."""
        self.way.leave(self._with_search(message.before))
        self.way.go(self._with_search(message.after))
        self.tell_letter()

    def action_back(self) -> None:
        """Backspace; from a search that was typed over a letter, to that letter."""
        now = self.way.current
        if now is not None and now.letter and not self.here().letter:
            self.leave_place()
        self._go(self.way.back(self.here()), "this is where one began")

    def action_forward(self) -> None:
        """`>`."""
        self._go(self.way.forward(self.here()), "this is as far as one has gone")

    def go_to(self, index: int) -> None:
        """Place `index` of the way."""
        self._go(self.way.jump(index, self.here()), "")

    def _go(self, place: Place | None, nowhere: str) -> None:
        """Return to a place: its search, then its letter at the very line, or the results at the very row."""
        if place is None:
            self.say(nowhere)
            return
        self._restore_search(place)
        shown = self.letter_read.id if self.letter_read is not None else ""
        if not place.letter:
            self._restore_beside(place, shown)
            self.turn_to("results")
        elif place.letter == shown:
            self.letter.restore(place)
            self.turn_to("letter")
            self.tell_letter()
        else:
            self.open_letter(place.letter, Wish(place.letter, place=place))

    def _restore_search(self, place: Place) -> None:
        if (place.query, place.narrow) != (self.search_line.value, self.narrowed):
            self.search_line.put(place.query)
            self.narrowed = place.narrow
            self.ask(row=place.row, top=place.top)
        elif not place.letter:
            self.results.cursor = place.row
            self.results.show_top(place.top)

    def _restore_beside(self, place: Place, shown: str) -> None:
        """What stood beside a search: nothing, or the letter read last then."""
        self.letters.stop()
        if not place.beside and shown:
            self.clear_letter()
        elif place.beside != shown:
            self.open_letter(place.beside, Wish(place.beside, beside=True))

    def clear_letter(self) -> None:
        """Show no letter."""
        self.letter.clear()
        self.thread.clear()
        self.proof.tell(())
        self.head("thread", [Piece("exchange", "muted")])
        self.tell_letter()

    def on_letter_bookmarked(self, message: Bookmarked) -> None:
        """`m`."""
        self.state.add(message.bookmark)
        if self.state.notice:
            self.say(self.state.notice)

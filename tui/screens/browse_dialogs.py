"""What opens over the browse screen: look-up, help, palette, lists, tables. Each is imported when it is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.library import Library
from tui.commands import Command
from tui.performing import available, pane_of, perform
from tui.screens.browse_panes import BrowsePanes
from tui.services.letters import Wish

if TYPE_CHECKING:
    from index.results import Candidate


class BrowseDialogs(BrowsePanes):
    """Adds the dialogs; what one gives is opened, done or searched for."""

    def action_lookup(self) -> None:
        """`s`: a symbol in any spelling."""
        from tui.screens.lookup import LookupScreen

        if (library := self._opened()) is not None:
            self.app.push_screen(LookupScreen(library), self._open_given)

    def action_help(self) -> None:
        """`?`: the keys that work here, now."""
        from tui.screens.help import HelpScreen

        def chosen(command: Command | None) -> None:
            if command is not None:
                self.call_later(perform, self, command)

        self.app.push_screen(HelpScreen(pane_of(self), self.table), chosen)

    def action_command_palette(self) -> None:
        """`:`: every command by name, letters by symbol."""
        from index.results import Candidate
        from tui.screens.palette import PaletteScreen

        def chosen(choice: Command | Candidate | None) -> None:
            if isinstance(choice, Candidate):
                self.open_candidate(choice)
            elif choice is not None:
                self.call_later(perform, self, choice)

        self.app.push_screen(PaletteScreen(available(pane_of(self), self.table), self.library), chosen)

    def open_candidate(self, candidate: Candidate) -> None:
        """What the palette found: a letter, or the card of what is not held."""
        from tui.screens.notheld import NotHeldScreen
        from tui.view.candidates import name_of

        if candidate.id is not None:
            self.open_letter(candidate.id)
        elif (library := self._opened()) is not None:
            self.app.push_screen(NotHeldScreen(library, name_of(candidate), candidate), self._open_given)

    def action_way(self) -> None:
        """`H`: the way one has come."""
        from tui.widgets.rows import ListDialog
        from tui.widgets.way_rows import way_rows

        if not self.way.places:
            self.say("nothing was opened yet")
            return

        def chosen(row: int | None) -> None:
            if row is not None and row != self.way.at:
                self.go_to(row)

        self.app.push_screen(ListDialog("The way one has come", way_rows(self.way), self.way.at), chosen)

    def action_bookmarks(self) -> None:
        """`'`: go to a bookmark or a marked letter."""
        from tui.screens.kept import KeptDialog

        if not self.state.bookmarks and not self.results.marked:
            self.say("no bookmark is set: m sets one where one reads")
            return

        def chosen(row: int | None) -> None:
            if row is not None:
                self._open_kept(row)

        self.app.push_screen(KeptDialog(self.state, self.results), chosen)

    def _open_kept(self, row: int) -> None:
        marked = row - len(self.state.bookmarks)
        if marked >= 0:
            self.open_letter(list(self.results.marked)[marked])
            return
        from tui.pins import parse_pin

        bookmark = self.state.bookmarks[row]
        self.letters.find(bookmark.letter, Wish("", pin=parse_pin(bookmark.pin), first_words=bookmark.words))

    def action_history(self) -> None:
        """`R`, in the search line `F7`: queries asked before."""
        from tui.widgets.rows import ListDialog, Row

        asked = self.queries.recent()
        if not asked:
            self.say("nothing was asked before")
            return

        def chosen(row: int | None) -> None:
            if row is not None:
                self.search_for(asked[row])
                self.turn_to("results")

        hint = "Enter searches again · Esc closes"
        self.app.push_screen(ListDialog("Asked before", [Row(query) for query in asked], hint=hint), chosen)

    def action_ledger(self) -> None:
        """`L`: what the open letter's two parties wrote to each other."""
        from tui.widgets.rows import ListDialog, Row
        from tui.widgets.way_rows import opposites

        letter = self.letter_read
        sender = next((party.of for party in letter.senders if party.of), None) if letter is not None else None
        if letter is None:
            self.say("no letter is open: a ledger is between the two parties of one")
            return
        if not sender:
            self.say("a ledger is between States: this letter's sender is not one that is known")
            return
        others = opposites(letter, self.thread.thread)
        if not others:
            self.say(f"no letter of another party is known in this exchange of {sender}")
        elif len(others) == 1:
            self._show_ledger(sender, others[0])
        else:

            def chosen(row: int | None) -> None:
                if row is not None:
                    self._show_ledger(sender, others[row])

            rows = [Row(name) for name in others]
            self.app.push_screen(ListDialog(f"Ledger of {sender} and …", rows, hint="Enter chooses"), chosen)

    def _show_ledger(self, one: str, other: str) -> None:
        from tui.screens.tables import LedgerScreen

        if (library := self._opened()) is not None:
            self.app.push_screen(LedgerScreen(library, one, other), self._open_given)

    def action_missing(self) -> None:
        """`W`: what is cited and not held."""
        from tui.screens.tables import WantListScreen

        if (library := self._opened()) is not None:
            self.app.push_screen(WantListScreen(library), self._open_given)

    def _opened(self) -> Library | None:
        """The library; None, and said so, before it is open."""
        if self.library is None:
            self.say("no library is open")
        return self.library

    def _open_given(self, letter: str | None) -> None:
        if letter is not None:
            self.open_letter(letter)

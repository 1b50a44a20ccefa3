"""The browse screen: everything together, with the keys that work everywhere and the library behind it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.message import Message

from corpus.errors import LibraryError, LibraryMissing
from index.library import Library
from index.results import Cancel, Page
from tui import garbage
from tui.bindings import bindings
from tui.commands import Command
from tui.places import History
from tui.queries import Queries
from tui.screens.browse_dialogs import BrowseDialogs
from tui.services.letters import Unnamed, Wish
from tui.services.worker import Failed, Service
from tui.start import Settings, Start
from tui.state import State
from tui.view.rows import Piece

if TYPE_CHECKING:
    from tui.app import Rejoinder

LOOKS_EVERY = 3.0
"""Seconds between looks for a newer state of the library: one small file is read, in a thread."""

PAUSE = 1.0
"""Seconds without a key after which nobody is typing."""


@dataclass(eq=False, repr=False)
class Opened(Message, namespace="library"):
    """The library is open."""

    library: Library


@dataclass(eq=False, repr=False)
class Renewed(Message, namespace="library"):
    """A newer state of the library was taken over."""


class Browse(BrowseDialogs, inherit_bindings=False):
    """The screen of the program; `start` says what it opens with."""

    BINDINGS = bindings("everywhere")

    def __init__(
        self,
        settings: Settings,
        start: Start,
        state: State,
        queries: Queries,
        table: tuple[Command, ...],
        wrong_keys: list[str],
    ) -> None:
        super().__init__(state, queries, settings.language, table=table)
        self.settings, self.start_with = settings, start
        self._wrong_keys = wrong_keys
        self._door = Service(self, "library")
        self._started_with_a_name = False
        self._started_bare = False
        """Whether the first answer shows the whole library."""
        self.left_with = 0
        """The exit status of `q`: that of the error where no library could be opened."""

    @property
    def rejoinder(self) -> Rejoinder:
        """The application."""
        return cast("Rejoinder", self.app)

    def on_mount(self) -> None:
        """The search line has the focus; the library is opened once the first picture is painted."""
        self.tell_letter()
        self.head("results", [Piece("results", "muted")])
        self.head("thread", [Piece("exchange", "muted")])
        self.search_line.put(_queried(self.start_with))
        self.search_line.focus()
        self.lay_out()
        self.call_after_refresh(self.open_library)

    def open_library(self, folder: Path | None = None) -> None:
        """Open the library, waited for in a thread: no first picture waits for it."""
        path, door = folder or self.settings.library, self.rejoinder.door
        self._door.ask(lambda generation, cancel: Opened(door(path)))

    def on_library_opened(self, message: Opened) -> None:
        """Ask what the program was started with."""
        self.library = self.searches.library = self.letters.library = message.library
        for said in (*message.library.notices, self.state.notice, self.queries.notice, *self._wrong_keys):
            if said:
                self.say(said)
        start = self.start_with
        if start.resume and self.state.places:
            last = next(reversed(self.state.places))
            self.search_line.put(next(iter(self.queries.recent()), ""))
            self.open_letter(last)
        elif start.words and not start.always_query:
            self._started_with_a_name = True
            self.letters.begin(start.words)
        else:
            self._started_bare = not start.words
        self.ask()
        self.set_interval(LOOKS_EVERY, self._look)

    def letter_shown(self) -> None:
        """As everywhere."""
        super().letter_shown()
        self._beside_a_name()

    def page_shown(self, page: Page) -> None:
        """As everywhere."""
        super().page_shown(page)
        self._beside_a_name()
        if self._started_bare and not self.search_line.value:
            self._open_the_only(page)

    def _open_the_only(self, page: Page) -> None:
        """A library of one letter opens at it: a list of one beside two empty panes leaves nothing to choose."""
        self._started_bare = False
        if page.total == 1:
            self.open_letter(page.hits[0].id)

    def _beside_a_name(self) -> None:
        """An ID the program was started with need not be a query that finds: all letters then stand beside its letter,
        and the way begins there.
        """
        if not self._started_with_a_name or self.letter_read is None or self.page is None or self._waiting:
            return
        self._started_with_a_name = False
        if not self.page.total:
            self.search_line.put("")
            self.way = History()
            self.arrive(self.letter_place())
            self.ask()

    def on_letters_unnamed(self, message: Unnamed) -> None:
        """What the program was started with is a query; a symbol that nothing held bears says so."""
        if not self.letters.is_current(message.generation):
            return
        self.submit()

    def on_service_failed(self, message: Failed) -> None:
        """A library that cannot be opened or read: what happened and what to do, where the results would be."""
        if isinstance(message.error, LibraryError) and self.library is None:
            message.prevent_default()  # the base's handler runs after this one by itself
            self.no_library(message.error)

    def no_library(self, error: LibraryError) -> None:
        """There is no library that could be opened: where there is none at all, one is made."""
        self.left_with = error.exit_status
        if not isinstance(error, LibraryMissing):
            self.results.say(str(error))
            self.say(str(error))
            return

        from tui.screens.first_use import FirstUse

        def chosen(folder: Path | None) -> None:
            if folder is None:
                self.app.exit(return_code=self.left_with)
            else:
                self.left_with = 0
                self.open_library(folder)

        self.app.push_screen(FirstUse(self.settings.library or Library.default_path()), chosen)

    # A newer state of the library

    def _look(self) -> None:
        if self.rejoinder.idle > PAUSE:
            garbage.use_pause()
        library = self.library
        if library is not None and self.app.screen is self:
            self._door.ask(lambda generation, cancel: self._refresh(library, cancel))

    def _refresh(self, library: Library, cancel: Cancel) -> Renewed | None:
        return Renewed() if library.refresh() else None

    def on_library_renewed(self, message: Renewed) -> None:
        """Take it over quietly: the same rows and the same line of the letter, where they are still there."""
        self.searches.forget()
        self.ask(row=self.results.cursor, top=self.results.top)
        if self.letter_read is not None:
            letter_id = self.letter_read.id
            self.open_letter(letter_id, Wish(letter_id, quiet=True))

    # Everything else that works everywhere

    def _reading(self) -> bool:
        """Whether a letter is open; where none is, it is said."""
        if self.letter_read is None:
            self.say("no letter is open: Enter on a result opens one")
        return self.letter_read is not None

    def action_next_match(self) -> None:
        """`n`."""
        if self._reading():
            self.letter.action_next_match()

    def action_previous_match(self) -> None:
        """`N`."""
        if self._reading():
            self.letter.action_previous_match()

    def action_bookmark(self) -> None:
        """`m`."""
        if self._reading():
            self.letter.action_bookmark()

    def action_cite(self) -> None:
        """`y`."""
        if self._reading():
            self.letter.action_cite()

    def action_take(self) -> None:
        """`Y`."""
        if self._reading():
            self.letter.action_take_selection()

    def action_mouse(self) -> None:
        """`M`: the mouse to the terminal, for its own selection, or back."""
        on = self.rejoinder.toggle_mouse()
        self.say("mouse on" if on else "mouse off: the terminal selects")

    def action_plain(self) -> None:
        """`P`."""
        from tui.screens.plain import PlainScreen
        from tui.widgets.scroller import Scroller
        from tui.widgets.selecting import Selecting

        pane = self.focused
        if isinstance(pane, Selecting) and pane.letter is not None:
            whole = pane.whole()
            self.app.push_screen(PlainScreen(whole, lambda line: pane.stand(whole.offsets[line])))
        elif isinstance(pane, Scroller) and any((whole := pane.whole()).lines):
            self.app.push_screen(PlainScreen(whole))
        else:
            self.say("nothing to select from here")

    def action_theme(self) -> None:
        """`T`."""
        self.say(f"theme: {self.rejoinder.next_theme()}")

    def action_suspend_process(self) -> None:
        """Ctrl-Z."""
        self.app.action_suspend_process()

    async def action_quit(self) -> None:
        """`q`."""
        self.app.exit(return_code=self.left_with)

    def action_interrupt(self) -> None:
        """Ctrl-C."""
        self.rejoinder.action_interrupt()


def _queried(start: Start) -> str:
    """What stands in the search line at first: of a pin its letter."""
    if "#" not in start.words:
        return start.words
    from tui.pins import parse_pin

    pin = parse_pin(start.words) if not start.always_query else None
    return pin.letter if pin is not None else start.words

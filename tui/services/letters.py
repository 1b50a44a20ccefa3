"""Letters: opening one with its exchange, following a citation, looking at what it leads to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from textual.message import Message
from textual.widget import Widget

from corpus.errors import NotFound
from index.library import Library
from index.results import Cancel, Cancelled
from tui.pins import Pin, parse_pin
from tui.places import Place
from tui.services.worker import Service
from tui.widgets.letter_messages import Follow

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.results import Candidate, Thread
    from tui.view.facts import Known


class Wish(NamedTuple):
    """A letter to open, and where in it: at most one of the places is given; none means where one was before."""

    id: str
    offset: int | None = None
    pin: Pin | None = None
    locator: str | None = None
    place: Place | None = None
    """A place to return to, line by line; it belongs to the way already."""
    first_words: str = ""
    """Of a bookmark's paragraph."""
    preview: bool = False
    beside: bool = False
    """Shown beside a search one returns to: no focus, no place of its own."""
    quiet: bool = False
    """The same letter of a newer state of the library: nothing moves."""


@dataclass(eq=False, repr=False)
class LetterReady(Message, namespace="letters"):
    """A letter with everything that is shown beside it. `held` are the symbols it cites that can be opened."""

    generation: int
    wish: Wish
    letter: Letter
    thread: Thread
    held: frozenset[str]
    known: Known


@dataclass(eq=False, repr=False)
class NotHeld(Message, namespace="letters"):
    """What was to be opened is not held: what is known of it, and who cites it."""

    generation: int
    wish: Wish
    name: str
    candidate: Candidate | None
    said: str = ""
    """What the citing words say of it."""


@dataclass(eq=False, repr=False)
class Several(Message, namespace="letters"):
    """Two or more letters fit: a person decides."""

    generation: int
    wish: Wish
    name: str
    ids: tuple[str, ...]


@dataclass(eq=False, repr=False)
class Unnamed(Message, namespace="letters"):
    """Words name no letter: they are a query."""

    generation: int
    words: str


class Letters(Service):
    """Asks a library. `library` is None until it is open."""

    def __init__(self, host: Widget, language: str | None = None) -> None:
        super().__init__(host, "letters")
        self.library: Library | None = None
        self.language = language

    def open(self, wish: Wish) -> int:
        """Open a letter by its ID."""
        return self.ask(lambda generation, cancel: self._open(wish, generation, cancel))

    def find(self, spelling: str, wish: Wish) -> int:
        """Open what a spelling of a symbol, an ID or a key names."""
        return self.ask(lambda generation, cancel: self._find((spelling,), "", wish, generation, cancel))

    def begin(self, words: str) -> int:
        """Open what words name, a place in it where they are a pin; `Unnamed` where they name nothing."""
        return self.ask(lambda generation, cancel: self._begin(words, generation, cancel))

    def follow(self, follow: Follow) -> int:
        """Open, or look at, what a citation names: by its symbols, else by the date and sender its words give."""
        wish = Wish("", locator=follow.locator, preview=follow.preview)
        names, said = follow.symbols, described(follow)
        if not names and follow.described is not None:
            key = " ".join(filter(None, (follow.described.date, follow.described.sender)))
            names = (key,) if follow.described.date and follow.described.sender else ()
        return self.ask(lambda generation, cancel: self._find(names, said, wish, generation, cancel))

    def _begin(self, words: str, generation: int, cancel: Cancel) -> Message:
        assert self.library is not None
        pin = parse_pin(words)
        name = pin.letter if pin is not None else words
        if pin is None and not self.library.identify(name):
            return Unnamed(generation, words)
        return self._find((name,), "", Wish("", pin=pin), generation, cancel)

    def _find(
        self, names: tuple[str, ...], said: str, wish: Wish, generation: int, cancel: Cancel
    ) -> LetterReady | NotHeld | Several:
        assert self.library is not None
        name = "-".join(names) or said or "A letter without a symbol"
        ids = tuple(dict.fromkeys(id_ for spelling in names for id_ in self.library.identify(spelling)))
        if len(ids) > 1:
            return Several(generation, wish, name, ids)
        if ids:
            return self._open(_named(wish, ids[0]), generation, cancel)
        return NotHeld(generation, wish, name, self._candidate(names), said)

    def _candidate(self, names: tuple[str, ...]) -> Candidate | None:
        """What is known of the first of several spellings of which anything is."""
        assert self.library is not None
        found = []
        for name in names:
            try:
                found.append(self.library.candidate(name))
            except NotFound:
                continue
        return next((c for c in found if c.cited_by), found[0] if found else None)

    def _open(self, wish: Wish, generation: int, cancel: Cancel) -> LetterReady:
        assert self.library is not None
        letter = self.library.letter(wish.id, self.language)
        if cancel():
            raise Cancelled
        thread = self.library.thread(wish.id, cancel=cancel)
        from tui.view.facts import Known

        node = next((n for n in thread.nodes if n.id == thread.focus), None)
        known = Known(node.symbols, node.inferred_from) if node is not None and node.inferred_from else Known()
        held = self._held((s for c in letter.citations for s in c.symbols), cancel)
        return LetterReady(generation, wish, letter, thread, held, known)

    def _held(self, symbols: Iterable[str], cancel: Cancel) -> frozenset[str]:
        assert self.library is not None
        held = set()
        for symbol in dict.fromkeys(symbols):
            if cancel():
                raise Cancelled
            if self.library.identify(symbol):
                held.add(symbol)
        return frozenset(held)


def _named(wish: Wish, letter_id: str) -> Wish:
    return wish._replace(id=letter_id)


def described(follow: Follow) -> str:
    """What a citation's words say of a letter: "letter of 4 March 2006 from Kestravia"."""
    told = follow.described
    if told is None:
        return ""
    from tui.view.facts import in_words

    date = f" of {in_words(told.date)}" if told.date else ""
    sender = f" from {told.sender}" if told.sender else ""
    addressee = f" to {told.addressee}" if told.addressee else ""
    return f"letter{date}{sender}{addressee}" if date or sender or addressee else ""

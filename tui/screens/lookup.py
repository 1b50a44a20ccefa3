"""Symbol look-up: any spelling, or a pasted paragraph; what it may mean, held or not, as one types."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from corpus.errors import NotFound
from index.library import Library
from index.results import Cancel, Candidate, Resolved
from tui.screens.asking import Asking
from tui.screens.notheld import NotHeldScreen
from tui.services.worker import Failed, Service
from tui.view.candidates import candidate_line, name_of
from tui.widgets.row_list import RowList
from tui.widgets.symbol_input import SymbolInput

SPELLING = 40
"""A text up to so long, of four words or fewer, is one symbol's spelling; a longer one may name several."""
HINT = "Type a symbol in any spelling, or paste a paragraph: 77/794 · a/77/794 · S 2023 185"


class LookupScreen(Asking[str]):
    """Gives the ID of the letter to open, None when closed."""

    placeholder = "61/204"

    @dataclass
    class Answered(Message):
        """What the text of a generation may mean."""

        generation: int
        candidates: tuple[Candidate, ...]

    def __init__(self, library: Library, text: str = "") -> None:
        super().__init__(text)
        self.library = library
        self.service = Service(self, "lookup")
        self.rows: RowList[Candidate] = RowList(candidate_line)
        self._answered = 0
        """Generation of the answer shown."""
        self._enter_waits = False

    def title_words(self) -> str:
        """Its title."""
        return "Symbol"

    def keys_words(self) -> str:
        """What keys do here."""
        return "Enter opens it, or who cites it · F8 sends its address · Esc closes"

    def typed(self, text: str) -> None:
        """Every key asks anew; an answer to what stood there before is dropped."""
        self._enter_waits = False
        if text:
            self.service.ask(lambda generation, cancel: self.Answered(generation, meant(self.library, text, cancel)))
        else:
            self.service.stop()
            self._show((), HINT)

    def _show(self, candidates: tuple[Candidate, ...], hint: str) -> None:
        self._answered = self.service.generation
        self.rows.show(candidates, hint)

    def on_lookup_screen_answered(self, message: Answered) -> None:
        """Show it, and open the first where Enter came before it."""
        if self.service.is_current(message.generation):
            self._show(message.candidates, "No letter held bears or cites such a symbol.")
            if self._enter_waits:
                self.action_open()

    def on_service_failed(self, message: Failed) -> None:
        """A sentence is an answer too: nothing waits for another."""
        self._answered = message.generation

    def action_open(self) -> None:
        """Enter: open it, or list who cites it; where the answer is still to come, when it comes."""
        self._enter_waits = self._answered != self.service.generation
        candidate = self.rows.current
        if self._enter_waits or candidate is None:
            return
        if candidate.id is not None:
            self.dismiss(candidate.id)
        else:
            self.panel.display = False  # two panels over one another are hard to tell apart
            self.app.push_screen(NotHeldScreen(self.library, name_of(candidate), candidate), self._cited)

    def _cited(self, letter: str | None) -> None:
        self.panel.display = True
        self.query_one(SymbolInput).focus()
        if letter is not None:
            self.dismiss(letter)


def meant(library: Library, text: str, cancel: Cancel) -> tuple[Candidate, ...]:
    """What a text may mean: completions of a spelling, or every symbol that a paragraph names, each once."""
    if len(text) <= SPELLING and len(text.split()) <= 4:
        found = library.lookup(text)
        if found:
            # What is only typed stands last: a symbol nobody bears or cites is seldom what Enter is pressed for.
            return tuple(sorted(found, key=lambda c: c.id is None and not c.cited_by))
    named: dict[str, Candidate] = {}
    for symbol in library.resolve(text):
        if cancel():
            return ()
        for candidate in _candidates(library, symbol):
            named.setdefault(candidate.id or name_of(candidate), candidate)
    return tuple(named.values())


def _candidates(library: Library, symbol: Resolved) -> list[Candidate]:
    """What is known of a symbol in a text: of each letter that bears it, else of itself."""
    found = []
    for name in symbol.letters or symbol.symbols[:1]:
        try:
            found.append(library.candidate(name))
        except NotFound:
            if name in symbol.letters:
                found.append(Candidate(symbol.symbols, name, None, ""))
    return found

"""What is known of a document that is not held: what citing words say of it, who cites it, where it is published."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from corpus.clean import visible
from corpus.errors import NotFound
from index.library import Library
from index.results import Cancel, Candidate
from tui.bindings import binding_of
from tui.screens.dialog import Dialog
from tui.services.worker import Service
from tui.view.candidates import candidate_line
from tui.view.facts import in_words
from tui.widgets.letter_messages import Take
from tui.widgets.list_scroller import ListScroller
from tui.widgets.row_list import RowList

TOLD = 200
"""Citing letters of which date and sender are looked up; the others are named by their ID."""


class NotHeldScreen(Dialog[str]):
    """A card with its citing letters as rows; gives the ID of the one to open, None when closed.

    `said` is what citing words call it; `count` how many letters cite it, where only some of them are named.
    """

    BINDINGS = binding_of("lists.address")

    @dataclass
    class Told(Message):
        """The citing letters with date and sender."""

        generation: int
        candidates: tuple[Candidate, ...]

    def __init__(
        self, library: Library, name: str, candidate: Candidate | None, said: str = "", count: int = 0
    ) -> None:
        super().__init__()
        self.count = count
        self.library, self.name_shown, self.candidate, self.said = library, name, candidate, said
        self.service = Service(self, "notheld")
        self.rows = RowList(candidate_line, [_bare(id_) for id_ in self._cited_by()])

    def title_words(self) -> str:
        """Its title."""
        return f"{self.name_shown} · not held"

    def keys_words(self) -> str:
        """What keys do here."""
        opens = "Enter opens · " if self._cited_by() else ""
        sends = "F8 sends the address · " if self.candidate and self.candidate.address else ""
        return f"{opens}{sends}Esc closes"

    def body(self) -> Iterable[Widget]:
        """What is known, then who cites it."""
        yield Static(Content(visible("\n".join(known(self.candidate, self.said, self.count)))), classes="said")
        if self._cited_by():
            yield self.rows

    def on_mount(self) -> None:
        """The citing letters have the focus; their dates and senders follow."""
        if self._cited_by():
            self.rows.focus()
            self.service.ask(lambda generation, cancel: self.Told(generation, self._tell(cancel)))

    def fit_rows(self) -> None:
        """All citing letters, or as many as leave room for what is known."""
        if self._cited_by():
            self.rows.styles.height = min(len(self._cited_by()), max(3, self.room(8)))

    def _cited_by(self) -> tuple[str, ...]:
        return self.candidate.cited_by if self.candidate is not None else ()

    def _tell(self, cancel: Cancel) -> tuple[Candidate, ...]:
        """In a thread: one look-up a letter."""
        found = []
        for number, id_ in enumerate(self._cited_by()):
            if number >= TOLD or cancel():
                found.append(_bare(id_))
                continue
            try:
                found.append(self.library.candidate(id_))
            except NotFound:
                found.append(_bare(id_))
        return tuple(found)

    def on_not_held_screen_told(self, message: Told) -> None:
        """Show them; the cursor stays where it is."""
        self.rows.show(message.candidates, cursor=self.rows.cursor)

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Open a citing letter."""
        event.stop()
        self.dismiss(self._cited_by()[event.index])

    def action_address(self) -> None:
        """`F8`."""
        if self.candidate is not None and self.candidate.address:
            self.post_message(Take(self.candidate.address, "address"))


def known(candidate: Candidate | None, said: str = "", count: int = 0) -> list[str]:
    """What is known of a document that is not held, a statement a line; `count` letters cite it in all."""
    lines = [f"The citing words call it: {said}"] if said else []
    if candidate is None:
        return [*lines, "No letter held here bears or cites it by a symbol."]
    if candidate.date or candidate.sender:
        date = f" of {in_words(candidate.date)}" if candidate.date else ""
        sender = f" from {candidate.sender}" if candidate.sender else ""
        lines.append(f"A letter{date}{sender}, as the letters that cite it say")
    if candidate.address:
        lines.append(f"Published at {candidate.address}")
    named = len(candidate.cited_by)
    count = max(count, named)
    if not count:
        return [*lines, "No letter held here cites it."]
    some = f", of which {named:,} stand here" if named < count else ""
    lines.append(f"Cited by {count:,} letter{'s' if count != 1 else ''} held here{some}")
    return lines


def _bare(id_: str) -> Candidate:
    return Candidate((), id_, None, "")

"""The palette: every command by name or by its words, letters by their symbol. Imported when it is opened.

Textual's own is not used: it reads help lines as markup, draws an emoji of two cells, and dims the whole screen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.fuzzy import Matcher
from textual.message import Message

from index.library import Library
from index.results import Candidate
from tui.commands import Command, shown
from tui.screens.asking import Asking
from tui.services.worker import Failed, Service
from tui.view.candidates import candidate_line
from tui.view.rows import Line, Piece
from tui.widgets.row_list import RowList

OFFERED = 6
"""Letters offered for a symbol that is being typed."""
NAME = 20
"""Columns of a command's name."""

Choice = Command | Candidate


class PaletteScreen(Asking[Choice]):
    """Gives the command or the document chosen, None when closed. `commands` are those that can be done now."""

    @dataclass
    class Found(Message):
        """Letters whose symbol is spelt by the text of a generation."""

        generation: int
        candidates: tuple[Candidate, ...]

    def __init__(self, commands: Sequence[Command], library: Library | None) -> None:
        super().__init__()
        self.commands, self.library = tuple(commands), library
        self.service = Service(self, "palette")
        self.rows: RowList[Choice] = RowList(choice_line)

    def title_words(self) -> str:
        """Its title."""
        return "A command, or a symbol"

    def keys_words(self) -> str:
        """What keys do here."""
        return "Enter does it, or opens it · Esc closes"

    def typed(self, text: str) -> None:
        """Commands at once; letters, for words with a digit, when they are found."""
        self.service.stop()
        self.rows.show(fitting(self.commands, text), "No command is called so.")
        library = self.library
        if library is not None and any(c.isdigit() for c in text):
            self.service.ask(lambda generation, cancel: self.Found(generation, library.lookup(text, OFFERED)))

    def on_palette_screen_found(self, message: Found) -> None:
        """Letters stand before commands: what has a digit is a symbol more often than a name."""
        if self.service.is_current(message.generation) and message.candidates:
            commands = [choice for choice in self.rows.values if isinstance(choice, Command)]
            self.rows.show((*message.candidates, *commands))

    def on_service_failed(self, message: Failed) -> None:
        """The commands stay."""
        message.stop().prevent_default()

    def action_open(self) -> None:
        """Enter."""
        if self.rows.current is not None:
            self.dismiss(self.rows.current)


def fitting(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands whose name, or else whose help, fits what was typed, the best first; all where nothing was."""
    if not text:
        return list(commands)
    matcher = Matcher(text)
    scored = [(max(matcher.match(c.name), 0.8 * matcher.match(c.help)), c) for c in commands]
    return [c for score, c in sorted(scored, key=lambda pair: -pair[0]) if score > 0]


def choice_line(choice: Choice, width: int) -> tuple[Line, Line]:
    """A command with its keys at the right edge, or a document."""
    if isinstance(choice, Candidate):
        return candidate_line(choice, width)
    keys = " ".join(shown(key) for key in choice.keys)
    return (Piece(choice.name.ljust(NAME), "symbol"), Piece(choice.help, "party")), (Piece(keys, "relation"),)

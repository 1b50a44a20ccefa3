"""An application with nothing but a letter pane and the way back, for tests of the pane's journeys."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message

from corpus.model import Letter
from tui.places import History
from tui.state import State
from tui.widgets.letter_messages import Bookmarked, Follow, Jumped, Moved, Said, Take
from tui.widgets.reader import LetterPane

KEYS = {
    "j,down": "line_down",
    "k,up": "line_up",
    "d": "half_down",
    "u": "half_up",
    "space,pagedown": "page_down",
    "b,pageup": "page_up",
    "g": "first_of_two",
    "G,end": "last",
    "home": "first",
    "f": "peek",
    "F": "notes",
    "right_square_bracket,l": "next_link",
    "left_square_bracket,h": "previous_link",
    "enter": "follow",
    "p": "preview",
    "right_curly_bracket,J": "next_paragraph",
    "left_curly_bracket,K": "previous_paragraph",
    "A": "next_annex",
    "o": "outline",
    "V": "select",
    "i": "facts",
    "n": "next_match",
    "N": "previous_match",
    "y": "cite",
    "Y": "take_selection",
    "m": "bookmark",
    "escape": "close",
}


class Bound(LetterPane):
    """The pane with its keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding(key, action, show=False) for key, action in KEYS.items()]


class Reading(App[None]):
    """Opens a letter; keeps what the pane says; Backspace goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("backspace", "back"), Binding("greater_than_sign", "forward")]

    def __init__(self, letter: Letter, held: frozenset[str] = frozenset(), state: State | None = None) -> None:
        super().__init__()
        self.letter, self.held = letter, held
        self.pane = Bound(state)
        self.history = History()
        self.heard: list[Message] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_mount(self) -> None:
        self.pane.show(self.letter, held=self.held)
        self.pane.focus()
        self.history.go(self.pane.place())

    def on_letter_jumped(self, message: Jumped) -> None:
        self.history.leave(message.before)
        self.history.go(message.after)

    def action_back(self) -> None:
        if (place := self.history.back(self.pane.place())) is not None:
            self.pane.restore(place)

    def action_forward(self) -> None:
        if (place := self.history.forward(self.pane.place())) is not None:
            self.pane.restore(place)

    def on_letter_said(self, message: Said) -> None:
        self.heard.append(message)

    def on_letter_follow(self, message: Follow) -> None:
        self.heard.append(message)

    def on_letter_take(self, message: Take) -> None:
        self.heard.append(message)

    def on_letter_bookmarked(self, message: Bookmarked) -> None:
        self.heard.append(message)

    def on_letter_moved(self, message: Moved) -> None:
        self.heard.append(message)

    @property
    def said(self) -> str:
        """The last sentence for the status line."""
        return next((m.text for m in reversed(self.heard) if isinstance(m, Said)), "")

    @property
    def followed(self) -> list[Follow]:
        return [m for m in self.heard if isinstance(m, Follow)]

    @property
    def screen_text(self) -> list[str]:
        """The pane's lines as they are painted."""
        return [self.pane.render_line(y).text.rstrip() for y in range(self.pane.size.height)]

    @property
    def top_line(self) -> str:
        return self.screen_text[0].strip(" ▌")

"""What the letter pane tells the screen: small frozen facts; handlers are called `on_letter_…`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from tui.places import Place
from tui.state import Bookmark

if TYPE_CHECKING:
    from corpus.model import Description


@dataclass(eq=False, repr=False)
class Follow(Message, namespace="letter"):
    """A citation is to be opened (`preview`: only looked at) by what it gives: symbols, or a description."""

    symbols: tuple[str, ...]
    locator: str | None
    described: Description | None
    preview: bool = False


@dataclass(eq=False, repr=False)
class Jumped(Message, namespace="letter"):
    """One went elsewhere in the letter by more than scrolling: `before` belongs into the history."""

    before: Place
    after: Place


@dataclass(eq=False, repr=False)
class Moved(Message, namespace="letter"):
    """Another paragraph is read: for the `¶ 3/14` of a status line."""

    paragraph: int
    of: int

    def can_replace(self, message: Message) -> bool:
        """Only where one is now matters."""
        return isinstance(message, Moved)


@dataclass(eq=False, repr=False)
class Said(Message, namespace="letter"):
    """A sentence for the status line: "match 3 of 17", "there is no note 5"."""

    text: str


@dataclass(eq=False, repr=False)
class Take(Message, namespace="letter"):
    """Text to send to the terminal's clipboard, and what it is in a word."""

    text: str
    what: str
    command: str = ""
    """What prints the same in a shell, for text that is too long to be sent."""


@dataclass(eq=False, repr=False)
class Bookmarked(Message, namespace="letter"):
    """A bookmark was asked for here."""

    bookmark: Bookmark

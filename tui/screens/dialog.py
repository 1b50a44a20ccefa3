"""What all dialogs share: a title, a body, a line of keys; Esc closes one, and only one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Static

from corpus.clean import visible
from tui.widgets.letter_messages import Take

Result = TypeVar("Result")


class Dialog(ModalScreen[Result]):
    """A panel over the screen. A subclass gives `title_words`, `keys_words` and `body`."""

    DEFAULT_CSS = """
    Dialog { align: center middle; }
    Dialog > Vertical { width: 94%; max-width: 104; height: auto; max-height: 92%; background: $surface; }
    Dialog > Vertical.whole { width: 100%; max-width: 100%; height: 100%; max-height: 100%; }
    Dialog .title { height: 1; padding: 0 1; text-style: bold; }
    Dialog .keys { height: 1; padding: 0 1; color: $text-muted; }
    Dialog .said { height: auto; max-height: 6; padding: 0 1; color: $text-muted; }
    Dialog PieceList { height: auto; background: $surface; }
    Dialog .whole PieceList { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close", show=False)]
    WHOLE: ClassVar[bool] = False
    """Whether it takes the whole screen."""

    def title_words(self) -> str:
        """Its title."""
        raise NotImplementedError

    def keys_words(self) -> str:
        """What keys do here: `Enter opens · Esc closes`."""
        raise NotImplementedError

    def body(self) -> Iterable[Widget]:
        """What stands between title and keys."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, body, keys."""
        with Vertical(classes="whole" if self.WHOLE else ""):
            yield Static(Content(one_line(self.title_words())), classes="title")
            yield from self.body()
            yield Static(Content(self.keys_words()), classes="keys")

    def say_title(self, words: str) -> None:
        """Another title."""
        self.query_one(".title", Static).update(Content(one_line(words)))

    def on_letter_take(self, message: Take) -> None:
        """What was sent is said here as well: the line of the screen beneath may be hidden. The message goes on."""
        self.query_one(".keys", Static).update(Content(f"{message.what} sent to your terminal · {self.keys_words()}"))

    @property
    def panel(self) -> Vertical:
        """What is drawn over the screen beneath."""
        return self.query_one(Vertical)

    def room(self, taken: int) -> int:
        """Lines a list may take where `taken` others stand around it."""
        return max(1, self.app.size.height * 92 // 100 - taken)

    def action_close(self) -> None:
        """Nothing was chosen."""
        self.dismiss(None)


def one_line(text: str) -> str:
    """Words for a line of their own, cleaned."""
    return visible(" ".join(text.split()))

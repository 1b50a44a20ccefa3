"""Stands where a pane will be until the pane is wanted, and says what the pane would say while it is empty."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content
from textual.widget import Widget

NO_LETTER = "No letter is open. Enter on a result opens one."
NO_THREAD = "Who answers whom: open a letter."


class Later(Widget):
    """The first line of a pane that `make` makes; `line(width)` gives its text and styles.

    To load and mount the panes of a letter and its exchange takes 40 ms, which neither the first picture nor the first
    results wait for.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Later { width: 1fr; height: 1fr; }
    """

    def __init__(self, make: Callable[[], Widget], line: Callable[[int], list[tuple[str, str]]]) -> None:
        super().__init__()
        self.make, self.line = make, line

    def render(self) -> Content:
        """The line."""
        return Content.assemble(*self.line(self.size.width))


def no_letter(width: int) -> list[tuple[str, str]]:
    """As a letter's pane paints it."""
    return [(NO_LETTER[:width].center(width), "dim")]


def no_thread(width: int) -> list[tuple[str, str]]:
    """As the thread's pane paints it: the bar of a row that the cursor is not on, the words, the rest of the line."""
    words = NO_THREAD[: width - 1]
    return [(" ", "bold"), (words, "$text-muted"), (" " * (width - 1 - len(words)), "")]

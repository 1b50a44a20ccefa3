"""A library that answers from a table, and an application with nothing but a dialog, for tests of dialogs."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any, cast

from textual.app import App
from textual.pilot import Pilot
from textual.screen import Screen

from corpus.errors import NotFound
from index.library import Library
from index.results import Candidate, Resolved
from tui.widgets.letter_messages import Take
from tui.widgets.looks import PieceList

HOSTILE = "[b]x[/b] [/] [@click=app.quit]quit\x1b]52;c;eA==\x07\u202e"
"""What a document may carry: markup of three kinds, a clipboard write, a change of direction."""
HOSTILE_SHOWN = "[b]x[/b] [/] [@click=app.quit]quit␛]52;c;eA==␇�"


async def until(pilot: Pilot[Any], wanted: Callable[[], bool]) -> None:
    """Wait until something is so, at most five seconds: how long a thread takes depends on what else runs."""
    for _ in range(500):
        await pilot.pause(0.01)
        if wanted():
            return
    raise AssertionError("it never came to be so")


class FakeLibrary:
    """Answers `lookup`, `resolve` and `candidate` from what it was given; `gates` hold an answer back."""

    def __init__(self, *candidates: Candidate, resolved: tuple[Resolved, ...] = ()) -> None:
        self.candidates, self.resolved = candidates, resolved
        self.gates: dict[str, threading.Event] = {}
        self.asked: list[str] = []

    def lookup(self, text: str, limit: int = 20) -> tuple[Candidate, ...]:
        self.asked.append(text)
        if text in self.gates:
            self.gates[text].wait(5)
        wanted = text.upper()
        return tuple(c for c in self.candidates if any(s.startswith(wanted) for s in c.symbols))[:limit]

    def resolve(self, text: str) -> tuple[Resolved, ...]:
        return tuple(r for r in self.resolved if r.text in text)

    def candidate(self, symbol: str) -> Candidate:
        for candidate in self.candidates:
            if symbol == candidate.id or symbol in candidate.symbols:
                return candidate
        raise NotFound(f"{symbol} is no symbol.")

    @property
    def as_library(self) -> Library:
        return cast(Library, self)


class Dialogs(App[None]):
    """Shows one dialog; keeps what it gave and what it sent to the terminal."""

    def __init__(self, make: Callable[[], Screen[Any]]) -> None:
        super().__init__()
        self._make = make
        self.given: list[Any] = []
        self.sent: list[str] = []

    def on_mount(self) -> None:
        self.push_screen(self._make(), self.given.append)

    def on_letter_take(self, message: Take) -> None:
        self.sent.append(message.text)

    @property
    def rows(self) -> list[str]:
        """The lines of the list on top, as they are painted."""
        pane = self.screen.query_one(PieceList)
        return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]

    @property
    def words(self) -> str:
        """Everything painted on the screen."""
        lines = self.screen._compositor.render_strips()
        return "\n".join(line.text.rstrip() for line in lines)

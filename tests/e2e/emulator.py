"""pyte, with what tells how a terminal is left: the other screen, every private mode, the region, the keyboard's mode.

Strict where terminals differ: setting or resetting the region homes the cursor (DEC STD 070; pyte leaves it), leaving
the alternate screen twice does not restore the cursor twice (kitty, Alacritty), each screen has its own keyboard.
"""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

import pyte

_OURS = re.compile(rb"\x1b\[(?:([<>=?])[0-9;]*u|([0-9]*)([ST]))")
"""What pyte does not know: the keyboard's modes, and scrolling up and down as tmux does it."""
_SWALLOWED = re.compile(rb"\x1bP.*?\x1b\\|\x1b\[\?[0-9;]*\$p", re.DOTALL)
"""What pyte would print and every real terminal swallows: DCS, and questions after a mode."""
_UNFINISHED = re.compile(rb"\x1b(?:\[[0-9;<=>?$]*|P[^\x1b]*\x1b?|\][^\x07\x1b]*\x1b?)?$", re.DOTALL)
_ALTERNATE = 1049


@dataclass(frozen=True)
class State:
    """How a terminal is set: what a program has to leave as it was."""

    modes: frozenset[int]
    """Private modes that are set (DECSET numbers)."""
    region: tuple[int, int] | None
    keyboard: tuple[int, int]
    """Keyboard modes pushed on the main and on the alternate screen; below zero: one of somebody else's was popped."""
    title: str
    style: tuple[Any, ...]
    keypad: bool
    """Application keypad (DECKPAM)."""


class Emulator(pyte.Screen):
    """A screen fed with bytes."""

    def __init__(self, columns: int, rows: int) -> None:
        self._main: tuple[Any, Any] | None = None
        self._keyboard = [0, 0]
        self._keypad = False
        self._rest = b""
        super().__init__(columns, rows)
        self._stream = pyte.ByteStream(self)

    def feed(self, data: bytes) -> None:
        """Take bytes as they come, in whatever pieces."""
        data = self._rest + data
        self._rest = b""
        if cut := _UNFINISHED.search(data):
            data, self._rest = data[: cut.start()], data[cut.start() :]
        data = _SWALLOWED.sub(b"", data)
        start = 0
        for found in _OURS.finditer(data):
            self._feed(data[start : found.start()])
            start = found.end()
            if found[3]:
                self._scroll(int(found[2] or 1), up=found[3] == b"S")
            else:
                self._keyboard[self.alternate] += {b">": 1, b"<": -1}.get(found[1], 0)
        self._feed(data[start:])

    def _feed(self, data: bytes) -> None:
        self._stream.feed(data)
        last = max(data.rfind(b"\x1b="), data.rfind(b"\x1b>"))
        self._keypad = data[last : last + 2] == b"\x1b=" if last >= 0 else self._keypad

    def _scroll(self, rows: int, *, up: bool) -> None:
        x, y = self.cursor.x, self.cursor.y
        self.cursor.y = self.margins.top if self.margins is not None else 0
        (self.delete_lines if up else self.insert_lines)(rows)
        self.cursor.x, self.cursor.y = x, y

    @property
    def alternate(self) -> bool:
        """Whether the alternate screen shows."""
        return self._main is not None

    @property
    def state(self) -> State:
        """How it is set."""
        return State(
            frozenset(mode >> 5 for mode in self.mode if mode >= 32),
            (self.margins.top, self.margins.bottom) if self.margins is not None else None,
            (self._keyboard[0], self._keyboard[1]),
            self.title,
            tuple(self.cursor.attrs)[1:],
            self._keypad,
        )

    @property
    def picture(self) -> list[list[tuple[Any, ...]]]:
        """Every cell as one sees it, with its colours and attributes: on a blank no foreground, weight or slant."""
        return [[_seen(self.buffer[y][x]) for x in range(self.columns)] for y in range(self.lines)]

    def set_mode(self, *modes: int, **kwargs: Any) -> None:
        """As pyte, and show the alternate screen."""
        super().set_mode(*modes, **kwargs)
        if kwargs.get("private") and _ALTERNATE in modes and self._main is None:
            self._main = copy.deepcopy(self.buffer), copy.copy(self.cursor)
            self.erase_in_display(2)

    def reset_mode(self, *modes: int, **kwargs: Any) -> None:
        """As pyte, and show the main screen as it was."""
        super().reset_mode(*modes, **kwargs)
        if kwargs.get("private") and _ALTERNATE in modes and self._main is not None:
            hidden = self.cursor.hidden
            (self.buffer, self.cursor), self._main = self._main, None
            self.cursor.hidden = hidden

    def set_margins(self, top: int | None = None, bottom: int | None = None) -> None:
        """As pyte, and home the cursor."""
        super().set_margins(top, bottom)
        self.cursor_position()


def _seen(cell: Any) -> tuple[Any, ...]:
    if cell.data != " " or cell.underscore or cell.strikethrough or cell.reverse:
        return tuple(cell)
    return tuple(cell._replace(fg="default", bold=False, italics=False, blink=False))

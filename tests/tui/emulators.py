"""Terminals that differ where real ones do: pyte, with the ways in which emulators disagree as settings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any
from unicodedata import combining

import pyte
from pyte import modes
from pyte.screens import Char
from wcwidth import wcwidth

_DCS = re.compile("\x1bP.*?\x07(?:\x1b\x1b\\\\)?\x1b\\\\|\x1bP.*?\x1b\\\\", re.DOTALL)
_MOST = 4
"""Differences told: the first row that differs says most."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What kind of terminal: the points on which they disagree and a program must not rely."""

    homes: bool = True
    """The cursor goes home when the scroll region is reset: xterm does, pyte does not."""
    erases_in_colour: bool = True
    """Erased cells and rows scrolled in take the current background: GNU screen and the vt100 have none of it."""
    wraps: bool = False
    """Past the last column the next character begins a row, as in a terminal where ESC[?7l came to nothing."""
    waits: bool = True
    """A character in the last column leaves the cursor past it, to wrap with the next; else it stays on the column."""
    doubtful_width: int | None = None
    """Columns of a combining mark and of a picture, where the terminal knows neither; None: of no width, and of two."""


XTERM = Kind()
KINDS = {
    "xterm": XTERM,
    "no home": Kind(homes=False),
    "GNU screen": Kind(erases_in_colour=False),
    "wraps": Kind(wraps=True),
    "stays": Kind(waits=False),
    "all at once": Kind(homes=False, erases_in_colour=False, wraps=True),
}


class Emulator(pyte.Screen):
    """A terminal of a kind, fed with `feed`."""

    def __init__(self, width: int, height: int, kind: Kind = XTERM) -> None:
        self.kind = kind
        super().__init__(width, height)
        self._stream = pyte.Stream(self)
        if not kind.wraps:
            self.reset_mode(7, private=True)

    def feed(self, text: str) -> None:
        """Take what a program writes. pyte shows the inside of a DCS as text; every real terminal swallows it."""
        self._stream.feed(_DCS.sub("", text))

    def set_margins(self, top: int | None = None, bottom: int | None = None) -> None:
        """DECSTBM."""
        super().set_margins(top, bottom)
        if self.kind.homes and self.margins is None:
            self.cursor_position()

    def set_mode(self, *numbers: int, **kwargs: Any) -> None:
        """A mode; one that this kind does not know changes nothing."""
        if not (kwargs.get("private") and 7 in numbers):
            super().set_mode(*numbers, **kwargs)

    def reset_mode(self, *numbers: int, **kwargs: Any) -> None:
        """The end of a mode; a terminal that wraps whatever one says goes on doing so."""
        if not (self.kind.wraps and kwargs.get("private") and 7 in numbers):
            super().reset_mode(*numbers, **kwargs)

    def draw(self, data: str) -> None:
        """Text. At a mark without a combining class, such as Thai vowels, pyte drops what follows."""
        if self.kind.doubtful_width and not data.isascii():
            wide = self.kind.doubtful_width == 2
            data = "".join(c if is_agreed(c) else "〓" if wide else "?" for c in data)
        rest = data
        while not rest.isascii() and (mark := next((c for c in rest if wcwidth(c) == 0 and not combining(c)), "")):
            before, _, rest = rest.partition(mark)
            super().draw(before)
            x, row = max(self.cursor.x - 1, 0), self.buffer[self.cursor.y]
            row[x] = row[x]._replace(data=row[x].data + mark)
        super().draw(rest)
        if not self.kind.waits and modes.DECAWM not in self.mode:
            self.cursor.x = min(self.cursor.x, self.columns - 1)

    def erase_in_line(self, how: int = 0, private: bool = False) -> None:
        """EL."""
        self._in_blank_colour(super().erase_in_line, how, private)

    def erase_in_display(self, how: int = 0, *args: Any, **kwargs: Any) -> None:
        """ED."""
        self._in_blank_colour(super().erase_in_display, how, *args, **kwargs)

    def index(self) -> None:
        """A line feed: a row may come in below."""
        at_edge = self.cursor.y == (self.margins.bottom if self.margins else self.lines - 1)
        super().index()
        if at_edge:
            self._row_came_in(self.cursor.y)

    def reverse_index(self) -> None:
        """RI: a row may come in above."""
        at_edge = self.cursor.y == (self.margins.top if self.margins else 0)
        super().reverse_index()
        if at_edge:
            self._row_came_in(self.cursor.y)

    def select_graphic_rendition(self, *attrs: int, private: bool = False) -> None:
        """SGR. pyte knows no dim letters: they are kept as blinking ones, which nothing here is."""
        told: list[int] = []
        queue = list(attrs)
        while queue:
            number = queue.pop(0)
            if number in (38, 48):
                size = 2 if queue[:1] == [5] else 4
                told += [number, *queue[:size]]
                queue = queue[size:]
            else:
                told += {2: [5], 22: [22, 25]}.get(number, [number])
        super().select_graphic_rendition(*told)

    def _in_blank_colour(self, erase: Any, *args: Any, **kwargs: Any) -> None:
        kept = self.cursor.attrs
        self.cursor.attrs = self._blank
        erase(*args, **kwargs)
        self.cursor.attrs = kept

    @property
    def _blank(self) -> Char:
        """What an erased cell is: no letter, and of the style at most the background."""
        return self.default_char._replace(bg=self.cursor.attrs.bg if self.kind.erases_in_colour else "default")

    def _row_came_in(self, y: int) -> None:
        for x in range(self.columns):
            self.buffer[y][x] = self._blank


def is_agreed(character: str) -> bool:
    """Whether every terminal knows how wide it is."""
    return wcwidth(character) == 1 or "\u2e80" <= character <= "\uffe6"


def seen(screen: pyte.Screen, y: int) -> list[tuple[object, ...]]:
    """A row as one sees it: on a blank cell neither the colour nor the weight of the letter that is not there."""
    row: list[tuple[object, ...]] = []
    for x in range(screen.columns):
        c = screen.buffer[y][x]
        lined = c.reverse or c.underscore or c.strikethrough
        if c.data.strip() or c.data == "" or lined:
            row.append((c.data, c.bg, c.fg, c.bold, c.blink, c.italics, c.underscore, c.reverse, c.strikethrough))
        else:
            row.append((" ", c.bg))
    return row


def differences(one: pyte.Screen, other: pyte.Screen) -> list[str]:
    """Rows that look different, and a cursor that stands or shows otherwise, in words; `[]` where there are none."""
    told: list[str] = []
    for y in sorted(one.dirty | other.dirty):
        if y < one.lines and one.buffer[y] != other.buffer[y] and (a := seen(one, y)) != (b := seen(other, y)):
            x = next(x for x in range(one.columns) if a[x] != b[x])
            told.append(f"row {y}, column {x}: {a[x]} but {b[x]}\n  {one.display[y]}\n  {other.display[y]}")
    one.dirty.clear()
    other.dirty.clear()
    # In the last column, terminals that wait for the next character are where those are that do not.
    places = [(min(s.cursor.x, s.columns - 1), s.cursor.y, s.cursor.hidden) for s in (one, other)]
    if places[0] != places[1]:
        told.append(f"cursor (column, row, hidden): {places[0]} but {places[1]}")
    return told[:_MOST]

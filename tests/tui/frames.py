"""Frames in the tests' own short form: `ESC [ row ; column H` places, `ESC [ … m` styles, anything else is text."""

from __future__ import annotations

import re

from tui.picture import Patch, written
from tui.sgr import DEFAULT, Style, follow
from tui.thin_line import ThinLine
from tui.wire import Wire

_TOKEN = re.compile(r"\x1b\[([0-9;]*)([Hm])|([^\x1b]+)")


def patches(frame: str) -> tuple[list[Patch], tuple[int, int]]:
    """The patches that draw a frame, and where it leaves the cursor."""
    found: list[Patch] = []
    pieces: list[tuple[str, Style]] = []
    style, x, y = DEFAULT, 0, 0
    for numbers, final, text in [*_TOKEN.findall(frame), ("", "H", "")]:
        if text:
            pieces.append((text, style))
        elif final == "m":
            style = follow(style, numbers)
        else:
            if pieces:
                found.append(Patch(y, x, written(pieces)))
                pieces, x = [], x + len(found[-1].cells)
            if numbers:
                line, _, column = numbers.partition(";")
                y, x = int(line) - 1, int(column or 1) - 1
    return found, (x, y)


def draw(line: ThinLine, frame: str) -> None:
    """Have a thin line draw a frame."""
    line.draw(*patches(frame))


def show(wire: Wire, frame: str, width: int, height: int) -> None:
    """Have a wire show a frame."""
    wire.show(*patches(frame), width, height)

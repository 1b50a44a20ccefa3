"""Terminal styles as values: what SGR numbers set (ECMA-48, 8.3.117), and the fewest that lead from one to another."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple


class Style(NamedTuple):
    """How a cell is drawn: colours as the SGR numbers that set them (`""` the default), attributes as SGR numbers."""

    foreground: str = ""
    background: str = ""
    attributes: frozenset[int] = frozenset()


DEFAULT = Style()

_OFF = {22: {1, 2}, 23: {3}, 24: {4, 21}, 25: {5, 6}, 27: {7}, 28: {8}, 29: {9}, 55: {53}}
"""What each switching-off number ends."""

_SEEN_ON_BLANKS = frozenset({4, 7, 9, 21, 53})
"""Attributes that show where there is no letter: underline, reverse, strike, overline."""


@lru_cache(4096)
def follow(style: Style, numbers: str) -> Style:
    """The style after `ESC [ numbers m`. Numbers that nothing is known of are passed over."""
    foreground, background, attributes = style
    queue = (numbers or "0").split(";")
    while queue:
        number = int(queue.pop(0) or 0)
        if number == 0:
            foreground, background, attributes = DEFAULT
        elif number in (38, 48):
            size = 2 if queue[:1] == ["5"] else 4
            colour, queue = ";".join([str(number), *queue[:size]]), queue[size:]
            foreground, background = (colour, background) if number == 38 else (foreground, colour)
        elif 30 <= number <= 37 or 90 <= number <= 97:
            foreground = str(number)
        elif 40 <= number <= 47 or 100 <= number <= 107:
            background = str(number)
        elif number == 39:
            foreground = ""
        elif number == 49:
            background = ""
        elif number in _OFF:
            attributes = attributes - _OFF[number]
        elif number < 10 or number in (21, 53):
            attributes = attributes | {number}
    return Style(foreground, background, attributes)


@lru_cache(4096)
def of_blank(style: Style) -> Style:
    """The style of a space, without what does not show on it, so that blanks compare equal."""
    seen = style.attributes & _SEEN_ON_BLANKS  # these show the foreground too: reverse as the blank's own colour
    return Style(
        style.foreground if seen else "", style.background, seen | (style.attributes & {1, 2} if seen else frozenset())
    )


@lru_cache(4096)
def change(old: Style | None, new: Style) -> str:
    """The shortest `ESC [ … m` from one style (None: not known) to another; `""` where it is the same."""
    if old == new:
        return ""
    whole = [str(n) for n in sorted(new.attributes)] + [c for c in (new.foreground, new.background) if c]
    fresh = "\x1b[" + ";".join(["", *whole]) + "m"  # an empty number is 0: all off (ECMA-48, 5.4.2)
    if old is None or not old.attributes <= new.attributes:
        return fresh
    parts = [str(n) for n in sorted(new.attributes - old.attributes)]
    if old.foreground != new.foreground:
        parts.append(new.foreground or "39")
    if old.background != new.background:
        parts.append(new.background or "49")
    step = "\x1b[" + ";".join(parts) + "m"
    return min(step, fresh, key=len)

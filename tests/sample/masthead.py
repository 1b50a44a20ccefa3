"""The masthead of a PDF letter, in the Organization's three layouts: `modern`, `plain` (to the 1990s) and `typed`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests.sample.markup import runs

if TYPE_CHECKING:
    from tests.sample.paper import Press


def print_masthead(press: Press) -> float:
    """Prints the masthead on the first page; returns the height at which the title begins, in points."""
    return modern(press) if press.era == "modern" else old(press)


def modern(press: Press) -> float:
    """Symbol at the top right with a large head letter, organs in large bold, agenda in two columns."""
    source = press.source
    press.say(123, 57, "United Nations", 14)
    symbol(press, source.head["symbol"])
    rule(press, 66, 0.5)
    organs = source.parts("organs", ";")
    for row, organ in enumerate(organs):
        press.say(123, 86 + 19 * row, organ, 17, "B")
    lines = ["Distr.: General", source.head["date"], "", *source.parts("language")]
    for row, line in enumerate(lines):
        press.say(397, 86 + 12 * row, line, 10)
    rule(press, 150, 1.6)
    y = column(press, 60, 166)
    right = [(line, "B") for line in source.parts("right")]
    for row, (line, style) in enumerate(right):
        press.say(348, 166 + 12 * row, line, 10, style)
    return max(y, 166 + 12 * len(right)) + 8


def column(press: Press, left: float, y: float) -> float:
    """Session, agenda items and their titles, each title wrapped and set apart."""
    for line in press.source.parts("left"):
        press.say(left, y, line, 10, "" if re.search(r"\d", line) else "B")
        y += 12
    for title in press.source.parts("titles"):
        y += 4
        for wrapped in press.wrap(f"**{title}**", 10, left, left + 260, {}):
            press.print_line(wrapped, y, 10)
            y += 12
    return y


def symbol(press: Press, text: str) -> None:
    """The symbol, right-aligned: organ letters at 20 points, the rest at 11."""
    bits = [(bit, 20.0 if bit in ("A", "S", "E") else 11.0) for bit in re.split(r"(?<![^–])([ASE])(?=/)", text) if bit]
    x = 552.0
    for bit, size in bits:
        press.pdf.set_font(press.family, "", size)
        x -= float(press.pdf.get_string_width(bit))
    for bit, size in bits:
        x = press.say(x, 57, bit, size)


def old(press: Press) -> float:
    """The layout in which the symbols stand below the distribution."""
    source = press.source
    press.say(60, 52, "UNITED", 12, "B")
    press.say(60, 66, "NATIONS", 12, "B")
    press.say(500, 60, " ".join(s[0] for s in source.symbols), 22, "B")
    rule(press, 74, 0.7)
    for row, organ in enumerate(source.parts("organs", ";")):
        press.say(150, 96 + 16 * row, organ, 14, "B")
    lines = ["Distr.", "GENERAL", "", *source.symbols, source.head["date"], "", *source.parts("language")]
    for row, line in enumerate(lines):
        press.say(420, 90 + 12 * row, line, 10)
    y = 90 + 12 * len(lines) + 16
    top = y
    for line in source.parts("left"):
        x = 60.0
        for run in runs(line):
            marker = run.style == "marker"
            x = press.say(x, y - (3 if marker else 0), run.text, 7 if marker else 10)
        y += 12
    for row, line in enumerate(source.parts("right")):
        press.say(360, top + 12 * row, line, 10)
    return y + 8


def rule(press: Press, y: float, width: float) -> None:
    """A rule over the whole page."""
    press.pdf.set_line_width(width)
    press.pdf.line(60, y, 552, y)

"""A letter as plain lines: the masthead's facts, the text at a page's measure, notes under the part they are of."""

from __future__ import annotations

from collections.abc import Iterator

from corpus.model import BlockKind, Letter
from tui.printing import Run
from tui.view.facts import Known, facts
from tui.view.layout import Layout, measure
from tui.view.marks import find_marks

WIDTH = 80
"""Columns where nothing says otherwise; the text itself takes 76 of them at most."""
LOOKS = {
    "symbol": "bold",
    "inferred": "italic",
    "dim": "dim",
    "rule": "dim",
    BlockKind.TITLE.value: "bold",
    BlockKind.HEADING.value: "bold",
}
"""Style of a line, by what it is; everything else is plain."""


def letter_lines(letter: Letter, letter_id: str, known: Known | None = None, width: int = WIDTH) -> Iterator[Run]:
    """Every line with its style, without a margin. Right-to-left text keeps its logical order.

    The facts name every file with its sha-256, so that altered text can be told from the source's. Where the letter
    has no symbol of its own its ID stands above them.
    """
    if letter_id != "-".join(letter.symbols):
        yield letter_id, "bold"
    room = measure(width)[1]
    layout = Layout(letter, find_marks(letter), width, facts(letter, room, known, full=True))
    for y in range(len(layout)):
        line = layout.line(y)
        yield (" " * line.indent + line.text if line.text else ""), LOOKS.get(line.style, "")

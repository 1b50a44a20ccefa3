"""Which panes stand side by side, and how wide: one below 90 columns, two from 90, three from 120. Pure."""

from __future__ import annotations

COLUMNS = ("left", "middle", "right")
"""The columns from left to right: results and what narrows them, the letter, the thread."""
TWO, THREE = 90, 120
"""Columns from which two and three panes stand side by side."""
MEASURE = 66
"""The narrowest measure for reading; a pane as wide as that, or wider by one, has no margins left."""
LETTER = 84
"""The measure of a letter (80) with its margins: wider than this it gives room to its neighbours."""


def shown(width: int, active: str, side: str, zoomed: bool = False) -> tuple[str, ...]:
    """The columns in view. `active` is the one with the focus, `side` the last one beside the letter that had it."""
    if zoomed or width < TWO:
        return (active,)
    if width >= THREE:
        return COLUMNS
    beside = active if active != "middle" else side
    return tuple(c for c in COLUMNS if c in ("middle", beside))


def widths(width: int, columns: tuple[str, ...]) -> dict[str, int]:
    """The width of each column, the line that parts it from the one before included; together they are `width`."""
    if len(columns) == 1:
        return {columns[0]: width}
    if len(columns) == 2:
        beside = max(34, min(60, width - LETTER, width * 2 // 5))
        beside += _tight(width - beside - (columns[0] != "middle"))
        return {c: width - beside if c == "middle" else beside for c in columns}
    left, right = max(35, min(64, width * 28 // 100)), max(35, min(60, width * 27 // 100))
    right += _tight(width - left - right - 1)
    return {"left": left, "middle": width - left - right, "right": right}


def _tight(pane: int) -> int:
    """Columns too many in a letter's pane that would fill with text to both edges: its neighbour has better use."""
    return pane - (MEASURE - 1) if MEASURE <= pane < MEASURE + 2 else 0

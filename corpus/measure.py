"""How a document is set: what the joining of rows measures gaps, margins and sizes against."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus.rows import Row

FULL = 250.0
"""Points that a line of running text measures at least; the Organization's lines have 365, those of lists less."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set: line pitch and body size in points, left edge, right edge or line length, table rows."""

    pitch: float
    size: float
    left: float
    right: float
    tables: frozenset[int]
    """Numbers of the lines that stand in tables."""
    paged: bool
    pitches: dict[int, float] = field(default_factory=dict)
    """Line pitch by size, where there was enough to tell."""

    def pitch_of(self, row: Row) -> float:
        """The distance of two lines of `row`'s size; a heading in larger type has a larger one."""
        size = row.line.size or 0.0
        for near in (round(size), round(size) - 1, round(size) + 1):
            if near in self.pitches:
                return self.pitches[near]
        return self.pitch * max(1.0, size / self.size if self.size else 1.0)


def measure(found: list[Row], pitch: float, tables: tuple[tuple[int, int], ...], *, paged: bool) -> Measure:
    """Taken from all rows of a document."""
    sizes = Counter(round(row.line.size * 2) / 2 for row in found if row.line.size)
    inside = frozenset(number for start, end in tables for number in range(start, end))
    return Measure(
        pitch,
        sizes.most_common(1)[0][0] if sizes else 0.0,
        0.0,
        0.0,
        inside,
        paged,
    )


def margins(found: list[Row], how: Measure) -> Measure:
    """The measure with the margins of these rows: an annex may be set wider than the letter that it is annexed to."""
    if not found:
        return how
    lefts = Counter(round(row.left) for row in found)
    edge = sorted(right(row) for row in found)[int(len(found) * 0.9)]
    sizes = Counter(round(row.line.size * 2) / 2 for row in found if row.line.size)
    return replace(
        how,
        left=float(lefts.most_common(1)[0][0]),
        right=float(edge),
        pitches=_pitches(found, edge - 25),
        size=sizes.most_common(1)[0][0] if len(found) > 20 and sizes else how.size,
    )


def right(row: Row) -> float:
    """The row's right edge in points, or the column it ends in where there are no points."""
    return row.line.right if row.line.right is not None else row.lead + len(row.text)


def _pitches(found: list[Row], full: float) -> dict[int, float]:
    """The distance of two lines of one paragraph, by their size in whole points.

    What follows a full line is nearly always the same paragraph, so gaps between paragraphs do not count here.
    """
    steps: dict[int, list[float]] = {}
    for before, row in pairwise(found):
        step = (row.line.top or 0) - (before.line.top or 0)
        filled = before.line.rtl or right(before) >= full
        if row.is_set and row.page == before.page and filled and right(before) - before.left > FULL and 4 < step < 40:
            steps.setdefault(round(row.line.size or 0), []).append(step)
    return {size: sorted(known)[len(known) // 2] for size, known in steps.items() if len(known) > 4}

"""Hits by month or year as bars of block characters. Pure; a terminal without Unicode gets `tui.ascii`'s stand-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

BLOCKS = " ▁▂▃▄▅▆▇█"
"""Nothing to a full cell in eighths; `tui.ascii` shows them as `.`, `:`, `=` and `#`, low to high."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Hits of a month (`2006-08`) or a year (`2006`)."""

    label: str
    count: int


def by_month(timeline: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """A bar for every month from the first with a hit to the last; an empty month is an empty bar."""
    counts = dict(timeline)
    if not counts:
        return ()
    first, last = (_month_number(edge) for edge in (min(counts), max(counts)))
    labels = (f"{n // 12:04}-{n % 12 + 1:02}" for n in range(first, last + 1))
    return tuple(Bar(label, counts.get(label, 0)) for label in labels)


def by_year(timeline: Sequence[tuple[str, int]]) -> tuple[Bar, ...]:
    """The same by year."""
    counts: dict[int, int] = {}
    for month, count in timeline:
        counts[int(month[:4])] = counts.get(int(month[:4]), 0) + count
    years = range(min(counts), max(counts) + 1) if counts else ()
    return tuple(Bar(f"{year:04}", counts.get(year, 0)) for year in years)


def bars(timeline: Sequence[tuple[str, int]], width: int) -> tuple[Bar, ...]:
    """By month where every month has a cell of `width`, else by year."""
    months = by_month(timeline)
    return months if len(months) <= width else by_year(timeline)


def thickness(count: int, width: int) -> int:
    """Cells a bar may take, its gap included, so that `count` of them fill `width` and none looks like a wall."""
    return max(1, min(6, width // max(1, count)))


def column(count: int, most: int, height: int) -> str:
    """A bar from its top cell down, `height` cells; whatever is there at all shows at least an eighth."""
    eighths = 0 if not count or not most else max(1, round(8 * height * count / most))
    full, part = divmod(min(eighths, 8 * height), 8)
    cells = BLOCKS[8] * full + (BLOCKS[part] if part else "")
    return cells.ljust(height)[::-1]


def sparkline(timeline: Sequence[tuple[str, int]], width: int) -> str:
    """The whole timeline in one line of at most `width` cells: months, or neighbouring ones summed where too many."""
    if not timeline or width <= 0:
        return ""
    months = [_month_number(month) for month, _ in timeline]
    first = min(months)
    counts = [0] * (max(months) - first + 1)
    for month, (_, count) in zip(months, timeline, strict=True):
        counts[month - first] += count
    each = -(-len(counts) // width)
    sums = [sum(counts[at : at + each]) for at in range(0, len(counts), each)]
    return "".join(column(count, max(sums), 1) for count in sums)


def axis(labels: Sequence[str], width: int, cell: int) -> str:
    """Years under bars of `cell` cells each: where a year begins and there is room for its four digits."""
    line, end = "", 0
    for at, label in enumerate(labels):
        begins = at == 0 or label[:4] != labels[at - 1][:4]
        place = at * cell
        if begins and place >= end and place + 4 <= width:
            line = line.ljust(place) + label[:4]
            end = place + 5
    return line.ljust(width)


def month_axis(labels: Sequence[str], cell: int) -> str:
    """Names of months under bars of `cell` cells each, as short as they must be; `""` where there is no room."""
    if cell < 2 or not labels or len(labels[0]) != 7:
        return ""
    return "".join(time_in_words(label)[: min(3, cell - 1)].ljust(cell) for label in labels)


def time_in_words(label: str) -> str:
    """`2006-08` → `August 2006`; a year as it is."""
    from tui.view.facts import in_words  # with what lays a letter out, 6 ms that the foot of first results needs not

    return in_words(f"{label}-01").partition(" ")[2] if len(label) == 7 else label


@lru_cache(10_000)
def _month_number(label: str) -> int:
    return int(label[:4]) * 12 + int(label[5:7]) - 1

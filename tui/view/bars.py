"""Hits by month or year as bars of block characters. Pure; a terminal without Unicode gets `tui.ascii`'s stand-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from index.results import Months

BLOCKS = " ▁▂▃▄▅▆▇█"
"""Nothing to a full cell in eighths; `tui.ascii` shows them as `.`, `:`, `=` and `#`, low to high."""


@dataclass(frozen=True, slots=True)
class Bar:
    """Hits of a month (`2006-08`) or a year (`2006`)."""

    label: str
    count: int


def by_month(timeline: Months) -> tuple[Bar, ...]:
    """A bar for every month from the first with a hit to the last; an empty month is an empty bar."""
    return tuple(map(Bar, timeline.labels, timeline.counts))


def by_year(timeline: Months) -> tuple[Bar, ...]:
    """The same by year."""
    counts: dict[str, int] = {}
    for month, count in zip(timeline.labels, timeline.counts, strict=True):
        counts[month[:4]] = counts.get(month[:4], 0) + count
    return tuple(Bar(year, count) for year, count in counts.items())


def bars(timeline: Months, width: int) -> tuple[Bar, ...]:
    """By month where every month has a cell of `width`, else by year."""
    return by_month(timeline) if len(timeline.counts) <= width else by_year(timeline)


def thickness(count: int, width: int) -> int:
    """Cells a bar may take, its gap included, so that `count` of them fill `width` and none looks like a wall."""
    return max(1, min(6, width // max(1, count)))


def column(count: int, most: int, height: int) -> str:
    """A bar from its top cell down, `height` cells; whatever is there at all shows at least an eighth."""
    eighths = 0 if not count or not most else max(1, round(8 * height * count / most))
    full, part = divmod(min(eighths, 8 * height), 8)
    cells = BLOCKS[8] * full + (BLOCKS[part] if part else "")
    return cells.ljust(height)[::-1]


def sparkline(counts: Sequence[int], width: int) -> str:
    """Counts of months in one line of at most `width` cells, neighbouring ones summed where they are too many."""
    if not counts or width <= 0:
        return ""
    each = -(-len(counts) // width)
    sums = [sum(counts[at : at + each]) for at in range(0, len(counts), each)]
    most = max(sums)
    return "".join([column(count, most, 1) for count in sums])


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

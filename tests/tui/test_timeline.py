"""The timeline: bars by month and by year, walked and chosen; the line of bars under the results."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.results import Months
from tests.tui.narrowing_host import Host, seen
from tui.ascii import to_ascii
from tui.view.bars import Bar, axis, bars, by_month, by_year, column, month_axis, sparkline, time_in_words
from tui.view.rows import Piece
from tui.view.wrap import cells
from tui.widgets.foot import foot
from tui.widgets.narrowing import Narrow, Widen
from tui.widgets.timeline import Timeline

SUMMER = Months(2006 * 12 + 6, (1, 9, 0, 3))
_SOME = st.integers(1, 10**6)
MONTHS = st.just(Months()) | st.builds(
    lambda first, edge, between, other: Months(first, (edge, *between, other)),
    st.integers(1946 * 12, 2030 * 12), _SOME, st.lists(st.just(0) | _SOME, max_size=1000), _SOME,
)  # fmt: skip


def written(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def test_empty_months_between_are_empty_bars() -> None:
    assert by_month(SUMMER) == (Bar("2006-07", 1), Bar("2006-08", 9), Bar("2006-09", 0), Bar("2006-10", 3))
    assert by_month(Months(2005 * 12 + 11, (1, 1))) == (Bar("2005-12", 1), Bar("2006-01", 1))
    assert by_year(Months(2005 * 12 + 11, (1, *[0] * 12, 2))) == (Bar("2005", 1), Bar("2006", 0), Bar("2007", 2))


@given(MONTHS, st.integers(1, 200))
def test_no_hit_is_lost_in_bars_and_the_line_keeps_to_its_width(timeline: Months, width: int) -> None:
    total = sum(timeline.counts)
    assert sum(bar.count for bar in by_month(timeline)) == total
    assert sum(bar.count for bar in by_year(timeline)) == total
    assert len(sparkline(timeline.counts, width)) <= width
    shown = bars(timeline, width)
    assert len(shown) <= width or all(len(bar.label) == 4 for bar in shown)
    assert all(cells(written(line)) <= width or width < 30 for line in foot(timeline, total, width))


@pytest.mark.parametrize(
    ("count", "most", "height", "drawn"),
    [
        (0, 9, 2, "  "),  # nothing is nothing
        (1, 10**6, 2, " ▁"),  # but one letter is never nothing
        (9, 9, 2, "██"),
        (5, 9, 2, "▁█"),
        (0, 0, 2, "  "),  # no hit anywhere
    ],
)
def test_a_bar_from_its_top_down(count: int, most: int, height: int, drawn: str) -> None:
    assert column(count, most, height) == drawn


def test_bars_keep_their_order_and_width_in_ascii() -> None:
    drawn = to_ascii("▁▂▃▄▅▆▇█")
    assert drawn == "..::==##"


@pytest.mark.parametrize(
    ("labels", "width", "cell", "line"),
    [
        (["2006-11", "2006-12", "2007-01"], 12, 3, "2006  2007  "),
        (["2006-12", "2007-01", "2008-01"], 12, 2, "2006        "),  # no room for 2007 beside 2006; 2008 begins at 4
        (["2004", "2005", "2006", "2007", "2008", "2009"], 12, 1, "2004 2009   "),
        ([], 4, 1, "    "),
    ],
)
def test_years_stand_where_they_begin(labels: list[str], width: int, cell: int, line: str) -> None:
    assert axis(labels, width, cell) == line


@pytest.mark.parametrize(
    ("labels", "cell", "line"),
    [
        (["2006-07", "2006-08"], 6, "Jul   Aug   "),
        (["2006-07", "2006-08"], 2, "J A "),
        (["2006-07", "2006-08"], 1, ""),  # no gap left between them
        (["2006", "2007"], 6, ""),  # years have the other axis
        ([], 6, ""),
    ],
)
def test_months_under_bars(labels: list[str], cell: int, line: str) -> None:
    assert month_axis(labels, cell) == line


@pytest.mark.parametrize(("label", "words"), [("2006-08", "August 2006"), ("2006", "2006")])
def test_times_in_words(label: str, words: str) -> None:
    assert time_in_words(label) == words


def test_the_foot_of_the_results_is_count_bars_and_years() -> None:
    first, second = foot(Months(2004 * 12, (1, *[0] * 58, 4)), 5, 40)
    assert written(first).startswith("5 letters  ")
    assert written(second).split() == ["2004", "2008"]
    assert written(foot(SUMMER, 1, 12)[0]) == "1 letter"  # no room for bars
    assert written(foot(Months(), 0, 40)[0]) == "0 letters"


async def test_one_walks_to_a_month_narrows_to_it_and_takes_it_back() -> None:
    pane = Timeline()
    host = Host(pane)
    async with host.run_test(size=(60, 20)) as pilot:
        pane.focus()
        pane.show(SUMMER, 15)
        await pilot.pause()
        assert seen(pane)[0] == " August 2006 · 9 letters · 2 undated"  # the highest bar first
        await pilot.press("l", "enter")  # September has none: nothing to narrow to
        assert host.said == "no hit in September 2006 to keep"
        assert seen(pane)[0] == " September 2006 · 0 letters · 2 undated"
        assert host.heard == []
        await pilot.press("l", "enter", "minus")
        assert host.heard == [Narrow("month", "2006-10"), Widen()]
        await pilot.press("h", "h", "h", "h")
        assert pane.current == Bar("2006-07", 1)


async def test_months_that_do_not_fit_become_years_and_back() -> None:
    timeline = Months(2000 * 12, tuple(2 if month == 3 * 12 + 4 else 1 for month in range(6 * 12)))
    pane = Timeline()
    host = Host(pane)
    async with host.run_test(size=(40, 20)) as pilot:
        pane.focus()
        pane.show(timeline, 73)
        await pilot.pause()
        assert pane.current == Bar("2003", 13)
        await pilot.press("enter")
        assert host.heard == [Narrow("year", "2003")]
        await pilot.resize_terminal(100, 20)
        await pilot.pause()
        assert pane.current == Bar("2003-05", 2)


async def test_years_that_do_not_fit_are_walked_to_and_said_to_be_there() -> None:
    pane = Timeline()
    host = Host(pane)
    async with host.run_test(size=(12, 20)) as pilot:
        pane.focus()
        januaries = [year - 1945 if month == 0 else 0 for year in range(1946, 2026) for month in range(12)]
        pane.show(Months(1946 * 12, tuple(januaries)), 1)
        await pilot.pause()
        assert pane.current == Bar("2025", 80)
        pointer = next(line for line in seen(pane) if "▲" in line)
        assert pointer == "‹         ▲"
        await pilot.press("g", "g")
        pointer = next(line for line in seen(pane) if "▲" in line)
        assert pointer == " ▲         ›"


async def test_a_click_is_a_cursor_and_a_second_one_narrows() -> None:
    pane = Timeline()
    host = Host(pane)
    async with host.run_test(size=(60, 20)) as pilot:
        pane.show(SUMMER, 13)
        await pilot.pause()
        await pilot.click(Timeline, offset=(2, 5))
        assert pane.current == Bar("2006-07", 1)
        await pilot.click(Timeline, offset=(2, 5))
        assert host.heard == [Narrow("month", "2006-07")]


@pytest.mark.parametrize("size", [(1, 1), (2, 3), (10, 4), (300, 2)])
async def test_nothing_breaks_on_a_tiny_screen(size: tuple[int, int]) -> None:
    pane = Timeline()
    host = Host(pane)
    async with host.run_test(size=size) as pilot:
        pane.show(SUMMER, 13)
        await pilot.pause()
        assert len(seen(pane)) == size[1]

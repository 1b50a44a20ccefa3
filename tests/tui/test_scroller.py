"""The pane base: only lines in view are painted, strips are kept, the motion keys do the same everywhere."""

from __future__ import annotations

import pytest
from rich.segment import Segment
from textual.app import App, ComposeResult
from textual.strip import Strip

from tui.widgets.list_scroller import ListScroller
from tui.widgets.scroller import Scroller


class Numbers(Scroller):
    """A thousand numbered lines."""

    painted: list[int]

    def __init__(self) -> None:
        super().__init__()
        self.painted = []

    def line_count(self, width: int) -> int:
        return 1000

    def paint(self, y: int, width: int) -> Strip:
        self.painted.append(y)
        return Strip([Segment(f"line {y}")])


class Pairs(ListScroller):
    """Fifty items of two lines."""

    count = 50

    def item_count(self) -> int:
        return self.count

    def item_lines(self, index: int) -> tuple[int, int]:
        return 2 * index, 2

    def paint(self, y: int, width: int) -> Strip:
        return Strip([Segment(f"item {y // 2}")])


class Host(App[None]):
    """One pane, its motion bound as the command table binds it."""

    def __init__(self, pane: Scroller) -> None:
        super().__init__()
        self.pane = pane

    def compose(self) -> ComposeResult:
        yield self.pane


MOTIONS = [
    # actions, expected first line in view of a thousand at 20 lines a page
    (["line_down"], 1),
    (["line_down", "line_down", "line_up"], 1),
    (["line_up"], 0),
    (["half_down"], 10),
    (["half_down", "half_up"], 0),
    (["page_down"], 19),  # a line is kept to hold on to
    (["page_down", "page_up"], 0),
    (["last"], 980),
    (["last", "line_down"], 980),  # no further than the last page
    (["last", "first"], 0),
    (["half_down", "first_of_two"], 10),  # one g alone does nothing
    (["half_down", "first_of_two", "first_of_two"], 0),
]


@pytest.mark.parametrize(("actions", "top"), MOTIONS)
async def test_motion(actions: list[str], top: int) -> None:
    app = Host(Numbers())
    async with app.run_test(size=(30, 20)):
        for action in actions:
            getattr(app.pane, f"action_{action}")()
        assert app.pane.top == top


async def test_another_key_ends_half_a_sequence() -> None:
    app = Host(Numbers())
    async with app.run_test(size=(30, 20)) as pilot:
        app.pane.focus()
        app.pane.action_half_down()
        app.pane.action_first_of_two()
        await pilot.press("x")
        app.pane.action_first_of_two()
        assert app.pane.top == 10


async def test_only_what_is_in_view_is_painted_and_once() -> None:
    pane = Numbers()
    app = Host(pane)
    async with app.run_test(size=(30, 20)) as pilot:
        pane.focus()
        await pilot.pause()
        assert set(pane.painted) == set(range(20))
        pane.painted.clear()
        pane.action_line_down()
        await pilot.pause()
        pane.action_line_up()
        await pilot.pause()
        assert pane.painted == [20]
        pane.repaint()
        await pilot.pause()
        assert sorted(pane.painted) == [*range(20), 20]


async def test_a_pane_asked_before_it_has_a_size_is_blank() -> None:
    assert Numbers().line_count(0) == 1000
    app = Host(Numbers())
    async with app.run_test(size=(1, 1)) as pilot:
        await pilot.resize_terminal(3, 2)
        assert app.pane.render_line(5).cell_length == 3


async def test_cursor_stays_on_an_item_and_in_view() -> None:
    pane = Pairs()
    app = Host(pane)
    async with app.run_test(size=(30, 11)) as pilot:
        await pilot.pause()
        for _ in range(5):
            pane.action_line_down()
        assert (pane.cursor, pane.top) == (5, 1)  # lines 10 and 11 in view of eleven
        pane.action_page_down()
        assert pane.cursor == 10
        pane.action_last()
        assert (pane.cursor, pane.top) == (49, 89)
        pane.count = 3
        pane.reflow()
        assert pane.cursor == 2
        pane.count = 0
        pane.reflow()
        pane.action_line_down()
        pane.action_choose()
        assert pane.cursor == 0
        assert pane.item_at(0) is None


async def test_every_move_is_told_and_a_second_click_chooses() -> None:
    heard: list[tuple[str, int]] = []

    class Hearing(Host):
        def on_list_scroller_moved(self, event: ListScroller.Moved) -> None:
            heard.append(("moved", event.index))

        def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
            heard.append(("chosen", event.index))

    pane = Pairs()
    async with Hearing(pane).run_test(size=(30, 11)) as pilot:
        await pilot.click(pane, offset=(2, 4))
        await pilot.click(pane, offset=(2, 5))
        await pilot.pause()
    assert heard == [("moved", 2), ("chosen", 2)]

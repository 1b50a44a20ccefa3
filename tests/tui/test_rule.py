"""The edges of a dialog: words that fit, the way out always among them, nothing in them that acts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from tests.tui.doubles import HOSTILE, HOSTILE_SHOWN
from tui.view.wrap import cells
from tui.widgets.rule import Rule, shortest

KEYS = "Enter opens · F8 sends · Esc closes"


@pytest.mark.parametrize(
    ("width", "words"),
    [
        (40, KEYS),
        (30, "Enter opens · Esc closes"),  # what is wanted most and the way out stay
        (12, "Esc closes"),
        (3, "Esc closes"),  # one part is cut by whoever draws it
    ],
)
def test_the_way_out_stays(width: int, words: str) -> None:
    assert shortest(KEYS, width) == words


@given(st.lists(st.text(max_size=20), max_size=5).map(" · ".join), st.integers(0, 80))
def test_what_is_left_is_no_wider_than_one_part_must_be(words: str, width: int) -> None:
    left = shortest(words, width)
    assert cells(left) <= max(width, cells(words.split(" · ")[-1]))


@pytest.mark.parametrize("width", [1, 4, 5, 9, 80, 200])
async def test_an_edge_is_as_wide_as_the_screen_and_shows_hostile_words(width: int) -> None:
    class Host(App[None]):
        def compose(self) -> ComposeResult:
            yield Rule(HOSTILE)

    app = Host()
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        line = app.screen._compositor.render_strips()[0]
        assert line.cell_length == width
        assert width < 80 or HOSTILE_SHOWN in line.text
        assert not any(c in line.text for c in "\x1b\x07\u202e")

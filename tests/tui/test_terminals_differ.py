"""Where terminals disagree, the thin line must not rely on any of them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.emulators import KINDS, Emulator, Kind, differences
from tests.tui.frames import draw
from tui.thin_line import ThinLine

WIDTH, HEIGHT = 24, 9
STYLES = st.sampled_from(["", "1", "7", "31", "44", "1;32;44", "48;2;9;8;7", "38;2;1;2;3;48;2;9;8;7", "4", "2;9"])
AGREED = st.text(alphabet="abcd   e|─é…“漢字", min_size=1, max_size=WIDTH)
DOUBTFUL = st.text(alphabet="ab 漢é\u0301\u0302\u0e37\u231b\u2705\U0001f4d1", min_size=1, max_size=WIDTH)
MARKS = "\u0301\u0302\u0e37"


def fitted(text: str, room: int = WIDTH) -> str:
    """As much of `text` as fits, and blanks behind it. Textual cuts every line to its place."""
    text = text.lstrip(MARKS)
    while cell_len(text) > room:
        text = text[:-1]
    return text + " " * (room - cell_len(text))


def pages(texts: st.SearchStrategy[str]) -> st.SearchStrategy[list[tuple[str, str]]]:
    """Rows of a letter in their styles, longer than the screen, so that it can be scrolled."""
    return st.lists(st.tuples(STYLES, texts.map(fitted)), min_size=HEIGHT + 6, max_size=HEIGHT + 6)


def frame(page: list[tuple[str, str]], top: int, cursor: tuple[int, int]) -> str:
    """What Textual writes for the page from row `top` on."""
    rows = [f"\x1b[{y + 1};1H\x1b[{style}m{text}\x1b[0m" for y, (style, text) in enumerate(page[top : top + HEIGHT])]
    return "".join(rows) + f"\x1b[{cursor[1] + 1};{cursor[0] + 1}H"


places = st.tuples(st.integers(0, WIDTH - 1), st.integers(0, HEIGHT - 1))
journeys = st.lists(st.tuples(st.booleans(), st.integers(0, 6), places), min_size=1, max_size=6)
"""Which of two pages, from which row on, and where the cursor is left."""


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
@settings(max_examples=25, deadline=None)
@given(one=pages(AGREED), other=pages(AGREED), steps=journeys)
def test_every_kind_of_terminal_shows_the_same(
    kind: Kind, one: list[tuple[str, str]], other: list[tuple[str, str]], steps: list[tuple[bool, int, tuple[int, int]]]
) -> None:
    full, thin, line = Emulator(WIDTH, HEIGHT), Emulator(WIDTH, HEIGHT, kind), ThinLine(WIDTH, HEIGHT)
    for which, top, cursor in steps:
        written = frame(one if which else other, top, cursor)
        full.feed(written)
        draw(line, written)
        thin.feed(line.difference())
        assert differences(full, thin) == []


@pytest.mark.parametrize("width", [1, 2])
@settings(max_examples=40, deadline=None)
@given(odd=pages(DOUBTFUL), plain=pages(st.text(alphabet="xyz  ", max_size=WIDTH)), steps=journeys)
def test_a_character_of_another_width_leaves_nothing_behind(
    width: int, odd: list[tuple[str, str]], plain: list[tuple[str, str]], steps: list[tuple[bool, int, tuple[int, int]]]
) -> None:
    """Terminals draw marks and pictures one or two columns wide; what comes after is whole again."""
    full, line = Emulator(WIDTH, HEIGHT), ThinLine(WIDTH, HEIGHT)
    thin = Emulator(WIDTH, HEIGHT, Kind(doubtful_width=width))
    for which, top, cursor in [*steps, (False, 0, (0, 0))]:
        written = frame(odd if which else plain, top, cursor)
        full.feed(written)
        draw(line, written)
        thin.feed(line.difference())
        if not which:
            assert differences(full, thin) == []


@pytest.mark.parametrize("text", ["a\u231b\u0301", "a\u0301\u0301a"])
def test_marks_leave_nothing_behind_at_the_end_of_a_line(text: str) -> None:
    """The terminal draws each in two columns of its own."""
    line, terminal = ThinLine(WIDTH, 1), Emulator(WIDTH, 1, Kind(doubtful_width=2))
    for row in (text, "xxx"):
        draw(line, f"\x1b[1;1H{fitted(row)}\x1b[1;1H")
        terminal.feed(line.difference())
    assert terminal.display == [fitted("xxx")]


def test_kinds_are_told_apart() -> None:
    """What the tests above rest on: each kind does what its name says."""
    shown = {}
    for name, kind in KINDS.items():
        screen = Emulator(10, 3, kind)
        screen.feed("\x1b[2;2H\x1b[r1\x1b[3;10H23\x1b[1;5H\x1b[44m\x1b[K")
        shown[name] = ([row.rstrip() for row in screen.display], screen.buffer[0][7].bg)
    assert shown["xterm"] == (["1", "", "         3"], "blue")
    assert shown["no home"] == (["", " 1", "         3"], "blue")
    assert shown["GNU screen"] == (["1", "", "         3"], "default")
    assert shown["wraps"] == (["", "         2", "3"], "blue")

"""Words in context: aligned on the match, in order of what stands beside it, whatever the width or the script."""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from textual.app import App, ComposeResult

from index.results import Concordance
from tui.view.concordance import NAMED, concordance_line, fit_left, in_order
from tui.view.rows import Piece
from tui.view.wrap import cells
from tui.widgets.context import ContextPane
from tui.widgets.list_scroller import ListScroller


def line(left: str, right: str, match: str = "ferry", n: int = 1) -> Concordance:
    return Concordance(left, match, right, f"A/61/{n}-S/2006/{n}", "p1", 7)


def written(pieces: Iterable[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def column_of_match(pieces: list[Piece]) -> int:
    at = next(n for n, piece in enumerate(pieces) if piece.look == "match")
    return cells(written(pieces[:at]))


LINES = (line("the old ", " to Vlad", n=1), line("an Old", ", which sank", n=2), line("the Émigré", " Azure", n=3))


@pytest.mark.parametrize(
    ("by", "order"),
    [("left", [3, 2, 1]), ("right", [3, 1, 2])],  # émigré < old (an) < old (the); azure < to < which
)
def test_order_by_the_nearest_word_case_and_accents_folded(by: str, order: list[int]) -> None:
    assert [int(found.id.rpartition("/")[2]) for found in in_order(LINES, by)] == order


@pytest.mark.parametrize(("width", "name"), [(100, "A/ES-10/1043-S/2025/529"), (80, "A/ES-10/1043-S/2025…"), (60, "")])
def test_a_line_names_its_letter_in_full_where_there_is_room(width: int, name: str) -> None:
    long = replace(line("the old ", " to Vlad"), id="A/ES-10/1043-S/2025/529")
    assert written(concordance_line(long, width)).rpartition("  ")[2].strip() == (name or "the old ferry to Vlad")


@example("", "0", "\U00010839", 40)  # a code point that Unicode has not assigned
@given(
    st.text(max_size=60), st.text(min_size=1, max_size=20).filter(str.strip), st.text(max_size=60), st.integers(1, 160)
)
def test_a_line_keeps_to_its_width_and_matches_are_aligned(left: str, match: str, right: str, width: int) -> None:
    pieces = concordance_line(line(left, right, match), width)
    assert cells(written(pieces)) <= width
    plain = concordance_line(line("the", "x"), width)
    if width > 12:
        assert column_of_match(pieces) == column_of_match(plain)


@given(st.text(max_size=40), st.integers(0, 30))
def test_the_end_of_a_text_fits_and_is_its_end(text: str, width: int) -> None:
    cut = fit_left(text, width)
    assert cells(cut) <= width or cells(text) <= width
    assert text.endswith(cut.removeprefix("…"))


def test_a_letter_is_named_where_there_is_room() -> None:
    assert "A/61/1-S/2006/1" in written(concordance_line(line("a", "b"), NAMED))
    assert "A/61/1-S/2006/1" not in written(concordance_line(line("a", "b"), NAMED - 1))


@pytest.mark.parametrize(
    ("left", "right", "shown"),
    [
        ("by a ", " that sank", "by a ferry that sank"),
        ("the “", "”, as", "the “ferry”, as"),  # what touches the match goes on touching it
        ("", ".", "ferry."),
    ],
)
def test_what_touches_the_match_goes_on_touching_it(left: str, right: str, shown: str) -> None:
    assert written(concordance_line(line(left, right), 60)).strip() == shown


def test_right_to_left_words_stand_as_they_are_read() -> None:
    shown = written(concordance_line(line("", "", "\u0645\u064a\u0646\u0627\u0621"), 40)).strip()
    assert shown == "\u0621\u0627\u0646\u064a\u0645"


def test_markup_and_control_characters_are_shown_not_obeyed() -> None:
    hostile = line("[b]a[/] [/]", "[@click=app.quit]b\x1b[2J\u202e", "\x1b]0;t\x07")
    shown = written(concordance_line(hostile, 160))
    assert "[b]a[/] [/]␛]0;t␇[@click=app.quit]b␛[2J" in shown
    assert not any(c in shown for c in "\x1b\x07\u202e")


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.pane = ContextPane()
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_list_scroller_chosen(self, message: ListScroller.Chosen) -> None:
        self.chosen.append(message.index)


def seen(pane: ContextPane) -> list[str]:
    return [pane.render_line(y).text.rstrip() for y in range(pane.size.height)]


async def test_another_order_keeps_the_line_under_the_cursor_and_enter_chooses_it() -> None:
    host = Host()
    async with host.run_test(size=(60, 10)) as pilot:
        pane = host.pane
        pane.focus()
        pane.show(LINES)
        await pilot.pause()
        assert pane.title() == "words in context · 3 lines in 3 letters · sorted by the left"
        await pilot.press("G", "l")
        assert pane.by == "right"
        assert pane.current == LINES[0]
        await pilot.press("enter")
        assert host.chosen == [1]
        await pilot.press("h")
        assert pane.current == LINES[0]
        assert pane.cursor == 2


async def test_a_newer_state_of_the_library_leaves_the_cursor_on_its_line() -> None:
    host = Host()
    async with host.run_test(size=(60, 10)) as pilot:
        host.pane.show(LINES)
        await pilot.pause()
        host.pane.cursor = 1
        kept = host.pane.current
        host.pane.show((line("aaa", "new", n=9), *LINES), fresh=False)
        assert (host.pane.cursor, host.pane.current) == (2, kept)
        host.pane.show(LINES)
        assert host.pane.cursor == 0


async def test_tens_of_thousands_of_lines_are_walked_without_laying_them_out() -> None:
    host = Host()
    async with host.run_test(size=(100, 30)) as pilot:
        pane = host.pane
        pane.focus()
        pane.show([line(f"word{n % 97} of{n % 89}", f"after{n % 83}", n=n) for n in range(50_000)])
        await pilot.pause()
        start = time.process_time()
        for _ in range(200):
            pane.action_page_down()
            seen(pane)
        took = (time.process_time() - start) / 200
        assert pane.cursor == 200 * 29
        assert took < 0.02  # 2 ms here; a widget a row takes seconds to mount


async def test_a_sentence_stands_where_there_are_no_lines() -> None:
    host = Host()
    async with host.run_test(size=(60, 10)) as pilot:
        host.pane.say("Nothing matches [b]this[/]\x1b.")
        await pilot.pause()
        assert seen(host.pane)[0] == " Nothing matches [b]this[/]␛."
        assert host.pane.current is None


@pytest.mark.parametrize("size", [(1, 1), (2, 2), (10, 3)])
async def test_nothing_breaks_on_a_tiny_screen(size: tuple[int, int]) -> None:
    host = Host()
    async with host.run_test(size=size) as pilot:
        host.pane.show(LINES)
        await pilot.pause()
        assert len(seen(host.pane)) == size[1]

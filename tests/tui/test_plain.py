"""The plain screen: what it holds of each pane, how it is paged, and what a terminal is sent."""

from __future__ import annotations

from pathlib import Path

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.library import Library
from tests.tui.browsing import browsing
from tui.screens.plain import PlainScreen
from tui.view.facts import Known
from tui.view.whole import as_sent, letter_whole, painted_whole, rows_of

LINES = st.lists(st.text(st.characters(categories=["L", "N", "P"], max_codepoint=0x5FF) | st.sampled_from("漢字 é")))


@given(LINES, st.integers(2, 30))
def test_rows_are_the_lines_and_none_is_wider_than_the_screen(lines: list[str], width: int) -> None:
    rows = rows_of(lines, width)
    for number, line in enumerate(lines):
        assert "".join(row.text for row in rows if row.line == number) == line
    assert len({row.line for row in rows}) == len(lines)


@given(st.lists(st.text(st.sampled_from("abc é"), max_size=40), max_size=5), st.integers(2, 12))
def test_a_terminal_breaks_what_is_sent_into_the_very_rows_that_were_counted(lines: list[str], width: int) -> None:
    rows = rows_of(lines, width)[:40]
    screen = pyte.Screen(width, 40)
    pyte.Stream(screen).feed(as_sent(rows))
    assert [line.rstrip() for line in screen.display[: len(rows)]] == [row.text.rstrip() for row in rows]


def test_a_line_is_sent_without_a_break_in_it() -> None:
    assert as_sent(rows_of(["one two three", "", "four"], 5)) == "one two three\r\n\r\nfour"


def test_a_letter_is_its_facts_and_a_paragraph_a_line(sample_library: Path) -> None:
    with Library.open(sample_library) as library:
        letter = library.letter("A/61/233-S/2006/547")
    whole = letter_whole(letter, Known())
    assert whole.lines[0] == "A/61/233-S/2006/547 · Letter, 18 August 2006"
    assert "" in whole.lines
    paragraphs = [block for block in letter.blocks if block.kind.value == "paragraph" and not block.part]
    for block in paragraphs:
        begun = letter_whole(letter, Known(), block.span.start + 5)
        assert begun.offsets[begun.at] == block.span.start
        assert begun.lines[begun.at][:5] == block.span.of(letter.text)[:5]


def test_what_is_drawn_is_left_out_of_painted_rows() -> None:
    assert painted_whole(["▌ Kestravia      12 ", "── ▁▂▅█ ──"]).lines == ("Kestravia  12", "")


async def test_a_letter_is_paged_through_and_any_other_key_returns_to_where_one_is(
    sample_library: Path, tmp_path: Path
) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233", (80, 12)) as here:
        await here.press("P")
        first = here.picture
        assert first[-1].startswith("Space next page · b back · any other key returns")
        await here.press("space")
        assert here.picture[0] == first[-2]  # a row of the page before is left to hold on to
        await here.press("b")
        assert here.picture == first
        await here.press("G")
        assert here.picture[-1].endswith("100 %")
        await here.press("g", "x")
        assert here.app.screen is here.browse
        assert here.browse.letter.top == 0
        await here.press("P", "G", "q")
        assert here.app.screen is here.browse
        assert here.browse.letter.top > 0


async def test_every_pane_has_its_own(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233") as here:
        for key, words in (
            ("f1", "1. 18 August 2006, Valdmark, A/61/233-S/2006/547."),
            ("f3", "Exchange around A/61/233-S/2006/547"),
            ("f4", "Kestravia  2"),
        ):
            await here.press(key, "P")
            assert isinstance(here.app.screen, PlainScreen), key
            assert any(words in line for line in here.picture), (key, here.text)
            assert not set("│┌└▌─") & set(here.text), key
            await here.press("escape")


async def test_a_dialog_has_it_too(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233") as here:
        await here.press("W", "P")
        assert isinstance(here.app.screen, PlainScreen)
        assert not set("│┌└▌─") & set(here.text)
        assert any("cited" in line for line in here.picture)
        await here.press("x")
        assert not isinstance(here.app.screen, PlainScreen)
        assert here.app.screen is not here.browse


async def test_another_size_keeps_the_line(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233") as here:
        await here.press("P", "space")
        screen = here.app.screen
        assert isinstance(screen, PlainScreen)
        line = screen._rows[screen._top].line
        await here.pilot.resize_terminal(60, 20)
        await here.settle()
        assert screen._rows[screen._top].line == line
        await here.pilot.resize_terminal(8, 3)
        await here.settle()
        assert len(here.picture) == 3


@pytest.mark.parametrize("text", ["a\x1b]52;c;eA==\x07b", "a\x9b31mb"])
def test_nothing_of_a_pane_acts(text: str) -> None:
    assert not set("\x1b\x07\x9b") & set("".join(painted_whole([text]).lines))

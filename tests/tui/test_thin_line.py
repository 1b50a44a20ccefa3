"""The thin line shows, cell for cell, what the full one shows."""

from __future__ import annotations

import re

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from tests.tui.frames import draw
from tui.picture import Patch, part, patched
from tui.picture import written as cells_of
from tui.sgr import DEFAULT, Style, change, follow
from tui.thin_line import ThinLine

WIDTH, HEIGHT = 20, 8

STYLES = ["", "1", "7", "31", "1;32;44", "38;5;200", "38;2;1;2;3;48;2;9;8;7", "4", "9;2"]
TEXTS = st.text(alphabet="abcd    e|─é漢字́", min_size=1, max_size=WIDTH)


def picture(line: ThinLine, frame: str) -> str:
    """What is sent for one frame."""
    draw(line, frame)
    return line.difference()


def emulator() -> tuple[pyte.Screen, pyte.Stream]:
    """A terminal without line wrap, as Textual sets it."""
    screen = pyte.Screen(WIDTH, HEIGHT)
    screen.reset_mode(7, private=True)
    return screen, pyte.Stream(screen)


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """What one sees: on a blank cell neither the colour nor the weight of the letter that is not there."""
    rows = []
    for y in range(HEIGHT):
        row: list[tuple[object, ...]] = []
        for x in range(WIDTH):
            c = screen.buffer[y][x]
            seen = (c.data, c.bg, c.reverse, c.underscore, c.strikethrough)
            inked = c.data.strip() or c.reverse or c.underscore or c.strikethrough
            row.append((*seen, c.fg, c.bold, c.italics) if inked else seen)
        rows.append(row)
    return rows


rows = st.tuples(
    st.integers(0, HEIGHT - 1), st.lists(st.tuples(st.sampled_from(STYLES), TEXTS), min_size=1, max_size=4)
)
frames = st.lists(rows, min_size=1, max_size=6)


def written(frame: list[tuple[int, list[tuple[str, str]]]]) -> str:
    """A frame as Textual writes one: whole rows, every piece styled and reset, nothing past the edge."""
    out = []
    for y, pieces in frame:
        out.append(f"\x1b[{y + 1};1H")
        room = WIDTH
        for style, text in pieces:
            while text and (cell_len(text) > room or text[0] == "\u0301"):
                text = text[1:]
            room -= cell_len(text)
            out.append(f"\x1b[{style}m{text}\x1b[0m" if text else "")
        out.append(" " * room)
    return "".join(out) + "\x1b[1;1H"


@settings(max_examples=60, deadline=None)
@given(st.lists(frames, min_size=1, max_size=5))
def test_any_pictures_look_the_same_through_the_thin_line(
    sequence: list[list[tuple[int, list[tuple[str, str]]]]],
) -> None:
    full, full_stream = emulator()
    thin, thin_stream = emulator()
    line = ThinLine(WIDTH, HEIGHT)
    for frame in sequence:
        full_stream.feed(written(frame))
        thin_stream.feed(picture(line, written(frame)))
        assert cells(thin) == cells(full)


@pytest.mark.parametrize(
    ("before", "after", "most", "why"),
    [
        ("same line", "same line", 0, "what is shown is not sent"),
        ("customs post", "customs past", 6, "one letter: a move and the letter"),
        ("a long line", "", 8, "an emptied line is erased, not overwritten"),
    ],
)
def test_only_what_differs_is_sent(before: str, after: str, most: int, why: str) -> None:
    line = ThinLine(WIDTH, HEIGHT)
    picture(line, f"\x1b[1;1H{before.ljust(WIDTH)}\x1b[1;1H")
    sent = picture(line, f"\x1b[1;1H{after.ljust(WIDTH)}\x1b[1;1H")
    assert len(sent) <= most + len("\x1b[1;1H\x1b[m"), why
    assert (sent == "") == (before == after)


def test_rows_that_moved_are_scrolled_by_the_terminal() -> None:
    rows = [f"line {n} of the page".ljust(WIDTH) for n in range(HEIGHT + 1)]
    line = ThinLine(WIDTH, HEIGHT)
    screen, stream = emulator()
    page = "".join(f"\x1b[{y + 1};1H{row}" for y, row in enumerate(rows[:HEIGHT])) + "\x1b[1;1H"
    stream.feed(picture(line, page))
    down = "".join(f"\x1b[{y + 1};1H{row}" for y, row in enumerate(rows[1:])) + "\x1b[1;1H"
    sent = picture(line, down)
    stream.feed(sent)
    assert [row.rstrip() for row in screen.display] == [row.rstrip() for row in rows[1:]]
    assert "\n" in sent
    assert len(sent) < 3 * WIDTH
    stream.feed(picture(line, page))
    assert [row.rstrip() for row in screen.display] == [row.rstrip() for row in rows[:HEIGHT]]


def test_after_forgetting_the_screen_is_cleared() -> None:
    line = ThinLine(WIDTH, HEIGHT)
    picture(line, "\x1b[1;1Hx")
    line.forget()
    assert picture(line, "\x1b[1;1Hx").startswith("\x1b[m\x1b[2J")


styles = st.builds(
    Style,
    st.sampled_from(["", "31", "97", "38;5;9", "38;2;1;2;3"]),
    st.sampled_from(["", "41", "107", "48;5;9"]),
    st.frozensets(st.sampled_from([1, 2, 3, 4, 7, 9])),
)


@given(styles, styles)
def test_a_change_of_style_leads_to_the_style(old: Style, new: Style) -> None:
    sequence = change(old, new)
    assert (sequence == "") == (old == new)
    assert follow(old, sequence[2:-1]) == new or old == new
    assert follow(DEFAULT, change(None, new)[2:-1]) == new


def test_frames_that_a_slow_line_missed_are_sent_as_one_difference() -> None:
    line = ThinLine(WIDTH, HEIGHT)
    screen, stream = emulator()
    stream.feed(picture(line, "\x1b[1;1Hfirst".ljust(WIDTH)))
    for n in range(50):
        draw(line, f"\x1b[1;1Hframe {n:02d}")
    sent = line.difference()
    stream.feed(sent)
    assert screen.display[0].rstrip() == "frame 49"
    assert "48" not in sent


def test_words_of_one_colour_are_sent_in_one_style() -> None:
    line = ThinLine(20, 1)
    draw(line, "\x1b[1;1H\x1b[1;38;2;1;2;3;48;2;9;9;9mone two three\x1b[m")
    assert line.difference().count("38;2;1;2;3") == 1
    draw(line, "\x1b[1;1H\x1b[4;38;2;1;2;3;48;2;9;9;9mone two three\x1b[m")
    again = line.difference()  # an underlined space shows its line: it differs from a plain one
    assert "one two three" in again
    assert again.count("38;2;1;2;3") == 1


@pytest.mark.parametrize(
    ("text", "shown", "reason"),
    [
        ("a\x9b2Jb", "a\ufffd2Jb", "C1 CSI acts as ESC [ in some terminals"),
        ("a\x07\x08\x00\x7f\x0e", "a␇␈␀␡␎", "bell, backspace, NUL, DEL, shift out"),
        ("a\tb\vc\fd\x85e\r\nf", "a b␋c␌d\ufffde␍ f", "tab, tabs, feeds and ends of lines move the cursor"),
        ("é\x9d52;c;eA==\x9c", "é\ufffd52;c;eA==\ufffd", "beside a letter that is not ASCII"),
        ("a\u202eb\u2066c\u200b", "a\ufffdb\ufffdc·", "overrides, isolates and what has no width"),
        ("\x1b]52;c;eA==\x07", "␛]52;c;eA==␇", "OSC"),
        ("\x1bPq\x1b\\\x1b_x\x1b\\", "␛Pq␛\\␛_x␛\\", "DCS and APC"),
        ("\x1b[6n\x1b[?1049l\x1b[2J\x1b[5;5Hx", "␛[6n␛[?1049l␛[2J␛[5;5Hx", "reports, modes, places"),
        ("漢\x1bc", "漢␛c", "reset"),
    ],
)
def test_nothing_in_a_text_acts_on_the_terminal(text: str, shown: str, reason: str) -> None:
    """Whoever wrote it: pieces are cleaned long before, and here once more."""
    line = ThinLine(200, 2)
    line.draw([Patch(0, 0, cells_of([(text, DEFAULT)]))], (0, 0))
    sent = line.difference()
    assert sent.startswith("\x1b[m\x1b[2J"), reason
    assert re.sub(r"\x1b\[[0-9;]*[HmJCD]|\r", "", sent) == shown, reason


def test_a_joiner_where_a_style_begins_is_spelling() -> None:
    sent = picture(ThinLine(20, 2), "\x1b[1;1Hمی\u200c\x1b[1mخواهم\x1b[0m\x07")
    assert re.sub(r"\x1b\[[0-9;]*[HmJCD]|\r", "", sent) == "می\u200cخواهم␇"


def test_a_cell_takes_eight_marks_of_whatever_script() -> None:
    for mark in ("\u0301", "\u0e31", "\u0489", "\u1161", "\U0001d167"):
        assert picture(ThinLine(20, 2), f"\x1b[1;1Ha{mark * 5000}b").count(mark) == 8


texts = st.text(alphabet="ab 漢字é", max_size=WIDTH)


@given(texts, texts, st.integers(-2, HEIGHT + 1), st.integers(-1, WIDTH + 2))
def test_a_patch_cuts_no_character_in_two(before: str, patch: str, y: int, x: int) -> None:
    """Every wide character has its right half, and every right half its character, wherever a patch begins and ends."""
    shown = patched(
        [[(" ", DEFAULT)] * WIDTH for _ in range(HEIGHT)], [Patch(1, 0, cells_of([(before, DEFAULT)]))], WIDTH
    )
    kept = [list(row) for row in shown]
    rows = patched(shown, [Patch(y, x, cells_of([(patch, DEFAULT)]))], WIDTH)
    assert shown == kept
    assert [len(row) for row in rows] == [WIDTH] * HEIGHT
    for row in rows:
        for at, (text, _) in enumerate(row):
            assert (text != "" and cell_len(text) == 2) == (at + 1 < WIDTH and row[at + 1][0] == "")
    for other, row in enumerate(rows):
        assert other == y or row == kept[other]


@given(texts, st.integers(0, WIDTH), st.integers(0, WIDTH))
def test_a_part_of_a_row_is_as_wide_as_asked(text: str, start: int, end: int) -> None:
    cells = cells_of([(text, DEFAULT)])
    found = part(cells, start, end)
    assert len(found) == len(cells[start:end]) if start < end else len(found) == 0
    assert not found or found[0][0] != ""
    assert not found or cell_len(found[-1][0]) < 2

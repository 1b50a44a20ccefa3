"""Colours that can be read, and nothing told by colour alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from pyte.screens import Char

from tests.tui.every_screen import SCREENS, walk
from tests.tui.two_screens import Beside, beside

DECORATION = set("─━│┃▌▁▂▃▄▅▆▇█├└┌┐┘┤┬┴┼")
"""Lines and bars: they part or repeat what words beside them say, and are no text (WCAG 2.1, 1.4.3 and 1.4.11)."""


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A terminal of 24-bit colours and UTF-8."""
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.001)
    for name in ("NO_COLOR", "LC_ALL", "LC_CTYPE", "SSH_CONNECTION", "SSH_TTY", "TMUX", "STY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (("TERM", "xterm-256color"), ("COLORTERM", "truecolor"), ("LANG", "C.UTF-8")):
        monkeypatch.setenv(name, value)
    return monkeypatch


def luminance(colour: str) -> float:
    """Relative luminance of `rrggbb` (WCAG 2.1)."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.1)."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def pairs(two: Beside) -> dict[tuple[str, str, bool], str]:
    """(letter, ground, whether it is dimmed) → a row in which they are drawn, for whatever is text."""
    found: dict[tuple[str, str, bool], str] = {}
    for y, row in enumerate(two.thin.display):
        for x in range(two.thin.columns):
            cell = two.thin.buffer[y][x]
            if cell.data.strip() and cell.data not in DECORATION:
                letter, ground = (cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg)
                found.setdefault((letter, ground, cell.blink), row)  # tests.tui.emulators keeps dim as blinking
    return found


LEAST = {"dark": 4.5, "light": 4.5, "contrast": 7.0}
"""Look → the contrast that its faintest letters have."""


@pytest.mark.parametrize("colours", ["truecolor", pytest.param("", marks=pytest.mark.torture)], ids=["24-bit", "256"])
async def test_every_letter_that_is_drawn_can_be_read(
    sample_library: Path, tmp_path: Path, terminal: pytest.MonkeyPatch, colours: str
) -> None:
    terminal.setenv("COLORTERM", colours)
    faint: dict[tuple[str, str, str, bool], str] = {}
    looks = [*LEAST.items()]
    async with beside(sample_library, tmp_path, (120, 40), look="dark") as two:
        async for name in walk(two):
            for look, least in looks if name != "plain" else ():
                two.here.app.theme = look
                await two.settle()
                two.look()
                for (letter, ground, dim), row in pairs(two).items():
                    ratio = 1.0 if dim else contrast(letter, ground)  # how dim, each terminal decides
                    if ratio < least:
                        faint.setdefault((look, letter, ground, dim), f"{ratio:.2f} in {name}: {row.strip()}")
            looks.reverse()  # the next screen begins in the look of this one: a change takes longest
    assert faint == {}


@pytest.mark.parametrize(("one", "other", "ratio"), [("000000", "ffffff", 21.0), ("777777", "ffffff", 4.48)])
def test_contrast_is_that_of_the_guideline(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_COLOURS = {*range(30, 50), *range(90, 108)}


async def test_without_colour_none_is_sent_and_without_unicode_only_ascii(
    sample_library: Path, tmp_path: Path, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setenv("NO_COLOR", "1")
    terminal.setenv("LANG", "C")
    async with beside(sample_library, tmp_path, (120, 40), ascii_only=True) as two:
        heard: list[str] = []
        terminal.setattr(two.thin, "feed", heard.append)
        seen = {type(two.here.app.screen) async for _ in walk(two)}
        await two.key("escape")
        await two.key("T")
        two.look()
    sent = "".join(heard)
    assert seen == SCREENS
    assert len(sent) > 20_000
    assert sent.isascii()
    assert {int(n) for numbers in _SGR.findall(sent) for n in numbers.split(";") if n} & _COLOURS == set()


def drawn(two: Beside, words: str) -> set[str]:
    """How `words` are drawn where they stand first: what shows without colours. Fails where they do not stand."""
    for y, row in enumerate(two.thin.display):
        if (x := row.find(words)) >= 0:
            return traits(two.thin.buffer[y][x])
    raise AssertionError(f"{words!r} nowhere on:\n" + "\n".join(two.thin.display))


def traits(cell: Char) -> set[str]:
    """What of a cell's look is no colour."""
    names = {"bold": "bold", "italics": "italic", "underscore": "underlined", "reverse": "reverse", "blink": "dim"}
    return {name for field, name in names.items() if getattr(cell, field)}


def row_of(two: Beside, words: str) -> str:
    """The first row that has `words`."""
    return next((row.rstrip() for row in two.thin.display if words in row), "")


async def test_without_colours_a_glyph_a_word_or_weight_still_tells_every_state(
    sample_library: Path, tmp_path: Path, terminal: pytest.MonkeyPatch
) -> None:
    terminal.setenv("NO_COLOR", "1")
    async with beside(sample_library, tmp_path, (130, 40), look="auto") as two:

        async def press(*keys: str) -> None:
            for key in keys:
                await two.key(key)
            two.look()

        two.here.browse.search_for('"customs post"')
        await two.settle()
        await press("enter")
        first, second = two.thin.display[2][1:12], two.thin.display[4][1:12]
        await press("x")  # goes on to the next
        assert row_of(two, first).startswith("✓")  # marked
        assert row_of(two, second).startswith("▌")  # where one is
        assert two.thin.display[1].startswith("▌")  # the pane that has the focus
        assert drawn(two, "customs post ") - drawn(two, "relevance") == {"bold"}
        two.here.browse.open_letter("A/61/204-S/2006/511")
        await two.settle()
        await press("f2")
        for _ in range(50):  # until the letter's places are found, `n` has nowhere to go
            if "match 1 of" not in two.thin.display[1]:
                await press("n")
        assert two.thin.display[1].count("▌") == 1
        assert "match 1 of" in two.thin.display[1]
        assert drawn(two, "post at Vlad. ") == {"bold", "reverse"}  # the match one is at
        assert drawn(two, "S/2006/448), ") == {"underlined"}  # a link that leads somewhere
        assert drawn(two, "² on the") == {"bold"}  # a note's marker
        await press("right_square_bracket")
        assert "reverse" in drawn(two, "S/2006/448), ") | drawn(two, "² on the")  # the link one is at
        await press("V", "j")
        selected = [cell for y in range(40) for cell in two.thin.buffer[y].values() if "reverse" in traits(cell)]
        assert len(selected) > 40  # a passage, not only the link
        await press("escape", "f3")
        assert "not held" in row_of(two, "A/60/871") + two.thin.display[3]
        assert "▶" in row_of(two, "4 Aug 06")  # the letter that is open
        await press("slash", "space", *"from:", "left_parenthesis")
        assert "still open" in two.thin.display[-1]  # what is wrong with the query

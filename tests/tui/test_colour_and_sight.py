"""Colours that can be read, and nothing told by colour alone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.tui.every_screen import EVERY_SCREEN, walk
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


def pairs(two: Beside) -> dict[tuple[str, str], str]:
    """(letter, ground) → a row in which they are drawn, for whatever is text."""
    found: dict[tuple[str, str], str] = {}
    for y, row in enumerate(two.thin.display):
        for x in range(two.thin.columns):
            cell = two.thin.buffer[y][x]
            if cell.data.strip() and cell.data not in DECORATION:
                found.setdefault((cell.bg, cell.fg) if cell.reverse else (cell.fg, cell.bg), row)
    return found


@pytest.mark.parametrize(("look", "least"), [("dark", 4.5), ("light", 4.5), ("contrast", 7.0)])
@pytest.mark.parametrize("colours", ["truecolor", ""], ids=["24-bit", "256"])
async def test_every_letter_that_is_drawn_can_be_read(
    sample_library: Path, tmp_path: Path, terminal: pytest.MonkeyPatch, look: str, least: float, colours: str
) -> None:
    terminal.setenv("COLORTERM", colours)
    faint: dict[tuple[str, str], str] = {}
    async with beside(sample_library, tmp_path, (120, 40), look=look) as two:
        async for name in walk(two):
            for (letter, ground), row in pairs(two).items() if name != "plain" else ():
                ratio = contrast(letter, ground)
                if ratio < least:
                    faint.setdefault((letter, ground), f"{ratio:.2f} in {name}: {row.strip()}")
    assert faint == {}


@pytest.mark.parametrize(("one", "other", "ratio"), [("000000", "ffffff", 21.0), ("777777", "ffffff", 4.48)])
def test_contrast_is_that_of_the_guideline(one: str, other: str, ratio: float) -> None:
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)


_SGR = re.compile(r"\x1b\[([0-9;]*)m")
_COLOURS = {*range(30, 50), *range(90, 108)}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_without_colour_none_is_sent_and_without_unicode_only_ascii(
    sample_library: Path, tmp_path: Path, terminal: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    terminal.setenv("NO_COLOR", "1")
    terminal.setenv("LANG", "C")
    async with beside(sample_library, tmp_path, size, ascii_only=True) as two:
        heard = []
        two.thin.feed = heard.append  # type: ignore[method-assign]
        seen = [name async for name in walk(two)]
        await two.key("escape")
        await two.key("T")
        two.compare()
    sent = "".join(heard)
    assert seen == [*EVERY_SCREEN]
    assert len(sent) > 20_000
    assert sent.isascii()
    assert {int(n) for numbers in _SGR.findall(sent) for n in numbers.split(";") if n} & _COLOURS == set()

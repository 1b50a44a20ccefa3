"""Thousands of random keys, clicks and sizes over the sample: no exception, and the way out always works."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.tui.browsing import browsing
from tui.app import Rejoinder
from tui.commands import COMMANDS

ENDING = {"q", "ctrl+c", "ctrl+z"}
"""Keys that end or suspend the program."""
KEYS = sorted({key for command in COMMANDS for key in command.keys} - ENDING)
TYPED = [
    "a",
    "6",
    "1",
    "slash",
    "quotation_mark",
    "left_parenthesis",
    "colon",
    "asterisk",
    "space",
    "left_square_bracket",
]


@pytest.mark.torture
@pytest.mark.parametrize("seed", range(8))
async def test_random_keys_break_nothing(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int
) -> None:
    dice = random.Random(seed)
    # Help and palette can quit by name; that is no failure, so nothing quits here.
    monkeypatch.setattr(Rejoinder, "exit", lambda *_, **__: None)
    monkeypatch.setattr(Rejoinder, "action_suspend_process", lambda _: None)
    async with browsing(sample_library, tmp_path, size=(100, 30)) as here:
        pressed: list[str] = []
        for _ in range(400):
            what = dice.random()
            if what < 0.03:
                size = dice.randint(1, 160), dice.randint(1, 50)
                pressed.append(f"{size}")
                await here.pilot.resize_terminal(*size)
            elif what < 0.05:
                at = dice.randrange(here.app.size.width), dice.randrange(here.app.size.height)
                pressed.append(f"click {at}")
                await here.pilot.click(offset=at)
            else:
                pressed.append(dice.choice(TYPED) if what < 0.15 else dice.choice(KEYS))
                await here.pilot.press(pressed[-1])
            assert here.app.is_running, pressed
        await here.settle()
        await here.pilot.resize_terminal(100, 30)
        for _ in range(6):
            await here.press("escape")
        assert here.app.screen is here.browse, pressed

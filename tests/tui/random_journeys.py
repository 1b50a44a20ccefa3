"""Random journeys through the whole program, the same for the same seed, each step in words that repeat it."""

from __future__ import annotations

import random
from collections.abc import Callable

from textual import events

from tests.tui.odd_letters import PASSAGES
from tests.tui.two_screens import RUBBISH, Beside
from tui.commands import COMMANDS

ENDING = {"q", "ctrl+c", "ctrl+z"}
"""Keys that end or suspend the program."""
KEYS = sorted({key for command in COMMANDS for key in command.keys} - ENDING)
OFTEN = ["j", "k", "space", "b", "d", "u", "G", "home", "enter", "n", "down", "tab", "f2", "z", "T", "escape"]
"""Keys that people press most: motion, opening, zoom."""
QUERIES = ["customs post", "notice", "from:kestravia", '"customs post" 2007', "lamp OR owls", "A/61/2", "xyzzy", "pier"]
SIZES = [(80, 24), (120, 40), (100, 30), (60, 20), (45, 12), (40, 10), (133, 43), (17, 5), (1, 1)]


def steps(seed: int, length: int) -> list[tuple[str, str]]:
    """A journey: what is done, and with what."""
    dice = random.Random(seed)
    kinds = {"key": 30, "often": 40, "type": 5, "open": 5, "busy": 8, "resize": 4, "again": 1, "wheel": 6, "click": 3}
    said = []
    for kind in dice.choices(list(kinds), list(kinds.values()), k=length):
        if kind in ("key", "often"):
            said.append(("key", dice.choice(KEYS if kind == "key" else OFTEN)))
        elif kind == "busy":
            said.append((kind, " ".join(dice.choices(OFTEN, k=dice.randint(2, 6)))))
        elif kind == "resize":
            said.append((kind, "{}x{}".format(*dice.choice(SIZES))))
        elif kind in ("wheel", "click"):
            said.append((kind, f"{dice.random():.3f} {dice.random():.3f} {dice.choice(['down', 'up'])}"))
        else:
            said.append((kind, dice.choice([*QUERIES, *PASSAGES["wide"].split()[:6]])))
    return said


async def take(beside: Beside, kind: str, what: str) -> None:
    """Take one step."""
    await _STEPS[kind](beside, what)


async def _key(beside: Beside, what: str) -> None:
    await beside.key(what)


async def _type(beside: Beside, what: str) -> None:
    """Into whatever has the focus."""
    for letter in what:
        await beside.key("space" if letter == " " else letter)


async def _open(beside: Beside, what: str) -> None:
    """A search, and its first letter."""
    for _ in range(4):
        await beside.key("escape")
    beside.here.browse.search_for(what)
    await beside.settle()
    await beside.key("enter")
    await beside.key("enter")


async def _busy(beside: Beside, what: str) -> None:
    """Several keys while the line takes nothing: one picture for all."""
    with beside.driver.busy():
        for key in what.split():
            await beside.key(key)


async def _resize(beside: Beside, what: str) -> None:
    width, height = map(int, what.split("x"))
    await beside.resize(width, height)


async def _again(beside: Beside, what: str) -> None:
    """Suspended, another program's picture, and back."""
    driver = beside.driver
    driver.stop_application_mode()
    beside.compare()
    for screen in (beside.full, beside.thin):
        screen.feed(RUBBISH + "\x1b[m")
    driver.begin()
    beside.here.app.refresh(layout=True)
    await beside.settle()


async def _mouse(beside: Beside, make: Callable[..., events.MouseEvent], what: str, button: int) -> None:
    across, down, _ = what.split()
    size = beside.here.app.size
    x, y = int(float(across) * size.width), int(float(down) * size.height)
    beside.driver.send_message(make(None, x, y, 0, 0, button, False, False, False, x, y))
    await beside.settle()


async def _wheel(beside: Beside, what: str) -> None:
    up = what.endswith("up")
    await _mouse(beside, events.MouseScrollUp if up else events.MouseScrollDown, what, 0)


async def _click(beside: Beside, what: str) -> None:
    await _mouse(beside, events.MouseMove, what, 0)
    await _mouse(beside, events.MouseDown, what, 1)
    await _mouse(beside, events.MouseUp, what, 1)


_STEPS = {
    "key": _key,
    "type": _type,
    "open": _open,
    "busy": _busy,
    "resize": _resize,
    "again": _again,
    "wheel": _wheel,
    "click": _click,
}

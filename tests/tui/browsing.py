"""The whole program on a screen of a given size, over a real library, and its picture cell for cell."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import lru_cache
from pathlib import Path
from typing import Any

from rich.style import Style
from textual.pilot import Pilot

from tui.app import Rejoinder
from tui.screens.browse import Browse
from tui.services.worker import working
from tui.start import Settings, Start

Cells = list[list[tuple[str, Style | None]]]


class Here:
    """A running program: keys go in, its picture comes out."""

    def __init__(self, app: Rejoinder, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def browse(self) -> Browse:
        """The browse screen, whatever lies over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, Browse)
        return screen

    async def settle(self) -> None:
        """Wait until every question is answered and painted."""
        await self.pilot.pause()
        while working():
            await self.pilot.pause(0.005)
        await self.pilot.pause()

    async def press(self, *keys: str) -> None:
        """Press keys one after another, each answered before the next."""
        for key in keys:
            await self.pilot.press(key)
            if working():
                await self.settle()
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type without waiting for anything."""
        names = {" ": "space", "/": "slash", '"': "quotation_mark", ":": "colon", "-": "minus"}
        await self.pilot.press(*(names.get(c, c) for c in text))

    @property
    def cells(self) -> Cells:
        """Every cell of the screen with its style, without what nobody sees of it."""
        strips = self.app.screen._compositor.render_strips()
        return [[(char, s.style and _seen(s.style)) for s in strip for char in s.text] for strip in strips]

    @property
    def picture(self) -> list[str]:
        """The lines of the screen."""
        return ["".join(char for char, _ in row).rstrip() for row in self.cells]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.picture)


@lru_cache(1000)
def _seen(style: Style) -> Style:
    return style.clear_meta_and_links()


@asynccontextmanager
async def browsing(
    library: Path, folder: Path, words: str = "", size: tuple[int, int] = (80, 24), **asked: Any
) -> AsyncIterator[Here]:
    """The program over `library`, what it remembers in `folder`, opened with `words`."""
    start = Start(words, asked.pop("always_query", False), asked.pop("resume", False))
    settings = Settings(
        library=library, state_path=folder / "state.json", keys_path=folder / "keys.toml", **{"look": "dark", **asked}
    )
    app = Rejoinder(settings, start)
    async with app.run_test(size=size) as pilot:
        here = Here(app, pilot)
        await here.settle()
        yield here

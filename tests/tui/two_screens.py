"""The program on two emulators at once: one is fed what Textual would write, the other what the thin line sent."""

from __future__ import annotations

import asyncio
import os
import signal
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from rich.color import ColorSystem
from rich.style import Style
from textual import events
from textual._compositor import CompositorUpdate
from textual.geometry import Size
from textual.strip import Strip

from tests.tui.browsing import Here
from tests.tui.emulators import XTERM, Emulator, Kind, differences
from tui.app import Rejoinder
from tui.ascii import to_ascii
from tui.driver import ThinDriver, encoder
from tui.screens.plain import PlainScreen
from tui.services.worker import working
from tui.start import Settings, Start
from tui.wire import Wire

RUBBISH = "\x1b[1;31;44m" + "rubbish " * 4000
"""What a terminal may show after a resize: it moves, wraps or cuts, and nothing can be trusted."""


_CHARACTERS = {
    "space": " ", "slash": "/", "colon": ":", "quotation_mark": '"', "left_parenthesis": "(", "apostrophe": "'",
    "left_square_bracket": "[", "right_square_bracket": "]", "question_mark": "?", "asterisk": "*",
}  # fmt: skip


def _in_this_depth(style: Style, text: str, color_system: ColorSystem) -> str:
    """Textual keeps with a style how it was sent first; another program in this process may have fewer colours."""
    ansi = Strip.render_ansi(style, color_system)
    return f"\x1b[{ansi}m{text}\x1b[0m" if ansi else text


class TwoScreens(ThinDriver):
    """The driver of the real program between Textual and a pipe; the modes it is given are kept as well."""

    def __init__(self, app: Any, **settings: Any) -> None:
        numbers = signal.SIGTSTP, signal.SIGCONT
        heard = [signal.getsignal(number) for number in numbers]
        super().__init__(app, **settings)
        for number, handler in zip(numbers, heard, strict=True):
            signal.signal(number, handler)
        self.modes: list[str] = []
        self.faults: list[Exception] = []
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.reader, False)

    def write(self, data: str) -> None:
        """Keep it, and pass it on."""
        self.modes.append(data)
        super().write(data)

    def start_application_mode(self) -> None:
        """Begin, and tell the size."""
        self.begin()
        assert self._size is not None
        self.tell_size(*self._size)

    def _new_wire(self, before: Wire | None) -> Wire:
        if before is not None:
            before.stop()
        return Wire(self.writer, *self._app.size, encoder(os.environ), before=before, on_fault=self.faults.append)

    def begin(self) -> None:
        """Take the terminal as the driver does: a wire of its own, another screen, no cursor."""
        self._wire = self._new_wire(self._wire)
        self._wire.start()
        self._held = True
        self.write("\x1b[?1049h")
        self.write("\x1b[?25l")

    def tell_size(self, width: int, height: int) -> None:
        """What happens when the terminal has another size."""
        self._size = width, height
        self._get_terminal_size()
        size = Size(width, height)
        self._app.post_message(events.Resize(size, size))

    def _get_terminal_size(self) -> tuple[int, int]:
        super()._get_terminal_size()
        assert self._size is not None
        return self._size

    def stop_application_mode(self) -> None:
        """Leave the screen, as before a suspension."""
        self.write("\x1b[?1049l")
        self.write("\x1b[?25h")

    def disable_input(self) -> None:
        """Nothing is read."""

    def close(self) -> None:
        """End the thread that writes."""
        assert self._wire is not None
        self._wire.stop()
        self._wire.join(5)
        os.close(self.reader)
        os.close(self.writer)

    @contextmanager
    def busy(self) -> Iterator[None]:
        """A line that takes nothing for a while: frames that come meanwhile become one picture."""
        assert self._wire is not None
        with self._wire._change:
            yield

    def sent(self) -> str:
        """What was sent since the last time."""
        assert self._wire is not None
        data = b""
        while True:
            done = self._wire.drain(0.05)
            try:
                while piece := os.read(self.reader, 1 << 16):
                    data += piece
            except BlockingIOError:
                if done:
                    return data.decode()


class Beside:
    """The running program and its two emulators."""

    def __init__(self, here: Here, driver: TwoScreens, kind: Kind, drawn: Callable[[str], str]) -> None:
        self.here, self.driver, self.drawn = here, driver, drawn
        width, height = here.app.size
        self.full, self.thin = Emulator(width, height), Emulator(width, height, kind)

    async def key(self, key: str) -> None:
        """Press a key, and wait until it is answered."""
        event = events.Key(key, key if len(key) == 1 else _CHARACTERS.get(key))
        event.set_sender(self.here.app)
        self.driver.send_message(event)
        await self.settle()

    async def settle(self) -> None:
        """Wait until every message is handled and what is to be painted is painted."""
        app = self.here.app
        quiet = 0
        while quiet < 2:
            await self.here.pilot._wait_for_screen()
            await asyncio.sleep(0.003)
            screen = app.screen
            waits = screen._dirty_widgets or screen._layout_required or screen._repaint_required or screen._callbacks
            works = app._held or working()
            quiet = 0 if waits or works else quiet + 1
        if app._exception is not None:
            raise app._exception

    async def resize(self, width: int, height: int) -> None:
        """Another size, and rubbish on the terminal that had to be cut or moved."""
        self.compare()
        same = self.here.app.size == (width, height)
        self.driver.tell_size(width, height)
        for screen in (self.full, self.thin):
            screen.resize(height, width)
            if not (same and screen is self.full):  # Textual paints nothing then
                screen.feed(RUBBISH + "\x1b[m")
        deadline, told = time.monotonic() + 10, [""]
        while self.here.app.screen.size != (width, height) or self.lost() or (told := self.compare()):
            assert time.monotonic() < deadline, [f"never painted: {self.here.app.screen}, {self.lost()}", *told]
            await asyncio.sleep(0.01)
            await self.settle()

    def lost(self) -> bool:
        """Whether a picture that was forgotten has yet to be sent."""
        assert self.driver._wire is not None
        return self.driver._wire._lost

    def look(self) -> None:
        """Have the terminal on the thin line show what there is."""
        self.thin.feed(self.driver.sent())

    def stock(self) -> str:
        """The whole screen as Textual's own compositor writes it."""
        app = self.here.app
        update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
        assert isinstance(update, CompositorUpdate)
        x, y = app.screen.outer_size.clamp_offset(app.cursor_position)
        if app.screen is self.here.browse and self.here.browse.query_one("#small").display:
            x, y = self.thin.cursor.x, self.thin.cursor.y  # nothing is there to point at
        return f"{update.render_segments(app.console)}\x1b[{y + 1};{x + 1}H"

    async def agree(self) -> list[str]:
        """What looks different and stays so: on a busy machine a message may have been on its way."""
        told = self.compare()
        for _ in range(5):
            if told:
                await asyncio.sleep(0.05)
                await self.settle()
                told = self.compare()
        return told

    def compare(self) -> list[str]:
        """What looks different on the two, in words."""
        self.full.dirty.update(range(self.full.lines))
        self.full.feed(self.drawn("".join(self.driver.modes) + self.stock()))
        self.driver.modes.clear()
        self.thin.feed(self.driver.sent())
        assert not self.driver.faults
        if isinstance(self.here.app.screen, PlainScreen):
            return []  # its lines go out unbroken, for the terminal to wrap: another picture, on purpose
        return differences(self.full, self.thin)


@asynccontextmanager
async def beside(
    library: Path, folder: Path, size: tuple[int, int], kind: Kind = XTERM, ascii_only: bool = False, **asked: Any
) -> AsyncIterator[Beside]:
    """The program over `library` on two emulators; `kind` is that of the one on the thin line."""
    settings = Settings(library=library, state_path=folder / "state.json", keys_path=folder / "keys.toml", **asked)
    app = Rejoinder(settings, Start())
    app.driver_class = TwoScreens
    with patch.object(Strip, "render_style", staticmethod(_in_this_depth)):
        async with app.run_test(headless=False, size=size) as pilot:
            driver = app._driver
            assert isinstance(driver, TwoScreens)
            made = Beside(Here(app, pilot), driver, kind, to_ascii if ascii_only else str)
            await made.settle()
            yield made

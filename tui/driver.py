"""The terminal as Textual's driver: sends only what differs, and leaves the terminal as it found it.

Through Textual's public `App(driver_class=…)`. Pictures come as cells (`tui.painting`) and go through `tui.wire`; what
Textual writes itself are modes, which go out as they are. The screen is drawn on standard output, so that
`2>log` works; Textual's own driver draws on standard error.
"""

from __future__ import annotations

import os
import re
import select
import sys
from collections import deque
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from typing import Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.message import Message

from corpus.clean import visible
from tui.ascii import to_ascii
from tui.keyboard import Keyboard
from tui.log import note
from tui.painting import Painted
from tui.taking import TakingDriver, knows_little
from tui.terminal import draws_unicode
from tui.turns import Turns, words
from tui.wire import Wire

_CLIPBOARD = r"\x1b+\]52;c;[A-Za-z0-9+/=]*\x07"
_SAID = re.compile(
    r"(?:\x1b\[[<>=?]?[0-9;]*\$?[hlmpru]|\x07"
    rf"|{_CLIPBOARD}|\x1bPtmux;(?:\x1b\x1bPtmux;)?{_CLIPBOARD}(?:\x1b\x1b\\)?\x1b\\"
    r"|\x1bP(?:\x1b\]52;c;)?[A-Za-z0-9+/=]*\x07?\x1b\\)*"
)
"""What may go out beside pictures: modes, the bell, the clipboard as `tui.terminal` writes it. Textual's pointer shapes
(OSC 22) may not: twelve bytes that few terminals know."""

_KEYS_WAIT = 100
"""Milliseconds between two looks at whether the screen was left, and at whether an ESC was the key."""

_NO_FRAME = 0.2
"""Seconds after a resize in which Textual paints the new size, if it does: 8 ms of waiting, and the work itself."""


class ThinDriver(TakingDriver):
    """Sends the difference between two pictures, and reads keys."""

    def __init__(self, app: Any, **settings: Any) -> None:
        super().__init__(app, **settings)
        self._hover = self._mouse
        """Whether mere movement of the mouse is worth its bytes: not where the program began without a mouse."""
        self._heard: deque[Message] = deque()
        """What the program has still to be told."""
        self._hearing = False
        """Whether more of it comes at once."""

    def write(self, data: str) -> None:
        """Take what Textual writes: a mode goes out as it is, anything else nowhere."""
        wire = self._wire
        if not self._held or wire is None or data == SYNC_END:
            return
        if data.startswith("\x1b[>") and knows_little(os.environ):
            return  # the kitty keyboard, which old consoles print
        if data == SYNC_START:
            wire.synchronised = True
        elif _SAID.fullmatch(data):
            wire.say(data)

    def show(self, painted: Painted, cursor: tuple[int, int]) -> None:
        """Show what changed, the cursor at a column and row."""
        if self._held and self._wire is not None:
            self._wire.show(painted.patches, cursor, *self._app.size)

    def flush(self) -> None:
        """Nothing waits here: the wire writes as soon as the line is free."""

    def _new_wire(self, before: Wire | None) -> Wire:
        """A wire to standard output."""
        out = sys.__stdout__
        if out is None:
            raise RuntimeError("no standard output to draw on")
        return Wire(out.fileno(), *self._app.size, encoder(os.environ), before=before, on_fault=self._writing_failed)

    def _writing_failed(self, error: Exception) -> None:
        """A fault of ours in the thread that writes: end as after any other."""
        self._app.call_later(self._app._handle_exception, error)

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report its mouse, or keep it for its own selection; remembered over a stop."""
        if not on:
            self._disable_mouse_support()
        self._mouse = on
        if on:
            self._enable_mouse_support()

    def show_plain(self, text: str | None, keys: str = "", height: int = 0) -> None:
        """Have the terminal show text that it breaks into rows itself, `keys` on its last row; None: the picture again.

        The text is cleaned here, since it goes by no picture; only the ends of its lines act.
        """
        if self._wire is None:
            return
        if text is None:
            self._wire.say_instead(None)
            return
        lines = "\r\n".join(visible(line) for line in text.split("\r\n"))
        ends = f"\x1b[?7l\x1b[{height};1H\x1b[2m{visible(keys)}\x1b[m"  # Textual's pictures are drawn unwrapped
        self._wire.say_instead(f"\x1b[m\x1b[H\x1b[2J\x1b[?7h{lines}{ends}")

    def _enable_mouse_support(self) -> None:
        """Ask for buttons, and for movement (1003) or only for dragging (1002), in the wide form (1006)."""
        if self._mouse:
            self.write(f"\x1b[?1000h\x1b[?{1003 if self._hover else 1002}h\x1b[?1006h")

    def _disable_mouse_support(self) -> None:
        """Undo that."""
        if self._mouse:
            self.write("\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l")

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's size. Asked at each resize: the terminal may have moved or cut what it showed."""
        if self._wire is not None:
            self._wire.forget()
            # Textual paints nothing for a size it has already; the terminal may have lost rows on the way.
            if not self._loop.is_closed():
                self._loop.call_soon_threadsafe(self._loop.call_later, _NO_FRAME, self._wire.insist)
        return super()._get_terminal_size()

    def _query_in_band_window_resize(self) -> None:
        """Not asked for: SIGWINCH tells the same without bytes on the line."""

    def _request_terminal_sync_mode_support(self) -> None:
        """Asked only of terminals that read the question; the Linux console and screen print part of it."""
        if not knows_little(os.environ):
            super()._request_terminal_sync_mode_support()

    def run_input_thread(self) -> None:
        """Read keys until the screen is left. Textual's own ends with a traceback at a byte that is no UTF-8."""
        line = select.poll()
        line.register(self.fileno, select.POLLIN)
        keyboard = Keyboard(self._debug)
        while not self.exit_event.is_set():
            try:
                if line.poll(_KEYS_WAIT):
                    data = os.read(self.fileno, 1 << 12)
                    if not data:  # the line is lost, which `_watch_line` sees: reading would spin
                        self.exit_event.wait(_KEYS_WAIT / 1000)
                    self._hear_all(keyboard.feed(data))
                self._hear_all(keyboard.tick())
            except OSError:
                return
            except Exception as error:
                note(error)
                keyboard = Keyboard(self._debug)
        if line.poll(_KEYS_WAIT):  # answers of the terminal that came too late are not for the shell
            with suppress(OSError):
                os.read(self.fileno, 1 << 12)

    def _hear_all(self, messages: Iterable[Message]) -> None:
        """Pass on what came in one packet, together.

        Of three letters that came so, each was painted and searched for before the next was heard: 3 ms in all.
        """
        self._hearing = True
        try:
            for message in words(messages):
                self.process_message(message)
        finally:
            self._hearing = False
            if self._heard:
                self._tell()

    def send_message(self, message: Message) -> None:
        """Pass a message on, from any thread."""
        self._heard.append(message)
        if not self._hearing:
            self._tell()

    def _tell(self) -> None:
        if not self._loop.is_closed():  # else the program is past hearing it
            self._loop.call_soon_threadsafe(self._tell_all)

    def _tell_all(self) -> None:
        while self._heard:
            message = self._heard.popleft()
            if isinstance(self._app, Turns):
                self._app.foresee(message)
            self._app.post_message(message)


def encoder(environ: Mapping[str, str]) -> Callable[[str], bytes]:
    """How text becomes the bytes of this terminal: UTF-8, or ASCII of the same width."""
    return str.encode if draws_unicode(environ) else _as_ascii


def _as_ascii(text: str) -> bytes:
    return to_ascii(text).encode("ascii", "replace")

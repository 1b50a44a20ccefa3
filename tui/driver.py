"""The terminal as Textual's driver: sends only what differs, and leaves the terminal as it found it.

Through Textual's public `App(driver_class=…)`. What Textual writes is either a frame (it begins by placing the cursor),
which goes through `tui.wire`, or a mode, which goes out as it is. The screen is drawn on standard output, so that
`2>log` works; Textual's own driver draws on standard error.
"""

from __future__ import annotations

import atexit
import os
import re
import select
import signal
import sys
import termios
import threading
from contextlib import suppress
from typing import Any

from textual._ansi_sequences import SYNC_END, SYNC_START
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from tui.ascii import to_ascii
from tui.keyboard import Keyboard
from tui.log import note
from tui.terminal import RESTORE, draws_unicode
from tui.wire import Wire

_FRAME = re.compile(r"\x1b\[\d*;?\d*H")

_SAID = re.compile(
    r"(?:\x1b\[[<>=?]?[0-9;]*\$?[A-Za-z]|\x07|\x1b\]22;[a-z-]*\x07"
    r"|\x1b\]52;c;[A-Za-z0-9+/=]*\x07|\x1bP(?:tmux;)?(?:\x1b{1,2}\]52;c;)?[A-Za-z0-9+/=]*\x07?\x1b\\)*"
)
"""What may go out beside frames: modes, the bell, the pointer's shape, the clipboard as `tui.terminal` writes it."""

_KEYS_WAIT = 100
"""Milliseconds between two looks at whether the screen was left, and at whether an ESC was the key."""

_PATIENCE = 3.0
"""Seconds that the program may take to end by itself after a signal or a lost line."""


class ThinDriver(LinuxDriver):
    """Sends the difference between two pictures; ends the program when the line drops; restores every mode it set."""

    def __init__(self, app: Any, **settings: Any) -> None:
        super().__init__(app, **settings)
        self._wire: Wire | None = None
        self._restored = True

    def write(self, data: str) -> None:
        """Take what Textual writes: a frame becomes a difference, a mode goes out as it is, anything else nowhere."""
        wire = self._wire
        if wire is None or data == SYNC_END:
            return
        if data == SYNC_START:
            wire.synchronised = True
        elif _FRAME.match(data):
            wire.show(data, *self._app.size)
        elif _SAID.fullmatch(data):
            wire.say(data)

    def flush(self) -> None:
        """Nothing waits here: the wire writes as soon as the line is free."""

    def start_application_mode(self) -> None:
        """Take the terminal over, and see to it that it is given back."""
        out = sys.__stdout__
        if out is None:
            raise RuntimeError("no standard output to draw on")
        encode = str.encode if draws_unicode(os.environ) else _as_ascii
        self._wire = Wire(out.fileno(), *self._app.size, encode)
        self._wire.start()
        self._restored = False
        atexit.register(self._restore)
        for number in (signal.SIGTERM, signal.SIGHUP):
            self._loop.add_signal_handler(number, self._end, 128 + number)
        threading.Thread(target=self._watch_line, name="terminal-line", daemon=True).start()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._send_line_feeds_alone()

    def stop_application_mode(self) -> None:
        """Give the terminal back: Textual's own undoing, then every mode once more."""
        super().stop_application_mode()
        self._restore()

    def close(self) -> None:
        """End the thread that writes."""
        super().close()
        if self._wire is not None:
            self._wire.stop()

    def report_mouse(self, on: bool) -> None:
        """Have the terminal report its mouse, or keep it for its own selection."""
        self._mouse = True  # Textual's two do nothing where a program began without the mouse
        if on:
            self._enable_mouse_support()
        else:
            self._disable_mouse_support()

    def _send_line_feeds_alone(self) -> None:
        """Have the terminal's line add no return to a line feed: `tui.thin_line` goes down a row in one byte."""
        with suppress(termios.error):
            settings = termios.tcgetattr(self.fileno)
            settings[1] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, settings)

    def _restore(self) -> None:
        if self._restored or self._wire is None:
            return
        self._restored = True
        self._wire.say(RESTORE)
        self._wire.drain(1.0)

    def _get_terminal_size(self) -> tuple[int, int]:
        """The terminal's size. Asked at each resize: the terminal may have moved or cut what it showed."""
        if self._wire is not None:
            self._wire.forget()
        return super()._get_terminal_size()

    def _query_in_band_window_resize(self) -> None:
        """Not asked for: SIGWINCH tells the same without bytes on the line."""

    def _request_terminal_sync_mode_support(self) -> None:
        """Asked only of terminals that read the question; the Linux console and screen print part of it."""
        if not os.environ.get("TERM", "").startswith(("linux", "screen", "vt")):
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
                    for message in keyboard.feed(data):
                        self.process_message(message)
                for message in keyboard.tick():
                    self.process_message(message)
            except OSError:
                return
            except Exception as error:
                note(error)
                keyboard = Keyboard(self._debug)
        if line.poll(_KEYS_WAIT):  # answers of the terminal that came too late are not for the shell
            with suppress(OSError):
                os.read(self.fileno, 1 << 12)

    def process_message(self, message: Message) -> None:
        """Pass a message on, unless the program is past hearing it."""
        if not self._loop.is_closed():
            super().process_message(message)

    def _end(self, status: int) -> None:
        """End the program with `status`; where it does not, end the process."""
        self._app.exit(return_code=status)

        def insist() -> None:
            self._restore()
            os._exit(status)

        timer = threading.Timer(_PATIENCE, insist)
        timer.daemon = True
        timer.start()

    def _watch_line(self) -> None:
        """End the program when its terminal hangs up, even with SIGHUP ignored: reading would spin on end of file."""
        line = select.poll()
        line.register(self.fileno, 0)
        line.poll()
        if not self._restored and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._end, 128 + signal.SIGHUP)


def _as_ascii(text: str) -> bytes:
    return to_ascii(text).encode("ascii", "replace")

"""Taking the terminal over and giving it back as it was: on leaving, a fault, a signal, Ctrl-Z, a lost line.

`tui.driver` says what goes over the line; here is from when and until when. Everything is undone in one string, sent
once and before the alternate screen is left: sent on the main screen, a region that is reset moves the shell's cursor
home in some terminals, and a keyboard mode that is popped would be the shell's own.
"""

from __future__ import annotations

import atexit
import os
import select
import shutil
import signal
import termios
import threading
from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from textual.drivers.linux_driver import LinuxDriver

from tui import jobs
from tui.wire import Wire

RESTORE = (
    "\x1b[?1000l\x1b[?1002l\x1b[?1003l\x1b[?1006l\x1b[?2004l\x1b[?1004l"  # mouse, paste, focus
    "\x1b[?2026l\x1b[r\x1b[?7h\x1b[m\x1b[?1049l\x1b[?25h"  # synchronised output, region, wrap, style, screen, cursor
)
"""Undoes every mode that is ever set, the main screen and the cursor last."""

KEYBOARD = "\x1b[<u"
"""Undoes the kitty keyboard's mode, of which each screen of a terminal has its own."""

ENDING = (signal.SIGTERM, signal.SIGHUP, signal.SIGINT)
"""Signals that end the program with status 128 + their number."""

PATIENCE = 3.0
"""Seconds that the program may take to end by itself after a signal or a lost line."""


class TakingDriver(LinuxDriver):
    """Holds the terminal between `start_application_mode` and `stop_application_mode`, and what may come between."""

    def __init__(self, app: Any, **settings: Any) -> None:
        super().__init__(app, **settings)
        self._wire: Wire | None = None
        self._held = False
        """Whether the terminal is ours: only then is anything written to it."""
        self._ending = False
        self._watched = False

    def _new_wire(self, before: Wire | None) -> Wire:
        """A wire to the terminal; it goes on with the picture of the one before."""
        raise NotImplementedError

    def start_application_mode(self) -> None:
        """Take the terminal over, and see to it that it is given back."""
        wire = self._wire = self._new_wire(self._wire)
        wire.start()
        self._held = True
        self._hear()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._send_line_feeds_alone()
        wire.again(*shutil.get_terminal_size())  # after a stop; at first there is no picture yet

    def _hear(self) -> None:
        """Hear signals and the end of the line, for the rest of the run."""
        if self._watched:
            return
        self._watched = True
        atexit.register(self._give_back)
        for number in ENDING:
            # The loop's own handler ends the program in order; the other sees to it while the loop is busy.
            self._loop.add_signal_handler(number, self._end, 128 + number)
            signal.signal(number, self._insist_later)
        threading.Thread(target=self._watch_line, name="terminal-line", daemon=True).start()

    def stop_application_mode(self) -> None:
        """Give the terminal back; what Textual undoes by itself after that is undone already."""
        if self._held:
            self._give_back()
            super().stop_application_mode()

    def disable_input(self) -> None:
        """End the thread that reads; once, since what is typed after that is a shell's."""
        if self._key_thread is not None:
            super().disable_input()
            self._key_thread = None

    def close(self) -> None:
        """End the thread that writes."""
        super().close()
        if self._wire is not None:
            self._wire.stop()

    def suspend(self) -> bool:
        """Hand the terminal to the shell and stop; take it again on `fg`. False where no shell could say that."""
        self.suspend_application_mode()
        stopped = jobs.stop(self.fileno, lambda: self._ending)
        if not self._ending:  # killed meanwhile: the terminal stays the shell's
            self.resume_application_mode()
        return stopped

    def _sigtstp_application(self, *_: object) -> None:
        """`kill -TSTP`. Heard amid anything, so it waits until nothing is half written."""
        self._loop.call_soon_threadsafe(self.suspend)

    def _sigcont_application(self, *_: object) -> None:
        """Somebody stopped the process unheard (SIGSTOP), and the terminal was a shell's since then."""
        self._loop.call_soon_threadsafe(self._take_again)

    def _take_again(self) -> None:
        """Set everything anew; in the background only when the job comes to the foreground."""
        if self._held and not self._ending:
            jobs.wait(self.fileno, lambda: self._ending)
            self.suspend_application_mode()
            self.resume_application_mode()

    def _send_line_feeds_alone(self) -> None:
        """Have the terminal's line add no return to a line feed: `tui.thin_line` goes down a row in one byte."""
        with suppress(termios.error):
            settings = termios.tcgetattr(self.fileno)
            settings[1] &= ~termios.OPOST
            termios.tcsetattr(self.fileno, termios.TCSANOW, settings)

    def _give_back(self) -> None:
        """Undo every mode and the line's settings, once."""
        if not self._held or self._wire is None:
            return
        self._held = False
        self._wire.say(RESTORE if knows_little(os.environ) else KEYBOARD + RESTORE)
        self._wire.drain(1.0)
        if not jobs.in_front(self.fileno):  # a shell has set the line for itself, and would stop us for setting it
            signal.signal(signal.SIGTTOU, signal.SIG_IGN)
        elif self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        self.attrs_before = None

    def _end(self, status: int) -> None:
        """End the program with `status`."""
        self._ending = True
        self._app.exit(return_code=status)

    def _insist_later(self, number: int, frame: object = None) -> None:
        """End the process with the status of that signal where the program does not end by itself."""
        self._ending = True

        def insist() -> None:
            self._give_back()
            os._exit(128 + number)

        timer = threading.Timer(PATIENCE, insist)
        timer.daemon = True
        timer.start()

    def _watch_line(self) -> None:
        """End the program when its terminal hangs up, even with SIGHUP ignored: reading would spin on end of file."""
        line = select.poll()
        line.register(self.fileno, 0)
        line.poll()
        if not self._loop.is_closed():
            self._insist_later(signal.SIGHUP)
            self._loop.call_soon_threadsafe(self._end, 128 + signal.SIGHUP)


def knows_little(environ: Mapping[str, str]) -> bool:
    """Whether a terminal may print part of what it does not know: not asked, and not told of the kitty keyboard."""
    return environ.get("TERM", "").startswith(("linux", "screen", "vt"))

"""Carries pictures to a terminal as fast as its line takes them.

Textual queues whole frames, so that on a slow line one reads the past: thirty frames wait their turn. Here a frame only
changes what is wanted; the thread that writes takes the difference when the line is free, and pictures that nobody
could have seen are never sent.
"""

from __future__ import annotations

import os
import select
import threading
from collections.abc import Callable, Iterable

from tui.picture import Patch
from tui.thin_line import ThinLine

_SYNC = ("\x1b[?2026h", "\x1b[?2026l")
_SYNC_FROM = 400
"""Characters from which a picture is announced as one (synchronised output): below, it arrives in one packet anyway."""


class Wire(threading.Thread):
    """The only writer to the terminal. `say` is sent in order and whole; `show` replaces what was not yet sent."""

    def __init__(
        self,
        fileno: int,
        width: int,
        height: int,
        encode: Callable[[str], bytes],
        *,
        before: Wire | None = None,
        on_fault: Callable[[Exception], object] | None = None,
    ) -> None:
        """`before` is a wire that was stopped, whose picture is gone on with; `on_fault` is told a fault of ours."""
        super().__init__(name="terminal-output", daemon=True)
        self._fileno = fileno
        self._encode = encode
        self._on_fault = on_fault
        self._line: ThinLine = before._line if before is not None else ThinLine(width, height)
        self._drawn: bool = before is not None and before._drawn
        self._sayings: list[str] = []
        self._dirty = False
        self._lost = False
        """Whether the picture was forgotten and nothing has been drawn since."""
        self._instead = False
        """Whether the terminal shows text that was said, in place of the picture."""
        self._ended = False
        self._idle = True
        self._change = threading.Condition()
        self.synchronised = False
        """Whether the terminal said that it knows synchronised output."""
        self.broken = False
        """Whether the terminal is gone: nothing more is written, nobody waits."""

    def say(self, sequence: str) -> None:
        """Send a sequence as it is: a mode, the clipboard. Entering or leaving a screen forgets the picture."""
        with self._change:
            self._sayings.append(sequence)
            if "\x1b[?1049" in sequence:
                self._line.forget()
                self._dirty = self._lost = False
            self._change.notify_all()

    def show(self, patches: Iterable[Patch], cursor: tuple[int, int], width: int, height: int) -> None:
        """Change the picture of a screen of that size. A new size begins with a clear screen."""
        with self._change:
            if (width, height) != (self._line.width, self._line.height):
                self._line = ThinLine(width, height)
            self._line.draw(patches, cursor)
            self._dirty, self._lost, self._drawn = True, False, True
            self._change.notify_all()

    def say_instead(self, text: str | None) -> None:
        """Send `text` and no picture until it is None: then the whole picture, as it is by then."""
        with self._change:
            self._instead = text is not None
            if text is not None:
                self._sayings.append(text)
            elif self._drawn:
                self._line.forget()
                self._dirty = True
            self._change.notify_all()

    def forget(self) -> None:
        """The terminal changed under us (a resize): send the whole picture next."""
        with self._change:
            self._line.forget()
            self._lost = True

    def insist(self) -> None:
        """Send the picture that was forgotten where no frame has followed: the terminal has its old size again."""
        with self._change:
            self._dirty, self._lost = self._dirty or self._lost, False
            self._change.notify_all()

    def again(self, width: int, height: int) -> None:
        """Send the whole picture once more, where there is one and the terminal still has its size."""
        with self._change:
            if self._drawn and (width, height) == (self._line.width, self._line.height):
                self._line.forget()
                self._dirty = True
                self._change.notify_all()

    def drain(self, seconds: float) -> bool:
        """Wait until all is written; False where that took longer."""
        with self._change:
            return self._change.wait_for(lambda: self.broken or (self._idle and not self._waiting()), seconds)

    def stop(self) -> None:
        """Write what is left, for at most a second, and end."""
        self.drain(1.0)
        with self._change:
            self._ended = True
            self._change.notify_all()

    def _waiting(self) -> bool:
        return bool(self._sayings or (self._dirty and not self._instead))

    def run(self) -> None:
        """Write until stopped."""
        while True:
            with self._change:
                self._idle = True
                self._change.notify_all()
                self._change.wait_for(lambda: self._ended or self._waiting())
                if self._ended:
                    return
                self._idle = False
                data = self._encode("".join(self._sayings)) + self._picture()
                self._sayings.clear()
            self._write(data)

    def _picture(self) -> bytes:
        """What turns the terminal's picture into the one wanted. After a fault there is none: only modes go out."""
        if not self._dirty or self._instead:
            return b""
        self._dirty = False
        try:
            picture = self._line.difference()
            if self.synchronised and len(picture) > _SYNC_FROM:
                picture = picture.join(_SYNC)
            return self._encode(picture)
        except Exception as error:
            self._line = ThinLine(self._line.width, self._line.height)
            if self._on_fault is not None:
                self._on_fault(error)
            return b""

    def _write(self, data: bytes) -> None:
        while data and not self.broken:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:  # another program that shares the terminal has set it so
                line = select.poll()
                line.register(self._fileno, select.POLLOUT)
                line.poll()
            except OSError:
                self.broken = True

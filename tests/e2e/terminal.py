"""The real program on a pseudo-terminal, its bytes read by an emulator (pyte): what a person would see."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from benchmarks.meter import Meter
from tests.e2e.emulator import Emulator

PROGRAM = str(Path(sys.executable).with_name("rejoinder"))


def homes(folder: Path) -> dict[str, str]:
    """The environment in which everything that is remembered lies under `folder`."""
    return {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CACHE", "CONFIG")}


class Terminal:
    """A program in a terminal of a given size; `text` is its screen."""

    def __init__(self, argv: list[str], columns: int, rows: int, environ: Mapping[str, str]) -> None:
        self._meter = Meter(argv, columns, rows, environ)
        self._screen = Emulator(columns, rows)
        self._fed = 0

    @property
    def received(self) -> bytes:
        """Every byte the program has sent."""
        return bytes(self._meter.received)

    @property
    def emulator(self) -> Emulator:
        """The terminal that was sent all this."""
        new = self.received[self._fed :]
        self._fed += len(new)
        self._screen.feed(new)
        return self._screen

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return [line.rstrip() for line in self.emulator.display]

    @property
    def text(self) -> str:
        """The screen as one text."""
        return "\n".join(self.lines)

    @property
    def cursor_hidden(self) -> bool:
        """Whether the terminal was left without its cursor."""
        return bool(self.emulator.cursor.hidden)

    def wait_for(self, words: str, longest: float = 30.0) -> str:
        """The screen once `words` stand on it; AssertionError, with the screen, where they never do."""
        end = time.monotonic() + longest
        while words not in self.text:
            if time.monotonic() > end:
                raise AssertionError(f"{words!r} never came:\n{self.text}")
            self._meter.settle(0.05, 0.2)
        self._meter.settle(0.15, 2.0)
        return self.text

    def press(self, keys: str, quiet: float = 0.2) -> str:
        """Send keys; the screen when all is quiet."""
        self._meter.press(keys, quiet)
        return self.text

    def settle(self, quiet: float = 0.1) -> None:
        """Read until nothing comes for so long."""
        self._meter.settle(quiet, 2.0)

    def send(self, keys: str) -> None:
        """Send keys and read nothing."""
        self._meter.send(keys)

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a person who draws at a window's corner."""
        self.emulator.resize(rows, columns)
        self._meter.resize(columns, rows)

    @property
    def pid(self) -> int:
        """The process that the terminal was opened for; 0 once it has ended."""
        return self._meter.pid

    def status(self, longest: float = 10.0) -> int:
        """The exit status, once the program has ended."""
        end = time.monotonic() + longest
        while time.monotonic() < end:
            self._meter.settle(0.05, 0.1)
            pid, status = os.waitpid(self._meter.pid, os.WNOHANG)
            if pid:
                self._meter.pid = 0
                return os.waitstatus_to_exitcode(status)
        raise AssertionError(f"still running:\n{self.text}")

    def close(self) -> None:
        """End the program where it still runs."""
        if self._meter.pid:
            self._meter.close()


@contextmanager
def rejoinder(folder: Path, *args: str, size: tuple[int, int] = (80, 24), **environ: str) -> Iterator[Terminal]:
    """`rejoinder` with everything it remembers under `folder`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8"}
    terminal = Terminal([PROGRAM, *args], *size, {**kept, **homes(folder), **own, **environ})
    try:
        yield terminal
    finally:
        terminal.close()

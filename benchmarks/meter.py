"""A program in a terminal of a given size, and the bytes it sends."""

from __future__ import annotations

import contextlib
import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence


class Meter:
    """Runs `argv` on a pseudo-terminal. `settle` waits until nothing comes any more and tells how much came."""

    def __init__(
        self, argv: Sequence[str], columns: int, rows: int, environ: Mapping[str, str], folder: str | None = None
    ) -> None:
        self.pid, self._master = pty.fork()
        if self.pid == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            if folder is not None:
                os.chdir(folder)
            os.execvpe(argv[0], list(argv), dict(environ))
        self.received = bytearray()
        self.first = self.last = time.monotonic()
        """When the first and the last byte came that the latest `press` was answered with."""

    def settle(self, quiet: float = 0.3, longest: float = 20.0) -> bytes:
        """What came until nothing came for `quiet` seconds, at most `longest`."""
        start = len(self.received)
        end = time.monotonic() + longest
        while time.monotonic() < end:
            ready, _, _ = select.select([self._master], [], [], quiet)
            if not ready:
                break
            try:
                data = os.read(self._master, 1 << 16)
            except OSError:
                break
            if not data:
                break
            self.last = time.monotonic()
            if not self.first:
                self.first = self.last
            self.received += data
        return bytes(self.received[start:])

    def wait_for(self, words: bytes, longest: float = 20.0) -> bytes:
        """What came until `words` stood in it and all was quiet; AssertionError where they never came."""
        start = len(self.received)
        end = time.monotonic() + longest
        while words not in self.received[start:]:
            if time.monotonic() > end:
                raise AssertionError(f"{words!r} never came; the last was {bytes(self.received[-200:])!r}")
            self.settle(0.1, 0.2)
        self.settle()
        return bytes(self.received[start:])

    def press(self, keys: str, quiet: float = 0.3) -> bytes:
        """Send keys; what came in answer."""
        self.send(keys)
        self.first = 0.0
        return self.settle(quiet)

    def send(self, keys: str) -> None:
        """Send keys and read nothing."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size; the program is told by the system."""
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def cpu(self) -> float:
        """Seconds of processor time that the program and its processes have used so far; Linux only."""
        used = 0
        for pid in self.family():
            with open(f"/proc/{pid}/stat", encoding="ascii") as file:
                fields = file.read().rpartition(")")[2].split()
            used += int(fields[11]) + int(fields[12])
        return used / os.sysconf("SC_CLK_TCK")

    def family(self) -> list[int]:
        """The program's process and those that it has started; Linux only."""
        found = [self.pid]
        for pid in found:
            with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
                found += map(int, file.read().split())
        return found

    def close(self) -> None:
        """End the program, patiently at first."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, number)
            for _ in range(20):
                self.settle(0.05, 0.1)
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self._master)
                    return
                time.sleep(0.05)

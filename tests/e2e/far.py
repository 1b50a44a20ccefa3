"""The program on the far side of ssh: started there, looked for there, missing there."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.e2e import sshd
from tests.e2e.terminal import PROGRAM, Terminal, homes

GONE_WITHIN = 5.0
"""Seconds after which nothing may be left of a session whose line was lost."""


def environ(folder: Path, **other: str) -> dict[str, str]:
    """What the far side is told: everything remembered lies under `folder`."""
    return {**homes(folder), "LANG": "C.UTF-8", **other}


@contextmanager
def connected(
    server: sshd.Server,
    folder: Path,
    *words: str | Path,
    size: tuple[int, int] = (80, 24),
    term: str = "xterm-256color",
    **other: str,
) -> Iterator[Terminal]:
    """`ssh` running `words` there, the program where they begin with an option, in a terminal of that size and type."""
    given = [str(word) for word in words]
    there = given if given and not given[0].startswith("-") else [PROGRAM, *given]
    here = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    argv = server.command(*there, environ=environ(folder, **other))
    terminal = Terminal(argv, *size, {**here, "TERM": term})
    try:
        yield terminal
    finally:
        terminal.close()


def running(folder: Path) -> list[int]:
    """The processes on the far side that were told to remember things under `folder`: the program and its workers."""
    mark = f"XDG_STATE_HOME={folder / 'state'}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            command, told = (process / "cmdline").read_bytes(), (process / "environ").read_bytes()
        except OSError:
            continue
        if mark in told.split(b"\0") and b"python" in command.partition(b"\0")[0]:
            found.append(int(process.name))
    return found


def assert_gone(folder: Path) -> float:
    """Assert that nothing is left within `GONE_WITHIN` seconds; how long it took."""
    start = time.monotonic()
    while left := running(folder):
        assert time.monotonic() - start < GONE_WITHIN, f"processes {left} run on without a terminal"
        time.sleep(0.05)
    return time.monotonic() - start

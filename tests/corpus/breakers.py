"""What a reader must never do, for the guard to survive; called in its worker by name."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from corpus.readers import read_source


def crash(path: Path) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def hang(path: Path) -> None:
    while True:
        pass


def hog(path: Path) -> int:
    return len(bytearray(1 << 30))


def chatter(path: Path) -> str:
    os.write(1, b"\x00" * 100)
    print("words that are no answer")
    return path.name


def write(path: Path) -> int:
    return (path.parent / "written").write_text("should not be there")


def deep(path: Path) -> int:
    return deep(path) + 1


def length(path: Path) -> int:
    return len(read_source(path).text)


def number(path: Path) -> int:
    return os.getpid()

"""Where the details of a fault go: a file in the XDG state folder, mode 0600, never the screen.

It may quote a letter, and somebody will `cat` it: nothing in it acts either.
"""

from __future__ import annotations

import os
import time
import traceback
from pathlib import Path

from corpus.clean import visible

LARGEST = 1_000_000
"""Bytes after which the log begins anew."""


def note(error: BaseException) -> str:
    """Add an error's traceback to the log; a sentence that says where it is, `""` where it could not be written."""
    try:
        path = log_path()
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = path.exists() and path.stat().st_size > LARGEST
        flags = os.O_WRONLY | os.O_CREAT | os.O_NOFOLLOW | (os.O_TRUNC if fresh else os.O_APPEND)
        with os.fdopen(os.open(path, flags, 0o600), "w", encoding="utf-8", errors="replace") as file:
            os.fchmod(file.fileno(), 0o600)  # the mode above is only that of a new file
            file.write(f"\n{time.strftime('%Y-%m-%d %H:%M:%S')}\n")
            file.write(visible("".join(traceback.format_exception(error))))
    except OSError:
        return ""
    return f"Details are in {path}."


def told(error: BaseException) -> str:
    """Add a fault to the log; what a person is told of it, without a word of its own: it may quote a letter."""
    return f"Something went wrong that should not have ({type(error).__name__}). {note(error)}".rstrip()


def log_path() -> Path:
    """`rejoinder/log` in the XDG state folder."""
    from platformdirs import user_state_path

    return user_state_path("rejoinder", appauthor=False) / "log"

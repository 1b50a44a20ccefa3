"""Keeps the process that searches off the core on which somebody has just asked it, while another core is idle.

Linux wakes it where the question was sent, and where other cores sleep too deeply to count as idle (virtual machines)
it waits there until the asking thread sleeps, which first paints the typed letter: 2.4 ms of every other key. Which
core that is changes from key to key, so it is looked at with each question, in 0.02 ms. Beside another program that
computes, the system places it better than this would: kept to that program's core, a letter took 12.0 ms for 10.1.
"""

from __future__ import annotations

import os
from contextlib import suppress

_CORE = 36
"""Which field behind the name of a thread is the core that it runs on: proc_pid_stat(5), `processor`."""
_RUNNING = 3
"""Which field of the load is the number of threads that run or could, a slash behind it: proc_loadavg(5)."""


CORES: frozenset[int] = frozenset(os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else ())
"""Those that this program may use; none where the system does not say."""


class Aside:
    """Moves a process out of the way; does nothing where there is one core, or a system without such means."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._all = CORES
        self._used = self._all
        """The cores that it may use now."""

    def ask(self) -> None:
        """Have it run elsewhere than this thread does."""
        if len(self._all) < 2:
            return
        wanted = self._all - {core()} if running() < len(self._all) else self._all
        if wanted != self._used:
            self._used = wanted
            try:
                os.sched_setaffinity(self._pid, wanted)
            except OSError:  # not allowed, or those cores are no longer ours
                self._all = frozenset()


def anywhere() -> None:
    """Let this thread run on any core: one that a thread begins which keeps off a core would keep off it for good."""
    if CORES:
        with suppress(OSError):
            os.sched_setaffinity(0, CORES)


def core() -> int:
    """The core that this thread runs on; -1 where the system does not say."""
    with suppress(OSError, ValueError, IndexError):
        return int(_read("/proc/thread-self/stat").rpartition(b")")[2].split()[_CORE])
    return -1


def running() -> int:
    """Threads of the whole machine that run or could, this one among them; a great many where it does not say."""
    with suppress(OSError, ValueError, IndexError):
        return int(_read("/proc/loadavg").split()[_RUNNING].partition(b"/")[0])
    return 1 << 30


def _read(path: str) -> bytes:
    with open(path, "rb", buffering=0) as file:
        return file.read(1 << 10)

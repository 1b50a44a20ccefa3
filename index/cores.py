"""Keeps the process that searches off the core on which somebody has just asked it.

Linux wakes it where the question was sent, and where other cores sleep too deeply to count as idle (virtual machines)
it waits there until the asking thread sleeps, which first paints the typed letter: 2.4 ms of every other key. Which
core that is changes from key to key, so it is looked at with each question, in 0.01 ms. The process may use all others.
"""

from __future__ import annotations

import os
from contextlib import suppress

_CORE = 36
"""Which field behind the name of a thread is the core that it runs on: proc_pid_stat(5), `processor`."""


class Aside:
    """Moves a process out of the way; does nothing where there is one core, or a system without such means."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._all: set[int] = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()
        self._free = -1
        """The core that it keeps off."""

    def ask(self) -> None:
        """Have it run elsewhere than this thread does."""
        if len(self._all) < 2 or (here := core()) == self._free or here not in self._all:
            return
        try:
            os.sched_setaffinity(self._pid, self._all - {here})
            self._free = here
        except OSError:  # not allowed, or those cores are no longer ours
            self._all.clear()


def core() -> int:
    """The core that this thread runs on; -1 where the system does not say."""
    with suppress(OSError, ValueError, IndexError), open("/proc/thread-self/stat", "rb", buffering=0) as said:
        return int(said.read(1 << 10).rpartition(b")")[2].split()[_CORE])
    return -1

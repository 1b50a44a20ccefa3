"""A full-screen program under a shell's job control: stop with the whole job, go on only in the foreground.

Textual stops its own process alone, with SIGSTOP. Run from a script, the script would wait for a program that sleeps,
and the shell for the script; run by `ssh HOST rejoinder` or as a window of tmux, where nobody can say `fg`, it would
sleep for good.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable

LATE = 0.1
"""Seconds of running within which this thread hears of a signal that another thread took. A shell that kills a stopped
job sends that and then SIGCONT, and any thread may take either: of 4,000 jobs on a busy machine, 40 were told to go on
before they knew they were killed.
"""


def stop(fileno: int, killed: Callable[[], bool]) -> bool:
    """Stop the job until a shell brings it back to the foreground of its terminal `fileno`; whether it was stopped.

    False where no shell could bring it back (an orphaned process group: the system then discards SIGTSTP). It returns
    as well when it was `killed` meanwhile.
    """
    stopped = _sent(signal.SIGTSTP)
    wait(fileno, killed)
    return stopped


def wait(fileno: int, killed: Callable[[], bool]) -> None:
    """Stay stopped for as long as the job is in the background (`bg`), where it may not touch the terminal."""
    while not _soon(lambda: killed() or in_front(fileno)) and _sent(signal.SIGTTOU):
        pass


def in_front(fileno: int) -> bool:
    """Whether this job has the terminal; True as well where the terminal is gone, since nobody else has it."""
    try:
        return os.tcgetpgrp(fileno) == os.getpgrp()
    except OSError:
        return True


def _sent(number: signal.Signals) -> bool:
    """Send a stopping signal to the whole job, as the terminal does; whether it stopped, and so was told to go on."""
    told: list[int] = []
    before = {
        number: signal.signal(number, signal.SIG_DFL),
        signal.SIGCONT: signal.signal(signal.SIGCONT, lambda *_: told.append(1)),
    }
    try:
        os.kill(0, number)
        _soon(lambda: bool(told))
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
    return bool(told)


def _soon(true: Callable[[], bool], looks: int = 20) -> bool:
    """Whether that is so within `LATE` seconds; looks are counted, since a clock goes on while the job is stopped."""
    for _ in range(looks):
        if true():
            return True
        time.sleep(LATE / looks)
    return true()

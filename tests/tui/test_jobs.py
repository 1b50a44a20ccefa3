"""Stopping with the whole job, where no terminal is needed to see it; the rest is in `tests/e2e/test_left.py`."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

KILLED_LATE = """
import sys, threading, time
from tui import jobs

killed = []

def hear():
    sys.stdin.read(1)
    time.sleep(0.02)
    killed.append(True)

threading.Thread(target=hear).start()
jobs.in_front = lambda fileno: False
jobs.LATE = 10.0
jobs.stop(0, lambda: bool(killed))
"""


def test_a_job_killed_while_stopped_ends_though_it_hears_of_it_late() -> None:
    """The signal that kills may be taken by another thread, which tells this one after that is told to go on."""
    program = [sys.executable, "-c", KILLED_LATE]
    with subprocess.Popen(program, stdin=subprocess.PIPE, preexec_fn=os.setpgrp) as job:
        try:
            stopped(job.pid)
            assert job.stdin is not None
            job.stdin.write(b".")
            job.stdin.flush()
            os.killpg(job.pid, signal.SIGCONT)
            assert job.wait(20.0) == 0
        finally:
            job.kill()


def stopped(pid: int, longest: float = 20.0) -> None:
    """Wait until a process is stopped."""
    end = time.monotonic() + longest
    while "State:\tT" not in Path(f"/proc/{pid}/status").read_text("utf-8"):
        assert time.monotonic() < end
        time.sleep(0.01)

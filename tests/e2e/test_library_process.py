"""The process that the screen's library is asked in: it has no terminal, ends with the program, and can be lost."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest

from tests.e2e.far import assert_gone, running
from tests.e2e.terminal import Terminal, rejoinder


def beside(terminal: Terminal, folder: Path) -> int:
    """The process beside the program."""
    (other,) = set(running(folder)) - {terminal.pid}
    return other


def test_it_has_no_terminal_and_ends_with_the_program(tmp_path: Path, sample_library: Path) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), "lighthouse") as terminal:
        terminal.wait_for("3 letters")
        other = beside(terminal, tmp_path)
        assert os.getsid(other) == other, "signals of the terminal do not reach it"
        for stream in range(3):
            assert os.readlink(f"/proc/{other}/fd/{stream}") == "/dev/null"
        terminal.press("\x1b")
        terminal.send("q")
        assert terminal.status() == 0
        assert_gone(tmp_path)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_it_ends_when_the_program_is_killed(tmp_path: Path, sample_library: Path, number: signal.Signals) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), "lighthouse") as terminal:
        terminal.wait_for("3 letters")
        assert beside(terminal, tmp_path)
        os.kill(terminal.pid, number)
        terminal.status()
        assert_gone(tmp_path)


def test_without_it_one_goes_on_reading(tmp_path: Path, sample_library: Path) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), "lighthouse", size=(120, 40)) as terminal:
        terminal.wait_for("3 letters")
        os.kill(beside(terminal, tmp_path), signal.SIGKILL)
        terminal.press("/")
        terminal.press("\x15")
        for key in "ferry":
            terminal.press(key, 0.05)
        terminal.wait_for("letters ·")
        terminal.press("\r", 0.5)
        terminal.press("\r", 0.5)
        terminal.wait_for("¶ 1/")
        terminal.send("q")
        assert terminal.status() == 0


def test_it_is_stopped_by_nothing_that_stops_the_program(tmp_path: Path, sample_library: Path) -> None:
    """`fg` brings back the program's own group; a process beside it that slept on would leave it without answers."""
    with rejoinder(tmp_path, "--library", str(sample_library), "lighthouse") as terminal:
        terminal.wait_for("3 letters")
        other = beside(terminal, tmp_path)
        os.killpg(os.getpgid(terminal.pid), signal.SIGSTOP)
        time.sleep(0.1)
        state = Path(f"/proc/{other}/stat").read_text("ascii").rpartition(")")[2].split()[0]
        assert state == "S"
        os.killpg(os.getpgid(terminal.pid), signal.SIGCONT)

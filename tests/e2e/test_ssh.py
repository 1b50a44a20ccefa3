"""The program over a real sshd, in every terminal one may come from: lean by itself, whole, and clean when left."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e import sshd
from tests.e2e.far import connected
from tests.e2e.terminal import PROGRAM

pytestmark = pytest.mark.tools

BUDGET = {"a line down": 2_000, "a page down": 6_000, "a typed letter": 6_000, "a peek": 2_000}
"""Bytes at 120×40 with 16 colours: twice to three times what was measured, so that only a lost economy fails."""
BEGINNING = "I refer to the letter dated 4 August 2006"


def test_a_letter_is_found_and_read_within_the_bytes_it_may_take(
    server: sshd.Server, tmp_path: Path, sample_library: Path
) -> None:
    with connected(server, tmp_path, "--library", sample_library, size=(120, 40)) as terminal:
        terminal.wait_for("60 letters")
        cost = {}

        def spent(act: str, keys: str) -> None:
            before = len(terminal.received)
            terminal.press(keys, 0.4)
            cost[act] = len(terminal.received) - before

        spent("a typed letter", "l")
        terminal.press("ocksmith")
        terminal.wait_for("A/61/233-S/2006/547")
        terminal.press("\r")
        terminal.press("\r")
        terminal.wait_for(BEGINNING)
        spent("a line down", "j")
        spent("a page down", " ")
        terminal.press("gg")
        spent("a peek", "1")
        terminal.wait_for("── note 1")
        assert {act: size for act, size in cost.items() if size > BUDGET[act]} == {}
        assert b"38;2;" not in terminal.received, "over SSH sixteen colours do"


def test_the_mouse_stays_the_terminals_own_until_it_is_asked_for(
    server: sshd.Server, tmp_path: Path, sample_library: Path
) -> None:
    with connected(server, tmp_path, "--library", sample_library, term="xterm-256color") as terminal:
        terminal.wait_for("60 letters")
        terminal.press("\x1b")
        for mode in (b"1000", b"1002", b"1003", b"1006", b"1015"):
            assert b"\x1b[?" + mode + b"h" not in terminal.received
        terminal.press("M")
        terminal.wait_for("mouse on")
        assert {1000, 1002, 1006} <= terminal.emulator.state.modes
        assert 1003 not in terminal.emulator.state.modes, "mere movement is not worth its bytes on a line"
        terminal.press("\x1b[<0;10;6M\x1b[<0;10;6m")
        terminal.press("M")
        terminal.wait_for("mouse off")
        assert not {1000, 1002, 1003, 1006} & terminal.emulator.state.modes
        terminal.press("q")
        assert terminal.status() == 0


@pytest.mark.parametrize(
    ("term", "locale"),
    [
        ("xterm-256color", "C.UTF-8"),
        ("xterm-256color", "C"),
        ("linux", "C.UTF-8"),
        ("vt100", "C"),
        ("tmux-256color", "C.UTF-8"),
    ],
)
def test_a_letter_is_read_and_the_terminal_left_as_it_was(
    server: sshd.Server, tmp_path: Path, sample_library: Path, term: str, locale: str
) -> None:
    with connected(server, tmp_path, "--library", sample_library, term=term, LANG=locale) as terminal:
        terminal.wait_for("60 letters")
        before = terminal.emulator.state
        terminal.press("locksmith")
        terminal.wait_for("A/61/233-S/2006/547")
        terminal.press("\r")
        terminal.press("\r")
        terminal.wait_for(BEGINNING)
        terminal.press("1")
        terminal.wait_for("note 1")
        if locale == "C":
            assert terminal.received.isascii(), "nothing but ASCII where the locale has no more"
        if term in ("linux", "vt100"):
            assert not [ask for ask in (b"\x1b[>", b"\x1b[<", b"$p") if ask in terminal.received], "printed by some"
        assert before.keyboard[0] == 0
        terminal.press("\x1b")
        terminal.press("q")
        assert terminal.status() == 0
        left = terminal.emulator.state
        assert not terminal.cursor_hidden
        assert not terminal.emulator.alternate
        assert left.modes == {7, 25}
        assert (left.region, left.keyboard, left.title) == (None, (0, 0), "")


def test_a_dumb_terminal_gets_a_sentence_and_the_plain_output(
    server: sshd.Server, tmp_path: Path, sample_library: Path
) -> None:
    with connected(server, tmp_path, "--library", sample_library, "A/61/233", term="dumb", size=(200, 50)) as terminal:
        assert terminal.status() == 0
        assert "A terminal of type “dumb” cannot draw a screen" in terminal.text
        assert b"\x1b" not in terminal.received


def test_in_tmux_there_it_outlives_the_line_and_is_whole_again(
    server: sshd.Server, tmp_path: Path, sample_library: Path
) -> None:
    tmux = shutil.which("tmux")
    if tmux is None:
        pytest.fail("this test needs tmux")
    there = [tmux, "-S", str(tmp_path / "socket"), "-f", "/dev/null"]
    program = [PROGRAM, "--library", str(sample_library), "A/61/233"]
    try:
        with connected(server, tmp_path, *there, "new-session", *program) as terminal:
            terminal.wait_for(BEGINNING)
            terminal.press("j", 0.5)
            terminal.press("j", 0.5)
            before = terminal.text
            terminal.press("\x02d")  # detach: the program runs on
            assert terminal.status() == 0
        with connected(server, tmp_path, *there, "attach") as terminal:
            terminal.wait_for(BEGINNING)
            assert terminal.lines[:-1] == before.splitlines()[:-1]  # tmux's own line tells the time
            terminal.press("j", 0.5)
            moved = terminal.text
        # closing the terminal lost the line: tmux and the program run on
        with connected(server, tmp_path, *there, "attach", size=(100, 30)) as terminal:
            terminal.wait_for(BEGINNING)
            terminal.settle(1.0)
            assert terminal.lines[0].count("4 letters") == 1, terminal.text
            assert "Session 61" not in terminal.text, "three lines down, as it was left"
            assert BEGINNING in moved
            terminal.press("q")
            assert terminal.status() == 0
    finally:
        subprocess.run([*there, "kill-server"], capture_output=True)

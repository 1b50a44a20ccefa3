"""GNU screen, and a terminal that is a VT100: what a person sees there is what tmux shows."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.far import environ
from tests.e2e.terminal import PROGRAM, Terminal

pytestmark = [pytest.mark.tools, pytest.mark.torture]

STEPS = (
    *("/locksmith", "\r", "\r", "j", " ", "b", "1", "\x1b"),
    *("]", "\r", "\x7f", "z", "o", "\x1b", "?", "\x1b", "s61/2", "\x1b", "P", "q"),
)
BEGINNING = "I refer to the letter dated 4 August 2006"


class Inside:
    """The program in screen or tmux, itself in a terminal; `picture` is what that holds of the program's screen."""

    def __init__(self, kind: str, folder: Path, library: Path, locale: str) -> None:
        if shutil.which(kind) is None:
            pytest.fail(f"this test needs {kind}")
        folder.mkdir()
        (folder / "sockets").mkdir(mode=0o700)
        self._folder = folder
        self._unicode = "UTF" in locale
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        told = environ(
            folder, LANG=locale, SCREENDIR=str(folder / "sockets"), SSH_CONNECTION="192.0.2.1 1 192.0.2.2 22"
        )
        self._environ = {**kept, **told, "TERM": "xterm-256color"}
        program = [PROGRAM, "--library", str(library), "A/61/233"]
        if kind == "screen":
            (folder / "rc").write_text("startup_message off\nterm screen\n", "utf-8")
            self._control = ["screen", "-S", "one", "-X"]
            argv = ["screen", *(["-U"] if self._unicode else []), "-c", str(folder / "rc"), "-S", "one", *program]
        else:
            argv = program
        if kind == "tmux" or self._unicode:
            (folder / "conf").write_text("set -g status off\nset -g default-terminal screen\n", "utf-8")
            self._control = ["tmux", "-S", str(folder / "tmux")]
            argv = [*self._control, "-f", str(folder / "conf"), "new-session", *argv]
        self.terminal = Terminal(argv, 80, 24, self._environ)
        self.terminal.wait_for(BEGINNING)

    def picture(self) -> list[str]:
        """The screen as it is held there, without how long a search took.

        What screen writes to a file is Latin-1; with more than that, it is what it shows in a tmux around it.
        """
        self.terminal.settle(0.4)
        if self._control[0] == "tmux":
            done = subprocess.run([*self._control, "capture-pane", "-p"], capture_output=True, env=self._environ)
            lines = done.stdout.decode().splitlines()
        else:
            copy = self._folder / "hardcopy"
            copy.unlink(missing_ok=True)
            subprocess.run([*self._control, "hardcopy", str(copy)], capture_output=True, env=self._environ)
            end = time.monotonic() + 5
            while not copy.exists() or not copy.read_bytes().count(b"\n") >= 24:
                assert time.monotonic() < end, "no hardcopy"
                time.sleep(0.05)
            lines = copy.read_text("ascii").splitlines()
        return [re.sub(r"\d+ ms", "n ms", line).rstrip() for line in lines]

    def taken_up(self) -> Terminal:
        """Another terminal, to which a detached screen moves."""
        return Terminal(["screen", "-r", "one"], 80, 24, self._environ)

    def close(self) -> None:
        """End it."""
        self.terminal.close()
        if self._control[0] == "tmux":
            subprocess.run([*self._control, "kill-server"], capture_output=True, env=self._environ)
        else:
            subprocess.run([*self._control, "quit"], capture_output=True, env=self._environ)


@pytest.fixture(params=["C.UTF-8", "C"])
def both(request: pytest.FixtureRequest, tmp_path: Path, sample_library: Path) -> Iterator[dict[str, Inside]]:
    opened = {kind: Inside(kind, tmp_path / kind, sample_library, request.param) for kind in ("screen", "tmux")}
    yield opened
    for inside in opened.values():
        inside.close()


def test_in_screen_one_sees_what_tmux_shows(both: dict[str, Inside]) -> None:
    for keys in ("", *STEPS):
        for inside in both.values():
            for key in keys:
                inside.terminal.press(key, 0.3 if key == "\x1b" else 0.05)
        assert both["screen"].picture() == both["tmux"].picture(), keys
    for inside in both.values():
        inside.terminal.press("q")
        assert inside.terminal.status() == 0


def test_screen_goes_on_whole_after_it_was_left_and_taken_up(tmp_path: Path, sample_library: Path) -> None:
    inside = Inside("screen", tmp_path / "screen", sample_library, "C")
    try:
        inside.terminal.press("j")
        before = inside.picture()
        inside.terminal.press("\x01d")
        assert inside.terminal.status() == 0
        again = inside.taken_up()
        try:
            again.wait_for(BEGINNING)
            assert [re.sub(r"\d+ ms", "n ms", line) for line in again.lines] == before
            again.press("q")
        finally:
            again.close()
    finally:
        inside.close()


def test_a_vt100_is_sent_what_it_knows(tmp_path: Path, sample_library: Path) -> None:
    """A VT100 has no colours and knows neither of the alternate screen nor of UTF-8: it must swallow what is sent."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    told = {**kept, **environ(tmp_path, LANG="C"), "TERM": "vt100"}
    terminal = Terminal([PROGRAM, "--library", str(sample_library), "A/61/233"], 80, 24, told)
    try:
        terminal.wait_for(BEGINNING)
        for keys in STEPS:
            for key in keys:
                terminal.press(key, 0.3 if key == "\x1b" else 0.05)
        terminal.press("q", 0.5)
        assert terminal.status() == 0
        assert terminal.received.isascii()
        # ECMA-48 with digits and semicolons, or a private mode of DEC's: nothing that a VT100's parser would print
        rest = re.sub(rb"\x1b\[\??[0-9;]*[A-Za-z]|\x1bM", b"", terminal.received)
        assert not [byte for byte in rest if byte < 32 and byte not in b"\r\n\b\x07"]
    finally:
        terminal.close()

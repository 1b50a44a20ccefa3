"""The program inside tmux: at three sizes on the sample, on the first letter alone; and what it leaves behind."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library
from tests.e2e.terminal import PROGRAM, homes

pytestmark = pytest.mark.tools


class Tmux:
    """A tmux server of our own with one window; a shell line of `rejoinder` runs in it."""

    def __init__(self, folder: Path, size: tuple[int, int]) -> None:
        self._socket = str(folder / "tmux")
        self._size = size
        self._folder = folder

    def __call__(self, *args: str) -> str:
        done = subprocess.run(["tmux", "-S", self._socket, "-f", "/dev/null", *args], capture_output=True, text=True)
        return done.stdout

    def start(self, *args: str) -> None:
        """Run `rejoinder` with everything it remembers in our folder, then a shell prompt's words."""
        home = [f"{name}={value}" for name, value in homes(self._folder).items()]
        line = " ".join(["env", "LANG=C.UTF-8", *home, PROGRAM, *(f"'{arg}'" for arg in args)])
        width, height = map(str, self._size)
        self("new-session", "-d", "-x", width, "-y", height, f"echo before; {line}; echo left with $?; sleep 60")

    @property
    def text(self) -> str:
        """The screen."""
        return self("capture-pane", "-p")

    def wait_for(self, words: str, longest: float = 30.0) -> str:
        """The screen once `words` stand on it."""
        end = time.monotonic() + longest
        while words not in (text := self.text):
            assert time.monotonic() < end, f"{words!r} never came:\n{text}"
            time.sleep(0.1)
        return text

    def press(self, *keys: str) -> None:
        """Send keys by tmux's names."""
        for key in keys:
            self("send-keys", key)
            time.sleep(0.15)

    @property
    def modes(self) -> str:
        """Alternate screen, mouse, cursor, wrap, keypad: as tmux knows them of the program's terminal."""
        return self("display-message", "-p", "#{alternate_on} #{mouse_any_flag} #{cursor_flag} #{wrap_flag}").strip()


@pytest.fixture
def tmux(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Tmux]:
    if shutil.which("tmux") is None:
        pytest.fail("this test needs tmux")
    server = Tmux(tmp_path, getattr(request, "param", (80, 24)))
    yield server
    server("kill-server")


@pytest.mark.parametrize("tmux", [(80, 24), (120, 40), (200, 50)], indirect=True)
def test_the_demo_from_the_first_key_to_the_last(tmux: Tmux) -> None:
    tmux.start("demo")
    tmux.wait_for("60 letters")
    tmux.press(*"locksmith")
    tmux.wait_for("A/61/233-S/2006/547")
    tmux.press("Enter", "Enter")
    tmux.wait_for("I refer to the letter dated 4 August 2006")
    tmux.press("1")
    tmux.wait_for("── note 1")
    tmux.press("Enter")
    tmux.wait_for("▌¹")
    tmux.press("BSpace", "1", "]", "Enter")
    tmux.wait_for("A/60/845")
    tmux.press("s")
    tmux.press(*"61/204")
    tmux.wait_for("A/61/204-S/2006/511")
    tmux.press("Escape", "q")
    text = tmux.wait_for("left with 0")
    assert "before" in text  # the screen that was there is there again
    assert tmux.modes == "0 0 1 1"


def test_the_first_letter_alone_with_six_not_held(tmux: Tmux, letters: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", create=True) as library:
        library.ingest([letters / "text" / "000_d35109883efa0c00.txt"])
    tmux.start("2023-03-22 Azerbaijan", "--library", str(tmp_path / "library"))
    tmux.wait_for("Letter, 22 March 2023")
    tmux.press("F3")
    text = tmux.wait_for("A/77/794")
    assert "not held" in text
    tmux.press("q")
    tmux.wait_for("left with 0")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_the_terminal_clean(tmux: Tmux, sample_library: Path, number: signal.Signals) -> None:
    tmux.start("--library", str(sample_library))
    tmux.wait_for("60 letters")
    shell = tmux("display-message", "-p", "#{pane_pid}").strip()
    children = subprocess.run(["ps", "-o", "pid=", "--ppid", shell], capture_output=True, text=True).stdout.split()
    assert children
    os.kill(int(children[0]), number)
    tmux.wait_for(f"left with {128 + number}")
    assert tmux.modes == "0 0 1 1"

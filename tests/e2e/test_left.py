"""The terminal as it was: every way out of the program, and every way to stop it, in a shell with job control.

Compared is what an emulator holds (modes, region, keyboard, title, style, cursor, the main screen) and `stty -g`.
"""

from __future__ import annotations

import os
import signal
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.shell import Shell, rejoinder, shell

pytestmark = pytest.mark.tools

FAULTS = {
    "a key": """
        def action_zoom(self):
            raise ValueError("words of a letter")
        Browse.action_zoom = action_zoom
    """,
    "a write": """
        from tui.thin_line import ThinLine
        difference = ThinLine.difference
        def action_zoom(self):
            def failing(line):
                raise ValueError("words of a letter")
            ThinLine.difference = failing
            self.refresh()
        Browse.action_zoom = action_zoom
    """,
    "busy": """
        import time
        def action_zoom(self):
            while True:
                time.sleep(0.01)
        Browse.action_zoom = action_zoom
    """,
}
"""What is made to happen at `z`."""


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Shell]:
    with shell(tmp_path) as running:
        yield running


def opened(at: Shell, library: Path) -> None:
    at.start(rejoinder(library), "r A/61/233", "I refer to the letter dated 4 August 2006")


def faulty(at: Shell, folder: Path, library: Path, fault: str) -> None:
    """The program with a fault at `z`."""
    lines = ["import sys", "from pathlib import Path", "from tui.screens.browse import Browse"]
    code = "\n".join([*lines, textwrap.dedent(FAULTS[fault]), "from tui.start import run_screen"])
    (folder / "faulty.py").write_text(code + "\nsys.exit(run_screen(Path(sys.argv[1])))\n", "utf-8")
    at.start([sys.executable, str(folder / "faulty.py"), str(library)], "r", "60 letters")
    at.terminal.press("\x1b")


@pytest.mark.parametrize(("keys", "status"), [("q", 0), ("\x03", 130), ("P\x03", 130), ("Mq", 0), ("/\x03", 130)])
def test_left_by_a_key(at: Shell, sample_library: Path, keys: str, status: int) -> None:
    opened(at, sample_library)
    for key in keys:
        at.terminal.press(key)
    at.prompt()
    assert at.as_it_was() == (status, "")


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_left_by_a_signal(at: Shell, sample_library: Path, number: signal.Signals) -> None:
    opened(at, sample_library)
    os.kill(at.job, number)
    at.prompt()
    assert at.as_it_was() == (128 + number, "")


@pytest.mark.parametrize("fault", ["a key", "a write"])
def test_left_by_a_fault_of_ours(at: Shell, tmp_path: Path, sample_library: Path, fault: str) -> None:
    faulty(at, tmp_path, sample_library, fault)
    at.terminal.press("z")
    at.prompt()
    status, said = at.as_it_was()
    assert status == 1
    assert "Something went wrong" in said
    assert "words of a letter" not in said
    assert "words of a letter" in (tmp_path / "state" / "rejoinder" / "log").read_text("utf-8")


def test_left_by_a_signal_while_busy(at: Shell, tmp_path: Path, sample_library: Path) -> None:
    faulty(at, tmp_path, sample_library, "busy")
    at.terminal.press("z")
    os.kill(at.job, signal.SIGTERM)
    at.prompt(5.0)
    assert at.as_it_was() == (128 + signal.SIGTERM, "")

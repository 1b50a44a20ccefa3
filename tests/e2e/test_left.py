"""The terminal as it was: every way out of the program, and every way to stop it, in a shell with job control.

Compared is what an emulator holds (modes, region, keyboard, title, style, cursor, the main screen) and `stty -g`.
"""

from __future__ import annotations

import json
import os
import shlex
import signal
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tests.e2e.shell import Shell, rejoinder, shell
from tests.e2e.terminal import rejoinder as rejoinder_at

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


@pytest.mark.parametrize(("keys", "status"), [("Mq", 0), ("P\x03", 130), ("/\x03", 130)])
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


def stopped(at: Shell) -> None:
    """Assert that the shell has the terminal as it was, and the program as a stopped job."""
    at.prompt()
    status, said = at.as_it_was()
    assert status == 128 + signal.SIGTSTP
    assert "Stopped" in said


def resumed(at: Shell, words: str) -> None:
    at.terminal.send("fg\r")
    at.terminal.wait_for(words)


def test_stopped_and_taken_up_again_wherever_one_is(at: Shell, sample_library: Path) -> None:
    """In the letter, an input, a dialog with an input, the plain screen: whole again, cell for cell."""
    opened(at, sample_library)
    for keys, back in (("", ""), ("/", "\x1b"), ("?", "\x1b"), ("s", "\x1b"), ("P", "q"), ("M", "M")):
        at.terminal.press(keys)
        before, state = at.terminal.emulator.picture, at.state
        at.terminal.send("\x1a")
        at.prompt()
        assert at.state == at.before
        assert "Stopped" in at.terminal.text
        at.run("clear; echo something else")
        at.terminal.send("fg\r")
        at.drawn(before)
        assert at.state == state
        at.terminal.press(back)
    at.terminal.press("q")
    assert at.prompt().startswith("something else")
    assert at.state == at.before


def test_taken_up_at_another_size(at: Shell, tmp_path: Path, sample_library: Path) -> None:
    opened(at, sample_library)
    at.terminal.press("\x1a")
    at.prompt()
    at.terminal.resize(120, 30)
    resumed(at, "I refer to the letter dated 4 August 2006")
    with rejoinder_at(tmp_path / "other", "A/61/233", "--library", str(sample_library)) as other:
        other.wait_for("I refer to the letter dated 4 August 2006")
        other.resize(120, 30)
        other.wait_for("p1 · symbol")
        assert at.terminal.lines[1:] == other.lines[1:]  # the first tells how long the search took
    at.terminal.press("q")
    at.prompt()


def test_stopped_unheard_and_taken_up_again(at: Shell, sample_library: Path) -> None:
    """SIGSTOP leaves no time to give anything back; `fg` sets everything anew, and leaving undoes it."""
    opened(at, sample_library)
    before = at.terminal.emulator.picture
    os.kill(at.job, signal.SIGSTOP)
    at.prompt(alternate=True)
    at.terminal.send("fg\r")
    at.drawn(before)
    at.terminal.press("j")
    at.terminal.press("q")
    at.prompt()
    assert at.state == at.before
    assert at.run(f"stty -g | cmp - {at.folder / 'before'} && echo the same").count("the same") == 2


def test_in_the_background_it_waits_for_the_foreground(at: Shell, sample_library: Path) -> None:
    opened(at, sample_library)
    before = at.terminal.emulator.picture
    at.terminal.press("\x1a")
    stopped(at)
    at.run("bg; sleep 0.5")
    assert "Stopped" in at.run("jobs")
    assert at.state == at.before
    at.terminal.send("fg\r")
    at.drawn(before)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGKILL])
def test_killed_while_stopped(at: Shell, sample_library: Path, number: signal.Signals) -> None:
    opened(at, sample_library)
    at.terminal.press("\x1a")
    stopped(at)
    job = at.job
    at.run(f"kill -{number.value} %1; wait %1; echo; echo")
    gone(job)
    assert at.state == at.before
    assert at.run(f"stty -g | cmp - {at.folder / 'before'} && echo the same").count("the same") == 2


def test_stopped_with_the_script_it_runs_in(at: Shell, tmp_path: Path, sample_library: Path) -> None:
    """Stopped alone, the script would wait for it and the shell for the script."""
    script = tmp_path / "script"
    script.write_text(f"{shlex.join(rejoinder(sample_library))} A/61/233\necho the script goes on\n", "utf-8")
    at.start(["bash", str(script)], "r", "I refer to the letter dated 4 August 2006")
    before = at.terminal.emulator.picture
    at.terminal.press("\x1a")
    stopped(at)
    at.terminal.send("fg\r")
    at.drawn(before)
    at.terminal.press("q")
    assert "the script goes on" in at.prompt()


def test_without_a_shell_to_go_back_to_it_goes_on(tmp_path: Path, sample_library: Path) -> None:
    """As `ssh HOST rejoinder` runs it: stopped, nobody could take it up again."""
    with rejoinder_at(tmp_path, "A/61/233", "--library", str(sample_library)) as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        terminal.press("\x1a")
        terminal.wait_for("no shell to go back to")
        terminal.press("?")
        terminal.wait_for("Keys")
        terminal.press("\x03")
        assert terminal.status() == 130


def test_a_terminal_that_takes_nothing_does_not_keep_it(tmp_path: Path, sample_library: Path) -> None:
    with rejoinder_at(tmp_path, "A/61/233", "--library", str(sample_library), size=(200, 60)) as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        for _ in range(15):  # whole pictures, more than the kernel keeps for a terminal that does not read
            terminal.send("T")
            time.sleep(0.1)
        os.kill(terminal.pid, signal.SIGTERM)
        end = time.monotonic() + 5.0
        while not os.waitid(os.P_PID, terminal.pid, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            assert time.monotonic() < end, "it waits for a terminal that does not read"
            time.sleep(0.05)
        assert terminal.status() == 128 + signal.SIGTERM
    places = json.loads((tmp_path / "state" / "rejoinder" / "state.json").read_text("utf-8"))["places"]
    assert list(places) == ["A/61/233-S/2006/547"]


def gone(pid: int, longest: float = 5.0) -> None:
    """Assert that a process ends."""
    end = time.monotonic() + longest
    status = Path(f"/proc/{pid}/status")
    with suppress(FileNotFoundError, ProcessLookupError):
        while True:
            state = status.read_text("utf-8")
            assert time.monotonic() < end, f"it is still there:\n{state}"
            time.sleep(0.05)

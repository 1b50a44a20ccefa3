"""What is copied inside a real tmux and a real screen, and whether it arrives at the terminal around them."""

from __future__ import annotations

import base64
import os
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import PROGRAM, Terminal, homes
from tui.view.whole import as_sent, rows_of

pytestmark = pytest.mark.tools

CITED = "(A/61/233-S/2006/547), issued 21 August 2006"
SENT = "citation sent to your terminal"
_WRITES = re.compile(rb"\x1b\]52;c?;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)")


class House:
    """A terminal around tmux or screen around the program, everything of theirs in one folder."""

    def __init__(self, folder: Path, library: Path) -> None:
        self.program = f"{PROGRAM} A/61/233 --library {library}"
        self._folder = folder
        self._opened: list[Terminal] = []
        (folder / "screen").mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        own = {"TMUX_TMPDIR": str(folder), "SCREENDIR": str(folder / "screen"), "LANG": "C.UTF-8"}
        self.environ = {**kept, **homes(folder), **own}

    def tmux(self, *lines: str, name: str = "one") -> list[str]:
        """The words that start a tmux with those lines of configuration and run the word after them."""
        settings = self._folder / f"{name}.conf"
        settings.write_text("".join(f"{line}\n" for line in lines), "utf-8")
        return ["tmux", "-L", name, "-f", str(settings), "new-session"]

    def buffer(self, name: str = "one") -> str:
        """What tmux itself would paste."""
        words = ["tmux", "-L", name, "show-buffer"]
        return subprocess.run(words, capture_output=True, text=True, env=self.environ).stdout

    def pane(self, *options: str) -> list[str]:
        """What tmux holds of the screen; with `-J` lines that it broke itself are whole."""
        words = ["tmux", "-L", "one", "capture-pane", "-p", *options]
        return subprocess.run(words, capture_output=True, text=True, env=self.environ).stdout.splitlines()

    def start(self, *words: str, term: str = "xterm-256color") -> Terminal:
        """A terminal of that type in which `words` run."""
        if shutil.which(words[0]) is None:
            pytest.fail(f"this test needs {words[0]}")
        self._opened.append(Terminal(list(words), 80, 24, {**self.environ, "TERM": term}))
        return self._opened[-1]

    def close(self) -> None:
        """End what runs."""
        for name in ("one", "two"):
            subprocess.run(["tmux", "-L", name, "kill-server"], capture_output=True, env=self.environ)
        if any((self._folder / "screen").iterdir()):  # it outlives its terminal
            subprocess.run(["screen", "-X", "quit"], capture_output=True, env=self.environ)
        while self._opened:
            self._opened.pop().close()


@pytest.fixture
def house(tmp_path: Path, sample_library: Path) -> Iterator[House]:
    made = House(tmp_path, sample_library)
    yield made
    made.close()


def arrived(terminal: Terminal) -> list[str]:
    """What the terminal was asked to put on its clipboard."""
    return [base64.b64decode(found).decode() for found in _WRITES.findall(terminal.received)]


def copied(terminal: Terminal, said: str, keys: str = "y") -> list[str]:
    """What arrives after the keys, when the status line says so."""
    terminal.wait_for("I refer to the letter dated 4 August 2006")
    for key in keys:
        terminal.press(key)
    terminal.wait_for(said)
    end = time.monotonic() + 2
    while not arrived(terminal) and time.monotonic() < end:
        terminal.press("", 0.1)
    return arrived(terminal)


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ((), "the defaults of 3.3 ignore a bare OSC 52 and drop a wrapped one"),
        (("set -g allow-passthrough on",), "the wrapped one arrives and need not come twice"),
        (("set -s set-clipboard on",), "a bare one would be taken too"),
        (("set -s set-clipboard off",), "nothing of a program's is taken, but what tmux is asked to do it does"),
    ],
)
def test_a_copy_arrives_once_through_tmux_and_is_in_its_buffer(house: House, lines: tuple[str, ...], why: str) -> None:
    got = copied(house.start(*house.tmux(*lines), house.program), f"{SENT} and to tmux's buffer")
    assert len(got) == 1, why
    assert CITED in got[0]
    assert house.buffer() == got[0]


def test_the_line_that_the_doctor_names_makes_a_copy_arrive(house: House) -> None:
    assert copied(house.start(*house.tmux(), house.program, term="rxvt"), "citation in tmux's buffer") == []
    assert CITED in house.buffer()
    asked = house.start(*house.tmux(name="two"), f"{PROGRAM} doctor terminal; sleep 60", term="rxvt")
    asked.wait_for("tmux source-file")
    said = asked.lines
    reason = next(y for y, line in enumerate(said) if "does not know that your terminal has a clipboard" in line)
    line = next(words for words in said[reason:] if words.startswith("set -"))
    assert "set -s escape-time 10" in said
    house.close()
    got = copied(house.start(*house.tmux(line), house.program, term="rxvt"), SENT)
    assert [CITED in one for one in got] == [True]


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (("set -s set-clipboard on",), ()),
        (("set -s set-clipboard on",), ("set -g allow-passthrough on",)),
        (("set -g allow-passthrough on",), ("set -g allow-passthrough on",)),
    ],
)
def test_through_a_tmux_in_a_tmux(house: House, outer: tuple[str, ...], inner: tuple[str, ...]) -> None:
    within = " ".join(["env -u TMUX", *house.tmux(*inner, name="two"), f"'{house.program}'"])
    got = copied(house.start(*house.tmux(*outer), within), SENT)
    assert {CITED in one for one in got} == {True}


def test_through_screen_in_pieces(house: House) -> None:
    """Of a passage whose sequence is longer than the 768 bytes that screen takes at a time."""
    terminal = house.start("screen", "-c", "/dev/null", "sh", "-c", house.program)
    (got,) = copied(terminal, "sent to your terminal", f"V{12 * 'j'}Y")
    assert CITED in got
    assert len(got) > 768


FAR = "env -u TMUX -u TMUX_PANE -u STY SSH_CONNECTION='192.0.2.1 5 192.0.2.2 22'"
"""As a program far away sees it: of a tmux or screen at one's own end ssh carries nothing but TERM."""


@pytest.mark.parametrize("line", ["set -s set-clipboard on", "set -g allow-passthrough on"])
def test_over_ssh_from_a_tmux_at_ones_own_end(house: House, line: str) -> None:
    got = copied(house.start(*house.tmux(line), f"{FAR} {house.program}"), SENT)
    assert [CITED in one for one in got] == [True]


@pytest.mark.parametrize("term", ["screen", "screen-256color"])
def test_over_ssh_from_a_tmux_that_calls_itself_screen(house: House, term: str) -> None:
    lines = ("set -s set-clipboard on", f"set -g default-terminal {term}")
    terminal = house.start(*house.tmux(*lines), f"{FAR} {house.program}")
    assert {CITED in one for one in copied(terminal, SENT)} == {True}  # it takes a short one of screen's for bare, too
    assert "]52" not in terminal.text


def test_over_ssh_from_a_screen_at_ones_own_end(house: House) -> None:
    terminal = house.start("screen", "-c", "/dev/null", "sh", "-c", f"{FAR} {house.program}", term="xterm")
    assert [CITED in one for one in copied(terminal, SENT)] == [True]
    assert "]52" not in terminal.text


def test_the_plain_screen_is_whole_lines_to_tmux_and_the_picture_comes_back(house: House) -> None:
    terminal = house.start(*house.tmux("set -g mouse on"), house.program)
    terminal.wait_for("I refer to the letter dated 4 August 2006")
    terminal.wait_for("F1 results")
    before = house.pane()
    terminal.press("P")
    terminal.wait_for("any other key returns")
    paragraph = next(line for line in house.pane("-J") if line.startswith("I refer to the letter dated 4 August 2006"))
    assert len(paragraph) > 160
    assert paragraph.endswith(".")
    terminal.press(" ")
    terminal.press("q")
    terminal.wait_for("F1 results")
    terminal.press("gg")
    assert house.pane()[1:] == before[1:]


def test_a_wide_character_breaks_where_tmux_breaks_it(house: House) -> None:
    lines = ["漢字" * 60, "a" + "漢字" * 60, "é" * 80, "end"]
    rows = rows_of(lines, 80)
    house.start(*house.tmux("set -g status off"), f"printf '%s' '{as_sent(rows)}'; sleep 60").wait_for("end")
    assert house.pane()[: len(rows)] == [row.text for row in rows]

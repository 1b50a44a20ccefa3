"""A shell with job control on a pseudo-terminal, and the program as its job: what a person types and sees."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.emulator import State
from tests.e2e.terminal import PROGRAM, Terminal, homes

PROMPT = re.compile(r"(\d+) ready> ?")
"""bash counts the commands in it: a prompt that is not yet there cannot be taken for the one before."""
ABOVE = "what stood there before"


class Shell:
    """bash in a terminal; `left` compares how the terminal is with how it was before the program."""

    def __init__(self, terminal: Terminal, folder: Path) -> None:
        self.terminal = terminal
        self.folder = folder
        self._number = 0
        self.prompt()
        self.run(f"stty -g > {folder / 'before'}")
        self.before = terminal.emulator.state
        self.command = ""

    def run(self, line: str) -> str:
        """Type a line and wait for the next prompt; the screen."""
        self.terminal.send(line + "\r")
        return self.prompt()

    def prompt(self, longest: float = 15.0, *, alternate: bool = False) -> str:
        """Wait for a prompt that nothing was typed at, with the cursor behind it, on the main screen; the screen."""
        end = time.monotonic() + longest
        while True:
            self.terminal.settle()
            emulator = self.terminal.emulator
            found = PROMPT.match(emulator.display[emulator.cursor.y])
            here = found is not None and emulator.cursor.x == found.end() and int(found[1]) > self._number
            if found is not None and here and emulator.alternate == alternate:
                self._number = int(found[1])
                return self.terminal.text
            assert time.monotonic() < end, f"no prompt:\n{self.terminal.text}"

    def start(self, program: Sequence[str], line: str, words: str) -> None:
        """Start a program, called `r`, that shows `words`."""
        self.run(f"alias r={shlex.quote(shlex.join(program))}; clear; echo {ABOVE}")
        self.command = f"{self._number} ready> {line}"
        self.terminal.send(line + "\r")
        self.terminal.wait_for(words)

    def drawn(self, picture: list[list[tuple[Any, ...]]], longest: float = 15.0) -> None:
        """Wait until the screen is that picture, cell for cell."""
        end = time.monotonic() + longest
        while self.terminal.emulator.picture != picture or not self.terminal.emulator.alternate:
            assert time.monotonic() < end, f"not the picture it was:\n{self.terminal.text}"
            self.terminal.settle()

    @property
    def job(self) -> int:
        """The process of the program."""
        children = Path(f"/proc/{self.terminal.pid}/task/{self.terminal.pid}/children").read_text("ascii").split()
        assert len(children) == 1
        return int(children[0])

    @property
    def state(self) -> State:
        """How the terminal is set."""
        return self.terminal.emulator.state

    def as_it_was(self) -> tuple[int, str]:
        """Assert that at this prompt everything is as before the program began; its status and what it said."""
        assert self.state == self.before
        lines = self.terminal.lines
        assert not self.terminal.cursor_hidden
        at = lines.index(self.command)
        assert lines[:at] == [ABOVE]
        below = lines[at + 1 : self.terminal.emulator.cursor.y]
        assert not any(lines[self.terminal.emulator.cursor.y + 1 :]), "nothing below the prompt"
        self.run(f"echo $? > {self.folder / 'status'}; stty -g > {self.folder / 'after'}")
        assert (self.folder / "after").read_bytes() == (self.folder / "before").read_bytes()
        return int((self.folder / "status").read_text()), "\n".join(below)


@contextmanager
def shell(folder: Path, size: tuple[int, int] = (80, 24), **environ: str) -> Iterator[Shell]:
    """bash, interactive, with everything the program remembers under `folder`."""
    bash = shutil.which("bash")
    if bash is None:
        pytest.fail("this test needs bash")
    (folder / "inputrc").write_text("set enable-bracketed-paste off\n")
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    own = {"PS1": r"\# ready> ", "INPUTRC": str(folder / "inputrc"), "HISTFILE": "", "TERM": "xterm-256color"}
    terminal = Terminal(
        [bash, "--norc", "--noprofile", "-i"], *size, {**kept, **homes(folder), **own, "LANG": "C.UTF-8", **environ}
    )
    try:
        yield Shell(terminal, folder)
    finally:
        with suppress(ProcessLookupError):
            os.kill(terminal.pid, signal.SIGHUP)  # which it passes on to its jobs; SIGTERM it ignores
        terminal.close()


def rejoinder(library: Path) -> list[str]:
    """The program, opening a library."""
    return [PROGRAM, "--library", str(library)]

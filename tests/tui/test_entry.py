"""The way in without the command line: what it takes, and that the command line would have understood the same."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.e2e.terminal import Terminal, homes
from tui.cli import cli
from tui.entry import COMMANDS, at_once

ALONE: list[tuple[str, ...]] = [
    (),
    ("A/61/233",),
    ("A/61/233#p2",),
    ("customs", "post"),
    ("from:kestravia", '"customs post"'),
    ("",),
    ("post", "search"),
    ("--library", "somewhere"),
    ("--library", "somewhere", "customs", "post"),
    ("--library", "somewhere", "A/61/233"),
]
ASKED: list[tuple[str, ...]] = [
    ("--lean",),
    ("-h",),
    ("--library",),
    ("--library", ""),
    ("--library=somewhere", "customs"),
    ("--library", __file__),
    ("--library", "somewhere", "--library", "elsewhere"),
    ("--library", "somewhere", "search", "post"),
    ("customs", "-post"),
    ("customs", "--lean"),
    ("--", "customs"),
    *((name,) for name in COMMANDS),
]


@pytest.mark.parametrize("environ", [{}, {"SSH_TTY": "/dev/pts/1"}], ids=["here", "over SSH"])
@pytest.mark.parametrize("words", ALONE)
def test_words_alone_are_understood_as_on_the_command_line(
    monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], environ: dict[str, str]
) -> None:
    asked: list[Any] = []
    for name in ("SSH_CONNECTION", "SSH_TTY", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("tui.commands_open.no_screen", lambda *_, **__: None)
    monkeypatch.setattr("tui.commands_open.run_screen", lambda start, settings: asked.append((start, settings)))
    cli.main(list(words), standalone_mode=False, prog_name="rejoinder")
    assert asked == [at_once(words, environ)]


@pytest.mark.parametrize("words", ASKED)
def test_anything_else_is_left_to_the_command_line(words: tuple[str, ...]) -> None:
    assert at_once(words, {}) is None


def test_a_shell_that_completes_words_is_left_to_the_command_line() -> None:
    assert at_once(("customs",), {"_REJOINDER_COMPLETE": "bash_complete"}) is None


def test_the_command_line_is_not_loaded_for_the_screen(tmp_path: Path, sample_library: Path) -> None:
    told = tmp_path / "told"
    code = (
        "import sys, atexit, pathlib\n"
        f"atexit.register(lambda: pathlib.Path({str(told)!r}).write_text(' '.join(sys.modules)))\n"
        f"sys.argv = ['rejoinder', '--library', {str(sample_library)!r}, 'lighthouse']\n"
        "from tui.entry import main; main()"
    )
    own = {"TERM": "xterm-256color", "LANG": "C.UTF-8", **homes(tmp_path)}
    terminal = Terminal([sys.executable, "-c", code], 80, 24, os.environ | own)
    try:
        terminal.wait_for("letters · ")
        terminal.press("\x1b")
        terminal.send("q")
        assert terminal.status() == 0
    finally:
        terminal.close()
    loaded = set(told.read_text().split())
    assert not loaded & {"click", "numpy", "whoosh"}
    assert "textual" in loaded


def test_an_error_is_one_line_there_too(tmp_path: Path) -> None:
    """Without a terminal nothing goes this way: a fault is made where the screen would be opened."""
    code = (
        "import sys; sys.argv = ['rejoinder']\n"
        "import tui.entry as entry\n"
        "from corpus.errors import LibraryMissing\n"
        "def run_screen(**_): raise LibraryMissing('None there.', 'Make one.')\n"
        "entry.run_screen, entry.no_screen = run_screen, lambda *_, **__: None\n"
        "sys.stdin.isatty = sys.stdout.isatty = lambda: True\n"
        "entry.main()"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (3, "None there. Make one.\n")

"""The bytes that a terminal is sent, by what it is and what is asked for: colours, and characters."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.e2e.terminal import PROGRAM, homes, rejoinder

_SGR = re.compile(rb"\x1b\[([0-9;]*)m")
WALK = ["j", "\r", "n", "F", "\x1b", "?", "\x1b", "\x1bOR", "t", "\x1bOS", "T", "s", "\x1b", "z", "P", " ", "q"]
"""Keys through reading, lists, help, thread, facets, another theme, look-up, zoom and the plain screen."""


def colours(sent: bytes) -> set[int]:
    """The SGR numbers that set a colour, or the terminal's own."""
    numbers = {int(n) for found in _SGR.findall(sent) for n in found.split(b";") if n}
    return numbers & {*range(30, 50), *range(90, 108)}


@pytest.mark.parametrize(
    ("options", "environ", "coloured"),
    [
        ([], {"NO_COLOR": "1", "LANG": "C"}, False),
        (["--theme", "light"], {"NO_COLOR": "1"}, False),
        (["--color", "never"], {}, False),
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        ([], {"NO_COLOR": ""}, True),
    ],
    ids=["NO_COLOR, LANG=C", "NO_COLOR, a theme", "never", "always beats NO_COLOR", "NO_COLOR empty"],
)
def test_the_screen_is_sent_colours_only_where_they_are_wanted(
    sample_library: Path, tmp_path: Path, options: list[str], environ: dict[str, str], coloured: bool
) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), *options, "customs", **environ) as terminal:
        terminal.wait_for("letters")
        for key in WALK:
            terminal.press(key, 0.1)
        sent = terminal.received
    assert len(sent) > 2000
    assert bool(colours(sent)) is coloured
    assert sent.isascii() is (environ.get("LANG") == "C")


def at_terminal(folder: Path, *args: str, size: tuple[int, int], **environ: str) -> tuple[bytes, int]:
    """Everything that a terminal of a size is sent, and the exit status."""
    with rejoinder(folder, *args, size=size, **environ) as terminal:
        status = terminal.status(60)
        return terminal.received, status


def in_a_pipe(folder: Path, *args: str) -> str:
    """What a pipe gets, words beside the output included."""
    environ = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "TERM": "xterm", **homes(folder)}
    done = subprocess.run(
        [PROGRAM, *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env=environ, stdin=subprocess.DEVNULL
    )
    return done.stdout.decode()


def timeless(text: str) -> list[str]:
    """Lines in order of the alphabet, without times: words on standard error come where they come."""
    return sorted(re.sub(r"[0-9.,]+ m?s\b", "some ms", line) for line in text.splitlines())


DUMB = "A terminal of type “dumb” cannot draw a screen"
NONE = "A terminal of type “none” cannot draw a screen"
NARROW = "This terminal has 39×24 characters and a screen needs 40×10"
LOW = "This terminal has 80×9 characters and a screen needs 40×10"


@pytest.mark.parametrize(
    ("args", "term", "size", "why"),
    [
        ([], "dumb", (80, 24), DUMB),
        (["demo"], "dumb", (80, 24), DUMB),
        (["A/61/233"], "", (80, 24), NONE),
        (["customs", "post"], "xterm", (39, 24), NARROW),
        ([], "xterm", (80, 9), LOW),
    ],
)
def test_where_no_screen_can_be_drawn_come_one_sentence_and_the_plain_output(
    sample_library: Path, tmp_path: Path, args: list[str], term: str, size: tuple[int, int], why: str
) -> None:
    library = [] if args == ["demo"] else ["--library", str(sample_library)]
    sent, status = at_terminal(tmp_path, *library, *args, size=size, TERM=term, COLORTERM="")
    words, _, shown = sent.decode().replace("\r\n", "\n").partition("\n")
    # The sample that `demo` opens is the one in this library.
    asked = [] if args == ["demo"] else args
    plain = in_a_pipe(tmp_path, "--library", str(sample_library), *asked, "--plain")
    assert words == f"{why}, so here is the plain output."
    assert timeless(shown) == timeless(plain)
    assert "\x1b" not in shown
    assert status == 0


@pytest.mark.parametrize(
    ("args", "command"),
    [(["A/61/233"], ["show", "A/61/233"]), (["customs", "post"], ["search", "customs", "post", "--limit", "50"])],
)
def test_a_pipe_gets_what_the_command_would_print(
    sample_library: Path, tmp_path: Path, args: list[str], command: list[str]
) -> None:
    library = "--library", str(sample_library)
    shown = in_a_pipe(tmp_path, *library, *args)
    words = "This is no terminal, so here is the plain output.\n"
    assert timeless(shown) == timeless(words + in_a_pipe(tmp_path, *command, *library))

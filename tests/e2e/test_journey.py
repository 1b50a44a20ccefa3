"""The main journey on a pseudo-terminal at two sizes, and how the terminal is left."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest

from tests.e2e.terminal import rejoinder

MODES = (b"?1000", b"?1002", b"?1003", b"?1006", b"?2004", b"?1049")
"""What is set for a screen and must be unset after it: mouse, paste, alternate screen."""


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_search_open_peek_jump_return_follow_and_quit(
    sample_library: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library), size=size) as terminal:
        terminal.wait_for("60 letters")
        terminal.press("returned locksmith")
        terminal.wait_for("A/61/233-S/2006/547")
        terminal.press("\r")
        results = terminal.press("j k".replace(" ", ""))
        terminal.press("\r")
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        letter = terminal.press("j")
        terminal.press("1")
        terminal.wait_for("── note 1")
        terminal.press("\r")
        assert "▌¹" in terminal.text
        terminal.press("\x7f")
        back = terminal.press("k j".replace(" ", ""))
        assert _bare(back) == _bare(letter)
        terminal.press("1]\r")
        terminal.wait_for("A/60/845")
        terminal.press("\x7f\x7f")
        terminal.wait_for("Enter open")
        assert terminal.text.splitlines()[:3] == results.splitlines()[:3]
        terminal.press("q")
        assert terminal.status() == 0
        _left_as_it_was(terminal.received)


def test_ctrl_c_ends_with_its_status_and_a_clean_terminal(sample_library: Path, tmp_path: Path) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library)) as terminal:
        terminal.wait_for("60 letters")
        terminal.press("\x03")
        assert terminal.status() == 130
        _left_as_it_was(terminal.received)


def test_a_symbol_typed_opens_at_once(sample_library: Path, tmp_path: Path) -> None:
    with rejoinder(tmp_path, "--library", str(sample_library)) as terminal:
        terminal.wait_for("60 letters")
        terminal.press("s 2006 547\r")  # another spelling, Enter before the answer
        terminal.wait_for("I refer to the letter dated 4 August 2006")


def test_a_symbol_from_the_shell_opens_its_letter(sample_library: Path, tmp_path: Path) -> None:
    with rejoinder(tmp_path, "a/61/233", "--library", str(sample_library)) as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")


@pytest.mark.parametrize(
    ("environ", "lead"), [({}, b"\x1b]52;c;"), ({"TMUX": "/tmp/t,1,0"}, b"\x1bPtmux;\x1b\x1b]52;c;")]
)
def test_a_citation_is_sent_to_the_clipboard_through_whatever_stands_between(
    sample_library: Path, tmp_path: Path, environ: dict[str, str], lead: bytes
) -> None:
    with rejoinder(tmp_path, "A/61/233", "--library", str(sample_library), **environ) as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        terminal.press("y")
        terminal.wait_for("citation sent to your terminal")
        sent = terminal.received.partition(lead)[2].partition(b"\x07")[0]
        assert b"(A/61/233-S/2006/547), issued 21 August 2006" in base64.b64decode(sent)


def test_without_a_library_the_sample_is_an_enter_away(tmp_path: Path) -> None:
    with rejoinder(tmp_path) as terminal:
        terminal.wait_for("Enter opens the bundled sample")
        terminal.press("\r")
        terminal.wait_for("60 letters")


def test_an_escape_without_a_library_leaves_with_its_status(tmp_path: Path) -> None:
    with rejoinder(tmp_path) as terminal:
        terminal.wait_for("Enter opens the bundled sample")
        terminal.press("\x1b")
        assert terminal.status() == 3


@pytest.mark.parametrize(
    ("size", "environ", "words"),
    [
        ((39, 24), {}, "This terminal has 39×24 characters"),
        ((80, 24), {"TERM": "dumb"}, "A terminal of type “dumb” cannot draw a screen"),
    ],
)
def test_where_no_screen_can_be_drawn_a_sentence_and_plain_output(
    sample_library: Path, tmp_path: Path, size: tuple[int, int], environ: dict[str, str], words: str
) -> None:
    with rejoinder(tmp_path, "A/61/233", "--library", str(sample_library), size=size, **environ) as terminal:
        assert terminal.status() == 0
        said = " ".join(terminal.received.decode().split())
        assert words in said
        assert "the tone of which my Government" in said
        assert "\x1b[?1049h" not in said


def _bare(screen: str) -> list[str]:
    """A screen without the mark of the line one is on, and without its number."""
    return [line.replace("▌", " ").partition("¶")[0].rstrip() for line in screen.splitlines()]


def _left_as_it_was(received: bytes) -> None:
    for mode in MODES:
        last_set, last_unset = received.rfind(b"\x1b[" + mode + b"h"), received.rfind(b"\x1b[" + mode + b"l")
        assert last_unset >= last_set, mode
    assert received.rfind(b"\x1b[?25h") > received.rfind(b"\x1b[?25l")  # the cursor is there again


def test_the_mouse_is_given_back_and_taken_again(sample_library: Path, tmp_path: Path) -> None:
    with rejoinder(tmp_path, "A/61/233", "--library", str(sample_library)) as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        terminal.press("M")
        terminal.wait_for("mouse off")
        assert _mouse(terminal.received) is False
        terminal.press("M")
        terminal.wait_for("mouse on")
        assert _mouse(terminal.received) is True
        terminal.press("P")  # the plain screen lends it for as long as it stands
        assert _mouse(terminal.received) is False
        terminal.press("q")
        assert _mouse(terminal.received) is True


def test_lean_takes_no_mouse_and_sends_no_true_colour(sample_library: Path, tmp_path: Path) -> None:
    with rejoinder(tmp_path, "A/61/233", "--lean", "--library", str(sample_library)) as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        assert b"\x1b[?1000h" not in terminal.received
        assert b"38;2;" not in terminal.received
        assert b"48;2;" not in terminal.received
        before = len(terminal.received)
        terminal.press("/", 2.0)
        assert len(terminal.received) - before < 600  # the focus moves; nothing blinks


def _mouse(received: bytes) -> bool:
    """Whether the terminal was last told to report its mouse."""
    return received.rfind(b"\x1b[?1000h") > received.rfind(b"\x1b[?1000l")

"""What kind of terminal this is, and the few things that are said to it outside the picture.

Everything is decided from the environment, never by asking the terminal: an answer that comes late over a slow line
would be read as keys.
"""

from __future__ import annotations

import base64
import codecs
import shutil
from collections.abc import Mapping
from enum import Enum

from corpus.clean import visible
from corpus.errors import UsageError

SMALLEST = (40, 10)
"""Columns and rows below which nothing can be read."""

CLIPBOARD_LIMIT = 74_000
"""Bytes of text sent at most: xterm and tmux drop an OSC 52 whose base64 passes 100,000 characters."""


def over_ssh(environ: Mapping[str, str]) -> bool:
    """Whether every byte goes over somebody's line: then no animation, blink, hover or mouse, and 16 colours."""
    return bool(environ.get("SSH_CONNECTION") or environ.get("SSH_TTY"))


def no_colour(environ: Mapping[str, str]) -> bool:
    """Whether the person asked for no colour at all (no-color.org: set and not empty)."""
    return bool(environ.get("NO_COLOR"))


def draws_unicode(environ: Mapping[str, str]) -> bool:
    """Whether lines, blocks and glyphs may be drawn: the locale's encoding is UTF-8 (POSIX: LC_ALL, LC_CTYPE, LANG)."""
    locale = next((environ[k] for k in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(k)), "")
    encoding = locale.partition(".")[2].partition("@")[0]
    try:
        return codecs.lookup(encoding).name == "utf-8"
    except LookupError:
        return False


def draws_nothing(environ: Mapping[str, str]) -> bool:
    """Whether the terminal only takes lines: no type is told (TERM), or one that nothing is known of."""
    return environ.get("TERM", "") in ("", "dumb", "unknown")


def refusal(environ: Mapping[str, str], *, is_terminal: bool) -> str | None:
    """Why no screen can be drawn here, in one sentence; None where it can."""
    if not is_terminal:
        return "This is no terminal, so here is the plain output."
    if draws_nothing(environ):
        return (
            f"A terminal of type “{environ.get('TERM') or 'none'}” cannot draw a screen, so here is the plain output."
        )
    return None


def no_screen(environ: Mapping[str, str], *, is_terminal: bool) -> str | None:
    """Why no screen can be drawn here, in one sentence; None where it can."""
    said = refusal(environ, is_terminal=is_terminal)
    size = shutil.get_terminal_size()
    if said is None and (size.columns < SMALLEST[0] or size.lines < SMALLEST[1]):
        smallest = f"{SMALLEST[0]}×{SMALLEST[1]}"
        said = f"This terminal has {size.columns}×{size.lines} characters and a screen needs {smallest}, so here is"
        said += " the plain output."
    return said


class Between(Enum):
    """What stands between the program and the terminal that has the clipboard."""

    NOTHING = "none"
    TMUX = "tmux"
    SCREEN = "screen"
    FAR_TMUX = "tmux at your own end"
    FAR_EITHER = "screen or tmux at your own end"
    CONSOLE = "a terminal without a clipboard"


def between(environ: Mapping[str, str]) -> Between:
    """Which of them it is. A tmux or screen in which `ssh` was started shows in nothing but TERM."""
    term = environ.get("TERM", "")
    if environ.get("STY") or term.startswith("screen."):  # screen in tmux has both variables
        return Between.TMUX if environ.get("TMUX") and term.startswith("tmux") else Between.SCREEN
    if environ.get("TMUX"):
        return Between.TMUX
    if term.startswith("tmux"):
        return Between.FAR_TMUX
    if term.startswith("screen"):
        return Between.FAR_EITHER
    return Between.CONSOLE if term.startswith(("linux", "vt", "cons", "dumb")) else Between.NOTHING


def to_clipboard(text: str, environ: Mapping[str, str], *, nested: bool = False) -> str:
    """The sequence that hands `text` to the terminal's clipboard (OSC 52), wrapped where tmux or screen stands between.

    `nested`: this tmux runs in another one. Raises `UsageError` above `CLIPBOARD_LIMIT` bytes and where there is no
    clipboard. Nothing tells whether it arrived: say "sent to your terminal".
    """
    data = visible(text).encode("utf-8", "replace")
    if len(data) > CLIPBOARD_LIMIT:
        raise UsageError(
            f"That is {len(data):,} bytes; a terminal takes {CLIPBOARD_LIMIT:,} at a time.", "Select a shorter passage."
        )
    bare = f"\x1b]52;c;{base64.b64encode(data).decode('ascii')}\x07"
    where = between(environ)
    if where is Between.CONSOLE:
        term = environ.get("TERM")
        raise UsageError(f"A terminal of type “{term}” has no clipboard.", "P shows plain text to select.")
    if where is Between.TMUX:
        return _through_tmux(_through_tmux(bare) if nested else bare)
    if where is Between.SCREEN:
        return _through_screen(bare)
    if where is Between.FAR_TMUX:  # the bare one arrives with `set-clipboard on`, the wrapped with `allow-passthrough`
        return bare + _through_tmux(bare)
    # screen drops the bare one and tmux screen's: neither shows a character of it
    return bare + _through_screen(bare) if where is Between.FAR_EITHER else bare


def _through_tmux(sequence: str) -> str:
    """Passed through where tmux has `allow-passthrough on`: one DCS, every ESC doubled."""
    doubled = sequence.replace("\x1b", "\x1b\x1b")
    return f"\x1bPtmux;{doubled}\x1b\\"


def _through_screen(sequence: str) -> str:
    """screen passes a DCS of at most 768 bytes: the sequence goes in pieces, one DCS each."""
    pieces = [sequence[i : i + 700] for i in range(0, len(sequence), 700)]
    return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)

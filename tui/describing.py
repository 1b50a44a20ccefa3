"""What the terminal is, in words, as `rejoinder doctor terminal` tells it: from the environment, never by asking it."""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from tui.terminal import CLIPBOARD_LIMIT, SMALLEST, draws_unicode, no_colour, over_ssh, refusal


def described(environ: Mapping[str, str], *, is_terminal: bool) -> dict[str, str]:
    """Name → what is known, each in a few words, in the order a person asks."""
    columns, rows = shutil.get_terminal_size()
    small = columns < SMALLEST[0] or rows < SMALLEST[1]
    screen = refusal(environ, is_terminal=is_terminal) or (
        f"too small for a screen: {SMALLEST[0]} columns and {SMALLEST[1]} rows are needed" if small else "can be drawn"
    )
    return {
        "terminal": "yes" if is_terminal else "no: standard output is a pipe or a file",
        "type": environ.get("TERM") or "not set (TERM)",
        "size": f"{columns} columns, {rows} rows",
        "colours": _colours(environ),
        "unicode": _unicode(environ),
        "ssh": "yes: few bytes, no animation, no mouse" if over_ssh(environ) else "no",
        "multiplexer": _multiplexer(environ),
        "clipboard": _clipboard(environ),
        "screen": screen,
    }


def _colours(environ: Mapping[str, str]) -> str:
    if no_colour(environ):
        return "none: NO_COLOR is set"
    if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return "24-bit (COLORTERM)"
    term = environ.get("TERM", "")
    if term in ("", "dumb", "unknown"):
        return "none"
    return "256" if "256color" in term else "16"


def _unicode(environ: Mapping[str, str]) -> str:
    name = next((f"{k}={environ[k]}" for k in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(k)), "no locale is set")
    if draws_unicode(environ):
        return f"yes ({name})"
    return f"no, ASCII is drawn ({name}; LANG=C.UTF-8 would change it)"


def _multiplexer(environ: Mapping[str, str]) -> str:
    if environ.get("TMUX"):
        return "tmux"
    return "screen" if environ.get("STY") or environ.get("TERM", "").startswith("screen") else "none"


def _clipboard(environ: Mapping[str, str]) -> str:
    """OSC 52, and what must be set for it to arrive."""
    most = f"up to {CLIPBOARD_LIMIT:,} bytes are sent to the terminal (OSC 52)"
    if environ.get("TMUX"):
        return f"{most} through tmux, which wants: set -g allow-passthrough on"
    if environ.get("STY"):
        return f"{most} through screen"
    return f"{most}; whether it takes them is the terminal's setting"

"""What the terminal is, in words, as `rejoinder doctor terminal` tells it.

From the environment, and from tmux where there is one; the terminal itself is never asked.
"""

from __future__ import annotations

import shutil
from collections.abc import Mapping

from tui.terminal import (
    CLIPBOARD_LIMIT,
    SMALLEST,
    Between,
    between,
    draws_nothing,
    draws_unicode,
    no_colour,
    over_ssh,
    refusal,
)
from tui.tmux import Tmux


def described(environ: Mapping[str, str], *, is_terminal: bool, tmux: Tmux | None = None) -> dict[str, str]:
    """Name → what is known, each in a few words, in the order a person asks; `tmux` is what that said of itself."""
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
        "multiplexer": _multiplexer(environ, tmux),
        "clipboard": _clipboard(environ, tmux),
        "screen": screen,
    }


def _colours(environ: Mapping[str, str]) -> str:
    if no_colour(environ):
        return "none: NO_COLOR is set"
    if environ.get("COLORTERM", "") in ("truecolor", "24bit"):
        return "24-bit (COLORTERM)"
    if draws_nothing(environ):
        return "none"
    return "256" if "256color" in environ["TERM"] else "16"


def _unicode(environ: Mapping[str, str]) -> str:
    name = next((f"{k}={environ[k]}" for k in ("LC_ALL", "LC_CTYPE", "LANG") if environ.get(k)), "no locale is set")
    if draws_unicode(environ):
        return f"yes ({name})"
    return f"no, ASCII is drawn ({name}; LANG=C.UTF-8 would change it)"


def _multiplexer(environ: Mapping[str, str], tmux: Tmux | None) -> str:
    where = between(environ)
    if where is Between.TMUX and tmux is not None:
        inside = f", shown in “{tmux.client}”" if tmux.client else ""
        return f"tmux {tmux.version}{inside}, Esc held back {tmux.escape_time} ms"
    return "none" if where is Between.CONSOLE else where.value


def _clipboard(environ: Mapping[str, str], tmux: Tmux | None) -> str:
    """Which way a copy takes, and what is known of whether it arrives."""
    where, most = between(environ), f"up to {CLIPBOARD_LIMIT:,} bytes are sent"
    if where is Between.CONSOLE:
        return "none on a terminal of this type; P shows a plain screen to select from"
    if where is Between.TMUX:
        return f"{most} {_through(tmux)}"
    if where is Between.SCREEN:
        return f"{most} through screen to your terminal, in pieces (OSC 52)"
    if where in (Between.FAR_TMUX, Between.FAR_EITHER):
        return f"{most} (OSC 52), bare and wrapped, since {where.value} stands between"
    if environ.get("TERM_PROGRAM") == "Apple_Terminal":
        return f"{most} (OSC 52), which Terminal.app ignores; P shows a plain screen to select from"
    return f"{most} to your terminal (OSC 52); whether it takes them is its own setting"


def _through(tmux: Tmux | None) -> str:
    if tmux is None:
        return "through tmux (OSC 52, wrapped), which lets them pass with allow-passthrough on"
    settings = f"set-clipboard {tmux.set_clipboard}, allow-passthrough {'on' if tmux.passes else 'off'}"
    if tmux.passes:
        return f"wrapped through tmux to your terminal, and to tmux's buffer ({settings})"
    if tmux.hands_on:
        return f"by tmux to your terminal, and to its buffer; no setting is needed ({settings})"
    return f"to tmux's buffer and no further (its prefix, then ], pastes; {settings})"

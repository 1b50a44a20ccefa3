"""Which line of which file would have this terminal do more: a line, the file it belongs into, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tui.terminal import Between, between, over_ssh
from tui.tmux import Tmux

LATE = 50
"""Milliseconds from which a held back Esc is felt; the key itself closes things at once."""

HERE = "~/.tmux.conf on this machine"
THERE = "~/.tmux.conf on the machine you connect from"
OUTER = "~/.tmux.conf of the outer tmux"


@dataclass(frozen=True, slots=True)
class Advice:
    """A line of configuration that is missing."""

    line: str
    file: str
    why: str

    @property
    def told(self) -> tuple[str, str]:
        """The reason and the file; then the line by itself, so that it can be selected, or read out and typed."""
        return f"{self.why[0].upper()}{self.why[1:]}. Add to {self.file}:", self.line


def advised(environ: Mapping[str, str], tmux: Tmux | None) -> tuple[Advice, ...]:
    """The lines that are missing, the most needed first; () where all is well or nothing can be done."""
    where = between(environ)
    if where is Between.TMUX and tmux is not None:
        return tuple(_of_tmux(environ, tmux))
    if where is Between.TMUX:
        return (
            Advice("set -g allow-passthrough on", HERE, "this tmux did not answer, and with this line a copy arrives"),
        )
    if where in (Between.FAR_TMUX, Between.FAR_EITHER):
        if_tmux = "" if where is Between.FAR_TMUX else ", if tmux it is,"
        why = f"the tmux at your own end{if_tmux} drops what a program copies unless this is on"
        return (Advice("set -s set-clipboard on", THERE, why),)
    if where is Between.SCREEN:
        why = "screen holds Esc back for 300 ms; copies, in pieces, arrive without it"
        return (Advice("maptimeout 10", "~/.screenrc on this machine", why),)
    return ()


def _of_tmux(environ: Mapping[str, str], tmux: Tmux) -> Iterator[Advice]:
    if not tmux.writes_clipboard and not tmux.passes and not tmux.client.startswith(("linux", "vt")):
        line = f"set -as terminal-features ',{tmux.client}:clipboard'"
        yield Advice(
            line, HERE, "this tmux does not know that your terminal has a clipboard, so nothing copied arrives"
        )
    if tmux.nested:
        why = "what is copied in this tmux reaches the tmux around it, which drops it unless this is on"
        yield Advice("set -s set-clipboard on", OUTER, why)
    if tmux.escape_time > LATE:
        yield Advice("set -s escape-time 10", HERE, f"tmux holds Esc back for {tmux.escape_time} ms")
    if "256color" not in tmux.default_terminal:
        why = f"tmux tells programs that it is “{tmux.default_terminal}”, with eight colours and no italics"
        yield Advice("set -g default-terminal tmux-256color", HERE, why)
    if environ.get("COLORTERM") in ("truecolor", "24bit") and not over_ssh(environ) and "RGB" not in tmux.features:
        line = f"set -as terminal-features ',{tmux.client}:RGB'"
        yield Advice(line, HERE, "tmux rounds 24-bit colours to 256")

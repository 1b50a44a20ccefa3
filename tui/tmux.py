"""What a tmux around the program says of itself, and text handed to its buffer.

tmux is asked by running `tmux`, never over the terminal: an answer there would be read as keys. Measured with 3.3a:
with its defaults (`set-clipboard external`, `allow-passthrough off`) a program's OSC 52 arrives neither bare nor
wrapped, while `load-buffer -w` reaches the terminal and tmux's own buffer without a line of configuration.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass

from tui.terminal import Between, between

PATIENCE = 2.0
"""Seconds tmux has for an answer; it takes 5 ms, and a server that hangs must not hang the program."""

_ASKED = ("version", "set-clipboard", "allow-passthrough", "escape-time", "default-terminal")
_OF_CLIENT = ("client_tty", "client_termname", "client_termfeatures")


@dataclass(frozen=True, slots=True)
class Tmux:
    """A running tmux: its settings, and what it knows of the terminal it is shown in."""

    version: str
    set_clipboard: str
    """`external`, `on` or `off`."""
    passes: bool
    """Whether a wrapped sequence is passed through: `allow-passthrough`, and any tmux before 3.3."""
    escape_time: int
    """Milliseconds for which Esc is held back."""
    default_terminal: str
    client: str
    """TERM of the terminal it is shown in."""
    features: tuple[str, ...]
    writes_clipboard: bool
    """Whether it knows how to write that terminal's clipboard (`Ms`)."""

    @property
    def nested(self) -> bool:
        """Whether it is shown in another tmux, or in screen."""
        return self.client.startswith(("tmux", "screen"))

    @property
    def hands_on(self) -> bool:
        """Whether `load-buffer` can hand a text on to the terminal (`-w`: tmux 3.2)."""
        return self.writes_clipboard and _number(self.version) >= (3, 2)


def asked(environ: Mapping[str, str]) -> Tmux | None:
    """The tmux of this pane; None where none stands next to the program or it does not answer."""
    if between(environ) is not Between.TMUX:
        return None
    form = "\t".join(f"#{{{name}}}" for name in (*_ASKED, *_OF_CLIENT))
    pane = ["-t", environ["TMUX_PANE"]] if environ.get("TMUX_PANE") else []
    said = _run(environ, ["display-message", "-p", *pane, form, ";", "show-messages", "-T"])
    return read(said) if said is not None else None


def read(said: str) -> Tmux | None:
    """What `asked` is told: a line of values, then the terminals with their capabilities."""
    first, _, terminals = said.partition("\n")
    values = first.split("\t")
    if len(values) != len(_ASKED) + len(_OF_CLIENT):
        return None
    version, clipboard, passing, escape, term, tty, client, features = values
    own = re.search(rf" for {re.escape(tty)}[,:].*?(?=^Terminal |\Z)", terminals, re.DOTALL | re.MULTILINE)
    return Tmux(
        version=version,
        set_clipboard=clipboard or "external",
        passes=passing in ("1", "on", "all", "2") or _number(version) < (3, 3),
        escape_time=int(escape) if escape.isdigit() else 0,
        default_terminal=term,
        client=client,
        features=tuple(filter(None, features.split(","))),
        writes_clipboard=own is not None and " Ms: (string)" in own[0],
    )


def load(text: str, environ: Mapping[str, str], *, outward: bool) -> bool:
    """Put text into tmux's buffer, and `outward` into the clipboard of the terminal it is shown in; whether it did."""
    return _run(environ, ["load-buffer", *(["-w"] if outward else []), "-"], text) is not None


def _run(environ: Mapping[str, str], words: list[str], said: str = "") -> str | None:
    """What `tmux WORDS` prints; None where it fails. No shell: the words are arguments."""
    try:
        done = subprocess.run(
            ["tmux", *words], input=said, capture_output=True, encoding="utf-8", timeout=PATIENCE, env=dict(environ)
        )
    except (OSError, subprocess.SubprocessError, ValueError):
        return None
    return done.stdout if done.returncode == 0 else None


def _number(version: str) -> tuple[int, int]:
    """`3.3a` → (3, 3); a version of no number (`master`) is the newest."""
    found = re.search(r"(\d+)\.(\d+)", version)
    return (int(found[1]), int(found[2])) if found else (99, 0)

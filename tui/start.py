"""Opening the screen: what it opens with, and how it is to look. Textual is imported only by `run_screen`."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from tui import garbage
from tui.terminal import no_colour, over_ssh

LOOKS = ("auto", "dark", "light", "contrast", "sixteen")
"""What `--theme` takes; `auto` is dark, or the terminal's own sixteen colours where bytes are to be saved."""


class Start(NamedTuple):
    """What the screen opens with."""

    words: str = ""
    """A letter by any spelling of its symbol, its ID, a pin, or a query."""
    always_query: bool = False
    """The words are a query, whatever they look like."""
    resume: bool = False
    """The letter read last, where one was in it."""


class Settings(NamedTuple):
    """How the program is to behave in this run."""

    library: Path | None = None
    """The library's folder; None the person's own."""
    look: str = "auto"
    """One of `LOOKS`."""
    color: str = "auto"
    """`always`, `never`, or `auto`: colours unless NO_COLOR is set."""
    lean: bool = False
    """Few bytes: no mouse, sixteen colours. Over SSH without being asked for."""
    keep_history: bool = True
    language: str | None = None
    state_path: Path | None = None
    """Where places and bookmarks are kept; None in the XDG state folder."""
    keys_path: Path | None = None
    """A person's own keys; None in the XDG configuration folder."""

    def colourless(self, environ: Mapping[str, str]) -> bool:
        """Whether no colour at all may be sent: asked for here, or else by the environment."""
        return self.color == "never" or (self.color == "auto" and no_colour(environ))

    @classmethod
    def of(cls, environ: Mapping[str, str], *, lean: bool = False, look: str = "auto", **other: object) -> Settings:
        """Settings as asked for, with what the environment decides: lean over SSH."""
        return cls(lean=lean or over_ssh(environ), look=look, **other)  # type: ignore[arg-type]


def run_screen(
    library: Path | None = None, start: Start | None = None, settings: Settings | None = None, **asked: object
) -> int:
    """Open the screen on a library and stay until it is left; the exit status.

    `asked` are fields of `Settings` (`lean`, `look`, `keep_history`, `language`), for callers that have none.
    """
    chosen = settings or Settings.of(os.environ, library=library, **asked)  # type: ignore[arg-type]
    garbage.wait()
    from index.apart import begin

    door, end = begin(chosen.library)
    from tui.app import Rejoinder

    # Beside a busy thread the event loop waits for the interpreter at most this long: 1.3 ms instead of 5.4.
    sys.setswitchinterval(0.001)
    app = Rejoinder(chosen, start or Start(), door)
    try:
        app.run(mouse=not chosen.lean)
    finally:
        end()
    return app.return_code or 0

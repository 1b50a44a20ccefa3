"""Running the command line in this process, as the shell would see it."""

from __future__ import annotations

import sys
from pathlib import Path

from click.testing import CliRunner, Result

from tui.cli import main


class _Whole:
    """The whole program where click expects a command: errors are told by `main`, not by click."""

    name = "rejoinder"

    def main(self, args: list[str], **_: object) -> None:
        before, sys.argv = sys.argv, ["rejoinder", *args]
        try:
            main()
        finally:
            sys.argv = before


def run(*words: str | Path, library: Path | None = None, said: str | bytes = "", **environ: str) -> Result:
    """What `rejoinder WORDS` prints and its status; `said` is its standard input."""
    where = ["--library", str(library)] if library else []
    told = {"LC_ALL": "C.UTF-8", "NO_COLOR": None, **environ}
    return CliRunner(env=told).invoke(_Whole(), [*map(str, words), *where], input=said)  # type: ignore[arg-type]

"""The way in: the commands by name, and the screen at once where only words are asked for.

Anything that is no command's name is an ID, a pin or a query, and opens the screen there. To load what reads a command
line takes 30 ms of a start, a tenth; `rejoinder`, `rejoinder A/79/818` and `rejoinder customs post` go without it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tui.start import Settings, Start, run_screen
from tui.streams import harmless
from tui.terminal import no_screen

COMMANDS = {
    "parse": ("tui.commands_parse:parse", "Print files as JSON: what reading finds in them."),
    "index": ("tui.commands_library:index", "Add folders of letters to the library, or update them."),
    "search": ("tui.commands_search:search", "Search the library."),
    "show": ("tui.commands_letter:show", "Print a letter."),
    "resolve": ("tui.commands_resolve:resolve", "Find symbols in a text, and the letters that bear them."),
    "thread": ("tui.commands_thread:thread", "Print the exchange around a letter, with its proof."),
    "missing": ("tui.commands_thread:missing", "List what is cited and not held, most cited first."),
    "ledger": ("tui.commands_thread:ledger", "List what two parties wrote to each other, and what answered it."),
    "doctor": ("tui.commands_doctor:doctor", "Check the library, or describe the terminal."),
    "demo": ("tui.commands_library:demo", "Open the bundled sample."),
    "open": ("tui.commands_open:open_", "Open the screen; the word may be left out."),
}
"""Name → where the command is, and its line of help."""

_WITH_VALUE = ("--library", "--language")
_OWN = ("--help", "-h", "--version")


def main() -> None:
    """Do what the command line says; every error is one line with its next step, never a traceback."""
    _open_closed_streams()
    _take_back_locale()
    with harmless():
        sys.exit(_run(sys.argv[1:]))


def _run(args: Sequence[str]) -> int:
    is_terminal = sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()
    asked = at_once(args, os.environ) if is_terminal else None
    if asked is None or no_screen(os.environ, is_terminal=is_terminal) is not None:
        from tui.cli import run

        return run()
    start, settings = asked
    try:
        return run_screen(start=start, settings=settings)
    except (Exception, KeyboardInterrupt) as error:
        from tui.cli import status_of

        fault = error

        def again() -> int:
            raise fault

        return status_of(again)


def at_once(args: Sequence[str], environ: Mapping[str, str]) -> tuple[Start, Settings] | None:
    """What the screen is to open with, as `rejoinder open` understands it; None where that has to be asked."""
    words, library = list(args), None
    if words[:1] == ["--library"] and len(words) > 1:
        library, words = words[1], words[2:]
        if not library or os.path.isfile(library):
            return None
    if any(word.startswith("-") for word in words) or (words[:1] and words[0] in COMMANDS):
        return None
    if "_REJOINDER_COMPLETE" in environ:
        return None
    folder = Path(library) if library is not None else None
    return Start(" ".join(words)), Settings.of(environ, library=folder)


def named(args: Sequence[str]) -> list[str]:
    """`args` beginning with a command's name: `A/79/818` → `open A/79/818`; what follows `--` is always a query."""
    given = list(args)
    if given and given[0] in _OWN:
        return given
    place = 0
    while place < len(given) and given[place].startswith("-") and given[place] not in ("--", "-"):
        place += 2 if given[place] in _WITH_VALUE else 1
    if place < len(given) and given[place] in COMMANDS:
        return [given[place], *given[:place], *given[place + 1 :]]
    if place < len(given) and given[place] == "--":
        return ["open", *given[:place], "--words", *given[place:]]
    return ["open", *given]


def _open_closed_streams() -> None:
    """Where a shell closed an output (`>&-`), Python has None for it: nobody reads there, which is no fault."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8"))


def _take_back_locale() -> None:
    """Undo what Python makes of the locale C (PEP 538: LC_CTYPE=C.UTF-8): nobody said that the terminal shows UTF-8.

    The UTF-8 mode that goes with it tells it apart from a setting of the person's own.
    """
    forced = os.environ.get("PYTHONUTF8") == "1"
    if sys.flags.utf8_mode and not forced and os.environ.get("LC_CTYPE") in ("C.UTF-8", "C.utf8", "UTF-8"):
        os.environ["LC_CTYPE"] = "C"


if __name__ == "__main__":
    main()

"""`rejoinder doctor`: a library verified and repaired, a terminal described."""

from __future__ import annotations

import os
import sys
from dataclasses import asdict
from pathlib import Path

import click

from index.results import Cancelled, Report
from tui import export
from tui.commands_library import DAMAGED, INTERRUPTED, told
from tui.options import json_option, library_option, of_library
from tui.printing import Printer, say


@click.group(short_help="Check the library, or describe the terminal.", invoke_without_command=True)
@library_option
@click.pass_context
def doctor(ctx: click.Context, folder: Path | None) -> None:
    """Check the library for damage and describe this terminal; `library` or `terminal` does one of them."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(doctor_terminal)
        ctx.invoke(doctor_library, folder=folder)


@doctor.command("library", short_help="Verify every byte of the library.")
@click.argument("folders", nargs=-1, metavar="[FOLDER...]", type=click.Path(path_type=Path, exists=True))
@library_option
@click.option("--repair", is_flag=True, help="Where something is damaged, read the letters' files again.")
@click.pass_context
def doctor_library(
    ctx: click.Context, folder: Path | None, repair: bool = False, folders: tuple[Path, ...] = ()
) -> None:
    """Verify every file of the library against the checksum it was written with, and name what is damaged.

    With --repair the library is made again from the files it was read from; FOLDER names them where nothing of the
    library can be read. The exit status is 4 where damage is found and not repaired.
    """
    from index.library import Library

    folder = folder or (ctx.parent.params.get("folder") if ctx.parent else None)
    for words in Library.rivals():
        say(words)
    damage = Library.examine(folder)
    printer = Printer()
    for words in damage:
        printer.line(words)
    if not damage:
        with Library.open(folder) as library:
            printer.line(f"The library is whole: {library.count():,} letters, {folder or Library.default_path()}")
        return
    if not repair:
        say(of_library("Repair it by reading the letters' files again: rejoinder doctor library --repair", folder))
        ctx.exit(DAMAGED)
    _repair(ctx, folder, folders)


def _repair(ctx: click.Context, folder: Path | None, folders: tuple[Path, ...]) -> None:
    from index.library import Library
    from tui.ingesting import ingested

    def again(paths: tuple[Path, ...], **options: object) -> Report:
        return Library.repair(folder, paths, **options)  # type: ignore[arg-type] # the options of `ingest`

    try:
        report = ingested(again, folders)
    except Cancelled:
        say("Stopped. Run it again: the library is not whole yet.")
        ctx.exit(INTERRUPTED)
    told(report, as_json=False)
    left = Library.examine(folder)
    for words in left:
        Printer().line(words)
    if left or report.failed:
        ctx.exit(DAMAGED)


@doctor.command("terminal", short_help="Describe what this terminal can do.")
@json_option
def doctor_terminal(as_json: bool = False) -> None:
    """Describe what Rejoinder knows of this terminal, and name the line of tmux.conf that is missing.

    From the environment, and from tmux where it runs in one; nothing is asked of the terminal or sent to it.
    """
    from tui.advice import HERE, advised
    from tui.describing import described
    from tui.tmux import asked

    tmux = asked(os.environ)
    facts = described(os.environ, is_terminal=sys.stdout.isatty(), tmux=tmux)
    advice = advised(os.environ, tmux)
    if as_json:
        export.print_json({**facts, "missing": [asdict(one) for one in advice]})
        return
    printer = Printer()
    for name, value in facts.items():
        printer.line(f"{'SSH' if name == 'ssh' else name.capitalize()}: {value}")
    for one in advice:
        for words in one.told:
            printer.line(words)
    if not advice:
        printer.line("No line of configuration is missing.")
    elif any(one.file == HERE for one in advice):
        printer.line("Then have tmux read it: tmux source-file ~/.tmux.conf")

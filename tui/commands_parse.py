"""`rejoinder parse`: what reading finds in files, one JSON object a line. Needs no library."""

from __future__ import annotations

import click

from corpus.errors import UnreadableFile
from corpus.model import Letter
from tui import export

DAMAGED_INPUT = 4
"""Exit status where a file could not be read (contracts.md)."""


@click.command(short_help="Print files as JSON.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.pass_context
def parse(ctx: click.Context, files: tuple[str, ...]) -> None:
    """Print what reading finds in each FILE: one JSON object a line, folders walked.

    A file that cannot be read prints an object with its path and the error; the exit status is then 4.
    """
    from pathlib import Path

    from corpus.contract import to_json
    from corpus.folder import Failure, walk
    from corpus.readers.guard import Guard

    failed = False
    with Guard() as guard:
        for given in files:
            for found in walk([Path(given)]):
                path = found.path if isinstance(found, Failure) else str(found)
                path = given if path == str(Path(given)) else path
                try:
                    if isinstance(found, Failure):
                        raise UnreadableFile(f"{found.path} {found.error}.")
                    letter = guard.read(found)
                    assert isinstance(letter, Letter)
                    row = {**to_json(letter), "path": path}
                except UnreadableFile as error:
                    row, failed = {"path": path, "error": str(error)}, True
                export.print_json(row)
    if failed:
        ctx.exit(DAMAGED_INPUT)

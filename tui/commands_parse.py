"""`rejoinder parse`: what reading finds in files, one JSON object a line. Needs no library."""

from __future__ import annotations

import json

import click

from corpus.errors import UnreadableFile
from corpus.model import Letter

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
                path = given if str(found) == str(Path(given)) else str(found)
                try:
                    if isinstance(found, Failure):
                        raise UnreadableFile(f"{found.path} {found.error}.")
                    letter = guard.read(found)
                    assert isinstance(letter, Letter)
                    row = {**to_json(letter), "path": path}
                except UnreadableFile as error:
                    row, failed = {"schema": 1, "path": path, "error": str(error)}, True
                click.echo(json.dumps(row, ensure_ascii=False))
    if failed:
        ctx.exit(DAMAGED_INPUT)

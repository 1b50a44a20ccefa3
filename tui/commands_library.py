"""`rejoinder index` and `demo`: a library made and kept up to date, or tried with the bundled sample."""

from __future__ import annotations

import shutil
import sys
from dataclasses import asdict
from pathlib import Path

import click

from corpus.errors import LibraryError, LibraryLocked, UsageError
from index.results import Cancelled, Report
from tui import export
from tui.options import json_option, library_option, plain_option
from tui.printing import Printer, say

INTERRUPTED = 130
DAMAGED = 4
"""Exit status where a file could not be read, or where the library is damaged."""


@click.command(short_help="Add folders of letters to the library, or update them.")
@click.argument("folders", nargs=-1, required=True, metavar="FOLDER...", type=click.Path(path_type=Path))
@library_option
@json_option
@plain_option
@click.pass_context
def index(ctx: click.Context, folders: tuple[Path, ...], folder: Path | None, as_json: bool, plain: bool) -> None:
    """Add every letter under FOLDER to the library, and update what is there: PDF, DOCX, HTML, Markdown, text.

    Files that have not changed are not read again; letters whose files are gone are taken out. A file that cannot be
    read is named with the reason, the others go on, and the exit status is then 4. After Ctrl-C what was read so far
    is kept, and the same command goes on from there. With --plain a line says every ten seconds how far it has come.
    """
    from index.library import Library
    from tui.ingesting import ingested

    for given in folders:
        if not given.exists():
            raise UsageError(f"There is no file or folder {given}.", "Name one that holds letters.")
    with Library.open(folder, create=True) as library:
        if library.outdated:
            say("An older version of Rejoinder made this library; it is made again from its files.")
        try:
            report = ingested(library.ingest, folders, plain=plain)
        except Cancelled:
            say(f"Stopped. {library.count():,} letters are in the library; the same command goes on from here.")
            ctx.exit(INTERRUPTED)
    told(report, as_json)
    if report.failed:
        ctx.exit(DAMAGED)


def told(report: Report, as_json: bool) -> None:
    """Say what an ingest did: failures a line each, then one sentence; or one JSON object."""
    if as_json:
        failed = [{"path": path, "error": error} for path, error in report.failed]
        export.print_json({**asdict(report), "failed": failed, "seconds": round(report.seconds, 3)})
        return
    for path, error in report.failed:
        say(f"{path} {error.removeprefix(Path(path).name).lstrip()}")
    counts = [
        f"{count:,} {word}"
        for count, word in (
            (report.added, "added"),
            (report.updated, "updated"),
            (report.unchanged, "unchanged"),
            (report.removed, "removed"),
            (len(report.failed), "failed"),
        )
        if count
    ]
    files = ", ".join(counts) or "no files found"
    letters = f"{report.letters:,} letter{'s' if report.letters != 1 else ''}"
    Printer().line(f"Files: {files}. The library holds {letters}. {report.seconds:.1f} s.")


@click.command(short_help="Open the bundled sample.")
@click.option("--lean", is_flag=True, help="Send as little as possible, as over SSH.")
@click.pass_context
def demo(ctx: click.Context, lean: bool) -> None:
    """Open the bundled sample: some sixty invented letters between invented States, worth a look before one's own.

    It lies in a library of its own in your cache folder; yours is left alone.
    """
    import os

    from tui.terminal import no_screen

    folder = sample_library()
    words = no_screen(os.environ, is_terminal=sys.stdin.isatty() and sys.stdout.isatty())
    if words is not None:
        from index.library import Library
        from tui.listing import print_list

        say(words)
        with Library.open(folder) as library:
            print_list(library, Printer(plain=sys.stdout.isatty()))
        return
    from tui.start import run_screen

    ctx.exit(run_screen(folder, lean=lean))


def sample_library() -> Path:
    """The folder of the sample's library, made or brought up to date; a cache that cannot be used is made anew."""
    from importlib.metadata import version

    from platformdirs import user_cache_path

    folder = user_cache_path("rejoinder", appauthor=False) / f"sample-{version('rejoinder')}"
    try:
        _take_sample(folder)
    except LibraryLocked:
        pass  # another demo is at it: what it has written is shown
    except LibraryError:
        shutil.rmtree(folder, ignore_errors=True)
        _take_sample(folder)
    return folder


def _take_sample(folder: Path) -> None:
    from corpus.sample import sample_folder
    from index.library import Library

    with Library.open(folder, create=True) as library:
        library.ingest([sample_folder()])

"""`rejoinder [ID|PIN|QUERY]`: the screen opened there; without a terminal, what `show` or `search` would print."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from tui.options import (
    NOTHING,
    Words,
    color_option,
    joined,
    language_option,
    library_option,
    opened,
    plain_option,
)
from tui.printing import Printer, say
from tui.start import LOOKS, Settings, Start, run_screen
from tui.terminal import no_screen

ROWS = 50
"""Hits printed where no screen can be drawn."""


@click.command(cls=Words, short_help="Open the screen; the word may be left out.")
@click.argument("words", nargs=-1, metavar="[ID|PIN|QUERY]...")
@library_option
@click.option("--words", "always_query", is_flag=True, help="Search for the words, whatever they look like.")
@click.option("--resume", is_flag=True, help="Open the letter read last, where one was in it.")
@click.option("--no-history", is_flag=True, help="Neither read nor write the history of queries.")
@click.option("--lean", is_flag=True, help="Send as little as possible, as over SSH: 16 colours, no mouse.")
@click.option("--theme", type=click.Choice(LOOKS), default="auto", help="The look; `T` walks through them.")
@language_option
@plain_option
@color_option
@click.pass_context
def open_(
    ctx: click.Context,
    words: tuple[str, ...],
    folder: Path | None,
    always_query: bool,
    resume: bool,
    no_history: bool,
    lean: bool,
    theme: str,
    language: str | None,
    plain: bool,
    color: str,
) -> None:
    """Open the screen: at a letter (A/61/233, by either half and in any spelling), at a place in it (A/61/233#p2), or
    with a search.

    Without a terminal, and with --plain, it prints what `rejoinder show` or `rejoinder search` would.
    """
    said = joined(words)
    why = no_screen(os.environ, is_terminal=sys.stdin.isatty() and sys.stdout.isatty())
    if plain or why is not None:
        if why is not None and not plain:
            say(why)
        # At a terminal that cannot draw somebody reads; a pipe gets the columns that `search` gives a pipe.
        printer = Printer(color, plain or sys.stdout.isatty())
        found = _print(folder, said, always_query, language, printer)
        ctx.exit(0 if found else NOTHING)
    settings = Settings.of(
        os.environ,
        lean=lean,
        look=theme,
        color=color,
        library=folder,
        keep_history=not no_history,
        language=language,
    )
    ctx.exit(run_screen(start=Start(said, always_query, resume), settings=settings))


def _print(folder: Path | None, words: str, always_query: bool, language: str | None, printer: Printer) -> bool:
    """Print the letter, the hits, or without words all letters; whether there was anything."""
    from index.results import Request
    from tui.commands_letter import print_letter
    from tui.commands_search import print_hits, told_where
    from tui.listing import print_list
    from tui.pins import parse_pin

    with opened(folder) as library, told_where(words):
        if not words:
            print_list(library, printer)
            return True
        if not always_query and (parse_pin(words) is not None or library.identify(words)):
            print_letter(library, words, "text", printer, language)
            return True
        return print_hits(library, Request(words, limit=ROWS, prefix_last=False), "", printer)

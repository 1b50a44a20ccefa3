"""`rejoinder resolve`: the symbols that a text names, and the letters held that bear them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import NotFound, UsageError
from index.results import Resolved
from tui import export
from tui.options import NOTHING, color_option, joined, json_option, library_option, opened, plain_option
from tui.printing import Printer, say, text

if TYPE_CHECKING:
    from index.library import Library

LONGEST_NAME = 60
"""Characters of a text that may be one symbol and nothing else."""
LONGEST = 4_000_000
"""Bytes of text that `resolve -` reads: over a thousand pages."""


@click.command(short_help="Find symbols in a text, and the letters that bear them.")
@click.argument("words", nargs=-1, required=True, metavar="TEXT...|-")
@library_option
@json_option
@plain_option
@color_option
@click.pass_context
def resolve(
    ctx: click.Context, words: tuple[str, ...], folder: Path | None, as_json: bool, plain: bool, color: str
) -> None:
    """Find every symbol and resolution that TEXT names, and the letters held that bear it; `-` reads standard input.

    \b
    rejoinder resolve "see A/61/204–S/2006/511 and resolution 62/243"
    pdftotext speech.pdf - | rejoinder resolve -

    In a pipe: a line for each, with tabs between the words, the symbols, and the letters held.
    """
    text = _standard_input() if words == ("-",) else joined(words)
    with opened(folder) as library:
        found = library.resolve(text) or typed(library, text)
    if as_json:
        export.print_json({"found": [resolved_row(one) for one in found]})
    elif found:
        _print_resolved(found, Printer(color, plain))
    else:
        say("No symbol found in that text.")
    if not found:
        ctx.exit(NOTHING)


def typed(library: Library, text: str) -> tuple[Resolved, ...]:
    """The symbol that a text is as a whole, as people type it: `a/61/204`, which is none in running text."""
    try:
        known = library.candidate(text) if len(text) <= LONGEST_NAME else None
    except NotFound:
        return ()
    return (Resolved(text, 0, known.symbols, False, (known.id,) if known.id else ()),) if known else ()


def _standard_input() -> str:
    data = sys.stdin.buffer.read(LONGEST + 1)
    if len(data) > LONGEST:
        raise UsageError(f"That is more than {LONGEST // 1_000_000} MB of text.", "Give it in pieces.")
    return data.decode("utf-8", "replace")


def resolved_row(found: Resolved) -> dict[str, Any]:
    """What was found, as one object."""
    return {
        "text": found.text,
        "symbols": list(found.symbols),
        "guess": found.guess,
        "letters": list(found.letters),
    }


def _print_resolved(found: tuple[Resolved, ...], printer: Printer) -> None:
    from tui.spoken import resolved_sentence

    if printer.spoken:
        for one in found:
            printer.line(resolved_sentence(one))
        return
    rows = [
        (one.text, "-".join(one.symbols) + (" (a guess)" if one.guess else ""), "; ".join(one.letters) or "not held")
        for one in found
    ]
    if not printer.tables:
        for row in rows:
            printer.row(*row)
        return
    table = printer.table(["As written", "Symbol", "Letter held"])
    for row in rows:
        table.add_row(*(text(cell) for cell in row))
    printer.draw(table)

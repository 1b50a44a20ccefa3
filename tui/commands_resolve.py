"""`rejoinder resolve`: the symbols that a text names, and the letters held that bear them."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import NotFound, UsageError
from index.results import Candidate, Resolved
from tui import export
from tui.options import NOTHING, color_option, joined, json_option, library_option, opened, plain_option
from tui.printing import Printer, say, text

if TYPE_CHECKING:
    from index.library import Library

LONGEST_NAME = 60
"""Characters of a text that may be one symbol and nothing else."""
MOST_TYPED = 2_000
"""Words of a text that may be symbols as people type them: each is looked up."""
_TYPED = re.compile(r"(?<![\w/.-])(?:[A-Za-z]{1,4}/)?\d{1,4}/\d{1,4}(?:/[A-Za-z]{3,4}\.\d{1,2})?(?![\w/])")
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
        found = library.resolve(text)
        found = tuple(sorted((*found, *typed(library, text, found)), key=lambda one: one.start))
    if as_json:
        export.print_json({"found": [resolved_row(one) for one in found]})
    elif found:
        _print_resolved(found, Printer(color, plain))
    else:
        say("No symbol found in that text.")
    if not found:
        ctx.exit(NOTHING)


def typed(library: Library, text: str, found: Sequence[Resolved] = ()) -> Iterator[Resolved]:
    """Symbols as people type them, `a/61/204` or `61/204`, beside those that were `found`.

    In running text they could be something else: there they count, as guesses, where they name a letter held.
    """
    alone = len(text) <= LONGEST_NAME and not found
    taken = [(one.start, one.start + len(one.text)) for one in found]
    words = [(text, 0)] if alone and _known(library, text) else [(m[0], m.start()) for m in _TYPED.finditer(text)]
    known: dict[str, Candidate | None] = {}
    for word, start in words[:MOST_TYPED]:
        if any(a < start + len(word) and start < b for a, b in taken):
            continue
        if word not in known:
            known[word] = _known(library, word)
        one = known[word]
        if one is not None and (one.id or word == text):
            yield Resolved(word, start, one.symbols, word != text, (one.id,) if one.id else ())


def _known(library: Library, word: str) -> Candidate | None:
    try:
        return library.candidate(word)
    except NotFound:
        return None


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

"""`rejoinder show` and `rejoinder resolve`: a letter, and the letters a text speaks of."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import NotFound, UsageError
from index.results import Resolved
from tui import export
from tui.options import (
    NOTHING,
    color_option,
    completed,
    identified,
    joined,
    json_option,
    language_option,
    library_option,
    only_one,
    opened,
    plain_option,
)
from tui.printing import Printer, say

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.library import Library
    from tui.view.facts import Known

LONGEST_NAME = 60
"""Characters of a text that may be one symbol and nothing else."""
LONGEST = 4_000_000
"""Bytes of text that `resolve -` reads: some 600 pages."""


@click.command(short_help="Print a letter.")
@click.argument("letter", nargs=-1, required=True, metavar="ID...", shell_complete=completed)
@library_option
@click.option("--text", "as_text", is_flag=True, help="Print text for people, at most 80 columns wide (the default).")
@click.option("--markdown", "as_markdown", is_flag=True, help="Print Markdown, notes as footnotes.")
@json_option
@language_option
@plain_option
@color_option
def show(
    letter: tuple[str, ...],
    folder: Path | None,
    as_text: bool,
    as_markdown: bool,
    as_json: bool,
    language: str | None,
    plain: bool,
    color: str,
) -> None:
    """Print the letter that ID names: either half of its symbol in any spelling, or its date and sender.

    \b
    rejoinder show A/61/233
    rejoinder show 2023-06-14 Penwick --markdown
    rejoinder show A/61/233#p2          one paragraph, with its citation

    Every form says which file it was read from, with its sha-256.
    """
    only_one(text=as_text, markdown=as_markdown, json=as_json)
    form = "json" if as_json else "markdown" if as_markdown else "text"
    with opened(folder) as library:
        print_letter(library, joined(letter), form, Printer(color, plain), language)


def print_letter(library: Library, words: str, form: str, printer: Printer, language: str | None = None) -> None:
    """Print the letter, or the passage, that `words` name as `text`, `markdown` or `json`; raises NotFound."""
    from tui.pins import parse_pin

    pin = parse_pin(words)
    letter_id = identified(library, pin.letter if pin else words)
    letter = in_language(library, letter_id, language)
    known = inferred(library, letter, letter_id)
    if pin is not None and form != "json":
        _print_passage(letter, pin.block, pin.marker, known, printer)
    elif form == "json":
        export.print_json(letter_row(letter, letter_id, known))
    elif form == "markdown":
        from tui.markdown import letter_markdown

        export.print_text(letter_markdown(letter, letter_id, known))
    else:
        from tui.letter_text import WIDTH, letter_lines

        width = min(WIDTH, printer.console.width) if printer.tables else WIDTH
        for run in letter_lines(letter, letter_id, known, width):
            printer.line(run)


def letter_row(letter: Letter, letter_id: str, known: Known) -> dict[str, Any]:
    """A letter as `parse` prints it, with its ID, its files, and the symbol others tell where its own is lost."""
    from corpus.contract import to_json

    return {
        **to_json(letter),
        "id": letter_id,
        "inferred_symbols": list(known.inferred_symbols),
        "inferred_from": list(known.inferred_from),
        "holdings": [asdict(holding) for holding in letter.holdings],
    }


def in_language(library: Library, letter_id: str, language: str | None) -> Letter:
    """A letter's text in a language; NotFound says which there are."""
    versions = library.versions(letter_id)
    found = next((v for v in versions if language in (None, v.language)), None)
    if found is None:
        held = ", ".join(version.language for version in versions)
        raise NotFound(f"{letter_id} is not held in “{language}”.", f"It is held in: {held}.")
    return found


def inferred(library: Library, letter: Letter, letter_id: str) -> Known:
    """The symbol that other letters tell of one that lost its own, and which letters do."""
    from tui.view.facts import Known

    if letter.symbols:
        return Known()
    node = next((n for n in library.thread(letter_id).nodes if n.id == letter_id), None)
    return Known(node.symbols, node.inferred_from) if node and node.inferred_from else Known()


def _print_passage(letter: Letter, block_id: str, marker: str, known: Known, printer: Printer) -> None:
    from tui.cite import passage
    from tui.pins import Pin

    block = letter.block(block_id)
    if block is None:
        last = next((b.id for b in reversed(letter.blocks) if b.id.startswith("p")), "p1")
        raise NotFound(f"{letter.id} has no place “{block_id}”.", f"Its paragraphs are p1 to {last}.")
    pin = Pin(letter.id, block_id, marker)
    for line in passage(letter, block.span.of(letter.text), pin, known.inferred_symbols).split("\n"):
        printer.line(line)


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

    Without --json: a line for each, with tabs between the words, the symbols, and the letters held.
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
    from tui.printing import text

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

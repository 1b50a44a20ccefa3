"""`rejoinder show`: a letter for people, as Markdown or as data, or one passage of it with its citation."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corpus.errors import NotFound
from tui import export
from tui.options import (
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
from tui.printing import Printer

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.library import Library
    from tui.view.facts import Known


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
    elif printer.spoken:
        from tui.spoken import letter_sentences

        for words in letter_sentences(letter, letter_id, known):
            printer.line(words)
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


def _places(letter: Letter, wanted: str) -> str:
    """The places of the kind that was wanted, in the part of the letter where it was wanted."""
    part, dot, name = wanted.rpartition(".")
    if name.startswith("a") or (part and all(one.id != part for one in letter.parts)):
        parts = ", ".join(one.id for one in letter.parts)
        return f"Its annexes are {parts}." if parts else "It has no annex."
    kind, called = ("n", "notes") if name.startswith("n") else ("p", "paragraphs")
    start = f"{part}{dot}{kind}"
    numbers = sorted(int(b.id[len(start) :]) for b in letter.blocks if re.fullmatch(rf"{re.escape(start)}\d+", b.id))
    if not numbers:
        return f"It has no {called}{' there' if part else ''}."
    return f"Its {called}{' there' if part else ''} are {start}{numbers[0]} to {start}{numbers[-1]}."


def _print_passage(letter: Letter, block_id: str, marker: str, known: Known, printer: Printer) -> None:
    from tui.cite import passage
    from tui.pins import Pin, has_marker

    block = letter.block(block_id)
    if block is None:
        raise NotFound(f"{letter.id} has no place “{block_id}”.", _places(letter, block_id))
    pin = Pin(letter.id, block_id, marker)
    if marker and not has_marker(pin, letter):
        raise NotFound(f"No note “{marker}” is called in {block_id} of {letter.id}.", _places(letter, "n"))
    for line in passage(letter, block.span.of(letter.text), pin, known.inferred_symbols).split("\n"):
        printer.line(line)

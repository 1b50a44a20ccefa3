"""`rejoinder thread`, `missing` and `ledger`: who answered whom, and what is not here."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.errors import NotFound
from index.results import Ledger, Thread, WantList
from tui import export
from tui.options import (
    NOTHING,
    color_option,
    completed,
    csv_option,
    identified,
    joined,
    json_option,
    library_option,
    only_one,
    opened,
    plain_option,
)
from tui.printing import Printer, one_line, say, text
from tui.sources import Sources
from tui.view.rows import short_date

CITERS = 3
"""Letters named beside a document of the want-list in a table; all of them stand in CSV and JSON."""


@click.command(short_help="Print the exchange around a letter, with its proof.")
@click.argument("letter", nargs=-1, required=True, metavar="ID...", shell_complete=completed)
@library_option
@plain_option
@json_option
@color_option
def thread(letter: tuple[str, ...], folder: Path | None, plain: bool, as_json: bool, color: str) -> None:
    """Print the exchange around a letter: what it answers and cites, what answers and cites it, and the proof.

    \b
    rejoinder thread A/61/233
    rejoinder thread A/61/233 --plain       numbered sentences, earliest first

    ID is either half of a symbol in any spelling, or a letter's date and sender; a letter that is cited and not
    held has an exchange too.
    """
    only_one(plain=plain, json=as_json)
    from tui import thread_print, thread_rows

    printer = Printer(color, plain)
    with opened(folder) as library:
        words = joined(letter)
        try:
            found: Thread = library.thread(identified(library, words))
        except NotFound as error:
            try:
                found = library.thread(words)
            except NotFound:
                raise error from None
        if as_json:
            export.print_json(thread_rows.thread_row(found, Sources(library)))
            return
    if printer.tables:
        printer.draw(thread_print.rich_tree(found))
        for notice in found.notices:
            say(notice)
    else:
        from tui.spoken import spoken

        for line in thread_print.plain_lines(found):
            printer.line(spoken(line) if printer.spoken else line)


@click.command(short_help="List what is cited and not held, most cited first.")
@library_option
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most so many rows; otherwise all.")
@plain_option
@json_option
@csv_option
@color_option
@click.pass_context
def missing(
    ctx: click.Context,
    folder: Path | None,
    limit: int | None,
    plain: bool,
    as_json: bool,
    as_csv: bool,
    color: str,
) -> None:
    """List every document that letters here cite and that is not held: a want-list, the most cited first.

    Each row has the document's symbol, how many letters cite it and which, and the address it is published at.
    """
    only_one(json=as_json, csv=as_csv)
    from tui.thread_rows import want_row

    with opened(folder) as library:
        found = library.missing()
    rows = [want_row(want) for want in found.rows[:limit]]
    if as_json:
        export.print_json({"rows": rows})
    elif as_csv:
        columns = ("symbols", "count", "cited_by", "address", "date", "sender", "document")
        export.print_csv(columns, ([row[name] for name in columns] for row in rows))
    else:
        _print_missing(found, limit, Printer(color, plain))
    if not rows:
        ctx.exit(NOTHING)


def _print_missing(found: WantList, limit: int | None, printer: Printer) -> None:
    from tui.thread_print import joint

    count = len(found.rows)
    say(f"{count:,} document{'s' if count != 1 else ''} cited and not held." if count else "Nothing cited is missing.")
    for notice in found.notices:
        say(notice)
    if printer.spoken:
        from tui.spoken import want_sentence

        for number, want in enumerate(found.rows[:limit], 1):
            printer.line(want_sentence(number, want, joint(want.symbols)))
        return
    if not printer.tables:
        for want in found.rows[:limit]:
            printer.row(joint(want.symbols), str(want.count), "; ".join(want.cited_by), want.address)
        return
    table = printer.table(
        [("Document", {"overflow": "fold"}), ("Cited", {"justify": "right"}), "Told of it", "Cited by"]
    )
    for want in found.rows[:limit]:
        more = want.count - CITERS
        cited = "\n".join([*map(one_line, want.cited_by[:CITERS]), *([f"and {more} more"] if more > 0 else [])])
        told = ", ".join(filter(None, (short_date(want.date) if want.date else "", one_line(want.sender))))
        table.add_row(text(joint(want.symbols)), text(str(want.count)), text(told), cited_by(cited))
    printer.draw(table)


def cited_by(lines: str) -> object:
    """Several lines in one cell; they were cleaned one by one."""
    from rich.text import Text

    return Text(lines)


@click.command(short_help="List what two parties wrote to each other, and what answered it.")
@click.argument("party")
@click.argument("other", metavar="PARTY")
@library_option
@plain_option
@json_option
@csv_option
@color_option
@click.pass_context
def ledger(
    ctx: click.Context,
    party: str,
    other: str,
    folder: Path | None,
    plain: bool,
    as_json: bool,
    as_csv: bool,
    color: str,
) -> None:
    """List every letter between two parties that is held here, what answered it and after how many days.

    \b
    rejoinder ledger Kestravia Valdmark
    rejoinder ledger "Republic of Kestravia" Valdmark --csv

    No answer here does not mean that there was none: only that this library holds none.
    """
    only_one(json=as_json, csv=as_csv)
    from tui.thread_rows import ledger_row

    with opened(folder) as library:
        found = library.ledger(party, other)
        sources = Sources(library)
        rows = [ledger_row(row, sources) for row in found.rows] if as_json or as_csv else []
    if as_json:
        told = {"parties": list(found.parties), "head": found.head, "notices": list(found.notices)}
        export.print_json({**told, "rows": rows})
    elif as_csv:
        columns = ("letter", "date", "from", "answered_by", "days", "answers", "title", "sha256")
        export.print_csv(columns, ([row[name] for name in columns] for row in rows))
    else:
        _print_ledger(found, Printer(color, plain))
    if not found.rows:
        ctx.exit(NOTHING)


def _print_ledger(found: Ledger, printer: Printer) -> None:
    say(found.head)
    for notice in found.notices:
        say(notice)
    if printer.spoken:
        from tui.spoken import ledger_sentence

        for number, row in enumerate(found.rows, 1):
            printer.line(ledger_sentence(number, row))
        return
    rows = [
        (
            short_date(row.date) if printer.tables else row.date or "",
            row.sender,
            row.id,
            "; ".join(row.answered_by) or "no answer held",
            "" if row.days is None else str(row.days),
        )
        for row in found.rows
    ]
    if not printer.tables:
        for cells in rows:
            printer.row(*cells)
    elif rows:
        table = printer.table(["Date", "From", "Letter", "Answered by", ("Days", {"justify": "right"})])
        for cells in rows:
            table.add_row(*(text(cell) for cell in cells))
        printer.draw(table)

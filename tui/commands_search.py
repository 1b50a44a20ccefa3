"""`rejoinder search`: everything the search line does, from the shell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corpus.errors import QueryError, UsageError
from index.results import Page, Request, Sort
from tui import export
from tui.options import (
    NOTHING,
    Words,
    color_option,
    csv_option,
    joined,
    json_option,
    library_option,
    only_one,
    opened,
    plain_option,
    whereabouts,
)
from tui.printing import Printer, say
from tui.sources import Sources

if TYPE_CHECKING:
    from index.library import Library
    from index.results import Hit

SIDES = ("left", "right")
COLUMNS = ("id", "symbols", "date", "sender", "addressee", "kind", "title", "score", "snippet", "sha256")


@click.command(cls=Words, short_help="Search the library.")
@click.argument("query", nargs=-1, required=True, metavar="QUERY...")
@library_option
@click.option(
    "--limit", default=50, type=click.IntRange(0), metavar="N", show_default=True, help="At most so many rows."
)
@click.option(
    "--sort",
    type=click.Choice([*(s.value for s in Sort), *SIDES]),
    help="The order: relevance, newest or oldest first, by symbol; with --context by what stands left or right.",
)
@click.option("--group", is_flag=True, help="Keep letters of one exchange together.")
@click.option("--facets", is_flag=True, help="Count the hits by sender, addressee, year, item, kind and language.")
@click.option("--context", is_flag=True, help="Print every place of the words in its line (a concordance).")
@plain_option
@json_option
@click.option("--jsonl", "as_jsonl", is_flag=True, help="Print JSON, one object a row.")
@csv_option
@color_option
@click.pass_context
def search(
    ctx: click.Context,
    query: tuple[str, ...],
    folder: Path | None,
    limit: int,
    sort: str | None,
    group: bool,
    facets: bool,
    context: bool,
    plain: bool,
    as_json: bool,
    as_jsonl: bool,
    as_csv: bool,
    color: str,
) -> None:
    """Search the library for QUERY: words, "phrases", -not, OR, near/5, aggress*, and fields such as
    from:kestravia, date:2022..2023, cites:A/RES/62/243 or no:answer.

    \b
    rejoinder search 'from:kestravia "customs post"'
    rejoinder search tariff -postal --sort date --json
    rejoinder search date:2023 --facets

    A word with a hyphen before it is left out. On a terminal a table is printed, in a pipe one line a letter with
    tabs between ID, date, sender and passage, with --plain a sentence a letter. The exit status is 1 where nothing is
    found.
    """
    only_one(json=as_json, jsonl=as_jsonl, csv=as_csv)
    only_one(group=group, facets=facets, context=context)
    form = "json" if as_json else "jsonl" if as_jsonl else "csv" if as_csv else ""
    if sort in SIDES and not context:
        raise UsageError(f"--sort {sort} sorts words in context.", "Add --context.")
    request = Request(joined(query), limit=limit, facets=facets or as_json, prefix_last=False)
    printer = Printer(color, plain)
    with opened(folder) as library, told_where(request.query):
        if context:
            found = print_context(library, request, sort or "left", form, printer)
        else:
            request = request._replace(sort=Sort(sort or "relevance"), passages=2 if not facets or as_json else 0)
            found = print_hits(library, request, form, printer, group=group, facets=facets)
    if not found:
        ctx.exit(NOTHING)


PIECE = 200
"""Hits asked for at a time where rows are printed one a line: whoever reads the pipe has the first at once."""


class told_where:
    """Gives a QueryError the query it is about, so that its place can be pointed at."""

    def __init__(self, query: str) -> None:
        self.query = query

    def __enter__(self) -> None:
        return None

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, QueryError):
            error.query = self.query  # type: ignore[attr-defined] # tui.cli.told points at the place


def print_hits(
    library: Library, request: Request, form: str, printer: Printer, *, group: bool = False, facets: bool = False
) -> bool:
    """Print what a request finds, as `json`, `jsonl`, `csv` or (`""`) for people; whether anything was found."""
    from tui import search_print, search_rows

    in_pieces = form in ("jsonl", "csv") and not (group or facets)
    page = library.search(request._replace(limit=min(request.limit, PIECE)) if in_pieces else request)
    if group:
        page = page._replace(hits=search_rows.grouped(library, page.hits))
    if in_pieces:
        sources = Sources(library)
        _print_rows(form, COLUMNS, (search_rows.hit_row(hit, sources) for hit in _hits(library, request, page)))
    elif form == "json":
        export.print_json(search_rows.page_row(page, Sources(library)))
    elif facets and form:
        rows = search_rows.facet_rows(page)
        _print_rows(form, ("facet", "value", "count"), rows)
    elif form:
        sources = Sources(library)
        _print_rows(form, COLUMNS, [search_rows.hit_row(hit, sources) for hit in page.hits])
    else:
        _say_page(page, facets, printer)
        _say_not_held(library, page)
        (search_print.print_facets if facets else search_print.print_page)(page, printer)
    return page.total > 0


def _hits(library: Library, request: Request, page: Page) -> Iterator[Hit]:
    """All hits of a request, whose first piece is `page`; the others are asked for as they are printed."""
    yield from page.hits
    for done in range(len(page.hits), min(request.limit, page.total), PIECE):
        piece = request._replace(offset=done, limit=min(PIECE, request.limit - done))
        yield from library.search(piece).hits


def print_context(library: Library, request: Request, sort: str, form: str, printer: Printer) -> bool:
    """Print words in context, at most `request.limit` lines; whether there were any."""
    from tui import search_print, search_rows

    found = library.concordance(request, sort="date" if sort in ("date", "date-oldest") else sort)
    lines = found[: request.limit]
    rows = search_rows.context_rows(library, lines)
    if form == "json":
        export.print_json({"query": request.query, "total": len(found), "context": rows})
    elif form:
        _print_rows(form, ("left", "match", "right", "id", "in", "offset"), rows)
    else:
        shown = f", the first {len(rows):,} shown" if 0 < len(rows) < len(found) else ""
        count = f"{len(found):,} place{'s' if len(found) != 1 else ''}{shown}"
        say(f"{count}: {request.query}" if printer.spoken else f"{count} · {request.query}")
        search_print.print_context(lines, rows, printer)
    if not found and (better := library.search(request._replace(limit=0, facets=False)).suggestion):
        _say_better(better)
    return bool(found)


def _print_rows(form: str, columns: tuple[str, ...], rows: Iterable[dict[str, object]]) -> None:
    if form == "jsonl":
        export.print_jsonl(rows)
    else:
        export.print_csv(columns, ([_cell(row, column) for column in columns] for row in rows))


def _cell(row: dict[str, object], column: str) -> object:
    """A column of a row; a hit's first passage stands for all of them."""
    if column != "snippet":
        return row[column]
    snippets = row["snippets"]
    assert isinstance(snippets, list)
    return snippets[0]["text"] if snippets else ""


def _say_not_held(library: Library, page: Page) -> None:
    """Where the query is a symbol that is not held: who cites it, and its address."""
    if page.symbol and not library.identify(page.symbol):
        known = library.candidate(page.symbol)
        say(f"{'-'.join(known.symbols)} is not held. {whereabouts(known)}")


def _say_page(page: Page, facets: bool, printer: Printer) -> None:
    """What was understood, how many letters, and what else a person should know."""
    shown = f", the first {len(page.hits)} shown" if not facets and 0 < len(page.hits) < page.total else ""
    letters = f"{page.total:,} letter{'s' if page.total != 1 else ''}" if page.total else "No letter found"
    if printer.spoken:
        from tui.spoken import sentence

        say(" ".join(map(sentence, filter(None, (f"{letters}{shown}", page.understood)))))
    else:
        say(" · ".join(filter(None, (f"{letters}{shown}", page.understood, f"{page.seconds * 1000:.0f} ms"))))
    for notice in page.notices:
        say(notice)
    if page.suggestion:
        _say_better(page.suggestion)


def _say_better(suggestion: str) -> None:
    say(f"Did you mean: {suggestion}")

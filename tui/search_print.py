"""What a search found, for people: tables on a terminal, lines with tabs in a pipe."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from index.results import Concordance, Hit, Page
from tui.printing import Printer, Run, one_line, text
from tui.spoken import context_sentence, facet_sentence, hit_sentence
from tui.view.concordance import concordance_line
from tui.view.rows import MASTHEAD, row_lines, short_date

LIT = "bold yellow"
LOOKS = {"symbol": "bold", "inferred": "italic", "date": "dim", "relation": "cyan", "match": LIT}
"""Styles of the pieces that rows of the screen are made of; everything else is plain."""
TABLE = 110
"""Columns from which a passage stands beside its letter; in fewer it stands under it, as on the screen."""
FEW = 12
"""Values of a facet shown in a table."""


def print_page(page: Page, printer: Printer) -> None:
    """The hits: who wrote when, and the passage that matches."""
    if printer.spoken:
        for number, hit in enumerate(page.hits, page.request.offset + 1):
            printer.line(hit_sentence(number, hit, name(hit)))
    elif not printer.tables:
        for hit in page.hits:
            printer.row(hit.id, hit.date or "", hit.sender, passage(hit) or [(one_line(hit.title), "")])
    elif page.hits and printer.console.width >= TABLE:
        _print_table(page, printer)
    else:
        for hit in page.hits:
            for line in row_lines(hit, printer.console.width, by_id=True):
                printer.line(*((piece.text, LOOKS.get(piece.look, "")) for piece in line))


def _print_table(page: Page, printer: Printer) -> None:
    fold: dict[str, Any] = {"overflow": "fold"}
    narrow = {**fold, "max_width": 24}
    table = printer.table([("Letter", narrow), ("Date", {"no_wrap": True}), ("From", narrow), ("Passage", fold)])
    for hit in page.hits:
        runs = passage(hit) or [(hit.title, "dim")]
        table.add_row(text((name(hit), "bold")), text(short_date(hit.date)), text(hit.sender), text(*runs))
    printer.draw(table)


def name(hit: Hit) -> str:
    """What a letter is called in a row: its ID, and the symbol others tell where it lost its own."""
    inferred = f" ({'-'.join(hit.inferred_symbols)}, inferred)" if hit.inferred_symbols and not hit.symbols else ""
    return one_line(hit.id + inferred)


def passage(hit: Hit) -> list[Run]:
    """The first passage with its lit places; () where there is none."""
    if not hit.snippets:
        return []
    snippet, at = hit.snippets[0], 0
    runs = [(MASTHEAD, "dim")] if snippet.masthead else []
    for start, end in snippet.marks:
        if start >= at:
            runs += [(snippet.text[at:start], ""), (snippet.text[start:end], LIT)]
            at = end
    return [(words.replace("\n", " "), style) for words, style in (*runs, (snippet.text[at:], "")) if words]


def print_facets(page: Page, printer: Printer) -> None:
    """Counts by sender, addressee, year, item, kind and language."""
    if not printer.tables:
        for facet, pairs in page.facets.items():
            for value, count in pairs:
                if printer.spoken:
                    printer.line(facet_sentence(facet, value, count))
                else:
                    printer.row(facet, value, str(count))
        return
    from rich.columns import Columns

    made = []
    for facet, pairs in page.facets.items():
        table = printer.table([facet.capitalize(), ("Letters", {"justify": "right"})])
        for value, count in pairs[:FEW]:
            table.add_row(text(value), text(f"{count:,}"))
        if len(pairs) > FEW:
            table.add_row(text((f"{len(pairs) - FEW} more, in --plain and --csv", "dim")), "")
        made += [table] if pairs else []
    printer.draw(Columns(made, padding=(0, 4)))


def print_context(lines: Sequence[Concordance], rows: list[dict[str, Any]], printer: Printer) -> None:
    """Words in context, aligned on the match; in a pipe the pin of the place, left, match and right."""
    for line, row in zip(lines, rows, strict=True):
        if printer.tables:
            pieces = concordance_line(line, printer.console.width)
            printer.line(*((piece.text, LOOKS.get(piece.look, "")) for piece in pieces))
        elif printer.spoken:
            printer.line(context_sentence(line, f"{row['id']}#{row['in']}"))
        else:
            printer.row(f"{row['id']}#{row['in']}", row["left"], [(one_line(row["match"]), LIT)], row["right"])

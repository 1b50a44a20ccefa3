"""Rows of the want-list and of the ledger, each in words. Pure."""

from __future__ import annotations

from index.results import Ledger, LedgerRow, Want
from tui.view.candidates import DATE, NAME, SENT
from tui.view.rows import Line, Piece, cut, fit, one_line, short_date
from tui.view.wrap import cells

ANSWERS = 20
"""Columns under which what a letter answers is left out: less would be an ellipsis."""


def want_line(want: Want, width: int) -> tuple[Line, Line]:
    """A document that is not held: symbol, what the citing letters say of it, how many cite it."""
    told = (Piece(f"cited by {want.count:,}", "date"),)
    room = width - cells(told[0].text) - 2
    name = Piece(fit(one_line("-".join(want.symbols)), max(1, room)), "symbol")
    if width < SENT:
        return (name,), told
    about = "document" if want.document else one_line(want.sender)
    date = short_date(want.date) if want.date else ""
    pieces = [name, _gap(name, NAME), Piece(date.rjust(DATE - 2) + "  ", "date"), Piece(about, "not-held")]
    return tuple(cut(pieces, room)), told


def ledger_line(row: LedgerRow, width: int) -> tuple[Line, Line]:
    """A letter between two parties: date, sender, symbol, and after how many days an answer came."""
    told = (Piece(answered(row), "relation" if row.answered_by else "not-held"),)
    room = width - cells(told[0].text) - 2
    name = Piece(one_line("-".join(row.symbols) or row.id), "symbol")
    if not row.symbols and width >= SENT:
        name = Piece(fit(name.text, NAME - 2), "inferred")
    date = Piece(short_date(row.date).rjust(DATE - 2) + "  ", "date")
    if width < SENT:
        return tuple(cut([date, name], room)), told
    sender = Piece(fit(one_line(row.sender), 18), "party")
    pieces = [date, sender, _gap(sender, 20), name]
    used = sum(cells(piece.text) for piece in pieces) + max(2, NAME - cells(name.text))
    if row.answers and room - used >= ANSWERS:
        pieces += [_gap(name, NAME), Piece(f"answers {one_line(row.answers[0])}", "relation")]
    return tuple(cut(pieces, room)), told


def answered(row: LedgerRow) -> str:
    """What came of a letter, as far as the library knows."""
    if not row.answered_by:
        return "no answer held"
    if row.days is None:
        return "answered"
    return f"answered after {row.days:,} day{'' if row.days == 1 else 's'}"


def ledger_title(ledger: Ledger) -> str:
    """`Ledger · Kestravia and Valdmark · 12 letters, for 3 no answer is held`."""
    open_ = sum(1 for row in ledger.rows if not row.answered_by)
    count = f"{len(ledger.rows):,} letter{'' if len(ledger.rows) == 1 else 's'}"
    none = f", for {open_:,} no answer is held" if open_ else ""
    return f"Ledger · {ledger.parties[0]} and {ledger.parties[1]} · {count}{none}"


def _gap(piece: Piece, width: int) -> Piece:
    return Piece(" " * max(2, width - cells(piece.text)))

"""A document that a symbol may mean, as one line: its symbol, date and sender, and whether it is held. Pure."""

from __future__ import annotations

from index.results import Candidate
from tui.view.rows import Line, Piece, cut, fit, one_line, short_date
from tui.view.wrap import cells

NAME = 26
"""Columns of the symbol: a dual symbol of an emergency session (`A/ES-10/1043-S/2025/529`), and two blank ones."""
DATE = 13
"""Columns of the date, two blank ones after it included."""
SENT = 52
"""Columns from which date and sender stand between symbol and status."""


def name_of(candidate: Candidate) -> str:
    """Its symbols as one, else its ID."""
    return one_line("-".join(candidate.symbols) or candidate.id or "a document without a symbol")


def status(candidate: Candidate) -> Line:
    """`held`, or `not held · cited by 2`; that its symbol was inferred."""
    inferred = Piece(" · symbol inferred", "inferred") if candidate.inferred_from else Piece("")
    if candidate.id is not None:
        return Piece("held", "relation"), inferred
    count = len(candidate.cited_by)
    return (Piece(f"not held · cited by {count:,}" if count else "not held · not cited", "not-held"), inferred)


def candidate_line(candidate: Candidate, width: int) -> tuple[Line, Line]:
    """(what stands at the left, its status at the right) for a row of `width` cells."""
    told = status(candidate)
    room = width - sum(cells(piece.text) for piece in told) - 2
    held = candidate.id is not None
    look = "inferred" if candidate.inferred_from else "symbol" if held else "not-held"
    if width < SENT:
        return (Piece(fit(name_of(candidate), max(1, room)), look),), told
    # An ID made of date and sender repeats what stands beside it; a symbol is never cut where there is room.
    name = Piece(fit(name_of(candidate), room if candidate.symbols else min(room, NAME - 2)), look)
    pieces = [name, Piece(" " * max(2, NAME - cells(name.text)))]
    date = short_date(candidate.date) if candidate.date or held else ""
    pieces.append(Piece(date.rjust(DATE - 2) + "  ", "date"))
    used = sum(cells(piece.text) for piece in pieces)
    pieces.append(Piece(fit(one_line(candidate.sender), max(0, room - used)), "party" if held else "not-held"))
    return tuple(cut(pieces, room)), told

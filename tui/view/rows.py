"""A result as two lines of text with lit places. Pure."""

from __future__ import annotations

from typing import NamedTuple

from corpus.clean import visible
from index.results import Hit
from tui.view.wrap import cells, narrow, shorten

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SHORTEST_ANSWER = 18
"""Columns below which what a letter answers is left out: half a symbol tells nobody anything."""
SHORTEST_PARTY = 5
"""Columns up to which a sender beside a long symbol is left out."""
WIDE = 64
"""Columns from which sender and addressee stand beside symbol and date."""
NO_SYMBOL = "no symbol"
MASTHEAD = "masthead: "
"""Before a passage of the masthead, which is not the author's words."""


class Piece(NamedTuple):
    """A stretch of a line and what it is: `symbol`, `date`, `party`, `relation`, `text`, `match`, `inferred`."""

    text: str
    look: str = "text"


Line = tuple[Piece, ...]


def short_date(date: str | None) -> str:
    """`2006-08-04` → `4 Aug 2006`; `undated` where there is none."""
    if not date:
        return "undated"
    parts = date.split("-")
    if len(parts) == 3 and parts[1].isdigit() and parts[2].isdigit() and 1 <= int(parts[1]) <= 12:
        return f"{int(parts[2])} {_MONTHS[int(parts[1]) - 1]} {parts[0]}"
    return date


def shorter_date(date: str | None) -> str:
    """`2006-08-04` → `4 Aug 06`, for narrow panes; `""` where there is none."""
    words = short_date(date) if date else ""
    return words[:-4] + words[-2:] if words.count(" ") == 2 else words


def one_line(text: str) -> str:
    """Text from a document for one line: cleaned, its white space single."""
    return visible(" ".join(text.split()))


def row_lines(hit: Hit, width: int, by_id: bool = False) -> tuple[Line, Line]:
    """The two lines of a result: what it is, and, set in, the passage that matches, the title where there is none.

    `by_id`: the ID stands there at any width, for a reader who is to type it.
    """
    indent = "  "[: max(0, width - 2)]
    return _first(hit, width, by_id), (Piece(indent), *_second(hit, width - len(indent)))


def _first(hit: Hit, width: int, by_id: bool) -> Line:
    date = short_date(hit.date)
    room = width - cells(date) - 1
    parties = _parties(hit)
    name = _name(hit, room if by_id else room - cells(parties) - 2 if width >= WIDE else 0)
    if width < WIDE:
        line: Line = _alone(hit, name, room)
    else:
        name = Piece(shorten(name.text, max(1, room)), name.look)
        # Who wrote to whom comes first; notes, then what it answers, take what is left.
        left = room - cells(name.text) - 2
        parties = fit(parties, left) if left > SHORTEST_PARTY else ""
        line = (name, Piece(f"  {parties}", "party"), *_beside(hit, left - cells(parties)))
    used = sum(cells(piece.text) for piece in line)
    return (*(p for p in line if p.text), Piece(" " * max(1, room - used + 1)), Piece(date, "date"))


def _alone(hit: Hit, name: Piece, room: int) -> Line:
    """A name without parties beside it; where there is no symbol, the sender, which says more than a part of an ID."""
    if name.text != NO_SYMBOL or not hit.sender:
        return (Piece(shorten(name.text, max(1, room)), name.look),)
    told = f", {NO_SYMBOL}"
    who = _who(hit.sender, max(1, room))
    return Piece(who, "party"), Piece(told if cells(who) + cells(told) <= room else "", "date")


def _name(hit: Hit, room: int) -> Piece:
    """What a letter is called: its symbol, one inferred, else its ID, for which there are `room` cells.

    An ID of date and sender says nothing that the row does not: where it would be cut, the row says why it is used.
    """
    if hit.symbols:
        return Piece(one_line("-".join(hit.symbols)), "symbol")
    if hit.inferred_symbols:
        return Piece(one_line("-".join(hit.inferred_symbols)) + " (inferred)", "inferred")
    name = one_line(hit.id)
    return Piece(name, "symbol") if room >= cells(name) else Piece(NO_SYMBOL, "date")


def _parties(hit: Hit) -> str:
    """Who wrote to whom, as far as it is known."""
    known = f" → {hit.addressee}" if hit.addressee else ""
    return one_line(f"{hit.sender or 'sender not known'}{known}")


def _beside(hit: Hit, left: int) -> tuple[Piece, Piece]:
    """Notes, and what the letter answers, as far as there is room."""
    notes = f" · {hit.notes} note{'s' if hit.notes != 1 else ''}" if hit.notes else ""
    notes = notes if cells(notes) <= left else ""
    left -= cells(notes)
    answers = f" · answers {one_line(', '.join(hit.answers))}" if hit.answers else ""
    return Piece(notes, "date"), Piece(fit(answers, left) if left >= SHORTEST_ANSWER else "", "relation")


def _second(hit: Hit, width: int) -> Line:
    snippet = hit.snippets[0] if hit.snippets else None
    told = width >= WIDE or not (hit.symbols or hit.inferred_symbols)  # who wrote stands in the first line then
    lead = Piece("" if told or not hit.sender else _who(hit.sender, width // 3) + ": ", "party")
    if snippet is not None and snippet.masthead:
        lead = Piece(MASTHEAD, "date")
    lead = lead if width >= 24 else Piece("")
    room = width - cells(lead.text)
    if snippet is None:
        return lead, Piece(fit(one_line(hit.title), room), "text")
    return (lead, *lit(snippet.text, snippet.marks, room, snippet.foremost))


def _who(sender: str, width: int) -> str:
    """Who wrote, in at most `width` cells; of several the first, and how many more."""
    name = one_line(sender)
    first, *others = name.split(" and ")
    if cells(name) > width and others:
        return f"{fit(first, max(1, width - 3))} +{len(others)}"
    return fit(name, width)


def lit(text: str, marks: tuple[tuple[int, int], ...], width: int, foremost: int = 0) -> list[Piece]:
    """A passage cut to `width` cells, in pieces, around the lit place at `foremost`, or else the first."""
    flat = visible(text.replace("\n", " ").replace("\t", " "))
    start = 0
    first, last = next((mark for mark in marks if mark[0] <= foremost < mark[1]), marks[0]) if marks else (0, 0)
    if marks and cells(flat[:last]) > width - 2:
        start = max(0, first - width // 3)
        start = flat.find(" ", start, first) + 1 or start
    pieces = [Piece("…")] if start else []
    at = start
    for begin, end in marks:
        if begin >= at:
            pieces += [Piece(flat[at:begin]), Piece(flat[begin:end], "match")]
            at = end
    pieces.append(Piece(flat[at:]))
    return cut(pieces, width)


def cut(pieces: list[Piece], width: int) -> list[Piece]:
    """The pieces that fit into `width` cells, the last one shortened."""
    out: list[Piece] = []
    for piece in pieces:
        size = cells(piece.text)
        if size > width:
            out.append(Piece(fit(piece.text, width), piece.look))
            break
        if piece.text:
            out.append(piece)
        width -= size
    return out


def fit(text: str, width: int) -> str:
    """`text` in at most `width` cells; under three there is no room for a wide character and an ellipsis."""
    if cells(text) <= width:
        return text
    if narrow(text):
        return shorten(text, width) if width >= 3 else "…" * (width > 0)
    head = text[: 4 * width]  # to wrap a whole passage for its first words costs 0.3 ms a row
    text = head if cells(head) > width else text
    return shorten(text, width) if width >= 3 else "…" * (width > 0)

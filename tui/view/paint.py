"""A line × what is lit on it → a strip. Pure: colours come in as `Looks`; text goes out as plain segments only.

A clickable span carries the index of its mark (`Style.meta["mark"]`), never a word of the document.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from tui.view.direction import has_right_to_left, visual_order
from tui.view.layout import Layout, Line
from tui.view.marks import Mark, MarkKind
from tui.view.wrap import cells

Ranges = Sequence[tuple[int, int]]
GUTTER = "▌"
"""Stands left of a line that is selected or was just landed on: told without colour too."""


@dataclass(frozen=True, slots=True)
class Looks:
    """The style of each thing a letter shows; all but `ground` are laid over it."""

    ground: Style
    """The pane's own."""
    heading: Style
    symbol: Style
    dim: Style
    inferred: Style
    held: Style
    """A citation that can be opened."""
    not_held: Style
    marker: Style
    match: Style
    match_now: Style
    focus: Style
    """The link that `]` has walked to."""
    selected: Style
    landing: Style


PLAIN = Looks(
    ground=Style.null(),
    heading=Style(bold=True),
    symbol=Style(bold=True),
    dim=Style(dim=True),
    inferred=Style(italic=True),
    held=Style(underline=True),
    not_held=Style(dim=True),
    marker=Style(bold=True),
    match=Style(reverse=True),
    match_now=Style(reverse=True, bold=True),
    focus=Style(reverse=True, underline=True),
    selected=Style(reverse=True),
    landing=Style(bold=True),
)
"""Without colours: what remains of every meaning on a terminal that has none."""


@dataclass(frozen=True, slots=True)
class Lit:
    """What is lit in the letter just now."""

    held: frozenset[str] = frozenset()
    """Symbols whose letters are held."""
    matches: Ranges = ()
    """In order, apart from one another."""
    match_now: int = -1
    focus: int = -1
    """Index of the mark walked to, -1 for none."""
    selection: Ranges = ()
    landing: int = -1
    """The line just landed on, -1 for none."""


def paint_line(layout: Layout, y: int, looks: Looks, lit: Lit) -> Strip:
    """Line `y` of a layout; as wide as its text, the margin left of it included."""
    line = layout.line(y)
    base = _base(line, looks)
    chosen = _touches(line, lit.selection)
    if y == lit.landing:
        base = base + looks.landing
    runs = list(_runs(layout, line, base, looks, lit))
    if has_right_to_left(line.text):
        runs = _reordered(runs, line.right_to_left)
    margin = layout.left + line.indent
    if line.right_to_left:
        margin = layout.left + max(0, layout.measure - line.indent - sum(cells(text) for text, _ in runs))
    flag = GUTTER if (chosen or y == lit.landing) and layout.left else ""
    lead = (" " * (layout.left - 1) + flag).ljust(margin) if flag else " " * margin
    segments = [Segment(lead, looks.ground + looks.marker if flag else looks.ground)] if lead else []
    return Strip([*segments, *(Segment(text, style) for text, style in runs)])


def offset_at(layout: Layout, y: int, x: int) -> int:
    """The offset shown at cell `x` of line `y`; the nearest one of the line for a cell beside its text."""
    line = layout.line(y)
    spots = [(p.offset + i if p.offset >= 0 else -1, c) for p in line.pieces for i, c in enumerate(p.text)]
    if has_right_to_left(line.text):
        spots = [spots[place] for place, _ in visual_order("".join(c for _, c in spots), line.right_to_left)]
    at = layout.left + line.indent
    if line.right_to_left:
        at = layout.left + max(0, layout.measure - line.indent - cells(line.text))
    best = layout.offset_of(y)
    for offset, character in spots:
        if offset >= 0:
            best = offset
        at += cells(character)
        if at > x and offset >= 0:
            break
    return best


def _base(line: Line, looks: Looks) -> Style:
    styles = {
        "title": looks.heading,
        "heading": looks.heading,
        "symbol": looks.symbol,
        "fold": looks.heading,
        "dim": looks.dim,
        "rule": looks.dim,
        "mark": looks.dim,
        "inferred": looks.inferred,
    }
    return looks.ground + styles.get(line.style, Style.null())


def _runs(layout: Layout, line: Line, base: Style, looks: Looks, lit: Lit) -> Iterator[tuple[str, Style]]:
    """The line's text cut wherever a style begins or ends; without the spaces it ends with."""
    marks = layout.marks.of_block.get(line.block, ())
    left = len(line.text)
    for piece in line.pieces:
        text = piece.text[:left]
        left -= len(text)
        if not text:
            return
        if piece.offset < 0:
            yield text, _set_in(layout, piece.mark, base, looks, lit)
            continue
        start, end = piece.offset, piece.offset + len(text)
        edges = sorted({start, end, *_edges(layout, marks, lit, start, end)})
        for a, b in pairwise(edges):
            yield text[a - start : b - start], _style(layout, marks, base, looks, lit, a)


def _edges(layout: Layout, marks: Sequence[int], lit: Lit, start: int, end: int) -> Iterator[int]:
    spans = [(layout.marks.all[i].start, layout.marks.all[i].end) for i in marks]
    for a, b in (*spans, *_near(lit.matches, start, end), *lit.selection):
        yield from (edge for edge in (a, b) if start < edge < end)


def _near(ranges: Ranges, start: int, end: int) -> Ranges:
    """Those of many ordered ranges that touch `start`…`end`."""
    low = max(0, bisect_left(ranges, (start, start)) - 1)
    high = bisect_left(ranges, (end, end))
    return ranges[low:high]


def _set_in(layout: Layout, mark: int, base: Style, looks: Looks, lit: Lit) -> Style:
    if mark < 0:
        return base + looks.dim
    style = base + looks.marker + Style(meta={"mark": mark})
    at = layout.marks.all[mark].start
    if any(a <= at < b for a, b in lit.selection):
        style += looks.selected
    return style + looks.focus if mark == lit.focus else style


def _style(layout: Layout, marks: Sequence[int], base: Style, looks: Looks, lit: Lit, at: int) -> Style:
    """The style of the character at an offset: link, then match, then focus, then selection on top."""
    style = base
    for index in marks:
        mark = layout.marks.all[index]
        if mark.start <= at < mark.end:
            style += _link(mark, looks, lit) + Style(meta={"mark": index})
            if index == lit.focus:
                style += looks.focus
    for a, b in _near(lit.matches, at, at + 1):
        if a <= at < b:
            now = 0 <= lit.match_now < len(lit.matches) and lit.matches[lit.match_now] == (a, b)
            style += looks.match_now if now else looks.match
    if any(a <= at < b for a, b in lit.selection):
        style += looks.selected
    return style


def _link(mark: Mark, looks: Looks, lit: Lit) -> Style:
    if mark.kind is not MarkKind.CITATION or mark.citation is None:
        return looks.marker
    return looks.held if any(symbol in lit.held for symbol in mark.citation.symbols) else looks.not_held


def _touches(line: Line, selection: Ranges) -> bool:
    return any(a < p.offset + len(p.text) and p.offset < b for a, b in selection for p in line.pieces if p.offset >= 0)


def _reordered(runs: list[tuple[str, Style]], right_to_left: bool) -> list[tuple[str, Style]]:
    """Runs in the order they are shown; each character keeps its style."""
    styles = [style for text, style in runs for _ in text]
    order = visual_order("".join(text for text, _ in runs), right_to_left)
    grouped = groupby(order, key=lambda spot: id(styles[spot[0]]))
    mended = []
    for _, spots in grouped:
        group = list(spots)
        mended.append(("".join(character for _, character in group), styles[group[0][0]]))
    return mended

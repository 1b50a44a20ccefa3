"""The thread pane: the exchange around the letter last opened, as tree, list or lanes."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from textual.message import Message
from textual.strip import Strip

from index.results import Edge, Node, Thread
from tui.bindings import bindings
from tui.view.rows import Piece, cut, one_line, short_date, shorter_date
from tui.view.tree import DEEPEST, GLYPHS, TreeRow, lanes, list_rows, tree_rows
from tui.view.wrap import cells
from tui.widgets.later import NO_THREAD
from tui.widgets.looks import PieceList

if TYPE_CHECKING:
    from tui.view.whole import Whole

VIEWS = ("tree", "list", "lanes")
BASES = {
    "symbol+date+sender": "symbol, date and sender",
    "description": "told by date and sender, without a symbol",
}
"""What a link rests on, in words."""
MARKED = {"description": "described"}
"""The same in a row, where anything but a symbol is told."""
JOINED = 60
"""Columns from which a link and its letter stand on one line."""


class ThreadPane(PieceList):
    """Rows of two lines (the link, the letter), of one for what hangs on nothing and where both fit on one."""

    BINDINGS = bindings("thread", "motion")

    def whole(self) -> Whole:
        """The exchange in sentences, earliest first."""
        from tui.thread_print import plain_lines
        from tui.view.whole import Whole

        return Whole(tuple(plain_lines(self.thread))) if self.thread is not None else super().whole()

    @dataclass
    class Evidence(Message):
        """The passage that proves a link is to be shown."""

        edge: Edge

    @dataclass
    class Viewed(Message):
        """Another view or another exchange is shown: for the pane's title."""

        view: str
        count: str

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.thread: Thread | None = None
        self.view = "tree"
        self.rows: list[TreeRow] = []
        self._folded: frozenset[str] = frozenset()
        self._starts: list[int] = [0]
        self._lanes: list[str] = []
        self._lane_of: dict[str, int] = {}

    @property
    def _joined(self) -> bool:
        return self.size.width >= JOINED or self.view == "lanes"

    def show(self, thread: Thread) -> None:
        """Show the exchange around a letter, the cursor on it."""
        self.thread = thread
        self._folded = frozenset()
        self._lay_out()
        self.cursor = next((n for n, row in enumerate(self.rows) if row.node.id == thread.focus), 0)

    def clear(self) -> None:
        """Show no exchange."""
        self.thread, self.rows = None, []
        self.reflow()

    def _lay_out(self) -> None:
        thread = self.thread
        if thread is None:
            return
        if self.view == "tree":
            self.rows = tree_rows(thread, self._folded)
        elif self.view == "list":
            self.rows = list_rows(thread)
        else:
            names, placed = lanes(thread, max(1, self.size.width // 16))
            self._lanes = [one_line(name) for name in names]
            self._lane_of = {node.id: lane for node, lane in placed}
            self.rows = [TreeRow(node, 0) for node, _ in placed]
        self.reflow()
        letters = [node for node in thread.nodes if not node.document]
        held = sum(node.held for node in letters)
        count = f"{len(letters)} letter{'s' if len(letters) != 1 else ''}"
        self.post_message(self.Viewed(self.view, count if held == len(letters) else f"{held} of {len(letters)} held"))

    @property
    def current(self) -> TreeRow | None:
        """The row under the cursor."""
        return self.rows[self.cursor] if self.rows else None

    def item_count(self) -> int:
        """Rows."""
        return len(self.rows)

    def line_count(self, width: int) -> int:
        """The lines of all rows; where no letter is open, the sentence that says so."""
        return super().line_count(width) if self.rows else 1

    def item_lines(self, index: int) -> tuple[int, int]:
        """One line, two where a link put the row here."""
        return self._starts[index], self._starts[index + 1] - self._starts[index]

    def line_state(self, y: int) -> Hashable:
        """The row under the cursor."""
        return self.item_at(y) == self.cursor

    def paint(self, y: int, width: int) -> Strip:
        """A line of a row."""
        index = self.item_at(y) if self.rows else None
        if index is None:
            return self.strip([Piece("" if self.thread else NO_THREAD[: width - 1], "date")], width, False)
        row = self.rows[index]
        here = index == self.cursor
        pieces = self._lane(row, width) if self.view == "lanes" else self._row_line(row, y - self._starts[index])
        return self.strip(cut(pieces, width - 1), width, here)

    def _row_line(self, row: TreeRow, line: int) -> list[Piece]:
        """A line of a row: the link and what it leads to, each on its own where they do not fit on one."""
        lead = "  " * min(row.depth, DEEPEST)
        absent = _held(row.node)
        if self.view == "list" or row.edge is None:
            link = self._link_of(row)
            gap = [Piece("  ")] if link else []
            if self._joined:
                return [Piece(lead), *self._named(row), *absent, *gap, *link]
            if line == 0:
                return [Piece(lead), *self._named(row)]
            return [Piece(f"{lead}  "), *(link or [absent[0]._replace(text="not held"), absent[1]])]
        link = [Piece(f"{lead[:-1]}└ ", "rule"), *self._link(row)]
        if self._joined:
            return [*link, Piece(" "), *self._named(row), *absent]
        return [*link, *absent[:1]] if line == 0 else [Piece(lead), *self._named(row), *absent[1:]]

    def _height(self, row: TreeRow) -> int:
        linked = row.edge is not None or not (row.node.held or row.node.document)
        return 2 if linked and not self._joined else 1

    def reflow(self) -> None:
        """As for lists; how many lines a row takes depends on the width."""
        self._starts = [0, *accumulate(map(self._height, self.rows))]
        super().reflow()

    def _link(self, row: TreeRow) -> list[Piece]:
        """How the row above and this one are linked."""
        edge = row.edge
        if edge is None:
            return []
        deep = f"{row.depth}› " if row.depth > DEEPEST and self.view == "tree" else ""
        aside = " (annex)" if edge.part else ""
        basis = "" if edge.basis.startswith("symbol") else f" · {MARKED.get(edge.basis, edge.basis)}"
        return [Piece(f"{deep}{GLYPHS.get(edge.kind, '·')} {row.word}{aside}", "relation"), Piece(basis, "inferred")]

    def _link_of(self, row: TreeRow) -> list[Piece]:
        """In the list, where nothing stands above: `answers`, and what."""
        if row.edge is None or self.thread is None:
            return []
        target = next((node for node in self.thread.nodes if node.id == row.edge.target), None)
        what = [] if target is None else [Piece(" "), *self._facts(target)]
        aside = " (annex)" if row.edge.part else ""
        return [Piece(f"{GLYPHS.get(row.edge.kind, '·')} {row.edge.kind}{aside}", "relation"), *what]

    def _named(self, row: TreeRow) -> list[Piece]:
        """What a row is called, whether it is held, and what is folded under it."""
        if row.series:
            words = f"▸ {row.series_told}"
            return [Piece(words, "text"), Piece(" · l opens", "date")]
        folded = [Piece(f" ▸ {row.children}", "date")] if row.folded else []
        focus = self.thread is not None and row.node.id == self.thread.focus
        return [Piece("▶ " if focus else "", "match"), *self._facts(row.node), *folded]

    def _facts(self, node: Node) -> list[Piece]:
        """Date, sender and symbol of a node, and whether its symbol is inferred."""
        symbol = one_line(node.symbols[0] if node.symbols else "")
        who = one_line(node.sender)
        if node.document:
            return [Piece("▤ ", "date"), Piece(symbol or one_line(node.title), "not-held"), Piece(" document", "date")]
        focus = self.thread is not None and node.id == self.thread.focus
        look = "symbol" if focus else "text" if not node.held else "party"
        date = shorter_date(node.date)
        words = [
            Piece(date, "date"),
            Piece(who, look),
            Piece(symbol, "inferred" if node.inferred_from else look if node.held else "not-held"),
            Piece(f"inferred from {len(node.inferred_from)}" if node.inferred_from else "", "inferred"),
        ]
        said = [piece for piece in words if piece.text] or [Piece(one_line(node.title or node.id), look)]
        spaced = [part for piece in said for part in (Piece(" "), piece)]
        return spaced[1:]

    def _lane(self, row: TreeRow, width: int) -> list[Piece]:
        lane = self._lane_of.get(row.node.id, 0)
        wide = width >= JOINED
        told = 12 if wide else 10
        size = max(8, (width - told) // max(1, len(self._lanes)))
        name = one_line(row.node.symbols[0] if row.node.symbols else row.node.sender)
        date = short_date(row.node.date) if wide else shorter_date(row.node.date) or "undated"
        mark = "▶" if self.thread is not None and row.node.id == self.thread.focus else "●" if row.node.held else "○"
        before = " " * (size * lane)
        pieces = [
            Piece(date + " " * (told - cells(date)), "date"),
            Piece(before),
            Piece(f"{mark} "),
            Piece(name, "party" if row.node.held else "not-held"),
        ]
        return [*pieces, Piece(f" {self._lanes[lane]}" if row.node.symbols else "", "date")]

    def action_view(self) -> None:
        """`t`: tree, list, lanes."""
        kept = self.current.node.id if self.current else ""
        self.view = VIEWS[(VIEWS.index(self.view) + 1) % len(VIEWS)]
        self._lay_out()
        self.cursor = next((n for n, row in enumerate(self.rows) if row.node.id == kept), 0)

    def action_evidence(self) -> None:
        """`e`: to the passage that proves the link."""
        if self.current is not None and self.current.edge is not None:
            self.post_message(self.Evidence(self.current.edge))

    def action_fold(self) -> None:
        """`h`: hide what hangs on this letter."""
        if self.current is not None and self.view == "tree" and self.current.children:
            self._fold(self._folded | {self.current.node.id})

    def action_unfold(self) -> None:
        """`l`: show it again, or the letters of a series."""
        row = self.current
        if row is None or self.view != "tree":
            return
        if row.series and row.edge is not None:
            self._fold(self._folded | {f"series:{row.edge.source}"})
        else:
            self._fold(self._folded - {row.node.id})

    def _fold(self, folded: frozenset[str]) -> None:
        kept = self.cursor
        self._folded = folded
        self._lay_out()
        self.cursor = min(kept, max(0, len(self.rows) - 1))


def _held(node: Node) -> list[Piece]:
    """That a letter is not held, and how often it is cited."""
    if node.held or node.document:
        return []
    return [Piece(" · not held", "not-held"), Piece(f" · cited by {node.cited_by}", "not-held")]


def proof(edge: Edge | None, nodes: tuple[Node, ...]) -> list[Piece]:
    """The passage that makes a link, its basis and what agrees, for the lines under the thread."""
    if edge is None:
        return []
    names = {node.id: node for node in nodes}
    said = edge.agrees
    marks = [
        (name, value)
        for name, value in (("symbol", said.symbol), ("date", said.date), ("sender", said.sender))
        if value is not None
    ]
    agrees = ", ".join(f"{name} {'✓' if value else '✗ differs'}" for name, value in marks)
    where = f"{edge.part or ''} {edge.block}".strip()
    # "symbol+date+sender" beside three marks would say the same twice.
    basis = agrees if agrees and edge.basis.startswith("symbol") else BASES.get(edge.basis, edge.basis)
    words = one_line(edge.evidence)
    more = "…" if words[-1:].isalnum() or words[-1:] in ",;" else ""  # the sentence goes on
    pieces = [Piece(f"“{words}{more}” ", "text"), Piece(f"{where} · {basis}", "date")]
    if agrees and basis != agrees:
        pieces.append(Piece(f": {agrees}", "date"))
    if said.difference:
        pieces.append(Piece(f" {one_line(said.difference)}", "match"))
    if edge.candidates:
        fits = ", ".join(
            one_line("-".join(names[c].symbols) or c) if c in names else one_line(c) for c in edge.candidates
        )
        pieces.append(Piece(f" fits {len(edge.candidates)}: {fits}", "inferred"))
    return pieces

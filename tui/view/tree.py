"""The exchange around a letter as rows: a tree, a list by date, or lanes by party. Pure.

A letter hangs under what it answers, follows or transmits; what a letter merely cites hangs under it as a leaf. Where
the focus itself is cited, the citing letter hangs under the focus: "who cites this" is asked as often as "what it
cites".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from index.results import Edge, Node, Thread
from tui.view.rows import short_date

DEEPEST = 4
"""Levels that are indented; deeper ones tell their depth as a number, so that nothing slides off the right edge."""
SERIES = 8
"""Leaves of one kind under one letter from which they fold to a line: one letter of 2000 cites eighteen at once."""
GLYPHS = {"answers": "↩", "follows": "↓", "transmits": "✉", "cites": "·", "": " "}
PASSIVE = {"answers": "answered by", "follows": "followed by", "transmits": "transmitted by", "cites": "cited by"}
"""The kind of a link, told from the side of the letter that it leads to."""
ASIDE = 4
"""The same under a letter that is not the open one: what it cites besides is not what one came for."""
HANGING = frozenset({"answers", "follows", "transmits"})


@dataclass(frozen=True, slots=True)
class TreeRow:
    """A row: a node with the link that put it here, or (`series`) a fold of several."""

    node: Node
    depth: int
    edge: Edge | None = None
    outgoing: bool = False
    """True where the row is the target of its link: a leaf under the letter that cites it."""
    series: tuple[Node, ...] = ()
    folded: bool = False
    """Whether rows that hang on it are hidden."""
    children: int = 0

    @property
    def word(self) -> str:
        """What the row above has to do with this one, so that a tree is read downwards: `answered by`, `cites`."""
        if self.edge is None:
            return ""
        return self.edge.kind if self.outgoing else PASSIVE.get(self.edge.kind, self.edge.kind)

    @property
    def series_told(self) -> str:
        """A series in words: `18 letters, 3 Jan 2000 – 9 Dec 2000`, the dates as far as they are known."""
        dates = [short_date(node.date) for node in self.series if node.date]
        between = f", {dates[0]} – {dates[-1]}" if len(dates) > 1 else f", {dates[0]}" if dates else ""
        return f"{len(self.series)} {'documents' if self.node.document else 'letters'}{between}"


def by_date(nodes: tuple[Node, ...] | list[Node]) -> list[Node]:
    """Earliest first; what has no date last; then by symbol, so that the order favours nobody."""
    return sorted(nodes, key=lambda node: (node.date is None, node.date or "", node.id))


def list_rows(thread: Thread) -> list[TreeRow]:
    """Every communication by date, each with its first link; of several, one that answers or follows goes first."""
    first: dict[str, Edge] = {}
    for edge in sorted(thread.edges, key=lambda edge: edge.kind not in HANGING):
        first.setdefault(edge.source, edge)
    return [TreeRow(node, 0, first.get(node.id)) for node in by_date(thread.nodes)]


def tree_rows(thread: Thread, folded: frozenset[str] = frozenset()) -> list[TreeRow]:
    """The tree, depth first; `folded` are the ids of nodes whose hanging rows are hidden (of series: shown)."""
    return list(_Tree(thread, folded).rows())


class _Tree:
    """What hangs where, each node under one parent only."""

    def __init__(self, thread: Thread, folded: frozenset[str]) -> None:
        self.nodes = {node.id: node for node in thread.nodes}
        self.folded = folded
        self.focus = thread.focus
        self.parent: dict[str, Edge] = {}
        self.leaves: dict[str, list[Edge]] = {}
        for edge in thread.edges:
            self._place(edge)
        self.children: dict[str, list[Edge]] = {}
        for edge in self.parent.values():
            self.children.setdefault(edge.target, []).append(edge)

    def _place(self, edge: Edge) -> None:
        source, target = self.nodes.get(edge.source), self.nodes.get(edge.target)
        if source is None or target is None or edge.source == edge.target:
            return
        hangs = (edge.kind in HANGING and not target.document) or edge.target == self.focus
        if hangs and edge.source not in self.parent and not self._under(edge.target, edge.source):
            self.parent[edge.source] = edge
        else:
            self.leaves.setdefault(edge.source, []).append(edge)

    def _under(self, node: str, ancestor: str) -> bool:
        """Whether `ancestor` stands above `node`: hanging it there would close a circle."""
        seen = set()
        while node not in seen:
            if node == ancestor:
                return True
            seen.add(node)
            edge = self.parent.get(node)
            if edge is None:
                return False
            node = edge.target
        return False

    def rows(self) -> Iterator[TreeRow]:
        """Depth first, without recursion: a chain may be ten thousand letters long."""
        shown_as_leaf = {edge.target for edges in self.leaves.values() for edge in edges}
        roots = [
            n
            for n in self.nodes.values()
            if n.id not in self.parent and (n.id not in shown_as_leaf or n.id in self.children or n.id == self.focus)
        ]
        stack = [(TreeRow(node, 0), False) for node in reversed(by_date(roots))]
        while stack:
            row, leaf = stack.pop()
            below = [] if leaf or row.series else self._below(row)
            hidden = bool(below) and row.node.id in self.folded
            yield TreeRow(row.node, row.depth, row.edge, row.outgoing, row.series, hidden, len(below))
            if not hidden:
                stack += reversed(below)

    def _below(self, row: TreeRow) -> list[tuple[TreeRow, bool]]:
        depth = row.depth + 1
        hanging = sorted(self.children.get(row.node.id, ()), key=lambda e: (self.nodes[e.source].date or "9", e.source))
        leaves = self.leaves.get(row.node.id, [])
        out = [(TreeRow(self.nodes[e.source], depth, e), False) for e in hanging]
        opened = f"series:{row.node.id}" in self.folded
        alike: dict[tuple[str, bool], list[Edge]] = {}
        for edge in leaves:
            alike.setdefault((edge.kind, self.nodes[edge.target].document), []).append(edge)
        rows: list[TreeRow] = []
        most = SERIES if row.node.id == self.focus else ASIDE
        for edges in alike.values():
            if len(edges) < most or opened:
                rows += [TreeRow(self.nodes[e.target], depth, e, True) for e in edges]
            else:
                cited = by_date([self.nodes[e.target] for e in edges])
                rows.append(TreeRow(cited[0], depth, edges[0], True, tuple(cited)))
        return [(leaf, True) for leaf in rows] + out


def lanes(thread: Thread, most: int = 6) -> tuple[list[str], list[tuple[Node, int]]]:
    """Parties in the order they first wrote, and (node, lane) by date; beyond `most` lanes parties share the last."""
    order: list[str] = []
    rows: list[tuple[Node, int]] = []
    for node in by_date(thread.nodes):
        if node.document:
            continue
        party = node.sender or "sender not known"
        if party not in order:
            order.append(party)
        rows.append((node, min(order.index(party), most - 1)))
    names = order[:most] if len(order) <= most else [*order[: most - 1], "others"]
    return names, rows

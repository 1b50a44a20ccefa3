"""The exchange around a letter as values: nodes, edges with their proof, and what did not fit in words.

`index.exchange` follows the links; here what it found is named, dated and compared.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from corpus.errors import NotFound
from corpus.model import Basis, RelationKind
from index import agreement, keys, recovery
from index.entries import Link, Mention
from index.exchange import Exchange, Step
from index.names import documents, key_of, spelt
from index.results import Agreement, Cancel, Edge, Node, Thread
from index.shelf import Shelf
from index.targets import Point, Targets, told, told_by_several

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher


def thread(searcher: ArraySearcher, name: str, cancel: Cancel) -> Thread:
    """The exchange around what a name means: a letter held, or a symbol that is cited; NotFound for neither."""
    shelf = Shelf(searcher)
    docs = documents(shelf, name)
    if len(docs) > 1:
        ids = " or ".join(shelf.row(doc).id for doc in docs[:5])
        raise NotFound(f"{name} may mean {ids}.", "Name one of them in full.")
    targets = Targets(shelf)
    focus = targets.of_doc(docs[0]) if docs else _cited(targets, name)
    if focus is None:
        raise NotFound(f"Nothing here is called {name}.", "Look it up with `rejoinder resolve`.")
    with _uncollected():
        exchange = Exchange(targets, focus, cancel)
        exchange.follow()
        return _Drawing(targets, focus, list(exchange.steps.values()), exchange.notices).thread()


def _cited(targets: Targets, name: str) -> Point | None:
    """The point of what is cited and not held, by its symbol or by date and sender."""
    shelf, symbol, dated = targets.shelf, spelt(name), key_of(name)
    if symbol is not None:
        halves = symbol.halves
        named = any(len(shelf.array("cites", half.key)) for half in halves)
        return targets.of_symbols(tuple(half.display for half in halves)) if named else None
    for doc in shelf.docs("cites", dated)[:1] if dated else ():
        entry = shelf.entry(doc)
        told = (link for link in entry.links if keys.described(link.date, link.sender) == dated)
        return next((targets.of(entry, link) for link in told if not link.symbols), None)
    return None


@contextmanager
def _uncollected() -> Iterator[None]:
    """Without the collector of cycles, which would look at every value just made: 30 ms of 80 for 2,000 letters."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Drawing:
    """Points and steps as nodes and edges."""

    def __init__(self, targets: Targets, focus: Point, steps: list[Step], notices: list[str]) -> None:
        self.targets, self.shelf, self.focus = targets, targets.shelf, focus
        self.steps, self.notices = steps, notices
        self.nodes: dict[int, Node] = {}

    def thread(self) -> Thread:
        """The thread; nodes by date, edges in the order of their sources."""
        points = {id(p): p for step in self.steps for p in (step.source, step.target)} | {id(self.focus): self.focus}
        self.nodes = {number: self._node(point) for number, point in points.items()}
        nodes = sorted(self.nodes.values(), key=lambda node: (node.date is None, node.date or "", node.id))
        edges = [self._edge(step) for step in self.steps if step.source is not step.target]
        itself = any(step.source is step.target for step in self.steps)
        notices = [*self.notices, *(["The letter cites itself."] if itself else [])]
        return Thread(self.nodes[id(self.focus)].id, tuple(nodes), tuple(edges), tuple(dict.fromkeys(notices)))

    def _node(self, point: Point) -> Node:
        if point.doc is not None:
            entry = self.shelf.entry(point.doc)
            lost = recovery.NOTHING if entry.symbols else recovery.inferred(self.shelf, point.doc)
            sources = tuple(self.shelf.row(doc).id for doc in lost.witnesses)
            return Node(
                entry.id, entry.symbols or lost.symbols, entry.date, entry.sender, entry.title, True, point.document,
                0, sources,
            )  # fmt: skip
        date, sender = told(point)
        name = "-".join(point.symbols) or point.name
        return Node(name, point.symbols, date, sender, "", False, point.document, self._cited_by(point, date, sender))

    def _cited_by(self, point: Point, date: str | None, sender: str) -> int:
        described = keys.described(date, sender) if not point.symbols else None
        names = [keys.canonical(symbol) for symbol in point.symbols] or ([described] if described else [])
        if len(names) == 1:
            return len(self.shelf.array("cites", names[0]))
        return len({doc for name in names for doc in self.shelf.docs("cites", name)}) or 1

    def _edge(self, step: Step) -> Edge:
        said = step.said
        source, target = self.nodes[id(step.source)].id, self.nodes[id(step.target)].id
        if isinstance(said, Mention):
            place = said.evidence, said.block, said.offset
            return Edge(source, target, "cites", *place, Basis.SYMBOL, self._mentioned(step), said.part)
        place = said.evidence, said.block, said.offset
        return Edge(
            source, target, said.kind, *place, said.basis, self._agrees(step, said), said.part, step.target.fits
        )

    def _mentioned(self, step: Step) -> Agreement:
        own = self.shelf.entry(step.target.doc).symbols if step.target.doc is not None else ()
        return Agreement(True if own else None, None, None)

    def _parties(self, point: Point) -> tuple[str, ...]:
        return self.shelf.entry(point.doc).parties if point.doc is not None else ()

    def _agrees(self, step: Step, link: Link) -> Agreement:
        point = step.target
        if point.doc is not None:
            entry, source = self.shelf.entry(point.doc), self._parties(step.source)
            own = link.kind == RelationKind.FOLLOWS and not set(source).isdisjoint(entry.parties)
            parties = (*entry.parties, *source) if own else entry.parties  # "our letter" of one of several senders
            return agreement.with_letter(link, entry.symbols, entry.date, entry.sender, parties)
        if not told_by_several(point):
            return agreement.SILENT
        return agreement.with_others(link, *told(point))

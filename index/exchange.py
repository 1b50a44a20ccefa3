"""Following an exchange through a library: from one letter outwards, the nearest first, by exact look-ups alone.

Letters that answer, follow or transmit one another are the exchange; it is followed to both sides, through letters
that are not held as well. What a letter of the exchange merely cites stands beside it, and what cites the letter in
focus; documents (reports, records, resolutions) join nothing. The work is bounded, and a notice says where it stopped.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

import numpy as np

from corpus.model import RelationKind
from index import keys
from index.entries import Link, Mention
from index.results import Cancel, Cancelled
from index.targets import Point, Targets, told

MOST = 2_000
"""Communications of one exchange; one letter may be cited ten thousand times."""
FOLLOWED = 250
"""Letters whose own links and answers are followed, the nearest first; a letter costs about 0.1 ms."""
HANGING = frozenset(("answers", "follows", "transmits"))
_FEW = 10
"""Citing letters that are read rather than looked up once more for each kind of link."""
_ALONE = 400
"""Links to what is merely cited, beyond those of the letter in focus."""


@dataclass(frozen=True, slots=True)
class Step:
    """A link met: from one point to another, as a letter's relation or mention makes it."""

    source: Point
    target: Point
    said: Link | Mention


class Exchange:
    """Follows links from the focus outwards, the nearest first."""

    def __init__(self, targets: Targets, focus: Point, cancel: Cancel) -> None:
        self.targets, self.shelf, self.focus, self.cancel = targets, targets.shelf, focus, cancel
        self.steps: dict[tuple[int, int, str, str], Step] = {}
        self.members: dict[int, Point] = {id(focus): focus}
        self.notices: list[str] = []
        self._alone = 0

    def follow(self) -> None:
        """Find everything; `Cancelled` once nobody wants it."""
        self._follow()
        self._join_leaves()

    def _follow(self) -> None:
        queue, followed = deque([self.focus]), 0
        while queue:
            if self.cancel():
                raise Cancelled
            if followed == FOLLOWED or len(self.targets.points) >= MOST:
                self.notices.append(f"The exchange may go on beyond the {len(self.members):,} letters shown.")
                return
            point = queue.popleft()
            followed += 1
            before = len(self.members)
            self._out(point)
            self._back(point)
            queue.extend(list(self.members.values())[before:])

    def _out(self, point: Point) -> None:
        """The links that a letter makes."""
        if point.doc is None:
            return
        entry = self.shelf.entry(point.doc)
        for said in entry.named:
            if kind(said) in HANGING or self._room(point):
                target = self.targets.of(entry, said)
                if target is not None:
                    self._step(point, target, said)

    def _room(self, point: Point) -> bool:
        """Whether one more cited document fits; what the focus cites always does."""
        if point is self.focus:
            return True
        self._alone += 1
        if self._alone == _ALONE + 1:
            self.notices.append(
                "Not everything that letters of the exchange cite is shown; open one to see what it cites."
            )
        return self._alone <= _ALONE

    def _back(self, point: Point) -> None:
        """The links that lead to a letter: those of the exchange, and all where it is the focus."""
        if point.document and point is not self.focus:
            return
        found = self._citing(point)
        found.discard(-1 if point.doc is None else point.doc)
        names = set(self.targets.names(point))
        lost = point.doc is not None and not self.shelf.entry(point.doc).symbols
        for doc in self._nearest(point, found):
            self._named_in(point, doc, names, lost)

    def _citing(self, point: Point) -> set[int]:
        """Letters that name it, those that merely cite it only where it is the focus."""
        names = self._keys(point)
        found = {doc for key in names for doc in self.shelf.docs("cites", key)}
        if point is self.focus or not found:
            return found
        if len(found) <= _FEW:
            return {doc for doc in found if any(kind(link) in HANGING for link in self.shelf.entry(doc).links)}
        return {doc for field in HANGING for key in names for doc in self.shelf.docs(field, key)}

    def _nearest(self, point: Point, found: set[int]) -> list[int]:
        room = max(0, MOST - len(self.targets.points))
        if len(found) > room:
            self.notices.append(
                f"{len(found):,} letters cite {self._name(point)}; the {room:,} nearest in time are shown."
            )
        date = self.shelf.row(point.doc).date if point.doc is not None else told(point)[0]
        return self.shelf.nearest(np.array(sorted(found), dtype=np.uint32), date, room) if found else []

    def _name(self, point: Point) -> str:
        return self.shelf.row(point.doc).id if point.doc is not None else "-".join(point.symbols) or point.name

    def _keys(self, point: Point) -> list[str]:
        """Keys under which letters that name it are found."""
        found = [keys.canonical(symbol) for symbol in self.targets.names(point)]
        if point.doc is None:
            date, sender = told(point)
            key = keys.described(date, sender)
            return [*found, *([key] if key else [])]
        entry = self.shelf.entry(point.doc)
        if entry.date:
            dated = [f"{entry.date} {party}" for party in entry.parties]
            found += dated if entry.symbols else [*dated, *(f"by {key}" for key in dated)]
        return found

    def _named_in(self, point: Point, doc: int, names: set[str], lost: bool) -> None:
        """The links by which one letter names a point; under any symbol where the point has `lost` its own."""
        entry = self.shelf.entry(doc)
        for said in entry.named:
            if said.symbols and names.isdisjoint(said.symbols) and not (lost and isinstance(said, Link)):
                continue
            if point is not self.focus and kind(said) not in HANGING:
                continue
            if self.targets.of(entry, said) is point:
                self._step(self.targets.of_doc(doc), point, said)

    def _step(self, source: Point, target: Point, said: Link | Mention) -> None:
        key = (id(source), id(target), kind(said), said.part)
        if key in self.steps:
            return
        self.steps[key] = Step(source, target, said)
        if kind(said) in HANGING and not target.document and not source.document:
            self.members.setdefault(id(target), target)
            self.members.setdefault(id(source), source)

    def _join_leaves(self) -> None:
        """Links among what is shown already, of letters that were not followed themselves."""
        shown = {id(point): point for step in self.steps.values() for point in (step.source, step.target)}
        for number, point in shown.items():
            if point.doc is None or number in self.members:
                continue
            entry = self.shelf.entry(point.doc)
            for said in entry.named:
                if said.symbols and self.targets.knows(said.symbols):
                    self._step(point, self.targets.of_symbols(said.symbols), said)


def kind(said: Link | Mention) -> str:
    """What kind of link it is; to mention is to cite."""
    return said.kind if isinstance(said, Link) else RelationKind.CITES

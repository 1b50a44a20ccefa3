"""What the links of letters mean: each target is one point of the exchange, held or not, whoever names it and how.

A point is a letter held (by its document), a symbol that is not held (by any of its halves), or a description (by
date and author). Points are numbered as they are met.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.model import LetterKind
from corpus.symbols import Symbol
from index import keys, recovery
from index.entries import Entry, Link, Mention
from index.lookup import as_told
from index.shelf import Shelf

_HEARD = 5
"""Citing letters that are read to see whether a symbol told without a date is that of a letter which lost its own."""


@dataclass(slots=True, eq=False)
class Point:
    """One communication or document of an exchange."""

    doc: int | None
    symbols: tuple[str, ...] = ()
    """Of one that is not held: every half that a citing letter names."""
    told: dict[int, tuple[str, Link]] = field(default_factory=dict)
    """Where it is named, for one that is not held: the ID of the letter and its link, each once."""
    name: str = ""
    """The ID of one without a symbol: date and sender, and where it is told where they are not both known."""
    document: bool = False
    fits: tuple[str, ...] = ()
    """IDs or symbols of all that a description fits, where it fits several."""


class Targets:
    """The points met so far; `of` finds or makes one."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self.points: list[Point] = []
        self._held: dict[int, Point] = {}
        self._by_symbol: dict[str, Point] = {}
        self._by_description: dict[str, Point] = {}

    def of_doc(self, doc: int) -> Point:
        """The point of a letter that is held."""
        point = self._held.get(doc)
        if point is None:
            entry = self.shelf.entry(doc)
            point = self._held[doc] = self._new(Point(doc, document=entry.kind == LetterKind.OTHER))
            for symbol in self.names(point):
                self._by_symbol.setdefault(symbol, point)
        return point

    def names(self, point: Point) -> tuple[str, ...]:
        """The symbols that a point bears, inferred ones included."""
        if point.doc is None:
            return point.symbols
        return self.shelf.entry(point.doc).symbols or recovery.inferred(self.shelf, point.doc).symbols

    def knows(self, symbols: tuple[str, ...]) -> bool:
        """Whether one of these symbols is that of a point met before."""
        return any(symbol in self._by_symbol for symbol in symbols)

    def of_symbols(self, symbols: tuple[str, ...], link: Link | None = None, source: str = "") -> Point:
        """The point that bears one of these symbols: the letter held, else one for what is not."""
        point = next((self._by_symbol[symbol] for symbol in symbols if symbol in self._by_symbol), None)
        if point is None:
            lettered = _may_be_letter(symbols)
            docs = (
                recovery.bearers(self.shelf, symbols, link, _HEARD) if lettered else recovery.held(self.shelf, symbols)
            )
            point = self.of_doc(self._meant(docs, link)) if docs else self._new(Point(None, document=True))
        if point.doc is None:
            self._tell(point, symbols, link, source)
        for symbol in symbols:
            self._by_symbol.setdefault(symbol, point)
        return point

    def _meant(self, docs: Sequence[int], link: Link | None) -> int:
        """Of letters that bear one symbol, the one that the words date; else the first by ID, whenever it was read."""
        if len(docs) == 1:
            return docs[0]
        rows = {doc: self.shelf.row(doc) for doc in docs}
        date = link.date if link is not None else None
        return min(docs, key=lambda doc: (bool(date) and rows[doc].date != date, rows[doc].id))

    def _tell(self, point: Point, symbols: tuple[str, ...], link: Link | None, source: str) -> None:
        """Add what one more place says of a point that is not held."""
        point.symbols = tuple(sorted({*point.symbols, *symbols}))
        if link is not None:
            point.told[id(link)] = source, link
            point.document = not _may_be_letter(symbols)

    def of(self, entry: Entry, link: Link | Mention) -> Point | None:
        """The point that a relation or mention of a letter leads to; None where its words say too little to be one."""
        if isinstance(link, Mention):
            return self.of_symbols(link.symbols)
        if link.symbols:
            return self.of_symbols(link.symbols, link, entry.id)
        if link.date is None and (link.sender is None or _named_elsewhere(entry, link)):
            return None
        docs, lost = recovery.fitting(self.shelf, link.date, link.sender)
        if len(docs) + len(lost) == 1:
            return self.of_doc(docs[0]) if docs else self.of_symbols(lost[0], link, entry.id)
        return self._described(entry, link, docs, lost)

    def _described(self, entry: Entry, link: Link, docs: list[int], lost: list[tuple[str, ...]]) -> Point:
        key = keys.described(link.date, link.sender) or f"{entry.id} {link.block} {link.date} {link.sender}"
        point = self._by_description.get(key)
        if point is None:
            sender = link.sender or "sender not known"
            name = f"{link.date or 'undated'} {sender} (in {entry.id}, {link.block})"
            fits = (*(self.shelf.row(doc).id for doc in docs), *("-".join(symbols) for symbols in lost))
            if keys.described(link.date, link.sender):  # never the ID of one of the letters that fit
                name = f"{link.date} {keys.shown(sender)}" + (f" (one of {len(fits)})" if fits else "")
            point = self._by_description[key] = self._new(Point(None, name=name, fits=fits))
        point.told[id(link)] = entry.id, link
        return point

    def _new(self, point: Point) -> Point:
        self.points.append(point)
        return point


def told(point: Point) -> tuple[str | None, str]:
    """Date and sender of a point that is not held, as most letters that name it say."""
    return as_told(link for _, link in point.told.values())


def told_by_several(point: Point) -> bool:
    """Whether more than one letter tells of it."""
    return len({source for source, _ in point.told.values()}) > 1


def _may_be_letter(symbols: tuple[str, ...]) -> bool:
    return any(Symbol(keys.canonical(symbol)).may_be_letter for symbol in symbols)


def _named_elsewhere(entry: Entry, link: Link) -> bool:
    """Whether an undated "his letter" has its name elsewhere in the same letter: another link to the same author's."""
    author = keys.author(link.sender or "")
    return any(other.symbols and other.sender and keys.author(other.sender) == author for other in entry.links)

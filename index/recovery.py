"""Symbols that letters lost, told by the letters that cite them by date, sender and symbol.

A letter that is held without a symbol gets one where every citing letter agrees, where no other letter is held that
could be meant (same date and sender, no symbol), and where no letter held bears that symbol already. Two that fit stay
two: nothing is chosen, and nothing is inferred from what was inferred.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from index import keys
from index.shelf import Shelf

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher
    from index.entries import Entry, Link

MOST_WITNESSES = 100
"""Citing letters that are heard of one letter, the earliest first; a hundred agree or they do not."""


@dataclass(frozen=True, slots=True)
class Inferred:
    """A symbol inferred, each half by itself, and the documents it was inferred from."""

    symbols: tuple[str, ...]
    witnesses: tuple[int, ...]


NOTHING = Inferred((), ())


def inferred_symbols(searcher: ArraySearcher, doc: int) -> tuple[str, ...]:
    """Symbols inferred for a document, () for most; for a row of results (`Hit.inferred_symbols`).

    One row (5 µs) for a letter with symbols; two look-ups and its witnesses' entries (about 0.1 ms) for one without.
    """
    shelf = Shelf(searcher)
    row = shelf.row(doc)
    return () if row.symbols or not row.date else inferred(shelf, doc).symbols


def inferred(shelf: Shelf, doc: int) -> Inferred:
    """The symbol that others give a letter which has none of its own; `NOTHING` where there is none or two fit."""
    found: Inferred | None = shelf.memo.get(("inferred", doc))
    if found is None:
        found = shelf.memo["inferred", doc] = _inferred(shelf, doc)
    return found


def _inferred(shelf: Shelf, doc: int) -> Inferred:
    entry = shelf.entry(doc)
    if entry.symbols or not entry.date:
        return NOTHING
    told: list[tuple[tuple[str, ...], int]] = []
    for party in entry.parties:
        key = f"by {entry.date} {party}"
        if len(shelf.docs("key", key)) > 1:
            return NOTHING
        told += [pair for pair in witnesses(shelf, key) if pair[1] != doc]
    meant = together(symbols for symbols, _ in told)
    free = [symbols for symbols in meant if not held(shelf, symbols)]
    if len(free) != 1:
        return NOTHING
    return Inferred(free[0], tuple(dict.fromkeys(d for symbols, d in told if not set(free[0]).isdisjoint(symbols))))


def witnesses(shelf: Shelf, key: str) -> list[tuple[tuple[str, ...], int]]:
    """What is said to be of a date and a sender ("by 2023-03-08 armenia"): symbols, and the document that says so."""
    found = []
    for doc in shelf.docs("cites", key)[:MOST_WITNESSES]:
        for link in shelf.entry(doc).links:
            if link.symbols and keys.witness(link.date, link.sender) == key:
                found.append((link.symbols, doc))
    return found


def held(shelf: Shelf, symbols: Iterable[str]) -> list[int]:
    """Documents that bear one of these symbols themselves."""
    found = (doc for symbol in symbols for doc in shelf.docs("key", keys.canonical(symbol)))
    return list(dict.fromkeys(found))


def bearers(shelf: Shelf, symbols: Sequence[str], link: Link | None = None, most: int = MOST_WITNESSES) -> list[int]:
    """Documents that bear one of these symbols, else those for which it is inferred.

    `link` is the place that names the symbols, where it tells date and sender: then no other citing letter is read,
    else at most `most`.
    """
    own = held(shelf, symbols)
    if own:
        return own
    key = link and keys.witness(link.date, link.sender)
    told = {key} if key else _told_of(shelf, symbols, most)
    found = [doc for one in sorted(told) for doc in shelf.docs("key", one)]
    return [d for d in dict.fromkeys(found) if not set(symbols).isdisjoint(inferred(shelf, d).symbols)]


def _told_of(shelf: Shelf, symbols: Sequence[str], most: int) -> set[str]:
    """Keys of date and sender that citing letters give with one of these symbols."""
    told = set()
    for link, _ in citing(shelf, symbols, most):
        key = keys.witness(link.date, link.sender)
        if key:
            told.add(key)
    return told


def citing(shelf: Shelf, symbols: Sequence[str], most: int = MOST_WITNESSES) -> list[tuple[Link, Entry]]:
    """Links that name one of these symbols, with the letters they stand in; of very many the earliest."""
    docs = dict.fromkeys(doc for symbol in symbols for doc in shelf.docs("cites", keys.canonical(symbol))[:most])
    entries = [shelf.entry(doc) for doc in list(docs)[:most]]
    named = set(symbols)
    return [(link, entry) for entry in entries for link in entry.links if not named.isdisjoint(link.symbols)]


def fitting(shelf: Shelf, date: str | None, sender: str | None) -> tuple[list[int], list[tuple[str, ...]]]:
    """What a description without a symbol may mean: documents held, and symbols of what is cited so and not held."""
    key = keys.described(date, sender)
    if key is None:
        return [], []
    docs = shelf.docs("key", key)
    lost = [symbols for symbols in together(s for s, _ in witnesses(shelf, f"by {key}")) if not held(shelf, symbols)]
    known = {symbol for doc in docs for symbol in inferred(shelf, doc).symbols}
    return docs, [symbols for symbols in lost if known.isdisjoint(symbols)]


def together(said: Iterable[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Symbols that share a half as one: ("A/77/794",) and ("A/77/794", "S/2023/185") are one document."""
    groups: list[dict[str, None]] = []
    for symbols in said:
        shared = [group for group in groups if not group.keys().isdisjoint(symbols)]
        merged = {symbol: None for group in shared for symbol in group} | dict.fromkeys(symbols)
        groups = [group for group in groups if group not in shared] + [merged]
    return [tuple(sorted(group)) for group in groups]

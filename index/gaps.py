"""The want-list: every document that letters here cite and that is not held, the most cited first.

Made from the dictionary of cited keys, so that a document leaves the list as soon as it is held, under any half.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus import symbols
from corpus.symbols import Symbol
from index import keys, recovery
from index.lookup import as_told
from index.results import Cancel, Cancelled, Want, WantList
from index.shelf import Shelf

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher
    from index.entries import Link

MOST_NAMED = 50
"""Citing letters that a row names; `count` counts them all."""
_EVERY = 256
"""Keys between two questions whether anybody still wants the answer."""


def missing(searcher: ArraySearcher, cancel: Cancel) -> WantList:
    """Every cited document that is not held; one pass over the entries of the letters that cite it.

    About 1 s for 100,000 letters; `Cancelled` once `cancel` says so.
    """
    shelf = Shelf(searcher)
    wanted = _wanted(shelf, cancel)
    told = _told(shelf, wanted, cancel)
    rows = [_row(shelf, group, wanted, told) for group in _groups(wanted, told) if not _recovered(shelf, group, told)]
    rows.sort(key=lambda row: (-row.count, Symbol(keys.canonical(row.symbols[0])).sort_key))
    return WantList(tuple(rows))


def _wanted(shelf: Shelf, cancel: Cancel) -> dict[str, list[int]]:
    """Cited symbols, as keys, that no letter held bears, with the letters that cite them."""
    found: dict[str, list[int]] = {}
    borne, deleted = shelf.snapshot.terms("key").keys(), shelf.snapshot.live is not None
    for number, term in enumerate(shelf.snapshot.terms("cites")):
        if number % _EVERY == 0 and cancel():
            raise Cancelled
        key = term.decode()
        if "/" not in key or key.startswith("by ") or key[:4].isdigit():
            continue  # a date and a sender
        if term not in borne or (deleted and not shelf.docs("key", key)):
            docs = shelf.docs("cites", key)
            if docs:
                found[key] = docs
    return found


def _told(shelf: Shelf, wanted: dict[str, list[int]], cancel: Cancel) -> dict[str, list[Link]]:
    """What relations say of each wanted symbol: key → links that name it."""
    told: dict[str, list[Link]] = {}
    for number, doc in enumerate(sorted({doc for docs in wanted.values() for doc in docs})):
        if number % _EVERY == 0 and cancel():
            raise Cancelled
        for link in shelf.entry(doc).links:
            for key in map(keys.canonical, link.symbols):
                if key in wanted:
                    told.setdefault(key, []).append(link)
    return told


def _groups(wanted: dict[str, list[int]], told: dict[str, list[Link]]) -> list[tuple[str, ...]]:
    """Wanted symbols with the halves of one document together, where a letter names them together."""
    said: list[tuple[str, ...]] = [(keys.display(key),) for key in wanted]
    said += [link.symbols for links in told.values() for link in links]
    groups: dict[str, set[str]] = {}
    for names in said:
        merged = set(names).union(*(groups.get(name, ()) for name in names))
        for name in merged:
            groups[name] = merged
    return list({id(group): tuple(sorted(group)) for group in groups.values()}.values())


def _recovered(shelf: Shelf, group: tuple[str, ...], told: dict[str, list[Link]]) -> bool:
    """Whether a letter is held that lost this symbol, or bears another half of it."""
    links = [link for name in group for link in told.get(keys.canonical(name), ())]
    dated = {key: link for link in links if (key := keys.witness(link.date, link.sender))}
    return bool(recovery.held(shelf, group)) or any(recovery.bearers(shelf, group, one) for one in dated.values())


def _row(shelf: Shelf, group: tuple[str, ...], wanted: dict[str, list[int]], told: dict[str, list[Link]]) -> Want:
    names = [keys.canonical(name) for name in group]
    docs = list({doc: None for name in names for doc in wanted.get(name, ())})
    links = [link for name in names for link in told.get(name, ())]
    date, sender = as_told(links)
    citing = sorted((shelf.entry(doc) for doc in docs), key=lambda entry: entry.date or "", reverse=True)
    ids = tuple(entry.id for entry in citing[:MOST_NAMED])
    first = Symbol(names[0])
    return Want(group, len(docs), ids, date, sender, symbols.address(first), not links or not first.may_be_letter)

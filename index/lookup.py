"""From what a person types or pastes to candidates: symbols whole or half typed, whole paragraphs.

candidate   one symbol → what is known of it, held or not
lookup      a symbol half typed, or a paragraph → candidates
resolve     a text → every symbol in it
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from corpus import resolutions, symbols
from corpus.errors import NotFound
from corpus.symbols import Symbol
from index import keys, recovery
from index.names import DATED, ORGANS, bearing, documents, spelt, without_organ
from index.results import Candidate, Resolved
from index.shelf import Shelf

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher
    from index.entries import Link

MOST_CITING = 100
"""IDs of citing letters that a candidate names."""
_HEARD = 5
"""Citing letters that are read to see whether a symbol of a pasted text belongs to a letter that lost its own."""
_KEY = re.compile(r"(?:[AES]/)?\d{1,5}(?:/\d{0,5})?")
"""What needs no reading to be the beginning of a key; most of what is typed."""
_GHOSTS = 5
"""Symbols that are cited and not held, offered where no letter held begins so."""


def candidate(searcher: ArraySearcher, text: str) -> Candidate:
    """What is known of a symbol, or of a letter told by date and sender; NotFound where the words name neither.

    Of two letters held under one symbol, which damage to one of them makes, the first; `identify` gives both.
    """
    shelf = Shelf(searcher)
    docs = documents(shelf, text)
    symbol, dated = spelt(text) or without_organ(shelf, text), DATED.fullmatch(text)
    if len(docs) == 1 or (docs and symbol is not None):
        return _held(shelf, docs[0], cited=True)
    if symbol is not None:
        return _cited(shelf, [half.display for half in symbol.halves])
    if dated is None:
        raise NotFound(f"{text} is no symbol.", "Symbols look like A/79/818 or S/2025/156.")
    _, lost = recovery.fitting(shelf, dated[1], dated[2])
    if len(lost) == 1:
        return _cited(shelf, lost[0])
    citing = shelf.docs("cites", f"{dated[1]} {keys.author(dated[2])}")
    return Candidate((), None, dated[1], dated[2], _ids(shelf, citing))


def _held(shelf: Shelf, doc: int, cited: bool = False) -> Candidate:
    row = shelf.row(doc)
    lost = recovery.NOTHING if row.symbols else recovery.inferred(shelf, doc)
    names = row.symbols or lost.symbols
    citing = _ids(shelf, _citing(shelf, names)) if cited else ()
    address = symbols.address(Symbol(keys.canonical(names[0]))) if names else ""
    return Candidate(names, row.id, row.date, row.sender, citing, address, _ids(shelf, lost.witnesses))


def _cited(shelf: Shelf, names: Sequence[str]) -> Candidate:
    """A document that is not held, as the letters that cite it tell."""
    told = recovery.citing(shelf, names)
    every = next((s for s in recovery.together([tuple(names), *(link.symbols for link, _ in told)])), tuple(names))
    date, sender = as_told([link for link, _ in told])
    address = symbols.address(Symbol(keys.canonical(every[0])))
    return Candidate(every, None, date, sender, _ids(shelf, _citing(shelf, every)), address)


def as_told(links: Iterable[Link]) -> tuple[str | None, str]:
    """Date and sender that most links give; of equally many the first."""
    told = list(links)
    dates = Counter(link.date for link in told if link.date)
    senders = Counter(keys.shown(link.sender) for link in told if link.sender)
    return (dates.most_common(1)[0][0] if dates else None), (senders.most_common(1)[0][0] if senders else "")


def _citing(shelf: Shelf, names: Iterable[str]) -> list[int]:
    return sorted({doc for name in names for doc in shelf.docs("cites", keys.canonical(name))})


def _ids(shelf: Shelf, docs: Sequence[int]) -> tuple[str, ...]:
    return tuple(shelf.row(doc).id for doc in docs[:MOST_CITING])


def lookup(searcher: ArraySearcher, text: str, limit: int = 20) -> tuple[Candidate, ...]:
    """Candidates for a symbol or a part of one, held ones first; for a paragraph, one for every symbol in it.

    `cited_by` is left to `candidate`, but for the symbols of a paragraph.
    """
    shelf, plain = Shelf(searcher), text.strip()
    docs = shelf.docs("key", plain) if plain[:1].isalpha() and "/" in plain else []
    symbol = None if docs or plain[:1].isdigit() else symbols.parse(text)
    part = plain if _KEY.fullmatch(plain) else symbols.partial(text)
    if not docs and symbol is None and part is None:
        return _named(shelf, text, limit)
    docs += bearing(shelf, symbol) if symbol is not None else []
    docs += _beginning(shelf, part, limit) if part else []
    found = [_held(shelf, doc) for doc in list(dict.fromkeys(docs))[:limit]]
    if found:
        return tuple(found)
    if symbol is not None:
        found.append(_cited(shelf, [half.display for half in symbol.halves]))
    return (*found, *_ghosts(shelf, part, {s for one in found for s in one.symbols}, limit - len(found)))


def _beginning(shelf: Shelf, part: str, limit: int) -> list[int]:
    """Documents whose symbol begins so, in order; of a bare number those whose last part it is, latest first."""
    if not part[0].isdigit():
        return [doc for _, docs in shelf.starting("key", part, limit) for doc in docs[:limit]]
    exact = shelf.nearest(shelf.array("alias", part), None, limit)[::-1]
    if len(exact) >= limit:
        return exact
    return exact + [doc for _, docs in shelf.starting("alias", part, limit) for doc in docs[:limit]]


def _ghosts(shelf: Shelf, part: str | None, known: set[str], room: int) -> list[Candidate]:
    """Symbols that begin so, are cited, and are not held; of a number with a stroke (`77/794`) those of each organ."""
    if not part or room <= 0 or (part[0].isdigit() and "/" not in part):
        return []
    starts = [f"{organ}/{part}" for organ in ORGANS] if part[0].isdigit() else [part]
    names = [keys.display(key) for start in starts for key, _ in shelf.starting("cites", start, min(room, _GHOSTS))]
    lost = [name for name in names if name not in known][:room]
    return [
        _cited(shelf, [name])
        if name in starts  # typed whole, but for the organ
        else Candidate((name,), None, None, "", (), symbols.address(Symbol(keys.canonical(name))))
        for name in lost
    ]


def _named(shelf: Shelf, text: str, limit: int) -> tuple[Candidate, ...]:
    """One candidate for every symbol a text names, or for the letters that it names by ID or by date and sender."""
    found: dict[str, Candidate] = {}
    for names in dict.fromkeys(one.symbols for one in resolved(text)):
        docs = recovery.bearers(shelf, names, most=_HEARD)
        for candidate in [_held(shelf, doc) for doc in docs] or [_cited(shelf, names)]:
            found.setdefault(candidate.id or "-".join(candidate.symbols), candidate)
        if len(found) >= limit:
            break
    if not found:
        return tuple(_held(shelf, doc) for doc in documents(shelf, text.strip())[:limit])
    return tuple(found.values())[:limit]


def resolve(searcher: ArraySearcher, text: str) -> tuple[Resolved, ...]:
    """Every symbol and resolution that a text names, in order, with the IDs of letters held that bear it."""
    shelf = Shelf(searcher)
    held: dict[tuple[str, ...], tuple[str, ...]] = {}
    found = []
    for one in resolved(text):
        if one.symbols not in held:
            held[one.symbols] = _ids(shelf, recovery.bearers(shelf, one.symbols, most=_HEARD))
        found.append(replace(one, letters=held[one.symbols]))
    return tuple(found)


def resolved(text: str) -> list[Resolved]:
    """What a text names, letters not yet looked for."""
    found = []
    for hit in symbols.find(text):
        for symbol in hit.symbols:
            halves = tuple(half.display for half in symbol.halves)
            found.append(Resolved(text[hit.start : hit.end], hit.start, halves, hit.guess, ()))
    for named in resolutions.find(text):
        found.append(Resolved(text[named.start : named.end], named.start, (named.symbol.display,), False, ()))
    return sorted(found, key=lambda one: one.start)

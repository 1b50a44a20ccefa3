"""A name → the letters it means: a symbol in any spelling, an ID, a date and a sender, a file's name, an address."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from corpus import dates, symbols
from corpus.errors import NotFound
from corpus.symbols import Symbol
from index import keys, recovery
from index.shelf import Shelf

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.arraysearcher import ArraySearcher

_LONGEST_NAME = 120
"""Characters of an address or a phrase ("see A/79/818") that is taken as the name of the one symbol in it."""
ORGANS = "ASE"
"""What `77/794` may leave out: Assembly, Council, Economic and Social Council."""
_COMMON = "a an and also annex annexes cf contained doc document enclosure in letter of p para paras see the un"
_AROUND = frozenset(_COMMON.split())
"""Words that may stand around a symbol without asking for anything; beside others it is part of a query."""
_WORD = re.compile(r"[^\W\d_]+")
_ADDRESS = re.compile(r"\s*(?:[a-z]+://|www\.|undocs\.|docs\.un|documents\.un)", re.I)
DATED = re.compile(r"\s*(\d{4}-\d\d-\d\d)\s+(\S.*?)(?:\s+\((?:one of )?\d+\))?\s*")
"""A date and a sender, with the number that told two of them apart."""


def identify(searcher: ArraySearcher, text: str) -> tuple[str, ...]:
    """IDs that a spelling of a symbol, an ID, a key or an address means."""
    shelf = Shelf(searcher)
    return tuple(shelf.row(doc).id for doc in documents(shelf, text))


def versions(searcher: ArraySearcher, letter_id: str) -> tuple[Letter, ...]:
    """The texts of the one letter that a name means, () for none; NotFound where it may mean several."""
    from index.batch import load

    shelf = Shelf(searcher)
    docs = documents(shelf, letter_id)
    if len(docs) > 1:
        ids = " or ".join(shelf.row(doc).id for doc in docs[:5])
        raise NotFound(f"{letter_id} may mean {ids}.", "Name one of them in full.")
    return tuple(load(searcher.stored(docs[0]))) if docs else ()


def documents(shelf: Shelf, text: str) -> list[int]:
    """Documents that a name means; an exact ID wins over everything."""
    exact = shelf.docs("id", text)
    if exact:
        return exact
    symbol = spelt(text)
    if symbol is not None:
        return bearing(shelf, symbol)
    dated = key_of(text)
    if dated:
        return shelf.docs("key", dated)
    part = symbols.partial(text)
    return shelf.docs("alias", part) if part and part[0].isdigit() and "/" in part else []


def without_organ(shelf: Shelf, text: str) -> Symbol | None:
    """The one symbol held or cited of which a text leaves out the organ: "77/794"; None where several may be meant."""
    part = symbols.partial(text)
    names = [f"{organ}/{part}" for organ in ORGANS] if part and part[0].isdigit() and "/" in part else []
    known = [name for name in names if shelf.docs("key", name) or shelf.docs("cites", name)]
    return symbols.parse(known[0]) if len(known) == 1 else None


def key_of(text: str) -> str | None:
    """The key made of a date and a sender that a name spells: "2023-03-22 Azerbaijan"."""
    dated = DATED.fullmatch(text)
    return keys.described(dated[1], dated[2]) if dated else _told(text)


def _told(text: str) -> str | None:
    """The same of a date written out, before or behind the sender: "20 February 2025 Armenia"."""
    found = dates.find(text) if len(text) < _LONGEST_NAME else ()
    if len(found) != 1:
        return None
    sender = " ".join(f"{text[: found[0].start]} {text[found[0].end :]}".split()).strip(" ,;.")
    return keys.described(found[0].iso, sender) if sender else None


def spelt(text: str) -> Symbol | None:
    """The one symbol that a text spells: by itself, as a file's name, or in an address."""
    whole = symbols.parse(text)
    if whole is None and "_" in text:
        whole = symbols.from_file_name(text)
    if whole is None and len(text) < _LONGEST_NAME and ("/" in text or "%" in text):
        found = symbols.find(text, guesses=False)
        if len(found) == 1 and len(found[0].symbols) == 1 and _stands_alone(text, found[0]):
            whole = found[0].symbols[0]
    return whole


def _stands_alone(text: str, found: symbols.Found) -> bool:
    """Whether nothing is asked beside a symbol: of "cites:A/79/798" and "genocide A/79/798" it is a part."""
    around = _WORD.findall(f"{text[: found.start]} {text[found.end :]}".lower())
    return bool(_ADDRESS.match(text)) or _AROUND.issuperset(around)


def bearing(shelf: Shelf, symbol: Symbol) -> list[int]:
    """Letters of a joint symbol, else of either half, else those for which one is inferred."""
    halves = [half.display for half in symbol.halves]
    joint = shelf.docs("key", symbol.key) if len(halves) > 1 else []
    return joint or recovery.bearers(shelf, halves)

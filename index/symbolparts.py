"""Symbols and sessions in a query: as the value of a field, and as all that was typed."""

from __future__ import annotations

import re
from typing import Any

from whoosh import query

from corpus import numbers, resolutions, states, symbols
from corpus.patterns import late
from index import dateparts
from index.analysis import words
from index.ask import Ask, any_of, constant
from index.shelf import Shelf

_YEAR_OR_SESSION = late(r"(?:A/(?:[3-9]\d|1\d\d|E?S-\d+)|[SE]/(?:19|20)\d\d)\Z")
"""The beginning of a series: A/79 is the seventy-ninth session, not the serial A/7901 of 1970."""
_SESSION = late(
    r"(?:the\s+)?(?:(?P<words>[a-z\u00e0-\u00ff\- ]+?|\d{1,3}(?:st|nd|rd|th))\s+session"
    r"|session\s+(?P<number>[\w\-]+))\Z",
    re.I,
)
_QUOTES = "\"“”„«»'"
# A symbol with spaces for strokes has a short head, then parts with a digit: "s 2023 185", never "at about 3".
_SPACED = late(
    r"[a-z]{1,2}(?:[\s_]+(?:(?:res|dec|pv|sr|add|corr|rev|inf|prst|hrc|sgb|ai|ic|conf)\b\.?|[a-z]{0,2}[.\-]?\d[\w.()\-]*)){1,6}\Z",
    re.I,
)
_SERIALS = 20
"""Letters of one serial that are put first; one a session bears it."""
_SPECIAL = late(r"(E?S)-?(\d{1,2})\Z", re.I)


def beginning(value: str) -> str | None:
    """The beginning of a key that a value spells, to its stroke where it is a whole session or year."""
    found = symbols.partial(value)
    return f"{found}/" if found and _YEAR_OR_SESSION.match(found) else found


def bearing(value: str) -> Any:
    """Letters whose symbol begins so; None where no symbol does."""
    whole = symbols.parse(value)
    if whole is not None and len(whole.halves) > 1:
        return any_of([query.Term("key", whole.key)])
    begun = beginning(value.rstrip("*"))
    if begun is None:
        return None
    return query.Prefix("alias" if begun[0].isdigit() else "key", begun)


def keys_meant(ask: Ask, value: str) -> list[str]:
    """Every key under which other letters may name what a value names: each half of a symbol, date and sender."""
    from index import keys, names, recovery  # with the classes of `corpus.model`: 10 ms that no start waits for

    shelf = Shelf(ask.searcher)
    whole = symbols.parse(value) or names.without_organ(shelf, value)
    found = [half.key for half in whole.halves] if whole else _resolution(value)
    for doc in names.documents(shelf, value):
        entry = shelf.entry(doc)
        lost = () if entry.symbols else recovery.inferred(shelf, doc).symbols
        found += [keys.canonical(symbol) for symbol in (*entry.symbols, *lost)]
        found += [f"{entry.date} {party}" for party in entry.parties if entry.date]
    key = names.key_of(value)
    # "genocide 20 February 2025" names no letter: its sender is no State, and nobody here.
    if key and (names.DATED.fullmatch(value) or _writes(ask, key[11:])):
        found += [key, f"by {key}"]
    return list(dict.fromkeys(found))


def _writes(ask: Ask, party: str) -> bool:
    return len(states.forms(party)) > 1 or ask.holds("party", party)


def _resolution(value: str) -> list[str]:
    """The key of a resolution named in words: "resolution 2334 (2016)"."""
    named = resolutions.find(value) if "resolution" in value.lower() else ()
    return [one.symbol.key for one in named[:1]]


def session(value: str) -> str | None:
    """A session's name as its facet has it: "77", "ES-10"; from "77", "77th", "seventy-seventh", "es10"."""
    value = value.strip()
    special = _SPECIAL.match(value)
    if special:
        return f"{special[1].upper()}-{int(special[2])}"
    if not value or len(value) > 40:
        return None
    number = numbers.ordinal(value)
    return str(number) if number else None


def whole_session(line: str) -> str | None:
    """The session that a whole line names: "77th session", "session ES-10"."""
    found = _SESSION.match(line.strip()) if len(line) < 80 else None
    return session(found["words"] or found["number"]) if found else None


def letters_named(ask: Ask, line: str, typing: bool) -> tuple[Any, str, str | None] | None:
    """A line that is a symbol, or the beginning of one: its tree, its spelling, the ID of the letter Enter opens.

    The letter itself first, then those that cite it. The ID is the symbol's own spelling where the letter is not held,
    and None for a mere beginning.
    """
    plain = line.strip()
    if not plain or len(plain) > 300 or not any(c.isdigit() for c in plain) or plain[0] in _QUOTES:
        return None
    if "/" not in plain and not _SPACED.match(plain):
        return None
    whole = symbols.parse(plain) or _in_address(plain)
    if whole is not None and _YEAR_OR_SESSION.match(whole.key):
        whole = None
    begun = beginning(plain) if "/" in plain and " " not in plain else None
    if whole is None and begun is None:
        return None
    from index import names

    shelf = Shelf(ask.searcher)
    if whole is None and begun and begun[0].isdigit():
        whole = names.without_organ(shelf, begun)
        if whole is None and not shelf.starting("alias", begun, 1):
            return None  # "24/7" are words where no symbol held ends so
    docs = names.documents(shelf, whole.key if whole else plain) if whole or (begun and begun[0].isdigit()) else []
    trees = [constant(query.Term("id", shelf.row(doc).id), 100.0) for doc in docs]
    if begun and (typing or whole is None):
        trees.append(constant(query.Prefix("alias" if begun[0].isdigit() else "key", begun), 50.0))
    for key in keys_meant(ask, whole.key) if whole else []:
        trees.append(constant(query.Term("cites", key), 10.0))
    shown = whole.display if whole else begun or ""
    ids = [shelf.row(doc).id for doc in docs]
    return any_of(trees), shown, ids[0] if len(ids) == 1 else whole.display if whole else None


def serial(ask: Ask, line: str) -> tuple[list[str], Any] | None:
    """The letters whose symbol ends with the number that a whole line is: their IDs, and a tree that puts them first.

    None where there are none, and for a number that can be a year.
    """
    plain = line.strip()
    if not re.fullmatch(r"[0-9]{1,6}", plain) or dateparts.parse(plain) is not None:
        return None
    shelf = Shelf(ask.searcher)
    ids = [shelf.row(doc).id for doc in shelf.docs("alias", plain)[:_SERIALS]]
    return (ids, any_of([constant(query.Term("id", one), 50.0) for one in ids])) if ids else None


def patterns(shown: str) -> tuple[str, ...]:
    """What to light of a symbol in a letter: each half, as one word or as a phrase."""
    from index import keys

    halves = [words(half.key) for half in symbols.Symbol(keys.canonical(shown)).halves]
    return tuple(half[0] if len(half) == 1 else f'"{" ".join(half)}"' for half in halves if half)


def _in_address(plain: str) -> symbols.Symbol | None:
    """The symbol of an address of the Organization's documents, pasted."""
    if "://" not in plain and not plain.startswith(("www.", "undocs", "docs.un", "documents.un")):
        return None
    found = symbols.find(plain, guesses=False)
    return found[0].symbols[0] if len(found) == 1 else None

"""Senders and addressees as values of a field: States by any of their names, offices by their words."""

from __future__ import annotations

from typing import Any

from whoosh import query

from corpus import states
from index import facets
from index.analysis import fold, words
from index.ask import Ask, Searched
from index.asked import Fielded, Text
from index.words import Beginning

_OFFICES = {
    "sg": "secretary-general",
    "sc": "security council",
    "unsc": "security council",
    "ga": "general assembly",
    "unga": "general assembly",
    "pga": "president of the general assembly",
    "psc": "president of the security council",
    "ecosoc": "economic and social council",
}


def sender(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    """Senders: a State by its key, whatever name was typed; anything else by its words."""
    office = _OFFICES.get(fold(value), value)
    key = states.key(office)
    whole = len(states.forms(office)) > 1 or ask.holds("party", key)
    if key and whole:
        return query.Term("party", key), f"from: {_as_shown(ask, key) or value}"
    return words_of(ask, asked.value, "from", office), f"from: {office}"


def _as_shown(ask: Ask, key: str) -> str | None:
    """A State's name as it is now in use; of a sender that is in no table, as the library prints it."""
    known = states.forms(key)[1:]
    if known:
        return known[0]
    return next((name for name in facets.table(ask.snapshot, "sender").values if states.key(name) == key), None)


def addressee(ask: Ask, asked: Fielded, value: str) -> tuple[Any, str]:
    """Addressees, by the words of the office or organ."""
    office = _OFFICES.get(fold(value), value)
    return words_of(ask, asked.value, "to", office), f"to: {office}"


def pattern(text: Text, value: str) -> str:
    """What `words_of` looks for, for `index.highlight`."""
    found = " ".join(words(value.rstrip("*"))) + "*" * (text.unfinished or value.endswith("*"))
    return f'"{found}"' if " " in found else found


def words_of(ask: Ask, text: Text, name: str, value: str) -> Any:
    """The words of a value one after another; the last may be unfinished."""
    found = words(value.rstrip("*"))
    open_end = text.unfinished or value.endswith("*")
    ask.searched += [
        Searched(word, (name,), text.start, text.end, open_end and at == len(found) - 1)
        for at, word in enumerate(found)
    ]
    if not found:
        return query.NullQuery
    last: Any = Beginning(name, found[-1]) if open_end else query.Term(name, found[-1])
    if len(found) == 1:
        return last
    if not open_end:
        return query.Phrase(name, found)
    return query.SpanNear2([*(query.Term(name, word) for word in found[:-1]), last], slop=1, ordered=True)

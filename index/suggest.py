""" "Did you mean": the query again with the words corrected that the library does not have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from index.analysis import stem
from index.ask import Searched
from index.results import Cancel, Cancelled

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher

_MOST = 8
"""Words that are corrected: each is compared with every word of its beginning, 1 to 5 ms at 100,000 letters."""
_SHORTEST = 3
"""Letters of a word that is corrected; nearly every shorter one is near to some word."""


def corrected(
    searcher: ArraySearcher, line: str, searched: tuple[Searched, ...], cancel: Cancel | None = None
) -> str | None:
    """`line` with every unknown word replaced by the likeliest known one; None where nothing is to be replaced."""
    changes: dict[tuple[int, int], list[tuple[str, str]]] = {}
    for one in [one for one in searched if _correctable(one) and not _known(searcher, one)][:_MOST]:
        if cancel is not None and cancel():
            raise Cancelled
        better = _likeliest(searcher, one)
        if better:
            changes.setdefault((one.start, one.end), []).append((one.word, better))
    for (start, end), pairs in sorted(changes.items(), reverse=True):
        line = line[:start] + _replaced(line[start:end], pairs) + line[end:]
    return line if changes else None


def _correctable(one: Searched) -> bool:
    return len(one.word) >= _SHORTEST and one.word.isalpha()


def _known(searcher: ArraySearcher, one: Searched) -> bool:
    """Whether the library has the word, or what would be found for it."""
    if one.loose and searcher.ixreader.snapshot.forms(stem(one.word)):
        return True
    if one.prefix:
        return any(searcher.expand(name, one.word, 1) for name in one.fields)
    return any(searcher.ixreader.doc_frequency(name, one.word) for name in one.fields)


def _likeliest(searcher: ArraySearcher, one: Searched) -> str | None:
    edits = 1 if len(one.word) < 5 else 2
    found = [
        (name, word)
        for name in one.fields
        for word in searcher.similar(name, one.word, edits, limit=1)
        if word != one.word
    ]
    if not found:
        return None
    from rapidfuzz.distance import OSA

    def worth(pair: tuple[str, str]) -> tuple[int, int]:
        return OSA.distance(one.word, pair[1]), -searcher.ixreader.doc_frequency(*pair)

    return min(found, key=worth)[1]


def _replaced(typed: str, pairs: list[tuple[str, str]]) -> str:
    """What was typed with its words replaced; folded where a word was typed in another way than it is kept."""
    for word, better in pairs:
        at = typed.casefold().find(word)
        typed = typed[:at] + better + typed[at + len(word) :] if at >= 0 else better
    return typed

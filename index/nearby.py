"""Words of the library that could be what was meant: the vocabulary by field, beginning and length."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from index.snapshot import Snapshot

_VOCABULARIES = 64
"""Beginnings whose words are kept in memory; one of 100,000 letters' takes about 100 KB."""


def candidates(snapshot: Snapshot, field: str, word: str, edits: int, prefix: int) -> list[str]:
    """Terms of `field` that share `prefix` characters with `word` and are at most `edits` longer or shorter."""
    by_length = _vocabulary(snapshot, field, word[:prefix])
    lengths = range(len(word) - edits, len(word) + edits + 1)
    return [found for length in lengths for found in by_length.get(length, ())]


@lru_cache(maxsize=_VOCABULARIES)
def _vocabulary(snapshot: Snapshot, field: str, beginning: str) -> dict[int, list[str]]:
    groups: dict[int, list[str]] = defaultdict(list)
    for text in snapshot.terms(field, beginning.encode()):
        word = text.decode()
        groups[len(word)].append(word)
    return dict(groups)

"""Words right after one another: places of a whole segment as one line of u32, met in pieces that stay in the cache.

A place is the words of all documents before plus its position, with one place free between two documents, so that no
run of places crosses from one into the next. "of the" at 100,000 letters has six million places.
"""

from __future__ import annotations

from functools import reduce

import numpy as np

from index.segment.read import Segment
from index.segment.section import Array

_PIECE = 1 << 19
"""Places a table covers; it lies in the cache, where a look-up is ten times faster than in memory."""
_UNEVEN = 12
"""From this ratio of lengths on, the few are looked up among the many by bisection."""


def adjacent(segment: Segment, field: str, slots: list[list[int]], docs: Array) -> Array:
    """Those of `docs` in which terms of the slots (by number) stand one right after the other."""
    starts = segment.starts(field)
    moved = [_places(segment, starts, numbers, docs) - np.uint32(offset) for offset, numbers in enumerate(slots)]
    met = reduce(_both, sorted(moved, key=len))
    if len(met) < len(starts):
        own = np.searchsorted(starts, met, side="right") - 1
        return own[np.diff(own, prepend=-1) > 0]
    edges = np.searchsorted(met, starts)
    # The end of the last document is not among the starts.
    return np.flatnonzero(np.diff(edges, append=len(met)) != 0).astype(np.int64)


def _places(segment: Segment, starts: Array, numbers: list[int], docs: Array) -> Array:
    """Places of any of the terms; of those in other documents only where that is cheaper than leaving them out."""
    found = []
    for number in numbers:
        held, tf = segment.postings(number, number + 1)
        if 2 * len(docs) >= len(held):
            positions = segment.places(*segment.place_bounds(number, number + 1))
            found.append(np.repeat(starts[held], tf) + positions)
        else:
            wanted = np.zeros(segment.docs, dtype=bool)
            wanted[docs] = True
            own = np.flatnonzero(wanted[held])
            positions, counts = segment.positions(number, own)
            found.append(np.repeat(starts[held[own]], counts) + positions)
    return found[0] if len(found) == 1 else np.sort(np.concatenate(found))


def _both(few: Array, many: Array) -> Array:
    """What two sorted lists of places share."""
    if len(few) > len(many):
        few, many = many, few
    if not len(few):
        return few
    if len(few) * _UNEVEN < len(many):
        at = np.searchsorted(many, few)
        at[at == len(many)] = 0
        met: Array = few[many[at] == few]
        return met
    # Of their own type: a bisection over mixed ones would copy both lists first.
    edges = np.arange(int(few[0]), int(few[-1]) + _PIECE + 1, _PIECE).astype(np.uint32)
    table = np.zeros(_PIECE, dtype=bool)
    kept = []
    mine, its = np.searchsorted(few, edges).tolist(), np.searchsorted(many, edges).tolist()
    for piece, edge in enumerate(edges[:-1].tolist()):
        own, other = few[mine[piece] : mine[piece + 1]], many[its[piece] : its[piece + 1]]
        # numpy looks up by its own integers twice as fast, and clears the piece faster than it takes its places back.
        table[(other - np.uint32(edge)).astype(np.intp)] = True
        kept.append(own.compress(table.take((own - np.uint32(edge)).astype(np.intp))))
        table.fill(False)
    return np.concatenate(kept)

"""Counting what hits have in common: facet values and months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from index.results import Months
from index.segment.arrays import pointers, ranges
from index.segment.section import Array
from index.snapshot import Snapshot

IN_ORDER = frozenset({"year", "month", "session"})
"""Facets listed in the order of their values; the others most first."""


@dataclass(frozen=True, slots=True)
class FacetTable:
    """One facet over all segments."""

    values: list[str]
    pointer: Array
    ordinals: Array
    single: bool
    """Whether every document has exactly one value: then counting is one gather."""


def table(snapshot: Snapshot, name: str) -> FacetTable:
    """The facet's table, made once a generation."""
    found = snapshot.tables.get(name)
    if found is None:
        found = snapshot.tables.setdefault(name, _joined(snapshot, name))
    return found


def _joined(snapshot: Snapshot, name: str) -> FacetTable:
    numbers: dict[str, int] = {}
    ordinals, counts = [], []
    for segment in snapshot.segments:
        column = segment.facet(name)
        own = np.array([numbers.setdefault(value, len(numbers)) for value in column.values], dtype=np.uint32)
        ordinals.append(own[column.ordinals])
        counts.append(np.diff(column.pointer.astype(np.int64)))
    each = np.concatenate(counts) if counts else np.zeros(0, np.int64)
    joined = np.concatenate(ordinals) if ordinals else np.zeros(0, np.uint32)
    return FacetTable(list(numbers), pointers(each), joined, bool((each == 1).all()))


Counted = tuple[tuple[str, int], ...]
"""(value, documents that have it), most first, equal ones and ordered facets by value."""


def count(snapshot: Snapshot, name: str, docs: Array) -> Counted:
    """The values of a facet that some living documents have."""
    facet = table(snapshot, name)
    return _listed(name, facet, _tally(facet, docs))


def everywhere(snapshot: Snapshot, name: str) -> Counted:
    """The values of a facet that any living document has."""
    facet = table(snapshot, name)
    return _listed(name, facet, _whole(snapshot, name, facet))


def counts(snapshot: Snapshot, names: Iterable[str], docs: Array) -> dict[str, Counted]:
    """`count` for several facets. Where most letters are hits, the others are counted and taken from the whole.

    That is what a first letter typed finds: 1 ms instead of 4 at 100,000.
    """
    others = _others(snapshot, len(docs), docs)
    if others is None:
        return {name: count(snapshot, name, docs) for name in names}
    found = {}
    for name in names:
        facet = table(snapshot, name)
        found[name] = _listed(name, facet, _whole(snapshot, name, facet) - _tally(facet, others))
    return found


def _others(snapshot: Snapshot, hits: int, docs: Array) -> Array | None:
    """The living documents that are no hits, where they are fewer than the hits; `docs` may be a mask of them."""
    if 2 * hits <= snapshot.living:
        return None
    if docs.dtype == bool:
        return np.flatnonzero(~docs if snapshot.live is None else snapshot.live & ~docs)
    left = np.ones(snapshot.docs, dtype=bool) if snapshot.live is None else snapshot.live.copy()
    left[docs.astype(np.intp)] = False  # by its own integers numpy looks up twice as fast
    return np.flatnonzero(left)


def _living(snapshot: Snapshot) -> Array:
    return np.arange(snapshot.docs) if snapshot.live is None else np.flatnonzero(snapshot.live)


def _whole(snapshot: Snapshot, name: str, facet: FacetTable) -> Array:
    """How many living documents have each value, worked out once a generation."""
    key = f"whole {name}"
    found = snapshot.sets.get(key)
    if found is None:
        found = snapshot.sets.setdefault(key, _tally(facet, _living(snapshot)))
    return found


def _tally(facet: FacetTable, docs: Array) -> Array:
    """How many of the documents have each value, by ordinal."""
    if facet.single:
        chosen = facet.ordinals[docs]
    else:
        starts = facet.pointer[docs]
        chosen = facet.ordinals[ranges(starts, facet.pointer[docs.astype(np.int64) + 1] - starts)]
    return np.bincount(chosen, minlength=len(facet.values))


def _listed(name: str, facet: FacetTable, counts: Array) -> Counted:
    found = [(facet.values[number], int(counts[number])) for number in np.flatnonzero(counts).tolist()]
    if name in IN_ORDER:
        return tuple(
            sorted(found, key=lambda pair: (not pair[0].isdigit(), len(pair[0]) if pair[0].isdigit() else 0, pair[0]))
        )
    return tuple(sorted(found, key=lambda pair: (-pair[1], pair[0])))


def months(snapshot: Snapshot, hits: int, docs: Array) -> Months:
    """The months of so many hits; `docs` are those or their mask."""
    numbers, others = _month_numbers(snapshot), _others(snapshot, hits, docs)
    if others is None:
        counts = np.bincount(numbers[np.flatnonzero(docs) if docs.dtype == bool else docs], minlength=1)
    else:
        counts = _all_months(snapshot).copy()
        less = np.bincount(numbers[others])
        counts[: len(less)] -= less
    counts[:1] = 0  # of no month
    there = np.flatnonzero(counts)
    if not len(there):
        return Months()
    return Months(int(there[0]) - 1, tuple(counts[there[0] : there[-1] + 1].tolist()))


def _all_months(snapshot: Snapshot) -> Array:
    """How many living documents each month has, worked out once a generation."""
    found = snapshot.sets.get("all months")
    if found is None:
        found = snapshot.sets.setdefault("all months", np.bincount(_month_numbers(snapshot)[_living(snapshot)]))
    return found


def _month_numbers(snapshot: Snapshot) -> Array:
    """For each document twelve times its year and its month, 0 where that is unknown; worked out once a generation."""
    found = snapshot.sets.get("months")
    if found is None:
        months = snapshot.dates // 100
        numbers = np.where(months % 100 > 0, months // 100 * 12 + months % 100, 0).astype(np.int64)
        found = snapshot.sets.setdefault("months", numbers)
    return found

"""The few array operations that everything else here is made of."""

from __future__ import annotations

from typing import Any

import numpy as np

from index.segment.section import Array

TOP = 128
"""How many best documents are precomputed: two pages of fifty and some to spare for what is deleted or reordered."""


def stable_order(values: Array) -> Array:
    """Indices that sort u32 values, equal ones in their order: two passes of numpy's 16-bit radix sort.

    Three times faster here than `np.argsort(values, kind="stable")`, which sorts 32-bit values by merging.
    """
    low = np.argsort((values & 0xFFFF).astype(np.uint16), kind="stable")
    if len(values) == 0 or int(values.max()) < 1 << 16:
        return low
    high = (values >> 16).astype(np.uint16)
    return low[np.argsort(high[low], kind="stable")]


def ranges(starts: Array, counts: Array) -> Array:
    """Every index of the ranges `starts[i] … starts[i] + counts[i]`, one after another."""
    ends = np.cumsum(counts)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts.astype(np.int64) - (ends - counts), counts) + np.arange(total)


def pointers(counts: Array) -> Array:
    """Where each of consecutive groups of these sizes starts, and where the last one ends."""
    found = np.zeros(len(counts) + 1, dtype=np.int64)
    np.cumsum(counts, out=found[1:])
    return found


def best(scores: Array, k: int, ties: Array | None = None) -> Array:
    """Indices of the `k` greatest scores, greatest first; equal ones by `ties`, else by index.

    A lower bound of the k-th greatest is the k-th greatest of the blocks' maxima; few values pass it, whatever the
    ties (`np.partition` over tied values took 14 ms against 0.15 on 100,000).
    """
    n = len(scores)
    kept: Array = np.arange(n)
    if n > 4 * k:
        # Blocks of every n-th value, not of neighbours: numpy finds their maxima side by side, five times as fast.
        width = min(64, n // (2 * k))
        maxima = scores[: n // width * width].reshape(width, -1).max(axis=0)
        bound = np.sort(maxima)[-k]
        kept = np.flatnonzero(scores >= bound)
    values = scores[kept]
    order = np.lexsort((kept if ties is None else ties[kept], -values))[:k]
    chosen: Array = kept[order]
    return chosen


def summed(keys: Array, values: Array) -> tuple[Array, Array]:
    """Distinct keys in order and the sums of their values."""
    order = np.argsort(keys, kind="stable")
    keys = keys[order]
    first = np.flatnonzero(np.concatenate(([True], keys[1:] != keys[:-1]))) if len(keys) else np.zeros(0, np.int64)
    return keys[first], np.add.reduceat(values[order], first) if len(first) else values[:0]


def at_most(values: Any, dtype: Any) -> Array:
    """`values` as a small unsigned type, too great ones as its greatest."""
    kept: Array = np.minimum(values, np.iinfo(dtype).max).astype(dtype)
    return kept

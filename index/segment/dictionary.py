"""A sorted list of byte strings in two sections, looked up by bisection.

Every 64th entry is held in memory, so that a look-up touches one block of the file and six entries of it.
"""

from __future__ import annotations

import zlib
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

import numpy as np

from index.segment.section import Section

_STEP = 64


class Dictionary:
    """Entries in byte order: a term's number is its place, a prefix is one range of numbers."""

    def __init__(self, blob: Section, offsets: Section) -> None:
        self._blob, self._offsets = blob, offsets
        self._n = max(0, len(offsets) - 1)
        starts = offsets.whole()
        self._starts = starts
        self._heads = blob.cut(starts[: self._n : _STEP], starts[1::_STEP]) if self._n else []

    def __len__(self) -> int:
        return self._n

    def __getitem__(self, number: int) -> bytes:
        return self._blob.raw(int(self._starts[number]), int(self._starts[number + 1]))

    def _bisect(self, entry: bytes) -> int:
        """The number of the first entry that is not smaller."""
        block = bisect_right(self._heads, entry) - 1
        if block < 0:
            return 0
        first = block * _STEP
        starts = self._starts[first : min(first + _STEP, self._n) + 1].tolist()
        text, base = self._blob.raw(starts[0], starts[-1]), starts[0]
        low, high = 0, len(starts) - 1
        while low < high:  # by hand: a list of all 64 for `bisect_left` takes five times as long
            middle = (low + high) // 2
            if text[starts[middle] - base : starts[middle + 1] - base] < entry:
                low = middle + 1
            else:
                high = middle
        return first + low

    def find(self, entry: bytes) -> int:
        """The number of `entry`, -1 where it is not held."""
        number = self._bisect(entry)
        return number if number < self._n and self[number] == entry else -1

    def range(self, prefix: bytes) -> tuple[int, int]:
        """Numbers of the entries that begin with `prefix`, which is not empty."""
        return self._bisect(prefix), self._bisect(_after(prefix))

    def between(self, start: bytes, end: bytes) -> tuple[int, int]:
        """Numbers of the entries from `start` up to but without `end`."""
        return self._bisect(start), self._bisect(end)

    def entries(self, first: int, last: int) -> Iterator[bytes]:
        """Entries `first` to `last`, read in one go."""
        if last <= first:
            return
        starts = self._starts[first : last + 1].tolist()
        text = self._blob.raw(starts[0], starts[-1])
        base = starts[0]
        for start, end in pairwise(starts):
            yield text[start - base : end - base]


def _after(prefix: bytes) -> bytes:
    """The smallest byte string greater than everything that begins with `prefix`."""
    kept = prefix.rstrip(b"\xff")
    return kept[:-1] + bytes([kept[-1] + 1]) if kept else b"\xff" * 256


def squeezed(data: bytes) -> bytes:
    """An entry as it stands in a file: compressed, nothing for nothing."""
    return zlib.compress(data, 1) if data else b""


def unpacked(data: bytes) -> bytes:
    """The entry again."""
    return zlib.decompress(data) if data else b""


def packed(entries: Iterable[bytes]) -> tuple[bytes, np.ndarray]:
    """The two arrays of a dictionary: the entries joined, and their offsets (one more than there are entries)."""
    held = list(entries)
    offsets = np.zeros(len(held) + 1, dtype="<u8")
    np.cumsum(np.fromiter(map(len, held), dtype="<u8", count=len(held)), out=offsets[1:])
    return b"".join(held), offsets

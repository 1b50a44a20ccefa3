"""Postings on their way into a segment."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from index.segment.arrays import pointers
from index.segment.folder import SegmentFolder
from index.segment.section import Array


@dataclass(frozen=True, slots=True)
class Postings:
    """Postings in order of term and document."""

    terms: Array
    """The term's number."""
    docs: Array
    frequency: Array
    placed: Array
    """How many places each posting has: its frequency in a field of words, else 0."""
    places: Array
    """All their places, one posting after another."""


class PostingsWriter:
    """Appends postings in term order."""

    def __init__(self, folder: SegmentFolder) -> None:
        self._folder = folder
        self._docs = folder.section("docs", "<u4")
        self._tf = folder.section("tf", "u1")
        self._often_at, self._often = folder.section("often.at", "<u8"), folder.section("often", "<u2")
        self._positions = folder.section("positions", "<u2")
        self._far_at, self._far = folder.section("far.at", "<u8"), folder.section("far.high", "<u2")
        self._terms: list[Array] = []
        self._sizes: list[Array] = []

    def write(self, postings: Postings) -> None:
        """Append; every later call brings greater terms.

        A frequency of 255 and more is kept apart, since one byte does for all others (44 MB at 100,000 letters).
        A place of 65,536 and more keeps its high part apart: only the longest annexes reach that far, and two bytes
        instead of four for all others save 128 MB at 100,000 letters.
        """
        far = np.flatnonzero(postings.places > 0xFFFF)
        self._far_at.write(far + self._positions.count)
        self._far.write(postings.places[far] >> 16)
        self._positions.write(postings.places & 0xFFFF)
        self._docs.write(postings.docs)
        often = np.flatnonzero(postings.frequency >= 0xFF)
        self._often_at.write(often + self._tf.count)
        self._often.write(postings.frequency[often])
        self._tf.write(np.minimum(postings.frequency, 0xFF))
        distinct, first = np.unique(postings.terms, return_index=True)
        if len(first):
            counts = np.diff(np.append(first, len(postings.terms)))
            self._terms.append(distinct)
            self._sizes.append(np.stack([counts, np.add.reduceat(postings.placed, first)]))

    def close(self, used: Array) -> None:
        """Write where each term begins; `used` are the numbers of all terms that were written, in order."""
        terms = np.concatenate(self._terms) if self._terms else used
        sizes = np.zeros((2, len(used)), dtype=np.int64)
        if self._sizes:
            sizes[:, np.searchsorted(used, terms)] = np.concatenate(self._sizes, axis=1)
        self._folder.pointers("docs.ptr", pointers(sizes[0]))
        self._folder.pointers("positions.ptr", pointers(sizes[1]))
        for name in ("docs", "tf", "often.at", "often", "positions", "far.at", "far.high"):
            self._folder.end(name)

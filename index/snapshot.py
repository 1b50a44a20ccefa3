"""A generation as one space of documents: its segments one after another, statistics frozen with it.

Documents are numbered over all segments; what is deleted keeps its number and is left out by `live`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from index.recent import Recent
from index.schema import TEXTS
from index.segment.arrays import at_most, summed
from index.segment.finish import norms
from index.segment.read import Segment
from index.segment.section import Array

if TYPE_CHECKING:
    from index.facets import FacetTable
    from index.nearby import Vocabulary
    from index.scoring import Hits
    from index.search import Read

T = TypeVar("T")
_NO_DOCS = np.zeros(0, dtype=np.uint32)
_NO_TF = np.zeros(0, dtype=np.uint16)
LETTERS_KEPT = 2_500_000
"""Characters of the letters kept as they were read for a row, those shown last: the letters of a word find many of the
same, and so does the next word with the same beginning. To read one takes 0.07 ms, 0.2 where nothing of it is in the
caches, and 2 where it is long; 480 generated ones are 6 MB, and 176 real ones 8.
"""


class Snapshot:
    """The segments of one generation. Every method that reads may raise `DamagedBlock`."""

    def __init__(self, generation: int, segments: Sequence[Segment], living: Sequence[Array | None]) -> None:
        self.generation = generation
        self.segments = tuple(segments)
        self.bases = tuple(int(base) for base in np.cumsum([0, *(segment.docs for segment in segments)]))
        self.docs = self.bases[-1]
        self.live: Array | None = None
        if any(live is not None for live in living):
            each = zip(segments, living, strict=True)
            self.live = np.concatenate([np.ones(s.docs, dtype=bool) if live is None else live for s, live in each])
        self.dead = _NO_DOCS if self.live is None else np.flatnonzero(~self.live).astype(np.uint32)
        self.totals = {name: sum(segment.totals.get(name, 0) for segment in segments) for name in TEXTS}
        self._norms: dict[str, Array] = {}
        self.tables: dict[str, FacetTable] = {}
        """Facets over all segments (`index.facets.table`)."""
        self.vocabularies: dict[tuple[str, str], Vocabulary] = {}
        """Words by field and beginning (`index.nearby`)."""
        self.sets: dict[str, Array] = {}
        """What is worked out once: sets of documents (`index.answered`), counts of values (`index.facets`)."""
        self.words: dict[Any, Hits] = {}
        """The hits of the last words (`index.evaluate`)."""
        self.scored: dict[Any, Array] = {}
        """The scores of the last common words for every document (`index.evaluate_dense`)."""
        self.letters: Recent[Read] = Recent(LETTERS_KEPT)
        """The last letters read for a row (`index.search`)."""

    @property
    def living(self) -> int:
        """Documents that are not deleted."""
        return self.docs - len(self.dead)

    def each(self) -> Iterator[tuple[Segment, int]]:
        """Segments and the number of their first document."""
        return zip(self.segments, self.bases, strict=False)

    def locate(self, doc: int) -> tuple[Segment, int]:
        """A document's segment, and its number there."""
        if not 0 <= doc < self.docs:
            raise IndexError(f"there is no document {doc}")
        place = bisect_right(self.bases, doc) - 1
        return self.segments[place], doc - self.bases[place]

    def read_ahead(self, fields: Sequence[str]) -> None:
        """Read what the words typed first are looked for in."""
        for segment in self.segments:
            segment.read_ahead(fields)

    def average(self, field: str) -> float:
        """Words in a field of an average document."""
        return self.totals.get(field, 0) / max(self.docs, 1)

    def norms(self, field: str) -> Array:
        """BM25's length norm for every document, f32."""
        found = self._norms.get(field)
        if found is None:
            found = self._norms.setdefault(field, norms(self.lengths(field), self.average(field)))
        return found

    def lengths(self, field: str) -> Array:
        """Words every document has in a field, u32."""
        return self._joined(lambda segment: segment.lengths(field), _NO_DOCS)

    @cached_property
    def dates(self) -> Array:
        """YYYYMMDD for every document, 0 where unknown, u32."""
        return self._joined(lambda segment: segment.dates, _NO_DOCS)

    @cached_property
    def symbol_ranks(self) -> Array:
        """Each document's place in the order of the `order` field, those without one last, u32."""
        ranks = np.full(self.docs, self.docs, dtype=np.uint32)
        for rank, text in enumerate(self.terms("order")):
            ranks[self.postings("order", text)[0]] = rank
        return ranks

    def _joined(self, read: Callable[[Segment], Array], none: Array) -> Array:
        parts = [read(segment) for segment in self.segments]
        return parts[0] if len(parts) == 1 else np.concatenate(parts) if parts else none

    def frequency(self, field: str, term: bytes) -> int:
        """In how many documents a term stands, deleted ones included, as Whoosh counts."""
        found = 0
        for segment in self.segments:
            number = segment.find(field, term)
            found += int(segment.counts(number, number + 1)[0]) if number >= 0 else 0
        return found

    def postings(self, field: str, term: bytes) -> tuple[Array, Array]:
        """A term's documents (u32, in order) and frequencies (u16)."""
        parts = []
        for segment, base in self.each():
            number = segment.find(field, term)
            if number >= 0:
                docs, tf = segment.postings(number, number + 1)
                parts.append((docs + np.uint32(base) if base else docs, tf))
        return joined(parts)

    def together(self, field: str, terms: Sequence[bytes]) -> tuple[Array, Array]:
        """Documents with any of `terms`, and how often all of them together stand there, at most 255."""
        parts = [self.postings(field, term) for term in terms]
        docs, tf = joined(parts)
        if sum(len(found) > 0 for found, _ in parts) > 1:
            docs, tf = self._summed(docs, tf)
        return docs, at_most(tf, np.uint8)

    def _summed(self, docs: Array, tf: Array) -> tuple[Array, Array]:
        if len(docs) < self.docs // 16:
            return summed(docs, tf.astype(np.uint32))
        dense = np.bincount(docs, weights=tf, minlength=self.docs)
        return _nonzero(dense)

    def beginning(self, field: str, prefix: bytes) -> tuple[Array, Array]:
        """Documents with words that begin with `prefix`, and how often such words stand there, at most 255."""
        parts = []
        for segment, base in self.each():
            heavy = segment.beginning(field, prefix)
            if heavy is not None:
                dense = segment.beginning_frequencies(heavy)
                found = _nonzero(dense)
            else:
                docs, tf = segment.postings(*segment.prefix(field, prefix))
                docs, tf = self._summed(docs, tf)
                found = docs, at_most(tf, np.uint8)
            parts.append((found[0] + np.uint32(base), found[1]))
        return joined(parts)

    def beginning_table(self, field: str, prefix: bytes) -> tuple[Array, int]:
        """For every document how often words that begin with `prefix` stand in it, u8, and in how many any does."""
        tables, count = [], 0
        for segment, _ in self.each():
            heavy = segment.beginning(field, prefix)
            if heavy is not None:
                tables.append(segment.beginning_frequencies(heavy))
                count += segment.beginning_top(heavy)[2]
            else:
                docs, tf = segment.postings(*segment.prefix(field, prefix))
                tables.append(at_most(np.bincount(docs, weights=tf, minlength=segment.docs), np.uint8))
                count += int(np.count_nonzero(tables[-1]))
        return (tables[0] if len(tables) == 1 else np.concatenate(tables)), count

    def terms(self, field: str, prefix: bytes = b"", limit: int | None = None) -> dict[bytes, int]:
        """Terms of a field that begin with `prefix`, in order, and in how many documents each stands."""
        found: dict[bytes, int] = {}
        for segment in self.segments:
            first, last = segment.prefix(field, prefix)
            last = last if limit is None else min(last, first + limit)
            for text, count in zip(segment.texts(first, last), segment.counts(first, last).tolist(), strict=True):
                found[text] = found.get(text, 0) + count
        if len(self.segments) > 1:
            found = dict(sorted(found.items()))
        return found if limit is None else dict(list(found.items())[:limit])

    def forms(self, stem: str) -> list[str]:
        """Words of the library that share a stem, in order."""
        return sorted({word for segment in self.segments for word in segment.forms(stem)})

    def positions(self, field: str, term: bytes, doc: int) -> list[int]:
        """Where a term stands in one document."""
        segment, own = self.locate(doc)
        number = segment.find(field, term)
        if number < 0:
            return []
        docs = segment.postings(number, number + 1)[0]
        place = int(np.searchsorted(docs, own))
        if place == len(docs) or docs[place] != own:
            return []
        found: list[int] = segment.positions(number, np.array([place]))[0].tolist()
        return found

    def alive(self, docs: Array) -> Array:
        """`docs` without the deleted ones."""
        return docs if self.live is None else docs[self.live[docs]]


def _nonzero(table: Array) -> tuple[Array, Array]:
    """Documents with a value in a table over all of them, and their values."""
    docs = np.flatnonzero(table != 0)  # of numbers it would take five times as long
    return docs.astype(np.uint32), table[docs]


def joined(parts: list[tuple[Array, Array]]) -> tuple[Array, Array]:
    """Pairs of arrays as one pair; nothing is copied where there is one."""
    if len(parts) == 1:
        return parts[0]
    if not parts:
        return _NO_DOCS, _NO_TF
    return np.concatenate([docs for docs, _ in parts]), np.concatenate([values for _, values in parts])

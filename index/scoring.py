"""BM25 on arrays, with Whoosh's idf, and hits whose scores are worked out only when somebody asks."""

from __future__ import annotations

from dataclasses import dataclass
from math import log
from typing import TYPE_CHECKING

import numpy as np

from index.segment.finish import K1
from index.segment.section import Array

if TYPE_CHECKING:
    from index.arrayreader import ArrayReader
    from index.snapshot import Snapshot
    from index.words import OneWord


def idf(docs: int, found: int) -> float:
    """How rare a word is, as Whoosh's weightings count: at least about 1, deleted documents included."""
    return log(docs / (found + 1)) + 1 if docs else 0.0


@dataclass(frozen=True, slots=True)
class Hits:
    """Documents, and what their scores come from.

    With `norm`, `values` are frequencies and the score is `factor * tf / (tf + norm[doc])`; without it `values` are
    scores to be multiplied by `factor`, and without `values` every score is `factor`.
    """

    docs: Array
    """u32, in order, each once."""
    values: Array | None = None
    norm: Array | None = None
    factor: float = 1.0

    def __len__(self) -> int:
        return len(self.docs)

    def take(self, chosen: Array) -> Hits:
        """Those of some indices (in order) or of a mask."""
        return Hits(self.docs[chosen], None if self.values is None else self.values[chosen], self.norm, self.factor)

    def times(self, boost: float) -> Hits:
        """The same, boosted."""
        return self if boost == 1.0 else Hits(self.docs, self.values, self.norm, self.factor * boost)

    def scores(self) -> Array:
        """A score for each document, f32."""
        if self.values is None:
            return np.full(len(self.docs), self.factor, dtype=np.float32)
        values = self.values.astype(np.float32, copy=False)
        if self.norm is not None:
            values = values / (values + self.norm[self.docs])
        return values if self.factor == 1.0 else values * np.float32(self.factor)

    def over_all(self, total: int) -> Array:
        """A word's scores over all `total` documents, 0 where it does not stand.

        For a common word twice as fast as picking each document's norm: what is added runs through memory in order.
        """
        table = np.zeros(total, dtype=np.float32)
        if self.values is not None and self.norm is not None:
            table[self.docs.astype(np.intp)] = self.values
            table /= table + self.norm
            table *= np.float32(self.factor)
        return table


NOTHING = Hits(np.zeros(0, dtype=np.uint32))


def word_hits(snapshot: Snapshot, field: str, docs: Array, tf: Array, found: int) -> Hits:
    """Hits of one word in a field of words; `found` is in how many documents it stands."""
    return Hits(docs, tf, snapshot.norms(field), idf(snapshot.docs, found) * (K1 + 1))


def scored_word(reader: ArrayReader, word: OneWord) -> tuple[Array, Array]:
    """Living documents of a word of several forms, and their scores."""
    docs, tf = word.found(reader)
    hits = word_hits(reader.snapshot, word.fieldname, docs, tf, len(docs)).times(word.boost)
    live = reader.snapshot.live
    hits = hits if live is None else hits.take(live[docs])
    return hits.docs, hits.scores()

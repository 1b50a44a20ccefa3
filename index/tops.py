"""The best documents of a single word without looking at all of them.

A segment precomputes the 128 best of a common word by `tf / (tf + norm)`, with its own average length. A reader whose
generation has another average scores those 128 anew; every other document of the segment scores at most what the
128th did, times the ratio of the averages where that is above 1 (a longer average makes norms smaller, at most by
that ratio). If the last one wanted scores more than this bound, no other can belong to the best: the answer is exact,
with deletes and with other segments. Otherwise, and with filters, everything is scored.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from whoosh import query

from index.schema import TEXTS
from index.scoring import idf
from index.segment.arrays import TOP, best
from index.segment.finish import K1, norms
from index.segment.read import Segment
from index.segment.section import Array
from index.snapshot import Snapshot
from index.words import Beginning


@dataclass(frozen=True, slots=True)
class Top:
    """The best documents, best first, and how many there are in all, deleted ones left out."""

    docs: Array
    scores: Array
    total: int


def top(snapshot: Snapshot, tree: Any, k: int) -> Top | None:
    """The `k` best of a word; None where they are not to be had without scoring everything."""
    if type(tree) not in (query.Term, Beginning) or tree.fieldname not in TEXTS or k > TOP:
        return None
    field, text = tree.fieldname, tree.text.encode()
    parts = [_part(segment, field, text, type(tree) is Beginning) for segment in snapshot.segments]
    if not any(part is not None and part[3] for part in parts):
        return None
    docs, tf, bound, count = [], [], 0.0, 0
    for (segment, base), part in zip(snapshot.each(), parts, strict=True):
        if part is None:
            return None
        own, frequency, found, cut = part
        docs.append(own.astype(np.uint32) + np.uint32(base))
        tf.append(frequency.astype(np.float32))
        count += found
        bound = max(bound, _bound(snapshot, segment, field, own, frequency)) if cut else bound
    return _chosen(snapshot, tree, (np.concatenate(docs), np.concatenate(tf)), (bound, count), k)


def _chosen(snapshot: Snapshot, tree: Any, found: tuple[Array, Array], limits: tuple[float, int], k: int) -> Top | None:
    (docs, tf), (bound, count) = found, limits
    if snapshot.live is not None:
        kept = snapshot.live[docs]
        docs, tf = docs[kept], tf[kept]
    scores = tf / (tf + snapshot.norms(tree.fieldname)[docs])
    order = best(scores, k, docs)
    if len(order) < k or float(scores[order[-1]]) <= bound:
        return None
    factor = np.float32(idf(snapshot.docs, count) * (K1 + 1) * tree.boost)
    return Top(docs[order], scores[order] * factor, count - _gone(snapshot, tree))


_Part = tuple[Array, Array, int, bool]
"""Documents, frequencies, how many there are in all, and whether these are only the best of them."""


def _part(segment: Segment, field: str, text: bytes, beginning: bool) -> _Part | None:
    """What a segment knows of a word; None where that would mean to add up many postings."""
    if beginning:
        heavy = segment.beginning(field, text)
        if heavy is not None:
            docs, tf, count = segment.beginning_top(heavy)
            return docs, tf, count, count > TOP
        docs, tf = segment.postings(*segment.prefix(field, text))
        table = np.minimum(np.bincount(docs, weights=tf, minlength=segment.docs), 255)
        found = np.flatnonzero(table != 0)  # of numbers it would take five times as long
        return found, table[found], len(found), False
    number = segment.find(field, text)
    if number < 0:
        return np.zeros(0, np.uint32), np.zeros(0, np.uint16), 0, False
    chosen = segment.top(number)
    if chosen is None:
        docs, tf = segment.postings(number, number + 1)
        return docs, tf, len(docs), False
    return *chosen, int(segment.counts(number, number + 1)[0]), True


def _bound(snapshot: Snapshot, segment: Segment, field: str, docs: Array, tf: Array) -> float:
    own = segment.totals[field] / max(segment.docs, 1)
    last = float(tf[-1])
    norm = float(norms(segment.lengths(field)[docs[-1:]], own)[0])
    return last / (last + norm) * max(1.0, snapshot.average(field) / max(own, 1e-9))


def _gone(snapshot: Snapshot, tree: Any) -> int:
    """Deleted documents among those that are counted."""
    if not len(snapshot.dead):
        return 0
    if type(tree) is Beginning:
        return int(np.count_nonzero(snapshot.beginning_table(tree.fieldname, tree.text.encode())[0][snapshot.dead]))
    docs = snapshot.postings(tree.fieldname, tree.text.encode())[0]
    at = np.searchsorted(docs, snapshot.dead)
    at[at == len(docs)] = 0
    return int((docs[at] == snapshot.dead).sum())

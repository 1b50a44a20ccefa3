"""What a segment precomputes once its postings stand: best documents, heavy prefixes, and forms of one stem.

Best documents are those with the greatest `tf / (tf + norm)`, the part of BM25 that does not depend on how common a
word is. `norm` uses the segment's own average length; a reader with another average knows how far that can be off
(`index.tops`).
"""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

import numpy as np

from index.analysis import stem
from index.schema import TEXTS
from index.segment.arrays import TOP, at_most, best
from index.segment.folder import SegmentFolder
from index.segment.read import Segment
from index.segment.section import Array

TOP_FROM = 1024
"""Documents from which a term's best are precomputed; fewer are scored as fast as they are read."""

BEGINNING_FROM = 65_536
"""Postings from which a prefix of one to three letters is precomputed."""

K1, B = 1.2, 0.75
"""BM25's parameters, as Whoosh's BM25F has them."""


def norms(lengths: Array, average: float) -> Array:
    """BM25's length norm for each document, f32."""
    return np.asarray(K1 * (1 - B) + (K1 * B / max(average, 1e-9)) * lengths, dtype=np.float32)


def finish(folder: SegmentFolder, path: Path) -> None:
    """Add the precomputed sections to a segment whose others are complete at `path`."""
    segment = Segment(path)
    fields = [name for name in TEXTS if name in segment.fields]
    norm = {name: norms(segment.lengths(name), segment.totals[name] / max(segment.docs, 1)) for name in fields}
    _write_tops(folder, segment, norm)
    _write_beginnings(folder, segment, norm)
    _write_forms(folder, segment, fields)


def _write_tops(folder: SegmentFolder, segment: Segment, norm: dict[str, Array]) -> None:
    terms, docs, tf = (
        folder.section(name, dtype) for name, dtype in (("top.terms", "<u4"), ("top.docs", "<u4"), ("top.tf", "<u2"))
    )
    for name, values in norm.items():
        first, last = segment.prefix(name, b"")
        for term in (first + np.flatnonzero(segment.counts(first, last) >= TOP_FROM)).tolist():
            d, f = segment.postings(term, term + 1)
            chosen = best(f / (f + values[d]), TOP)
            terms.write(np.array([term]))
            docs.write(d[chosen])
            tf.write(f[chosen])


def _write_beginnings(folder: SegmentFolder, segment: Segment, norm: dict[str, Array]) -> None:
    heavy = [(name, prefix) for name in norm for prefix in _heavy_prefixes(segment, name)]
    folder.entries("begin", [segment.key(name, prefix) for name, prefix in heavy])
    count, docs, top, tf = (
        folder.section(f"begin.{name}", dtype)
        for name, dtype in (("count", "<u4"), ("docs", "<u4"), ("top", "<u2"), ("tf", "u1"))
    )
    for name, prefix in heavy:
        d, f = segment.postings(*segment.prefix(name, prefix))
        frequency = at_most(np.bincount(d, weights=f, minlength=segment.docs), np.uint8)
        chosen = best(frequency / (frequency + norm[name]), TOP)
        chosen = np.resize(chosen, TOP) if len(chosen) < TOP else chosen
        count.write(np.array([np.count_nonzero(frequency)]))
        docs.write(chosen)
        top.write(frequency[chosen])
        tf.write(frequency)


def _heavy_prefixes(segment: Segment, field: str) -> list[bytes]:
    """Prefixes of one to three characters with many postings, in order."""
    first, last = segment.prefix(field, b"")
    if last == first:
        return []
    sizes: dict[bytes, int] = defaultdict(int)
    counts = segment.counts(first, last)
    for text, size in zip(segment.texts(first, last), counts.tolist(), strict=True):
        word = text[:12].decode("utf-8", "ignore")
        for length in range(1, min(3, len(word)) + 1):
            sizes[word[:length].encode()] += size
    return sorted(prefix for prefix, size in sizes.items() if size >= BEGINNING_FROM)


def _write_forms(folder: SegmentFolder, segment: Segment, fields: list[str]) -> None:
    groups: dict[str, set[str]] = defaultdict(set)
    for name in fields:
        for text in segment.texts(*segment.prefix(name, b"")):
            word = text.decode()
            if len(word) > 3 and word.isascii() and word.isalpha():
                groups[stem(word)].add(word)
    kept = sorted(group for group, words in groups.items() if len(words) > 1)
    folder.entries("stems", [group.encode() for group in kept])
    folder.entries("forms", [" ".join(sorted(groups[group])).encode() for group in kept])

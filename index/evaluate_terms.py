"""Leaves of the query tree: single terms, words of several forms, expansions and ranges."""

from __future__ import annotations

import fnmatch
import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query

from index.evaluate_dense import MOST, table
from index.schema import TEXTS
from index.scoring import NOTHING, Hits, idf, word_hits
from index.segment.arrays import summed
from index.segment.finish import K1
from index.snapshot import Snapshot
from index.words import Beginning

if TYPE_CHECKING:
    from index.evaluate import Evaluator
    from index.segment.section import Array

EXPANSIONS = 4096
"""Terms one wildcard, prefix, range or fuzzy word may stand for; the commonest are taken, and it is said."""


TRIED = 10_000
"""Words tried between two looks at whether the answer is still wanted: 4 ms. A library of 100,000 letters has a
million, and what else is asked is heard at such a look (`index.answering`).
"""
SHARE = 500_000
"""Places added up between two such looks."""
POSTINGS = 6_000_000
"""Places in documents that those terms may have together: what is added up in 0.5 s."""


def term(evaluator: Evaluator, tree: Any) -> Hits:
    """An exact term: BM25 in fields of words, 1 elsewhere."""
    field = tree.fieldname
    if field not in evaluator.schema:
        return NOTHING
    try:
        encoded = evaluator.schema[field].to_bytes(tree.text)
    except ValueError:
        return NOTHING
    docs, tf = evaluator.snapshot.postings(field, encoded)
    if not len(docs):
        return NOTHING
    if field not in TEXTS:
        return Hits(docs, factor=tree.boost)
    return word_hits(evaluator.snapshot, field, docs, tf, len(docs)).times(tree.boost)


def one_word(evaluator: Evaluator, tree: Any) -> Hits:
    """A word of several forms, scored as one term."""
    if tree.fieldname not in evaluator.schema:
        return NOTHING
    docs, tf = tree.found(evaluator.searcher.ixreader)
    return (
        word_hits(evaluator.snapshot, tree.fieldname, docs, tf, len(docs)).times(tree.boost) if len(docs) else NOTHING
    )


def is_heavy(snapshot: Snapshot, tree: Any) -> bool:
    """Whether the tree is a beginning whose frequencies are precomputed in the first, greatest segment.

    Or one beginning in several fields, of which any is.
    """
    if type(tree) is query.Or and not getattr(tree, "scale", None):
        nodes = tree.subqueries
        return all(isinstance(node, Beginning) for node in nodes) and any(is_heavy(snapshot, node) for node in nodes)
    if not isinstance(tree, Beginning) or not snapshot.segments:
        return False
    return snapshot.segments[0].beginning(tree.fieldname, tree.text.encode()) is not None


def heavy_at(evaluator: Evaluator, tree: Any, docs: Array) -> Hits:
    """A heavy beginning at some documents; its scores are 0 where it does not stand."""
    snapshot = evaluator.snapshot
    if len(docs) > snapshot.docs // MOST:
        scores = table(snapshot, tree, evaluator.check)
        if scores is not None:
            return Hits(docs, scores.take(docs))
    evaluator.check()
    if type(tree) is query.Or:
        scores = np.zeros(len(docs), dtype=np.float32)
        for node in tree.subqueries:
            scores += heavy_at(evaluator, node, docs).scores()
        return Hits(docs, scores).times(tree.boost)
    tf, count = snapshot.beginning_table(tree.fieldname, tree.text.encode())
    return word_hits(snapshot, tree.fieldname, docs, tf[docs], count).times(tree.boost)


def every(evaluator: Evaluator, tree: Any) -> Hits:
    """All documents, or those with anything in a field."""
    snapshot, field = evaluator.snapshot, tree.fieldname
    if field in (None, "", "*"):
        return Hits(np.arange(snapshot.docs, dtype=np.uint32), factor=tree.boost)
    met = np.zeros(snapshot.docs, dtype=bool)
    for segment, base in snapshot.each():
        met[base + segment.postings(*segment.prefix(field, b""))[0].astype(np.int64)] = True
    return Hits(np.flatnonzero(met).astype(np.uint32), factor=tree.boost)


def prefix(evaluator: Evaluator, tree: Any) -> Hits:
    """Whoosh's prefix: the scores of all its expansions added."""
    if tree.text == "":
        return every(evaluator, tree)
    return _expanded(evaluator, tree, evaluator.snapshot.terms(tree.fieldname, tree.text.encode()))


def pattern(evaluator: Evaluator, tree: Any) -> Hits:
    """Whoosh's wildcards: the scores of all expansions added."""
    if tree.text == "*":
        return every(evaluator, tree)
    beginning = re.split(r"[*?\[]", tree.text, maxsplit=1)[0]
    fits = re.compile(fnmatch.translate(tree.text)).match
    fitting: dict[bytes, int] = {}
    for segment in evaluator.snapshot.segments:
        first, last = segment.prefix(tree.fieldname, beginning.encode())
        for start in range(first, last, TRIED):
            evaluator.check()
            end = min(start + TRIED, last)
            for text, count in zip(segment.texts(start, end), segment.counts(start, end).tolist(), strict=True):
                if fits(text.decode("utf-8", "surrogateescape")):
                    fitting[text] = fitting.get(text, 0) + count
    return _expanded(evaluator, tree, dict(sorted(fitting.items())))


def fuzzy(evaluator: Evaluator, tree: Any) -> Hits:
    """Words a few edits away."""
    near = evaluator.searcher.ixreader.terms_within(tree.fieldname, tree.text, tree.maxdist, prefix=tree.prefixlength)
    return _expanded(evaluator, tree, (word.encode() for word in near))


def term_range(evaluator: Evaluator, tree: Any) -> Hits:
    """Terms between two others, in byte order."""
    return _expanded(evaluator, tree, tree._btexts(evaluator.searcher.ixreader))


def _expanded(evaluator: Evaluator, tree: Any, terms: Iterable[bytes]) -> Hits:
    field, snapshot = tree.fieldname, evaluator.snapshot
    if field not in evaluator.schema:
        return NOTHING
    found = {text: snapshot.frequency(field, text) for text in terms} if not isinstance(terms, dict) else terms
    found = {text: count for text, count in found.items() if count}
    kept = _commonest(found)
    if len(kept) < len(found):
        if not any(said.startswith(f"{tree.text}: ") for said in evaluator.notices):
            evaluator.notices.append(f"{tree.text}: the {len(kept):,} commonest of {len(found):,} words were searched.")
        found = {text: found[text] for text in kept}
    return _spread(evaluator, field, found).times(tree.boost)


def _commonest(found: dict[bytes, int]) -> list[bytes]:
    """As many of the terms as are searched, the commonest first where not all are."""
    if len(found) <= EXPANSIONS and sum(found.values()) <= POSTINGS:
        return list(found)
    kept: list[bytes] = []
    postings = 0
    for text in sorted(found, key=lambda text: -found[text])[:EXPANSIONS]:
        postings += found[text]
        if kept and postings > POSTINGS:
            break
        kept.append(text)
    return kept


def _spread(evaluator: Evaluator, field: str, found: dict[bytes, int]) -> Hits:
    """Scores of several terms added; `found` tells in how many documents each stands."""
    snapshot = evaluator.snapshot
    docs, scores = [], []
    norm = snapshot.norms(field) if field in TEXTS else None
    for segment, base in snapshot.each():
        held = [(number, count) for text, count in found.items() if (number := segment.find(field, text)) >= 0]
        for share in _shares(held):
            evaluator.check()
            numbers = np.array([number for number, _ in share], dtype=np.int64)
            weights = np.array([idf(snapshot.docs, count) * (K1 + 1) for _, count in share], dtype=np.float32)
            d, tf, counts = segment.chosen(numbers)
            d = d + np.uint32(base)
            tf = tf.astype(np.float32)
            docs.append(d)
            plain = np.ones(len(d), np.float32)
            scores.append(plain if norm is None else np.repeat(weights, counts) * tf / (tf + norm[d]))
    if not docs:
        return NOTHING
    joined, values = np.concatenate(docs), np.concatenate(scores)
    if len(joined) < snapshot.docs // 16:
        return Hits(*summed(joined, values))
    table = np.bincount(joined, weights=values, minlength=snapshot.docs)
    met = np.flatnonzero(table != 0)
    return Hits(met.astype(np.uint32), table[met].astype(np.float32))


def _shares(held: list[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Terms and their counts, together or in parts of at most `SHARE` places."""
    share: list[tuple[int, int]] = []
    size = 0
    for number, count in held:
        if share and size + count > SHARE:
            yield share
            share, size = [], 0
        share.append((number, count))
        size += count
    if share:
        yield share


def number_range(evaluator: Evaluator, tree: Any) -> Hits:
    """Dates: from the column. Whoosh gives every hit of a range the same score."""
    met = _within(tree, evaluator.snapshot.dates)
    return Hits(np.flatnonzero(met).astype(np.uint32), factor=tree.boost)


def within(snapshot: Snapshot, tree: Any, docs: Array) -> Array:
    """Which of some documents a range of dates holds, a mask: cheaper than all that it holds, where they are few."""
    return _within(tree, snapshot.dates[docs])


def _within(tree: Any, dates: Array) -> Array:
    low = 1 if tree.start is None else max(1, int(tree.start) + bool(tree.startexcl))
    high = 0xFFFFFFFF if tree.end is None else int(tree.end) - bool(tree.endexcl)
    if tree.fieldname != "date" or high < low:
        return np.zeros(len(dates), dtype=bool)
    met: Array = (dates >= low) & (dates <= high)
    return met

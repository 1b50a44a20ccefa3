"""Common words, scored over all documents at once.

All of it runs through memory in order, into the same few arrays: 0.1 ms a word and field at 100,000 letters, where to
pick the frequency and the norm of each document that has the word takes 0.6. What is typed is mostly of this kind: a
beginning of one to three letters stands in most letters, and so do the words before it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query

from index.recent import keep
from index.scoring import NOTHING, word_hits
from index.snapshot import joined
from index.words import Beginning, Inflected

if TYPE_CHECKING:
    from index.segment.read import Segment
    from index.segment.section import Array
    from index.snapshot import Snapshot

KEPT_WORDS = 4
"""Common words whose scores are kept: 1.6 MB at 100,000 letters."""
MOST = 8
"""Of this part of all documents and fewer each is picked; of more, all are looked at."""


def is_common(snapshot: Snapshot, tree: Any) -> bool:
    """Whether a tree is a word of several forms, in one field or more, that stands in many documents of the first."""
    if type(tree) in (query.Or, query.DisjunctionMax):
        nodes = tree.subqueries
        return not getattr(tree, "scale", None) and all(map(_known, nodes)) and is_common(snapshot, nodes[0])
    if not _known(tree) or not snapshot.segments:
        return False
    if type(tree) is Beginning:
        segment, text = snapshot.segments[0], tree.text.encode()
        if segment.beginning(tree.fieldname, text) is not None:
            return True
        return int(segment.counts(*segment.prefix(tree.fieldname, text)).sum()) > segment.docs // MOST
    return sum(snapshot.frequency(tree.fieldname, word) for word in tree.forms(snapshot)) > snapshot.docs // MOST


def table(snapshot: Snapshot, tree: Any, check: Callable[[], None] = lambda: None) -> Array | None:
    """The scores of a common word, or of several that must all stand, for every document; None of any other tree.

    Not to be written to: the words asked for last are kept, since each letter typed behind them asks for them again.
    """
    words = tree.subqueries if type(tree) is query.And and len(tree.subqueries) > 1 else [tree]
    # All of them first: beside a rare word, a common one is looked at where that one stands.
    if not all(type(word) is query.Or or word is tree for word in words):
        return None
    if not all(is_common(snapshot, word) for word in words):
        return None
    tables = [_kept(snapshot, word, check) for word in words]
    return _all_of(tables, tree.boost) if len(tables) > 1 else tables[0]


def _kept(snapshot: Snapshot, word: Any, check: Callable[[], None]) -> Array:
    found: Array | None = snapshot.scored.pop(word, None)
    if found is None:
        found = scores_over_all(snapshot, word, check)
    keep(snapshot.scored, word, found, KEPT_WORDS)
    return found


def _all_of(tables: list[Array], boost: float) -> Array:
    """The sum of scores where none is 0."""
    found: Array = tables[0] * np.float32(boost)
    met = tables[0] != 0
    for other in tables[1:]:
        found += other if boost == 1.0 else other * np.float32(boost)
        met &= other != 0
    found *= met
    return found


def _known(tree: Any) -> bool:
    if type(tree) is query.DisjunctionMax:
        return all(map(_known, tree.subqueries))
    return type(tree) in (Beginning, Inflected)


def scores_over_all(snapshot: Snapshot, tree: Any, check: Callable[[], None] = lambda: None) -> Array:
    """The scores of such a tree for every document, f32; 0 where it does not stand. `check` is called between fields,
    and may raise.
    """
    _expect(snapshot, tree)
    return _Sum(snapshot, check).of(tree)


def _expect(snapshot: Snapshot, tree: Any) -> None:
    """Have the system fetch what is read next: of six fields, each not in memory took 2 to 8 ms by itself."""
    if type(tree) in (query.Or, query.DisjunctionMax):
        for node in tree.subqueries:
            _expect(snapshot, node)
    elif type(tree) is Beginning:
        for segment in snapshot.segments:
            heavy = segment.beginning(tree.fieldname, tree.text.encode())
            if heavy is not None:
                segment.expect_beginning(heavy)


class _Sum:
    """Works in two arrays of its own beside those it answers with."""

    def __init__(self, snapshot: Snapshot, check: Callable[[], None]) -> None:
        self._snapshot, self._check = snapshot, check
        self._table, self._below = self._empty(), self._empty()

    def _empty(self) -> Array:
        return np.zeros(self._snapshot.docs, dtype=np.float32)

    def of(self, tree: Any) -> Array:
        """Scores of a tree."""
        found, join = self._empty(), np.maximum if type(tree) is query.DisjunctionMax else np.add
        nodes = tree.subqueries if type(tree) in (query.Or, query.DisjunctionMax) else [tree]
        for node in nodes:
            scores = self.of(node) if type(node) is query.DisjunctionMax else self._word(node)
            if scores is not None:
                join(found, scores, out=found)
        boost = tree.boost if nodes != [tree] else 1.0
        return found if boost == 1.0 else np.multiply(found, np.float32(boost), out=found)

    def _word(self, word: Beginning | Inflected) -> Array | None:
        """BM25 of a word, in the array that the next word is worked out in; None where it stands nowhere."""
        self._check()
        table, below, held = self._table, self._below, 0
        for segment, base in self._snapshot.each():
            held += self._fill(segment, word, table[base : base + segment.docs])
        if not held:
            return None
        hits = word_hits(self._snapshot, word.fieldname, NOTHING.docs, table, held)
        np.add(table, self._snapshot.norms(word.fieldname), out=below)
        np.divide(table, below, out=table)
        return np.multiply(table, np.float32(hits.factor * word.boost), out=table)

    def _fill(self, segment: Segment, word: Beginning | Inflected, table: Array) -> int:
        """How often a word stands in each document of a segment, at most 255; returns in how many it does."""
        field, text = word.fieldname, word.text.encode()
        if type(word) is Beginning:
            heavy = segment.beginning(field, text)
            if heavy is not None:
                np.copyto(table, segment.beginning_frequencies(heavy))
                return segment.beginning_top(heavy)[2]
            first, last = segment.prefix(field, text)
            terms, (docs, tf) = last - first, segment.postings(first, last)
        else:
            numbers = [segment.find(field, form) for form in word.forms(self._snapshot)]
            held = [segment.postings(number, number + 1) for number in numbers if number >= 0]
            terms, (docs, tf) = len(held), joined(held)
        if terms < 2 and len(docs) < segment.docs // 3:  # each document once
            table.fill(0)
            table[docs.astype(np.intp)] = np.minimum(tf, 255)
            return len(docs)
        np.minimum(np.bincount(docs, weights=tf, minlength=segment.docs), 255, out=table, casting="same_kind")
        return int(np.count_nonzero(table != 0))  # of numbers it would take five times as long

"""Whoosh's query tree on arrays: what a tree matches, with scores, as Whoosh's own matchers would say.

A node this does not know is handed to Whoosh's matchers over our reader: slower, never wrong.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
from whoosh import query
from whoosh.query import spans

from index import evaluate_dense, evaluate_near, evaluate_terms
from index.answered import Answered, answered
from index.recent import keep
from index.results import Cancel, Cancelled
from index.scoring import NOTHING, Hits
from index.segment.arrays import summed
from index.segment.section import Array
from index.snapshot import Snapshot
from index.words import Beginning, Inflected, OneWord

KEPT_WORDS = 4
"""Words whose hits are kept, those asked for last: 3 MB at 100,000 letters at the most."""


class Evaluator:
    """Evaluates trees over one snapshot; collects in `notices` what was capped."""

    def __init__(self, searcher: Any, cancel: Cancel | None = None) -> None:
        self.searcher = searcher
        self.snapshot: Snapshot = searcher.ixreader.snapshot
        self.schema = searcher.schema
        self.notices: list[str] = []
        self._cancel = cancel

    def check(self) -> None:
        """Cancelled where nobody waits for the answer any more."""
        if self._cancel is not None and self._cancel():
            raise Cancelled

    def hits(self, tree: Any) -> Hits:
        """Documents of a tree, deleted ones perhaps included, with scores on demand."""
        self.check()
        node = _NODES.get(type(tree))
        return _by_matchers(self, tree) if node is None else node(self, tree)


def _by_matchers(evaluator: Evaluator, tree: Any) -> Hits:
    """What Whoosh's own matchers find."""
    matcher = tree.matcher(evaluator.searcher, evaluator.searcher.context())
    docs, scores = [], []
    while matcher.is_active():
        docs.append(matcher.id())
        scores.append(matcher.score())
        matcher.next()
    return Hits(np.array(docs, dtype=np.uint32), np.array(scores, dtype=np.float32))


def intersection(a: Array, b: Array, docs: int) -> tuple[Array, Array]:
    """Indices into `a` and `b` (sorted) of what both hold.

    A short list is looked up in the long one; two of like length meet in a table over all documents.
    """
    if len(a) > len(b):
        in_b, in_a = intersection(b, a, docs)
        return in_a, in_b
    if len(a) * 12 < len(b):
        at = np.searchsorted(b, a)
        at[at == len(b)] = 0
        kept = np.flatnonzero(b[at] == a)
        return kept, at[kept]
    table = np.zeros(docs, dtype=np.uint32)
    table[b] = np.arange(1, len(b) + 1, dtype=np.uint32)
    met = table[a]
    kept = np.flatnonzero(met != 0)
    return kept, met[kept].astype(np.int64) - 1


def without(hits: Hits, docs: Array, total: int) -> Hits:
    """`hits` less those documents."""
    kept = np.ones(total, dtype=bool)
    kept[docs] = False
    return hits.take(np.flatnonzero(kept[hits.docs]))


def _and(evaluator: Evaluator, tree: Any) -> Hits:
    refused = [node.query for node in tree.subqueries if isinstance(node, query.Not)]
    wanted = [node for node in tree.subqueries if not isinstance(node, query.Not)]
    if not wanted:
        return _by_matchers(evaluator, tree)
    found = _all_of(evaluator, wanted)
    for node in refused:
        found = without(found, evaluator.hits(node).docs, evaluator.snapshot.docs) if len(found) else found
    if refused:
        # Whoosh's NOT is a matcher of everything else, each with a score of 1.
        found = Hits(found.docs, found.scores() + np.float32(len(refused)))
    return found.times(tree.boost)


def _all_of(evaluator: Evaluator, nodes: list[Any]) -> Hits:
    """Documents that every node matches, their scores added; the rarest first, heavy beginnings and dates last."""
    total = evaluator.snapshot.docs
    heavy = [node for node in nodes if evaluate_terms.is_heavy(evaluator.snapshot, node)]
    if len(heavy) == len(nodes):
        heavy = heavy[1:]
    dated = [node for node in nodes if type(node) is query.NumericRange]
    if len(heavy) + len(dated) == len(nodes):
        dated = dated[1:]
    later = [*heavy, *dated]
    parts = sorted((evaluator.hits(node) for node in nodes if not any(node is other for other in later)), key=len)
    docs, kept = parts[0].docs, [np.arange(len(parts[0]))]
    for part in parts[1:]:
        mine, its = intersection(docs, part.docs, total)
        docs, kept = docs[mine], [*(own[mine] for own in kept), its]
    chosen = [part.take(own) for part, own in zip(parts, kept, strict=True)]
    for node in dated:
        matched = np.flatnonzero(evaluate_terms.within(evaluator.snapshot, node, docs))
        docs = docs[matched]
        chosen = [*(part.take(matched) for part in chosen), Hits(docs, factor=node.boost)]
    if len(chosen) == 1 and not heavy:
        return chosen[0]
    scores = added([part.scores() for part in chosen])
    for node in heavy:
        met = evaluate_terms.heavy_at(evaluator, node, docs).scores()
        matched = np.flatnonzero(met != 0)
        docs, scores = docs[matched], scores[matched] + met[matched]
    return Hits(docs, scores)


def _scaled(node: Any) -> bool:
    return bool(getattr(node, "scale", None))


def added(scores: list[Array]) -> Array:
    """The sum of aligned scores."""
    total = scores[0].copy()
    for more in scores[1:]:
        total += more
    return total


def _or(evaluator: Evaluator, tree: Any) -> Hits:
    if _scaled(tree) or any(isinstance(node, query.Not) for node in tree.subqueries):
        return _by_matchers(evaluator, tree)
    # Words in some fields are equal where they mean the same, and leave no notice.
    return _kept(evaluator, tree) if all(isinstance(one, OneWord) for one in tree.subqueries) else _any(evaluator, tree)


def _kept(evaluator: Evaluator, tree: Any) -> Hits:
    """The hits of a word: with each letter typed behind it, it is asked for again."""
    kept = evaluator.snapshot.words
    found = kept.pop(tree, None) or _any(evaluator, tree)
    keep(kept, tree, found, KEPT_WORDS)
    return found


def _any(evaluator: Evaluator, tree: Any) -> Hits:
    scores = evaluate_dense.table(evaluator.snapshot, tree, evaluator.check)
    if scores is not None:
        docs = np.flatnonzero(scores != 0)
        return Hits(docs.astype(np.uint32), scores.take(docs))
    return any_of([evaluator.hits(node) for node in tree.subqueries], evaluator.snapshot.docs).times(tree.boost)


def any_of(parts: list[Hits], total: int) -> Hits:
    """Documents of any part, scores added: few by sorting, many through a table over all documents."""
    parts = [part for part in parts if len(part)]
    if len(parts) < 2:
        return parts[0] if parts else NOTHING
    if sum(map(len, parts)) < total // 16:
        docs = np.concatenate([part.docs for part in parts])
        return Hits(*summed(docs, np.concatenate([part.scores() for part in parts])))
    table, met = np.zeros(total, dtype=np.float32), None
    for part in parts:
        if part.norm is not None and len(part) > total // 8:
            table += part.over_all(total)
        else:
            table[part.docs] += part.scores()
    if not all(part.norm is not None and part.factor > 0 for part in parts):
        # A score may be 0, so that the table does not tell what was met.
        met = np.zeros(total, dtype=bool)
        for part in parts:
            met[part.docs] = True
    docs = np.flatnonzero(table != 0 if met is None else met)
    return Hits(docs.astype(np.uint32), table.take(docs))


def _max(evaluator: Evaluator, tree: Any) -> Hits:
    table = np.zeros(evaluator.snapshot.docs, dtype=np.float32)
    met = np.zeros(evaluator.snapshot.docs, dtype=bool)
    for node in tree.subqueries:
        part = evaluator.hits(node)
        table[part.docs] = np.maximum(table[part.docs], part.scores())
        met[part.docs] = True
    docs = np.flatnonzero(met)
    return Hits(docs.astype(np.uint32), table[docs]).times(tree.boost)


def _and_not(evaluator: Evaluator, tree: Any) -> Hits:
    return without(evaluator.hits(tree.a), evaluator.hits(tree.b).docs, evaluator.snapshot.docs)


def _and_maybe(evaluator: Evaluator, tree: Any) -> Hits:
    first, second = evaluator.hits(tree.a), evaluator.hits(tree.b)
    mine, its = intersection(first.docs, second.docs, evaluator.snapshot.docs)
    scores = first.scores().copy()
    scores[mine] += second.take(its).scores()
    return Hits(first.docs, scores)


def _require(evaluator: Evaluator, tree: Any) -> Hits:
    first, second = evaluator.hits(tree.a), evaluator.hits(tree.b)
    return first.take(intersection(first.docs, second.docs, evaluator.snapshot.docs)[0])


def _constant(evaluator: Evaluator, tree: Any) -> Hits:
    return Hits(evaluator.hits(tree.child).docs, factor=tree.score)


def _answered(evaluator: Evaluator, tree: Any) -> Hits:
    return Hits(answered(evaluator.snapshot))


def _nothing(evaluator: Evaluator, tree: Any) -> Hits:
    return NOTHING


_NODES: dict[type, Callable[[Evaluator, Any], Hits]] = {
    query.And: _and,
    query.Or: _or,
    query.DisjunctionMax: _max,
    query.AndNot: _and_not,
    query.AndMaybe: _and_maybe,
    query.Require: _require,
    query.ConstantScoreQuery: _constant,
    type(query.NullQuery): _nothing,
    query.Term: evaluate_terms.term,
    Beginning: evaluate_terms.one_word,
    Inflected: evaluate_terms.one_word,
    query.Every: evaluate_terms.every,
    query.Prefix: evaluate_terms.prefix,
    query.Wildcard: evaluate_terms.pattern,
    query.FuzzyTerm: evaluate_terms.fuzzy,
    query.TermRange: evaluate_terms.term_range,
    query.NumericRange: evaluate_terms.number_range,
    query.Phrase: evaluate_near.phrase,
    spans.SpanNear2: evaluate_near.near,
    Answered: _answered,
}

"""Whoosh's searcher with a fast path: trees evaluated on arrays, exact counts, facets and months from the same pass."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from whoosh.searching import Results, Searcher

from index import facets as counting
from index.evaluate import Evaluator, intersection
from index.evaluate_dense import MOST, table
from index.results import Cancel, Months
from index.rows import Row, loads
from index.schema import encode
from index.scoring import Hits
from index.segment.arrays import best
from index.segment.section import Array
from index.shelf import Shelf
from index.tops import top

_LAST = -(1 << 40)
"""Sorts what has no date behind everything."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a query found. Documents are numbers of the searcher's generation."""

    total: int
    """Exact."""
    docs: Array
    """The page asked for."""
    scores: Array
    """Of the page; zeros where it is not sorted by score."""
    facets: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    months: Months = field(default_factory=Months)
    capped: tuple[str, ...] = ()
    """What was cut short, in words."""
    matched: Array = field(default_factory=lambda: np.zeros(0, np.uint32))
    """Every hit, in order of number; empty where the count was known without listing them."""


class ArraySearcher(Searcher):  # type: ignore[misc]
    """A searcher over an `ArrayReader`. `run` is the fast path, `search` Whoosh's own call on top of it."""

    def run(
        self,
        tree: Any,
        *,
        limit: int = 50,
        offset: int = 0,
        sort: str = "score",
        filter: Any = None,
        facets: Sequence[str] = (),
        timeline: bool = False,
        cancel: Cancel | None = None,
    ) -> Run:
        """Evaluate `tree`; `sort` is `score`, `-date` (newest first), `date` or `symbol`; `filter` only narrows.

        Raises `Cancelled` once `cancel` says so, `DamagedBlock` where the library is not what was written.
        """
        snapshot = self.ixreader.snapshot
        counted = bool(facets) or timeline
        quick = top(snapshot, tree, offset + limit) if sort == "score" and filter is None and limit else None
        if quick is not None and not counted:
            return Run(quick.total, quick.docs[offset:], quick.scores[offset:])
        evaluator = Evaluator(self, cancel)
        if quick is None and sort == "score" and filter is None and limit:
            scores = table(snapshot, tree, evaluator.check)
            if scores is not None:
                return self._common(evaluator, scores, slice(offset, offset + limit), facets, timeline)
        hits = self._narrowed(evaluator, tree, filter)
        if quick is not None:
            docs, scores = quick.docs[offset:], quick.scores[offset:]
        else:
            docs, scores = self._page(hits, sort, offset, limit)
        evaluator.check()
        counts = counting.counts(snapshot, facets, hits.docs)
        months = counting.months(snapshot, len(hits), hits.docs) if timeline else Months()
        return Run(len(hits), docs, scores, counts, months, tuple(evaluator.notices), hits.docs)

    def _common(self, evaluator: Evaluator, scores: Array, page: slice, facets: Sequence[str], timeline: bool) -> Run:
        """What common words found, from their scores for every document: nothing is picked that is not shown."""
        snapshot = self.ixreader.snapshot
        met = scores != 0
        if snapshot.live is not None:
            met &= snapshot.live
            scores = scores * met
        total = int(np.count_nonzero(met))
        evaluator.check()
        # Few among many zeros: to look for the best of all would weigh every zero.
        among = None if total > snapshot.docs // MOST else np.flatnonzero(met)
        chosen = best(scores if among is None else scores[among], min(page.stop, total))[page]
        docs = (chosen if among is None else among[chosen]).astype(np.uint32)
        counts = counting.counts(snapshot, facets, np.flatnonzero(met).astype(np.uint32)) if facets else {}
        months = counting.months(snapshot, total, met) if timeline else Months()
        return Run(total, docs, scores[docs], counts, months)

    def _narrowed(self, evaluator: Evaluator, tree: Any, filter: Any) -> Hits:
        hits = evaluator.hits(tree)
        if filter is not None:
            allowed = evaluator.hits(filter)
            hits = hits.take(intersection(hits.docs, allowed.docs, evaluator.snapshot.docs)[0])
        live = evaluator.snapshot.live
        return hits if live is None else hits.take(np.flatnonzero(live[hits.docs]))

    def _page(self, hits: Hits, sort: str, offset: int, limit: int) -> tuple[Array, Array]:
        if not limit:
            return hits.docs[:0], np.zeros(0, np.float32)
        keys = hits.scores() if sort == "score" else self._sort_keys(hits.docs, sort)
        chosen = best(keys, offset + limit)[offset:]
        scores = keys[chosen] if sort == "score" else np.zeros(len(chosen), np.float32)
        return hits.docs[chosen], scores

    def _sort_keys(self, docs: Array, sort: str) -> Array:
        """Numbers whose greatest come first."""
        snapshot = self.ixreader.snapshot
        if sort == "symbol":
            ranks: Array = snapshot.symbol_ranks[docs].astype(np.int64)
            return -ranks
        dates = snapshot.dates[docs].astype(np.int64)
        keys: Array = np.where(dates == 0, _LAST, dates if sort == "-date" else -dates)
        return keys

    def search(self, q: Any, **options: Any) -> Any:
        """Whoosh's search: on arrays where nothing but `limit` is asked for, else by Whoosh's collectors."""
        if set(options) - {"limit"}:
            return super().search(q, **options)
        found = self.run(q, limit=options.get("limit", 10) or self.doc_count())
        pairs = zip(found.scores.tolist(), found.docs.tolist(), strict=True)
        matched = found.matched if len(found.matched) else Evaluator(self).hits(q).docs
        return Results(self, q, list(pairs), docset=set(self.ixreader.snapshot.alive(matched).tolist()))

    def row(self, doc: int) -> Row:
        """What a row of results shows of a document."""
        segment, own = self.ixreader.snapshot.locate(doc)
        return loads(segment.row(own))

    def expect(self, docs: Sequence[int], *, text: bool) -> None:
        """Say that these rows are read next, and their letters too where `text`."""
        for doc in docs:
            segment, own = self.ixreader.snapshot.locate(doc)
            segment.expect("rows", own)
            if text:
                segment.expect("stored", own)

    def stored(self, doc: int) -> bytes:
        """The bytes that were stored with a document."""
        segment, own = self.ixreader.snapshot.locate(doc)
        found: bytes = segment.stored(own)
        return found

    def term_docs(self, fieldname: str, term: str | int) -> list[int]:
        """Living documents with an exact term, in order."""
        snapshot = self.ixreader.snapshot
        found: list[int] = snapshot.alive(
            snapshot.postings(fieldname, encode(self.schema, fieldname, term))[0]
        ).tolist()
        return found

    def expand(self, fieldname: str, prefix: str, limit: int = 100) -> list[tuple[str, int]]:
        """Terms of a field that begin with `prefix`, in order, and in how many documents each stands."""
        found = self.ixreader.snapshot.terms(fieldname, prefix.encode(), limit)
        return [(text.decode(), count) for text, count in found.items()]

    def positions(self, doc: int, fieldname: str, term: str) -> list[int]:
        """Where a word stands in a field of a document, counted in words."""
        places: list[int] = self.ixreader.snapshot.positions(fieldname, term.encode(), doc)
        return places

    def keys_with_prefix(
        self, prefix: str, limit: int = 20, fieldname: str = "key"
    ) -> list[tuple[str, tuple[int, ...]]]:
        """Keys that begin with `prefix`, in order, each with the living documents found under it."""
        return [(text, tuple(docs)) for text, docs in Shelf(self).starting(fieldname, prefix, limit)]

    def similar(self, fieldname: str, word: str, edits: int = 2, limit: int = 5) -> list[str]:
        """Terms that may have been meant by a word the library does not have, the likeliest first."""
        from rapidfuzz.distance import OSA

        reader = self.ixreader
        found = reader.terms_within(fieldname, word, edits, prefix=1)
        likely = [(OSA.distance(word, other), -reader.doc_frequency(fieldname, other), other) for other in found]
        return [other for _, _, other in sorted(likely)[:limit]]

"""Phrases and nearness: positions of words, as one sorted list of numbers for all documents at once.

A place becomes `document * 2**34 + position`, so that one bisection over all documents finds what stands near.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh import query

from index.evaluate_adjacent import adjacent
from index.schema import TEXTS
from index.scoring import NOTHING, Hits
from index.segment.arrays import ranges
from index.segment.read import Segment
from index.words import OneWord

if TYPE_CHECKING:
    from index.evaluate import Evaluator
    from index.segment.section import Array

_SHIFT = 34
_EDGE = 1 << 20
"""Added to every position, so that what is taken off one never reaches into the document before."""

_SLOTS = (query.Term, query.Prefix, query.Wildcard, query.FuzzyTerm, query.Phrase, OneWord)
_Slot = list[list[bytes]]
"""What fills a slot: for each of its words, one but in a phrase, the terms it may be."""


@dataclass(frozen=True, slots=True)
class _Near:
    """What is asked of the places: at most `slop` on from each other, in order or not."""

    slop: int
    ordered: bool


def phrase(evaluator: Evaluator, tree: Any) -> Hits:
    """Words one after another; with `slop`, at most that far on from each other."""
    slots = [query.Term(tree.fieldname, word) for word in tree.words]
    return _near(evaluator, slots, _Near(tree.slop, True)).times(tree.boost)


def near(evaluator: Evaluator, tree: Any) -> Hits:
    """Whoosh's SpanNear2 over words of one field, phrases only in any order; the rest goes to Whoosh's matchers."""
    from index.evaluate import _by_matchers

    fields = {getattr(slot, "fieldname", None) for slot in tree.qs}
    phrases = [slot for slot in tree.qs if isinstance(slot, query.Phrase)]
    known = all(isinstance(slot, _SLOTS) for slot in tree.qs) and all(slot.slop == 1 for slot in phrases)
    if len(fields) != 1 or tree.mindist != 1 or not known or (phrases and tree.ordered):
        return _by_matchers(evaluator, tree)
    return _near(evaluator, tree.qs, _Near(tree.slop, tree.ordered)).times(getattr(tree, "boost", 1.0))


def _near(evaluator: Evaluator, slots: list[Any], asked: _Near) -> Hits:
    from index.evaluate import added

    field = slots[0].fieldname if slots else None
    if field not in TEXTS or field not in evaluator.schema:
        return NOTHING
    terms = [_words(evaluator, slot) for slot in slots]
    parts = [base + _in_segment(segment, field, terms, asked) for segment, base in evaluator.snapshot.each()]
    docs = np.concatenate(parts).astype(np.uint32) if parts else NOTHING.docs
    if not len(docs):
        return NOTHING
    if len(slots) == 1:
        hits = evaluator.hits(slots[0])
        return hits.take(np.searchsorted(hits.docs, docs))
    scores = [hits.take(np.searchsorted(hits.docs, docs)).scores() for hits in map(evaluator.hits, slots)]
    return Hits(docs, added(scores))


def _words(evaluator: Evaluator, slot: Any) -> _Slot:
    if isinstance(slot, query.Phrase):
        return [_terms(evaluator, query.Term(slot.fieldname, word)) for word in slot.words]
    return [_terms(evaluator, slot)]


def _terms(evaluator: Evaluator, slot: Any) -> list[bytes]:
    """The terms a place may be filled with."""
    if isinstance(slot, query.Term):
        return [evaluator.schema[slot.fieldname].to_bytes(slot.text)]
    if isinstance(slot, query.FuzzyTerm):
        return [word.encode() for word in slot._btexts(evaluator.searcher.ixreader)]
    return list(slot._btexts(evaluator.searcher.ixreader))


def _in_segment(segment: Segment, field: str, terms: list[_Slot], asked: _Near) -> Array:
    """Documents of one segment in which the words stand as asked."""
    slots = [
        [[number for text in texts if (number := segment.find(field, text)) >= 0] for texts in slot] for slot in terms
    ]
    if not all(all(slot) for slot in slots):
        return np.zeros(0, dtype=np.int64)
    docs = _shared([_documents(segment, numbers) for slot in slots for numbers in slot], segment.docs)
    if not len(docs):
        return docs.astype(np.int64)
    if asked.ordered and asked.slop == 1 and all(len(slot) == 1 for slot in slots):
        return adjacent(segment, field, [numbers for slot in slots for numbers in slot], docs)
    places = [_adjacent([_places(segment, numbers, docs) for numbers in slot]) for slot in slots]
    if asked.ordered:
        ends = _adjacent(places) if asked.slop == 1 else _in_order(places, asked.slop)
    else:
        ends = _any_order(places, [len(slot) - 1 for slot in slots], asked.slop)
    return np.unique(docs[ends >> _SHIFT]).astype(np.int64)


def _documents(segment: Segment, numbers: list[int]) -> Array:
    found = [segment.postings(number, number + 1)[0] for number in numbers]
    return found[0] if len(found) == 1 else np.unique(np.concatenate(found))


def _shared(lists: list[Array], total: int) -> Array:
    """Documents that every list holds: the shortest list, less what the tables of the others lack."""
    docs, *others = sorted(lists, key=len)
    for other in others:
        table = np.zeros(total, dtype=bool)
        table[other] = True
        docs = docs[table[docs]]
    return docs


def _both(few: Array, many: Array) -> Array:
    """What two sorted lists share."""
    at = np.searchsorted(many, few)
    at[at == len(many)] = 0
    return few[many[at] == few] if len(many) else few[:0]


def _places(segment: Segment, numbers: list[int], docs: Array) -> Array:
    """Places of any of the terms in the documents, sorted; documents are numbered by their place in `docs`."""
    found = []
    for number in numbers:
        held = segment.postings(number, number + 1)[0]
        at = np.searchsorted(held, docs)
        at[at == len(held)] = 0
        own = np.flatnonzero(held[at] == docs)
        positions, counts = segment.positions(number, at[own])
        found.append((np.repeat(own, counts) << _SHIFT) + positions.astype(np.int64) + _EDGE)
    return found[0] if len(found) == 1 else np.sort(np.concatenate(found))


def _adjacent(places: list[Array]) -> Array:
    """Where each word stands right after the one before: every list moved to the first word's place, rarest first."""
    moved = sorted((found - offset for offset, found in enumerate(places)), key=len)
    return reduce(_both, moved)


def _in_order(places: list[Array], slop: int) -> Array:
    """Last words of chains in which each word comes 1 to `slop` places after the one before."""
    ends = places[0]
    for found in places[1:]:
        reached = np.searchsorted(ends, found - 1, side="right") > np.searchsorted(ends, found - slop, side="left")
        ends = found[reached]
    return ends


def _any_order(places: list[Array], widths: list[int], slop: int) -> Array:
    """Last places of spans that grow by a slot at most `slop` before or behind them; `widths` as in phrases."""
    starts, ends = places[0], places[0] + widths[0]
    for at, (found, width) in enumerate(zip(places[1:], widths[1:], strict=True), 1):
        after = np.searchsorted(found, ends, side="right"), np.searchsorted(found, ends + slop, side="right")
        last = starts - width
        before = np.searchsorted(found, last - slop, side="left"), np.searchsorted(found, last, side="left")
        grown = []
        for (low, high), behind in ((after, True), (before, False)):
            counts = high - low
            met, old = found[ranges(low, counts)], np.repeat(np.arange(len(starts)), counts)
            grown.append(np.stack([starts[old], met + width] if behind else [met, ends[old]]))
        spans = np.concatenate(grown, axis=1)
        # Spans that are the same are worth making one (it takes longer than finding them) only where they grow on.
        starts, ends = spans if at == len(places) - 1 else np.unique(spans, axis=1)
    return ends

"""Whoosh's reader over a snapshot: one leaf, however many segments there are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from whoosh.matching import LeafMatcher
from whoosh.query.spans import Span
from whoosh.reading import IndexReader, TermInfo, TermNotFound

from index.schema import TEXTS
from index.segment.section import Array
from index.snapshot import Snapshot

EDITS = 2
"""Most edits a fuzzy word may be away; more would match most short words."""


class ArrayReader(IndexReader):  # type: ignore[misc]
    """Reads one generation; stays valid while newer ones are written."""

    def __init__(self, snapshot: Snapshot, schema: Any) -> None:
        self.snapshot, self.schema = snapshot, schema
        self.is_closed = False

    def __contains__(self, term: tuple[str, str | bytes]) -> bool:
        return self.doc_frequency(*term) > 0

    def __iter__(self) -> Iterator[tuple[tuple[str, bytes], Any]]:
        for field, text in self.all_terms():
            yield (field, text), self.term_info(field, text)

    def is_atomic(self) -> bool:
        """One leaf: documents are numbered over all segments."""
        return True

    def close(self) -> None:
        """Nothing is held that others could need; the maps go with the last reader of them."""
        self.is_closed = True

    def generation(self) -> int:
        """The generation it reads."""
        return self.snapshot.generation

    def indexed_field_names(self) -> list[str]:
        """Fields that can be searched."""
        return [name for name in self.schema.names() if self.schema[name].indexed]

    def all_terms(self) -> Iterator[tuple[str, bytes]]:
        """Every term, field after field."""
        for field in sorted(self.indexed_field_names()):
            for text in self.snapshot.terms(field):
                yield field, text

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[str, bytes]]:
        """Terms of a field from `prefix` on; Whoosh stops at the next field itself."""
        for text in self.snapshot.terms(fieldname):
            if text >= prefix:
                yield fieldname, text

    def expand_prefix(self, fieldname: str, prefix: str | bytes) -> Iterable[bytes]:
        """Terms that begin with `prefix`."""
        return iter(self.snapshot.terms(fieldname, self._encoded(fieldname, prefix)))

    def lexicon(self, fieldname: str) -> Iterator[bytes]:
        """Every term of a field."""
        return iter(self.snapshot.terms(fieldname))

    def terms_within(self, fieldname: str, text: str, maxdist: int, prefix: int = 0) -> list[str]:
        """Terms at most `maxdist` edits away, swapped neighbours counting as one, sharing `prefix` characters."""
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract_iter

        from index.nearby import candidates

        words = candidates(self.snapshot, fieldname, text, min(maxdist, EDITS), prefix)
        found = extract_iter(text, words, scorer=OSA.distance, score_cutoff=min(maxdist, EDITS), processor=None)
        return [word for word, _, _ in found]

    def _encoded(self, field: str, text: str | bytes) -> bytes:
        encoded: bytes = text if isinstance(text, bytes) else self.schema[field].to_bytes(text)
        return encoded

    def term_info(self, fieldname: str, text: str | bytes) -> Any:
        """Whoosh's facts of a term; TermNotFound."""
        docs, tf = self.snapshot.postings(fieldname, self._encoded(fieldname, text))
        if not len(docs):
            raise TermNotFound(f"{fieldname}:{text!r}")
        lengths = self.snapshot.lengths(fieldname)[docs] if fieldname in TEXTS else np.ones(1, np.uint32)
        extent = {"minlength": int(lengths.min()), "maxlength": int(lengths.max()), "maxweight": float(tf.max())}
        return TermInfo(weight=float(tf.sum()), df=len(docs), minid=int(docs[0]), maxid=int(docs[-1]), **extent)

    def doc_frequency(self, fieldname: str, text: str | bytes) -> int:
        """In how many documents a term stands, deleted ones included."""
        if fieldname not in self.schema:
            return 0
        return self.snapshot.frequency(fieldname, self._encoded(fieldname, text))

    def frequency(self, fieldname: str, text: str | bytes) -> float:
        """How often a term stands in all documents."""
        return float(self.snapshot.postings(fieldname, self._encoded(fieldname, text))[1].sum())

    def has_deletions(self) -> bool:
        """Whether documents were deleted and their segment not yet rewritten."""
        return self.snapshot.live is not None

    def is_deleted(self, docnum: int) -> bool:
        """Whether a document is gone; Whoosh asks about the number after the last one too."""
        live = self.snapshot.live
        return live is not None and docnum < len(live) and not live[docnum]

    def all_doc_ids(self) -> Iterator[int]:
        """Living documents."""
        alive: Array = self.snapshot.alive(np.arange(self.snapshot.docs))
        return iter(alive.tolist())

    def iter_docs(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """Living documents and their stored fields."""
        return ((doc, self.stored_fields(doc)) for doc in self.all_doc_ids())

    def doc_count_all(self) -> int:
        """Documents, deleted ones included."""
        return self.snapshot.docs

    def doc_count(self) -> int:
        """Living documents."""
        return self.snapshot.living

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        """`row` and `stored`, the bytes that were given."""
        segment, own = self.snapshot.locate(docnum)
        return {"row": segment.row(own), "stored": segment.stored(own)}

    def field_length(self, fieldname: str) -> int:
        """Words in a field of all documents."""
        return self.snapshot.totals.get(fieldname, 0)

    def min_field_length(self, fieldname: str) -> int:
        """Words in the shortest."""
        return int(self.snapshot.lengths(fieldname).min()) if fieldname in TEXTS and self.snapshot.docs else 0

    def max_field_length(self, fieldname: str) -> int:
        """Words in the longest."""
        return int(self.snapshot.lengths(fieldname).max()) if fieldname in TEXTS and self.snapshot.docs else 0

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        """Words a document has in a field."""
        return int(self.snapshot.lengths(fieldname)[docnum]) if fieldname in TEXTS else default

    def postings(self, fieldname: str, text: str | bytes, scorer: Any = None) -> Any:
        """A matcher over a term's living documents; TermNotFound."""
        term = self._encoded(fieldname, text)
        docs, tf = self.snapshot.postings(fieldname, term)
        if not len(docs):
            raise TermNotFound(f"{fieldname}:{text!r}")
        if self.snapshot.live is not None:
            kept = self.snapshot.live[docs]
            docs, tf = docs[kept], tf[kept]
        return ArrayMatcher(self.snapshot, (fieldname, term), docs, tf, scorer, self.schema[fieldname].format)

    def has_vector(self, docnum: int, fieldname: str) -> bool:
        """No term vectors are kept."""
        return False


class ArrayMatcher(LeafMatcher):  # type: ignore[misc]
    """Whoosh's way through one term's documents: the slow reference for `index.evaluate`."""

    def __init__(
        self, snapshot: Snapshot, term: tuple[str, bytes], docs: Array, tf: Array, scorer: Any, form: Any
    ) -> None:
        self._snapshot, self._term, self._arrays = snapshot, term, (docs, tf)
        self._docs, self._tf = docs.tolist(), tf.tolist()
        self.scorer, self.format = scorer, form
        self._at = 0

    def copy(self) -> ArrayMatcher:
        """Another at the same place."""
        other = ArrayMatcher(self._snapshot, self._term, *self._arrays, self.scorer, self.format)
        other._at = self._at
        return other

    def is_active(self) -> bool:
        """Whether it stands on a document."""
        return self._at < len(self._docs)

    def reset(self) -> None:
        """Back to the first."""
        self._at = 0

    def id(self) -> int:
        """The document it stands on."""
        doc: int = self._docs[self._at]
        return doc

    def next(self) -> bool:
        """On to the next."""
        self._at += 1
        return True

    def skip_to(self, id: int) -> bool:
        """On to the first document not before `id`."""
        from bisect import bisect_left

        self._at = bisect_left(self._docs, id, self._at)
        return True

    def all_ids(self) -> Iterator[int]:
        """The documents from here on."""
        return iter(self._docs[self._at :])

    def weight(self) -> float:
        """The term's frequency in this document."""
        return float(self._tf[self._at])

    def supports_block_quality(self) -> bool:
        """It always looks at every document."""
        return False

    def supports(self, astype: str) -> bool:
        """Positions, for spans."""
        return astype in ("positions", "frequency")

    def spans(self) -> list[Any]:
        """Where the term stands in this document."""
        return [Span(place) for place in self._snapshot.positions(*self._term, self.id())]

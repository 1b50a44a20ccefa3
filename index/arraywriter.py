"""Whoosh's writer: collects letters in runs, and makes a new generation of them on commit."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.writing import IndexWriter

from index.generation import NextGeneration
from index.lanes import Lanes
from index.results import Cancel
from index.schema import encode
from index.segment.read import Segment
from index.segment.section import Array
from index.store import remove, told_plainly

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex


class ArrayWriter(IndexWriter):  # type: ignore[misc]
    """The one writer of a library. `rebuild` forgets what the library held; `rewrite` makes one segment; with two
    `processes` a second one builds half of what is added."""

    def __init__(
        self,
        index: ArrayIndex,
        *,
        rebuild: bool = False,
        rewrite: bool = False,
        timeout: float = 10.0,
        waiting: Callable[[], None] | None = None,
        cancel: Cancel | None = None,
        processes: int = 1,
    ) -> None:
        self.index, self.schema, self._store, self._cancel = index, index.schema, index.store, cancel
        self._rewrite = rewrite
        self._locked = ExitStack()
        self._locked.enter_context(self._store.lock(timeout, waiting))
        try:
            index.refresh()
            self._parts = [] if rebuild or index.is_new else list(index.parts)
            self._snapshot = index.snapshot
            self._live = {part.folder: self._living(place) for place, part in enumerate(self._parts)}
            self._building = self._store.root / f"building-{os.getpid()}"
            remove(self._building)
            self._building.mkdir()
            self._lanes = Lanes(self.schema, self._building, processes)
        except BaseException:
            self._locked.close()
            raise
        self.is_closed = False

    def _living(self, place: int) -> Array:
        start, end = self._snapshot.bases[place], self._snapshot.bases[place + 1]
        live = self._snapshot.live
        return np.ones(end - start, dtype=bool) if live is None else live[start:end].copy()

    def __enter__(self) -> ArrayWriter:
        return self

    def __exit__(self, kind: Any, error: Any, trace: Any) -> None:
        if kind is not None:
            self.cancel()
        elif not self.is_closed:
            self.commit()

    def add_document(self, **fields: Any) -> None:
        """Take one document: each field a string, or several; `date` a number or None; `row` and `stored` bytes."""
        self._check()
        with told_plainly():
            self._lanes.add(fields)

    def update_document(self, **fields: Any) -> None:
        """Replace whatever has the same value in a unique field."""
        for name, field in self.schema.items():
            if field.unique and fields.get(name) is not None:
                self.delete_by_term(name, fields[name])
        self.add_document(**fields)

    def delete_by_term(self, fieldname: str, text: str | bytes, searcher: Any = None) -> int:
        """Delete every document with a term; returns how many."""
        term = text if isinstance(text, bytes) else encode(self.schema, fieldname, text)
        deleted = 0
        for place, part in enumerate(self._parts):
            segment = self._snapshot.segments[place]
            number = segment.find(fieldname, term)
            if number >= 0:
                docs = segment.postings(number, number + 1)[0]
                deleted += int(self._live[part.folder][docs].sum())
                self._live[part.folder][docs] = False
        return deleted + self._lanes.delete(fieldname, term)

    def delete_document(self, docnum: int, delete: bool = True) -> None:
        """Delete a document by the number it has in the generation the writer began with."""
        segment, own = self._snapshot.locate(docnum)
        self._live[segment_folder(segment)][own] = not delete

    def delete_by_query(self, q: Any, searcher: Any = None) -> int:
        """Delete whatever a query finds in the generation the writer began with."""
        with self.index.searcher() as own:
            found = own.run(q, limit=0).matched
        for doc in found.tolist():
            self.delete_document(doc)
        return len(found)

    def reader(self, **options: Any) -> Any:
        """The generation the writer began with."""
        return self.index.reader()

    def commit(self, **options: Any) -> None:
        """Make the new generation and let the lock go; on an error nothing has changed."""
        self._check()
        try:
            with told_plainly():
                if self._lanes.added or self._rewrite or self._changed() or self.index.is_new:
                    self._publish()
        finally:
            self._end()
        self.index.refresh()

    def _changed(self) -> bool:
        kept = [part.folder for part in self.index.parts]
        return kept != [part.folder for part in self._parts] or any(
            int(live.sum()) != int(self._living(place).sum()) for place, live in enumerate(self._live.values())
        )

    def _publish(self) -> None:
        self._lanes.finish()
        number = max([self.index.latest_generation(), *self._store.numbers()], default=0) + 1
        generation = NextGeneration(self._store.root, self._building, number)
        each = zip(self._parts, self._snapshot.segments, strict=False)
        held = {part.folder: (segment, self._live[part.folder]) for part, segment in each}
        manifest = generation.write(held, self._lanes, self.index.files, rewrite=self._rewrite, cancel=self._cancel)
        generation.move()
        self._store.publish(manifest)
        self._store.sweep()

    def cancel(self, **options: Any) -> None:
        """Forget everything since the last commit."""
        if not self.is_closed:
            self._end()

    def _end(self) -> None:
        self.is_closed = True
        self._lanes.close()
        remove(self._building)
        self._locked.close()

    def _check(self) -> None:
        if self.is_closed:
            raise ValueError("this writer is closed")


def segment_folder(segment: Segment) -> str:
    """A segment's folder as the manifest names it."""
    return f"segments/{segment.path.name}"

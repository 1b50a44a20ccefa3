"""Whoosh's writer: collects letters in runs, and makes a new generation of them on commit."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from whoosh.writing import IndexWriter

from index.intake import DELETABLE, Lane, Written, listed
from index.manifest import Manifest, Part
from index.results import Cancel
from index.schema import SCHEMA_VERSION, encode, letters_schema
from index.second import BATCH, SecondLane
from index.segment.folder import FileFacts
from index.segment.merge import Source, merge
from index.segment.read import Segment
from index.segment.section import Array, SectionWriter
from index.store import remove, told_plainly

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex

SMALL_SEGMENTS = 4
"""Small segments beside the main one; the next commit joins them."""

FIRST_ALONE = 512
"""Letters before a second process is worth its start."""

REWRITE_SHARE = 5
"""Everything is rewritten once new and deleted documents pass a fifth of the whole."""


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
            self._lanes: list[Lane | SecondLane] = [Lane(self.schema, self._building)]
            self._processes = processes if self.schema.names() == letters_schema().names() else 1
            self._added = 0
            self._built: list[str] = []
            self._runs: list[Written] = []
            self._new: dict[tuple[str, bytes], set[tuple[int, int]]] = {}
            """Lane and number of each new document, by the terms it may be deleted by."""
            self._dead: set[tuple[int, int]] = set()
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
        lane = self._lane()
        with told_plainly():
            added = lane, self._lanes[lane].add(fields)
        self._added += 1
        for name in DELETABLE:
            for value in listed(fields.get(name) or ()):
                self._new.setdefault((name, encode(self.schema, name, value)), set()).add(added)

    def _lane(self) -> int:
        """Which lane takes the next document: with two, they take turns, so that the order is always the same."""
        if self._processes < 2 or self._added < FIRST_ALONE:
            return 0
        if len(self._lanes) == 1:
            self._lanes.append(SecondLane(self._building))
        return self._added // BATCH % 2

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
        fresh = self._new.pop((fieldname, term), set()) - self._dead
        self._dead |= fresh
        return deleted + len(fresh)

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

    def _flush(self) -> None:
        for lane in self._lanes:
            lane.begin_to_finish()
        self._runs = [lane.finish() for lane in self._lanes]

    def commit(self, **options: Any) -> None:
        """Make the new generation and let the lock go; on an error nothing has changed."""
        self._check()
        try:
            with told_plainly():
                self._flush()
                if self._added or self._rewrite or self._changed() or self.index.is_new:
                    written = self._written()
                    self._move()
                    self._store.publish(written)
                    self._store.sweep()
        finally:
            self._end()
        self.index.refresh()

    def _changed(self) -> bool:
        kept = [part.folder for part in self.index.parts]
        return kept != [part.folder for part in self._parts] or any(
            int(live.sum()) != int(self._living(place).sum()) for place, live in enumerate(self._live.values())
        )

    def _written(self) -> Manifest:
        """Write the segments and deletes of the next generation."""
        generation = max([self.index.latest_generation(), *self._store.numbers()], default=0) + 1
        held = dict(zip((part.folder for part in self._parts), self._snapshot.segments, strict=False))
        merged, kept = self._choose(held)
        files: FileFacts = {}
        parts = []
        for folder in kept:
            files |= {name: facts for name, facts in self.index.files.items() if name.startswith(folder + "/")}
            parts.append(Part(folder, self._write_deletes(folder, generation, files)))
        sources = [*((held[folder], self._live[folder]) for folder in merged), *self._run_sources()]
        if any(live is None or live.any() for _, live in sources):
            folder = f"segments/{generation:08}-{os.getpid()}"
            written = merge(sources, self._aside(folder), self._cancel)
            files |= {f"{folder}/{name}": facts for name, facts in written.items()}
            parts.append(Part(folder))
        return Manifest(generation, SCHEMA_VERSION, tuple(parts), files)

    def _aside(self, name: str) -> Path:
        """Where something of the next generation is built: what fails leaves nothing but the writer's own folder."""
        path = self._building / name
        path.parent.mkdir(exist_ok=True)
        self._built.append(name)
        return path

    def _move(self) -> None:
        """Put what was built in its place; what lies there is of a commit that failed after this."""
        for name in self._built:
            remove(self._store.root / name)
            (self._building / name).rename(self._store.root / name)

    def _choose(self, held: dict[str, Segment]) -> tuple[list[str], list[str]]:
        """Folders of segments to merge with what is new, and those that stay as they are."""
        folders = list(held)
        if not folders:
            return [], []
        living = {folder: int(self._live[folder].sum()) for folder in folders}
        fresh = self._added - len(self._dead)
        loose = fresh + sum(living[folder] for folder in folders[1:]) + held[folders[0]].docs - living[folders[0]]
        if self._rewrite or loose * REWRITE_SHARE > fresh + sum(living.values()):
            return folders, []
        if len(folders) > SMALL_SEGMENTS:
            return folders[1:], folders[:1]
        return [], [folder for folder in folders if living[folder]]

    def _run_sources(self) -> Iterable[Source]:
        for lane, runs in enumerate(self._runs):
            base = 0
            dead = [number for which, number in self._dead if which == lane]
            for path, count in runs:
                live = np.ones(count, dtype=bool)
                live[[number - base for number in dead if base <= number < base + count]] = False
                base += count
                yield Segment(path), live

    def _write_deletes(self, folder: str, generation: int, files: FileFacts) -> str:
        """The file that says which documents of a kept segment live; "" where all do."""
        live = self._live[folder]
        if live.all():
            return ""
        name = f"deletes/{Path(folder).name}-{generation:08}"
        writer = SectionWriter(self._aside(name), "u1")
        writer.write(live.astype(np.uint8))
        files[name] = writer.close()
        return name

    def cancel(self, **options: Any) -> None:
        """Forget everything since the last commit."""
        if not self.is_closed:
            self._end()

    def _end(self) -> None:
        self.is_closed = True
        for lane in self._lanes:
            lane.close()
        remove(self._building)
        self._locked.close()

    def _check(self) -> None:
        if self.is_closed:
            raise ValueError("this writer is closed")


def segment_folder(segment: Segment) -> str:
    """A segment's folder as the manifest names it."""
    return f"segments/{segment.path.name}"

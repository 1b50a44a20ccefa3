"""Folders into a library: what is new is read, what changed is read again, what is gone is dropped.

Files are known by the sha-256 of their bytes. Letters are added in batches, each a generation of its own, so that a
run that is stopped loses at most one batch and memory is bounded whatever the folder holds.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING

from corpus.errors import LibraryDamaged, UnreadableFile
from corpus.folder import Failure, walk
from corpus.model import Letter
from corpus.readers.guard import Guard
from index.batch import Batch
from index.results import Cancel, Cancelled, Progress, Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from index.arrayindex import ArrayIndex

BATCH = 1000
"""Letters held in memory before they are written; about 100 MB of them."""
WINDOW = 64
"""Files given to the readers at a time."""


@dataclass(frozen=True, slots=True)
class _File:
    path: str
    sha256: str


class Ingest:
    """One run over some folders; `run` does it."""

    def __init__(
        self,
        index: ArrayIndex,
        progress: Callable[[Progress], None] | None = None,
        cancel: Cancel | None = None,
        *,
        waiting: Callable[[], None] | None = None,
        afresh: bool = False,
    ) -> None:
        self.index, self.progress, self.cancel = index, progress, cancel or (lambda: False)
        self.waiting, self.afresh = waiting, afresh
        self.failed: list[tuple[str, str]] = []
        self.done = self.total = 0
        self.added = self.updated = self.unchanged = 0
        self._guards: list[Guard] = []
        self._own = local()

    def run(self, paths: Iterable[Path]) -> Report:
        """Add and update; raises `Cancelled` when told to stop, what was written by then stays.

        A library of an older schema, and any with `afresh`, is made again: from the folders and every file it held.
        """
        start = time.perf_counter()
        roots = [Path(os.path.abspath(path)) for path in paths]
        rebuild = self.afresh or self.index.outdated
        known = self._known()
        files = self._listed(roots)
        if rebuild:
            files, known = self._with_held(files, known), {}
        self.total = len(files)
        try:
            self._take(files, known, rebuild)
            removed = self._drop(roots, set(files), known)
        finally:
            for guard in self._guards:
                guard.close()
        seconds = time.perf_counter() - start
        counts = (self.added, self.updated, self.unchanged, removed)
        return Report(*counts, tuple(self.failed), self.index.doc_count(), seconds)

    def _known(self) -> dict[str, str]:
        """The files the library holds; where an older layout cannot tell them, that is said and the folders remain."""
        try:
            return known_files(self.index)
        except LibraryDamaged:
            if not self.index.outdated:
                raise
            words = "does not tell which files it was made from: only those named are in it now"
            self.failed.append((str(self.index.store.root), words))
            return {}

    def _listed(self, roots: list[Path]) -> list[str]:
        files = []
        for found in walk(roots):
            if isinstance(found, Failure):
                self.failed.append((found.path, found.error))
            else:
                files.append(str(found))
        return files

    def _with_held(self, files: list[str], held: Iterable[str]) -> list[str]:
        """The files with those that the library held from elsewhere; one that is gone is told as a failure."""
        listed = set(files)
        elsewhere = [path for path in held if path not in listed]
        self.failed += [(path, "is no longer there") for path in elsewhere if not os.path.exists(path)]
        return files + [path for path in elsewhere if os.path.exists(path)]

    def _take(self, files: list[str], known: dict[str, str], rebuild: bool) -> None:
        batch = Batch(self.index, rebuild=rebuild, waiting=self.waiting)
        with ThreadPoolExecutor(max_workers=min(4, os.cpu_count() or 1, max(1, len(files) // 8))) as pool:
            for start in range(0, len(files), WINDOW):
                window = files[start : start + WINDOW]
                for path, outcome in zip(window, pool.map(lambda p: self._read(p, known), window), strict=True):
                    self._count(path, outcome, known, batch)
                if self.cancel():
                    if not batch.rebuild:
                        batch.commit()
                    raise Cancelled
                self._read_again(batch)
                if len(batch) >= BATCH:
                    batch.commit()
                    batch = Batch(self.index, waiting=self.waiting)
        batch.commit()

    def _count(self, path: str, outcome: Letter | _File | str | None, known: dict[str, str], batch: Batch) -> None:
        self.done += 1
        if outcome is None:
            self.unchanged += 1
        elif isinstance(outcome, str):
            self.failed.append((path, outcome))
        else:
            if path in known:
                self.updated += 1
                batch.drop(path, known[path])
            else:
                self.added += 1
            if isinstance(outcome, Letter):
                batch.add(outcome)
            elif not batch.copy(outcome.path, outcome.sha256):
                self._add_again(path, batch)  # this run has dropped the file that had the same bytes
        if self.progress is not None:
            self.progress(Progress(self.done, self.total, path, len(self.failed)))

    def _add_again(self, path: str, batch: Batch) -> None:
        """Read a file, whatever is known of it."""
        outcome = self._letter(path, file_sha256(path))
        if isinstance(outcome, Letter):
            batch.add(outcome)
        else:
            self.failed.append((path, outcome))

    def _read(self, path: str, known: dict[str, str]) -> Letter | _File | str | None:
        """The letter in a file; None where unchanged, a `_File` where another file has its bytes, else why not."""
        if self.cancel():
            return None
        try:
            sha256 = file_sha256(path)
        except OSError as error:
            return f"cannot be opened: {(error.strerror or 'input/output error').lower()}"
        if known.get(path) == sha256:
            return None
        if sha256 in self._held(known):
            return _File(path, sha256)
        return self._letter(path, sha256)

    def _letter(self, path: str, sha256: str) -> Letter | str:
        """The letter in a file, or why there is none."""
        try:
            letter = self._guard().read(Path(path), cancel=self.cancel)
        except UnreadableFile as error:
            return str(error)
        if not isinstance(letter, Letter):
            return "is no letter"
        return replace(letter, holdings=tuple(replace(h, path=path, sha256=sha256) for h in letter.holdings[:1]))

    def _held(self, known: dict[str, str]) -> frozenset[str]:
        held: frozenset[str] | None = getattr(self, "_held_shas", None)
        if held is None:
            held = self._held_shas = frozenset(known.values())
        return held

    def _guard(self) -> Guard:
        guard: Guard | None = getattr(self._own, "guard", None)
        if guard is None:
            guard = self._own.guard = Guard()
            self._guards.append(guard)
        return guard

    def _drop(self, roots: Sequence[Path], files: set[str], known: dict[str, str]) -> int:
        """Forget files that lay under the folders and are gone; returns how many."""
        folders = [str(root) + os.sep for root in roots if root.is_dir()]
        failed = {path for path, _ in self.failed}
        gone = [p for p in known if p not in files and p not in failed and any(p.startswith(f) for f in folders)]
        gone = [path for path in gone if not os.path.exists(path)]
        if gone:
            batch = Batch(self.index, waiting=self.waiting)
            for path in gone:
                batch.drop(path, known[path])
            self._read_again(batch)
            batch.commit()
        return len(gone)

    def _read_again(self, batch: Batch) -> None:
        """Read files whose letter lost the file that its text came from."""
        for holding in batch.orphans():
            if os.path.exists(holding.path):
                self._add_again(holding.path, batch)


def known_files(index: ArrayIndex) -> dict[str, str]:
    """Path → sha-256 of every file the library holds."""
    with index.searcher() as searcher:
        terms = searcher.ixreader.lexicon("path")
        pairs = (term.decode("utf-8", "surrogateescape").rpartition("\t") for term in terms)
        return {path: sha256 for path, _, sha256 in pairs if searcher.term_docs("path", f"{path}\t{sha256}")}


def file_sha256(path: str) -> str:
    """The sha-256 of a file's bytes, read in pieces of 1 MB."""
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while part := file.read(1 << 20):
            digest.update(part)
    return digest.hexdigest()

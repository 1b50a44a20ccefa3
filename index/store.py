"""Where a library lies: generations built aside, two kept, one writer, readers never kept waiting.

lock                         held by the one writer (flock)
generation-00000007.json     the manifest: written aside, synced, renamed
latest                       the number of the newest manifest, by which a missing one is noticed
segments/…                   immutable folders, shared by generations
deletes/…                    which documents of a segment are gone
building-…                   a writer's runs; what a dead one left is removed by the next
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.errors import LibraryDamaged, LibraryError, LibraryLocked, LibraryMissing, LibraryTooNew
from index.manifest import FORMAT, Manifest, damage, loads
from index.schema import SCHEMA_VERSION
from index.segment.folder import sync_folder

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex

KEPT = 2
"""Generations kept: the newest, and the one to fall back to."""


class Store:
    """A library's folder."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def create(self) -> None:
        """Make the folder where there is none."""
        (self.root / "segments").mkdir(parents=True, exist_ok=True)
        (self.root / "deletes").mkdir(exist_ok=True)

    def numbers(self) -> list[int]:
        """Numbers of the generations that have a manifest, newest first."""
        found = (path.stem.removeprefix("generation-") for path in self.root.glob("generation-*.json"))
        return sorted((int(number) for number in found if number.isdigit()), reverse=True)

    def path_of(self, generation: int) -> Path:
        """Where a generation's manifest lies."""
        return self.root / f"generation-{generation:08}.json"

    def manifest(self, generation: int) -> Manifest:
        """A generation whose files are all there with their sizes; LibraryDamaged, LibraryTooNew."""
        path = self.path_of(generation)
        try:
            manifest = loads(path.read_bytes())
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise LibraryDamaged(f"{path.name} cannot be read ({error}).", "Run `rejoinder doctor library`.") from error
        if manifest.format > FORMAT or manifest.schema > SCHEMA_VERSION:
            raise LibraryTooNew("A newer Rejoinder wrote this library.", "Upgrade, or choose another with --library.")
        wrong = damage(self.root, manifest)
        if wrong:
            raise LibraryDamaged(wrong[0], "Run `rejoinder doctor library`.")
        return manifest

    def generations(self) -> Iterator[int]:
        """Generations to try, newest first; LibraryMissing where there is none."""
        numbers = self.numbers()
        if not numbers:
            raise LibraryMissing(f"There is no library at {self.root}.", "Make one: rejoinder index FOLDER")
        yield from numbers

    @contextmanager
    def lock(self, timeout: float = 10.0, waiting: Callable[[], None] | None = None) -> Iterator[None]:
        """Be the one writer. `waiting` is called once where another one is; LibraryLocked after `timeout` seconds."""
        from filelock import FileLock, Timeout

        self.create()
        lock = FileLock(self.root / "lock")
        try:
            lock.acquire(timeout=0)
        except Timeout:
            if waiting is not None:
                waiting()
            try:
                lock.acquire(timeout=timeout)
            except Timeout as error:
                raise LibraryLocked(
                    "Another Rejoinder is writing to this library.", "Try again when it is done."
                ) from error
        try:
            yield
        finally:
            lock.release()

    def publish(self, manifest: Manifest) -> None:
        """Make a generation the newest: its files are on the disk, the manifest follows, then its name."""
        for folder in ("segments", "deletes"):
            sync_folder(self.root / folder)
        path = self.path_of(manifest.generation)
        aside = path.with_suffix(".tmp")
        with aside.open("wb") as file:
            file.write(manifest.dumps())
            file.flush()
            os.fsync(file.fileno())
        aside.rename(path)
        sync_folder(self.root)
        # Only to notice a manifest that is gone; without it, or with an older number, nothing is lost.
        (self.root / "latest").write_text(str(manifest.generation))

    def sweep(self) -> None:
        """Remove what no kept generation names. Only the writer may call it."""
        kept, used = 0, set()
        for number in self.numbers():
            try:
                manifest = loads(self.path_of(number).read_bytes())
            except (OSError, ValueError, KeyError, TypeError):
                self.path_of(number).unlink(missing_ok=True)
                continue
            kept += 1
            if kept <= KEPT:
                used |= {part.folder for part in manifest.parts} | {part.deletes for part in manifest.parts}
            else:
                self.path_of(number).unlink(missing_ok=True)
        for path in (*self.root.glob("segments/*"), *self.root.glob("deletes/*")):
            if path.relative_to(self.root).as_posix() not in used:
                remove(path)
        for path in (*self.root.glob("building-*"), *self.root.glob("generation-*.tmp")):
            remove(path)

    def verify(self) -> list[str]:
        """Everything that is not what was written, in words: both generations, every byte."""
        found: list[str] = []
        latest = self.root / "latest"
        told = latest.read_text(errors="replace") if latest.is_file() else ""
        if told.isdigit() and int(told) > max(self.numbers(), default=0):
            found.append(f"Generation {told}: its manifest is missing.")
        for number in self.numbers():
            try:
                manifest = self.manifest(number)
            except LibraryDamaged as error:
                found.append(f"Generation {number}: {error.message}")
            else:
                found += [f"Generation {number}: {words}" for words in damage(self.root, manifest, thorough=True)]
        return found


def remove(path: Path) -> None:
    """Remove a file or folder; one that cannot be removed now is left to the next sweep."""
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


@contextmanager
def told_plainly() -> Iterator[None]:
    """A full disk and its like as a sentence, not as a traceback."""
    try:
        yield
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            words = "There is no space left for the library; what it held before is unharmed."
            raise LibraryError(words, "Make space and index again.") from error
        raise


def open_index(path: Path, schema: Any = None, *, create: bool = False) -> ArrayIndex:
    """The index of the library at `path`; LibraryMissing, LibraryDamaged, LibraryTooNew."""
    from index.arrayindex import ArrayIndex

    return ArrayIndex(path, schema, create=create)

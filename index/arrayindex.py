"""Whoosh's index over a store: opens the newest generation that is whole, and says so where it is not the newest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from whoosh.index import Index

from corpus.errors import LibraryDamaged, LibraryMissing
from index.arrayreader import ArrayReader
from index.arraysearcher import ArraySearcher
from index.heap import keep_pages
from index.manifest import Manifest, Part
from index.schema import SCHEMA_VERSION, letters_schema
from index.segment.folder import FileFacts
from index.segment.read import Segment
from index.segment.section import Section
from index.snapshot import Snapshot
from index.store import Store

if TYPE_CHECKING:
    from index.arraywriter import ArrayWriter


class ArrayIndex(Index):  # type: ignore[misc]
    """A library's index. Readers and searchers keep the generation they were made with."""

    def __init__(self, root: Path, schema: Any = None, *, create: bool = False) -> None:
        keep_pages()
        self.store, self.schema = Store(root), schema or letters_schema()
        self.manifest: Manifest | None = None
        self.snapshot = Snapshot(0, (), ())
        self.notices: tuple[str, ...] = ()
        """What a person should know: that an older generation is shown, and why."""
        self._unusable: dict[int, str] = {}
        self._open: dict[str, Segment] = {}
        try:
            self._take_newest()
        except LibraryMissing:
            if not create:
                raise
            self.store.create()

    @property
    def is_new(self) -> bool:
        """Whether nothing was ever committed."""
        return self.manifest is None

    @property
    def outdated(self) -> bool:
        """Whether an older schema wrote it: `writer(rebuild=True)` and index the letters again."""
        return self.manifest is not None and self.manifest.schema < SCHEMA_VERSION

    @property
    def parts(self) -> tuple[Part, ...]:
        """The segments of the generation."""
        return self.manifest.parts if self.manifest else ()

    @property
    def files(self) -> FileFacts:
        """The files of the generation."""
        return self.manifest.files if self.manifest else {}

    def _take_newest(self) -> None:
        newest = None
        while True:
            try:
                self._take_first_whole()
                return
            except LibraryDamaged:
                # A writer may remove what was just listed, as often as it commits; without a newer one it is damage.
                if newest == (newest := self.latest_generation()):
                    raise

    def _take_first_whole(self) -> None:
        """Open the newest generation that can be; LibraryMissing, LibraryDamaged where none can."""
        reason: LibraryDamaged | None = None
        for number in self.store.generations():
            try:
                if number in self._unusable:
                    raise LibraryDamaged(self._unusable[number], "Run `rejoinder doctor library`.")
                manifest = self.store.manifest(number)
                self._use(manifest)
            except LibraryDamaged as error:
                reason = reason or error
                continue
            self.notices = () if reason is None else (f"An older state of the library is shown: {reason.message}",)
            return
        raise reason or LibraryMissing(f"There is no library at {self.store.root}.", "Make one: rejoinder index FOLDER")

    def _use(self, manifest: Manifest) -> None:
        open_now = {
            part.folder: self._open.get(part.folder) or Segment(self.store.root / part.folder)
            for part in manifest.parts
        }
        living = [
            Section(self.store.root / part.deletes).whole().astype(bool) if part.deletes else None
            for part in manifest.parts
        ]
        self.snapshot = Snapshot(manifest.generation, tuple(open_now.values()), living)
        self.manifest, self._open = manifest, open_now

    def fall_back(self, error: LibraryDamaged) -> None:
        """Leave a generation in which a damaged block was met for an older one; LibraryDamaged where none is whole."""
        self._unusable[self.snapshot.generation] = error.message
        self._open = {}
        self._take_first_whole()

    def refresh(self) -> ArrayIndex:
        """Take over a newer generation where there is one."""
        if self.latest_generation() != self.snapshot.generation:
            self._take_newest()
        return self

    def latest_generation(self) -> int:
        """The newest generation on the disk, 0 before the first."""
        return next(iter(number for number in self.store.numbers() if number not in self._unusable), 0)

    def up_to_date(self) -> bool:
        """Whether the newest generation is the one in use."""
        return self.latest_generation() == self.snapshot.generation

    def last_modified(self) -> float:
        """When the generation was written, in seconds since 1970; 0 before the first."""
        return self.store.path_of(self.snapshot.generation).stat().st_mtime if self.manifest else 0.0

    def is_empty(self) -> bool:
        """Whether it holds no letter."""
        return self.snapshot.living == 0

    def doc_count_all(self) -> int:
        """Documents, deleted ones included."""
        return self.snapshot.docs

    def doc_count(self) -> int:
        """Living documents."""
        return self.snapshot.living

    def reader(self, reuse: Any = None) -> ArrayReader:
        """A reader of the generation in use."""
        return ArrayReader(self.snapshot, self.schema)

    def searcher(self, **options: Any) -> ArraySearcher:
        """A searcher of the generation in use."""
        return ArraySearcher(self.reader(), fromindex=self, **options)

    def writer(self, **options: Any) -> ArrayWriter:
        """The one writer (`ArrayWriter`); LibraryLocked where another program has it."""
        from index.arraywriter import ArrayWriter  # 5 ms that no reader waits for

        return ArrayWriter(self, **options)

    def optimize(self) -> None:
        """Rewrite everything as one segment."""
        with self.writer(rewrite=True):
            pass

    def verify(self) -> list[str]:
        """Everything that is not what was written, in words."""
        return self.store.verify()

    def close(self) -> None:
        """Let the files go once the last reader of them does."""
        self._open = {}

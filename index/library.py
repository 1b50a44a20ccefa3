"""The one door: a library of letters, opened from a folder.

    with Library.open(create=True) as library:
        library.ingest([Path("letters")])
        page = library.search(Request("lighthouse"))

Importing this module loads neither numpy nor Whoosh; opening a library does. Questions may be asked from several
threads: each reads the generation it began with. Where a damaged block is met, the question is asked again of the
generation before, and the answer says so.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from corpus.errors import LibraryDamaged, NotFound, QueryError, RejoinderError
from index.results import Cancel, Completion, Page, Request

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.arrayindex import ArrayIndex
    from index.arraysearcher import ArraySearcher
    from index.results import (
        Candidate,
        Concordance,
        Ledger,
        Progress,
        Report,
        Resolved,
        Thread,
        WantList,
    )

T = TypeVar("T")
Asked = tuple[Request, int]
"""What `as_typed` is asked."""
Foretold = tuple[int, Request, int]
"""The generation of which something was foretold, and what `as_typed` would be asked."""
Answered = tuple[Page | QueryError, tuple[Completion, ...]]
"""The answer of `as_typed`."""
Answers = Callable[[], Answered]
"""Gives the answer of `as_typed`, or the error that was met."""
_TRIES = 3
"""Generations that may turn out damaged under one question; two are kept, and a third may be written meanwhile."""
_NEVER: Cancel = lambda: False  # noqa: E731


class Library:
    """A library of letters. `index` is its Whoosh index."""

    def __init__(self, index: ArrayIndex) -> None:
        self.index = index
        self._falling_back = Lock()

    @classmethod
    def open(cls, path: Path | None = None, create: bool = False) -> Library:
        """The library at `path`, by default `default_path()`; with `create` an empty one where there is none.

        Raises LibraryMissing, LibraryDamaged, LibraryTooNew.
        """
        from index.store import open_index

        root = path or cls.default_path()
        if create:
            os.makedirs(root, mode=0o700, exist_ok=True)
        return cls(open_index(root, create=create))

    @staticmethod
    def default_path() -> Path:
        """Where a person's library lies: `library` in the user's data folder (`$XDG_DATA_HOME/rejoinder`)."""
        from platformdirs import user_data_path

        return user_data_path("rejoinder", appauthor=False) / "library"

    def __enter__(self) -> Library:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let the files go; answers already given stay valid."""
        self.index.close()

    @property
    def notices(self) -> tuple[str, ...]:
        """What a person should know of the library as it is open now: that an older state is shown, and why."""
        return self.index.notices

    def ingest(
        self,
        paths: Iterable[Path],
        *,
        progress: Callable[[Progress], None] | None = None,
        cancel: Cancel | None = None,
        waiting: Callable[[], None] | None = None,
    ) -> Report:
        """Read files and folders into the library: new ones are added, changed ones read again, gone ones dropped.

        `waiting` is called where another program is writing. Raises LibraryLocked when that takes long; `Cancelled`
        when told to stop: what was written by then stays.
        """
        from index.ingest import Ingest

        return Ingest(self.index, progress, cancel, waiting=waiting).run(paths)

    @property
    def outdated(self) -> bool:
        """Whether an older version wrote it, so that the next `ingest` makes it again from its files."""
        return self.index.outdated

    def refresh(self) -> bool:
        """Take over a newer generation where another program wrote one; whether there was one."""
        with self._falling_back:
            before = self.index.snapshot.generation
            self.index.refresh()
            return self.index.snapshot.generation != before

    def prepare(self) -> None:
        """Load what some later question needs and the first does not: comparing words, 40 ms; what is read ahead."""
        import rapidfuzz.distance  # noqa: F401

        from index import nearby, suggest  # noqa: F401
        from index.folding import spans
        from index.schema import TEXTS

        spans("")
        self._ask(lambda: self.index.snapshot.read_ahead(TEXTS[1:]))

    def count(self) -> int:
        """Letters held."""
        return self.index.doc_count()

    def search(self, request: Request, *, cancel: Cancel | None = None) -> Page:
        """What a person asked for; QueryError where it cannot be understood, `Cancelled` once `cancel` says so."""
        from index.search import search

        page = self._ask(lambda: search(self.index, request, cancel))
        return page._replace(notices=self._told(page.notices)) if self.notices else page

    def concordance(
        self, request: Request, *, sort: str = "left", cancel: Cancel | None = None
    ) -> tuple[Concordance, ...]:
        """Every place of a query's words in its line; `sort` is `left`, `right` or `date`."""
        from index.search import concordance

        return tuple(self._ask(lambda: concordance(self.index, request, sort, cancel)))

    def complete(self, text: str, position: int) -> tuple[Completion, ...]:
        """What could stand at `position` of a search line, the likeliest first."""
        from index.completion import complete

        return tuple(self._ask(lambda: complete(self.index, text, position)))

    def as_typed(self, request: Request, position: int, *, cancel: Cancel | None = None) -> Answered:
        """A search line as it is typed: its page, or what is wrong with it, and what could stand at `position`."""
        page: Page | QueryError
        try:
            page = self.search(request, cancel=cancel)
        except QueryError as error:
            page = error
        try:
            return page, self.complete(request.query, position)
        except RejoinderError:  # what could stand there is no more than an offer
            return page, ()

    def foresee(self, request: Request, position: int) -> None:
        """A search line is about to be what `begin_as_typed` is then asked. Nothing where it is answered here."""

    def foretold(self, request: Request, position: int) -> Answered | None:
        """The answer of `as_typed`, where it was worked out in a pause before. It is not waited for."""
        return None

    def stand(self, request: Request, position: int) -> None:
        """Somebody's search line is this now, its answer at hand: what may be typed next can be worked out."""

    def begin_as_typed(
        self, request: Request, position: int, then: Callable[[Answers], None], *, cancel: Cancel | None = None
    ) -> bool:
        """Have `as_typed` answered elsewhere. False where it is answered in the thread that asks.

        `then` is called, in another thread, with what gives the answer; it must not ask the library anything.
        """
        return False

    def identify(self, text: str) -> tuple[str, ...]:
        """IDs that a spelling of a symbol, an ID or a key means; () none, two or more: ambiguous."""
        from index.names import identify

        return self._read(lambda searcher: identify(searcher, text))

    def letter(self, letter_id: str, language: str | None = None) -> Letter:
        """The letter of that ID, in `language` where it is held in it; raises NotFound."""
        versions = self.versions(letter_id)
        return next((letter for letter in versions if letter.language == language), versions[0])

    def versions(self, letter_id: str) -> tuple[Letter, ...]:
        """A letter's texts, one a language, the one shown first at the head; raises NotFound."""
        from index.names import versions

        found = self._read(lambda searcher: versions(searcher, letter_id))
        if not found:
            raise NotFound(f"No letter here is called {letter_id}.", "Look it up with `rejoinder resolve`.")
        return found

    def candidate(self, symbol: str) -> Candidate:
        """What is known of a symbol, held or not; raises NotFound where the words spell none."""
        from index.lookup import candidate

        return self._read(lambda searcher: candidate(searcher, symbol))

    def lookup(self, text: str, limit: int = 20) -> tuple[Candidate, ...]:
        """Letters that a symbol, a part of one, or the symbols of a pasted paragraph may mean, the likeliest first."""
        from index.lookup import lookup

        return self._read(lambda searcher: lookup(searcher, text, limit))

    def resolve(self, text: str) -> tuple[Resolved, ...]:
        """Every symbol and resolution that a text names, in order, with the letters held that bear it."""
        from index.lookup import resolve

        return self._read(lambda searcher: resolve(searcher, text))

    def thread(self, letter_id: str, *, cancel: Cancel | None = None) -> Thread:
        """The exchange around a letter, or around a symbol that is cited and not held; raises NotFound."""
        from index.threads import thread

        found = self._read(lambda searcher: thread(searcher, letter_id, cancel or _NEVER))
        return replace(found, notices=self._told(found.notices)) if self.notices else found

    def missing(self, *, cancel: Cancel | None = None) -> WantList:
        """Every document that is cited and not held, the most cited first."""
        from index.gaps import missing

        return self._read(lambda searcher: missing(searcher, cancel or _NEVER))

    def ledger(self, one: str, other: str, *, cancel: Cancel | None = None) -> Ledger:
        """Every letter between two parties held here, what answered it and after how many days."""
        from index.ledger import ledger

        return self._read(lambda searcher: ledger(searcher, one, other, cancel or _NEVER))

    def verify(self) -> tuple[str, ...]:
        """What is damaged, in words; () nothing. Reads every byte of both generations."""
        return tuple(self.index.verify())

    @staticmethod
    def repair(
        path: Path | None = None,
        paths: Iterable[Path] = (),
        *,
        progress: Callable[[Progress], None] | None = None,
        cancel: Cancel | None = None,
        waiting: Callable[[], None] | None = None,
    ) -> Report:
        """Make the library at `path` again from the files it held and those of `paths`; `index.repair` says how."""
        from index.repair import repair

        return repair(path or Library.default_path(), paths, progress, cancel, waiting)

    @staticmethod
    def examine(path: Path | None = None) -> tuple[str, ...]:
        """What is damaged in a library that may not even open, in words; () nothing. Raises LibraryMissing."""
        from index.store import Store

        store = Store(path or Library.default_path())
        next(store.generations())
        return tuple(store.verify())

    @staticmethod
    def rivals() -> tuple[str, ...]:
        """A sentence where several distributions of Whoosh are installed over each other; () where one is."""
        from index.distributions import rivals

        return rivals()

    def _told(self, notices: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(dict.fromkeys((*notices, *self.notices)))

    def _read(self, ask: Callable[[ArraySearcher], T]) -> T:
        return self._ask(lambda: ask(self.index.searcher()))

    def _ask(self, ask: Callable[[], T]) -> T:
        """The answer; where it meets a damaged block, the answer of the generation before, until one is whole."""
        from index.segment.section import DamagedBlock

        for _ in range(_TRIES):
            generation = self.index.snapshot.generation
            try:
                return ask()
            except DamagedBlock as error:
                self._leave(generation, error)
        return ask()

    def _leave(self, generation: int, error: LibraryDamaged) -> None:
        """Fall back once, however many threads met the damage; LibraryDamaged where nothing is left."""
        with self._falling_back:
            if self.index.snapshot.generation == generation:
                self.index.fall_back(error)

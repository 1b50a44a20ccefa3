"""A damaged library made again from the files of its letters: it holds nothing that they do not say."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import LibraryDamaged
from index.ingest import Ingest, known_files
from index.results import Cancel, Progress, Report
from index.store import Store, open_index

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex


def repair(
    root: Path,
    paths: Iterable[Path],
    progress: Callable[[Progress], None] | None = None,
    cancel: Cancel | None = None,
    waiting: Callable[[], None] | None = None,
) -> Report:
    """Read every file again that the library held, and those of `paths`; both generations are new afterwards.

    A file that is no longer there is told in the report: its letter is lost from the library. Where no generation
    says which files there were and none are named, LibraryDamaged says so and nothing is changed.
    """
    roots = list(paths)
    index = _readable(root)
    if index is None:
        if not roots:
            raise LibraryDamaged(
                "Nothing of this library can be read, not even which files it was made from.",
                "Name their folders: rejoinder doctor library --repair FOLDER",
            )
        _forget(root)
        index = open_index(root, create=True)
    report = Ingest(index, progress, cancel, waiting=waiting, afresh=True).run(roots)
    index.optimize()  # a second new generation: the damaged one is no longer the one to fall back to
    return report


def _readable(root: Path) -> ArrayIndex | None:
    """The index at the newest generation whose list of files can be read; None where there is none."""
    try:
        index = open_index(root)
    except LibraryDamaged:
        return None
    while True:
        try:
            known_files(index)
        except LibraryDamaged as error:
            try:
                index.fall_back(error)
            except LibraryDamaged:
                return None
        else:
            return index


def _forget(root: Path) -> None:
    """Take away generations that cannot be read, and their files: the next one may be numbered like one of them."""
    store = Store(root)
    with store.lock():
        for number in store.numbers():
            store.path_of(number).unlink(missing_ok=True)
        store.sweep()

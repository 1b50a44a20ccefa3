"""However a library came to what it holds, it answers as one that was made at once: nothing stale, nothing twice."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.model import Letter
from index.batch import Batch
from index.library import Library
from tests.index.made import letter

pytestmark = pytest.mark.usefixtures("quick_disk")

SYMBOLS = ("", "A/60/1", "A/60/2-S/2006/2", "S/2006/2", "S/2006/3")
DATES = ("2006-03-01", "2006-03-02")
PARTIES = ("Kestravia", "Valdmark")
LINKS = ("answers A/60/1", "cites S/2006/2 of 2006-03-01 by Kestravia", "follows  of 2006-03-02 by Valdmark",
         "answers A/60/9-S/2006/9 of 2006-03-02 by Kestravia")  # fmt: skip


@st.composite
def letters(draw: st.DrawFn) -> dict[str, Any]:
    """What one file says."""
    return {
        "symbol": draw(st.sampled_from(SYMBOLS)),
        "date": draw(st.sampled_from(DATES)),
        "sender": draw(st.sampled_from(PARTIES)),
        "links": tuple(draw(st.lists(st.sampled_from(LINKS), max_size=2, unique=True))),
        "language": draw(st.sampled_from(("en", "en", "fr"))),
    }


changes = st.lists(st.tuples(st.integers(0, 5), st.none() | letters()), min_size=1, max_size=12)
"""A file gets a text, or is taken away."""


def made(path: str, says: dict[str, Any]) -> Letter:
    return letter(says["symbol"], says["date"], says["sender"], *says["links"], language=says["language"], path=path)


def apply(held: Library, files: dict[str, Letter], steps: list[tuple[int, dict[str, Any] | None]]) -> None:
    """One step a generation, as `index.ingest` makes them: what a file held is dropped, what it holds is added."""
    for number, says in steps:
        path = f"/made/{number}"
        batch, before = Batch(held.index), files.pop(path, None)
        if before is not None:
            batch.drop(path, before.holdings[0].sha256)
        if says is not None:
            files[path] = made(path, says)
            batch.add(files[path])
        for orphan in batch.orphans():
            batch.add(files[orphan.path])
        batch.commit()


def answers(held: Library) -> dict[str, Any]:
    """Everything that can be asked of the letters held: IDs, texts, files, threads, the want-list."""
    searcher = held.index.searcher()
    ids = sorted(searcher.row(doc).id for doc in searcher.ixreader.all_doc_ids())
    threads = {one: held.thread(one) for one in ids}
    return {
        "ids": ids,
        "files": {one: sorted(h.path for v in held.versions(one) for h in v.holdings) for one in ids},
        "links": {one: sorted((e.source, e.kind, e.target) for e in threads[one].edges) for one in ids},
        "named": {one: [(n.id, n.symbols, n.held, sorted(n.inferred_from)) for n in threads[one].nodes] for one in ids},
        "missing": [(row.symbols, row.count, sorted(row.cited_by)) for row in held.missing().rows],
    }


SHARED = {"symbol": "A/60/2-S/2006/2", "date": "2006-03-01", "sender": "Kestravia", "links": (), "language": "fr"}
REBASED = [
    (0, SHARED),
    (1, {**SHARED, "date": "2006-03-02", "language": "en"}),
    (2, {**SHARED, "symbol": "S/2006/2", "language": "en"}),
    (1, None),
]
"""A letter that is loaded for its base ID has another one itself."""


TWO_OF_ONE_SYMBOL = [
    (2, {**SHARED, "symbol": "S/2006/2", "date": "2006-03-02", "language": "en"}),
    (0, {**SHARED, "language": "en"}),
    (1, {**SHARED, "symbol": "", "links": (LINKS[1],), "language": "en"}),
]
"""Two letters bear a symbol; the words that name it tell which by its date."""


@settings(max_examples=25, deadline=None)
@example(REBASED)
@example(TWO_OF_ONE_SYMBOL)
@given(changes)
def test_a_library_answers_by_what_its_files_say_and_not_by_its_history(
    steps: list[tuple[int, dict[str, Any] | None]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        files: dict[str, Letter] = {}
        with Library.open(Path(folder, "grown"), create=True) as grown:
            apply(grown, files, steps)
            assert {path for one in answers(grown)["files"].values() for path in one} == set(files)
            with Library.open(Path(folder, "fresh"), create=True) as fresh:
                batch = Batch(fresh.index)
                for path in sorted(files):
                    batch.add(files[path])
                batch.commit()
                assert answers(grown) == answers(fresh)
            assert grown.verify() == ()


@settings(max_examples=25, deadline=None)
@given(changes)
def test_threads_hold_together(steps: list[tuple[int, dict[str, Any] | None]]) -> None:
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder), create=True) as held:
        apply(held, {}, steps)
        for one in answers(held)["ids"]:
            thread = held.thread(one)
            ids = [node.id for node in thread.nodes]
            assert thread.focus == one
            assert len(ids) == len(set(ids))
            for edge in thread.edges:
                assert {edge.source, edge.target} <= set(ids)
                assert edge.source != edge.target
                assert any(edge.evidence in version.text for version in held.versions(edge.source))
            for node in thread.nodes:
                assert node.held or not node.inferred_from

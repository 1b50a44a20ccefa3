"""What a library survives: generations, one writer, damage, a full disk, other versions, old readers."""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest
from whoosh import query

from corpus.errors import LibraryDamaged, LibraryError, LibraryLocked, LibraryMissing, LibraryTooNew
from index import generation, intake, manifest, schema, store
from index.arrayindex import ArrayIndex
from index.results import Cancelled
from index.segment.build import Run
from index.store import open_index
from index.words import Beginning
from tests.index.segments import fields, held, library

ROOT = Path(__file__).resolve().parent.parent.parent


def flip(path: Path, place: int = 0) -> None:
    raw = bytearray(path.read_bytes())
    raw[place] ^= 1
    path.write_bytes(raw)


def manifests(root: Path) -> list[str]:
    return sorted(path.name for path in root.glob("generation-*"))


def test_a_generation_is_published_and_two_are_kept(tmp_path: Path) -> None:
    index = library(tmp_path, *([fields(number)] for number in range(5)))
    assert manifests(tmp_path) == ["generation-00000004.json", "generation-00000005.json"]
    assert index.latest_generation() == 5
    assert held(index) == {f"L{number}" for number in range(5)}
    named = set()
    for name in manifests(tmp_path):
        named |= set(json.loads((tmp_path / name).read_text())["files"])
    found = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert found - named == {*manifests(tmp_path), "lock", "latest"}, "nothing is left that no kept generation names"
    assert index.verify() == []


def test_there_is_no_library_until_one_is_made(tmp_path: Path) -> None:
    with pytest.raises(LibraryMissing):
        open_index(tmp_path / "none")
    assert not (tmp_path / "none").exists()
    index = open_index(tmp_path / "new", create=True)
    assert index.is_new
    assert index.is_empty()
    for tree in (query.Every(), query.Phrase("body", ["a", "b"]), query.Prefix("body", "a"), Beginning("body", "a")):
        assert index.searcher().run(tree).total == 0
        assert index.searcher().run(tree, sort="symbol").docs.tolist() == []
    assert index.searcher().run(query.Term("body", "common"), facets=("sender",), timeline=True).facets == {
        "sender": ()
    }


def test_there_is_one_writer_and_it_is_said_who_waits(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(1)])
    waited: list[bool] = []
    with index.writer():
        with pytest.raises(LibraryLocked):
            ArrayIndex(tmp_path).writer(timeout=0.05, waiting=lambda: waited.append(True))
        assert waited == [True]
        assert held(ArrayIndex(tmp_path)) == {"L1"}, "readers are not kept waiting"
    with index.writer(timeout=0.05, waiting=lambda: waited.append(False)):
        assert waited == [True]


def test_a_waiting_writer_goes_on_from_what_the_other_wrote(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(1)])
    first = index.writer()
    other = ArrayIndex(tmp_path)
    writers: list[Any] = []
    thread = threading.Thread(target=lambda: writers.append(other.writer(timeout=20)))
    thread.start()
    first.add_document(**fields(2))
    first.commit()
    thread.join()
    writers[0].add_document(**fields(3))
    writers[0].commit()
    assert held(index.refresh()) == {"L1", "L2", "L3"}


def test_a_reader_keeps_its_generation_and_refresh_takes_the_newest(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(n) for n in range(10)])
    reader = ArrayIndex(tmp_path)
    old = reader.searcher()
    for number in range(4):
        with index.writer() as writer:
            writer.update_document(**fields(number, "changed"))
    assert not reader.up_to_date()
    assert old.run(query.Term("body", "common")).total == 10, "also where its files were removed"
    assert old.row(3).id == "L3"
    assert reader.refresh().searcher().run(query.Term("body", "changed")).total == 4
    assert reader.up_to_date()


@pytest.mark.parametrize("what", ["flip", "cut", "delete", "manifest", "manifest cut", "manifest gone"])
def test_an_older_generation_is_shown_where_the_newest_is_damaged(tmp_path: Path, what: str) -> None:
    library(tmp_path, [fields(n) for n in range(10)], [fields(n + 10, "added") for n in range(20)])
    newest = tmp_path / "generation-00000002.json"
    file = next(tmp_path.glob("segments/00000002-*/docs"))
    if what == "flip":
        flip(file, -1)
    elif what == "cut":
        file.write_bytes(file.read_bytes()[:-5])
    elif what == "delete":
        file.unlink()
    elif what == "manifest":
        flip(newest, 30)
    elif what == "manifest cut":
        newest.write_bytes(newest.read_bytes()[:-9])
    else:
        newest.unlink()
    index = ArrayIndex(tmp_path)
    assert held(index) == {f"L{n}" for n in range(10)}
    assert index.snapshot.generation == 1
    assert index.verify()
    if what != "manifest gone":
        assert index.notices
        assert all("Generation 2" in words for words in index.verify())


def test_a_damaged_block_is_met_while_reading_and_the_index_falls_back(tmp_path: Path) -> None:
    library(tmp_path, [fields(n, f"w{n}") for n in range(10)], [fields(n + 10, f"w{n}") for n in range(20)])
    flip(next(tmp_path.glob("segments/00000002-*/docs")))
    index = ArrayIndex(tmp_path)
    assert index.snapshot.generation == 2, "a flipped byte changes no size: it is met when it is read"
    with pytest.raises(LibraryDamaged) as met:
        index.searcher().run(query.Term("body", "w3"))
    index.fall_back(met.value)
    assert index.snapshot.generation == 1
    assert index.searcher().run(query.Term("body", "w3")).total == 1
    assert "docs" in index.notices[0]
    assert index.refresh().snapshot.generation == 1, "the damaged one is not taken again"
    with index.writer() as writer:
        writer.add_document(**fields(99))
    assert index.snapshot.generation == 3
    assert held(index) == {f"L{n}" for n in (*range(10), 99)}


def test_nothing_whole_is_said_to_be_so(tmp_path: Path) -> None:
    library(tmp_path, [fields(1)])
    flip(tmp_path / "generation-00000001.json", 20)
    with pytest.raises(LibraryDamaged):
        ArrayIndex(tmp_path)


def test_a_newer_program_s_library_is_refused_and_an_older_one_s_rebuilt(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = library(tmp_path, [fields(1), fields(2)])
    assert not index.outdated
    for module in (store, generation, schema):
        monkeypatch.setattr(module, "SCHEMA_VERSION", 0)
    with pytest.raises(LibraryTooNew):
        ArrayIndex(tmp_path)
    monkeypatch.undo()
    from index import arrayindex

    for module in (store, generation, arrayindex):
        monkeypatch.setattr(module, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
    older = ArrayIndex(tmp_path)
    assert older.outdated
    with older.writer(rebuild=True) as writer:
        writer.add_document(**fields(3))
    assert not older.outdated
    assert held(older) == {"L3"}


def test_a_newer_manifest_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    library(tmp_path, [fields(1)])
    monkeypatch.setattr(store, "FORMAT", manifest.FORMAT - 1)
    with pytest.raises(LibraryTooNew):
        ArrayIndex(tmp_path)


def test_a_cancelled_commit_leaves_what_there_was(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(1)])
    writer = index.writer(cancel=lambda: True)
    writer.add_document(**fields(2))
    with pytest.raises(Cancelled):
        writer.commit()
    assert held(ArrayIndex(tmp_path)) == {"L1"}
    with index.writer() as again:
        again.add_document(**fields(3))
    assert held(index) == {"L1", "L3"}
    assert not list(tmp_path.glob("building-*"))


def test_a_closed_writer_takes_nothing(tmp_path: Path) -> None:
    writer = library(tmp_path, [fields(1)]).writer()
    writer.cancel()
    for call in (writer.commit, lambda: writer.add_document(**fields(2))):
        with pytest.raises(ValueError, match="closed"):
            call()


FULL = """
import resource, signal, sys
from pathlib import Path
from corpus.errors import LibraryError
from index.store import open_index
from index.words import Beginning
from tests.index.segments import fields
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
index = open_index(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    with index.writer(processes=int(sys.argv[3])) as writer:
        for number in range(1500):
            writer.add_document(**fields(number + 100, " ".join(f"w{number}x{n}" for n in range(40))))
except LibraryError as error:
    print("told:", error.message)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
with index.writer() as writer:
    writer.add_document(**fields(7))
"""


@pytest.mark.parametrize(("bytes_", "processes"), [(20, 1), (3_000, 1), (60_000, 1), (60_000, 2), (300_000, 2)])
def test_a_full_disk_leaves_the_last_generation_and_space_brings_the_next(
    tmp_path: Path, bytes_: int, processes: int
) -> None:
    library(tmp_path, [fields(n) for n in range(5)])
    command = [sys.executable, "-c", FULL, str(tmp_path), str(bytes_), str(processes)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "told: There is no space left" in done.stdout
    index = ArrayIndex(tmp_path)
    assert held(index) == {*(f"L{n}" for n in range(5)), "L7"}
    assert index.verify() == []
    assert not list(tmp_path.glob("building-*"))


def test_small_segments_are_joined_and_all_rewritten_past_a_fifth(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(n) for n in range(200)])
    sizes = []
    for number in range(12):
        with index.writer() as writer:
            writer.add_document(**fields(1000 + number))
        sizes.append(len(index.parts))
    assert max(sizes) <= generation.SMALL_SEGMENTS + 1
    assert index.snapshot.segments[0].docs == 200, "the main segment is left alone below a fifth"
    with index.writer() as writer:
        for number in range(60):
            writer.delete_by_term("id", f"L{number}")
    assert [part.deletes for part in index.parts] == [""], "past a fifth everything is one segment without deletes"
    assert index.snapshot.docs == index.doc_count() == 152
    index.optimize()
    assert len(index.parts) == 1


def test_runs_of_a_bounded_size_make_the_same_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = [fields(n, f"common w{n} {'x ' * (n % 7)}", sender=["Penwick"], date=20000101 + n % 28) for n in range(90)]
    whole = library(tmp_path / "whole", made)
    monkeypatch.setattr(intake, "RUN_WORDS", 200)
    runs: list[int] = []
    written = Run.write
    monkeypatch.setattr(Run, "write", lambda self, path: [runs.append(self.words), written(self, path)][1])
    pieces = library(tmp_path / "pieces", made)
    assert len(runs) > 3
    assert max(runs) < 250, "what is held in memory is bounded"
    named = [{name.split("/")[-1]: facts for name, facts in index.files.items()} for index in (whole, pieces)]
    assert named[0] == named[1], "to the byte"


def test_two_processes_build_the_same_letters(tmp_path: Path) -> None:
    made = [fields(n, f"common w{n} {'x ' * (n % 7)}", sender=["Penwick"], date=20000101 + n % 28) for n in range(1200)]
    alone = library(tmp_path / "alone", made)
    index = open_index(tmp_path / "two", create=True)
    with index.writer(processes=2) as writer:
        for document in made:
            writer.add_document(**document)
        assert writer.delete_by_term("id", "L700") == 1
        assert writer.delete_by_term("id", "L3") == 1
        assert writer.delete_by_term("id", "L3") == 0
    assert held(index) == held(alone) - {"L700", "L3"}
    assert index.doc_count_all() == 1198
    one, two = alone.searcher(), index.searcher()
    for word in ("w650", "x", "common"):
        found = two.run(query.Term("body", word), limit=0)
        gone = {"w650": 0, "x": 1 + (3 % 7 > 0) - (700 % 7 == 0), "common": 2}[word]
        assert found.total == one.run(query.Term("body", word), limit=0).total - gone


def test_readers_in_threads_while_a_process_writes(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(n, f"common w{n}") for n in range(300)])
    code = (
        "import sys\nfrom pathlib import Path\nfrom index.store import open_index\n"
        "from tests.index.segments import fields\n"
        "index = open_index(Path(sys.argv[1]))\n"
        "for batch in range(12):\n"
        "    with index.writer() as writer:\n"
        "        writer.update_document(**fields(batch, 'common changed'))\n"
        "        writer.add_document(**fields(1000 + batch, 'common added'))\n"
    )
    process = subprocess.Popen([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT)
    failures: list[str] = []
    seen: set[int] = set()

    def read() -> None:
        own = ArrayIndex(tmp_path)
        while process.poll() is None or own.refresh().snapshot.generation < 13:
            with own.refresh().searcher() as searcher:
                added = searcher.run(query.Term("body", "added")).total
                total = searcher.run(query.Term("body", "common"), facets=("year",)).total
                changed = searcher.run(query.Term("body", "changed")).total
            seen.add(added)
            if total != 300 + added or changed != added:
                failures.append(f"{total} {added} {changed}")
                return

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=120)
    assert process.wait() == 0
    assert failures == []
    assert 12 in seen
    assert held(index.refresh()) >= {"L1011", "L0"}


@pytest.mark.parametrize("when", ["before its manifest is read", "before its segments are opened"])
def test_a_reader_whose_generation_is_removed_while_it_opens_takes_a_newer_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, when: str
) -> None:
    writing = library(tmp_path, [fields(0)])
    read, rounds = store.Store.manifest, iter(range(5))

    def commit() -> None:
        for number in range(store.KEPT + 1) if next(rounds, None) is not None else ():
            with writing.writer(rebuild=True) as writer:
                writer.add_document(**fields(number))

    def overtaken(self: store.Store, generation: int) -> manifest.Manifest:
        if self is writing.store:
            return read(self, generation)
        if when == "before its manifest is read":
            commit()
            return read(self, generation)
        found = read(self, generation)
        commit()
        return found

    monkeypatch.setattr(store.Store, "manifest", overtaken)
    late = ArrayIndex(tmp_path)
    assert next(rounds, None) is None, "the writer was ahead five times"
    assert held(late) == {f"L{store.KEPT}"}
    assert late.notices == ()
    assert late.last_modified() > 0


def test_threads_share_an_index_that_is_refreshed_under_them(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(n, f"common w{n % 9}", sender=["Penwick"]) for n in range(400)])
    tree = query.And([query.Term("body", "common"), Beginning("body", "w")])
    wrong: list[object] = []

    def search() -> None:
        for _ in range(40):
            with index.searcher() as searcher:
                run = searcher.run(tree, limit=1000, facets=("sender",), sort="-date", timeline=True)
                own = {searcher.row(doc).id for doc in run.docs.tolist()}
                if not len(own) == run.total == searcher.doc_count() or run.facets["sender"] != (
                    ("Penwick", run.total),
                ):
                    wrong.append((len(own), run.total, run.facets))

    threads = [threading.Thread(target=search) for _ in range(4)]
    for thread in threads:
        thread.start()
    other = ArrayIndex(tmp_path)
    for number in range(8):
        with other.writer() as writer:
            writer.add_document(**fields(1000 + number, f"common w{number}", sender=["Penwick"]))
        index.refresh()
    for thread in threads:
        thread.join()
    assert wrong == []
    assert index.doc_count() == 408


def test_what_dead_writers_left_is_swept_by_the_next(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(1)], [fields(2)])
    (tmp_path / "building-1").mkdir()
    (tmp_path / "building-1" / "run").write_bytes(b"x")
    (tmp_path / "segments" / "00000003-1").mkdir()
    for name in ("deletes/unnamed", "generation-00000003.tmp", "segments/stray", "generation-00000001.json"):
        (tmp_path / name).write_bytes(b"{}")
    with index.writer() as writer:
        writer.add_document(**fields(3))
    assert held(ArrayIndex(tmp_path)) == {"L1", "L2", "L3"}
    assert manifests(tmp_path) == ["generation-00000002.json", "generation-00000003.json"]
    assert not list(tmp_path.glob("building-*"))
    assert list((tmp_path / "deletes").iterdir()) == []
    assert {path.name for path in (tmp_path / "segments").iterdir()} == {
        Path(part.folder).name for part in (*index.parts, *store.Store(tmp_path).manifest(2).parts)
    }


def test_a_generation_is_on_the_disk_before_its_name_and_its_name_before_it_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    index = library(tmp_path, [fields(1)])
    done: list[str] = []
    synced, renamed = store.sync_folder, Path.rename

    def sync(path: Path) -> None:
        done.append(f"sync {path.name}" if path != tmp_path else "sync the library")
        synced(path)

    def rename(path: Path, target: Path) -> Path:
        done.append(f"name {target.name}")
        return renamed(path, target)

    monkeypatch.setattr(store, "sync_folder", sync)
    monkeypatch.setattr(Path, "rename", rename)
    with index.writer() as writer:
        writer.add_document(**fields(2))
    assert done[-4:] == ["sync segments", "sync deletes", "name generation-00000002.json", "sync the library"]


def test_limits_of_this_test_do_not_reach_others() -> None:
    assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == resource.RLIM_INFINITY
    assert signal.getsignal(signal.SIGXFSZ) in (signal.SIG_IGN, signal.SIG_DFL)


def test_errors_that_are_not_of_space_are_not_called_so() -> None:
    with pytest.raises(PermissionError), store.told_plainly():
        raise PermissionError(13, "no")
    with pytest.raises(LibraryError, match="no space"), store.told_plainly():
        raise OSError(28, "full")

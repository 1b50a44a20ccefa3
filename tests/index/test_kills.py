"""Writers killed at any moment lose nothing that was acknowledged; damage anywhere is found and never served."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from pathlib import Path

import pytest
from whoosh import query

from corpus.errors import LibraryDamaged
from index.arrayindex import ArrayIndex
from index.results import Cancelled
from index.store import Store
from tests.index.killed import BATCH, PHASES
from tests.index.segments import fields, held, library

ROOT = Path(__file__).resolve().parent.parent.parent


class Readers:
    """Threads that search all the while; `errors` is what they met, `seen` how many answers they had."""

    def __init__(self, root: Path, threads: int = 2) -> None:
        self.errors: list[str] = []
        self.seen = 0
        self._root, self._stop = root, threading.Event()
        self._threads = [threading.Thread(target=self._read) for _ in range(threads)]

    def __enter__(self) -> Readers:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _read(self) -> None:
        index = ArrayIndex(self._root)
        least = 0
        while not self._stop.is_set():
            try:
                searcher = index.refresh().searcher()
                run = searcher.run(query.Term("body", "common"), limit=3)
                rows = [searcher.row(doc).id for doc in run.docs.tolist()]
                if run.total < least or len(rows) != 3:
                    self.errors.append(f"{run.total} letters after {least}")
                least = run.total - 1  # a batch takes one letter of the batch before away
                self.seen += 1
            except Exception as error:
                self.errors.append(repr(error))
                return
            time.sleep(0.002)


def killed_once(root: Path, seed: int, phases: Path, wait: float) -> tuple[str, list[int]]:
    """Start a writer and kill it `wait` seconds into a phase, each in its turn: where it was, and what it acknowledged.

    Moving and publishing take a millisecond of a commit: left to chance, hardly a kill would meet them.
    """
    wanted = seed % len(PHASES)
    command = [sys.executable, "-m", "tests.index.killed", str(root), str(seed), str(phases)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        for _ in range(20_000):
            if phases.read_bytes()[0] == wanted:
                break
            time.sleep(0.0001)
        time.sleep(wait)
        os.kill(process.pid, signal.SIGKILL)
        rest = process.stdout.read()
    # A line that was cut off is no acknowledgement.
    lines = (first + rest).splitlines(keepends=True)
    return PHASES[phases.read_bytes()[0]], [int(line) for line in lines if line.endswith("\n")]


def kills(root: Path, tmp_path: Path, times: int) -> Counter[str]:
    """Kill writers; everything acknowledged must be held, and nothing else but whole batches."""
    phases = tmp_path / "phase"
    phases.write_bytes(bytes(8))
    chance = random.Random(times)
    met = Counter[str]()
    expected = held(ArrayIndex(root))
    with Readers(root) as readers:
        for seed in range(1, times + 1):
            phase, acknowledged = killed_once(root, seed, phases, chance.choice([0.0, 0.0005, 0.003, 0.02]))
            met[phase] += 1
            for base in acknowledged:
                expected |= {f"L{number}" for number in range(base, base + BATCH)}
                if base % (10_000 * BATCH):
                    expected.discard(f"L{base - BATCH}")
            index = ArrayIndex(root)
            assert index.notices == (), "no kill leaves damage"
            found = held(index)
            beyond = {f"L{base}" for base in acknowledged[-1:]}  # a batch committed but not yet told takes one away
            assert expected - found <= beyond
            more = found - expected
            assert len(more) in (0, BATCH), "a batch that was not told is there whole or not at all"
            expected = found
    assert readers.errors == []
    assert readers.seen > times
    assert ArrayIndex(root).verify() == []
    print(f"\n{times} kills: {dict(met)}; {len(expected):,} letters held")
    return met


def test_a_killed_writer_loses_nothing(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library(root, [fields(number, "common") for number in range(300)])
    (tmp_path / "first").mkdir()
    before = held(ArrayIndex(root))
    met = kills(root, tmp_path, 2)
    assert sum(met.values()) == 2
    assert before <= held(ArrayIndex(root))


@pytest.mark.tools
def test_twenty_kills(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library(root, [fields(number, "common") for number in range(300)])
    met = kills(root, tmp_path, 20)
    assert sum(count for phase, count in met.items() if phase != "adding") >= 10


@pytest.mark.torture
def test_two_hundred_kills(tmp_path: Path) -> None:
    root = tmp_path / "library"
    library(root, [fields(number, "common") for number in range(300)])
    met = kills(root, tmp_path, 200)
    assert sum(count for phase, count in met.items() if phase != "adding") >= 100


def pristine(root: Path) -> ArrayIndex:
    """A library of two generations with deletes, whose every letter tells what it is."""
    first = [fields(n, f"common w{n} " + " ".join(f"v{n}x{m}" for m in range(30))) for n in range(120)]
    index = library(root, first)
    with index.writer() as writer:
        for number in range(5):
            writer.update_document(**fields(number, f"common w{number} changed", stored=b"stored" * number))
    return index


def damage(root: Path, chance: random.Random) -> str:
    """Flip a byte of, cut, or remove a file that the newest generation names, or its manifest."""
    newest = max(root.glob("generation-*.json"))
    names = [*ArrayIndex(root).files, newest.name]
    name = chance.choice(sorted(names))
    path, what = root / name, chance.choice(["flip", "cut", "remove"])
    raw = bytearray(path.read_bytes())
    if what == "flip":
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)
        path.write_bytes(raw)
    elif what == "cut":
        path.write_bytes(raw[: chance.randrange(len(raw))])
    else:
        path.unlink()
    return f"{what} {name}"


def answers(index: ArrayIndex) -> list[object]:
    """What a reader is told of everything it holds."""
    searcher = index.searcher()
    said: list[object] = []
    for number in range(0, 120, 7):
        run = searcher.run(
            query.And([query.Term("body", "common"), query.Term("body", f"w{number}")]), facets=("year",)
        )
        said += [(searcher.row(doc), searcher.stored(doc)) for doc in run.docs.tolist()]
        said.append((run.total, run.facets, run.scores.tolist()))
        phrase = searcher.run(query.Phrase("body", [f"w{number}", f"v{number}x0"]), sort="-date")
        said.append((phrase.total, phrase.docs.tolist()))
    said.append(sorted(held(index)))
    said.append(searcher.expand("body", "v1", 30))
    return said


def damages(tmp_path: Path, times: int) -> None:
    root = tmp_path / "pristine"
    newest = answers(pristine(root))
    shutil.copytree(root, tmp_path / "older")
    max((tmp_path / "older").glob("generation-*.json")).unlink()
    older = answers(ArrayIndex(tmp_path / "older"))
    chance = random.Random(times)
    met = Counter[str]()
    for _ in range(times):
        copy = tmp_path / "copy"
        shutil.copytree(root, copy)
        what = damage(copy, chance)
        assert Store(copy).verify(), f"{what} was not found"
        said = told(copy)
        assert said in (newest, older, []), f"{what} was served"
        met["newest" if said == newest else "older" if said else "none"] += 1
        shutil.rmtree(copy)
    print(f"\n{times} damages found; the generation then shown: {dict(met)}")


def told(root: Path) -> list[object]:
    """What a reader is told who falls back whenever it meets damage; nothing where no generation is whole."""
    try:
        index = ArrayIndex(root)
        for _ in range(2):
            try:
                return answers(index)
            except LibraryDamaged as error:
                index.fall_back(error)
        return answers(index)
    except LibraryDamaged:
        return []


@pytest.mark.tools
def test_twenty_damages(tmp_path: Path) -> None:
    damages(tmp_path, 20)


@pytest.mark.torture
def test_a_hundred_damages(tmp_path: Path) -> None:
    damages(tmp_path, 100)


def test_cancelling_is_no_damage(tmp_path: Path) -> None:
    index = pristine(tmp_path)
    before = answers(index)
    writer = index.writer(cancel=lambda: True, rewrite=True)
    with pytest.raises(Cancelled):
        writer.commit()
    assert answers(ArrayIndex(tmp_path)) == before
    assert index.verify() == []

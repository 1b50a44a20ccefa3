"""The process that searches is kept off the core of who asks where another is idle, whatever the system says."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from index import apart, cores
from index.apart import Apart, Process
from index.cores import Aside, core, running
from index.results import Request

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="no cores to choose on this system"),
    pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning"),
]
MINE: set[int] = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set()


@pytest.fixture
def other() -> Iterator[int]:
    """A process that does nothing."""
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as running:
        yield running.pid
        running.kill()


def stand(monkeypatch: pytest.MonkeyPatch, here: int, others: int = 0) -> None:
    """Have this thread run on a core, and `others` beside it."""
    monkeypatch.setattr(cores, "core", lambda: here)
    monkeypatch.setattr(cores, "running", lambda: 1 + others)


def test_a_thread_knows_its_core() -> None:
    before = os.sched_getaffinity(0)
    try:
        for wanted in MINE:
            os.sched_setaffinity(0, {wanted})
            assert core() == wanted
    finally:
        os.sched_setaffinity(0, before)


def test_what_runs_is_counted() -> None:
    idle = running()
    with subprocess.Popen([sys.executable, "-c", "while True: pass"]) as busy:
        try:
            until = time.monotonic() + 10
            while (found := running()) < 2 and time.monotonic() < until:
                time.sleep(0.01)
            assert idle >= 1
            assert 2 <= found < 1 << 20
        finally:
            busy.kill()


def test_it_keeps_off_the_core_asked_from_and_may_use_all_others(other: int, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = Aside(other)
    for here in (*MINE, *MINE):
        stand(monkeypatch, here)
        aside.ask()
        assert os.sched_getaffinity(other) == (MINE - {here} or MINE)


def test_where_every_core_works_the_system_places_it(other: int, monkeypatch: pytest.MonkeyPatch) -> None:
    aside = Aside(other)
    for others in (0, len(MINE) - 1, 0):
        stand(monkeypatch, min(MINE), others)
        aside.ask()
        free = {min(MINE)} if others == 0 else set()
        assert os.sched_getaffinity(other) == (MINE - free or MINE)


@pytest.mark.parametrize("here", [-1, 4096])
def test_a_core_that_is_not_known_moves_nothing(other: int, here: int, monkeypatch: pytest.MonkeyPatch) -> None:
    stand(monkeypatch, here)
    Aside(other).ask()
    assert os.sched_getaffinity(other) == MINE


def test_a_system_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise FileNotFoundError

    monkeypatch.setattr(cores, "open", refuse, raising=False)
    assert core() == -1
    assert running() > 1 << 20


def test_a_system_that_forbids_it_is_asked_once(other: int, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = []

    def forbid(pid: int, wanted: set[int]) -> None:
        asked.append(pid)
        raise PermissionError

    monkeypatch.setattr(cores, "CORES", frozenset({0, 1}))
    monkeypatch.setattr(os, "sched_setaffinity", forbid)
    aside = Aside(other)
    for here in (0, 1):
        stand(monkeypatch, here)
        aside.ask()
    assert asked == [other]


def test_a_search_is_answered_on_another_core(sample_library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    here = min(MINE)
    stand(monkeypatch, here)
    process = Process(sample_library)
    try:
        there = apart._opened(process, sample_library)
        assert isinstance(there, Apart)
        there.complete("from:k", 6)
        assert os.sched_getaffinity(process.pid) == MINE  # what a thread of its own answers stays where it is
        assert there.search(Request("lighthouse")).total
        assert os.sched_getaffinity(process.pid) == (MINE - {here} or MINE)
        asked = [process.begin("missing") for _ in range(20)]  # answered in threads begun from now on
        assert all(waiting.answered.wait(10) for waiting in asked)
        threads = {int(name) for name in os.listdir(f"/proc/{process.pid}/task")} - {process.pid}
        assert len(threads) > 1
        assert all(os.sched_getaffinity(thread) == MINE for thread in threads)
    finally:
        process.end()

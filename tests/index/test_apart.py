"""A library in a process of its own: the same answers, the same errors, given up at once, and nothing lost with it."""

from __future__ import annotations

import os
import queue
import signal
import socket
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.errors import LibraryDamaged, LibraryMissing, NotFound, QueryError
from index import answering, apart
from index.answering import ASKED
from index.apart import Apart, Process
from index.library import Answers, Library
from index.line import End, Lost, line
from index.results import Cancel, Cancelled, Completion, Page, Request
from index.segment.section import DamagedBlock
from tests.index import made
from tests.index.segments import fields, library

pytestmark = pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
LETTER = "A/61/233"


@pytest.fixture
def process(sample_library: Path) -> Iterator[Process]:
    running = Process(sample_library)
    yield running
    running.end()


@pytest.fixture
def there(process: Process, sample_library: Path) -> Apart:
    opened = apart._opened(process, sample_library)
    assert isinstance(opened, Apart)
    return opened


QUESTIONS: dict[str, tuple[Any, ...]] = {
    "search": (Request("lighthouse"),),
    "as_typed": (Request("light"), 5),
    "concordance": (Request("lighthouse"),),
    "complete": ("from:k", 6),
    "identify": (LETTER,),
    "letter": ("A/61/233-S/2006/547",),
    "versions": ("A/61/233-S/2006/547",),
    "candidate": (LETTER,),
    "lookup": ("61/2",),
    "resolve": (f"the letter {LETTER} and S/2006/1",),
    "thread": ("A/61/233-S/2006/547",),
    "missing": (),
    "ledger": ("Kestravia", "Valdmark"),
    "prepare": (),
}


def test_every_question_is_asked_here() -> None:
    assert set(QUESTIONS) == ASKED


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_same_answer(there: Apart, sample_library: Path, name: str) -> None:
    with Library.open(sample_library) as here:
        expected, found = (getattr(door, name)(*QUESTIONS[name]) for door in (here, there))
        assert (there.count(), there.notices, there.outdated) == (here.count(), here.notices, here.outdated)
    if name == "search":
        expected, found = (page._replace(seconds=0.0) for page in (expected, found))
    if name == "as_typed":
        expected, found = ((page._replace(seconds=0.0), offered) for page, offered in (expected, found))
    assert found == expected


def typed(there: Apart, request: Request) -> tuple[Page | QueryError, tuple[Completion, ...]]:
    """What is answered to a search line by nobody who waits."""
    answers: queue.Queue[Answers] = queue.Queue()
    assert there.begin_as_typed(request, len(request.query), answers.put)
    return answers.get(timeout=10)()


def test_a_search_line_is_answered_without_a_thread_that_waits(there: Apart, sample_library: Path) -> None:
    page, offered = typed(there, Request("lighthouse from:k"))
    assert not isinstance(page, QueryError)
    assert offered
    fault, offered = typed(there, Request("near/3"))
    assert isinstance(fault, QueryError)
    with Library.open(sample_library) as here:
        assert not here.begin_as_typed(Request("light"), 5, lambda _: None)


def taken(there: Apart, request: Request, cancel: Cancel | None = None) -> queue.Queue[Answers]:
    """Where the answer to a search line comes."""
    answers: queue.Queue[Answers] = queue.Queue()
    assert there.begin_as_typed(request, len(request.query), answers.put, cancel=cancel)
    return answers


def total(answers: queue.Queue[Answers]) -> int:
    page, _ = answers.get(timeout=10)()
    assert not isinstance(page, QueryError)
    return page.total


def asked(process: Process) -> int:
    """How many questions were asked so far."""
    return process._number


@pytest.mark.parametrize("late", [False, True], ids=["before its answer", "after its answer"])
def test_a_search_that_was_foreseen_is_asked_once(there: Apart, process: Process, late: bool) -> None:
    request = Request("lighthouse")
    expected = there.search(request).total
    there.foresee(request, len(request.query))
    number = asked(process)
    if late:
        assert there._foreseen is not None
        assert there._foreseen.answered.wait(10)
    assert total(taken(there, request)) == expected > 0
    assert asked(process) == number
    assert total(taken(there, request)) == expected  # once: another is asked anew
    assert asked(process) == number + 1


def test_a_search_that_was_foreseen_wrongly_is_given_up(there: Apart, process: Process) -> None:
    os.kill(process.pid, signal.SIGSTOP)
    there.foresee(Request("light"), 5)
    first = there._foreseen
    there.foresee(Request("lighthouse"), 3)
    second = there._foreseen
    found = taken(there, Request("lighthouse"))
    os.kill(process.pid, signal.SIGCONT)
    assert total(found)
    for other in (first, second):
        assert other is not None
        assert other.answered.wait(10)
        assert isinstance(other.answer and other.answer.error, Cancelled)


def test_what_a_foreseen_search_takes_the_place_of_is_given_up_at_once(
    monkeypatch: pytest.MonkeyPatch, sample_library: Path
) -> None:
    true_search = Library.search

    def endless(self: Library, request: Request, *, cancel: Cancel) -> Page:
        while request.query == "the" and not cancel():
            time.sleep(0.001)
        return true_search(self, request, cancel=cancel)

    monkeypatch.setattr(Library, "search", endless)
    process = Process(sample_library)
    try:
        there = apart._opened(process, sample_library)
        assert isinstance(there, Apart)
        wanted = [True]
        taken(there, Request("the"), lambda: not wanted[0])
        there.foresee(Request("lighthouse"), 10)
        wanted[0] = False
        assert total(taken(there, Request("lighthouse")))
    finally:
        process.end()


@pytest.mark.parametrize("wanted", [True, False])
def test_once_it_is_asked_for_who_asked_says_whether_it_is_wanted(there: Apart, process: Process, wanted: bool) -> None:
    os.kill(process.pid, signal.SIGSTOP)
    there.foresee(Request("light"), 5)
    waiting = there._foreseen
    assert waiting is not None
    said = [True]
    found = taken(there, Request("light"), lambda: not said[0])
    said[0] = wanted
    there.foresee(Request("lighthouse"), 10)
    os.kill(process.pid, signal.SIGCONT)
    if wanted:
        assert total(found)
    else:
        assert waiting.answered.wait(10)
        assert isinstance(waiting.answer and waiting.answer.error, Cancelled)


@pytest.fixture
def idle(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that has nothing else to do, as the other process will find it."""
    monkeypatch.setattr("index.ahead._idle", lambda: True)
    monkeypatch.setattr("index.ahead.LONGEST", 10.0)


def foretold(there: Library, query: str) -> Page:
    """What comes in a pause, and nobody asked for."""
    deadline = time.monotonic() + 10
    while (found := there.foretold(Request(query), len(query))) is None:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    assert isinstance(found[0], Page)
    return found[0]


@pytest.mark.usefixtures("idle")
def test_in_a_pause_what_may_be_typed_next_is_answered(sample_library: Path) -> None:
    process = Process(sample_library)
    try:
        there = apart._opened(process, sample_library)
        assert there.foretold(Request("lighth"), 6) is None
        there.as_typed(Request("light"), 5)
        number = asked(process)
        page = foretold(there, "lighth")
        assert page._replace(seconds=0.0) == there.search(Request("lighth"))._replace(seconds=0.0)
        there.stand(Request("lighth"), 6)
        foretold(there, "lightho")
        assert asked(process) == number + 1  # the search of this test
    finally:
        process.end()


def appears(file: Path) -> None:
    """Wait for what the other process writes."""
    deadline = time.monotonic() + 10
    while not file.exists():
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.mark.usefixtures("idle")
@pytest.mark.parametrize("name", ["", "prepare"])
def test_what_nobody_waits_for_only_interrupts_it(
    monkeypatch: pytest.MonkeyPatch, sample_library: Path, tmp_path: Path, name: str
) -> None:
    true_search = Library.search

    def at_first_endless(self: Library, request: Request, *, cancel: Cancel) -> Page:
        if request.query == "lighth" and not (tmp_path / "begun").exists():
            (tmp_path / "begun").touch()
            while not cancel():
                time.sleep(0.001)
            raise Cancelled
        return true_search(self, request, cancel=cancel)

    monkeypatch.setattr(Library, "search", at_first_endless)
    process = Process(sample_library)
    try:
        there = apart._opened(process, sample_library)
        there.stand(Request("light"), 5)
        appears(tmp_path / "begun")
        if name:
            process.begin(name)
        else:
            process._end.send(answering.Question(0, ""))
        assert foretold(there, "lighth").total
    finally:
        process.end()


@pytest.mark.usefixtures("idle")
def test_of_an_older_state_nothing_is_foretold(tmp_path: Path) -> None:
    held = made.library(tmp_path, [made.letter("S/2023/1", "2023-01-02")])
    process = Process(tmp_path)
    try:
        there = apart._opened(process, tmp_path)
        there.stand(Request("writte"), 6)
        assert foretold(there, "written").total == 1
        made.add(held, [made.letter("S/2023/2", "2023-01-03")])
        assert there.refresh()
        assert there.foretold(Request("written"), 7) is None
        there.stand(Request("writte"), 6)
        assert foretold(there, "written").total == 2
    finally:
        process.end()


@pytest.mark.usefixtures("idle")
def test_a_fault_met_ahead_of_time_is_told_when_it_is_asked_for(
    monkeypatch: pytest.MonkeyPatch, sample_library: Path, tmp_path: Path
) -> None:
    true_search = Library.search

    def faulty(self: Library, request: Request, *, cancel: Cancel | None = None) -> Page:
        if request.query == "lighth":
            (tmp_path / "met").touch()
            raise LibraryDamaged("a letter is damaged")
        return true_search(self, request, cancel=cancel)

    monkeypatch.setattr(Library, "search", faulty)
    process = Process(sample_library)
    try:
        there = apart._opened(process, sample_library)
        there.stand(Request("light"), 5)
        appears(tmp_path / "met")
        with pytest.raises(LibraryDamaged):
            there.as_typed(Request("lighth"), 6)
        assert isinstance(there, Apart)
        assert there._here is None
        there.stand(Request("lighthou"), 8)
        foretold(there, "lighthous")
    finally:
        process.end()


def test_errors_arrive_as_they_were(there: Apart) -> None:
    with pytest.raises(NotFound) as nothing:
        there.letter("A/1/1")
    assert str(nothing.value) == "No letter here is called A/1/1. Look it up with `rejoinder resolve`."
    with pytest.raises(QueryError) as fault:
        there.search(Request("date:xx"))
    assert (fault.value.hint, fault.value.position) == ("Write 2023, 2023-03, 2023-03-08, 2022..2023 or >2024.", 5)
    with pytest.raises(RuntimeError) as ours:
        there._process.ask("identify", 7)
    assert "Traceback" in "".join(ours.value.__notes__)


def test_what_cannot_go_over_is_a_fault_and_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch, sample_library: Path
) -> None:
    monkeypatch.setattr(Library, "identify", lambda *_: lambda: None)
    process = Process(sample_library)
    try:
        with pytest.raises(RuntimeError, match="pickle"):
            process.ask("identify", LETTER)
    finally:
        process.end()


def test_a_library_that_is_not_there_is_asked_for_again(tmp_path: Path) -> None:
    process = Process(tmp_path / "none")
    try:
        with pytest.raises(LibraryMissing):
            apart._opened(process, tmp_path / "none")
        library(tmp_path / "none", [fields(1)])
        assert apart._opened(process, tmp_path / "none").count() == 1
    finally:
        process.end()


def test_damage_names_its_file_still() -> None:
    one, other = line()
    one.send(DamagedBlock(Path("folder/docs"), "its end is missing"))
    error = other.receive()
    one.drop()
    other.drop()
    assert isinstance(error, LibraryDamaged)
    assert (error.message, error.path) == ("docs in folder is damaged (its end is missing).", Path("folder/docs"))


def test_a_newer_state_is_taken_over(tmp_path: Path) -> None:
    writing = library(tmp_path, [fields(1)])
    process = Process(tmp_path)
    try:
        reading = apart._opened(process, tmp_path)
        assert not reading.refresh()
        with writing.writer() as writer:
            writer.add_document(**fields(2))
        assert reading.count() == 1
        assert reading.refresh()
        assert reading.count() == 2
    finally:
        process.end()


def test_what_nobody_waits_for_is_given_up(there: Apart, process: Process) -> None:
    os.kill(process.pid, signal.SIGSTOP)
    try:
        with pytest.raises(Cancelled):
            there.search(Request("light"), cancel=lambda: True)
    finally:
        os.kill(process.pid, signal.SIGCONT)
    assert there.search(Request("lighthouse")).total


def test_a_newer_question_tells_which_older_ones_are_not_wanted(process: Process) -> None:
    """Asked without a thread that waits: the older one is known to be unwanted before it is looked at again."""
    process.ask("identify", LETTER)  # the library is open
    wanted = [True]
    asked = [process.begin("search", Request("the"), cancel=lambda: not wanted[0]) for _ in range(50)]
    wanted[0] = False
    assert process.ask("search", Request("lighthouse")).total
    answers = [waiting.answer for waiting in asked if waiting.answered.wait(5)]
    assert len(answers) == len(asked)
    assert isinstance(answers[-1] and answers[-1].error, Cancelled)


def test_what_is_asked_while_it_searches_is_answered(monkeypatch: pytest.MonkeyPatch, sample_library: Path) -> None:
    def endless(self: Library, request: Request, *, cancel: Cancel) -> None:
        while not cancel():
            time.sleep(0.001)
        raise Cancelled

    monkeypatch.setattr(Library, "search", endless)
    process = Process(sample_library)
    try:
        process.ask("open", sample_library)
        wanted = [True]
        searching = process.begin("search", Request("the"), cancel=lambda: not wanted[0])
        asked = process.begin("identify", LETTER)
        assert asked.answered.wait(10)
        assert not searching.answered.is_set()
        wanted[0] = False
        assert process.ask("identify", LETTER)
        assert searching.answered.wait(10)
        assert isinstance(searching.answer and searching.answer.error, Cancelled)
    finally:
        process.end()


def test_what_typing_reads_is_looked_at_again_while_one_searches(
    monkeypatch: pytest.MonkeyPatch, sample_library: Path, tmp_path: Path
) -> None:
    monkeypatch.setattr(answering, "AGAIN", 0.0)
    monkeypatch.setattr(Library, "prepare", lambda _: (tmp_path / "prepared").touch())
    process = Process(sample_library)
    try:
        process.ask("open", sample_library)
        process.ask("search", Request("lighthouse"))
        deadline = time.monotonic() + 10
        while not (tmp_path / "prepared").exists():
            assert time.monotonic() < deadline
            time.sleep(0.01)
    finally:
        process.end()


def test_without_the_process_the_library_is_opened_here(there: Apart, process: Process) -> None:
    before = there.search(Request("lighthouse"))
    answers: queue.Queue[Answers] = queue.Queue()
    os.kill(process.pid, signal.SIGSTOP)
    assert there.begin_as_typed(Request("light"), 5, answers.put)
    there.foresee(Request("lighthouse"), 10)
    os.kill(process.pid, signal.SIGKILL)
    assert there.search(Request("lighthouse")).hits == before.hits
    page, _ = answers.get(timeout=10)()
    assert not isinstance(page, QueryError)
    assert page.total
    assert total(taken(there, Request("lighthouse"))) == before.total
    there.foresee(Request("light"), 5)
    assert not there.begin_as_typed(Request("light"), 5, answers.put)
    page, _ = there.as_typed(Request("light"), 5)
    assert not isinstance(page, QueryError)
    assert page.total
    assert there.identify(LETTER) == there.here().identify(LETTER) != ()
    assert not there.refresh()
    assert there.count() == there.here().count()


def test_an_answer_that_cannot_be_read_keeps_nobody_waiting(monkeypatch: pytest.MonkeyPatch, process: Process) -> None:
    def unreadable(end: End) -> None:
        raise ValueError("no answer of ours")

    monkeypatch.setattr(threading, "excepthook", lambda _: None)
    monkeypatch.setattr(End, "receive", unreadable)
    with pytest.raises(Lost):
        process.ask("identify", LETTER)


def test_it_ends_with_its_line(sample_library: Path) -> None:
    process = Process(sample_library)
    process.ask("open", sample_library)
    process.end()
    with pytest.raises(ChildProcessError):
        os.waitpid(process.pid, 0)
    with pytest.raises(Lost):
        process.ask("identify", LETTER)


def test_beside_other_threads_nothing_is_forked(sample_library: Path) -> None:
    ended = threading.Event()
    thread = threading.Thread(target=ended.wait)
    thread.start()
    try:
        door, _ = apart.begin(sample_library)
        with door(sample_library) as here:
            assert type(here) is Library
    finally:
        ended.set()
        thread.join()


def test_where_no_process_can_be_had_the_library_is_opened_here(
    monkeypatch: pytest.MonkeyPatch, sample_library: Path
) -> None:
    def refused() -> int:
        raise BlockingIOError("Resource temporarily unavailable")

    monkeypatch.setattr("os.fork", refused)
    monkeypatch.setattr("threading.active_count", lambda: 1)
    door, end = apart.begin(sample_library)
    with door(sample_library) as here:
        assert type(here) is Library
    end()


def test_one_that_is_stopped_keeps_nobody_waiting_at_the_end(sample_library: Path) -> None:
    process = Process(sample_library)
    os.kill(process.pid, signal.SIGSTOP)
    process.end()
    with pytest.raises(ChildProcessError):
        os.waitpid(process.pid, 0)


@given(st.lists(st.binary(max_size=5_000) | st.text(max_size=100) | st.none(), max_size=20))
def test_values_go_over_whole_and_in_order(values: list[object]) -> None:
    one, other = line()
    for value in values:
        one.send(value)
    assert [other.receive() for _ in values] == values
    one.hang_up()
    with pytest.raises(Lost):
        other.receive()
    for end in (one, other):
        end.drop()


def test_a_value_of_many_pieces_goes_over() -> None:
    one, other = line()
    value = bytes(5_000_000)
    sending = threading.Thread(target=one.send, args=(value,))
    sending.start()
    assert other.receive() == value
    sending.join()
    one.drop()
    other.drop()


def test_what_has_come_is_no_pause() -> None:
    """Two values may come at once: the second lies here already, and nothing more comes over the line."""
    one, far = socket.socketpair()
    end = End(one)
    assert end.pauses(0.0)
    sender = End(far)
    sender.send("first")
    sender.send("second")
    assert not end.pauses(1.0)
    assert end.receive() == "first"
    assert not end.pauses(0.0)
    assert end.receive() == "second"
    assert end.pauses(0.0)
    end.drop()
    sender.drop()

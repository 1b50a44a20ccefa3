"""The other process: opens a library and answers what `index.apart` asks, until its line ends."""

from __future__ import annotations

import gc
import os
import sys
import traceback
from collections import deque
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any, NamedTuple

from corpus.errors import RejoinderError
from index.cores import anywhere
from index.library import Answered, Asked, Foretold, Library
from index.line import End, Lost, packed
from index.results import Cancelled, Request

if TYPE_CHECKING:
    from index.ahead import Ahead

SEARCHED = frozenset({"search", "as_typed"})
"""Questions answered one after another, in the thread that hears them: what a key asks changes no thread."""
CANCELLED = SEARCHED | {"concordance", "thread", "missing", "ledger"}
"""Questions that can be given up."""
ASKED = CANCELLED | {"complete", "identify", "letter", "versions", "candidate", "lookup", "resolve", "prepare"}
"""Questions that go over as they are: methods of `Library`, with what they are asked and what they answer."""
PAUSE = 0.3
"""Seconds without a question after which dead objects are looked for."""
MANY = 1_000
"""Questions given up that are remembered: one that was answered before that was heard would stay for good."""
FORETOLD = 512
"""Answers worked out before they were asked for that are kept by who may ask, 3 KB each. Both processes let the oldest
go after as many, so that this one knows what the other has.
"""
PAINTED = 0.015
"""Seconds without a question after which answers to the next ones are worked out: by then the last is painted."""
WORTH_IT = 5_000
"""Objects made for which that is done."""
AGAIN = 10.0
"""Seconds of searching after which what is read ahead is looked at again: where memory is short, or a system gives back
what was not used for a minute, the next beginning took 5 to 20 ms to come from the disk.
"""


class Question(NamedTuple):
    """What goes over; `unwanted` are numbers of earlier questions that nobody waits for any more."""

    number: int
    name: str
    given: Any = ()
    named: dict[str, Any] = {}  # noqa: RUF012 - never changed
    unwanted: tuple[int, ...] = ()


class Facts(NamedTuple):
    """What is known of a library without asking."""

    notices: tuple[str, ...]
    outdated: bool
    letters: int
    generation: int


class Answer(NamedTuple):
    """What comes back."""

    number: int
    value: Any = None
    error: Exception | None = None


class Answering:
    """Searches one after another, and answers all else in threads, as many questions at a time as come.

    While it searches it hears what comes as often as it looks whether the answer is still wanted.
    """

    def __init__(self, end: End) -> None:
        self._end = end
        self._library: Library | None = None
        self._path: Path | None = None
        self._unwanted: set[int] = set()
        self._searches: deque[Question] = deque()
        self._ready = monotonic()
        """When what is read ahead was looked at last."""
        self._threads = ThreadPoolExecutor(initializer=anywhere)
        self._line: Asked | None = None
        """The search line as it is now, as long as what may follow is not answered."""
        self._ahead: Ahead | None = None

    def open_ahead(self, path: Path | None) -> None:
        """Open a library before anybody asks, and load what a first search needs. A fault is met again when asked."""
        with suppress(Exception):
            self._library = library = Library.open(path)
            self._path = path
            request = Request("a letter", limit=1, facets=False, timeline=True, passages=1)
            library.as_typed(request, len(request.query))
        gc.freeze()

    def run(self) -> None:
        """Answer until the line ends."""
        with suppress(Lost):
            while True:
                while self._searches:
                    self._answer(self._searches.popleft())
                    self._keep_ready()
                if self._line is not None and self._end.pauses(PAINTED):
                    self._keep_ready()
                    if self._look_ahead(*self._line):
                        self._line = None
                if self._end.pauses(PAUSE) and gc.get_count()[0] > WORTH_IT:
                    gc.collect()
                self._hear()

    def _hear(self) -> None:
        question: Question = self._end.receive()
        if len(self._unwanted) > MANY:
            self._unwanted.clear()  # what is still worked at is then answered, and the answer dropped
        self._unwanted.update(question.unwanted)
        if question.name in SEARCHED:
            self._searches.append(question)
            self._line = question.given if question.name == "as_typed" else None
        elif question.name == "stand":
            self._line = question.given
        elif question.name:
            if question.name != "prepare":  # for all else somebody waits
                self._line = None
            self._threads.submit(self._answer, question)

    def _look_ahead(self, request: Request, position: int) -> bool:
        """Whether that is done; not where a question comes meanwhile."""
        library = self._library
        if library is None:
            return True
        if self._ahead is None:
            from index.ahead import Ahead  # with numpy, which the process that asks does not load

            self._ahead = Ahead(self._foretell, FORETOLD)
        try:
            self._ahead.work(library, request, position, self._end.pauses)
        except Cancelled:
            return False
        except Exception:  # met again, and told, when it is asked for
            return True
        return True

    def _foretell(self, foretold: Foretold, answered: Answered) -> None:
        with suppress(Lost):
            self._end.send(Answer(0, (foretold, packed(answered))))

    def _keep_ready(self) -> None:
        library, now = self._library, monotonic()
        if library is not None and now - self._ready >= AGAIN:
            self._ready = now
            self._threads.submit(library.prepare)

    def _given_up(self, question: Question) -> bool:
        if question.name in SEARCHED:
            while not self._end.pauses(0):
                self._hear()
        return question.number in self._unwanted

    def _answer(self, question: Question) -> None:
        try:
            self._end.send(Answer(question.number, self._ask(question)))
        except (RejoinderError, Cancelled) as error:
            self._fail(question, error)
        except Lost:
            pass
        except Exception as error:  # a fault of ours: its place is told where it is noted
            fault = RuntimeError(repr(error))
            fault.add_note(traceback.format_exc())
            self._fail(question, fault)
        self._unwanted.discard(question.number)

    def _fail(self, question: Question, error: Exception) -> None:
        with suppress(Lost):
            self._end.send(Answer(question.number, error=error))

    def _ask(self, question: Question) -> Any:
        if question.name == "open":
            return self._open(*question.given)
        library = self._library
        assert library is not None
        if question.name == "refresh":
            return library.refresh(), _facts(library)
        named = question.named
        if self._given_up(question):
            raise Cancelled
        if question.name in CANCELLED:
            named = {**named, "cancel": partial(self._given_up, question)}
        assert question.name in ASKED
        return getattr(library, question.name)(*question.given, **named)

    def _open(self, path: Path | None) -> Facts:
        if self._library is None or self._path != path:
            self._library = Library.open(path)
            self._path = path
        return _facts(self._library)


def _facts(library: Library) -> Facts:
    return Facts(library.notices, library.outdated, library.count(), library.index.snapshot.generation)


def answer(end: End, path: Path | None) -> None:
    """Be the other process."""
    # Beside a thread that counts, the one that hears that it need not waits for the interpreter at most this long.
    sys.setswitchinterval(0.001)
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in range(3):  # the terminal is the other's
        os.dup2(nothing, stream)
    answering = Answering(end)
    answering.open_ahead(path)
    answering.run()

"""A library asked in a process of its own, so that a key typed never waits for the interpreter that searches.

Python runs one thread at a time: beside a search of 8 ms, the picture of a typed letter came later, and the search too.
The process also opens the library while this one loads what draws. It is forked before there is any thread, shares what
was loaded by then, has no terminal, and ends with its line. Where it ends first (the system may kill it for memory),
the library is opened here instead, and nothing is lost but time.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any

from index.answering import ASKED, FORETOLD, SEARCHED, Answer, Facts, Question, answer
from index.cores import Aside
from index.library import Answered, Answers, Asked, Foretold, Library
from index.line import Lost, line, unpacked
from index.recent import keep
from index.results import Cancel, Cancelled, Request

LOOK = 0.05
"""Seconds between two looks at whether an answer is still wanted; a newer question tells at once."""


class Process:
    """The other process, as it is seen from here."""

    def __init__(self, path: Path | None) -> None:
        """Fork it; it opens the library at `path` at once. OSError where the system allows no more processes."""
        self._end, other = line()
        self._asking = threading.Lock()
        self._number = 0
        self._open: dict[int, _Waiting] = {}
        self._foretold: dict[Foretold, bytes] = {}
        """Answers that nobody asked for yet, by what they answer."""
        self._lost = False
        try:
            self.pid = os.fork()
        except OSError:
            self._end.drop()
            other.drop()
            raise
        if not self.pid:
            try:
                os.setsid()  # signals of the terminal are not for it
                self._end.drop()
                answer(other, path)
            finally:
                os._exit(0)
        other.drop()
        self._aside = Aside(self.pid)
        self._hearing: threading.Thread | None = None

    def ask(self, name: str, *given: Any, cancel: Cancel | None = None, **named: Any) -> Any:
        """The answer, or the error that was met; `Cancelled` once `cancel` says so, Lost without the process."""
        return self.wait(self.begin(name, *given, cancel=cancel, **named))

    def begin(
        self, name: str, *given: Any, cancel: Cancel | None = None, then: Callable[[_Waiting], None] | None = None,
        **named: Any,
    ) -> _Waiting:  # fmt: skip
        """Ask, and leave waiting for later; `then` is called once there is nothing to wait for, by the thread that
        hears, which no answer reaches meanwhile. Lost without the process.
        """
        with self._asking:
            if self._lost:
                raise Lost
            if self._hearing is None:
                self._hearing = threading.Thread(target=self._hear, name="library", daemon=True)
                self._hearing.start()
            unwanted = self._unwanted()
            self._number = number = self._number + 1
            waiting = self._open[number] = _Waiting(number, cancel, then)
        if name in SEARCHED:
            self._aside.ask()
        self._end.send(Question(number, name, given, named, unwanted))
        return waiting

    def take_over(self, waiting: _Waiting, cancel: Cancel | None, then: Callable[[_Waiting], None]) -> None:
        """A question that was begun is wanted until `cancel` says otherwise, and `then` is called as by `begin`."""
        waiting.take(cancel, then)
        unwanted = self._unwanted()
        if unwanted:
            with suppress(Lost):
                self._end.send(Question(0, "", unwanted=unwanted))

    def _unwanted(self) -> tuple[int, ...]:
        return tuple(number for number, waiting in tuple(self._open.items()) if waiting.unwanted())

    def foretold(self, foretold: Foretold) -> Any:
        """The answer to a question that was not asked; None where it is not known."""
        found = self._foretold.get(foretold)
        return None if found is None else unpacked(found)

    def stand(self, asked: Asked) -> None:
        """Say where the search line is now."""
        with suppress(Lost):
            self._end.send(Question(0, "stand", asked))

    def wait(self, waiting: _Waiting) -> Any:
        """As `ask`, of what was begun."""
        while not waiting.answered.wait(LOOK):
            if waiting.unwanted():
                self._open.pop(waiting.number, None)
                with suppress(Lost):
                    self._end.send(Question(0, "", unwanted=(waiting.number,)))
                raise Cancelled
        found = waiting.answer
        if found is None:
            raise Lost
        if found.error is not None:
            raise found.error
        return found.value

    def _hear(self) -> None:
        try:
            with suppress(Lost):
                while True:
                    found: Answer = self._end.receive()
                    if not found.number:
                        foretold, answered = found.value
                        keep(self._foretold, foretold, answered, FORETOLD)
                    waiting = self._open.pop(found.number, None)
                    if waiting is not None:
                        waiting.answer = found
                        waiting.end()
        finally:  # also where an answer cannot be read: nobody hears the next ones
            with self._asking:
                self._lost = True
                left = tuple(self._open.values())
            for waiting in left:
                waiting.end()

    def end(self) -> None:
        """Hang up, and wait until it is gone. It has nothing to lose, whatever it is doing or kept from doing."""
        self._end.hang_up()
        with suppress(OSError):
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)
        if self._hearing is not None:
            self._hearing.join()
        self._end.drop()


class _Waiting:
    """A question asked, and its answer once it is there."""

    def __init__(self, number: int, cancel: Cancel | None, then: Callable[[_Waiting], None] | None) -> None:
        self.number = number
        self.answered = threading.Event()
        self.answer: Answer | None = None
        self._cancel, self._then = cancel, then
        self._telling = threading.Lock()

    def end(self) -> None:
        """There is nothing to wait for any more."""
        with self._telling:
            self.answered.set()
            then = self._then
        if then is not None:
            then(self)

    def take(self, cancel: Cancel | None, then: Callable[[_Waiting], None]) -> None:
        """Somebody else waits now, who may come too late for being told by the thread that hears."""
        self._cancel = cancel
        with self._telling:
            self._then, ended = then, self.answered.is_set()
        if ended:
            then(self)

    def unwanted(self) -> bool:
        return self._cancel is not None and self._cancel()


class Apart(Library):
    """The library of another process: of `Library`, what the screen asks of one that is open."""

    def __init__(self, process: Process, path: Path | None, facts: Facts) -> None:
        self._process, self._path, self._facts = process, path, facts
        self._foretold: tuple[Request, int] | None = None
        """What `foresee` was told last, as long as it may still be asked for."""
        self._foreseen: _Waiting | None = None
        """Its answer to come."""
        self._opening = threading.Lock()
        self._here: Library | None = None

    @property
    def notices(self) -> tuple[str, ...]:
        """As the library was when it was opened or looked at last."""
        return self._facts.notices

    @property
    def outdated(self) -> bool:
        """The same."""
        return self._facts.outdated

    def count(self) -> int:
        """Letters held, likewise."""
        return self._facts.letters

    def refresh(self) -> bool:
        """As there."""
        try:
            renewed, self._facts = self._process.ask("refresh")
        except Lost:
            return self.here().refresh()
        return bool(renewed)

    def foresee(self, request: Request, position: int) -> None:
        """Asked at once; nobody waits for the one before any more, unless it has been begun for good."""
        told = self._foretold = request, position
        self._foreseen = None
        with suppress(Lost):
            self._foreseen = self._process.begin("as_typed", *told, cancel=lambda: self._foretold is not told)

    def foretold(self, request: Request, position: int) -> Answered | None:
        """As the other process told."""
        found: Answered | None = self._process.foretold((self._facts.generation, request, position))
        return found

    def stand(self, request: Request, position: int) -> None:
        """It is told."""
        self._process.stand((request, position))

    def begin_as_typed(
        self, request: Request, position: int, then: Callable[[Answers], None], *, cancel: Cancel | None = None
    ) -> bool:
        """Asked at once, where it was not foreseen."""

        def answered(waiting: _Waiting) -> None:
            then(partial(self._as_typed, waiting, request, position, cancel))

        foreseen, self._foreseen = self._foreseen, None
        if foreseen is not None and self._foretold == (request, position):
            self._process.take_over(foreseen, cancel, answered)
            return True
        self._foretold = None
        try:
            self._process.begin("as_typed", request, position, cancel=cancel, then=answered)
        except Lost:
            return False
        return True

    def _as_typed(self, waiting: _Waiting, request: Request, position: int, cancel: Cancel | None) -> Answered:
        try:
            found: Answered = self._process.wait(waiting)
        except Lost:
            return self.here().as_typed(request, position, cancel=cancel)
        return found

    def close(self) -> None:
        """Nothing of it is here; the process ends with the program."""

    def here(self) -> Library:
        """The library opened in this process, for when the other is gone."""
        with self._opening:
            if self._here is None:
                self._here = Library.open(self._path)
            return self._here


def _asked(name: str) -> Callable[..., Any]:
    def ask(self: Apart, *given: Any, **named: Any) -> Any:
        try:
            return self._process.ask(name, *given, **named)
        except Lost:
            return getattr(self.here(), name)(*given, **named)

    ask.__name__, ask.__doc__ = name, getattr(Library, name).__doc__
    return ask


for _name in ASKED:
    setattr(Apart, _name, _asked(_name))


def begin(path: Path | None) -> tuple[Callable[[Path | None], Library], Callable[[], None]]:
    """Have a process open the library at `path`: what opens a library through it, and what ends it.

    Where none can be forked (the system allows no more), or not safely (there are threads), libraries are opened here.
    """
    here = Library.open, lambda: None
    if threading.active_count() > 1:
        return here
    try:
        process = Process(path)
    except OSError:
        return here
    return partial(_opened, process), process.end


def _opened(process: Process, path: Path | None) -> Library:
    try:
        return Apart(process, path, process.ask("open", path))
    except Lost:
        return Library.open(path)

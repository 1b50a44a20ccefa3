"""Questions asked in threads: each has a generation number, can be cancelled, and is answered by one message.

A late answer carries an older number than the last question and is dropped by whoever receives it.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from contextvars import copy_context
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

from corpus.errors import RejoinderError
from index.results import Cancel, Cancelled
from tui.log import note

T = TypeVar("T")
Answer = Callable[[int, Cancel], Message | None]
"""Works out the message of a generation; runs in a thread, asks its `Cancel` now and then."""


@dataclass(eq=False, repr=False)
class Failed(Message, namespace="service"):
    """A question could not be answered. `service` is the name of the one that was asked."""

    service: str
    generation: int
    error: RejoinderError


_THREADS = ThreadPoolExecutor(thread_name_prefix="service")
"""Textual's workers are threads too, and tell the screen when one begins and ends: 3 % of a typed letter's time."""
_open: set[object] = set()
"""Questions that are being answered."""


def working() -> bool:
    """Whether any question is being answered."""
    return bool(_open)


class Service:
    """One kind of question: a new one cancels the one before. `host` receives the messages."""

    def __init__(self, host: Widget, name: str) -> None:
        self.host, self.name = host, name
        self.generation = 0
        """Of the last question asked."""
        self._answered = 0

    @property
    def awaits_answer(self) -> bool:
        """Whether the last question is not answered yet."""
        return self._answered < self.generation

    def ask(self, answer: Answer) -> int:
        """Ask, and give up whatever was asked before; the generation of the answer to come."""
        self.generation += 1
        self._start(answer)
        return self.generation

    def beside(self, answer: Answer) -> None:
        """Ask something that belongs to the last question and does not end it: more rows, for example."""
        self._start(answer)

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self.generation += 1
        self._answered = self.generation

    def is_current(self, generation: int) -> bool:
        """Whether an answer is to the last question."""
        return generation == self.generation

    def _start(self, answer: Answer) -> None:
        job = _THREADS.submit(copy_context().run, self._work, answer, self.generation)
        _open.add(job)
        job.add_done_callback(_open.discard)

    def _elsewhere(
        self, begin: Callable[[Callable[[T], None]], bool], answer: Callable[[T, int], Message | None]
    ) -> bool:
        """As `_start`, without a thread: `begin` has somebody call what it is given once `answer` need not wait.

        Returns what `begin` does, whether there is somebody. A thread for each typed letter cost 0.15 ms of it.
        """
        generation, context, job = self.generation, copy_context(), object()

        def answered(given: T) -> None:
            with suppress(RuntimeError):  # the screen has gone meanwhile
                context.run(self._work, lambda generation, cancel: answer(given, generation), generation)
            _open.discard(job)

        _open.add(job)
        if begin(answered):
            return True
        _open.discard(job)
        return False

    def _unwanted(self, generation: int) -> bool:
        return generation != self.generation or not self.host.is_running

    def _work(self, answer: Answer, generation: int) -> None:
        """In a thread: nothing of the screen is touched, one message is posted."""
        try:
            message = answer(generation, partial(self._unwanted, generation))
        except Cancelled:
            return
        except RejoinderError as error:
            message = Failed(self.name, generation, error)
        except Exception as error:  # a fault of ours: one line on the screen, the rest in the log
            kept = note(error)
            message = Failed(self.name, generation, RejoinderError(f"This went wrong: {error!r}.", kept))
        if generation == self.generation:
            if message is not None:
                post(self.host, message)
            self._answered = generation


def post(host: MessagePump, message: Message) -> None:
    """Hand a message over from a thread; one for a screen that is gone is dropped."""
    if host.is_running:
        host.post_message(message)

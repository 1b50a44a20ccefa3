"""Questions asked in threads: each has a generation number, can be cancelled, and is answered by one message.

A late answer carries an older number than the last question and is dropped by whoever receives it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from textual.message import Message
from textual.message_pump import MessagePump
from textual.widget import Widget

from corpus.errors import RejoinderError
from index.results import Cancel, Cancelled
from tui.log import note

Answer = Callable[[int, Cancel], Message | None]
"""Works out the message of a generation; runs in a thread, asks its `Cancel` now and then."""


@dataclass
class Failed(Message, namespace="service"):
    """A question could not be answered. `service` is the name of the one that was asked."""

    service: str
    generation: int
    error: RejoinderError


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
        self._start(answer, self.generation, self.name, exclusive=True)
        return self.generation

    def beside(self, answer: Answer) -> None:
        """Ask something that belongs to the last question and does not end it: more rows, for example."""
        self._start(answer, self.generation, f"{self.name}-beside", exclusive=False)

    def stop(self) -> None:
        """Nobody wants the answer any more."""
        self.generation += 1
        self._answered = self.generation

    def is_current(self, generation: int) -> bool:
        """Whether an answer is to the last question."""
        return generation == self.generation

    def _start(self, answer: Answer, generation: int, group: str, *, exclusive: bool) -> None:
        work = partial(self._work, answer, generation)
        self.host.run_worker(work, group=group, thread=True, exclusive=exclusive, exit_on_error=False)

    def _work(self, answer: Answer, generation: int) -> None:
        """In a thread: nothing of the screen is touched, one message is posted."""
        try:
            message = answer(generation, lambda: generation != self.generation)
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

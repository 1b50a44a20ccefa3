"""Keys one after another: each is handed on once what the one before it did is done.

On a slow line several keys come in one packet. Textual hands all of them to the widget that has the focus when they
come, so that of "customs", Enter, `j` the `j` would be typed into the search line. Here a key at the heels of another
waits for a message that goes the same way behind it, and for an answer that decides who hears it.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from time import monotonic
from typing import Any

from textual import events
from textual.app import App
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

HEELS = 0.1
"""Seconds after which a key has done what it does; a person who types fast needs 0.1 from key to key."""
ROUNDS = 2
"""A key goes up from its widget to the program, which acts; what the action says goes up behind it."""
LOOK = 0.01
"""Seconds until it is looked again whether the screen waits for an answer."""
LONGEST = 1.0
"""Seconds that a key is held back at most."""
LOST = 0.25
"""Seconds after which a message has gone with its widget: a dialog that was closed."""
AT_ONCE = frozenset({"ctrl+c", "ctrl+z"})
LONGEST_WORD = 32
"""Keys taken as one: where a line is full, no more than so many are refused together."""


class Word(events.Key):
    """Printable keys that came in one packet. A line takes them as one, 0.3 ms a key; to all else they are keys."""

    def __init__(self, keys: Iterable[events.Key]) -> None:
        self.keys = tuple(keys)
        super().__init__(self.keys[0].key, "".join([key.character or "" for key in self.keys]))


def words(messages: Iterable[Message]) -> Iterator[Message]:
    """What came in one packet, printable keys in a row as words."""
    row: list[events.Key] = []
    for message in messages:
        if isinstance(message, events.Key) and message.is_printable and "+" not in message.key[1:]:
            if len(row) == LONGEST_WORD:
                yield Word(row)
                row = []
            row.append(message)
            continue
        if row:
            yield _word(row)
            row = []
        yield message
    if row:
        yield _word(row)


def _word(keys: list[events.Key]) -> events.Key:
    return keys[0] if len(keys) == 1 else Word(keys)


@dataclass(eq=False, repr=False)
class Passed(Message):
    """Goes up behind a key."""

    turn: int
    rounds: int


class Turns(App[None], inherit_bindings=False):
    """An app whose keys and pastes take turns. A screen's `awaits_answer` holds them back."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self._held: deque[tuple[float, events.Event]] = deque()
        self._handed = 0.0
        self._typed = False
        """Whether the last key was typed into a line: those behind it go there too."""
        self._heard_by: Widget | None = None
        self._turn = 0

    @property
    def idle(self) -> float:
        """Seconds since the last key."""
        return monotonic() - self._handed

    async def on_event(self, event: events.Event) -> None:
        """Hold back a key that comes at the heels of another; hand on everything else."""
        if isinstance(event, Word):
            await self._take(event)
            return
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded or self._at_once(event):
            await super().on_event(event)
            return
        self._held.append((monotonic(), event))
        if len(self._held) == 1:
            if self._is_at_heels():
                self._follow()
            else:
                await self._hand()

    def foresee(self, message: Message) -> None:
        """Tell the line that has the focus what is about to be typed into it: a key is on its way for 1 ms."""
        if isinstance(message, events.Key) and message.is_printable and not self._held:
            told = getattr(self.focused, "foresee", None)
            if told is not None:
                told(message.character or "")

    async def _take(self, word: Word) -> None:
        """As one key where it is typed into a line at once."""
        one = isinstance(self.focused, Input) and not self._held and not self._is_at_heels()
        for key in [events.Key(word.key, word.character)] if one else word.keys:
            key.set_sender(self)
            await self.on_event(key)

    def _is_at_heels(self) -> bool:
        return (monotonic() - self._handed < HEELS and not self._typed) or self._awaits_answer()

    def _at_once(self, event: events.Event) -> bool:
        """Pilot presses a key when the one before is done, and what interrupts never waits."""
        return self.is_headless or (isinstance(event, events.Key) and event.key in AT_ONCE)

    def _awaits_answer(self) -> bool:
        return bool(getattr(self.screen, "awaits_answer", False))

    async def _hand(self) -> None:
        _, event = self._held.popleft()
        self._heard_by = self.focused or self.screen
        self._typed = isinstance(event, events.Key) and event.is_printable and isinstance(self._heard_by, Input)
        self._handed = monotonic()
        await super().on_event(event)
        if self._held:
            self._follow()

    def _follow(self) -> None:
        """Send a message the way of the last key, and wait for it."""
        self._turn += 1
        self._send(self._turn, ROUNDS)
        self.set_timer(LOST, partial(self._go_on, self._turn))

    def _send(self, turn: int, rounds: int) -> None:
        widget = self._heard_by
        if widget is None or not widget.is_running or not widget.is_attached:
            widget = self.screen
        widget.post_message(Passed(turn, rounds))

    def on_passed(self, message: Passed) -> None:
        """What the last key did is done, or the first half of it."""
        if message.rounds > 1:
            self._send(message.turn, message.rounds - 1)
        else:
            self.call_later(self._go_on, message.turn)

    async def _go_on(self, turn: int) -> None:
        if turn != self._turn or not self._held:
            return
        self._turn += 1
        if self._awaits_answer() and monotonic() - self._held[0][0] < LONGEST:
            self.set_timer(LOOK, self._follow)
        else:
            await self._hand()

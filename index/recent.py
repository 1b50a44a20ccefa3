"""What was worked out or read last, up to so many things or so much weight."""

from __future__ import annotations

from contextlib import suppress
from threading import Lock
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class Recent(Generic[T]):
    """Values by number, with a weight each; the ones used longest ago go first. Several threads may use it."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._held: dict[int, tuple[T, int]] = {}
        self._weight = 0
        self._changing = Lock()

    def __contains__(self, number: int) -> bool:
        return number in self._held

    def get(self, number: int) -> T | None:
        """A value, which is now the one used last; None where it is not held."""
        with self._changing:
            found = self._held.pop(number, None)
            if found is None:
                return None
            self._held[number] = found
            return found[0]

    def keep(self, number: int, value: T, weight: int) -> None:
        """Hold a value; not where it alone would weigh too much."""
        if weight > self._most:
            return
        with self._changing:
            self._weight += weight - self._held.pop(number, (None, 0))[1]
            self._held[number] = value, weight
            while self._weight > self._most:
                self._weight -= self._held.pop(next(iter(self._held)))[1]


def keep(kept: dict[Any, T], key: Any, value: T, most: int) -> None:
    """Keep a value, the latest last, and let the oldest go; several threads may do so."""
    kept[key] = value
    with suppress(RuntimeError, StopIteration):  # another thread was first
        while len(kept) > most:
            kept.pop(next(iter(kept)), None)

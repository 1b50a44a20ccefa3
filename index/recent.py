"""What was read last, up to a weight in all: many small things, or a few large ones."""

from __future__ import annotations

from threading import Lock
from typing import Generic, TypeVar

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

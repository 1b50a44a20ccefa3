"""What a writer was given and has not committed: letters in one lane or two, and which of them were deleted again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from index.intake import DELETABLE, Lane, Written, listed
from index.schema import encode, letters_schema
from index.second import BATCH, SecondLane
from index.segment.merge import Source
from index.segment.read import Segment

FIRST_ALONE = 512
"""Letters before a second process is worth its start."""


class Lanes:
    """Takes documents; with two `processes` half of them go to a second one."""

    def __init__(self, schema: Any, folder: Path, processes: int = 1) -> None:
        self._schema, self._folder = schema, folder
        self._lanes: list[Lane | SecondLane] = [Lane(schema, folder)]
        self._processes = processes if schema.names() == letters_schema().names() else 1
        self._runs: list[Written] = []
        self._new: dict[tuple[str, bytes], set[tuple[int, int]]] = {}
        """Lane and number of each document, by the terms it may be deleted by."""
        self._dead: set[tuple[int, int]] = set()
        self.added = 0

    @property
    def living(self) -> int:
        """Documents taken and not deleted again."""
        return self.added - len(self._dead)

    def add(self, fields: dict[str, Any]) -> None:
        """Take a document."""
        lane = self._next()
        taken = lane, self._lanes[lane].add(fields)
        self.added += 1
        for name in DELETABLE:
            for value in listed(fields.get(name) or ()):
                self._new.setdefault((name, encode(self._schema, name, value)), set()).add(taken)

    def _next(self) -> int:
        """Which lane takes the next document: with two, they take turns, so that the order is always the same."""
        if self._processes < 2 or self.added < FIRST_ALONE:
            return 0
        if len(self._lanes) == 1:
            self._lanes.append(SecondLane(self._folder))
        return self.added // BATCH % 2

    def delete(self, name: str, term: bytes) -> int:
        """Delete what was taken with a term of `DELETABLE`; returns how many."""
        fresh = self._new.pop((name, term), set()) - self._dead
        self._dead |= fresh
        return len(fresh)

    def finish(self) -> None:
        """Write what is left of every lane, both at once."""
        for lane in self._lanes:
            lane.begin_to_finish()
        self._runs = [lane.finish() for lane in self._lanes]

    def sources(self) -> Iterator[Source]:
        """The runs that were written, and which of their documents live."""
        for lane, runs in enumerate(self._runs):
            base = 0
            dead = [number for which, number in self._dead if which == lane]
            for path, count in runs:
                live = np.ones(count, dtype=bool)
                live[[number - base for number in dead if base <= number < base + count]] = False
                base += count
                yield Segment(path), live

    def close(self) -> None:
        """Let go of everything."""
        for lane in self._lanes:
            lane.close()

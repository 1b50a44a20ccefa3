"""What may be typed next, answered in the pauses between two letters.

Somebody who types leaves 100 to 300 ms between two letters, and a search takes 3 to 15 of them. Which letters may come
is known: those with which words of the library go on, and those of what is offered as a completion. The likeliest lines
are answered first, one letter longer or a few, since some letters come together.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from heapq import heappop, heappush
from string import ascii_lowercase, digits
from time import monotonic
from typing import TYPE_CHECKING

from corpus.errors import QueryError, RejoinderError
from index.analysis import fold
from index.completion import field_at
from index.cores import CORES, running
from index.recent import keep
from index.results import Cancelled, Request

if TYPE_CHECKING:
    from index.library import Answered, Foretold, Library
    from index.snapshot import Snapshot

LONGEST = 0.15
"""Seconds of work after a letter. With 0.1 the slowest letter of a hundred took 2.1 to 2.9 × a bare program's, with
this 1.6 to 2.2, for 80 ms of processor time instead of 60.
"""
BUSY = 0.01
"""Seconds to wait where every core has something else to do."""
TOGETHER = 3
"""Letters that may come at once."""
RARER = 0.25
"""How much rarer one letter more is at once."""
LEAST = 0.0005
"""Of all lines that may follow, the share that one must have: 3 to 26 have it behind "cu", 160 at the beginning."""
OFFERED = 0.2
"""The share of a letter that a completion goes on with."""
_WORD = re.compile(r"\w*\Z")


class Ahead:
    """Answers what may be asked next, and has `tell` say so. Who is told keeps the last `most` answers."""

    def __init__(self, tell: Callable[[Foretold, Answered], None], most: int) -> None:
        self._tell, self._most = tell, most
        self._told: dict[Foretold, None] = {}
        """What need not be told again."""

    def work(self, library: Library, request: Request, position: int, pauses: Callable[[float], bool]) -> None:
        """Answer what may follow that request, while another core is idle; Cancelled where something comes.

        `pauses` waits some seconds at the most, and says whether nothing came.
        """
        end = monotonic() + LONGEST
        snapshot = library.index.snapshot
        before, behind = request.query[:position], request.query[position:]
        for line in _lines(library, before):
            while not _idle() and monotonic() < end and pauses(BUSY):
                pass
            if not pauses(0):
                raise Cancelled
            if monotonic() >= end:
                return
            asked = snapshot.generation, request._replace(query=line + behind), len(line)
            if asked in self._told:
                continue
            found = library.as_typed(*asked[1:], cancel=lambda: not pauses(0))
            if library.index.snapshot is not snapshot:
                raise Cancelled  # it may be of either state
            if not isinstance(found[0], QueryError):  # that takes no time when it is asked for
                self._tell(asked, found)
                keep(self._told, asked, None, self._most)


def _idle() -> bool:
    """Whether a core would have nothing else to do."""
    return running() < len(CORES)


def _lines(library: Library, before: str) -> Iterator[str]:
    """Lines that may follow, the likeliest first."""
    waiting = [(-1.0, before)]
    while waiting:
        share, line = heappop(waiting)
        if line != before:
            yield line
            share *= RARER
        if len(line) < len(before) + TOGETHER:
            for letter, part in _letters(library, line).items():
                if -share * part > LEAST:
                    heappush(waiting, (share * part, line + letter))


def _letters(library: Library, line: str) -> dict[str, float]:
    """Characters that may come next, each with its share."""
    found: dict[str, float] = {}
    with suppress(RejoinderError):
        for one in library.complete(line, len(line)):
            typed = line[one.start :]
            if one.insert.casefold().startswith(typed.casefold()) and len(one.insert) > len(typed):
                found[one.insert[len(typed)].lower()] = OFFERED
    if field_at(line) is None:
        for letter, share in _shares(library.index.snapshot, fold(_WORD.findall(line)[0])).items():
            found[letter] = max(share, found.get(letter, 0.0))
    return found


def _shares(snapshot: Snapshot, word: str) -> dict[str, float]:
    """Letters with which words go on that begin with `word`, and how many of all such words do so; a space ends one."""
    weights = {" ": snapshot.frequency("body", word.encode())} if word else {}
    for letter in ascii_lowercase + digits:
        for segment in snapshot.segments:
            first, last = segment.prefix("body", (word + letter).encode())
            if first < last:
                one, other = segment.bounds(first, last)
                weights[letter] = weights.get(letter, 0) + other - one
    whole = sum(weights.values())
    return {letter: weight / whole for letter, weight in weights.items() if weight}

"""A writer to be killed: writes generation after generation, tells its phase, and acknowledges what was committed.

    python -m tests.index.killed LIBRARY SEED PHASES

PHASES is a file of 8 bytes, mapped: the phase it is in. Each acknowledged batch is one line on standard output.
"""

from __future__ import annotations

import mmap
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from index import generation
from index.lanes import Lanes
from index.segment import merge
from index.store import Store, open_index
from tests.index.segments import fields

PHASES = ("adding", "writing runs", "merging", "finishing", "moving", "publishing", "sweeping")
BATCH = 40


def main(library: Path, seed: int, phases: Path) -> None:
    with phases.open("r+b") as file:
        shown = mmap.mmap(file.fileno(), 8)
    for owner, name, phase in (
        (Lanes, "finish", 1),
        (generation, "merge", 2),
        (merge, "finish", 3),
        (generation.NextGeneration, "move", 4),
        (Store, "publish", 5),
        (Store, "sweep", 6),
    ):
        setattr(owner, name, telling(getattr(owner, name), shown, phase))
    index = open_index(library, create=True)
    for batch in range(10_000):
        shown[0] = 0
        base = (seed * 10_000 + batch) * BATCH
        with index.writer() as writer:
            for number in range(base, base + BATCH):
                writer.add_document(**fields(number, f"common word{number % 97} {'x' * (number % 5)}"))
            if batch:
                writer.delete_by_term("id", f"L{base - BATCH}")  # the first of the batch before
        print(base, flush=True)


def telling(function: Callable[..., Any], shown: mmap.mmap, phase: int) -> Callable[..., Any]:
    """`function`, and before it the phase."""

    def wrapped(*values: Any, **named: Any) -> Any:
        shown[0] = phase
        return function(*values, **named)

    return wrapped


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))

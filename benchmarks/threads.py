"""Threads and symbols: how fast they come from a large library, and how many planted answers reading finds.

    python -m benchmarks.threads [--letters N] [--library DIR] [--read M] [--json]

A library of N generated letters (`benchmarks.letters`) gets two letters more that 50 and 2,000 others answer; DIR is
one that was made before and is kept. Times are processor time of the asking thread in milliseconds, in one warm
process. Beside it M letters are written as text, read like any file, and their threads compared with what was planted:
`recall` and `precision` of `answers`, apart from real letters. There is no peer: nothing else makes threads from prose.
"""

from __future__ import annotations

import sys

if not __package__:  # run as a file: its folder's `typing.py` must not stand for the standard library's
    sys.path[0] = __file__.rpartition("benchmarks/")[0] or "."

import argparse
import json
import os
import platform
import random
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from benchmarks import letters
from benchmarks.planted import Plan, plans
from benchmarks.written import to_letter
from index.batch import Batch
from index.library import Library

ASKED = 500
"""Questions of a class."""
CROWDS = (50, 2_000)
PARAGRAPH = 2_000
"""Characters of a pasted paragraph."""
LIMITS = {"thread of 50": 5.0, "thread of 2,000": 50.0, "paragraph": 2.0}
"""Milliseconds at p99; 0.1 for a symbol."""


def crowd(hub: Plan, size: int) -> Iterator[Plan]:
    """A letter and as many that answer it, under symbols that no generated letter has."""
    first = replace(hub, symbols=(f"A/{hub.session}/{70_000 + size}",), link=None)
    yield first
    for number in range(1, size + 1):
        dated = first.dated + timedelta(days=number % 300 + 1)
        symbols = (f"S/{dated.year}/{size * 10 + 100_000 + number}",)
        yield replace(first, symbols=symbols, dated=dated, sender="Valdmark", items=(), link=("answers", first))


def crowded(library: Library) -> dict[int, str]:
    """Add the crowds; the symbol each stands around."""
    hub = next(plans(1))
    hubs = {size: next(crowd(hub, size)).symbol for size in CROWDS}
    if not library.identify(hubs[CROWDS[0]]):
        batch = Batch(library.index)
        for size in CROWDS:
            for plan in crowd(hub, size):
                batch.add(to_letter(letters.draft(plan)))
        batch.commit()
    return hubs


def timed(ask: Callable[[str], object], questions: Iterable[str]) -> list[float]:
    """Milliseconds of each question, in order of time taken."""
    asked = list(questions)
    for question in asked[:20]:
        ask(question)
    times = []
    for question in asked:
        start = time.thread_time_ns()
        ask(question)
        times.append((time.thread_time_ns() - start) / 1e6)
    return sorted(times)


def row(name: str, times: list[float]) -> dict[str, Any]:
    """A row of the table (docs: contracts of the benchmarks)."""
    points = {f"p{share}": round(times[min(len(times) - 1, len(times) * share // 100)], 4) for share in (50, 95, 99)}
    return {"class": name, "engine": "rejoinder", **points, "unit": "ms", "limit": LIMITS.get(name, 0.1)}


def questions(count: int) -> dict[str, list[str]]:
    """Spellings of symbols that the library holds."""
    chosen = random.Random(1).sample(range(count), min(count, ASKED))
    found = [next(plans(1, number)) for number in chosen]
    return {
        "joint or only": [plan.symbol for plan in found],
        "either half": [plan.symbols[-1] for plan in found],
        "any spelling": [plan.symbols[0].lower().replace("/", " ") for plan in found],
        "prefix": [plan.symbols[0][:-1] for plan in found],
        "without organ": [plan.symbols[0].partition("/")[2] for plan in found],
        "serial only": [plan.symbols[0].rpartition("/")[2] for plan in found],
    }


def speed(library: Library, count: int) -> list[dict[str, Any]]:
    """Rows of the look-ups and threads."""
    hubs, asked = crowded(library), questions(count)
    rows = [row(f"identify, {name}", timed(library.identify, spelt)) for name, spelt in asked.items()]
    rows += [row(f"lookup, {name}", timed(library.lookup, spelt)) for name, spelt in asked.items()]
    named = asked["joint or only"]
    filler = "and, as the Government concerned has stated on several occasions since, the lamps of the bay are lit; "
    pasted = [
        (f"See the letter ({one}) " + filler * 3 + f"and {other}, ") * 9
        for one, other in zip(named, named[9:], strict=False)
    ]
    rows.append(row("paragraph", timed(library.lookup, [text[:PARAGRAPH] for text in pasted])))
    rows.append(row("thread, any letter", timed(library.thread, named)))
    rows[-1]["limit"] = LIMITS["thread of 50"]
    for size, symbol in hubs.items():
        rows.append(row(f"thread of {size:,}", timed(library.thread, [symbol] * (100 if size < 100 else 40))))
    return rows


def planted(folder: Path, count: int) -> dict[str, float]:
    """Recall and precision of `answers` over letters that were written and read again."""
    letters.write(folder / "letters", count)
    with Library.open(folder / "read", create=True) as library:
        report = library.ingest([folder / "letters"])
        meant, found = set(), set()
        for plan in plans(count):
            if plan.link and plan.link[0] == "answers":
                meant.add((plan.symbol, plan.link[1].symbol))
            edges = library.thread(plan.symbol).edges
            found |= {(e.source, e.target) for e in edges if e.kind == "answers" and e.source == plan.symbol}
    both = len(meant & found)
    rate = count / report.seconds if report.seconds else 0.0
    return {"letters": count, "answers": len(meant), "recall": both / max(1, len(meant)),
            "precision": both / max(1, len(found)), "letters a second": round(rate, 1)}  # fmt: skip


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--letters", type=int, default=10_000)
    parser.add_argument("--library", type=Path, help="a library made before; it is kept")
    parser.add_argument("--read", type=int, default=500, help="letters that are written and read")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        place = options.library or Path(aside, "library")
        if not place.exists():
            letters.fill(place, options.letters)
        with Library.open(place) as library:
            rows = speed(library, options.letters)
        read = planted(Path(aside), options.read) if options.read else {}
    machine = {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()}
    result = {"machine": machine, "letters": options.letters, "rows": rows, "planted": read, "ratios": {}}
    if options.json:
        print(json.dumps(result))
        return 0
    for one in rows:
        print(f"{one['class']:26}{one['p50']:9.3f}{one['p95']:9.3f}{one['p99']:9.3f} ms   limit {one['limit']}")
    print(*(f"{name} {value:.4g}" for name, value in read.items()), sep=" · ")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Our engine against tantivy and SQLite FTS5: the same letters, fields, tokens and questions, in turn in one run.

    python -m benchmarks.engine [--letters N] [--json] [--folder DIR] [--rounds N]

Every engine gives the exact count and the top 50 for every question, from a question that it has parsed before (FTS5
parses its own as it runs; it cannot be told otherwise). A question's time is the least of its rounds, the engines
taking turns within each, since what other programs take of the processor only adds; p50, p95 and p99 are over the
questions of a class. `ratios` are ours divided by the peer's,
of p99 unless the unit is not ms. Each row that is not a comparison with a peer is compared with what its class names.
With `--folder`, letters and indexes are kept there and used again.
"""

from __future__ import annotations

import sys

if not __package__:  # run as a file: its folder's `typing.py` must not stand for the standard library's
    sys.path[0] = __file__.rpartition("benchmarks/")[0] or "."

import argparse
import gc
import json
import os
import platform
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import agreement, footprint
from benchmarks.building import ENGINES, built, place, size
from benchmarks.ours import Ours
from benchmarks.workload import Ask, prepare, questions

WHOOSH_GOES_TO = 1000
"""Letters up to which stock Whoosh takes part; beyond, one prefix takes minutes."""
Row = dict[str, Any]


class Table:
    """Rows and ratios of one run."""

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def times(self, kind: str, engine: str, milliseconds: list[float]) -> None:
        """A row of a class's questions."""
        ordered = sorted(milliseconds)
        found = {f"p{p}": round(ordered[min(len(ordered) - 1, len(ordered) * p // 100)], 4) for p in (50, 95, 99)}
        self.rows.append({"class": kind, "engine": engine, **found, "unit": "ms", "questions": len(ordered)})

    def value(self, kind: str, engine: str, number: float, unit: str) -> None:
        """A row of one number."""
        self.rows.append({"class": kind, "engine": engine, "value": round(number, 4), "unit": unit})

    def ratios(self) -> dict[str, dict[str, float]]:
        """Ours divided by each peer's; SystemExit where a row of ours names none."""
        found: dict[str, dict[str, float]] = {}
        for row in self.rows:
            if row["engine"] != "rejoinder":
                continue
            peers = [peer for peer in self.rows if peer["class"] == row["class"] and peer is not row]
            if not peers:
                raise SystemExit(f"the row “{row['class']}” names no peer")
            key = "p99" if row["unit"] == "ms" and "p99" in row else "value"
            found[row["class"]] = {peer["engine"]: round(row[key] / max(peer[key], 1e-9), 3) for peer in peers}
        return found


def timed(runs: dict[str, list[Callable[[], Any]]], rounds: int) -> dict[str, list[float]]:
    """Milliseconds of each run of each engine: the least of the rounds, engines in turn, question by question."""
    taken: dict[str, list[list[float]]] = {engine: [[] for _ in each] for engine, each in runs.items()}
    gc.collect()
    gc.disable()
    try:
        for _ in range(rounds + 1):
            for number in range(max(map(len, runs.values()))):
                for engine, each in runs.items():
                    start = time.perf_counter()
                    each[number]()
                    taken[engine][number].append((time.perf_counter() - start) * 1000)
    finally:
        gc.enable()
    return {engine: [min(times[1:]) for times in each] for engine, each in taken.items()}


def compare(table: Table, engines: dict[str, Any], asked: dict[str, list[Ask]], rounds: int) -> None:
    """Time every class with every engine that has it."""
    for kind, asks in asked.items():
        runs = {name: [engine.ask(ask) for ask in asks] for name, engine in engines.items()}
        able = {name: each for name, each in runs.items() if all(each)}
        for name, times in timed(able, rounds).items():
            table.times(kind, name, times)


def pieces(table: Table, whole: Ours, parts: Ours, asks: list[Ask], rounds: int) -> None:
    """Typing over five segments against one."""
    runs = {name: [one.ask(ask) for ask in asks] for name, one in (("rejoinder", parts), ("one segment", whole))}
    for name, times in timed(runs, rounds).items():  # type: ignore[arg-type]
        table.times("typing, five segments", name, times)


def build(table: Table, folder: Path, names: list[str], count: int) -> None:
    """Index the letters with every engine, unless it was done before, and say how fast and how large."""
    for name in [*names, "pieces"]:
        path = place(folder, name, count)
        facts = path.with_name(path.name + ".json")
        if not facts.exists():
            facts.write_text(json.dumps(built(folder, name, count)))
        if name == "pieces":
            continue
        found = json.loads(facts.read_text())
        table.value("indexing", name, found["rate"], "letters/s")
        table.value("indexing, peak memory", name, found["peak"], "MB")
        table.value("indexing, processor time a letter", name, found["processor"], "ms")
        files = size(path)
        bodies = files.get("stored.blob", 0)
        table.value("disk", name, sum(files.values()) / 1e6, "MB")
        if name == "rejoinder":
            table.value("disk without bodies", name, (sum(files.values()) - bodies) / 1e6, "MB")
            table.value("disk without bodies", "all of it", sum(files.values()) / 1e6, "MB")


def measure(folder: Path, count: int, rounds: int) -> dict[str, Any]:
    """Everything, for so many letters."""
    table = Table()
    prepare(folder, count)
    names = [name for name in ENGINES if name != "whoosh" or count <= WHOOSH_GOES_TO]
    build(table, folder, names, count)
    engines = {name: ENGINES[name](place(folder, name, count)) for name in names}
    asked = questions(folder, count)
    compare(table, engines, asked, rounds)
    pieces(table, engines["rejoinder"], Ours(place(folder, "pieces", count)), asked["typing"], rounds)
    footprint.start_up(table, place(folder, "rejoinder", count))
    footprint.memory(table, place(folder, "rejoinder", count))
    found = agreement.check(engines, folder, count)
    machine = {"system": platform.system(), "python": platform.python_version(), "cores": os.cpu_count()}
    return {"machine": machine, "letters": count, "rows": table.rows, "ratios": table.ratios(), **found}


def shown(result: dict[str, Any]) -> str:
    """The table in words."""
    lines = [f"{result['letters']:,} letters"]
    for row in result["rows"]:
        numbers = "  ".join(f"{row[key]:>9.3f}" for key in ("p50", "p95", "p99", "value") if key in row)
        lines.append(f"{row['class']:<26}{row['engine']:<14}{numbers} {row['unit']}")
    lines += [f"{kind:<26}" + "  ".join(f"{k} {v}" for k, v in each.items()) for kind, each in result["ratios"].items()]
    return "\n".join([*lines, *(f"{key}: {result[key]}" for key in ("hits_equal", "overlap", "overlap_phrases"))])


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--letters", type=int, default=1000)
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        result = measure(options.folder or Path(temporary), options.letters, options.rounds)
    print(json.dumps(result) if options.json else shown(result))
    return 0


if __name__ == "__main__":
    sys.exit(main())

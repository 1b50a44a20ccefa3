"""Many people on one machine: the memory and the start of sessions that all read one library, beside bare programs.

    python -m benchmarks.sessions [LIBRARY] [--json] [--letters N] [--sessions N]

Each session is the program on a terminal of its own, opened with a search and then at rest. `PSS` is the memory that
a session adds to the machine: its own pages and its share of those that several map (/proc/*/smaps_rollup; Linux only).
`together` is the time from starting them all at once until the last shows its hits; `alone` that of one by itself.
`bare Textual` is a program of one line of text; `less` has the text of one letter open.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from benchmarks.meter import Meter

SIZE = (120, 40)
BARE = "from textual.app import App; from textual.widgets import Static\n" + (
    "class Bare(App[None]):\n    def compose(self):\n        yield Static('ready to read')\nBare().run(mouse=False)"
)
LONGEST = 120.0
"""Seconds that a start may take."""


def memory(pids: Sequence[int]) -> tuple[float, float]:
    """Megabytes of a program's processes together: their resident sets, and their proportional shares."""
    each = [_memory(pid) for pid in pids]
    return sum(rss for rss, _ in each), sum(pss for _, pss in each)


def _memory(pid: int) -> tuple[float, float]:
    lines = Path(f"/proc/{pid}/smaps_rollup").read_text("ascii").splitlines()
    found = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in lines[1:] if line.split()[1].isdigit()}
    return found["Rss"], found["Pss"]


def opened(start: Callable[[int], Meter], ready: bytes, count: int) -> tuple[float, list[Meter]]:
    """Start so many at once; seconds until all of them showed `ready`, and they themselves."""
    begun = time.monotonic()
    meters = [start(number) for number in range(count)]
    waiting = list(meters)
    while waiting:
        for meter in list(waiting):
            meter.settle(0.005, 0.05)
            if ready in meter.received:
                waiting.remove(meter)
        if time.monotonic() - begun > LONGEST:
            raise AssertionError(f"{len(waiting)} of {count} never showed {ready!r}")
    return time.monotonic() - begun, meters


def measured(start: Callable[[int], Meter], ready: bytes, count: int) -> dict[str, float]:
    """Of one kind of session: seconds alone and together, megabytes of resident and proportional memory."""
    first, (one,) = opened(start, ready, 1)  # the first reads the library from the disk
    one.close()
    alone, (one,) = opened(start, ready, 1)
    one.close()
    together, meters = opened(start, ready, count)
    try:
        for meter in meters:
            meter.settle(0.2, 2.0)
        sizes = [memory(meter.family()) for meter in meters]
    finally:
        for meter in meters:
            meter.close()
    return {
        "first": first,
        "alone": alone,
        "together": together,
        "resident": sum(rss for rss, _ in sizes) / count,
        "proportional": sum(pss for _, pss in sizes) / count,
    }


def kinds(library: Path, query: str, folder: Path) -> dict[str, tuple[Callable[[int], Meter], bytes]]:
    """What is measured: a name, how one is started, and what shows that it has."""
    kept = {k: os.environ[k] for k in ("PATH", "HOME") if k in os.environ}
    environ = {**kept, "TERM": "xterm-256color", "LANG": "C.UTF-8", "SSH_CONNECTION": "192.0.2.1 1 192.0.2.2 22"}
    program = str(Path(sys.executable).with_name("rejoinder"))
    text = folder / "letter.txt"
    text.write_text("ready to read\n" * 200, "utf-8")

    def rejoinder(number: int) -> Meter:
        state = {f"XDG_{name}_HOME": str(folder / f"{number}") for name in ("STATE", "CONFIG", "CACHE", "DATA")}
        return Meter([program, "--library", str(library), "--", query], *SIZE, {**environ, **state})

    def run(*argv: str) -> Callable[[int], Meter]:
        return lambda number: Meter(argv, *SIZE, environ)

    return {
        "rejoinder": (rejoinder, b" ms"),
        "bare Textual": (run(sys.executable, "-c", BARE), b"ready"),
        "less": (run("less", str(text)), b"ready"),
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "library", nargs="?", type=Path, help="a library made by benchmarks.letters; made where left out"
    )
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--sessions", type=int, default=20)
    parser.add_argument("--query", default="harbour")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = options.library
        if library is None:
            from benchmarks.letters import fill

            library = Path(folder) / "library"
            fill(library, options.letters)
        found = {
            name: measured(start, ready, options.sessions)
            for name, (start, ready) in kinds(library, options.query, Path(folder)).items()
        }
    told(found, options.sessions, as_json=options.json)
    return 0


def told(found: dict[str, dict[str, float]], sessions: int, *, as_json: bool) -> None:
    """Print the table, or the object that every benchmark prints."""
    units = {"first": "s", "alone": "s", "together": "s", "resident": "MB", "proportional": "MB"}
    if as_json:
        rows = [row(what, engine, value, units[what]) for engine, each in found.items() for what, value in each.items()]
        ratios = {
            what: {
                peer: round(found["rejoinder"][what] / found[peer][what], 2) for peer in found if peer != "rejoinder"
            }
            for what in units
        }
        machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.system()}
        print(json.dumps({"machine": machine, "sessions": sessions, "rows": rows, "ratios": ratios}))
        return
    for engine, each in found.items():
        print(f"{engine:14}" + "  ".join(f"{what} {value:.2f} {units[what]}" for what, value in each.items()))


def row(what: str, engine: str, value: float, unit: str) -> dict[str, Any]:
    """One value, of its kind the only one."""
    kept = round(value, 3)
    return {"class": what, "engine": engine, "p50": kept, "p95": kept, "p99": kept, "unit": unit}


if __name__ == "__main__":
    sys.exit(main())

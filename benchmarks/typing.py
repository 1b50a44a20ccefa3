"""From a key in the search line to the last byte of the repaint, beside a bare Textual `Input` with an empty list.

    python -m benchmarks.typing [--json] [--letters N | --library DIR] [--keys N] [--starts N]

Both programs run in a terminal of 120×40 on a pseudo-terminal and are given the same keys: words typed letter by letter
with pauses of a quick typist, some in bursts, and taken back with Backspace. A key's time ends with the last byte that
comes before 120 ms of silence. `start` is the time from the start of the process to the first painted screen, and to
results on it (`results`), against a minimal Textual program's first screen. The programs take turns, key by key and
start by start, so that whatever else the machine does meets all of them. Rows with `cpu` are the processor time until
then, of `typing` that of a key on average, pauses included. Ratios are of p99 for keys, of medians for starts. Without
`--library`, one of `--letters` generated letters is made in a temporary folder.
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
import select
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.meter import Meter

SILENCE = 0.12
WORDS = ("customs post", "lighthouse", "river pilots", "tariff agreed", "from:kestravia", "joint commission", "annex")
BACKSPACE = "\x7f"
OPENED = b"exchange"
"""The title of the third pane: it stands on the first painted screen, before the library is open."""
PLACEHOLDER = b"earch"
"""Of the bare program: the cursor stands on the first letter, and until it blinks the word is not sent in one piece."""
BARE = """
from textual.app import App
from textual.widgets import Input, ListView
class Bare(App[None]):
    animation_level = "none"
    def compose(self):
        yield Input(placeholder="search")
        yield ListView()
Bare().run(mouse=False)
"""


def typed(keys: int, seed: int = 1) -> list[str]:
    """So many key presses; a burst is one item of several keys."""
    draw, found = random.Random(seed), list[str]()
    while len(found) < keys:
        word = draw.choice(WORDS)
        at = 0
        while at < len(word):
            step = draw.choice((1, 1, 1, 1, 3))
            found.append(word[at : at + step])
            at += step
        found += [BACKSPACE] * draw.randrange(3)
        found.append("\x15")  # Ctrl-U: the line is empty again
    return found[:keys]


class Timed(Meter):
    """A meter that knows when the last byte came."""

    def press_timed(self, keys: str) -> float:
        """Seconds from sending `keys` to the last byte before silence."""
        start = last = time.perf_counter()
        os.write(self._master, keys.encode())
        while select.select([self._master], [], [], SILENCE)[0]:
            self.received += os.read(self._master, 1 << 16)
            last = time.perf_counter()
        return last - start

    def skip(self) -> None:
        """Take what came since without being asked for: a cursor that blinks."""
        while select.select([self._master], [], [], 0)[0]:
            self.received += os.read(self._master, 1 << 16)

    def until(self, words: bytes, longest: float = 60.0) -> float:
        """Seconds until `words` stood on the line; asked right after the start."""
        start = time.perf_counter()
        while words not in self.received:
            if time.perf_counter() - start > longest:
                raise AssertionError(f"{words!r} never came; the last was {bytes(self.received[-300:])!r}")
            if select.select([self._master], [], [], 0.2)[0]:
                self.received += os.read(self._master, 1 << 16)
        return time.perf_counter() - start


def environment(folder: str) -> dict[str, str]:
    """The same for both; state goes into a folder of its own."""
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("XDG_", "SSH_", "TMUX", "PYTHONDONTWRITE", "COLUMNS", "LINES"))
    }
    return {**kept, "TERM": "xterm-256color", "XDG_STATE_HOME": folder, "XDG_CONFIG_HOME": folder}


@dataclass(frozen=True, slots=True)
class Program:
    """What is measured: its command, and the words that its screen shows once it is ready."""

    argv: tuple[str, ...]
    ready: bytes


Times = dict[str, list[float]]
"""Milliseconds by program; its processor time under its name with ` cpu`."""


def typing_times(programs: dict[str, Program], keys: Sequence[str], folder: str) -> Times:
    """Of every key press."""
    meters = {name: Timed(program.argv, 120, 40, environment(folder)) for name, program in programs.items()}
    found: Times = {name: [] for name in meters}
    try:
        for name, meter in meters.items():
            meter.until(programs[name].ready)
            meter.settle(1.0)
            meter.press("\x15", 0.5)
        before = {name: meter.cpu() for name, meter in meters.items()}
        for key in keys:
            for name, meter in meters.items():
                meter.skip()
                found[name].append(meter.press_timed(key) * 1000)
        for name, meter in meters.items():
            found[f"{name} cpu"] = [(meter.cpu() - before[name]) / len(keys) * 1000]
    finally:
        for meter in meters.values():
            meter.close()
    return found


def start_times(programs: dict[str, Program], rounds: int, folder: str) -> Times:
    """From the start of the process until its screen is there. The first start is not counted: what Python compiles and
    what comes from the disk for the first time belongs to the installation.
    """
    found: Times = {f"{name}{what}": [] for name in programs for what in ("", " cpu")}
    for number in range(-1, rounds):
        for name, program in programs.items():
            start = time.perf_counter()
            meter = Timed(program.argv, 120, 40, environment(folder))
            try:
                meter.until(program.ready)
                took, cpu = time.perf_counter() - start, meter.cpu()
                if number >= 0:
                    found[name].append(took * 1000)
                    found[f"{name} cpu"].append(cpu * 1000)
            finally:
                meter.close()
    return found


def row(name: str, engine: str, values: Sequence[float]) -> dict[str, Any]:
    """Quantiles of one measure."""
    cuts = quantiles(values, n=100, method="inclusive") if len(values) > 1 else [values[0]] * 99
    return {
        "class": name,
        "engine": engine,
        "p50": round(cuts[49], 2),
        "p95": round(cuts[94], 2),
        "p99": round(cuts[98], 2),
        "unit": "ms",
    }


def run(library: str, keys: int, starts: int, folder: str) -> dict[str, Any]:
    """Every row and ratio."""
    ours = (str(Path(sys.executable).with_name("rejoinder")), "--library", library)
    bare = Program((sys.executable, "-c", BARE), PLACEHOLDER)
    typing = typing_times({"rejoinder": Program(ours, OPENED), "bare input": bare}, typed(keys), folder)
    found = Program((*ours, "connection"), b"letters")
    programs = {"rejoinder": Program(ours, OPENED), "rejoinder results": found, "bare input": bare}
    starting = start_times(programs, starts, folder)
    rows = [row("typing", engine, values) for engine, values in typing.items()]
    rows += [row("start", engine, values) for engine, values in starting.items()]
    by = {(r["class"], r["engine"]): r for r in rows}
    ratios = {}
    for what in ("", " cpu"):
        one, other = (by["typing", f"{engine}{what}"]["p99"] for engine in ("rejoinder", "bare input"))
        ratios[f"typing{what}"] = {"bare input": round(one / other, 2)}
    for name in ("rejoinder", "rejoinder results"):
        for what in ("", " cpu"):
            kind = name.replace("rejoinder", "start") + what
            middle = median(starting[f"{name}{what}"]) / median(starting[f"bare input{what}"])
            ratios[kind] = {"bare input": round(middle, 2)}
    machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.system()}
    return {"machine": machine, "rows": rows, "ratios": ratios}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--letters", type=int, default=100_000)
    parser.add_argument("--library")
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--starts", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        library = options.library
        if library is None:
            from benchmarks.letters import fill

            library = str(Path(folder) / "library")
            fill(Path(library), options.letters)
        found = run(library, options.keys, options.starts, folder)
    if options.json:
        print(json.dumps(found))
    else:
        for r in found["rows"]:
            print(f"{r['class']:8} {r['engine']:21} p50 {r['p50']:8} p95 {r['p95']:8} p99 {r['p99']:8} {r['unit']}")
        print(json.dumps(found["ratios"]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Times on a slow line: 64 kbit/s and 300 ms from here to there and back, through a real sshd, beside `less`.

    python -m benchmarks.line [--json] [--bits N] [--delay MILLISECONDS]

The delay is the round trip: 150 ms each way, for every byte, whichever way it goes; both ways have the same rate, and
what the line has to carry is what `ssh` makes of the bytes (about 40 more a packet). A letter of some 6,000 words is
opened in a terminal of 120×40. `first` is the time from the key to the first byte that comes back, `whole` to the last.
`page down` is the reading pane beside the others, and `less` shows the same letter over the whole 120 columns;
`zoomed` is the whole screen, and `less` has line by line what it shows.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import shlex
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from statistics import median
from typing import Any

import numpy as np

from benchmarks.bytes import SIZE, laid_out
from benchmarks.letters import fill, letters
from benchmarks.meter import Meter
from benchmarks.planted import plans
from benchmarks.prose import SEED, Prose
from benchmarks.written import Draft, to_letter
from corpus.model import Letter
from index.documents import fields
from index.library import Library
from tests.e2e.slow_line import slow_line
from tests.e2e.sshd import Server, serve
from tui.view.layout import WIDEST

BITS, DELAY = 64_000, 0.150
"""Bits a second; seconds one way."""
PAGES = 5
Times = dict[str, list[tuple[float, float]]]
"""Of each act: milliseconds to the first byte and to the last."""


def long_letter() -> Letter:
    """A letter of invented prose, about nine pages of 120×40."""
    made = Draft(next(plans(1)))
    body = Prose(np.random.default_rng([SEED, 3])).sentences(6000)
    for start in range(0, len(body), 4):
        made.paragraph(" ".join(body[start : start + 4]))
    made.sign("A. Writer")
    return to_letter(made)


def prepared(library: Path) -> tuple[str, str, str]:
    """Make a library with that letter; its symbol, and its text for `less`: 120 columns wide, and as zoomed."""
    letter = long_letter()
    fill(library, 0, (fields([each]) for each in (letter, *letters(100, 1))))
    with Library.open(library) as opened:
        return letter.id, laid_out(opened, letter.id, SIZE[0]), laid_out(opened, letter.id, WIDEST)


def timed(meter: Meter, keys: str, quiet: float = 0.8) -> tuple[float, float]:
    """Press keys; milliseconds until the first byte and until the last before the line is quiet."""
    start = time.monotonic()
    if not meter.press(keys, quiet):
        raise AssertionError(f"{keys!r} was not answered")
    return (meter.first - start) * 1000, (meter.last - start) * 1000


def over(server: Server, words: list[str], ready: bytes) -> Meter:
    """A program over that line, once it shows `ready`."""
    environ = {"PATH": os.environ["PATH"], "HOME": os.environ["HOME"], "TERM": "xterm-256color"}
    meter = Meter(server.command(*words, environ={"LANG": "C.UTF-8", "LESSHISTFILE": "-"}), *SIZE, environ)
    try:
        meter.wait_for(ready, 60)
        meter.settle(1.0)
    except AssertionError:
        meter.close()
        raise
    return meter


def read_ours(server: Server, folder: Path, letter: str, pages: int, times: Times, *, whole: bool) -> None:
    """Read a letter beside the other panes, then zoomed; with `whole` by line too, and walk through hits."""
    program = Path(sys.executable).with_name("rejoinder")
    home = [f"XDG_{name}_HOME={folder}" for name in ("STATE", "CONFIG", "CACHE", "DATA")]
    words = ["env", *home, str(program), "--library", str(folder / "library"), shlex.quote(letter)]
    with closing(over(server, words, "¶".encode())) as meter:
        for zoomed in ("", " zoomed"):
            times[f"page down{zoomed}"] = [timed(meter, " ") for _ in range(pages)]
            if whole:
                times[f"line down{zoomed}"] = [timed(meter, "j") for _ in range(pages)]
            meter.press("gg", 0.8)
            meter.press("z", 0.8)
        meter.press("/", 0.8)
        meter.press("\x05\x15", 1.5)  # to its end, and all of it away
        times["typed letter"] = [timed(meter, key) for key in ("harbour" if whole else "har")]
        if whole:
            meter.press("\r", 1.5)
            times["row"] = [timed(meter, "j") for _ in range(pages)]


def read_less(server: Server, path: Path, suffix: str, pages: int, times: Times, *, whole: bool) -> None:
    """The same in `less`."""
    with closing(over(server, ["less", shlex.quote(str(path))], path.name.encode())) as meter:
        times[f"page down{suffix}"] = [timed(meter, " ") for _ in range(pages)]
        if whole:
            times[f"line down{suffix}"] = [timed(meter, "j") for _ in range(pages)]


def measure(
    server: Server, folder: Path, bits: int = BITS, delay: float = DELAY, *, pages: int = PAGES, whole: bool = True
) -> dict[str, Times]:
    """The times of both programs, each over a line of its own of `bits` a second and `delay` seconds each way."""
    letter, wide, zoomed = prepared(folder / "library")
    found: dict[str, Times] = {"rejoinder": {}, "less": {}}
    with slow_line(server.port, bits, delay) as relay:
        far = dataclasses.replace(server, port=relay.port)
        with ThreadPoolExecutor(1 if whole else 3) as runs:  # a connection is a line of its own: times are the line's
            done = [runs.submit(read_ours, far, folder, letter, pages, found["rejoinder"], whole=whole)]
            for text, suffix in ((wide, ""), (zoomed, " zoomed")):
                path = folder / f"letter{suffix.strip()}.txt"
                path.write_text(text, "utf-8")
                done.append(runs.submit(read_less, far, path, suffix, pages, found["less"], whole=whole))
            for run in done:
                run.result()
    return found


def middle(times: list[tuple[float, float]]) -> tuple[float, float]:
    """The median of the times to the first byte, and of those to the last."""
    return median(first for first, _ in times), median(whole for _, whole in times)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--bits", type=int, default=BITS)
    parser.add_argument("--delay", type=int, default=int(DELAY * 2000), metavar="MILLISECONDS", help="there and back")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "sshd").mkdir()
        with serve(Path(folder) / "sshd") as server:
            found = measure(server, Path(folder), options.bits, options.delay / 2000)
    rows = [row(act, engine, times) for engine, acts in found.items() for act, times in acts.items()]
    ratios = {
        act: {"less": round(middle(times)[1] / middle(found["less"][act])[1], 3)}
        for act, times in found["rejoinder"].items()
        if act in found["less"]
    }
    if options.json:
        machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.system()}
        print(json.dumps({"machine": machine, "rows": rows, "ratios": ratios}))
        return 0
    for r in rows:
        print(
            f"{r['class']:18} {r['engine']:10} first {r['first']:6,} ms  whole {r['p50']:6,} ms, {r['p99']:,} at most"
        )
    print(json.dumps(ratios))
    return 0


def row(act: str, engine: str, times: list[tuple[float, float]]) -> dict[str, Any]:
    """The median to the first byte and to the last; the most to the last."""
    first, whole = middle(times)
    worst = max(whole for _, whole in times)
    return {
        "class": act,
        "engine": engine,
        "first": round(first),
        "p50": round(whole),
        "p95": round(worst),
        "p99": round(worst),
        "unit": "ms",
    }


if __name__ == "__main__":
    sys.exit(main())

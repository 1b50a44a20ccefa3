"""A letter of 2,000 paragraphs: opening, scrolling and memory, beside Textual's `Markdown` and `less`.

    python -m benchmarks.reader [--json] [--paragraphs N] [--keys N]

The same invented letter is given to all three in a terminal of 120×40 on a pseudo-terminal. `open` is the time from
the letter in hand (a `Letter`, Markdown's source) to the painted screen, within the program; `key` the processor time
of one line down (`j`), `bytes` what it sent, `memory` what the process grew by through opening and reading. `less`
starts with its file, so that its `open` holds the start of the process; it is there for `key` and `bytes`.
"""

from __future__ import annotations

import sys

if not __package__:  # run as a file: its folder's `typing.py` must not stand for the standard library's
    sys.path[0] = __file__.rpartition("benchmarks/")[0] or "."

import argparse
import json
import os
import platform
import tempfile
import time
from pathlib import Path
from typing import Any, ClassVar

from benchmarks.meter import Meter

SENTENCE = (
    "The pilots of the river keep the tariff that was agreed, and the lamps are lit from dusk until the fog lifts. "
)
PROGRAMS = ("rejoinder", "markdown", "less")
PEER = "markdown"


def written(paragraphs: int) -> str:
    """The letter, as a converter would leave it."""
    head = [
        "Letter dated 4 August 2006 from the Permanent Representative of Kestravia to the United Nations addressed to "
        "the Secretary-General",
        "I have the honour to write about the river pilots.",
    ]
    return "\n\n".join([*head, *(f"{n}. {SENTENCE * 4}See S/2006/{n}." for n in range(1, paragraphs + 1))]) + "\n"


def resident(process: int | str = "self") -> float:
    """Megabytes of a process in memory now; Linux only."""
    with open(f"/proc/{process}/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def run_ours(path: Path, told: Path) -> None:
    """The letter pane, alone on the screen."""
    from textual.app import App, ComposeResult
    from textual.binding import Binding, BindingType

    from corpus.letter import read_letter
    from tui.driver import ThinDriver
    from tui.widgets.reader import LetterPane

    letter = read_letter(path)

    class Pane(LetterPane):
        BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "line_down")]

    class Ours(App[None]):
        def compose(self) -> ComposeResult:
            yield Pane()

        def on_mount(self) -> None:
            self.set_timer(0.5, self.open)

        def open(self) -> None:
            pane, before, start = self.query_one(Pane), resident(), time.perf_counter()
            pane.show(letter)
            pane.focus()
            self.call_after_refresh(lambda: report(told, start, before))

    Ours(driver_class=ThinDriver).run(mouse=False)


def run_markdown(path: Path, told: Path) -> None:
    """Textual's own Markdown, in its scrolling viewer."""
    from textual.app import App, ComposeResult
    from textual.binding import Binding, BindingType
    from textual.containers import VerticalScroll
    from textual.widgets import Markdown

    source = path.read_text("utf-8")

    class Scroll(VerticalScroll):
        BINDINGS: ClassVar[list[BindingType]] = [Binding("j", "scroll_down")]

    class Peer(App[None]):
        def compose(self) -> ComposeResult:
            with Scroll():
                yield Markdown()

        def on_mount(self) -> None:
            self.animation_level = "none"
            self.set_timer(0.5, self.open)

        async def open(self) -> None:
            before, start = resident(), time.perf_counter()
            await self.query_one(Markdown).update(source)
            self.query_one(Scroll).focus()
            self.call_after_refresh(lambda: report(told, start, before))

    Peer().run(mouse=False)


def report(told: Path, start: float, before: float) -> None:
    """Write what opening took, for the other process."""
    told.write_text(json.dumps({"open": time.perf_counter() - start, "before": before}), "utf-8")


def measure(program: str, path: Path, keys: int) -> dict[str, float]:
    """Seconds to open, processor milliseconds and bytes a key, megabytes."""
    told = path.with_suffix(f".{program}.json")
    argv = ["less", str(path)] if program == "less" else [sys.executable, "-m", "benchmarks.reader", "--run", program]
    environ = {**os.environ, "TERM": "xterm-256color", "BENCH_LETTER": str(path), "BENCH_TOLD": str(told)}
    start = time.perf_counter()
    meter = Meter(argv, 120, 40, environ)
    try:
        if program == "less":
            meter.wait_for(b"pilots")
            opened = {"open": time.perf_counter() - start, "before": resident(meter.pid)}
        else:
            end = time.monotonic() + 120
            while not told.exists() and time.monotonic() < end:
                meter.settle(0.05, 0.2)
            opened = json.loads(told.read_text("utf-8"))
        meter.settle(2.0)
        cpu, received = meter.cpu(), len(meter.received)
        for _ in range(keys):
            meter.press("j", 0.05)
        meter.settle(1.0)
        return {
            "open": opened["open"],
            "memory": resident(meter.pid) - opened["before"],
            "key": (meter.cpu() - cpu) / keys * 1000,
            "bytes": (len(meter.received) - received) / keys,
        }
    finally:
        meter.close()


def rows(found: dict[str, dict[str, float]]) -> list[dict[str, Any]]:
    """One row a measure and program."""
    units = {"open": "s", "key": "ms", "bytes": "B", "memory": "MB"}
    return [
        {"class": name, "engine": program, "p50": round(values[name], 4), "unit": unit}
        for name, unit in units.items()
        for program, values in found.items()
        if not (program == "less" and name == "memory")
    ]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--paragraphs", type=int, default=2000)
    parser.add_argument("--keys", type=int, default=200)
    parser.add_argument("--run", choices=PROGRAMS[:2], help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run:
        run = {"rejoinder": run_ours, "markdown": run_markdown}[options.run]
        run(Path(os.environ["BENCH_LETTER"]), Path(os.environ["BENCH_TOLD"]))
        return 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "long.md"
        path.write_text(written(options.paragraphs), "utf-8")
        found = {program: measure(program, path, options.keys) for program in PROGRAMS}
    ours, peer = found["rejoinder"], found[PEER]
    ratios = {name: {PEER: round(ours[name] / max(peer[name], 1e-6), 4)} for name in ("open", "key", "memory")}
    ratios["bytes"] = {"less": round(ours["bytes"] / max(found["less"]["bytes"], 1e-6), 2)}
    if options.json:
        machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.system()}
        print(json.dumps({"machine": machine, "rows": rows(found), "ratios": ratios}))
    else:
        for row in rows(found):
            print(f"{row['class']:8} {row['engine']:10} {row['p50']:>10} {row['unit']}")
        print(json.dumps(ratios))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Bytes on the line: what each act sends in a terminal of 120×40, beside Textual's own driver and `less`.

    python -m benchmarks.bytes [--json] [--folder DIR] [--idle SECONDS] [LETTER …]

The letters of a folder (real ones by default: `$REJOINDER_LETTERS` or `../shared/letters`) are put into a library and
opened from the command line as over SSH. `rejoinder` is the program as it comes; `textual` the same screens with
Textual's own driver, colours and animation, which is what a Textual program sends. `less` shows the same text: laid
out over the whole 120 columns, and, for `zoomed`, line by line as the zoomed pane shows it (`less zoomed`).
`cpu` is the processor time of one act. Ratios are of p95; for the first screen too. `idle` counts what comes unasked.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from statistics import median
from textwrap import fill
from typing import Any

from benchmarks.meter import Meter
from index.library import Library
from tui.view.layout import WIDEST

SIZE = (120, 40)
LETTERS = ("S/2025/411", "S/2025/371", "S/2025/31", "A/79/807-S/2025/132", "S/2025/349")
"""Letters whose text, annexes folded, fills more than two screens."""
QUESTIONS = Path(__file__).parent.parent / "tests" / "index" / "real_questions.json"
"""What a desk officer asks: typed letter by letter."""
MOST = {"line down": 2_000, "line down zoomed": 300, "typed letter": 2_200, "row": 400, "idle": 0}
"""Bytes that an act may cost at p95."""
MOST_TYPED = 400
"""Bytes that a typed letter may cost at the median."""
MOST_OF_LESS = {"first screen": 2.0, "page down": 1.0, "page down zoomed": 1.35}
"""What an act may cost at p95 as a multiple of what it costs in `less`. `tests/e2e/test_bytes.py` holds all three."""

OWN_DRIVER = """
import sys
from textual._compositor import Compositor
from textual.drivers.linux_driver import LinuxDriver
import tui.app
tui.app.ThinDriver, tui.app.Painted, tui.painting.CellCompositor = LinuxDriver, type("Never", (), {}), Compositor
class Plain(tui.app.Rejoinder):
    def __init__(self, *words):
        super().__init__(*words)
        self.animation_level = "full"
tui.app.Rejoinder = Plain
from tui.cli import main
main()
"""
"""The same program with Textual's driver and compositor."""

Costs = dict[str, list[tuple[int, float]]]
"""Of each act, each time: bytes, and milliseconds of processor time."""


def environment(folder: str, *, ssh: bool) -> dict[str, str]:
    """A terminal of 256 colours; nothing remembered from elsewhere."""
    kept = {
        k: v
        for k, v in os.environ.items()
        if not k.startswith(("XDG_", "SSH_", "TMUX", "LESS", "NO_COLOR", "COLUMNS", "LINES"))
    }
    told = {"SSH_CONNECTION": "192.0.2.1 50000 192.0.2.2 22"} if ssh else {"COLORTERM": "truecolor"}
    state = {f"XDG_{name}_HOME": folder for name in ("STATE", "CONFIG", "CACHE", "DATA")}
    return {**kept, **told, **state, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LESSHISTFILE": "-"}


class Acts:
    """A program being used; `costs` says what each act took."""

    def __init__(self, meter: Meter, costs: Costs, ready: bytes, opened: str | None = "first screen") -> None:
        self._meter = meter
        self._costs = costs
        sent = meter.wait_for(ready) + meter.settle(1.0)
        if opened is not None:
            self._note(opened, sent, meter.cpu() * 1000)

    def do(self, act: str | None, keys: str, times: int = 1) -> None:
        """Press `keys` so many times; without an act it is only done."""
        for _ in range(times):
            before = self._meter.cpu()
            sent = self._meter.press(keys, 0.25)
            if act is not None:
                self._note(act, sent, (self._meter.cpu() - before) * 1000)

    def idle(self, seconds: float) -> None:
        """Do nothing."""
        self._note("idle", self._meter.settle(seconds, seconds), 0.0)

    def _note(self, act: str, sent: bytes, cpu: float) -> None:
        self._costs.setdefault(act, []).append((len(sent), cpu))


@contextmanager
def running(argv: list[str], environ: dict[str, str]) -> Iterator[Meter]:
    """A program that is ended whatever happens."""
    meter = Meter(argv, *SIZE, environ)
    try:
        yield meter
    finally:
        meter.close()


def use(argv: list[str], letter: str, folder: str, costs: Costs, *, ssh: bool) -> None:
    """Open a letter from the command line and read two pages and ten lines of it, beside other panes and zoomed."""
    with running([*argv, letter], environment(folder, ssh=ssh)) as meter:
        acts = Acts(meter, costs, b"\xc2\xb6")  # the head of an opened letter: ¶ 1/14
        for zoomed in ("", " zoomed"):
            acts.do(f"page down{zoomed}", " ", 2)
            acts.do(f"line down{zoomed}", "j", 5)
            acts.do(None, "gg")
            acts.do(None, "z")


def search(argv: list[str], queries: Sequence[str], folder: str, costs: Costs, idle: float, *, ssh: bool) -> None:
    """Type queries, letter by letter, and walk through what was found."""
    with running(argv, environment(folder, ssh=ssh)) as meter:
        acts = Acts(meter, costs, b"letters", opened=None)  # of the status line, or of the placeholder
        for query in queries:
            for letter in query:
                acts.do("typed letter", letter)
            acts.do(None, "\x15")
        acts.do(None, "council\r")
        meter.settle(0.6)
        acts.do("row", "j", 20)
        acts.do(None, "/")
        acts.idle(idle)


def less(text: str, path: Path, suffix: str, costs: Costs, folder: str) -> None:
    """The same acts in `less`."""
    path.write_text(text, "utf-8")
    with running(["less", str(path)], environment(folder, ssh=True)) as meter:
        acts = Acts(meter, costs, text.split()[0].encode(), None if suffix else "first screen")
        acts.do(f"page down{suffix}", " ", 2)
        acts.do(f"line down{suffix}", "j", 5)


def laid_out(library: Library, name: str, width: int) -> str:
    """The text of a letter as the pane opens it: `width` columns wide, or line by line as the zoomed pane shows it."""
    from tui.widgets.letter_view import LetterView

    letter = library.letter(library.identify(name)[0])
    pane = LetterView()
    pane.present(letter, frozenset(), None)
    layout = pane._lines(WIDEST + 2)
    lines = [layout.line(y) for y in range(len(layout))]
    if width <= WIDEST:
        return "\n".join(" " * line.indent + line.text for line in lines) + "\n"
    runs = groupby(lines, lambda line: line.text == "")
    paragraphs = (" ".join(line.text for line in run) for blank, run in runs if not blank)
    return "\n\n".join(fill(paragraph, width - 1) for paragraph in paragraphs) + "\n"


def quantile(values: list[int], share: float) -> int:
    """The value below which that share of them lies; one of them."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))]


def measure(
    source: Path, letters: Sequence[str], queries: Sequence[str], idle: float, *, peers: bool = True
) -> dict[str, Costs]:
    """The costs of every program; Textual's only with `peers`."""
    engines = ("rejoinder", "driver", "textual", "less") if peers else ("rejoinder", "less")
    found: dict[str, Costs] = {engine: {} for engine in engines}
    with tempfile.TemporaryDirectory() as folder, Library.open(Path(folder) / "library", create=True) as library:
        library.ingest([source])
        told = ["--library", str(Path(folder) / "library")]
        programs = {
            "rejoinder": [str(Path(sys.executable).with_name("rejoinder")), *told],
            "driver": [sys.executable, "-c", OWN_DRIVER, *told],
            "textual": [sys.executable, "-m", "benchmarks.stock", str(Path(folder) / "library")],
        }
        for name, argv in programs.items():
            if name in found:
                for letter in letters:
                    use(argv, letter, folder, found[name], ssh=name == "rejoinder")
                search(argv, queries, folder, found[name], idle, ssh=name == "rejoinder")
        for letter in letters:
            for width, suffix in ((SIZE[0], ""), (WIDEST, " zoomed")):
                text = laid_out(library, letter, width)
                less(text, Path(folder) / "letter.txt", suffix, found["less"], folder)
    return found


def passed(found: dict[str, Costs]) -> list[str]:
    """Each limit that was passed, in words; none where the budget holds."""
    ours = {act: [size for size, _ in cost] for act, cost in found["rejoinder"].items()}
    less = {act: [size for size, _ in cost] for act, cost in found["less"].items()}
    limits = {act: float(most) for act, most in MOST.items()}
    limits |= {act: share * quantile(less[act], 0.95) for act, share in MOST_OF_LESS.items()}
    words = [
        f"{act}: {quantile(ours[act], 0.95):,} bytes, {most:,.0f} may be"
        for act, most in limits.items()
        if quantile(ours[act], 0.95) > most
    ]
    middle = median(ours["typed letter"])
    return words + ([f"typed letter: {middle} bytes at the median"] if middle > MOST_TYPED else [])


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("letters", nargs="*", default=LETTERS, metavar="LETTER")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--idle", type=float, default=60.0, metavar="SECONDS")
    options = parser.parse_args()
    here = Path(__file__).resolve().parent.parent
    source = options.folder or Path(os.environ.get("REJOINDER_LETTERS", here.parent / "shared" / "letters"))
    queries = [asked["query"] for asked in json.loads(QUESTIONS.read_text("utf-8"))]
    found = measure(source, options.letters, queries, options.idle)
    rows = [row(act, engine, cost) for engine, costs in found.items() for act, cost in costs.items()]
    by = {(r["class"], r["engine"]): r["p95"] for r in rows}
    ratios = {
        act: {
            peer: round(by[act, "rejoinder"] / by[act, peer], 3)
            for peer in ("textual", "driver", "less")
            if by.get((act, peer))
        }
        for act in found["rejoinder"]
    }
    if options.json:
        machine = {"python": platform.python_version(), "cores": os.cpu_count(), "system": platform.system()}
        print(json.dumps({"machine": machine, "rows": rows, "ratios": ratios}))
    else:
        for r in rows:
            print(f"{r['class']:18} {r['engine']:10} p50 {r['p50']:8,} p95 {r['p95']:8,} B  cpu {r['cpu']:6} ms")
        print(json.dumps(ratios))
        print("\n".join(passed(found)) or "Within the budget.")
    return 0


def row(act: str, engine: str, cost: list[tuple[int, float]]) -> dict[str, Any]:
    """Bytes at the median and at p95, and the mean processor time."""
    sizes = [size for size, _ in cost]
    return {
        "class": act,
        "engine": engine,
        "p50": int(median(sizes)),
        "p95": quantile(sizes, 0.95),
        "p99": max(sizes),
        "unit": "bytes",
        "cpu": round(sum(cpu for _, cpu in cost) / len(cost), 1),
    }


if __name__ == "__main__":
    sys.exit(main())

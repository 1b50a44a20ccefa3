"""From file to letter against bare text extraction: how much the reading costs.

    python benchmarks/reading.py [--json] [--folder DIR] [--rounds N] [--source]

Both sides run in this one warm process, in turns: pypdfium2 extracting the text of every page, and the reader making a
`Letter` of every file (`--source` stops at the `Source`, before structure). A row gives seconds for the whole folder,
by the clock and of processor time; `ratios` is ours divided by theirs, of the median round. On a machine that others
use, processor time is the fairer of the two.
"""

from __future__ import annotations

import sys

if not __package__:  # run as a file: its folder's `typing.py` must not stand for the standard library's
    sys.path[0] = __file__.rpartition("benchmarks/")[0] or "."

import argparse
import json
import os
import platform
import time
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from statistics import median

from corpus.errors import UnreadableFile

DEFAULT = Path(__file__).resolve().parent.parent.parent / "shared" / "letters" / "pdf"


def extract(paths: list[Path]) -> None:
    """The peer: every page's text, nothing else."""
    import pypdfium2

    for path in paths:
        with pypdfium2.PdfDocument(path) as document:
            for number in range(len(document)):
                page = document[number]
                text = page.get_textpage()
                text.get_text_range()
                text.close()
                page.close()


def read(paths: list[Path], function: Callable[[Path], object]) -> int:
    """Ours; returns how many files could not be read."""
    failed = 0
    for path in paths:
        try:
            function(path)
        except UnreadableFile:
            failed += 1
    return failed


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--folder", type=Path, default=DEFAULT)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--source", action="store_true")
    options = parser.parse_args()
    paths = sorted(options.folder.glob("*.pdf"))
    if not paths:
        print(f"no PDF files in {options.folder}", file=sys.stderr)
        return 1
    module, name = ("corpus.readers", "read_source") if options.source else ("corpus.letter", "read_letter")
    function = getattr(import_module(module), name)
    read(paths[:3], function)
    theirs, ours, failed = [], [], 0
    for _ in range(options.rounds):
        start = _now()
        extract(paths)
        middle = _now()
        failed = read(paths, function)
        end = _now()
        theirs.append((middle[0] - start[0], middle[1] - start[1]))
        ours.append((end[0] - middle[0], end[1] - middle[1]))
    result = report(theirs, ours, len(paths), failed)
    print(json.dumps(result) if options.json else table(result))
    return 0


def _now() -> tuple[float, float]:
    """The clock and this process's time, in seconds."""
    return time.perf_counter(), time.process_time()


CLASSES = ("reading", "reading, processor time")


def report(
    theirs: list[tuple[float, float]], ours: list[tuple[float, float]], files: int, failed: int
) -> dict[str, object]:
    """One object as every benchmark prints it; of each round the clock and the processor time; `ratios` of medians."""
    rows, ratios = [], {}
    for name, mine, peer in zip(CLASSES, zip(*ours, strict=True), zip(*theirs, strict=True), strict=True):
        for engine, times in (("rejoinder", mine), ("pypdfium2", peer)):
            middle, best = round(median(times), 3), round(min(times), 3)
            rows.append({"class": name, "engine": engine, "p50": middle, "best": best, "unit": "s"})
        ratios[name] = {"pypdfium2": round(median(mine) / median(peer), 2)}
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()},
        "rows": rows,
        "files": files,
        "failed": failed,
        "ratios": ratios,
    }


def table(result: dict[str, object]) -> str:
    lines = [f"{row['engine']:<12}{row['p50']:>8.2f} s  {row['class']}" for row in result["rows"]]  # type: ignore[attr-defined]
    return "\n".join([*lines, f"{result['files']} files, ratio {result['ratios']}"])


if __name__ == "__main__":
    sys.exit(main())

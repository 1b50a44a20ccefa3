"""From file to letter against bare text extraction: how much the reading costs.

    python benchmarks/reading.py [--json] [--folder DIR] [--rounds N] [--source]

Both sides run in this one warm process, in turns: pypdfium2 extracting the text of every page, and the reader making a
`Letter` of every file (`--source` stops at the `Source`, before structure). A row gives seconds for the whole folder;
`ratios` is ours divided by theirs, of the median round.
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
        start = time.perf_counter()
        extract(paths)
        middle = time.perf_counter()
        failed = read(paths, function)
        theirs.append(middle - start)
        ours.append(time.perf_counter() - middle)
    result = report(theirs, ours, len(paths), failed)
    print(json.dumps(result) if options.json else table(result))
    return 0


def report(theirs: list[float], ours: list[float], files: int, failed: int) -> dict[str, object]:
    """One object as every benchmark prints it; `ratios` of medians."""
    rows = [
        {
            "class": "reading",
            "engine": engine,
            "p50": round(median(times), 3),
            "best": round(min(times), 3),
            "unit": "s",
        }
        for engine, times in (("rejoinder", ours), ("pypdfium2", theirs))
    ]
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version(), "cores": os.cpu_count()},
        "rows": rows,
        "files": files,
        "failed": failed,
        "ratios": {"reading": {"pypdfium2": round(median(ours) / median(theirs), 2)}},
    }


def table(result: dict[str, object]) -> str:
    lines = [f"{row['engine']:<12}{row['p50']:>8.2f} s" for row in result["rows"]]  # type: ignore[attr-defined]
    return "\n".join([*lines, f"{result['files']} files, ratio {result['ratios']}"])


if __name__ == "__main__":
    sys.exit(main())

"""How long a process takes to its first answer, and how much memory a reader holds for itself."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.engine import Table

ANSWER = """
import sys
from pathlib import Path
from whoosh.query import And, Term
from index.store import open_index
from index.words import Beginning
run = open_index(Path(sys.argv[1])).searcher().run
run(And([Term("body", "harbour"), Beginning("body", "aut")]))
"""
IMPORTS = "import numpy, whoosh.index, whoosh.query, whoosh.searching"
MEMORY = """
import sys
from pathlib import Path
def held():
    lines = Path("/proc/self/smaps_rollup").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Anonymous:")) / 1024
import numpy
bare = held()
if sys.argv[1] != "bare":
    from whoosh.query import And, NumericRange, Or, Phrase, Term
    from index.store import open_index
    from index.words import Beginning
    searcher = open_index(Path(sys.argv[1])).searcher()
    words = ["harbour", "customs", "the", "treaty", "lighthouse", "statement", "committee", "river"]
    for word in words:
        for size in range(1, len(word) + 1):
            searcher.run(And([Term("body", "of"), Beginning("body", word[:size])]), facets=("sender", "year"))
        searcher.run(Phrase("body", ["the", word]), sort="-date")
        searcher.run(Or([Term("body", word), Term("title", "letter")]), timeline=True)
print(held() - bare, bare)
"""


def start_up(table: Table, library: Path, times: int = 9) -> None:
    """From the start of a process to its first answer, beside importing numpy and whoosh alone; in turn."""
    commands = {"rejoinder": [ANSWER, str(library)], "importing numpy and whoosh": [IMPORTS]}
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(times + 1):
        for name, (code, *rest) in commands.items():
            start = time.perf_counter()
            subprocess.run([sys.executable, "-c", code, *rest], check=True)
            taken[name].append((time.perf_counter() - start) * 1000)
    for name, found in taken.items():
        table.value("start to a first answer", name, median(found[1:]), "ms")


def memory(table: Table, library: Path) -> None:
    """What a reader holds beyond bare Python with numpy, once it has answered a hundred questions."""
    out = subprocess.run([sys.executable, "-c", MEMORY, str(library)], check=True, capture_output=True, text=True)
    ours, bare = map(float, out.stdout.split())
    table.value("private memory of a reader", "rejoinder", ours, "MB")
    table.value("private memory of a reader", "Python with numpy", bare, "MB")

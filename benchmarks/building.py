"""One engine indexing the letters in a process of its own, its time and peak memory as one line of JSON.

    python -m benchmarks.building ENGINE FOLDER --letters N

The letters lie in FOLDER as `benchmarks.workload` wrote them; reading them is part of the time, for every engine alike.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from benchmarks.ours import Ours, Stock
from benchmarks.peers import Fts5, Tantivy
from benchmarks.workload import read

ENGINES: dict[str, Any] = {"rejoinder": Ours, "tantivy": Tantivy, "fts5": Fts5, "whoosh": Stock}
PROCESSES = 2


def place(folder: Path, engine: str, count: int) -> Path:
    """Where an engine's index of so many letters lies."""
    return folder / f"{engine}-{count}"


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("engine", choices=[*ENGINES, "pieces"])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--letters", type=int, required=True)
    options = parser.parse_args()
    name, count = options.engine, options.letters
    start = time.perf_counter()
    if name in ("rejoinder", "pieces"):
        made = Ours(place(options.folder, name, count), pieces=name == "pieces")
        made.build(read(options.folder, "fields", count), processes=PROCESSES, count=count)
    else:
        ENGINES[name](place(options.folder, name, count)).build(read(options.folder, "tokens", count))
    print(json.dumps({"seconds": time.perf_counter() - start}))
    return 0


def built(folder: Path, engine: str, count: int) -> dict[str, float]:
    """Index in a new process: seconds, letters a second, the most MB that it and its children held together, and the
    processor time of all of them for a letter, in milliseconds."""
    command = [sys.executable, "-m", "benchmarks.building", engine, str(folder), "--letters", str(count)]
    before = _processor()
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        peak = _Peak(process.pid)
        peak.start()
        out, _ = process.communicate()
        peak.join()
    if process.returncode:
        raise SystemExit(f"{engine} could not index the letters")
    seconds = json.loads(out)["seconds"]
    spent = _processor() - before
    return {"seconds": seconds, "rate": count / seconds, "peak": peak.most, "processor": 1000 * spent / count}


def _processor() -> float:
    """Seconds of processor time of every process that was started here and has ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class _Peak(threading.Thread):
    """Watches the memory of a process and its children, what several of them share counted once (Pss)."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid, self.most = pid, 0.0

    def run(self) -> None:
        while os.path.exists(f"/proc/{self.pid}") and (now := sum(map(_anonymous, _family(self.pid)))):
            self.most = max(self.most, now)
            time.sleep(0.1)


def _family(pid: int) -> list[int]:
    found = [pid]
    for one in found:
        try:
            for task in os.listdir(f"/proc/{one}/task"):
                found += map(int, Path(f"/proc/{one}/task/{task}/children").read_text().split())
        except OSError:
            continue
    return found


def _anonymous(pid: int) -> float:
    """MB that are not pages of a file; those the system takes back when it needs them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Anonymous:")), 0.0)


def size(path: Path) -> dict[str, int]:
    """Bytes of every file below."""
    files = path.rglob("*") if path.is_dir() else path.parent.glob(path.name + "*")
    return {file.name: file.stat().st_size for file in files if file.is_file()}


if __name__ == "__main__":
    sys.exit(main())

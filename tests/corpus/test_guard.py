"""The worker may die; the guard tells it in one line and goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.errors import UnreadableFile
from corpus.readers.guard import Guard

HERE = "tests.corpus.breakers"


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard(seconds=3) as shared:
        yield shared


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("crash", "broke its reader"),  # a signal ends the worker: the pipe closes
        ("hog", "memory"),  # 1 GB where 512 MB are allowed
        ("deep", "nested too deeply"),
        ("write", "could not be read"),  # RLIMIT_FSIZE: no reader writes files
    ],
)
def test_a_broken_reader_is_one_line_and_the_next_file_is_read(
    guard: Guard, tmp_path: Path, what: str, words: str
) -> None:
    with pytest.raises(UnreadableFile, match=words) as caught:
        guard.read(tmp_path / "bad.pdf", f"{HERE}:{what}")
    assert "bad.pdf" in str(caught.value)
    assert "\n" not in str(caught.value)
    assert guard.read(tmp_path / "good.pdf", f"{HERE}:chatter") == "good.pdf"
    assert not (tmp_path / "written").exists() or (tmp_path / "written").stat().st_size == 0


def test_a_reader_that_hangs_is_ended(tmp_path: Path) -> None:
    with Guard(seconds=0.5) as guard:
        with pytest.raises(UnreadableFile, match="too long"):
            guard.read(tmp_path / "slow.pdf", f"{HERE}:hang")
        guard.seconds = 5
        assert guard.read(tmp_path / "good.pdf", f"{HERE}:chatter") == "good.pdf"


def test_a_cancelled_file_ends_the_worker(tmp_path: Path) -> None:
    with Guard() as guard, pytest.raises(UnreadableFile, match="cancelled"):
        guard.read(tmp_path / "slow.pdf", f"{HERE}:hang", cancel=lambda: True)


def test_one_worker_reads_many_files(guard: Guard, tmp_path: Path) -> None:
    numbers = {guard.read(tmp_path / name, f"{HERE}:number") for name in ("a", "b", "c")}
    assert len(numbers) == 1


def test_names_that_are_no_text_come_through(guard: Guard, tmp_path: Path) -> None:
    odd = tmp_path / "na\udcffme\n.txt"  # a byte that is no UTF-8, and a line break
    odd.write_text("A letter.")
    source = guard.read(odd, "corpus.readers:read_source")
    assert isinstance(source, dict)
    assert source["text"] == "A letter."


def test_a_folder_of_a_stranger_gives_no_module(tmp_path: Path) -> None:
    """The worker must not import from where the person stands: a `json.py` beside letters would be run."""
    (tmp_path / "json.py").write_text("raise SystemExit('taken over')")
    (tmp_path / "letter.txt").write_text("A letter.")
    code = (
        "import pathlib, sys; sys.path.pop(0)\n"
        "from corpus.readers.guard import Guard\n"
        "with Guard() as guard: print(guard.read(pathlib.Path('letter.txt'), 'corpus.readers:read_source')['text'])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "A letter.", done.stderr


def test_the_parent_loads_nothing_heavy() -> None:
    code = "import sys, corpus.readers.guard; print([m for m in sys.argv[1:] if m in sys.modules])"
    heavy = ["pypdfium2", "mammoth", "selectolax", "markdown_it", "numpy", "multiprocessing", "corpus.readers.pdf"]
    done = subprocess.run([sys.executable, "-c", code, *heavy], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_large_process_has_its_files_read_by_one_worker(tmp_path: Path) -> None:
    """Linux hands a process's size on to what it starts: 600 MB there are none of the worker's."""
    code = f"""
from pathlib import Path
from corpus.readers.guard import Guard
large = b"x" * (600 << 20)
with Guard() as guard:
    print(len({{guard.read(Path({str(tmp_path)!r}) / name, "{HERE}:number") for name in "abc"}}), len(large))
"""
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert told.stdout.split() == ["1", str(600 << 20)], told.stderr


def test_a_file_is_not_blamed_for_a_worker_that_retired(tmp_path: Path) -> None:
    with Guard() as guard:
        guard.read(tmp_path / "a", f"{HERE}:chatter")
        assert guard._worker is not None
        assert guard._worker.stdin is not None
        guard._worker.stdin.close()  # it ends, with status 0
        guard._worker.stdin = open(tmp_path / "pipe", "wb", buffering=0)  # noqa: SIM115 # the worker does not hear us
        assert guard.read(tmp_path / "b", f"{HERE}:chatter") == "b"

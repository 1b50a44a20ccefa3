"""`rejoinder index`, `doctor` and `demo`: incremental, interruptible, repairable."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest
from filelock import FileLock

from corpus.sample import sample_folder
from index import manifest
from index.arraywriter import ArrayWriter
from index.library import Library
from index.results import Cancelled, Progress, Report
from tests.tui.shapes import INDEXED, misfits
from tests.tui.shell import run
from tui.ingesting import ingested, interruptible

FEW = ("A_57_803.md", "A_57_815.html", "A_57_840.txt")


@pytest.fixture
def few(tmp_path: Path) -> Path:
    """A folder of three letters."""
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in FEW:
        shutil.copy(sample_folder() / name, folder)
    return folder


def indexed(*words: str | Path, library: Path) -> dict[str, object]:
    done = run("index", *words, "--json", library=library)
    report: dict[str, object] = json.loads(done.stdout)
    assert misfits(report, INDEXED) == []
    assert done.exit_code == (4 if report["failed"] else 0)
    return {name: report[name] for name in ("added", "updated", "unchanged", "removed", "letters")}


def test_only_what_is_new_or_changed_is_read(few: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert indexed(few, library=library) == {"added": 3, "updated": 0, "unchanged": 0, "removed": 0, "letters": 3}
    (few / FEW[0]).write_text((few / FEW[0]).read_text("utf-8") + "\nOne line more.\n", "utf-8")
    (few / FEW[1]).unlink()
    assert indexed(few, library=library) == {"added": 0, "updated": 1, "unchanged": 1, "removed": 1, "letters": 2}
    assert indexed(few, library=library)["unchanged"] == 2
    assert (library.stat().st_mode & 0o777) == 0o700


def test_a_file_that_fails_is_a_line_with_its_reason_and_the_others_go_in(few: Path, tmp_path: Path) -> None:
    (few / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    (few / "pipe.txt").symlink_to("/etc/hostname")
    done = run("index", few, library=tmp_path / "library")
    assert done.exit_code == 4
    assert len(done.stderr.splitlines()) == 2
    assert f"{few / 'pipe.txt'} is a link out of the folder" in done.stderr.splitlines()
    assert any(line.startswith(f"{few / 'broken.pdf'} ") for line in done.stderr.splitlines())
    assert done.stderr.count("broken.pdf") == 1
    assert done.stdout.startswith("Files: 3 added, 2 failed. The library holds 3 letters.")


def test_a_folder_that_is_not_there_is_told_before_anything_is_made(tmp_path: Path) -> None:
    done = run("index", tmp_path / "none", library=tmp_path / "library")
    assert (done.exit_code, done.stdout) == (2, "")
    assert not (tmp_path / "library").exists()


def test_a_library_of_an_older_version_is_made_again_from_all_its_files(few: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    run("index", few / FEW[0], few / FEW[1], library=library)
    newest = max(library.glob("generation-*.json"))
    newest.write_bytes(replace(manifest.loads(newest.read_bytes()), schema=0).dumps())
    (few / FEW[1]).unlink()
    assert "rejoinder index FOLDER" in run("search", "dictionary", library=library).stderr
    done = run("index", few / FEW[2], library=library)
    assert "is made again from its files" in done.stderr
    assert f"{few / FEW[1]} is no longer there" in done.stderr
    assert done.stdout.startswith("Files: 2 added, 1 failed. The library holds 2 letters.")
    assert run("search", "dictionary", library=library).stderr.count("\n") == 1


def test_another_writer_is_waited_for_and_then_status_3(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    run("index", few / FEW[0], library=library)
    monkeypatch.setitem(ArrayWriter.__init__.__kwdefaults__, "timeout", 0.2)
    with FileLock(library / "lock"):
        done = run("index", few, library=library)
    assert done.exit_code == 3
    assert done.stderr.splitlines()[0].startswith("Another Rejoinder is writing to this library; waiting")
    assert run("index", few, library=library).exit_code == 0


def test_ctrl_c_stops_at_the_next_file_and_keeps_what_was_read(few: Path, tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library", create=True)
    seen: list[Progress] = []

    def run_it(paths: object, *, cancel: object, waiting: object, progress: object) -> Report:
        def show(step: Progress) -> None:
            seen.append(step)
            os.kill(os.getpid(), signal.SIGINT)

        return library.ingest(paths, progress=show, cancel=cancel, waiting=waiting)  # type: ignore[arg-type]

    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(Cancelled):
            ingested(run_it, [few / FEW[0]])
        assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    finally:
        signal.signal(signal.SIGINT, before)
    assert [(step.done, step.total) for step in seen] == [(1, 1)]
    assert library.count() == 1
    assert library.ingest([few]).letters == len(FEW)


def test_a_second_ctrl_c_does_not_wait() -> None:
    with interruptible() as cancel:
        assert not cancel()
        os.kill(os.getpid(), signal.SIGINT)
        time.sleep(0)
        assert cancel()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGINT)


def test_an_interrupted_program_ends_with_130_and_a_library_that_opens(tmp_path: Path) -> None:
    library = tmp_path / "library"
    words = [sys.executable, "-m", "tui.cli", "index", str(sample_folder()), "--library", str(library)]
    started = subprocess.Popen(words, stderr=subprocess.PIPE, text=True)
    while not library.exists():
        time.sleep(0.01)
    time.sleep(0.3)
    started.send_signal(signal.SIGINT)
    said = started.communicate(timeout=60)[1]
    assert started.returncode in (0, 130)  # a fast machine may be done before the signal, a slow one not begun
    assert "Traceback" not in said
    assert Library.examine(library) == ()


def test_the_doctor_finds_a_damaged_byte_and_repairs_it(few: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    run("index", few, library=library)
    whole = run("doctor", "library", library=library)
    assert whole.exit_code == 0
    assert whole.stdout.startswith("The library is whole: 3 letters")
    for file in sorted(library.glob("segments/*/*")):
        data = bytearray(file.read_bytes())
        if data:
            data[len(data) // 2] ^= 0xFF
            file.write_bytes(data)
    hurt = run("doctor", "library", library=library)
    assert hurt.exit_code == 4
    assert "is not what was written" in hurt.stdout
    assert f"rejoinder doctor library --library {library} --repair" in hurt.stderr
    assert f"`rejoinder doctor library --library {library}`" in run("search", "the", library=library).stderr
    lost = run("doctor", "library", "--repair", library=library)
    assert lost.exit_code == 4
    assert "rejoinder doctor library --repair FOLDER" in lost.stderr
    mended = run("doctor", "library", "--repair", few, library=library)
    assert mended.exit_code == 0, mended.output
    assert run("doctor", "library", library=library).exit_code == 0
    assert run("search", "dictionary", library=library).exit_code == 0


def test_a_library_that_is_missing_is_to_be_made_where_it_was_looked_for(tmp_path: Path) -> None:
    done = run("search", "the", library=tmp_path / "my letters")
    assert done.exit_code == 3
    assert f"rejoinder index FOLDER --library '{tmp_path}/my letters'" in done.stderr


def test_a_damaged_library_that_still_names_its_files_needs_no_folder(few: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    run("index", few / FEW[0], library=library)
    run("index", few, library=library)
    newest = max(library.glob("generation-*.json"))
    newest.write_text(re.sub(r'"schema": \d+', '"schema": 0', newest.read_text()))  # its checksum differs now
    assert run("doctor", "library", library=library).exit_code == 4
    mended = run("doctor", "library", "--repair", library=library)
    assert mended.exit_code == 0, mended.output
    with Library.open(library) as opened:
        assert opened.count() >= 1


def test_no_library_is_status_3_for_the_doctor_too(tmp_path: Path) -> None:
    assert run("doctor", "library", library=tmp_path / "none").exit_code == 3


def test_the_terminal_is_described_without_a_byte_that_acts() -> None:
    done = run("doctor", "terminal", TERM="xterm-256color", SSH_CONNECTION="192.0.2.1 5 192.0.2.2 22", TMUX="/tmp/x")
    assert "\x1b" not in done.output
    facts = dict(line.split(": ", 1) for line in done.stdout.splitlines() if ": " in line)
    assert facts["Type"] == "xterm-256color"
    assert facts["SSH"].startswith("yes")
    assert facts["Multiplexer"] == "tmux"
    assert "allow-passthrough" in facts["Clipboard"]
    assert facts["Terminal"].startswith("no")
    assert json.loads(run("doctor", "terminal", "--json", LC_ALL="C").stdout)["unicode"].startswith("no")


def test_the_demo_without_a_terminal_says_so_and_lists_the_sample(
    few: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("corpus.sample.sample_folder", lambda: few)
    done = run("demo", XDG_CACHE_HOME=str(tmp_path / "cache"), TERM="xterm")
    assert done.exit_code == 0
    assert "no terminal" in done.stderr
    rows = [line.split("\t") for line in done.stdout.splitlines()]
    assert len(rows) == len(FEW)
    assert [row[1] for row in rows] == sorted(row[1] for row in rows)
    for part in tmp_path.glob("cache/**/segments/*/*"):
        part.unlink()
    again = run("demo", XDG_CACHE_HOME=str(tmp_path / "cache"))  # a cache that cannot be used is made anew
    assert (again.exit_code, again.stdout) == (0, done.stdout)

"""What a shell does with the program: pipes that close, words apart from data, locales, and a fault of our own."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from tests.tui.shell import run

PROGRAM = [sys.executable, "-m", "tui.cli"]


def shell(script: str, library: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    """A script in which `$R` is the program and `$L` the library."""
    env = {**os.environ, "LC_ALL": "C.UTF-8", "R": " ".join(PROGRAM), "L": f"--library {library}", **environ}
    return subprocess.run(["bash", "-c", script], env=env, capture_output=True, text=True, check=False, timeout=120)


def test_a_closed_pipe_ends_quietly_with_status_0(sample_library: Path) -> None:
    done = shell('''
        for words in "search the --jsonl" "show A/68/890" "thread A/61/233"; do
            $R $words $L 2>/dev/null 3>&1 | head -c 1 >/dev/null; echo ${PIPESTATUS[0]}
        done
        $R search the --jsonl $L 2>&1 >/dev/full | head -c 300 >&2
    ''', sample_library)  # fmt: skip
    assert done.stdout.split() == ["0", "0", "0"]
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_pipe_that_nobody_reads_at_all(sample_library: Path) -> None:
    done = shell(
        "$R parse --help | true; $R search customs $L 2>/dev/null | true; echo ${PIPESTATUS[0]}", sample_library
    )
    assert (done.stdout, done.stderr) == ("0\n", "")


def test_an_output_that_the_shell_closed_is_one_that_nobody_reads(sample_library: Path) -> None:
    done = shell("$R search customs $L >&-; echo $?; $R search customs --json $L 2>&- | head -c 12", sample_library)
    assert done.stdout == '0\n{"schema": 1'
    assert "Something went wrong" not in done.stderr


def test_data_goes_to_standard_output_and_words_to_standard_error(sample_library: Path, tmp_path: Path) -> None:
    log = tmp_path / "log"
    done = shell(f"$R search customs --json $L 2>{log}; $R search xyzzyq $L 2>>{log}; echo status $?", sample_library)
    data, status = done.stdout.splitlines()
    assert json.loads(data)["total"] > 0
    assert status == "status 1"
    assert log.read_text("utf-8").startswith("No letter found")


def test_a_terminal_gets_colours_and_no_color_takes_them_away(sample_library: Path) -> None:
    def at_terminal(**environ: str) -> str:
        env = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "xterm-256color", **environ}
        words = " ".join([*PROGRAM, "search", "owls", "--library", str(sample_library)])
        printed = pexpect.run(words, env=env, timeout=60, encoding="utf-8", dimensions=(24, 120))
        assert isinstance(printed, str)
        return printed

    assert "\x1b[1;33mowls" in at_terminal()
    assert "\x1b[1mowls" in at_terminal(NO_COLOR="1")  # weight is no colour
    plain = at_terminal(TERM="dumb")
    assert "\x1b" not in plain
    assert "28 June 2023, Sarnholt, A/77/948-S/2023/482. “" in plain


@pytest.mark.parametrize(
    ("environ", "ascii"),
    [
        ({"LC_ALL": "C"}, True),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": "fr_FR.ISO-8859-1"}, True),
        ({"LC_ALL": "C.UTF-8"}, False),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}, False),  # nothing said: a pipe gets what was written
    ],
)
def test_words_follow_the_locale_and_data_is_utf_8(sample_library: Path, environ: dict[str, str], ascii: bool) -> None:
    assert run("show", "A/61/233", library=sample_library, **environ).stdout.isascii() is ascii
    assert "“" in run("show", "A/61/233", "--markdown", library=sample_library, **environ).stdout
    assert "“" in run("show", "A/61/233", "--json", library=sample_library, **environ).stdout


def test_json_is_utf_8_where_python_would_write_something_else(sample_library: Path) -> None:
    done = shell("$R show A/61/233 --json $L | md5sum", sample_library, PYTHONIOENCODING="latin-1")
    other = shell("$R show A/61/233 --json $L | md5sum", sample_library)
    assert done.stdout == other.stdout


def test_a_fault_of_our_own_is_a_sentence_and_its_details_are_private(
    sample_library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fault(*_: object, **__: object) -> None:
        raise ZeroDivisionError("a \x1b[2J secret of the letter")

    monkeypatch.setattr("tui.commands_search.print_hits", fault)
    done = run("search", "owls", library=sample_library, XDG_STATE_HOME=str(tmp_path))
    assert done.exit_code == 4
    (line,) = done.stderr.splitlines()
    assert "ZeroDivisionError" in line
    assert "secret" not in done.output
    (log,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert str(log) in line
    assert "secret of the letter" in log.read_text("utf-8")
    assert stat.S_IMODE(log.stat().st_mode) == 0o600


def test_a_folder_one_may_not_use_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    done = run("index", tmp_path, library=tmp_path / "file" / "library")
    assert done.exit_code == 4
    assert done.stderr == f"{tmp_path / 'file' / 'library'}: not a directory.\n"


def test_a_full_disk_is_a_sentence(sample_library: Path) -> None:
    done = shell("$R search customs --json $L >/dev/full; echo $?", sample_library)
    assert done.stdout == "4\n"
    assert done.stderr == "The output could not be written: no space left on device.\n"

"""What `make` says on a machine that lacks something: a sentence, never a traceback."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MAKE = shutil.which("make")


def made(tmp_path: Path, programs: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """`make demo` of a copy of the Makefile, where only these programs exist beside the most basic ones."""
    if MAKE is None:
        if os.environ.get("CI"):
            pytest.fail("make is not installed: nothing may be skipped here")
        pytest.skip("make is not installed")
    tools = tmp_path / "bin"
    tools.mkdir()
    for name in ("mkdir", "touch", "awk", "rm"):
        (tools / name).symlink_to(shutil.which(name) or name)
    for name, script in programs.items():
        (tools / name).write_text(f"#!/bin/bash\n{script}\n", "utf-8")
        (tools / name).chmod(0o755)
    work = tmp_path / "work"
    work.mkdir()
    shutil.copy(ROOT / "Makefile", work / "Makefile")
    shutil.copy(ROOT / "pyproject.toml", work / "pyproject.toml")
    return subprocess.run(
        [MAKE, "demo"], cwd=work, env={"PATH": str(tools)}, capture_output=True, text=True, check=False, timeout=60
    )


def test_without_python_and_uv_it_says_what_to_install(tmp_path: Path) -> None:
    done = made(tmp_path, {})
    assert done.returncode != 0
    assert "Rejoinder needs Python 3.11 to 3.14, or uv" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_python_that_is_too_old_does_not_count(tmp_path: Path) -> None:
    done = made(tmp_path, {"python3": "exit 1"})
    assert "Rejoinder needs Python 3.11 to 3.14, or uv" in done.stderr


def test_a_missing_venv_module_is_one_sentence(tmp_path: Path) -> None:
    no_venv = 'case "$2" in *venv*) echo "Traceback (most recent call last):" >&2; exit 1;; esac; exit 0'
    done = made(tmp_path, {"python3": no_venv})
    assert done.returncode != 0
    assert "has no venv module; install it" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_newest_python_is_taken_first(tmp_path: Path) -> None:
    loud = 'if [ "$1" = -m ]; then echo "made by $(basename $0)"; exit 1; fi'
    done = made(tmp_path, {"python3.12": loud, "python3.13": loud, "basename": 'echo "${1##*/}"'})
    assert "made by python3.13" in done.stdout


def test_uv_serves_where_there_is_no_python(tmp_path: Path) -> None:
    done = made(tmp_path, {"uv": 'echo "uv $*"; exit 1'})
    assert "uv venv" in done.stdout

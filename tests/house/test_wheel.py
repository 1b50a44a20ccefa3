"""The wheel, without extras, in an empty environment, does the main job."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The `bin` folder of an environment that holds the wheel and what it declares, nothing else."""
    aside = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet"]
    subprocess.run([*pip, "wheel", "--no-deps", "--wheel-dir", str(aside), str(ROOT)], check=True)
    (wheel,) = aside.glob("rejoinder-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert not [n for n in names if n.startswith(("tests/", "benchmarks/"))]
    subprocess.run([sys.executable, "-m", "venv", str(aside / "venv")], check=True)
    subprocess.run([str(aside / "venv" / "bin" / "python"), *pip[1:], "install", str(wheel)], check=True)
    return aside / "venv" / "bin"


@pytest.mark.tools
def test_parse_index_search_show_thread_from_the_wheel_alone(installed: Path, tmp_path: Path) -> None:
    env = {"PATH": os.environ["PATH"], "HOME": str(tmp_path), "LANG": "C.UTF-8"}

    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(installed / "rejoinder"), *words],
            env=env,
            cwd=tmp_path,
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )

    version = run("--version")
    assert version.returncode == 0, version.stderr
    where = subprocess.run(
        [str(installed / "python"), "-c", "import corpus.sample; print(corpus.sample.sample_folder())"],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
    ).stdout.strip()
    indexed = run("index", where, "--library", "lib", "--json")
    assert indexed.returncode == 0, indexed.stderr
    report = json.loads(indexed.stdout)
    assert report["letters"] >= 50
    assert report["failed"] == []
    found = run("search", "lighthouse", "--library", "lib", "--json")
    assert found.returncode == 0, found.stderr
    page = json.loads(found.stdout)
    assert page["total"] > 0
    first = page["hits"][0]["id"]
    assert first in run("show", first, "--library", "lib").stdout
    thread = json.loads(run("thread", first, "--library", "lib", "--json").stdout)
    assert thread["focus"] == first

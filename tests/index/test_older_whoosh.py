"""The engine's tests once more over Whoosh 2.7.4: nothing here needs what only the newer distribution has."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TESTS = ["whoosh_api", "evaluate", "evaluate_edges", "heavy", "query", "store", "completion", "incremental"]
ITS_OWN_FAULTS = {
    "test_whoosh_api.py::test_both_paths_agree": "its SpanNear2 names a variable that is not there (NameError: q)",
}
"""Tests left out, and what of 2.7.4 they meet: they compare with a matcher of its that cannot run."""


def _installed(folder: Path) -> None:
    """Whoosh 2.7.4 in a folder, with whatever installs here."""
    pip = [sys.executable, "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True).returncode:
        uv = shutil.which("uv")
        assert uv, "neither pip nor uv is there to install Whoosh 2.7.4 with"
        pip = [uv, "pip"]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--target", str(folder), "whoosh==2.7.4"], check=True)


@pytest.mark.tools
def test_the_engine_runs_on_whoosh_2_7_4(tmp_path: Path) -> None:
    _installed(tmp_path / "older")
    places = [str(tmp_path / "older"), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(places)}
    version = [sys.executable, "-W", "ignore", "-c", "import whoosh; print(whoosh.__version__)"]
    assert subprocess.run(version, env=environment, capture_output=True, text=True).stdout == "(2, 7, 4)\n"
    # Its source has escapes that Python now warns of; a test of ours treats warnings as faults.
    command = [sys.executable, "-W", "ignore", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not tools"]
    command += [f"tests/index/test_{name}.py" for name in TESTS]
    for name in ITS_OWN_FAULTS:
        command += ["--deselect", f"tests/index/{name}"]
    ran = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300)
    assert ran.returncode == 0, ran.stdout[-3000:]
    assert f"{len(ITS_OWN_FAULTS)} deselected" in ran.stdout

"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def letters() -> Path:
    """The folder of real letters; where there is none, the test is skipped and says so."""
    folder = Path(os.environ.get("REJOINDER_LETTERS", ROOT.parent / "shared" / "letters"))
    if not (folder / "labels.jsonl").is_file():
        if os.environ.get("CI"):
            pytest.fail(f"no real letters at {folder}: nothing may be skipped here")
        pytest.skip("no real letters here: set REJOINDER_LETTERS to a folder of them")
    return folder

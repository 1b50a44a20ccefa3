"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from corpus.sample import sample_folder
from index.library import Library

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


@pytest.fixture(scope="session")
def sample_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a library that holds the bundled sample; to be read, never written."""
    folder = tmp_path_factory.mktemp("sample") / "library"
    with Library.open(folder, create=True) as library:
        report = library.ingest([sample_folder()])
    assert not report.failed
    return folder

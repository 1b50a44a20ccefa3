"""What every test may ask for."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from corpus import clean
from corpus.letter import read_letter
from corpus.readers import draft
from corpus.readers.guard import Guard
from corpus.sample import sample_folder
from index.library import Library
from tests.attacks import EVERYTHING, write_letters

ROOT = Path(__file__).resolve().parent.parent
THRESHOLD = gc.get_threshold()
MOST_OPEN = 200
"""Files open from which dead libraries are looked for: macOS gives a process 256, `select` counts to 1,024."""

# What is looked for at random here is looked for the same way every time there: a change is judged by what it changes.
settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")


@pytest.fixture(autouse=True)
def _dead_cycles_are_looked_for() -> Iterator[None]:
    """The screen puts that off for its own process (`tui.garbage`); here open files would pile up."""
    yield
    gc.set_threshold(*THRESHOLD)
    gc.unfreeze()
    free = os.open(os.devnull, os.O_RDONLY)
    os.close(free)
    if free > MOST_OPEN:
        gc.collect()


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


class _Unclean:
    """`corpus.clean` without the step that makes a text harmless."""

    def __getattr__(self, name: str) -> Any:
        return str if name == "visible" else getattr(clean, name)


@pytest.fixture(scope="session")
def hostile_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of letters that try to act (tests.attacks), from files whose names do too.

    Nothing was cleaned when they were read, as in a library that somebody else has tampered with: whatever shows them
    must clean by itself.
    """
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    write_letters(folder / "in")
    with pytest.MonkeyPatch.context() as patched, Library.open(folder / "library", create=True) as library:
        patched.setattr(draft, "clean", _Unclean())
        patched.setattr(Guard, "read", lambda _, path, **__: read_letter(path))
        report = library.ingest([folder / "in"])
        assert len(report.failed) == 1
        assert "\x1b]52;c;Zk000q" in library.letter(EVERYTHING).text
    return folder / "library"

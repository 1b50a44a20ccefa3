"""Libraries that the tests of searching read and never write."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from index.library import Library


@pytest.fixture(scope="session")
def sample(sample_library: Path) -> Iterator[Library]:
    with Library.open(sample_library) as library:
        yield library


@pytest.fixture(scope="session")
def real(letters: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A library of the real letters."""
    with Library.open(tmp_path_factory.mktemp("real") / "library", create=True) as library:
        assert library.ingest([letters]).letters > 100
        yield library


@pytest.fixture(scope="module")
def quick_disk() -> Iterator[None]:
    """Nothing waits for the disk, since nothing here is to outlive a power cut: a tenth of the time on a busy one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda file: None)
        yield

"""Two distributions that bring the package `whoosh` are noticed and named."""

from __future__ import annotations

from importlib.metadata import Distribution, PackageNotFoundError, PathDistribution
from pathlib import Path

import pytest

from index.distributions import rivals
from index.library import Library


@pytest.mark.parametrize(
    ("installed", "named"),
    [
        ({"whoosh3": "3.54.0"}, ()),
        ({"whoosh": "2.7.4"}, ()),
        ({}, ()),
        ({"whoosh3": "3.54.0", "whoosh": "2.7.4"}, ("whoosh3 3.54.0 and whoosh 2.7.4 are", "uninstall whoosh &&")),
        (
            {"whoosh3": "3", "whoosh": "2", "whoosh-reloaded": "1"},
            ("whoosh3 3, whoosh 2 and whoosh-reloaded 1 are", "uninstall whoosh whoosh-reloaded &&"),
        ),
    ],
)
def test_rivals_are_named(tmp_path: Path, installed: dict[str, str], named: tuple[str, ...]) -> None:
    def find(name: str) -> Distribution:
        if name not in installed:
            raise PackageNotFoundError(name)
        folder = tmp_path / f"{name}.dist-info"
        folder.mkdir(exist_ok=True)
        (folder / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {installed[name]}\n")
        return PathDistribution(folder)

    found = rivals(find)
    assert len(found) == bool(named)
    for words in named:
        assert words in found[0]


def test_this_environment_has_one() -> None:
    assert Library.rivals() == ()

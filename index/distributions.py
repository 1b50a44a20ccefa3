"""Who brought the package `whoosh`: several distributions write into the same folder, and the last one wins."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import Distribution, PackageNotFoundError, distribution

OURS = "whoosh3"
OTHERS = ("whoosh", "whoosh-reloaded", "whoosh-ng")
"""Distributions that also bring a package named `whoosh`."""


def rivals(find: Callable[[str], Distribution] = distribution) -> tuple[str, ...]:
    """A sentence where another distribution than ours is installed beside it; () where none is.

    `find` gives a distribution by name, or raises PackageNotFoundError.
    """
    found = [f"{name} {held.version}" for name in (OURS, *OTHERS) if (held := _held(name, find))]
    if len(found) < 2:
        return ()
    names = f"{', '.join(found[:-1])} and {found[-1]}"
    remove = " ".join(name for name in OTHERS if _held(name, find))
    return (
        f"{names} are installed together and overwrite each other's files. Remove all but one: "
        f"pip uninstall {remove} && pip install --force-reinstall {OURS}",
    )


def _held(name: str, find: Callable[[str], Distribution]) -> Distribution | None:
    try:
        return find(name)
    except PackageNotFoundError:
        return None

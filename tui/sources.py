"""The sha-256 of the files that a letter was read from: with it in every export, altered text can be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from corpus.errors import NotFound

if TYPE_CHECKING:
    from index.library import Library


class Sources:
    """Of each letter asked for, the sha-256 of its files, in order; read once."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._known: dict[str, list[str]] = {}

    def of(self, letter: str) -> list[str]:
        """The sha-256 of every file of the letter with that ID; [] where it is not held."""
        if letter not in self._known:
            try:
                versions = self._library.versions(letter)
            except NotFound:
                versions = ()
            self._known[letter] = sorted({h.sha256 for version in versions for h in version.holdings})
        return self._known[letter]

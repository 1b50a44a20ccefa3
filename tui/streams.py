"""The last door of the command line: what is written to standard output and error while a command runs.

What a command prints is cleaned where it is put together (`tui.printing`, `tui.export`). Everything goes through here,
a thread's traceback and a library's warning too; only the sequences that Rich writes for us pass as they are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import IO, Any, cast

from corpus.clean import visible

_OURS = re.compile(r"(\x1b\[(?:[0-9;]*m|\?25[lh]|[0-9]*[AK])|\r(?=\n|\x1b\[2K))")
"""Colours and weights; the bar's cursor, line up and erasure; the line ends of CSV."""


class Door:
    """A text stream that writes nothing that acts; everything else is the stream's own."""

    def __init__(self, stream: IO[str]) -> None:
        self._stream = stream

    def write(self, words: str) -> int:
        """Write, with a stand-in for every character that would act."""
        clean = visible(words)
        if clean != words:
            clean = "".join(part if place % 2 else visible(part) for place, part in enumerate(_OURS.split(words)))
            encoding = getattr(self._stream, "encoding", None) or "utf-8"
            clean = clean.encode(encoding, "replace").decode(encoding)  # a locale of ASCII has no stand-ins
        self._stream.write(clean)
        return len(words)

    def writelines(self, lines: Iterable[str]) -> None:
        """Write one after another."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


@contextmanager
def harmless() -> Iterator[None]:
    """Standard output and error behind the door, for as long as it lasts."""
    before = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast(Any, Door(stream)) for stream in before)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before

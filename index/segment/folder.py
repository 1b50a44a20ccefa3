"""A segment's folder while it is written: named sections, and what the manifest must know of each."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType

import numpy as np

from index.segment.dictionary import packed
from index.segment.section import Array, SectionWriter

FileFacts = dict[str, tuple[int, str]]
"""File name → (size in bytes, sha-256)."""


class SegmentFolder:
    """Creates `path` and writes sections into it; on an error the files are closed, the folder stays for the caller."""

    def __init__(self, path: Path, durable: bool = True) -> None:
        path.mkdir(parents=True)
        self.path = path
        self._durable = durable
        self.files: FileFacts = {}
        self._open: dict[str, SectionWriter] = {}

    def __enter__(self) -> SegmentFolder:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is not None:
            for writer in self._open.values():
                writer.abandon()
            return
        for name in list(self._open):
            self.end(name)
        if self._durable:
            sync_folder(self.path)

    def section(self, name: str, dtype: str) -> SectionWriter:
        """A section to append to; closed by `end`, or with the folder."""
        self._open[name] = writer = SectionWriter(self.path / name, dtype)
        return writer

    def end(self, name: str) -> None:
        """Finish a section, so that it can be read."""
        self.files[name] = self._open.pop(name).close(self._durable)

    def array(self, name: str, dtype: str, values: Array | list[int] | bytes) -> None:
        """Write a whole section."""
        self.section(name, dtype).write(values if isinstance(values, bytes) else np.asarray(values))
        self.end(name)

    def entries(self, name: str, entries: list[bytes]) -> None:
        """Write a list of byte strings as two sections, `name.blob` and `name.off`."""
        blob, offsets = packed(entries)
        self.array(f"{name}.blob", "u1", blob)
        self.pointers(f"{name}.off", offsets)

    def pointers(self, name: str, values: Array) -> None:
        """Write places that grow, in four bytes each where the last one fits."""
        self.array(name, "<u4" if int(values[-1]) < 1 << 32 else "<u8", values)


def sync_folder(path: Path) -> None:
    """Bring a folder's entries to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)

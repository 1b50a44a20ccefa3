"""From the last generation to the next: which segments stay, which are merged with what is new, and what goes where."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from index.lanes import Lanes
from index.manifest import Manifest, Part
from index.results import Cancel
from index.schema import SCHEMA_VERSION
from index.segment.folder import FileFacts
from index.segment.merge import merge
from index.segment.read import Segment
from index.segment.section import Array, SectionWriter
from index.store import remove

SMALL_SEGMENTS = 4
"""Small segments beside the main one; the next commit joins them."""

REWRITE_SHARE = 5
"""Everything is rewritten once new and deleted documents pass a fifth of the whole."""


class NextGeneration:
    """Written wholly in the writer's own folder, `building`; `move` puts it in its place in the library."""

    def __init__(self, root: Path, building: Path, number: int) -> None:
        self._root, self._building, self._number = root, building, number
        self._built: list[str] = []

    def write(
        self,
        held: dict[str, tuple[Segment, Array]],
        lanes: Lanes,
        files: FileFacts,
        *,
        rewrite: bool = False,
        cancel: Cancel | None = None,
    ) -> Manifest:
        """`held` are the segments of the last generation by folder, each with what lives of it; `files` its files."""
        merged, kept = _chosen(held, lanes.living, rewrite)
        own: FileFacts = {}
        parts = []
        for folder in kept:
            own |= {name: facts for name, facts in files.items() if name.startswith(folder + "/")}
            parts.append(Part(folder, self._write_deletes(folder, held[folder][1], own)))
        sources = [*(held[folder] for folder in merged), *lanes.sources()]
        if any(live is None or live.any() for _, live in sources):
            folder = f"segments/{self._number:08}-{os.getpid()}"
            written = merge(sources, self._aside(folder), cancel)
            own |= {f"{folder}/{name}": facts for name, facts in written.items()}
            parts.append(Part(folder))
        return Manifest(self._number, SCHEMA_VERSION, tuple(parts), own)

    def _aside(self, name: str) -> Path:
        """Where something is built: what fails leaves nothing but the writer's own folder."""
        path = self._building / name
        path.parent.mkdir(exist_ok=True)
        self._built.append(name)
        return path

    def _write_deletes(self, folder: str, live: Array, files: FileFacts) -> str:
        """The file that says which documents of a kept segment live; "" where all do."""
        if live.all():
            return ""
        name = f"deletes/{Path(folder).name}-{self._number:08}"
        writer = SectionWriter(self._aside(name), "u1")
        writer.write(live.astype(np.uint8))
        files[name] = writer.close()
        return name

    def move(self) -> None:
        """Put what was built in its place; what lies there is of a commit that failed after this."""
        for name in self._built:
            remove(self._root / name)
            (self._building / name).rename(self._root / name)


def _chosen(held: dict[str, tuple[Segment, Array]], fresh: int, rewrite: bool) -> tuple[list[str], list[str]]:
    """Folders of segments to merge with what is new, and those that stay as they are."""
    folders = list(held)
    if not folders:
        return [], []
    living = {folder: int(live.sum()) for folder, (_, live) in held.items()}
    main = folders[0]
    loose = fresh + sum(living[folder] for folder in folders[1:]) + held[main][0].docs - living[main]
    if rewrite or loose * REWRITE_SHARE > fresh + sum(living.values()):
        return folders, []
    if len(folders) > SMALL_SEGMENTS:
        return folders[1:], folders[:1]
    return [], [folder for folder in folders if living[folder]]

"""Letters on their way into runs: from the writer's fields to a document, and document after document into a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.analysis import fold, words
from index.schema import FACETS, TEXTS, encode
from index.segment.build import RUN_WORDS, Document, Run
from index.segment.keys import aliases

DELETABLE = ("id", "path", "sha256")
"""Exact fields by which a document may be deleted by the very writer that added it."""

Written = list[tuple[Path, int]]
"""Runs, and how many documents each has."""


def document(schema: Any, fields: dict[str, Any]) -> Document:
    """Fields as `add_document` takes them, as the index keeps them."""
    made = Document(date=fields.get("date") or 0, row=fields.get("row", b""), stored=fields.get("stored", b""))
    for name, value in fields.items():
        if value is None or name in ("row", "stored") or name.startswith("_"):
            continue
        if name in TEXTS:
            made.texts[name] = words(value)
        elif name in FACETS:
            made.facets[name] = values = listed(value)
            made.exact[name] = [encode(schema, name, fold(value)) for value in values]
        else:
            made.exact[name] = [encode(schema, name, value) for value in listed(value)]
    if "alias" in schema and "alias" not in fields:
        made.exact["alias"] = [alias.encode() for key in made.exact.get("key", ()) for alias in aliases(key.decode())]
    return made


def listed(value: Any) -> list[Any]:
    """One value or several as a list."""
    return [value] if isinstance(value, (str, int)) else list(value)


class Lane:
    """Documents in the order they come, in runs of a bounded size; numbered from 0."""

    def __init__(self, schema: Any, folder: Path, name: str = "run") -> None:
        self._schema, self._folder, self._name = schema, folder, name
        self._fields = tuple(sorted(schema.names()))
        self._run = Run(self._fields)
        self._written: Written = []
        self.count = 0

    def add(self, fields: dict[str, Any]) -> int:
        """Take a document; returns its number."""
        self._run.add(document(self._schema, fields))
        self.count += 1
        if self._run.words >= RUN_WORDS:
            self._write()
        return self.count - 1

    def _write(self) -> None:
        if len(self._run):
            path = self._folder / f"{self._name}-{len(self._written):04}"
            self._run.write(path)
            self._written.append((path, len(self._run)))
            self._run = Run(self._fields)

    def begin_to_finish(self) -> None:
        """For a lane in this process there is nothing to begin."""

    def finish(self) -> Written:
        """Write what is left; every run, in order."""
        self._write()
        return self._written

    def close(self) -> None:
        """Let go of what was collected."""
        self._run = Run(self._fields)

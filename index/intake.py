"""Letters on their way into runs: from the writer's fields to a document, and document after document into a run."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from pathlib import Path
from typing import Any

from whoosh.fields import ID

from index.analysis import fold, words
from index.schema import FACETS, TEXTS, encode
from index.segment.build import RUN_WORDS, Document, Run
from index.segment.keys import aliases

DELETABLE = ("id", "path", "sha256")
"""Exact fields by which a document may be deleted by the very writer that added it."""

Written = list[tuple[Path, int]]
"""Runs, and how many documents each has."""


class Encoders(dict[str, Callable[[Any], bytes]]):
    """For each field what turns a value into a term, looked up in the schema once."""

    def __init__(self, schema: Any) -> None:
        super().__init__()
        self._schema = schema
        self.aliased = "alias" in schema

    def __missing__(self, name: str) -> Callable[[Any], bytes]:
        # Whoosh's own for text is a call of three calls: a tenth of the time of adding a letter.
        plain = type(self._schema[name]) is ID
        self[name] = encoder = _utf8 if plain else partial(encode, self._schema, name)
        return encoder


def _utf8(value: Any) -> bytes:
    """UTF-8; bytes of a file's name that are none stay as they are."""
    return value if isinstance(value, bytes) else str(value).encode("utf-8", "surrogateescape")


def document(encoders: Encoders, fields: dict[str, Any]) -> Document:
    """Fields as `add_document` takes them, as the index keeps them."""
    made = Document(date=fields.get("date") or 0, row=fields.get("row", b""), stored=fields.get("stored", b""))
    for name, value in fields.items():
        if value is None or name in ("row", "stored") or name.startswith("_"):
            continue
        if name in TEXTS:
            made.texts[name] = words(value)
        elif name in FACETS:
            made.facets[name] = values = listed(value)
            made.exact[name] = [_folded(value) for value in values]
        else:
            made.exact[name] = list(map(encoders[name], listed(value)))
    if encoders.aliased and "alias" not in fields:
        made.exact["alias"] = [alias.encode() for key in made.exact.get("key", ()) for alias in aliases(key.decode())]
    return made


@lru_cache(maxsize=4096)
def _folded(value: str) -> bytes:
    """A facet's value as it is found; most letters share theirs with others."""
    return fold(value).encode()


def listed(value: Any) -> list[Any]:
    """One value or several as a list."""
    return [value] if isinstance(value, (str, int)) else list(value)


class Lane:
    """Documents in the order they come, in runs of a bounded size; numbered from 0."""

    def __init__(self, schema: Any, folder: Path, name: str = "run") -> None:
        self._encoders, self._folder, self._name = Encoders(schema), folder, name
        self._fields = tuple(sorted(schema.names()))
        self._run = Run(self._fields)
        self._written: Written = []
        self.count = 0

    def add(self, fields: dict[str, Any]) -> int:
        """Take a document; returns its number."""
        self._run.add(document(self._encoders, fields))
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

"""Small libraries for the tests of the engine, made without letters."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from index.arrayindex import ArrayIndex
from index.rows import Row
from index.store import open_index


def fields(number: int, body: str = "common", **more: Any) -> dict[str, Any]:
    """A document with a body, a row that tells its number, and whatever else."""
    return {"id": f"L{number}", "body": body, "row": Row(f"L{number}", title=body).dumps()} | more


def library(path: Path, *batches: list[dict[str, Any]]) -> ArrayIndex:
    """A library with a generation for each batch."""
    index = open_index(path, create=True)
    for batch in batches:
        with index.writer() as writer:
            for document in batch:
                writer.add_document(**document)
    return index


def held(index: ArrayIndex) -> set[str]:
    """IDs of the living documents, read from their rows."""
    searcher = index.searcher()
    return {searcher.row(doc).id for doc in searcher.ixreader.all_doc_ids()}

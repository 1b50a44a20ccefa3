"""The manifest of a generation: which segments it has, and the size and sha-256 of every file."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path

from index.segment.folder import FileFacts

FORMAT = 1
"""Of the manifest and the files it names."""


@dataclass(frozen=True, slots=True)
class Part:
    """A segment of a generation: its folder and, where something in it was deleted, the file that says what."""

    folder: str
    deletes: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A generation. Paths are relative to the library's folder."""

    generation: int
    schema: int
    parts: tuple[Part, ...]
    files: FileFacts
    format: int = FORMAT

    def dumps(self) -> bytes:
        """As JSON with a checksum over all of it."""
        body = asdict(self)
        return json.dumps(body | {"check": _check(body)}, sort_keys=True, indent=1).encode()


def loads(data: bytes) -> Manifest:
    """Read a manifest; ValueError where it is not what was written."""
    body = json.loads(data)
    if not isinstance(body, dict) or body.pop("check", None) != _check(body):
        raise ValueError("its checksum differs")
    parts = tuple(Part(**part) for part in body["parts"])
    files = {name: (int(size), str(digest)) for name, (size, digest) in body["files"].items()}
    return Manifest(body["generation"], body["schema"], parts, files, body["format"])


def _check(body: dict[str, object]) -> str:
    return hashlib.sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def damage(root: Path, manifest: Manifest, thorough: bool = False) -> list[str]:
    """What is wrong with a generation's files, in words: presence and size, and the sha-256 where `thorough`."""
    found = []
    for name, (size, digest) in manifest.files.items():
        path = root / name
        try:
            if path.stat().st_size != size:
                found.append(f"{name} is {path.stat().st_size} bytes long, not {size}.")
            elif thorough and _sha256(path) != digest:
                found.append(f"{name} is not what was written.")
        except OSError as error:
            found.append(f"{name} cannot be read ({error.strerror}).")
    return found


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()

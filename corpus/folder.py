"""Which files of a folder are read: regular ones of a known suffix, inside the folder, below the size cap.

A file that is named itself is tried whatever its suffix; its first bytes decide then (`corpus.readers.kind_of`).
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from corpus.readers import MAX_BYTES, SUFFIXES

_ABOUT = frozenset({"readme", "licence", "license", "copying"})
"""Names, without a suffix, of files that tell about a folder. One named itself is read all the same."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A path that gives no letter, and why, in one line."""

    path: str
    error: str


def walk(paths: Iterable[Path]) -> Iterator[Path | Failure]:
    """Files under `paths`, each once, folders in the order given and each sorted by name, hidden ones left out.

    Links are followed only where they lead to a regular file inside the folder that is walked. What bears a known
    suffix and cannot be read (a FIFO, a socket, a device, a link out of the folder, too large a file) is a `Failure`;
    files of other suffixes are passed over in silence, and so is what tells about a folder (`README.md`).
    """
    seen: set[tuple[int, int]] = set()
    for path in paths:
        for found in _folder(path) if path.is_dir() else [_check(path, None)]:
            if isinstance(found, Path):
                status = found.stat()
                if (status.st_dev, status.st_ino) in seen:
                    continue
                seen.add((status.st_dev, status.st_ino))
            yield found


def _folder(root: Path) -> Iterator[Path | Failure]:
    errors: list[Failure] = []

    def note(error: OSError) -> None:
        errors.append(_unopened(error.filename, error))

    for folder, folders, files in os.walk(root, onerror=note):
        yield from errors
        errors.clear()
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.startswith(".") or Path(name).stem.lower() in _ABOUT:
                continue
            if Path(name).suffix.lower() in SUFFIXES:
                yield _check(Path(folder, name), root)
    yield from errors


def _check(path: Path, root: Path | None) -> Path | Failure:
    """The path itself if it may be read; `root` is the folder that links must stay in, None for a file named itself."""
    try:
        if root is not None and path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
            return Failure(str(path), "is a link out of the folder")
        status = path.stat()
    except OSError as error:
        return _unopened(path, error)
    except RuntimeError:
        return Failure(str(path), "is a link to itself")
    if not stat.S_ISREG(status.st_mode):
        return Failure(str(path), f"is {_nature(status.st_mode)}, not a regular file")
    if status.st_size > MAX_BYTES:
        return Failure(str(path), f"is larger than {MAX_BYTES // 2**20} MB")
    return path


def _unopened(path: object, error: OSError) -> Failure:
    return Failure(str(path), f"cannot be opened: {(error.strerror or 'input/output error').lower()}")


def _nature(mode: int) -> str:
    tests = {
        "a named pipe": stat.S_ISFIFO,
        "a socket": stat.S_ISSOCK,
        "a device": lambda value: stat.S_ISCHR(value) or stat.S_ISBLK(value),
        "a folder": stat.S_ISDIR,
    }
    return next((name for name, test in tests.items() if test(mode)), "something else")

"""The queries asked before: one JSON string a line, appended, so that a crash loses none that was asked."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from pathlib import Path

from corpus.clean import visible

KEPT = 1000
"""Queries kept; the file is written anew when it has twice as many lines."""


class Queries:
    """What was asked, the newest last. The file has mode 0600; with `keep=False` nothing is read or written."""

    def __init__(self, path: Path | None = None, *, keep: bool = True) -> None:
        self.path = path or default_path()
        self.keep = keep
        self.asked: list[str] = []
        self.notice = ""
        """What a person should know about the file; `""` when all is well."""
        if keep:
            self._read()

    def add(self, query: str) -> None:
        """Remember a query; blank ones and the one just asked are not new."""
        query = visible(" ".join(query.split()))
        if not query or (self.asked and self.asked[-1] == query):
            return
        self.asked.append(query)
        if self.keep:
            self._append(query)

    def recent(self) -> list[str]:
        """Each query once, the newest first."""
        return list(dict.fromkeys(reversed(self.asked)))

    def _read(self) -> None:
        try:
            lines = self.path.read_text("utf-8", "replace").splitlines()
        except FileNotFoundError:
            return
        except OSError as error:
            self.notice = f"The query history cannot be read: {error.strerror}."
            return
        for line in lines[-KEPT:]:
            with suppress(ValueError):  # a line that was cut short by a full disk
                query = json.loads(line)
                if isinstance(query, str):
                    self.asked.append(visible(" ".join(query.split())))  # another program may have written it
        if len(lines) > 2 * KEPT:
            self._shorten()

    def _append(self, query: str) -> None:
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                # One write: two programs that append at once do not mix their lines.
                os.write(handle, (json.dumps(query, ensure_ascii=False) + "\n").encode("utf-8", "replace"))
            finally:
                os.close(handle)
        except OSError as error:
            self.notice = f"The query history cannot be written: {error.strerror}."

    def _shorten(self) -> None:
        """Write the last `KEPT` to a neighbour (mode 0600) and rename it."""
        with suppress(OSError):
            handle, name = tempfile.mkstemp(prefix=self.path.name, dir=self.path.parent)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.writelines(json.dumps(query, ensure_ascii=False) + "\n" for query in self.asked)
            os.replace(name, self.path)


def default_path() -> Path:
    """`rejoinder/queries` in the XDG state folder."""
    from platformdirs import user_state_path

    return user_state_path("rejoinder", appauthor=False) / "queries"

"""A lane in a second process: half of the letters are made into runs there, so that both processors work.

The process is a new Python that is given letters over a pipe and writes runs into the writer's folder; it ends when
the pipe does. Letters go over as `marshal` has them, from this program to itself; what comes back is JSON.
"""

from __future__ import annotations

import gc
import json
import marshal
import struct
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, Any

from corpus.errors import LibraryError
from index.intake import Lane, Written, listed

BATCH = 64
"""Letters sent at a time, about 1 MB."""
_BOOT = "import sys; sys.path.append({root!r}); from index.second import main; main({folder!r})"
_SIZE = struct.Struct("<I")


class SecondLane:
    """Like `index.intake.Lane`; OSError where the other process met one, LibraryError where it died."""

    def __init__(self, folder: Path) -> None:
        boot = _BOOT.format(root=str(Path(__file__).resolve().parent.parent), folder=str(folder))
        self._process = subprocess.Popen(
            [sys.executable, "-c", boot], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._waiting: list[dict[str, Any]] = []
        self.count = 0

    def add(self, fields: dict[str, Any]) -> int:
        """Take a document; returns its number in this lane."""
        self._waiting.append({name: _plain(value) for name, value in fields.items()})
        self.count += 1
        if len(self._waiting) >= BATCH:
            self._send()
        return self.count - 1

    def _send(self) -> None:
        data = marshal.dumps(self._waiting)
        self._waiting = []
        pipe: IO[bytes] | None = self._process.stdin
        if pipe is None:
            raise ValueError("this lane is closed")
        try:
            pipe.write(_SIZE.pack(len(data)))
            pipe.write(data)
            pipe.flush()
        except BrokenPipeError:
            self._answer()
            raise

    def begin_to_finish(self) -> None:
        """Send what is left and the end; the other process writes while this one does something else."""
        if self._waiting:
            self._send()
        if self._process.stdin is not None:
            self._process.stdin.close()

    def finish(self) -> Written:
        """Every run, in order, once the other process has written them."""
        return [(Path(path), count) for path, count in self._answer()]

    def _answer(self) -> list[tuple[str, int]]:
        pipe = self._process.stdout
        data = pipe.read() if pipe is not None else b""
        self._process.wait()
        if not data:
            raise LibraryError("The second process that builds the library died.", "Index again; nothing was lost.")
        answer = json.loads(data)
        if "errno" in answer:
            raise OSError(answer["errno"], answer["words"])
        runs: list[tuple[str, int]] = answer["runs"]
        return runs

    def close(self) -> None:
        """End the other process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(OSError):
                    pipe.close()


def _plain(value: Any) -> Any:
    """A value as `marshal` can write it."""
    return (
        value if value is None or isinstance(value, bytes) else listed(value) if not isinstance(value, str) else value
    )


def main(folder: str) -> None:
    """The other process: read letters until the pipe ends, then say which runs were written."""
    from index.schema import letters_schema

    gc.disable()  # what is collected has no cycles, and looking for them takes a tenth of the time
    lane = Lane(letters_schema(), Path(folder), "second")
    source = sys.stdin.buffer
    try:
        while head := source.read(_SIZE.size):
            for fields in marshal.loads(source.read(*_SIZE.unpack(head))):
                lane.add(fields)
        answer: dict[str, Any] = {"runs": [(str(path), count) for path, count in lane.finish()]}
    except OSError as error:
        answer = {"errno": error.errno, "words": error.strerror}
    sys.stdout.write(json.dumps(answer))

"""Reading within limits: a worker process that may die without harm.

    with Guard() as guard:
        letter = guard.read(path)          # a Letter, or UnreadableFile with one sentence

The worker is a new Python (fork and exec, as the start method `spawn` does, never a copy of this process), reads many
files one after another, and is replaced when it crashes, runs out of memory or passes the time limit. It may not write
files nor leave a core. What comes back over the pipe is data and never a pickle: `corpus.stored` for letters, JSON for
the rest. This module loads nothing heavy; the readers are imported in the worker.

Memory is held by RLIMIT_AS where the system enforces it: Linux does. macOS accepts the limit and does not keep it,
so there the worker also asks itself how large it has grown after each file, and is replaced; one file that grows
within its twenty seconds is bounded only by the caps on its size, its pages and its characters.
"""

from __future__ import annotations

import json
import os
import select
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from importlib import import_module
from pathlib import Path

from corpus.errors import UnreadableFile

MEMORY = 512 * 1024 * 1024
"""Bytes of address space that the worker may have."""
SECONDS = 20.0
"""Time for one file, from request to result."""
MAX_REPLY = 256 * 1024 * 1024
FRAME = struct.Struct(">BI")
"""Kind and length of what follows on the pipe."""

FAILED, LETTER, JSON = 0, 1, 2
_BOOT = "import sys; sys.path.append({root!r}); from corpus.readers.worker import main; main({memory}, {seconds})"


class Guard:
    """Reads files in a worker process. Not to be shared by threads: give each its own."""

    def __init__(self, *, memory: int = MEMORY, seconds: float = SECONDS) -> None:
        self.memory = memory
        self.seconds = seconds
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Guard:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the worker."""
        worker, self._worker = self._worker, None
        if worker is None:
            return
        worker.kill()
        worker.wait()
        for stream in (worker.stdin, worker.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()

    def read(
        self,
        path: Path,
        function: str = "corpus.letter:read_letter",
        *,
        cancel: Callable[[], bool] | None = None,
    ) -> object:
        """What `function` ("module:name", of this project) makes of `path`: a Letter, or else values as JSON has them.

        Raises UnreadableFile with one sentence, also where the worker dies, hangs or asks for too much memory.
        `cancel` is asked ten times a second; when it says yes the worker is ended and UnreadableFile says so.
        """
        try:
            try:
                kind, body = self._ask(path, function, cancel)
            except (OSError, EOFError):
                if not self._retired():
                    raise
                kind, body = self._ask(path, function, cancel)
        except TimeoutError as error:
            self.close()
            raise UnreadableFile(f"{path.name} {error}") from None
        except (OSError, EOFError):
            self.close()
            raise UnreadableFile(f"{path.name} broke its reader: it is damaged or asks for too much memory.") from None
        return _result(kind, body)

    def _retired(self) -> bool:
        """Whether the worker ended by itself after the file before, having grown large: this file is not to blame."""
        try:
            retired = self._worker is not None and self._worker.wait(1.0) == 0
        except subprocess.TimeoutExpired:
            return False
        self.close()
        return retired

    def _ask(self, path: Path, function: str, cancel: Callable[[], bool] | None) -> tuple[int, bytes]:
        if self._worker is not None and self._worker.poll() is not None:
            self.close()
        self._worker = self._worker or self._start()
        given, taken = self._worker.stdin, self._worker.stdout
        assert given is not None
        assert taken is not None
        request = json.dumps({"path": os.fsencode(path).hex(), "function": function}).encode()
        given.write(FRAME.pack(JSON, len(request)) + request)
        deadline = time.monotonic() + self.seconds
        kind, size = FRAME.unpack(_take(taken.fileno(), FRAME.size, deadline, cancel))
        if size > MAX_REPLY:
            raise EOFError
        return kind, _take(taken.fileno(), size, deadline, cancel)

    def _start(self) -> subprocess.Popen[bytes]:
        root = str(Path(__file__).resolve().parents[2])
        boot = _BOOT.format(root=root, memory=self.memory, seconds=int(self.seconds) + 5)
        return subprocess.Popen(
            [sys.executable, "-P", "-B", "-c", boot],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
        )


def _take(stream: int, size: int, deadline: float, cancel: Callable[[], bool] | None) -> bytes:
    """Exactly `size` bytes of the worker's answer. Raises EOFError when it dies, TimeoutError when it is late."""
    parts, waiting = bytearray(), select.poll()  # select() itself refuses descriptors above 1,023
    waiting.register(stream, select.POLLIN)
    while len(parts) < size:
        if cancel is not None and cancel():
            raise TimeoutError("was not read: cancelled.")
        left = deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError("takes too long to read; split it into smaller files.")
        if waiting.poll(1000 * min(left, 0.1 if cancel else left)):
            part = os.read(stream, min(size - len(parts), 1 << 20))
            if not part:
                raise EOFError
            parts += part
    return bytes(parts)


def _result(kind: int, body: bytes) -> object:
    if kind == LETTER:
        return import_module("corpus.stored").loads(body)
    value = json.loads(body)
    if kind == FAILED:
        raise UnreadableFile(value["message"], value["hint"])
    return value

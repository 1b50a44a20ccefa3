"""A line between two processes of this program: one end asks, the other answers, whole values go over.

Values are pickled. That is never done with anything from elsewhere; here both ends are one program, the second was
made by the first (`index.apart`), and nobody else holds an end of a nameless pair of sockets.
"""

from __future__ import annotations

import pickle
import select
import socket
import struct
import zlib
from contextlib import suppress
from threading import Lock
from typing import Any

_SIZE = struct.Struct("<I")
_PIECE = 1 << 20


def packed(value: Any) -> bytes:
    """A value that the other end need not look at yet, at its smallest."""
    return zlib.compress(_pickled(value), 1)


def unpacked(data: bytes) -> Any:
    """What the other end packed."""
    return pickle.loads(zlib.decompress(data))


class Lost(Exception):
    """The other end is gone."""


class End:
    """One end of a line. Any thread may send; one receives."""

    def __init__(self, held: socket.socket) -> None:
        self._socket = held
        self._sending = Lock()
        self._came = bytearray()

    def pauses(self, seconds: float) -> bool:
        """Whether nothing comes for so long; what has come already counts."""
        return not self._came and not select.select([self._socket], [], [], seconds)[0]

    def send(self, value: Any) -> None:
        """Send a value; Lost where nobody is there."""
        data = _pickled(value)
        with self._sending:
            try:
                self._socket.sendall(_SIZE.pack(len(data)) + data)
            except OSError as error:
                raise Lost from error

    def receive(self) -> Any:
        """Wait for a value; Lost where none can come any more."""
        (size,) = _SIZE.unpack(self._take(_SIZE.size))
        return pickle.loads(self._take(size))

    def _take(self, size: int) -> bytes:
        while len(self._came) < size:
            try:
                piece = self._socket.recv(_PIECE)
            except OSError as error:
                raise Lost from error
            if not piece:
                raise Lost
            self._came += piece
        taken = bytes(self._came[:size])
        del self._came[:size]
        return taken

    def drop(self) -> None:
        """Let go of an end that another process holds too."""
        self._socket.close()

    def hang_up(self) -> None:
        """End the line: the other end is told, and a thread that waits here."""
        with suppress(OSError):
            self._socket.shutdown(socket.SHUT_RDWR)


def _pickled(value: Any) -> bytes:
    return pickle.dumps(value, pickle.HIGHEST_PROTOCOL)


def line() -> tuple[End, End]:
    """Both ends of a new line."""
    one, other = socket.socketpair()
    return End(one), End(other)

"""A slow line on loopback: a TCP relay that lets so many bits a second through, each so many seconds late."""

from __future__ import annotations

import queue
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress


class Relay:
    """Relays one connection at a time to `port`. `cut()` drops it, as a lost network does."""

    def __init__(self, port: int, bits_per_second: int, delay: float) -> None:
        self._target = port
        self._rate = bits_per_second / 8
        self._delay = delay
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self.sent = 0
        """Bytes carried from the server to the client so far."""
        threading.Thread(target=self._accept, daemon=True).start()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self._target))
            self._open += [client, server]
            threading.Thread(target=self._carry, args=(client, server, False), daemon=True).start()
            threading.Thread(target=self._carry, args=(server, client, True), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket, down: bool) -> None:
        """Carry bytes one way: each leaves no earlier than its delay, and no faster than the line."""
        later: queue.Queue[tuple[float, bytes] | None] = queue.Queue()
        threading.Thread(target=self._deliver, args=(later, sink, down), daemon=True).start()
        free = time.monotonic()
        while True:
            try:
                data = source.recv(512)
            except OSError:
                data = b""
            if not data:
                later.put(None)
                source.close()
                return
            now = time.monotonic()
            free = max(free, now) + len(data) / self._rate
            later.put((free + self._delay, data))
            if free - now > 0.5:  # a line's buffers are finite: the sender has to wait
                time.sleep(free - now - 0.5)

    def _deliver(self, later: queue.Queue[tuple[float, bytes] | None], sink: socket.socket, down: bool) -> None:
        """Hand on what is due, in order, until the other end closed."""
        while (item := later.get()) is not None:
            due, data = item
            time.sleep(max(due - time.monotonic(), 0))
            if down:
                self.sent += len(data)
            try:
                sink.sendall(data)
            except OSError:
                return
        _end(sink)

    def cut(self) -> None:
        """Drop every connection."""
        for end in self._open:
            _end(end)
        self._open.clear()

    def close(self) -> None:
        """Take no more connections and drop those there are."""
        self._listener.close()
        self.cut()


def _end(connection: socket.socket) -> None:
    """Close for both sides: to close it alone tells nobody while another thread reads from it."""
    with suppress(OSError):
        connection.shutdown(socket.SHUT_RDWR)
    connection.close()


@contextmanager
def slow_line(port: int, bits_per_second: int, delay: float) -> Iterator[Relay]:
    """A relay to `port` for the time of a test."""
    relay = Relay(port, bits_per_second, delay)
    try:
        yield relay
    finally:
        relay.close()

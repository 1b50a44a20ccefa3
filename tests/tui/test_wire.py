"""What is written to the terminal, when, and what is not."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing, suppress

import pytest

from tests.tui.frames import show
from tui.wire import Wire


class Terminal:
    """The reading end of a pipe that a wire writes to."""

    def __init__(self) -> None:
        self.reader, self.writer = os.pipe()
        os.set_blocking(self.reader, False)
        self.wire = Wire(self.writer, 20, 4, str.encode)

    def read(self) -> str:
        """What came, once the wire has written all it had; `""` where that was nothing."""
        assert self.wire.drain(5)
        with suppress(BlockingIOError):
            return os.read(self.reader, 1 << 20).decode()
        return ""

    def close(self) -> None:
        self.wire.stop()
        self.wire.join(5)
        assert not self.wire.is_alive()
        os.close(self.writer)
        if self.reader >= 0:
            os.close(self.reader)


@pytest.fixture
def terminal() -> Iterator[Terminal]:
    with closing(Terminal()) as made:
        yield made


def test_frames_that_came_while_the_line_was_busy_are_one_picture(terminal: Terminal) -> None:
    for n in range(40):
        show(terminal.wire, f"\x1b[1;1Hframe {n:02d}\x1b[1;1H", 20, 4)
    terminal.wire.start()
    sent = terminal.read()
    assert "frame 39" in sent
    assert "frame 38" not in sent


def test_what_is_said_goes_out_whole_in_order_and_before_the_picture(terminal: Terminal) -> None:
    terminal.wire.say("\x1b[?1049h")
    terminal.wire.say("\x1b[?2004h")
    show(terminal.wire, "\x1b[1;1Hx", 20, 4)
    terminal.wire.start()
    assert terminal.read().startswith("\x1b[?1049h\x1b[?2004h\x1b[m\x1b[2J")


def test_leaving_the_screen_drops_the_picture_that_waited(terminal: Terminal) -> None:
    show(terminal.wire, "\x1b[1;1Hlate", 20, 4)
    terminal.wire.say("\x1b[?1049l")
    terminal.wire.start()
    assert "late" not in terminal.read()


def test_a_new_size_begins_with_a_clear_screen(terminal: Terminal) -> None:
    terminal.wire.start()
    show(terminal.wire, "\x1b[1;1Hsame", 20, 4)
    terminal.read()
    show(terminal.wire, "\x1b[1;1Hsame", 30, 4)
    assert "\x1b[2J" in terminal.read()


def test_a_resize_to_the_same_size_is_painted_again(terminal: Terminal) -> None:
    terminal.wire.start()
    show(terminal.wire, "\x1b[1;1Hsame", 20, 4)
    terminal.read()
    terminal.wire.forget()
    show(terminal.wire, "\x1b[1;1Hsame", 20, 4)
    assert "same" in terminal.read()


def test_a_size_that_came_back_before_anything_was_painted_is_painted_too(terminal: Terminal) -> None:
    terminal.wire.start()
    show(terminal.wire, "\x1b[1;1Hx", 20, 4)
    terminal.read()
    terminal.wire.forget()
    assert terminal.wire.drain(5)
    terminal.wire.insist()
    assert terminal.read().startswith("\x1b[m\x1b[2J")
    terminal.wire.insist()  # and once is enough
    terminal.wire.say("\x07")
    assert terminal.read() == "\x07"


def test_only_a_large_picture_is_announced_and_only_where_known(terminal: Terminal) -> None:
    terminal.wire.start()
    large = "".join(f"\x1b[{y + 1};1H" + "".join(f"\x1b[{31 + x % 6}m{y}" for x in range(20)) for y in range(4))
    show(terminal.wire, large, 20, 4)
    assert "\x1b[?2026" not in terminal.read()
    terminal.wire.synchronised = True
    terminal.wire.forget()
    show(terminal.wire, large, 20, 4)
    sent = terminal.read()
    assert sent.startswith("\x1b[?2026h")
    assert sent.endswith("\x1b[?2026l")
    show(terminal.wire, "\x1b[1;1Hx", 20, 4)
    assert "\x1b[?2026" not in terminal.read()


def test_a_terminal_that_is_gone_blocks_nobody(terminal: Terminal) -> None:
    os.close(terminal.reader)
    terminal.reader = -1
    terminal.wire.start()
    for n in range(100):
        show(terminal.wire, f"\x1b[1;1H{n}", 20, 4)
        terminal.wire.say("\x1b[?25l")
    assert terminal.wire.drain(5)
    assert terminal.wire.broken
    assert threading.active_count() < 10


def test_text_said_instead_stays_until_the_picture_is_wanted_again(terminal: Terminal) -> None:
    terminal.wire.start()
    show(terminal.wire, "\x1b[1;1Hpicture", 20, 4)
    terminal.read()
    terminal.wire.say_instead("\x1b[2Jtext")
    assert terminal.read() == "\x1b[2Jtext"
    show(terminal.wire, "\x1b[1;1Hanother", 20, 4)
    terminal.wire.say("\x07")
    assert terminal.read() == "\x07"
    terminal.wire.say_instead(None)
    assert "another" in terminal.read()


def test_a_fault_of_a_picture_is_told_and_modes_still_go_out(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, writer = os.pipe()
    told: list[Exception] = []

    def encode(text: str) -> bytes:
        return text.encode("utf-8" if "broken" not in text else "no such encoding")

    wire = Wire(writer, 20, 4, encode, on_fault=told.append)
    wire.start()
    show(wire, "\x1b[1;1Hbroken\x1b[1;1H", 20, 4)
    assert wire.drain(5)
    wire.say("\x1b[?25h")
    assert wire.drain(5)
    wire.stop()
    assert [type(error) for error in told] == [LookupError]
    assert os.read(reader, 100) == b"\x1b[?25h"
    os.close(reader)
    os.close(writer)


def test_a_terminal_that_another_program_set_not_to_wait_is_waited_for() -> None:
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    wire = Wire(writer, 20, 4, str.encode)
    wire.start()
    said = "x" * 300_000  # more than a pipe holds
    wire.say(said)
    assert not wire.drain(0.2), "it is full, and waits"
    came = b""
    while len(came) < len(said):
        came += os.read(reader, 1 << 16)
    assert came.decode() == said
    assert not wire.broken
    wire.stop()
    os.close(reader)
    os.close(writer)


def test_a_wire_after_a_stop_goes_on_with_the_picture() -> None:
    reader, writer = os.pipe()
    before = Wire(writer, 20, 4, str.encode)
    show(before, "\x1b[1;1Hkept\x1b[1;1H", 20, 4)
    before.start()
    before.stop()
    os.read(reader, 1000)
    for size, kept in (((20, 4), True), ((30, 4), False)):  # of another size, a frame will follow
        wire = Wire(writer, *size, str.encode, before=before)
        wire.start()
        wire.say("\x1b[?1049h")
        wire.again(*size)
        assert wire.drain(5)
        wire.stop()
        sent = os.read(reader, 1000).partition(b"\x1b[?1049h")[2]
        assert b"kept" in sent if kept else sent == b""
    os.close(reader)
    os.close(writer)

"""A line that is lost: after five seconds nothing is left there, and `--resume` is at the same line of the letter."""

from __future__ import annotations

import dataclasses
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.letters import write
from index.library import Library
from tests.e2e import sshd
from tests.e2e.far import assert_gone, connected, running
from tests.e2e.slow_line import Relay, slow_line
from tests.e2e.terminal import PROGRAM

pytestmark = pytest.mark.tools


@pytest.fixture
def relay(server: sshd.Server) -> Iterator[Relay]:
    with slow_line(server.port, bits_per_second=10_000_000, delay=0.0) as line:
        yield line


def through(server: sshd.Server, relay: Relay) -> sshd.Server:
    return dataclasses.replace(server, port=relay.port)


def test_resumed_at_the_same_line_of_the_same_letter(
    server: sshd.Server, relay: Relay, tmp_path: Path, sample_library: Path
) -> None:
    opened = ("--library", sample_library)
    with connected(through(server, relay), tmp_path, *opened, "A/61/233") as terminal:
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        terminal.press(" ")
        terminal.press("jjj")
        before = terminal.lines
        assert running(tmp_path)
        relay.cut()
        assert_gone(tmp_path)
    with connected(server, tmp_path, *opened, "--resume") as terminal:
        terminal.wait_for(max(before[2:-1], key=len).strip())
        assert terminal.lines[1:-1] == before[1:-1]


@pytest.mark.parametrize("keys", ["of the", "?", "s61/2", "P", "F"])
def test_wherever_one_is(server: sshd.Server, relay: Relay, tmp_path: Path, sample_library: Path, keys: str) -> None:
    """While what was typed is searched for (the keys of the first), and in dialogs."""
    with connected(through(server, relay), tmp_path, "--library", sample_library) as terminal:
        terminal.wait_for("60 letters")
        if keys != "of the":
            terminal.press("\x1b")
        for key in keys:
            terminal.send(key)
        relay.cut()
        assert_gone(tmp_path)


def test_with_hangups_ignored(server: sshd.Server, relay: Relay, tmp_path: Path, sample_library: Path) -> None:
    """As `nohup` has it: the program hears what it was told to ignore, and does not read the line's end for ever."""
    line = shlex.quote(f"trap '' HUP; exec {PROGRAM} --library {sample_library}")
    with connected(through(server, relay), tmp_path, "sh", "-c", line) as terminal:
        terminal.wait_for("60 letters")
        assert running(tmp_path)
        relay.cut()
        assert_gone(tmp_path)


def test_where_no_signal_tells(server: sshd.Server, relay: Relay, tmp_path: Path, sample_library: Path) -> None:
    """In a session of its own nothing is sent to it when the line is lost: it watches the line itself."""
    opened = ("setsid", "-w", PROGRAM, "--library", sample_library)
    with connected(through(server, relay), tmp_path, *opened) as terminal:
        terminal.wait_for("60 letters")
        assert running(tmp_path)
        relay.cut()
        assert_gone(tmp_path)


def test_while_stopped(server: sshd.Server, relay: Relay, tmp_path: Path, sample_library: Path) -> None:
    with connected(through(server, relay), tmp_path, "bash", "--norc", "-i") as terminal:
        terminal.send(f"{PROGRAM} --library {sample_library}\r")
        terminal.wait_for("60 letters")
        terminal.press("\x1a")
        terminal.wait_for("Stopped")
        assert running(tmp_path)
        relay.cut()
        assert_gone(tmp_path)


def test_while_letters_are_taken_in(server: sshd.Server, relay: Relay, tmp_path: Path) -> None:
    """Its workers end too; what was written is whole, and the same command goes on from there."""
    folder = tmp_path / "letters"
    write(folder, 200)
    with connected(
        through(server, relay), tmp_path, PROGRAM, "index", folder, "--library", tmp_path / "lib"
    ) as terminal:
        terminal.wait_for("of 200 files")
        assert running(tmp_path)
        relay.cut()
        assert_gone(tmp_path)
    with Library.open(tmp_path / "lib", create=True) as library:
        assert library.verify() == ()
        assert library.count() < 200
        library.ingest([folder])
        assert library.count() == 200

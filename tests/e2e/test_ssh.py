"""The program over a real sshd: lean by itself, usable on a slow line, and gone when the line is."""

from __future__ import annotations

import dataclasses
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e import sshd
from tests.e2e.slow_line import slow_line
from tests.e2e.terminal import Terminal

pytestmark = pytest.mark.tools

PROGRAM = str(Path(sys.executable).with_name("rejoinder"))
BUDGET = {"a line down": 2_000, "a page down": 6_000, "a typed letter": 6_000, "a peek": 2_000}
"""Bytes at 120×40 with 16 colours: twice to three times what was measured, so that only a lost economy fails."""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sshd.Server]:
    if sshd.program() is None:
        pytest.fail("this test needs openssh-server")
    with sshd.serve(tmp_path_factory.mktemp("sshd")) as running:
        yield running


def environ(folder: Path) -> dict[str, str]:
    """What the far side is told: everything remembered lies under `folder`."""
    home = {f"XDG_{name}_HOME": str(folder / name.lower()) for name in ("DATA", "STATE", "CACHE", "CONFIG")}
    return {**home, "LANG": "C.UTF-8"}


def connect(server: sshd.Server, folder: Path, library: Path, size: tuple[int, int] = (120, 40)) -> Terminal:
    """`ssh` running the program on a library, in a terminal of that size."""
    argv = server.command(PROGRAM, "--library", str(library), environ=environ(folder))
    here = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    return Terminal(argv, *size, {**here, "TERM": "xterm-256color"})


def test_a_letter_is_found_and_read_within_the_bytes_it_may_take(
    server: sshd.Server, tmp_path: Path, sample_library: Path
) -> None:
    terminal = connect(server, tmp_path, sample_library)
    try:
        terminal.wait_for("60 letters")
        cost = {}

        def spent(act: str, keys: str) -> None:
            before = len(terminal.received)
            terminal.press(keys, 0.4)
            cost[act] = len(terminal.received) - before

        spent("a typed letter", "l")
        terminal.press("ocksmith")
        terminal.wait_for("A/61/233-S/2006/547")
        terminal.press("\r")
        terminal.press("\r")
        terminal.wait_for("I refer to the letter dated 4 August 2006")
        spent("a line down", "j")
        spent("a page down", " ")
        terminal.press("gg")
        spent("a peek", "1")
        terminal.wait_for("── note 1")
        assert {act: size for act, size in cost.items() if size > BUDGET[act]} == {}
        assert b"\x1b[?1003h" not in terminal.received, "over SSH the mouse stays the terminal's own"
        assert b"38;2;" not in terminal.received, "over SSH sixteen colours do"
        terminal.press("\x1b")
        terminal.press("q")
        assert terminal.status() == 0
    finally:
        terminal.close()


def test_on_a_slow_line_what_is_typed_is_found_and_nothing_is_stale(
    server: sshd.Server, tmp_path: Path, sample_library: Path
) -> None:
    with slow_line(server.port, bits_per_second=64_000, delay=0.15) as relay:
        far = dataclasses.replace(server, port=relay.port)
        terminal = connect(far, tmp_path, sample_library, (80, 24))
        try:
            terminal.wait_for("60 letters", 60)
            for key in "locksmith":
                terminal.press(key, 0.01)
            text = terminal.wait_for("A/61/233-S/2006/547", 60)
            assert "locksmith" in text.splitlines()[0]
        finally:
            terminal.close()


def test_a_lost_line_ends_the_program(server: sshd.Server, tmp_path: Path, sample_library: Path) -> None:
    with slow_line(server.port, bits_per_second=10_000_000, delay=0.0) as relay:
        far = dataclasses.replace(server, port=relay.port)
        terminal = connect(far, tmp_path, sample_library)
        try:
            terminal.wait_for("60 letters")
            mine = f"XDG_STATE_HOME={tmp_path / 'state'}"
            assert _running(mine)
            relay.cut()
            end = time.monotonic() + 15
            while _running(mine):
                assert time.monotonic() < end, "it runs on without a terminal"
                time.sleep(0.2)
        finally:
            terminal.close()


def _running(marked: str) -> list[int]:
    """Processes of the program whose environment has that setting; Linux only."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command, environment = (folder / "cmdline").read_bytes(), (folder / "environ").read_bytes()
        except OSError:
            continue
        if PROGRAM.encode() in command and marked.encode() in environment and b"ssh\0" not in command[:8]:
            found.append(int(folder.name))
    return found

"""On a line of 64 kbit/s whose every byte takes 150 ms each way: what `benchmarks.line` measures, held to a limit."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import pytest

from benchmarks.line import BITS, DELAY, measure, middle
from tests.e2e import sshd
from tests.e2e.far import connected
from tests.e2e.slow_line import slow_line

pytestmark = pytest.mark.tools

MOST_OF_LESS = 1.35
MOST_TYPED = 1000.0
"""Milliseconds from a typed letter to the last byte of its rows; the line alone takes 300."""


def test_a_page_comes_whole_about_as_soon_as_in_less(server: sshd.Server, tmp_path: Path) -> None:
    if shutil.which("less") is None:
        pytest.fail("this test needs less")
    found = measure(server, tmp_path, pages=3, whole=False)
    for act in ("page down", "page down zoomed"):
        ours, theirs = (middle(found[engine][act])[1] for engine in ("rejoinder", "less"))
        assert theirs > 2000 * DELAY, "there and back"
        assert ours <= MOST_OF_LESS * theirs, act
    first, whole = middle(found["rejoinder"]["typed letter"])
    assert 2000 * DELAY < first <= whole <= MOST_TYPED


def test_what_is_typed_is_found_and_nothing_is_stale(server: sshd.Server, tmp_path: Path, sample_library: Path) -> None:
    with slow_line(server.port, BITS, DELAY) as relay:
        far = dataclasses.replace(server, port=relay.port)
        with connected(far, tmp_path, "--library", sample_library) as terminal:
            terminal.wait_for("60 letters", 60)
            for key in "locksmith":
                terminal.press(key, 0.01)
            text = terminal.wait_for("A/61/233-S/2006/547", 60)
            assert "locksmith" in text.splitlines()[0]

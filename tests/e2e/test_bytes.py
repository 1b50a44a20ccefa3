"""What each act may send over the line, beside `less` on the same letters: the budget of `benchmarks/bytes.py`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from benchmarks import bytes as benchmark

pytestmark = pytest.mark.tools


def test_no_act_sends_more_than_it_may(letters: Path) -> None:
    if shutil.which("less") is None:
        pytest.fail("this test needs less")
    queries = ("from:armenia date:2025-02",)
    found = benchmark.measure(letters, benchmark.LETTERS[:1], queries, 3.0, peers=False)
    assert set(benchmark.MOST) | set(benchmark.MOST_OF_LESS) <= set(found["rejoinder"]), "every act was done"
    assert benchmark.passed(found) == []

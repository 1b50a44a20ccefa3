"""Progress in lines: for a screen reader and a terminal that cannot draw."""

from __future__ import annotations

from itertools import count

import pytest

from index.results import Progress
from tui import ingesting


def test_a_line_every_ten_seconds_and_nothing_painted_over(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seconds = count(0, 3)
    monkeypatch.setattr(ingesting.time, "monotonic", lambda: next(seconds))
    with ingesting.told_in_lines() as told:
        for done in range(1, 11):
            told(Progress(done=done, total=1200, failed=int(done > 5), path="x"))
    assert capsys.readouterr().err == "4 of 1,200 files.\n8 of 1,200 files, 1 failed.\n"

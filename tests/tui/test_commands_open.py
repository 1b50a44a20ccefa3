"""`rejoinder [ID|PIN|QUERY]` where no screen can be drawn: what show or search would print; and what is refused."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.tui.shell import run
from tui.terminal import no_screen

PRINTED = [
    # words, status, what is printed
    (("A/61/233",), 0, "I refer to the letter dated 4 August 2006"),  # as show
    (("s/2006/547",), 0, "I refer to the letter dated 4 August 2006"),  # the other half, another case
    (("A/61/233#n2",), 0, "The receipt was circulated"),  # a place in it
    (("customs", "post"), 0, "A/61/233-S/2006/547\t"),  # as search
    (("--", "A/61/233"), 0, "A/61/233-S/2006/547\t"),  # always a query
    (("customs", "-post"), 0, "A/72/894\t"),  # a word with a hyphen is no option
    ((), 0, "A/61/233-S/2006/547\t"),  # every letter
    (("nothing-of-the-sort",), 1, ""),
]


@pytest.mark.parametrize(("words", "status", "printed"), PRINTED)
def test_without_a_terminal_it_prints(sample_library: Path, words: tuple[str, ...], status: int, printed: str) -> None:
    done = run("--library", sample_library, *words)
    assert done.exit_code == status, done.output
    assert printed in done.stdout
    assert "This is no terminal, so here is the plain output." in done.stderr


def test_plain_asks_for_no_reason(sample_library: Path) -> None:
    assert "no terminal" not in run("A/61/233", "--plain", library=sample_library).stderr


def test_without_a_library_it_says_what_to_do(tmp_path: Path) -> None:
    done = run("A/61/233", library=tmp_path / "none")
    assert done.exit_code == 3
    assert "rejoinder index" in done.stderr


@pytest.mark.parametrize(
    ("size", "words"),
    [((39, 24), "39×24"), ((80, 9), "80×9"), ((40, 10), None)],
)
def test_a_terminal_too_small_is_told_so(
    monkeypatch: pytest.MonkeyPatch, size: tuple[int, int], words: str | None
) -> None:
    monkeypatch.setattr("shutil.get_terminal_size", lambda: os.terminal_size(size))
    said = no_screen({"TERM": "xterm"}, is_terminal=True)
    assert (said is None) if words is None else (said is not None and words in said)

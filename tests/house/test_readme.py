"""README and docs say what is so: links lead somewhere, commands and targets exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tui.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "corpus" / "sample" / "README.md"]


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_leads_to_a_file(page: Path) -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#\s]+)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), f"{page.name} links to {target}"


def test_commands_and_targets_in_the_readme_exist() -> None:
    words = (ROOT / "README.md").read_text("utf-8")
    named = re.findall(r"^    (?:uv run )?rejoinder ([a-z]+)\b", words, re.M)
    assert {"index", "search", "thread"} <= set(named)
    assert set(named) <= set(COMMANDS)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.M))
    wanted = set(re.findall(r"^    make ([a-z]+)", words, re.M))
    assert {"demo", "test", "check"} <= wanted <= targets


def test_the_readme_praises_nothing() -> None:
    words = (ROOT / "README.md").read_text("utf-8").lower()
    praise = (
        r"\b(?:blazing\w*|fastest|best|powerful|seamless\w*|amazing|beautiful|ultimate|world-class|state-of-the-art)\b"
    )
    assert re.findall(praise, words) == []

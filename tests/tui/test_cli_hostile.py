"""A letter that tries to act: nothing of it reaches a terminal, whatever command prints it, in a pipe or at a pty."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

import pexpect
import pytest

from corpus.clean import visible
from tests.tui.shell import run

HOSTILE = """United Nations A/61/999-S/2006/999
General Assembly
Security Council
Distr.: General
4 August 2006

Letter dated 4 August 2006 from the Permanent Representative of \x1b]0;owned\x07Kestravia to the United Nations
addressed to the Secretary-General

I write in connection with the letter dated 12 July 2006 from the Permanent Representative of Valdmark
(S/2006/448), \x1b[31mwhich\x1b[0m is [b]bold[/b] [@click=app.quit]hostile[/] and \u202eturned\u202c.

\x9b2J A second paragraph, hostile too: \x1b]52;c;b3duZWQ=\x07 and \u200bhidden\u2066 words\U000e0041,
[link=https://example.org]a link[/link]. :smile:

=HYPERLINK("https://example.org") stands here, hostile as well; see resolution 37/10.

(Signed) Otmar \x1b[2JBrisk
Permanent Representative
"""
LETTER = "A/61/999-S/2006/999"
COMMANDS = [
    ("show", LETTER),
    ("show", LETTER, "--markdown"),
    ("show", LETTER, "--json"),
    ("show", f"{LETTER}#p2"),
    ("search", "hostile"),
    ("search", "hostile", "--json"),
    ("search", "hostile", "--csv"),
    ("search", "hostile", "--jsonl"),
    ("search", "hostile", "--facets"),
    ("search", "hostile", "--context"),
    ("search", "hos\x1b[2Jtile\u202e\x9b"),
    ("search", '"hos\x1b[2Jtile'),
    ("thread", LETTER),
    ("thread", LETTER, "--json"),
    ("thread", "\x1b[2Jnothing"),
    ("missing",),
    ("missing", "--csv"),
    ("ledger", "Kestravia", "\x1b[2J"),
    ("ledger", "Kestravia", "Valdmark", "--json"),
    ("resolve", "\x1b[2J A/61/999 \x9b"),
    ("resolve", "--json", "\x1b[2J A/61/999 \x9b"),
    ("show", "--\x1b[2J"),
    ("search", "x", "--sort", "\x1b[2J"),
    ("index", "/no/\x1b[2J/where"),
    ("parse", "/no/\x1b[2J/where"),
]
STYLE = re.compile(r"\x1b\[[0-9;]*m")
"""The only sequences that a command of ours may send: colours and weights."""


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of one letter that tries to act, from a file whose name does too, beside one that cannot be read."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "in").mkdir()
    (folder / "in" / "a\x1b]0;owned\x07\udc9b.txt").write_text(HOSTILE, "utf-8")
    (folder / "in" / "b\x1b[2J.pdf").write_bytes(b"broken")
    done = run("index", folder / "in", library=folder / "library")
    assert done.exit_code == 4
    assert acting(done.output) == []
    assert "b␛[2J.pdf" in done.stderr
    return folder / "library"


def acting(printed: str) -> list[str]:
    """Characters of what was printed that could act."""
    plain = printed.replace("\r", "")
    return [c for c, shown in zip(plain, visible(plain), strict=True) if c != shown]


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words[:1] + words[2:]).encode().hex()[:24])
def test_nothing_acts_in_a_pipe(hostile: Path, words: tuple[str, ...]) -> None:
    done = run(*words, library=hostile if words[0] != "parse" else None)
    assert acting(done.output) == []
    assert "Something went wrong" not in done.stderr
    assert done.output


def test_what_is_shown_is_what_was_written(hostile: Path) -> None:
    shown = " ".join(run("show", LETTER, library=hostile).stdout.split())
    assert "[b]bold[/b] [@click=app.quit]hostile[/]" in shown
    assert "[link=https://example.org]a link[/link]. :smile:" in shown
    assert "␛[31mwhich␛[0m" in shown


@pytest.mark.parametrize(
    ("locale", "commands"),
    [
        ("C.UTF-8", ("show {}", "search hostile", "search hostile --context", "thread {}", "missing")),
        ("C", ("search hostile", "thread {}")),
    ],
)
def test_nothing_acts_at_a_terminal(hostile: Path, locale: str, commands: tuple[str, ...]) -> None:
    """Tables, trees and styled text, drawn for a terminal of 80 columns."""
    env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": locale}
    script = "; ".join(
        f'"{sys.executable}" -m tui.cli {words.format(LETTER)} --library "{hostile}"' for words in commands
    )
    printed = pexpect.run(f"/bin/sh -c '{script}'", env=env, timeout=120, encoding="utf-8", dimensions=(24, 80))
    assert "hostile" in printed
    assert "[@click=app.quit]" in printed.replace("\r\n", "")
    assert STYLE.search(printed)
    assert acting(STYLE.sub("", printed)) == []
    if locale == "C":
        assert STYLE.sub("", printed).isascii()


def test_the_bar_shows_a_hostile_name_as_it_is(hostile: Path, tmp_path: Path) -> None:
    env = {**os.environ, "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a\x1b]0;owned\x07[b]x.txt").write_text(HOSTILE, "utf-8")
    words = ["-m", "tui.cli", "index", str(folder), "--library", str(tmp_path / "library")]
    printed = pexpect.run(
        " ".join([sys.executable, *words]), env=env, timeout=60, encoding="utf-8", dimensions=(24, 100)
    )
    assert "1 of 1 files" in printed
    assert "␛]0;owned␇[b]x.txt" in printed
    assert "\x1b]" not in printed
    assert "\x07" not in printed

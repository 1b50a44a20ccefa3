"""Hostile letters through every widget and screen on a pseudo-terminal: nothing of theirs acts, all can be read."""

from __future__ import annotations

import importlib
import inspect
import json
import pkgutil
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from textual.screen import Screen
from textual.widget import Widget

import tui.screens
import tui.widgets
from tests.attacks import ATTACKS, EVERYTHING, KINDS, SHORT, of_kind
from tests.e2e.terminal import Terminal, homes
from tests.terminal_grammar import DRAWN, acted, read

F = {1: "\x1bOP", 2: "\x1bOQ", 3: "\x1bOR", 4: "\x1bOS", 5: "\x1b[15~", 6: "\x1b[17~"}
"""What a terminal sends for F1 to F6."""
OF_OTHERS = "\x1b]0;ZkSTATEq\x07\x9b2J\u202e[@click=app.quit]x[/]"
"""What somebody wrote into the files that are kept between runs."""


def pasted(kind: str) -> str:
    """A bracketed paste of a kind's payloads, as a terminal sends it: without the end that would end it."""
    return f"\x1b[200~{of_kind(kind)}\x1b[201~".replace("\x1b[201~Zk", "Zk").encode("utf-8", "replace").decode()


@contextmanager
def recorded(folder: Path, library: Path, *words: str, size: tuple[int, int]) -> Iterator[tuple[Terminal, Path]]:
    """The program with hostile state, queries and keys, and the file in which it will have recorded itself."""
    kept = {name: folder / name.lower() / "rejoinder" for name in ("STATE", "CONFIG")}
    for path in kept.values():
        path.mkdir(parents=True)
    state = {"schema": 1, "places": {}, "bookmarks": [{"pin": f"{EVERYTHING}#p9{OF_OTHERS}", "words": OF_OTHERS}]}
    (kept["STATE"] / "state.json").write_text(json.dumps(state))
    queries = [OF_OTHERS, *(attack.text for attack in ATTACKS), "hostile"]
    (kept["STATE"] / "queries").write_text("\n".join(map(json.dumps, queries)) + "\n")
    keys = json.dumps({"letter.peek": "f ctrl+f " + OF_OTHERS, OF_OTHERS: "y"})[1:-1].replace('": "', '" = "')
    (kept["CONFIG"] / "keys.toml").write_text("[keys]\n" + keys.replace(', "', '\n"') + "\n")
    environ = homes(folder) | {"TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": str(folder), "EDITOR": OF_OTHERS}
    record = folder / "record.json"
    argv = [sys.executable, "-m", "tests.e2e.recorded", str(record), *words, "--library", str(library)]
    terminal = Terminal(argv, *size, environ)
    try:
        yield terminal, record
    finally:
        terminal.close()


ESC = "\x1b[27u"
"""Esc as the kitty keyboard sends it: a bare one and the next key, read together, would be Alt and that key."""


def step(terminal: Terminal, keys: str, longest: float = 0.6) -> str:
    """Send keys; the screen once it has changed, at most `longest` seconds later where it does not."""
    before = terminal.text
    after = terminal.press(keys, 0.02)
    end = time.monotonic() + longest
    while after == before and time.monotonic() < end:
        after = terminal.press("", 0.02)
    return after


STEPS: tuple[str, ...] = (
    *("j", "j", "x", "O", "o", "G", "gg", F[4], "j", "j", "\r", "-", F[5], "h", "\r", "-"),
    *(F[6], "h", "l", F[1], "R", "j", "j", ESC, "W", "j", "\r", ESC, ESC, "'", ESC),
    *("?", "j", ESC, ":", "z", "\x7f", ESC),
    *("s", EVERYTHING, "\r", "i", "j", "1", ESC, "F", "j", ESC, "o", "j", ESC, "]", "]", "p", ESC),
    *("V", "j", "j", "Y", ESC, "y", "m", "'", ESC, "H", ESC, "z", "z", "P", "j", " ", ESC),
    *("L", "\r", "j", ESC, F[3], "t", "t", "e", F[3], "j", "\r", "\x7f", F[2], "n", "N", "T", "A"),
)
"""Keys that lead through every pane and every dialog."""


def classes() -> set[str]:
    """Every widget and screen of ours."""
    found = set()
    for package in (tui.widgets, tui.screens):
        for module in pkgutil.iter_modules(package.__path__, f"{package.__name__}."):
            for _, made in inspect.getmembers(importlib.import_module(module.name), inspect.isclass):
                if issubclass(made, Widget | Screen) and made.__module__ == module.name:
                    found.add(f"{made.__module__}.{made.__qualname__}")
    return found


@pytest.mark.parametrize("size", [(120, 40), pytest.param((80, 24), marks=pytest.mark.torture)], ids=str)
def test_nothing_acts_in_any_widget(hostile_library: Path, tmp_path: Path, size: tuple[int, int]) -> None:
    with recorded(tmp_path, hostile_library, "hostile", size=size) as (terminal, record):
        terminal.wait_for("letters")
        seen = step(terminal, "/")
        for kind in KINDS:
            seen += step(terminal, "\x15") + step(terminal, pasted(kind))
        for words, shown in (("from:", "⇥"), ("date:soon ", "^"), ("hostile", "hostile")):
            step(terminal, "\x15")
            terminal.press(words)
            seen += terminal.wait_for(shown)
        step(terminal, "\r")
        seen += "".join(step(terminal, keys) for keys in STEPS)
        step(terminal, F[1])
        step(terminal, "s")
        seen += step(terminal, pasted("OSC")) + step(terminal, "\x15") + step(terminal, pasted("C1"))
        step(terminal, "\x15")
        step(terminal, f"{EVERYTHING}\r")
        step(terminal, "z")
        pages = [step(terminal, "gg")]
        while len(pages) < 2 or pages[-1] != pages[-2]:
            pages.append(step(terminal, " ", 1.0))
        seen += "".join(pages)
        terminal.press("\x03")
        assert terminal.status() == 130
    sent = read(terminal.received, DRAWN, clipboard=True)
    assert sent.faults == ()
    assert acted(sent, [*(a.token for a in ATTACKS), "ZkSTATEq"]) == []
    assert len(sent.clipboard) == 2
    told = json.loads(record.read_text())
    assert told["forgotten"] == []
    elsewhere = {"tui.screens.first_use.FirstUse", "tui.screens.desk.Bare"}  # the second draws nothing of its own
    if size[0] < 100:  # nothing stands under or beside the one pane
        elsewhere |= {"tui.widgets.foot.Foot", "tui.widgets.later.Later"}
    assert classes() - set(told["painted"]) <= elsewhere
    unseen = [attack.name for attack in SHORT if attack.token not in seen]
    assert unseen == []
    assert "ZkSTATEq" in seen


def test_nothing_of_a_folder_s_name_acts_where_there_is_no_library(tmp_path: Path) -> None:
    """The first screen of all, which names a folder and takes the name of another."""
    named = "".join(of_kind(kind)[:25] for kind in ("OSC", "C1", "direction")).replace("/", "∕")
    with recorded(tmp_path, tmp_path / named, size=(100, 30)) as (terminal, record):
        terminal.wait_for("Enter opens the sample")
        step(terminal, pasted("OSC"))
        step(terminal, pasted("C1"))
        terminal.press("\r")
        terminal.wait_for("There is no folder")
        terminal.press("\x03")
        assert terminal.status() == 130
    sent = read(terminal.received, DRAWN)
    assert sent.faults == ()
    assert acted(sent, [attack.token for attack in ATTACKS]) == []
    told = json.loads(record.read_text())
    assert "tui.screens.first_use.FirstUse" in told["painted"]
    assert told["forgotten"] == []

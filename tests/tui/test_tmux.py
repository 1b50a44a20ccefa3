"""What tmux says of itself, what is advised, and which way a copy takes: with answers as tmux 2.9 to 3.5 give them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tui import clipboard, tmux
from tui.advice import HERE, OUTER, THERE, advised
from tui.describing import described
from tui.terminal import Between, between

KNOWS = "Terminal 0: {0} for /dev/pts/3, flags=0x20:\n 191: Mk: [missing]\n 192: Ms: (string) \\033]52;%p1%s;%p2%s\\a\n"
KNOWS_NOT = KNOWS.replace("(string) \\033]52;%p1%s;%p2%s\\a", "[missing]")
OTHER = "Terminal 1: rxvt for /dev/pts/9, flags=0x20:\n 192: Ms: [missing]\n"


def answer(
    version: str = "3.3a",
    clipboard: str = "external",
    passing: str = "0",
    escape: str = "10",
    term: str = "tmux-256color",
    client: str = "xterm-256color",
    knows: bool = True,
) -> str:
    """What `tmux.asked` is told."""
    values = (version, clipboard, passing, escape, term, "/dev/pts/3", client, "bpaste,clipboard,title")
    return "\t".join(values) + "\n" + (KNOWS if knows else KNOWS_NOT).format(client) + OTHER


@pytest.mark.parametrize(
    ("said", "passes", "hands_on", "nested"),
    [
        (answer(), False, True, False),
        (answer(passing="1"), True, True, False),  # 3.3 prints flags as numbers
        (answer(passing="all", version="3.5a"), True, True, False),
        (answer(passing="on", version="next-3.6"), True, True, False),
        (answer(passing="", version="3.2a"), True, True, False),  # before 3.3 everything is passed through
        (answer(passing="", version="2.9"), True, False, False),  # no `load-buffer -w`
        (answer(knows=False), False, False, False),
        (answer(client="tmux-256color"), False, True, True),
        (answer(version="master", passing="0"), False, True, False),
    ],
)
def test_what_tmux_says_is_read(said: str, passes: bool, hands_on: bool, nested: bool) -> None:
    read = tmux.read(said)
    assert read is not None
    assert (read.passes, read.hands_on, read.nested) == (passes, hands_on, nested)


@pytest.mark.parametrize("said", ["", "usage: tmux [-2CDlNuvV]", "a\tb"])
def test_an_answer_that_is_none_is_none(said: str) -> None:
    assert tmux.read(said) is None


def test_only_the_tmux_next_to_the_program_is_asked(tmp_path: Path) -> None:
    environ = {**fake(tmp_path, answer()), "TERM": "tmux-256color"}
    assert tmux.asked(environ) is not None
    assert tmux.asked({**environ, "TERM": "screen", "STY": "1.x"}) is None  # screen in it
    assert tmux.asked({**environ, "TMUX": ""}) is None  # else that would be whatever server runs


@pytest.mark.parametrize(
    ("environ", "said", "lines"),
    [
        ({"TMUX": "x"}, answer(), []),
        ({"TMUX": "x"}, answer(escape="500"), [("set -s escape-time 10", HERE)]),
        ({"TMUX": "x"}, answer(client="rxvt", knows=False), [("set -as terminal-features ',rxvt:clipboard'", HERE)]),
        ({"TMUX": "x"}, answer(client="rxvt", knows=False, passing="1"), []),
        ({"TMUX": "x"}, answer(client="linux", knows=False), []),  # a console has no clipboard to write
        ({"TMUX": "x"}, answer(client="tmux-256color"), [("set -s set-clipboard on", OUTER)]),
        ({"TMUX": "x"}, answer(term="screen"), [("set -g default-terminal tmux-256color", HERE)]),
        (
            {"TMUX": "x", "COLORTERM": "truecolor"},
            answer(),
            [("set -as terminal-features ',xterm-256color:RGB'", HERE)],
        ),
        ({"TMUX": "x", "COLORTERM": "truecolor", "SSH_TTY": "y"}, answer(), []),  # over SSH sixteen colours are sent
        ({"TMUX": "x"}, "", [("set -g allow-passthrough on", HERE)]),
        ({"TERM": "tmux-256color", "SSH_TTY": "y"}, "", [("set -s set-clipboard on", THERE)]),
        ({"TERM": "screen-256color", "SSH_TTY": "y"}, "", [("set -s set-clipboard on", THERE)]),
        ({"TERM": "screen.xterm", "SSH_TTY": "y"}, "", [("maptimeout 10", "~/.screenrc on this machine")]),
        ({"TERM": "xterm-256color"}, "", []),
    ],
)
def test_the_line_that_is_missing_is_named(environ: dict[str, str], said: str, lines: list[tuple[str, str]]) -> None:
    assert [(one.line, one.file) for one in advised(environ, tmux.read(said))] == lines


@pytest.mark.parametrize(
    ("environ", "what"),
    [
        ({"TMUX": "x", "TERM": "screen"}, Between.TMUX),
        ({"STY": "1.x", "TERM": "screen"}, Between.SCREEN),
        ({"STY": "1.x", "TMUX": "x", "TERM": "tmux-256color"}, Between.TMUX),  # tmux in screen
        ({"STY": "1.x", "TMUX": "x", "TERM": "screen.tmux-256color"}, Between.SCREEN),  # screen in tmux
        ({"TERM": "tmux"}, Between.FAR_TMUX),
        ({"TERM": "screen-256color"}, Between.FAR_EITHER),
        ({"TERM": "linux"}, Between.CONSOLE),
        ({"TERM": "vt220"}, Between.CONSOLE),
        ({"TERM": "xterm"}, Between.NOTHING),
        ({}, Between.NOTHING),
    ],
)
def test_what_stands_between(environ: dict[str, str], what: Between) -> None:
    assert between(environ) is what


FAKE = """#!/bin/sh
case "$1" in
  display-message) cat {answer};;
  load-buffer) {load}; echo "$@" > {folder}/words; cat > {folder}/loaded;;
esac
"""


def fake(folder: Path, said: str, load: str = "true") -> dict[str, str]:
    """An environment whose tmux gives that answer and keeps what it is handed."""
    (folder / "answer").write_text(said, "utf-8")
    program = folder / "tmux"
    program.write_text(FAKE.format(answer=folder / "answer", folder=folder, load=load), "utf-8")
    program.chmod(0o755)
    return {"TMUX": "/tmp/x,1,0", "TMUX_PANE": "%1", "PATH": f"{folder}:{os.environ['PATH']}"}


@pytest.mark.parametrize(
    ("said", "sent", "words", "told"),
    [
        (answer(), "", "-w -", "sent to your terminal and to tmux's buffer"),
        (answer(passing="1"), "\x1bPtmux;\x1b\x1b]52", "-", "sent to your terminal and to tmux's buffer"),
        (answer(passing="1", client="tmux"), "\x1bPtmux;\x1b\x1bPtmux;", "-w -", "and to tmux's buffer"),
        (answer(knows=False), "", "-", "in tmux's buffer"),
    ],
)
def test_the_way_that_arrives_is_taken(tmp_path: Path, said: str, sent: str, words: str, told: str) -> None:
    written: list[str] = []
    assert told in clipboard.hand("A/61/204 – “post”", fake(tmp_path, said), written.append)
    assert "".join(written).startswith(sent)
    assert bool(written) is bool(sent)
    assert (tmp_path / "words").read_text("utf-8") == f"load-buffer {words}\n"
    assert (tmp_path / "loaded").read_text("utf-8") == "A/61/204 – “post”"


def test_a_tmux_that_fails_or_hangs_is_given_up_and_the_wrapped_one_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tmux, "PATIENCE", 0.3)
    for load in ("exit 1", "exec sleep 5"):
        written: list[str] = []
        assert clipboard.hand("x", fake(tmp_path, answer(), load), written.append) == "sent to your terminal"
        assert written == ["\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"]


def test_the_clipboard_is_told_as_it_is() -> None:
    def told(said: str = "", **environ: str) -> str:
        return described(environ, is_terminal=True, tmux=tmux.read(said))["clipboard"]

    assert "no setting is needed" in told(answer(), TMUX="x")
    assert "no further" in told(answer(knows=False), TMUX="x")
    assert told(TERM="linux").startswith("none")
    assert "Terminal.app ignores" in told(TERM_PROGRAM="Apple_Terminal")

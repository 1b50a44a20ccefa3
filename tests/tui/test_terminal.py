"""What is concluded from the environment, and what is sent for the clipboard."""

from __future__ import annotations

import base64
import re

import pytest

from corpus.errors import UsageError
from tui import terminal


@pytest.mark.parametrize(
    ("environ", "lean"),
    [
        ({}, False),
        ({"SSH_CONNECTION": "192.0.2.1 5 192.0.2.2 22"}, True),
        ({"SSH_TTY": "/dev/pts/3"}, True),  # sudo -E and tmux keep only one of the two
        ({"SSH_CONNECTION": ""}, False),
    ],
)
def test_lean_over_ssh(environ: dict[str, str], lean: bool) -> None:
    assert terminal.over_ssh(environ) is lean


@pytest.mark.parametrize(
    ("environ", "unicode"),
    [
        ({"LANG": "en_GB.UTF-8"}, True),
        ({"LANG": "C.utf8"}, True),
        ({"LANG": "de_DE.UTF-8@euro"}, True),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "C"}, False),  # LC_ALL overrules
        ({"LANG": "fr_FR.ISO-8859-1"}, False),
        ({"LC_ALL": "", "LANG": "C.UTF-8"}, True),  # an empty variable counts as unset
        ({"LANG": "C"}, False),
        ({}, False),
    ],
)
def test_unicode_is_drawn_where_the_locale_has_it(environ: dict[str, str], unicode: bool) -> None:
    assert terminal.draws_unicode(environ) is unicode


@pytest.mark.parametrize(
    ("environ", "is_terminal", "word"),
    [
        ({"TERM": "xterm-256color"}, True, None),
        ({"TERM": "linux"}, True, None),
        ({"TERM": "dumb"}, True, "dumb"),
        ({}, True, "none"),
        ({"TERM": "xterm"}, False, "no terminal"),
    ],
)
def test_what_cannot_draw_is_told_so(environ: dict[str, str], is_terminal: bool, word: str | None) -> None:
    said = terminal.refusal(environ, is_terminal=is_terminal)
    assert (said is None) if word is None else (said is not None and word in said)


def test_the_clipboard_sequence_carries_the_text() -> None:
    sequence = terminal.to_clipboard("A/61/204 – “post”", {})
    found = re.fullmatch("\x1b\\]52;c;([A-Za-z0-9+/=]+)\x07", sequence)
    assert found
    assert base64.b64decode(found[1]).decode() == "A/61/204 – “post”"


def test_tmux_gets_it_wrapped_with_escapes_doubled() -> None:
    sequence = terminal.to_clipboard("x", {"TMUX": "/tmp/tmux-0/default,1,0", "TERM": "screen-256color"})
    assert sequence == "\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"


def test_screen_gets_pieces_it_can_carry() -> None:
    text = "long " * 1000
    sequence = terminal.to_clipboard(text, {"STY": "1.pts", "TERM": "screen"})
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sequence, re.DOTALL)
    assert "".join(pieces) == terminal.to_clipboard(text, {})
    assert max(map(len, pieces)) < 768


def test_too_much_is_refused_with_the_limit() -> None:
    with pytest.raises(UsageError, match="74,000"):
        terminal.to_clipboard("x" * 74_001, {})


@pytest.mark.parametrize(("environ", "without"), [({"NO_COLOR": "1"}, True), ({"NO_COLOR": ""}, False), ({}, False)])
def test_no_colour_counts_when_not_empty(environ: dict[str, str], without: bool) -> None:
    assert terminal.no_colour(environ) is without


@pytest.mark.parametrize("nested", [False, True])
@pytest.mark.parametrize(
    "environ",
    [{}, {"TMUX": "x"}, {"STY": "1"}, {"TERM": "tmux-256color"}, {"TERM": "screen"}, {"TERM": "screen.xterm"}],
)
def test_whatever_is_written_for_the_clipboard_the_driver_lets_out(environ: dict[str, str], nested: bool) -> None:
    from tui.driver import _SAID

    assert _SAID.fullmatch(terminal.to_clipboard("long " * 1000, environ, nested=nested))


@pytest.mark.parametrize("term", ["linux", "vt100", "vt220"])
def test_a_console_is_sent_nothing_and_a_way_out_is_named(term: str) -> None:
    with pytest.raises(UsageError, match="P shows plain text"):
        terminal.to_clipboard("x", {"TERM": term})

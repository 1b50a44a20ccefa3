"""The last doors: whoever forgot to clean a text, nothing in it acts on a terminal."""

from __future__ import annotations

import io
import os
import re
import sys
import threading
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import ComposeResult
from textual.color import Color
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Label, Static

from corpus.clean import shown_together, visible
from tests.attacks import ATTACKS, KINDS, SHORT, Attack, of_kind
from tests.terminal_grammar import PRINTED, read
from tui.app import Rejoinder
from tui.driver import ThinDriver
from tui.log import note
from tui.painting import InCells
from tui.start import Settings
from tui.streams import Door, harmless
from tui.taking import RESTORE
from tui.terminal import to_clipboard
from tui.view.harmless import Harmless
from tui.view.wrap import narrow

BLACK = Color(0, 0, 0)
CLIPBOARD = re.compile(r"\x1b\]52;c;\w*=*\x07|\x1bP\+q")
"""What has the form of the clipboard, which goes that way; `tests.house.test_text_paths` tells who writes there."""
each_attack = pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)


@each_attack
def test_no_line_of_a_widget_acts(attack: Attack) -> None:
    segments = [Segment("before "), Segment(attack.text, Style(bold=True)), Segment(" ─ after")]
    painted = Harmless().apply(segments, BLACK)
    text = "".join(segment.text for segment in painted)
    assert visible(text) == text
    assert not set(text) & set("\t\n")
    assert attack.token in text
    assert [segment.style for segment in painted] == [None, Style(bold=True), None]


def test_a_line_of_plain_words_is_left_alone() -> None:
    segments = [Segment("A/61/499"), Segment(" of 4 August 2006", Style(bold=True))]
    assert Harmless().apply(segments, BLACK) is segments


def test_a_joiner_at_the_edge_of_a_style_is_still_spelling() -> None:
    segments = [Segment("می\u200c", Style(bold=True)), Segment("خواهم"), Segment(" a\u200c"), Segment("b\x1b")]
    assert [segment.text for segment in Harmless().apply(segments, BLACK)] == ["می\u200c", "خواهم", " a·", "b␛"]


class Forgetful(InCells, Screen[None]):
    """A screen by somebody who never heard of cleaning."""

    def compose(self) -> ComposeResult:
        for kind in KINDS:
            words = of_kind(kind)
            yield Static(Content(words))
            yield Label(words, markup=False)
            line = Input(words)
            line.border_title = Content(words)
            yield line
        yield Static("-- end --")


async def test_no_widget_of_textual_s_acts(tmp_path: Path) -> None:
    app = Rejoinder(Settings(library=tmp_path, state_path=tmp_path / "state.json", keys_path=tmp_path / "keys"))
    async with app.run_test(size=(400, 200)) as pilot:
        while len(app.screen_stack) < 2:  # there is no library: the program asks for one first
            await pilot.pause(0.01)
        await app.push_screen(Forgetful())
        await pilot.pause()
        strips = app.screen._compositor.render_strips()
        text = "\n".join(strip.text for strip in strips)
    assert "-- end --" in text
    assert read(text, PRINTED).faults == ()
    assert [attack.name for attack in SHORT if attack.token not in text] == []


class Saying:
    """A wire that keeps what it is told to say."""

    def __init__(self) -> None:
        self.said: list[str] = []
        self.synchronised = False

    def say(self, sequence: str) -> None:
        self.said.append(sequence)

    def show(self, *picture: object) -> None:
        """A picture goes through `tui.thin_line`, where nothing of it acts."""


@pytest.fixture
def wire() -> Saying:
    return Saying()


@pytest.fixture
def driver(wire: Saying) -> ThinDriver:
    made = ThinDriver.__new__(ThinDriver)
    made._wire, made._held = cast(Any, wire), True
    made._app = cast(Any, SimpleNamespace(size=(80, 24)))
    return made


@pytest.mark.parametrize("attack", [a for a in ATTACKS if not CLIPBOARD.search(a.text)], ids=lambda attack: attack.name)
def test_nothing_but_modes_goes_past_the_picture(driver: ThinDriver, wire: Saying, attack: Attack) -> None:
    driver.write(attack.text)
    driver.write(f"\x1b[?2004h{attack.text}")
    driver.write(f"{attack.text}\x1b[?2004h")
    assert wire.said == []


def test_modes_and_the_clipboard_go_past_the_picture(driver: ThinDriver, wire: Saying) -> None:
    around: tuple[dict[str, str], ...] = (
        {},
        {"TMUX": "/tmp/t,1,0"},
        {"STY": "1.x"},
        {"TERM": "screen-256color"},
        {"TERM": "tmux-256color"},
    )
    wanted = [RESTORE, "\x1b[?1049h", "\x1b[?25l", "\x1b[?2026$p", "\x1b[>1u", "\x1b[<u", "\x07"]
    wanted += [to_clipboard("words " * 300, environ) for environ in around]
    for sequence in wanted:
        driver.write(sequence)
    assert wire.said == wanted


@each_attack
def test_nothing_on_the_clipboard_acts(attack: Attack) -> None:
    """What is pasted into a shell again: a line end is one, but nothing moves, colours or ends a paste."""
    import base64

    sent = to_clipboard(attack.text, {}).removeprefix("\x1b]52;c;").removesuffix("\x07")
    text = base64.b64decode(sent).decode()
    assert visible(text) == text


@each_attack
def test_nothing_on_a_stream_acts(attack: Attack) -> None:
    stream = io.StringIO()
    door = Door(stream)
    assert door.write(attack.text) == len(attack.text)
    door.writelines(iter([attack.text]))
    assert read(stream.getvalue(), PRINTED).faults == ()


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("\x1b[1;31mbold\x1b[0m\n\tcell\n", "colours, weights, tabs and line ends are ours"),
        ("a,b\r\nc,d\r\n", "the line ends of CSV"),
        ("\r\x1b[2K\x1b[1A\x1b[2K\x1b[?25l", "the bar of a long run"),
        ("Türkiye – “no” 漢字 می\u200cخواهم\n", "letters of all scripts"),
    ],
)
def test_what_is_ours_passes_the_stream_s_door(written: str, reason: str) -> None:
    stream = io.StringIO()
    Door(stream).write(written)
    assert stream.getvalue() == written, reason


def test_a_stream_that_writes_ascii_gets_ascii() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    Door(stream).write("a\x1b]0;x\x07")
    stream.flush()
    assert raw.getvalue() == b"a?]0;x?"


def test_a_thread_s_traceback_does_not_act(capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise ValueError("\x1b]52;c;eA==\x07\x9b2J")

    hook, threading.excepthook = threading.excepthook, threading.__excepthook__
    try:
        with harmless():
            thread = threading.Thread(target=fail)
            thread.start()
            thread.join()
            print("\x1b]0;owned\x07", file=sys.stderr)
    finally:
        threading.excepthook = hook
    said = capsys.readouterr().err
    assert "ValueError: ␛]52;c;eA==␇\ufffd2J" in said
    assert "␛]0;owned␇" in said
    assert read(said, PRINTED).faults == ()


def test_the_log_does_not_act_and_nobody_else_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    path = tmp_path / "rejoinder" / "log"
    path.parent.mkdir()
    path.touch(0o644)
    for attack in ATTACKS:
        assert str(path) in note(ValueError(attack.text))
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text("utf-8")
    assert read(text, PRINTED).faults == ()
    assert all(attack.token in text for attack in ATTACKS)


def test_the_log_is_not_written_through_a_link(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    other = tmp_path / "other"
    other.write_text("mine")
    (tmp_path / "rejoinder").mkdir()
    os.symlink(other, tmp_path / "rejoinder" / "log")
    assert note(ValueError("x")) == ""
    assert other.read_text() == "mine"


def test_what_one_look_takes_for_harmless_is_so_and_takes_one_cell() -> None:
    """Lines of nothing else pass the door unread (`tui.view.harmless`), and are not measured."""
    looked = [c for c in map(chr, range(0x110000)) if narrow(c)]
    assert len(looked) > 1_500
    assert {"…", "▌", "│", "✓", "é", "ж"} <= set(looked)
    for character in looked:
        assert cell_len(character) == 1, hex(ord(character))
        assert shown_together(["e" + 20 * character]) == ["e" + 20 * character], hex(ord(character))

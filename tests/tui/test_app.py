"""The application: looks, keys of one's own, endings, a library that is missing, damaged, empty or renewed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from rich.style import Style
from textual.filter import NoColor

from corpus.sample import sample_folder
from index.library import Library
from tests.tui.browsing import browsing
from tui.app import Rejoinder
from tui.screens.first_use import FirstUse
from tui.start import Settings
from tui.themes import THEMES, after, chosen


@pytest.mark.parametrize(
    ("look", "sparing", "theme"),
    [("auto", False, "dark"), ("auto", True, "sixteen"), ("light", True, "light")],  # asked for is asked for
)
def test_the_look_to_begin_with(look: str, sparing: bool, theme: str) -> None:
    assert chosen(look, sparing=sparing) == theme


@pytest.mark.parametrize(
    ("settings", "environ", "theme", "colourless"),
    [
        (Settings(), {"COLORTERM": "truecolor"}, "dark", False),
        (Settings(), {"TERM": "xterm-256color"}, "dark", False),
        (Settings(), {"TERM": "linux"}, "sixteen", False),  # its own sixteen beat the nearest of them to 24 bits
        (Settings(), {"TERM": "vt100"}, "sixteen", False),
        (Settings(lean=True), {"COLORTERM": "truecolor"}, "sixteen", False),  # over SSH every byte counts
        (Settings(look="light"), {"TERM": "linux"}, "light", False),
        (Settings(), {"NO_COLOR": "1", "COLORTERM": "truecolor"}, "sixteen", True),
        (Settings(), {"NO_COLOR": "", "COLORTERM": "truecolor"}, "dark", False),  # no-color.org: and not empty
        (Settings(color="always"), {"NO_COLOR": "1", "COLORTERM": "truecolor"}, "dark", False),
        (Settings(color="never"), {"COLORTERM": "truecolor"}, "sixteen", True),
        (Settings(color="never", look="light"), {}, "light", True),
    ],
)
def test_what_is_asked_for_and_what_the_terminal_can_show(
    monkeypatch: pytest.MonkeyPatch, settings: Settings, environ: dict[str, str], theme: str, colourless: bool
) -> None:
    for name in ("NO_COLOR", "COLORTERM", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    app = Rejoinder(settings)
    assert (app.theme, app.no_color) == (theme, colourless)
    assert any(isinstance(f, NoColor) for f in app.get_line_filters()) is colourless


def test_looks_go_round() -> None:
    names = [theme.name for theme in THEMES]
    assert [after(name) for name in names] == [*names[1:], names[0]]


@pytest.mark.parametrize("look", [theme.name for theme in THEMES])
async def test_every_look_shows_the_same_words(sample_library: Path, tmp_path: Path, look: str) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233", look=look) as here:
        assert "I refer to the letter dated 4 August 2006" in here.text
        grounds = {style.bgcolor for row in here.cells for _, style in row if isinstance(style, Style)}
        assert len(grounds) <= 4  # a ground, heads, the row one is on
        await here.press("T")
        assert here.app.theme == after(look)


@pytest.mark.parametrize(
    ("environ", "asked"),
    [({"NO_COLOR": "1"}, {"look": "auto"}), ({}, {"color": "never"}), ({"NO_COLOR": "1"}, {"look": "light"})],
)
async def test_without_colours_every_cell_keeps_the_terminals_own(
    sample_library: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environ: dict[str, str],
    asked: dict[str, str],
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    async with browsing(sample_library, tmp_path, "A/61/233", **asked) as here:
        for key in ("f1", "T"):  # another look must not bring them back
            await here.press(key)
            styles = [style for row in here.cells for _, style in row if style is not None]
            colours = [colour for style in styles for colour in (style.color, style.bgcolor) if colour is not None]
            assert all(colour.is_default for colour in colours)
            assert any(style.bold for style in styles)  # weight tells what colour cannot


async def test_text_has_contrast_in_every_look_of_ours() -> None:
    for theme in THEMES:
        if theme.ansi:
            continue
        assert _contrast(str(theme.foreground), str(theme.background)) >= 10, theme.name
        for name in ("accent", "warning", "error"):
            assert _contrast(str(getattr(theme, name)), str(theme.background)) >= 4.5, (theme.name, name)
        for ground in (theme.background, theme.surface, theme.boost):
            assert _contrast(theme.variables["text-muted"], str(ground)) >= 4.5, (theme.name, ground)


def _contrast(one: str, other: str) -> float:
    """WCAG's contrast of two colours."""

    def luminance(colour: str) -> float:
        parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
        linear = [p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


async def test_a_persons_own_keys_work_and_show(sample_library: Path, tmp_path: Path) -> None:
    (tmp_path / "keys.toml").write_text('[keys]\n"everywhere.symbol" = "w"\n"results.open" = "w"\n', "utf-8")
    async with browsing(sample_library, tmp_path, size=(120, 40)) as here:
        assert "w means both" in here.picture[-1]  # the second line clashes and is said to
        await here.press("escape")
        here.browse.say("")
        await here.pilot.pause()
        assert "w symbol" in here.picture[-1]
        await here.press("w")
        assert here.app.screen is not here.browse


async def test_endings_and_their_status(sample_library: Path, tmp_path: Path) -> None:
    for keys, status in ((("escape", "q"), 0), (("ctrl+c",), 130), (("escape", "question_mark", "ctrl+c"), 130)):
        async with browsing(sample_library, tmp_path) as here:
            await here.press("ctrl+q")  # unbound: terminals use it for flow control
            await here.press(*keys)
        assert here.app.return_code == status, keys


async def test_escape_never_quits(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233") as here:
        await here.press("1", *["escape"] * 5, "slash", *["escape"] * 3)
        assert here.app.is_running
        assert here.app.screen is here.browse


async def test_without_a_library_one_is_offered_and_made(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    shutil.copy(sample_folder() / "S_2006_448.txt", folder)
    async with browsing(tmp_path / "library", tmp_path) as here:
        assert isinstance(here.app.screen, FirstUse)
        await here.type("/nowhere")
        await here.press("enter")
        assert "There is no folder /nowhere." in here.text
        await here.press("ctrl+u")
        await here.type(str(folder))
        await here.press("enter")
        assert here.app.screen is here.browse
        assert "1 letter · " in here.picture[0]


async def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    with Library.open(tmp_path / "library", create=True) as library:
        library.ingest([tmp_path / "letters"])
    async with browsing(tmp_path / "library", tmp_path) as here:
        assert "The library is empty. `rejoinder index FOLDER` adds letters." in here.text


async def test_a_damaged_library_is_one_sentence_and_a_status(sample_library: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_library, tmp_path / "library")
    for manifest in (tmp_path / "library").glob("generation-*"):
        manifest.write_text("{", "utf-8")
    async with browsing(tmp_path / "library", tmp_path) as here:
        assert "generation-00000001.json cannot be read" in here.text
        assert "`rejoinder doctor library" in " ".join(here.text.split())
        assert "Traceback" not in here.text
        await here.press("escape", "q")
    assert here.app.return_code == 4


async def test_a_newer_state_is_taken_over_and_the_place_kept(tmp_path: Path) -> None:
    folder = tmp_path / "letters"
    folder.mkdir()
    for name in ("A_61_233.html", "S_2006_448.txt"):
        shutil.copy(sample_folder() / name, folder)
    with Library.open(tmp_path / "library", create=True) as library:
        library.ingest([folder])
        async with browsing(tmp_path / "library", tmp_path, "A/61/233", size=(120, 40)) as here:
            await here.press("J", "J")
            place, lines = here.browse.letter.place(), here.picture
            assert "S/2006/602" not in here.browse.thread.thread.__repr__()
            shutil.copy(sample_folder() / "S_2006_602.txt", folder)
            library.ingest([folder])
            here.browse._look()
            await here.settle()
            assert here.browse.letter.place() == place
            assert "S/2006/602" in here.browse.thread.thread.__repr__()
            assert here.picture[2][36:80] == lines[2][36:80]
            assert here.browse.letter.has_focus


async def test_the_plain_screen_has_nothing_but_the_letter(sample_library: Path, tmp_path: Path) -> None:
    async with browsing(sample_library, tmp_path, "A/61/233") as here:
        await here.press("P")
        assert here.picture[0].strip().startswith("A/61/233-S/2006/547 · Letter")
        assert not any("│" in line or "F1 results" in line for line in here.picture)
        await here.press("space", "escape")
        assert here.app.screen is here.browse
        assert here.browse.letter.top > 0


def test_the_first_picture_waits_for_neither_whoosh_nor_numpy() -> None:
    code = "import sys, tui.app; print([m for m in ('whoosh', 'numpy', 'click') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

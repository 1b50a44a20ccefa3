"""The whole program, on random journeys: through the thin line one sees what Textual draws, cell for cell."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest

from corpus.sample import sample_folder
from index.library import Library
from tests.tui.emulators import KINDS
from tests.tui.odd_letters import write_letters
from tests.tui.random_journeys import steps, take
from tests.tui.two_screens import beside
from tui.app import Rejoinder

DEPTHS = {
    "24-bit": {"TERM": "xterm-256color", "COLORTERM": "truecolor"},
    "256": {"TERM": "tmux-256color"},
    "16": {"TERM": "linux"},
}
"""What the environment says of colours, and what Rich concludes from it."""
LOCALES = {"unicode": "C.UTF-8", "ascii": "C"}
LOOKS = ("dark", "light", "contrast", "sixteen", "never")
EVERY = [*itertools.product(LOOKS, DEPTHS, LOCALES)]
"""Every look in every depth of colour, with and without Unicode. Journeys also press `T`, and go on in other looks."""
SOME = [
    ("dark", "24-bit", "unicode"),
    ("light", "24-bit", "ascii"),
    ("dark", "256", "unicode"),
    ("contrast", "256", "ascii"),
    ("contrast", "24-bit", "unicode"),
    ("light", "16", "unicode"),
    ("sixteen", "16", "ascii"),
    ("sixteen", "24-bit", "unicode"),
    ("never", "24-bit", "unicode"),
    ("never", "16", "ascii"),
]
"""Every look, depth and locale, each with each of another: for the short run."""
LENGTH = 10
"""Steps of a journey."""


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, and letters that are drawn in unusual ways."""
    folder = tmp_path_factory.mktemp("odd")
    (folder / "in").mkdir()
    write_letters(folder / "in")
    with Library.open(folder / "library", create=True) as library:
        assert not library.ingest([sample_folder(), folder / "in"]).failed
    return folder / "library"


@pytest.fixture
def environment(monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """The environment, for one test; the program is not left, and paints without waiting for a sixtieth of a second."""
    monkeypatch.setattr(Rejoinder, "exit", lambda *_, **__: None)
    monkeypatch.setattr(Rejoinder, "action_suspend_process", lambda _: None)
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.001)
    for name in ("TERM", "COLORTERM", "NO_COLOR", "LC_ALL", "LC_CTYPE", "LANG", "SSH_CONNECTION", "SSH_TTY"):
        monkeypatch.delenv(name, raising=False)
    return monkeypatch


async def journeys(library: Path, folder: Path, environment: pytest.MonkeyPatch, config: tuple[str, str, str],
                   seeds: range) -> None:  # fmt: skip
    """Several journeys one after another in one run of the program; the first that differs is told step by step."""
    look, depth, locale = config
    for name, value in {**DEPTHS[depth], "LANG": LOCALES[locale]}.items():
        environment.setenv(name, value)
    if look == "never":
        environment.setenv("NO_COLOR", "1")
        look = "auto"
    kind = [*KINDS.values()][seeds.start % len(KINDS)]
    async with beside(library, folder, (80, 24), kind, locale == "ascii", look=look) as two:
        assert two.compare() == []
        gone: list[str] = []
        for seed in seeds:
            for step in steps(seed, LENGTH):
                gone.append(" ".join(step))
                await take(two, *step)
                told = await two.agree()
                assert not told, "\n".join([f"{config}, {kind}, journeys {seeds}:", *gone, *told])
        assert two.here.app.is_running


@pytest.mark.parametrize("config", SOME, ids="-".join)
async def test_the_thin_line_shows_what_textual_draws(
    library: Path, tmp_path: Path, environment: pytest.MonkeyPatch, config: tuple[str, str, str]
) -> None:
    first = 10 * SOME.index(config) + 1
    await journeys(library, tmp_path, environment, config, range(first, first + 10))


@pytest.mark.torture
@pytest.mark.parametrize("config", EVERY, ids="-".join)
async def test_on_a_thousand_journeys_too(
    library: Path, tmp_path: Path, environment: pytest.MonkeyPatch, config: tuple[str, str, str]
) -> None:
    first = 1000 + 34 * EVERY.index(config)
    await journeys(library, tmp_path, environment, config, range(first, first + 34))

"""Help, palette and docs/keys.md: all from the command table, with a person's own keys; each command can be done."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App, ComposeResult

import tui.screens
import tui.widgets
from index.results import Candidate
from tests.tui.doubles import HOSTILE, HOSTILE_SHOWN, Dialogs, FakeLibrary, until
from tui.commands import COMMANDS, PANES, Command, as_markdown, working_in
from tui.performing import available, pane_of, perform
from tui.screens.help import HelpScreen, help_rows
from tui.screens.palette import PaletteScreen, fitting
from tui.view.wrap import cells
from tui.widgets.facets import Facets
from tui.widgets.narrowing import Widen
from tui.widgets.sections import Entry


def words(entry: Entry) -> str:
    return "".join(piece.text for piece in entry.line)


def classes() -> Iterator[type[Any]]:
    """Every class of screens, widgets and the application."""
    found = ["tui.app"]
    for package in (tui.screens, tui.widgets):
        found += [f"{package.__name__}.{m.name}" for m in pkgutil.iter_modules(package.__path__)]
    for name in found:
        for _, value in inspect.getmembers(importlib.import_module(name), inspect.isclass):
            if value.__module__ == name:
                yield value


def bound(cls: type[Any]) -> set[str]:
    """Ids of the commands a class binds itself."""
    return {b.id for b in cls.__dict__.get("BINDINGS", ()) if getattr(b, "id", None)}


@pytest.mark.parametrize("pane", PANES)
def test_every_command_is_bound_by_a_class_that_can_do_it(pane: str) -> None:
    binders = {
        command.id: [c for c in classes() if command.id in bound(c)] for command in COMMANDS if command.pane == pane
    }
    assert [id_ for id_, found in binders.items() if not found] == []
    for command in COMMANDS:
        for cls in binders.get(command.id, ()):
            assert hasattr(cls, f"action_{command.action.partition('(')[0]}"), (cls, command.id)


def test_digits_never_switch_panes() -> None:
    assert not [c.id for c in COMMANDS if any(key.isdigit() for key in c.keys)]


def test_the_page_of_keys_is_the_table() -> None:
    page = Path(__file__).resolve().parents[2] / "docs" / "keys.md"
    assert page.read_text("utf-8") == as_markdown() + "\n"


def test_help_lists_the_panes_own_keys_then_motion_then_everything_else() -> None:
    rows = help_rows(working_in("letter"))
    assert [r.heading for r in rows if r.heading] == [
        "Letter",
        "Motion, the same in every pane",
        "Everywhere outside inputs",
    ]
    assert words(rows[0]).split()[0] == "f"
    assert all(cells(words(r)) <= 100 for r in rows)


@pytest.mark.parametrize("pane", PANES)
def test_help_is_read_whole_at_80_columns(pane: str) -> None:
    assert [words(r) for r in help_rows(working_in(pane)) if cells(words(r)) > 78] == []


def test_help_shows_a_persons_own_keys() -> None:
    table = tuple(c._replace(keys=("ctrl+f",)) if c.id == "letter.notes" else c for c in COMMANDS)
    told = [words(r) for r in help_rows(working_in("letter", table))]
    assert any(line.startswith("Ctrl-F") and "List all notes" in line for line in told)


@pytest.mark.parametrize("pane", PANES)
def test_motion_is_not_offered_by_name_and_nothing_twice(pane: str) -> None:
    ids = [c.id for c in available(pane)]
    assert len(ids) == len(set(ids))
    assert not [id_ for id_ in ids if id_.startswith("motion.")]
    assert "everywhere.theme" in ids  # from the search line too, where `T` would type


async def test_help_fits_80_by_24_scrolls_and_gives_what_was_chosen() -> None:
    app = Dialogs(lambda: HelpScreen("thread"))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Keys · thread" in app.words
        assert "Esc closes" in app.words
        assert "Quit with status 130" not in app.words
        await pilot.press("G")
        await pilot.pause()
        assert "Quit with status 130" in app.words
        await pilot.press("g", "g", "j", "enter")
        assert [c.id for c in app.given] == ["thread.open"]


class Desk(App[None]):
    """Facets on a screen."""

    def __init__(self) -> None:
        super().__init__()
        self.facets = Facets(id="facets")
        self.done: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.facets

    def on_mount(self) -> None:
        self.facets.focus()

    def on_facet_widen(self, message: Widen) -> None:
        self.done.append(message)


def command(id_: str) -> Command:
    return next(c for c in COMMANDS if c.id == id_)


async def test_a_command_is_done_by_the_pane_with_the_focus() -> None:
    app = Desk()
    async with app.run_test(size=(80, 24)) as pilot:
        assert pane_of(app.screen) == "facets"
        assert await perform(app.screen, command("facets.widen"))
        await pilot.pause()
        assert app.done == [Widen()]
        assert not await perform(app.screen, command("letter.peek"))


def test_commands_are_found_by_name_before_words() -> None:
    assert fitting(available("facets"), "widen")[0].id == "facets.widen"
    assert "everywhere.history" in [c.id for c in fitting(available("facets"), "asked before")]
    assert fitting(available("facets"), "") == available("facets")
    assert fitting(available("facets"), "xyzzy") == []


async def test_the_palette_does_a_command_by_name() -> None:
    app = Dialogs(lambda: PaletteScreen(available("facets"), None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"widen", "enter")
        assert app.given == [command("facets.widen")]


async def test_the_palette_opens_a_letter_by_symbol_and_its_words_cannot_act() -> None:
    letter = Candidate(("S/2006/547",), None, "2006-08-18", HOSTILE, ("x",))
    app = Dialogs(lambda: PaletteScreen(available("facets"), FakeLibrary(letter).as_library))
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(*"s/2006/5")
        await until(pilot, lambda: "not held · cited by 1" in app.rows[0])
        assert HOSTILE_SHOWN[:11] in app.rows[0]
        assert not any(c in app.words for c in "\x1b\x07\u202e")
        await pilot.press("enter")
        assert app.given == [letter]


async def test_the_palette_says_when_nothing_fits_and_closes() -> None:
    app = Dialogs(lambda: PaletteScreen(available("facets"), None))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"qxyz 1", "enter")  # `q` closes a list; in an input it types
        assert "No command is called so." in app.rows[0]
        await pilot.press("escape")
        assert app.given == [None]

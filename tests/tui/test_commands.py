"""The command table: one meaning for a key under one focus, a person's own keys, the page made from it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from tui.commands import COMMANDS, PANES, Command, as_markdown, clashes, rebound, shown, working_in


def keys_of(table: Iterable[Command], id_: str) -> tuple[str, ...]:
    return next(c.keys for c in table if c.id == id_)


def test_no_key_means_two_things_under_one_focus() -> None:
    assert clashes() == []


def test_a_clash_is_found_and_said_in_words() -> None:
    table = [c._replace(keys=("f",)) if c.id == "letter.notes" else c for c in COMMANDS]
    assert clashes(table) == ["f means both “note” and “notes” in letter"]


def test_every_command_has_its_own_id_a_known_pane_and_words() -> None:
    assert len({c.id for c in COMMANDS}) == len(COMMANDS)
    assert all(c.pane in PANES and c.keys and c.name and c.help for c in COMMANDS)


@pytest.mark.parametrize("pane", ["search", "lookup"])
def test_in_an_input_no_printable_key_acts(pane: str) -> None:
    # A one-character name, or a name such as `slash`, is a printable key; these are the others.
    acting = {key for c in working_in(pane) for key in c.keys}
    assert acting <= {"enter", "escape", "tab", "up", "down"} | {f"f{n}" for n in range(1, 13)}


OWN = [
    # keys.toml, command, its keys then, the words said
    ('[keys]\n"letter.notes" = "ctrl+f"', "letter.notes", ("ctrl+f",), []),  # a free key is taken
    ('[keys]\n"letter.notes" = "f"', "letter.notes", ("F",), ["f means both “note” and “notes” in letter"]),  # taken
    ('[keys]\n"letter.fly" = "f"', "letter.notes", ("F",), ["keys.toml names “letter.fly”, which is no command"]),
    ('[keys]\n"letter.notes" = ""', "letter.notes", ("F",), ["keys.toml gives “letter.notes” no keys"]),
    ('[keys]\n"letter.notes" = 7', "letter.notes", ("F",), ["keys.toml gives “letter.notes” no keys"]),  # not a string
    ("keys = 7", "letter.notes", ("F",), ["keys.toml has no table [keys]"]),  # a value where the table should be
]


@pytest.mark.parametrize(("toml", "command", "keys", "said"), OWN)
def test_a_persons_own_keys(tmp_path: Path, toml: str, command: str, keys: tuple[str, ...], said: list[str]) -> None:
    path = tmp_path / "keys.toml"
    path.write_text(toml, "utf-8")
    table, wrong = rebound(path)
    assert (keys_of(table, command), wrong) == (keys, said)


def test_a_file_that_is_no_toml_changes_nothing_and_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "keys.toml"
    path.write_text("[keys", "utf-8")
    table, wrong = rebound(path)
    assert table == COMMANDS
    assert len(wrong) == 1
    assert wrong[0].startswith("keys.toml cannot be read")


def test_without_a_file_the_table_is_as_it_is(tmp_path: Path) -> None:
    assert rebound(tmp_path / "none.toml") == (COMMANDS, [])


@pytest.mark.parametrize(("key", "words"), [("ctrl+p", "Ctrl-P"), ("slash", "/"), ("f1", "F1"), ("f", "f"), ("G", "G")])
def test_keys_as_a_person_reads_them(key: str, words: str) -> None:
    assert shown(key) == words


def test_the_page_names_every_command() -> None:
    page = as_markdown()
    assert all(f"`{c.id}`" in page and c.help in page for c in COMMANDS)

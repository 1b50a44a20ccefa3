"""State between runs: private, whole or not at all, shared between two runs, never silently lost."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest

from tests.tui.letters import CUSTOMS, build, p
from tui.state import KEPT_PLACES, Bookmark, State, bookmark_at


def test_what_is_kept_is_there_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.json"
    state = State.open(path)
    state.remember("A/61/233", 40, -2)
    state.add(Bookmark("A/61/233#p2", "It is regrettable"))
    again = State.open(path)
    assert again.place("A/61/233") == (40, -2)
    assert again.bookmarks == [Bookmark("A/61/233#p2", "It is regrettable")]
    assert again.notice == ""


def test_only_its_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "rejoinder" / "state.json"
    State.open(path).add(Bookmark("A/1#p1", "x"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert {p.name for p in path.parent.iterdir()} <= {"state.json", "state.json.lock"}


def test_a_crash_while_writing_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "state.json"
    State.open(path).add(Bookmark("A/1#p1", "old"))

    def fail(*_: object) -> None:
        raise OSError("disk full")

    monkeypatch.setattr(os, "fsync", fail)
    state = State.open(path)
    state.add(Bookmark("A/2#p1", "new"))
    assert "disk full" in state.notice
    assert [b.words for b in State.open(path).bookmarks] == ["old"]
    assert not [p for p in tmp_path.iterdir() if p.name not in ("state.json", "state.json.lock")]


DAMAGED = [
    ("", "empty"),
    ("{", "cut off"),
    ('{"schema": 99, "places": {}, "bookmarks": []}', "of a later version"),
    ('{"schema": 1, "places": [], "bookmarks": []}', "of another shape"),
    ('{"schema": 1, "places": {"A/1": ["x", 1]}, "bookmarks": []}', "no offset"),
]


@pytest.mark.parametrize(("text", "why"), DAMAGED)
def test_a_file_not_understood_is_set_aside_and_told(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "state.json"
    path.write_text(text)
    state = State.open(path)
    assert "could not be read" in state.notice, why
    assert (tmp_path / "state.damaged").read_text() == text
    assert state.bookmarks == []


def test_two_runs_do_not_undo_each_other(tmp_path: Path) -> None:
    path = tmp_path / "state.json"
    one, two = State.open(path), State.open(path)
    one.add(Bookmark("A/1#p1", "one"))
    one.remember("A/1", 10)
    one.save()
    two.remember("A/2", 20)
    two.add(Bookmark("A/2#p1", "two"))
    one.drop(Bookmark("A/1#p1", "one"))
    last = State.open(path)
    assert {b.words for b in last.bookmarks} == {"two"}
    assert last.places == {"A/1": (10, 0), "A/2": (20, 0)}


def test_old_places_go_first(tmp_path: Path) -> None:
    state = State.open(tmp_path / "state.json")
    for number in range(KEPT_PLACES + 5):
        state.remember(f"A/{number}", number)
    state.save()
    places = json.loads(state.path.read_text())["places"]
    assert len(places) == KEPT_PLACES
    assert "A/4" not in places


def test_a_bookmark_finds_its_paragraph_after_numbers_moved() -> None:
    assert bookmark_at(CUSTOMS, 0).pin == f"{CUSTOMS.id}#p1"  # the masthead has no number of its own
    bookmark = bookmark_at(CUSTOMS, CUSTOMS.text.index("passes over"))
    assert bookmark.pin == "A/61/233-S/2006/547#p2"
    assert bookmark.letter == "A/61/233-S/2006/547"
    moved = build(p("A paragraph found later."), p("More."), p(CUSTOMS.block("p2").span.of(CUSTOMS.text)))
    assert bookmark.find(moved) == moved.blocks[2].span.start
    assert Bookmark("no pin", "").find(moved) == 0

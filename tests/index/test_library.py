"""The one door: opened, asked from several threads, left damaged, and closed."""

from __future__ import annotations

import ast
import stat
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from corpus.errors import LibraryDamaged, LibraryMissing, NotFound
from index.library import Library
from index.results import Request, Thread
from tests.index.made import add, letter, library

pytestmark = pytest.mark.usefixtures("quick_disk")

LETTERS = [letter("A/60/1", "2006-03-01", "Kestravia"), letter("A/60/2", "2006-03-10", "Valdmark", "answers A/60/1")]


def test_a_library_is_made_where_the_user_keeps_data_and_for_them_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with pytest.raises(LibraryMissing):
        Library.open()
    with Library.open(create=True) as made:
        assert made.count() == 0
    assert Library.default_path().is_relative_to(tmp_path / "data")
    assert stat.S_IMODE(Library.default_path().stat().st_mode) == 0o700


def test_an_empty_library_answers_everything_with_nothing(tmp_path: Path) -> None:
    with Library.open(tmp_path / "library", create=True) as held:
        assert held.identify("A/60/1") == ()
        assert held.lookup("60/1") == ()
        assert held.lookup("A/60/1")[0].id is None
        assert held.resolve("A/60/1")[0].letters == ()
        assert held.missing().rows == ()
        assert held.ledger("Kestravia", "Valdmark").rows == ()
        assert held.verify() == ()
        assert held.search(Request("lighthouse")).total == 0
        with pytest.raises(NotFound):
            held.thread("A/60/1")


def test_every_method_of_the_contract_is_there() -> None:
    page = (Path(__file__).parents[2] / "docs" / "architecture.md").read_text("utf-8")
    listed = page.partition("Library.open(path, create=False)")[2].partition("Under it:")[0]
    names = {
        line.strip().lstrip(".").partition("(")[0].split()[0] for line in listed.splitlines() if line.strip()[:1] == "."
    }
    assert {"ingest", "search", "thread", "verify"} <= names
    assert {name for name in names if not hasattr(Library, name) and name != "index"} == set()


def test_the_door_is_light_to_import() -> None:
    tree = ast.parse((Path(__file__).parents[2] / "index" / "library.py").read_text("utf-8"))
    at_once = {node.module for node in tree.body if isinstance(node, ast.ImportFrom)}
    assert {name for name in at_once if name and name.startswith("index.")} == {"index.results"}


def test_a_letter_comes_back_as_it_was_and_in_the_language_asked_for(tmp_path: Path) -> None:
    english = letter("A/60/1", "2006-03-01", "Kestravia")
    french = letter("A/60/1", "2006-03-01", "Kestravia", mentions=["A/60/7"], language="fr")
    with library(tmp_path, [french, english]) as held:
        assert held.count() == 1
        assert held.letter("A/60/1") == english  # English first, whatever came first
        assert held.letter("A/60/1", language="fr") == french
        assert held.letter("A/60/1", language="ru") == english
        assert [one.language for one in held.versions("A/60/1")] == ["en", "fr"]


def test_what_another_door_writes_is_taken_over_on_refresh(tmp_path: Path) -> None:
    with library(tmp_path, LETTERS) as reading, Library.open(tmp_path) as writing:
        add(writing, [letter("A/60/3", "2006-03-11", "Valdmark")])
        assert (reading.count(), writing.count()) == (2, 3)
        assert reading.refresh()
        assert not reading.refresh()
        assert reading.count() == 3


def test_two_writers_do_not_hold_one_letter_twice(tmp_path: Path) -> None:
    from index.batch import Batch

    with library(tmp_path, LETTERS) as one, Library.open(tmp_path) as other:
        batch = Batch(one.index)
        batch.add(letter("A/60/3", "2006-03-11", "Valdmark", path="/made/one"))
        add(other, [letter("A/60/3", "2006-03-11", "Valdmark", path="/made/other")])
        batch.commit()
        assert one.count() == 3
        assert {h.path for h in one.letter("A/60/3").holdings} == {"/made/one", "/made/other"}


def test_threads_ask_while_letters_are_written(tmp_path: Path) -> None:
    done = threading.Event()
    with library(tmp_path, LETTERS) as held:

        def ask() -> int:
            asked = 0
            while not done.is_set() or not asked:
                assert held.identify("A/60/1") == ("A/60/1",)
                assert held.thread("A/60/2").edges[0].target == "A/60/1"
                assert held.letter("A/60/2").symbols == ("A/60/2",)
                held.refresh()
                asked += 1
            return asked

        with ThreadPoolExecutor(3) as pool:
            asking = [pool.submit(ask) for _ in range(3)]
            for number in range(3, 15):
                add(held, [letter(f"A/60/{number}", "2006-04-01", "Kestravia")])
            done.set()
            assert all(one.result() for one in asking)
        assert held.count() == 14


def damage(folder: Path, name: str) -> None:
    """Flip a bit in a section of the newest segment."""
    segment = max((folder / "segments").iterdir())
    place = segment / name
    data = bytearray(place.read_bytes())
    data[0] ^= 1
    place.write_bytes(data)


def test_a_damaged_block_is_never_served_and_the_older_state_says_so(tmp_path: Path) -> None:
    with library(tmp_path, LETTERS) as held:
        add(held, [letter("A/61/1", "2007-01-01", "Oronesia")])
    damage(tmp_path, "rows.blob")
    with Library.open(tmp_path) as held:
        assert held.count() == 3
        answers = [thread.edges for thread in _in_parallel(lambda: held.thread("A/60/2"), 4)]
        assert all(edges[0].target == "A/60/1" for edges in answers)
        assert (held.count(), held.candidate("A/61/1").id) == (2, None)
        assert any("older state" in notice for notice in held.thread("A/60/2").notices)
        assert any("older state" in notice for notice in held.search(Request("written")).notices)
        assert any("not what was written" in words for words in held.verify())


def _in_parallel(ask: Callable[[], Thread], times: int) -> list[Thread]:
    with ThreadPoolExecutor(times) as pool:
        return list(pool.map(lambda _: ask(), range(times)))


def test_damage_in_every_generation_is_an_error_with_a_way_out(tmp_path: Path) -> None:
    with library(tmp_path, LETTERS):
        pass
    damage(tmp_path, "rows.blob")
    with Library.open(tmp_path) as held, pytest.raises(LibraryDamaged) as told:
        held.thread("A/60/2")
    assert "doctor" in told.value.hint

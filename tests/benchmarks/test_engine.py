"""The engine's benchmark without its peers' libraries: questions, rows, and that no row goes without a peer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks.engine import Table, timed
from benchmarks.ours import Ours
from benchmarks.peers import Fts5
from benchmarks.tables import table
from benchmarks.workload import prepare, questions, read

LETTERS = 400


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("bench")
    prepare(path, LETTERS)
    return path


def test_a_row_without_a_peer_fails_the_run() -> None:
    found = Table()
    found.times("term", "rejoinder", [1.0, 2.0, 3.0])
    with pytest.raises(SystemExit, match="names no peer"):
        found.ratios()
    found.times("term", "tantivy", [2.0, 4.0, 6.0])
    assert found.ratios() == {"term": {"tantivy": 0.5}}
    found.value("disk", "rejoinder", 30.0, "MB")
    found.value("disk", "fts5", 60.0, "MB")
    assert found.ratios()["disk"] == {"fts5": 0.5}
    assert found.rows[0] == {
        "class": "term", "engine": "rejoinder", "p50": 2.0, "p95": 3.0, "p99": 3.0, "unit": "ms", "questions": 3,
    }  # fmt: skip
    shown = {"letters": 9, "rows": found.rows, "ratios": found.ratios(), "hits_equal": "1 of 1", "overlap": 1.0}
    assert "| term, ms | 2 / 3 / 3 | 4 / 6 / 6 | – | tantivy 0.5 |" in table(shown | {"overlap_phrases": 0.5})
    assert json.loads(json.dumps(found.rows)) == found.rows


def test_engines_take_turns() -> None:
    asked: list[str] = []
    runs = {name: [lambda name=name: asked.append(name)] * 2 for name in ("a", "b")}
    assert {name: len(times) for name, times in timed(runs, 1).items()} == {"a": 2, "b": 2}  # type: ignore[arg-type]
    assert asked == ["a", "b", "a", "b"] * 2


def test_ours_and_fts5_find_the_same(folder: Path, tmp_path: Path) -> None:
    Ours(tmp_path / "ours").build(read(folder, "fields", LETTERS))
    built = Fts5(tmp_path / "fts5")
    built.build(read(folder, "tokens", LETTERS))
    built.close()
    ours, fts5 = Ours(tmp_path / "ours"), Fts5(tmp_path / "fts5")
    asked = questions(folder, LETTERS)
    assert set(asked) > {"typing", "term", "and", "or", "phrase", "prefix", "filter", "facets", "snippets", "fuzzy"}
    for kind in ("term", "and", "or", "phrase", "prefix", "typing"):
        assert len(asked[kind]) >= 20
        for ask in asked[kind][::3]:
            assert ours.every(ask) == fts5.every(ask), ask
            mine, its = ours.ask(ask), fts5.ask(ask)
            assert mine is not None
            assert its is not None
            assert mine()[0] == its()[0]
    for kind in ("filter", "facets", "snippets", "symbol, a half", "symbol, joint"):
        for ask in asked[kind][::5]:
            mine, its = ours.ask(ask), fts5.ask(ask)
            assert mine is not None
            assert its is not None
            assert mine()[0] == its()[0], ask
    fts5.close()


def test_letters_come_in_any_pieces(folder: Path) -> None:
    assert len(list(read(folder, "fields", 37))) == 37
    assert [letter["id"] for letter in read(folder, "fields", 40, first=30)] == [
        letter["id"] for letter in read(folder, "fields", 40)
    ][30:]

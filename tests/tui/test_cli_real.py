"""The commands on real letters: the contract's shapes, and the first letter from its file to its exchange."""

from __future__ import annotations

import json
from pathlib import Path

from tests.tui.shapes import LETTER, SHOWN, THREAD, misfits
from tests.tui.shell import run

FIRST = "text/000_d35109883efa0c00.txt"


def test_real_files_have_the_shape_of_the_contract(letters: Path) -> None:
    every = sorted(path for kind in ("pdf", "text", "other") for path in (letters / kind).iterdir())
    done = run("parse", *every[::16])
    rows = [json.loads(line) for line in done.stdout.split("\n")[:-1]]
    assert done.exit_code == 0
    assert [row["path"] for row in rows] == [str(path) for path in every[::16]]
    assert [fault for row in rows for fault in misfits(row, LETTER, row["path"])] == []


def test_the_first_letter_is_indexed_and_shown_with_six_that_are_not_held(letters: Path, tmp_path: Path) -> None:
    library = tmp_path / "library"
    assert run("index", letters / FIRST, library=library).exit_code == 0
    name = "2023-03-22 Azerbaijan"
    shown = json.loads(run("show", name, "--json", library=library).stdout)
    assert misfits(shown, SHOWN) == []
    assert (shown["id"], shown["symbols"], len(shown["footnotes"])) == (name, [], 3)
    thread = json.loads(run("thread", name, "--json", library=library).stdout)
    assert misfits(thread, THREAD) == []
    assert sorted(node["id"] for node in thread["nodes"] if not node["held"]) == [
        "A/73/821-S/2019/286",
        "A/74/676-S/2020/90",
        "A/74/807-S/2020/303",
        "A/75/742-S/2021/279",
        "A/76/811-S/2022/333",
        "A/77/794-S/2023/185",
    ]
    (answer,) = [edge for edge in thread["edges"] if edge["kind"] == "answers"]
    assert (answer["from"], answer["to"]) == (name, "A/77/794-S/2023/185")
    plain = run("thread", name, library=library).stdout.splitlines()
    assert plain[0] == f"Exchange around {name}, 7 letters, 6 not held."
    assert plain[1] == "1. 8 March 2023, Armenia, A/77/794-S/2023/185 (not held, cited by 1)."
    assert "no answer in this library" in run("search", "no:answer", library=library).stderr
    missing = json.loads(run("missing", "--json", library=library).stdout)["rows"]
    assert {tuple(row["cited_by"]) for row in missing} == {(name,)}

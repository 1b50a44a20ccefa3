"""docs/formats.md tells every key that is printed, and none that is not."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.tui import shapes
from tests.tui.shell import run

ROOT = Path(__file__).resolve().parents[2]
DOC = (ROOT / "docs" / "formats.md").read_text("utf-8")
SECTIONS = {
    title.split()[1]: body for title, body in re.findall(r"^## `(rejoinder [^`]*)`\n(.*?)(?=^## )", DOC, re.M | re.S)
}


def keys_of(shape: Any) -> set[str]:
    """Every key of a shape, at any depth."""
    if isinstance(shape, dict):
        return {key.rstrip("?") for key in shape} | {k for inner in shape.values() for k in keys_of(inner)}
    if isinstance(shape, (list, tuple)):
        return {key for inner in shape for key in keys_of(inner)}
    return set()


@pytest.mark.parametrize(
    ("command", "shape"),
    [
        ("parse", shapes.LETTER),
        ("show", {key: shapes.SHOWN[key] for key in shapes.SHOWN if key not in shapes.LETTER}),
        ("index", shapes.INDEXED),
        ("search", [shapes.PAGE, shapes.CONTEXT]),
        ("resolve", shapes.RESOLVED),
        ("thread", shapes.THREAD),
        ("missing", shapes.MISSING),
        ("ledger", shapes.LEDGER),
    ],
)
def test_every_key_is_documented_and_every_documented_key_is_printed(command: str, shape: Any) -> None:
    body = SECTIONS[command]
    first = {key for row in re.findall(r"^\| (`.*?) \|", body, re.M) for key in re.findall(r"`(\w+)`", row)}
    quoted = set(re.findall(r'"(\w+)"', body))
    assert keys_of(shape) - {"schema"} <= quoted | set(re.findall(r"`(\w+)`", body))
    assert first | quoted <= keys_of(shape) | ({"error"} if command == "parse" else set())


@pytest.mark.parametrize(
    "words",
    [
        ("search", "customs"),
        ("search", "customs", "--context"),
        ("search", "customs", "--facets"),
        ("missing",),
        ("ledger", "Kestravia", "Valdmark"),
    ],
)
def test_the_columns_are_those_documented(sample_library: Path, words: tuple[str, ...]) -> None:
    head = next(csv.reader(io.StringIO(run(*words, "--csv", library=sample_library).stdout)))
    assert f"`{','.join(head)}`" in SECTIONS[words[0]]


def test_schema_comes_first_on_every_line(sample_library: Path) -> None:
    for words in (("search", "customs", "--jsonl"), ("missing", "--json"), ("show", "A/61/233", "--json")):
        for line in run(*words, library=sample_library).stdout.split("\n")[:-1]:
            assert next(iter(json.loads(line))) == "schema"


def test_every_exit_status_is_told() -> None:
    assert re.findall(r"^\| (\d+) \|", DOC, re.M) == ["0", "1", "2", "3", "4", "130"]

"""How well the sample is read, field by field, against `truth.jsonl`; a failure lists every miss."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.contract import to_json
from corpus.letter import read_letter
from corpus.sample import sample_folder
from tests.corpus.score import Score, misplaced

FLOORS = {
    "symbols": 1.0,
    "kind": 1.0,
    "date": 1.0,
    "distributed": 1.0,
    "original_language": 1.0,
    "session": 1.0,
    "sc_year": 1.0,
    "agenda_items": 1.0,
    "of": 1.0,
    "office": 1.0,
    "addressees": 1.0,
    "signatories": 1.0,
    "annexes": 1.0,
    "footnotes": 1.0,
    "footnote_markers": 1.0,
    "cites": 1.0,
    "resolutions": 1.0,
    "answers": 0.98,
    "follows": 0.945,
}
"""What has been reached; it goes up when reading improves, and never down."""


@pytest.fixture(scope="module")
def read() -> dict[str, dict[str, Any]]:
    """Every file of the sample as `rejoinder parse` prints it, by stem."""
    return {path.stem: to_json(read_letter(path)) for path in sorted(sample_folder().iterdir())}


@pytest.fixture(scope="module")
def truth() -> list[dict[str, Any]]:
    """The rows of `truth.jsonl`."""
    lines = (sample_folder().parent / "truth.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line) for line in lines]


@pytest.fixture(scope="module")
def score(read: dict[str, dict[str, Any]], truth: list[dict[str, Any]]) -> Score:
    """All rows compared."""
    total = Score()
    for row in truth:
        total.add(row, read[row["slug"]])
    return total


@pytest.mark.parametrize("name", FLOORS)
def test_a_field_is_read_as_well_as_it_has_been(name: str, score: Score) -> None:
    share = score.share(name)
    assert share >= FLOORS[name] - 1e-9, "\n".join([f"{name}: {share:.4f}", *score.misses.get(name, [])])


def test_markers_stand_where_they_were_printed(read: dict[str, dict[str, Any]], truth: list[dict[str, Any]]) -> None:
    wrong = [line for row in truth for line in misplaced(row, read[row["slug"]])]
    assert len(wrong) <= 1, "\n".join(wrong)


def test_every_proof_stands_in_the_letter_it_is_drawn_from(read: dict[str, dict[str, Any]]) -> None:
    for slug, row in read.items():
        texts = [part["text"] for part in (*row["paragraphs"], *row["footnotes"])]
        for relation in row["relations"]:
            assert any(relation["evidence"] in text for text in texts), (slug, relation)

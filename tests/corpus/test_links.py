"""Real letters: what the Organization's editors linked is read, every proof is a passage, and known exchanges hold."""

from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

from corpus.contract import to_json
from corpus.letter import read_letter
from corpus.resolutions import FoundResolution

SHARE = 0.99
"""Of the rows with a symbol, this share is to be found in what was read."""
EXCHANGES = [
    ("A_79_818", "answers", "A/79/798"),
    ("A_79_818", "answers", "A/79/802"),
    ("A_79_758", "answers", "A/79/730"),
    ("S_2025_277", "answers", "S/2025/260"),
    ("S_2025_288", "answers", "S/2025/287"),
    ("undocs_S_2016_89", "answers", "S/2016/88"),
    ("undocs_S_2016_1128", "cites", "S/2016/89"),
    ("undocs_S_2016_1129", "answers", "S/2016/1128"),
    ("000_d35109883efa0c00", "answers", "A/77/794"),
]


@pytest.fixture(scope="module")
def rows(letters: Path) -> dict[str, dict[str, Any]]:
    """Every real document as `rejoinder parse` prints it, by its file's stem."""
    paths = [p for folder in ("pdf", "text", "other") for p in sorted((letters / folder).iterdir())]
    return {path.stem: to_json(read_letter(path)) for path in paths}


def plain(symbol: str) -> str:
    """Without spaces and case, as two spellings are compared."""
    return re.sub(r"\s+", "", symbol).upper()


def told(row: dict[str, Any]) -> set[str]:
    """Every symbol that reading a document gives: its own, those cited, and what its resolutions in words stand for."""
    words = (FoundResolution(0, 0, r["organ"], r["number"]).symbol.key for r in row["resolutions_in_words"])
    return {plain(s) for s in (*row["symbols"], *row["cites"], *words)}


def test_what_the_editors_linked_is_among_what_is_read(letters: Path, rows: dict[str, dict[str, Any]]) -> None:
    missed, count = [], 0
    known = {stem: told(row) for stem, row in rows.items()}
    with (letters / "links.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            symbol, slug = row["symbol_from_href"], row["slug"]
            if symbol and slug in known:
                count += 1
                missed += [f"{slug}: {symbol}"] if plain(symbol) not in known[slug] else []
    assert count > 500, "of 575 rows with a symbol, those of one report are not held"
    assert 1 - len(missed) / count >= SHARE, "\n".join([f"{len(missed)} of {count}", *missed])


def test_every_proof_is_a_passage_to_the_letter(rows: dict[str, dict[str, Any]]) -> None:
    for stem, row in rows.items():
        texts = {part["id"]: part["text"] for part in (*row["paragraphs"], *row["footnotes"])}
        for relation in row["relations"]:
            assert relation["evidence"].strip(), (stem, relation)
            assert relation["evidence"] in texts[relation["paragraph"]], (stem, relation)


def test_no_letter_answers_itself(rows: dict[str, dict[str, Any]]) -> None:
    for stem, row in rows.items():
        targets = [r["target"] for r in row["relations"] if isinstance(r["target"], str)]
        assert not set(targets) & set(row["symbols"]), stem
        assert len(targets) == len(set(targets)), stem


@pytest.mark.parametrize(("stem", "kind", "target"), EXCHANGES)
def test_a_known_exchange(stem: str, kind: str, target: str, rows: dict[str, dict[str, Any]]) -> None:
    assert (kind, target) in [(r["kind"], r["target"]) for r in rows[stem]["relations"]]


def test_a_report_cited_is_no_letter(rows: dict[str, dict[str, Any]]) -> None:
    assert "S/2025/239" in rows["S_2025_260"]["cites"]
    assert "S/2025/239" not in [r["target"] for r in rows["S_2025_260"]["relations"]]

"""The links that the Organization's editors put into its PDFs, as an independent witness of what a passage cites."""

from __future__ import annotations

import csv
import re
from pathlib import Path

from corpus.contract import to_json
from corpus.letter import read_letter
from corpus.resolutions import FoundResolution

SHARE = 0.99
"""Of the rows with a symbol, this share is to be found in what was read."""


def plain(symbol: str) -> str:
    """Without spaces and case, as two spellings are compared."""
    return re.sub(r"\s+", "", symbol).upper()


def told(path: Path) -> set[str]:
    """Every symbol that reading a document gives: its own, those cited, and what its resolutions in words stand for."""
    row = to_json(read_letter(path))
    words = (FoundResolution(0, 0, r["organ"], r["number"]).symbol.key for r in row["resolutions_in_words"])
    return {plain(s) for s in (*row["symbols"], *row["cites"], *words)}


def wanted(letters: Path) -> dict[str, list[str]]:
    """The symbols that the links of each document name, by its slug."""
    rows: dict[str, list[str]] = {}
    with (letters / "links.tsv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            if row["symbol_from_href"]:
                rows.setdefault(row["slug"], []).append(row["symbol_from_href"])
    return rows


def test_what_the_editors_linked_is_among_what_is_read(letters: Path) -> None:
    missed, all_rows = [], 0
    for stem, symbols in wanted(letters).items():
        path = next((p for folder in ("pdf", "other") for p in (letters / folder).glob(f"{stem}.*")), None)
        if path is None:
            continue
        known = told(path)
        all_rows += len(symbols)
        missed += [f"{stem}: {symbol}" for symbol in symbols if plain(symbol) not in known]
    assert all_rows > 500, "of 575 rows with a symbol, those of one report are not held"
    assert 1 - len(missed) / all_rows >= SHARE, "\n".join([f"{len(missed)} of {all_rows}", *missed])

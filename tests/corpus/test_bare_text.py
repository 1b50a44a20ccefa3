"""What the format tells is welcome, but a letter's facts do not hang on it: bare text gives the same ones."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2

from corpus.contract import to_json
from corpus.letter import assemble, read_letter
from corpus.model import Letter
from corpus.readers import plain

FIELDS = ("symbols", "kind", "title", "date", "distributed", "original_language", "session", "sc_year", "addressees")


def facts(letter: Letter) -> dict[str, Any]:
    """What a documentalist would catalogue."""
    row = to_json(letter)
    return {key: row[key] for key in FIELDS} | {
        "senders": [(s["office"], s["of"]) for s in row["senders"]],
        "items": [item["number"] for item in row["agenda_items"]],
        "signatories": row["signatories"],
        "annexes": len(row["annexes"]),
        "footnotes": sorted(note["marker"] for note in row["footnotes"]),
    }


def bare(path: Path) -> Letter:
    """A PDF's text without sizes, places, bold type and raised signs."""
    with pypdfium2.PdfDocument(path) as document:
        pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
    text = "\f".join(pages).replace("\r", "").replace("\ufffe", "-")
    return assemble(plain.read_text(text).source("0" * 64), str(path))[0]


def test_a_pdf_and_its_bare_text_tell_the_same(letters: Path) -> None:
    files = [path for path in sorted((letters / "pdf").iterdir()) if path.stat().st_size < 500_000][::3]
    assert len(files) > 25
    wrong: Counter[str] = Counter()
    for path in files:
        printed, flat = facts(read_letter(path)), facts(bare(path))
        wrong.update(f"{path.name}: {key}" for key in printed if printed[key] != flat[key])
    assert len(wrong) <= 2, sorted(wrong)

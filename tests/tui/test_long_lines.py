"""Letters of one line without end: they are read, found, opened and scrolled, each step within a share of its size."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from index.library import Library
from index.results import Request
from tests.tui.browsing import browsing
from tui.view.layout import Layout
from tui.view.marks import find_marks
from tui.view.paint import PLAIN, Lit, paint_line

LETTER = """United Nations A/61/500-S/2006/500
General Assembly
4 August 2006

Letter dated 4 August 2006 from the Permanent Representative of Kestravia to the United Nations
addressed to the Secretary-General

I write, hostile, in connection with a matter of concern.

{}

(Signed) Otmar Brisk
"""
UNITS = {
    "words": "слово ",
    "one word": "ы",
    "one word of Latin": "x",
    "marks": "\u0301",
    "joined letters": "क\u094d\u200d",
    "ideographs": "漢",
    "right to left": "كلمة ",
    "escapes": "\x1b[31m",
    "strokes": "A/",
    "digits": "1",
    "spaces": " \xa0",
    "brackets": "[",
    "signs": "=",
}
SHORT, LONG = 60_000, 4_900_000
"""Characters: a line of twenty printed pages, and the most that a file may have (ten megabytes of Cyrillic)."""
PER_MILLION = 12.0
"""Seconds of processor time for a million characters, everything together; a hundredth of it would be usual."""


def written(folder: Path, unit: str, size: int) -> Path:
    """A folder with the letter in it."""
    (folder / "in").mkdir()
    (folder / "in" / "long.txt").write_text(LETTER.format(unit * (size // len(unit))), "utf-8")
    return folder / "in"


def read_found_and_painted(folder: Path, unit: str, size: int) -> None:
    """Go through everything that a letter goes through, and see that no line is long and that it took no age."""
    letters = written(folder, unit, size)
    begun = time.process_time()
    with Library.open(folder / "library", create=True) as library:
        assert library.ingest([letters]).failed == ()
        page = library.search(Request("hostile"))
        assert page.total == 1
        assert all(len(snippet.text) < 1_000 for hit in page.hits for snippet in hit.snippets)
        assert len(library.concordance(Request("hostile"))) == 1
        assert library.thread("A/61/500").focus == "A/61/500-S/2006/500"
        letter = library.letter("A/61/500-S/2006/500")
    for width in (20, 80):
        layout = Layout(letter, find_marks(letter), width)
        for y in range(0, len(layout), max(1, len(layout) // 200)):
            assert len(paint_line(layout, y, PLAIN, Lit()).text) < 1_000
    assert time.process_time() - begun < 2.0 + PER_MILLION * size / 1_000_000


@pytest.mark.parametrize("kind", UNITS)
def test_a_long_line_is_read_found_and_painted(kind: str, tmp_path: Path) -> None:
    read_found_and_painted(tmp_path, UNITS[kind], SHORT)


@pytest.mark.torture
@pytest.mark.parametrize("kind", UNITS)
def test_a_line_of_ten_megabytes_is_read_found_and_painted(kind: str, tmp_path: Path) -> None:
    read_found_and_painted(tmp_path, UNITS[kind], LONG)


@pytest.mark.parametrize("kind", ["marks", "joined letters"])
async def test_a_long_line_is_opened_and_scrolled(kind: str, tmp_path: Path) -> None:
    letters = written(tmp_path, UNITS[kind], SHORT)
    with Library.open(tmp_path / "library", create=True) as library:
        library.ingest([letters])
    async with browsing(tmp_path / "library", tmp_path, "A/61/500", size=(120, 40)) as here:
        await here.settle()
        assert any("I write, hostile" in line for line in here.picture)
        begun = time.process_time()
        await here.press("space", "space", "G", "n", "z", "g", "g")
        assert time.process_time() - begun < 10
        assert any("Kestravia" in line for line in here.picture)

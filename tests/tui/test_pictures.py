"""The README's pictures: made by anyone, the same bytes every time, with what they are to show."""

from __future__ import annotations

import re
from pathlib import Path

from tui.pictures import PICTURES, taken


async def test_a_picture_is_the_same_whenever_it_is_taken(sample_library: Path, tmp_path: Path) -> None:
    smallest = PICTURES[0]
    first = await taken(smallest, sample_library, tmp_path / "first")
    words = re.sub("<[^>]+>", "", first).replace("&#160;", " ")
    assert "A/61/233-S/2006/547" in words
    assert "── note 1 ──" in words
    assert "2 ms" in words
    assert await taken(smallest, sample_library, tmp_path / "second") == first


def test_there_is_a_picture_of_each_width() -> None:
    assert [picture.name for picture in PICTURES] == ["80x24.svg", "100x32.svg", "120x40.svg", "200x50.svg"]

"""ASCII drawing keeps the width of everything."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from tui.ascii import to_ascii
from tui.view.tree import GLYPHS


@pytest.mark.parametrize(
    ("text", "drawn"),
    [
        ("├─ “answers”", '+- "answers"'),
        ("Kestravía → Türkiye", "Kestravia > Turkiye"),
        ("note¹²", "note12"),
        ("漢", "??"),
        ("▁▄█", ".:#"),
        ("\x1b[1mA–B", "\x1b[1mA-B"),  # the sequence itself is not touched
        ("مرحبا", "?????"),
    ],
)
def test_drawn(text: str, drawn: str) -> None:
    assert to_ascii(text) == drawn


def test_no_sign_of_the_screen_is_a_question_mark() -> None:
    signs = "".join(GLYPHS.values()) + "▤▶▸▾✓✗○●…⇥↵¶→·—‹›"
    assert "?" not in to_ascii(signs)
    assert all(cell_len(sign) == 1 for sign in signs)


@given(st.characters(categories=["L", "M", "N", "P", "S", "Zs"]))
def test_every_character_keeps_its_cells(character: str) -> None:
    drawn = to_ascii(character)
    assert drawn.isascii()
    assert len(drawn) == cell_len(character)

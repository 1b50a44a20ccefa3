"""Painting: what each place of a line looks like, and that no text of a letter can act."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.strip import Strip

from tests.tui.letters import CUSTOMS, build, note, p
from tui.view.direction import has_right_to_left, runs_right_to_left, visual_order
from tui.view.layout import Layout
from tui.view.marks import find_marks
from tui.view.paint import GUTTER, PLAIN, Lit, offset_at, paint_line

LETTER = build(
    p("As the letter {A/61/204-S/2006/511} and {S/2006/99} say.^1^ The post is open."), note("1", "See {A/60/845}.")
)
LAYOUT = Layout(LETTER, find_marks(LETTER), 80)


def at(words: str, strip: Strip) -> list[str]:
    """The names of what lights the cells that show `words`."""
    start = strip.text.index(words)
    style = next(iter(strip.crop(start, start + 1)))[1]
    assert style is not None
    return [n for n in ("bold", "dim", "underline", "reverse", "italic") if getattr(style, n)]


def where(words: str) -> tuple[int, int]:
    start = LETTER.text.index(words)
    return start, start + len(words)


LIGHTS = [
    # words, what is lit, look, why
    ("letter", Lit(), [], "plain text is plain"),
    ("A/61/204", Lit(held=frozenset({"S/2006/511"})), ["underline"], "held under its second half"),
    ("S/2006/99", Lit(held=frozenset({"S/2006/511"})), ["dim"], "not held: dim and without a line"),
    ("¹", Lit(), ["bold"], "a marker"),
    ("post", Lit(matches=(where("post"),)), ["reverse"], "a match"),
    ("post", Lit(matches=(where("post"),), match_now=0), ["bold", "reverse"], "the match n went to"),
    ("S/2006/99", Lit(focus=1), ["dim", "underline", "reverse"], "the link walked to"),
    ("letter", Lit(selection=(where("letter"),)), ["reverse"], "selected"),
    ("As", Lit(landing=0), ["bold"], "the line landed on"),
    ("As", Lit(matches=(where("post"),), selection=(where("open"),)), [], "nothing spills over"),
]


@pytest.mark.parametrize(("words", "lit", "look", "why"), LIGHTS)
def test_lights(words: str, lit: Lit, look: list[str], why: str) -> None:
    assert at(words, paint_line(LAYOUT, 0, PLAIN, lit)) == look, why


def test_spans_carry_an_index_and_no_text() -> None:
    metas = {s.text: s.style.meta for s in paint_line(LAYOUT, 0, PLAIN, Lit()) if s.style and s.style.meta}
    assert metas == {"A/61/204-S/2006/511": {"mark": 0}, "S/2006/99": {"mark": 1}, "¹": {"mark": 2}}


def test_a_flag_stands_in_the_margin_of_selected_and_landed_lines() -> None:
    assert paint_line(LAYOUT, 0, PLAIN, Lit(landing=0)).text[:3] == f" {GUTTER}A"
    assert paint_line(LAYOUT, 0, PLAIN, Lit(selection=(where("open"),))).text[:2] == f" {GUTTER}"
    assert paint_line(LAYOUT, 0, PLAIN, Lit()).text[:3] == "  A"


def test_markup_and_control_sequences_are_text() -> None:
    letter = build(p("[b]x[/b] [/] [@click=app.quit]y[/] \x1b[31m \x9b0m \u202edcba"))
    strip = paint_line(Layout(letter, find_marks(letter), 80), 0, PLAIN, Lit())
    assert strip.text.strip() == "[b]x[/b] [/] [@click=app.quit]y[/] ␛[31m �0m �dcba"
    assert all(segment.style is None or not segment.style.meta for segment in strip)


DIRECTIONS = [
    # text, right to left, why
    ("The letter", False, "Latin"),
    ("رسالة مؤرخة", True, "Arabic"),
    ("١٢ (2) رسالة", True, "digits are weak: the first strong character decides"),
    ("Letter رسالة", False, "the first strong one is Latin"),
    ("12.", False, "nothing strong: left to right"),
]


@pytest.mark.parametrize(("text", "right", "why"), DIRECTIONS)
def test_direction_is_that_of_the_first_strong_character(text: str, right: bool, why: str) -> None:
    assert runs_right_to_left(text) is right, why


def test_an_arabic_line_stands_right_and_keeps_its_symbol_whole() -> None:
    letter = build(p("رِسالة ({S/2023/185}) مؤرخة"))
    layout = Layout(letter, find_marks(letter), 40)
    strip = paint_line(layout, 0, PLAIN, Lit())
    assert strip.text.rstrip() == strip.text
    assert strip.cell_length == layout.left + layout.measure
    assert strip.text.split() == ["ةخرؤم", "(S/2023/185)", "ةلاسرِ"]  # the mark stays on its letter
    assert {s.text for s in strip if s.style and s.style.meta} == {"S/2023/185"}


@given(st.text(alphabet=st.sampled_from("ab (12)/-شِر\u05d0ا."), max_size=40), st.booleans())
@settings(deadline=None, max_examples=100)
def test_visual_order_is_a_permutation(text: str, right: bool) -> None:
    assert sorted(place for place, _ in visual_order(text, right)) == list(range(len(text)))


def test_what_has_no_right_to_left_is_left_alone() -> None:
    assert not has_right_to_left("Letter – ‘façade’ 河")


@pytest.mark.parametrize("width", [30, 50, 80, 120])
def test_a_cell_leads_back_to_the_offset_it_shows(width: int) -> None:
    layout = Layout(CUSTOMS, find_marks(CUSTOMS), width)
    for y in range(len(layout)):
        strip = paint_line(layout, y, PLAIN, Lit())
        block = layout.line(y).block
        if block < 0 or CUSTOMS.blocks[block].id == "n3":  # what is set in there has letters of its own
            continue
        for x, shown in enumerate(strip.text):
            if shown.isascii() and shown.isalpha():
                assert CUSTOMS.text[offset_at(layout, y, x)] == shown


def test_offsets_of_an_arabic_line_are_found_by_cell() -> None:
    letter = build(p("رسالة A1"))
    layout = Layout(letter, find_marks(letter), 40)
    text = paint_line(layout, 0, PLAIN, Lit()).text
    assert letter.text[offset_at(layout, 0, text.index("A"))] == "A"
    assert letter.text[offset_at(layout, 0, len(text) - 1)] == "ر"

"""Pins: made, parsed, found again where numbers have moved."""

from __future__ import annotations

import pytest

from corpus.model import BlockKind
from tests.tui.letters import CUSTOMS, build, note, p
from tui.pins import Pin, offset_of, parse_pin, pin_at

PINS = [
    # text, parsed, why
    ("A/77/794#p4n1", Pin("A/77/794", "p4", "1"), "a marker in a paragraph"),
    ("A/79/818-S/2025/156#p4", Pin("A/79/818-S/2025/156", "p4"), "a joint symbol"),
    ("A/79/818#n1", Pin("A/79/818", "n1"), "a note"),
    ("A/79/818#a1.p2", Pin("A/79/818", "a1.p2"), "in an annex"),
    ("A/79/818#a1.e2.n3", Pin("A/79/818", "a1.e2.n3"), "a note of an enclosure"),
    ("2023-03-22 Azerbaijan#P4", Pin("2023-03-22 Azerbaijan", "p4"), "an ID without a symbol; case does not matter"),
    ("S/2001/255#p2n*", Pin("S/2001/255", "p2", "*"), "an asterisk is a marker"),
    ("A/79/818", None, "no place"),
    ("#p4", None, "no letter"),
    ("A/79/818#", None, "nothing after the sign"),
    ("A/79/818#chapter", None, "no such kind of place"),
    ("item #4", None, "a number sign in words"),
]


@pytest.mark.parametrize(("text", "pin", "why"), PINS)
def test_parse(text: str, pin: Pin | None, why: str) -> None:
    assert parse_pin(text) == pin, why


@pytest.mark.parametrize("pin", [pin for _, pin, _ in PINS if pin])
def test_what_is_made_is_parsed_again(pin: Pin) -> None:
    assert parse_pin(str(pin)) == pin


def test_every_paragraph_and_note_is_found_by_its_own_pin() -> None:
    for block in CUSTOMS.blocks:
        pin = pin_at(CUSTOMS, block.span.start + 2)
        if block.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.NOTE):
            assert pin is not None
            assert offset_of(pin, CUSTOMS) == block.span.start
        else:
            assert pin is None
    assert pin_at(build(), 0) is None


def test_a_marker_is_found_in_its_paragraph() -> None:
    offset = offset_of(Pin("A/61/233", "p2", "2"), CUSTOMS)
    assert offset is not None
    assert CUSTOMS.text[:offset].endswith("the joint commission")


def test_first_words_win_where_numbers_moved() -> None:
    letter = build(p("A new first paragraph."), p("The lamps are lit."), note("1", "The lamps."))
    assert offset_of(Pin("x", "p1"), letter, "The lamps are lit.") == letter.blocks[1].span.start
    assert offset_of(Pin("x", "p1"), letter, "Words that are gone") == 0
    assert offset_of(Pin("x", "p9"), letter) is None

"""Marks: what can be followed, in the order one meets it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import BlockKind, Citation, CitationKind, Description, Part, Span
from tests.tui.letters import CUSTOMS, build, note, p
from tui.view.locator import locate
from tui.view.marks import MarkKind, find_marks, plain_label, raised, reading_order


def told(letter=CUSTOMS) -> list[str]:
    marks = find_marks(letter).all
    return [m.label or letter.text[m.start : m.end] for m in marks]


def test_marks_come_in_reading_order_with_notes_at_the_end_of_their_part() -> None:
    assert told() == [
        *("A/61/204-S/2006/511", "1", "2", "1", "9"),
        *("1", "A/60/698", "A/60/745-S/2006/211", "S/2006/320", "2", "A/60/845", "7"),
        *("1", "1", "A/52/900"),
    ]


def test_a_note_knows_its_markers_and_its_head() -> None:
    marks = find_marks(CUSTOMS)
    assert {note: [marks.all[i].block for i in calls] for note, calls in marks.markers.items()} == {
        "n1": [1, 5],
        "n2": [3],
        "a1.n1": [10],
    }
    assert marks.all[marks.heads["n2"]].kind is MarkKind.HEAD
    assert "n3" not in marks.markers  # the note that nothing calls


def test_masthead_and_furniture_are_not_read() -> None:
    letter = build(p("Distr.: General", kind=BlockKind.MASTHEAD), p("Body."), p("06-47112", kind=BlockKind.FURNITURE))
    assert reading_order(letter) == [("", [1])]


LABELS = [
    # printed, typed, shown, why
    ("12", "12", "¹²", "a number is raised"),
    ("²", "2", "²", "already raised"),
    ("*", "*", "*", "a sign stays"),
    ("a", "a", "[a]", "a letter in brackets: few have raised forms"),
]


@pytest.mark.parametrize(("printed", "typed", "shown", "why"), LABELS)
def test_labels(printed: str, typed: str, shown: str, why: str) -> None:
    assert plain_label(printed) == typed, why
    assert printed == "²" or raised(printed) == shown, why


def test_a_head_that_the_text_prints_is_not_set_in_again() -> None:
    letter = build(p("Claim.^1^ Other.^*^"), note("1", "¹ See {A/60/1}."), note("*", "* See {A/60/2}."))
    marks = find_marks(letter)
    heads = [m for m in marks.all if m.kind is MarkKind.HEAD]
    assert [letter.text[m.start : m.end] for m in heads] == ["¹", "*"]


def test_of_two_citations_in_one_place_the_symbol_is_followed() -> None:
    letter = build(p("the letter dated 4 August 2006 ({A/61/204}) and a book"))
    block = letter.blocks[0].id
    around = Citation(CitationKind.LETTER, Span(0, 41), block, described=Description("2006-08-04", "Kestravia"))
    book = Citation(CitationKind.SOURCE, Span(46, 52), block)
    letter = replace(letter, citations=(around, book, *letter.citations))
    assert told(letter) == ["A/61/204"]


PARTS = (
    Part("a1", "annex", "Annex I", "Posts"),
    Part("a2", "annex", "Annex II", "Pilots"),
    Part("a2.e1", "enclosure", "Enclosure", "", "a2"),
)
PARTED = build(
    p("Body."), p("1. First post.", "a1"), p("2. Second post.", "a1"), p("Pilots.", "a2"), p("More.", "a2"),
    p("Enclosed.", "a2.e1"), parts=PARTS,
)  # fmt: skip
LOCATORS = [
    # locator, words it leads to, why
    ("annex", "1. First post.", "an annex without a number is the first"),
    ("annex II", "Pilots.", "a Roman number"),
    ("annex 2", "Pilots.", "the same in Arabic"),
    ("annex I, para. 2", "2. Second post.", "a printed paragraph number"),
    ("annex II, paragraph 2", "More.", "counted where none is printed"),
    ("annex II, enclosure", "Enclosed.", "the innermost part"),
    ("annex I, para. 9", "1. First post.", "no such paragraph: the part's beginning"),
    ("annex III", None, "no such annex"),
    ("para. 1", "Body.", "in the letter itself"),
    ("p. 12", None, "pages are not known"),
    (None, None, "no locator"),
]


@pytest.mark.parametrize(("locator", "words", "why"), LOCATORS)
def test_locators(locator: str | None, words: str | None, why: str) -> None:
    offset = locate(PARTED, locator)
    assert (None if offset is None else PARTED.block_at(offset).span.of(PARTED.text)) == words, why

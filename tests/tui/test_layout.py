"""Layout: every offset on exactly one line, no line wider than its measure, kinds set as a letter sets them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import BlockKind, Letter, Part
from tests.tui.letters import CUSTOMS, build, long_letter, note, p
from tui.view.facts import facts
from tui.view.layout import Extra, Layout, measure
from tui.view.marks import find_marks
from tui.view.wrap import _wrap_window, cells, narrow, shorten, wrap


def lay(letter: Letter, width: int, folded: frozenset[str] = frozenset()) -> Layout:
    return Layout(letter, find_marks(letter), width, facts(letter, measure(width)[1]), folded)


def shown(layout: Layout) -> list[str]:
    return [" " * line.indent + line.text for line in map(layout.line, range(len(layout)))]


MEASURES = [
    # pane, margin, measure, why
    (40, 1, 38, "narrow: the pane but a margin on each side"),
    (66, 0, 66, "the narrowest measure has room"),
    (80, 2, 76, "the whole of a common terminal"),
    (52, 1, 50, "the middle of three panes"),
    (200, 62, 76, "wide: centred"),
    (10, 0, 10, "too narrow for margins"),
    (1, 0, 1, "a single cell"),
]


@pytest.mark.parametrize(("pane", "left", "text", "why"), MEASURES)
def test_measure(pane: int, left: int, text: int, why: str) -> None:
    assert measure(pane) == (left, text), why


WRAPS = [
    # text, width, lines, why
    ("", 10, [""], "an empty text is one line"),
    ("the customs post", 11, ["the customs", "post"], "a word that ends at the edge stays"),
    ("the customs  post", 11, ["the customs", "post"], "spaces hang at the end of a line"),
    ("A/61/233-S/2006/547", 10, ["A/61/233-", "S/2006/547"], "a symbol wider than a line breaks at its joint"),
    ("antidisestablish", 6, ["antidi", "sestab", "lish"], "a word without marks breaks anywhere"),
    ("a 河の渡し場", 6, ["a 河の", "渡し場"], "double width: three characters fill six cells"),
    ("cafe\u0301 cafe\u0301", 4, ["cafe\u0301", "cafe\u0301"], "a combining mark takes no cell"),
    ("one\xa0two three", 7, ["one\xa0two", "three"], "a no-break space binds"),
    ("رسالة مؤرخة", 6, ["رسالة", "مؤرخة"], "right to left text is broken in its logical order"),
]


@pytest.mark.parametrize(("text", "width", "lines", "why"), WRAPS)
def test_wrap(text: str, width: int, lines: list[str], why: str) -> None:
    assert [text[a:b].rstrip(" ") for a, b in wrap(text, width, width)] == lines, why


TEXTS = st.text(alphabet=st.sampled_from("aZ (/-.,’\xa0é河渡\u0301\u200dش é"), max_size=120)


@given(TEXTS, st.integers(2, 30), st.integers(2, 30))
@settings(deadline=None, max_examples=300)
def test_wrapping_loses_nothing_and_keeps_to_the_width(text: str, first: int, rest: int) -> None:
    lines = wrap(text, first, rest)
    assert "".join(text[a:b] for a, b in lines) == text
    for number, (start, end) in enumerate(lines):
        assert cells(text[start:end].rstrip(" ")) <= (rest if number else first)
        assert end > start or len(lines) == 1


KINDS = st.sampled_from(
    [BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.TABLE, BlockKind.HEADING, BlockKind.SIGNATURE]
)


@st.composite
def letters(draw: st.DrawFn) -> Letter:
    told = []
    for number in range(draw(st.integers(1, 8))):
        part = draw(st.sampled_from(["", "a1", "a1.e1"])) if number else ""
        words = draw(st.text(alphabet=st.sampled_from("ab (.)1河\u0301ش\n\t^[/]\x1b"), min_size=1, max_size=90))
        words = words.replace("^", "^1^" if draw(st.booleans()) else "")
        told.append(p(words, part, draw(KINDS), draw(st.integers(0, 8))))
        if draw(st.booleans()):
            told.append(note(draw(st.sampled_from("12*a")), words.replace("^", ""), part))
    told.sort(key=lambda t: t[2].partition("@")[2] if t[0] is BlockKind.NOTE else t[2])
    parts = (Part("a1", "annex", "Annex I", "One"), Part("a1.e1", "enclosure", "Enclosure", "Two", "a1"))
    return build(*told, parts=parts)


@given(letters(), st.integers(1, 120))
@settings(deadline=None, max_examples=150)
def test_every_offset_is_on_exactly_one_line(letter: Letter, width: int) -> None:
    layout = lay(letter, width)
    seen: dict[int, int] = {}
    for y in range(len(layout)):
        line = layout.line(y)
        for piece in line.pieces:
            for offset in range(piece.offset, piece.offset + len(piece.text) if piece.offset >= 0 else -1):
                assert offset not in seen, "an offset shown twice"
                seen[offset] = y
    own = {o for b in letter.blocks for o in range(b.span.start, b.span.end) if letter.text[o] != "\n"}
    assert own - seen.keys() == set(), "an offset not shown"
    for offset, y in seen.items():
        assert offset == 0 or layout.line_of(offset) == y


@given(letters(), st.integers(2, 120))
@settings(deadline=None, max_examples=100)
def test_no_line_is_wider_than_the_measure(letter: Letter, width: int) -> None:
    layout = lay(letter, width)
    for y in range(layout.head, len(layout)):
        line = layout.line(y)
        assert line.style == "fold" or line.indent + cells(line.text) <= max(2 + line.indent, layout.measure), line


@given(letters(), st.integers(1, 120), st.data())
@settings(deadline=None, max_examples=80)
def test_a_line_of_text_is_found_again_by_its_offset(letter: Letter, width: int, data: st.DataObject) -> None:
    layout = lay(letter, width)
    y = data.draw(st.integers(layout.head, len(layout) - 1))
    offset = layout.offset_of(y)
    again = layout.line_of(offset)
    assert offset == 0 or again >= len(layout) - 1 or layout.offset_of(again) == offset or again <= y


def test_a_narrow_letter_reads_as_a_letter() -> None:
    lines = shown(lay(CUSTOMS, 44))
    assert lines[lines.index("The pilots' tariff remains as it was") :] == [
        "The pilots' tariff remains as it was",
        "agreed.¹ A further matter is dealt with",
        "below.⁹?",
        "",
        "I should be grateful if you would have the",
        "present letter circulated as a document of",
        "the General Assembly.",
        "",
        "    (Signed) Ilse Marden",
        "    Ambassador",
        "    Permanent Representative",
        "",
        "────────────",
        "¹ A/60/698; A/60/745-S/2006/211; and",
        "  S/2006/320.",
        "² Report of the joint commission,",
        "  A/60/845.",
        "⁷ A note that nothing calls. (no marker in",
        "  the text)",
        "",
        "──────────────────────────────────────────",
        "",
        "Annex to the letter",
        "",
        "   1. The customs post stands on the left",
        "      bank.¹",
        "",
        "      (a) It is lit by night, as the",
        "          pilots of both States have asked",
        "          for since the winter of 1998.",
        "",
        "────────────",
        "¹ See A/52/900.",
    ]


def test_folded_parts_are_one_line_and_their_offsets_lead_there() -> None:
    layout = lay(CUSTOMS, 80, frozenset({"a1"}))
    fold = next(y for y in range(len(layout)) if layout.line(y).style == "fold")
    assert layout.line(fold).text == "▸ Annex · The customs post at Vlad · 4 blocks, folded"
    offset = CUSTOMS.text.index("It is lit by night")
    assert layout.line_of(offset) == fold
    assert layout.folded_part(offset) == "a1"
    assert layout.folded_part(5) is None


def test_an_enclosure_goes_with_its_folded_annex() -> None:
    parts = (Part("a1", "annex", "Annex", "One"), Part("a1.e1", "enclosure", "Enclosure", "Two", "a1"))
    letter = build(p("Body."), p("In the annex.", "a1"), p("In the enclosure.", "a1.e1"), parts=parts)
    layout = lay(letter, 80, frozenset({"a1"}))
    assert "In the enclosure." not in shown(layout)
    assert layout.line(layout.line_of(letter.text.index("enclosure"))).part == "a1"


def test_tables_line_up_where_there_is_room_and_wrap_where_not() -> None:
    letter = build(p("Post\tOpened\nVlad\t3 May\nLower Vlad\t4 May", kind=BlockKind.TABLE))
    assert shown(lay(letter, 60))[-3:] == ["Post        Opened", "Vlad        3 May", "Lower Vlad  4 May"]
    assert shown(lay(letter, 12))[-5:] == ["Post |", "  Opened", "Vlad | 3 May", "Lower Vlad |", "  4 May"]


def test_what_could_act_is_shown_as_it_is() -> None:
    letter = build(p("A [b]bold[/] claim [@click=app.quit] \x1b]52;c;eA==\x07 and \u202eback."))
    text = " ".join(shown(lay(letter, 76)))
    assert "[b]bold[/] claim [@click=app.quit] ␛]52;c;eA==␇ and �back." in text


def test_markers_side_by_side_stay_two() -> None:
    letter = build(p("A claim.^1^^2^"), note("1", "One."), note("2", "Two."))
    assert "A claim.¹,²" in shown(lay(letter, 60))


def test_a_letter_of_nothing_has_a_layout() -> None:
    layout = lay(build(), 80)
    assert layout.line_of(0) == layout.line_of(99) == 0
    assert layout.offset_of(len(layout)) == 0


def test_two_thousand_paragraphs_keep_their_offsets_at_two_widths() -> None:
    letter = long_letter(2000)
    wide, narrow = lay(letter, 100), lay(letter, 50)
    for number in range(0, len(letter.blocks), 97):
        offset = letter.blocks[number].span.start + 20
        assert wide.block_of(wide.line_of(offset)) == narrow.block_of(narrow.line_of(offset)) == number


@pytest.mark.parametrize(
    ("text", "width", "short"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("河河河", 4, "河…"),
        ("Cambodia → Secretary-General and others", 34, "Cambodia → Secretary-General and…"),  # not at the hyphen
        ("2023-03-22 Azerbaijan", 12, "2023-03-22…"),  # nothing left hanging
        ("a baseless, claim", 12, "a baseless…"),
    ],
)
def test_shorten(text: str, width: int, short: str) -> None:
    assert shorten(text, width) == short


def test_facts_above_scroll_with_the_letter() -> None:
    layout = Layout(CUSTOMS, find_marks(CUSTOMS), 80, [Extra("fact", "one"), Extra("fact", "two")])
    assert [layout.offset_of(y) for y in (0, 1)] == [0, 0]
    assert layout.line_of(0) == 0


@pytest.mark.parametrize("between", ["\t", "  "])  # as a tab, and as readers of PDF and DOCX write it
def test_columns_of_a_table_stand_under_one_another(between: str) -> None:
    rows = (("Month", "Storks", "Where"), ("April", "290", "Saint Aldo"), ("September to February", "0", "South"))
    text = "\n".join(["Stork calendar of Lumeria, counted by the miller", *(between.join(row) for row in rows)])
    letter = build(p(text, "", BlockKind.TABLE))
    layout = Layout(letter, find_marks(letter), 80)
    lines = [layout.line(y).text for y in range(len(layout))]
    assert lines == [
        "Stork calendar of Lumeria, counted by the miller",
        "Month                  Storks  Where",
        "April                  290     Saint Aldo",
        "September to February  0       South",
    ]
    narrow = Layout(letter, find_marks(letter), 24)
    assert any(" |" in narrow.line(y).text for y in range(len(narrow)))


@pytest.mark.parametrize(
    "flood",
    ["a" + "\u0301" * 20_000, "क" + "\u094d\u200dक" * 8_000, "\u1100" + "\u1161" * 20_000, "👍" + "🏽" * 20_000],
)
def test_no_line_of_a_flood_is_long(flood: str) -> None:
    """To Unicode each of these is one character, one or two cells wide."""
    ranges = wrap(f"before {flood} after", 40, 40)
    assert "".join(f"before {flood} after"[a:b] for a, b in ranges) == f"before {flood} after"
    assert all(0 < b - a <= 40 * 9 + 40 for a, b in ranges)


def test_arabic_and_hebrew_letters_are_counted_like_latin_ones() -> None:
    for text in ("كلمة طويلة جدا في رسالة من الممثل الدائم", "מילה ארוכה מאוד במכתב", "␛[31m\ufffd word ␛[0m"):
        marked = wrap(text + "\u0301", 9, 11)
        assert wrap(text, 9, 11)[:-1] == marked[:-1]


@given(st.text(alphabet=st.sampled_from("aZ (/-.é河渡\u0301ش🇦👍🏽"), min_size=1, max_size=60), st.integers(2, 30))
@settings(deadline=None, max_examples=40)
def test_a_long_text_is_broken_as_if_it_were_looked_at_whole(text: str, width: int) -> None:
    long = text * (10_000 // len(text) + 1)
    ranges = wrap(long, width, width)
    assert [a for a, _ in ranges[1:]] == [b for _, b in ranges[:-1]]
    assert (ranges[0][0], ranges[-1][1]) == (0, len(long))
    assert ranges == _wrap_window(long, width, width) or narrow(long)

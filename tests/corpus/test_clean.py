"""Hygiene of characters: nothing that could act is left, and no place moves."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import clean

ANY = st.text(st.characters(), max_size=60)
ODD = st.text(
    st.sampled_from("a ﬁ\x1b\x07\x9b\u202e\u2066\u200b\u200d\u0627\u0644\u0915\u094d\U000e0041\ud800\xad\n\t")
)


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("a\x1b[31mb", "a␛[31mb", "an escape sequence would colour, move or write to the clipboard"),
        ("a\x00\x07\x08", "a␀␇␈", "NUL, bell and backspace"),
        ("a\rb\fc\vd", "a␍b␌c␋d", "carriage return writes over the line"),
        ("a\x7fb", "a␡b", "DEL"),
        ("a\x9b31mb", "a\ufffd31mb", "C1 CSI acts as ESC [ in some terminals"),
        ("A/79/1\u202e2/97/A", "A/79/1\ufffd2/97/A", "a direction override shows another symbol than is there"),
        ("\u2066x\u2069", "\ufffdx\ufffd", "isolates"),
        ("A\u200b/79/1", "A·/79/1", "a zero-width space hides in a symbol"),
        ("x\U000e0041\U000e007fy", "x\ufffd\ufffdy", "tag characters carry hidden words"),
        ("x\ud800y", "x\ufffdy", "a lone surrogate cannot be written out"),
        ("co\xadoperation", "co-operation", "a soft hyphen has no agreed width"),
        ("a\u2028b", "a␤b", "a line separator ends a line for some programs"),
        ("\ufeffa\ufffe", "·a\ufffd", "byte-order mark and non-character"),
        ("\ufdd0\U0001ffff\U0010fffe", "\ufffd\ufffd\ufffd", "the other non-characters"),
        ("✔\ufe0f", "✔·", "a variation selector: terminals disagree on the width of what stands before it"),
        ("a\u034f\u3164\uffa0\u115f", "a····", "a joiner of graphemes and the fillers of Hangul print nothing"),
        ("a\u180b ᠠ\u180b", "a· ᠠ\u180b", "after a Mongolian letter it chooses the letter's form"),
        ("\ufff9a\ufffab\ufffb", "\ufffda\ufffdb\ufffd", "an annotation hides what it annotates"),
        ("می\u200cخواهم", "می\u200cخواهم", "a non-joiner inside a Persian word is its spelling"),
        ("क्\u200dष", "क्\u200dष", "a joiner inside Devanagari likewise"),
        ("a\u200cb", "a·b", "between Latin letters it is a disguise"),
        ("line\n\tnext", "line\n\tnext", "line feed and tab stay"),
        ("[b] [/] [@click=app.quit]", "[b] [/] [@click=app.quit]", "markup is text: the screen shows it as it is"),
        ("Geneva – “no” naïve Ж ج 漢", "Geneva – “no” naïve Ж ج 漢", "letters of all scripts stay"),
    ],
)
def test_visible(text: str, expected: str, reason: str) -> None:
    assert clean.visible(text) == expected, reason


@settings(deadline=None, max_examples=150)
@given(ANY | ODD)
def test_visible_keeps_places_and_leaves_nothing_that_acts(text: str) -> None:
    shown = clean.visible(text)
    assert len(shown) == len(text)
    assert clean.visible(shown) == shown
    for char in shown:
        kind = unicodedata.category(char)
        assert kind not in ("Cc", "Cs") or char in "\n\t"
        assert unicodedata.bidirectional(char) not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
    shown.encode("utf-8")


@pytest.mark.parametrize(
    ("step", "text", "expected"),
    [
        (clean.ligatures, "oﬃce ﬁle ﬂow", "office file flow"),
        (clean.invisible, "co\xadop\u200beration\ufeff", "cooperation"),
        (clean.spaces, "A\xa0B\u2009C\u3000D", "A B C D"),
        (clean.thin, "a" + "\u0301" * 20, "a" + "\u0301" * 8),
        (clean.thin, "e\u0301te\u0301", "e\u0301te\u0301"),
        (clean.thin, "…" * 20, "…" * 20),
        (clean.thin, "\u1100" + "\u1161" * 20 + "x", "\u1100" + "\u1161" * 8 + "x"),
        (clean.shown, "\x1ba" + "\u0489" * 20, "␛a" + "\u0489" * 8),
    ],
)
def test_named_steps(step: object, text: str, expected: str) -> None:
    assert callable(step)
    assert step(text) == expected


def test_pieces_of_a_line_are_read_together() -> None:
    assert clean.shown_together(["می\u200c", "خواهم \x1b", "", "a\u200c", "\u200cb" + "\u0301" * 9]) == [
        *("می\u200c", "خواهم ␛", "", "a·", "·b" + "\u0301" * 8)
    ]


# Default_Ignorable_Code_Point (Unicode 15.1, DerivedCoreProperties): what a program without a glyph for it leaves out.
IGNORABLE = (
    *((0xAD, 0xAD), (0x34F, 0x34F), (0x61C, 0x61C), (0x115F, 0x1160), (0x17B4, 0x17B5), (0x180B, 0x180F)),
    *((0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x206F), (0x3164, 0x3164), (0xFE00, 0xFE0F), (0xFEFF, 0xFEFF)),
    *((0xFFA0, 0xFFA0), (0xFFF0, 0xFFF8), (0x1BCA0, 0x1BCA3), (0x1D173, 0x1D17A), (0xE0000, 0xE0FFF)),
)


def test_whatever_unicode_calls_ignorable_is_seen() -> None:
    for first, last in IGNORABLE:
        for code in range(first, last + 1):
            assert clean.visible(f"a{chr(code)}b")[1] in "·-\ufffd", hex(code)


def test_every_mark_of_every_script_is_thinned() -> None:
    marks = [chr(c) for c in range(0x110000) if unicodedata.category(chr(c)) in ("Mn", "Me")]
    assert len(marks) > 1_900
    for mark in marks:
        assert len(clean.shown("a" + mark * 30)) <= 31 - 22 or clean.visible(mark) != mark, hex(ord(mark))
    mixed = "a" + "".join(marks)
    assert sum(unicodedata.category(c) in ("Mn", "Me") for c in clean.shown(mixed)) < 60

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
    ],
)
def test_named_steps(step: object, text: str, expected: str) -> None:
    assert callable(step)
    assert step(text) == expected

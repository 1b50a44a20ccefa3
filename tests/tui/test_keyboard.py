"""A paste is text, whatever stands in it and however it arrives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual import events

from corpus.clean import visible
from tests.attacks import ATTACKS, Attack
from tui.keyboard import END, LONGEST, START, Keyboard
from tui.turns import LONGEST_WORD, Word, words


def said(*pieces: bytes) -> list[str]:
    """What a keyboard makes of what arrives in pieces: `key NAME`, `paste TEXT`."""
    keyboard = Keyboard()
    found = []
    for piece in pieces:
        for message in keyboard.feed(piece):
            if isinstance(message, events.Key):
                found.append(f"key {message.key}")
            elif isinstance(message, events.Paste):
                found.append(f"paste {message.text}")
            else:
                found.append(type(message).__name__)
    return found


def paste(text: str) -> bytes:
    return f"{START}{text}{END}".encode("utf-8", "surrogateescape")


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"q\x1b[B\x1bOP", ["key q", "key down", "key f1"]),
        (paste("two\r\nlines\rmore") + b"q", ["paste two\nlines\nmore", "key q"]),
        (paste("\x1bq\x1b[Bq\x1b\x1bWq"), ["paste ␛q␛[Bq␛␛Wq"]),
        (paste("\x1b[200~again\x1b[I\x1b[O"), ["paste ␛[200~again␛[I␛[O"]),
        (paste("\x1b[48;10;10;1;1t\x1b[?2026;1$y\x1b[M !!"), ["paste ␛[48;10;10;1;1t␛[?2026;1$y␛[M !!"]),
        (paste("\x9bq\x03\x04\x1a"), ["paste \ufffdq␃␄␚"]),
        ("é".encode() + b"\xe9q", ["key é", "key replacement_character", "key q"]),
    ],
)
def test_what_is_said(data: bytes, expected: list[str]) -> None:
    assert said(data) == expected


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_pasted_is_a_key(attack: Attack) -> None:
    text = attack.text.partition(END)[0]
    found = said(paste(text.encode("utf-8", "replace").decode()) + b"j")
    assert found[1:] == ["key j"]
    assert found[0].startswith("paste ")
    assert visible(found[0]) == found[0]


ODD = st.lists(
    st.sampled_from(["a", "\x1b", "[", "20", "0", "1", "~", START, END, "\x1b[B", "é", "\r", "q"]), max_size=12
)


@settings(deadline=None, max_examples=300)
@given(ODD, st.integers(1, 7))
def test_however_a_paste_is_cut_it_is_the_same(parts: list[str], size: int) -> None:
    text = "".join(parts).replace(END, "")
    while END in text:
        text = text.replace(END, "")
    data = b"j" + paste(text) + b"k"
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    found = said(*pieces)
    assert found == said(data)
    assert [found[0], found[-1]] == ["key j", "key k"]
    assert [one.partition(" ")[0] for one in found[1:-1]] in (["paste"], [] if not text else ["paste"])


def test_a_paste_without_end_is_no_key_and_a_long_one_is_cut() -> None:
    assert said(START.encode() + b"qqq", b"qqq\x1b[B") == []
    (found,) = said(paste("x" * (LONGEST * 3)))
    assert len(found) == LONGEST + len("paste ")


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        ("c", ["c"]),
        ("customs post", ["customs post"]),
        ("a\rbc", ["a", "enter", "bc"]),
        ("ab\x1b[Acd", ["ab", "up", "cd"]),
        ("\x7f\x7fab\x15", ["backspace", "backspace", "ab", "ctrl+u"]),
        ("é漢", ["é漢"]),
        ("a" * (LONGEST_WORD + 2), ["a" * LONGEST_WORD, "aa"]),
    ],
)
def test_printable_keys_of_a_packet_are_words(sent: str, told: list[str]) -> None:
    keys = list(Keyboard().feed(sent.encode()))
    found = [key for key in words(keys) if isinstance(key, events.Key)]
    assert [key.character if key.is_printable and "+" not in key.key[1:] else key.key for key in found] == told
    assert [one for key in found for one in (key.keys if isinstance(key, Word) else [key])] == keys

"""Lighting words: tables of patterns, and the fast way against the plain one."""

from __future__ import annotations

import itertools
import subprocess
import sys
from time import perf_counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index import highlight, spotting
from index.folding import spans
from index.highlight import find_all

TEXT = "The Customs post — closed, “re-opened” — violates A/79/818-S/2025/156; violated Türkiye’s post. Carries 818."


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        (["customs"], ["Customs"]),
        (["post"], ["post", "post"]),
        (["~violate"], ["violates", "violated"]),
        (["~carry"], ["Carries"]),
        (["violate"], []),
        (["viol*"], ["violates", "violated"]),
        (["v?olat*"], ["violates", "violated"]),
        (["*ost"], ["post", "post"]),
        (["turkiye"], ["Türkiye"]),
        (["TÜRKIYE"], ["Türkiye"]),
        (["s"], ["s"]),
        (["818"], ["818"]),
        (["a/79/818"], ["A/79/818"]),
        (['"a/79/818 s/2025/156"'], ["A/79/818-S/2025/156"]),
        (['"customs post"'], ["Customs post"]),
        (['"customs po*"'], ["Customs post"]),
        (['"customs closed"'], []),
        (['"re opened"'], ["re-opened"]),
        (["near/3 customs closed"], ["Customs", "closed"]),
        (["near/1 customs closed"], []),
        (["near/2 closed customs"], ["Customs", "closed"]),
        (['near/2 "customs post" closed'], ["Customs post", "closed"]),
        (["near/9 ~violate post customs"], ["Customs", "post", "violates", "violated", "post"]),
        (["customs", '"customs post"'], ["Customs post"]),
        (["", '""', "near/3 customs"], ["Customs"]),
        ([], []),
    ],
)
def test_a_pattern_lights_its_words(terms: list[str], expected: list[str]) -> None:
    assert [TEXT[start:end] for start, end in find_all(TEXT, terms)] == expected


@pytest.mark.parametrize(
    ("text", "term", "expected"),
    [
        ("مجلس الأمن الدولي", "الأمن", ["الأمن"]),
        ("Совет Безопасности", "безопасности", ["Безопасности"]),
        ("安全理事会", '"安 全"', ["安全"]),
        ("straße STRASSE", "strasse", ["straße", "STRASSE"]),
        ("cafe\u0301 café", "cafe", ["cafe\u0301", "café"]),
        ("co\u00adoperate", "cooperate", []),
        ("ﬁnal final", "final", ["ﬁnal", "final"]),
        ("and so on…and", "and", ["and", "and"]),
        ("snake_case", "case", ["case"]),
    ],
)
def test_other_scripts_and_odd_letters(text: str, term: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in find_all(text, [term])] == expected


WORDS = st.sampled_from(
    (
        "customs", "Customs", "post", "POST", "café", "violate", "violates", "a", "A/79/8", "S/2025/1", "ES-10",
        "…", "straße", "国", "x_y", "co-op", "79", "/", "-", "cafe\u0301", "co\u00adst", "ﬁn",
    )
)  # fmt: skip
LINES = st.lists(st.tuples(WORDS, st.sampled_from([" ", "", "-", "/", ".", ", ", "\n"])), max_size=12).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
PATTERNS = st.sampled_from(
    [
        "customs",
        "~violate",
        "po*",
        "a/79/8",
        "79",
        "cafe",
        '"customs post"',
        '"a post"',
        '"post po*"',
        "c*s",
        "国",
        "es",
        "~a",
        "strasse",
    ]
)


@example("POSTA/79/8 ", ["po*"])
@example("post POSTA/79/8 ", ['"post po*"'])
@given(LINES, st.lists(PATTERNS, min_size=1, max_size=3))
def test_the_fast_way_finds_what_cutting_into_words_finds(text: str, terms: list[str]) -> None:
    simple, longer = highlight._sorted(tuple(terms))
    tokens = spans(text)
    words = [word for word, _, _ in tokens]
    places = [(at, at) for at in highlight._places(words, simple)] if simple else []
    for _, slots in longer:
        places += highlight._phrase(words, slots[0])
    expected = highlight.merged([(tokens[first][1], tokens[last][2]) for first, last in places])
    assert find_all(text, terms) == expected


@given(st.text(max_size=200), st.lists(st.text(max_size=20), max_size=4))
def test_places_are_in_order_and_within_the_text(text: str, terms: list[str]) -> None:
    found = find_all(text, terms)
    assert all(0 <= start < end <= len(text) for start, end in found)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(found))


def test_most_ends_early() -> None:
    assert len(find_all("post " * 50, ["post"], 3)) == 3


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("a" * 100_000, ["a*a*a*b", "*a*a*b"]),
        ("post " * 20_000, ["near/5 post post post", '"post post post"']),
        ("A/" * 50_000, ["a", "~a"]),
        ("-" * 100_000, ['"a b"']),
        ("a-" * 50_000, ["a"]),
    ],
    ids=["one long word", "one word again and again", "strokes", "dashes", "joined"],
)
def test_hostile_texts_take_no_longer_than_their_length(text: str, terms: list[str]) -> None:
    start = perf_counter()
    find_all(text, terms)
    assert perf_counter() - start < 5


def test_folding_keeps_every_place() -> None:
    assert spotting.lowered("Türkiye’s – “É”") == ('turkiye\'s - "e"', ())
    assert spotting.lowered("Die Straße, É") == ("die         e", (("strasse", 4, 10),))
    assert spotting.lowered("ß " * 1000) is None


def test_it_loads_neither_whoosh_nor_numpy() -> None:
    code = "import sys, index.highlight; print('whoosh' in sys.modules, 'numpy' in sys.modules)"
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["False", "False"]

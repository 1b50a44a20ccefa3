"""Symbols in running text: places, lists, joints, addresses, what is none, guesses; and that time stays linear."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import resolutions
from corpus.symbols import Found, canonical, find, from_file_name


def keys(found: tuple[Found, ...]) -> list[str]:
    return [symbol.key for one in found for symbol in one.symbols]


TEXTS = [
    ("the letter (A/77/794-S/2023/185), which", ["A/77/794-S/2023/185"], "joint in brackets"),
    ("see S/2023/185/Rev.1 and S/2023/186", ["S/2023/185/Rev.1", "S/2023/186"], "two, one revised"),
    ("A/64/115, 174, 323 and 324 contain", ["A/64/115", "A/64/174", "A/64/323", "A/64/324"], "bare serials inherit"),
    ("A/64/115, 174 and 323; then", ["A/64/115", "A/64/174", "A/64/323"], "list before a semicolon"),
    ("In S/2025/260, 14 people were named", ["S/2025/260"], "a number of the sentence is no serial"),
    ("in S/2025/260 and 261.", ["S/2025/260", "S/2025/261"], "two serials"),
    ("S/2025/260 and 300 people", ["S/2025/260"], "people are counted, not cited"),
    ("S/2025/260, 21 April 2025", ["S/2025/260"], "a date"),
    ("(S/2024/252), 21 April 2024 (S/2024/326)", ["S/2024/252", "S/2024/326"], "dates between"),
    ("S/2025/260 and 120.", ["S/2025/260"], "editors list in rising order"),
    ("A/79/5, 30 per cent", ["A/79/5"], "a percentage"),
    ("E/2057 and Add.1 to 3", ["E/2057", "E/2057/Add.1", "E/2057/Add.2", "E/2057/Add.3"], "addenda of a range"),
    ("A/64/13 and Add.1 and 2", ["A/64/13", "A/64/13/Add.1", "A/64/13/Add.2"], "two addenda"),
    ("A/64/13, Add.1 and Corr.1", ["A/64/13", "A/64/13/Add.1", "A/64/13/Corr.1"], "addendum and corrigendum"),
    ("A/64/13 et Add.1", ["A/64/13", "A/64/13/Add.1"], "French"),
    ("A/64/13 y Corr.2", ["A/64/13", "A/64/13/Corr.2"], "Spanish"),
    ("A/77/794-S/2023/185 and Add.1", ["A/77/794-S/2023/185", "A/77/794/Add.1-S/2023/185/Add.1"], "each half"),
    ("S/2019/286-290.", ["S/2019/286", "S/2019/290"], "a range keeps its ends"),
    ("S/2019/290-286", ["S/2019/290"], "no range runs down"),
    ("A/79/798-\nS/2025/110", ["A/79/798-S/2025/110"], "a line ends at the joint"),
    ("A/79/\n798-S/2025/110", ["A/79/798-S/2025/110"], "a line ends after a slash"),
    ("A/79/798, S/2025/110", ["A/79/798", "S/2025/110"], "a comma joins nothing"),
    ("A/79/798; S/2025/110", ["A/79/798", "S/2025/110"], "nor does a semicolon"),
    ("A/79/798 S/17643", ["A/79/798", "S/17643"], "a space joins only a symbol with its year"),
    ("A/40/909-S/17643", ["A/40/909-S/17643"], "a dash joins any"),
    ("S/2025/110 A/79/798", ["S/2025/110", "A/79/798"], "the Assembly comes first in a joint"),
    ("S/2025/110-S/2025/112", ["S/2025/110", "S/2025/112"], "one organ has one symbol: no joint"),
    ("S/RES/2334 (2016) and S/RES/242", ["S/RES/2334(2016)", "S/RES/242(1967)"], "years printed and filled in"),
    ("A/79/798 (2025)", ["A/79/798"], "the bracket is the sentence's"),
    ("A/79/6 (Sect. 3) and", ["A/79/6(Sect.3)"], "a section belongs to it"),
    ("S/PV.9970 and S/PV.9970 (Resumption 1)", ["S/PV.9970", "S/PV.9970(Resumption1)"], "resumption"),
    ("https://undocs.org/en/A/77/794.", ["A/77/794"], "a document host"),
    ("undocs.org/S/2023/185", ["S/2023/185"], "without its scheme"),
    ("https://docs.un.org/fr/S/RES/2334(2016)", ["S/RES/2334(2016)"], "language in the path"),
    ("https://documents.un.org/api/symbol/access?s=S%2F2023%2F185&l=en", ["S/2023/185"], "in the query, escaped"),
    ("https://example.org/A/77/794 and A/77/795", ["A/77/795"], "another's host says nothing"),
    ("www.example.org/S/2023/185", [], "nor without its scheme"),
    ("https://notundocs.org/S/2023/185", [], "a host that ends alike"),
    ("https://documents.un.org/about", [], "no symbol in the path"),
    ("OPCW documents S/2356/2025 and EC-108/DG.5", [], "another organization's"),
    ("A/79/730/annex", ["A/79/730"], "a locator after a slash"),
    ("A/79/730th", [], "glued to a word"),
    ("XA/79/730", [], "inside a word"),
    ("A/79/730A", ["A/79/730A"], "a letter stays with its number"),
    ("the A/C.3 and E/CN.4", [], "bodies"),
    ("A/UNKNOWN/2023/4/5", ["A/UNKNOWN/2023/4/5"], "a body not in the tables, with three parts more"),
    ("A/FOO/5", [], "too little to believe a word not in the tables"),
    ("CAT/5 and CAT/C/SR.209", ["CAT/C/SR.209"], "short heads need two parts"),
]


@pytest.mark.parametrize(("text", "expected", "why"), TEXTS)
def test_symbols_of_a_text(text: str, expected: list[str], why: str) -> None:
    assert keys(find(text, guesses=False)) == expected, why


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("see A/77/794 – S/2023/185.", ["A/77/794 – S/2023/185"]),
        ("\u200bA/77/\u200b794\u200b, x", ["A/77/\u200b794"]),
        ("A/64/115, 174 and 323; x", ["A/64/115", "174", "323"]),
        ("E/2057 and Add.1 to 5 x", ["E/2057", "Add.1 to 5"]),
        ("S/2019/286-290.", ["S/2019/286", "290"]),
        ("S/2023/185** x", ["S/2023/185"]),
        ("x https://undocs.org/en/A/77/794, y", ["A/77/794"]),
        ("x https://documents.un.org/api/symbol/access?s=S%2F26795&t=pdf", ["S%2F26795"]),
        ("S/RES/2334 (2016) x", ["S/RES/2334 (2016)"]),
    ],
)
def test_places_are_of_the_given_text(text: str, written: list[str]) -> None:
    assert [text[f.start : f.end] for f in find(text)] == written


def test_the_end_of_a_range_says_so() -> None:
    assert [f.ranged for f in find("S/2019/286-290")] == [False, True]


@pytest.mark.parametrize(("year", "expected"), [(None, []), (1951, ["S/2024"]), (1993, ["S/2024"]), (1994, [])])
def test_a_serial_that_looks_like_a_year(year: int | None, expected: list[str]) -> None:
    assert keys(find("circulated to the Council (S/2024)", year=year, guesses=False)) == expected


GUESSES = [
    ("(S/1594771)", ["S/15947"], "a note's number stuck on a serial"),
    ("S/15947712", [], "three digits too many are no note"),
    ("A/77/7942", ["A/77/794"], "a note's number stuck on a number of a session"),
    ("S/2023/99912", ["S/2023/999"], "two digits stuck on, as the bound shows"),
    ("(s/1156o)", ["S/11560"], "small letter, o for 0"),
    ("(S/l1560)", ["S/11560"], "l for 1"),
    ("(S/5060YCorr.l)", ["S/5060/Corr.1"], "slash read as Y"),
    ("SiAgenda/l013", ["S/Agenda/1013"], "slash read as i"),
    ("A/C.3/ L.182", ["A/C.3/L.182"], "a space after the slash"),
    ("A/C3/L 203/ Rev.1", ["A/C.3/L.203/Rev.1"], "full stops lost"),
    ("A/PV. 2377", ["A/PV.2377"], "a space after the full stop"),
    ("A/С.2/62/INF/1", ["A/C.2/62/INF/1"], "Cyrillic letter"),
    ("531/8002/s", ["S/2008/135"], "turned round"),
    ("25/79/A", ["A/97/52"], "turned round, a session"),
    ("A/78/3358/2023/642", ["A/78/335-S/2023/642"], "the joint read as 8"),
    ("in S/2024 of 1951", ["S/2024"], "the text speaks of a year before 1994"),
    ("in S/2024 of 1999", [], "it speaks of a later one"),
    ("x (8/5068)", [], "8 for S needs a neighbour"),
]


@pytest.mark.parametrize(("text", "expected", "why"), GUESSES)
def test_guesses_are_marked(text: str, expected: list[str], why: str) -> None:
    found = find(text)
    assert keys(found) == expected, why
    assert all(f.guess for f in found), why
    assert keys(find(text, guesses=False)) in ([], expected)


def test_a_neighbour_makes_an_eight_an_s() -> None:
    found = find("(S/5058); and then (8/5068), (8/9999)")
    assert [(s.key, f.guess) for f in found for s in f.symbols] == [("S/5058", False), ("S/5068", True)]


def test_a_guess_never_lies_over_what_is_printed() -> None:
    assert [f.guess for f in find("A/77/794-S/2023/185, S/RES/2334 (2016), A/C.3/62/L.5")] == [False] * 3


def test_the_cases_written_down_for_the_project(letters: Path) -> None:
    cases = json.loads((letters / "symbol_cases.json").read_text("utf-8"))
    assert len(cases) == 160
    wrong: list[tuple[str, object]] = []
    for case in cases:
        text = case["input"]
        if case["group"] == "file":
            symbol = from_file_name(text)
            got = [symbol.key] if symbol else []
        else:
            found = find(text)
            got = keys(found) + [r.symbol.key for r in resolutions.find(text)]
            marked = [f.guess for f in found]
            if case["group"] not in ("ocr", "ctx") and any(marked):
                wrong.append((text, "a guess"))
            if case["group"] in ("ocr", "ctx") and found and not any(marked):
                wrong.append((text, "not marked"))
        if got != case["expect"]:
            wrong.append((text, got))
    assert not wrong


PIECES = [
    "A/",
    "S/",
    "79/",
    "2023/",
    "185",
    "-",
    " ",
    "Add.",
    "1",
    "(",
    ")",
    ", ",
    " and ",
    "https://undocs.org/",
    "\u200b",
    "–",
    "PV.",
    "8/",
]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=25).map("".join) | st.text(max_size=40))
def test_places_are_in_order_and_never_overlap(text: str) -> None:
    last = 0
    for one in find(text):
        assert last <= one.start < one.end <= len(text)
        assert one.symbols
        last = one.end
        if not one.guess:
            assert all(canonical(s.key) == s.key for s in one.symbols)


@pytest.mark.parametrize(
    "piece",
    ["A/", "S/2023/", "A/1", "A/79/1, 2, ", "https://", "8/5068) (", "A/C 3", "S/5060YCorr.", "and Add.1 ", "(" * 9],
)
def test_long_nonsense_is_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(re.search(r"\d", s.key) for f in find(text) for s in f.symbols)

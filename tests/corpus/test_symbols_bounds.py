"""How far the numbers of symbols go, series by series; the Council's years; what a symbol tells of itself."""

from __future__ import annotations

import pytest

from corpus.symbol_find import Found, find
from corpus.symbol_forms import Folded, Symbol, fill_year, fold, possible, spell
from corpus.symbol_tables import FIRST_RESOLUTION, LAST_RESOLUTION, year_of_resolution

BOUNDS = [
    ("A/31/1", None, True, "the first session that symbols name"),
    ("A/30/1", None, False, "the one before"),
    ("A/154/1", None, True, "the session of 2099"),
    ("A/155/1", None, False, "the next century"),
    ("A/79/2000", None, True, "the last number of a session"),
    ("A/79/2001", None, False, "one more"),
    ("A/79/0", None, False, "numbers begin at one"),
    ("S/1994/1", None, True, "the first year"),
    ("S/1993/1", None, False, "the year before"),
    ("S/2099/1", None, True, "the last year"),
    ("S/2100/1", None, False, "one more"),
    ("E/1978/1", None, True, "the first year"),
    ("E/1977/1", None, False, "the year before"),
    ("T/1/5", None, False, "trusteeship has serials only"),
    ("T/2000", None, True, "the last serial"),
    ("T/2001", None, False, "one more"),
    ("A/11000", None, True, "the last serial"),
    ("A/11001", None, False, "one more"),
    ("S/27000", None, True, "the last serial"),
    ("S/27001", None, False, "one more"),
    ("E/6500", None, True, "the last serial"),
    ("E/6501", None, False, "one more"),
    ("S/99", None, False, "small serials are doubtful in a text of no year"),
    ("S/100", None, True, "three figures are not"),
    ("S/99", 1947, True, "nor is any in a text of their time"),
    ("S/99", 1975, True, "the last year of serials of the Assembly"),
    ("S/99", 1976, False, "past it"),
    ("S/99/Add.1", None, True, "a suffix vouches for it"),
    ("S/2024", None, False, "a year, cut off"),
    ("S/2024", 1993, True, "a serial in a text before 1994"),
    ("S/2024", 1994, False, "a year in one of 1994"),
    ("S/2024/Add.1", 2024, True, "a suffix makes it a serial"),
    ("S/1993", None, True, "no year of symbols: a serial"),
    ("S/2100", None, True, "no year of ours either"),
    ("E/2024", None, True, "serials of the Economic and Social Council ran past it"),
    ("E/2024", 2024, False, "a year, cut off"),
    ("E/2024", 1993, True, "a serial in its time"),
    ("A/2024", 2024, True, "the Assembly's symbols hold no years"),
    ("A/RES/77", None, False, "a session without its number"),
    ("A/RES/77/1", None, True, "with it"),
    ("A/79/L", None, False, "a kind without its number"),
    ("A/C.3/79", None, True, "a committee's serial"),
    ("A/C.3", None, False, "a committee"),
    ("A/HRC/52", None, True, "a body without a number in its name"),
    ("S/Agenda/1287", None, True, "an agenda"),
    ("S/Agenda/x", None, False, "an agenda needs its number"),
    ("S/PV.9970", None, True, "a record"),
    ("S/PV", None, False, "a record needs its number"),
    ("A/S-10/1", None, True, "a special session"),
    ("S/S-10/1", None, False, "which only the Assembly has"),
    ("A/ES-10", None, False, "a session alone"),
    ("ST/SG/1", None, True, "a series of the Secretariat"),
    ("ST/5/1", None, False, "numbers are none"),
    ("CD/1299", None, True, "a short head with a serial of four figures"),
    ("CD/129", None, True, "of three"),
    ("CD/12", None, False, "of two"),
    ("CD/1/2", None, True, "or with two parts"),
    ("A/79/6(2016)", None, False, "a year in brackets is a resolution's"),
]

FACTS = [
    # key, organ, session, year, resolution, record, draft, letter
    ("A/79/818-S/2025/156", "General Assembly", 79, 2025, False, False, False, True),
    ("S/2025/156", "Security Council", None, 2025, False, False, False, True),
    ("E/2025/78", "Economic and Social Council", None, 2025, False, False, False, True),
    ("S/17643", "Security Council", None, None, False, False, False, True),
    ("A/10061", "General Assembly", None, None, False, False, False, True),
    ("A/ES-10/1042", "General Assembly", "ES-10", None, False, False, False, True),
    ("A/S-27/20", "General Assembly", "S-27", None, False, False, False, True),
    ("A/79/L.45", "General Assembly", 79, None, False, False, True, False),
    ("A/C.3/79/L.2", "General Assembly", 79, None, False, False, True, False),
    ("A/RES/77/1", "General Assembly", 77, None, True, False, False, False),
    ("S/RES/2334(2016)", "Security Council", None, 2016, True, False, False, False),
    ("A/79/PV.4", "General Assembly", 79, None, False, True, False, False),
    ("A/C.2/75/SR.14", "General Assembly", 75, None, False, True, False, False),
    ("S/2025/71/Rev.1", "Security Council", None, 2025, False, False, False, True),
    ("A/HRC/DEC/50/1", "General Assembly", None, None, True, False, False, False),
    ("CERD/C/AZE/CO/6", "", None, None, False, False, False, False),
]

YEARS = (
    "1946-15 1947-37 1948-66 1949-78 1950-89 1951-96 1952-98 1953-103 1954-105 1955-110 1956-121 1957-126 1958-131"
    " 1959-132 1960-160 1961-171 1962-177 1963-185 1964-199 1965-219 1966-232 1967-244 1968-262 1969-275 1970-291"
    " 1971-307 1972-324 1973-344 1974-366 1975-384 1976-402 1977-422 1978-443 1979-461 1980-484 1981-499 1982-528"
    " 1983-545 1984-559 1985-580 1986-593 1987-606 1988-626 1989-646 1990-683 1991-725 1992-799 1993-892 1994-969"
    " 1995-1035 1996-1092 1997-1146 1998-1219 1999-1284 2000-1334 2001-1386 2002-1452 2003-1521 2004-1580 2005-1651"
    " 2006-1738 2007-1794 2008-1859 2009-1907 2010-1966 2011-2032 2012-2085 2013-2132 2014-2195 2015-2259 2016-2336"
    " 2017-2399 2018-2450 2019-2504 2020-2560 2021-2617 2022-2671 2023-2721 2024-2767"
)
"""Each year and the last resolution that the Council adopted in it."""


@pytest.mark.parametrize(("half", "year", "expected", "reason"), BOUNDS)
def test_how_far_numbers_go(half: str, year: int | None, expected: bool, reason: str) -> None:
    assert possible(half, year=year) is expected, reason


@pytest.mark.parametrize(("key", "organ", "session", "year", "resolution", "record", "draft", "letter"), FACTS)
def test_what_a_symbol_tells(
    key: str,
    organ: str,
    session: int | str | None,
    year: int | None,
    resolution: bool,
    record: bool,
    draft: bool,
    letter: bool,
) -> None:
    symbol = Symbol(key)
    assert (symbol.organ, symbol.session, symbol.year) == (organ, session, year)
    assert (symbol.is_resolution, symbol.is_record, symbol.is_draft, symbol.may_be_letter) == (
        resolution,
        record,
        draft,
        letter,
    )


@pytest.mark.parametrize("pair", YEARS.split())
def test_the_last_resolution_of_a_year(pair: str) -> None:
    year, last = map(int, pair.split("-"))
    assert year_of_resolution(last) == year
    assert year_of_resolution(last + 1) == year + 1
    assert fill_year(f"S/RES/{last}") == f"S/RES/{last}({year})"


def test_no_year_is_known_outside_the_table() -> None:
    assert min(FIRST_RESOLUTION) == 1946
    assert year_of_resolution(0) is None
    assert year_of_resolution(1) == 1946
    assert year_of_resolution(LAST_RESOLUTION) == 2025
    assert year_of_resolution(LAST_RESOLUTION + 1) is None
    assert fill_year("S/RES/9999") == "S/RES/9999"
    assert fill_year("A/RES/77/1") == "A/RES/77/1"


def test_four_organs_may_share_a_document_and_five_may_not() -> None:
    four = "A/58/837-S/2004/567-E/2004/81-T/1234"
    assert [s.key for f in find(four) for s in f.symbols] == [four]
    assert len(Symbol(four).halves) == 4


def test_places_in_a_text_with_invisible_characters() -> None:
    folded = fold("a\u200bb\u00adc")
    assert folded.text == "abc"
    assert [folded.back(n) for n in range(3)] == [0, 2, 4]
    assert [folded.back_end(n) for n in range(4)] == [0, 1, 3, 5]
    assert not folded.strange(0, 3)
    assert fold("А/77/1").strange(0, 1)
    assert fold("я/77/1").strange(0, 1)


def test_spelling_of_parts() -> None:
    assert spell("s/1999/25/ADD.43*") == "S/1999/25/Add.43"
    assert spell("A/62/6(sect21)") == "A/62/6(Sect.21)"
    assert Symbol("A/62/6(Sect.21)").display == "A/62/6 (Sect. 21)"
    assert Symbol("S/PV.6201(Resumption1)").display == "S/PV.6201 (Resumption 1)"
    assert Symbol("A/RES/31/16A").display == "A/RES/31/16 A"
    assert Symbol("A/RES/3367A(XXX)").display == "A/RES/3367 A (XXX)"


@pytest.mark.parametrize("kind", [Symbol, Found, Folded])
def test_values_are_frozen(kind: type) -> None:
    assert kind.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(kind)


def test_a_find_is_certain_and_no_range_unless_said() -> None:
    one = Found(0, 1, ())
    assert (one.guess, one.ranged) == (False, False)

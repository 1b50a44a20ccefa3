"""Resolutions in words: which body a number belongs to, lists, other spellings, and what is none."""

from __future__ import annotations

import pytest

from corpus.bodies import in_words
from corpus.resolutions import find

COUNCIL, ASSEMBLY, ECOSOC = "Security Council", "General Assembly", "Economic and Social Council"
RIGHTS, COMMISSION = "Human Rights Council", "Commission on Human Rights"

TEXTS = [
    ("resolution 2334 (2016)", [(COUNCIL, "2334 (2016)")], "a calendar year in brackets is the Council's"),
    ("resolution 1540(2004)", [(COUNCIL, "1540 (2004)")], "no space before the bracket"),
    ("Security Council resolution 425", [(COUNCIL, "425 (1978)")], "the year is filled in where the body is named"),
    ("Council resolutions 242 and 338", [(COUNCIL, "242 (1967)"), (COUNCIL, "338 (1973)")], "the Council, shortened"),
    ("UNSCR 1325", [(COUNCIL, "1325 (2000)")], "the abbreviation names the body"),
    ("SC Res 2397 (2017)", [(COUNCIL, "2397 (2017)")], "as lawyers cite"),
    ("resolution 598 of 20 July 1987", [(COUNCIL, "598 (1987)")], "the date of adoption is the number's year"),
    ("resolution 2334 of 2016", [(COUNCIL, "2334 (2016)")], "the year alone"),
    ("resolution 1373/2001", [(COUNCIL, "1373 (2001)")], "number and year with a slash"),
    (
        "resolutions 822, 853, 874 and 884 (1993)",
        [(COUNCIL, "822 (1993)"), (COUNCIL, "853 (1993)"), (COUNCIL, "874 (1993)"), (COUNCIL, "884 (1993)")],
        "one year for a list",
    ),
    (
        "resolutions 1267 (1999), 1989 (2011) and 2253 (2015)",
        [(COUNCIL, "1267 (1999)"), (COUNCIL, "1989 (2011)"), (COUNCIL, "2253 (2015)")],
        "each with its year",
    ),
    ("pursuant to 1701 (2006)", [(COUNCIL, "1701 (2006)")], "number and right year need no word"),
    ("in 1701 (2007)", [], "a wrong year is no resolution"),
    ("la résolution 1325 (2000) du Conseil de sécurité", [(COUNCIL, "1325 (2000)")], "French"),
    ("la resolución 2334 (2016) del Consejo de Seguridad", [(COUNCIL, "2334 (2016)")], "Spanish"),
    ("General Assembly resolution 77/1", [(ASSEMBLY, "77/1")], "a session before a slash"),
    ("its resolution 77/1 of 12 October 2022", [(ASSEMBLY, "77/1")], "a date after it"),
    ("UNGA resolution 76/300", [(ASSEMBLY, "76/300")], "abbreviated"),
    ("GA Res. 62/228", [(ASSEMBLY, "62/228")], "as lawyers cite"),
    ("resolution 31/16 A", [(ASSEMBLY, "31/16 A")], "a part of a resolution"),
    ("resolution 377 A (V)", [(ASSEMBLY, "377 A (V)")], "a part, and a Roman session"),
    ("resolution 2758 (XXVI)", [(ASSEMBLY, "2758 (XXVI)")], "a Roman session is the Assembly's"),
    ("resolutions 181 (II) and 194 (III)", [(ASSEMBLY, "181 (II)"), (ASSEMBLY, "194 (III)")], "two of them"),
    (
        "resolutions 3314 (XXIX) of 14 December 1974 and 1514 (XV) of 14 December 1960",
        [(ASSEMBLY, "3314 (XXIX)"), (ASSEMBLY, "1514 (XV)")],
        "dates between the numbers of a list",
    ),
    ("resolution 997 (ES-I)", [(ASSEMBLY, "997 (ES-I)")], "the first emergency special session"),
    ("resolution ES-11/1", [(ASSEMBLY, "ES-11/1")], "the eleventh"),
    ("resolution 71/248 (2016)", [(ASSEMBLY, "71/248")], "the year is the writer's, not the number's"),
    ("Economic and Social Council resolution 1996/31", [(ECOSOC, "1996/31")], "named"),
    ("resolution 1988/42", [(ECOSOC, "1988/42")], "a calendar year before a slash"),
    ("Trusteeship Council resolution 293 (VII)", [("Trusteeship Council", "293 (VII)")], "its own Roman sessions"),
    ("Commission on Human Rights resolution 1998/50", [(COMMISSION, "1998/50")], "a commission that is named"),
    ("resolution 1998/50 of the Commission on Human Rights", [(COMMISSION, "1998/50")], "named after the number"),
    (
        "Commission on Narcotic Drugs resolution 51/7",
        [("Commission on Narcotic Drugs", "51/7")],
        "its sessions look like the Assembly's",
    ),
    ("Human Rights Council resolution 52/1", [(RIGHTS, "52/1")], "its sessions look like the Assembly's"),
    ("Human Rights Council resolution S-30/1", [(RIGHTS, "S-30/1")], "a special session of it"),
    ("resolution 22/23", [(RIGHTS, "22/23")], "no Assembly resolution was numbered so before the 31st session"),
    (
        "the Human Rights Council, established by General Assembly resolution 60/251",
        [(ASSEMBLY, "60/251")],
        "the body named last before the number",
    ),
    (
        "General Assembly resolution 48/114, Economic and Social Council resolution 1996/31 and Security Council"
        " resolution 853 (1993)",
        [(ASSEMBLY, "48/114"), (ECOSOC, "1996/31"), (COUNCIL, "853 (1993)")],
        "three bodies in a sentence",
    ),
    ("resolution 598", [], "a number alone is nobody's"),
    ("resolution No. 302", [], "neither session nor year"),
    ("resolution S/RES/2334 (2016)", [], "a symbol is no words"),
    ("the peaceful resolution 24 hours later", [], "another sense of the word"),
    ("Parliamentary Assembly resolution 2391 (2021)", [], "another organization's"),
    ("European Parliament resolution 77/1", [], "another organization's"),
    ("resolution 8914 of the League of Arab States", [], "another organization's, named after"),
    ("resolution 200/1", [], "no session has that number"),
]

SYMBOLS = [
    ("S/RES/2334 (2016)", (COUNCIL, "2334 (2016)")),
    ("A/RES/77/1", (ASSEMBLY, "77/1")),
    ("A/HRC/RES/22/23", (RIGHTS, "22/23")),
    ("E/CN.4/RES/1998/50", (COMMISSION, "1998/50")),
    ("E/RES/1996/31", (ECOSOC, "1996/31")),
    ("T/RES/293 (VII)", ("Trusteeship Council", "293 (VII)")),
    ("X/RES/1", ("X", "1")),
]


@pytest.mark.parametrize(("text", "expected", "reason"), TEXTS)
def test_a_resolution_in_words(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert [(one.organ, one.number) for one in find(text)] == expected, reason


@pytest.mark.parametrize(("text", "expected", "reason"), TEXTS)
def test_its_symbol_says_the_same(text: str, expected: list[tuple[str, str]], reason: str) -> None:
    assert [in_words(one.symbol.display) for one in find(text)] == expected, reason


@pytest.mark.parametrize(("symbol", "expected"), SYMBOLS)
def test_a_symbol_in_words(symbol: str, expected: tuple[str, str]) -> None:
    assert in_words(symbol) == expected


def test_places_are_those_of_the_text_as_given() -> None:
    text = "see resolution\u200b\u00a02334\u00a0(2016)."
    (one,) = find(text)
    assert text[one.start : one.end] == "2334\u00a0(2016)"

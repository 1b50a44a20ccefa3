"""Openings run together by a converter, and titles that a scan has damaged: invented letters, every fact of them."""

from __future__ import annotations

import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus import mend, titles
from corpus.letter import assemble
from corpus.readers import plain
from tests.corpus.reading import letter_of
from tests.corpus.test_conservation import breaches

BODY = (
    " I have the honour to refer to my letter of 6 April 1956 (S/3577) and to the harbour. On 5 April the lamp was out."
)

RUN_TOGETHER: dict[str, tuple[str, dict[str, Any]]] = {
    "one line": (
        "UNITED NATIONS Distr. SECURITY GENERAL S/3580 COUNCIL 9 April 1956 ORIGINAL: ENGLISH LETTER DATED 8 APRIL 1956"
        " FROM THE PERMANENT REPRESENTATIVE OF PENWICK, ADDRESSED TO THE PRESIDENT OF THE SECURITY COUNCIL" + BODY,
        {
            "symbols": ("S/3580",), "distribution": "General", "distributed": "1956-04-09", "date": "1956-04-08",
            "original_language": "English", "sender": "Penwick", "addressees": ("President of the Security Council",),
        },
    ),
    "session, item and its title before the letter's": (
        "Distr. GENERALE A/34/487 18 septembre 1979 FRANCAIS ORIGINAL : ANGLAIS\n\nTrente-quatrième session Point 3 de"
        " l'ordre du jour provisoire* POUVOIRS DES REPRESENTANTS Lettre datée du 17 septembre 1979, adressée au"
        " Président de l'Assemblée générale par le représentant permanent de Sarnholt auprès de l'Organisation des"
        " Nations Unies J'ai l'honneur de vous faire connaître que le phare est allumé.",
        {
            "symbols": ("A/34/487",), "distribution": "General", "distributed": "1979-09-18", "date": "1979-09-17",
            "original_language": "English", "session": 34, "sender": "Sarnholt",
            "addressees": ("President of the General Assembly",),
            "agenda_items": (("3", "POUVOIRS DES REPRESENTANTS"),),
        },
    ),
    "title and body only": (
        "Letter dated 8 July 1998 from the Chargé d'affaires a.i. of the Permanent Mission of Penwick to the United"
        " Nations addressed to the Secretary-General" + BODY,
        {"date": "1998-07-08", "sender": "Penwick", "addressees": ("Secretary-General",), "symbols": ()},
    ),
    "a symbol and a date on one line": (
        "UNITED NATIONS\n\nS/1998/619 9 July 1998\n\nORIGINAL: ENGLISH\n\nLETTER DATED 8 JULY 1998 FROM THE"
        " SECRETARY-GENERAL ADDRESSED TO THE PRESIDENT OF THE SECURITY COUNCIL" + BODY,
        {"symbols": ("S/1998/619",), "distributed": "1998-07-09", "date": "1998-07-08", "sender": "Secretary-General"},
    ),
    "prose that tells of a letter is none": (
        "At its fortieth session the Assembly saw the Letter dated 8 July 1998 from the Permanent Representative of"
        " Penwick to the United Nations addressed to the Secretary-General. On that day it adopted the agenda.",
        {"kind": "other", "title": None, "symbols": ()},
    ),
    "an agenda that lists a letter is none": (
        "UNITED NATIONS SECURITY COUNCIL OFFICIAL RECORDS Provisional agenda 1. Adoption of the agenda. 2. Letter dated"
        " 23 May 1967 from the Permanent Representative of Penwick addressed to the President of the Security Council"
        " (S/7902). The meeting was called to order at noon by the President.",
        {"kind": "other", "date": None},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", RUN_TOGETHER)
def test_an_opening_run_together_is_cut_where_its_lines_begin(name: str) -> None:
    text, facts = RUN_TOGETHER[name]
    letter = letter_of(text)
    for key, value in facts.items():
        said = getattr(letter, key)
        said = tuple((item.number, item.title) for item in said) if key == "agenda_items" else said
        assert said == value, key


@given(st.lists(st.sampled_from([text for text, _ in RUN_TOGETHER.values()] + ["(", "S/1 ", "Distr. "]), max_size=4))
@settings(max_examples=60, deadline=None)
def test_nothing_is_lost_where_a_line_is_cut(texts: list[str]) -> None:
    source = plain.read_text(" ".join(texts)).source("")
    assert breaches(source, *assemble(source, "x.txt")) == []


SPACED = """\
Distr.
GENERAL
S/1998/1127
30 November 1998

LETTER DATED 30 NOVEMBER 1998 FROM THE EXECUTIVE CHAIRMAN OF THE

COMMISSION ON LAMPS ESTABLISHED BY THE SECRETARY-GENERAL PURSUANT

TO PARAGRAPH 9 (b) (i) OF SECURITY COUNCIL RESOLUTION 687 (1991)

ADDRESSED TO THE PRESIDENT OF THE SECURITY COUNCIL

I have the honour to forward the letters.

(Signed) A. PENMAN
"""


def test_a_title_in_capitals_goes_on_over_empty_lines() -> None:
    letter = letter_of(SPACED)
    of = "Commission on Lamps Established by the Secretary-General Pursuant to Paragraph 9 (b) (i) of Security Council"
    assert [(p.office, p.of) for p in letter.senders] == [("Executive Chairman", of + " Resolution 687 (1991)")]
    assert letter.addressees == ("President of the Security Council",)


DAMAGED = [
    (
        "LSTTER FROM THE CHAIRMAN OF THE SIXTH COMMITTEE ADDRESSED TO THN OHAIRMAN OF THE FIRST COMMITTEE",
        ("Chair", "Sixth Committee"),
        "Chair of the First Committee",
    ),
    (
        "LETTER DATED 9 APRIL 1956 ~~OM TEE FERlfillNENT REPRESENTATIVE OF PENWICK, ADDREGSED TO THE PRESIDENT OF THE"
        " SECUBITY COUNCIL",
        ("Permanent Representative", "Penwick"),
        "President of the Security Council",
    ),
]


@pytest.mark.parametrize(("title", "sender", "addressee"), DAMAGED)
def test_a_damaged_title_is_read_by_likeness(title: str, sender: tuple[str, str], addressee: str) -> None:
    senders, addressees = titles.read(title)
    assert [(p.office, p.of) for p in senders] == [sender]
    assert addressees == (addressee,)


def test_what_was_read_by_likeness_is_told_as_a_guess() -> None:
    letter = letter_of("\n" + DAMAGED[0][0] + "\n\nSir,\n\nI have the honour to write of lamps.\n")
    assert any("OHAIRMAN as CHAIRMAN" in warning for warning in letter.warnings)


UNCHANGED = [
    "Letter dated 8 March 2023 from the Permanent Representative of Penwick addressed to the Secretary-General",
    "LETTER DATED 8 MARCH 1983 FROM THE PERMANENT REPRESENTATIVE OF GERMANY ADDRESSED TO THE SECRETARY-GENERAL",
    "NOTE VERBALE DATED 3 MAY 1983 FROM THE PERMANENT MISSION OF THE NETHERLANDS ADDRESSED TO THE CHAIRMAN",
    "",
]


@pytest.mark.parametrize("title", UNCHANGED)
def test_a_whole_title_is_left_as_it_is(title: str) -> None:
    assert mend.mended(title) == title
    assert mend.changed(title) == []


@given(st.text(alphabet="ABCDEFGHIJ ONSTRPMTE~l", max_size=80))
def test_mending_keeps_every_place(title: str) -> None:
    assert len(mend.mended(title)) == len(title)


@pytest.mark.parametrize(
    "unit", ["a", "A", ".", " .", "Letter dated from ", "S/1 ", "UNITED NATIONS Distr. GENERAL ", "("]
)
def test_a_line_of_any_length_is_cut_in_linear_time(unit: str) -> None:
    text = "UNITED NATIONS Distr. GENERAL " + unit * (50_000 // len(unit)) + " x"
    began = time.process_time()
    letter_of(text + "\n" + text)
    assert time.process_time() - began < 6

"""The want-list and the ledger: what is cited and not held, and who left whom without an answer that is held."""

from __future__ import annotations

from pathlib import Path

import pytest

from corpus.errors import UsageError
from index.results import Cancelled, Ledger, Want
from tests.index.made import add, drop, letter, library

pytestmark = pytest.mark.usefixtures("quick_disk")


def wants(rows: tuple[Want, ...]) -> dict[str, int]:
    return {"-".join(row.symbols): row.count for row in rows}


LETTERS = [
    letter("A/60/1", "2006-04-01", "Valdmark", "answers A/60/90-S/2006/9 of 2006-03-06 by Kestravia",
           mentions=["S/RES/1000(1995)"]),
    letter("A/60/2", "2006-04-02", "Oronesia", "cites S/2006/9", "answers A/60/1", mentions=["S/RES/1000(1995)"]),
    letter("A/60/3", "2006-04-03", "Oronesia", "cites A/60/90", "cites  of 2006-01-01 by Valdmark",
           mentions=["S/RES/1000(1995)", "S/RES/1001(1995)"]),
    letter("A/60/4", "2006-04-04", "Oronesia", mentions=["S/RES/1000(1995)"]),
]  # fmt: skip


def test_every_document_cited_and_not_held_once_the_most_cited_first(tmp_path: Path) -> None:
    with library(tmp_path, LETTERS) as held:
        rows = held.missing().rows
    assert list(wants(rows).items()) == [("S/RES/1000 (1995)", 4), ("A/60/90-S/2006/9", 3), ("S/RES/1001 (1995)", 1)]
    resolution, exchanged, _ = rows
    assert (exchanged.date, exchanged.sender, exchanged.document) == ("2006-03-06", "Kestravia", False)
    assert exchanged.cited_by == ("A/60/3", "A/60/2", "A/60/1")  # the latest first
    assert exchanged.address == "https://documents.un.org/api/symbol/access?s=A%2F60%2F90&l=en&t=pdf"
    assert resolution.document


def test_a_document_leaves_the_list_once_it_is_held_under_any_half(tmp_path: Path) -> None:
    arrived = letter("A/60/90-S/2006/9", "2006-03-06")
    half = letter("S/2006/9", "2006-03-06")
    with library(tmp_path, LETTERS) as held:
        for one in (arrived, half):
            add(held, [one])
            assert "A/60/90-S/2006/9" not in wants(held.missing().rows)
            drop(held, one)
            assert wants(held.missing().rows)["A/60/90-S/2006/9"] == 3


def test_a_letter_that_lost_its_symbol_is_not_wanted(tmp_path: Path) -> None:
    with library(tmp_path, [*LETTERS, letter("", "2006-03-06", "Kestravia")]) as held:
        assert set(wants(held.missing().rows)) == {"S/RES/1000 (1995)", "S/RES/1001 (1995)"}


def test_a_library_that_cites_nothing_wants_nothing(tmp_path: Path) -> None:
    with library(tmp_path, [letter("A/60/1", "2006-01-01")]) as held:
        assert held.missing().rows == ()
        add(held, LETTERS)
        with pytest.raises(Cancelled):
            held.missing(cancel=lambda: True)


CORRESPONDENCE = [
    letter("A/60/1", "2006-03-01", "Kestravia"),
    letter("A/60/2", "2006-03-10", "Valdmark", "answers A/60/1 of 2006-03-01 by Kestravia"),
    letter("A/60/3", "2006-03-20", "Valdmark", "answers  of 2006-03-01 by Kestravia"),
    letter("A/60/4", "2006-04-01", "Kestravia", "answers A/60/99 of 2006-03-25 by Valdmark"),
    letter("A/60/5", "2006-04-02", "Kestravia", "answers A/60/6 of 2006-03-30 by Oronesia"),
    letter("A/60/6", "2006-03-30", "Oronesia", "cites A/60/1"),
    letter("A/60/7", "2006-04-05", "Valdmark", "cites A/60/4"),
]


def test_the_ledger_of_two_parties(tmp_path: Path) -> None:
    with library(tmp_path, CORRESPONDENCE) as held:
        found = held.ledger("Kestravia", "Permanent Representative of Valdmark")
        mirrored = held.ledger("Valdmark", "Kestravia")
    assert [(row.id, row.answered_by, row.days, row.answers) for row in found.rows] == [
        ("A/60/1", ("A/60/2", "A/60/3"), 9, ()),
        ("A/60/2", (), None, ("A/60/1",)),
        ("A/60/3", (), None, ("A/60/1",)),
        ("A/60/4", (), None, ("A/60/99",)),  # the letter that it answers is not held
        ("A/60/7", (), None, ()),
    ]
    assert mirrored.rows == found.rows


def test_its_head_says_what_the_library_covers(tmp_path: Path) -> None:
    with library(tmp_path, CORRESPONDENCE) as held:
        found = held.ledger("kestravia", "Valdmark")
        nobody = held.ledger("Kestravia", "Illyrand")
    assert found.parties == ("Kestravia", "Valdmark")
    assert found.head == (
        "This library holds 3 letters of Kestravia (1 March 2006 to 2 April 2006) and 3 letters of Valdmark"
        " (10 March 2006 to 5 April 2006); an answer that is not held may exist."
    )
    assert (nobody.rows, nobody.head.count("0 letters of Illyrand")) == ((), 1)


def test_letters_addressed_to_the_other_party_are_between_them(tmp_path: Path) -> None:
    letters = [
        letter("S/2006/1", "2006-01-01", "Secretary-General", to=("President of the Security Council",)),
        letter("S/2006/2", "2006-01-05", "President of the Security Council", "answers S/2006/1"),
    ]
    with library(tmp_path, letters) as held:
        found: Ledger = held.ledger("Security Council", "Secretary-General")
    assert [(row.id, row.days) for row in found.rows] == [("S/2006/1", 4), ("S/2006/2", None)]


def test_one_party_is_no_ledger(tmp_path: Path) -> None:
    with library(tmp_path, CORRESPONDENCE) as held, pytest.raises(UsageError):
        held.ledger("Turkey", "Türkiye")

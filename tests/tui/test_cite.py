"""Citations: descriptive title, symbol, a pin in words; what is not known stays visibly unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from corpus.model import LetterKind
from tests.tui.letters import CUSTOMS
from tui.cite import NO_DATE, NO_SYMBOL, citation, passage
from tui.pins import Pin

TITLE = CUSTOMS.title
CASES = [
    # changes, pin, inferred, end of the citation, why
    ({}, None, (), "(A/61/233-S/2006/547), issued 21 August 2006", "both halves, the masthead's date"),
    ({"distributed": None}, None, (), f"(A/61/233-S/2006/547), {NO_DATE}", "never filled from the title's date"),
    ({"symbols": ()}, None, (), f"({NO_SYMBOL}), issued 21 August 2006", "a lost symbol is told"),
    ({"symbols": ()}, None, ("A/61/233",), "(A/61/233, inferred), issued 21 August 2006", "an inferred one says so"),
    ({}, Pin("x", "p2"), (), ", para. 2 [#p2]", "a paragraph"),
    ({}, Pin("x", "n2"), (), ", footnote 2 [#n2]", "a note, by its label"),
    ({}, Pin("x", "n3"), (), ", footnote 7 [#n3]", "the third note is labelled 7"),
    ({}, Pin("x", "t1"), (), ", title [#t1]", "nobody counts titles"),
    ({}, Pin("x", "a1.p1"), (), ", annex, para. 1 [#a1.p1]", "in an annex"),
]


@pytest.mark.parametrize(("changes", "pin", "inferred", "end", "why"), CASES)
def test_citations(changes: dict[str, object], pin: Pin | None, inferred: tuple[str, ...], end: str, why: str) -> None:
    text = citation(replace(CUSTOMS, **changes), pin, inferred)  # type: ignore[arg-type]
    assert text.startswith(str(TITLE)), why
    assert text.endswith(end), why


def test_a_letter_without_title_is_described() -> None:
    letter = replace(CUSTOMS, title=None, kind=LetterKind.NOTE_VERBALE, date=None)
    assert citation(letter).startswith("Note verbale, undated, Valdmark → Secretary-General (A/61")


def test_a_passage_carries_its_source_and_cannot_act() -> None:
    text = passage(CUSTOMS, " No customs \x1b[31mpost ")
    assert text.startswith("“No customs ␛[31mpost”\n")
    assert text.endswith("sha-256 " + "0" * 64)

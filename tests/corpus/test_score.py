"""The scorer itself: what counts as the same, and what does not."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from tests.corpus.score import Score, exact, members, misplaced, plain

TRUTH: dict[str, Any] = {
    "slug": "x",
    "symbols": ["A/61/204", "S/2006/511"],
    "kind": "letter",
    "date": "2006-08-04",
    "distributed": "2006-08-07",
    "original_language": "English",
    "session": 61,
    "sc_year": 61,
    "agenda_items": ["53 d)"],
    "senders": [{"office": "Chargé d'affaires a.i.", "of": "the Oronesia"}],
    "addressees": ["the Secretary-General"],
    "signatories": ["Yarek OLSUBIN"],
    "annexes": 1,
    "footnotes": 2,
    "footnote_markers": ["1", "*"],
    "cites": ["S/2006/448", "S/RES/1631 (2005)"],
    "resolutions_in_words": [{"organ": "Security Council", "number": "1631 (2005)"}],
    "relations": [
        {"kind": "answers", "target": "S/2006/448", "evidence": "in reply to"},
        {"kind": "follows", "target": {"date": "2006-03-04", "from": "Oronesia", "to": None}, "evidence": "my letter"},
    ],
    "note_places": [{"marker": "1", "after": "with Oronesia.", "note": "See"}],
}
READ: dict[str, Any] = {
    **copy.deepcopy(TRUTH),
    "agenda_items": [{"number": "53 (d)", "title": "Climate"}],
    "senders": [{"office": "Charge d’affaires a.i.", "of": "Oronesia", "name": None}],
    "addressees": ["Secretary-General"],
    "signatories": ["Yarek Olsubin"],
    "annexes": [{"label": "Annex", "title": ""}],
    "cites": ["S/2006/448", "S/RES/1631(2005)"],
    "paragraphs": [{"id": "p1", "text": "It stands with Oronesia."}],
    "footnotes": [
        {"id": "n1", "marker": "1/", "text": "See annex.", "at": {"paragraph": "p1", "offset": 24}},
        {"id": "n2", "marker": "*", "text": "A/61/50.", "at": None},
    ],
}


def scored(**changes: Any) -> Score:
    """The score of `READ` with some keys changed."""
    score = Score()
    score.add(TRUTH, {**READ, **changes})
    return score


def test_spelling_spacing_and_marks_of_print_do_not_count() -> None:
    assert scored().misses == {}


@pytest.mark.parametrize(
    ("name", "changes"),
    [
        ("symbols", {"symbols": ["A/61/204"]}),  # half a symbol is not the symbol
        ("date", {"date": "2006-08-07"}),  # the date of distribution is another date
        ("agenda_items", {"agenda_items": [{"number": "53", "title": ""}]}),  # a sub-item is another item
        ("office", {"senders": [{"office": "Permanent Representative", "of": "Oronesia"}]}),
        ("signatories", {"signatories": []}),
        ("annexes", {"annexes": []}),
        ("footnotes", {"footnotes": []}),
        ("cites", {"cites": ["S/2006/448"]}),
        ("answers", {"relations": [{"kind": "follows", "target": "S/2006/448"}]}),  # the kind of a link counts
        ("follows", {"relations": [{"kind": "answers", "target": "S/2006/448"}]}),
    ],
)
def test_what_is_different_is_a_miss(name: str, changes: dict[str, Any]) -> None:
    score = scored(**changes)
    assert name in score.misses
    assert score.share(name) < 1


def test_a_document_that_is_no_letter_is_only_told_apart() -> None:
    score = Score()
    score.add({**TRUTH, "kind": "other"}, {**READ, "kind": "other", "date": None, "cites": []})
    assert score.misses == {}


def test_an_extra_link_costs_precision() -> None:
    extra = [*READ["relations"], {"kind": "answers", "target": "S/2006/602"}]
    assert scored(relations=extra).share("answers") == pytest.approx(2 / 3)


def test_a_marker_belongs_after_its_words() -> None:
    moved = copy.deepcopy(READ)
    moved["footnotes"][0]["at"]["offset"] = 9
    assert list(misplaced(TRUTH, READ)) == []
    assert len(list(misplaced(TRUTH, moved))) == 1


def test_values_are_compared_in_one_form() -> None:
    assert plain("Chargé d’affaires, a.i.") == "charge d affaires ai"
    assert exact("session", {"session": "ES-10"}) == "ES-10"
    assert members("resolutions", TRUTH) == {"security council 1631(2005)"}

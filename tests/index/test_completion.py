"""Completion while typing: names of fields, and values that the library has."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from index.fields import BY_NAME, FIELDS
from index.library import Library
from index.query import understand
from index.results import Request


def offered(library: Library, typed: str, position: int | None = None) -> list[str]:
    return [one.insert for one in library.complete(typed, len(typed) if position is None else position)]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fr", "from:"),
        ("FR", "from:"),
        ("owls fro", "from:"),
        ("(fro", "from:"),
        ("-fro", "from:"),
        ("sende", "from:"),
        ("lan", "lang:"),
        ("from:kes", "Kestravia"),
        ("owls from:kes", "Kestravia"),
        ('from:"kes', "Kestravia"),
        ("from:KES", "Kestravia"),
        ('to:"pres', '"President of the Security Council"'),
        ("kind:no", '"note verbale"'),
        ("kind:", "letter"),
        ("lang:f", "fr"),
        ("session:5", "57"),
        ("date:201", "2019"),
        ("date:2006-0", "2006-09"),
        ("in:n", "notes"),
        ("has:", "annex"),
        ("A/61/20", "A/61/204"),
        ("a/61/20", "A/61/204"),
        ("61/20", "61/204"),
        ("symbol:a/61/20", "A/61/204"),
        ("cites:A/60/8", "A/60/845"),
        ("answers:A/61/2", "A/61/204"),
    ],
)
def test_the_likeliest_comes_first(sample: Library, typed: str, first: str) -> None:
    assert offered(sample, typed)[0] == first


@pytest.mark.parametrize("typed", ["", "owls ", '"from', '"customs post"', "zzz", "from:zzz", "title:", "cites:owls"])
def test_where_nothing_is_known_nothing_is_offered(sample: Library, typed: str) -> None:
    assert offered(sample, typed) == []


def test_values_are_offered_with_how_many_letters_have_them(sample: Library) -> None:
    found = sample.complete("from:", 5)
    counts = [int(one.help.split()[0]) for one in found]
    assert counts == sorted(counts, reverse=True)
    for one in found[:5]:
        assert sample.search(Request(f"from:{one.insert}", limit=0)).total >= int(one.help.split()[0])


def test_a_symbol_is_offered_once_with_date_and_sender(sample: Library) -> None:
    found = {one.insert: one.help for one in sample.complete("A/61/2", 6)}
    assert found["A/61/204"] == "2006-08-04 Kestravia"
    assert "A/61/204-S/2006/511" not in found


def test_only_what_stands_before_the_cursor_counts(sample: Library) -> None:
    (one, *_) = sample.complete("from:kes owls", 8)
    assert (one.start, one.end, one.insert) == (5, 8, "Kestravia")
    assert sample.complete("owls", -5) == ()
    assert sample.complete("owls fro", 99)[0].insert == "from:"


def test_every_field_is_offered_by_its_first_letters(sample: Library) -> None:
    for field in FIELDS:
        assert f"{field.name}:" in offered(sample, field.name[:2])


PARTS = ["from:", "kes", "kind:", '"', "no", "lang:", " ", "(", "-", "A/61/", "sess", "to:", "date:", "in:"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS), max_size=6))
def test_what_is_offered_can_be_typed(sample: Library, parts: list[str]) -> None:
    typed = "".join(parts)
    with sample.index.searcher() as searcher:
        for one in sample.complete(typed, len(typed))[:5]:
            assert 0 <= one.start <= one.end == len(typed)
            assert understand(searcher, one.insert, typing=True).words
            assert not one.insert.endswith(":") or one.insert[:-1] in BY_NAME

"""The way back: like a browser's, in one list over letters, notes and searches."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tui.places import History, Place


def walk(steps: str) -> History:
    """`a`…`e` go to a letter, `<` back, `>` forward."""
    history = History()
    for step in steps:
        if step == "<":
            history.back()
        elif step == ">":
            history.forward()
        else:
            history.go(Place(step))
    return history


WAYS = [
    # steps, where one is, the list, why
    ("", "", "", "nowhere yet"),
    ("ab<", "a", "ab", "back keeps what lies ahead"),
    ("ab<>", "b", "ab", "and forward returns"),
    ("ab<c", "c", "ac", "going on forgets what lay ahead"),
    ("abb", "b", "ab", "the spot one is on adds nothing"),
    ("a<<<", "a", "a", "the first place has nothing before it"),
    ("aba", "a", "aba", "the same letter again is a place of its own"),
]


@pytest.mark.parametrize(("steps", "at", "places", "why"), WAYS)
def test_ways(steps: str, at: str, places: str, why: str) -> None:
    history = walk(steps)
    assert (history.current.letter if history.current else "") == at, why
    assert "".join(p.letter for p in history.places) == places, why


def test_back_returns_to_where_one_left_not_to_where_one_arrived() -> None:
    history = History()
    history.go(Place("a"))
    history.leave(Place("a", offset=700, lead=2))
    history.go(Place("b"))
    assert history.back(Place("b", offset=30)) == Place("a", offset=700, lead=2)
    assert history.forward() == Place("b", offset=30)


def test_leaving_before_anything_was_visited_is_a_first_place() -> None:
    history = History()
    history.leave(Place("a", 5))
    assert history.current == Place("a", 5)
    assert not history.can_go_back


def test_a_jump_in_the_list_and_a_new_name() -> None:
    history = walk("abc")
    assert history.jump(0) == Place("a")
    assert history.can_go_forward
    assert history.jump(7) is None
    history.renamed("b", "z")
    assert history.forward() == Place("z")


@given(st.text(alphabet="abcde<>", max_size=60), st.integers(1, 5))
@settings(deadline=None, max_examples=100)
def test_the_list_keeps_to_its_limit_and_its_place(steps: str, limit: int) -> None:
    history = History(limit=limit)
    for step in steps:
        {"<": history.back, ">": history.forward}.get(step, lambda s=step: history.go(Place(s)))()
        assert len(history.places) <= limit
        assert -1 <= history.at < max(1, len(history.places))
        assert all(not a.same_spot(b) for a, b in zip(history.places, history.places[1:], strict=False)) or "<" in steps

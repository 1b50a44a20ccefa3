"""What was read last: never more than the weight allowed, and what was used longest ago goes first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.recent import Recent

STEPS = st.lists(st.tuples(st.booleans(), st.integers(0, 9), st.integers(0, 7)))


@given(STEPS)
def test_as_a_list_in_order_of_use(steps: list[tuple[bool, int, int]]) -> None:
    """(keep or get, number, weight), beside a list that is plainly right."""
    most = 10
    recent: Recent[int] = Recent(most)
    plain: list[tuple[int, int]] = []
    for keeps, number, weight in steps:
        met = next((pair for pair in plain if pair[0] == number), None)
        if keeps:
            recent.keep(number, number * 10, weight)
            plain = [*(pair for pair in plain if pair != met), (number, weight)]
            while sum(one for _, one in plain) > most:
                del plain[0]
        else:
            assert recent.get(number) == (number * 10 if met else None)
            if met:
                plain = [*(pair for pair in plain if pair != met), met]
        assert [n for n in range(10) if n in recent] == sorted(n for n, _ in plain)


def test_what_alone_weighs_too_much_drives_nothing_out() -> None:
    recent: Recent[str] = Recent(10)
    recent.keep(1, "one", 6)
    recent.keep(2, "two", 11)
    assert recent.get(1) == "one"
    assert recent.get(2) is None

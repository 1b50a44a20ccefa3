"""Capitals that stand for their States."""

from __future__ import annotations

import pytest

from corpus import capitals, states


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Kyiv", "Ukraine"),
        ("TEHRAN", "Iran (Islamic Republic of)"),
        ("Yaounde", "Cameroon"),
        ("Kremlin", "Russian Federation"),
        ("the Kremlin", "Russian Federation"),
        ("Geneva", None),
        ("Addis Ababa", None),
        ("Panama", None),
        ("", None),
    ],
)
def test_a_capital_is_its_state_s(name: str, expected: str | None) -> None:
    assert capitals.state_of(name) == expected


def test_every_state_of_the_table_is_known_and_no_capital_is_a_state_s_name() -> None:
    for capital, state in capitals._STATES.items():
        assert states.known(state), state
        assert not states.known(capital), capital

"""A bare symbol in brackets stands for an act; who acted, and when, are told by the words before it."""

from __future__ import annotations

import pytest

from tests.corpus.told import relations


@pytest.mark.parametrize(
    ("text", "date", "sender", "reason"),
    [
        ("The lamps were lit at the call of the Security Council, on 28 January 2016 (see S/2016/89).",
         "2016-01-28", "Security Council", "a body and a day"),
        ("It meets the request of the President of the Security Council of 3 May 2016 (S/2016/400).",
         "2016-05-03", "President of the Security Council", "an office of a body"),
        ("The lamps were lit at the call of the Security Council (see S/2016/89).",
         None, None, "no day"),
        ("The lamps were lit at the call made on 28 January 2016 (see S/2016/89).",
         None, None, "nobody named"),
        ("On 28 January 2016 the Security Council met; the lamps are named there (see S/2016/89).",
         None, None, "the day of something else"),
    ],
)  # fmt: skip
def test_whose_act_a_symbol_stands_for(text: str, date: str | None, sender: str | None, reason: str) -> None:
    told = [(one.described.date, one.described.sender) for one in relations(text)]
    assert [pair for pair in told if any(pair)] == ([(date, sender)] if date else []), reason

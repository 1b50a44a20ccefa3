"""Late patterns: the same answers as `re.compile`, and nothing compiled before the first question."""

from __future__ import annotations

import re

import pytest

from corpus.patterns import late


@pytest.mark.parametrize("text", ["", "4 March", "the 4 march and 5 MARCH"])
def test_every_method_answers_as_that_of_a_compiled_one(text: str) -> None:
    expression = r"(?P<day>\d) march"
    ours, theirs = late(expression, re.I), re.compile(expression, re.I)
    for _ in range(2):  # the first question compiles, the second finds it done
        assert [m.span() for m in ours.finditer(text)] == [m.span() for m in theirs.finditer(text)]
        assert ours.findall(text) == theirs.findall(text)
        assert ours.sub("x", text) == theirs.sub("x", text)
        assert ours.split(text) == theirs.split(text)
        for one, other in (
            (ours.search, theirs.search),
            (ours.match, theirs.match),
            (ours.fullmatch, theirs.fullmatch),
        ):
            assert (one(text) is None) == (other(text) is None)
    assert ours.pattern == expression


def test_nothing_is_compiled_before_it_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str] = []
    real = re.compile

    def counting(expression: str, flags: int = 0) -> re.Pattern[str]:
        compiled.append(expression)
        return real(expression, flags)

    monkeypatch.setattr(re, "compile", counting)
    pattern = late("unheard of")
    assert compiled == []
    assert pattern.search("a thing unheard of") is not None
    assert pattern.search("again unheard of") is not None
    assert compiled == ["unheard of"]

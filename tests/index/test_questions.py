"""Questions of a desk officer, answered by hand before the search was made: each by its one line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from index.library import Library
from index.results import Request

HERE = Path(__file__).parent
SAMPLE: list[dict[str, Any]] = json.loads((HERE / "sample_questions.json").read_text("utf-8"))
REAL: list[dict[str, Any]] = json.loads((HERE / "real_questions.json").read_text("utf-8"))


def answered(library: Library, asked: dict[str, Any], typing: bool) -> None:
    """`set`: exactly these letters; `top3`: these among the first three."""
    page = library.search(Request(asked["query"], limit=1000, passages=0, prefix_last=typing))
    found = [hit.id for hit in page.hits]
    assert page.total == len(found)
    if asked["how"] == "set":
        assert sorted(found) == sorted(asked["expect"]), asked["question"]
    else:
        assert set(asked["expect"]) <= set(found[:3]), asked["question"]


@pytest.mark.parametrize("typing", [False, True], ids=["whole", "as typed"])
@pytest.mark.parametrize("asked", SAMPLE, ids=[asked["query"] for asked in SAMPLE])
def test_a_question_on_the_sample(sample: Library, asked: dict[str, Any], typing: bool) -> None:
    answered(sample, asked, typing)


@pytest.mark.parametrize("typing", [False, True], ids=["whole", "as typed"])
@pytest.mark.parametrize("asked", REAL, ids=[asked["query"] for asked in REAL])
def test_a_question_on_real_letters(real: Library, asked: dict[str, Any], typing: bool) -> None:
    answered(real, asked, typing)


def test_there_are_as_many_as_were_promised() -> None:
    assert len(REAL) >= 20
    assert len(SAMPLE) >= 10

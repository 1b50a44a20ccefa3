"""Whether the engines find the same: every hit against FTS5, the first ten against tantivy."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

from benchmarks.planted import plans
from benchmarks.workload import Ask, questions

QUESTIONS = 200


def check(engines: dict[str, Any], folder: Path, count: int) -> dict[str, Any]:
    """`hits_equal`: of 200 questions in one field, how many find exactly the same letters as FTS5.

    `overlap`: the mean share of tantivy's first ten that are among ours, for words alone, all of them or any of them.
    `overlap_phrases`: the same for phrases, which Whoosh (and so we) scores as the sum of their words, tantivy by how
    often the phrase stands there.
    """
    asked = questions(folder, count)
    kinds = ("term", "and", "or", "phrase", "prefix", "typing")
    every = [ask for kind in kinds for ask in asked[kind]]
    chosen = random.Random(11).sample(every, min(QUESTIONS, len(every)))
    ours, fts5 = engines["rejoinder"], engines["fts5"]
    numbers = ours.numbers({plan.symbol: plan.number for plan in plans(count)})
    equal = sum({numbers[doc] for doc in ours.every(ask)} == fts5.every(ask) for ask in chosen)
    found: dict[str, Any] = {"hits_equal": f"{equal} of {len(chosen)}"}
    for name, those in (("overlap", ("term", "and", "or")), ("overlap_phrases", ("phrase",))):
        shares = [_share(ours, engines["tantivy"], numbers, ask) for kind in those for ask in asked[kind]]
        kept = [share for share in shares if share is not None]
        found[name] = round(sum(kept) / max(len(kept), 1), 3)
    return found


def _share(ours: Any, tantivy: Any, numbers: list[int], ask: Ask) -> float | None:
    mine = [numbers[doc] for doc in ours.ask(ask)()[1][:10]]
    its = tantivy.ask(ask)()[1][:10]
    return len(set(mine) & set(its)) / len(its) if its else None

"""A beginning in several fields, precomputed where it is common, counts and scores as one that is not."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from whoosh import query
from whoosh.searching import Searcher

from index import evaluate_dense, evaluate_terms, facets
from index.arraysearcher import ArraySearcher
from index.segment import finish
from index.store import open_index
from index.words import Beginning

FIELDS = {"body": 1.0, "title": 2.0, "notes": 0.6}


@pytest.fixture
def searcher(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ArraySearcher]:
    monkeypatch.setattr(finish, "BEGINNING_FROM", 40)
    chance = np.random.default_rng(9)
    vocabulary = ["able", "abler", "about", "bear", "ceremony", "abbot"]
    index = open_index(tmp_path / "library", create=True)
    with index.writer() as writer:
        for number in range(200):
            texts = {name: " ".join(chance.choice(vocabulary, chance.integers(1, 6))) for name in FIELDS}
            year = 2000 + number % 3
            writer.add_document(id=str(number), date=year * 10_000 + 101 + number % 28, year=[str(year)], **texts)
    with index.searcher() as found:
        yield found


@pytest.mark.parametrize("others", [["bear"], ["bear", "ceremony"], []], ids=str)
@pytest.mark.parametrize("boost", [1.0, 3.0])
def test_both_ways_agree(searcher: ArraySearcher, others: list[str], boost: float) -> None:
    wide = query.Or([Beginning(name, "ab", weight) for name, weight in FIELDS.items()], boost=boost)
    assert evaluate_terms.is_heavy(searcher.ixreader.snapshot, wide)
    tree = query.And([wide, *(query.Term("body", word) for word in others), query.Or([Beginning("title", "a")])])
    slow = {hit.docnum: hit.score for hit in Searcher.search(searcher, tree, limit=None)}
    run = searcher.run(tree, limit=1000)
    assert dict(zip(run.docs.tolist(), run.scores.tolist(), strict=True)) == pytest.approx(slow, rel=1e-5)
    assert run.total == len(slow) > 5


@pytest.mark.parametrize(
    "tree",
    [
        query.Or([Beginning("body", "ab"), query.Term("body", "bear")]),
        query.Or([Beginning("body", "zz"), Beginning("notes", "zz")]),
        query.Term("body", "bear"),
    ],
    ids=["mixed", "rare", "a term"],
)
def test_what_is_no_common_beginning_is_not_taken_for_one(searcher: ArraySearcher, tree: object) -> None:
    assert not evaluate_terms.is_heavy(searcher.ixreader.snapshot, tree)


def test_beside_a_rare_word_a_common_one_is_not_scored_everywhere(
    searcher: ArraySearcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    tree = query.And([query.Or([query.Term("id", "7")]), words("ab")])
    expected = {hit.docnum: hit.score for hit in Searcher.search(searcher, tree, limit=None)}
    monkeypatch.setattr(evaluate_dense, "scores_over_all", None)  # a call would be a fault
    run = searcher.run(tree, limit=10)
    assert dict(zip(run.docs.tolist(), run.scores.tolist(), strict=True)) == pytest.approx(expected, rel=1e-5)
    assert expected


def words(*texts: str, boost: float = 1.0) -> query.Or:
    """Beginnings, all in each of the fields."""
    return query.Or([Beginning(name, text, FIELDS[name]) for text in texts for name in FIELDS], boost=boost)


@pytest.mark.parametrize("gone", [[], range(0, 200, 7)], ids=["all", "some deleted"])
@pytest.mark.parametrize(
    "tree",
    [
        words("ab"),
        words("ab", boost=2.0),
        query.And([words("ab"), words("bear")]),
        query.And([words("abl"), words("cer"), words("be")], boost=0.5),
        query.And([words("ab"), words("zz")]),
    ],
    ids=str,
)
def test_pages_of_common_words_are_those_of_a_sort(searcher: ArraySearcher, tree: query.Query, gone: range) -> None:
    """As Whoosh finds and scores them; every page, and nothing behind the last."""
    if gone:
        index = open_index(searcher.ixreader.snapshot.segments[0].path.parents[1])
        with index.writer() as writer:
            for number in gone:
                writer.delete_by_term("id", str(number))
        searcher = index.searcher()
    slow = {hit.docnum: hit.score for hit in Searcher.search(searcher, tree, limit=None)}
    snapshot = searcher.ixreader.snapshot
    pages = [
        searcher.run(tree, limit=30, offset=offset, timeline=True, facets=("year",)) for offset in range(0, 240, 30)
    ]
    found = {doc: score for page in pages for doc, score in zip(page.docs.tolist(), page.scores.tolist(), strict=True)}
    assert found == pytest.approx(slow, rel=1e-5)
    assert list(found) == sorted(found, key=lambda doc: (-found[doc], doc))
    assert {page.total for page in pages} == {len(slow)}
    docs = np.array(sorted(slow), dtype=np.uint32)
    assert pages[0].months == facets.months(snapshot, len(docs), docs)
    assert pages[0].facets == {"year": facets.count(snapshot, "year", docs)}

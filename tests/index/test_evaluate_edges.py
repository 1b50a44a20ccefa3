"""The corners of evaluation: nothing to find, fields unknown, limits, few and many letters, both ways of one answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from whoosh import query
from whoosh.query.spans import SpanNear2
from whoosh.searching import Searcher

from index import evaluate_terms, heap
from index.answered import Answered
from index.arrayindex import ArrayIndex
from index.arraysearcher import ArraySearcher
from index.evaluate import Evaluator, any_of, intersection
from index.results import Cancelled
from index.scoring import NOTHING, Hits
from index.segment import finish
from index.segment.arrays import best
from index.words import Beginning, Inflected
from tests.index.segments import fields, library

N = 400
WORDS = ["the", "post", "customs", "coast", "able", "abler"]


def T(word: str, field: str = "body", boost: float = 1.0) -> query.Term:
    return query.Term(field, word, boost=boost)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> ArrayIndex:
    """Letters enough that few hits are added up otherwise than many, in two segments."""
    chance = np.random.default_rng(11)
    made = []
    for number in range(N):
        words = chance.choice(
            ["the", "post", "customs", "coast", "able", "abler"], int(chance.integers(2, 20))
        ).tolist()
        words += ["rarely"] * (number in (7, 9, 380)) + ["rarest"] * (number in (9, 11, 380))
        words += [f"w{number % 60:02}x"] if number % 3 == 0 else []
        keys = [f"A/60/{number}"]
        answers = [f"A/60/{number - 5}"] if number % 50 == 7 else []
        date = 20060101 + number % 28 if number % 5 else None
        made.append(fields(number, " ".join(words), title=" ".join(words[:2]), key=keys, answers=answers, date=date))
    return library(tmp_path_factory.mktemp("edges"), made[:350], made[350:])


@pytest.fixture
def searcher(index: ArrayIndex) -> ArraySearcher:
    return index.searcher()


def slow(searcher: ArraySearcher, tree: Any) -> dict[int, float]:
    return {hit.docnum: hit.score for hit in Searcher.search(searcher, tree, limit=None)}


def quick(searcher: ArraySearcher, tree: Any) -> dict[int, float]:
    hits = Evaluator(searcher).hits(tree)
    assert hits.docs.dtype == np.uint32
    assert (np.diff(hits.docs.astype(np.int64)) > 0).all()
    return dict(zip(hits.docs.tolist(), hits.scores().tolist(), strict=True))


DATES = query.NumericRange("date", 20060105, 20060112, boost=1.5)
AGREE: list[tuple[Any, int]] = [
    (query.Or([T("rarely"), T("rarest")]), 4),
    (query.Or([T("rarely"), T("rarest")], boost=2.0), 4),
    (query.Or([T("the"), T("post"), T("rarely")]), 300),
    (query.Or([T("the", boost=3.0), T("customs", "title")]), 300),
    (query.Or([T("nothing"), T("rarest")]), 3),
    (query.Or([T("rarely"), T("rarest")], scale=0.5), 4),
    (query.Or([T("rarely"), query.Not(T("the"))]), 4),
    (query.Or([T("nothing"), T("nowhere")]), 0),
    (query.And([T("rarely"), T("the")]), 1),
    (query.And([T("the"), T("rarely")]), 1),
    (query.And([T("the"), T("post"), T("customs")]), 100),
    (query.And([T("nothing"), query.Not(T("the"))]), 0),
    (query.And([T("rarely"), query.Not(T("rarest"))]), 1),
    (query.And([T("the"), DATES, T("post")]), 20),
    (query.And([DATES, T("rarely")], boost=3.0), 1),
    (query.And([T("the"), query.NumericRange("date", 20060103, None), DATES]), 40),
    (query.And([DATES, query.NumericRange("date", 20060107, None, startexcl=True)]), 10),
    (query.AndMaybe(T("rarely"), T("rarest")), 3),
    (query.Phrase("body", ["the", "post"]), 50),
    (query.Phrase("body", ["rarely", "rarest"]), 2),
    (SpanNear2([T("the"), T("post"), T("customs")], slop=3, ordered=False), 50),
    (SpanNear2([T("rarest"), T("rarely")], slop=2, ordered=False), 2),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(AGREE)))
def test_arrays_and_matchers_agree_over_few_and_many(searcher: ArraySearcher, number: int) -> None:
    tree, least = AGREE[number]
    expected = slow(searcher, tree)
    assert len(expected) >= least
    assert quick(searcher, tree) == pytest.approx(expected, rel=1e-5), repr(tree)


@pytest.mark.parametrize(
    "tree",
    [
        T("the", "nosuch"),
        Beginning("nosuch", "the"),
        Inflected("nosuch", "the"),
        query.Phrase("nosuch", ["the", "post"]),
        query.Phrase("sender", ["the", "post"]),
        query.Phrase("body", ["the", "nothing"]),
        query.Wildcard("nosuch", "th?"),
        query.Prefix("nosuch", "th"),
        query.FuzzyTerm("body", "zzzzzzz", maxdist=1),
        query.NumericRange("year", 1, 2),
        query.NumericRange("date", 20060105, 20060104),
        query.NumericRange("date", 20070101, None),
        query.NumericRange("date", None, 20060101, endexcl=True),
        query.NumericRange("date", 20060110, 20060110, startexcl=True),
        T("x", "date"),
        query.NullQuery,
    ],
    ids=repr,
)
def test_nothing_is_found(searcher: ArraySearcher, tree: Any) -> None:
    hits = Evaluator(searcher).hits(tree)
    assert len(hits) == len(hits.scores()) == 0
    run = searcher.run(tree)
    assert (run.total, run.docs.tolist()) == (0, [])


@pytest.mark.parametrize(
    ("start", "end", "options", "days"),
    [
        (20060105, 20060105, {}, {5}),
        (20060105, 20060107, {}, {5, 6, 7}),
        (20060105, 20060107, {"startexcl": True}, {6, 7}),
        (20060105, 20060107, {"endexcl": True}, {5, 6}),
        (None, 20060102, {}, {1, 2}),
        (20060127, None, {}, {27, 28}),
        (None, None, {}, set(range(1, 29))),
        (0, 20060101, {}, {1}),
        (-5, 20060101, {}, {1}),
    ],
)
def test_dates_between(searcher: ArraySearcher, start: Any, end: Any, options: Any, days: set[int]) -> None:
    found = set(quick(searcher, query.NumericRange("date", start, end, **options)))
    assert found == {number for number in range(N) if number % 5 and number % 28 + 1 in days}


def test_every_letter_and_those_with_a_field(searcher: ArraySearcher) -> None:
    assert set(quick(searcher, query.Every())) == set(range(N))
    assert set(quick(searcher, query.Every("answers"))) == {number for number in range(N) if number % 50 == 7}
    assert quick(searcher, query.Every("answers", boost=2.0))[57] == 2.0
    assert set(quick(searcher, query.Wildcard("answers", "*"))) == set(quick(searcher, query.Prefix("answers", "")))


def test_answered_letters_score_alike(searcher: ArraySearcher) -> None:
    assert quick(searcher, Answered()) == {number - 5: 1.0 for number in range(N) if number % 50 == 7}


@pytest.mark.parametrize(("words", "postings"), [(5, 10**9), (10**9, 25), (10**9, 1)])
def test_an_expansion_stops_at_either_limit(
    searcher: ArraySearcher, monkeypatch: pytest.MonkeyPatch, words: int, postings: int
) -> None:
    monkeypatch.setattr(evaluate_terms, "EXPANSIONS", words)
    monkeypatch.setattr(evaluate_terms, "POSTINGS", postings)
    evaluator = Evaluator(searcher)
    hits = evaluator.hits(query.Prefix("body", "w"))
    evaluator.hits(query.Prefix("body", "w"))
    # Twenty words of six or seven letters each; one word is searched however common it is.
    kept = {(5, 10**9): 5, (10**9, 25): 3, (10**9, 1): 1}[words, postings]
    assert evaluator.notices == [f"w: the {kept} commonest of 20 words were searched."]
    assert kept * 6 <= len(hits) <= kept * 7


@pytest.mark.parametrize("count", [0, 1, 5, 40, 399, 400])
def test_what_two_lists_share_either_way_round(count: int) -> None:
    chance = np.random.default_rng(count)
    a = np.sort(chance.choice(N, count, replace=False)).astype(np.uint32)
    for size in (0, 1, 12, 200, N):
        b = np.sort(chance.choice(N, size, replace=False)).astype(np.uint32)
        in_a, in_b = intersection(a, b, N)
        assert a[in_a].tolist() == b[in_b].tolist() == sorted(set(a.tolist()) & set(b.tolist()))


def test_parts_are_added_up_alike_however_many_they_are() -> None:
    norm = np.linspace(0.3, 3, N).astype(np.float32)
    many, few = np.arange(0, N, 2, dtype=np.uint32), np.array([1, 2, 399], dtype=np.uint32)
    common = Hits(many, (many % 7 + 1).astype(np.uint8), norm, 2.5)
    rare = Hits(few, np.array([3, 1, 2], dtype=np.uint8), norm, 4.0)
    silent = Hits(np.array([3, 4], dtype=np.uint32), factor=0.0)
    assert common.over_all(N)[many].tolist() == pytest.approx(common.scores().tolist())
    assert np.count_nonzero(common.over_all(N)) == len(many)
    for parts in ([common, rare], [rare, common], [common, rare, silent], [silent, common, NOTHING]):
        expected: dict[int, float] = {}
        for part in parts:
            for doc, score in zip(part.docs.tolist(), part.scores().tolist(), strict=True):
                expected[doc] = expected.get(doc, 0.0) + score
        found = any_of(parts, N)
        assert dict(zip(found.docs.tolist(), found.scores().tolist(), strict=True)) == pytest.approx(expected)
    assert any_of([NOTHING, rare], N) is rare
    assert any_of([], N) is NOTHING


@pytest.mark.parametrize(("size", "by_table"), [(13, False), (12, True), (1, True)])
def test_a_short_list_is_looked_up_in_one_twelve_times_as_long(size: int, by_table: bool) -> None:
    few, many = np.array([4], dtype=np.uint32), np.arange(size, dtype=np.uint32)
    for one, other in ((few, many), (many, few)):
        if by_table:
            with pytest.raises(IndexError):  # a table over no documents has no place for any
                intersection(one, other, 0)
        else:
            assert [found.tolist() for found in intersection(one, other, 0)] == [[0], [4]][:: 1 if one is few else -1]


@pytest.mark.parametrize(("most", "by_table"), [(22, False), (23, True)])
def test_few_hits_are_added_by_sorting(most: int, by_table: bool) -> None:
    parts = [Hits(np.arange(N, N + size, dtype=np.uint32)) for size in (2, most)]
    if by_table:
        with pytest.raises(IndexError):
            any_of(parts, N)
    else:
        assert any_of(parts, N).scores().tolist() == [2.0] * 2 + [1.0] * (most - 2)


@pytest.mark.parametrize(("size", "in_order"), [(50, False), (51, True)])
@pytest.mark.parametrize("normed", [True, False])
def test_only_common_words_are_added_in_order_of_memory(
    monkeypatch: pytest.MonkeyPatch, size: int, in_order: bool, normed: bool
) -> None:
    asked: list[int] = []
    over_all = Hits.over_all

    def noted(hits: Hits, total: int) -> Any:
        asked.append(len(hits))
        return over_all(hits, total)

    monkeypatch.setattr(Hits, "over_all", noted)
    norm = np.ones(N, dtype=np.float32)
    common = Hits(np.arange(size, dtype=np.uint32), np.ones(size, np.uint8), norm if normed else None)
    any_of([common, Hits(np.arange(3, dtype=np.uint32), np.ones(3, np.uint8), norm)], N)
    assert asked == ([size] if in_order and normed else [])


@pytest.mark.parametrize("ties", [False, True])
@pytest.mark.parametrize(("n", "k"), [(3, 5), (100, 10), (1000, 1), (1000, 50), (4097, 128)])
def test_the_best_are_those_of_a_sort(n: int, k: int, ties: bool) -> None:
    chance = np.random.default_rng(n + k)
    scores = (chance.integers(0, 5, n) if ties else chance.random(n)).astype(np.float32)
    assert best(scores, k).tolist() == sorted(range(n), key=lambda at: (-scores[at], at))[:k]


@pytest.mark.parametrize("boost", [1.0, 2.0])
def test_one_common_beginning_beside_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, boost: float) -> None:
    monkeypatch.setattr(finish, "BEGINNING_FROM", 20)
    made = [fields(n, f"{'abler ' * (n % 4)} post", title="able" if n % 3 == 0 else "x") for n in range(60)]
    searcher = library(tmp_path, made[:50], made[50:]).searcher()
    wide = query.Or([Beginning("body", "ab", 3.0), Beginning("title", "ab")], boost=boost)
    assert evaluate_terms.is_heavy(searcher.ixreader.snapshot, wide)
    tree = query.And([wide, T("post")])
    expected = slow(searcher, tree)
    assert set(expected) == {n for n in range(60) if n % 4 or n % 3 == 0}
    assert quick(searcher, tree) == pytest.approx(expected, rel=1e-5)


def test_a_pattern_is_given_up_between_two_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(evaluate_terms, "TRIED", 2)
    searcher = library(tmp_path, [fields(n, f"wo{chr(97 + n)}rd") for n in range(20)]).searcher()
    looks: list[int] = []

    def given_up() -> bool:
        looks.append(1)
        return len(looks) > 6

    tree = query.Wildcard("body", "*o?rd")
    with pytest.raises(Cancelled):
        searcher.run(tree, cancel=given_up)
    assert searcher.run(tree).total == 20


def test_terms_added_up_in_parts_count_as_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searcher = library(tmp_path, [fields(n, f"post {'w' * (n % 5 + 1)} x") for n in range(60)]).searcher()
    tree = query.Prefix("body", "w")
    together = quick(searcher, tree)
    monkeypatch.setattr(evaluate_terms, "SHARE", 15)
    assert quick(searcher, tree) == pytest.approx(together, rel=1e-6)
    assert len(together) == 60


def test_an_empty_library_answers_everything_with_nothing(tmp_path: Path) -> None:
    index = library(tmp_path, [fields(1)])
    with index.writer() as writer:
        writer.delete_by_term("id", "L1")
    empty = index.searcher()
    for tree in (T("common"), Beginning("body", "co"), query.Phrase("body", ["common", "common"]), query.Every()):
        assert empty.run(tree).total == 0


def test_the_allocator_is_told_once() -> None:
    assert heap.keep_pages() is heap.keep_pages()

"""What queries find and how it is scored, against a model in plain Python over a few small letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from math import log
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from whoosh import query
from whoosh.query.spans import SpanFirst, SpanNear2

from index import evaluate_terms, tops
from index.arrayindex import ArrayIndex
from index.arraysearcher import ArraySearcher, Run
from index.results import Cancelled
from index.segment import finish
from index.words import Beginning, Inflected
from tests.index.segments import fields, library

_WORDS = """post post the the the customs customs cost coast lighthouse violate violated violating A/79/8 türkiye
island"""
WORDS = _WORDS.split()
Letter = dict[str, Any]
N = 90


def letters() -> list[Letter]:
    chance = np.random.default_rng(4)
    made = []
    for number in range(N):
        body = chance.choice(WORDS, int(chance.integers(1, 14))).tolist()
        title = chance.choice(WORDS, int(chance.integers(0, 4))).tolist()
        senders = list(
            dict.fromkeys(chance.choice(["Penwick", "Sarnholt", "Türkiye"], int(chance.integers(1, 3))).tolist())
        )
        date = (
            0 if number % 13 == 5 else 20050101 + 10000 * int(chance.integers(0, 4)) + 100 * int(chance.integers(0, 12))
        )
        body += {20: ["rarely"], 21: ["rarely", "rarest"], 22: ["rarest"]}.get(number, [])
        made.append({"number": number, "body": body, "title": title, "sender": senders, "date": date})
    return made


LETTERS = letters()


def document(letter: Letter) -> dict[str, Any]:
    number, date = letter["number"], letter["date"]
    more: dict[str, Any] = {"title": " ".join(letter["title"]), "sender": letter["sender"], "date": date or None}
    more["year"] = [str(date // 10000)] if date else []
    more["order"] = f"a/{(number * 37) % N:08}" if number % 7 else None
    return fields(number, " ".join(letter["body"]), **more)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> ArrayIndex:
    """Three segments, nothing deleted: the statistics are those of the letters."""
    made = [document(letter) for letter in LETTERS]
    return library(tmp_path_factory.mktemp("whole"), made[:82], made[82:86], made[86:])


@pytest.fixture(scope="module")
def less(tmp_path_factory: pytest.TempPathFactory) -> ArrayIndex:
    """The same, and every eleventh deleted."""
    made = [document(letter) for letter in LETTERS]
    index = library(tmp_path_factory.mktemp("less"), made[:82], made[82:86], made[86:])
    with index.writer() as writer:
        for number in range(0, N, 11):
            assert writer.delete_by_term("id", f"L{number}") == 1
    assert index.snapshot.live is not None
    return index


def folded(words: list[str]) -> list[str]:
    return [{"türkiye": "turkiye", "A/79/8": "a/79/8"}.get(word, word) for word in words]


def places(words: list[str], wanted: str) -> list[int]:
    return [place for place, word in enumerate(folded(words)) if re.fullmatch(wanted, word)]


def in_order(words: list[str], wanted: list[str], slop: int) -> bool:
    ends = set(places(words, wanted[0]))
    for word in wanted[1:]:
        ends = {place for place in places(words, word) if any(1 <= place - end <= slop for end in ends)}
    return bool(ends)


def near(words: list[str], wanted: list[str], slop: int) -> bool:
    spans = {(place, place) for place in places(words, wanted[0])}
    for word in wanted[1:]:
        found = places(words, word)
        spans = {(s, p) for s, e in spans for p in found if 1 <= p - e <= slop} | {
            (p, e) for s, e in spans for p in found if 1 <= s - p <= slop
        }
    return bool(spans)


def body(pattern: str) -> Callable[[Letter], bool]:
    return lambda letter: bool(places(letter["body"], pattern))


def T(word: str, field: str = "body", boost: float = 1.0) -> query.Term:
    return query.Term(field, word, boost=boost)


CASES: list[tuple[Any, Callable[[Letter], bool]]] = [
    (T("customs"), body("customs")),
    (T("the"), body("the")),
    (T("turkiye"), body("turkiye")),
    (query.And([T("the"), T("post")]), lambda x: body("the")(x) and body("post")(x)),
    (T("a/79/8"), body("a/79/8")),
    (T("absent"), lambda _: False),
    (T("x", "nofield"), lambda _: False),
    (T("customs", "title"), lambda x: "customs" in x["title"]),
    (T("turkiye", "sender"), lambda x: "Türkiye" in x["sender"]),
    (query.Every(), lambda _: True),
    (query.Every("title"), lambda x: bool(x["title"])),
    (query.NullQuery, lambda _: False),
    (query.And([T("customs"), T("post")]), lambda x: body("customs")(x) and body("post")(x)),
    (query.And([T("customs"), T("absent")]), lambda _: False),
    (query.And([T("customs"), query.Not(T("post"))]), lambda x: body("customs")(x) and not body("post")(x)),
    (query.And([T("the"), query.Not(T("post")), query.Not(T("cost"))]),
     lambda x: body("the")(x) and not body("post|cost")(x)),
    (query.And([query.Not(T("post"))]), lambda x: not body("post")(x)),
    (query.Not(T("the")), lambda x: not body("the")(x)),
    (query.Or([T("coast"), T("island")]), body("coast|island")),
    (query.Or([T("absent"), T("island")]), body("island")),
    (query.Or([T("rarely"), T("rarest")]), body("rare.*")),
    (query.Prefix("body", "rare"), body("rare.*")),
    (query.And([T("rarest"), T("the"), query.Not(T("rarely"))]),
     lambda x: body("rarest")(x) and body("the")(x) and not body("rarely")(x)),
    (SpanNear2([T("the"), query.FuzzyTerm("body", "coast", maxdist=1)], slop=2, ordered=True),
     lambda x: in_order(x["body"], ["the", "coast|cost"], 2)),
    (SpanNear2([T("rarely"), T("rarest")], slop=1, ordered=True), lambda x: x["number"] == 21),
    (SpanNear2([T("rarest"), T("rarely")], slop=1, ordered=False), lambda x: x["number"] == 21),
    (query.Phrase("body", ["rarely", "rarest"]), lambda x: x["number"] == 21),
    (query.Or([T("absent"), T("gone")]), lambda _: False),
    (query.Or([T("coast"), query.Not(T("the"))]), lambda x: body("coast")(x) or not body("the")(x)),
    (query.AndNot(T("the"), T("coast")), lambda x: body("the")(x) and not body("coast")(x)),
    (query.AndMaybe(T("coast"), T("the")), body("coast")),
    (query.Require(T("coast"), T("the")), lambda x: body("coast")(x) and body("the")(x)),
    (query.DisjunctionMax([T("coast"), T("coast", "title")]), lambda x: "coast" in x["body"] + x["title"]),
    (query.ConstantScoreQuery(T("coast"), 2.5), body("coast")),
    (query.Prefix("body", "co"), body("co.*")),
    (query.Prefix("body", "zz"), lambda _: False),
    (query.Prefix("body", ""), lambda _: True),
    (query.Prefix("sender", "p"), lambda x: "Penwick" in x["sender"]),
    (query.Prefix("nofield", "p"), lambda _: False),
    (query.Wildcard("body", "c*st"), body("c.*st")),
    (query.Wildcard("body", "?o*t"), body(".o.*t")),
    (query.Wildcard("body", "*"), lambda _: True),
    (query.FuzzyTerm("body", "cust", maxdist=1, prefixlength=0), body("cost")),
    (query.FuzzyTerm("body", "pots", maxdist=1, prefixlength=0), body("post")),  # two letters changed places
    (query.FuzzyTerm("body", "coast", maxdist=1), body("coast|cost")),
    (query.FuzzyTerm("body", "fost", maxdist=1, prefixlength=1), lambda _: False),
    (query.FuzzyTerm("body", "coats", maxdist=2), body("coast|cost")),
    (query.TermRange("body", "co", "customs"), body("co.*|customs")),
    (query.TermRange("body", "coast", "customs", startexcl=True, endexcl=True), body("cost")),
    (query.NumericRange("date", 20060101, 20061231), lambda x: 20060101 <= x["date"] <= 20061231),
    (query.NumericRange("date", 20060101, None), lambda x: x["date"] >= 20060101),
    (query.NumericRange("date", None, 20051231), lambda x: 0 < x["date"] <= 20051231),
    (query.NumericRange("date", 20060101, 20070101, startexcl=True, endexcl=True),
     lambda x: 20060101 < x["date"] < 20070101),
    (query.NumericRange("date", 20071231, 20060101), lambda _: False),
    (query.Phrase("body", ["customs", "post"]), lambda x: in_order(x["body"], ["customs", "post"], 1)),
    (query.Phrase("body", ["the", "the", "post"]), lambda x: in_order(x["body"], ["the", "the", "post"], 1)),
    (query.Phrase("body", ["customs", "post"], slop=3), lambda x: in_order(x["body"], ["customs", "post"], 3)),
    (query.Phrase("body", ["the", "customs", "the"], slop=2),
     lambda x: in_order(x["body"], ["the", "customs", "the"], 2)),
    (query.Phrase("body", ["customs", "absent"]), lambda _: False),
    (query.Phrase("body", ["customs"]), body("customs")),
    (query.Phrase("sender", ["penwick", "sarnholt"]), lambda _: False),
    (SpanNear2([T("customs"), T("post")], slop=2, ordered=False), lambda x: near(x["body"], ["customs", "post"], 2)),
    (SpanNear2([T("the"), T("coast"), T("post")], slop=3, ordered=False),
     lambda x: near(x["body"], ["the", "coast", "post"], 3)),
    (SpanNear2([T("the"), query.Prefix("body", "viol")], slop=2, ordered=True),
     lambda x: in_order(x["body"], ["the", "viol.*"], 2)),
    (SpanNear2([Inflected("body", "violated"), T("post")], slop=1, ordered=True),
     lambda x: in_order(x["body"], ["violat(e|ed|ing)", "post"], 1)),
    (SpanNear2([T("the"), query.FuzzyTerm("body", "coast", maxdist=1)], slop=1, ordered=True),
     lambda x: in_order(x["body"], ["the", "coast|cost"], 1)),
    (SpanNear2([T("the"), T("post"), T("cost")], slop=2, ordered=True, mindist=1),
     lambda x: in_order(x["body"], ["the", "post", "cost"], 2)),
    (SpanFirst(T("customs")), lambda x: x["body"][0] == "customs"),  # a node for Whoosh's own matchers
    (Inflected("body", "violating"), body("violat(e|ed|ing)")),
    (Inflected("body", "absent"), lambda _: False),
    (Beginning("body", "vio"), body("vio.*")),
    (Beginning("body", "zz"), lambda _: False),
    (Beginning("nofield", "a"), lambda _: False),
    (query.And([T("the"), Beginning("body", "co")]), lambda x: body("the")(x) and body("co.*")(x)),
    (query.And([Beginning("body", "co"), Beginning("body", "p")]), lambda x: body("co.*")(x) and body("p.*")(x)),
]  # fmt: skip


def found(searcher: ArraySearcher, run: Run) -> list[int]:
    return [int(searcher.row(doc).id[1:]) for doc in run.docs.tolist()]


@pytest.mark.parametrize("number", range(len(CASES)))
def test_a_query_finds_what_the_model_finds(whole: ArrayIndex, less: ArrayIndex, number: int) -> None:
    tree, accepts = CASES[number]
    expected = {letter["number"] for letter in LETTERS if accepts(letter)}
    for index, gone in ((whole, set[int]()), (less, set(range(0, N, 11)))):
        searcher = index.searcher()
        run = searcher.run(tree, limit=200)
        assert set(found(searcher, run)) == expected - gone, repr(tree)
        assert run.total == len(expected - gone)
        page = searcher.run(tree, limit=3, offset=2)
        assert page.docs.tolist() == run.docs.tolist()[2:5], "a page is a part of the whole"
        assert page.total == run.total
        assert searcher.run(tree, limit=0).total == run.total
        assert run.scores.tolist() == sorted(run.scores.tolist(), reverse=True)


def bm25(words_of: Callable[[Letter], list[str]], pattern: str, letter: Letter) -> float:
    """BM25 with k1 = 1.2 and b = 0.75, and Whoosh's idf; 0 where it does not stand there."""
    counts = [len(places(words_of(each), pattern)) for each in LETTERS]
    tf = counts[letter["number"]]
    average = sum(len(words_of(each)) for each in LETTERS) / N
    norm = 1.2 * (0.25 + 0.75 * len(words_of(letter)) / average)
    return (log(N / (sum(count > 0 for count in counts) + 1)) + 1) * tf * 2.2 / (tf + norm)


def in_body(letter: Letter) -> list[str]:
    return list(letter["body"])


def in_title(letter: Letter) -> list[str]:
    return list(letter["title"])


def b(pattern: str) -> Callable[[Letter], float]:
    return lambda letter: bm25(in_body, pattern, letter)


SCORES: list[tuple[Any, Callable[[Letter], float]]] = [
    (T("customs"), b("customs")),
    (T("customs", boost=2.5), lambda x: 2.5 * b("customs")(x)),
    (T("penwick", "sender", boost=1.5), lambda _: 1.5),
    (query.And([T("customs"), T("post")]), lambda x: b("customs")(x) + b("post")(x)),
    (query.And([T("customs"), T("post")], boost=2.0), lambda x: 2 * (b("customs")(x) + b("post")(x))),
    (query.And([T("customs"), query.Not(T("post")), query.Not(T("cost"))]), lambda x: b("customs")(x) + 2),
    (query.Or([T("coast"), T("island")]), lambda x: b("coast")(x) + b("island")(x)),
    (query.Or([T("rarely"), T("rarest")]), lambda x: b("rarely")(x) + b("rarest")(x)),
    (query.Prefix("body", "rare"), lambda x: b("rarely")(x) + b("rarest")(x)),
    (query.Or([T("coast"), T("coast", "title")], boost=3.0),
     lambda x: 3 * (b("coast")(x) + bm25(in_title, "coast", x))),
    (query.DisjunctionMax([T("coast"), T("the"), T("penwick", "sender")], boost=2.0),
     lambda x: 2 * max(b("coast")(x), b("the")(x), float("Penwick" in x["sender"]))),
    (query.AndMaybe(T("coast"), T("the")), lambda x: b("coast")(x) + b("the")(x)),
    (query.And([query.AndMaybe(T("coast"), T("the")), T("post")]),
     lambda x: b("coast")(x) + b("the")(x) + b("post")(x)),
    (query.Require(T("coast"), T("the")), b("coast")),
    (query.AndNot(T("the"), T("coast")), b("the")),
    (query.ConstantScoreQuery(T("coast"), 2.5), lambda _: 2.5),
    (query.Every(boost=1.5), lambda _: 1.5),
    (query.Prefix("body", "co", boost=2.0), lambda x: 2 * (b("cost")(x) + b("coast")(x))),
    (query.Wildcard("body", "c*s*"), lambda x: b("cost")(x) + b("coast")(x) + b("customs")(x)),
    (query.NumericRange("date", 20060101, 20071231, boost=1.5), lambda _: 1.5),
    (query.Phrase("body", ["customs", "post"], boost=2.0), lambda x: 2 * (b("customs")(x) + b("post")(x))),
    (SpanNear2([T("customs"), T("post")], slop=2, ordered=False), lambda x: b("customs")(x) + b("post")(x)),
    (Inflected("body", "violate", boost=2.0), lambda x: 2 * b("violat(e|ed|ing)")(x)),
    (Beginning("body", "co"), b("co.*")),
    (query.And([T("the"), Beginning("body", "co")]), lambda x: b("the")(x) + b("co.*")(x)),
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(SCORES)))
def test_a_query_scores_as_the_model_does(whole: ArrayIndex, number: int) -> None:
    tree, score = SCORES[number]
    searcher = whole.searcher()
    run = searcher.run(tree, limit=200)
    assert run.total
    for own, given in zip(found(searcher, run), run.scores.tolist(), strict=True):
        assert given == pytest.approx(score(LETTERS[own]), rel=1e-5), repr(tree)


@pytest.mark.parametrize("deleted", [False, True])
@pytest.mark.parametrize("tree", [T("the"), Beginning("body", "co"), query.And([T("the"), Beginning("body", "c")])])
def test_precomputed_parts_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tree: Any, deleted: bool
) -> None:
    made = [document(letter) for letter in LETTERS]
    plain = library(tmp_path / "plain", made[:80], made[80:])
    for module, name, value in (
        (finish, "TOP_FROM", 20),
        (finish, "BEGINNING_FROM", 20),
        (finish, "TOP", 16),
        (tops, "TOP", 16),
    ):
        monkeypatch.setattr(module, name, value)
    from index.segment import read

    monkeypatch.setattr(read, "TOP", 16)
    quick = library(tmp_path / "quick", made[:80], made[80:])
    for index in (plain, quick) if deleted else ():
        with index.writer() as writer:
            for number in (3, 8, 30, 81):
                writer.delete_by_term("id", f"L{number}")
    assert quick.snapshot.segments[0].beginning("body", b"co") is not None
    assert quick.snapshot.segments[0].top(quick.snapshot.segments[0].find("body", b"the")) is not None
    for limit in (1, 5, 16, 50):
        one, two = (index.searcher().run(tree, limit=limit) for index in (plain, quick))
        assert one.total == two.total
        assert one.docs.tolist() == two.docs.tolist()
        assert one.scores.tolist() == pytest.approx(two.scores.tolist())
    counted = quick.searcher().run(tree, limit=5, facets=("sender",))
    assert counted.docs.tolist() == plain.searcher().run(tree, limit=5).docs.tolist()
    assert counted.total == len(counted.matched)


def test_the_precomputed_best_answer_single_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(finish, "TOP_FROM", 20)
    index = library(tmp_path, [document(letter) for letter in LETTERS] * 4)
    assert tops.top(index.snapshot, T("the"), 10) is not None
    assert tops.top(index.snapshot, T("the", "sender"), 10) is None
    assert tops.top(index.snapshot, T("the"), 10_000) is None
    assert tops.top(index.snapshot, query.Or([T("the")]), 10) is None


@pytest.mark.parametrize(
    ("sort", "key"),
    [
        ("-date", lambda x: (x["date"] == 0, -x["date"], x["number"])),
        ("date", lambda x: (x["date"] == 0, x["date"], x["number"])),
        ("symbol", lambda x: (x["number"] % 7 == 0, x["number"] * 37 % N if x["number"] % 7 else 0, x["number"])),
    ],
)
def test_results_are_sorted(whole: ArrayIndex, less: ArrayIndex, sort: str, key: Callable[[Letter], Any]) -> None:
    for index, gone in ((whole, set[int]()), (less, set(range(0, N, 11)))):
        searcher = index.searcher()
        expected = [x["number"] for x in sorted(LETTERS, key=key) if body("the")(x) and x["number"] not in gone]
        assert found(searcher, searcher.run(T("the"), limit=200, sort=sort)) == expected
        assert found(searcher, searcher.run(T("the"), limit=4, offset=3, sort=sort)) == expected[3:7]


def test_filters_narrow_and_do_not_score(whole: ArrayIndex) -> None:
    searcher = whole.searcher()
    narrow = query.And([T("penwick", "sender"), query.NumericRange("date", 20060101, 20071231)])
    run = searcher.run(T("the"), limit=200, filter=narrow)
    kept = {
        x["number"]
        for x in LETTERS
        if body("the")(x) and "Penwick" in x["sender"] and 20060101 <= x["date"] <= 20071231
    }
    assert set(found(searcher, run)) == kept
    for own, score in zip(found(searcher, run), run.scores.tolist(), strict=True):
        assert score == pytest.approx(b("the")(LETTERS[own]), rel=1e-5)


@pytest.mark.parametrize("tree", [T("the"), query.Every(), query.And([T("the"), T("post")]), T("absent")])
def test_facets_and_months_count_every_hit(less: ArrayIndex, tree: Any) -> None:
    run = less.searcher().run(tree, limit=1, facets=("sender", "year", "kind"), timeline=True)
    kept = [x for x in LETTERS if x["number"] % 11 and next(a for t, a in CASES if t == tree)(x)]
    senders = Counter(sender for letter in kept for sender in letter["sender"])
    years = Counter(str(letter["date"] // 10000) for letter in kept if letter["date"])
    months = Counter(f"{x['date'] // 10000}-{x['date'] // 100 % 100:02}" for x in kept if x["date"])
    assert run.facets["sender"] == tuple(sorted(senders.items(), key=lambda pair: (-pair[1], pair[0])))
    assert run.facets["year"] == tuple(sorted(years.items()))
    assert run.facets["kind"] == ()
    counted = zip(run.months.labels, run.months.counts, strict=True)
    assert [(month, count) for month, count in counted if count] == sorted(months.items())
    assert len(run.matched) == run.total


def test_expansions_are_capped_at_the_commonest_and_it_is_said(
    whole: ArrayIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evaluate_terms, "EXPANSIONS", 2)
    searcher = whole.searcher()
    run = searcher.run(query.Prefix("body", "c"), limit=200)
    common = sorted(("customs", "cost", "coast"), key=lambda w: -sum(body(w)(x) for x in LETTERS))[:2]
    assert set(found(searcher, run)) == {x["number"] for x in LETTERS if body("|".join(common))(x)}
    assert run.capped == ("c: the 2 commonest of 3 words were searched.",)
    assert searcher.run(query.Prefix("body", "p")).capped == ()


def test_a_cancelled_query_stops(whole: ArrayIndex) -> None:
    asked: list[int] = []

    def cancel() -> bool:
        asked.append(1)
        return len(asked) > 2

    with pytest.raises(Cancelled):
        whole.searcher().run(query.And([query.Or([T("the"), T("post")]), T("cost")]), cancel=cancel)
    assert len(asked) == 3


def test_words_near_one_are_those_within_its_edits(whole: ArrayIndex) -> None:
    reader = whole.reader()
    assert set(reader.terms_within("body", "cost", 1)) == {"cost", "coast", "post"}
    assert set(reader.terms_within("body", "cost", 1, prefix=1)) == {"cost", "coast"}
    assert set(reader.terms_within("body", "csot", 1)) == {"cost"}
    assert set(reader.terms_within("body", "violating", 2)) == {"violating"}
    assert set(reader.terms_within("body", "violat", 2)) == {"violate", "violated"}
    assert list(reader.terms_within("body", "", 1)) == []
    assert whole.searcher().similar("body", "cosat") == ["coast", "cost"]

"""The library's index in Whoosh's own terms, and its fast path against Whoosh's matchers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.index import Index
from whoosh.qparser import QueryParser
from whoosh.query import spans
from whoosh.reading import TermNotFound
from whoosh.searching import Searcher

from index.arrayindex import ArrayIndex
from index.results import Cancelled, Months
from index.rows import Row
from index.store import open_index
from index.words import Beginning, Inflected

TOLERANCE = 1e-5
"""Relative: our scores have 24 bits, Whoosh's 53."""

LETTERS = [
    "The lighthouse at the customs post was violated",
    "A customs post and the lighthouse keeper who violates treaties",
    "Nothing here but Türkiye’s customs",
    "Violating lighthouse, lighthouse",
    "See A/79/818-S/2025/156 and the customs union of 1998",
]


def add(writer: Any, number: int, body: str, **more: Any) -> None:
    writer.add_document(
        id=f"L{number}",
        body=body,
        title=f"Letter {number}",
        key=[f"A/79/{number}", f"S/2025/{number}"],
        sender=["Kestravia"] if number % 2 else ["Valdmark", "Oronesia"],
        year=str(2000 + number),
        date=20000115 + 10000 * number,
        order=f"{99 - number:03}",
        row=Row(f"L{number}", title=body).dumps(),
        stored=body.encode(),
        **more,
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> ArrayIndex:
    found = open_index(tmp_path_factory.mktemp("library"), create=True)
    with found.writer() as writer:
        for number, body in enumerate(LETTERS):
            add(writer, number, body)
    return found


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("lighthouse", {0, 1, 3}),
        ("LIGHTHOUSE", {0, 1, 3}),  # case folds
        ("turkiye", {2}),  # accents fold
        ("customs AND lighthouse", {0, 1}),
        ("customs NOT lighthouse", {2, 4}),
        ("keeper OR union", {1, 4}),
        ('"customs post"', {0, 1}),
        ('"post customs"', set()),  # order counts
        ('"customs lighthouse"~4', {1}),  # slop: at most four places on
        ("light*", {0, 1, 3}),
        ("l*house", {0, 1, 3}),
        ("sender:KESTRAVIA customs", {1}),
        ("sender:Valdmark", {0, 2, 4}),  # one of two values
        ("title:letter keeper", {1}),
        ("date:[20010101 TO 20021231]", {1, 2}),
        ("key:A/79/3", {3}),
        ("NOT customs", {3}),
        ("absent", set()),
    ],
)
def test_a_whoosh_user_finds(index: ArrayIndex, typed: str, expected: set[int]) -> None:
    with index.searcher() as searcher:
        tree = QueryParser("body", searcher.schema).parse(typed)
        assert {hit.docnum for hit in searcher.search(tree, limit=None)} == expected
        assert {hit.docnum for hit in Searcher.search(searcher, tree, limit=None)} == expected


def test_it_is_a_whoosh_index(index: ArrayIndex) -> None:
    assert isinstance(index, Index)
    assert index.doc_count() == len(LETTERS)
    assert index.up_to_date()
    with index.reader() as reader:
        assert ("body", "customs") in reader
        assert ("body", "absent") not in reader
        assert reader.frequency("body", "lighthouse") == 4
        assert list(reader.expand_prefix("body", "viol")) == [b"violated", b"violates", b"violating"]
        assert reader.stored_fields(2)["stored"] == LETTERS[2].encode()
        with pytest.raises(TermNotFound):
            reader.postings("body", "absent")


def test_inflections_and_beginnings(index: ArrayIndex) -> None:
    with index.searcher() as searcher:
        assert set(searcher.run(Inflected("body", "violate")).docs.tolist()) == {0, 1, 3}
        assert searcher.run(query.Term("body", "violate")).total == 0
        assert set(searcher.run(Beginning("body", "vi")).docs.tolist()) == {0, 1, 3}
        assert {hit.docnum for hit in Searcher.search(searcher, Beginning("body", "vi"))} == {0, 1, 3}


def test_symbols_are_whole_and_found_by_their_keys(index: ArrayIndex) -> None:
    with index.searcher() as searcher:
        assert searcher.run(query.Term("body", "a/79/818")).total == 1
        assert searcher.run(query.Term("body", "818")).total == 0
        assert searcher.keys_with_prefix("A/79/")[:2] == [("A/79/0", (0,)), ("A/79/1", (1,))]
        assert searcher.keys_with_prefix("79/3", fieldname="alias") == [("79/3", (3,))]
        assert searcher.keys_with_prefix("3", fieldname="alias") == [("3", (3,))]


def test_a_run_counts_sorts_and_narrows(index: ArrayIndex) -> None:
    with index.searcher() as searcher:
        run = searcher.run(query.Term("body", "customs"), limit=2, facets=("sender", "year"), timeline=True)
        assert (run.total, len(run.docs)) == (4, 2)
        assert run.facets["sender"] == (("Oronesia", 3), ("Valdmark", 3), ("Kestravia", 1))
        assert run.facets["year"] == (("2000", 1), ("2001", 1), ("2002", 1), ("2004", 1))
        assert run.months == Months(2000 * 12, tuple(int(month in (0, 12, 24, 48)) for month in range(49)))
        everything = query.Every()
        assert searcher.run(everything, sort="-date").docs.tolist() == [4, 3, 2, 1, 0]
        assert searcher.run(everything, sort="date", limit=2, offset=1).docs.tolist() == [1, 2]
        assert searcher.run(everything, sort="symbol").docs.tolist() == [4, 3, 2, 1, 0]
        narrowed = searcher.run(everything, filter=query.Term("sender", "kestravia"))
        assert narrowed.docs.tolist() == [1, 3]
        with pytest.raises(Cancelled):
            searcher.run(everything, cancel=lambda: True)


def test_words_meant(index: ArrayIndex) -> None:
    with index.searcher() as searcher:
        assert searcher.similar("body", "lihgthouse") == ["lighthouse"]
        assert searcher.positions(3, "body", "lighthouse") == [1, 2]


def test_update_delete_and_cancel(tmp_path: Path) -> None:
    index = open_index(tmp_path / "library", create=True)
    with index.writer() as writer:
        for number in range(20):
            add(writer, number, f"common word{number}")
    reader = index.searcher()
    with index.writer() as writer:
        writer.update_document(id="L3", body="replaced", row=Row("L3").dumps())
        writer.delete_by_term("key", "A/79/4")
    searcher = index.searcher()
    assert searcher.run(query.Term("body", "common")).total == 18
    assert searcher.run(query.Term("body", "common"), facets=("year",)).total == 18
    assert searcher.run(query.Term("body", "replaced")).total == 1
    assert searcher.row(int(searcher.run(query.Term("id", "L3")).docs[0])) == Row("L3")
    assert {hit.docnum for hit in Searcher.search(searcher, query.Term("body", "word4"))} == set()
    assert reader.run(query.Term("body", "common")).total == 20, "an older reader keeps its generation"
    writer = index.writer()
    writer.delete_by_term("body", "common")
    writer.cancel()
    assert index.searcher().run(query.Term("body", "common")).total == 18
    with index.writer() as writer:
        assert writer.delete_by_query(query.Prefix("body", "word1")) == 11
    assert index.doc_count() == 8


# What follows generates libraries and queries: the two paths must agree on all of them.
# A pattern, range or fuzzy word of Whoosh's own is by default of "constant score", and what Whoosh then gives depends
# on its choice of matcher: 1 where it preloads (up to 5,000 letters, or 1,024 expansions and more), else the sum of the
# expansions' scores, and the word's own score where there is one expansion. Our fast path always adds up. Scores are
# therefore compared with `constantscore=False`, documents with either. So they are below a `DisjunctionMax`: Whoosh
# gives a letter that matches one side the score which the other side has for its next letter, ours the letter's own.

VOCABULARY = ["aba", "abba", "abe", "bab", "babe", "cab", "cabs", "dab"]
words = st.sampled_from(VOCABULARY)
fields = st.sampled_from(["body", "title", "notes"])
constant = st.sampled_from([False, False, True])
leaves = st.one_of(
    st.builds(query.Term, fields, words, boost=st.sampled_from([1.0, 2.5])),
    st.builds(lambda w: query.Term("sender", w), st.sampled_from(["kestravia", "valdmark", "lumeria"])),
    st.builds(query.Prefix, fields, st.sampled_from(["a", "ab", "ca", "z"]), constantscore=constant),
    st.builds(query.Wildcard, fields, st.sampled_from(["?ab*", "*b", "a*a"]), constantscore=constant),
    st.builds(query.FuzzyTerm, fields, words, constantscore=constant),
    st.builds(query.TermRange, fields, st.just("abb"), words, constantscore=constant),
    st.builds(
        lambda a, b: query.NumericRange("date", a, b),
        st.sampled_from([None, 20000110]),
        st.sampled_from([None, 20000120]),
    ),
    st.builds(
        lambda f, w, slop: query.Phrase(f, w, slop=slop),
        fields,
        st.lists(words, min_size=2, max_size=3),
        st.integers(1, 3),
    ),
    st.builds(
        lambda f, w, slop, ordered: spans.SpanNear2([query.Term(f, x) for x in w], slop=slop, ordered=ordered),
        fields,
        st.lists(words, min_size=2, max_size=3, unique=True),
        st.integers(1, 3),
        st.booleans(),
    ),
    st.builds(
        lambda f, w, slop: spans.SpanNear2([query.Phrase(f, w[:2]), query.Term(f, w[2])], slop=slop, ordered=False),
        fields,
        st.lists(words, min_size=3, max_size=3, unique=True),
        st.integers(1, 3),
    ),
    st.builds(Inflected, fields, st.sampled_from(["cab", "dab"])),
    st.builds(Beginning, fields, st.sampled_from(["a", "b", "cab"])),
)
trees = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.builds(query.And, st.lists(inner, min_size=1, max_size=3)),
        st.builds(query.Or, st.lists(inner, min_size=1, max_size=3)),
        st.builds(lambda a, b: query.And([a, query.Not(b)]), inner, inner),
        st.builds(query.AndMaybe, inner, inner),
        st.builds(query.Require, inner, inner),
        st.builds(query.DisjunctionMax, st.lists(inner, min_size=2, max_size=3)),
        st.builds(query.ConstantScoreQuery, inner, st.sampled_from([0.5, 2.0])),
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> list[ArrayIndex]:
    """The same letters as one segment; as several with deletes; and with every word's best precomputed."""
    chance = np.random.default_rng(79)
    letters = [
        {
            "body": " ".join(chance.choice(VOCABULARY, chance.integers(1, 12))),
            "title": " ".join(chance.choice(VOCABULARY, chance.integers(0, 4))),
            "notes": " ".join(chance.choice(VOCABULARY, chance.integers(0, 30))),
            "sender": str(chance.choice(["Kestravia", "Valdmark"])),
            "date": 20000101 + int(chance.integers(0, 28)),
        }
        for _ in range(120)
    ]
    whole = open_index(tmp_path_factory.mktemp("whole"), create=True)
    with whole.writer() as writer:
        for number, letter in enumerate(letters):
            writer.add_document(id=str(number), **letter)
    pieces = open_index(tmp_path_factory.mktemp("pieces"), create=True)
    for first, last in ((0, 105), (105, 109), (109, 114), (114, 120)):
        with pieces.writer() as writer:
            for number in range(first, last):
                writer.add_document(id=str(number), **letters[number])
            for number in range(first // 3, first // 3 + 1):
                writer.delete_by_term("id", str(number))
    assert len(pieces.parts) > 2
    return [whole, pieces]


def scored(tree: Any) -> bool:
    """Whether Whoosh gives a tree scores that follow from the tree alone."""
    if isinstance(tree, (query.ConstantScoreQuery, query.DisjunctionMax, query.AndMaybe)):
        return isinstance(tree, query.ConstantScoreQuery)
    return all(map(scored, tree.children())) and not (
        isinstance(tree, query.MultiTerm) and getattr(tree, "constantscore", False)
    )


@settings(deadline=None, max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(tree=trees)
def test_both_paths_agree(generated: list[ArrayIndex], tree: Any) -> None:
    for index in generated:
        with index.searcher() as searcher:
            slow = {hit.docnum: hit.score for hit in Searcher.search(searcher, tree, limit=None)}
            run = searcher.run(tree, limit=1000)
            fast = dict(zip(run.docs.tolist(), run.scores.tolist(), strict=True))
            assert fast.keys() == slow.keys()
            assert run.total == len(slow)
            for doc, score in slow.items() if scored(tree) else ():
                assert fast[doc] == pytest.approx(score, rel=TOLERANCE)
            assert sorted(fast.values(), reverse=True) == run.scores.tolist()

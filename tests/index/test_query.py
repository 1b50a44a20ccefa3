"""The query language: what is typed, what is understood, and where a fault is marked."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from whoosh import query
from whoosh.query.spans import SpanNear2

from corpus.errors import QueryError
from index.arraysearcher import ArraySearcher
from index.asked import walk
from index.fields import BY_NAME, FIELDS
from index.grammar import DEPTH, LENGTH, PARTS, Reading
from index.library import Library
from index.query import Understood, understand
from index.words import Beginning, Inflected


@pytest.fixture(scope="module")
def searcher(sample: Library) -> Iterator[ArraySearcher]:
    with sample.index.searcher() as found:
        yield found


UNDERSTOOD = [
    # words
    ("", "every letter"),
    ("   ", "every letter"),
    ("customs", "customs"),
    ("customs post", "customs post"),
    ("Customs, post!", "Customs post"),
    ('"customs post"', "“customs post”"),
    ("“customs post”", "“customs post”"),
    ("«customs post»", "“customs post”"),
    ('customs "at Vlad" post', "customs · “at Vlad” · post"),
    ("customs -post", "customs · without post"),
    ("customs −post", "customs · without post"),
    ("customs NOT post", "customs · without post"),
    ("-customs", "without customs"),
    ('-"customs post"', "without “customs post”"),
    ("customs AND post", "customs post"),
    ("customs OR border", "customs or border"),
    ("customs | border", "customs or border"),
    ("customs post OR border", "(customs post) or border"),
    ("(customs OR border) closed", "(customs or border) · closed"),
    ("-(customs OR border) closed", "without (customs or border) · closed"),
    ("((customs))", "customs"),
    ("()", "every letter"),
    ("served near/3 soup", "served within 3 words of soup"),
    ("served NEAR soup", "served within 10 words of soup"),
    ("served near/1 soup", "served next to soup"),
    ("served near/4 soup near/4 twice", "served within 4 words of soup within 4 words of twice"),
    ('"the soup" near/4 twice', "“the soup” within 4 words of twice"),
    ("near the lighthouse", "near the lighthouse"),
    ("aggress*", "aggress*"),
    ("l*house", "l*house"),
    ("kestravya~", "kestravya~"),
    ("secretary-general", "secretary-general"),
    ("what happened?", "what happened"),
    ("—", "every letter"),
    ("turkey", "turkey (also Türkiye)"),
    ("swaziland lamp", "swaziland (also Eswatini) lamp"),
    ('"turkey"', "“turkey”"),
    ("Subject: the crossing", "Subject the crossing"),
    ("10:30", "10:30"),
    # senders and addressees
    ("from:kestravia", "from: Kestravia"),
    ("FROM:KESTRAVIA", "from: Kestravia"),
    ("from: kestravia", "from: Kestravia"),
    ("sender:kestravia", "from: Kestravia"),
    ('from:"the Kestravia"', "from: Kestravia"),
    ("from:turkey", "from: Türkiye"),
    ("from:egipto", "from: Egypt"),
    ('from:"Islamic Republic of Iran"', "from: Iran (Islamic Republic of)"),
    ("from:armenian", "from: Armenia"),
    ("from:(kestravia OR valdmark)", "from: Kestravia or from: Valdmark"),
    ("from:(kestravia OR valdmark) owls", "(from: Kestravia or from: Valdmark) · owls"),
    ('from:kestravia date:2006 "customs post"', "from: Kestravia · 2006 · “customs post”"),
    ("-from:kestravia", "without from: Kestravia"),
    ('to:"security council"', "to: security council"),
    ("to:sg", "to: secretary-general"),
    # dates
    ("date:2006", "2006"),
    ("date:2006-08", "August 2006"),
    ("date:2006-08-04", "4 August 2006"),
    ('date:"4 August 2006"', "4 August 2006"),
    ("date:2005..2006", "2005 to 2006"),
    ("date:2006..2005", "2005 to 2006"),
    ("date:2006/08", "August 2006"),
    ("date:..2006", "until 2006"),
    ("date:2006..", "from 2006 on"),
    ("date:>2006", "after 2006"),
    ("date:>=2006-08", "from August 2006 on"),
    ("date:<2006", "before 2006"),
    ("date:<=2006", "until 2006"),
    ("2006", "2006"),
    ("2006-08", "August 2006"),
    ("4 August 2006", "4 August 2006"),
    ("August 2006", "August 2006"),
    ("2005..2006", "2005 to 2006"),
    ("in 2006", "in 2006"),
    # sessions and items
    ("session:57", "session 57"),
    ("session:57th", "session 57"),
    ("session:es10", "session ES-10"),
    ("session:57..59", "sessions 57 to 59"),
    ("57th session", "session 57"),
    ("session 57", "session 57"),
    ("fifty-seventh session", "session 57"),
    ("item:39", "item 39"),
    ('item:"the dictionary"', "item: “the dictionary”"),
    # symbols
    ("A/61/204", "symbol: A/61/204"),
    ("a/61/204", "symbol: A/61/204"),
    ("a 61 204", "symbol: A/61/204"),
    ("A/61/204–S/2006/511", "symbol: A/61/204-S/2006/511"),
    ("s 2006 511", "symbol: S/2006/511"),
    ("https://undocs.org/A/61/204", "symbol: A/61/204"),
    ("61/204", "symbol: A/61/204"),
    ("S/RES/2334 (2016)", "symbol: S/RES/2334 (2016)"),
    ("S/2006", "symbol: S/2006/"),
    ("symbol:S/2006", "symbol: S/2006"),
    ("cites:a/60/845", "cites: A/60/845"),
    ("cites:S/RES/2334(2016)", "cites: S/RES/2334 (2016)"),
    ('cites:"resolution 2334 (2016)"', "cites: resolution 2334 (2016)"),
    ("answers:A/61/204", "answers: A/61/204"),
    ("follows:S/2006/448", "follows: S/2006/448"),
    ('answers:"2023-06-14 Penwick"', "answers: 2023-06-14 Penwick"),
    ("at about 3", "at about 3"),
    ("a 3 day visit", "a 3 day visit"),
    ('"s 2006 511"', "“s 2006 511”"),
    ("st sgb 2017 1", "symbol: ST/SGB/2017/1"),
    ("a hrc 52 1", "symbol: A/HRC/52/1"),
    ("A/61/204 umbrella", "A/61/204 umbrella"),
    # kinds, languages, places
    ('kind:"note verbale"', "note verbale"),
    ("kind:note", "note verbale"),
    ("kind:letters", "letter"),
    ("lang:fr", "in French"),
    ("lang:français", "in French"),
    ("in:notes fennimoor", "in the footnotes: fennimoor"),
    ("fennimoor in:notes", "in the footnotes: fennimoor"),
    ("in:notes in:body fennimoor", "in the footnotes and in the letter: fennimoor"),
    ("in:annex", "anything in annexes"),
    ("in:(notes OR body) fennimoor", "in the footnotes and in the letter: fennimoor"),
    ("in:(notes OR annex)", "anything in the footnotes or anything in annexes"),
    ("/from:kestravia owls", "from: Kestravia · owls"),
    ("/A/61/204", "symbol: A/61/204"),
    ("owls -/customs", "owls · without customs"),
    ("24/7", "24/7"),  # no symbol here ends so: words
    ("(in:title dictionary) OR owls", "in the title: dictionary or owls"),
    ("title:dictionary", "title: dictionary"),
    ("has:annex", "with an annex"),
    ("has:notes", "with footnotes"),
    ("has:answer", "answered in this library"),
    ("no:answer", "no answer in this library"),
    ("no:footnotes", "without footnotes"),
]


@pytest.mark.parametrize(("typed", "words"), UNDERSTOOD, ids=[typed for typed, _ in UNDERSTOOD])
def test_it_says_what_it_understood(searcher: ArraySearcher, typed: str, words: str) -> None:
    assert understand(searcher, typed).words == words


FAULTS = [
    ("foo:bar", 0, "no field"),
    ("ansers:A/61/204", 0, "no field"),
    ("owls fron:kestravia", 5, "no field"),
    ("from:", 0, "wants a value"),
    ("owls from: -x", 5, "wants a value"),
    ("date:20x6", 5, "no date"),
    ("date:2006-13", 5, "no date"),
    ("date:2006-02-30", 5, "no date"),
    ("date:>", 5, "no date"),
    ("date:1492", 5, "no date"),
    ('date:"31 of never"', 6, "no date"),
    ("owls session:x", 13, "no session"),
    ("cites:owls", 6, "no symbol"),
    ('owls from:""', 5, "wants a value"),
    ("owls from:( )", 5, "wants a value"),
    ("-from:()", 1, "wants a value"),
    ("owls~3", 0, "one letter away, or two"),
    ('answers:"owls 4 August 2006"', 9, "no symbol"),
    ("kind:poem", 5, "no kind"),
    ("lang:klingon", 5, "no language"),
    ("in:margin owls", 3, "no part"),
    ("-in:notes owls", 1, "excluded"),
    ("has:wings", 4, "no thing"),
    ('owls "lighthouse', 5, "no second"),
    ("owls (lighthouse", 5, "never closed"),
    ("owls) lighthouse", 4, "never opened"),
    ("OR owls", 0, "between two words"),
    ("owls OR", 7, "between two words"),
    ("owls OR OR lamp", 8, "between two words"),
    ("near/3 soup", 0, "between two words"),
    ("served near/3", 7, "missing"),
    ("served near/0 soup", 7, "number"),
    ("served near/3 (soup OR tea)", 14, "brackets"),
    ("served near/3 from:x", 7, "between two words"),
    ("a near/3 b near/4 c", 11, "One number"),
    ("owls NOT", 5, "missing"),
    ("o*w*l*s*x", 0, "at most"),
    ("(" * (DEPTH + 1) + "x", DEPTH, "deep"),
    ("x" * (LENGTH + 1), LENGTH, "characters"),
]


@pytest.mark.parametrize(("typed", "position", "words"), FAULTS, ids=[typed[:30] for typed, _, _ in FAULTS])
def test_a_fault_is_marked_and_says_what_to_do(searcher: ArraySearcher, typed: str, position: int, words: str) -> None:
    with pytest.raises(QueryError, match=words) as caught:
        understand(searcher, typed)
    assert caught.value.position == position
    assert caught.value.hint
    assert caught.value.exit_status == 2


@pytest.mark.parametrize(
    ("typed", "hint"),
    [("fro:x y", "Was from: meant"), ("anwsers:A/61/204", "Was answers: meant"), ("foo:bar", "Fields are")],
)
def test_a_field_that_is_nearly_one_is_named(searcher: ArraySearcher, typed: str, hint: str) -> None:
    with pytest.raises(QueryError) as caught:
        understand(searcher, typed)
    assert hint in caught.value.hint


UNFINISHED = [
    ('owls "lightho', "owls · “lightho”", ("The quotation mark is still open.",)),
    ("owls (lamp", "owls lamp", ("A bracket is still open.",)),
    ("owls OR", "owls", ()),
    ("owls OR ", "owls", ()),
    ("owls -", "owls", ()),
    ("owls near/", "owls", ()),
    ("owls near/3 ", "owls", ()),
    ("from:", "every letter", ()),
    ("owls from:", "owls", ()),
    ("from:kestr", "from: kestr", ()),
    ("date:20", "any date", ()),
    ('date:"4 Aug', "any date", ("The quotation mark is still open.",)),
    ("date:2005..2", "from 2005 on", ()),
    ("date:2006-", "2006", ()),
    ("date:>", "any date", ()),
    ("kind:no", "note verbale", ()),
    ("lang:f", "in French", ()),
    ("cites:A/60/8", "cites: A/60/8", ()),
    ("A/61/2", "symbol: A/61/2", ()),
    ("in:n", "anything in the footnotes", ()),
]


@pytest.mark.parametrize(("typed", "words", "notices"), UNFINISHED, ids=[typed for typed, _, _ in UNFINISHED])
def test_what_is_half_typed_is_no_fault(
    searcher: ArraySearcher, typed: str, words: str, notices: tuple[str, ...]
) -> None:
    found = understand(searcher, typed, typing=True)
    assert (found.words, found.notices) == (words, notices)


def leaves(tree: object) -> list[object]:
    """The leaves of a tree, boosts and fields and all."""
    if isinstance(tree, query.And | query.Or | query.DisjunctionMax):
        return [leaf for child in tree.subqueries for leaf in leaves(child)]
    if isinstance(tree, query.AndNot):
        return [*leaves(tree.a), *leaves(tree.b)]
    return leaves(tree.child) if isinstance(tree, query.ConstantScoreQuery) else [tree]


@pytest.mark.parametrize("typed", ["date:2006-13", "date:2006-02-30", "date:2005..2006-13"])
def test_a_whole_date_that_is_none_is_a_fault_while_one_types_too(searcher: ArraySearcher, typed: str) -> None:
    with pytest.raises(QueryError, match="no date"):
        understand(searcher, typed, typing=True)


@pytest.mark.parametrize(
    ("typed", "kind", "typing"),
    [
        ("violated", Inflected, False),
        ('"violated"', query.Term, False),
        ("aggress*", Beginning, False),
        ("owls near/3 lamp", SpanNear2, False),
        ("l*house", query.Wildcard, False),
        ('"served the soup"', query.Phrase, False),
        ("abc", Beginning, True),
        ("abc ", Inflected, True),
        ("date:2006", query.NumericRange, False),
        ("from:kestravia", query.Term, False),
    ],
)
def test_words_become_the_nodes_that_arrays_evaluate(
    searcher: ArraySearcher, typed: str, kind: type, typing: bool
) -> None:
    found = leaves(understand(searcher, typed, typing).tree)
    assert found
    assert {type(leaf) for leaf in found} == {kind}


TERMS = [
    ("customs post", ("~customs", "~post")),
    ("the panel of experts on customs", ("~panel", "~experts", "~customs")),  # "of" on every line would bury them
    ("of the", ("~of", "~the")),  # nothing else was asked for
    ('"of" customs', ("of", "~customs")),  # asked for in quotes
    ('"customs post"', ('"customs post"',)),
    ('"violated"', ("violated",)),
    ("aggress*", ("aggress*",)),
    ("customs -post", ("~customs",)),
    ("from:kestravia owls", ("~owls",)),
    ("served near/3 soup", ("near/3 ~served ~soup",)),
    ("in:notes owls", ("in/notes ~owls",)),
    ("in:notes in:annex the owls", ("in/notes,annex ~owls",)),
    ("title:owls post", ("in/title,masthead ~owls", "~post")),
    ("item:dictionary owls", ("in/masthead dictionary", "~owls")),
    ('item:"the customs post"', ('in/masthead "the customs post"',)),
    ("item:dict* item:34 -item:owls", ("in/masthead dict*",)),
    ("in:body served near/3 soup", ("in/body near/3 ~served ~soup",)),
    ('"the soup" near/3 served', ('near/3 "the soup" ~served',)),
    ("zaire", ("~zaire", '"democratic republic of the congo"', "drc")),
    ("-turkey owls", ("~owls",)),
    ("A/61/204 umbrella", ("a/61/204", "~umbrella")),
    ("lighthuose~", ("lighthouse",)),
    ("lighthuose~1", ("lighthouse",)),
    ("lihgthuose~1", ()),
    ("lihgthuose~2", ("lighthouse",)),
    ("A/61/204", ("a/61/204",)),
    ("A/61/204-S/2006/511", ("a/61/204", "s/2006/511")),
    ('"see a/61/204 and s/2006/511"', ('"see a/61/204 and s/2006/511"',)),
    ("S/RES/2334 (2016)", ('"s/res/2334 2016"',)),
    ("owls owls", ("~owls",)),
]


@pytest.mark.parametrize(("typed", "terms"), TERMS, ids=[typed for typed, _ in TERMS])
def test_what_is_lit(searcher: ArraySearcher, typed: str, terms: tuple[str, ...]) -> None:
    assert understand(searcher, typed).terms == terms


def test_a_word_being_typed_is_lit_as_a_beginning_and_in_its_inflections(searcher: ArraySearcher) -> None:
    assert understand(searcher, "answers", typing=True).terms == ("answers*", "~answers")
    assert understand(searcher, "umbrel", typing=True).terms == ("umbrel*",)


def test_nothing_typed_can_act(searcher: ArraySearcher) -> None:
    assert understand(searcher, "owls\x1b[2J").words == "owls␛[2J"
    with pytest.raises(QueryError, match="␛"):
        understand(searcher, "kind:\x1b")


def test_a_whole_symbol_is_no_beginning_once_it_is_typed(searcher: ArraySearcher) -> None:
    assert searcher.run(understand(searcher, "A/61/20", typing=True).tree).total
    assert not searcher.run(understand(searcher, "A/61/20").tree).total


def test_or_in_small_letters_is_a_word_and_it_is_said(searcher: ArraySearcher) -> None:
    assert understand(searcher, "customs or border").notices == ("“or” is a word here; OR in capitals means either.",)
    assert not understand(searcher, "customs OR border").notices


@pytest.mark.parametrize("field", FIELDS, ids=[field.name for field in FIELDS])
def test_every_field_s_example_is_understood(searcher: ArraySearcher, field: object) -> None:
    example = BY_NAME[field.name].example  # type: ignore[attr-defined]
    found = understand(searcher, example)
    assert isinstance(found, Understood)
    assert found.words != "every letter"


LINES = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["owls", '"', "(", ")", "-", "OR", "near/3", "near/", "from:", "date:", "2006", "..", ">", "in:", "notes",
             "cites:", "A/61/204", "*", "?", "~", ":", "kind:", " ", "has:", "answer", "«", "symbol:", "x:y", "!"]
        ),
        max_size=14,
    ).map("".join),
)  # fmt: skip


def outcome(searcher: ArraySearcher, line: str, typing: bool) -> Understood | QueryError:
    try:
        return understand(searcher, line, typing)
    except QueryError as error:
        return error


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=400, deadline=None)
@given(LINES, st.booleans())
def test_any_line_is_understood_or_its_fault_marked(searcher: ArraySearcher, line: str, typing: bool) -> None:
    found = outcome(searcher, line, typing)
    if isinstance(found, QueryError):
        assert 0 <= found.position <= len(line)
        assert found.message
        assert found.hint
    else:
        assert found.words
        searcher.run(found.tree, limit=3)


BOMBS = {
    "ten thousand ORs": " OR ".join(["owls"] * 2_000),
    "stars": "*a* " * 1_000,
    "deep brackets": "(" * 9_000 + ")" * 9_000,
    "quotes": '"' * 19_999,
    "strokes": "/" * 20_000,
    "colons": "a:" * 9_000,
    "fields": "from:" * 3_000,
    "minuses": "-" * 19_999 + "x",
    "one word": "a" * 20_000,
    "near": "a near/3 " * 2_000,
    "symbols": "A/61/204 " * 2_000,
    "wild": "a*" * 9_000,
    "digits": "1" * 20_000,
}


@pytest.mark.parametrize("line", BOMBS.values(), ids=list(BOMBS))
@pytest.mark.parametrize("typing", [False, True])
def test_a_bomb_is_survived_in_time_that_grows_with_its_length(
    searcher: ArraySearcher, line: str, typing: bool
) -> None:
    start = perf_counter()
    found = outcome(searcher, line, typing)
    if isinstance(found, QueryError):
        assert 0 <= found.position <= len(line)
    else:
        searcher.run(found.tree, limit=3)
    assert perf_counter() - start < 5


def test_what_goes_beyond_the_cap_is_left_out_and_said(searcher: ArraySearcher) -> None:
    found = understand(searcher, " ".join(f"w{n}" for n in range(200)))
    assert f"Only the first {PARTS} words and fields were searched." in found.notices
    assert len(found.terms) == PARTS


def test_the_tree_of_a_line_is_walked_in_its_order() -> None:
    asked = Reading('a (b OR -c) "d e"', False).read()
    assert [part.text for part in walk(asked) if hasattr(part, "text")] == ["a", "b", "c", "d e"]

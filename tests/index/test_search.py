"""A request into a page, on the bundled sample: totals, order, facets, passages, suggestions, words in context."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from corpus.errors import QueryError, UsageError
from index import evaluate_terms, facets
from index.analysis import fold
from index.fields import document
from index.highlight import find_all
from index.library import Library
from index.query import understand
from index.results import Cancelled, Months, Page, Request, Sort
from index.search import SHOWN
from tests.conftest import ROOT


def ask(library: Library, query: str, **options: object) -> Page:
    return library.search(Request(query, **options))  # type: ignore[arg-type]


def ids(page: Page) -> list[str]:
    return [hit.id for hit in page.hits]


def test_nothing_typed_is_every_letter_newest_first(sample: Library) -> None:
    page = ask(sample, "", limit=1000)
    assert page.total == len(page.hits) == sample.count()
    assert page.understood == "every letter"
    assert all(one.date >= other.date for one, other in pairwise(page.hits) if one.date and other.date)


def test_a_page_is_a_slice_of_the_whole_with_the_same_total(sample: Library) -> None:
    whole = ask(sample, "government", limit=1000)
    parts = [ask(sample, "government", limit=7, offset=offset) for offset in range(0, whole.total, 7)]
    assert [hit for part in parts for hit in ids(part)] == ids(whole)
    assert {part.total for part in parts} == {whole.total}


def test_no_row_is_read_where_none_is_asked_for(sample: Library) -> None:
    page = ask(sample, "government", limit=0, facets=False)
    assert not page.hits
    assert page.total > 10
    assert not page.facets
    assert not page.timeline


def test_hits_bear_what_their_letter_says(sample: Library) -> None:
    for hit in ask(sample, "", limit=1000).hits:
        letter = sample.letter(hit.id)
        shown = (hit.symbols, hit.date, hit.sender, hit.kind, hit.title, hit.notes)
        assert shown == (
            letter.symbols, letter.date, letter.sender, letter.kind, letter.title or "", len(letter.notes)
        )  # fmt: skip


def test_scores_fall_and_a_title_counts_more_than_an_annex(sample: Library) -> None:
    page = ask(sample, "dictionary", prefix_last=False)
    assert [hit.score for hit in page.hits] == sorted((hit.score for hit in page.hits), reverse=True)
    assert page.hits[0].score > 0


@pytest.mark.parametrize(
    ("sort", "key"),
    [(Sort.DATE, lambda hit: hit.date), (Sort.DATE_OLDEST, lambda hit: hit.date)],
    ids=["newest first", "oldest first"],
)
def test_dates_sort(sample: Library, sort: Sort, key: object) -> None:
    found = [hit.date for hit in ask(sample, "government", sort=sort, limit=1000).hits if hit.date]
    assert found == sorted(found, reverse=sort is Sort.DATE)
    assert len(found) > 10


def test_symbols_sort_as_numbers(sample: Library) -> None:
    found = ids(ask(sample, "symbol:A/", sort=Sort.SYMBOL, limit=1000))
    sessions = [int(letter.split("/")[1]) for letter in found if letter.split("/")[1].isdigit()]
    assert sessions == sorted(sessions)


def test_facets_count_every_hit(sample: Library) -> None:
    page = ask(sample, "government", limit=1000)
    assert set(page.facets) == {"sender", "addressee", "year", "item", "kind", "language"}
    assert dict(page.facets["kind"]) == Counter(hit.kind for hit in page.hits)
    assert dict(page.facets["year"]) == Counter(hit.date[:4] for hit in page.hits if hit.date)
    assert [year for year, _ in page.facets["year"]] == sorted(year for year, _ in page.facets["year"])
    counts = [count for _, count in page.facets["sender"]]
    assert counts == sorted(counts, reverse=True)


def test_the_timeline_counts_months_in_order(sample: Library) -> None:
    page = ask(sample, "government", limit=1000)
    months = dict(zip(page.timeline.labels, page.timeline.counts, strict=True))
    assert {month: count for month, count in months.items() if count} == Counter(
        hit.date[:7] for hit in page.hits if hit.date
    )
    assert page.timeline.counts[0]
    assert page.timeline.counts[-1]
    assert list(months) == sorted(months)
    assert ask(sample, "nothingwhatever").timeline == Months()


def test_narrowing_keeps_what_the_facet_counted(sample: Library) -> None:
    page = ask(sample, "government")
    for facet, counted in page.facets.items():
        for value, count in counted[:3]:
            narrowed = ask(sample, "government", narrow=((facet, value),), limit=1000)
            assert narrowed.total == count
            assert value in narrowed.understood
    month, count = page.timeline.labels[0], page.timeline.counts[0]
    narrowed = ask(sample, "government", narrow=(("month", month),))
    assert narrowed.total == count
    assert narrowed.understood == f"government · {datetime.strptime(month, '%Y-%m'):%B %Y}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.sets(st.integers(0, 59)))
def test_facets_are_counted_alike_for_few_and_for_most(sample: Library, chosen: set[int]) -> None:
    snapshot = sample.index.snapshot
    docs = snapshot.alive(np.array(sorted(doc for doc in chosen if doc < snapshot.docs), dtype=np.uint32))
    expected = {name: facets.count(snapshot, name, docs) for name in SHOWN}
    assert facets.counts(snapshot, SHOWN, docs) == expected


FIELD_OF = {"sender": "from", "addressee": "to", "year": "date", "item": "item", "kind": "kind", "language": "lang"}


def test_every_facet_value_can_be_typed_as_a_field(sample: Library) -> None:
    for facet, counted in ask(sample, "", limit=0).facets.items():
        for value, count in counted:
            typed = ask(sample, f'{FIELD_OF[facet]}:"{value}"', limit=0, prefix_last=False)
            assert typed.total >= count, (facet, value)
            assert ask(sample, "", limit=0, narrow=((facet, value),)).total == count


def test_one_facet_twice_is_either_two_facets_are_both(sample: Library) -> None:
    senders = (("sender", "Kestravia"), ("sender", "Valdmark"))
    either = ask(sample, "", narrow=senders, limit=1000)
    assert {hit.sender for hit in either.hits} >= {"Kestravia", "Valdmark"}
    both = ask(sample, "", narrow=(*senders, ("year", "2006")), limit=1000)
    assert 0 < both.total < either.total
    assert {hit.date[:4] for hit in both.hits if hit.date} == {"2006"}
    assert both.understood == "from: Kestravia or Valdmark · 2006"


def test_a_narrowed_facet_tells_what_its_other_values_would_bring(sample: Library) -> None:
    whole, narrowed = ask(sample, ""), ask(sample, "", narrow=(("sender", "Kestravia"),))
    assert narrowed.facets["sender"] == whole.facets["sender"]
    assert sum(count for _, count in narrowed.facets["year"]) < sum(count for _, count in whole.facets["year"])
    year = narrowed.facets["year"][0]
    both = ask(sample, "", narrow=(("sender", "Kestravia"), ("year", year[0])))
    assert both.total == year[1]
    assert both.facets["year"] == narrowed.facets["year"]
    for value, count in both.facets["sender"]:
        assert ask(sample, "", narrow=(("sender", value), ("year", year[0]))).total == count


def test_an_unknown_facet_is_refused(sample: Library) -> None:
    with pytest.raises(UsageError, match="no facet colour"):
        ask(sample, "", narrow=(("colour", "blue"),))


QUERIES = [
    "customs post",
    '"customs post"',
    "served near/3 soup",
    "light*",
    "l*house",
    "owls OR dictionary",
    "lighthuose~",
]


@pytest.mark.parametrize("query", QUERIES)
def test_snippets_are_passages_of_the_letter_with_the_words_lit(sample: Library, query: str) -> None:
    page = ask(sample, query, prefix_last=False)
    assert page.hits
    for hit in page.hits:
        text = sample.letter(hit.id).text
        assert hit.snippets
        for snippet in hit.snippets:
            passage = text[snippet.offset : snippet.offset + len(snippet.text)]
            assert snippet.text == passage.replace("\n", " ")
            assert len(snippet.text) <= 200
            block = sample.letter(hit.id).block(snippet.block)
            assert block is not None
            assert block.span.start <= snippet.offset < block.span.end
            lit = [snippet.text[start:end] for start, end in snippet.marks]
            assert all(lit)
            assert all(find_all(word, page.terms) or "near/" in page.terms[0] for word in lit)


def test_a_snippet_shows_several_of_the_words_where_they_stand_together(sample: Library) -> None:
    hit = ask(sample, "served soup", prefix_last=False).hits[0]
    shown = {hit.snippets[0].text[start:end].lower() for start, end in hit.snippets[0].marks}
    assert shown == {"served", "soup"}


def test_without_words_a_snippet_is_how_the_letter_begins(sample: Library) -> None:
    for hit in ask(sample, "from:kestravia").hits:
        (snippet,) = hit.snippets
        assert not snippet.marks
        assert snippet.block == "p1"


def test_snippets_are_left_out_where_nobody_wants_them(sample: Library) -> None:
    assert not any(hit.snippets for hit in ask(sample, "owls", passages=0).hits)


def test_the_last_word_may_be_unfinished_and_still_finds_its_inflections(sample: Library) -> None:
    assert ask(sample, "lighth").total == ask(sample, "lighthouse").total > 0
    assert ask(sample, "lighth", prefix_last=False).total == 0
    assert set(ids(ask(sample, "owls"))) >= set(ids(ask(sample, "owl", prefix_last=False)))


def test_words_match_their_inflections_unless_quoted(sample: Library) -> None:
    loose, strict = ask(sample, "answers", prefix_last=False), ask(sample, '"answers"', prefix_last=False)
    assert set(ids(strict)) < set(ids(loose))


def test_a_symbol_opens_its_letter_and_shows_who_cites_it(sample: Library) -> None:
    for typed in ("a/61/204", "A/61/204-S/2006/511", "s 2006 511", "61/204"):
        page = ask(sample, typed)
        assert page.symbol == "A/61/204-S/2006/511"
        assert page.hits[0].id == "A/61/204-S/2006/511"
    citing = set(ids(ask(sample, "a/61/204", prefix_last=False))[1:])
    assert citing == set(ids(ask(sample, "cites:A/61/204")))


def test_a_symbol_that_is_not_held_still_names_itself(sample: Library) -> None:
    page = ask(sample, "a/40/50")
    assert page.symbol == "A/40/50"
    assert page.total
    assert set(ids(page)) == set(ids(ask(sample, "cites:A/40/50")))


def test_a_lost_symbol_finds_the_letter_and_is_told_in_its_row(sample: Library) -> None:
    page = ask(sample, "S/2023/450")
    assert page.symbol == page.hits[0].id == "2023-06-14 Penwick"
    assert page.hits[0].inferred_symbols == ("A/77/931", "S/2023/450")
    assert page.hits[0].symbols == ()


def test_the_beginning_of_a_symbol_opens_nothing(sample: Library) -> None:
    page = ask(sample, "S/2006/")
    assert page.symbol is None
    assert all(any(symbol.startswith("S/2006/") for symbol in hit.symbols) for hit in page.hits)


def test_a_serial_alone_finds_the_letter_first(sample: Library) -> None:
    page = ask(sample, "511")
    assert page.hits[0].id in {"A/61/204-S/2006/511", "A/77/960-S/2023/511"}


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("umbrela", "umbrella"),
        ("from:kestravya", "from:kestravia"),
        ('"custms post"', '"customs post"'),
        ("lihgthouse owls", "lighthouse owls"),
        ("-lamp umbrela", "-lamp umbrella"),
        ("custms psot", "customs post"),
        ("qqqqqqq", None),
        ("umbrela qqqqqqq", None),
        ("owls dictionary", None),
        ("123456789", None),
    ],
)
def test_did_you_mean(sample: Library, typed: str, better: str | None) -> None:
    page = ask(sample, typed)
    assert page.total == 0
    assert page.suggestion == better
    if better:
        assert ask(sample, better).total


def test_nothing_is_suggested_where_something_is_found(sample: Library) -> None:
    assert ask(sample, "owls").suggestion is None


def test_has_and_no_answer_part_the_library(sample: Library) -> None:
    answered, unanswered = ask(sample, "has:answer", limit=1000), ask(sample, "no:answer", limit=1000)
    assert answered.total + unanswered.total == sample.count()
    assert unanswered.understood == "no answer in this library"
    for hit in answered.hits:
        assert ask(sample, f'answers:"{hit.id}"').total, hit.id
    for hit in unanswered.hits[:10]:
        assert not ask(sample, f'answers:"{hit.id}"').total, hit.id


@pytest.mark.parametrize(("place", "part"), [("annex", True), ("body", False)])
def test_in_looks_only_there_and_shows_only_that(sample: Library, place: str, part: bool) -> None:
    page = ask(sample, f"in:{place} (statute OR timetable)", limit=1000)
    assert 0 < page.total <= ask(sample, "statute OR timetable", limit=1000).total
    for hit in page.hits:
        letter = sample.letter(hit.id)
        for snippet in hit.snippets:
            block = letter.block(snippet.block)
            assert block is not None
            assert bool(block.part) == part
            assert snippet.marks


def test_words_of_an_item_are_not_looked_for_in_a_letters_own_title(sample: Library) -> None:
    assert ask(sample, "title:letter").total
    assert not ask(sample, "item:letter").total
    (first, *_) = ask(sample, "item:multilingualism", limit=1000).hits
    assert any("ultilingualism" in item.title for item in sample.letter(first.id).agenda_items)
    (shown,) = first.snippets
    assert shown.masthead
    assert "ultilingualism" in shown.text[slice(*shown.marks[0])]


@pytest.mark.parametrize("cap", ["EXPANSIONS", "POSTINGS"])
def test_a_form_of_very_many_words_is_cut_short_and_it_is_said(
    sample: Library, monkeypatch: pytest.MonkeyPatch, cap: str
) -> None:
    whole = ask(sample, "*a*e*", limit=0)
    assert not whole.notices
    monkeypatch.setattr(evaluate_terms, cap, 12)
    page = ask(sample, "*a*e*", limit=0)
    (notice,) = page.notices
    assert notice.startswith("*a*e*: the ")
    assert "commonest of" in notice
    assert 0 < page.total <= whole.total


def test_excluding_and_wanting_make_the_whole(sample: Library) -> None:
    whole, wanted, refused = (
        ask(sample, query).total for query in ("government", "government lamp", "government -lamp")
    )
    assert wanted
    assert refused
    assert wanted + refused == whole


@pytest.mark.parametrize("query", ["owls", "A/61/204", "l*house", ""])
def test_a_search_nobody_wants_any_more_stops(sample: Library, query: str) -> None:
    with pytest.raises(Cancelled):
        sample.search(Request(query), cancel=lambda: True)
    with pytest.raises(Cancelled):
        sample.concordance(Request(query), cancel=lambda: True)


def test_a_fault_says_where(sample: Library) -> None:
    with pytest.raises(QueryError) as caught:
        ask(sample, "owls colour:blue")
    assert caught.value.position == 5


def test_concordance_lines_are_the_letter_s_words(sample: Library) -> None:
    lines = sample.concordance(Request("umbrella"))
    assert len(lines) > 2
    for line in lines:
        letter = sample.letter(line.id)
        flat = letter.text.replace("\n", " ")
        assert flat[line.offset : line.offset + len(line.match)] == line.match
        assert flat[: line.offset].endswith(line.left)
        assert flat[line.offset + len(line.match) :].startswith(line.right)
        block = letter.block(line.block)
        assert block is not None
        assert block.span.start <= line.offset < block.span.end


def test_concordance_sorts_by_either_side(sample: Library) -> None:
    right = [fold(line.right) for line in sample.concordance(Request("government"), sort="right")]
    assert right == sorted(right)
    left = [fold(line.left).split()[::-1] for line in sample.concordance(Request("government"), sort="left")]
    assert left == sorted(left)
    assert len(left) == len(right) > 20
    dates = [sample.letter(line.id).date for line in sample.concordance(Request("umbrella"), sort="date")]
    assert dates == sorted(date or "" for date in dates)
    with pytest.raises(UsageError, match="sorted by colour"):
        sample.concordance(Request("umbrella"), sort="colour")


def test_the_page_of_the_query_language_is_the_program_s() -> None:
    assert (ROOT / "docs" / "query-language.md").read_text("utf-8") == document()


def test_every_sign_of_that_page_is_understood(sample: Library) -> None:
    from index.fields import SIGNS

    with sample.index.searcher() as searcher:
        for typed, _ in SIGNS:
            assert understand(searcher, typed).words != "every letter", typed

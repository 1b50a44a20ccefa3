"""The exchange around a letter: who answered whom, with the proof, whatever is missing or contradicts itself."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from corpus.errors import NotFound
from corpus.model import LetterKind
from index import exchange
from index.agreement import in_words
from index.entries import MAX_EVIDENCE
from index.library import Library
from index.results import Cancelled, Edge, Node, Thread
from tests.index.made import add, drop, letter, library

pytestmark = pytest.mark.usefixtures("quick_disk")


def edges(thread: Thread) -> set[tuple[str, str, str]]:
    return {(edge.source, edge.kind, edge.target) for edge in thread.edges}


def node(thread: Thread, letter_id: str) -> Node:
    return next(one for one in thread.nodes if one.id == letter_id)


def edge(thread: Thread, source: str, target: str) -> Edge:
    return next(one for one in thread.edges if (one.source, one.target) == (source, target))


def test_a_chain_of_five_is_one_exchange_from_wherever_it_is_opened(tmp_path: Path) -> None:
    chain = [letter("A/60/1", "2006-01-01", "Kestravia")]
    for number in range(2, 6):
        sender, other = ("Valdmark", "Kestravia") if number % 2 == 0 else ("Kestravia", "Valdmark")
        before = f"answers A/60/{number - 1} of 2006-01-0{number - 1} by {other}"
        chain.append(letter(f"A/60/{number}", f"2006-01-0{number}", sender, before))
    with library(tmp_path, chain) as held:
        threads = [held.thread(f"A/60/{number}") for number in range(1, 6)]
    assert {frozenset(edges(one)) for one in threads} == {
        frozenset((f"A/60/{n}", "answers", f"A/60/{n - 1}") for n in range(2, 6))
    }
    assert [one.focus for one in threads] == [f"A/60/{n}" for n in range(1, 6)]
    assert [one.id for one in threads[0].nodes] == [f"A/60/{n}" for n in range(1, 6)]


def test_an_edge_carries_its_passage_and_what_it_rests_on(tmp_path: Path) -> None:
    first = letter("A/60/1-S/2006/7", "2006-03-06", "Kestravia")
    second = letter("A/60/2", "2006-03-09", "Valdmark", "answers A/60/1-S/2006/7 of 2006-03-06 by Kestravia")
    with library(tmp_path, [first, second]) as held:
        found = edge(held.thread("A/60/2"), "A/60/2", "A/60/1-S/2006/7")
        text = held.letter("A/60/2").text
    assert text[found.offset : found.offset + len(found.evidence)] == found.evidence
    assert (found.block, found.basis, found.agrees.difference) == ("p1", "symbol+date+sender", "")
    assert (found.agrees.symbol, found.agrees.date, found.agrees.sender) == (True, True, True)


@pytest.mark.parametrize(
    ("words", "agrees", "difference"),
    [
        ("answers A/60/1 of 2006-03-08 by Kestravia", (True, False, True),
         "the symbol is of 6 March, the text says 8 March"),
        ("answers A/60/1 of 2005-03-06 by Kestravia", (True, False, True),
         "the symbol is of 6 March 2006, the text says 6 March 2005"),
        ("answers A/60/1 of 2006-03-06 by Oronesia", (True, True, False),
         "the symbol is by Kestravia, the text says Oronesia"),
        ("answers A/60/1 of 2006-03-06 by Chargé d'affaires a.i.", (True, True, None), ""),  # an office, and not whose
        ("answers A/60/1 of 2006-03-06 by Permanent Representatives of Oronesia and Kestravia", (True, True, True), ""),
        ("answers A/60/1 of 2006-03 by Kestravia", (True, True, True), ""),  # a month agrees with its days
        ("answers A/60/1", (True, None, None), ""),  # what is not said is not wrong
        ("answers  of 2006-03-06 by Permanent Representative of Kestravia", (None, True, True), ""),
    ],
)  # fmt: skip
def test_the_words_are_compared_with_the_letter(
    tmp_path: Path, words: str, agrees: tuple[bool | None, ...], difference: str
) -> None:
    with library(tmp_path, [letter("A/60/1", "2006-03-06"), letter("A/60/2", "2006-03-09", "Valdmark", words)]) as held:
        found = edge(held.thread("A/60/2"), "A/60/2", "A/60/1")
    assert (found.agrees.symbol, found.agrees.date, found.agrees.sender) == agrees
    assert found.agrees.difference == difference


def test_one_of_several_senders_follows_its_own_letter(tmp_path: Path) -> None:
    joint = letter("A/60/2", "2006-03-09", "Valdmark and Kestravia", "follows A/60/1 of 2006-03-06 by Valdmark")
    with library(tmp_path, [letter("A/60/1", "2006-03-06", "Kestravia"), joint]) as held:
        found = edge(held.thread("A/60/2"), "A/60/2", "A/60/1")
    assert (found.agrees.sender, found.agrees.difference) == (True, "")


def test_what_is_not_held_tells_date_and_sender_as_the_citing_letters_do(tmp_path: Path) -> None:
    answers = [
        letter(f"A/60/{n}", f"2006-04-0{n}", "Valdmark", "answers A/60/90-S/2006/9 of 2006-03-06 by Kestravia")
        for n in (1, 2, 3)
    ]
    with library(tmp_path, answers) as held:
        thread = held.thread("A/60/2")
        assert edges(held.thread("S/2006/9")) == edges(thread)  # the same from the letter that is not held
    ghost = node(thread, "A/60/90-S/2006/9")
    assert (ghost.held, ghost.date, ghost.sender, ghost.cited_by) == (False, "2006-03-06", "Kestravia", 3)
    assert len(thread.edges) == 3  # siblings meet at a parent that is not held


def test_a_parent_that_is_added_makes_waiting_threads_whole_and_one_deleted_leaves_a_ghost(tmp_path: Path) -> None:
    parent = letter("A/60/90-S/2006/9", "2006-03-06", "Kestravia")
    child = letter("A/60/1", "2006-04-01", "Valdmark", "answers S/2006/9 of 2006-03-06 by Kestravia")
    with library(tmp_path, [child]) as held:
        assert not node(held.thread("A/60/1"), "S/2006/9").held
        add(held, [parent])
        assert node(held.thread("A/60/1"), "A/60/90-S/2006/9").held
        assert edges(held.thread("A/60/90")) == {("A/60/1", "answers", "A/60/90-S/2006/9")}
        drop(held, parent)
        assert not node(held.thread("A/60/1"), "S/2006/9").held
        drop(held, child)
        with pytest.raises(NotFound):
            held.thread("A/60/1")


def test_witnesses_that_contradict_each_other_are_said_to(tmp_path: Path) -> None:
    told = ("2006-03-06", "2006-03-06", "2006-03-08")
    answers = [
        letter(f"A/60/{n}", f"2006-04-0{n}", "Valdmark", f"answers A/60/90 of {date} by Kestravia")
        for n, date in enumerate(told, 1)
    ]
    with library(tmp_path, answers) as held:
        thread = held.thread("A/60/3")
    assert node(thread, "A/60/90").date == "2006-03-06"  # as most tell it
    assert edge(thread, "A/60/3", "A/60/90").agrees.difference == "other letters date it 6 March, this one 8 March"
    assert edge(thread, "A/60/1", "A/60/90").agrees.date is True


def test_cycles_and_self_citations_end(tmp_path: Path) -> None:
    circle = [
        letter("A/60/1", "2006-01-01", "Kestravia", "answers A/60/3", "cites A/60/1"),
        letter("A/60/2", "2006-01-02", "Valdmark", "answers A/60/1"),
        letter("A/60/3", "2006-01-03", "Kestravia", "answers A/60/2"),
    ]
    with library(tmp_path, circle) as held:
        thread = held.thread("A/60/1")
    assert edges(thread) == {
        ("A/60/1", "answers", "A/60/3"), ("A/60/2", "answers", "A/60/1"), ("A/60/3", "answers", "A/60/2"),
    }  # fmt: skip
    assert thread.notices == ("The letter cites itself.",)


def test_documents_are_shown_and_join_nothing(tmp_path: Path) -> None:
    letters = [
        letter("A/60/1", "2006-01-01", "Kestravia", mentions=["S/RES/1000(1995)", "S/2006/50"]),
        letter("A/60/2", "2006-01-02", "Valdmark", mentions=["S/RES/1000(1995)"]),
        letter("S/2006/50", "2006-01-01", "Secretariat", kind=LetterKind.OTHER),
        letter("A/60/3", "2006-01-03", "Oronesia", "answers S/2006/50"),
    ]
    with library(tmp_path, letters) as held:
        thread = held.thread("A/60/1")
    documents = {one.id: one.held for one in thread.nodes if one.document}
    assert documents == {"S/RES/1000 (1995)": False, "S/2006/50": True}
    assert {one.id for one in thread.nodes} - set(documents) == {"A/60/1"}
    assert node(thread, "S/RES/1000 (1995)").cited_by == 2


def test_a_letter_merely_mentioned_is_cited_with_its_sentence(tmp_path: Path) -> None:
    letters = [letter("A/60/1", "2006-01-01"), letter("A/60/2", "2006-01-02", mentions=["A/60/1"])]
    with library(tmp_path, letters) as held:
        found = edge(held.thread("A/60/1"), "A/60/2", "A/60/1")
    assert (found.kind, found.evidence, found.agrees.symbol) == ("cites", "See A/60/1.", True)


def test_a_long_passage_ends_with_a_whole_word(tmp_path: Path) -> None:
    long = "answers A/60/1 of 2006-01-01 by " + "Kestravia and its northern counties " * 40
    letters = [letter("A/60/1", "2006-01-01"), letter("A/60/2", "2006-01-02", "Valdmark", long)]
    with library(tmp_path, letters) as held:
        found = edge(held.thread("A/60/1"), "A/60/2", "A/60/1")
        text = held.letter("A/60/2").text
    assert MAX_EVIDENCE - 12 < len(found.evidence) <= MAX_EVIDENCE
    assert text[found.offset :].startswith(found.evidence + " ")


def test_a_description_that_two_letters_fit_stays_two(tmp_path: Path) -> None:
    twins = [letter(f"A/60/{n}", "2006-03-06", "Kestravia") for n in (1, 2)]
    answer = letter("A/60/3", "2006-03-09", "Valdmark", "answers  of 2006-03-06 by Kestravia")
    with library(tmp_path, [*twins, answer]) as held:
        thread = held.thread("A/60/3")
        assert edge(thread, "A/60/3", "2006-03-06 Kestravia (one of 2)").candidates == ("A/60/1", "A/60/2")
        assert held.identify("2006-03-06 Kestravia (one of 2)") == ("A/60/1", "A/60/2")
        drop(held, twins[1])
        assert edges(held.thread("A/60/3")) == {("A/60/3", "answers", "A/60/1")}  # now one fits
        assert edges(held.thread("A/60/1")) == {("A/60/3", "answers", "A/60/1")}


def test_a_description_is_one_node_whoever_tells_it(tmp_path: Path) -> None:
    both = [
        letter("A/60/1", "2006-04-01", "Valdmark", "answers  of 2006-03-06 by Permanent Representative of Kestravia"),
        letter("A/60/2", "2006-04-02", "Oronesia", "answers  of 2006-03-06 by Kestravia"),
    ]
    with library(tmp_path, both) as held:
        thread = held.thread("A/60/1")
        assert edges(held.thread("2006-03-06 Kestravia")) == edges(thread)  # the same from the letter told of
        with pytest.raises(NotFound):
            held.thread("2006-03-07 Kestravia")
    ghost = node(thread, "2006-03-06 Kestravia")
    assert (ghost.symbols, ghost.cited_by, ghost.sender) == ((), 2, "Kestravia")
    assert len(thread.edges) == 2


def test_what_two_letters_leave_undated_is_not_one(tmp_path: Path) -> None:
    both = [letter(f"A/60/{n}", f"2006-04-0{n}", "Valdmark", "transmits by Kestravia") for n in (1, 2)]
    with library(tmp_path, both) as held:
        assert len(held.thread("A/60/1").nodes) == 2


def test_a_symbol_given_by_one_letter_is_meant_by_the_description_of_another(tmp_path: Path) -> None:
    both = [
        letter("A/60/1", "2006-04-01", "Valdmark", "answers A/60/90 of 2006-03-06 by Kestravia"),
        letter("A/60/2", "2006-04-02", "Oronesia", "answers  of 2006-03-06 by Kestravia"),
    ]
    with library(tmp_path, both) as held:
        assert edges(held.thread("A/60/2")) == {
            ("A/60/1", "answers", "A/60/90"), ("A/60/2", "answers", "A/60/90"),
        }  # fmt: skip


def test_a_series_of_eighteen_is_all_there(tmp_path: Path) -> None:
    series = [f"follows A/60/{n} of 2006-01-{n:02} by Kestravia" for n in range(1, 19)]
    with library(tmp_path, [letter("A/60/50", "2006-03-01", "Kestravia", *series)]) as held:
        thread = held.thread("A/60/50")
    assert len(thread.edges) == 18
    assert [one.date for one in thread.nodes] == [*(f"2006-01-{n:02}" for n in range(1, 19)), "2006-03-01"]


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """One letter that ten thousand cite, and two thousand answer another."""
    crowd = [letter("A/60/1", "2006-06-15", "Kestravia"), letter("A/60/2", "2006-06-15", "Kestravia")]
    for number in range(12_000):
        date = f"2006-{number % 12 + 1:02}-{number % 28 + 1:02}"
        words = "cites A/60/1" if number < 10_000 else "answers A/60/2"
        crowd.append(letter(f"S/2006/{number + 10}", date, "Valdmark", words))
    return library(tmp_path_factory.mktemp("crowded"), crowd)


def test_ten_thousand_citing_letters_are_bounded_and_counted(crowded: Library) -> None:
    thread = crowded.thread("A/60/1")
    assert len(thread.nodes) == exchange.MOST
    assert thread.notices == ("10,000 letters cite A/60/1; the 1,999 nearest in time are shown.",)
    shown = {one.date or "" for one in thread.nodes}
    assert min(shown) >= "2006-05"
    assert max(shown) < "2006-08"


def test_two_thousand_answers_are_shown_and_the_nearest_followed(crowded: Library) -> None:
    thread = crowded.thread("A/60/2")
    assert len(thread.edges) == exchange.MOST - 1
    assert any("may go on" in notice for notice in thread.notices)


def test_a_wide_thread_comes_at_once(crowded: Library) -> None:
    best = min(_seconds(crowded, "A/60/1") for _ in range(5))
    assert best < 0.2  # 0.04 s on an idle core


def _seconds(held: Library, name: str) -> float:
    """Of this thread alone: other programs may be busy."""
    start = time.thread_time()
    held.thread(name)
    return time.thread_time() - start


def test_a_thread_that_nobody_wants_stops(crowded: Library) -> None:
    with pytest.raises(Cancelled):
        crowded.thread("A/60/1", cancel=lambda: True)


def test_a_name_that_means_two_letters_is_not_guessed(tmp_path: Path) -> None:
    twins = [letter("", "2006-03-06", "Kestravia", path=f"/made/{n}", mentions=[f"A/60/{n}"]) for n in (1, 2)]
    with library(tmp_path, twins) as held:
        assert set(held.identify("2006-03-06 Kestravia")) == {"2006-03-06 Kestravia"}  # an exact ID
        assert len(held.identify("2006-03-06 kestravia")) == 2
        with pytest.raises(NotFound, match="may mean"):
            held.thread("2006-03-06 kestravia")


@pytest.mark.parametrize(
    ("date", "year", "words"),
    [("2023-03-08", True, "8 March 2023"), ("2023-03-08", False, "8 March"), ("2023-03", True, "March 2023"),
     ("2023", True, "2023"), ("", True, ""), ("2023-13-01", True, "2023-13-01")],
)  # fmt: skip
def test_dates_in_words(date: str, year: bool, words: str) -> None:
    assert in_words(date, year) == words

"""Lost symbols come back from the letters that cite them, and never where two could be meant."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.model import Letter
from index import recovery
from index.keys import author, shown
from index.library import Library
from index.recovery import together
from tests.index.made import add, drop, letter, library

pytestmark = pytest.mark.usefixtures("quick_disk")

LOST = "2006-03-06 Kestravia"


def witness(
    number: int, symbol: str = "A/60/9-S/2006/9", date: str = "2006-03-06", sender: str = "Kestravia"
) -> Letter:
    return letter(f"S/2006/{number}", "2006-04-01", "Valdmark", f"answers {symbol} of {date} by {sender}")


def lost(text: str = "") -> Letter:
    """A letter without a symbol; `text` makes it another one of the same date and sender."""
    return letter("", "2006-03-06", "Kestravia", mentions=[text] if text else [])


def inferred(held: Library) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The symbols inferred for the lost letter and what they are inferred from, as its thread shows them."""
    thread = held.thread(LOST)
    focus = next(node for node in thread.nodes if node.id == thread.focus)
    return focus.symbols, focus.inferred_from


@pytest.mark.parametrize(
    ("letters", "symbols", "sources"),
    [
        ([witness(1)], ("A/60/9", "S/2006/9"), 1),
        ([witness(1), witness(2), witness(3)], ("A/60/9", "S/2006/9"), 3),
        ([witness(1, "A/60/9"), witness(2)], ("A/60/9", "S/2006/9"), 2),  # one names a half of what the other names
        ([], (), 0),
        ([witness(1, date="2006-03-07")], (), 0),  # another date
        ([witness(1, sender="Oronesia")], (), 0),  # another sender
        ([witness(1), witness(2, "A/60/10")], (), 0),  # they contradict each other
        ([witness(1), lost("A/60/1")], (), 0),  # two letters held fit
        ([witness(1), letter("A/60/9", "2006-03-06", "Kestravia")], (), 0),  # another letter held bears it
        # of two symbols one is borne by a letter held, so that one is left
        ([witness(1), witness(2, "A/60/10"), letter("A/60/10", "2006-03-06")], ("A/60/9", "S/2006/9"), 1),
        ([letter("S/2006/1", "2006-04-01", "Valdmark", "answers A/60/9")], (), 0),  # it names no date
    ],
)  # fmt: skip
def test_a_symbol_is_inferred_where_one_fits(
    tmp_path: Path, letters: list[Letter], symbols: tuple[str, ...], sources: int
) -> None:
    with library(tmp_path, [lost(), *letters]) as held:
        found = inferred(held)
    assert found[0] == symbols
    assert len(found[1]) == sources


def test_the_letter_is_found_under_its_inferred_symbol_and_says_so(tmp_path: Path) -> None:
    with library(tmp_path, [lost(), witness(1)]) as held:
        assert held.identify("A/60/9") == held.identify("s/2006/9") == (LOST,)
        found = held.candidate("A/60/9")
        assert (found.id, found.symbols, found.inferred_from) == (LOST, ("A/60/9", "S/2006/9"), ("S/2006/1",))
        assert held.resolve("See A/60/9-S/2006/9.")[0].letters == (LOST,)
        assert held.letter("A/60/9").symbols == ()  # the letter itself still says that it has none


def test_it_is_gone_with_its_witness_and_comes_with_the_next(tmp_path: Path) -> None:
    first = witness(1)
    with library(tmp_path, [lost(), first]) as held:
        drop(held, first)
        assert inferred(held) == ((), ())
        add(held, [witness(2)])
        assert inferred(held) == (("A/60/9", "S/2006/9"), ("S/2006/2",))


def test_links_to_the_lost_letter_lead_to_it(tmp_path: Path) -> None:
    undated = letter("S/2006/2", "2006-05-01", "Oronesia", "cites S/2006/9")
    with library(tmp_path, [lost(), witness(1), undated]) as held:
        thread = held.thread(LOST)
    assert {(edge.source, edge.kind, edge.target) for edge in thread.edges} == {
        ("S/2006/1", "answers", LOST), ("S/2006/2", "cites", LOST),
    }  # fmt: skip
    assert all(edge.agrees.symbol is None for edge in thread.edges)  # it prints none to agree with


def test_rows_ask_for_one_document(tmp_path: Path) -> None:
    with library(tmp_path, [lost(), witness(1)]) as held:
        searcher = held.index.searcher()
        numbers = {searcher.row(doc).id: doc for doc in range(2)}
        assert recovery.inferred_symbols(searcher, numbers[LOST]) == ("A/60/9", "S/2006/9")
        assert recovery.inferred_symbols(searcher, numbers["S/2006/1"]) == ()


def test_a_letter_of_several_senders_is_cited_by_any_of_them(tmp_path: Path) -> None:
    joint = letter("", "2006-03-06", "Kestravia and Oronesia")
    with library(tmp_path, [joint, witness(1, sender="Oronesia")]) as held:
        assert held.identify("A/60/9") == ("2006-03-06 Kestravia and Oronesia",)


@pytest.mark.parametrize(
    ("phrase", "key", "printed"),
    [
        ("Permanent Representative of Armenia", "armenia", "Armenia"),
        ("the Permanent Representative of the Republic of Armenia to the United Nations", "armenia",
         "Republic of Armenia"),
        ("Ministry of Foreign Affairs of the Republic of Armenia", "armenia", "Republic of Armenia"),
        ("Chargé d'affaires a.i. of the Permanent Mission of Kestravia", "kestravia", "Kestravia"),
        ("President of the Security Council", "security council", "President of the Security Council"),
        ("Security Council", "security council", "Security Council"),
        ("Secretary-General", "secretary general", "Secretary-General"),
        ("Turkey", "turkiye", "Turkey"),  # one key for every name of a State, each shown as printed
        ("Türkiye", "turkiye", "Türkiye"),
        ("representative of the United States", "united states of america", "United States"),
    ],
)  # fmt: skip
def test_senders_told_in_words(phrase: str, key: str, printed: str) -> None:
    assert author(phrase) == key
    assert shown(phrase) == printed


names = st.lists(st.sampled_from("abcdefgh"), min_size=1, max_size=3, unique=True).map(tuple)


@given(st.lists(names, max_size=8))
def test_together_parts_symbols_into_documents(said: list[tuple[str, ...]]) -> None:
    groups = together(said)
    everything = [name for group in groups for name in group]
    assert sorted(everything) == sorted({name for names in said for name in names})  # each in one group
    for names in said:
        assert sum(not set(names).isdisjoint(group) for group in groups) == 1
    assert together(reversed(said)) == together(said) or {frozenset(g) for g in together(reversed(said))} == {
        frozenset(g) for g in groups
    }

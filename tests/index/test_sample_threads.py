"""The exchanges of the bundled sample, which is invented: what its makers wrote down is what threads show."""

from __future__ import annotations

import json
from typing import Any

import pytest

from corpus.sample import sample_folder
from index.library import Library

ROWS: list[dict[str, Any]] = [
    json.loads(line) for line in (sample_folder().parent / "truth.jsonl").read_text("utf-8").splitlines()
]
LOST = "2023-06-14 Penwick"


def truth() -> set[tuple[str, str, str]]:
    """(name of the letter, kind, target's symbol) of every relation that names a symbol, but mere citing."""
    return {
        (_name(row), one["kind"], one["target"])
        for row in ROWS
        for one in row["relations"]
        if isinstance(one["target"], str) and one["kind"] in ("answers", "follows")
    }


def _name(row: dict[str, Any]) -> str:
    return row["symbols"][0] if row["symbols"] else f"{row['date']} {row['senders'][0]['of']}"


def shown(sample: Library, name: str) -> set[tuple[str, str]]:
    """Kind and symbols of what a letter links to, as its thread has it."""
    thread = sample.thread(name)
    symbols = {node.id: node.symbols for node in thread.nodes}
    links = [edge for edge in thread.edges if edge.source == thread.focus]
    return {(edge.kind, symbol) for edge in links for symbol in symbols[edge.target]}


def test_what_the_makers_wrote_down_is_what_threads_show(sample: Library) -> None:
    found = {name: shown(sample, name) for name in {name for name, _, _ in truth()}}
    missed = [(name, kind, target) for name, kind, target in truth() if (kind, target) not in found[name]]
    assert len(missed) <= len(truth()) // 20, missed


@pytest.mark.parametrize(
    ("letters", "asked"),
    [
        (("A/10061", "A/10098"), "A/10098"),
        (("A/40/212", "A/40/247", "A/40/301", "A/40/388", "A/40/415"), "A/40/415"),
        (("A/57/803", "A/57/815", "A/57/828", "A/57/840"), "A/57/803"),
        (("A/61/204", "A/61/233", "A/61/350", "A/61/402"), "A/61/233"),
    ],
)
def test_an_exchange_is_whole_from_any_of_its_letters(sample: Library, letters: tuple[str, ...], asked: str) -> None:
    symbols = {symbol for node in sample.thread(asked).nodes if node.held for symbol in node.symbols}
    assert set(letters) <= symbols


def test_the_letter_without_a_symbol_answers_one_that_is_held_or_not(sample: Library) -> None:
    assert ("answers", "A/77/906") in shown(sample, LOST)


def test_two_languages_of_a_letter_are_one_node(sample: Library) -> None:
    thread = sample.thread("A/64/826")
    assert [node.symbols[0] for node in thread.nodes if "A/64/826" in node.symbols] == ["A/64/826"]
    assert {version.language for version in sample.versions("A/64/826")} == {"en", "fr"}


def test_only_the_misdated_citation_is_said_to_differ(sample: Library) -> None:
    names = [row["symbols"][0] for row in ROWS if row["symbols"]]
    differences = {edge.agrees.difference for name in names for edge in sample.thread(name).edges}
    assert differences == {"", "the symbol is of 24 April, the text says 27 April"}


def test_the_want_list_names_only_what_is_not_held(sample: Library) -> None:
    rows = sample.missing().rows
    assert rows
    assert all(not sample.identify(symbol) for row in rows for symbol in row.symbols)
    assert [row.count for row in rows] == sorted((row.count for row in rows), reverse=True)

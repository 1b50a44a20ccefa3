"""The generated letters: the same from the same number, and read from their files as they are known to be."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.letters import documents, draft, letters, write
from benchmarks.planted import plans
from benchmarks.prose import PHRASES, vocabulary
from benchmarks.written import to_letter
from corpus.letter import read_letter

LETTERS = 30
KNOWN = (
    "title",
    "date",
    "distributed",
    "symbols",
    "organs",
    "session",
    "sc_year",
    "agenda_items",
    "senders",
    "addressees",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("letters")
    write(path, LETTERS)
    return path


def test_what_is_read_is_what_was_planned(folder: Path) -> None:
    for plan in plans(LETTERS):
        made = to_letter(draft(plan))
        found = read_letter(folder / (plan.symbols[0].replace("/", "_") + ".txt"))
        for name in KNOWN:
            assert getattr(found, name) == getattr(made, name), (plan.symbol, name)
        assert [s.name for s in found.signatures] == [s.name for s in made.signatures]
        assert found.request is not None
        assert found.request.agenda_items == plan.items
        assert [n.span.of(found.text) for n in found.notes] == [n.span.of(made.text) for n in made.notes]
        assert [(m.label, m.block) for m in found.markers] == [(m.label, m.block) for m in made.markers]
        links = {(r.kind, r.symbols, r.described.date) for r in found.relations if r.kind != "cites"}
        assert links == {(r.kind, r.symbols, r.described.date) for r in made.relations}, plan.symbol


def test_a_number_is_one_letter_whatever_the_number_of_letters() -> None:
    assert list(letters(12))[7] == next(letters(1, first=7))
    assert [plan.number for plan in plans(23, first=5)] == list(range(5, 28))


def test_no_two_letters_share_a_symbol_and_every_link_goes_back() -> None:
    made = list(plans(3000))
    halves = [half for plan in made for half in plan.symbols]
    assert len(halves) == len(set(halves))
    linked = [plan for plan in made if plan.link is not None]
    assert len(linked) > len(made) / 2
    for plan in linked:
        kind, other = plan.link or ("", plan)
        assert other.dated < plan.dated
        assert other in made
        assert (kind == "answers") == (other.sender != plan.sender)


def test_the_vocabulary_is_large_and_the_letters_are_of_their_length() -> None:
    words = vocabulary()
    assert len(words) == len(set(words)) == 60_000
    found = list(documents(200))
    sizes = [
        len(" ".join(str(fields[name]) for name in ("body", "title", "notes", "annexes")).split()) for fields in found
    ]
    assert 560 < sum(sizes) / len(sizes) < 720
    assert sum(PHRASES[0] in fields["body"].lower() for fields in found) > 20

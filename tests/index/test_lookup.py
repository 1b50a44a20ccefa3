"""From what a person types or pastes to letters: any spelling, any part, a whole paragraph."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import NotFound
from index.library import Library
from index.results import Request
from tests.index.made import letter, library

pytestmark = pytest.mark.usefixtures("quick_disk")

JOINT = "A/79/818-S/2025/156"
ADDRESS = "https://documents.un.org/api/symbol/access?s={}&l=en&t=pdf"


@pytest.fixture(scope="module")
def held(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    letters = [
        letter(JOINT, "2025-03-12", "Valdmark", "answers A/77/794-S/2023/185 of 2023-03-08 by Kestravia"),
        letter("A/79/81", "2025-01-01", "Kestravia"),
        letter("A/79/8", "2024-09-01", "Oronesia"),
        letter("A/78/818", "2024-01-01", "Oronesia"),
        letter("S/2025/71", "2025-02-01", "Oronesia"),
        letter("S/2025/71/Rev.1", "2025-02-05", "Oronesia", "cites A/77/794", mentions=["S/RES/2334(2016)"]),
        letter("", "2023-03-22", "Azerbaijan"),
        letter("", "2016-01-14", "Secretary-General"),
        letter("", "2016-01-14", "Secretary-General", "cites A/79/8"),
    ]  # fmt: skip
    with library(tmp_path_factory.mktemp("library"), letters) as made:
        yield made


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (JOINT, (JOINT,)),  # the ID itself
        ("A/79/818", (JOINT,)),  # a half
        ("S/2025/156", (JOINT,)),
        ("a/79/818", (JOINT,)),  # small letters
        ("s 2025 156", (JOINT,)),  # spaces for strokes
        (" A/79/818 – S/2025/156 ", (JOINT,)),  # an en dash, spaces
        ("A/79/818 S/2025/156", (JOINT,)),  # as running heads print it
        ("(A/79/818-S/2025/156)", (JOINT,)),
        ("https://undocs.org/en/A/79/818", (JOINT,)),
        ("https://documents.un.org/api/symbol/access?s=A%2F79%2F818&l=en&t=pdf", (JOINT,)),
        ("A_79_818-EN.pdf", (JOINT,)),  # a file's name
        ("see A/79/818, annex", (JOINT,)),
        ("cites:A/79/818", ()),  # a query
        ("genocide A/79/818", ()),
        ("integrity symbol:A/79/818", ()),
        ("79/818", (JOINT,)),  # without its organ
        ("A/79/81", ("A/79/81",)),  # not the longer ones
        ("S/2025/71", ("S/2025/71",)),  # not its revision
        ("s/2025/71/rev.1", ("S/2025/71/Rev.1",)),
        ("2023-03-22 Azerbaijan", ("2023-03-22 Azerbaijan",)),
        ("2023-03-22 republic of azerbaijan", ("2023-03-22 Azerbaijan",)),  # a key made of date and sender
        ("2025-02-01 Oronesia", ("S/2025/71",)),  # such a key finds letters with symbols too
        ("2016-01-14 Secretary-General", ("2016-01-14 Secretary-General",)),
        ("2016-01-14 Secretary-General (2)", ("2016-01-14 Secretary-General (2)",)),
        ("2016-01-14 secretary-general", ("2016-01-14 Secretary-General", "2016-01-14 Secretary-General (2)")),
        ("A/79/999", ()),
        ("818", ()),  # a bare number names nothing; `lookup` offers what it may mean
        ("lighthouse", ()),
        ("", ()),
    ],
)
def test_identify(held: Library, text: str, expected: tuple[str, ...]) -> None:
    assert tuple(sorted(held.identify(text))) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A/79/8", ["A/79/8", "A/79/81", JOINT]),  # the exact one first, then what begins so
        ("A/79/81", ["A/79/81", JOINT]),
        ("a/79/", ["A/79/8", "A/79/81", JOINT]),
        ("79/8", ["A/79/8", "A/79/81", JOINT]),
        ("818", [JOINT, "A/78/818"]),  # the latest first
        ("2025/71", ["S/2025/71", "S/2025/71/Rev.1"]),
        ("S/2025/156", [JOINT]),
        ("the letters A/78/818 and S/2025/71 of Oronesia", ["A/78/818", "S/2025/71"]),
        ("2023-03-22 Azerbaijan", ["2023-03-22 Azerbaijan"]),
        ("nothing that names a letter", []),
    ],
)
def test_lookup_ranks(held: Library, text: str, expected: list[str]) -> None:
    assert [found.id for found in held.lookup(text)] == expected
    assert [found.id for found in held.lookup(text, limit=1)] == expected[:1]


def test_what_is_cited_and_not_held_is_known_without_its_organ_too(held: Library) -> None:
    assert held.candidate("77/794") == held.candidate("A/77/794")
    with pytest.raises(NotFound):
        held.candidate("77/79")
    for query in ("{}", "cites:{}"):
        short, whole = (held.search(Request(query.format(name), prefix_last=False)) for name in ("77/794", "A/77/794"))
        assert [hit.id for hit in short.hits] == [hit.id for hit in whole.hits] != []
        assert short.symbol == whole.symbol


@pytest.mark.parametrize("text", ["8 March 2023 Kestravia", "Kestravia, 8 March 2023", "2023-03-08 Kestravia"])
def test_a_letter_is_cited_under_its_date_however_that_is_written(held: Library, text: str) -> None:
    assert [hit.id for hit in held.search(Request(f'answers:"{text}"')).hits] == [JOINT]


def test_lookup_offers_what_is_cited_and_not_held(held: Library) -> None:
    whole, part = held.lookup("A/77/794")[0], held.lookup("A/77/7")
    assert (whole.id, whole.date, whole.sender) == (None, "2023-03-08", "Kestravia")
    assert whole.cited_by == (JOINT, "S/2025/71/Rev.1")
    assert whole.address == ADDRESS.format("A%2F77%2F794")
    assert [(found.symbols, found.id) for found in part[-1:]] == [(("A/77/794",), None)]


@pytest.mark.parametrize("text", ["77/794", "77/79", "A/77/794"])
def test_lookup_of_a_number_without_its_organ_finds_what_is_cited_and_not_held(held: Library, text: str) -> None:
    assert ("A/77/794", None) in [(found.symbols[0], found.id) for found in held.lookup(text)]
    if text != "77/79":
        assert held.lookup(text)[-1].cited_by == (JOINT, "S/2025/71/Rev.1")


def test_candidate_of_a_letter_held(held: Library) -> None:
    found = held.candidate("a/79/8")
    assert (found.id, found.symbols, found.date, found.sender) == ("A/79/8", ("A/79/8",), "2024-09-01", "Oronesia")
    assert found.cited_by == ("2016-01-14 Secretary-General (2)",) or found.cited_by == (
        "2016-01-14 Secretary-General",
    )
    assert found.inferred_from == ()


def test_candidate_of_one_that_is_not_held_tells_what_citing_letters_do(held: Library) -> None:
    found = held.candidate("S/2023/185")
    assert (found.symbols, found.id, found.date) == (("A/77/794", "S/2023/185"), None, "2023-03-08")
    assert found.cited_by == (JOINT, "S/2025/71/Rev.1")  # the second names the other half only
    assert held.candidate("2023-03-08 Kestravia").symbols == ("A/77/794", "S/2023/185")
    nowhere = held.candidate("A/61/1")
    assert (nowhere.cited_by, nowhere.date, nowhere.address) == ((), None, ADDRESS.format("A%2F61%2F1"))


def test_candidate_of_words_is_refused_with_what_a_symbol_looks_like(held: Library) -> None:
    with pytest.raises(NotFound) as refused:
        held.candidate("lighthouse")
    assert "A/79/818" in refused.value.hint


def test_resolve_gives_everything_a_text_names_in_order(held: Library) -> None:
    text = "As A/79/818–S/2025/156, resolution 2334 (2016) and S/2025/71 say; not A/61/1."
    found = held.resolve(text)
    assert [(one.text, one.symbols, one.letters) for one in found] == [
        ("A/79/818–S/2025/156", ("A/79/818", "S/2025/156"), (JOINT,)),
        ("2334 (2016)", ("S/RES/2334 (2016)",), ()),
        ("S/2025/71", ("S/2025/71",), ("S/2025/71",)),
        ("A/61/1", ("A/61/1",), ()),
    ]
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in found)
    assert held.resolve("") == ()


def test_letter_by_any_name(held: Library) -> None:
    assert held.letter("79/818").symbols == ("A/79/818", "S/2025/156")
    with pytest.raises(NotFound, match="No letter here is called A/1/1"):
        held.letter("A/1/1")
    with pytest.raises(NotFound, match="may mean"):
        held.letter("2016-01-14 secretary-general")


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=60) | st.text("AS/79818-2025 ()%_.", max_size=30))
def test_no_words_break_a_look_up(held: Library, text: str) -> None:
    named = held.identify(text)
    assert all(held.identify(one) == (one,) for one in named)
    assert len(held.lookup(text, limit=3)) <= 3
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in held.resolve(text))

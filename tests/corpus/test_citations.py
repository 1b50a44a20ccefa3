"""What a passage cites: places, locators, letters told without a symbol, short forms and their antecedents."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.model import CitationKind
from tests.corpus.told import citations, compose


def shown(text: str) -> list[str]:
    whole = compose(text)[0]
    return [f"{c.kind.value}: {c.span.of(whole)}" for c in citations(text)]


PENWICK = "the letter dated 8 May 2025 from the Permanent Representative of Penwick"

LOCATORS = [
    ("See A/79/901-S/2025/300, annex.", "annex", "after a joint symbol"),
    ("See A/79/12, paras. 4 and 5.", "paras. 4 and 5", "two paragraphs"),
    ("See A/79/12, para. 4 (a), of the report", "para. 4 (a)", "a sub-paragraph"),
    ("See S/2025/3, annex II, appendix", "annex II, appendix", "an appendix of an annex"),
    ("See S/2025/3, enclosure 2.", "enclosure 2", "a numbered enclosure"),
    ("véase S/2025/3, párr. 4", "párr. 4", "Spanish"),
    ("(A/34/460, annexe)", "annexe", "French"),
    ("See S/2025/3, which says", None, "no locator"),
    ("See S/2025/3, 14 May 2025", None, "a date is no locator"),
]

SHORT = [
    ("The aforementioned letter is wrong.", "The aforementioned letter"),
    ("The letter in question is wrong.", "The letter in question"),
    ("The letter under reference is wrong.", "The letter under reference"),
    ("The above-mentioned letter is wrong.", "The above-mentioned letter"),
    ("The said letter is wrong.", "The said letter"),
    ("That letter is wrong.", "That letter"),
    ("His letter is wrong.", "His letter"),
    ("The letter is wrong.", "The letter"),
]

OTHERS = [
    ("Letters of credit were found, and a letter bomb.", [], "other senses of the word"),
    ("It breaks the letter and the spirit of the Charter.", [], "the letter and the spirit"),
    ("The present letter asks nothing.", [], "the letter itself"),
    ("By CML/14/2019 the mission wrote.", ["mission note: CML/14/2019"], "a mission's own number"),
    ("By note verbale No. 22/HC-2020 it replied.", ["mission note: 22/HC-2020"], "a numbered note verbale"),
    ("The Board met, see S/2025/3.", ["symbol: S/2025/3"], "a symbol"),
    ("Resolution 2334 (2016) stands.", ["resolution: 2334 (2016)"], "a resolution in words"),
    ("Resolution S/RES/2334 (2016) stands.", ["symbol: S/RES/2334 (2016)"], "by its symbol: once"),
    ("His letter of 4 March was late.", ["letter: His letter"], "a date is enough"),
    (
        "Identical letters dated 20 and 25 February 2025 came.",
        ["letter: Identical letters", "letter: 25 February 2025"],
        "each letter of a list has its place",
    ),
    ("A letter came.", [], "neither date nor symbol: nothing to find"),
    ("One.¹\n\n¹ Osric Fennimoor, Between Two Lamps (Penwick, 1931), pp. 4–5.", None, "a book is a source"),
]


@pytest.mark.parametrize(("text", "locator", "reason"), LOCATORS)
def test_a_locator_says_where_in_the_source(text: str, locator: str | None, reason: str) -> None:
    (cited,) = [c for c in citations(text) if c.kind is CitationKind.SYMBOL]
    assert cited.locator == locator, reason


@pytest.mark.parametrize(("text", "form"), SHORT)
def test_a_short_form_stands_for_what_was_named_before(text: str, form: str) -> None:
    whole = f"I refer to {PENWICK} (A/79/901-S/2025/300). {text}"
    symbol, short = citations(whole)
    assert short.kind is CitationKind.SHORT
    assert short.span.of(whole) == form
    assert short.symbols == symbol.symbols == ("A/79/901", "S/2025/300")


def test_a_short_form_of_a_letter_without_a_symbol_keeps_its_description() -> None:
    _, short = citations(f"I refer to {PENWICK}. The aforementioned letter is wrong.")
    assert short.described is not None
    assert (short.described.date, short.described.sender) == ("2025-05-08", "Permanent Representative of Penwick")


def test_a_short_form_stands_for_the_last_of_several() -> None:
    text = f"I refer to {PENWICK} (S/2025/300) and to the letter from Lumeria (S/2025/301). The said letter is long."
    assert citations(text)[-1].symbols == ("S/2025/301",)


def test_a_short_form_with_nothing_before_it_stands_for_nothing() -> None:
    assert citations("The aforementioned letter is wrong.") == []


@pytest.mark.parametrize(("text", "expected", "reason"), OTHERS)
def test_what_is_cited(text: str, expected: list[str] | None, reason: str) -> None:
    if expected is None:
        assert [c.kind for c in citations(text)] == [CitationKind.SOURCE], reason
    else:
        assert shown(text) == expected, reason


VOCABULARY = (
    "the letter dated 8 May 2025 from Permanent Representative of Penwick ( S/2025/300 ) A/79/901-S/2025/300 , and his"
    " aforementioned note verbale statement reject in reply to resolution 2334 (2016) my your . “ ” annex see"
)
WORDS = st.sampled_from(VOCABULARY.split())


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_places_lie_in_the_text_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    found = citations(text)
    assert [c.span.start for c in found] == sorted(c.span.start for c in found)
    assert all(0 <= c.span.start < c.span.end <= len(text) for c in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I refer to my letter dated 3 May 2025 (S/2025/270). The President replied in a letter dated 5 May 2025"
            " (S/2025/275) that the members had taken note of the intention expressed in my letter.",
            [("my letter", ("S/2025/270",))],
        ),
        ("I refer to the letter dated 3 May 2025 (S/2025/270). The Communications Unit is by the communication.", []),
        ("Me refiero a la carta de fecha 3 de mayo de 2025 (S/2025/270). La Carta obliga a todos.", []),
        ("I refer to the letter dated 3 May 2025 (S/2025/270). It is said that a communications tower fell.", []),
    ],
)
def test_a_short_form_stands_for_a_letter_of_the_same_hand(text: str, expected: list[object]) -> None:
    short = [c for c in citations(text) if c.kind is CitationKind.SHORT]
    whole = compose(text)[0]
    assert [(c.span.of(whole), c.symbols) for c in short] == expected

"""Where rules of replies end: closing requests, openings, echoes of one letter, notes, and frozen values."""

from __future__ import annotations

import dataclasses

import pytest

from corpus.identity import Identity
from corpus.mention import Mention
from corpus.model import BlockKind, RelationKind, Span
from corpus.nouns import Head, Noun
from corpus.setting import Setting
from corpus.stance import forwarded, takes_issue
from tests.corpus.told import links, relations

EDGES = [
    (
        "I refer to the letter dated 4 May 2025 (S/2025/300).",
        ["answers S/2025/300"],
        "no author: the occasion of the letter",
    ),
    ("The letter dated 4 May 2025 (S/2025/300) is long.", ["cites S/2025/300"], "no author, no reference"),
    ("I refer to what was said in a letter dated 4 May 2025 (S/2025/300).", ["cites S/2025/300"], "said in a letter"),
    ("A.\n\nB.\n\nI refer to the letter dated 4 May 2025 (S/2025/300).", ["answers S/2025/300"], "the third paragraph"),
    ("A.\n\nB.\n\nC.\n\nI refer to the letter dated 4 May 2025 (S/2025/300).", ["cites S/2025/300"], "the fourth"),
    (
        "In reply to the letter dated 4 May 2025 (S/2025/300), I write.",
        ["answers S/2025/300"],
        "a reply, to nobody named",
    ),
    (
        "A.\n\nB.\n\nC.\n\nIn reply to the letter dated 4 May 2025 (S/2025/300), I write.",
        ["answers S/2025/300"],
        "anywhere",
    ),
    (
        "I should be grateful if you would have my letter dated 4 May 2025 (S/2025/300) circulated as a document of the"
        " Security Council.",
        [],
        "the closing request is not searched",
    ),
    (
        "Further to my letter dated 4 May 2025 (S/2025/300), I should be grateful if you would have the present letter,"
        " like that of Penwick and the letter of 6 May 2025 (S/2025/301), circulated as a document.",
        ["follows S/2025/300"],
        "what stands before the request is",
    ),
    (
        "My letter dated 4 May 2025 (S/2025/300) was late. His letter dated 6 May 2025 (S/2025/301) was later.",
        ["follows S/2025/300", "cites S/2025/301"],
        "his is not mine",
    ),
    (
        "My letter dated 4 May 2025 (S/2025/300) was late. The said letter (S/2025/300) is long.",
        ["follows S/2025/300"],
        "the said letter is mine",
    ),
    (
        "I refer to the letter from Penwick (S/2025/300). Those letters (S/2025/300 and S/2025/301) are false.",
        ["answers S/2025/300", "answers S/2025/301"],
        "those letters are Penwick's",
    ),
    ("I refer to document S/2025/239, submitted by the Panel of Experts.", [], "a panel writes no letters"),
    ("I refer to document S/2025/239, submitted by Armenia.", ["answers S/2025/239"], "a State does"),
    ("A.\n\nB.\n\nC.\n\nDocument S/2025/239, submitted by Armenia, is long.", ["cites S/2025/239"], "past the opening"),
    ("This follows the request made on 28 January (see S/2025/89).", [], "no year"),
    ("This follows the request made on 28 January 2025 (see S/2025/89).", ["cites S/2025/89"], "a full date"),
    (
        "This follows the request made on 28 January 2025, after which the lamps went out (see S/2025/89).",
        [],
        "too far",
    ),
    ("This follows the report of 28 January 2025 (see S/2025/89).", [], "a report"),
    ("In reply to S/2025/89, I write.", ["answers S/2025/89"], "a bare symbol replied to"),
    ("A.\n\nB.\n\nC.\n\nIn reply to S/2025/89, I write.", [], "past the opening"),
    ("In reply to the call for lamps (see S/2025/89), I write.", [], "the call is replied to"),
    (
        "I refer to the statement of the representative of Penwick of 4 May 2025.\n\nIt is false.",
        ["answers 2025-05-04"],
        "contested in the next paragraph",
    ),
    (
        "I refer to the statement of the representative of Penwick of 4 May 2025.\n\nA.\n\nB.\n\nIt is false.",
        [],
        "contested too late",
    ),
    ("I refer to the statement of the representative of Penwick in S/PRST/2025/5, which is false.", [], "a mandate"),
    ("The statement of Penwick (S/2025/300) is long.", ["cites S/2025/300"], "a statement that was circulated"),
    ("Our statement (S/2025/300) is long.", ["follows S/2025/300"], "our own, circulated"),
    ("Your reply dated 4 May 2025 (S/2025/300) came.", ["cites S/2025/300"], "a reply received"),
    (
        "A.\n\nB.\n\nC.\n\nThe letter dated 4 May 2025 from the Secretary-General (S/2025/300) is long.",
        ["cites S/2025/300"],
        "the addressee's letter, past the opening",
    ),
]

ECHOES = [
    (
        "I refer to the letter of 4 May 2025 from Penwick (S/2025/300). The letter of 4 May 2025 from Penwick came.",
        ["answers S/2025/300"],
        "date and author say it is the one with the symbol",
    ),
    (
        "I refer to the letter of 4 May 2025 from Penwick (S/2025/300) and to the letter of 4 May 2025 from Lumeria.",
        ["answers S/2025/300", "answers 2025-05-04"],
        "one day, two authors",
    ),
    (
        "I refer to the letter of 4 May 2025 from Penwick (S/2025/300) and to that letter of 6 May 2025 from Penwick.",
        ["answers S/2025/300", "answers 2025-05-06"],
        "one author, two days",
    ),
    (
        "I refer to the letter dated 4 May 2025 from Penwick. In reply to the letter from Penwick, I write.",
        ["answers 2025-05-04"],
        "no date: the one that has one",
    ),
    (
        "I transmit herewith a letter of 4 May 2025 from Penwick. I reject the letter dated 4 May 2025 from Penwick.",
        ["transmits 2025-05-04", "answers 2025-05-04"],
        "what is forwarded is told apart",
    ),
    (
        "I refer to the letter of 4 May 2025 from Turkey and to the letter of 4 May 2025 from Türkiye.",
        ["answers 2025-05-04"],
        "two names of a State",
    ),
]


@pytest.mark.parametrize(("text", "expected", "reason"), [*EDGES, *ECHOES])
def test_where_a_rule_ends(text: str, expected: list[str], reason: str) -> None:
    assert links(text) == expected, reason


def test_a_letter_named_in_a_note_is_proved_there() -> None:
    (found,) = relations("We are firm.¹ So it is.\n\n¹ See our letter dated 4 May 2025 (S/2025/300).")
    assert found.block == "n¹"
    assert found.kind is RelationKind.FOLLOWS


def test_a_note_rejects_with_the_sentence_that_calls_it() -> None:
    text = "We reject the letters of Penwick.¹\n\n¹ A/79/1-S/2025/1 and A/79/2-S/2025/2."
    assert links(text) == ["answers A/79/1", "answers A/79/2"]
    assert links("Penwick sent letters.¹\n\n¹ A/79/1-S/2025/1.") == ["cites A/79/1"]
    assert links("The lamps are out.¹\n\n¹ A/79/1-S/2025/1.") == []
    assert links("We said so in our letter.¹\n\n¹ Report S/2025/1.") == ["follows S/2025/1"]


def test_the_note_of_one_dated_letter_tells_its_date_and_author() -> None:
    (found,) = relations("The letter of 4 May 2025 from Penwick is false.¹\n\n¹ S/2025/300.")
    assert found.symbols == ("S/2025/300",)
    assert (found.described.date, found.described.sender) == ("2025-05-04", "Penwick")


def test_dates_are_shared_out_over_symbols() -> None:
    first, second = relations("I refer to the letters from Penwick dated 4 and 6 May 2025 (S/2025/300 and S/2025/301).")
    assert (first.described.date, second.described.date) == ("2025-05-04", "2025-05-06")
    first, second = relations(
        "I refer to the letters from Penwick dated 4 May 2025 (S/2025/300) and 6 May (S/2025/301)."
    )
    assert (first.described.date, second.described.date) == ("2025-05-04", "2025-05-06")
    first, second = relations("I refer to the letters from Penwick of 4 May 2025 (S/2025/300 and S/2025/301).")
    assert (first.described.date, second.described.date) == ("2025-05-04", None)


FAR = [
    (f"I transmit {'x' * 136} herewith the statement of Penwick.", True),
    (f"I transmit {'x' * 156} herewith the statement of Penwick.", False),
]


@pytest.mark.parametrize(("text", "forwards"), FAR)
def test_what_is_forwarded_stands_near_its_verb(text: str, forwards: bool) -> None:
    assert bool(relations(text)) is forwards


ANNEXED = [
    ("In its opening it may: in reply to the letter of 4 May 2025 from Penwick.", ["answers 2025-05-04"]),
    ("A.\n\nB.\n\nC.\n\nIn reply to the letter of 4 May 2025 from Penwick.", []),
    ("A.\n\nB.\n\nC.\n\nMy letter of 4 May 2025 to the Secretary-General was late.", ["follows 2025-05-04"]),
    ("A.\n\nB.\n\nC.\n\nMy letter of 4 May 2025 to the Mayor was late.", []),
    ("A.\n\nB.\n\nC.\n\nThe letter of 4 May 2025 from Penwick to the Secretary-General is false.", []),
]


@pytest.mark.parametrize(("text", "expected"), ANNEXED)
def test_in_an_annex_words_alone_say_less(text: str, expected: list[str]) -> None:
    assert links(text, part="a1") == expected


SPOKEN = [
    ("I welcome the statement of the representative of Penwick (S/PV.9970).", []),
    ("I reject the statement of the representative of Penwick (S/PV.9970).", ["answers S/PV.9970"]),
    ("A.\n\nB.\n\nC.\n\nI reject the statement of the representative of Penwick (S/PV.9970).", ["answers S/PV.9970"]),
    ("A.\n\nB.\n\nC.\n\nI reject the statement of the representative of Penwick of 4 May 2025.", []),
    ("I refer to the statement of the representative of Penwick (S/PV.9970). It is false.", ["answers S/PV.9970"]),
]


@pytest.mark.parametrize(("text", "expected"), SPOKEN)
def test_what_was_said_at_a_meeting(text: str, expected: list[str]) -> None:
    assert links(text) == expected


ISSUES = [
    ("The claim is baseless.", 0, True),
    ("He said: “the claim is baseless”.", 0, False),
    ('He said: "the claim is baseless".', 0, False),
    ("The letter, in which his Government rejects the light, is long.", 4, False),
    ("The letter, in which his Government rejects the light, is false.", 4, True),
    ("The letter, in which his Government rejects the light", 4, False),
    ("I reject the letter, in which his Government speaks.", 9, True),
    ("The lamp is out.", 0, False),
]


@pytest.mark.parametrize(("words", "at", "expected"), ISSUES)
def test_taking_issue_in_ones_own_words(words: str, at: int, expected: bool) -> None:
    assert takes_issue(words, at) is expected


FORWARDING = [
    ("I have the honour to transmit herewith ", True),
    ("I transmit, with reference to ", False),
    ("I transmit a lamp that came with ", False),
    ("I transmit the response to ", False),
    (f"I transmit {'x' * 80}", False),
    ("I refer to ", False),
]


@pytest.mark.parametrize(("before", "expected"), FORWARDING)
def test_a_verb_of_forwarding_governs_what_comes_next(before: str, expected: bool) -> None:
    assert forwarded(before) is expected


@pytest.mark.parametrize("kind", [Identity, Mention, Head, Setting])
def test_values_are_frozen(kind: type) -> None:
    params = kind.__dataclass_params__  # type: ignore[attr-defined]
    assert params.frozen
    assert "__slots__" in vars(kind)
    assert dataclasses.is_dataclass(kind)


def test_nothing_is_assumed_of_a_mention_or_a_setting() -> None:
    from corpus.identity import Author
    from corpus.model import Block

    mention = Mention(Noun.LETTER, Span(0, 1), Span(0, 1), Author.UNKNOWN)
    assert (mention.short, mention.leaning, mention.plural, mention.found, mention.dates) == (
        False,
        False,
        False,
        (),
        (),
    )
    setting = Setting(Block("p1", BlockKind.PARAGRAPH, Span(0, 1)), True, "")
    assert (setting.contested, setting.marked, setting.marked_span) == (False, "", None)

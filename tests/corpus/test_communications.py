"""Communications in a sentence: the noun, its author, dates and symbols, and where it stands."""

from __future__ import annotations

import pytest

from corpus.author_names import named_author, state_in
from corpus.communications import mentions_in
from corpus.identity import Author, Identity
from corpus.mention import Mention, within
from corpus.model import Party, Span
from corpus.nouns import Noun
from corpus.symbol_find import find

WHO = Identity.of((Party("Permanent Representative", "Sarnholt"),), ("Secretary-General",), "2025-06-20")
JOINT = Identity(("Sarnholt", "Penwick"), (), ("Secretary-General",), "2025-06-20")


def read(text: str, who: Identity = WHO) -> tuple[Mention, ...]:
    return mentions_in(text, Span(0, len(text)), find(text), who)


def symbols(mention: Mention) -> list[str]:
    return [s.key for f in mention.found for s in f.symbols]


AUTHORS = [
    ("My letter was late.", Author.OWN, "Sarnholt", "my"),
    ("Our letters were late.", Author.OWN, "Sarnholt", "our"),
    ("The letter of my predecessor was late.", Author.OWN, "Sarnholt", "predecessor"),
    ("Her predecessor’s letter was late.", Author.UNKNOWN, None, "another's predecessor"),
    ("Your letter was late.", Author.YOURS, "Secretary-General", "your"),
    ("The letter from the Secretary-General was late.", Author.YOURS, "Secretary-General", "by office"),
    ("The letter of the Permanent Representative of Sarnholt was late.", Author.OWN, "Sarnholt", "own, by office"),
    (
        "The letter from the Special Envoy for Sarnholt was late.",
        Author.OTHER,
        "Special Envoy for Sarnholt",
        "an envoy",
    ),
    ("The letter from the Lamp Society of Sarnholt was late.", Author.OTHER, "Lamp Society of Sarnholt", "a society"),
    ("The letter from Penwick was late.", Author.OTHER, "Penwick", "a State"),
    ("Penwick’s letter was late.", Author.OTHER, "Penwick", "a genitive"),
    ("The Armenian letter was late.", Author.OTHER, "Armenian", "an adjective of a State"),
    ("The Wooden letter was late.", Author.UNKNOWN, None, "any other adjective"),
    ("The letter that I addressed to you was late.", Author.OWN, "Sarnholt", "that I addressed"),
    ("I sent you a letter on lamps.", Author.OWN, "Sarnholt", "I sent"),
    ("My Government addressed a letter to you.", Author.OWN, "Sarnholt", "my Government addressed"),
    (
        "The Permanent Representative of Penwick sent a letter.",
        Author.OTHER,
        "Permanent Representative of Penwick",
        "sent",
    ),
    ("Nine keepers sent a letter.", Author.OTHER, None, "somebody sent it"),
    ("In a letter of 4 May 2025, I said so.", Author.OWN, "Sarnholt", "I, after the comma"),
    (
        "In a letter of 4 May 2025, the Minister of Penwick said so.",
        Author.OTHER,
        "Minister of Penwick",
        "they, after it",
    ),
    ("The Minister of Penwick said so in a letter.", Author.OTHER, "Minister of Penwick", "they, before it"),
    (
        "The Minister of Penwick told the Minister of Lumeria so in a letter.",
        Author.OTHER,
        "Minister of Penwick",
        "who is told has not written",
    ),
    (
        "The Minister of Penwick told the Minister of Lumeria in a letter.",
        Author.OTHER,
        "Minister of Penwick",
        "no verb",
    ),
    ("The Minister of Penwick said so in his letter.", Author.OTHER, "Minister of Penwick", "his"),
    ("Sarnholt said so in its letter.", Author.OWN, "Sarnholt", "its own"),
    ("Speaking to the Minister of Penwick in his letter.", Author.UNKNOWN, None, "spoken to, he does not write"),
    ("A letter was late.", Author.UNKNOWN, None, "nobody"),
    ("The letter concerning attacks by Penwick was late.", Author.UNKNOWN, None, "what it is about"),
    ("The letter of 4 March was late.", Author.UNKNOWN, None, "a month is nobody"),
    ("The letter of the United Nations was late.", Author.UNKNOWN, None, "nor is the Organization"),
    ("La lettre du représentant permanent du Penwick.", Author.OTHER, "représentant permanent du Penwick", "French"),
    ("Su carta fue tardía.", Author.YOURS, "Secretary-General", "Spanish su, of the addressee"),
    ("El Ministro de Penwick lo dijo en su carta.", Author.OTHER, "Ministro de Penwick", "Spanish su, of the subject"),
]

NOUNS = [
    ("a letter", [Noun.LETTER]),
    ("a note verbale and a report", [Noun.LETTER, Noun.PAPER]),
    ("a statement, remarks and a press release", [Noun.STATEMENT] * 3),
    ("the statement by the President of the Security Council", [Noun.PAPER]),
    ("document S/2025/1", [Noun.DOCUMENT]),
    ("the letter contained in document S/2025/1", [Noun.LETTER]),
    ("the letter, and document S/2025/1", [Noun.LETTER, Noun.DOCUMENT]),
    ("the present letter", []),
    ("this letter", []),
    ("an exchange of letters", []),
    ("letters of credit", []),
    ("letter bombs", []),
    ("the letter and spirit of the Charter", []),
    ("records show", []),
    ("the records of the meeting", [Noun.PAPER]),
    ("a note of thanks", []),
    ("a note of 4 May 2025", [Noun.LETTER]),
    ("in reply to", []),
    ("the reply dated 4 May 2025", [Noun.LETTER]),
    ("the reply of the Minister", [Noun.LETTER]),
]

BELONGING = [
    ("The letter from Penwick (S/2025/1) and S/2025/2.", [["S/2025/1", "S/2025/2"]], "a list goes on"),
    ("The letter (S/2025/1) names lamps (S/2025/2).", [["S/2025/1"], ["S/2025/2"]], "a verb ends it"),
    ("The letter on lamps (see S/2025/1) came.", [[], ["S/2025/1"]], "looked up"),
    ("The letter of 4 May 2025 (see S/2025/1) came.", [["S/2025/1"]], "looked up, right after its date"),
    ("The letter of 4 May 2025 (see S/2025/1, para. 5) came.", [[], ["S/2025/1"]], "a paragraph is a report's"),
    ("The report (S/2025/1) and the letter (S/2025/2).", [["S/2025/1"], ["S/2025/2"]], "each its own"),
    (f"The letter (S/2025/1){' and' * 40} (S/2025/2).", [["S/2025/1"], ["S/2025/2"]], "too far for a list"),
    ("See S/2025/1, S/2025/2.", [["S/2025/1", "S/2025/2"]], "no noun: one run"),
    (f"See S/2025/1 {'x' * 70} S/2025/2.", [["S/2025/1"], ["S/2025/2"]], "no noun: two runs"),
    ("Document S/2025/1, a letter from Penwick.", [[], ["S/2025/1"]], "the symbol before the noun"),
]

SHORT = [
    ("the aforementioned letter", True),
    ("these letters", True),
    ("the letter in question", True),
    ("his letter", True),
    ("the letter", True),
    ("my letter", True),
    ("a letter", False),
    ("the letter from Penwick", False),
    ("the letter dated 4 May 2025", False),
    ("the aforementioned letter of 4 May 2025", False),
    ("the statement", False),
]


@pytest.mark.parametrize(("text", "author", "sender", "reason"), AUTHORS)
def test_whose_it_is(text: str, author: Author, sender: str | None, reason: str) -> None:
    (told,) = [m for m in read(text) if m.noun is Noun.LETTER]
    assert (told.author, told.sender) == (author, sender), reason


@pytest.mark.parametrize(("text", "expected"), NOUNS)
def test_what_is_meant(text: str, expected: list[Noun]) -> None:
    assert [m.noun for m in read(text)] == expected


@pytest.mark.parametrize(("text", "expected", "reason"), BELONGING)
def test_which_symbols_belong_to_it(text: str, expected: list[list[str]], reason: str) -> None:
    assert [symbols(m) for m in read(text)] == expected, reason


@pytest.mark.parametrize(("text", "short"), SHORT)
def test_what_stands_for_one_named_before(text: str, short: bool) -> None:
    (told,) = read(text)
    assert told.short is short


def test_either_party_is_us_in_a_joint_letter() -> None:
    text = "Nothing prejudges what either party said in its letters."
    assert read(text, JOINT)[0].author is Author.OWN
    assert read(text)[0].author is Author.UNKNOWN


def test_a_mention_spans_its_words_and_its_symbols() -> None:
    text = "See also my earlier letters (S/2025/1 and S/2025/2), please."
    (told,) = read(text)
    assert told.span.of(text) == "my earlier letters (S/2025/1 and S/2025/2"
    assert (told.possessive, told.word, told.plural) == ("my", "letters", True)
    assert told.sentence == Span(0, len(text))


def test_a_mention_keeps_dates_with_their_year_and_its_addressee() -> None:
    (told,) = read("the letters of 4 and 6 May addressed to the President of the Security Council")
    assert told.dates == ("2025-05-04", "2025-05-06")
    assert told.addressee == "President of the Security Council"
    (you,) = read("the letter to you")
    assert you.addressee == "you"


def test_a_letter_annexed_to_another_shares_its_symbol() -> None:
    first, second = read("the letter dated 4 May 2025 and the letter annexed to it (S/2025/1)")
    assert symbols(first) == ["S/2025/1"]
    assert second.noun is Noun.PAPER
    assert symbols(second) == []
    first, second = read("the letter dated 4 May 2025 and the letter of lamps (S/2025/1)")
    assert (symbols(first), symbols(second)) == ([], ["S/2025/1"])


def test_a_sentence_of_more_nouns_than_prose_has_is_read_in_part() -> None:
    assert len(read("letter " * 100)) == 60


def test_what_is_found_within_a_span() -> None:
    found = find("S/2025/1 and S/2025/2 and S/2025/3")
    assert within(found, Span(0, 9)) == [found[0]]
    assert within(found, Span(13, 13 + 14)) == [found[1], found[2]]
    assert within(found, Span(1, 13)) == []


STATES = [
    ("Minister for Foreign Affairs of the Kingdom of Morocco", "Kingdom of Morocco"),
    ("Permanent Representative of the Islamic Republic of Iran", "Islamic Republic of Iran"),
    ("Ministro de Relaciones Exteriores de la República Árabe Siria", "República Árabe Siria"),
    ("Armenia", "Armenia"),
    ("Minister of the Democratic Republic of the Congo", "Democratic Republic of the Congo"),
    ("Oda Brill", None),
    ("Director General of the Organisation for the Prohibition of Chemical Weapons", None),
]


@pytest.mark.parametrize(("phrase", "state"), STATES)
def test_the_state_of_an_office(phrase: str, state: str | None) -> None:
    assert state_in(phrase) == state


NAMED = [
    (
        " dated 4 May from the Permanent Representative of Penwick to the United Nations",
        "Permanent Representative of Penwick",
    ),
    (" of 4 May 2025 of the Permanent Mission of Penwick", "Permanent Mission of Penwick"),
    (" sent by Oda Brill, Minister for the Sea of Penwick, on", "Oda Brill, Minister for the Sea of Penwick"),
    (" from Oda Brill, who", "Oda Brill"),
    (
        " concerning the lamps of Penwick, from the Permanent Representative of Lumeria",
        "Permanent Representative of Lumeria",
    ),
    (" concerning the lamps of Penwick", None),
    (" that describes at some length the lamps of Penwick", None),
    (" from May to June", None),
]


@pytest.mark.parametrize(("after", "name"), NAMED)
def test_an_author_named_after_a_noun(after: str, name: str | None) -> None:
    assert named_author(after) == name


def test_who_writes() -> None:
    assert WHO.name == "Sarnholt"
    assert Identity.of((Party("Secretary-General", ""),), (), None).name == "Secretary-General"
    assert Identity((), (), (), None).name is None
    assert not WHO.addresses("Secretary-General of the League of Lamps")
    assert WHO.addresses("Secretary-General of the United Nations")
    assert Identity(("Lamp Union",), (), (), None).owns("Chair of the Lamp Union")

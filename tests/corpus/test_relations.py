"""Who is answered, followed, forwarded or only cited: invented sentences in the language of diplomacy, with reasons."""

from __future__ import annotations

import time

import pytest

from corpus.model import Basis, Party, RelationKind
from tests.corpus.told import links, relations

SECRETARY = {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)}
PRESIDENT = {"senders": (Party("President of the Security Council", ""),), "to": ("Secretary-General",)}
COUNCIL = {"to": ("President of the Security Council",)}

OTHERS = [
    (
        "I write in connection with the letter dated 8 May 2025 from the Permanent Representative of Penwick"
        " (A/79/901-S/2025/300).",
        ["answers A/79/901"],
        "a neutral phrase: the other author makes it an answer",
    ),
    (
        "I reject the allegations in the letter dated 8 May 2025 from the representative of Penwick (S/2025/300).",
        ["answers S/2025/300"],
        "a verb of rejection",
    ),
    (
        "My Government categorically rejects the baseless claims contained in document S/2025/300, the letter of the"
        " Permanent Representative of Penwick.",
        ["answers S/2025/300"],
        "the document's number comes before its author",
    ),
    (
        "With reference to the letter of the Permanent Representative of Penwick dated 8 May 2025 (S/2025/300), I wish"
        " to state the following.",
        ["answers S/2025/300"],
        "with reference to",
    ),
    (
        "I have the honour to refer to the letter from the Permanent Representative of Penwick addressed to the"
        " President of the Security Council dated 8 May 2025, circulated as document S/2025/300.",
        ["answers S/2025/300"],
        "circulated as document",
    ),
    (
        "Further to the letter dated 8 May 2025 from the Permanent Representative of Penwick (S/2025/300), I have the"
        " honour to state the following.",
        ["answers S/2025/300"],
        "further to another's letter reacts to it",
    ),
    (
        "I am writing in response to the letters dated 8 and 12 May 2025 from the Permanent Representative of Penwick"
        " (S/2025/300 and S/2025/310).",
        ["answers S/2025/300", "answers S/2025/310"],
        "one answer to two letters, dates shared out in order",
    ),
    (
        "I refer to the letters from the Permanent Representatives of Penwick (S/2025/300) and Lumeria (S/2025/301).",
        ["answers S/2025/300", "answers S/2025/301"],
        "two authors",
    ),
    (
        "I refer to the letter dated 8 May 2025 from the Chargé d’affaires a.i. of the Permanent Mission of Penwick to"
        " the United Nations (S/2025/300).",
        ["answers S/2025/300"],
        "a chargé d'affaires",
    ),
    (
        "I wish to respond to the identical letters dated 8 May 2025 from the Permanent Observer of Penwick"
        " (A/79/901-S/2025/300).",
        ["answers A/79/901"],
        "identical letters",
    ),
    (
        "Penwick’s letter of 8 May 2025 (S/2025/300) contains falsehoods, which my Government refutes.",
        ["answers S/2025/300"],
        "a genitive",
    ),
    (
        "It is regrettable that the Permanent Representative of Penwick, in his letter dated 8 May 2025 (S/2025/300),"
        " made unfounded accusations against my country.",
        ["answers S/2025/300"],
        "his letter, of the subject before it",
    ),
    (
        "According to the letter dated 8 May 2025 from the Permanent Representative of Penwick (S/2025/300), the lamp"
        " was lit.",
        ["cites S/2025/300"],
        "a witness is called, not answered",
    ),
    (
        "The loss was confirmed by the letter dated 8 May 2025 from the Permanent Representative of Penwick"
        " (S/2025/300).",
        ["cites S/2025/300"],
        "confirmed by it",
    ),
    (
        "In a letter dated 8 May 2025 (S/2025/300), the Permanent Representative of Penwick stated that his Government"
        " “categorically rejects the allegations” of Lumeria.",
        ["cites S/2025/300"],
        "a rejection in quotation marks is another's",
    ),
    (
        "I refer to your letter.\n\nThe lamp is out.\n\nSo is the oil.\n\nThe keeper has gone.\n\nThe letter dated 8"
        " May 2025 from the Permanent Representative of Penwick (S/2025/300) gives the hours of the tide.",
        ["answers Secretary-General", "cites S/2025/300"],
        "past the opening a letter is only cited",
    ),
    (
        "My Government associates itself with the letter dated 8 May 2025 from the Permanent Representative of Penwick"
        " (S/2025/300) and supports the position expressed in it.",
        ["cites S/2025/300"],
        "support answers nobody",
    ),
    (
        "I refer to the letter dated 8 May 2025 from the Permanent Representative of Penwick and to the letter from the"
        " Harbour Master annexed to it (S/2025/300).",
        ["answers S/2025/300"],
        "one document: the letter and what is annexed to it",
    ),
    (
        "I refer to the letter from Oda Brill, Minister for Foreign Affairs of the Republic of Penwick, dated 8 May"
        " 2025 (S/2025/300).",
        ["answers S/2025/300"],
        "a person and her office",
    ),
    (
        "I refer to the letter dated 8 May 2025 from the Permanent Representative of Penwick concerning the attack by"
        " Sarnholt on a lamp (S/2025/300).",
        ["answers S/2025/300"],
        "what the letter is about names no author",
    ),
    (
        "I wish to draw your attention to the false statements made in the letter dated 8 May 2025 addressed to you by"
        " the Permanent Representative of Penwick (S/2025/300).",
        ["answers S/2025/300"],
        "addressed to you by another",
    ),
    (
        "I refer to the letter dated 8 May 2025 from the Permanent Representative of Penwick, in which his Government"
        " rejects the light.",
        ["answers 2025-05-08"],
        "no symbol: date and author are the target",
    ),
]

OWN = [
    ("Further to my letter dated 4 May 2025 (S/2025/280), I wish to add a lamp.", ["follows S/2025/280"], "my letter"),
    (
        "In follow-up to our letters dated 4 and 6 May 2025 (S/2025/280 and S/2025/284), we add a lamp.",
        ["follows S/2025/280", "follows S/2025/284"],
        "our letters",
    ),
    (
        "Pursuant to my letter of 4 May 2025, I enclose the list of lamps.",
        ["follows 2025-05-04"],
        "no symbol is printed",
    ),
    (
        "I refer to the letter dated 4 May 2025 from the Permanent Representative of Sarnholt (S/2025/280).",
        ["follows S/2025/280"],
        "the sender named in full",
    ),
    (
        "I refer to the letter dated 4 May 2025 from the Minister for Foreign Affairs of the Republic of Sarnholt"
        " addressed to you (S/2025/280).",
        ["follows S/2025/280"],
        "the minister of the same State",
    ),
    (
        "I refer to the letter of my predecessor dated 4 May 2015 (S/2015/280).",
        ["follows S/2015/280"],
        "the office goes on",
    ),
    (
        "My Government set out its concern in a letter dated 4 May 2025 (S/2025/280).",
        ["follows S/2025/280"],
        "my Government is the subject",
    ),
    (
        "I wrote to you on 4 May 2025 (S/2025/280) about the lamp.",
        ["follows S/2025/280"],
        "the verb stands for the letter",
    ),
    (
        "Further to the letter dated 4 May 2025 addressed to you (S/2025/280), I add a lamp.",
        ["follows S/2025/280"],
        "no author is named: one's own",
    ),
    (
        "The present letter is in follow-up to our 12 letters on the lamp. These letters, dated from 4 May 2020"
        " (A/74/800-S/2020/370) to 6 May 2025 (A/79/899-S/2025/288), form a record.",
        ["follows A/74/800", "follows A/79/899"],
        "these letters are ours, of which the ends are named",
    ),
    (
        "Our position has not changed.¹\n\n¹ See our letter dated 4 May 2025 (S/2025/280).",
        ["follows S/2025/280"],
        "a note says whose",
    ),
    (
        "We have set this out in our relevant correspondence.¹\n\n¹ A/77/100-S/2023/100; A/78/200-S/2024/200; and"
        " A/79/300-S/2025/30.",
        ["follows A/77/100", "follows A/78/200", "follows A/79/300"],
        "a note lists what its sentence calls ours",
    ),
    (
        "As it said in its letter of 4 May 2025,¹ Sarnholt is ready to bear the cost.\n\n¹ A/79/899-S/2025/288.",
        ["cites A/79/899"],
        "whose “its” is, is not said before it",
    ),
    (
        "Sarnholt is ready to bear the cost, as it has been since its letter of 4 May 2025.¹\n\n¹ A/79/899-S/2025/288.",
        ["follows A/79/899"],
        "the note gives the symbol of the letter described: one relation",
    ),
]

YOURS = [
    ("In reply to your letter dated 4 May 2025, I enclose a lamp.", ["answers 2025-05-04"], "the addressee's letter"),
    (
        "I acknowledge receipt of your letter dated 4 May 2025 (S/2025/280). I thank you for your letter.",
        ["answers S/2025/280"],
        "the second “your letter” is the first",
    ),
    (
        "I have the honour to refer to the note verbale of the Secretary-General dated 4 May 2025.",
        ["answers 2025-05-04"],
        "the addressee by office",
    ),
    (
        "I refer to the letter dated 4 May 2025 from the Secretary-General of the League of Lamps.",
        ["answers 2025-05-04"],
        "another secretary-general is another author",
    ),
]

COUNCIL_LETTERS = [
    (
        "I have the honour to inform you that your letter dated 4 May 2025 (S/2025/280) concerning your intention to"
        " appoint Oda Brill as your Envoy has been brought to the attention of the members of the Security Council."
        " They take note of the intention expressed in your letter.",
        PRESIDENT,
        ["answers S/2025/280"],
        "the Council's set answer",
    ),
    (
        "I have the honour to inform you that your letter dated 4 May 2025 (S/2025/280), in which the Council requested"
        " you to submit a report by 6 May 2025, has been brought to the attention of the members of the Council.",
        PRESIDENT,
        ["answers S/2025/280"],
        "it asks nobody to circulate anything",
    ),
    (
        "I refer to my letter dated 4 May 2025 (S/2025/280) and to the reply of the President of the Security Council"
        " dated 8 May 2025 (S/2025/281).",
        SECRETARY,
        ["follows S/2025/280", "cites S/2025/281"],
        "a reply received is named, not answered",
    ),
    (
        "I refer to the letter dated 4 May 2025 from the President of the Security Council (S/2025/280), in which the"
        " members of the Council asked for a lamp.",
        SECRETARY,
        ["answers S/2025/280"],
        "the addressee's letter as occasion",
    ),
    (
        "In a letter dated 4 May 2025 from the President of the Security Council (S/2025/280), the members of the"
        " Council requested me to report on lamps.",
        SECRETARY,
        ["answers S/2025/280"],
        "what was asked of the writer is answered",
    ),
    (
        "I refer to the exchange of letters dated 4 and 8 May 2025 (S/2025/280 and S/2025/281).",
        SECRETARY,
        ["follows S/2025/280", "cites S/2025/281"],
        "in an exchange the Secretary-General's comes first, and the Council's answer is only cited",
    ),
    (
        "I refer to the letters of my predecessor dated 28 September and 28 December 2009 on lamps (see S/2009/254,"
        " para. 5).",
        SECRETARY,
        ["follows 2009-09-28", "follows 2009-12-28"],
        "a numbered paragraph is a report's",
    ),
    (
        "By its resolution 2713 (2023) the Council asked for lamps (see S/2014/243 and S/2019/616).",
        SECRETARY,
        [],
        "symbols looked up are no letters",
    ),
    (
        "This is in line with the request of the Council of 28 January 2025 (see S/2025/89).",
        SECRETARY,
        ["cites S/2025/89"],
        "dated as letters are, and called nothing else",
    ),
    (
        "The present letter responds to the request in the statement by the President of the Security Council of 25"
        " April 2025 (S/PRST/2025/5).",
        SECRETARY,
        [],
        "a presidential statement is a mandate",
    ),
]

STATEMENTS = [
    (
        "I am writing in reference to the statement delivered by the representative of Penwick during the 9973rd"
        " meeting of the Security Council, held on 6 May 2025. Such a baseless allegation is a distortion of facts.",
        ["answers 2025-05-06"],
        "what is said after it takes issue with it",
    ),
    (
        "In exercise of the right of reply to the statement made by the representative of Penwick at the 9970th meeting"
        " of the Security Council (S/PV.9970), I wish to state the following.",
        ["answers S/PV.9970"],
        "the record stands for the statement",
    ),
    (
        "We categorically reject the allegations made by the representative of Penwick in the General Assembly on 21"
        " March 2025.",
        ["answers 2025-03-21"],
        "allegations, by whom and when",
    ),
    (
        "I welcome the statement made by the representative of Penwick on 21 March 2025.",
        [],
        "praise answers no statement",
    ),
    ("The statement of my delegation of 21 March 2025 stands.", [], "one's own statement is no letter"),
    (
        "I have the honour to respond to the false allegations in the statement of the Ministry of Foreign Affairs of"
        " Penwick, annexed to the letter dated 4 May 2025 (A/79/730-S/2025/41).",
        ["answers A/79/730"],
        "a statement that a letter carried",
    ),
]

OLD = [
    (
        "I have the honour to refer to the letter dated 5 May 1964 from the representative of Penwick (S/5688).",
        ["answers S/5688"],
        "a serial of the Council",
    ),
    (
        "With reference to the cablegram dated 5 May 1964 from the Minister for Foreign Affairs of Penwick (S/5688), my"
        " Government denies the charges.",
        ["answers S/5688"],
        "cablegram",
    ),
    (
        "I refer to my telegram of 5 May 1964 (document S/5688) and wish to add the following.",
        ["follows S/5688"],
        "telegram, and document in brackets",
    ),
    (
        "The charges in the letter of 5 May from the representative of Penwick, contained in document S/5688, are"
        " false.",
        ["answers S/5688"],
        "contained in document; a date without its year",
    ),
    ("Upon instructions from my Government, I refer to your cable dated 5 May 1964.", ["answers 1964-05-05"], "cable"),
]

ROMANCE = [
    (
        "J’ai l’honneur de me référer à la lettre datée du 8 mai 2025, adressée au Président du Conseil de sécurité par"
        " le Représentant permanent du Penwick (S/2025/300).",
        ["answers S/2025/300"],
        "French, addressee before sender",
    ),
    (
        "En réponse à la lettre en date du 8 mai 2025 du représentant permanent du Penwick (S/2025/300), mon"
        " Gouvernement tient à préciser ce qui suit.",
        ["answers S/2025/300"],
        "en réponse à",
    ),
    ("Comme suite à ma lettre du 4 mai 2025 (S/2025/280), je précise.", ["follows S/2025/280"], "comme suite à"),
    (
        "Mon Gouvernement rejette les allégations mensongères contenues dans la lettre du Représentant permanent du"
        " Penwick datée du 8 mai 2025 (S/2025/300).",
        ["answers S/2025/300"],
        "rejette",
    ),
    ("J’accuse réception de votre lettre du 4 mai 2025.", ["answers 2025-05-04"], "votre lettre"),
    (
        "Tengo el honor de referirme a la carta de fecha 8 de mayo de 2025 dirigida al Presidente del Consejo de"
        " Seguridad por el Representante Permanente de Penwick (S/2025/300).",
        ["answers S/2025/300"],
        "Spanish, addressee before sender",
    ),
    (
        "Tengo el honor de responder a la carta de fecha 8 de mayo de 2025 del Representante Permanente de Penwick"
        " (S/2025/300).",
        ["answers S/2025/300"],
        "the preposition is not taken for an article",
    ),
    ("En seguimiento de mi carta de 4 de mayo de 2025 (S/2025/280), añado.", ["follows S/2025/280"], "en seguimiento"),
    (
        "En respuesta a su carta de fecha 4 de mayo de 2025, adjunto.",
        ["answers 2025-05-04"],
        "su carta: the addressee's",
    ),
    (
        "Rechazamos las acusaciones infundadas que el Representante Permanente de Penwick formula en su carta de fecha"
        " 8 de mayo de 2025 (S/2025/300).",
        ["answers S/2025/300"],
        "su carta: the subject's",
    ),
]


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [*OTHERS, *OWN, *YOURS, *STATEMENTS, *ROMANCE],
    ids=lambda v: v if isinstance(v, str) and len(v) < 70 else "",
)
def test_a_letter_of_a_state(text: str, expected: list[str], reason: str) -> None:
    assert links(text) == expected, reason


@pytest.mark.parametrize(("text", "expected", "reason"), OLD)
def test_a_letter_of_the_first_decades(text: str, expected: list[str], reason: str) -> None:
    assert links(text, date="1964-05-20", **COUNCIL) == expected, reason


@pytest.mark.parametrize(("text", "given", "expected", "reason"), COUNCIL_LETTERS)
def test_the_secretary_general_and_the_council(
    text: str, given: dict[str, object], expected: list[str], reason: str
) -> None:
    assert links(text, **given) == expected, reason


def test_a_relation_made_in_an_annex_says_so() -> None:
    text = "I wish to respond to the letter dated 8 May 2025 from the Permanent Representative of Penwick (S/2025/300)."
    (found,) = relations(text, part="a1", author="Minister for Foreign Affairs of Sarnholt")
    assert (found.kind, found.part, found.block) == (RelationKind.ANSWERS, "a1", "a1.p1")


@pytest.mark.parametrize(
    ("text", "expected", "reason"),
    [
        ("Further to my letter dated 8 May 2025 (S/2025/300), I add a lamp.", ["follows S/2025/300"], "the minister's"),
        ("I refer to the letter from Armenia of 8 May 2025.", ["follows 2025-05-08"], "his own State's"),
        ("I refer to the letter from Sarnholt of 8 May 2025.", ["answers 2025-05-08"], "the covering State is another"),
        (
            "The lamp.\n\nThe oil.\n\nThe wick.\n\nThe letter from Sarnholt of 8 May 2025 is long.",
            [],
            "past its opening",
        ),
        (
            "The lamp.\n\nThe oil.\n\nThe wick.\n\nThe letter from Sarnholt of 8 May 2025 (S/2025/300) is false.",
            ["answers S/2025/300"],
            "a symbol speaks anywhere",
        ),
    ],
)
def test_an_annexed_letter_speaks_for_its_own_author(text: str, expected: list[str], reason: str) -> None:
    assert links(text, part="a1", author="Minister for Foreign Affairs of Armenia") == expected, reason


def test_what_symbol_and_words_disagree_on_is_kept() -> None:
    (found,) = relations("I refer to the letter dated 8 May 2020 from the representative of Penwick (S/2025/300).")
    assert found.symbols == ("S/2025/300",)
    assert (found.described.date, found.described.sender) == ("2020-05-08", "representative of Penwick")


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("I refer to the letter dated 8 May 2025 from the representative of Penwick (S/2025/300).", Basis.ALL),
        ("I refer to the letter from the representative of Penwick (S/2025/300).", Basis.SYMBOL),
        ("In reply to the letter dated 8 May 2025 (S/2025/300), I write.", Basis.SYMBOL),
        ("I refer to the letter dated 8 May 2025 from the representative of Penwick.", Basis.DESCRIPTION),
    ],
)
def test_a_relation_says_what_it_rests_on(text: str, basis: Basis) -> None:
    (found,) = relations(text)
    assert found.basis is basis


def test_the_proof_is_the_sentence_that_names_it() -> None:
    text = "The lamp is out. I refer to the letter from the representative of Penwick (S/2025/300). It was late."
    (found,) = relations(text)
    assert found.evidence.of(text) == "I refer to the letter from the representative of Penwick (S/2025/300)."
    assert found.block == "p1"


def test_a_bare_symbol_in_a_note_is_proved_by_the_sentence_that_calls_it() -> None:
    text = "The lamp is out. We said so in our letter.¹ It is still out.\n\n¹ A/79/899-S/2025/288."
    (found,) = relations(text)
    assert found.block == "p1"
    assert found.evidence.of(text.replace("¹", "", 1)) == "We said so in our letter."


def test_the_strongest_of_several_relations_to_one_target_stays() -> None:
    text = (
        "A letter dated 8 May 2025 from the representative of Penwick (S/2025/300) came. I reject the letter dated 8"
        " May 2025 from the representative of Penwick (S/2025/300). I welcome the letter of Penwick (S/2025/300)."
    )
    assert links(text) == ["answers S/2025/300"]


def test_a_letter_of_a_later_day_than_the_letter_itself_is_none() -> None:
    assert links("I refer to the letter dated 8 May 2026 from the representative of Penwick.") == []
    assert links("I refer to the letter dated 20 June 2025 from the representative of Penwick.") == [
        "answers 2025-06-20"
    ]


def test_the_letter_itself_is_nobody_elses() -> None:
    assert links("My letter dated 20 June 2025 asks for a lamp.") == []


FORWARDED = [
    (
        "I transmit herewith a letter dated 4 May 2025 from the Minister of the Sea.",
        "2025-05-04",
        "Minister of the Sea",
    ),
    ("Please find attached a letter from Oda Brill, Minister of the Sea.", None, "Oda Brill, Minister of the Sea"),
    ("I have the honour to forward the statement of the Ministry of the Sea (see annex).", None, "Ministry of the Sea"),
    ("I transmit herewith the statement on the lamp.", None, "Sarnholt"),
    ("I enclose herewith the report of the National Mechanism of Penwick.", None, "National Mechanism of Penwick"),
    (
        "J’ai l’honneur de vous faire tenir ci-joint une lettre du Ministre des affaires étrangères du Penwick.",
        None,
        "Ministre des affaires étrangères du Penwick",
    ),
    ("Tengo el honor de transmitirle una carta del Ministro del Mar (véase el anexo).", None, "Ministro del Mar"),
]
NOT_FORWARDED = [
    ("A list of lamps is in the annex to the present letter.", "the annex is no verb"),
    ("I transmit herewith the report of Sarnholt.", "one's own report is no communication of another"),
    ("I transmit the letter.", "nothing goes along"),
    ("I enclose herewith a lamp.", "no communication"),
    ("The statement annexed to the letter of Penwick is wrong.", "annexed to another's"),
]


@pytest.mark.parametrize(("text", "day", "sender"), FORWARDED)
def test_what_is_forwarded(text: str, day: str | None, sender: str) -> None:
    (found,) = [r for r in relations(text) if r.kind is RelationKind.TRANSMITS]
    assert (found.described.date, found.described.sender) == (day, sender)
    assert found.evidence.of(text) == text


@pytest.mark.parametrize(("text", "reason"), NOT_FORWARDED)
def test_what_is_not_forwarded(text: str, reason: str) -> None:
    assert not [r for r in relations(text) if r.kind is RelationKind.TRANSMITS], reason


@pytest.mark.parametrize(
    "words", ["in a letter ", "the letter dated 4 May 2025 (S/2025/1) and ", "statement ", "his ", "A/"]
)
def test_time_grows_with_the_text_alone(words: str) -> None:
    began = time.perf_counter()
    relations(words * (30_000 // len(words)))
    assert time.perf_counter() - began < 8

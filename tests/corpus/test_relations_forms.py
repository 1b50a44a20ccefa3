"""Forms that letters give to a reply, one sentence each, with the sender they are read for and the reason."""

from __future__ import annotations

import pytest

from corpus.model import Party
from tests.corpus.told import links

FORMS = [
    (
        "Upon instructions from my Government, and further to our previous letters, the latest of which is "
        "dated 4 May 2025 (S/2025/280), I wish to inform you.",
        {},
        ["follows S/2025/280"],
        "further to our letters, the latest dated",
    ),
    (
        "I am writing to you with regard to the letter addressed to you on 8 May 2025 by the Permanent "
        "Representative of Israel to the United Nations (A/79/901-S/2025/300).",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),)},
        ["answers A/79/901"],
        "addressed on a date, by another",
    ),
    (
        "I write in reference to the letter dated 8 May 2025 from the representative of the Israeli regime to"
        " the President of the Security Council (S/2025/300).",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),)},
        ["answers S/2025/300"],
        "an hostile name for a State",
    ),
    (
        "I am compelled to address the baseless allegations levelled against my country in the letter dated 8"
        " May 2025 from the Permanent Representatives of France, Germany and the United Kingdom of Great "
        "Britain and Northern Ireland (S/2025/300).",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),)},
        ["answers S/2025/300"],
        "three authors in one list",
    ),
    (
        "The Islamic Republic of Iran has clarified its position in its previous communications, including "
        "the letters dated 4 May 2025 (S/2025/280) and 6 May 2025 (A/79/890-S/2025/285).",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),)},
        ["follows S/2025/280", "follows A/79/890"],
        "clarified in earlier letters",
    ),
    (
        "As stated in my letters dated 4 May 2025 (S/2025/280) and 6 May 2025 (S/2025/285), as well as in the"
        " letter dated 7 May 2025 from the Permanent Representative of the Russian Federation (S/2025/290), "
        "the matter is closed.",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),)},
        ["follows S/2025/280", "follows S/2025/285", "cites S/2025/290"],
        "two of ours and one of a third party",
    ),
    (
        "I have the honour to refer to the letters of the Permanent Mission of Armenia dated 4 and 6 May 2025"
        " (A/79/880-S/2025/280 and A/79/890-S/2025/285).",
        {"senders": (Party("Permanent Representative", "Azerbaijan"),)},
        ["answers A/79/880", "answers A/79/890"],
        "letters of a mission",
    ),
    (
        "I am writing in connection with the letter of the Permanent Representative of Armenia dated 4 May "
        "2025 (A/79/880-S/2025/280), in which Armenia once again attempts to mislead the international "
        "community.",
        {"senders": (Party("Permanent Representative", "Azerbaijan"),)},
        ["answers A/79/880"],
        "the author before the symbol",
    ),
    (
        "Armenia's claims, as contained in the annex to the letter dated 4 May 2025 from its Permanent "
        "Representative (A/79/880-S/2025/280), are groundless.",
        {"senders": (Party("Permanent Representative", "Azerbaijan"),)},
        ["answers A/79/880"],
        "a genitive before the noun, its office after",
    ),
    (
        "With reference to the letter dated 4 May 2025 from the Permanent Representative of the Russian "
        "Federation to the United Nations addressed to the Secretary-General (A/79/880-S/2025/280), Ukraine "
        "states the following.",
        {"senders": (Party("Permanent Representative", "Ukraine"),)},
        ["answers A/79/880"],
        "addressed to the Secretary-General, as most are",
    ),
    (
        "The Permanent Mission of Cuba presents its compliments to the Secretary-General and, with reference "
        "to its note verbale No. 123 dated 4 May 2025, has the honour to inform him.",
        {"senders": (Party("Permanent Mission", "Cuba"),)},
        ["follows 2025-05-04"],
        "a note verbale speaks of itself as it",
    ),
    (
        "The Permanent Mission of Cuba presents its compliments to the Secretary-General and, in response to "
        "his note verbale dated 4 May 2025, has the honour to transmit herewith the report of Cuba.",
        {"senders": (Party("Permanent Mission", "Cuba"),)},
        ["answers 2025-05-04"],
        "and of its addressee as he",
    ),
    (
        "The Permanent Mission of Cuba presents its compliments to the Chair of the Committee and has the "
        "honour to refer to the note verbale of the Chair dated 4 May 2025.",
        {"senders": (Party("Permanent Mission", "Cuba"),), "to": ("Chair of the Committee",)},
        ["answers 2025-05-04"],
        "the addressee of a committee",
    ),
    (
        "The present letter is further to the letters dated 4 May 2025 (S/2025/280), 5 May 2025 (S/2025/281) "
        "and 6 May 2025 (S/2025/282) that I addressed to you.",
        {},
        ["follows S/2025/280", "follows S/2025/281", "follows S/2025/282"],
        "dated and numbered by turns, the author last",
    ),
    (
        "I write to you following the letter sent by the Permanent Representative of Rwanda on 4 May 2025.",
        {},
        ["answers 2025-05-04"],
        "following, as a preposition",
    ),
    (
        "Reference is made to the letter dated 4 May 2025 from the Permanent Representative of Rwanda (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "reference is made",
    ),
    (
        "My delegation has taken note of the letter dated 4 May 2025 from the Permanent Representative of "
        "Rwanda (S/2025/280) and wishes to make the following observations.",
        {},
        ["answers S/2025/280"],
        "has taken note and observes",
    ),
    (
        "My attention has been drawn to the letter dated 4 May 2025 from the Permanent Representative of "
        "Rwanda (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "my attention has been drawn",
    ),
    (
        "I should like to comment on the letter dated 4 May 2025 from the Permanent Representative of Rwanda "
        "(S/2025/280).",
        {},
        ["answers S/2025/280"],
        "comment on",
    ),
    (
        "We deeply regret the tone of the letter dated 4 May 2025 from the Permanent Representative of Rwanda"
        " (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "regret",
    ),
    (
        "The letter dated 4 May 2025 from the Permanent Representative of Rwanda (S/2025/280) is nothing but "
        "an attempt to distort the facts.",
        {},
        ["answers S/2025/280"],
        "the letter itself is the subject",
    ),
    (
        "In his letter dated 4 May 2025 (S/2025/280), the Permanent Representative of Rwanda repeats a number"
        " of groundless accusations against my country.",
        {},
        ["answers S/2025/280"],
        "in his letter, and accusations",
    ),
    (
        "I have the honour to transmit herewith a letter dated 4 May 2025 from the Minister for Foreign "
        "Affairs of Sarnholt, in response to the letter dated 1 May 2025 from the Permanent Representative of"
        " Rwanda (S/2025/270) (see annex).",
        {},
        ["transmits 2025-05-04", "answers S/2025/270"],
        "an annexed answer under a covering letter",
    ),
    (
        "I have the honour to refer to Security Council resolution 2231 (2015) and to my letter dated 4 May "
        "2025 (S/2025/280).",
        {},
        ["follows S/2025/280"],
        "a resolution first, then a letter",
    ),
    (
        "I have the honour to refer to the report of the Secretary-General (S/2025/200) and to state the following.",
        {},
        [],
        "a report is answered by nobody",
    ),
    (
        "I have the honour to refer to the report of the Panel of Experts transmitted by the letter dated 4 "
        "May 2025 from the Chair of the Committee (S/2025/239).",
        {},
        [],
        "a report's covering letter belongs to the report",
    ),
    (
        "Reiterating the content of our letters contained in documents S/2025/280, S/2025/281 and "
        "A/79/900-S/2025/282, I regret.",
        {},
        ["follows S/2025/280", "follows S/2025/281", "follows A/79/900"],
        "contained in documents",
    ),
    (
        "Please refer to our letters S/2025/280 and S/2025/281.",
        {},
        ["follows S/2025/280", "follows S/2025/281"],
        "symbols right after the noun",
    ),
    (
        "I refer to my letters to you of 4 May 2025, 5 May 2025 and 6 May 2025.",
        {},
        ["follows 2025-05-04", "follows 2025-05-05", "follows 2025-05-06"],
        "dates right after the noun",
    ),
    (
        "Since my last letter, dated 4 May 2025, the situation has worsened.",
        {},
        ["follows 2025-05-04"],
        "my last letter",
    ),
    (
        "I am writing with reference to the intention expressed in your letter of 4 May 2025 to appoint a lamp.",
        {"senders": (Party("President of the Security Council", ""),)},
        ["answers 2025-05-04"],
        "the intention expressed in your letter",
    ),
    (
        "I have the honour to refer to your letter of 4 May 2025 addressed to the President of the Security "
        "Council (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "your letter, to the Council",
    ),
    (
        "I have the honour to refer to the letter dated 4 May 2025 addressed to the Secretary-General by the "
        "Foreign Minister of Iraq (S/1998/100).",
        {},
        ["answers S/1998/100"],
        "a foreign minister's",
    ),
    (
        "On instructions from my Government, I have the honour to refer to the letter from the Permanent "
        "Representative of Turkey dated 4 May 1999 (A/53/900-S/1999/500) and to reject the claims therein.",
        {},
        ["answers A/53/900"],
        "therein",
    ),
    (
        "I have the honour to refer to the letters dated 4 May 1999 from the Chargé d'affaires a.i. of the "
        "Permanent Mission of Lebanon to the United Nations (A/53/876-S/1999/326) and from the Permanent "
        "Representative of Israel (A/53/878-S/1999/333).",
        {},
        ["answers A/53/876", "answers A/53/878"],
        "two authors, each with a document",
    ),
    (
        "The Greek Cypriot representative's letter of 4 May 2025 (A/79/900-S/2025/280) is replete with distortions.",
        {"senders": (Party("Permanent Representative", "Türkiye"),)},
        ["answers A/79/900"],
        "a side, not a State",
    ),
    (
        "J’ai l’honneur de me référer à votre lettre datée du 4 mai 2025 (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "votre lettre",
    ),
    (
        "Faisant suite à la lettre datée du 4 mai 2025, que le Représentant permanent du Rwanda vous a "
        "adressée (S/2025/280), je tiens à préciser ce qui suit.",
        {},
        ["answers S/2025/280"],
        "que le représentant vous a adressée",
    ),
    (
        "Dans sa lettre datée du 4 mai 2025 (S/2025/280), le Représentant permanent du Rwanda accuse "
        "faussement mon pays, ce que je rejette.",
        {},
        ["answers S/2025/280"],
        "dans sa lettre, du représentant",
    ),
    (
        "En relación con la carta de fecha 4 de mayo de 2025 dirigida a usted por el Representante Permanente"
        " de Guyana (S/2025/280), la República rechaza sus alegaciones.",
        {"senders": (Party("Permanent Representative", "Venezuela (Bolivarian Republic of)"),)},
        ["answers S/2025/280"],
        "dirigida a usted por",
    ),
    (
        "Me dirijo a usted con referencia a la carta de fecha 4 de mayo de 2025 enviada por el Encargado de "
        "Negocios interino de la Misión Permanente de Guyana (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "un encargado de negocios",
    ),
    (
        "Tengo el honor de referirme a mi carta de fecha 4 de mayo de 2025 (S/2025/280).",
        {},
        ["follows S/2025/280"],
        "mi carta",
    ),
    (
        "I refer to the letter dated 4 May 2025 from the President of the Republic of Sarnholt addressed to "
        "the Secretary-General.",
        {},
        ["follows 2025-05-04"],
        "the head of the same State",
    ),
    (
        "I refer to Ambassador Brill's letter of 4 May 2025 (S/2025/280).",
        {},
        ["answers S/2025/280"],
        "a person's genitive",
    ),
    (
        "The Government of Rwanda, in its letter of 4 May 2025 (S/2025/280), falsely accuses us.",
        {},
        ["answers S/2025/280"],
        "a Government in its letter",
    ),
    ("We reject S/2025/280 in its entirety.", {}, ["answers S/2025/280"], "a bare symbol rejected"),
    (
        "I refer to document S/2025/280, a letter from Rwanda dated 4 May 2025.",
        {},
        ["answers S/2025/280"],
        "a document, said to be a letter",
    ),
    (
        "In reference to document A/79/900, dated 4 May 2025, submitted by Rwanda, I state.",
        {},
        ["answers A/79/900"],
        "a document, submitted by a State",
    ),
]


@pytest.mark.parametrize(("text", "given", "expected", "reason"), FORMS)
def test_a_form_of_reply(text: str, given: dict[str, object], expected: list[str], reason: str) -> None:
    assert links(text, **given) == expected, reason

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
    (
        "On instructions from my Government and further to my letter of 3 March 2003 (S/2003/265), I wish "
        "to bring to your attention the following.\n\nOn 4 March 2003 aircraft violated the airspace of Iraq.",
        {"senders": (Party("Permanent Representative", "Iraq"),), "to": ("President of the Security Council",)},
        ["follows S/2003/265"],
        "further to my letter, the violations after it",
    ),
    (
        "I have the honour to refer to the letter of the Permanent Representative of Ethiopia to the United"
        " Nations dated 12 May 2000, addressed to you (S/2000/430) and to state that the allegations "
        "contained therein are without foundation.",
        {
            "senders": (Party("Permanent Representative", "Eritrea"),),
            "to": ("President of the Security Council",),
            "date": "2000-05-20",
        },
        ["answers S/2000/430"],
        "addressed to you, the symbol last",
    ),
    (
        "I should like to refer to the letter dated 12 May 2000 from the Permanent Representative of Greece"
        " addressed to you (A/54/870-S/2000/430). My authorities have asked me to inform you that they do "
        "not accept its contents.",
        {"senders": (Party("Permanent Representative", "Turkey"),), "date": "2000-05-20"},
        ["answers A/54/870"],
        "to a former name of the sender's State",
    ),
    (
        "Following my letters dated 12, 14 and 19 May 2000 (S/2000/430, S/2000/440 and S/2000/455), I "
        "regret to inform you of further attacks.",
        {"senders": (Party("Permanent Representative", "Eritrea"),), "date": "2000-05-20"},
        ["follows S/2000/430", "follows S/2000/440", "follows S/2000/455"],
        "three of ours, dates and symbols in two lists",
    ),
    (
        "I am writing to draw your attention to the ongoing violations. As I noted in my previous letters, "
        "most recently on 4 May 2025 (A/79/889-S/2025/277), attacks continue.",
        {"senders": (Party("Permanent Representative", "Israel"),)},
        ["follows A/79/889"],
        "most recently on a date",
    ),
    (
        "I write further to my letters of 4 May 2025 and 6 May 2025 regarding the attacks carried out by Hizbullah.",
        {"senders": (Party("Permanent Representative", "Israel"),)},
        ["follows 2025-05-04", "follows 2025-05-06"],
        "two of ours by their dates",
    ),
    (
        "With regard to the letter of the Syrian regime of 4 May 2025 (S/2025/277), the Republic of Türkiye"
        " rejects its contents in toto.",
        {"senders": (Party("Permanent Representative", "Türkiye"),)},
        ["answers S/2025/277"],
        "a hostile name for a Government",
    ),
    (
        "Upon instructions from my Government, and in response to the letters dated 4 and 6 May 2025 from "
        "the representative of Türkiye contained in documents S/2025/277 and S/2025/281, I should like to "
        "state the following.",
        {"senders": (Party("Permanent Representative", "Syrian Arab Republic"),)},
        ["answers S/2025/277", "answers S/2025/281"],
        "contained in documents, in order",
    ),
    (
        "I have the honour to convey the response of the Government of the Republic of Azerbaijan to the "
        "letter dated 4 May 2025 from the Permanent Representative of Armenia to the United Nations "
        "addressed to the Secretary-General (A/79/889-S/2025/277) (see annex).",
        {"senders": (Party("Permanent Representative", "Azerbaijan"),)},
        ["answers A/79/889"],
        "a State's answer is conveyed",
    ),
    (
        "I have the honour to enclose herewith a letter dated 4 May 2025 from the Minister for Foreign "
        "Affairs of the Republic of Cuba.",
        {"senders": (Party("Permanent Representative", "Cuba"),)},
        ["transmits 2025-05-04"],
        "a letter is enclosed",
    ),
    (
        "I have the honour to attach the letter addressed to you by the Prime Minister of Kosovo in "
        "response to the letter from the Permanent Representative of Serbia dated 4 May 2025 (S/2025/277) "
        "(see annex).",
        {"senders": (Party("Permanent Representative", "Albania"),)},
        ["transmits Prime Minister of Kosovo", "answers S/2025/277"],
        "an annexed letter answers",
    ),
    (
        "I take this opportunity to recall our letter of 4 May 2025, issued as document A/79/889-S/2025/277.",
        {},
        ["follows A/79/889"],
        "issued as document",
    ),
    (
        "My Government has the honour to refer to the note verbale of the Permanent Mission of China to the"
        " United Nations, CML/14/2019, dated 12 December 2019.",
        {"senders": (Party("Permanent Representative", "Malaysia"),), "date": "2020-03-01"},
        ["answers 2019-12-12"],
        "a mission's note number before its date",
    ),
    (
        "The Permanent Mission of Viet Nam presents its compliments to the Secretary-General and, with "
        "regard to the note verbale CML/14/2019 dated 12 December 2019 of the Permanent Mission of China, "
        "has the honour to state the position of Viet Nam.",
        {"senders": (Party("Permanent Mission", "Viet Nam"),), "date": "2020-03-01"},
        ["answers 2019-12-12"],
        "a mission's note, and a note verbale that speaks of itself",
    ),
    (
        "In the aforementioned letter, the Permanent Representative of Penwick misleads.",
        {},
        ["answers Permanent Representative of Penwick"],
        "a short form with nothing before it keeps its author",
    ),
    (
        "I refer to the letter dated 4 May 2025 from the Permanent Representative of Penwick "
        "(S/2025/277).\n\nIn the aforementioned letter, the Permanent Representative of Penwick misleads the "
        "Council.",
        {},
        ["answers S/2025/277"],
        "a short form rejects what was named before",
    ),
    (
        "Ukraine rejects the falsehoods disseminated by the Russian Federation in document S/2025/277.",
        {"senders": (Party("Permanent Representative", "Ukraine"),)},
        ["answers S/2025/277"],
        "a State rejects a document",
    ),
    (
        "The Russian Federation, in its letter dated 4 May 2025 (A/79/889-S/2025/277), again resorted to "
        "manipulations.",
        {"senders": (Party("Permanent Representative", "Ukraine"),)},
        ["answers A/79/889"],
        "in its letter, of the State before it",
    ),
    (
        "We have carefully studied the letter from the Permanent Representative of Rwanda to the United "
        "Nations dated 4 May 2025 (S/2025/277), and we note that it contains numerous untruths.",
        {"senders": (Party("Permanent Representative", "Democratic Republic of the Congo"),)},
        ["answers S/2025/277"],
        "studied, and untruths",
    ),
    (
        "I have received your letter dated 4 May 2025 concerning lamps.",
        {},
        ["answers 2025-05-04"],
        "received your letter",
    ),
    (
        "I thank you for your letter of 4 May 2025 (S/2025/277) transmitting the report.",
        {"senders": (Party("President of the Security Council", ""),)},
        ["answers S/2025/277"],
        "thanks for your letter",
    ),
    (
        "I have the honour to acknowledge receipt of your letter of 4 May 2025.",
        {"senders": (Party("Permanent Representative", "Kenya"),)},
        ["answers 2025-05-04"],
        "acknowledgement",
    ),
    (
        "The members of the Security Council have considered your letter of 4 May 2025 (S/2025/277) and "
        "agree with the proposal contained therein.",
        {"senders": (Party("President of the Security Council", ""),)},
        ["answers S/2025/277"],
        "the Council has considered it",
    ),
    (
        "I wish to inform you that the letter dated 4 May 2025 from the Permanent Representative of Malta "
        "addressed to the President of the Security Council (S/2025/277) has been brought to the attention "
        "of the members of the Council.",
        {"senders": (Party("President of the Security Council", ""),), "to": ("Permanent Representative of Malta",)},
        ["answers S/2025/277"],
        "the addressee by a State's office",
    ),
    (
        "I refer to my letter of 4 May 2025 addressed to the President of the Security Council "
        "(S/2025/277), to which I received a reply dated 8 May 2025 (S/2025/280).",
        {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)},
        ["follows S/2025/277", "cites S/2025/280"],
        "the reply that was received",
    ),
    (
        "Pursuant to the letter from the President of the Security Council dated 4 May 2025 (S/2025/277), I"
        " have appointed a panel.",
        {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)},
        ["answers S/2025/277"],
        "pursuant to another's letter",
    ),
    (
        "I have the honour to refer to the request contained in the letter dated 4 May 2025 from the "
        "Minister for Foreign Affairs of Colombia (S/2025/277) and to inform you.",
        {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)},
        ["answers S/2025/277"],
        "a request contained in a letter",
    ),
    (
        "The Permanent Representative of Chad informed me, by a letter dated 4 May 2025, that his Government agrees.",
        {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)},
        ["cites 2025-05-04"],
        "informed by a letter",
    ),
    (
        "J’ai l’honneur d’accuser réception de votre lettre en date du 4 mai 2025.",
        {},
        ["answers 2025-05-04"],
        "accusé de réception",
    ),
    (
        "Dans la lettre qu’il vous a adressée le 4 mai 2025 (S/2025/277), le Représentant permanent du "
        "Rwanda prétend faussement que mon pays est coupable.",
        {"senders": (Party("Permanent Representative", "République démocratique du Congo"),)},
        ["answers S/2025/277"],
        "qu'il vous a adressée, the author after the comma",
    ),
    (
        "Me permito hacer referencia a la nota verbal de fecha 4 de mayo de 2025 de la Misión Permanente de Chile.",
        {"senders": (Party("Permanent Representative", "Bolivia (Estado Plurinacional de)"),)},
        ["answers 2025-05-04"],
        "hacer referencia",
    ),
    (
        "El Gobierno de Nicaragua rechaza la carta de fecha 4 de mayo de 2025 remitida por la Representante"
        " Permanente de Costa Rica (S/2025/277).",
        {"senders": (Party("Permanent Representative", "Nicaragua"),)},
        ["answers S/2025/277"],
        "remitida por",
    ),
    (
        "The false claims in Azerbaijan’s letter dated 4 May 2025 (A/79/889-S/2025/277) cannot go unanswered.",
        {"senders": (Party("Permanent Representative", "Armenia"),)},
        ["answers A/79/889"],
        "a genitive, and claims",
    ),
    (
        "This letter is a follow-up to the communications dated 4 May 2025 (S/2025/277) and 6 May 2025 "
        "(S/2025/281) addressed to you by Lebanon.",
        {"senders": (Party("Permanent Representative", "Lebanon"),)},
        ["follows S/2025/277", "follows S/2025/281"],
        "from the sender's own State",
    ),
    (
        "I have the honour to refer to the joint letter dated 4 May 2025 from the Permanent Representatives"
        " of France, Germany and the United Kingdom (S/2025/277).",
        {"senders": (Party("Permanent Representative", "Russian Federation"),)},
        ["answers S/2025/277"],
        "three States of which the sender is none",
    ),
    (
        "I refer to the joint letter dated 4 May 2025 that I signed with the Permanent Representatives of "
        "China and Iran (S/2025/277).",
        {"senders": (Party("Permanent Representative", "Russian Federation"),)},
        ["follows S/2025/277"],
        "signed together with others",
    ),
    (
        "As the Ethiopian Minister wrote in his letter of 4 May 2025 (S/2025/277), the dam is full.",
        {"senders": (Party("Permanent Representative", "Egypt"),)},
        ["cites S/2025/277"],
        "a witness in his letter",
    ),
    (
        "Please refer to our earlier correspondence on this matter (A/78/1-S/2024/1, A/78/2-S/2024/2 and "
        "A/78/3-S/2024/3).",
        {},
        ["follows A/78/1", "follows A/78/2", "follows A/78/3"],
        "correspondence in brackets",
    ),
    (
        "I have the honour to refer to my cable of 5 May 1964 and to the reply of the Secretary-General "
        "thereto dated 7 May 1964.",
        {"senders": (Party("Permanent Representative", "Cyprus"),), "date": "1964-05-20"},
        ["follows 1964-05-05", "cites 1964-05-07"],
        "a reply received, before there was a symbol",
    ),
    (
        "With further reference to my letter of 15 May 1964 (S/5702), I have the honour to bring the "
        "following to your attention.",
        {"senders": (Party("Permanent Representative", "Cyprus"),), "date": "1964-05-20"},
        ["follows S/5702"],
        "with further reference to",
    ),
    (
        "I wish to refer to document S/5702 of 15 May 1964, containing a letter from the representative of "
        "Turkey, and to state that the charges therein are entirely false.",
        {"senders": (Party("Permanent Representative", "Cyprus"),), "date": "1964-05-20"},
        ["answers S/5702"],
        "a document containing a letter",
    ),
    (
        "The letter of the representative of Israel of 15 May 1964 (S/5702) is yet another attempt to "
        "justify aggression.",
        {
            "senders": (Party("Permanent Representative", "Jordan"),),
            "date": "1964-05-20",
            "to": ("President of the Security Council",),
        },
        ["answers S/5702"],
        "attempts to justify",
    ),
    (
        "In his letter to you of 15 May 1964, circulated as document S/5702, the representative of Portugal"
        " has sought to deny the facts.",
        {
            "senders": (Party("Permanent Representative", "Senegal"),),
            "date": "1964-05-20",
            "to": ("President of the Security Council",),
        },
        ["answers S/5702"],
        "circulated as document, denial",
    ),
    (
        "I have the honour to refer to your letter of 15 May 1964 transmitting the text of resolution 189 (1964).",
        {"senders": (Party("Permanent Representative", "Cyprus"),), "date": "1964-06-20"},
        ["answers 1964-05-15"],
        "a letter that transmits a resolution",
    ),
    (
        "Upon instructions from the Government of Democratic Yemen, I refer to the letter dated 15 May 1984"
        " from the Permanent Representative of Oman (A/39/250-S/16560).",
        {"senders": (Party("Permanent Representative", "Democratic Yemen"),), "date": "1984-05-20"},
        ["answers A/39/250"],
        "a State that is no more",
    ),
    (
        "Pursuant to my letters dated 3, 5 and 8 May 1986 (S/18040, S/18045 and S/18050), I have the honour"
        " to inform you.",
        {"senders": (Party("Permanent Representative", "Iraq"),), "date": "1986-05-20"},
        ["follows S/18040", "follows S/18045", "follows S/18050"],
        "pursuant to letters, with serials",
    ),
    (
        "Further to our letters contained in documents S/18040 and S/18045, I wish to state.",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),), "date": "1986-05-20"},
        ["follows S/18040", "follows S/18045"],
        "our letters contained in documents",
    ),
    (
        "The allegations made by the Iraqi regime in its letter of 3 May 1986 (S/18040) are baseless.",
        {"senders": (Party("Permanent Representative", "Islamic Republic of Iran"),), "date": "1986-05-20"},
        ["answers S/18040"],
        "a regime in its letter",
    ),
    (
        "I have the honour to draw your attention to the letter dated 3 May 2025 from my Government to the "
        "Government of Rwanda.",
        {},
        ["follows 2025-05-03"],
        "from one's own Government",
    ),
    (
        "I write in response to the two letters dated 3 May 2025 and 5 May 2025, respectively, addressed to"
        " you by the Permanent Representative of Ethiopia (S/2025/270 and S/2025/275).",
        {"senders": (Party("Permanent Representative", "Egypt"),)},
        ["answers S/2025/270", "answers S/2025/275"],
        "respectively",
    ),
    (
        "We refer to the unfounded assertions in the annex to the letter of 3 May 2025 from the Russian "
        "Federation (A/79/880-S/2025/270, annex).",
        {"senders": (Party("Permanent Representative", "Ukraine"),)},
        ["answers A/79/880"],
        "an annex of a letter",
    ),
    (
        "Türkiye's position is set out in my letters of 3 May 2024 (A/78/880-S/2024/370), 4 June 2024 "
        "(A/78/900-S/2024/440) and 5 July 2024 (A/78/920-S/2024/520), inter alia.",
        {"senders": (Party("Permanent Representative", "Türkiye"),)},
        ["follows A/78/880", "follows A/78/900", "follows A/78/920"],
        "three in a list, inter alia",
    ),
    (
        "The Permanent Mission of Malaysia presents its compliments and, with reference to the note verbale"
        " of the Permanent Mission of the Philippines No. 000191-2020 dated 6 March 2020, has the honour to"
        " state.",
        {"senders": (Party("Permanent Mission", "Malaysia"),), "date": "2020-07-29"},
        ["answers 2020-03-06"],
        "a numbered note verbale",
    ),
    (
        "I have the honour to refer to the letter addressed to Your Excellency on 3 May 2025 by the "
        "Minister for Foreign Affairs of Guyana (S/2025/270).",
        {"senders": (Party("Permanent Representative", "Venezuela (Bolivarian Republic of)"),)},
        ["answers S/2025/270"],
        "addressed to Your Excellency",
    ),
    (
        "We take note of the letter from the Permanent Representative of Malta (S/2025/270). We also take "
        "note of the letter from the Permanent Representative of Italy (S/2025/271).",
        {},
        ["answers S/2025/270", "answers S/2025/271"],
        "taking note of two letters",
    ),
    (
        "I refer to resolution 2334 (2016), to the report S/2025/239 and to the statement by the President "
        "of the Security Council S/PRST/2025/1.",
        {},
        [],
        "papers are answered by nobody",
    ),
    (
        "My Government protests against the false statements of Penwick. See the letter of 3 May 2025 (S/2025/270).",
        {},
        ["cites S/2025/270"],
        "a letter only looked up",
    ),
    (
        "Je me réfère à la lettre que vous a adressée, le 3 mai 2025, le Représentant permanent de la "
        "République démocratique du Congo (S/2025/270).",
        {"senders": (Party("Permanent Representative", "Rwanda"),)},
        ["answers S/2025/270"],
        "que vous a adressée, with inversion",
    ),
    (
        "Como continuación de mis cartas de fecha 3 y 5 de mayo de 2025 (S/2025/270 y S/2025/275), informo.",
        {},
        ["follows S/2025/270", "follows S/2025/275"],
        "como continuación",
    ),
    (
        "Con referencia a la nota verbal de esa Secretaría de fecha 3 de mayo de 2025, la Misión Permanente"
        " de Chile informa.",
        {"senders": (Party("Permanent Mission", "Chile"),)},
        ["answers 2025-05-03"],
        "esa Secretaría",
    ),
]


@pytest.mark.parametrize(("text", "given", "expected", "reason"), FORMS)
def test_a_form_of_reply(text: str, given: dict[str, object], expected: list[str], reason: str) -> None:
    assert links(text, **given) == expected, reason

"""Turns of phrase that real letters of the last twenty years use, each in an invented sentence."""

from __future__ import annotations

import pytest

from corpus.model import Party
from tests.corpus.told import links


def _of(state: str, office: str = "Permanent Representative") -> dict[str, object]:
    return {"senders": (Party(office, state),)}


ROWS = [
    (
        "Further to our letters dated 3 and 7 May 2025 (S/2025/270-S/2025/275), I wish to add the following.",
        _of("Peru"),
        ["follows S/2025/270", "follows S/2025/275"],
        "two numbers of one series are two letters, whatever joins them",
    ),
    (
        "The 3 May 2025 letter from the Chilean representative is littered with mischaracterizations.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "a date may stand before its noun",
    ),
    (
        "I refer to Chile's 3 May letter (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "between its author and the noun",
    ),
    (
        "With reference to the letter dated 3 May 2025 (S/2025/270) regarding the acts of Chile against Peru,"
        " I wish to reiterate the following.",
        _of("Peru"),
        ["follows S/2025/270"],
        "who complains of a wrong to the writer's State is the writer",
    ),
    (
        "With reference to the letter dated 3 May 2025 (S/2025/270) regarding the aggressive acts of Peru against"
        " Bolivia, I wish to state the following.",
        _of("Peru"),
        ["answers S/2025/270"],
        "a wrong to another is not",
    ),
    (
        "We recall, in response to the joint letter dated 3 May 2025 from the Permanent Representatives of Chile and "
        "Peru, the joint communication issued on 2 April 2025 by the Foreign Ministers of the People's Republic of "
        "China and Brazil.",
        {"senders": (Party("Permanent Representative", "China"), Party("Permanent Representative", "Brazil"))},
        ["answers 2025-05-03", "follows 2025-04-02"],
        "a People's Republic is a State and no society in one",
    ),
    (
        "J'ai l'honneur de vous écrire au sujet des lettres en date des 3 et 7 mai 2025 envoyées par le représentant "
        "du Chili.",
        _of("Pérou"),
        ["answers 2025-05-03", "answers 2025-05-07"],
        "'au sujet de' is contracted with its article",
    ),
    (
        "En réponse aux lettres du Représentant permanent du Chili datées des 3 et 7 mai 2025, je déclare ce qui suit.",
        _of("Pérou"),
        ["answers 2025-05-03", "answers 2025-05-07"],
        "so is 'en réponse à'",
    ),
    (
        "Quisiera transmitirle la respuesta del Gobierno del Perú a las alegaciones formuladas en la carta de fecha 3 "
        "de mayo de 2025 dirigida a usted por el Representante Permanente de Chile (S/2025/270).",
        _of("Perú"),
        ["answers S/2025/270"],
        "the reply of somebody to a letter",
    ),
    (
        "Esas amenazas, que hemos denunciado continuamente ante usted (véanse S/2025/270 y A/79/900-S/2025/275), no "
        "cesan.",
        _of("Perú"),
        ["follows S/2025/270", "follows A/79/900"],
        "what we have told before stands in our letters",
    ),
    (
        "Our rights were stated in our notes, in particular notes Nos. 2004/12 dated 2 March 2004 and 2005/Vu DT/163 "
        "dated 4 October 2005.",
        _of("Peru"),
        ["follows 2004-03-02", "follows 2005-10-04"],
        "notes with numbers of their own, in the plural",
    ),
    (
        "Chile (S/2025/270) and Brazil (S/2025/275) have complained of our dam. Their fears are without foundation.",
        _of("Peru"),
        ["answers S/2025/270", "answers S/2025/275"],
        "a State and the number of what it wrote",
    ),
    (
        "The Council met at the request of Chile (S/2025/270) and was informed of progress.",
        _of("Peru"),
        [],
        "but not of what was done at its request",
    ),
    (
        "I refer to the notes verbales of Chile of 3 May (S/2025/270) and of Peru of 7 May 2025 (S/2025/275).",
        _of("Peru"),
        ["answers S/2025/270", "follows S/2025/275"],
        "two authors, each with its date",
    ),
    (
        "In its letter of 3 May 2025 (S/2025/270), Tehran once again claims the islands.",
        _of("United Arab Emirates"),
        ["answers S/2025/270"],
        "a capital stands for its State",
    ),
    (
        "Tehran's position was set out in its letter of 3 May 2025 (S/2025/270).",
        _of("Islamic Republic of Iran"),
        ["follows S/2025/270"],
        "for the writer's too",
    ),
    (
        "I write with regard to the letter from the regime in Tehran dated 3 May 2025.",
        _of("Israel"),
        ["answers 2025-05-03"],
        "who governs in a capital",
    ),
    (
        "The meeting held in Tehran was described in its letter of 3 May 2025.",
        _of("Israel"),
        ["cites 2025-05-03"],
        "but a capital may be a place",
    ),
    (
        "This position has been registered with the United Nations (notes verbales dated 24.2.2005, No. 974/8.5.12).",
        _of("Peru"),
        ["follows 2005-02-24", "follows 2012-05-08"],
        "dates in figures, and after a number and a slash",
    ),
    (
        "I refer to your letter dated 11/13/98.",
        _of("Peru", "Minister for Foreign Affairs"),
        ["answers 1998-11-13"],
        "the month first where it can be nothing else",
    ),
    (
        "In continuation of the letter dated May 3 from the Foreign Minister of Peru, I add the following.",
        _of("Peru"),
        ["follows 2025-05-03"],
        "a month before its day needs no year",
    ),
    (
        "I have the honour to transmit to you the detailed reaction of my Government to the letter the Permanent "
        "Representative of Chile addressed to you on 3 May 2025 (S/2025/270) (see annex).",
        _of("Peru"),
        ["answers S/2025/270"],
        "a reaction that goes along answers what it is to",
    ),
    (
        "I transmit, in the attachment, a joint letter dated 3 May 2025 from the delegations of Peru and Chile.",
        _of("Peru"),
        [],
        "where a letter that goes along stands, between commas",
    ),
    (
        "I attach, for ease of reference, our letter of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["follows S/2025/270"],
        "one that was circulated before is no annex",
    ),
    (
        "Chile noted in its letter of 3 May 2025 (S/2025/270) that it had struck our port. Peru rejects this excuse.",
        _of("Peru"),
        ["answers S/2025/270"],
        "what another notes proves nothing where it is disputed",
    ),
    (
        "This position has been registered (notes verbales dated 24.2.2005, see the Bulletin, vol. 57, p. 129, and No. "
        "389/20.2.2013).",
        _of("Peru"),
        ["follows 2005-02-24", "follows 2013-02-20"],
        "a page ends no sentence",
    ),
    (
        "I refer to the letter dated 3 May 2025 from the Permanent Representative of Chile addressed to the Facilitator"
        " for the implementation of resolution 2231 (2015) (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "the number after a resolution's own is the letter's",
    ),
    (
        "I put on record Peru's response to the assertions Chile made in its letter of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "somebody's response to what a letter says",
    ),
    (
        "I draw attention to the letter dated 3 May 2025 from the Director General of the International Atomic Energy "
        "Agency (S/2025/270), which confirms our account.",
        _of("Peru"),
        ["cites S/2025/270"],
        "what bears the writer out is a witness",
    ),
    (
        "Ceci fait suite à ma lettre du 2 mai 2025 (S/2025/269) et à celle du Ministre des affaires étrangères du "
        "Mali du 3 mai 2025.",
        _of("Mali"),
        ["follows S/2025/269", "follows 2025-05-03"],
        "'celle' with its author before its date",
    ),
    (
        "The E3 wish to recall their letter of 3 May 2025 (S/2025/270).",
        {"senders": (Party("Permanent Representative", "France"), Party("Permanent Representative", "Germany"))},
        ["follows S/2025/270"],
        "the letter of several that write together",
    ),
    (
        "In connection with the matters raised by the Permanent Representative of Chile in document S/2025/270, the "
        "Government of Peru wishes to state the following.",
        _of("Peru"),
        ["answers S/2025/270"],
        "who raised what a document contains",
    ),
    (
        "Chile's allegations, as contained in its letter of 3 May 2025 (S/2025/270), have no basis.",
        _of("Peru"),
        ["answers S/2025/270"],
        "no basis of any kind",
    ),
    (
        "We regret that the delegation of Chile used the general debate on 3 May 2025 to level accusations at us.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "an occasion used to accuse",
    ),
    (
        "I write with reference to the remarks of the President of the Republic of Chile to the Council on 3 May 2025.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "another State's words named as the occasion",
    ),
    (
        "I write with reference to the statement of the President of Chile of 3 May 2025, which Peru warmly welcomes.",
        _of("Peru"),
        [],
        "but not where they are welcome",
    ),
    (
        "The Kyiv regime's letter of 3 May 2025 (S/2025/270) is yet another provocation.",
        _of("Russian Federation"),
        ["answers S/2025/270"],
        "who governs, after the capital",
    ),
    (
        "We already answered the letter of Chile of 2 May (S/2025/269) in our letter of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/269", "follows S/2025/270"],
        "a letter that another of ours has answered",
    ),
    (
        "Most recently on 3 May 2025 (S/2025/270), my delegation has alerted you to violations of our airspace.",
        _of("Peru"),
        ["follows S/2025/270"],
        "a dated number under which we told something",
    ),
    (
        "The European Union, in its letter dated 3 May 2025 (S/2025/270), offered help, for which we thank it.",
        _of("Peru"),
        ["cites S/2025/270"],
        "'for which we' is not 'which we sent'",
    ),
    (
        "As stated in the Permanent Mission's note verbale of 3 May 2025, addressed to the Secretariat, Peru objects.",
        _of("Peru"),
        ["follows 2025-05-03"],
        "a Mission without its State is the writer's",
    ),
    (
        "I wish to associate my delegation with the statement in the letter of Chile of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "who associates a delegation with a letter stands with it",
    ),
    (
        "The agenda of the meeting includes the letter dated 3 May 2025 from the representative of Chile (S/2025/270).",
        _of("Peru"),
        ["cites S/2025/270"],
        "a letter on an agenda",
    ),
    (
        "El Consejo tomó nota de la carta de fecha 3 de mayo de 2025 del representante de Chile (S/2025/270).",
        _of("Perú"),
        ["cites S/2025/270"],
        "what an organ did with a letter",
    ),
    (
        "Chile's letter of 3 May 2025 (S/2025/270) was answered by Brazil in its letter of 5 May 2025 (S/2025/275).",
        _of("Peru"),
        ["cites S/2025/270", "cites S/2025/275"],
        "an exchange between others",
    ),
]


@pytest.mark.parametrize(("text", "given", "expected", "why"), ROWS, ids=[row[3] for row in ROWS])
def test_real_letters_say_it_so(text: str, given: dict[str, object], expected: list[str], why: str) -> None:
    assert [one for one in links(text, **given) if one[0] != "t"] == expected, why

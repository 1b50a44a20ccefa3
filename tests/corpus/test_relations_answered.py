"""Letters that are answered: another State's in an opening, or disputed anywhere, in every turn of phrase."""

from __future__ import annotations

import pytest

from corpus.model import Party
from tests.corpus.told import links

_SG = {"senders": (Party("Secretary-General", ""),), "to": ("President of the Security Council",)}


def _of(state: str, office: str = "Permanent Representative") -> dict[str, object]:
    return {"senders": (Party(office, state),)}


ROWS = [
    (
        "The letter addressed to you on 3 May 2025 by the Permanent Representative of Chile (S/2025/270) "
        "leaves my Government no choice but to restate the facts.",
        _of("Peru"),
        ["answers S/2025/270"],
        "another State's letter named in the opening is what this one was written for",
    ),
    (
        "I am writing to you about the letter dated 3 May 2025 from the Permanent Representative of Chile"
        " (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "and needs no word against it",
    ),
    (
        "The Permanent Representative of Chile, in his letter of 3 May 2025 (S/2025/270), has sought to "
        "portray my country as the aggressor.",
        _of("Peru"),
        ["answers S/2025/270"],
        "what is said in it to the writer's harm",
    ),
    (
        "By a letter dated 3 May 2025 (S/2025/270), the Chargé d'affaires of Chile informed you of an "
        "alleged incident.",
        _of("Peru"),
        ["answers S/2025/270"],
        "'alleged' keeps a distance from it",
    ),
    (
        "Contrary to what is asserted in the letter dated 3 May 2025 from the Permanent Representative of"
        " Chile (S/2025/270), no aircraft entered.",
        _of("Peru"),
        ["answers S/2025/270"],
        "things are not as it says",
    ),
    (
        "A.\n\nB.\n\nC.\n\nD.\n\nChile has claimed, in a letter dated 3 May 2025 (S/2025/270), that its forces were "
        "not present. This claim is refuted by photographs.",
        _of("Peru"),
        ["answers S/2025/270"],
        "the next sentence takes it up, however far from the opening",
    ),
    (
        "A.\n\nB.\n\nC.\n\nD.\n\nThe letter of Chile of 3 May 2025 (S/2025/270) gives the wrong place.",
        _of("Peru"),
        ["answers S/2025/270"],
        "disputed in its own sentence",
    ),
    (
        "The Turkish side's letter of 3 May 2025 (A/79/900) seeks to legitimize the occupation.",
        _of("Cyprus"),
        ["answers A/79/900"],
        "a side has the genitive of its own",
    ),
    (
        "My country rejects the claim of the occupying Power, repeated in its letter of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "'its' is the Power's, not the country's",
    ),
    (
        "The Permanent Representative of Chile, whose letter of 3 May 2025 (S/2025/270) I have just seen,"
        " would do well to look at the map.",
        _of("Peru"),
        ["answers S/2025/270"],
        "'whose' is the one just named",
    ),
    (
        "According to the letter from the Permanent Representative of Chile of 3 May 2025 (S/2025/270), "
        "that regime knew of the civilians.",
        _of("Peru"),
        ["answers S/2025/270"],
        "called as a witness against its own author",
    ),
    (
        "I attach the comments of my Government on the letter from Chile circulated as S/2025/270.",
        _of("Peru"),
        ["answers S/2025/270"],
        "comments go along, not the letter",
    ),
    (
        "I have the honour to transmit Peru's position on the letter from Chile dated 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "and so does a position",
    ),
    (
        "Allow me to bring to your attention the contradictions between the letter of Chile of 3 May 2025"
        " (S/2025/270) and the facts.",
        _of("Peru"),
        ["answers S/2025/270"],
        "contradictions are brought to attention",
    ),
    (
        "I wish to lodge a protest against the circulation of the letter dated 3 May 2025 from the "
        "Permanent Representative of Chile as document S/2025/270.",
        _of("Peru"),
        ["answers S/2025/270"],
        "'as document' tells where it was issued",
    ),
    (
        "I am writing with reference to the letter dated 3 May 2025 from the Permanent Representative of "
        "Chile, which transmitted the final statement of the Ministerial Council (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "what a letter transmits bears its number",
    ),
    (
        "The reply of Chile of 7 May 2025 (S/2025/275) to our letter of 3 May 2025 (S/2025/270) is evasive.",
        _of("Peru"),
        ["answers S/2025/275", "follows S/2025/270"],
        "a reply with its author before its date",
    ),
    (
        "I refer to the letters dated 3 May 2025 and 7 May 2025 addressed to you by the Permanent "
        "Representatives of Peru and Chile, respectively (S/2025/270 and S/2025/275).",
        _of("Peru"),
        ["follows S/2025/270", "answers S/2025/275"],
        "each its own number, date and author",
    ),
    (
        "On 3 May 2025 I wrote to you about two ships (S/2025/270). Chile replied on 7 May 2025 "
        "(S/2025/275). Its reply admits everything.",
        _of("Peru"),
        ["follows S/2025/270", "answers S/2025/275"],
        "told by verbs, the day before one and after the other",
    ),
    (
        "It is regrettable that the Permanent Representative of Chile chose to write to you on 3 May 2025"
        " in such terms.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "'to write to you on' a day",
    ),
    (
        "I thank Brazil for its letter of 3 May 2025 (S/2025/270). I reject that of Chile of 7 May 2025 (S/2025/275).",
        _of("Peru"),
        ["cites S/2025/270", "answers S/2025/275"],
        "'that of' is a letter, and thanks are no answer",
    ),
    (
        "You have before you two letters, one from my delegation dated 3 May 2025 (S/2025/270) and one "
        "from the delegation of Chile dated 7 May 2025 (S/2025/275).",
        _of("Peru"),
        ["follows S/2025/270", "answers S/2025/275"],
        "'one from … dated' is a letter",
    ),
    (
        "The note of the Secretary-General of 3 May 2025 requested the views of Governments; those of "
        "Peru are as follows.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "a note with its author before its date; views it asked for",
    ),
    (
        "The Permanent Mission of Peru presents its compliments to the Executive Office and, in reply to "
        "its note of 3 May 2025, submits a name.",
        _of("Peru", "Permanent Mission"),
        ["answers 2025-05-03"],
        "what is replied to is not the sender's own",
    ),
    (
        "The Permanent Mission of Peru presents its compliments and, with reference to the Note "
        "CML/14/2025 dated 3 May 2025 of the Permanent Mission of Chile, protests.",
        _of("Peru", "Permanent Mission"),
        ["answers 2025-05-03"],
        "a number between a note and its date",
    ),
    (
        "In conformity with the Council's letter of 3 May 2025 (S/2025/270), I submit the review.",
        _SG,
        ["answers S/2025/270"],
        "the Council's letter is its President's",
    ),
    (
        "I wish to respond to points raised by the Permanent Representative of Chile in document S/2025/270.",
        _of("Peru"),
        ["answers S/2025/270"],
        "points raised in a bare document",
    ),
    (
        "Chile's most recent complaint, contained in document S/2025/270, is a smokescreen.",
        _of("Peru"),
        ["answers S/2025/270"],
        "a complaint under a bare number",
    ),
    (
        "Chile's version of the attack on the tanker, circulated on 3 May 2025 under the symbol S/2025/270, is new.",
        _of("Peru"),
        ["answers S/2025/270"],
        "whose version it is stands far before the number",
    ),
    (
        "Document S/2025/270, circulated at the request of Chile, calls for the following observations.",
        _of("Peru"),
        ["answers S/2025/270"],
        "it calls for observations",
    ),
    (
        "The position of Chile in the maritime dispute was told by the letter of its representative dated"
        " 3 May 2025 (S/2025/270). It is false.",
        _of("Peru"),
        ["answers S/2025/270"],
        "a dispute as such disputes nothing, the next sentence does",
    ),
    (
        "I categorically reject the accusations made by the representative of Chile during the open "
        "debate on respect for the Charter of the United Nations, held on 3 May 2025.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "the day stands after what the debate was about",
    ),
    (
        "During the meeting of the Council held on 3 May 2025, the representative of Chile repeated "
        "baseless allegations.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "day and speaker stand before the charge",
    ),
    (
        "Speaking in the Security Council on 3 May 2025, the representative of Chile accused Peru of piracy.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "accused, by a verb",
    ),
    (
        "The explanation of vote made by the representative of Chile in the meeting held on 3 May 2025 is erroneous.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "an explanation of vote is a statement",
    ),
    (
        "In its letter of 3 May 2025 (S/2025/270) Chile answered none of our questions.",
        _of("Peru"),
        ["answers S/2025/270"],
        "the author follows the bracket without a comma",
    ),
    (
        "He tomado conocimiento de la nota que el Reino Unido hizo distribuir el 3 de mayo de 2025 "
        "(A/79/900), cuyo contenido mi Gobierno rechaza.",
        _of("Argentina"),
        ["answers A/79/900"],
        "who had it distributed is its author",
    ),
    (
        "La carta de Guyana de 3 de mayo de 2025 (A/79/900) contiene afirmaciones inexactas.",
        _of("Venezuela (República Bolivariana de)"),
        ["answers A/79/900"],
        "the long name of a State in Spanish is a State's",
    ),
    (
        "By a letter dated 3 May 2025 (S/2025/270), the Council asked me for a review.",
        _SG,
        ["answers S/2025/270"],
        "the Council speaks by its President",
    ),
    (
        "On 3 May 2025, in the course of the open debate, the representative of Chile made false statements.",
        _of("Peru"),
        ["answers 2025-05-03"],
        "the day at the head, the meeting after it",
    ),
    (
        "I transmit a statement of my Ministry commenting upon the letter of Chile of 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "a statement goes along that comments on the letter",
    ),
    (
        "I submit the following comments with respect to the note circulated by Chile on 3 May 2025 (S/2025/270).",
        _of("Peru"),
        ["answers S/2025/270"],
        "a note by who circulated it",
    ),
]


@pytest.mark.parametrize(("text", "given", "expected", "reason"), ROWS)
def test_it_is_answered(text: str, given: dict[str, object], expected: list[str], reason: str) -> None:
    assert [one for one in links(text, **given) if not one.startswith("transmits")] == expected, reason

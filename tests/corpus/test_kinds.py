"""What is a letter and what is not, told apart by invented documents of every sort that a folder may hold."""

from __future__ import annotations

import pytest

from corpus.model import LetterKind, Party
from tests.corpus.reading import letter_of

MISSION_COPY = """\
PERMANENT MISSION OF PENWICK TO THE UNITED NATIONS

New York, 3 March 2019

Excellency,

I have the honour to draw your attention to the harbour of Penwick, which has been closed for a week.

I should be grateful if you would have the present letter circulated as a document of the Security Council.

Please accept, Excellency, the assurances of my highest consideration.

(Signed) Tobias Wrayburn
Ambassador
Permanent Representative of Penwick
to the United Nations

H.E. Mr. Adam Penman
Secretary-General of the United Nations
New York
"""

MISSION_NOTE = """\
Ref: 12/2019

The Permanent Mission of Penwick to the United Nations presents its compliments to the Permanent Mission of Sarnholt
to the United Nations and has the honour to return the lamp.

The Permanent Mission of Penwick avails itself of this opportunity to renew the assurances of its highest consideration.

New York, 3 March 2019
"""

FRENCH_NOTE = """\
La Mission permanente de Penwick auprès de l’Organisation des Nations Unies présente ses compliments au Secrétaire \
général et a l’honneur de lui rendre la lampe.

New York, le 3 mars 2019
"""


def test_a_missions_own_copy_has_its_date_sender_and_addressee_elsewhere() -> None:
    letter = letter_of(MISSION_COPY)
    assert (letter.kind, letter.title, letter.date) == (LetterKind.LETTER, None, "2019-03-03")
    assert letter.senders == (Party("Permanent Representative", "Penwick"),)
    assert letter.addressees == ("Secretary-General",)
    assert [s.name for s in letter.signatures] == ["Tobias Wrayburn"]


def test_a_note_verbale_needs_no_title() -> None:
    letter = letter_of(MISSION_NOTE)
    assert (letter.kind, letter.date) == (LetterKind.NOTE_VERBALE, "2019-03-03")
    assert letter.senders == (Party("Permanent Mission", "Penwick"),)
    assert letter.addressees == ("Permanent Mission of Sarnholt",)


def test_a_french_note_verbale_is_one_too() -> None:
    letter = letter_of(FRENCH_NOTE)
    assert (letter.kind, letter.date) == (LetterKind.NOTE_VERBALE, "2019-03-03")
    assert letter.senders == (Party("Permanent Mission", "Penwick"),)
    assert letter.addressees == ("Secretary-General",)


OTHERS = {
    "a meeting record whose agenda is a letter": """\
United Nations S/PV.7123

Security Council
Sixty-ninth year
7123rd meeting
Saturday, 1 March 2014, 2 p.m.
New York

Agenda

Letter dated 28 February 2014 from the Permanent Representative of Penwick to the United Nations addressed to the
President of the Security Council (S/2014/999)

The President: I now call on the representative of Penwick.
""",
    "a provisional agenda": """\
United Nations S/Agenda/7123

Security Council

Distr.: General
28 February 2014

Provisional agenda

1. Adoption of the agenda

2. Letter dated 28 February 2014 from the Permanent Representative of Penwick addressed to the President of the
Security Council
""",
    "a resolution": """\
United Nations S/RES/2999 (2029)

Security Council

Distr.: General
3 March 2029

Resolution 2999 (2029)

Adopted by the Security Council at its 9999th meeting, on 3 March 2029

The Security Council,

Taking note of the letter dated 1 March 2029 from the Permanent Representative of Penwick,

1. Decides to remain seized of the matter.
""",
    "a report": """\
United Nations S/2029/12

Security Council

Distr.: General
3 March 2029

Original: English

Report of the Secretary-General on the harbour

1. The present report is submitted pursuant to a letter dated 1 March 2029 from the President of the Security Council.
""",
    "a press release": """\
SC/99999
3 MARCH 2029

Security Council Press Statement on Harbour

The members of the Security Council condemned the closing of the harbour.
""",
    "a speech": """\
Statement by H.E. Mr. Tobias Wrayburn at the general debate

Mr. President,
Excellencies,

I have the honour to speak on behalf of the Group of Landlocked Harbours.

Thank you.
""",
    "a concept note": """\
Concept note for the open debate on harbours

I. Introduction

Penwick will convene an open debate on 3 March 2029. It is attached to a letter dated 1 March 2029.
""",
    "a statement by a non-governmental organization": """\
United Nations E/CN.6/2029/NGO/14

Economic and Social Council

Distr.: General
3 March 2029

Commission on Harbours
Seventieth session

Statement submitted by the Friends of the Lamp

The Secretary-General has received the following statement.
""",
    "a note by the Secretary-General": """\
United Nations A/62/999

General Assembly

Distr.: General
3 March 2008

Original: English

Note by the Secretary-General

The Secretary-General has the honour to transmit to the members of the General Assembly the report of the Lamp Fund.
""",
    "a web page": "Documents on the harbour\n\nThis page lists letters and notes verbales. Use the search box above.\n",
}


@pytest.mark.parametrize("name", OTHERS)
def test_what_is_no_letter_is_other_and_has_no_relations(name: str) -> None:
    document = letter_of(OTHERS[name])
    assert document.kind is LetterKind.OTHER
    assert document.relations == ()
    assert document.date is None


def test_other_documents_keep_their_symbols_and_what_they_cite() -> None:
    record = letter_of(OTHERS["a meeting record whose agenda is a letter"])
    assert record.symbols == ("S/PV.7123",)
    assert "S/2014/999" in {symbol for citation in record.citations for symbol in citation.symbols}

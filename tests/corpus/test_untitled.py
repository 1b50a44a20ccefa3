"""Letters without a title, invented: to whom a salutation, an address or an archive's heading says they went."""

from __future__ import annotations

import pytest

from tests.corpus.reading import letter_of

SG, PSC = "Secretary-General", "President of the Security Council"
CLOSE = (
    "\n\nI have the honour to write of the harbour.\n\nPlease accept, Sir, the assurances of my highest consideration."
)

OPENINGS = [
    ("New York, 4 May 2018\n\nDear Mr. Secretary-General,", (SG,)),
    ("New York, 4 May 2018\n\nMonsieur le Secrétaire général,", (SG,)),
    ("Nueva York, 4 de mayo de 2018\n\nSeñor Secretario General:", (SG,)),
    ("24 декабря 1991 года\n\nУважаемый г-н Генеральный секретарь,", (SG,)),
    # A salutation of a President does not say of which body.
    ("New York, 4 May 2018\n\nMr. President,", ()),
    # An address tells more than a salutation, and is asked first.
    ("H.E. Ms. Ilka Dravenne\nPresident of the Security Council\nNew York\n\nExcellency,", (PSC,)),
    ("His Excellency\nMr. Joseph Wrayburn\nChairman of the First Committee\n\nSir,", ("Chair of the First Committee",)),
]


@pytest.mark.parametrize(("opening", "addressees"), OPENINGS)
def test_a_salutation_or_an_address_names_the_addressee(opening: str, addressees: tuple[str, ...]) -> None:
    letter = letter_of(opening + CLOSE)
    assert letter.kind.value == "letter"
    assert letter.addressees == addressees


FILED = [
    ("Wrayburn to Lie", (SG,)),
    ("Wrayburn to President of the Security Council", (PSC,)),
    ("Wrayburn to Dravenne", ()),
    ("The road to Lieland", ()),
]


@pytest.mark.parametrize(("title", "addressees"), FILED)
def test_an_archive_files_a_letter_under_sender_and_addressee(title: str, addressees: tuple[str, ...]) -> None:
    text = f"---\ndoc_num: 7\ntitle: {title}\n---\n\nLetter PORT ALDO, 4 May 1948\n\nI have the honour to write.\n"
    assert letter_of(text).addressees == addressees

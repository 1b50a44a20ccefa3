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


LETTERHEADS = [
    # The Secretariat's own paper, and an address whose office says whom it represents.
    (
        "THE SECRETARY-GENERAL\n\n19 December 1980\n\nExcellency,\n\nI wish to refer to your letter of 11 December.\n\n"
        "Please accept, Excellency, the assurances of my highest consideration.\n\nAda Penman\n\nHis Excellency\n"
        "Dr. Joseph Wrayburn\nPermanent Representative of the Kingdom of Sarnholt\nto the United Nations\nNew York\n",
        [(SG, "")],
        ("Permanent Representative of the Kingdom of Sarnholt",),
    ),
    # A mission's paper tells the State, the lines below the name the office.
    (
        "12 HARBOUR ROAD\nPERMANENT MISSION OF THE KINGDOM OF SARNHOLT\nTO THE UNITED NATIONS\n\nFebruary 12, 1979\n\n"
        "Excellency:\n\nAs Chairman of the Group for February 1979 I wish to enclose an article.\n\n"
        "Please accept, Excellency, the assurances of my highest consideration.\n\nJoseph Wrayburn\nAmbassador\n"
        "Permanent Representative\n\nH. E. Dr. Ada Penman\nSecretary-General\nUnited Nations Headquarters\n",
        [("Permanent Representative", "Kingdom of Sarnholt")],
        (SG,),
    ),
    # Secretaries-General sign without an office.
    (
        "14 November 1998\n\nAs I informed the members of the Council, I had decided to write a letter.\n\n"
        "I should appreciate it if you would share this letter with them.\n\n(Signed) Kofi A. ANNAN\n",
        [(SG, "")],
        (),
    ),
]


@pytest.mark.parametrize(("text", "senders", "addressees"), LETTERHEADS)
def test_a_letterhead_and_what_is_signed_name_the_sender(
    text: str, senders: list[tuple[str, str]], addressees: tuple[str, ...]
) -> None:
    letter = letter_of(text)
    assert letter.kind.value == "letter"
    assert [(party.office, party.of) for party in letter.senders] == senders
    assert letter.addressees == addressees


def test_a_mastheads_date_is_not_the_letters() -> None:
    letter = letter_of(
        "        Security Council\n7 February 1967\n\n\n\nI have the honour, on instructions from my Government, to"
        " write of lamps.\n\n(Signed) Ada PENMAN\nPermanent Representative of Sarnholt\n"
    )
    assert (letter.date, letter.distributed, letter.organs) == (None, "1967-02-07", ("Security Council",))
    assert letter.sender == "Sarnholt"


def test_a_telegram_handed_on_names_its_sender_and_no_state() -> None:
    text = (
        "---\ndoc_num: 7\ntitle: Wrayburn to Dravenne\n---\n\nCablegram 48 PORT ALDO, 3 May 1949\n\nPlease hand"
        " the following answer from Minister for Lamps and Harbours to Secretary-General of UNO.\n\nBegins: We have"
        " lit them.\n"
    )
    letter = letter_of(text)
    assert [(p.office, p.of) for p in letter.senders] == [("Minister for Lamps and Harbours", "")]
    assert letter.addressees == (SG,)

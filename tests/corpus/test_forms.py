"""Forms that converters and other organs give a letter's opening: invented letters, and the facts each must yield."""

from __future__ import annotations

from typing import Any

import pytest

from corpus import titles
from tests.corpus.reading import letter_of

CLOSE = "\n\nI have the honour to write of the lamp.\n\n(Signed) Ilka Dravenne\n"
TITLE = (
    "Letter dated 13 February 2023 from the Permanent Representative\nof Sarnholt to the United Nations addressed to"
    " the\nSecretary-General"
)

FORMS: dict[str, tuple[str, dict[str, Any]]] = {
    "two columns read across": (
        "United Nations A/79/812–S/2025/141\nGeneral Assembly Distr.: General\nSecurity Council 7 March 2025\n"
        "Original: English\nGeneral Assembly Security Council\nSeventy-ninth session Eightieth year\n" + TITLE + CLOSE,
        {"distributed": "2025-03-07", "organs": ("General Assembly", "Security Council"), "session": 79, "sc_year": 80},
    ),
    "labels apart from their values": (
        "General Assembly\n\nDistr.:\n\nGeneral\n\nOriginal:\n\nA/65/708–S/2011/47\n\n31 January 2011\n\nEnglish\n\n"
        + TITLE + CLOSE,
        {"original_language": "English", "distribution": "General", "distributed": "2011-01-31"},
    ),
    "a language above the original is not the original": (
        "A/65/708\nDistr.: General\n31 January 2011\nEnglish\nOriginal: Arabic\n\n" + TITLE + CLOSE,
        {"original_language": "Arabic"},
    ),
    "an item that is called a letter": (
        "United Nations\nA/ES-11/7–S/2023/112\nDistr.: General\n14 February 2023\nOriginal: Russian\n\n"
        "General Assembly\nEleventh emergency special session\nAgenda item 5\nLetter dated 28 February 2014 from the"
        " Permanent Representative\nof Ostermark to the United Nations addressed to the President of\nthe"
        " Security Council"
        " (S/2014/136)\n\nSecurity Council\nSeventy-eighth year\n\n" + TITLE + CLOSE,
        {"date": "2023-02-13", "session": "ES-11", "sc_year": 78, "sender": "Sarnholt",
         "addressees": ("Secretary-General",), "symbols": ("A/ES-11/7", "S/2023/112")},
    ),
    "a letter below an item without a title": (
        "A/77/12\nDistr.: General\n14 February 2023\nOriginal: English\nSeventy-seventh session\nAgenda item 5\n"
        + TITLE + CLOSE + "\nAnnex\n\nLetter dated 1 February 2023 from the Minister of Lamps of Penwick addressed to"
        " the\nPresident of the Security Council\n\nThe lamp is lit.\n",
        {"date": "2023-02-13", "sender": "Sarnholt", "addressees": ("Secretary-General",)},
    ),
    "a title that empty lines part": (
        "A/49/718\nDistr.\nGENERAL\n28 de noviembre de 1994\nORIGINAL: INGLÉS\n\nCarta de fecha 27 de noviembre de 1994"
        " dirigida al Secretario\n\n\nGeneral por el Representante Permanente de Sarnholt ante las\nNaciones Unidas\n\n"
        "Tengo el honor de transmitir una carta.\n\n(Firmado) Ada Penman\n",
        {"date": "1994-11-27", "sender": "Sarnholt", "addressees": ("Secretary-General",)},
    ),
    "a mission's own title, its date above it": (
        "15 September 1994 (Not distributed)\n\nLetter from Dr. Ada Penman, Permanent Observer of Penwick to the"
        " U.N., to the"
        " Secretary-General of the United Nations: (the lamp)\n\nPursuant to our previous conversations, I write"
        " of it.\n",
        {"date": "1994-09-15", "sender": "Penwick", "addressees": ("Secretary-General",)},
    ),
    "the list of items on a line of its own": (
        "GENERAL S/24577 • 21 September 1992 ORIGINAL: ENGLISH\n\nFifty-second session\nItems 36 and 37 of the\n"
        "provisional agenda*\nTHE LAMP\nTHE OIL OF LAMPS\n\n" + TITLE + CLOSE,
        {"symbols": ("S/24577",), "distributed": "1992-09-21", "original_language": "English",
         "agenda_items": (("36", "THE LAMP"), ("37", "THE OIL OF LAMPS"))},
    ),
    "no year in the title": (
        "S/2025/3\nDistr.: General\n4 January 2025\nOriginal: English\n\n"
        + TITLE.replace("13 February 2023", "30 December") + CLOSE,
        {"date": "2024-12-30"},
    ),
    "two signatures on one line": (
        TITLE + "\n\nI write of the lamp.\n\n(Signed) Ada Penman (Signed) Joseph Wrayburn\n",
        {"signed": ("Ada Penman", "Joseph Wrayburn")},
    ),
    "titles of items told by full and short lines": (
        "A/HRC/46/G/12\nDistr.: General\n2 March 2021\nOriginal: French\n\nHuman Rights Council\nForty-sixth session\n"
        "Agenda items 2 and 4\nAnnual report of the United Nations High Commissioner for Human\nRights and reports of"
        " the Office of the High Commissioner and the\nSecretary-General\nHuman rights situations that require"
        " attention\n\n"
        + TITLE + CLOSE,
        {"agenda_items": (
            ("2", "Annual report of the United Nations High Commissioner for Human Rights and reports of the Office of"
             " the High Commissioner and the Secretary-General"),
            ("4", "Human rights situations that require attention"),
        )},
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", FORMS)
def test_a_form_gives_its_facts(name: str) -> None:
    text, facts = FORMS[name]
    letter = letter_of(text)
    told = {
        "signed": tuple(signature.name for signature in letter.signatures),
        "agenda_items": tuple((item.number, item.title) for item in letter.agenda_items),
    }
    for key, value in facts.items():
        assert (told[key] if key in told else getattr(letter, key)) == value, key


@pytest.mark.parametrize(
    ("told", "distributed", "wanted"),
    [
        ("10 July", "2023-07-12", "2023-07-10"),
        ("30 December", "2024-01-04", "2023-12-30"),
        ("10 July", "2023-05-05", None),
        ("29 February", "2023-03-05", None),
        ("10 July", None, None),
        ("10 July 2012", "2013-03-27", "2012-07-10"),
    ],
)
def test_a_year_is_inferred_where_the_letter_was_distributed_soon(
    told: str, distributed: str | None, wanted: str | None
) -> None:
    assert titles.date_of(f"Letter dated {told} from the Secretary-General", distributed) == wanted


def test_a_year_that_was_inferred_is_told() -> None:
    letter = letter_of(FORMS["no year in the title"][0])
    assert any("gives no year" in warning for warning in letter.warnings)


PARTIES = [
    (
        "Note verbale dated 20 June 2014 addressed to the Secretary-General of the Conference on Disarmament from the"
        ' Permanent Mission of Sarnholt transmitting the text of a working paper entitled "Lamps"',
        [("Permanent Mission", "Sarnholt")],
        ("Secretary-General of the Conference on Disarmament",),
    ),
    (
        "Letter dated 20 June 2014 from the Permanent Representative of Penwick to the Conference on Disarmament"
        " addressed to the Secretary-General of the Conference transmitting a paper",
        [("Permanent Representative", "Penwick")],
        ("Secretary-General of the Conference",),
    ),
    (
        "LETTRE DATEE DU 8 AVRIL 1991, ADRESSEE AU PRESIDENT DU CONSEIL DE SECURITE PAR LE CHARGE D'AFFAIRES PAR"
        " INTERIM DE LA MISSION PERMANENTE DE PENWICK AUPRES DE L'ORGANISATION DES NATIONS UNIES",
        [("Chargé d'affaires a.i.", "Penwick")],
        ("President of the Security Council",),
    ),
]


@pytest.mark.parametrize(("title", "senders", "addressees"), PARTIES)
def test_a_title_names_its_parties_in_every_order(
    title: str, senders: list[tuple[str, str]], addressees: tuple[str, ...]
) -> None:
    found, to = titles.read(title)
    assert [(party.office, party.of) for party in found] == senders
    assert to == addressees

"""Signatures: names after (Signed), in the forms of six decades, with the lines of office that belong to them."""

from __future__ import annotations

import pytest

from corpus.contract import signatories
from tests.corpus.reading import letter_of, paragraphs

TITLE = (
    "Letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations addressed to the"
    " Secretary-General\n\nThe lamp is lit.\n\n"
)
Signed = tuple[str, tuple[str, ...]]

SIGNATURES: dict[str, tuple[str, list[Signed]]] = {
    "modern print": (
        "(Signed) Tobias Wrayburn\nAmbassador\nPermanent Representative\n",
        [("Tobias Wrayburn", ("Ambassador", "Permanent Representative"))],
    ),
    "surname in capitals": ("(Signed)  T. WRAYBURN\n", [("T. WRAYBURN", ())]),
    "a chargé": (
        "(Signed) Tobias Wrayburn\nChargé d’affaires a.i.\n",
        [("Tobias Wrayburn", ("Chargé d’affaires a.i.",))],
    ),
    "French": ("(Signé) Tobias Wrayburn\nAmbassadeur\n", [("Tobias Wrayburn", ("Ambassadeur",))]),
    "Spanish": ("(Firmado) Tobias Wrayburn\nEmbajador\n", [("Tobias Wrayburn", ("Embajador",))]),
    "square brackets": ("[Signed] Tobias Wrayburn\n", [("Tobias Wrayburn", ())]),
    "the name below": ("(Signed)\nTobias Wrayburn\nAmbassador\n", [("Tobias Wrayburn", ("Ambassador",))]),
    "the office above, as French print has it": (
        "L’Ambassadeur,\nReprésentant permanent\n(Signé) Tobias Wrayburn\n",
        [("Tobias Wrayburn", ("L’Ambassadeur,", "Représentant permanent"))],
    ),
    "the State in brackets": (
        "(Signed) Tobias WRAYBURN (Penwick)\n\n(Signed)\n\nIlka Dravenne (United Provinces of Kestravia)\n",
        [("Tobias WRAYBURN", ()), ("Ilka Dravenne", ())],
    ),
    "two signatories": (
        "(Signed) Tobias Wrayburn\nPermanent Representative of Penwick\n\n(Signed) Ilka Dravenne\nPermanent"
        " Representative of Kestravia\n",
        [
            ("Tobias Wrayburn", ("Permanent Representative of Penwick",)),
            ("Ilka Dravenne", ("Permanent Representative of Kestravia",)),
        ],
    ),
    "two on one line": (
        "(Signed) Tobias Wrayburn          (Signed) Ilka Dravenne\n",
        [("Tobias Wrayburn", ()), ("Ilka Dravenne", ())],
    ),
    "several names that share one office": (
        "(Signed) Tobias Wrayburn\nIlka Dravenne\nCo-Chairs\n",
        [("Tobias Wrayburn", ("Co-Chairs",)), ("Ilka Dravenne", ("Co-Chairs",))],
    ),
    "an empty line after each line, as converters have it": (
        "(Signed) Tobias Wrayburn\n\nAmbassador\n\nPermanent Representative\n",
        [("Tobias Wrayburn", ("Ambassador", "Permanent Representative"))],
    ),
    "an office over three lines": (
        "(Signed) Tobias Wrayburn\nAmbassador and Permanent Representative\nof the Republic of Penwick\nto the United"
        " Nations\n",
        [
            (
                "Tobias Wrayburn",
                ("Ambassador and Permanent Representative", "of the Republic of Penwick", "to the United Nations"),
            )
        ],
    ),
}


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_signature_is_a_name_and_its_office(name: str) -> None:
    text, signed = SIGNATURES[name]
    letter = letter_of(TITLE + text)
    assert [(s.name, s.lines) for s in letter.signatures] == signed
    assert paragraphs(letter) == ["The lamp is lit."]


def test_the_text_goes_on_below_a_signature() -> None:
    letter = letter_of(
        TITLE + "(Signed) Tobias Wrayburn\nAmbassador\n\nA photograph is kept in the files of the lamp.\n"
    )
    assert letter.signatures[0].lines == ("Ambassador",)
    assert paragraphs(letter) == ["The lamp is lit.", "A photograph is kept in the files of the lamp."]


def test_a_sentence_below_a_signature_is_no_office() -> None:
    letter = letter_of(TITLE + "(Signed) Tobias Wrayburn\n\nThe Minister is away.\n")
    assert letter.signatures[0].lines == ()


def test_a_name_without_the_word_is_no_signature() -> None:
    assert letter_of(TITLE + "Tobias Wrayburn\nAmbassador\n").signatures == ()


def test_a_treaty_that_was_signed_is_no_signature() -> None:
    letter = letter_of(TITLE + "The treaty (signed in 1852) is in force, and the lamp is named in it.\n")
    assert letter.signatures == ()


def test_a_note_verbale_has_no_signatory_of_its_own() -> None:
    note = (
        "Note verbale dated 17 June 2008 from the Permanent Mission of Penwick to the United Nations addressed to the"
        " Secretary-General\n\nThe lamp is lit.\n\n(Signed) Tobias Wrayburn\n\nAnnex\n\nA letter.\n\n(Signed) Ilka"
        " Dravenne\n"
    )
    assert signatories(letter_of(note)) == ["Ilka Dravenne"]

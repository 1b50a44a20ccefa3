"""Annexes, enclosures and appendices: their headings, their nesting, and the letters that lie inside them."""

from __future__ import annotations

import pytest

from tests.corpus.reading import letter_of, paragraphs

TITLE = (
    "Letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations addressed to the"
    " Secretary-General\n\nI have the honour to transmit a list (see annex).\n\n(Signed) Tobias Wrayburn\n\n"
)
TO = "to the letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations"

HEADINGS = [
    ("Annex", "annex", "Annex", ""),
    ("ANNEX", "annex", "Annex", ""),
    ("Annex I", "annex", "Annex I", ""),
    ("ANNEX IV", "annex", "Annex IV", ""),
    ("Annex 3", "annex", "Annex 3", ""),
    ("Annex A", "annex", "Annex A", ""),
    ("Annex No. 2", "annex", "Annex No. 2", ""),
    ("Annex*", "annex", "Annex", ""),
    (f"Annex {TO}", "annex", "Annex", ""),
    (f"Annex II {TO}", "annex", "Annex II", ""),
    ("Annex to the note verbale dated 17 June 2008", "annex", "Annex", ""),
    ("Annex to the identical letters dated 17 June 2008", "annex", "Annex", ""),
    ("Annex I: List of lamps", "annex", "Annex I", "List of lamps"),
    ("Annex II – List of lamps", "annex", "Annex II", "List of lamps"),
    ("Annexe", "annex", "Annexe", ""),
    ("Annexe à la lettre datée du 17 juin 2008", "annex", "Annexe", ""),
    ("Annexe aux lettres identiques datées du 17 juin 2008", "annex", "Annexe", ""),
    ("Anexo de la carta de fecha 17 de junio de 2008", "annex", "Anexo", ""),
    ("Anexo II de las cartas idénticas de fecha 17 de junio de 2008", "annex", "Anexo II", ""),
    ("Приложение к письму от 17 июня 2008 года", "annex", "Приложение", ""),
    ("Enclosure", "enclosure", "Enclosure", ""),
    ("Enclosure 2", "enclosure", "Enclosure 2", ""),
    ("Pièce jointe", "enclosure", "Pièce jointe", ""),
    ("Appendix I", "appendix", "Appendix I", ""),
    ("Apéndice", "appendix", "Apéndice", ""),
]


@pytest.mark.parametrize(("heading", "kind", "label", "title"), HEADINGS)
def test_headings_of_parts(heading: str, kind: str, label: str, title: str) -> None:
    letter = letter_of(f"{TITLE}\n{heading}\n\nThe lamp of the quay is lit at six.\n\nSo it is.\n")
    assert [(p.kind, p.label, p.title) for p in letter.parts] == [(kind, label, title)]
    assert paragraphs(letter, letter.parts[0].id) == ["The lamp of the quay is lit at six.", "So it is."]


NO_HEADINGS = [
    "Annex II contains a list of the lamps.",
    "Annexes",
    "Annexation of the quay",
    "The lamp stands in\nannex",
    "The lamp is drawn in\nAnnex II\nand is lit.",
    "Enclosure of the common land",
    "see annex",
]


@pytest.mark.parametrize("line", NO_HEADINGS)
def test_words_that_begin_no_part(line: str) -> None:
    assert letter_of(f"{TITLE}The lamps are listed.\n\n{line}\n\nThe lamp is lit.\n").parts == ()


def test_a_numbered_heading_stands_right_below_a_signature_where_empty_lines_are_lost() -> None:
    letter = letter_of(f"{TITLE.strip()}\nPermanent Representative\nAnnex I\nList\nThe lamps.\nAnnex II\nMap\n")
    assert [p.label for p in letter.parts] == ["Annex I", "Annex II"]
    assert letter.signatures[0].lines == ("Permanent Representative",)


NESTED = [
    (["Annex", "Enclosure"], ["a1", "a1.e1"]),
    (["Annex I", "Annex II"], ["a1", "a2"]),
    (["Annex I", "Enclosure 1", "Enclosure 2", "Annex II", "Enclosure"], ["a1", "a1.e1", "a1.e2", "a2", "a2.e1"]),
    (["Annex", "Enclosure", "Appendix"], ["a1", "a1.e1", "a1.e1.x1"]),
    (["Annex", "Appendix I", "Appendix II"], ["a1", "a1.x1", "a1.x2"]),
    (["Enclosure"], ["e1"]),
    # After an unnumbered annex no other of the letter can follow: what is annex there is that annex's own.
    ([f"Annex {TO}", "Annex I", "Annex II"], ["a1", "a1.a1", "a1.a2"]),
    (["Annex", "Annex"], ["a1", "a1.a1"]),
    # Numbers that begin again are those of the annexed document.
    (["Annex I", "Annex II", "Annex I"], ["a1", "a2", "a2.a1"]),
    (["Annex I", "Annex II", "Annex III", "Annex IV"], ["a1", "a2", "a3", "a4"]),
    (["Annex A", "Annex B"], ["a1", "a2"]),
]


@pytest.mark.parametrize(("headings", "ids"), NESTED)
def test_parts_lie_within_one_another(headings: list[str], ids: list[str]) -> None:
    letter = letter_of(TITLE + "".join(f"\n{heading}\n\nThe lamp is lit.\n\nIt is.\n" for heading in headings))
    assert [part.id for part in letter.parts] == ids
    assert [part.parent for part in letter.parts] == [part_id.rpartition(".")[0] for part_id in ids]


def test_a_letter_in_an_annex_has_its_own_author_date_and_signature() -> None:
    text = (
        f"{TITLE}\nAnnex\n\n[Original: French]\n\nLetter dated 12 June 2008 from the Minister for Foreign Affairs"
        " of Penwick addressed to the Secretary-General\n\nThe lamp is ours.\n\n(Signed) Perpetua Wrayburn\n"
        "Minister for Foreign Affairs\n"
    )
    letter = letter_of(text)
    part = letter.parts[0]
    assert (part.date, part.author, part.language) == (
        "2008-06-12",
        "Minister for Foreign Affairs of Penwick",
        "French",
    )
    assert [(s.name, s.part) for s in letter.signatures] == [("Tobias Wrayburn", ""), ("Perpetua Wrayburn", "a1")]
    assert letter.date == "2008-06-17"


def test_the_first_short_line_of_an_annex_is_its_title_and_a_salutation_is_not() -> None:
    titled = letter_of(f"{TITLE}\nAnnex\n\nList of the lamps of Penwick\n\nThe first is lit.\n")
    greeted = letter_of(f"{TITLE}\nAnnex\n\nExcellency,\n\nThe first is lit.\n")
    placed = letter_of(f"{TITLE}\nAnnex\n\nPenwick, 12 June 2008\n\nThe first is lit.\n")
    assert [letter.parts[0].title for letter in (titled, greeted, placed)] == ["List of the lamps of Penwick", "", ""]

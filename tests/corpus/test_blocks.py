"""Rows gathered into blocks: what is one paragraph, what is two, and what is a table, in print and in text."""

from __future__ import annotations

import pytest

from corpus.letter import assemble
from corpus.model import BlockKind, Letter
from corpus.readers.draft import Draft
from corpus.source import Line, Run
from tests.corpus.reading import letter_of, paragraphs

TITLE = (
    "Letter dated 17 June 2008 from the Permanent Representative of Penwick to the United Nations addressed to the"
    " Secretary-General\n\n"
)
WIDTH = 4.4
"""Points that a letter of ten-point type takes on average."""
FULL = 83
"""Letters of a full line: 365 points."""


class Sheet:
    """Pages set line by line, as a PDF hands them over."""

    def __init__(self) -> None:
        self.draft = Draft("pdf", paged=True)
        self.page = 0

    def put(self, top: float, text: str, left: float = 123.0, size: float = 9.2, bold: bool = False) -> Sheet:
        """One line."""
        line = Line(0, 0, self.page, left=left, right=left + WIDTH * len(text), top=top, size=size)
        self.draft.add(text, line, [Run(0, len(text), "bold")] if bold else [])
        return self

    def letter(self) -> Letter:
        """What is made of them."""
        return assemble(self.draft.source("0" * 64), "sheet.pdf")[0]


def filled(words: str) -> str:
    """A line of exactly a full measure that begins with `words`."""
    return (words + " lamp" * FULL)[:FULL]


def of(letter: Letter, kind: BlockKind) -> list[str]:
    """The texts of the blocks of one kind."""
    return [b.span.of(letter.text) for b in letter.blocks if b.kind is kind]


@pytest.mark.parametrize("size", [9.2, 13.5])
def test_a_gap_of_half_a_line_parts_paragraphs_whatever_cells_the_font_has(size: float) -> None:
    sheet = Sheet()
    for paragraph in range(4):
        for line in range(4):
            sheet.put(100 + paragraph * 54 + line * 12, filled(f"Lines {paragraph} {line} of"), size=size)
    assert len(of(sheet.letter(), BlockKind.PARAGRAPH)) == 4


def test_double_spacing_in_an_annex_is_measured_by_itself() -> None:
    sheet = Sheet()
    for line in range(8):
        sheet.put(100 + line * 12, filled(f"the first part {line}"))
    for line in range(8):
        sheet.put(300 + line * 24, filled(f"the second part {line}"), size=11.0)
    assert len(of(sheet.letter(), BlockKind.PARAGRAPH)) == 2


def test_a_line_ended_early_before_a_capital_is_ended_on_purpose() -> None:
    sheet = Sheet().put(100, filled("I have appointed"))
    for at, name in enumerate(("Ms. Ilka Dravenne, lamps", "Mr. Tobias Wrayburn, oil", "Ms. Nuhad Al-Lului, keys")):
        sheet.put(118 + 12 * at, name, left=147)
    assert of(sheet.letter(), BlockKind.PARAGRAPH)[1:] == [
        "Ms. Ilka Dravenne, lamps",
        "Mr. Tobias Wrayburn, oil",
        "Ms. Nuhad Al-Lului, keys",
    ]


def test_a_bold_line_of_a_paragraph_is_no_heading() -> None:
    sheet = Sheet().put(100, filled("The session on"))
    sheet.put(112, filled("and the keeping of"), bold=True).put(124, "was held at noon.")
    letter = sheet.letter()
    assert of(letter, BlockKind.HEADING) == []
    assert len(of(letter, BlockKind.PARAGRAPH)) == 1


def test_a_bold_line_by_itself_is_one_and_bold_sums_are_none() -> None:
    sheet = (
        Sheet()
        .put(100, "The keeping of lamps", bold=True)
        .put(124, filled("The lamp is"))
        .put(148, "36 800", bold=True)
    )
    assert of(sheet.letter(), BlockKind.HEADING) == ["The keeping of lamps"]


def test_a_heading_may_end_with_a_number_on_a_line_of_its_own() -> None:
    sheet = Sheet().put(100, "Report on the lamps pursuant to resolution", bold=True).put(113, "2767 (2024)", bold=True)
    assert of(sheet.letter(), BlockKind.HEADING) == ["Report on the lamps pursuant to resolution 2767 (2024)"]


def test_a_table_that_is_set_cell_by_cell_is_written_row_by_row() -> None:
    sheet = Sheet().put(80, filled("The lamps of"))
    sheet.put(120, "North quay", 60).put(120, "Lit at six, and", 140).put(131, "out at nine.", 140).put(120, "Oil", 300)
    sheet.put(150, "South quay", 60).put(150, "Never lit", 140).put(161, "on Sundays.", 140).put(150, "Gas", 300)
    assert of(sheet.letter(), BlockKind.TABLE) == [
        "North quay  Lit at six, and out at nine.  Oil\nSouth quay  Never lit on Sundays.  Gas"
    ]


def test_a_sentence_goes_on_over_a_page() -> None:
    sheet = Sheet().put(700, filled("The lamp that was lit"))
    sheet.page = 1
    sheet.put(80, "on the quay went out.").put(104, filled("Another was"))
    assert of(sheet.letter(), BlockKind.PARAGRAPH)[0].endswith("on the quay went out.")


TEXTS = [
    ("The lamp is\nlit at six.\n\nIt is out.\n", ["The lamp is lit at six.", "It is out."]),
    ("Penwick proposes:\n(a) One lamp;\n(b) Two lamps.\n", ["Penwick proposes:", "(a) One lamp;", "(b) Two lamps."]),
    ("1. One lamp is\nlit.\n\n2. Two are out.\n", ["1. One lamp is lit.", "2. Two are out."]),
    ("• One lamp\n• Two lamps\n", ["• One lamp", "• Two lamps"]),
    # A compound keeps its hyphen at a line's end; a divided word that the letter writes whole elsewhere loses it.
    ("It is a long-\nstanding lamp.\n", ["It is a long-standing lamp."]),
    ("The government of Penwick, a govern-\nment of lamps.\n", ["The government of Penwick, a government of lamps."]),
    ("The keepers were in agree-\nment.\n", ["The keepers were in agreement."]),
    # A word that extraction split is joined where the letter proves it.
    ("The Council met. The Counci l rose.\n", ["The Council met. The Council rose."]),
    ("In the lamp house, a lamp is lit.\n", ["In the lamp house, a lamp is lit."]),
    ("See https://lamp.example/keep/\nlit for more.\n", ["See https://lamp.example/keep/lit for more."]),
]


@pytest.mark.parametrize(("text", "blocks"), TEXTS)
def test_paragraphs_of_text(text: str, blocks: list[str]) -> None:
    assert paragraphs(letter_of(TITLE + text)) == blocks


def test_editors_marks_stand_alone() -> None:
    letter = letter_of(TITLE + "The lamp is lit.\n\nAnnex\n\n[Original: Arabic, English and\nFrench]\n\nThe lamp.\n")
    assert of(letter, BlockKind.MARK) == ["[Original: Arabic, English and French]"]
    assert letter.parts[0].language == "Arabic, English and French"


def test_running_heads_and_feet_are_furniture_and_no_text() -> None:
    text = (
        "A/62/883\n\nDistr.: General\n\n"
        + TITLE
        + "The lamp of the harbour, which was\n\n08-12345 (E)  180608\n*0812345*\n\f"
        "A/62/883\nPage 2\n\nlit in 1884, is out.\n\n2/2\n"
    )
    letter = letter_of(text)
    assert paragraphs(letter) == ["The lamp of the harbour, which was lit in 1884, is out."]
    assert sorted(b.name for b in letter.blocks if b.kind is BlockKind.FURNITURE) == [
        "barcode",
        "job number",
        "page number",
        "page number",
        "running head",
    ]


def test_a_wrapped_last_cell_goes_on_with_its_row() -> None:
    sheet = Sheet()
    sheet.put(80, "1  Port Aldo  The lamp was seen from the harbour and", 60)
    sheet.put(92, "from the road to the light-", 150)
    sheet.put(104, "house.", 150)
    sheet.put(124, "2  Cape Aldo  The lamp was out.", 60)
    sheet.put(144, "3  Sarnholt  The lamp was lit.", 60)
    sheet.draft.tables.append((0, 5))
    assert of(sheet.letter(), BlockKind.TABLE) == [
        "1  Port Aldo  The lamp was seen from the harbour and from the road to the light-house.\n"
        "2  Cape Aldo  The lamp was out.\n3  Sarnholt  The lamp was lit."
    ]


def test_rows_of_a_table_without_a_first_cell_keep_their_lines() -> None:
    sheet = Sheet()
    for row, (left, text) in enumerate([(60, "Oil  1962  7"), (105, "1963  8"), (105, "1964"), (60, "Wicks  1962  3")]):
        sheet.put(80 + 12 * row, text, left)
    sheet.draft.tables.append((0, 4))
    assert of(sheet.letter(), BlockKind.TABLE) == ["Oil  1962  7\n1963  8\n1964\nWicks  1962  3"]


CONTENTS = [
    "Introduction .................................................................... 5",
    "Measures for the strengthening of lamps and of the people who keep them, in the",
    "harbour and outside it ........................................................ 14",
    "A. Oil ....................................................................... 15",
]


def test_the_entries_of_a_contents_page_are_lines() -> None:
    wanted = "\n".join([CONTENTS[0], CONTENTS[1] + " " + CONTENTS[2], CONTENTS[3]])
    sheet = Sheet()
    for row, text in enumerate(CONTENTS):
        sheet.put(80 + 12 * row, text)
    sheet.put(80 + 12 * 6, filled("This lamp ends with dots and no number ..."))
    assert of(sheet.letter(), BlockKind.TABLE) == [wanted]
    assert of(letter_of("\n".join(CONTENTS)), BlockKind.TABLE) == [wanted]


def test_a_figures_caption_joins_no_paragraph() -> None:
    sheet = Sheet()
    for row in range(4):
        sheet.put(80 + 12 * row, filled(f"Line {row} of the lamp"))
    sheet.put(128, "which was seen from Cape Aldo, in the harbour of Petite-Ria’")
    sheet.page = 1
    sheet.put(78, "Figure III").put(90, "Map of the lamps of the harbour", bold=True)
    letter = sheet.letter()
    assert of(letter, BlockKind.HEADING) == ["Figure III Map of the lamps of the harbour"]
    assert len(of(letter, BlockKind.PARAGRAPH)) == 1

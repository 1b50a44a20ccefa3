"""PDF: made here with fpdf2 where the layout decides, and read from the real letters where they are at hand."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.clean import visible
from corpus.errors import UnreadableFile
from corpus.readers import read_source
from corpus.readers.pdf import read
from corpus.source import Line, Source


def sheet(pages: int = 1) -> FPDF:
    pdf = FPDF(unit="pt", format=(612, 792))
    pdf.set_auto_page_break(False)
    for _ in range(pages):
        pdf.add_page()
    pdf.set_font("Times", size=10)
    return pdf


def put(pdf: FPDF, left: float, top: float, text: str, *, size: float = 10, style: str = "") -> float:
    """Write at a baseline; returns where the text ends."""
    pdf.set_font("Times", style, size)
    pdf.text(left, top, text)
    return left + float(pdf.get_string_width(text))


def made(pdf: FPDF) -> Source:
    return read(bytes(pdf.output())).source("")


def texts(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines]


def runs(source: Source, kind: str) -> list[str]:
    return [
        source.text[line.start + run.start : line.start + run.end]
        for line in source.lines
        for run in line.runs
        if run.kind == kind
    ]


def line(source: Source, start: str) -> Line:
    return next(each for each in source.lines if source.text[each.start : each.end].startswith(start))


def test_a_masthead_in_two_columns_comes_out_left_column_first() -> None:
    pdf = sheet()
    for left, top, text in [
        (60, 220, "General Assembly"), (348, 220, "Security Council"),
        (60, 232, "Seventy-ninth session"), (348, 232, "Eightieth year"),
        (60, 244, "Agenda item 14"), (60, 262, "Upkeep of the lighthouse at the mouth of the river"),
    ]:  # fmt: skip
        put(pdf, left, top, text, style="B")
    put(
        pdf, 123, 300, "Letter dated 12 March 2025 from the Permanent Representative of Kestravia to the United Nations"
    )
    source = made(pdf)
    assert [(each.column, text) for each, text in zip(source.lines, texts(source), strict=True)] == [
        (1, "General Assembly"),
        (1, "Seventy-ninth session"),
        (1, "Agenda item 14"),
        (1, "Upkeep of the lighthouse at the mouth of the river"),
        (2, "Security Council"),
        (2, "Eightieth year"),
        (0, "Letter dated 12 March 2025 from the Permanent Representative of Kestravia to the United Nations"),
    ]
    assert source.lines[0].left == 60.0
    assert source.paged


def test_raised_digits_are_markers_and_the_line_goes_on_after_them() -> None:
    pdf = sheet()
    end = put(pdf, 123, 100, "as the report of 2024 said,")
    end = put(pdf, end + 1, 96, "12", size=6.5)
    put(pdf, end + 3, 100, "and as the 7 members know.")
    put(pdf, 123, 112, "The second line of the paragraph ends with a word and its marker")
    source = made(pdf)
    assert texts(source)[0] == "as the report of 2024 said,12 and as the 7 members know."
    assert runs(source, "superscript") == ["12"]


@pytest.mark.parametrize("drawn", [True, False], ids=["a drawn line", "a line of low signs"])
def test_what_stands_below_a_footnote_rule(drawn: bool) -> None:
    pdf = sheet()
    put(pdf, 123, 100, "The first paragraph of the letter, on which there is a note.")
    if drawn:
        pdf.line(100, 600, 172, 600)
    else:
        put(pdf, 100, 600, "_" * 18, size=8)
    end = put(pdf, 117, 617, "1", size=5)
    put(pdf, end + 3, 620, "See the second report of the river commission.", size=8.5)
    source = made(pdf)
    assert not line(source, "The first").below_rule
    note = line(source, "1")
    assert note.below_rule
    assert [(run.kind, run.start, run.end) for run in note.runs] == [("superscript", 0, 1)]


def test_a_power_is_no_marker_and_an_ordinal_is_none() -> None:
    pdf = sheet()
    end = put(pdf, 123, 100, "an area of 300 m")
    end = put(pdf, end, 96, "2", size=6.5)
    end = put(pdf, end + 3, 100, "at the 48")
    put(pdf, end, 96, "th", size=6.5)
    put(pdf, 123, 112, "session of the commission on the lighthouse and on its keepers")
    source = made(pdf)
    assert texts(source)[0] == "an area of 300 m² at the 48th"
    assert runs(source, "superscript") == []


def test_rows_of_a_table_keep_their_cells_on_one_line() -> None:
    pdf = sheet()
    put(pdf, 60, 80, "A line of text that runs over the whole width of the page and ends the masthead there")
    for row, (year, boats, tons) in enumerate([("2023", "12", "480"), ("2024", "14", "510"), ("2025", "9", "300")]):
        for left, text in ((60, year), (200, boats), (400, tons)):
            put(pdf, left, 120 + 14 * row, text)
    source = made(pdf)
    assert texts(source)[1:] == ["2023  12  480", "2024  14  510", "2025  9  300"]
    assert source.tables == ((1, 4),)


def test_bold_lines_and_bold_ends() -> None:
    pdf = sheet()
    put(pdf, 123, 100, "Letter dated 12 March 2025", style="B")
    end = put(pdf, 400, 140, "(Signed) Ann ")
    put(pdf, end, 140, "Example", style="B")
    put(pdf, 123, 180, "Plain words")
    assert runs(made(pdf), "bold") == ["Letter dated 12 March 2025", "Example"]


def test_a_link_covers_its_words_and_keeps_its_address() -> None:
    pdf = sheet()
    end = put(pdf, 123, 100, "communications (")
    stop = put(pdf, end, 100, "A/79/798-S/2025/110")
    put(pdf, stop, 100, "), which we reject")
    pdf.link(end - 1.5, 90, stop - end + 3, 12, "https://undocs.org/en/A/79/798")
    source = made(pdf)
    assert runs(source, "link") == ["A/79/798-S/2025/110"]
    assert source.lines[0].runs[0].value == "https://undocs.org/en/A/79/798"


def test_pages_are_counted_and_a_hyphen_at_a_line_end_stays() -> None:
    pdf = sheet()
    put(pdf, 123, 100, "report of the Representative of the Secretary-")
    put(pdf, 123, 112, "General on the lighthouse")
    pdf.add_page()
    put(pdf, 123, 100, "second page")
    source = made(pdf)
    assert texts(source) == [
        "report of the Representative of the Secretary-",
        "General on the lighthouse",
        "second page",
    ]
    assert [each.page for each in source.lines] == [0, 0, 1]


def test_a_picture_without_text_is_told(tmp_path: Path) -> None:
    pdf = sheet()
    pdf.rect(100, 100, 300, 300, style="F")
    with pytest.raises(UnreadableFile) as caught:
        read(bytes(pdf.output()))
    assert caught.value.message == "has no text layer."
    assert "ocrmypdf" in caught.value.hint


def test_nothing_of_a_real_page_is_lost_or_doubled(letters: Path) -> None:
    """The characters of the source are those that the library extracts, in whatever order; spaces aside."""
    import pypdfium2

    for path in sorted(letters.glob("pdf/*.pdf"))[::12]:
        with pypdfium2.PdfDocument(path) as document:
            bare = "".join(document[number].get_textpage().get_text_range() for number in range(len(document)))
        bare = visible("".join(re.split(r"\s+", bare.replace("\ufffe", "-"))))
        ours = "".join(read_source(path).text.split())
        brackets = str.maketrans("()[]²³", "((((23")  # lines from right to left have theirs turned round
        assert Counter(ours.translate(brackets)) == Counter(bare.translate(brackets)), path.name


def test_the_markers_of_a_real_letter(letters: Path) -> None:
    source = read_source(letters / "pdf" / "A_79_843.pdf")
    assert runs(source, "superscript") == ["1", "2", "3", "4", "1", "2", "3", "4", "5", "6", "7", "5", "6", "7"]
    assert line(source, "* Reissued").below_rule
    assert not line(source, "General Assembly").below_rule


def test_columns_and_lines_of_a_real_letter(letters: Path) -> None:
    source = read_source(letters / "pdf" / "A_79_818.pdf")
    columns = [(each.column, text) for each, text in zip(source.lines, texts(source), strict=True) if each.column]
    assert columns[4:7] == [(1, "General Assembly"), (1, "Seventy-ninth session"),
                            (1, "Agenda items 14, 32, 60, 61, 69, 71, 84 and 132")]  # fmt: skip
    assert columns[-2:] == [(2, "Security Council"), (2, "Eightieth year")]


def test_words_that_extraction_splits_are_whole(letters: Path) -> None:
    """The library guesses a space in "mid -19th" from a gap of a tenth of the letters' height; in print is none."""
    assert "mid-19th" in read_source(letters / "pdf" / "A_79_730.pdf").text


def test_arabic_lines_are_told_and_read_in_logical_order(letters: Path) -> None:
    source = read_source(letters / "pdf" / "S_2025_354.pdf")
    arabic = [each for each in source.lines if each.rtl]
    assert len(arabic) > 300
    # "[Original: Arabic]": in logical order the bracket that opens stands first.
    assert any(source.text[each.start : each.end].startswith("[األصل") for each in arabic)
    assert line(source, "I should be grateful").rtl is False

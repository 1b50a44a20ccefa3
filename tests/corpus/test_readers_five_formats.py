"""One invented letter as text, Markdown, HTML, DOCX and PDF gives one and the same `Letter`."""

from __future__ import annotations

import io
from collections.abc import Callable
from html import escape
from pathlib import Path
from textwrap import wrap

import pytest
from docx import Document
from fpdf import FPDF

from corpus.letter import read_letter
from corpus.model import BlockKind, Letter

SYMBOLS = "A/79/411-S/2024/702"
TITLE = (
    "Letter dated 3 October 2024 from the Permanent Representative of Kestravia to the United Nations "
    "addressed to the Secretary-General"
)
# A superscript call is written {1} here and turned into what each format has.
PARAGRAPHS = [
    "I write in connection with the letter dated 12 September 2024 from the Permanent Representative of Valdmark "
    "(A/79/380-S/2024/655), which describes the lighthouse at Penwick Sound as abandoned.",
    "The lighthouse has been kept without a day's interruption since 1951.{1} Its lamp was last renewed in April, "
    "as the keepers' log, open to every master of a vessel, shows.",
    "I should be grateful if you would have the present letter and its annex circulated as a document of the General "
    "Assembly, under agenda item 77, and of the Security Council.",
]
NOTE = "See the report of the Joint Lighthouse Commission, A/78/204, annex."
ANNEX = "The lamp was renewed on 4 April and tested on three nights. No vessel reported it dark."
SIGNED = ["(Signed) Ilsa Varn", "Ambassador", "Permanent Representative"]
LEFT = ["General Assembly", "Seventy-ninth session", "Agenda item 77", "Oceans and the law of the sea"]
RIGHT = ["Security Council", "Seventy-ninth year"]
HEAD = [["United Nations"], [SYMBOLS], ["General Assembly", "Security Council"], ["Distr.: General", "4 October 2024"],
        ["Original: English"]]  # fmt: skip


def markdown() -> bytes:
    blocks = ["\n".join(lines) for lines in HEAD]
    blocks += [f"**{LEFT[0]}\n{LEFT[1]}**", LEFT[2], f"**{LEFT[3]}**", f"**{RIGHT[0]}\n{RIGHT[1]}**", f"**{TITLE}**"]
    blocks += [text.replace("{1}", "¹") for text in PARAGRAPHS] + ["\n".join(SIGNED), f"¹ {NOTE}", "# Annex", ANNEX]
    return "\n\n".join(blocks).encode()


def text() -> bytes:
    return markdown().replace(b"**", b"").replace(b"# ", b"")


def html() -> bytes:
    def paragraph(lines: list[str]) -> str:
        return f"<p>{'<br>'.join(map(escape, lines))}</p>"

    parts = [paragraph(lines) for lines in HEAD]
    cells = "".join(f"<td>{paragraph(lines)}</td>" for lines in (LEFT, RIGHT))
    parts += [f"<table><tr>{cells}</tr></table>", f"<p><b>{TITLE}</b></p>"]
    call = '<a href="#_ftn1" name="_ftnref1"><sup>1</sup></a>'
    parts += [f"<p>{escape(words).replace('{1}', call)}</p>" for words in PARAGRAPHS]
    parts += [paragraph(SIGNED).replace("Signed", "<u>Signed</u>")]
    parts += ["<p><b>Annex</b></p>", f"<p>{ANNEX}</p>"]
    parts += [f'<div id="ftn1"><p><a href="#_ftnref1" name="_ftn1"><sup>1</sup></a> {NOTE}</p></div>']
    return f"<html><head><title>x</title></head><body>{''.join(parts)}</body></html>".encode()


def docx() -> bytes:
    document = Document()
    for lines in HEAD:
        document.add_paragraph("\n".join(lines))
    table = document.add_table(1, 2)
    for cell, lines in zip(table.rows[0].cells, (LEFT, RIGHT), strict=True):
        cell.text = "\n".join(lines)
    document.add_paragraph().add_run(TITLE).bold = True
    for words in PARAGRAPHS:
        before, _, after = words.partition("{1}")
        paragraph = document.add_paragraph(before)
        if after:
            paragraph.add_run("1").font.superscript = True
            paragraph.add_run(after)
    document.add_paragraph("\n".join(SIGNED))
    note = document.add_paragraph()
    note.add_run("1").font.superscript = True
    note.add_run(" " + NOTE)
    document.add_paragraph().add_run("Annex").bold = True
    document.add_paragraph(ANNEX)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


class Sheet(FPDF):  # type: ignore[misc]  # the package has no types
    """Pages as the Organization sets them: 10-point Times between 123 and 488 points, notes under a short rule."""

    def put(self, left: float, top: float, words: str, size: float = 10, style: str = "") -> None:
        self.set_y(top)
        before, call, after = words.partition("{1}")
        for part, height, rise in ((before, size, 0), ("1" if call else "", size * 0.65, 3), (after, size, 0)):
            if part:
                self.set_font("Times", style, height)
                self.text(left, top - rise, part)
                left += self.get_string_width(part)

    def lines(self, top: float, words: str, style: str = "") -> float:
        for number, line in enumerate(wrap(words, 78)):
            self.put(123 if number or style else 147, top, line, style=style)
            top += 12
        return top + 6


def pdf() -> bytes:
    sheet = Sheet(unit="pt", format=(612, 792))
    sheet.set_auto_page_break(False)
    sheet.add_page()
    sheet.put(123, 40, "United Nations", 14)
    sheet.put(430, 40, SYMBOLS, 10)
    for left, top, words, size in [(123, 70, "General Assembly", 20), (123, 90, "Security Council", 20),
                                   (397, 78, "Distr.: General", 10), (397, 90, "4 October 2024", 10),
                                   (397, 114, "Original: English", 10)]:  # fmt: skip
        sheet.put(left, top, words, size, "B" if size == 20 else "")
    for number in range(4):
        sheet.put(60, 214 + 13 * number, LEFT[number], style="" if number == 2 else "B")
        if number < 2:
            sheet.put(348, 214 + 13 * number, RIGHT[number], style="B")
    below = sheet.lines(310, TITLE, "B")
    for words in PARAGRAPHS:
        below = sheet.lines(below, words)
    for line in SIGNED:
        below += 12
        sheet.put(400, below, line)
    sheet.line(100, 700, 172, 700)
    sheet.put(117, 705, "{1}", 8.5)
    sheet.put(124, 705, NOTE, 8.5)
    sheet.add_page()
    sheet.put(60, 40, "A/79/411", 8.5, "B")
    sheet.put(60, 50, "S/2024/702", 8.5, "B")
    sheet.put(123, 76, "Annex", 12, "B")
    sheet.lines(100, ANNEX)
    return bytes(sheet.output())


FORMATS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("letter.txt", text),
    "html": ("letter.html", html),
    "docx": ("letter.docx", docx),
    "pdf": ("letter.pdf", pdf),
}


def facts(letter: Letter) -> dict[str, object]:
    """Everything that must not depend on the format."""
    at = {block.id: block.span.start for block in letter.blocks}
    bodies = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION)
    return {
        "symbols": letter.symbols,
        "organs": letter.organs,
        "distribution": (letter.distribution, letter.distributed, letter.original_language),
        "years": (letter.session, letter.sc_year),
        "items": letter.agenda_items,
        "title": (letter.kind, letter.title, letter.date, letter.senders, letter.addressees),
        "paragraphs": [(block.id, block.span.of(letter.text)) for block in letter.blocks if block.kind in bodies],
        "notes": [(note.label, note.span.of(letter.text)) for note in letter.notes],
        "markers": [(marker.label, marker.block, marker.at - at[marker.block]) for marker in letter.markers],
        "signatures": [(signature.name, signature.lines) for signature in letter.signatures],
        "parts": [(part.kind, part.label) for part in letter.parts],
        "relations": [
            (relation.kind, relation.symbols, relation.evidence.of(letter.text)) for relation in letter.relations
        ],
        "cites": [citation.symbols for citation in letter.citations],
        "request": letter.request and (letter.request.organs, letter.request.agenda_items, letter.request.agrees),
    }


def of(folder: Path, name: str, make: Callable[[], bytes]) -> dict[str, object]:
    path = folder / name
    path.write_bytes(make())
    return facts(read_letter(path))


@pytest.mark.parametrize("form", FORMATS)
def test_the_letter_is_the_same(tmp_path: Path, form: str) -> None:
    expected = of(tmp_path, "letter.md", markdown)
    assert expected["symbols"] == ("A/79/411", "S/2024/702")
    assert len(expected["markers"]) == 1  # type: ignore[arg-type]
    found = of(tmp_path, *FORMATS[form])
    for key, value in expected.items():
        assert found[key] == value, key

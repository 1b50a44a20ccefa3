"""Letters as Word documents, with real footnotes: a footnotes part, its references, and custom marks for asterisks."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.shared import Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from tests.sample.markup import Item, Source, runs

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
SUPER = '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'
ZIP_DATE = (2024, 1, 2, 0, 0, 0)
"""Every member's date, so that the same source gives the same bytes."""


class Notes:
    """The footnotes of a document while it is being written; Word numbers them, other marks are printed as given."""

    def __init__(self) -> None:
        self.bodies: list[str] = [
            f'<w:footnote w:type="{kind}" w:id="{number}"><w:p><w:r><w:{mark}/></w:r></w:p></w:footnote>'
            for number, kind, mark in (
                (-1, "separator", "separator"),
                (0, "continuationSeparator", "continuationSeparator"),
            )
        ]

    def add(self, label: str, text: str) -> str:
        """Keeps a note; returns the XML of the reference to it."""
        number = len(self.bodies) - 1
        custom = not label.isdigit()
        mark = f"<w:t>{escape(label)}</w:t>" if custom else "<w:footnoteRef/>"
        self.bodies.append(
            f'<w:footnote w:id="{number}"><w:p><w:r>{SUPER}{mark}</w:r>'
            f'<w:r><w:t xml:space="preserve"> {escape(text)}</w:t></w:r></w:p></w:footnote>'
        )
        follows = ' w:customMarkFollows="1"' if custom else ""
        shown = f"<w:t>{escape(label)}</w:t>" if custom else ""
        return f'<w:r xmlns:w="{SPACE}">{SUPER}<w:footnoteReference{follows} w:id="{number}"/>{shown}</w:r>'

    def attach(self, document: Document) -> None:
        """Adds the footnotes part to the document."""
        head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        xml = f'{head}<w:footnotes xmlns:w="{SPACE}">{"".join(self.bodies)}</w:footnotes>'
        part = Part(PackURI("/word/footnotes.xml"), CONTENT_TYPE, xml.encode(), document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)


def write_word(source: Source, path: Path) -> None:
    """Writes `source` as a Word document."""
    document = docx.Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(10)
    notes = Notes()
    masthead(document, source, notes)
    for item in source.items:
        write_item(document, item, notes)
    if len(notes.bodies) > 2:
        notes.attach(document)
    document.sections[0].header.paragraphs[0].text = " ".join(s.rstrip("*") for s in source.symbols)
    document.sections[0].footer.paragraphs[0].text = source.head["job"]
    properties = document.core_properties
    properties.author, properties.title = "Rejoinder sample", source.head["symbol"]
    properties.created = properties.modified = datetime(2024, 1, 2)
    path.write_bytes(settled(document))


def settled(document: Document) -> bytes:
    """The document's bytes with every member's date set to one and the same."""
    raw, out = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(zipfile.ZipInfo(name, ZIP_DATE), old.read(name), zipfile.ZIP_DEFLATED, 9)
    return out.getvalue()


def masthead(document: Document, source: Source, notes: Notes) -> None:
    """Two tables without lines, as in the Organization's templates: organs and symbol, then sessions and items."""
    distribution = {"fr": "Distr. générale", "es": "Distr. general"}.get(source.head.get("lang", ""), "Distr.: General")
    nations = {"fr": "Nations Unies", "es": "Naciones Unidas"}.get(source.head.get("lang", ""), "United Nations")
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = nations
    first = table.cell(0, 1).paragraphs[0]
    for place, symbol in enumerate(source.symbols):
        first.add_run(("–" if place else "") + symbol.rstrip("*"))
        if symbol.endswith("*"):
            text = source.title.notes["*"]
            reference = notes.add("*", text) if place == 0 else f'<w:r xmlns:w="{SPACE}">{SUPER}<w:t>*</w:t></w:r>'
            first._p.append(parse_xml(reference))
    fill(table.cell(1, 0), [f"**{organ}**" for organ in source.parts("organs", ";")])
    fill(table.cell(1, 1), [distribution, source.head["date"], "", *source.parts("language")])
    columns = [source.parts("left") + source.parts("titles"), source.parts("middle"), source.parts("right")]
    columns = [column for column in columns if column]
    if columns:
        agenda = document.add_table(rows=1, cols=len(columns))
        for cell, lines in zip(agenda.rows[0].cells, columns, strict=True):
            fill(cell, [line if any(c.isdigit() for c in line) else f"**{line}**" for line in lines])


def fill(cell: _Cell, lines: list[str]) -> None:
    """A paragraph in the cell for every line."""
    for number, line in enumerate(lines):
        style_runs(cell.paragraphs[0] if number == 0 else cell.add_paragraph(), line, Notes(), {})


def style_runs(paragraph: Paragraph, text: str, notes: Notes, texts: dict[str, str]) -> None:
    """Adds `text` run by run; a marker whose note is known becomes a reference to it."""
    for run in runs(text):
        if run.style == "marker":
            paragraph._p.append(parse_xml(notes.add(run.text, texts[run.text])))
        else:
            made = paragraph.add_run(run.text)
            made.bold, made.italic = run.style == "bold" or None, run.style == "italic" or None


def write_item(document: Document, item: Item, notes: Notes) -> None:
    """One item of the letter."""
    if item.kind == "break":
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
    elif item.kind == "table":
        rows = item.rows
        table = document.add_table(rows=len(rows), cols=len(rows[0]))
        table.style = document.styles["Table Grid"]
        for cells, row in zip(table.rows, rows, strict=True):
            for cell, text in zip(cells.cells, row, strict=True):
                cell.text = text
    elif item.kind == "signature":
        for line in item.lines:
            paragraph = document.add_paragraph()
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
            style_runs(paragraph, line, notes, item.notes)
    elif item.kind == "paragraph":
        style_runs(document.add_paragraph(), item.text, notes, item.notes)
    else:
        level = {"title": 1, "part": 1, "heading": 2}[item.kind]
        document.add_heading(item.text, level)

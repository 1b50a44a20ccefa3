"""DOCX: real footnotes, tables, breaks; and archives that are not to be trusted."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest
from docx import Document

from corpus.errors import UnreadableFile
from corpus.readers.docx import read
from corpus.source import Source

NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:id="2"><w:p><w:r><w:t xml:space="preserve"> See A/55/1.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
RELATION = (
    '<Relationship Id="rId99" Target="footnotes.xml" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
)
CONTENT = (
    '<Override PartName="/word/footnotes.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"/></Types>'
)


def saved(fill: Callable[[object], None]) -> bytes:
    document = Document()
    fill(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def changed(data: bytes, change: Callable[[str, bytes], bytes], more: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(member.filename, change(member.filename, old.read(member)))
        for name, content in (more or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def letter(document: object) -> None:
    document.add_paragraph("Letter dated 4 March 2025")  # type: ignore[attr-defined]
    document.add_paragraph("The report says so.")  # type: ignore[attr-defined]


def texts(source: Source) -> list[str]:
    return [source.text[line.start : line.end] for line in source.lines if line.end > line.start]


def test_paragraphs_tables_bold_and_page_breaks() -> None:
    def fill(document: object) -> None:
        letter(document)
        document.add_paragraph().add_run("Annex").bold = True  # type: ignore[attr-defined]
        table = document.add_table(2, 2)  # type: ignore[attr-defined]
        for row, words in enumerate((("Year", "Boats"), ("2024", "14"))):
            for column, word in enumerate(words):
                table.cell(row, column).text = word
        document.add_page_break()  # type: ignore[attr-defined]
        document.add_paragraph("Second page")  # type: ignore[attr-defined]

    source = read(saved(fill)).source("")
    assert source.format == "docx"
    assert texts(source) == [
        "Letter dated 4 March 2025", "The report says so.", "Annex", "Year  Boats", "2024  14", "Second page",
    ]  # fmt: skip
    assert source.lines[-1].page == 1
    assert [run.kind for line in source.lines for run in line.runs] == ["bold"]
    assert len(source.tables) == 1


def test_a_real_footnote_is_called_where_it_stands_and_keeps_its_own_line() -> None:
    call = b'says</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t xml:space="preserve"> so.'

    def change(name: str, content: bytes) -> bytes:
        if name == "word/document.xml":
            return content.replace(b"says so.", call)
        if name == "word/_rels/document.xml.rels":
            return content.replace(b"</Relationships>", RELATION.encode())
        return content.replace(b"</Types>", CONTENT.encode()) if name == "[Content_Types].xml" else content

    source = read(changed(saved(letter), change, {"word/footnotes.xml": NOTES.encode()})).source("")
    assert texts(source) == ["Letter dated 4 March 2025", "The report says1 so.", "See A/55/1."]
    body, note = source.lines[2], source.lines[-1]
    assert [(run.start, run.end, run.value) for run in body.runs if run.kind == "noteref"] == [(15, 16, "2")]
    assert note.style == "note:2"  # the key is Word's own; what is printed is the run's text


def bomb(name: str, content: bytes) -> bytes:
    return b"<a>" + b" " * 60_000_000 + b"</a>" if name == "word/styles.xml" else content


def laughs(name: str, content: bytes) -> bytes:
    entities = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
    return content.replace(b"<w:document", entities + b"<w:document", 1) if name == "word/document.xml" else content


def wide(name: str, content: bytes) -> bytes:
    return content.decode().encode("utf-16") if name == "word/document.xml" else content


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (changed(saved(letter), bomb), "unpacks to more"),
        (changed(saved(letter), laughs), "document type"),
        (changed(saved(letter), wide), "document type"),  # where a type could hide from a search for its bytes
        (changed(saved(letter), lambda name, content: content, {f"x{i}": b"" for i in range(2_100)}), "members"),
        (saved(letter)[:2000], "damaged"),
        (b"PK\x03\x04" + b"\0" * 100, "damaged"),
        (changed(saved(letter), lambda name, content: b"<w:broken" if "document" in name else content), "damaged"),
    ],
    ids=["bomb", "entities", "utf-16", "members", "truncated", "no archive", "broken xml"],
)
def test_archives_that_are_not_to_be_trusted(data: bytes, words: str) -> None:
    with pytest.raises(UnreadableFile, match=words):
        read(data)


def test_an_archive_that_is_no_document_says_so() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("letter.txt", "A letter.")
    with pytest.raises(UnreadableFile, match="not a Word document"):
        read(out.getvalue())

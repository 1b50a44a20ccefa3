"""Files that are empty, broken or meant to harm: one line each, within limits, and the next file is read."""

from __future__ import annotations

import io
import os
import random
import zipfile
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fpdf import FPDF

from corpus.errors import UnreadableFile
from corpus.readers.guard import Guard

READ = "corpus.readers:read_source"
LENGTH = "tests.corpus.breakers:length"


@pytest.fixture(scope="module")
def guard() -> Iterator[Guard]:
    with Guard() as shared:
        yield shared


def pdf(pages: int = 1, password: str = "") -> bytes:
    sheet = FPDF(unit="pt", format=(612, 792))
    if password:
        sheet.set_encryption(owner_password="owner", user_password=password)
    sheet.set_font("Times", size=10)
    for number in range(pages):
        sheet.add_page()
        sheet.text(100, 100, f"Page {number + 1} of a letter dated 12 March 2025")
    return bytes(sheet.output())


def pdf_object(stream: bytes) -> bytes:
    """A PDF of one page whose content is `stream`, already deflated."""
    head = (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R"
        b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>>>>>>>endobj\n"
    )
    body = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\n" % (len(stream), stream)
    return head + body + b"trailer<</Root 1 0 R>>\n%%EOF"


def deflated(unit: bytes, count: int) -> bytes:
    """`unit` repeated, packed without holding it unpacked."""
    packer = zlib.compressobj(1)
    return b"".join(packer.compress(unit * 1000) for _ in range(count // 1000)) + packer.flush()


def archive(name: str, content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as box:
        box.writestr("[Content_Types].xml", "<Types/>")
        box.writestr(name, content)
    return out.getvalue()


def nested_archive() -> bytes:
    word = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    return archive("word/document.xml", word + b"<w:tbl><w:tr><w:tc>" * 20_000)


UNREADABLE: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "empty": ("a.pdf", lambda: b"", "is empty"),
    "blank": ("a.txt", lambda: b" \n\n ", "is empty"),
    "truncated": ("a.pdf", lambda: pdf()[:400], "damaged PDF"),
    "head only": ("a.pdf", lambda: b"%PDF-1.7\n", "damaged PDF"),
    "encrypted": ("a.pdf", lambda: pdf(password="secret"), "encrypted"),
    "no text layer": ("a.pdf", lambda: pdf_object(zlib.compress(b"0 0 100 100 re f")), "ocrmypdf"),
    "PDF bomb": ("a.pdf", lambda: pdf_object(deflated(b" ", 600_000_000)), "memory|text layer|damaged"),
    "zip bomb": ("a.docx", lambda: archive("word/document.xml", b"<a>" + b" " * 80_000_000), "unpacks to more"),
    "XML bomb": (
        "a.docx",
        lambda: archive("word/document.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"),
        "document type",
    ),
    "nested": ("a.docx", nested_archive, "damaged|nested|limit"),
    "other archive": ("a.docx", lambda: archive("mimetype", b"x"), "not a Word document"),
    "misnamed": ("a.pdf", lambda: b"Just words.", "not the PDF file"),
    "old Word": ("a.docx", lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "old Word file"),
    "picture": ("a.pdf", lambda: b"\x89PNG\r\n", "picture"),
    "binary": ("a.dat", lambda: bytes(range(256)), "no kind that is read"),
    "no words": ("a.html", lambda: b"<html><script>x</script></html>", "holds no text"),
    "too many characters": ("a.txt", lambda: b"a\n" * 2_600_000, "five million"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_a_file_that_gives_nothing_is_one_line(guard: Guard, tmp_path: Path, case: str) -> None:
    name, make, words = UNREADABLE[case]
    path = tmp_path / name
    path.write_bytes(make())
    with pytest.raises(UnreadableFile, match=words) as caught:
        guard.read(path, READ)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(name)
    good = tmp_path / "good.txt"
    good.write_text("A letter.")
    assert isinstance(guard.read(good, READ), dict)


ODD: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "500 pages": ("a.pdf", lambda: pdf(500), "Page 500 of"),
    "owner's password only": ("a.pdf", lambda: locked(), "letter"),
    "a PDF called text": ("a.txt", pdf, "Page 1"),
    "junk before the head": ("a.pdf", lambda: b"\0" * 200 + pdf(), "Page 1"),
    "controls everywhere": ("a.txt", lambda: b"".join(bytes([c]) + b"w" for c in range(256)) * 200, "␛w"),
    "one long line": ("a.md", lambda: b"**b** [x](y) " * 20_000, "b x b"),
    "open brackets": ("a.md", lambda: b"**x** " + b"[" * 500_000, "x [["),
    "table rule": ("a.md", lambda: b"|" + b"-" * 200_000 + b"x|", "--x"),
    "stars": ("a.md", lambda: b"**a " * 200_000, "a"),
    "deep page": ("a.html", lambda: b"<div>" * 5_000 + b"<p>deep", "deep"),
    "unclosed": ("a.html", lambda: b"<b><i><table><tr><td>" * 2_000 + b"deep", "deep"),
}


def locked() -> bytes:
    sheet = FPDF(unit="pt", format=(612, 792))
    sheet.set_encryption(owner_password="owner")
    sheet.add_page()
    sheet.set_font("Times", size=10)
    sheet.text(100, 100, "A letter that anybody may read")
    return bytes(sheet.output())


@pytest.mark.parametrize("case", ODD)
def test_an_odd_file_is_read(guard: Guard, tmp_path: Path, case: str) -> None:
    name, make, words = ODD[case]
    path = tmp_path / name
    path.write_bytes(make())
    source = guard.read(path, READ)
    assert isinstance(source, dict)
    assert words in source["text"]


def test_what_is_no_regular_file_is_not_opened(guard: Guard, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    for path in (tmp_path / "pipe.pdf", tmp_path, Path("/dev/zero")):
        with pytest.raises(UnreadableFile, match="not a regular file"):
            guard.read(path, READ)
    with pytest.raises(UnreadableFile, match="no such file"):
        guard.read(tmp_path / "none.pdf", READ)


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Real bytes with a few of them changed, cut out, doubled or put in."""
    spoilt = bytearray(data)
    for _ in range(chance.randint(1, 12)):
        at = chance.randrange(len(spoilt))
        match chance.randrange(4):
            case 0:
                spoilt[at] = chance.randrange(256)
            case 1:
                del spoilt[at : at + chance.randint(1, 64)]
            case 2:
                spoilt[at:at] = spoilt[at : at + chance.randint(1, 64)]
            case _:
                spoilt[at:at] = chance.randbytes(chance.randint(1, 8))
        if not spoilt:
            return b""
    return bytes(spoilt)


def spoil_and_read(guard: Guard, files: list[Path], folder: Path, count: int) -> int:
    """Read `count` mutated real files; returns how many still gave text. Anything but text or one plain line fails."""
    chance = random.Random(1945)
    refused = []
    for number in range(count):
        origin = files[number % len(files)]
        path = folder / f"mutated{origin.suffix}"
        path.write_bytes(mutated(origin.read_bytes(), chance))
        try:
            guard.read(path, LENGTH)
        except UnreadableFile as error:
            refused.append(str(error))
    assert not [words for words in refused if "\n" in words or "could not be read (" in words]
    return count - len(refused)


def test_mutated_real_files(guard: Guard, letters: Path, tmp_path: Path) -> None:
    files = [path for path in sorted(letters.glob("[pto]*/*.[pt][dx][ft]")) if path.stat().st_size < 200_000]
    assert spoil_and_read(guard, files, tmp_path, 200) > 100


@pytest.mark.torture
def test_ten_thousand_mutated_real_files(guard: Guard, letters: Path, tmp_path: Path) -> None:
    files = sorted(letters.glob("[pto]*/*.[pt][dx][ft]"))
    assert spoil_and_read(guard, files, tmp_path, 10_000) > 5_000

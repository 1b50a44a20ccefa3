"""DOCX through mammoth: paragraphs, tables and real footnotes, as HTML that `corpus.readers.html` reads.

The archive is examined first: mammoth reads XML with minidom, which expands entities, so a member with a document type
is refused; members, their total and their ratio are capped while they are being unpacked, whatever the headers say.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from typing import Any

from corpus.errors import UnreadableFile
from corpus.readers import html
from corpus.readers.draft import Draft

MAX_MEMBERS = 2_000
MAX_TOTAL = 64 * 1024 * 1024
"""Unpacked XML that is read, in bytes; a letter of 60 pages with tables has about 5 MB."""
MAX_RATIO = 200
"""Unpacked by packed size of a member from 1 MB on; Word's XML packs about 1 : 20, a bomb 1 : 1,000."""
_DAMAGED = UnreadableFile("is a damaged Word file.", "Fetch it again, or save it anew from Word.")


def read(data: bytes) -> Draft:
    """A Word document; a page break becomes a page, notes are lines of style `note:KEY`."""
    safe = _examined(data)
    import mammoth

    draft_images: list[tuple[str, str]] = []

    def picture(image: Any) -> list[Any]:
        if image.alt_text:
            draft_images.append(("alternative text", image.alt_text))
        return []

    try:
        page = mammoth.convert_to_html(
            io.BytesIO(safe),
            convert_image=picture,
            include_embedded_style_map=False,
            style_map="br[type='page'] => hr",
        ).value
    except (MemoryError, RecursionError):
        raise
    except Exception:
        raise _DAMAGED from None
    draft = html.read_html(page, "docx")
    draft.dropped += draft_images
    return draft


def _examined(data: bytes) -> bytes:
    """The archive again with only what text needs, each member unpacked within the caps and free of document types."""
    out = io.BytesIO()
    left = MAX_TOTAL
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, zipfile.ZipFile(out, "w") as safe:
            members = archive.infolist()
            if len(members) > MAX_MEMBERS:
                raise UnreadableFile(f"holds {len(members):,} members; at most {MAX_MEMBERS:,} are read.")
            if "word/document.xml" not in archive.namelist():
                raise UnreadableFile("is an archive and not a Word document.", "Unpack it and give the files in it.")
            for member in members:
                if member.filename.endswith((".xml", ".rels")):
                    content = _unpacked(archive, member, left)
                    left -= len(content)
                    safe.writestr(member.filename, content)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError, ValueError):
        raise _DAMAGED from None
    return out.getvalue()


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, left: int) -> bytes:
    with archive.open(member) as stream:
        content = stream.read(left + 1)
    if len(content) > left or (len(content) > 2**20 and len(content) > MAX_RATIO * max(1, member.compress_size)):
        raise UnreadableFile("unpacks to more than a letter can hold.", "It is not a Word document to be trusted.")
    if b"<!DOCTYPE" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"<\0!\0" in content:
        raise UnreadableFile("declares a document type, which no Word file does.", "It is not to be trusted.")
    return content

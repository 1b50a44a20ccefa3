"""Files to sources: one module a format, imported when the first file of that format comes.

The first bytes decide where they speak (a PDF named .txt is a PDF), the suffix where they do not.
"""

from __future__ import annotations

import hashlib
import stat
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from corpus.errors import UnreadableFile
from corpus.source import Source

if TYPE_CHECKING:
    from corpus.readers.draft import Draft

MAX_BYTES = 64 * 1024 * 1024
"""Size cap of a file: the largest letters with pictures in the Organization's archive are below 40 MB."""

READERS = {
    "pdf": "corpus.readers.pdf:read",
    "docx": "corpus.readers.docx:read",
    "html": "corpus.readers.html:read",
    "markdown": "corpus.readers.markdown:read",
    "text": "corpus.readers.plain:read",
}
SUFFIXES = {
    ".pdf": "pdf",
    ".docx": "docx",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".txt": "text",
}
_OTHERS = {
    b"\xd0\xcf\x11\xe0": ("an old Word file (.doc)", "Save it as .docx or PDF."),
    b"\xffWPC": ("a WordPerfect file", "Save it as .docx or PDF."),
    b"{\\rtf": ("a rich-text file (.rtf)", "Save it as .docx or PDF."),
    b"\x89PNG": ("a picture", "Run it through OCR, for example ocrmypdf."),
    b"\xff\xd8\xff": ("a picture", "Run it through OCR, for example ocrmypdf."),
    b"II*\x00": ("a picture", "Run it through OCR, for example ocrmypdf."),
    b"\x1f\x8b": ("a compressed file", "Unpack it first."),
}


def kind_of(path: Path, head: bytes) -> str:
    """The format of a file by its first bytes (about 1 KB), else by its suffix; raises UnreadableFile for others."""
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(b"PK\x03\x04"):
        return "docx"
    for magic, (what, hint) in _OTHERS.items():
        if head.startswith(magic):
            raise UnreadableFile(f"{path.name} is {what}, which is not read.", hint)
    suffix = SUFFIXES.get(path.suffix.lower(), "")
    if suffix in ("html", "markdown", "text"):
        return suffix
    lower = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:200].lower()
    if lower.startswith((b"<!doctype html", b"<html")):
        return "html"
    if suffix:
        raise UnreadableFile(f"{path.name} is not the {suffix.upper()} file that its name says.", "Fetch it again.")
    if b"\0" in head:
        raise UnreadableFile(f"{path.name} is of no kind that is read.", "Give PDF, DOCX, HTML, Markdown or text.")
    return "text"


def read_source(path: Path) -> Source:
    """The text of a file with what its format knew (`corpus.source.Source`).

    Raises UnreadableFile, with what to do next, for a file that gives no text.
    """
    data = _bytes(path)
    if not data.strip():
        raise UnreadableFile(f"{path.name} is empty.", "Fetch it again.")
    form = kind_of(path, data[:1024])
    module, _, name = READERS[form].partition(":")
    try:
        draft: Draft = getattr(import_module(module), name)(data)
    except UnreadableFile as error:
        raise UnreadableFile(f"{path.name} {error.message}", error.hint) from None
    except MemoryError:
        raise
    except (OverflowError, RecursionError) as error:
        raise UnreadableFile(f"{path.name} passes a limit: {error}.", "Split it into smaller files.") from None
    source = draft.source(hashlib.sha256(data).hexdigest())
    if not source.text.strip():
        raise UnreadableFile(f"{path.name} holds no text.", "Run it through OCR, for example ocrmypdf.")
    return source


def _bytes(path: Path) -> bytes:
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(f"{path.name} is not a regular file.")
        if status.st_size > MAX_BYTES:
            raise UnreadableFile(f"{path.name} is larger than {MAX_BYTES // 2**20} MB.", "Split it into smaller files.")
        return path.read_bytes()
    except OSError as error:
        reason = (error.strerror or "input/output error").lower()
        raise UnreadableFile(f"{path.name} cannot be opened: {reason}.") from None

"""Plain text: encodings found out, pages by form feeds or by page gaps, lines as they stand.

`paged` is True where line ends are the page's and not a person's: the text has form feeds (pdftotext), or it is
wrapped to a measure like OCR and PDF extractions are. A gap of two or more blank lines in a text that otherwise uses
single ones is taken as a page's end, as converters leave it.
"""

from __future__ import annotations

import re
from itertools import pairwise

from corpus.readers.draft import MAX_CHARACTERS, Draft
from corpus.source import Line

_MARKDOWN = re.compile(r"\[[^\[\]\n]{1,300}\]\([^)\s]{0,2000}\)|\*\*\S|^#{1,6} \S|^\[\^\w{1,20}\]:|<sup>", re.MULTILINE)
ENCODINGS = ["cp1252", "cp1251", "koi8_r", "cp866", "cp1256", "gb18030", "mac_roman"]
"""The encodings in which the six official languages were typed; more would only be more ways to be wrong."""
SAMPLE = 20_000
"""Bytes that are looked at to find an encoding."""
MEASURE = range(40, 110)
"""Widths in characters that a wrapped page line can have."""


def read(data: bytes) -> Draft:
    """A text file; one that uses Markdown's signs is read as Markdown and says so in its format."""
    text = decode(data)
    if len(text) > MAX_CHARACTERS:
        raise OverflowError("more than five million characters")
    if _MARKDOWN.search(text):
        from corpus.readers import markdown

        return markdown.read_text(text)
    return read_text(text)


def read_text(text: str) -> Draft:
    """The lines of a text without syntax; blank lines stay as empty lines, form feeds end pages."""
    pages = text.split("\f")
    draft = Draft("text", paged=len(pages) > 1 or is_wrapped(text))
    number = 0
    begun = False
    for page in pages:
        blank = 0
        for line in page.split("\n"):
            blank = blank + 1 if not line.strip() else 0
            begun = begun or not blank
            number += begun and blank == 2
            draft.add(line.rstrip(), Line(0, 0, number))
        number += 1
    return draft


def is_wrapped(text: str) -> bool:
    """Whether lines were broken to a measure: most lines that go on in the next one end near the same column."""
    lines = text.split("\n")
    carried = [len(a) for a, b in pairwise(lines) if a.strip() and b[:1].islower()]
    if len(carried) < 3:
        return False
    return sum(length in MEASURE for length in carried) > 0.7 * len(carried)


def decode(data: bytes) -> str:
    """Bytes as text: a byte-order mark, then UTF-8, then what charset-normalizer makes of them; CR LF and CR as LF.

    Raises OverflowError past four times MAX_CHARACTERS: a page's markup may be three times its text.
    """
    text = _decode(data)
    if len(text) > 4 * MAX_CHARACTERS:
        raise OverflowError("more than twenty million characters")
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").removeprefix("\ufeff")


def _decode(data: bytes) -> str:
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE], cp_isolation=ENCODINGS).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")

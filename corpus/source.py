"""What a reader hands over: the text of a file as lines on pages, with what the format knew about them.

A reader takes nothing away and interprets nothing: it says where lines and pages end, what was raised, bold, ruled off
or linked, and keeps real footnotes and tables where the format has them. `Source.text` is the whole text; every line
is a range of it; the law of conservation (tests/corpus) is checked against it.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of one line, offsets counted from the line's start, that the format sets apart."""

    start: int
    end: int
    kind: str
    """`superscript`, `bold`, `italic`, `link` (`value` is its address) or `noteref` (`value` is the note's key)."""
    value: str = ""


@dataclass(slots=True)
class Line:
    """One printed line, `Source.text[start:end]`, without its line break.

    Not frozen, though nothing changes it: there are two a line, and a frozen one takes six times as long to make.
    """

    start: int
    end: int
    page: int
    """Counted from 0; formats without pages have one."""
    runs: tuple[Run, ...] = ()
    left: float | None = None
    right: float | None = None
    top: float | None = None
    """Points from the page's top left, PDF only. `top` is the line's baseline-side top edge."""
    size: float | None = None
    """Height of its characters in points, the commonest on the line."""
    below_rule: bool = False
    """True where a short horizontal rule (a footnote rule) stands above it on its page."""
    style: str = ""
    """What the format calls it, if anything: `h1`…`h6`, `li`, `td`, `blockquote`, `note:KEY` for a real footnote."""
    column: int = 0
    """0 where the page has one column; else 1, 2, … from the left, lines of one column following one another."""
    rtl: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """A file's text and what its format knew. `paged` says whether line ends are the page's (PDF) or a person's."""

    text: str
    lines: tuple[Line, ...]
    format: str
    """`pdf`, `docx`, `html`, `markdown` or `text`."""
    sha256: str
    paged: bool
    tables: tuple[tuple[int, int], ...] = ()
    """Ranges of line numbers that form a table."""
    dropped: tuple[tuple[str, str], ...] = ()
    """What the reader could not put into the text, as (kind, words): an address behind a link, alternative text."""
    warnings: tuple[str, ...] = ()

"""Whether a row goes on with the block above it: by gaps and margins in print, by empty lines and line ends in text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.measure import Measure, right
from corpus.model import BlockKind
from corpus.rows import Row

LABEL = re.compile(
    r"\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)\s|[•●▪◦‣·–—-]\s|(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z])[.)]\s|\d{1,3}\.\d{1,2}\.?\s",
    0,
)
"""What an item or a numbered paragraph begins with."""
_BULLET = re.compile(r"[•●▪◦‣]\s")
LABEL_ONLY = re.compile(r"(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]|\([a-z]{1,3}\)|[•●▪◦‣–-]")
_ENDED = re.compile(r"[.;:!?)”\"’»\]]\*?\d{0,2}$")
SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+[^\W\d_].{2,110}")


@dataclass(eq=False)
class Group:
    """A block to be: its rows and its job."""

    kind: BlockKind
    rows: list[Row] = field(default_factory=list)
    level: int = 0
    glue: dict[Row, str] = field(default_factory=dict)
    """What stands before each row of a table set cell by cell (`corpus.cells`)."""

    @property
    def last(self) -> Row:
        """The row it ends with."""
        return self.rows[-1]


def runs_on(group: Group, row: Row, how: Measure) -> bool:
    """Whether a bold line is one of a paragraph's: the sentence runs into it, or out of it, over a full line."""
    last = group.last
    if not _unfinished(last):
        return False
    if not (row.is_set and last.is_set):
        return group.kind is BlockKind.PARAGRAPH and not row.blank
    near = 0 < (row.line.top or 0) - (last.line.top or 0) <= 1.25 * how.pitch_of(row) and last.page == row.page
    same = abs((row.line.size or 0) - (last.line.size or 0)) < 0.8
    return near and same and (last.line.right or 0) > how.right - 25 and row.text[:1].islower()


def joins_in_print(group: Group, row: Row, kind: BlockKind, how: Measure) -> bool:
    """Whether a printed row goes on with the group: within the pitch, and neither set in nor after a meant end."""
    last = group.last
    step = (row.line.top or 0) - (last.line.top or 0)
    if last.page == row.page and step >= -1:
        near = step <= 1.25 * max(how.pitch_of(row), how.pitch_of(last))
        if kind is BlockKind.HEADING:
            same = abs((row.line.size or 0) - (last.line.size or 0)) < 0.8
            return near and same and not LABEL.match(row.text)
        return (
            near
            and not (LABEL.match(row.text) and _ends(last) and abs(row.left - last.left) > 3)
            and not _indents(group, row, how)
            and not _meant(group, row, how)
        )
    if kind is BlockKind.HEADING:
        return False
    if LABEL.match(row.text) and _ends(last):
        return False
    if not _ends(last):
        return not (LABEL.match(row.text) and row.left > how.left + 3) or row.text[0].islower()
    if row.left > how.left + 8 and abs(row.left - last.left) > 8:
        return False
    return row.text[:1].islower() or ((last.line.right or 0) > how.right - 25 and abs(row.left - last.left) < 3)


def _indents(group: Group, row: Row, how: Measure) -> bool:
    """A first line set in, below a line that ends its paragraph short."""
    last = group.last
    return row.left > last.left + 10 and _ends(last) and (last.line.right or 0) < how.right - 15 and not row.line.rtl


def _meant(group: Group, row: Row, how: Measure) -> bool:
    """Whether the line above was ended on purpose, as in a list of names: two more words would have stood on it.

    A line that is set to its margin is filled as far as words go; a quarter of the measure left free is no accident.
    """
    last = group.last
    margin = max([how.right, *(right(r) for r in group.rows)]) if len(group.rows) < 2 else how.right
    free = margin - right(last)
    width = (right(row) - row.left) / max(1, len(row.text))
    words = " ".join(row.text.split(" ")[:2])
    opens = row.text[:1].isupper() or row.text[:1].isdigit() or row.text[:1] in '“"(«•–'
    return opens and not row.line.rtl and free > 0.25 * (how.right - how.left) and (len(words) + 1) * width < free - 10


def joins_in_text(group: Group, row: Row, kind: BlockKind, how: Measure) -> bool:
    """Whether a row of text goes on with the group: no empty line between, or a sentence that a page has cut."""
    last = group.last
    if kind is BlockKind.HEADING:
        return not row.blank and row.bold == last.bold and not row.line.style and not SECTION.fullmatch(row.text)
    cut = row.blank > 0 or last.page != row.page or row.number - last.number > 1
    if cut:
        far = last.page != row.page or row.number - last.number > row.blank + 1
        return (far or how.paged) and _unfinished(last) and row.text[:1].islower() and not LABEL.match(row.text)
    if _BULLET.match(row.text) or (LABEL.match(row.text) and (_ends(last) or last.text.endswith(","))):
        return False
    if how.paged:
        return not (_ends(last) and (_fits(last, row, how) or row.lead > last.lead + 1))
    return not (
        _ends(last) and len(last.text) > 40 and row.text[:1].isupper() and (len(last.text) > 120 or len(row.text) > 120)
    )


def _fits(last: Row, row: Row, how: Measure) -> bool:
    """Whether the first word of `row` would have stood on the line above: then the break was meant."""
    return last.lead + len(last.text) + 1 + len(row.text.split(" ", 1)[0]) < how.right - 1


def _ends(row: Row) -> bool:
    text = row.text
    for run in reversed(row.runs):
        if run.kind in ("superscript", "noteref") and run.end == len(text):
            text = text[: run.start].rstrip()
    return bool(_ENDED.search(text))


def _unfinished(row: Row) -> bool:
    return bool(re.search(r"[\w,’-]$", row.text)) and not _ends(row)

"""Rows of a letter's body, or of an annex, gathered into blocks: paragraphs, headings, items, tables, signatures.

In print a gap of more than 1.25 lines parts paragraphs (the Organization sets 12-point lines with 18 between
paragraphs); in text an empty line does. A block that a page or a note has cut goes on where its sentence does.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from itertools import pairwise

from corpus import cells, signatures
from corpus.model import BlockKind
from corpus.rows import Row

_MARK = re.compile(
    r"\[(?:Original|Signed|Signé|Firmado|Stamp|Seal|Translated|Unofficial)\b[^\]]{0,120}\]?|[^\[\]]{3,60}\]", re.I
)
_MARK_OPEN = re.compile(r"\[(?:Original|Оригинал|الأصل)\b[^\]]*$", re.I)
_LABEL = re.compile(
    r"\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)\s|[•●▪◦‣·–—-]\s|(?:\d{1,3}|[a-z]|[ivx]{1,5}|[IVX]{1,5}|[A-Z])[.)]\s|\d{1,3}\.\d{1,2}\.?\s",
    0,
)
_ITEM = re.compile(r"\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)\s|[•●▪◦‣·–—-]\s")
_BULLET = re.compile(r"[•●▪◦‣]\s")
_LABEL_ONLY = re.compile(r"(?:\d{1,3}|[ivxIVX]{1,5}|[a-zA-Z])[.)]|\([a-z]{1,3}\)|[•●▪◦‣–-]")
_ENDED = re.compile(r"[.;:!?)”\"’»\]]\*?\d{0,2}$")
_SECTION = re.compile(r"(?:[IVX]{1,5}|[A-Z])\.\s+[^\W\d_].{2,110}")


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


@dataclass(frozen=True, slots=True)
class Measure:
    """How a document is set: line pitch and body size in points, left edge, right edge or line length, table rows."""

    pitch: float
    size: float
    left: float
    right: float
    tables: frozenset[int]
    """Numbers of the lines that stand in tables."""
    paged: bool
    pitches: dict[int, float] = field(default_factory=dict)
    """Line pitch by size, where there was enough to tell."""

    def pitch_of(self, row: Row) -> float:
        """The distance of two lines of `row`'s size; a heading in larger type has a larger one."""
        size = row.line.size or 0.0
        for near in (round(size), round(size) - 1, round(size) + 1):
            if near in self.pitches:
                return self.pitches[near]
        return self.pitch * max(1.0, size / self.size if self.size else 1.0)


def measure(found: list[Row], pitch: float, tables: tuple[tuple[int, int], ...], *, paged: bool) -> Measure:
    """Taken from all rows of a document."""
    sizes = Counter(round(row.line.size * 2) / 2 for row in found if row.line.size)
    inside = frozenset(number for start, end in tables for number in range(start, end))
    return Measure(
        pitch,
        sizes.most_common(1)[0][0] if sizes else 0.0,
        0.0,
        0.0,
        inside,
        paged,
    )


def _margins(found: list[Row], how: Measure) -> Measure:
    """The measure with the margins of these rows: an annex may be set wider than the letter that it is annexed to."""
    if not found:
        return how
    lefts = Counter(round(row.left) for row in found)
    right = sorted(_right(row) for row in found)[int(len(found) * 0.9)]
    sizes = Counter(round(row.line.size * 2) / 2 for row in found if row.line.size)
    return replace(
        how,
        left=float(lefts.most_common(1)[0][0]),
        right=float(right),
        pitches=_pitches(found, right - 25),
        size=sizes.most_common(1)[0][0] if len(found) > 20 and sizes else how.size,
    )


FULL = 250.0
"""Points that a line of running text measures at least; the Organization's lines have 365, those of lists less."""


def _right(row: Row) -> float:
    return row.line.right if row.line.right is not None else row.lead + len(row.text)


def _pitches(found: list[Row], full: float) -> dict[int, float]:
    """The distance of two lines of one paragraph, by their size in whole points.

    What follows a full line is nearly always the same paragraph, so gaps between paragraphs do not count here.
    """
    steps: dict[int, list[float]] = {}
    for before, row in pairwise(found):
        step = (row.line.top or 0) - (before.line.top or 0)
        filled = before.line.rtl or _right(before) >= full
        if row.is_set and row.page == before.page and filled and _right(before) - before.left > FULL and 4 < step < 40:
            steps.setdefault(round(row.line.size or 0), []).append(step)
    return {size: sorted(known)[len(known) // 2] for size, known in steps.items() if len(known) > 4}


def gather(found: list[Row], how: Measure) -> list[Group]:
    """The rows of one part, without its headings, notes and furniture, in blocks."""
    groups: list[Group] = []
    how = _margins(found, how)
    glue = cells.find(found, min([how.pitch, *how.pitches.values()]))
    how = replace(how, tables=how.tables | {row.number for row in glue})
    for row in found:
        kind = _kind(row, groups, how)
        if groups and _joins(groups[-1], row, kind, how):
            groups[-1].rows.append(row)
            if kind is BlockKind.PARAGRAPH:
                groups[-1].kind = kind  # A paragraph may begin with a bold line.
        else:
            groups.append(Group(kind, [row]))
    for group in groups:
        _settle(group, how)
        if group.kind is BlockKind.TABLE:
            group.glue = {row: glue[row] for row in group.rows if row in glue}
    return groups


def _kind(row: Row, groups: list[Group], how: Measure) -> BlockKind:
    last = groups[-1] if groups else None
    if row.number in how.tables:
        return BlockKind.TABLE
    if signatures.is_signed(row.text) or (
        last and last.kind is BlockKind.SIGNATURE and signatures.goes_on(last.rows, row, how.pitch)
    ):
        return BlockKind.SIGNATURE
    if (
        _MARK.fullmatch(row.text) and (row.text[0] == "[" or (last and _MARK_OPEN.match(last.last.text)))
    ) or _MARK_OPEN.match(row.text):
        return BlockKind.MARK
    if _is_heading(row, last):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _is_heading(row: Row, last: Group | None) -> bool:
    if re.fullmatch(r"h[1-6]", row.line.style):
        return True
    if len(row.text) > 200 or _ITEM.match(row.text):
        return False
    if not re.search(r"[^\W\d_]", row.text):
        # The sums of a table are bold; but "resolution" / "2231 (2015)" is a heading of two lines.
        return row.bold and last is not None and last.kind is BlockKind.HEADING
    if row.bold:
        return True
    return (
        not row.is_set
        and row.blank > 0
        and len(row.text) < 100
        and bool(_SECTION.fullmatch(row.text))
        and not row.text.endswith(".")
    )


def _joins(group: Group, row: Row, kind: BlockKind, how: Measure) -> bool:
    last = group.last
    if group.kind is BlockKind.SIGNATURE or kind is BlockKind.SIGNATURE:
        return group.kind is kind and not signatures.is_signed(row.text)
    if group.kind is not kind:
        return {group.kind, kind} == {BlockKind.PARAGRAPH, BlockKind.HEADING} and _runs_on(group, row, how)
    if kind is BlockKind.TABLE:
        return last.page == row.page
    if kind is BlockKind.MARK:
        return not last.text.endswith("]")
    if _LABEL_ONLY.fullmatch(last.text) and len(group.rows) == 1:
        return True
    if row.is_set and last.is_set:
        return _joins_in_print(group, row, kind, how)
    return _joins_in_text(group, row, kind, how)


def _runs_on(group: Group, row: Row, how: Measure) -> bool:
    """Whether a bold line is one of a paragraph's: the sentence runs into it, or out of it, over a full line."""
    last = group.last
    if not _unfinished(last):
        return False
    if not (row.is_set and last.is_set):
        return group.kind is BlockKind.PARAGRAPH and not row.blank
    near = 0 < (row.line.top or 0) - (last.line.top or 0) <= 1.25 * how.pitch_of(row) and last.page == row.page
    same = abs((row.line.size or 0) - (last.line.size or 0)) < 0.8
    return near and same and (last.line.right or 0) > how.right - 25 and row.text[:1].islower()


def _joins_in_print(group: Group, row: Row, kind: BlockKind, how: Measure) -> bool:
    last = group.last
    step = (row.line.top or 0) - (last.line.top or 0)
    if last.page == row.page and step >= -1:
        near = step <= 1.25 * max(how.pitch_of(row), how.pitch_of(last))
        if kind is BlockKind.HEADING:
            same = abs((row.line.size or 0) - (last.line.size or 0)) < 0.8
            return near and same and not _LABEL.match(row.text)
        return (
            near
            and not (_LABEL.match(row.text) and _ends(last) and abs(row.left - last.left) > 3)
            and not _indents(group, row, how)
            and not _meant(group, row, how)
        )
    if kind is BlockKind.HEADING:
        return False
    if _LABEL.match(row.text) and _ends(last):
        return False
    if not _ends(last):
        return not (_LABEL.match(row.text) and row.left > how.left + 3) or row.text[0].islower()
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
    margin = max([how.right, *(_right(r) for r in group.rows)]) if len(group.rows) < 2 else how.right
    free = margin - _right(last)
    width = (_right(row) - row.left) / max(1, len(row.text))
    words = " ".join(row.text.split(" ")[:2])
    opens = row.text[:1].isupper() or row.text[:1].isdigit() or row.text[:1] in '“"(«•–'
    return opens and not row.line.rtl and free > 0.25 * (how.right - how.left) and (len(words) + 1) * width < free - 10


def _joins_in_text(group: Group, row: Row, kind: BlockKind, how: Measure) -> bool:
    last = group.last
    if kind is BlockKind.HEADING:
        return not row.blank and row.bold == last.bold and not row.line.style and not _SECTION.fullmatch(row.text)
    cut = row.blank > 0 or last.page != row.page or row.number - last.number > 1
    if cut:
        far = last.page != row.page or row.number - last.number > row.blank + 1
        return (far or how.paged) and _unfinished(last) and row.text[:1].islower() and not _LABEL.match(row.text)
    if _BULLET.match(row.text) or (_LABEL.match(row.text) and (_ends(last) or last.text.endswith(","))):
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


def _settle(group: Group, how: Measure) -> None:
    """The final kind of a paragraph: item or quotation; a bold passage too long for a heading is a paragraph."""
    length = sum(len(row.text) for row in group.rows)
    if group.kind is BlockKind.HEADING:
        size = group.rows[0].line.size or 0
        group.level = 0 if size > how.size + 0.9 or group.rows[0].line.style in ("h1", "h2") else 1
        if length > 400 or (length > 160 and group.last.text.endswith(".")):
            group.kind = BlockKind.PARAGRAPH
    if group.kind is not BlockKind.PARAGRAPH:
        return
    first = group.rows[0]
    if first.line.style == "blockquote" or _set_in(group, how):
        group.kind = BlockKind.QUOTATION
    elif _ITEM.match(first.text) or first.line.style == "li":
        group.kind = BlockKind.ITEM
        group.level = (
            1 if re.match(r"\([ivx]{2,6}\)", first.text) or (first.left > how.left + 40 and first.is_set) else 0
        )


def _set_in(group: Group, how: Measure) -> bool:
    """A quotation is set in on both sides, by 20 points or more, and runs over lines."""
    if not group.rows[0].is_set or len(group.rows) < 2 or group.rows[0].line.rtl or _LABEL.match(group.rows[0].text):
        return False
    left = min(row.left for row in group.rows)
    right = max(row.line.right or 0 for row in group.rows)
    return left > how.left + 18 and right < how.right - 10

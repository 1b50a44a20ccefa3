"""Rows of a letter's body, or of an annex, gathered into blocks: paragraphs, headings, items, tables, signatures.

In print a gap of more than 1.25 lines parts paragraphs (the Organization sets 12-point lines with 18 between
paragraphs); in text an empty line does. A block that a page or a note has cut goes on where its sentence does.
"""

from __future__ import annotations

import re
from dataclasses import replace

from corpus import cells, contents, paragraphs, signatures
from corpus.measure import Measure, margins
from corpus.model import BlockKind
from corpus.paragraphs import Group
from corpus.rows import Row

_MARK = re.compile(
    r"\[(?:Original|Signed|Signé|Firmado|Stamp|Seal|Translated|Unofficial)\b[^\]]{0,120}\]?|[^\[\]]{3,60}\]", re.I
)
_MARK_OPEN = re.compile(r"\[(?:Original|Оригинал|الأصل)\b[^\]]*$", re.I)
_CAPTION = re.compile(
    r"(?:Figure|Table|Map|Chart|Box|Graph|Image|Photograph|Tableau|Carte|Encadré|Cuadro|Gráfico|Figura|Mapa|Recuadro)"
    r" (?:[IVXL]{1,6}|\d{1,2}(?:\.\d{1,2})?|[A-Z])\.?"
)
"""What stands over a figure or a table by itself, whatever the sentence above it left open."""
_STYLED = re.compile("h[1-6]")
_LETTER = re.compile(r"[^\W\d_]")
_ITEM = re.compile(r"\((?:[a-z]{1,2}|[ivxl]{1,6}|\d{1,2})\)\s|[•●▪◦‣·–—-]\s")


def gather(found: list[Row], how: Measure) -> list[Group]:
    """The rows of one part, without its headings, notes and furniture, in blocks."""
    groups: list[Group] = []
    how = margins(found, how)
    pitch = min([how.pitch, *how.pitches.values()])
    glue = cells.wrapped(found, how.tables, pitch) | cells.find(found, pitch) | contents.find(found)
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
    if row.line.style and _STYLED.fullmatch(row.line.style):
        return True
    if len(row.text) > 200 or _ITEM.match(row.text):
        return False
    if _CAPTION.fullmatch(row.text):
        return True
    if not _LETTER.search(row.text):
        # The sums of a table are bold; but "resolution" / "2231 (2015)" is a heading of two lines.
        return row.bold and last is not None and last.kind is BlockKind.HEADING
    if row.bold:
        return True
    return (
        not row.is_set
        and row.blank > 0
        and len(row.text) < 100
        and bool(paragraphs.SECTION.fullmatch(row.text))
        and not row.text.endswith(".")
    )


def _joins(group: Group, row: Row, kind: BlockKind, how: Measure) -> bool:
    last = group.last
    if group.kind is BlockKind.SIGNATURE or kind is BlockKind.SIGNATURE:
        return group.kind is kind and not signatures.is_signed(row.text)
    if group.kind is not kind:
        return {group.kind, kind} == {BlockKind.PARAGRAPH, BlockKind.HEADING} and paragraphs.runs_on(group, row, how)
    if kind is BlockKind.TABLE:
        return last.page == row.page
    if kind is BlockKind.MARK:
        return not last.text.endswith("]")
    if paragraphs.LABEL_ONLY.fullmatch(last.text) and len(group.rows) == 1:
        return True
    if row.is_set and last.is_set:
        return paragraphs.joins_in_print(group, row, kind, how)
    return paragraphs.joins_in_text(group, row, kind, how)


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
    if (
        not group.rows[0].is_set
        or len(group.rows) < 2
        or group.rows[0].line.rtl
        or paragraphs.LABEL.match(group.rows[0].text)
    ):
        return False
    left = min(row.left for row in group.rows)
    right = max(row.line.right or 0 for row in group.rows)
    return left > how.left + 18 and right < how.right - 10

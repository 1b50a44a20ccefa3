"""Phrases in quotation marks, as spans of the text between the marks."""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.model import Block, BlockKind, Span

_QUOTED = re.compile(
    r"“([^“”\n]{1,2000})”|«\s?([^«»\n]{1,2000}?)\s?»|\"(?<![\w\"]\")([^\"\n]{1,2000})\"(?!\w)|„([^„“”\n]{1,2000})[“”]"
)
READ = frozenset((BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.ITEM, BlockKind.NOTE))


def find(text: str, blocks: Iterable[Block]) -> tuple[Span, ...]:
    """Every quoted phrase, marks left out; a mark without its partner in the same block quotes nothing."""
    found: list[Span] = []
    for block in blocks:
        if block.kind in READ:
            for match in _QUOTED.finditer(text, block.span.start, block.span.end):
                group = next(number for number in range(1, 5) if match[number] is not None)
                found.append(Span(*match.span(group)))
    return tuple(found)

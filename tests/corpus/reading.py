"""A letter from a text written in a test, as the reader of text files would have read it."""

from __future__ import annotations

from corpus.letter import assemble
from corpus.model import BlockKind, Letter
from corpus.readers import markdown, plain


def letter_of(text: str, *, form: str = "text") -> Letter:
    """The letter in `text`; `form` is `text` or `markdown`."""
    reader = markdown if form == "markdown" else plain
    letter, _ = assemble(reader.read_text(text).source("0" * 64), f"letter.{form}")
    return letter


def paragraphs(letter: Letter, part: str = "") -> list[str]:
    """The running text of one part: paragraphs, items and quotations."""
    kinds = (BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION)
    return [b.span.of(letter.text) for b in letter.blocks if b.part == part and b.kind in kinds]

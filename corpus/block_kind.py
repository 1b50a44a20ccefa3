"""The kinds of blocks, apart from the letter that has them: a row of results asks for these alone."""

from __future__ import annotations

from enum import StrEnum


class BlockKind(StrEnum):
    """What a block of the text is. `FURNITURE` is what the page needs and the reader does not."""

    MASTHEAD = "masthead"
    TITLE = "title"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    QUOTATION = "quotation"
    ITEM = "item"
    TABLE = "table"
    SIGNATURE = "signature"
    MARK = "mark"
    """An editor's mark that stands alone: `[Original: Arabic]`, `[Signed]`."""
    NOTE = "note"
    FURNITURE = "furniture"
    """Running heads and feet, page and job numbers, barcodes; `Block.name` says which."""

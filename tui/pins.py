"""Pins: `A/79/818#p4` names a paragraph, `#n1` a note, `#p4n1` the marker of note 1 in it, `#a1.p2` one in an annex."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from corpus.model import Block, Letter

_PLACE = re.compile(r"(?P<part>(?:[a-z]\d{1,4}\.){0,4})(?P<block>[a-z]\d{1,5})(?:n(?P<marker>[0-9a-z*†‡]{1,4}))?")
SHORT = 48
"""Characters of a paragraph that a bookmark keeps, to find it again when numbers have moved."""


class Pin(NamedTuple):
    """A letter's ID or symbol, and a place in it: `a1.p2`, with a marker's label where one is meant."""

    letter: str
    block: str
    marker: str = ""

    def __str__(self) -> str:
        return f"{self.letter}#{self.block}" + (f"n{self.marker}" if self.marker else "")


def parse_pin(text: str) -> Pin | None:
    """The pin that `text` is, None where it is none: no `#`, nothing before it, or no place after it."""
    letter, sign, place = text.strip().rpartition("#")
    match = _PLACE.fullmatch(place.strip().casefold())
    if not sign or not letter.strip() or match is None:
        return None
    return Pin(letter.strip(), match["part"] + match["block"], match["marker"] or "")


def offset_of(pin: Pin, letter: Letter, first_words: str = "") -> int | None:
    """Where a pin stands in a letter's text; None where the letter has no such place.

    `first_words` (of a bookmark) decide where numbers moved: a paragraph that begins with them is the one meant.
    """
    block = letter.block(pin.block)
    if first_words and (block is None or not words_of(letter, block).startswith(first_words)):
        block = next((b for b in letter.blocks if words_of(letter, b).startswith(first_words)), block)
    if block is None:
        return None
    if pin.marker:
        from tui.view.marks import plain_label

        wanted = plain_label(pin.marker)
        found = (m.at for m in letter.markers if m.block == block.id and plain_label(m.label) == wanted)
        return next(found, block.span.start)
    return block.span.start


def has_marker(pin: Pin, letter: Letter) -> bool:
    """Whether the note a pin names is called in its paragraph."""
    from tui.view.marks import plain_label

    wanted = plain_label(pin.marker)
    return any(m.block == pin.block and plain_label(m.label) == wanted for m in letter.markers)


def pin_at(letter: Letter, offset: int) -> Pin | None:
    """The pin of the paragraph or note an offset stands in; None in a title, a heading or a masthead's line."""
    if not letter.blocks:
        return None
    from corpus.model import BlockKind

    block = letter.block_at(offset)
    pinned = block.kind in (
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
        BlockKind.ITEM,
        BlockKind.TABLE,
        BlockKind.NOTE,
    )
    return Pin(letter.id, block.id) if pinned else None


def words_of(letter: Letter, block: Block) -> str:
    """A block's first words, spaces made one, `SHORT` characters at most."""
    return " ".join(letter.text[block.span.start : min(block.span.end, block.span.start + 4 * SHORT)].split())[:SHORT]

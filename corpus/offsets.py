"""What came from where: a letter's text is composed of pieces of the source, and every piece is on record.

The law of conservation: each character of the source that is not white space stands exactly once — in a block of the
letter's text, as a footnote marker, or as a named drop (a hyphen of word division). `faults` looks for breaches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from corpus.model import Block, BlockKind, Span
from corpus.source import Source


@dataclass(slots=True)
class Fragment:
    """A stretch of the source that goes into a block: `glue` stands before it in the letter's text.

    Neither this nor `Piece` is frozen, though nothing changes them: there is one of each a line, and frozen ones take
    five times as long to make.
    """

    start: int
    end: int
    glue: str = ""
    role: str = "text"
    """`text`, `marker` or the name of a drop (`hyphen`)."""
    label: str = ""
    """Of a marker."""
    verbatim: bool = False
    """Inner spaces stay as they are: the columns of a table."""


@dataclass(slots=True)
class Piece:
    """`Source.text[start:end]` and its fate: it stands at `at` of the letter's text, or `role` says why it does not."""

    start: int
    end: int
    role: str
    block: str
    at: int


@dataclass(frozen=True, slots=True)
class Placed:
    """A marker where it was taken out: between two code points of the letter's text."""

    label: str
    at: int
    block: str
    start: int
    """Its place in the source."""


@dataclass(frozen=True, slots=True)
class Conservation:
    """Every piece of the source, in the order in which it was placed."""

    pieces: tuple[Piece, ...]

    def faults(self, source: Source, text: str) -> list[str]:
        """Breaches of the law, in words; none where it holds."""
        seen = bytearray(len(source.text))
        found: list[str] = []
        for piece in self.pieces:
            size = piece.end - piece.start
            if any(seen[piece.start : piece.end]):
                found.append(f"twice: {source.text[piece.start : piece.end]!r} at {piece.start}")
            seen[piece.start : piece.end] = b"\x01" * size
            if piece.role == "text" and text[piece.at : piece.at + size] != source.text[piece.start : piece.end]:
                found.append(f"{piece.block} differs from the source at {piece.start}")
        return found + [f"lost: {match.group()!r} at {match.start()}" for match in uncovered(source.text, seen)]


def uncovered(text: str, seen: bytearray) -> list[re.Match[str]]:
    """The characters of `text`, but for white space, whose place in `seen` is 0."""
    return [match for match in re.finditer(r"\S", text) if not seen[match.start()]] if 0 in seen else []


_VERBATIM = re.compile(r"\S.*\S|\S")
_WORDS = re.compile(r"\S+(?: \S+)*")
"""Words with single spaces between them stand in the letter as they stand in the source."""


@dataclass
class Composer:
    """Puts fragments one after another into one text; blocks stand apart by a blank line."""

    source: Source
    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)

    def add(
        self, block_id: str, kind: BlockKind, fragments: list[Fragment], part: str = "", level: int = 0, name: str = ""
    ) -> Span:
        """Append a block made of `fragments`; returns where it stands in the text."""
        if self.blocks:
            self._emit("\n\n")
        start = self.length
        for fragment in fragments:
            if fragment.role == "text":
                self._text(fragment, block_id, self.length == start)
            else:
                if fragment.role == "marker":
                    self.placed.append(Placed(fragment.label, self.length, block_id, fragment.start))
                self.pieces.append(Piece(fragment.start, fragment.end, fragment.role, block_id, self.length))
        span = Span(start, self.length)
        self.blocks.append(Block(block_id, kind, span, part, level, name))
        return span

    def _text(self, fragment: Fragment, block_id: str, first: bool) -> None:
        glue = "" if first else fragment.glue
        for match in (_VERBATIM if fragment.verbatim else _WORDS).finditer(
            self.source.text[fragment.start : fragment.end]
        ):
            self._emit(glue)
            start, end = fragment.start + match.start(), fragment.start + match.end()
            last = self.pieces[-1] if self.pieces else None
            if (
                glue == " "
                and last
                and last.role == "text"
                and last.block == block_id
                and self._spaced(last.end, start)
            ):
                self.pieces[-1] = Piece(last.start, end, "text", block_id, last.at)
            else:
                self.pieces.append(Piece(start, end, "text", block_id, self.length))
            self._emit(match.group())
            glue = " "

    def _spaced(self, end: int, start: int) -> bool:
        return end + 1 == start and self.source.text[end] == " "

    def _emit(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self.parts)

    def record(self) -> Conservation:
        """What came from where so far."""
        return Conservation(tuple(self.pieces))

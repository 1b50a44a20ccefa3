"""The dock under a letter: a note, or the first lines of a letter cited, without leaving the line one is on."""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from textual.strip import Strip

from corpus.clean import visible
from corpus.model import BlockKind, Letter
from tui.view.layout import Layout, measure
from tui.view.marks import Marks, find_marks, reading_order
from tui.view.paint import Lit, Looks, paint_line
from tui.view.wrap import cells, shorten, wrap

TALLEST = 8
"""Lines of the dock, its own rule included."""
_TEXT = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM, BlockKind.QUOTATION, BlockKind.TITLE})


class Peek:
    """Some blocks of a letter, or a sentence about what is not there, under a rule that says what it is.

    `note` is the id of the note that Enter goes to; `words` stand where there are no blocks.
    """

    def __init__(
        self,
        heading: str,
        letter: Letter | None = None,
        marks: Marks | None = None,
        blocks: tuple[int, ...] = (),
        note: str = "",
        words: str = "",
        origin: int = -1,
    ) -> None:
        self.heading, self.letter, self.blocks = visible(heading), letter, blocks
        self.marks = marks or (find_marks(letter) if letter else Marks((), {}, {}, {}))
        self.note, self.words, self.origin = note, visible(words), origin
        self.layout = lru_cache(maxsize=1)(self._layout)

    def _layout(self, width: int) -> Layout | None:
        if self.letter is None or not self.blocks:
            return None
        return Layout(self.letter, self.marks, width, only=self.blocks)

    def links(self) -> tuple[int, ...]:
        """Indexes of the citations it shows, in order."""
        return tuple(i for b in self.blocks for i in self.marks.of_block.get(b, ()) if self.marks.all[i].citation)

    def rows(self, width: int, height: int, looks: Looks, lit: Lit) -> list[Strip]:
        """Its lines, at most `TALLEST` and at most half of a pane of `height` lines, each `width` cells wide."""
        room = max(1, min(TALLEST, height // 2))
        layout = self.layout(width)
        if layout is not None:
            lines = [paint_line(layout, y, looks, lit) for y in range(min(len(layout), room - 1))]
            cut = len(layout) > room - 1
        else:
            left, text = measure(width)
            ranges = wrap(self.words, text, text)
            lines = [
                Strip([Segment(" " * left + self.words[a:b].rstrip(), looks.ground)]) for a, b in ranges[: room - 1]
            ]
            cut = len(ranges) > room - 1
        return [s.adjust_cell_length(width, looks.ground) for s in (self._rule(width, looks, cut), *lines)]

    def _rule(self, width: int, looks: Looks, cut: bool) -> Strip:
        hint = ("… " if cut else "") + ("↵ goes there · Esc closes" if self.note or self.letter else "Esc closes")
        left, text = measure(width)
        if cells(self.heading) + cells(hint) + 8 > text:
            hint = "…" if cut else ""
        name = shorten(self.heading, max(1, text - cells(hint) - 6))
        line = f"── {name} " + "─" * max(0, text - cells(name) - cells(hint) - 6) + f" {hint}"
        return Strip([Segment(" " * left, looks.ground), Segment(shorten(line, text), looks.ground + looks.dim)])


def preview(letter: Letter, heading: str) -> Peek:
    """The first lines of a letter: its title and as much of its text as the dock has room for."""
    order = [i for _, blocks in reading_order(letter) for i in blocks if letter.blocks[i].kind in _TEXT]
    return Peek(heading, letter, blocks=tuple(order[:4]))


def not_held(symbols: tuple[str, ...], known: str = "") -> Peek:
    """What stands in the dock for a letter that is not held: what is known of it."""
    return Peek(
        f"{'-'.join(symbols) or 'A letter without a symbol'} · not held", words=known or "Nothing else is known."
    )

"""Widgets that are lines of pieces, painted as such: no layout of a rich text for a line whose every part is known.

Textual lays a text out, puts padding around it and caches each line of it: 0.4 ms for a line of three words, as long as
a whole pane of kept lines. A typed letter changes four such lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip
from textual.visual import Visual
from textual.widget import Widget

from tui.painting import LineStrip, filtered
from tui.view.rows import Piece
from tui.view.wrap import narrow

STYLES = {
    "text": "",
    "muted": "$text-muted",
    "date": "$text-muted",
    "strong": "bold",
    "symbol": "bold",
    "accent": "$accent",
    "relation": "$accent",
    "key": "bold $accent",
    "match": "bold $warning",
    "inferred": "italic $text-muted",
    "error": "bold $error",
}
"""Look → style of a piece; a look that is not here is plain."""


class Written(Widget):
    """Painted by `written(width)`: a line of pieces for each line it has."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._looks: dict[str, Style] = {}

    def written(self, width: int) -> Sequence[Sequence[Piece]]:
        """The lines, each at most `width` cells wide."""
        raise NotImplementedError

    def notify_style_update(self) -> None:
        """Another theme: ask for its styles again."""
        super().notify_style_update()
        self._looks = {}

    def style_of(self, look: str) -> Style:
        """A look on the ground of the widget, kept: to ask costs 0.1 ms."""
        found = self._looks.get(look)
        if found is None:
            sample = Content.assemble(("x", STYLES.get(look, "")))
            (strip,) = Visual.to_strips(self, sample, 1, 1, self.visual_style)
            found = self._looks[look] = next(iter(strip)).style or Style.null()
        return found

    def raw_lines(self, crop: Region) -> list[Strip]:
        """The lines of `crop` before any filter."""
        gutter, width = self.styles.gutter, self.size.width
        ground = self.style_of("text")
        lines = self.written(width)
        found = []
        for y in range(crop.y - gutter.top, crop.bottom - gutter.top):
            line = lines[y] if 0 <= y < len(lines) else ()
            texts = [(" " * gutter.left, ground)] if gutter.left else []
            texts += [(piece.text, self.style_of(piece.look)) for piece in line]
            found.append(strip_of(texts, width + gutter.width, ground))
        start, end = crop.column_span
        return found if (start, end) == (0, width + gutter.width) else [strip.crop(start, end) for strip in found]

    def render_lines(self, crop: Region) -> list[Strip]:
        """As Textual asks."""
        return filtered(self, self.raw_lines(crop))


def strip_of(texts: Sequence[tuple[str, Style]], width: int, ground: Style) -> Strip:
    """Texts in their styles as a line of exactly `width` cells."""
    line = "".join([text for text, _ in texts])
    size = len(line)
    if size > width or not narrow(line):
        return Strip([Segment(text, style) for text, style in texts if text]).adjust_cell_length(width, ground)
    return LineStrip([*texts, (" " * (width - size), ground)] if size < width else texts, width)

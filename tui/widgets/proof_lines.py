"""The proof of a link, on a few lines under the thread."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.view.rows import Piece
from tui.view.wrap import wrap
from tui.widgets.line import STYLES

TALLEST = 6
"""Lines of a proof, its rule included."""


class ProofLines(Widget):
    """Shows pieces wrapped under a rule; nothing where there is no link."""

    DEFAULT_CSS = """
    ProofLines { height: auto; max-height: 6; width: 1fr; display: none; padding: 0 1; }
    """

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.pieces: tuple[Piece, ...] = ()

    def tell(self, pieces: Sequence[Piece]) -> None:
        """Show another proof."""
        if tuple(pieces) != self.pieces:
            self.pieces = tuple(pieces)
            self.display = bool(pieces)
            self.refresh(layout=True)

    @property
    def words(self) -> str:
        """What it says."""
        return "".join(p.text for p in self.pieces)

    def render(self) -> Content:
        """The rule, then the words, wrapped; the last line says where more was cut."""
        width = max(1, self.size.width - 2)
        whole = Content.assemble(*((p.text, STYLES.get(p.look, "")) for p in self.pieces))
        ranges = wrap(whole.plain, width, width)
        lines = [whole[start:end].rstrip() for start, end in ranges[: TALLEST - 1]]
        if len(ranges) > TALLEST - 1:
            lines[-1] = lines[-1].truncate(width - 1, ellipsis=False) + Content("…")
        title = "── proof "[:width]
        return Content("\n").join([Content.styled(title + "─" * (width - len(title)), "$rule"), *lines])

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Lines at a width."""
        return min(TALLEST, 1 + len(wrap(self.words, max(1, width), max(1, width)))) if self.pieces else 0

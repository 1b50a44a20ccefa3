"""The proof of a link, on a few lines under the thread."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from tui.view.rows import Piece
from tui.view.wrap import wrap
from tui.widgets.written import STYLES

SHORT_SCREEN, SHORTEST = 32, 6
"""Below so many lines of screen a proof has six, its rule included; on a taller one a quarter of the screen."""


class ProofLines(Widget):
    """Shows a passage and what it proves under a rule; nothing where there is no link.

    What agrees is always there: where there is no room for all, it is the passage that is cut.
    """

    DEFAULT_CSS = """
    ProofLines { height: auto; width: 1fr; display: none; padding: 0 1; }
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
        """The rule, the passage, and on lines of its own what it is and what agrees."""
        width = max(1, self.size.width)
        edge, word, tail = "── "[:width], "proof"[: max(0, width - 3)], "─" * max(0, width - 9)
        rule = Content.assemble((edge, "$rule"), (word, "$text-muted"), (f" {tail}" if tail else "", "$rule"))
        return Content("\n").join([rule, *self._lines(width)])

    def _lines(self, width: int) -> list[Content]:
        """The lines under the rule; a passage that is cut says so."""
        facts = _wrapped(self.pieces[1:], width)
        passage = _wrapped(self.pieces[:1], width)
        room = max(1, self._tallest - 1 - len(facts))
        if len(passage) > room:
            passage = [*passage[: room - 1], passage[room - 1].truncate(width - 1, ellipsis=False) + Content("…")]
        return [*passage, *facts][: self._tallest - 1]

    @property
    def _tallest(self) -> int:
        rows = self.app.size.height
        return SHORTEST if rows < SHORT_SCREEN else rows // 4

    def get_content_height(self, container: object, viewport: object, width: int) -> int:
        """Lines at a width."""
        return 1 + len(self._lines(max(1, width))) if self.pieces else 0


def _wrapped(pieces: Sequence[Piece], width: int) -> list[Content]:
    whole = Content.assemble(*((p.text, STYLES.get(p.look, "")) for p in pieces))
    return [whole[start:end].rstrip() for start, end in wrap(whole.plain, width, width)] if whole.plain else []

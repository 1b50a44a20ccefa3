"""Lists painted from pieces: one place where looks become styles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.strip import Strip

from tui.view.rows import Piece
from tui.widgets.list_scroller import ListScroller
from tui.widgets.written import strip_of

LOOKS = ("symbol", "date", "party", "relation", "text", "match", "inferred", "not-held", "focus", "rule", "marked")


class PieceList(ListScroller):
    """A list whose lines are pieces with looks; the row under the cursor carries a bar at its left."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"list--{look}" for look in LOOKS}
    DEFAULT_CSS = """
    PieceList {
        & > .list--symbol { text-style: bold; }
        & > .list--date { color: $text-muted; }
        & > .list--party { color: $foreground; }
        & > .list--relation { color: $accent; }
        & > .list--text { color: $text-muted; }
        & > .list--match { color: $warning; text-style: bold; }
        & > .list--inferred { color: $text-muted; text-style: italic; }
        & > .list--not-held { color: $text-muted; }
        & > .list--focus { background: $boost; }
        & > .list--rule { color: $text-muted; }
        & > .list--marked { color: $accent; text-style: bold; }
    }
    """
    _styles_of: dict[str, Style] | None = None
    _painted: dict[tuple[str, bool], Style] | None = None

    def look(self, name: str) -> Style:
        """The style of a look, without the pane's own ground."""
        if self._styles_of is None:
            self._styles_of = {n: self.get_component_rich_style(f"list--{n}", partial=True) for n in LOOKS}
        return self._styles_of[name]

    def notify_style_update(self) -> None:
        """Another theme: ask for its styles again."""
        super().notify_style_update()
        self._styles_of = self._painted = None

    def _style(self, look: str, here: bool) -> Style:
        """A look on the pane's ground, on that of the cursor's row where `here`. Kept: a picture asks 150 times."""
        if self._painted is None:
            self._painted = {}
        style = self._painted.get((look, here))
        if style is None:
            ground = self.ground + Style(bgcolor=self.look("focus").bgcolor) if here else self.ground
            style = self._painted[look, here] = ground + _kept(self.look(look)) if look else ground
        return style

    def strip(self, pieces: Iterable[Piece], width: int, here: bool, flag: str = "") -> Strip:
        """A line of pieces, `width` cells wide; `here` where it belongs to the row under the cursor."""
        bar = flag or ("▌" if here else " ")
        texts = [(bar, self._style("marked" if flag else "symbol", here))]
        texts += [(p.text, self._style(p.look, here)) for p in pieces]
        return strip_of(texts, width, self._style("", here))


def _kept(look: Style) -> Style:
    """What a look adds to the ground: everything but a background."""
    return Style(
        color=look.color,
        bold=look.bold,
        italic=look.italic,
        underline=look.underline,
        dim=look.dim,
        reverse=look.reverse,
    )

"""A column of the screen: a head that says what is shown, and one pane of several."""

from __future__ import annotations

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from tui.view.rows import Piece
from tui.widgets.later import Later
from tui.widgets.line import Line


class Column(Vertical):
    """Shows one of its panes under a head. A head belongs to its pane and comes back with it."""

    DEFAULT_CSS = """
    Column { width: 1fr; height: 1fr; }
    Column > Line { background: $surface; }
    Column.parted { border-left: solid $rule; }
    """

    def __init__(
        self, id: str, panes: dict[str, Widget], below: Sequence[Widget] = (), *, parted: bool = False
    ) -> None:
        # Parted from the start: to find the styles of its widgets twice costs a first picture 4 ms.
        super().__init__(id=id, classes="parted" if parted else None)
        self.panes = panes
        self.below = tuple(below)
        """What stands under the pane, whichever is shown."""
        self.current = next(iter(panes))
        self.lit = False
        """Whether it has the focus: its head is bold then."""
        self._heads: dict[str, tuple[tuple[Piece, ...], tuple[Piece, ...], bool]] = {}
        self._line = Line()

    def compose(self) -> ComposeResult:
        """The head, then the panes, all but one hidden."""
        yield self._line
        for name, pane in self.panes.items():
            pane.display = name == self.current
            yield pane
        yield from self.below

    def pane(self, name: str) -> Widget:
        """The pane of that name, made now where it was not wanted before."""
        stand_in = self.panes[name]
        if isinstance(stand_in, Later):
            pane = self.panes[name] = stand_in.make()
            pane.display = stand_in.display
            if stand_in.is_attached:
                self.mount(pane, after=stand_in)
                stand_in.display = False
                stand_in.remove()
        return self.panes[name]

    async def add(self, name: str, pane: Widget) -> None:
        """Another pane, hidden at first."""
        self.panes[name] = pane
        pane.display = False
        await self.mount(pane, after=self._line)

    def show(self, name: str) -> None:
        """Show a pane instead of the one that is shown."""
        if name != self.current:
            self.panes[self.current].display = False
            self.current = name
            self.panes[name].display = True
            self._write()

    def head(self, name: str, left: Sequence[Piece], right: Sequence[Piece] = (), yields: bool = False) -> None:
        """What stands above a pane; the right is left out where it `yields` and not everything fits."""
        self._heads[name] = tuple(left), tuple(right), yields
        if name == self.current:
            self._write()

    def light(self, lit: bool) -> None:
        """Say that the focus is here, or is not."""
        if lit != self.lit:
            self.lit = lit
            self._write()

    def _write(self) -> None:
        left, right, yields = self._heads.get(self.current, ((), (), False))
        first = Piece("▌" if self.lit else " ", "accent")
        if self.lit:
            left = tuple(Piece(p.text, "strong" if p.look == "muted" else p.look) for p in left)
        self._line.show((first, *left), (*right, Piece(" ")) if right else (), yields)

    @property
    def words(self) -> str:
        """What the head says."""
        return self._line.words

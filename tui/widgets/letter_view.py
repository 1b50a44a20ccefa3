"""A letter on lines: its layout for the pane's width, what is lit on it, the dock, and the place one is at."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import replace
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.strip import Strip

from corpus.model import Letter
from tui.places import Place
from tui.view.facts import Known, facts
from tui.view.layout import Layout, measure, within
from tui.view.marks import Marks, find_marks
from tui.view.paint import Lit, Looks, paint_line
from tui.widgets.later import NO_LETTER
from tui.widgets.peek import Peek
from tui.widgets.scroller import Scroller

LONG_ANNEXES = 12_000
"""Annexes of more characters than this (about four screens) begin folded; shorter ones are read on."""
_PARTS = (
    *("heading", "symbol", "dim", "inferred", "held", "not-held", "marker"),
    *("match", "match-now", "focus", "selected", "landing"),
)


class LetterView(Scroller):
    """Shows a letter and keeps the place in it as an offset: through resizes, folds and themes the same line stays
    on top. It knows nothing of keys; `LetterPane` does.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"letter--{part}" for part in _PARTS}
    DEFAULT_CSS = """
    LetterView {
        & > .letter--heading { text-style: bold; }
        & > .letter--symbol { text-style: bold; }
        & > .letter--dim { text-style: dim; }
        & > .letter--inferred { text-style: dim italic; }
        & > .letter--held { color: $accent; text-style: underline; }
        & > .letter--not-held { text-style: dim; }
        & > .letter--marker { color: $accent; text-style: bold; }
        & > .letter--match { color: $warning; text-style: bold; }
        & > .letter--match-now { color: $warning; text-style: bold reverse; }
        & > .letter--focus { text-style: reverse; }
        & > .letter--selected { text-style: reverse; }
        & > .letter--landing { text-style: bold; }
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self.letter: Letter | None = None
        self.marks = Marks((), {}, {}, {})
        self.known = Known()
        self.folded: frozenset[str] = frozenset()
        self.full_facts = False
        self.peek: Peek | None = None
        self.lit = Lit()
        self.here = 0
        """The reading position: the offset that was last gone to, or the first in view."""
        self._landing = -1
        self._kept = (0, 0)
        self._laid: tuple[tuple[Hashable, ...], Layout] | None = None
        self._looks: Looks | None = None

    def present(self, letter: Letter, held: frozenset[str], known: Known | None) -> None:
        """Take another letter; the caller says where to stand in it."""
        self.letter, self.marks, self.known = letter, find_marks(letter), known or Known()
        self.lit, self.peek, self._landing, self.full_facts = Lit(held=held), None, -1, False
        annexed = sum(len(b.span) for b in letter.blocks if b.part)
        tops = {p.id for p in letter.parts if not p.parent}
        self.folded = frozenset(tops) if annexed > LONG_ANNEXES else frozenset()
        self._laid = None

    @property
    def layout_now(self) -> Layout | None:
        """The lines at the present width, None without a letter or before the first layout."""
        return self._lines(self.size.width) if self.letter is not None and self.size.width > 0 else None

    def _lines(self, width: int) -> Layout:
        assert self.letter is not None
        key = (width, self.folded, self.full_facts)
        if self._laid is None or self._laid[0] != key:
            above = facts(self.letter, measure(width)[1], self.known, self.full_facts)
            self._laid = key, Layout(self.letter, self.marks, width, above, self.folded)
        return self._laid[1]

    def line_count(self, width: int) -> int:
        """The lines of the letter; one with a hint where there is none."""
        return len(self._lines(width)) if self.letter is not None else 1

    def paint(self, y: int, width: int) -> Strip:
        """A line of the letter."""
        looks = self.looks
        if self.letter is None:
            return Strip([Segment(NO_LETTER[:width].center(width), looks.ground + looks.dim)])
        return paint_line(self._lines(width), y, looks, self._lit_now()).adjust_cell_length(width, looks.ground)

    def _lit_now(self) -> Lit:
        layout = self.layout_now
        if self._landing < 0 or layout is None:
            return self.lit
        return replace(self.lit, landing=layout.line_of(self._landing))

    def line_state(self, y: int) -> Hashable:
        """Everything lit: a change of it paints the lines in view anew, a scroll does not."""
        return self.lit, self._landing

    @property
    def looks(self) -> Looks:
        """The theme's styles, as the style sheet gives them."""
        if self._looks is None:
            ground = self.ground
            self._looks = Looks(ground, *(self._look(part, ground) for part in _PARTS))
        return self._looks

    def _look(self, part: str, ground: Style) -> Style:
        """A component's style without the ground it shares, so that several can be laid over one another."""
        style = self.get_component_rich_style(f"letter--{part}", partial=True)
        return style if style.bgcolor is None else style + Style(bgcolor=ground.bgcolor)

    def notify_style_update(self) -> None:
        """Another theme: ask for its styles again."""
        super().notify_style_update()
        self._looks = None

    def light(self, **changes: object) -> None:
        """Change what is lit."""
        self.lit = replace(self.lit, **changes)  # type: ignore[arg-type]
        self.refresh()

    # The dock lies over the last lines of the pane, so that nothing moves when it opens.

    @property
    def dock(self) -> list[Strip]:
        """The lines of the dock, empty where it is closed."""
        if self.peek is None or self.size.width <= 0:
            return []
        lit = Lit(held=self.lit.held, focus=self.lit.focus) if self.peek.letter is self.letter else Lit()
        return self.peek.rows(self.size.width, self.size.height, self.looks, lit)

    @property
    def page(self) -> int:
        """Lines in view above the dock."""
        return max(1, self.size.height - len(self.dock))

    def lines_in_view(self, rows: Sequence[int]) -> list[Strip]:
        """Lines of the view, the dock's over its last ones."""
        strips = super().lines_in_view(rows)
        if self.peek is None:
            return strips
        dock = self.dock
        first = self.size.height - len(dock)
        return [dock[y - first] if 0 <= y - first < len(dock) else s for y, s in zip(rows, strips, strict=True)]

    def open_peek(self, peek: Peek | None) -> None:
        """Put something into the dock, or close it; the lines above stay where they are."""
        top = self.top
        self.peek = peek
        self.reflow()
        super().show_top(top)

    # The place

    def spare_lines(self) -> int:
        """Enough blank lines below for the anchored line to stay on top, and for the dock to hide none."""
        layout = self.layout_now
        if layout is None:
            return 0
        return max(0, self._wanted_top(layout) + self.size.height - len(layout), len(self.dock))

    def _wanted_top(self, layout: Layout) -> int:
        offset, lead = self._kept
        return max(0, layout.line_of(offset) - lead)

    def show_top(self, line: int) -> None:
        """Scroll, and remember the new first line by its offset."""
        super().show_top(line)
        layout = self.layout_now
        if layout is not None:
            offset = layout.offset_of(self.top)
            self._kept = offset, layout.line_of(offset) - self.top  # negative within the facts, which all have offset 0

    def stand(self, offset: int, lead: int = 0) -> None:
        """Put the line that shows `offset` on top, `lead` lines above it in view."""
        self._kept = offset, lead
        self.reflow()

    def reflow(self) -> None:
        """Lay out for the present width; the anchored line is on top again."""
        super().reflow()
        layout = self.layout_now
        if layout is not None:
            super().show_top(self._wanted_top(layout))

    def place(self) -> Place:
        """Where one is, to return to."""
        offset, lead = self._kept
        return Place(letter=self.letter.id if self.letter else "", offset=offset, lead=lead, here=self.here)

    @property
    def paragraph(self) -> tuple[int, int]:
        """Which of how many blocks is read, both from 1, (0, 0) without a letter: `¶ 3/14`."""
        layout = self.layout_now
        if layout is None or not layout.order:
            return 0, 0
        order = list(layout.order)
        return order.index(layout.block_of(layout.line_of(self.position()))) + 1, len(order)

    def position(self) -> int:
        """The reading position: `here` while its line is in view, else the first offset in view."""
        layout = self.layout_now
        if layout is None:
            return 0
        if self.top <= layout.line_of(self.here) < self.top + self.page:
            return self.here
        return layout.offset_of(self.top)

    def reveal(self, offset: int) -> bool:
        """Unfold what hides an offset, before the first layout too; whether anything did."""
        letter = self.letter
        part = letter.block_at(offset).part if letter is not None and letter.blocks else ""
        hiding = {outer for outer in self.folded if within(part, outer)}
        self.folded -= hiding
        if hiding:
            self.reflow()
        return bool(hiding)

    def go(self, offset: int, landing: bool = True) -> None:
        """Bring an offset into view, a third down where it was not in view, and mark its line."""
        self.reveal(offset)
        layout = self.layout_now
        self.here = offset
        if layout is None:
            self._kept = offset, 0
            return
        line = layout.line_of(offset)
        if not self.top <= line < self.top + self.page:
            self.show_top(line - self.page // 3)
        self._landing = offset if landing else -1
        self.refresh()

    def on_key(self, event: events.Key) -> None:
        """The landing mark lasts until the next key."""
        super().on_key(event)
        if self._landing >= 0:
            self._landing = -1
            self.refresh()

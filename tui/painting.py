"""The screen painted into cells: of each widget only the rows that changed, and nothing of what others cover.

Textual renders every widget of the screen for each picture, changed or not, writes the result out as one string of
control sequences, and a driver would have to read it back. A typed letter took 4 ms of processor time that way. Here
a picture is patches of cells, so no text of a letter ever stands beside a control sequence before it reaches the line.
The public names of Textual end at the screen: `Compositor` is its own, and `tests/tui/test_same_picture.py` compares
every picture with the one Textual makes.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any, cast

from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual._compositor import Compositor, CompositorUpdate
from textual._context import visible_screen_stack
from textual.app import App
from textual.cache import LRUCache
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Offset, Region
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget

from tui.picture import Cell, Patch, part, written
from tui.sgr import DEFAULT, Style, follow
from tui.view.harmless import Harmless

KEPT_ROWS = 1000
"""Rows of cells kept, since a pane's unchanged lines come again as the very same strips: 1 MB at 120 columns."""

Span = tuple[int, int]
"""Columns from one to before another."""


class Painted(CompositorUpdate):
    """What changes on the screen."""

    def __init__(self, patches: list[Patch]) -> None:
        self.patches = patches


class LineStrip(Strip):
    """A line of texts that take a cell a character, in which nothing acts (`tui.view.wrap.narrow`).

    What Textual keeps with a strip, seven caches and each piece again, is made if it asks: of what is painted here it
    does not, and that was a sixth of a page's painting.
    """

    def __init__(self, texts: Sequence[tuple[str, RichStyle]], width: int) -> None:
        """`width` is that of all texts."""
        self.texts = texts
        self._cell_length = width

    def __getattr__(self, name: str) -> Any:
        if name not in Strip.__slots__:
            raise AttributeError(name)
        super().__init__([Segment(text, style) for text, style in self.texts if text], self._cell_length)
        return getattr(self, name)


class CellCompositor(Compositor):
    """Textual's compositor, its pictures as patches of cells."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: LRUCache[int, tuple[Strip, list[Cell]]] = LRUCache(KEPT_ROWS)

    def render_update(
        self, full: bool = False, screen_stack: list[Screen[Any]] | None = None, simplify: bool = False
    ) -> Any:
        """What changed since the last picture, None where nothing did; `full` is a picture to export, as Textual's."""
        if full:
            return super().render_update(full, screen_stack, simplify)
        visible_screen_stack.set([] if screen_stack is None else screen_stack)
        screen = self.size.region
        changed = [region.intersection(screen) for region in self._dirty_regions]
        self._dirty_regions.clear()
        bare: dict[int, list[Span]] = {}
        for y, start, end in self._regions_to_spans(changed):
            bare.setdefault(y, []).append((start, end))
        return Painted(self._paint(bare)) if bare else None

    def _paint(self, bare: dict[int, list[Span]]) -> list[Patch]:
        """Patches for what is `bare` of each row, the frontmost widgets first; what they cover is asked of no other.

        A widget may give fewer rows than its region has: what lies under the others shows through.
        """
        patches: list[Patch] = []
        for widget, (region, clip) in self.visible_widgets.items():
            left, top, width, height = region.intersection(clip)
            right = left + width
            rows = [y for y in bare if top <= y < top + height and _meets(bare[y], left, right)]
            if not rows:
                continue
            first = min(rows)
            crop = Region(left - region.x, first - region.y, width, max(rows) - first + 1)
            # A pane's own lines come as they are: of their filters each style needs one look, not each line.
            strips: list[Strip] | None = widget.raw_lines(crop) if hasattr(widget, "raw_lines") else None
            through = None if strips is None else Through(widget)
            strips = widget.render_lines(crop) if strips is None else strips
            for y in rows:
                if y - first < len(strips):
                    cells = self._cells(strips[y - first], through)
                    still: list[Span] = []
                    for start, end in bare[y]:
                        a, b = max(start, left), min(end, right)
                        if a >= b:
                            still.append((start, end))
                            continue
                        patches.append(Patch(y, a, part(cells, a - left, b - left)))
                        still += [span for span in ((start, a), (b, end)) if span[0] < span[1]]
                    if still:
                        bare[y] = still
                    else:
                        del bare[y]
            if not bare:
                break
        return patches

    def _cells(self, strip: Strip, through: Through | None) -> list[Cell]:
        kept = self._rows.get(id(strip))
        if kept is not None:
            return kept[1]
        colours = self.root.app.console._color_system or ColorSystem.TRUECOLOR  # type: ignore[union-attr]
        if through is None:
            cells = written([(text, _style(style, colours)) for text, style, _ in strip])
        elif isinstance(strip, LineStrip):
            cells = written([(text, through.shown(style, colours)) for text, style in strip.texts])
        else:
            cells = written([(text, through.shown(style, colours)) for text, style, _ in through.texts(strip)])
        self._rows[id(strip)] = strip, cells  # with the strip, so that its number stays its own
        return cells


class Through:
    """What a widget's lines go through before they are shown: the door looks at texts, the others at styles."""

    def __init__(self, widget: Widget) -> None:
        filters = widget.get_line_filters()
        self._doors = [one for one in filters if isinstance(one, Harmless)]
        self._others = tuple(one for one in filters if not isinstance(one, Harmless))
        self._background = widget.background_colors[1]
        self._kept: dict[RichStyle | None, Style] = {}

    def texts(self, strip: Strip) -> Iterable[Segment]:
        """Pieces in which nothing acts."""
        pieces = list(strip)
        for door in self._doors:
            pieces = door.apply(pieces, self._background)
        return pieces

    def shown(self, style: RichStyle | None, colours: ColorSystem) -> Style:
        """A style as the numbers that set it."""
        kept = self._kept.get(style)
        if kept is None:
            kept = self._kept[style] = _filtered_style(style, colours, self._others, self._background)
        return kept


def filtered(widget: Widget, strips: list[Strip]) -> list[Strip]:
    """Lines as Textual shows them: through the filters of the widget."""
    filters = widget.get_line_filters()
    if filters:
        background = widget.background_colors[1]
        for line_filter in filters:
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
    return strips


class InCells(Screen[Any]):
    """A screen that is painted so, and at once."""

    def __init__(self, *arguments: Any, **settings: Any) -> None:
        super().__init__(*arguments, **settings)
        self._compositor = CellCompositor()
        self._to_paint = False

    async def _on_idle(self, event: events.Idle) -> None:
        """Paint once all else that waits is done.

        Textual keeps a picture back for up to 17 ms, so that terminals are not flooded; `tui.wire` sends only what the
        line can take. A timer of any length waits 1 ms, twice a typed letter.
        """
        changed = self._layout_required or self._scroll_required or self._repaint_required or self._recompose_required
        if (changed or self._dirty_widgets) and not self.app._batch_count and self.is_current:
            event.prevent_default()
            if not self._to_paint:
                self._to_paint = True
                asyncio.get_running_loop().call_soon(self._paint_now)
        else:
            await super()._on_idle(event)

    def paint_at_once(self) -> None:
        """Paint what was changed just now.

        Left alone, each changed widget says so in a message when its turn comes: 0.4 ms of a typed letter.
        """
        changed = [widget for widget in self._compositor.visible_widgets if widget._repaint_required]
        if self._layout_required or any(widget._layout_required or widget._scroll_required for widget in changed):
            return
        for widget in changed:
            widget._repaint_required = False
        self._dirty_widgets.update(changed)
        self._paint_now()

    def _paint_now(self) -> None:
        self._to_paint = False
        if self.is_running:
            self._on_timer_update()


def point(app: App[Any], there: Offset) -> None:
    """Put the hardware cursor there, by the next picture or without one: magnifiers and screen readers follow it."""
    app.cursor_position = there
    screen, nothing = app.screen, cast(Any, Painted([]))
    screen.call_after_refresh(lambda: app._display(screen, nothing))


def _meets(spans: Iterable[Span], left: int, right: int) -> bool:
    return any(start < right and left < end for start, end in spans)


@lru_cache(4096)
def _filtered_style(
    style: RichStyle | None, colours: ColorSystem, filters: tuple[LineFilter, ...], background: Color
) -> Style:
    """A style behind filters that look at nothing else."""
    pieces = [Segment("x", style)]
    for line_filter in filters:
        pieces = line_filter.apply(pieces, background)
    return _style(pieces[0].style, colours)


@lru_cache(4096)
def _style(style: RichStyle | None, colours: ColorSystem) -> Style:
    """A style as the numbers that set it, in the colours that the terminal has."""
    numbers = Strip.render_ansi(style, colours) if style is not None else ""
    return follow(DEFAULT, numbers) if numbers else DEFAULT

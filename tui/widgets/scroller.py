"""The line-API base of every pane: paint only the lines in view, keep their strips, move by the same keys.

Rows are never widgets: 10,000 of them cost 0.09 s as lines and 0.35–51 s as Textual's list widgets.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING

from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from tui.painting import filtered

if TYPE_CHECKING:
    from tui.view.whole import Whole

KEPT_STRIPS = 400
"""Strips kept per pane: ten screens of forty lines, so that paging back is free; 0.3 MB at the most."""

WHOLE_ROWS = 2000
"""Rows of a list that a plain screen shows: forty screens, painted at once."""

WHEEL = 3
"""Lines a notch of the wheel moves."""


class Scroller(ScrollView, can_focus=True):
    """Lines painted on demand. A subclass gives `line_count`, `paint` and, where a line's look depends on more
    than its number and the width, `line_state`; it calls `reflow` when lines come or go, `repaint` when looks change.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    Scroller { overflow-x: hidden; overflow-y: scroll; scrollbar-size: 0 0; }
    """

    virtual_size = Reactive(Size(0, 0), layout=False, repaint=False)
    """Lines there are; `reflow`, which sets it, repaints. Textual lays the whole screen out anew when it changes,
    10 ms a typed letter; a pane without scrollbars takes the same room whatever is in it.
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(id=id, classes=classes)
        self._strips: LRUCache[tuple[Hashable, ...], Strip] = LRUCache(KEPT_STRIPS)
        self._revision = 0
        self._half_of_gg = False
        self._ground: Style | None = None

    @property
    def ground(self) -> Style:
        """The pane's own style. Kept: to ask for it costs 0.1 ms, and every blank line of a first picture would."""
        if self._ground is None:
            self._ground = self.rich_style
        return self._ground

    def line_count(self, width: int) -> int:
        """How many lines there are at a width in cells."""
        raise NotImplementedError

    def paint(self, y: int, width: int) -> Strip:
        """Line `y` (0 the first of all, not of the view), exactly `width` cells wide."""
        raise NotImplementedError

    def line_state(self, y: int) -> Hashable:
        """Whatever else the look of line `y` depends on; part of the key of its cached strip."""
        return ()

    @property
    def top(self) -> int:
        """The first line in view."""
        return int(self.scroll_offset.y)

    @property
    def page(self) -> int:
        """Lines in view, at least one."""
        return max(1, self.size.height)

    def lines_in_view(self, rows: Sequence[int]) -> list[Strip]:
        """Lines by their rows of the view; blank before the first layout and below the last line.

        Asked for together: width, place and focus cost as much to ask for as a kept line to find.
        """
        width, top, focused = self.size.width, self.top, self.has_focus
        count = self.line_count(width) if width > 0 else 0
        strips = []
        for line in (top + y for y in rows):
            if not 0 <= line < count:
                strips.append(Strip.blank(max(0, width), self.ground))
                continue
            key = (line, width, self._revision, focused, self.line_state(line))
            strip = self._strips.get(key)
            if strip is None:
                strip = self._strips[key] = self.paint(line, width).adjust_cell_length(width, self.ground)
            strips.append(strip)
        return strips

    def render_line(self, y: int) -> Strip:
        """One line of the view, as Textual asks where it lays a border around."""
        return self.lines_in_view((y,))[0]

    def raw_lines(self, crop: Region) -> list[Strip] | None:
        """The lines of `crop` before any filter; None where something lies over them.

        Textual's own way lays border, padding, tint and opacity over every line: half the time of a key in a letter,
        for a pane that has none of them. One that has goes that way.
        """
        styles = self.styles
        if any(styles.gutter) or styles.tint.a or styles.text_opacity != 1.0 or self.opacity != 1.0:
            return None
        strips = self.lines_in_view(crop.line_range)
        start, end = crop.column_span
        return strips if (start, end) == (0, self.size.width) else [strip.crop(start, end) for strip in strips]

    def render_lines(self, crop: Region) -> list[Strip]:
        """As Textual asks."""
        strips = self.raw_lines(crop)
        return super().render_lines(crop) if strips is None else filtered(self, strips)

    def whole(self) -> Whole:
        """What it says, to select from: as painted, nothing drawn or aligned. At most `WHOLE_ROWS`."""
        from tui.view.whole import painted_whole

        width = self.size.width
        return painted_whole([self.paint(y, width).text for y in range(min(self.line_count(width), WHOLE_ROWS))])

    def repaint(self) -> None:
        """Paint every line anew: colours or content changed, the number of lines did not."""
        self._revision += 1
        self.refresh()

    def reflow(self) -> None:
        """Count the lines again and paint anew."""
        width = self.size.width
        if width > 0:
            self.virtual_size = Size(width, self.line_count(width) + self.spare_lines())
            if self.scroll_y > self.max_scroll_y:
                self.scroll_to(y=self.max_scroll_y, animate=False, force=True)
        self.repaint()

    def spare_lines(self) -> int:
        """Blank lines kept under the last one; a pane that must keep a line on top gives as many as that needs."""
        return 0

    def show_top(self, line: int) -> None:
        """Scroll so that `line` is the first in view, as far as there are lines below it."""
        self.scroll_to(y=max(0, min(line, self.max_scroll_y)), animate=False, force=True)

    def show_line(self, line: int, height: int = 1) -> None:
        """Scroll no more than is needed to have `height` lines from `line` on in view."""
        if line < self.top:
            self.show_top(line)
        elif line + height > self.top + self.page:
            self.show_top(min(line, line + height - self.page))

    def on_resize(self, event: events.Resize) -> None:
        """Lay the lines out for the new width."""
        self.reflow()

    def notify_style_update(self) -> None:
        """A theme or a class changed: kept strips have the wrong colours."""
        super().notify_style_update()
        self._revision += 1
        self._ground = None

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel scrolls by the same way as the keys, three lines at a time."""
        event.stop().prevent_default()
        self.show_top(self.top + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """As down."""
        event.stop().prevent_default()
        self.show_top(self.top - WHEEL)

    def on_key(self, event: events.Key) -> None:
        """Any key but `g` ends a half-typed `gg`."""
        if event.key != "g":
            self._half_of_gg = False

    def move(self, lines: int) -> None:
        """Move down by `lines`, up where negative."""
        self.show_top(self.top + lines)

    def move_to(self, end: bool) -> None:
        """Move to the first line, or to the last page."""
        self.show_top(self.line_count(self.size.width) - self.page if end else 0)

    def action_line_down(self) -> None:
        """`j`, down."""
        self.move(1)

    def action_line_up(self) -> None:
        """`k`, up."""
        self.move(-1)

    def action_half_down(self) -> None:
        """`d`: half a page."""
        self.move(max(1, self.page // 2))

    def action_half_up(self) -> None:
        """`u`: half a page."""
        self.move(-max(1, self.page // 2))

    def action_page_down(self) -> None:
        """`Space`, Page Down: a page but one line, so that the eye has something to hold on to."""
        self.move(max(1, self.page - 1))

    def action_page_up(self) -> None:
        """`b`, Page Up."""
        self.move(-max(1, self.page - 1))

    def action_first(self) -> None:
        """Home."""
        self.move_to(end=False)

    def action_last(self) -> None:
        """`G`, End."""
        self.move_to(end=True)

    def action_first_of_two(self) -> None:
        """`g`: the second of two in a row goes to the first line (Textual has no key sequences)."""
        if self._half_of_gg:
            self.action_first()
        self._half_of_gg = not self._half_of_gg

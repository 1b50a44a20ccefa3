"""The base of every list: lines in items, one of them under the cursor. Motion moves the cursor, Enter chooses."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass

from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from tui.painting import point
from tui.widgets.scroller import Scroller


class ListScroller(Scroller):
    """Lines in items of one or more, one of them under the cursor; motion moves the cursor."""

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The item under the cursor, 0 the first; 0 also while there is none."""

    @dataclass(eq=False, repr=False)
    class Moved(Message):
        """The cursor stands on another item."""

        list: ListScroller
        index: int

        @property
        def control(self) -> ListScroller:
            """The list, for `@on(…, selector)`."""
            return self.list

        def can_replace(self, message: Message) -> bool:
            """Only the last of several waiting moves matters."""
            return isinstance(message, ListScroller.Moved) and message.list is self.list

    @dataclass(eq=False, repr=False)
    class Chosen(Message):
        """Enter or a click on an item."""

        list: ListScroller
        index: int

        @property
        def control(self) -> ListScroller:
            """The list, for `@on(…, selector)`."""
            return self.list

    def item_count(self) -> int:
        """How many items there are."""
        raise NotImplementedError

    def item_lines(self, index: int) -> tuple[int, int]:
        """First line and height of an item; one line each unless a subclass says otherwise."""
        return index, 1

    def cursor_line(self) -> int:
        """The line on which a person looks for the cursor: the first one of its item."""
        return self.item_lines(self.cursor)[0] if self.item_count() else 0

    def point(self) -> None:
        """Put the hardware cursor at the row under the cursor: magnifiers and screen readers follow it."""
        if self.has_focus and self.item_count():
            region = self.region
            point(self.app, Offset(region.x, region.y + max(0, self.cursor_line() - self.top)))

    def item_at(self, line: int) -> int | None:
        """The item a line belongs to, None below the last."""
        low, high = 0, self.item_count()
        while low < high:
            middle = (low + high) // 2
            first, height = self.item_lines(middle)
            if first + height <= line:
                low = middle + 1
            else:
                high = middle
        return low if low < self.item_count() else None

    def line_count(self, width: int) -> int:
        """The lines of all items."""
        if not self.item_count():
            return 0
        first, height = self.item_lines(self.item_count() - 1)
        return first + height

    def line_state(self, y: int) -> Hashable:
        """Whether the line belongs to the item under the cursor."""
        first, height = self.item_lines(self.cursor) if self.item_count() else (0, 0)
        return first <= y < first + height

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an item."""
        return max(0, min(cursor, self.item_count() - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Bring the item into view, repaint the two that changed, tell."""
        if not self.item_count():
            return
        self.show_line(*self.item_lines(new))
        for index in {min(old, self.item_count() - 1), new}:
            first, height = self.item_lines(index)
            self.refresh_lines(first, height)
        self.post_message(self.Moved(self, new))

    def reflow(self) -> None:
        """As for lines; the cursor stays on an item and in view."""
        super().reflow()
        self.cursor = self.validate_cursor(self.cursor)
        if self.item_count() and self.size.height > 0:
            self.show_line(*self.item_lines(self.cursor))

    def move(self, lines: int) -> None:
        """Move the cursor: by one item, or by as many as fill so many lines."""
        step = 1 if lines > 0 else -1
        if abs(lines) > 1 and self.item_count():
            first, _ = self.item_lines(self.cursor)
            there = self.item_at(max(0, first + lines))
            target = self.item_count() - 1 if there is None else there
            self.cursor = target if target != self.cursor else self.cursor + step
        else:
            self.cursor += step

    def move_to(self, end: bool) -> None:
        """Move the cursor to the first or the last item."""
        self.cursor = self.item_count() - 1 if end else 0

    def action_choose(self) -> None:
        """Enter."""
        if self.item_count():
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on an item; a second one on the same item chooses it."""
        index = self.item_at(self.top + event.y)
        if index is None:
            return
        if index == self.cursor:
            self.action_choose()
        self.cursor = index

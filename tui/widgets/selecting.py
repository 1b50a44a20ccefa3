"""Selecting a passage by keyboard (`V`, then motion) or mouse, and what is taken away from a letter."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from textual import events

from tui.cite import citation, passage
from tui.pins import pin_at
from tui.state import bookmark_at
from tui.view.paint import offset_at
from tui.widgets.letter_messages import Bookmarked, Moved, Said, Take
from tui.widgets.letter_view import LetterView

if TYPE_CHECKING:
    from tui.view.whole import Whole


class Selecting(LetterView):
    """Adds a selection: two offsets, whole lines between them by keyboard, to the character by mouse."""

    _from: int | None = None
    """Offset where the selection began; None while nothing is being selected."""
    _to = 0
    _exact = False
    """By mouse: to the character."""
    _told = (0, 0)
    _pressed: int | None = None
    """Where a mouse button went down."""

    @property
    def selecting(self) -> bool:
        """Whether motion moves the end of a selection."""
        return self._from is not None

    def action_select(self) -> None:
        """`V`: begin at the line one reads, or end."""
        if self.layout_now is None or self.selecting:
            self.unselect()
            return
        self._from = self._to = self.position()
        self._exact = False
        self._light_selection()
        self.post_message(Said("motion extends the passage · Y sends it with its citation · Esc leaves"))

    def unselect(self) -> None:
        """Forget the selection."""
        self._from = None
        self.light(selection=())

    def move(self, lines: int) -> None:
        """Scroll, or move the selection's end by so many lines."""
        layout = self.layout_now
        if not self.selecting or layout is None:
            super().move(lines)
            self.tell_paragraph()
            return
        line = max(0, min(layout.line_of(self._to) + lines, len(layout) - 1))
        step = 1 if lines > 0 else -1
        while 0 < line < len(layout) - 1 and layout.line(line).block < 0:
            line += step  # blank lines have nothing to select
        self.extend(layout.offset_of(line))

    def move_to(self, end: bool) -> None:
        """To the first or the last line."""
        layout = self.layout_now
        if self.selecting and layout is not None:
            self.extend(layout.offset_of(len(layout) - 1 if end else layout.head))
        else:
            super().move_to(end)
            self.tell_paragraph()

    def extend(self, offset: int) -> None:
        """Move the selection's end to the line of an offset."""
        self._to = offset
        layout = self.layout_now
        if layout is not None:
            self.show_line(layout.line_of(offset))
        self._light_selection()

    def tell_paragraph(self) -> None:
        """Say which paragraph is read now, where it is another."""
        if self.paragraph != self._told:
            self._told = self.paragraph
            self.post_message(Moved(*self._told))

    def selection_spans(self) -> list[tuple[int, int]]:
        """The selected ranges of the letter's text, in reading order."""
        layout = self.layout_now
        if self._from is None or layout is None:
            return []
        (first, low), (last, high) = sorted((layout.line_of(o), o) for o in (self._from, self._to))
        spans = layout.spans(first, last)
        if self._exact and spans:
            spans[0] = max(low, spans[0][0]), spans[0][1]
            spans[-1] = spans[-1][0], min(high + 1, spans[-1][1])
        return [span for span in spans if span[0] < span[1]]

    def _light_selection(self) -> None:
        self.light(selection=tuple(self.selection_spans()))

    def selected_text(self) -> str:
        """The passage, paragraphs apart, line breaks of the layout gone."""
        text = self.letter.text if self.letter else ""
        return "\n\n".join(" ".join(text[a:b].split()) for a, b in self.selection_spans())

    def action_cite(self) -> None:
        """`y`: the citation, with a pin where one is on a paragraph."""
        if self.letter is None:
            return
        pin = pin_at(self.letter, self.position()) if self.position() else None
        self.post_message(Take(citation(self.letter, pin, self.known.inferred_symbols), "citation"))

    def action_take_selection(self) -> None:
        """`Y`: the selected passage with its citation; the paragraph one reads where nothing is selected."""
        if self.letter is None or not self.letter.blocks:
            return
        spans = self.selection_spans()
        if not spans:
            block = self.letter.block_at(self.position())
            spans = [(block.span.start, block.span.end)]
        words = "\n\n".join(" ".join(self.letter.text[a:b].split()) for a, b in spans)
        pin = pin_at(self.letter, spans[0][0])
        command = f"rejoinder show {shlex.quote(self.letter.id)}"
        self.post_message(Take(passage(self.letter, words, pin, self.known.inferred_symbols), "passage", command))
        self.unselect()

    def whole(self) -> Whole:
        """The letter, a paragraph a line, from the one that is read."""
        from tui.view.whole import letter_whole

        if self.letter is None:
            return super().whole()
        return letter_whole(self.letter, self.known, self.position() if self.top else 0)

    def action_bookmark(self) -> None:
        """`m`: a bookmark on the paragraph one reads."""
        if self.letter is not None and self.letter.blocks:
            bookmark = bookmark_at(self.letter, self.position())
            self.post_message(Bookmarked(bookmark))
            self.post_message(Said(f"bookmark on {bookmark.pin}"))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A press begins a selection that only a drag makes real."""
        offset = self.offset_under(event)
        self.unselect()
        if offset is not None and event.button == 1:
            self._pressed = offset
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Drag: select to the character under the pointer."""
        offset = self.offset_under(event) if self._pressed is not None else None
        if offset is not None and (self.selecting or offset != self._pressed):
            self._from, self._to, self._exact = self._pressed, offset, True
            self._light_selection()

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """The selection stays; `Y` takes it away."""
        self._pressed = None
        self.release_mouse()

    def offset_under(self, event: events.MouseEvent) -> int | None:
        """The offset of the letter shown under the pointer, None beside its text or over the dock."""
        layout = self.layout_now
        if layout is None or event.y >= self.page:
            return None
        line = self.top + int(event.y)
        if not 0 <= line < len(layout) or layout.line(line).block < 0:
            return None
        return offset_at(layout, line, int(event.x))

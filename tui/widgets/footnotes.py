"""Footnotes: `f` and the marker, or a bare digit, peeks; Enter jumps; on the note its label jumps back."""

from __future__ import annotations

from textual import events

from tui.view.marks import Mark, MarkKind, plain_label, raised
from tui.widgets.letter_messages import Jumped, Said
from tui.widgets.note_list import note_rows, place_rows
from tui.widgets.peek import Peek
from tui.widgets.rows import ListDialog
from tui.widgets.selecting import Selecting

SECOND = 1.0
"""Seconds in which `1` then `2` is note 12, where there is one; later it is note 2."""


class Footnotes(Selecting):
    """Adds notes to a letter that can be selected from."""

    _asked = False
    """`f` was pressed: the next character is a label's."""
    _label = ""
    _typed_at = 0.0
    _called_from = -1
    """The marker one came from to a note."""

    def action_peek(self) -> None:
        """`f`: the next keys are a marker."""
        if self.letter is None:
            return
        if not self._labelled(""):
            self.post_message(Said("this letter has no notes"))
            return
        self._asked, self._label = True, ""
        self.post_message(Said("note: type its number or sign · Esc leaves"))

    def on_key(self, event: events.Key) -> None:
        """Labels typed after `f`, and bare digits; a second character within a second goes on with the label."""
        super().on_key(event)
        character = event.character if event.is_printable and event.key != "space" else None
        longer = self._label + (character or "")
        if self._label and character and event.time - self._typed_at < SECOND and self._labelled(longer):
            typed = longer
        elif character and self.letter is not None and (self._asked or character.isdecimal()):
            typed = character
        else:
            if self._asked and event.key == "escape":
                event.stop().prevent_default()
            self._no_longer_asked()
            self._label = ""
            return
        event.stop().prevent_default()
        self._no_longer_asked()
        self._label, self._typed_at = typed, event.time
        if self._labelled(typed):
            self.peek_label(typed)
        else:
            self.post_message(Said(f"there is no note {typed} in this letter"))

    def _no_longer_asked(self) -> None:
        """The keys of the pane return to the last line at once: the answer to `f` has come."""
        if self._asked:
            self._asked = False
            self.post_message(Said(""))

    def _labelled(self, typed: str) -> list[Mark]:
        """The markers and heads whose label begins so."""
        kinds = (MarkKind.MARKER, MarkKind.HEAD)
        wanted = plain_label(typed)
        return [m for m in self.marks.all if m.kind in kinds and plain_label(m.label).startswith(wanted)]

    def peek_label(self, label: str) -> None:
        """Show the note of that label that is nearest to where one reads: an annex has notes of its own."""
        wanted = plain_label(label)
        kinds = (MarkKind.MARKER, MarkKind.HEAD)
        found = [i for i, m in enumerate(self.marks.all) if m.kind in kinds and plain_label(m.label) == wanted]
        layout = self.layout_now
        if layout is None or self.letter is None:
            return
        if not found:
            self.post_message(Said(f"note {label}…"))  # the beginning of a longer label
            return
        part = self.letter.block_at(self.position()).part
        here = layout.line_of(self.position())
        best = min(found, key=lambda i: (not self._in_part(i, part), abs((layout.mark_line(i) or 0) - here)))
        self.peek_mark(best)

    def _in_part(self, index: int, part: str) -> bool:
        return self.letter is not None and self.letter.blocks[self.marks.all[index].block].part == part

    def peek_mark(self, index: int) -> None:
        """Show the note of a marker or head in the dock; one without note says so."""
        mark = self.marks.all[index]
        if mark.note is None or mark.note not in self.marks.heads:
            self.open_peek(Peek(f"marker {raised(mark.label)}", words="This marker has no note in the text."))
            return
        calls = self.marks.markers.get(mark.note, ())
        times = f" · called {len(calls)} times" if len(calls) > 1 else "" if calls else " · no marker in the text"
        head = self.marks.all[self.marks.heads[mark.note]]
        origin = index if mark.kind is MarkKind.MARKER else (calls[0] if calls else -1)
        heading = f"note {mark.label}{times}"
        self.light(focus=-1)
        self.open_peek(Peek(heading, self.letter, self.marks, (head.block,), mark.note, origin=origin))

    def jump(self, index: int) -> None:
        """From a marker to its note, from a note's label back to its marker; several places are offered."""
        mark = self.marks.all[index]
        if mark.kind is MarkKind.MARKER:
            if mark.note is None or mark.note not in self.marks.heads:
                self.post_message(Said(f"marker {raised(mark.label)} has no note in the text"))
                return
            self._called_from = index
            self.jump_to(self.marks.heads[mark.note])
            return
        calls = self.marks.markers.get(mark.note or "", ())
        if not calls:
            self.post_message(Said(f"note {mark.label} has no marker in the text"))
        elif self._called_from in calls or len(calls) == 1:
            self.jump_to(self._called_from if self._called_from in calls else calls[0])
            self._called_from = -1
        else:
            self.offer_places(calls)

    def offer_places(self, calls: tuple[int, ...]) -> None:
        """A list of the places a note is called from."""
        assert self.letter is not None
        rows = place_rows(self.letter, self.marks, calls)

        def chosen(row: int | None) -> None:
            if row is not None:
                self.jump_to(calls[row])

        self.app.push_screen(ListDialog(f"Places of note {self.marks.all[calls[0]].label}", rows), chosen)

    def jump_to(self, index: int) -> None:
        """Go to a mark and light it; the place left is told, so that one can return to the exact line."""
        mark = self.marks.all[index]
        self.jump_to_offset(max(self._floor(mark), mark.start - 1) if mark.kind is MarkKind.MARKER else mark.start)
        self.light(focus=index)

    def _floor(self, mark: Mark) -> int:
        return self.letter.blocks[mark.block].span.start if self.letter else 0

    def jump_to_offset(self, offset: int) -> None:
        """Go to an offset, and tell the place left."""
        before = self.place()
        self.open_peek(None)
        self.go(offset)
        self.post_message(Jumped(before, self.place()))
        self.tell_paragraph()

    def action_notes(self) -> None:
        """`F`: all notes."""
        if self.letter is None:
            return
        rows, targets = note_rows(self.letter, self.marks)
        if not rows:
            self.post_message(Said("this letter has no notes"))
            return

        def chosen(row: int | None) -> None:
            if row is not None:
                self.jump_to(targets[row])

        self.app.push_screen(ListDialog(f"Notes · {len(rows)}", rows), chosen)

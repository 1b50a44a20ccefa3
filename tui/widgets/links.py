"""Links: walking citations and markers in view, following them, looking at what they lead to."""

from __future__ import annotations

from textual import events

from tui.view.layout import Layout
from tui.view.marks import MarkKind
from tui.widgets.footnotes import Footnotes
from tui.widgets.letter_messages import Follow, Said
from tui.widgets.peek import Peek


class Links(Footnotes):
    """Adds links to a letter with footnotes."""

    _previewed: Follow | None = None
    """What Enter opens while the dock shows the first lines of another letter."""

    def action_next_link(self) -> None:
        """`]`, `l`."""
        self._walk_links(1)

    def action_previous_link(self) -> None:
        """`[`, `h`."""
        self._walk_links(-1)

    def _walk_links(self, step: int) -> None:
        """To the next link: of the dock where it shows any, else of the letter from the top of the view on."""
        if self.layout_now is None:
            return
        docked = self.peek.links() if self.peek is not None and self.peek.letter is self.letter else ()
        if docked:
            at = docked.index(self.lit.focus) + step if self.lit.focus in docked else min(0, step)
            self.light(focus=docked[at % len(docked)])
        else:
            self._walk_text(self.layout_now, step)

    def _walk_text(self, layout: Layout, step: int) -> None:
        """To the next link of the letter: from the one in view, else from the top of the view on."""
        lines = {i: line for i in range(len(self.marks.all)) if (line := layout.mark_line(i)) is not None}
        links = tuple(lines)
        if not links:
            self.post_message(Said("nothing to follow in this letter"))
            return
        focus = self.lit.focus
        in_view = range(self.top, self.top + self.page)
        if lines.get(focus, -1) in in_view:
            at = links.index(focus) + step
        elif step > 0:
            at = next((n for n, i in enumerate(links) if lines[i] >= self.top), len(links))
        else:
            at = next((n for n in reversed(range(len(links))) if lines[links[n]] < in_view.stop), -1)
        if not 0 <= at < len(links):
            self.post_message(Said("no link further on" if step > 0 else "no link before this"))
            return
        self.light(focus=links[at])
        self.here = self.marks.all[links[at]].start
        self.show_line(lines[links[at]])
        self.tell_paragraph()

    def action_follow(self) -> None:
        """Enter: follow the link one is at; the dock's note where none is; the fold one is at."""
        if self.lit.focus >= 0:
            self.follow(self.lit.focus)
        elif self.peek is not None and self.peek.note and self.peek.letter is self.letter:
            self._called_from = self.peek.origin
            self.here = self.marks.all[self.peek.origin].start if self.peek.origin >= 0 else self.here
            self.jump_to(self.marks.heads[self.peek.note])
        elif self._previewed is not None:
            self.post_message(self._previewed)
        else:
            self.post_message(Said("] walks to a link, Enter follows it"))

    def follow(self, index: int) -> None:
        """Follow a mark: jump to a note or back, or ask for the letter cited."""
        if not 0 <= index < len(self.marks.all):
            return
        mark = self.marks.all[index]
        if mark.kind is not MarkKind.CITATION or mark.citation is None:
            self.jump(index)
            return
        cited = mark.citation
        self.here = mark.start
        self.post_message(Follow(cited.symbols, cited.locator, cited.described))

    def action_preview(self) -> None:
        """`p`: look at what the link leads to; a note's in the dock, a letter's first lines by way of the screen."""
        if self.lit.focus < 0:
            self._walk_links(1)
        if self.lit.focus < 0:
            return
        mark = self.marks.all[self.lit.focus]
        if mark.citation is None:
            self.peek_mark(self.lit.focus)
        else:
            cited = mark.citation
            self.post_message(Follow(cited.symbols, cited.locator, cited.described, preview=True))

    def show_preview(self, peek: Peek, follow: Follow | None = None) -> None:
        """Put a preview into the dock; Enter then opens what `follow` says."""
        self.open_peek(peek)
        self._previewed = follow

    def open_peek(self, peek: Peek | None) -> None:
        """As in the base; a preview's promise ends with it."""
        self._previewed = None
        if peek is None and self.peek is not None and self.lit.focus in self.peek.links():
            self.light(focus=-1)
        super().open_peek(peek)

    def on_click(self, event: events.Click) -> None:
        """A click on a marker peeks, on a citation follows; on a fold unfolds."""
        mark = event.style.meta.get("mark")
        layout = self.layout_now
        if layout is None or self.selecting:
            return
        in_dock = event.y >= self.page
        if isinstance(mark, int) and (not in_dock or (self.peek is not None and self.peek.letter is self.letter)):
            if self.marks.all[mark].kind is MarkKind.MARKER and not in_dock:
                self.peek_mark(mark)
            else:
                self.follow(mark)
        elif not in_dock and 0 <= self.top + event.y < len(layout):
            part = layout.line(self.top + int(event.y)).part
            if part:
                self.folded -= {part}
                self.stand(*self._kept)

"""The letter and nothing else, so that the terminal's own selection takes no rule and no neighbour with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from tui.widgets.letter_view import LetterView

if TYPE_CHECKING:
    from tui.app import Rejoinder


class PlainScreen(Screen[None], inherit_bindings=False):
    """Shows a letter at the place where `source` has it; any of its keys but motion closes."""

    ALLOW_SELECT = False
    DEFAULT_CSS = """
    PlainScreen { background: $background; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,P", "close", show=False),
        *(
            Binding(keys, f"letter('{action}')", show=False)
            for keys, action in (
                ("j,down", "line_down"),
                ("k,up", "line_up"),
                ("d", "half_down"),
                ("u", "half_up"),
                ("space,pagedown", "page_down"),
                ("b,pageup", "page_up"),
                ("G,end", "last"),
                ("home,g", "first"),
            )
        ),
    ]

    def __init__(self, source: LetterView) -> None:
        super().__init__()
        self._source = source
        self._view = LetterView()

    def compose(self) -> ComposeResult:
        """The letter."""
        yield self._view

    def on_mount(self) -> None:
        """At the very line; the mouse is the terminal's."""
        source, place = self._source, self._source.place()
        assert source.letter is not None
        self._view.present(source.letter, source.lit.held, source.known)
        self._view.folded = source.folded
        self._view.stand(place.offset, place.lead)
        self._view.focus()
        cast("Rejoinder", self.app).lend_mouse(True)

    async def action_letter(self, action: str) -> None:
        """Motion."""
        await self._view.run_action(action)

    def action_close(self) -> None:
        """Back, at the line one has come to."""
        place = self._view.place()
        self._source.stand(place.offset, place.lead)
        cast("Rejoinder", self.app).lend_mouse(False)
        self.dismiss(None)

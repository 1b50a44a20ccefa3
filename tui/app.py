"""The program on the terminal: its driver, themes, keys and first screen. What it does is in the screens."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import events
from textual.binding import BindingType
from textual.filter import LineFilter, Monochrome, NoColor
from textual.screen import Screen

from corpus.clean import visible
from corpus.errors import RejoinderError
from index.library import Library
from tui.bindings import bindings
from tui.commands import COMMANDS, rebound
from tui.driver import ThinDriver
from tui.painting import Painted
from tui.queries import Queries
from tui.screens.browse import Browse
from tui.start import Settings, Start
from tui.state import State
from tui.terminal import Between, between
from tui.themes import THEMES, after, chosen
from tui.turns import Turns
from tui.view.harmless import Harmless
from tui.widgets.letter_messages import Take

INTERRUPTED = 130
Door = Callable[[Path | None], Library]
"""Opens the library of a folder, None the person's own."""


class Rejoinder(Turns, inherit_bindings=False):
    """Opens the browse screen. No feature lives here."""

    TITLE = "Rejoinder"
    ENABLE_COMMAND_PALETTE = False
    ESCAPE_TO_MINIMIZE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        b for b in bindings("everywhere") if getattr(b, "action", "") in ("interrupt", "suspend_process")
    ]

    def __init__(self, settings: Settings | None = None, start: Start | None = None, door: Door = Library.open) -> None:
        """`door` opens a library."""
        super().__init__(driver_class=ThinDriver)
        self.settings = settings or Settings()
        self.start = start or Start()
        self.door = door
        self._door = Harmless()
        self.animation_level = "none"
        self.mouse = not self.settings.lean
        """Whether the mouse is taken."""
        for theme in THEMES:
            self.register_theme(theme)
        # Textual takes an empty NO_COLOR for one, and its filter turns the terminal's own colours into black on black.
        self.no_color = self.settings.colourless(os.environ)
        plain: list[LineFilter] = [NoColor()] if self.no_color else []
        self._filters = [f for f in self._filters if not isinstance(f, Monochrome)] + plain
        few = self.console.color_system not in ("256", "truecolor")
        self.theme = self._first_theme = chosen(self.settings.look, sparing=self.settings.lean or self.no_color or few)
        self.stylesheet.set_variables(self.get_css_variables())
        # With this, `refresh_css` and the desk's `_on_screen_resume` need not style every widget again: 3 to 9 ms.
        self._shown = False
        """Whether there was a picture."""
        self.table, self.wrong_keys = rebound(self.settings.keys_path or keys_path())
        """The commands with a person's own keys, and what is wrong with those."""
        own = {c.id: ",".join(c.keys) for c, plain in zip(self.table, COMMANDS, strict=True) if c.keys != plain.keys}
        if own:
            self.set_keymap(own)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Variables of our style sheets that a theme may leave out."""
        return {"rule": "ansi_bright_black"}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """What every line of every widget goes through: Textual's, and the door of ours."""
        return [self._door, *super().get_line_filters()]

    def refresh_css(self, animate: bool = True) -> None:
        """Style every widget anew; not for the theme of the start, in which each is mounted."""
        if self._shown or self.theme != self._first_theme:
            super().refresh_css(animate)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Show a picture of cells; Textual's own way is a string of control sequences."""
        self._shown = True
        if not isinstance(renderable, Painted):
            super()._display(screen, renderable)
        elif isinstance(self._driver, ThinDriver) and not self._batch_count and self._running and not self._closed:
            self._begin_update()
            self._driver.show(renderable, self.screen.outer_size.clamp_offset(self.cursor_position))
            self.post_display_hook()

    def get_default_screen(self) -> Screen[Any]:
        """The browse screen."""
        state = State.open(self.settings.state_path)
        beside = self.settings.state_path.with_name("queries") if self.settings.state_path else None
        queries = Queries(beside, keep=self.settings.keep_history)
        return Browse(self.settings, self.start, state, queries, self.table, self.wrong_keys)

    def action_interrupt(self) -> None:
        """Ctrl-C."""
        self.exit(return_code=INTERRUPTED)

    def action_suspend_process(self) -> None:
        """Ctrl-Z, in dialogs too."""
        if isinstance(self._driver, ThinDriver) and not self._driver.suspend():
            self._tell("There is no shell to go back to; q leaves.")

    def next_theme(self) -> str:
        """Another look; its name."""
        self.theme = after(self.theme)
        return self.theme

    def toggle_mouse(self) -> bool:
        """Take the mouse, or give it to the terminal for its own selection; whether it is taken now."""
        self.mouse = not self.mouse
        self.lend_mouse(not self.mouse)
        return self.mouse

    def lend_mouse(self, lent: bool) -> None:
        """Give the mouse to the terminal for a while, or take it back where it was taken."""
        if isinstance(self._driver, ThinDriver):
            self._driver.report_mouse(self.mouse and not lent)

    def show_plain(self, text: str | None, keys: str = "", height: int = 0) -> None:
        """Send text for the terminal to break into rows itself, in place of a picture; None: pictures again."""
        if isinstance(self._driver, ThinDriver):
            self._driver.show_plain(text, keys, height)

    def on_letter_take(self, message: Take) -> None:
        """Text for the terminal, from whatever screen. tmux is waited for beside the loop."""
        if between(os.environ) is Between.TMUX:
            tell = partial(self.call_from_thread, self._tell)
            self.run_worker(partial(self._hand_over, message, tell), thread=True, group="clipboard")
        else:
            self._hand_over(message, self._tell)

    def _hand_over(self, message: Take, tell: Callable[[str], object]) -> None:
        try:
            said = f"{message.what} {self.send(message.text)}"
        except RejoinderError as error:
            said = f"{error} In a shell: {message.command}" if message.command else str(error)
        tell(said)

    def send(self, text: str) -> str:
        """Hand text to the terminal's clipboard, and say where it went; UsageError where it cannot."""
        from tui.clipboard import hand

        return hand(text, os.environ, self._write)

    def _write(self, sequence: str) -> None:
        if self._driver is not None:
            self._driver.write(sequence)

    def _tell(self, said: str) -> None:
        browse, above = self.screen_stack[0], self.screen
        if isinstance(browse, Browse):
            browse.say(said)
        if above is not browse and (tell := getattr(above, "tell", None)) is not None:
            tell(said)

    def _fatal_error(self) -> None:
        """Leave with one line. Textual's own answer is a traceback whose local values are letters, sent raw."""
        from rich.text import Text

        from tui.log import told

        error = sys.exception() or self._exception
        self.panic(Text(visible(told(error)) if error is not None else "Something went wrong."))

    async def on_event(self, event: events.Event) -> None:
        """Focus reports of the terminal change nothing here, so they cost no repaint."""
        if not isinstance(event, events.AppFocus | events.AppBlur):
            await super().on_event(event)


def keys_path() -> Path:
    """`rejoinder/keys.toml` in the XDG configuration folder."""
    from platformdirs import user_config_path

    return user_config_path("rejoinder", appauthor=False) / "keys.toml"

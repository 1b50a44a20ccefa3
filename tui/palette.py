"""The command palette's two sources: the command table, and letters by their symbol. Imported when it opens."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.content import Content

from corpus.errors import RejoinderError
from tui.commands import COMMANDS, Command, shown
from tui.performing import available, pane_of, perform
from tui.view.candidates import name_of, status
from tui.view.rows import one_line, short_date

if TYPE_CHECKING:
    from tui.screens.browse_dialogs import BrowseDialogs

OFFERED = 8
"""Letters offered for a symbol that is being typed."""


class CommandSource(Provider):
    """What can be done in the pane with the focus, by name or by its words."""

    def _commands(self) -> list[Command]:
        return available(pane_of(self.screen), getattr(self.screen, "table", COMMANDS))

    async def discover(self) -> Hits:
        """All of it, before anything is typed."""
        for command in self._commands():
            yield DiscoveryHit(labelled(command), self._doing(command), command.name, command.help)

    async def search(self, query: str) -> Hits:
        """Those whose name or help fits what is typed."""
        matcher = self.matcher(query)
        for command in self._commands():
            score = max(matcher.match(command.name), 0.8 * matcher.match(command.help))
            if score > 0:
                yield Hit(score, labelled(command), self._doing(command), command.name, command.help)

    def _doing(self, command: Command) -> Callable[[], object]:
        return partial(perform, self.screen, command)


class SymbolSource(Provider):
    """Letters by any spelling of their symbol; one that is not held opens its card."""

    async def search(self, query: str) -> Hits:
        """The likeliest first; words without a digit spell no symbol."""
        screen = cast("BrowseDialogs", self.screen)
        library = getattr(screen, "library", None)
        if library is None or not any(c.isdigit() for c in query):
            return
        try:
            found = await asyncio.to_thread(library.lookup, query, OFFERED)
        except RejoinderError:
            return
        for number, candidate in enumerate(found):
            told = "".join(piece.text for piece in status(candidate))
            date = short_date(candidate.date) if candidate.date else ""
            words = " · ".join(filter(None, (name_of(candidate), date, one_line(candidate.sender), told)))
            # No help line: Textual reads that as markup, and a sender's name is a document's text.
            yield Hit(1 - number / 100, Content(words), partial(screen.open_candidate, candidate), words)


def labelled(command: Command) -> Content:
    """A command's name and its keys."""
    keys = " ".join(shown(key) for key in command.keys)
    return Content.assemble(command.name, "  ", (keys, "dim"))

"""Doing a command that was chosen by name: in help or palette, on whatever has the focus beneath them."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen

from tui.commands import COMMANDS, Command, working_in


def pane_of(screen: Screen[Any]) -> str:
    """The pane that has the focus, by its name in the command table; `everywhere` where it has none there."""
    panes = {command.pane for command in COMMANDS}
    focused = screen.focused
    names = [node.id for node in focused.ancestors_with_self if node.id] if focused is not None else []
    return next((name for name in names if name in panes), "everywhere")


def available(pane: str, table: tuple[Command, ...] = COMMANDS) -> list[Command]:
    """What can be chosen by name while a pane has the focus: its own commands, then those that work everywhere.

    Motion is left to its keys; chosen by name, a command works from an input as well, where its key would type.
    """
    own = [
        command for command in working_in(pane, table) if command.pane == pane and pane not in ("motion", "everywhere")
    ]
    return [*own, *(command for command in table if command.pane == "everywhere")]


async def perform(screen: Screen[Any], command: Command) -> bool:
    """Do it on the innermost of focused pane, screen and application that can; whether any could."""
    name = command.action.partition("(")[0]
    start = screen.focused if screen.focused is not None else screen
    for node in start.ancestors_with_self:
        if hasattr(node, f"action_{name}"):
            return await screen.app.run_action(command.action, default_namespace=node)
    return False

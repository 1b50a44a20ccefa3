"""Textual's bindings from the one command table."""

from __future__ import annotations

from textual.binding import Binding, BindingType

from tui.commands import COMMANDS, Command, shown


def bindings(*panes: str) -> list[BindingType]:
    """The bindings of some panes' commands, each with the command's id, so that a keymap can change its keys."""
    return [_binding(command) for command in COMMANDS if command.pane in panes]


def binding_of(*ids: str) -> list[BindingType]:
    """The bindings of single commands, for a class that has not all of its pane's actions."""
    return [_binding(command) for command in COMMANDS if command.id in ids]


def _binding(command: Command) -> Binding:
    # Tab and the keys of quitting and stopping work in inputs too; everything else that prints is typed there.
    return Binding(
        ",".join(command.keys),
        command.action,
        command.name,
        show=command.footer,
        key_display=" ".join(shown(key) for key in command.keys),
        id=command.id,
        tooltip=command.help,
        priority=command.action in ("interrupt", "suspend_process"),  # over dialogs too
    )

"""What opens over the browse screen or beside its results: look-up, help, lists, tables, narrowing."""

from __future__ import annotations

from tui.screens.way import Way


class BrowseDialogs(Way):
    """Adds the dialogs and the panes that share the results' column."""

    def action_lookup(self) -> None:
        """`s`: a symbol in any spelling."""

    def action_help(self) -> None:
        """`?`: the keys that work here, now."""

    def action_command_palette(self) -> None:
        """`:`: every command by name."""

    def action_way(self) -> None:
        """`H`: the way one has come."""

    def action_bookmarks(self) -> None:
        """`'`: go to a bookmark."""

    def action_history(self) -> None:
        """`R`, in the search line `F7`: queries asked before."""

    def action_ledger(self) -> None:
        """`L`: what the open letter's two parties wrote to each other."""

    def action_missing(self) -> None:
        """`W`: what is cited and not held."""

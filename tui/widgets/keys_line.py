"""The last line of the screen: the keys that matter here, from the command table, or a notice instead."""

from __future__ import annotations

from collections.abc import Sequence
from time import monotonic

from tui.commands import COMMANDS, Command, shown, working_in
from tui.view.rows import Piece, one_line
from tui.view.wrap import cells, wrap
from tui.widgets.line import Line

NARROW = (("F1", "results"), ("F2", "letter"), ("F3", "thread"))
"""What is shown first where one pane hides the others."""
TALLEST = 3
"""Lines of a notice."""
LASTING = 6.0
"""Seconds a notice stays."""
FRESH = 1.0
"""Seconds after which the next key takes a notice away: it was read, and is about what was done before."""


def pieces(pane: str, narrow: bool, width: int, table: Sequence[Command] = COMMANDS) -> list[Piece]:
    """Keys and their words, as many as fit; the last commands of a pane give way first, help never."""
    wanted = [(shown(c.keys[0]), c.name) for c in working_in(pane, table) if c.footer]
    last = [w for w in wanted if w[1] == "keys"] or _commands_key(table)
    order = [*(NARROW if narrow else ()), *(w for w in wanted if w not in last)]
    room = width - 1 - sum(_size(w) for w in last)
    kept = []
    for word in order:
        if _size(word) <= room:
            kept.append(word)
            room -= _size(word)
    out = [Piece(" ")]
    for key, name in (*kept, *last):
        out += [Piece(key, "key"), Piece(f" {name}  ", "muted")]
    return out


def _commands_key(table: Sequence[Command]) -> list[tuple[str, str]]:
    """Where `?` types, the key that opens every command by name is what a newcomer needs: it works in inputs too."""
    return [(shown(c.keys[-1]), "commands") for c in table if c.id == "everywhere.palette"]


def _size(word: tuple[str, str]) -> int:
    return cells(word[0]) + cells(word[1]) + 3


class KeysLine(Line):
    """Shows the keys of the pane with the focus; `say` puts a notice over them for a while."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._keys: list[Piece] = []
        self.notice = ""
        self._said = 0
        self._said_at = 0.0

    def keys(self, pane: str, narrow: bool, width: int, table: Sequence[Command] = COMMANDS) -> None:
        """The keys of another pane or width."""
        self._keys = pieces(pane, narrow, width, table)
        self._write()

    def say(self, text: str) -> None:
        """Show a notice; `""` takes it away."""
        self.notice = one_line(text)
        self._said += 1
        self._said_at = monotonic()
        if text:
            self.set_timer(LASTING, lambda said=self._said: self._unsay(said))
        self._write()

    def tire(self) -> None:
        """A key was pressed: a notice that has been read goes."""
        if self.notice and monotonic() - self._said_at > FRESH:
            self.say("")

    def _unsay(self, said: int) -> None:
        if said == self._said:
            self.say("")

    def _write(self) -> None:
        if self.notice:
            self.styles.height = max(1, min(TALLEST, len(self._lines())))
            self.show([Piece(" "), Piece(self.notice, "accent")])
        else:
            self.styles.height = 1
            self.show(self._keys)

    def _lines(self) -> list[str]:
        """The notice wrapped for the width."""
        room = max(1, self.size.width - 2)
        return [self.notice[a:b].rstrip() for a, b in wrap(self.notice, room, room)]

    def written(self, width: int) -> Sequence[Sequence[Piece]]:
        """The keys, or the notice on as many lines as it needs, `TALLEST` at most."""
        if not self.notice:
            return super().written(width)
        return [(Piece(" "), Piece(line, "accent")) for line in self._lines()[:TALLEST]]

"""A picture of the terminal, and the fewest bytes that turn it into the next picture.

Textual writes every changed region whole, each piece with its style spelt out and reset: 6.7 KB for a line down, 76 KB
for a first screen of 120×40. `ThinLine` keeps what the terminal shows, takes patches of cells in its stead, and answers
with the difference: unchanged cells are skipped, styles are not repeated, blank ends of lines are erased, and where
rows of the whole width moved, the terminal scrolls them itself (DECSTBM with LF or RI, which every emulator has).

Pure: cells in, a string out. `tui.driver` connects it to a terminal.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import takewhile
from operator import itemgetter, ne

from tui.picture import BLANK, Cell, Patch, Picture, patched
from tui.sgr import DEFAULT, Style, change, of_blank

_LONGEST_BRIDGE = 16
"""Equal cells looked at for whether they are cheaper sent again than jumped over; a jump costs 3 to 5 bytes, and a
change of style on its far side as many, so that longer gaps are always jumped.
"""

_SHORTEST_JUMP = 4
"""Bytes of a jump over more than one cell; over one it takes three. Fewer cells of one style are sent again."""

_FEEDS = 4
"""Rows gone down by line feeds rather than by an address of 4 to 8 bytes."""

_SCROLL_COST = 24
"""Bytes of a scroll: two regions set, a cursor position, a line feed."""

_KEPT_INKS = 4
"""Pictures of which it is kept where each row ends."""

_HALF = ""
"""The text of the right half of a double width character (`tui.picture`)."""
_text = itemgetter(0)


@dataclass(slots=True)
class ThinLine:
    """The screen as the terminal shows it (`shown`) and as it should (`wanted`)."""

    width: int
    height: int
    shown: Picture = field(init=False)
    wanted: Picture = field(init=False)
    _cursor: tuple[int, int] = field(init=False, default=(0, 0))
    _at: tuple[int | None, int] | None = field(init=False, default=None)
    """Where the terminal's cursor rests; the column is None where terminals disagree on the width of what was sent."""
    _style: Style | None = field(init=False, default=None)
    _clear: bool = field(init=False, default=True)
    _inks: dict[int, tuple[list[Cell], int]] = field(init=False, default_factory=dict)
    _spoilt: int = field(init=False, default=0)
    """The column up to which text whose width is in doubt may have been drawn in the row that is being sent."""

    def __post_init__(self) -> None:
        self.shown = [[BLANK] * self.width for _ in range(self.height)]
        self.wanted = list(self.shown)

    def forget(self) -> None:
        """Trust nothing about the terminal: the next difference begins with a clear screen."""
        self.shown = [[BLANK] * self.width for _ in range(self.height)]
        self._at = self._style = None
        self._clear = True

    def draw(self, patches: Iterable[Patch], cursor: tuple[int, int]) -> None:
        """Take in what changes, and the column and row of the cursor. Any number may come between two differences."""
        self.wanted = patched(self.wanted, patches, self.width)
        self._cursor = min(max(cursor[0], 0), self.width - 1), min(max(cursor[1], 0), self.height - 1)

    def difference(self) -> str:
        """The bytes after which the terminal shows what is wanted; `""` where it does already."""
        wanted = self.wanted
        out: list[str] = []
        if self._clear:
            out.append("\x1b[m\x1b[2J")
            self._style, self._clear = DEFAULT, False
        changed = self._changed()
        if len(changed) > 1 and self._scroll(wanted, changed, out):
            changed = self._changed()
        for y in changed:
            self._row(y, self.shown[y], wanted[y], out)
        self.shown = list(wanted)
        if len(self._inks) > _KEPT_INKS * self.height:
            self._inks.clear()
        if out or self._cursor != self._at:
            self._set_style(DEFAULT, out)
            self._move(*self._cursor, out)
        return "".join(out)

    def _changed(self) -> list[int]:
        """The rows that differ from what the terminal shows."""
        return [y for y, (old, new) in enumerate(zip(self.shown, self.wanted, strict=True)) if old != new]

    def _ink(self, row: list[Cell]) -> int:
        """The column after the last cell that is not blank on the default background; kept for a few pictures."""
        kept = self._inks.get(id(row))
        if kept is not None and kept[0] is row:
            return kept[1]
        end = len(row) - len(list(takewhile(BLANK.__eq__, reversed(row))))
        self._inks[id(row)] = row, end
        return end

    def _row(self, y: int, old: list[Cell], new: list[Cell], out: list[str]) -> None:
        """Send the cells of one row that differ."""
        end, old_end = self._ink(new), self._ink(old)
        differs = bytearray(map(ne, old, new))
        if _HALF in map(_text, new):  # a double width character is sent whenever its row is: terminals half erase it
            for x, (text, _) in enumerate(new):
                if text == _HALF:
                    differs[max(0, x - 1)] = 1
        x = self._spoilt = 0
        while (x := differs.find(1, x, end)) >= 0:
            if new[x][0] == _HALF:  # half of a double width character cannot be sent alone
                x -= 1
            x = self._run(y, x, end, new, differs, out)
        if old_end > end or end < min(self._spoilt, self.width):
            self._move(end, y, out)
            self._set_style(DEFAULT, out)
            out.append("\x1b[K")

    def _run(self, y: int, x: int, end: int, new: list[Cell], differs: bytearray, out: list[str]) -> int:
        """Send one stretch that differs, with the equal gaps that cost less than a jump; the column after it."""
        self._move(x, y, out)
        plain, now = True, self._style
        bridged = 0
        while x < end:
            text, style = new[x]
            if text:
                if self._at is None:
                    self._move(x, y, out)
                if style is not now and (text != " " or now is None or of_blank(now) != style):
                    self._set_style(style, out)  # a space shows no foreground: 24-bit colours would be sent per word
                    now = self._style
                out.append(text)
                if not text.isascii():
                    plain = False
                    if _doubtful(text, x + 1 < end and new[x + 1][0] == _HALF):
                        self._at, self._spoilt = None, max(self._spoilt, x + 2 * len(text))
            x += 1
            if x < end and not differs[x] and x >= bridged and x >= self._spoilt:
                bridged = self._bridge(x, end, new, differs, plain)
                if not bridged:
                    break
        # Terminals disagree on the width of what is not ASCII, and on where the cursor rests after the last column.
        if self._at is not None:
            self._at = (x if plain and x < self.width else None, y)
        return x

    def _bridge(self, x: int, end: int, new: list[Cell], differs: bytearray, plain: bool) -> int:
        """Up to which column the equal cells from `x` on are sent again; 0 where they are cheaper jumped over."""
        after = differs.find(1, x, end)
        if after < 0:
            return 0
        if new[x][0] == _HALF or new[after][0] == _HALF:  # not between the halves of a double width character
            return x + 1
        gap = after - x
        if gap > _LONGEST_BRIDGE:
            return 0
        style, sent = self._style or DEFAULT, 0
        cells = new[x : after + 1]
        if gap < _SHORTEST_JUMP:
            for text, wanted in cells:
                if (wanted is not style and (text != " " or of_blank(style) != wanted)) or not text.isascii():
                    break
            else:
                return after
        for text, wanted in cells:
            if text != " " or of_blank(style) != wanted:
                sent += len(change(style, wanted))
                style = wanted
            sent += len(text.encode())
        sent -= len(new[after][0].encode())
        jump = len(_along(x, after)) if plain else len("\r" + _along(0, after))
        return 0 if jump + len(change(self._style, new[after][1])) <= sent else after

    def _move(self, x: int, y: int, out: list[str]) -> None:
        """Put the cursor there in the fewest bytes. A line feed keeps the column: the driver has no return added."""
        if self._at == (x, y):
            return
        ways = [f"\x1b[{y + 1};{x + 1}H" if x else f"\x1b[{y + 1}H" if y else "\x1b[H"]
        if self._at is not None and 0 <= y - self._at[1] <= _FEEDS:
            column, row = self._at
            feeds = "\n" * (y - row)
            ways.append("\r" + feeds + _along(0, x))
            if column is not None:
                ways.append(feeds + _along(column, x))
        out.append(min(ways, key=len))
        self._at = (x, y)

    def _set_style(self, style: Style, out: list[str]) -> None:
        if style != self._style:
            out.append(change(self._style, style))
            self._style = style

    def _scroll(self, wanted: Picture, changed: list[int], out: list[str]) -> bool:
        """Let the terminal move rows where that is cheaper, and note in `shown` what it then shows; whether it does."""
        found = _shift(self.shown, wanted, changed)
        if found is None:
            return False
        top, bottom, steps = found
        fresh = [[BLANK] * self.width for _ in range(abs(steps))]
        kept = self.shown[top:bottom]
        kept = kept[steps:] + fresh if steps > 0 else fresh + kept[:steps]
        moved = [*self.shown[:top], *kept, *self.shown[bottom:]]
        if _differing(moved, wanted) + _SCROLL_COST >= _differing(self.shown, wanted):
            return False  # in panes beside others it spoils more than it saves
        self.shown = moved
        self._set_style(DEFAULT, out)  # the rows that come in are blank in the current background
        out.append(f"\x1b[{top + 1};{bottom}r")
        if steps > 0:
            out.append(f"\x1b[{bottom}H" + "\n" * steps)
        else:
            out.append(f"\x1b[{top + 1}H" + "\x1bM" * -steps)
        out.append("\x1b[r\x1b[H")  # resetting the region homes the cursor in most terminals, not in all
        self._at = (0, 0)
        return True


def _along(start: int, end: int) -> str:
    """The shortest way along a row."""
    steps = end - start
    if steps < 0:
        return "\b" * -steps if steps > -4 else f"\x1b[{-steps}D"
    return "" if not steps else "\x1b[C" if steps == 1 else f"\x1b[{steps}C"


def _doubtful(text: str, wide: bool) -> bool:
    """Whether terminals take a cell's text for one, two or more columns: what follows is placed anew, and sent again.

    All agree on single characters of one column, and on the wide ones of Chinese, Japanese and Korean.
    """
    return len(text) > 1 or text > "\uffff" or (wide and not "\u2e80" <= text <= "\uffe6")


def _shift(old: Picture, new: Picture, changed: list[int]) -> tuple[int, int, int] | None:
    """(top, bottom, steps) of a scroll that may be worth its bytes: rows top..bottom move up by `steps`, or down.

    Rows are looked for among those that are no longer where they were, by every fifth of the cells that they share
    (`tui.picture`), and compared whole once a step is found: to look for equal ones among all took a typed letter 7 %
    of its time, and with cells still a quarter of what its difference takes.
    """
    where: dict[tuple[int, ...], list[int]] = {}
    for y in changed:
        where.setdefault(tuple(map(id, old[y][::5])), []).append(y)
    where.pop(tuple(map(id, [BLANK] * len(old[0][::5]))), None)  # a blank row says nothing of where rows went
    votes: Counter[int] = Counter()
    for y in changed:
        for source in where.get(tuple(map(id, new[y][::5])), ()):
            votes[source - y] += source != y
    steps = votes.most_common(1)[0][0] if votes else 0
    moved = [y for y in changed if 0 <= y + steps < len(old) and new[y] == old[y + steps]]
    if not moved:
        return None
    top = min(min(moved), min(moved) + steps)
    bottom = max(max(moved), max(moved) + steps) + 1
    return top, bottom, steps


def _differing(old: Picture, new: Picture) -> int:
    """How many cells of two pictures differ."""
    return sum(sum(map(ne, a, b)) for a, b in zip(old, new, strict=True) if a != b)

"""Words in context: one line a hit, all matches under one another, in the order of what stands beside them. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from rich.cells import split_graphemes

from index.results import Concordance
from tui.view.direction import has_right_to_left, runs_right_to_left, visual_order
from tui.view.rows import Piece, cut, fit, one_line
from tui.view.wrap import cells

COMPARED = 6
"""Words beside the match that decide the order: further ones are rarely on the screen."""
NEAR = 80
"""Characters that hold so many words."""
NAMED = 72
"""Columns from which a line names its letter."""
NAME = 22
"""Columns of that name, two blank ones before it included."""
BROAD, BROAD_NAME = 100, 27
"""Columns from which the name has more: those of a joint symbol such as `A/ES-10/1043-S/2025/529`."""
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def in_order(lines: Sequence[Concordance], by: str) -> tuple[Concordance, ...]:
    """Sorted by the words `left` of the match, nearest first, or by those `right` of it; accents and case folded."""
    key = _left_key if by == "left" else _right_key
    return tuple(sorted(lines, key=key))


def concordance_line(line: Concordance, width: int) -> list[Piece]:
    """A line of at most `width` cells: the matches aligned, the letter named where there is room."""
    named = width >= NAMED
    size = BROAD_NAME if width >= BROAD else NAME
    room = width - (size if named else 0)
    before = max(1, room * 2 // 5)
    # A match that touches a bracket, a quotation mark or a full stop touches it here too.
    gap, after = (" " * text.isspace() for text in (line.left[-1:], line.right[:1]))
    left = fit_left(_shown(line.left), before - len(gap)) + gap
    match = fit(_shown(line.match), max(1, room - before))
    right = fit(after + _shown(line.right), max(0, room - before - cells(match)))
    used = before + cells(match) + cells(right)
    pieces = [Piece(" " * (before - cells(left)) + left), Piece(match, "match"), Piece(right)]
    if named:
        pieces.append(Piece(" " * max(0, room - used) + "  " + fit(one_line(line.id), size - 2), "date"))
    return cut(pieces, width)


def fit_left(text: str, width: int) -> str:
    """The end of `text` in at most `width` cells, an ellipsis where its beginning was cut."""
    if cells(text) <= width:
        return text
    if width < 1:
        return ""
    left = width - 1
    if text.isascii():
        return "…" + text[len(text) - left :]
    groups = split_graphemes(text)[0]
    at = len(text)
    for begin, _, size in reversed(groups):
        if size > left:
            break
        left -= size
        at = begin
    return "…" + text[at:]


def _shown(text: str) -> str:
    """A stretch as one line, right-to-left words in the order they are read on a screen."""
    flat = one_line(text)
    if not has_right_to_left(flat):
        return flat
    return "".join(shown for _, shown in visual_order(flat, runs_right_to_left(flat)))


def _left_key(line: Concordance) -> list[str]:
    return _WORD.findall(_fold(line.left[-NEAR:]))[: -COMPARED - 1 : -1]


def _right_key(line: Concordance) -> list[str]:
    return _WORD.findall(_fold(line.right[:NEAR]))[:COMPARED]


def _fold(text: str) -> str:
    if text.isascii():
        return text.lower()
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))

"""Breaking a text into lines by cells, not characters: a Chinese character takes two, a combining mark none."""

from __future__ import annotations

import re
from collections.abc import Iterator

from rich.cells import cell_len, split_graphemes

NARROW = (
    " -~\xa0-\xac\xae-\u02ff\u0370-\u0377\u0384-\u038a\u0391-\u03a1\u0400-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e"
)
"""Characters that take exactly one cell, as a regular expression's class: Latin, Greek and Cyrillic letters with
the punctuation of letters. A text of nothing else is broken by counting characters, 30 times as fast."""

_ALL_NARROW = re.compile(
    f"[{NARROW}\u2070-\u208e\u20a0-\u20bf\u2100-\u218b\u05d0-\u05ea\u0620-\u064a\u0660-\u066f\u0671-\u06d5\u060c\u061b\u061f"
    "\u2400-\u2426\ufffd"  # Hebrew and Arabic letters without marks; what stands for what could act
    "\u2500-\u259f\u2713]*"  # lines, blocks and the mark of a row
)
_INNER = "/-–—.,;:_=&?"
"""Where a word longer than a line may be broken: a web address or a run of joined symbols."""
_BREAKS = re.compile(r"[ /\-–—.,;:_=&?]")
"""Where `wrap` would rather break."""

_GROUP = 32
"""Characters of one group at most: a flood of marks or of joined letters is one to Unicode, however long."""
_WINDOW = 4_000
"""Characters looked at together, many lines of them."""
_DENSEST = 9
"""Characters a cell at most, a base and eight marks, so that no line is long that looks short."""

Range = tuple[int, int]


def narrow(text: str) -> bool:
    """Whether every character takes exactly one cell, as far as that is known without looking at each."""
    return (text.isascii() and text.isprintable()) or _ALL_NARROW.fullmatch(text) is not None


def cells(text: str) -> int:
    """How many cells `text` takes on a line."""
    return len(text) if narrow(text) else cell_len(_apart(text))


def _apart(text: str) -> str:
    """The text with joiners that join nothing, of the same length: terminals show joined letters side by side."""
    return text.replace("\u200d", "\u200c")


def wrap(text: str, first: int, rest: int) -> list[Range]:
    """Ranges of `text`, one a line, that together cover it: the first line of at most `first` cells, others `rest`.

    `text` has no line breaks. The spaces a line ends with belong to it and are not counted, since nobody sees them.
    A word too long for a line is broken after a mark inside it, else anywhere. An empty text is one empty line.
    Widths below two cells are taken as two, so that a double-width character has its place.
    """
    first, rest = max(2, first), max(2, rest)
    if narrow(text):
        return _wrap_narrow(text, first, rest)
    return _wrap_cells(text, first, rest)


def _wrap_narrow(text: str, first: int, rest: int) -> list[Range]:
    """For text whose every character takes one cell."""
    lines: list[Range] = []
    start, width, length = 0, first, len(text)
    while length - start > width:
        limit = start + width
        cut = text.rfind(" ", start, limit + 1)
        if cut < 0 or not text[start:cut].strip(" "):
            cut = _inside(text, start, limit)
        end = _past_spaces(text, cut)
        lines.append((start, end))
        start, width = end, rest
    if start < length or not lines:
        lines.append((start, length))
    return lines


def _wrap_cells(text: str, first: int, rest: int) -> list[Range]:
    """For any text, a window of it at a time: what is kept of a character takes 250 bytes.

    A line is never longer than a window, and the next window begins where the last whole line ends.
    """
    size = _WINDOW + 20 * max(first, rest)
    lines: list[Range] = []
    start = 0
    while True:
        found = _wrap_window(text[start : start + size], rest if lines else first, rest)
        whole = start + size >= len(text)
        lines += [(start + a, start + b) for a, b in (found if whole else found[:-1])]
        if whole:
            return lines
        start = lines[-1][1]


def _wrap_window(text: str, first: int, rest: int) -> list[Range]:
    """Character by character as the terminal groups them."""
    groups = list(_groups(text))
    at_group = {begin: number for number, (begin, _, _) in enumerate(groups)}
    lines: list[Range] = []
    start, used, width, chance, number = 0, 0, first, -1, 0
    after_wide = False
    while number < len(groups):
        begin, end, size = groups[number]
        space = text[begin:end] == " "
        if (after_wide or size == 2) and begin > start and not space:
            chance = begin  # East Asian text breaks between any two characters
        full = (used + size > width and not space) or end - start > _DENSEST * width + _GROUP
        if full and begin > start:
            cut = min(begin, _past_spaces(text, chance if chance > start else _inside(text, start, begin)))
            while cut not in at_group:
                cut += 1  # never between a character and the marks on it
            lines.append((start, cut))
            start, used, width, chance, number = cut, 0, rest, -1, at_group[cut]
            after_wide = False
            continue
        used += size
        after_wide = size == 2
        if space and text[start:begin].strip(" "):
            chance = end
        number += 1
    lines.append((start, len(text)))
    return lines


def _groups(text: str) -> Iterator[tuple[int, int, int]]:
    """(begin, end, cells) of what a terminal shows as one character; of a long one the rest takes no cells."""
    for begin, end, size in split_graphemes(_apart(text))[0]:
        yield begin, min(end, begin + _GROUP), size
        for at in range(begin + _GROUP, end, _GROUP):
            yield at, min(end, at + _GROUP), 0


def _inside(text: str, start: int, limit: int) -> int:
    """Where to break a word that fills a whole line: after the last mark inside it, else at the line's end."""
    best = max(text.rfind(mark, start + 1, limit) for mark in _INNER)
    return best + 1 if best > start else limit


def _past_spaces(text: str, at: int) -> int:
    """The first place from `at` on that is no space."""
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def shorten(text: str, width: int) -> str:
    """`text` cut to `width` cells, with an ellipsis where something was cut."""
    if cells(text) <= width:
        return text
    room = max(2, width - 1)
    if narrow(text):  # the rows of a typed letter cut thirty: 3 ms a letter where each was broken into lines
        return text[:room].rstrip(" ,-–—") + "…"
    # No break at a space or a mark: "→ Secretary-…" leaves ten columns empty that its last word needs.
    first, *_ = wrap(_BREAKS.sub("x", text), room, 2)
    return text[: first[1]].rstrip(" ,-–—") + "…"

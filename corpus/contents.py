"""Contents pages: entries that dot leaders lead to their page number, each a line of its own.

Leaders fill a line to its end, so that by gaps and margins the entries would run together as one paragraph.
"""

from __future__ import annotations

import re

from corpus.paragraphs import LABEL
from corpus.rows import Row

_LEADER = re.compile(r"(?:\.\s?){6,}\s*(?:\d{1,3}|[ivxlc]{1,6})?$|(?:…\s?){3,}\s*\d{0,3}$")
_END = 160
"""Characters at a line's end within which its leader stands."""
_WITHIN = 2
"""Lines without a leader that an entry can begin with."""


def find(found: list[Row]) -> dict[Row, str]:
    """The rows of a contents page and what stands before each: a new line, or a space where an entry was wrapped."""
    led = [index for index, row in enumerate(found) if _LEADER.search(row.text[-_END:])]
    if len(led) < 2:
        return {}
    glue: dict[Row, str] = {}
    for before, index in zip([-1, *led], led, strict=False):
        glue[found[index]] = "\n"
        between = range(before + 1, index)
        if before < 0 or not 0 < len(between) <= _WITHIN or not all(_near(found, at) for at in (*between, index)):
            continue
        for at in (*between, index):
            glue[found[at]] = "\n" if at == between[0] or LABEL.match(found[at].text) else " "
    return glue


def _near(found: list[Row], index: int) -> bool:
    """Whether a row follows the one above it within two lines, on the same page."""
    row, above = found[index], found[index - 1]
    if row.page != above.page:
        return False
    if row.line.top is None or above.line.top is None:
        return row.blank < 2
    return row.line.top - above.line.top < 2.2 * (row.line.size or 9.0)

"""Sentences of a block, as spans: what a reader takes as the proof of a link."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.model import Span

_END = re.compile(r"[.?!][\"”’')\]]*\s+(?=[\"“‘'(\[«]*[A-Z\u00c0-\u00dd\u0410-\u042f0-9¿¡])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Ms|Dr|Mrs|No|Nos|St|art|para|paras|vol|Vol|cf|pp?|Ref|M|Sr|Sra|[A-Z])|a\.i|e\.g|i\.e|H\.E)$"
)
"""A full stop, question or exclamation mark before a capital ends a sentence, but for the abbreviations letters are
full of. They are looked for behind each stop that is found: asked at every character they took a sixth of all
reading."""


_LONGEST = 5_000
"""Code points of a sentence; beyond it a text is no prose, and is cut so that every later step stays linear."""


@lru_cache(maxsize=2048)
def sentences(text: str, span: Span) -> tuple[Span, ...]:
    """The sentences of `text` within `span`, in order, without the white space between them.

    Citations ask for them, then relations, which find them here.
    """
    found, start = [], span.start
    for end in _END.finditer(text, span.start, span.end):
        if _ABBREVIATED.search(text[max(start, end.start() - 8) : end.start()]):
            continue
        while end.start() - start > _LONGEST:
            found.append(Span(start, start := start + _LONGEST))
        found.append(_trimmed(text, start, end.end()))
        start = end.end()
    while span.end - start > _LONGEST:
        found.append(Span(start, start := start + _LONGEST))
    found.append(_trimmed(text, start, span.end))
    return tuple(one for one in found if len(one))


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return Span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip()))

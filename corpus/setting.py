"""Where a communication is mentioned: what its sentence, its neighbours and its footnote say around it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.mention import Mention
from corpus.model import Block, Span

_BEFORE = 600
"""Characters before a communication that can govern it: a bound, so that time grows with the text alone."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a mention stands."""

    block: Block
    opening: bool
    """Whether it stands in the paragraphs in which a letter names its occasion."""
    words: str
    """Its sentence."""
    contested: bool = False
    """Whether the paragraphs after it take issue with something."""
    marked: str = ""
    """For a footnote, the sentence in which its marker stands."""
    marked_mentions: tuple[Mention, ...] = ()
    marked_block: str = ""
    marked_span: Span | None = None
    following: str = ""
    """The sentence after its own, in the same paragraph."""


def before(mention: Mention, text: str) -> str:
    """What stands before a mention in its sentence, as far as it can govern it."""
    return text[max(mention.sentence.start, mention.span.start - _BEFORE) : mention.span.start]


def around(mention: Mention, text: str) -> str:
    """The mention's sentence, as far as it can matter to it."""
    start = max(mention.sentence.start, mention.span.start - _BEFORE)
    return text[start : min(mention.sentence.end, mention.span.end + _BEFORE)]

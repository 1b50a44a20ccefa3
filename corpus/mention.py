"""A communication named in a sentence: what is meant, whose it is, of which date, under which symbol."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from corpus.identity import Author
from corpus.model import Span
from corpus.nouns import Noun
from corpus.symbol_find import Found


@dataclass(frozen=True, slots=True)
class Mention:
    """A communication named in a sentence."""

    noun: Noun
    span: Span
    """From its first word (with its possessive) to the end of what is said of it."""
    sentence: Span
    author: Author
    sender: str | None = None
    addressee: str | None = None
    dates: tuple[str, ...] = ()
    found: tuple[Found, ...] = field(default=())
    """The symbols printed for it, offsets in the same text."""
    short: bool = False
    """A short form that stands for something named before: "the aforementioned letter"."""
    leaning: bool = False
    """Said to be one named before, whatever else is told of it: "these letters, dated …"."""
    plural: bool = False
    possessive: str = ""
    """The possessive before the noun, in small letters: `my`, `your`, `his`."""
    word: str = ""
    """The noun itself, in small letters."""


def within(found: Sequence[Found], span: Span) -> list[Found]:
    """Those of `found`, in order, that begin in `span`."""
    first = bisect_left(found, span.start, key=lambda f: f.start)
    return list(found[first : bisect_left(found, span.end, key=lambda f: f.start)])

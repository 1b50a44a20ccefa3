"""A noun in its sentence, as authors are looked for: what stands before it, what follows it."""

from __future__ import annotations

from dataclasses import dataclass

from corpus import author_words as words
from corpus.model import Span


@dataclass(frozen=True, slots=True)
class Spot:
    """A noun in its sentence, as authors are looked for."""

    text: str
    sentence: Span
    start: int
    """Where the noun's phrase begins, its possessive included."""
    end: int
    words: str
    """The phrase before the noun."""
    possessive: str
    after: str
    """What follows the noun, up to the next one."""
    letter: bool
    """False for statements and papers, which need no writer."""

    @property
    def verb(self) -> bool:
        """Whether the communication is told by its verb: "wrote to you on …"."""
        return bool(words.WRITES.search(self.text[self.start : self.end]))

    @property
    def is_reply(self) -> bool:
        """Whether the noun says that it answers something: "her reply" to ours is not ours."""
        return bool(words.REPLIES.search(self.text[self.start : self.end]))

    @property
    def before(self) -> str:
        """What stands before the phrase in its sentence, at most 400 characters of it."""
        return self.text[max(self.sentence.start, self.start - 400) : self.start]

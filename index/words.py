"""Query nodes of ours: several forms that count as one word. They work in Whoosh's own matchers too.

A word and its inflections, or everything that begins with what is typed, is scored as if it were one term: its
frequency in a letter is the sum (at most 255, where BM25 has long levelled off), its rarity that of the letters
with any of the forms. Whoosh's `Prefix` adds up a score for every expansion instead, so that a letter with many
rare words of that beginning comes first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from whoosh import matching, query

from index.analysis import stem

if TYPE_CHECKING:
    from index.arrayreader import ArrayReader
    from index.segment.section import Array
    from index.snapshot import Snapshot


class OneWord(query.MultiTerm):  # type: ignore[misc]
    """Base of those nodes; `text` is the folded word."""

    sign = ""
    """What follows the word where a query is shown."""

    def __init__(self, fieldname: str, text: str, boost: float = 1.0) -> None:
        self.fieldname, self.text, self.boost = fieldname, text, boost

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and vars(self) == vars(other)

    def __hash__(self) -> int:
        return hash((type(self), self.fieldname, self.text, self.boost))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({self.fieldname!r}, {self.text!r}, boost={self.boost})"

    def __str__(self) -> str:
        return f"{self.fieldname}:{self.text}{self.sign}"

    def field(self) -> str:
        """The field it searches."""
        return self.fieldname

    def has_terms(self) -> bool:
        """Whoosh asks; it has at least its own."""
        return True

    def terms(self, phrases: bool = False) -> Iterable[tuple[str, str]]:
        """The word itself."""
        yield self.fieldname, self.text

    def found(self, reader: ArrayReader) -> tuple[Array, Array]:
        """Documents and frequencies, deleted documents included."""
        raise NotImplementedError

    def matcher(self, searcher: Any, context: Any = None) -> Any:
        """For Whoosh's collectors: a list of documents with their scores."""
        from index.scoring import scored_word

        docs, scores = scored_word(searcher.ixreader, self)
        return matching.ListMatcher(docs.tolist(), scores.tolist(), term=(self.fieldname, self.text.encode()))


class Inflected(OneWord):
    """A word in any of its inflections that the library has: "violate" finds "violated" and "violating"."""

    def forms(self, snapshot: Snapshot) -> list[bytes]:
        """Those the field has, in order."""
        forms = {self.text, *snapshot.forms(stem(self.text))}
        return [word.encode() for word in sorted(forms) if snapshot.frequency(self.fieldname, word.encode())]

    def _btexts(self, ixreader: ArrayReader) -> Iterable[bytes]:
        return self.forms(ixreader.snapshot)

    def found(self, reader: ArrayReader) -> tuple[Array, Array]:
        """Documents and frequencies, deleted documents included."""
        return reader.snapshot.together(self.fieldname, list(self._btexts(reader)))


class Beginning(OneWord):
    """Every word that begins with the text: what a word means while it is being typed."""

    sign = "*"

    def _btexts(self, ixreader: ArrayReader) -> Iterable[bytes]:
        return list(ixreader.snapshot.terms(self.fieldname, self.text.encode()))

    def found(self, reader: ArrayReader) -> tuple[Array, Array]:
        """Documents and frequencies, deleted documents included."""
        return reader.snapshot.beginning(self.fieldname, self.text.encode())

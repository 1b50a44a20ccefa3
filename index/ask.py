"""What compiling a query needs and gathers: the searcher, and what a page tells beside its hits."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from whoosh import query

from index.analysis import stem

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher
    from index.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Searched:
    """A word that was looked for, and its place in the line: for "did you mean"."""

    word: str
    fields: tuple[str, ...]
    start: int
    end: int
    prefix: bool
    loose: bool = False
    """Whether its inflections count too."""


@dataclass(slots=True)
class Ask:
    """One query being compiled."""

    searcher: ArraySearcher
    terms: list[str] = field(default_factory=list)
    """Patterns for `index.highlight`."""
    notices: list[str] = field(default_factory=list)
    searched: list[Searched] = field(default_factory=list)
    inflections: dict[str, list[str]] = field(default_factory=dict)
    """By word being typed: its inflections in the library that do not begin with it."""
    patterns: int = 0
    """Words with `*` or `?` inside so far."""

    @property
    def snapshot(self) -> Snapshot:
        """The generation that is asked."""
        found: Snapshot = self.searcher.ixreader.snapshot
        return found

    def others(self, word: str) -> list[str]:
        """Inflections of a word in the library that do not begin with it: "owl" for "owls"."""
        if word not in self.inflections:
            forms = self.snapshot.forms(stem(word))
            self.inflections[word] = [form for form in forms if not form.startswith(word)]
        return self.inflections[word]

    def holds(self, name: str, term: str) -> bool:
        """Whether a living or deleted document has the exact term."""
        return self.snapshot.frequency(name, term.encode()) > 0


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a query as Whoosh's tree and in words. `scored` where some documents answer it better than others."""

    tree: Any
    words: str
    scored: bool = False
    joins: bool = False
    """A bare word: it is set beside its neighbours with a space."""
    several: bool = False
    """Its words need brackets inside another part."""


def constant(tree: Any, score: float = 0.0) -> Any:
    """`tree` as a test: it narrows and adds `score` alike to everything."""
    return query.ConstantScoreQuery(tree, score)


def any_of(trees: list[Any]) -> Any:
    """At least one of them; nothing where there is none."""
    return trees[0] if len(trees) == 1 else query.Or(trees) if trees else query.NullQuery

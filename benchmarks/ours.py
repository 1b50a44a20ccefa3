"""Our engine, and stock Whoosh, asked as the peers are (`benchmarks.peers`)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from whoosh import fields, query
from whoosh.qparser import QueryParser

from benchmarks.peers import KEYS, TOP, Answer
from benchmarks.workload import Ask
from index import snippets
from index.rows import loads
from index.schema import TEXTS
from index.store import open_index
from index.words import Beginning


def tree(ask: Ask) -> Any:
    """The question as a tree of Whoosh's."""
    terms = [query.Term("body", word) for word in ask.words]
    if ask.kind == "or":
        return query.Or(terms)
    if ask.kind == "phrase":
        return query.Phrase("body", list(ask.words))
    if ask.kind in ("prefix", "typing"):
        parts = [*terms[:-1], Beginning("body", ask.words[-1])]
        return parts[0] if len(parts) == 1 else query.And(parts)
    if ask.kind == "fuzzy":
        return query.FuzzyTerm("body", ask.words[0], maxdist=1, prefixlength=0)
    return query.And(terms) if len(terms) > 1 else terms[0]


class Ours:
    """A library; `pieces` makes it of one main and four small segments."""

    name = "rejoinder"

    def __init__(self, path: Path, pieces: bool = False) -> None:
        self.path, self.pieces = path, pieces
        if path.exists():
            self.index = open_index(path)
            self.searcher = self.index.searcher()
            self.parser = QueryParser("body", self.searcher.schema)

    def build(self, letters: Iterable[dict[str, Any]], processes: int = 1, count: int = 0) -> None:
        """Index them in one generation, or in five."""
        shutil.rmtree(self.path, ignore_errors=True)
        index = open_index(self.path, create=True)
        edges = [count * share // 100 for share in (84, 88, 92, 96)] if self.pieces else []
        writer = index.writer(processes=processes)
        for number, letter in enumerate(letters):
            if number in edges:
                writer.commit()
                writer = index.writer()
            writer.add_document(**letter)
        writer.commit()

    def ask(self, ask: Ask) -> Callable[[], Answer] | None:
        """A question ready to be timed."""
        if ask.kind == "parse":
            text = " AND ".join(ask.words)
            return lambda: (len(str(self.parser.parse(text))), [])
        if ask.kind.startswith(("key", "alias")):
            return self._symbol(ask)
        asked, options = tree(ask), self._options(ask)

        def run() -> Answer:
            found = self.searcher.run(asked, limit=TOP, **options)
            docs = found.docs.tolist()
            if ask.kind == "snippets":
                for doc in docs:
                    snippets.snippets(snippets.versions(self.searcher.stored(doc)), ask.words)
            return found.total, docs

        return run

    def _options(self, ask: Ask) -> dict[str, Any]:
        if ask.kind == "facets":
            return {"facets": ("sender", "year")}
        if ask.kind == "filter":
            first, last = (year * 10000 for year in ask.years)
            narrow = query.And([query.Term("sender", ask.sender), query.NumericRange("date", first, last)])
            return {"filter": narrow, "sort": "-date"}
        return {}

    def _symbol(self, ask: Ask) -> Callable[[], Answer]:
        field, _, beginning = ask.kind.partition(" ")
        name = ask.words[0]

        def run() -> Answer:
            if not beginning:
                docs = self.searcher.term_docs(field, name)
                return len(docs), docs
            found = self.searcher.keys_with_prefix(name, KEYS, field)
            return len(found), [doc for _, docs in found for doc in docs]

        return run

    def every(self, ask: Ask) -> set[int]:
        """Every letter found, by number in the searcher."""
        return set(self.searcher.run(tree(ask), limit=0).matched.tolist())

    def numbers(self, ids: dict[str, int]) -> list[int]:
        """For every document the number of its letter, by the IDs of the letters."""
        snapshot = self.searcher.ixreader.snapshot
        return [ids[loads(segment.row(own)).id] for segment, _ in snapshot.each() for own in range(segment.docs)]


class Stock:
    """Whoosh's own index, as far as it goes."""

    name = "whoosh"

    def __init__(self, path: Path) -> None:
        from whoosh.index import open_dir

        self.path = path
        if path.exists():
            self.searcher = open_dir(path).searcher()

    def build(self, letters: Iterable[dict[str, Any]]) -> None:
        """Index them with its default codec."""
        from whoosh.analysis import SpaceSeparatedTokenizer
        from whoosh.index import create_in

        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        schema = fields.Schema(sender=fields.ID(), key=fields.KEYWORD(commas=True), date=fields.NUMERIC(int, bits=32))
        for name in TEXTS:
            schema.add(name, fields.TEXT(analyzer=SpaceSeparatedTokenizer()))
        writer = create_in(self.path, schema).writer(limitmb=512)
        for letter in letters:
            kept = {name: letter[name] for name in TEXTS}
            writer.add_document(**kept, sender=letter["sender"][0], key=",".join(letter["key"]), date=letter["date"])
        writer.commit()

    def ask(self, ask: Ask) -> Callable[[], Answer] | None:
        """A question ready to be timed; those that Whoosh answers with a count and a top 50."""
        if ask.kind not in ("term", "and", "or", "phrase", "prefix", "typing"):
            return None
        asked = tree(ask)
        if ask.kind in ("prefix", "typing"):
            terms = [query.Term("body", word) for word in ask.words[:-1]]
            asked = query.And([*terms, query.Prefix("body", ask.words[-1])])

        def run() -> Answer:
            found = self.searcher.search(asked, limit=TOP)
            return len(found), [hit.docnum for hit in found]

        return run

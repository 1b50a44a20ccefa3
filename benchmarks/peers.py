"""The peers: tantivy (one writer thread, its own memory), and SQLite's FTS5. Each gives an exact count and the top 50.

`ask` prepares a question, which is not timed, as a function that is; it returns (count, numbers of letters).
"""

from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from benchmarks.workload import Ask
from index.schema import TEXTS

Answer = tuple[int, list[int]]
TOP = 50
KEYS = 20
"""Symbols listed for a beginning."""


class Tantivy:
    """tantivy through its Python binding."""

    name = "tantivy"

    def __init__(self, path: Path) -> None:
        import tantivy

        self.t, self.path = tantivy, path
        if path.exists():
            self._open(tantivy.Index.open(str(path)))

    def _open(self, index: Any) -> None:
        analyzer = self.t.TextAnalyzerBuilder(self.t.Tokenizer.whitespace()).build()
        index.register_tokenizer("words", analyzer)
        index.reload()
        self.index, self.schema, self.searcher = index, index.schema, index.searcher()

    def _make(self) -> Any:
        builder = self.t.SchemaBuilder()
        builder.add_integer_field("number", stored=True, indexed=True, fast=True)
        for name in TEXTS:
            builder.add_text_field(name, stored=name == "body", tokenizer_name="words", index_option="position")
        for name in ("key", "alias", "sender"):
            builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=name == "sender")
        for name in ("date", "year"):
            builder.add_integer_field(name, indexed=True, fast=True)
        builder.add_bytes_field("stored", stored=True)
        return builder.build()

    def build(self, letters: Iterable[dict[str, Any]]) -> None:
        """Index them with one thread, and merge to one segment."""
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        index = self.t.Index(self._make(), path=str(self.path))
        index.register_tokenizer("words", self.t.TextAnalyzerBuilder(self.t.Tokenizer.whitespace()).build())
        writer = index.writer(heap_size=512_000_000, num_threads=1)
        for number, letter in enumerate(letters):
            document = self.t.Document()
            document.add_integer("number", number)
            for name in TEXTS:
                document.add_text(name, letter[name])
            for name in ("key", "alias", "sender"):
                for value in letter[name]:
                    document.add_text(name, value)
            document.add_integer("date", letter["date"])
            document.add_integer("year", letter["year"])
            document.add_bytes("stored", letter["stored"])
            writer.add_document(document)
        writer.commit()
        writer.wait_merging_threads()

    def _term(self, field: str, value: Any) -> Any:
        return self.t.Query.term_query(self.schema, field, value)

    def _all(self, queries: list[Any]) -> Any:
        return self.t.Query.boolean_query([(self.t.Occur.Must, query) for query in queries])

    def _beginning(self, field: str, text: str) -> Any:
        return self.t.Query.regex_query(self.schema, field, re.escape(text) + ".*")

    def _query(self, ask: Ask) -> Any:
        words, t = ask.words, self.t
        if ask.kind == "or":
            return t.Query.boolean_query([(t.Occur.Should, self._term("body", word)) for word in words])
        if ask.kind == "phrase":
            return t.Query.phrase_query(self.schema, "body", list(words))
        if ask.kind in ("prefix", "typing"):
            parts = [self._term("body", word) for word in words[:-1]] + [self._beginning("body", words[-1])]
            return parts[0] if len(parts) == 1 else self._all(parts)
        if ask.kind == "fuzzy":
            return t.Query.fuzzy_term_query(self.schema, "body", words[0], distance=1)
        if ask.kind == "filter":
            first, last = (year * 10000 for year in ask.years)
            dates = t.Query.range_query(self.schema, "date", t.FieldType.Integer, first, last)
            return self._all([self._term("body", words[0]), self._term("sender", ask.sender), dates])
        if ask.kind.startswith(("key", "alias")):
            field, _, beginning = ask.kind.partition(" ")
            return self._beginning(field, words[0]) if beginning else self._term(field, words[0])
        return (
            self._all([self._term("body", word) for word in words]) if len(words) > 1 else self._term("body", words[0])
        )

    def ask(self, ask: Ask) -> Callable[[], Answer] | None:
        """A question ready to be timed; None where tantivy has no such thing."""
        if ask.kind == "parse":
            text = " ".join(f"+{word}" for word in ask.words)
            return lambda: (len(str(self.index.parse_query(text, ["body"]))), [])
        query = self._query(ask)
        options = {"order_by_field": "date"} if ask.kind == "filter" else {}
        limit = KEYS if ask.kind.startswith(("key", "alias")) else TOP

        def run() -> Answer:
            found = self.searcher.search(query, limit, **options)
            if ask.kind == "facets":
                wanted = {name: {"terms": {"field": name, "size": 100}} for name in ("sender", "year")}
                self.searcher.aggregate(query, wanted)
            if ask.kind == "snippets":
                maker = self.t.SnippetGenerator.create(self.searcher, query, self.schema, "body")
                for _, address in found.hits:
                    maker.snippet_from_doc(self.searcher.doc(address)).to_html()
            return found.count, [address.doc for _, address in found.hits]

        return run


class Fts5:
    """SQLite's full text index, with the prefix indexes that typing needs."""

    name = "fts5"

    def __init__(self, path: Path) -> None:
        self.path = path
        if path.exists():
            self._open()

    def _open(self) -> None:
        self.db = sqlite3.connect(self.path)
        self.db.execute("pragma mmap_size=4000000000")
        self.db.execute("pragma cache_size=-262144")

    def close(self) -> None:
        """Let go of the file."""
        self.db.close()

    def build(self, letters: Iterable[dict[str, Any]]) -> None:
        """Index them in one transaction, and optimize."""
        self.path.unlink(missing_ok=True)
        self._open()
        columns = ", ".join(f'"{name}"' for name in TEXTS)
        self.db.executescript(
            f"""pragma page_size=8192; pragma journal_mode=wal; pragma synchronous=normal;
            create table letter(id integer primary key, date int, year int, sender text, stored blob, {columns});
            create table symbol(field text, name text, id int, primary key(field, name, id)) without rowid;
            create virtual table words using fts5({columns}, content='letter', content_rowid='id', prefix='1 2 3',
                tokenize="unicode61 tokenchars '/.-'");"""
        )
        marks = ",".join("?" * len(TEXTS))
        for number, letter in enumerate(letters):
            texts = [letter[name] for name in TEXTS]
            facts = number, letter["date"], letter["year"], letter["sender"][0], letter["stored"]
            self.db.execute(f"insert into letter values(?,?,?,?,?,{marks})", (*facts, *texts))
            names = [(field, name, number) for field in ("key", "alias") for name in letter[field]]
            self.db.executemany("insert or ignore into symbol values(?,?,?)", names)
            self.db.execute(f"insert into words(rowid,{columns}) values(?,{marks})", (number, *texts))
        self.db.execute("create index dates on letter(date)")
        self.db.execute("insert into words(words) values('optimize')")
        self.db.commit()
        self.db.execute("pragma wal_checkpoint(truncate)")

    def match(self, ask: Ask) -> str:
        """The question in FTS5's language."""
        quoted = [f'"{word}"' for word in ask.words]
        if ask.kind == "or":
            return f"body : ({' OR '.join(quoted)})"
        if ask.kind == "phrase":
            return f'body : "{" ".join(ask.words)}"'
        return f"body : ({' AND '.join(quoted)}{'*' if ask.kind in ('prefix', 'typing') else ''})"

    def ask(self, ask: Ask) -> Callable[[], Answer] | None:
        """A question ready to be timed (SQLite parses the words of it itself); None where FTS5 has no such thing."""
        if ask.kind in ("fuzzy", "parse"):
            return None
        if ask.kind.startswith(("key", "alias")):
            return self._symbol(ask)
        found, values = "from words where words match ?", [self.match(ask)]
        order = "rank"
        if ask.kind == "filter":
            found = "from words join letter on letter.id = words.rowid where words match ? and sender = ?"
            found += " and date between ? and ?"
            values += [ask.sender, ask.years[0] * 10000, ask.years[1] * 10000]  # type: ignore[list-item]
            order = "date desc"
        shown = "snippet(words, 0, '[', ']', '…', 24)" if ask.kind == "snippets" else "1"
        joined = "from words join letter on letter.id = words.rowid where words match ?"
        grouped = f"select sender, year, count(*) {joined} group by 1, 2"

        def run() -> Answer:
            count = self.db.execute(f"select count(*) {found}", values).fetchone()[0]
            rows = self.db.execute(
                f"select words.rowid, {shown} {found} order by {order} limit {TOP}", values
            ).fetchall()
            if ask.kind == "facets":
                self.db.execute(grouped, values).fetchall()
            return count, [row[0] for row in rows]

        return run

    def _symbol(self, ask: Ask) -> Callable[[], Answer]:
        field, _, beginning = ask.kind.partition(" ")
        name = ask.words[0]
        words = "select id from symbol where field = ? and name = ?"
        values = [field, name]
        if beginning:
            words = f"select id from symbol where field = ? and name >= ? and name < ? limit {KEYS}"
            values = [field, name, name + "\uffff"]

        def run() -> Answer:
            found = [row[0] for row in self.db.execute(words, values).fetchall()]
            return len(found), found

        return run

    def every(self, ask: Ask) -> set[int]:
        """Every letter found."""
        return {row[0] for row in self.db.execute("select rowid from words where words match ?", [self.match(ask)])}

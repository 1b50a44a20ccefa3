"""A request into a page: hits with their passages, an exact total, facets, months, and the query in words."""

from __future__ import annotations

import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from whoosh import query

from corpus.clean import visible
from corpus.errors import QueryError, UsageError
from index import dateparts, snippets
from index.analysis import fold
from index.ask import any_of
from index.query import Understood, understand
from index.results import Cancel, Cancelled, Hit, Page, Request, Sort
from index.schema import FACETS

if TYPE_CHECKING:
    from index.arrayindex import ArrayIndex
    from index.arraysearcher import ArraySearcher, Run
    from index.facets import Counted
    from index.results import Concordance
    from index.rows import Row

SHOWN = ("sender", "addressee", "year", "item", "kind", "language")
"""Facets of a page."""
CONTEXT_LETTERS = 500
"""Letters whose lines are shown in context: about 0.2 s of reading, and more lines than anybody reads."""
CONTEXT_LINES = 10_000
"""Lines after which no further letter is read."""
_LIGHTEST = 1_000
"""Characters that the shortest letter kept counts for: its blocks are kept too."""
_NARROWED = {"sender": "from: {}", "addressee": "to: {}", "item": "item {}", "session": "session {}", "has": "with {}"}
"""How a facet's values are said; the others tell what they are."""
_ORDERS = {Sort.RELEVANCE: "score", Sort.DATE: "-date", Sort.DATE_OLDEST: "date", Sort.SYMBOL: "symbol"}


def search(index: ArrayIndex, request: Request, cancel: Cancel | None = None) -> Page:
    """The answer to a request; QueryError where it cannot be understood, Cancelled once `cancel` says so."""
    start = time.perf_counter()
    searcher = index.searcher()
    asked = understand(searcher, request.query, request.prefix_last)
    run = _run(searcher, request, asked, cancel)
    hits = tuple(_hits(searcher, request, asked, run, cancel))
    suggestion = _suggestion(searcher, request, asked, cancel) if request.suggest and not run.total else None
    seconds = time.perf_counter() - start
    return Page(
        request,
        _words(request, asked),
        run.total,
        seconds,
        hits,
        run.facets | _own_left_out(searcher, request, asked, cancel),
        run.months,
        suggestion,
        (*asked.notices, *run.capped),
        asked.terms,
        asked.symbol,
    )


def _words(request: Request, asked: Understood) -> str:
    """The query in words, the facets that narrow it too."""
    narrowed: dict[str, list[str]] = {}
    for facet, value in request.narrow:
        narrowed.setdefault(facet, []).append(value)
    words = [_NARROWED.get(facet, "{}").format(" or ".join(map(_said, values))) for facet, values in narrowed.items()]
    return " · ".join([asked.words, *words] if request.query.strip() or not words else words)


def _said(value: str) -> str:
    """A facet's value in words: "August 2006" for a month."""
    time = dateparts.parse(value) if len(value) == 7 else None
    return visible(time.words if time else value)


def _run(searcher: ArraySearcher, request: Request, asked: Understood, cancel: Cancel | None) -> Run:
    order = _ORDERS[request.sort]
    if order == "score" and not asked.scored:
        order = "-date"
    facets = SHOWN if request.facets else ()
    return searcher.run(
        asked.tree,
        limit=max(request.limit, 0),
        offset=max(request.offset, 0),
        sort=order,
        filter=_filter(request.narrow),
        facets=facets,
        timeline=request.facets or request.timeline,
        cancel=cancel,
    )


def _own_left_out(
    searcher: ArraySearcher, request: Request, asked: Understood, cancel: Cancel | None
) -> dict[str, Counted]:
    """The facets that the request narrows, each counted as if it did not: so that a second value can be chosen."""
    narrowed = {facet for facet, _ in request.narrow if facet in SHOWN} if request.facets else set()
    found: dict[str, Counted] = {}
    for facet in narrowed:
        others = _filter([pair for pair in request.narrow if pair[0] != facet])
        found |= searcher.run(asked.tree, limit=0, filter=others, facets=(facet,), cancel=cancel).facets
    return found


def _filter(narrow: Sequence[tuple[str, str]]) -> Any:
    """Facet values as a tree: of one facet any, of different facets all; None where there are none."""
    values: dict[str, list[str]] = {}
    for facet, value in narrow:
        if facet not in FACETS:
            raise UsageError(f"There is no facet {facet}.", f"Facets are {', '.join(FACETS)}.")
        values.setdefault(facet, []).append(value)
    trees = [any_of([query.Term(facet, fold(value)) for value in found]) for facet, found in values.items()]
    return None if not trees else trees[0] if len(trees) == 1 else query.And(trees)


def _hits(searcher: ArraySearcher, request: Request, asked: Understood, run: Run, cancel: Cancel | None) -> list[Hit]:
    found = []
    kept = searcher.ixreader.snapshot.letters
    searcher.expect([doc for doc in run.docs.tolist() if doc not in kept], text=request.passages > 0)
    for doc, score in zip(run.docs.tolist(), run.scores.tolist(), strict=True):
        if cancel is not None and cancel():
            raise Cancelled
        read = _read(searcher, doc, text=request.passages > 0)
        row = read.row
        passages = snippets.snippets(read.versions, asked.terms, request.passages) if request.passages else ()
        inferred = () if row.symbols else _inferred(searcher, doc)
        found.append(
            Hit(
                row.id,
                row.symbols,
                row.date,
                row.sender,
                row.addressee,
                row.kind,
                row.title,
                score,
                passages,
                row.answers,
                row.notes,
                inferred,
            )
        )
    return found


def _inferred(searcher: ArraySearcher, doc: int) -> tuple[str, ...]:
    from index import recovery  # 3 ms that most starts do without

    return recovery.inferred_symbols(searcher, doc)


class Read(NamedTuple):
    """What a row of results is made of."""

    row: Row
    versions: list[snippets.Passages]


def _read(searcher: ArraySearcher, doc: int, *, text: bool) -> Read:
    """A letter's row, and, where asked, its text; kept, since the next letter typed finds most of the same letters."""
    if not text:
        return Read(searcher.row(doc), [])
    kept = searcher.ixreader.snapshot.letters
    found: Read | None = kept.get(doc)
    if found is None:
        found = Read(searcher.row(doc), snippets.versions(searcher.stored(doc)))
        kept.keep(doc, found, _LIGHTEST + sum(len(one.text) for one in found.versions))
    return found


def _suggestion(searcher: ArraySearcher, request: Request, asked: Understood, cancel: Cancel | None) -> str | None:
    """The query with unknown words corrected, where that finds anything."""
    from index import suggest

    better = suggest.corrected(searcher, request.query, asked.searched, cancel)
    if better is None or better == request.query:
        return None
    try:
        again = understand(searcher, better, request.prefix_last)
    except QueryError:
        return None
    run = _run(searcher, request._replace(limit=0, offset=0, facets=False, timeline=False), again, cancel)
    return better if run.total else None


def concordance(
    index: ArrayIndex, request: Request, sort: str = "left", cancel: Cancel | None = None
) -> tuple[Concordance, ...]:
    """Every place of the query's words in the best `CONTEXT_LETTERS` letters, in its line; no limit is asked.

    `sort` is `left` (by what stands left, nearest word first), `right`, or `date`:
    the letters in order of date, the places as they stand.
    """
    if sort not in ("left", "right", "date"):
        raise UsageError(f"Lines cannot be sorted by {sort}.", "Choose left, right or date.")
    searcher = index.searcher()
    asked = understand(searcher, request.query, request.prefix_last)
    order = Sort.DATE_OLDEST if sort == "date" else request.sort
    ordered = request._replace(limit=CONTEXT_LETTERS, offset=0, facets=False, timeline=False, sort=order)
    lines: list[Concordance] = []
    for doc in _run(searcher, ordered, asked, cancel).docs.tolist():
        if cancel is not None and cancel():
            raise Cancelled
        row = searcher.row(doc)
        for letter in snippets.versions(searcher.stored(doc)):
            lines += snippets.in_context(letter, row.id, asked.terms)
        if len(lines) >= CONTEXT_LINES:
            break
    if sort == "left":
        lines.sort(key=lambda line: (fold(line.left).split()[::-1], fold(line.right)))
    elif sort == "right":
        lines.sort(key=lambda line: (fold(line.right), fold(line.left).split()[::-1]))
    return tuple(lines)

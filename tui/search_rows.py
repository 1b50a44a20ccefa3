"""What a search found, as rows for JSON, JSON Lines and CSV (contracts.md, docs/formats.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from index.results import Concordance, Hit, Page
from tui.sources import Sources
from tui.view.tree import HANGING

if TYPE_CHECKING:
    from corpus.model import Letter
    from index.library import Library

Row = dict[str, Any]


def page_row(page: Page, sources: Sources) -> Row:
    """A page as one object."""
    return {
        "query": page.request.query,
        "understood": page.understood,
        "total": page.total,
        "exact_total": True,
        "seconds": round(page.seconds, 6),
        "hits": [hit_row(hit, sources) for hit in page.hits],
        "facets": {name: [list(pair) for pair in values] for name, values in page.facets.items()},
        "suggestion": page.suggestion,
        "notices": list(page.notices),
    }


def hit_row(hit: Hit, sources: Sources) -> Row:
    """A hit as one object; places of lit words count code points in the snippet's text."""
    return {
        "id": hit.id,
        "symbols": list(hit.symbols),
        "inferred_symbols": list(hit.inferred_symbols),
        "date": hit.date,
        "sender": hit.sender,
        "addressee": hit.addressee,
        "kind": hit.kind,
        "title": hit.title,
        "score": round(hit.score, 4),
        "sha256": sources.of(hit.id),
        "snippets": [
            {"text": s.text, "marks": [list(mark) for mark in s.marks], "masthead": s.masthead} for s in hit.snippets
        ],
    }


def facet_rows(page: Page) -> list[Row]:
    """Counts, one a row."""
    return [
        {"facet": facet, "value": value, "count": count}
        for facet, pairs in page.facets.items()
        for value, count in pairs
    ]


def context_rows(library: Library, lines: Iterable[Concordance]) -> list[Row]:
    """Concordance lines; `offset` counts code points within the block, as every place that is printed does."""
    letters: dict[str, Letter] = {}
    rows = []
    for line in lines:
        if line.id not in letters:
            letters[line.id] = library.letter(line.id)
        block = letters[line.id].block(line.block)
        rows.append(
            {
                "left": line.left,
                "match": line.match,
                "right": line.right,
                "id": line.id,
                "in": line.block,
                "offset": line.offset - (block.span.start if block else 0),
            }
        )
    return rows


def grouped(library: Library, hits: tuple[Hit, ...]) -> tuple[Hit, ...]:
    """The hits with those of one exchange together, each exchange where its best hit stood."""
    left = {hit.id: hit for hit in hits}
    order: list[Hit] = []
    while left:
        first = next(iter(left))
        exchange = {first, *_answered(library, first)}
        order += [left.pop(letter) for letter in [h for h in left if h in exchange]]
    return tuple(order)


def _answered(library: Library, letter: str) -> set[str]:
    """IDs of one exchange: what answers, follows or transmits what; mere citations do not join two exchanges."""
    found, edges = {letter}, [e for e in library.thread(letter).edges if e.kind in HANGING]
    grew = True
    while grew:
        joined = {end for e in edges if e.source in found or e.target in found for end in (e.source, e.target)}
        grew = not joined <= found
        found |= joined
    return found

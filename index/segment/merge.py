"""Runs and segments into one segment, what was deleted left out, in bounded memory."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np

from index.results import Cancel, Cancelled
from index.schema import FACETS
from index.segment.arrays import pointers, ranges, stable_order
from index.segment.columns import Facts, write_columns, write_facts, write_terms
from index.segment.finish import finish
from index.segment.folder import FileFacts, SegmentFolder
from index.segment.postings import Postings, PostingsWriter
from index.segment.read import Segment
from index.segment.section import Array

CHUNK = 4_000_000
"""Positions merged at a time: about 200 MB while they are put in order."""

GONE = np.uint32(0xFFFFFFFF)

Source = tuple[Segment, Array | None]
"""A segment and which of its documents live (bool; None: all)."""


def merge(sources: Sequence[Source], path: Path, cancel: Cancel | None = None) -> FileFacts:
    """Write the living documents of `sources`, in order, as one segment in a new folder."""
    maps = _document_maps(sources)
    with SegmentFolder(path) as folder:
        _merge_postings(folder, sources, maps, cancel)
        living = [np.flatnonzero(found != GONE) for found in maps]
        _merge_columns(folder, sources, living)
        _merge_entries(folder, sources, living, cancel)
        finish(folder, path)
    return folder.files


def _document_maps(sources: Sequence[Source]) -> list[Array]:
    """For each source the new number of every document, `GONE` for those left out."""
    maps, base = [], 0
    for segment, live in sources:
        kept = np.ones(segment.docs, dtype=bool) if live is None else live
        numbers = np.where(kept, base + np.cumsum(kept) - 1, GONE).astype(np.uint32)
        maps.append(numbers)
        base += int(kept.sum())
    return maps


def _merge_postings(folder: SegmentFolder, sources: Sequence[Source], maps: list[Array], cancel: Cancel | None) -> None:
    segments = [segment for segment, _ in sources]
    terms, ranks = _merge_terms(segments)
    writer = PostingsWriter(folder)
    used = np.zeros(len(terms), dtype=bool)
    for first, last in _chunks(segments, ranks, len(terms)):
        if cancel is not None and cancel():
            raise Cancelled
        found = _gather(sources, maps, ranks, first, last)
        used[found.terms] = True
        writer.write(found)
    # Words that only deleted documents had go; the numbers of the others close up.
    write_terms(folder, [term for term, kept in zip(terms, used.tolist(), strict=True) if kept])
    writer.close(np.flatnonzero(used))


def _merge_terms(segments: list[Segment]) -> tuple[list[bytes], list[Array]]:
    """All terms in order, and for each segment the place of its own among them."""
    held = [list(segment.terms.entries(0, len(segment.terms))) for segment in segments]
    if len(held) == 1:
        return held[0], [np.arange(len(held[0]))]
    terms = sorted(set().union(*held))
    place = {term: number for number, term in enumerate(terms)}
    return terms, [np.fromiter(map(place.__getitem__, own), dtype=np.int64, count=len(own)) for own in held]


def _chunks(segments: list[Segment], ranks: list[Array], n_terms: int) -> list[tuple[int, int]]:
    """Ranges of terms with about `CHUNK` positions and postings each."""
    load = np.zeros(n_terms, dtype=np.int64)
    for segment, rank in zip(segments, ranks, strict=True):
        docs, places = segment.section("docs.ptr").whole(), segment.section("positions.ptr").whole()
        load[rank] += (docs[1:] - docs[:-1] + places[1:] - places[:-1]).astype(np.int64)
    cuts = np.flatnonzero(np.diff(np.cumsum(load) // CHUNK, prepend=0)).tolist()
    edges = [0, *(cut for cut in cuts if cut), n_terms]
    return list(pairwise(edges))


def _gather(sources: Sequence[Source], maps: list[Array], ranks: list[Array], first: int, last: int) -> Postings:
    """The postings of the terms from `first` to `last` of all sources, in order."""
    terms, docs, tfs, starts, places, base = [], [], [], [], [], 0
    for (segment, _), numbers, rank in zip(sources, maps, ranks, strict=True):
        a, b = np.searchsorted(rank, [first, last]).tolist()
        d, tf = segment.postings(a, b)
        counts = segment.counts(a, b)
        placed = np.where(np.repeat(segment.place_counts(a, b) > 0, counts), tf, 0).astype(np.int64)
        own = segment.places(*segment.place_bounds(a, b))
        kept = numbers[d] != GONE
        terms.append(np.repeat(rank[a:b], counts)[kept])
        docs.append(numbers[d][kept])
        tfs.append(tf[kept])
        starts.append(np.stack([base + pointers(placed)[:-1], placed])[:, kept])
        places.append(own)
        base += len(own)
    joined = np.concatenate(terms)
    order = stable_order(joined.astype(np.uint32))
    start, placed = np.concatenate(starts, axis=1)[:, order]
    found = np.concatenate(places)[ranges(start, placed)]
    return Postings(joined[order], np.concatenate(docs)[order], np.concatenate(tfs)[order], placed, found)


def _merge_columns(folder: SegmentFolder, sources: Sequence[Source], living: list[Array]) -> None:
    facets: dict[str, list[Sequence[str]]] = {name: [] for name in FACETS}
    for (segment, _), kept in zip(sources, living, strict=True):
        for name, column in facets.items():
            facet = segment.facet(name)
            starts, own = facet.pointer.tolist(), facet.ordinals.tolist()
            column.extend(tuple(facet.values[o] for o in own[starts[d] : starts[d + 1]]) for d in kept.tolist())
    counts = write_columns(folder, facets)
    segments = [segment for segment, _ in sources]
    lengths = [[s.lengths(name)[kept] for s, kept in zip(segments, living, strict=True)] for name in segments[0].totals]
    table = np.array([np.concatenate(column) for column in lengths])
    folder.array("lengths", "<u4", table.ravel())
    folder.array("date", "<u4", np.concatenate([s.dates[kept] for s, kept in zip(segments, living, strict=True)]))
    totals = dict(zip(segments[0].totals, table.sum(axis=1, dtype=np.uint64).tolist(), strict=True))
    write_facts(folder, Facts(segments[0].fields, sum(map(len, living)), totals, counts))


def _merge_entries(
    folder: SegmentFolder, sources: Sequence[Source], living: list[Array], cancel: Cancel | None
) -> None:
    """Rows and stored letters, copied as they stand in the files."""
    for name in ("rows", "stored"):
        blob = folder.section(f"{name}.blob", "u1")
        sizes = []
        for (segment, _), kept in zip(sources, living, strict=True):
            for doc in kept.tolist():
                if cancel is not None and doc % 1000 == 0 and cancel():
                    raise Cancelled
                entry = segment.packed(name, doc)
                blob.write(entry)
                sizes.append(len(entry))
        folder.end(f"{name}.blob")
        folder.pointers(f"{name}.off", pointers(np.array(sizes, dtype=np.int64)))

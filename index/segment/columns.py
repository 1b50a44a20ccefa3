"""The parts of a segment that are not postings: its dictionary, its columns and its facts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from index.segment.arrays import pointers
from index.segment.dictionary import Dictionary
from index.segment.folder import SegmentFolder
from index.segment.section import Array


def write_terms(folder: SegmentFolder, terms: list[bytes]) -> None:
    """The dictionary."""
    folder.entries("terms", terms)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a segment says of itself."""

    fields: tuple[str, ...]
    """The schema's fields; a term begins with the number of its own."""
    docs: int
    totals: dict[str, int]
    """Words in all documents, for each field of words, in the order of the lengths."""
    values: dict[str, int]
    """How many distinct values each facet has, in the order of the columns."""


@dataclass(frozen=True, slots=True)
class FacetColumn:
    """A facet's values a document."""

    values: list[str]
    """Distinct ones, as shown."""
    pointer: Array
    """Where each document's ordinals begin (documents + 1)."""
    ordinals: Array
    """Numbers of values."""


def write_columns(folder: SegmentFolder, facets: dict[str, list[Sequence[str]]]) -> dict[str, int]:
    """For each facet its distinct values and, a document, the numbers of its own; returns how many values each has."""
    counts, entries = {}, []
    ordinals, pointer = folder.section("facet.ord", "<u4"), folder.section("facet.ptr", "<u4")
    for name, column in facets.items():
        values: dict[str, int] = {}
        own = [values.setdefault(value, len(values)) for row in column for value in row]
        base = ordinals.count
        ordinals.write(np.array(own, dtype=np.uint32))
        pointer.write(base + pointers(np.fromiter(map(len, column), dtype=np.int64, count=len(column))))
        entries += [value.encode("utf-8", "replace") for value in values]
        counts[name] = len(values)
    folder.end("facet.ord")
    folder.end("facet.ptr")
    folder.entries("facet", entries)
    return counts


def write_facts(folder: SegmentFolder, facts: Facts) -> None:
    """Write them, as JSON."""
    folder.array("facts", "u1", json.dumps(asdict(facts)).encode())


def read_facts(data: bytes) -> Facts:
    """Read them again."""
    held = json.loads(data)
    return Facts(tuple(held["fields"]), held["docs"], held["totals"], held["values"])


def read_facet(facts: Facts, name: str, entries: Dictionary, pointer: Array, ordinals: Array) -> FacetColumn:
    """One facet's column out of the sections that hold all of them."""
    place = list(facts.values).index(name)
    first = sum(list(facts.values.values())[:place])
    values = [value.decode() for value in entries.entries(first, first + facts.values[name])]
    own = pointer[place * (facts.docs + 1) : (place + 1) * (facts.docs + 1)]
    return FacetColumn(values, own - own[:1], ordinals[int(own[0]) : int(own[-1])])

"""Documents into a run: a segment without precomputed parts, small enough to have been sorted in memory."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from index.schema import FACETS, TEXTS
from index.segment.arrays import pointers, stable_order
from index.segment.columns import Facts, write_columns, write_facts, write_terms
from index.segment.dictionary import squeezed
from index.segment.folder import FileFacts, SegmentFolder
from index.segment.postings import Postings, PostingsWriter
from index.segment.section import Array

RUN_WORDS = 4_000_000
"""Words and values after which a run is written: its sorting then takes about 200 MB."""

MOST = 0xFFFF
"""Occurrences of one word kept for one letter: a frequency has two bytes."""


@dataclass(slots=True)
class Document:
    """What the index keeps of one letter. `row` and `stored` are bytes given back as they are."""

    texts: dict[str, Sequence[str]] = field(default_factory=dict)
    """Field → words in order."""
    exact: dict[str, Iterable[bytes]] = field(default_factory=dict)
    """Field → terms."""
    facets: dict[str, Sequence[str]] = field(default_factory=dict)
    """Facet → values as shown."""
    date: int = 0
    """YYYYMMDD, 0 where unknown."""
    row: bytes = b""
    stored: bytes = b""


class _Numbers(dict[bytes, int]):
    """Terms, numbered as they come."""

    def __missing__(self, term: bytes) -> int:
        self[term] = number = len(self)
        return number


class _Words(dict[str, int]):
    """Words of one field, numbered through the run's terms."""

    def __init__(self, numbers: _Numbers, prefix: bytes) -> None:
        super().__init__()
        self._numbers, self._prefix = numbers, prefix

    def __missing__(self, word: str) -> int:
        self[word] = number = self._numbers[self._prefix + word.encode("utf-8", "replace")]
        return number


class Run:
    """Collects documents; `write` makes the segment."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = tuple(fields)
        self._prefix = {name: bytes([number]) for number, name in enumerate(self._fields)}
        self._numbers = _Numbers()
        self._words = {name: _Words(self._numbers, self._prefix[name]) for name in TEXTS if name in self._prefix}
        self._tokens: list[Array] = []
        self._groups: list[tuple[int, int]] = []
        self._lengths: list[list[int]] = []
        self._facets: dict[str, list[Sequence[str]]] = {name: [] for name in FACETS}
        self._dates: list[int] = []
        self._rows: list[bytes] = []
        self._stored: list[bytes] = []
        self.words = 0

    def __len__(self) -> int:
        return len(self._dates)

    def add(self, document: Document) -> None:
        """Take one document; its number is its place in the run."""
        number = len(self)
        lengths = []
        for name, numbers in self._words.items():
            found = document.texts.get(name, ())
            lengths.append(len(found))
            self._take(number, np.fromiter(map(numbers.__getitem__, found), dtype=np.uint32, count=len(found)))
        exact = {self._prefix[name] + term for name, terms in document.exact.items() for term in terms}
        self._take(number, np.fromiter(map(self._numbers.__getitem__, exact), dtype=np.uint32, count=len(exact)))
        self._lengths.append(lengths)
        for name, columns in self._facets.items():
            columns.append(tuple(dict.fromkeys(document.facets.get(name, ()))))
        self._dates.append(document.date)
        self._rows.append(squeezed(document.row))
        self._stored.append(squeezed(document.stored))

    def _take(self, number: int, tokens: Array) -> None:
        if len(tokens):
            self._tokens.append(tokens)
            self._groups.append((number, len(tokens)))
            self.words += len(tokens)

    def write(self, path: Path) -> FileFacts:
        """Sort what was collected, at least one document, and write it to a new folder.

        Runs are merged and removed before anything is acknowledged, so they are not forced to the disk.
        """
        with SegmentFolder(path, durable=False) as folder:
            self._write_postings(folder)
            values = write_columns(folder, self._facets)
            folder.array("lengths", "<u4", np.array(self._lengths, dtype=np.uint32).reshape(len(self), -1).T.ravel())
            folder.array("date", "<u4", self._dates)
            folder.entries("rows", self._rows)
            folder.entries("stored", self._stored)
            totals = map(sum, zip(*self._lengths, strict=True))
            write_facts(folder, Facts(self._fields, len(self), dict(zip(self._words, totals, strict=True)), values))
        return folder.files

    def _write_postings(self, folder: SegmentFolder) -> None:
        terms = sorted(self._numbers)
        rank = np.empty(len(terms), dtype=np.uint32)
        rank[np.fromiter(map(self._numbers.__getitem__, terms), dtype=np.int64, count=len(terms))] = np.arange(
            len(terms)
        )
        groups = np.array(self._groups, dtype=np.int64).reshape(-1, 2)
        tokens = rank[np.concatenate(self._tokens)] if self._tokens else rank[:0]
        docs = np.repeat(groups[:, 0].astype(np.uint32), groups[:, 1])
        places = np.arange(len(tokens), dtype=np.int64) - np.repeat(pointers(groups[:, 1])[:-1], groups[:, 1])
        order = stable_order(tokens)
        tokens, docs, places = tokens[order], docs[order], places[order]
        new = np.ones(len(tokens), dtype=bool)
        new[1:] = (tokens[1:] != tokens[:-1]) | (docs[1:] != docs[:-1])
        first = np.flatnonzero(new)
        frequency = np.diff(np.append(first, len(tokens)))
        if len(frequency) and int(frequency.max()) > MOST:
            nth = np.arange(len(tokens)) - np.repeat(first, frequency)
            tokens, docs, places = (values[nth < MOST] for values in (tokens, docs, places))
            first, frequency = pointers(np.minimum(frequency, MOST))[:-1], np.minimum(frequency, MOST)
        write_terms(folder, terms)
        texts = np.array([name in TEXTS for name in self._fields])
        text = texts[np.fromiter((term[0] for term in terms), dtype=np.uint8, count=len(terms))][tokens]
        placed = np.where(text[first], frequency, 0)
        writer = PostingsWriter(folder)
        writer.write(Postings(tokens[first], docs[first], frequency, placed, places[text]))
        writer.close(np.arange(len(terms)))

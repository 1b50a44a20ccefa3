"""A written segment: terms, postings, positions, columns and stored letters, by number."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

import numpy as np

from index.segment.arrays import TOP, pointers, ranges
from index.segment.columns import FacetColumn, read_facet, read_facts
from index.segment.dictionary import Dictionary, unpacked
from index.segment.section import Array, DamagedBlock, Section

_AHEAD = 64 << 20
"""Bytes read ahead of a kind, at the most."""
LEAD = 1 << 16
"""More words than a phrase has."""


class Segment:
    """An immutable segment in a folder. Documents count from 0, terms in byte order over all fields.

    Every method may raise `DamagedBlock`.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        # All at once: a folder that a writer has since removed can still be read through what is open.
        try:
            files = sorted(path.iterdir())
        except OSError as error:
            raise DamagedBlock(path, "it cannot be opened") from error
        self._sections = {file.name: Section(file) for file in files}
        self.facts = read_facts(self.section("facts").whole().tobytes())
        self.fields, self.docs, self.totals = self.facts.fields, self.facts.docs, self.facts.totals
        self._number = {name: number for number, name in enumerate(self.fields)}
        self.terms = self.dictionary("terms")
        self._starts: dict[str, Array] = {}
        self._docs, self._tf = self.section("docs"), self.section("tf")
        self._docs_ptr, self._positions_ptr = self.section("docs.ptr"), self.section("positions.ptr")

    def section(self, name: str) -> Section:
        """A section by name."""
        found = self._sections.get(name)
        if found is None:
            raise DamagedBlock(self.path / name, "it is missing")
        return found

    def dictionary(self, name: str) -> Dictionary:
        """A list of byte strings by name."""
        return Dictionary(self.section(f"{name}.blob"), self.section(f"{name}.off"))

    def key(self, field: str, term: bytes = b"") -> bytes:
        """How a term of `field` stands in `terms`; KeyError for a field the segment does not know."""
        return bytes([self._number[field]]) + term

    def find(self, field: str, term: bytes) -> int:
        """A term's number, -1 where there is none."""
        return self.terms.find(self.key(field, term)) if field in self._number else -1

    def prefix(self, field: str, prefix: bytes) -> tuple[int, int]:
        """Numbers of the terms of `field` that begin with `prefix`."""
        return self.terms.range(self.key(field, prefix)) if field in self._number else (0, 0)

    def between(self, field: str, start: bytes, end: bytes | None) -> tuple[int, int]:
        """Numbers of the terms of `field` from `start` up to but without `end`, None: to the last one."""
        if field not in self._number:
            return 0, 0
        last = self.terms.range(self.key(field))[1] if end is None else self.terms.between(self.key(field, end), b"")[0]
        return self.terms.between(self.key(field, start), b"")[0], last

    def texts(self, first: int, last: int) -> list[bytes]:
        """The terms of a range of numbers, without their field."""
        return [entry[1:] for entry in self.terms.entries(first, last)]

    def bounds(self, first: int, last: int) -> tuple[int, int]:
        """Where the postings of a range of terms stand."""
        pointer = self._docs_ptr.take(first, last + 1)
        return int(pointer[0]), int(pointer[-1])

    def counts(self, first: int, last: int) -> Array:
        """In how many documents each of a range of terms stands."""
        return np.diff(self._docs_ptr.take(first, last + 1).astype(np.int64))

    def place_counts(self, first: int, last: int) -> Array:
        """How many positions each of a range of terms has in all."""
        return np.diff(self._positions_ptr.take(first, last + 1).astype(np.int64))

    def postings(self, first: int, last: int) -> tuple[Array, Array]:
        """Documents (u32) and frequencies (u8, or u16 where one needs it) of a range of terms, term after term."""
        start, end = self.bounds(first, last)
        tf = self._tf.take(start, end)
        at, often = self._often
        if len(at):
            one, other = np.searchsorted(at, [start, end]).tolist()
            if one < other:
                tf = tf.astype(np.uint16)
                tf[at[one:other] - start] = often[one:other]
        return self._docs.take(start, end), tf

    @cached_property
    def _often(self) -> tuple[Array, Array]:
        return self.section("often.at").whole().astype(np.int64), self.section("often").whole()

    def chosen(self, terms: Array) -> tuple[Array, Array, Array]:
        """Documents and frequencies of some terms, term after term, and how many postings each has."""
        if not len(terms):
            return np.zeros(0, np.uint32), np.zeros(0, np.uint16), np.zeros(0, np.int64)
        if len(terms) == int(terms[-1]) - int(terms[0]) + 1:
            return *self.postings(int(terms[0]), int(terms[-1]) + 1), self.counts(int(terms[0]), int(terms[-1]) + 1)
        pairs = [self.postings(term, term + 1) for term in terms.tolist()]
        counts = np.array([len(docs) for docs, _ in pairs], dtype=np.int64)
        return np.concatenate([docs for docs, _ in pairs]), np.concatenate([tf for _, tf in pairs]), counts

    def positions(self, term: int, wanted: Array) -> tuple[Array, Array]:
        """Places (u16 or u32) of a term in some of its documents, and how many in each.

        `wanted` are indices into the term's postings, in order.
        """
        tf = self.postings(term, term + 1)[1].astype(np.int64)
        pointer = self._positions_ptr.take(term, term + 2)
        start, end = int(pointer[0]), int(pointer[1])
        if end - start != int(tf.sum()):
            return np.zeros(0, np.uint32), np.zeros(len(wanted), np.int64)
        where = ranges(pointers(tf)[wanted], tf[wanted])
        found: Array = self.places(start, end)[where]
        return found, tf[wanted]

    def places(self, start: int, end: int) -> Array:
        """Positions `start` to `end` of the section, u16, or u32 where far ones had to be made whole."""
        found = self.section("positions").take(start, end)
        far = self.section("far.at").whole()
        first, last = np.searchsorted(far, [start, end]).tolist()
        if first < last:
            found = found.astype(np.uint32)
            high = self.section("far.high").take(first, last).astype(np.uint32)
            found[(far[first:last] - start).astype(np.int64)] += high << 16
        return found

    def place_bounds(self, first: int, last: int) -> tuple[int, int]:
        """Where the positions of a range of terms stand."""
        pointer = self._positions_ptr.take(first, last + 1)
        return int(pointer[0]), int(pointer[-1])

    @cached_property
    def _lengths(self) -> Array:
        return self.section("lengths").whole().reshape(-1, self.docs)

    def lengths(self, field: str) -> Array:
        """Words a document has in a field of words, u32."""
        found: Array = self._lengths[list(self.totals).index(field)]
        return found

    def starts(self, field: str) -> Array:
        """Where each document would begin if all stood in one line, u32: the words before it, and a gap for each.

        The first begins at `LEAD`, so that a place less its offset in a phrase is never below 0.
        """
        found = self._starts.get(field)
        if found is None:
            lengths = self.lengths(field)
            starts = np.cumsum(lengths, dtype=np.uint64) - lengths + np.arange(LEAD, LEAD + self.docs, dtype=np.uint64)
            found = self._starts.setdefault(field, starts.astype(np.uint32))
        return found

    @property
    def dates(self) -> Array:
        """YYYYMMDD a document, 0 where unknown."""
        return self.section("date").whole()

    def facet(self, name: str) -> FacetColumn:
        """A facet's values a document."""
        pointer, ordinals = self.section("facet.ptr").whole(), self.section("facet.ord").whole()
        return read_facet(self.facts, name, self.dictionary("facet"), pointer, ordinals)

    def packed(self, name: str, doc: int) -> bytes:
        """A document's entry in `rows` or `stored` as it stands in the file."""
        start, end = self.section(f"{name}.off").take(doc, doc + 2).tolist()
        return self.section(f"{name}.blob").raw(start, end)

    def row(self, doc: int) -> bytes:
        """What a row of results shows, and, behind its first line, the letter's links."""
        return self._entry("rows", doc)

    def stored(self, doc: int) -> bytes:
        """The stored letter."""
        return self._entry("stored", doc)

    def _entry(self, name: str, doc: int) -> bytes:
        """An entry, unpacked.

        It has a checksum of its own (RFC 1950, Adler-32) over what it unpacks to. To check the block it stands in takes
        reading 64 KiB for 2: 0.1 ms a letter that was not met before, 2 ms of a first letter typed.
        """
        start, end = self.section(f"{name}.off").take(doc, doc + 2).tolist()
        blob = self.section(f"{name}.blob")
        try:
            return unpacked(blob.unchecked(start, end))
        except zlib.error as error:
            blob.raw(start, end)  # says which block it is
            raise DamagedBlock(blob.path, f"letter {doc}") from error

    def expect(self, name: str, doc: int) -> None:
        """Say which entry of `rows` or `stored` is read next: of several, what lies on the disk is fetched together."""
        self.section(f"{name}.blob").expect(*self.section(f"{name}.off").take(doc, doc + 2).tolist())

    def expect_beginning(self, index: int) -> None:
        """Say that the frequencies of a heavy prefix are read next."""
        self.section("begin.tf").expect(index * self.docs, (index + 1) * self.docs)

    def read_ahead(self, fields: Sequence[str]) -> None:
        """Read, and check, what the words typed first are looked for in: heavy beginnings, and lesser `fields` whole.

        At 100,000 letters 54 MB in 45 ms; a beginning that was not met before took 3 to 6 ms more than one that was.
        Done again, it keeps them in memory, in 0.3 ms.
        """
        self.section("begin.tf").warm(0, min(len(self.section("begin.tf")), _AHEAD))
        for field in fields:
            start, end = self.bounds(*self.prefix(field, b""))
            end = min(end, start + _AHEAD // 5)
            self._docs.warm(start, end)
            self._tf.warm(start, end)

    @cached_property
    def _tops(self) -> dict[int, int]:
        return {int(term): index for index, term in enumerate(self.section("top.terms").whole())}

    def top(self, term: int) -> tuple[Array, Array] | None:
        """The precomputed best documents of a term and their frequencies, best first; None where it has none."""
        index = self._tops.get(term)
        if index is None:
            return None
        return self.section("top.docs").take(index * TOP, (index + 1) * TOP), self.section("top.tf").take(
            index * TOP, (index + 1) * TOP
        )

    @cached_property
    def _beginnings(self) -> dict[bytes, int]:
        held = self.dictionary("begin")
        return {entry: index for index, entry in enumerate(held.entries(0, len(held)))}

    def beginning(self, field: str, prefix: bytes) -> int | None:
        """The index of a heavy prefix among the precomputed, None where it is not one."""
        return self._beginnings.get(self.key(field, prefix)) if field in self._number else None

    def beginning_frequencies(self, index: int) -> Array:
        """For each document how often words with the heavy prefix stand in it, u8, at most 255."""
        return self.section("begin.tf").take(index * self.docs, (index + 1) * self.docs)

    def beginning_top(self, index: int) -> tuple[Array, Array, int]:
        """The best documents of a heavy prefix, their frequencies, and the count of all."""
        count = int(self.section("begin.count").take(index, index + 1)[0])
        docs, tf = self.section("begin.docs"), self.section("begin.top")
        return docs.take(index * TOP, (index + 1) * TOP), tf.take(index * TOP, (index + 1) * TOP), count

    @cached_property
    def _stems(self) -> tuple[Dictionary, Section, Section]:
        return self.dictionary("stems"), self.section("forms.blob"), self.section("forms.off")

    def forms(self, stem: str) -> Sequence[str]:
        """The words of the segment that share a stem, where there are two or more."""
        stems, blob, offsets = self._stems
        number = stems.find(stem.encode())
        if number < 0:
            return ()
        start, end = offsets.take(number, number + 2).tolist()
        return blob.raw(start, end).decode().split()

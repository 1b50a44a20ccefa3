"""What of a letter can be searched: one Whoosh schema, and the number that tells libraries of different makes apart."""

from __future__ import annotations

from typing import Any

from whoosh import fields

from index.analysis import ValueAnalyzer, WordAnalyzer

SCHEMA_VERSION = 3
"""Grows when a field, the folding or the segment's layout changes: older libraries are then rebuilt."""

TEXTS = ("body", "title", "notes", "annexes", "from", "to", "agenda")
"""Fields of words with positions, each with its own lengths."""

FACETS = ("sender", "addressee", "year", "month", "session", "item", "kind", "language", "format", "has")
"""Exact fields whose values, as shown, are kept a document: for counting."""

KEYS = ("key", "alias", "cites", "answers", "follows", "transmits")
"""Exact fields of symbols and other keys. `alias` is worked out by the writer (`index.segment.keys`)."""


def letters_schema() -> fields.Schema:
    """The schema of a library.

    - `id` (unique), `path`, `sha256`: the letter and its files, as they are
    - `body`, `title`, `notes`, `annexes`, `from`, `to`: words; `agenda`: those of `title` that are agenda items'
    - `key`, `cites`, `answers`, `follows`, `transmits`: keys, many a letter, as the caller spells them (its canonical
      form); `party` the keys of its senders (`corpus.states.key`); `order` sorts by symbol
    - `sender`, …: values, found folded, counted as shown
    - `date`: YYYYMMDD as a number, absent where unknown
    """
    schema = fields.Schema()
    for name in TEXTS:
        schema.add(name, fields.TEXT(analyzer=WordAnalyzer(), phrase=True, stored=False))
    for name in FACETS:
        schema.add(name, fields.ID(analyzer=ValueAnalyzer()))
    for name in (*KEYS, "party", "order", "path", "sha256"):
        schema.add(name, fields.ID())
    schema.add("id", fields.ID(unique=True))
    schema.add("date", fields.NUMERIC(int, bits=32, signed=False, shift_step=0))
    schema.add("row", fields.STORED())
    schema.add("stored", fields.STORED())
    return schema


def encode(schema: Any, name: str, value: Any) -> bytes:
    """The bytes under which `value` stands in the dictionary of field `name`; ValueError where it cannot."""
    try:
        encoded: bytes = schema[name].to_bytes(value)
    except UnicodeEncodeError:
        encoded = value.encode("utf-8", "surrogateescape")  # a file's name whose bytes are no UTF-8
    return encoded

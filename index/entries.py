"""What a library keeps at hand of each letter, beside the letter: enough for a row, a thread and the want-list.

It is written as the JSON list of `index.rows.Row` with three more items, so that a row is read without them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from corpus.model import Holding

MAX_EVIDENCE = 600
"""Characters of a proving passage that are kept at hand; the letter has the rest."""


@dataclass(frozen=True, slots=True)
class Link:
    """A relation as it stands in the letter that makes it."""

    kind: str
    symbols: tuple[str, ...]
    date: str | None
    sender: str | None
    block: str
    offset: int
    evidence: str
    basis: str
    part: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document cited that is no communication: a report, a record, a resolution. `start`, `end` are in the text."""

    symbols: tuple[str, ...]
    block: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A letter in short; names as in `index.results.Hit`."""

    id: str
    symbols: tuple[str, ...]
    date: str | None
    sender: str
    addressee: str
    kind: str
    title: str
    answers: tuple[str, ...]
    notes: int
    parties: tuple[str, ...] = ()
    """Keys of its senders (`corpus.states.key`)."""
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()
    holdings: tuple[Holding, ...] = ()

    def dumps(self) -> bytes:
        """As JSON, a row first."""
        row = (self.id, self.symbols, self.date, self.sender, self.addressee, self.kind, self.title, self.answers)
        links = [_values(link) for link in self.links]
        mentions = [_values(mention) for mention in self.mentions]
        holdings = [_values(holding) for holding in self.holdings]
        values = [*row, self.notes, self.parties, links, mentions, holdings]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def _values(item: Any) -> list[Any]:
    return [getattr(item, name) for name in item.__dataclass_fields__]


def loads(data: bytes) -> Entry:
    """Read an entry again."""
    letter, symbols, date, sender, addressee, kind, title, answers, notes, parties, links, mentions, holdings = (
        json.loads(data)
    )
    return Entry(
        letter, tuple(symbols), date, sender, addressee, kind, title, tuple(answers), notes, tuple(parties),
        tuple([Link(k, tuple(s), *rest) for k, s, *rest in links]),
        tuple([Mention(tuple(s), *rest) for s, *rest in mentions]),
        tuple([Holding(*h) for h in holdings]),
    )  # fmt: skip

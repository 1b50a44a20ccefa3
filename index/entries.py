"""What a library keeps at hand of each letter, beside the letter: enough for a row, a thread and the want-list.

It is written as two lines of JSON, the first an `index.rows.Row`, so that a row is read without the rest: 2 µs, not 17.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from corpus.errors import LibraryDamaged

MAX_EVIDENCE = 600
"""Characters of a proving passage that are kept at hand; the letter has the rest."""

MAX_MENTION = 240
"""The same for a document merely mentioned; a letter may name hundreds."""


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
    annexed: bool = False
    """Whether the words name an annex of the letter: date and sender are then the annex's."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A document cited that no relation names: a report, a record, a resolution, or a letter merely pointed to."""

    symbols: tuple[str, ...]
    block: str
    offset: int
    evidence: str
    """The sentence that names it, or what of it is near the name; from `offset` of the text on."""
    part: str = ""


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
    """Keys of its senders (`index.keys.party`)."""
    links: tuple[Link, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def named(self) -> tuple[Link | Mention, ...]:
        """Everything it names: relations first, then what is merely mentioned."""
        return (*self.links, *self.mentions) if self.mentions else self.links

    def dumps(self) -> bytes:
        """As two lines of JSON, a row first."""
        row = (self.id, self.symbols, self.date, self.sender, self.addressee, self.kind, self.title, self.answers)
        links = [_values(link) for link in self.links]
        mentions = [_values(mention) for mention in self.mentions]
        return _line([*row, self.notes]) + b"\n" + _line([self.parties, links, mentions])


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _values(item: Any) -> list[Any]:
    return [getattr(item, name) for name in item.__dataclass_fields__]


_value = json.JSONDecoder().raw_decode
"""One JSON value and where it ends: `json.loads` would look twice for the encoding and for white space."""


def loads(data: bytes) -> Entry:
    """Read an entry again; LibraryDamaged where it is none."""
    try:
        return _read(data)
    except (ValueError, TypeError, RecursionError) as error:
        raise LibraryDamaged("What the library holds of a letter is damaged.", "Index its folder again.") from error


def _read(data: bytes) -> Entry:
    text = data.decode("utf-8", "surrogatepass")
    row, end = _value(text)
    parties, links, mentions, *_ = _value(text, end + 1)[0]
    letter, symbols, date, sender, addressee, kind, title, answers, notes = row
    return Entry(
        letter, tuple(symbols), date, sender, addressee, kind, title, tuple(answers), notes, tuple(parties),
        tuple([Link(k, tuple(s), *rest) for k, s, *rest in links]),
        tuple([Mention(tuple(s), *rest) for s, *rest in mentions]),
    )  # fmt: skip

"""What a row of results shows of a letter, kept apart from the letter so that painting it loads nothing else."""

from __future__ import annotations

import json
from dataclasses import dataclass

from corpus.errors import LibraryDamaged


@dataclass(frozen=True, slots=True)
class Row:
    """A letter in one line; the meanings are those of `index.results.Hit`."""

    id: str
    symbols: tuple[str, ...] = ()
    date: str | None = None
    sender: str = ""
    addressee: str = ""
    kind: str = ""
    title: str = ""
    answers: tuple[str, ...] = ()
    notes: int = 0

    def dumps(self) -> bytes:
        """As a JSON list, in the order of the fields."""
        values = [
            self.id,
            self.symbols,
            self.date,
            self.sender,
            self.addressee,
            self.kind,
            self.title,
            self.answers,
            self.notes,
        ]
        return json.dumps(values, ensure_ascii=False, separators=(",", ":")).encode()


def loads(data: bytes) -> Row:
    """Read a row again; what follows its line is not looked at. LibraryDamaged where it is none."""
    try:
        letter, symbols, date, sender, addressee, kind, title, answers, notes = json.loads(data.partition(b"\n")[0])
        return Row(letter, tuple(symbols), date, sender, addressee, kind, title, tuple(answers), notes)
    except (ValueError, TypeError, RecursionError) as error:
        raise LibraryDamaged("A row in the library is damaged.", "Index its folder again.") from error

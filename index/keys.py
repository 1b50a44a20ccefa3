"""The keys a communication is found under, as they stand in the index.

A/79/818                each half of its symbol, canonical, without spaces
A/79/818-S/2025/156     the joint symbol
2023-03-22 azerbaijan   its date and a sender
by 2023-03-22 azerbaijan  the same, where its own symbol is not known: what a letter that gives a symbol with a
                        date and a sender bears witness to (`index.recovery`)
base:…, text:…          the ID before a number is added; what its text is, for telling copies
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable

from corpus import states
from corpus.model import Letter, Party
from corpus.symbols import Symbol


def canonical(symbol: str) -> str:
    """A symbol in display form as a key."""
    return symbol.replace(" ", "")


def display(key: str) -> str:
    """A key as it is shown."""
    return Symbol(key).display


def party(sender: Party) -> str:
    """The key of a sender: its State, or its office where it speaks for none."""
    return states.key(sender.of or sender.office)


def described(date: str | None, sender: str | None) -> str | None:
    """The key made of a date and a sender; None where either is missing or the date has no year or day."""
    if not date or not sender or not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return None
    name = states.key(sender)
    return f"{date} {name}" if name else None


def witness(date: str | None, sender: str | None) -> str | None:
    """The key under which witnesses to a lost symbol are found."""
    key = described(date, sender)
    return f"by {key}" if key else None


def own(letter: Letter) -> list[str]:
    """Every key a letter is found under."""
    halves = [canonical(symbol) for symbol in letter.symbols]
    keys = [*halves, "-".join(halves)] if halves else []
    for sender in letter.senders:
        key = described(letter.date, sender.of or sender.office)
        if key:
            keys += [key] if halves else [key, f"by {key}"]
    return [*dict.fromkeys(keys), f"base:{letter.id}", same_text(letter.text)]


def same_text(text: str) -> str:
    """The key of a text: equal for copies that differ in spaces and letter case only."""
    return "text:" + hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:32]


def targets(symbols: Iterable[str], date: str | None, sender: str | None) -> list[str]:
    """The keys of what a letter names: its symbols and what they are said to be of; without a symbol, date and sender."""
    halves = [canonical(symbol) for symbol in symbols]
    key = witness(date, sender) if halves else described(date, sender)
    return [*halves, *([key] if key else [])]

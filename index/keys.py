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
from functools import lru_cache

from corpus import parties, states
from corpus.model import Letter, Party
from corpus.symbols import Symbol


def canonical(symbol: str) -> str:
    """A symbol in display form as a key."""
    return symbol.replace(" ", "")


def display(key: str) -> str:
    """A key as it is shown."""
    return Symbol(key).display


_ARTICLE = re.compile(r"^the ", re.I)
_PRESIDENT = re.compile(r"^president of (?:the )?(?=.)", re.I)
_TAIL = re.compile(r"\b(?:of|for|from) (?:the )?", re.I)
_SPOKEN = re.compile(r"(.+?) (?:permanent )?(?:representative|delegation|mission|side|government)s?", re.I)
_MISSIONS = re.compile(r"^(?:\w+ )?Permanent |^Representative|^Chargé", re.I)
"""Offices that speak for a State, whether or not the table of States knows it."""
_AUTHORS = 1 << 14
"""Senders' phrases whose key is remembered; a library has a few hundred."""


def party(sender: Party) -> str:
    """The key of a sender: its State, or its body or office where it speaks for none."""
    return _body(sender.of or sender.office)


def author(phrase: str) -> str:
    """The key of a sender told in words, of several the first; "" where an office is named and not whose."""
    return next(iter(authors(phrase)), "")


@lru_cache(maxsize=_AUTHORS)
def authors(phrase: str) -> tuple[str, ...]:
    """The keys of all: "Permanent Representatives of Kestravia and Valdmark" are two, "Chargé d'affaires" nobody."""
    found = parties.senders(phrase) or (Party(phrase, ""),)
    named = (party(one) for one in found if one.of or not _MISSIONS.search(one.office))
    return tuple(name for name in named if name)


@lru_cache(maxsize=_AUTHORS)
def shown(phrase: str) -> str:
    """A sender told in words as a row shows it: the State as printed, else the phrase without its article."""
    plain = _ARTICLE.sub("", phrase.strip())
    found = parties.senders(plain)
    if not found or _state_in(plain):
        return _state_in(plain) or plain
    spoken = found[0].of if _MISSIONS.search(found[0].office) else ""
    return spoken or (plain if found[0].of else found[0].office)


@lru_cache(maxsize=_AUTHORS)
def _body(name: str) -> str:
    """The State that a name is or speaks for, else the name folded; who presides over a body writes as that body."""
    return states.key(_state_in(name) or _PRESIDENT.sub("", name, count=1))


def _state_in(name: str) -> str | None:
    """The State that a name is, ends in or speaks for, as printed."""
    spoken = _SPOKEN.fullmatch(name)
    tails = (name[tail.end() :] for tail in _TAIL.finditer(name))
    return next((n for n in (name, *tails, *([spoken[1]] if spoken else [])) if states.known(n)), None)


def described(date: str | None, sender: str | None) -> str | None:
    """The key made of a date and a sender; None where either is missing or the date has no year or day."""
    if not date or not sender or not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return None
    name = author(sender)
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
        key = f"{letter.date} {party(sender)}" if letter.date else None
        if key:
            keys += [key] if halves else [key, f"by {key}"]
    return [*dict.fromkeys(keys), f"base:{letter.id}", same_text(letter.text)]


def same_text(text: str) -> str:
    """The key of a text: equal for copies that differ in spaces and letter case only."""
    return "text:" + hashlib.sha256(" ".join(text.casefold().split()).encode()).hexdigest()[:32]


def targets(symbols: Iterable[str], date: str | None, sender: str | None) -> list[str]:
    """The keys of what a letter names: its symbols with what they are said to be of, else date and sender alone."""
    halves = [canonical(symbol) for symbol in symbols]
    key = witness(date, sender) if halves else described(date, sender)
    return [*halves, *([key] if key else [])]

"""The ledger of two parties: each letter of one that concerns the other, what answered it, and after how many days.

A letter concerns the other party where it is addressed to it, names a letter of it, or is named by one.
That no answer is held says nothing about whether there is one: the head of the ledger tells what the library covers.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date as day
from typing import TYPE_CHECKING

from corpus.clean import visible
from corpus.errors import UsageError
from index import agreement, facets, keys, recovery
from index.analysis import fold
from index.entries import Entry, Link
from index.results import Cancel, Cancelled, Ledger, LedgerRow
from index.shelf import Shelf

if TYPE_CHECKING:
    from index.arraysearcher import ArraySearcher

_EVERY = 64
_NEAR = 80
"""Of a hundred, how alike a sender's name is that one may have meant: "Sudna" and "Sudan" have 80."""


@dataclass(slots=True)
class _Line:
    """What is found of one letter."""

    answers: dict[str, None] = field(default_factory=dict)
    answered_by: dict[int, None] = field(default_factory=dict)
    concerns: bool = False


def ledger(searcher: ArraySearcher, one: str, other: str, cancel: Cancel) -> Ledger:
    """Every letter between two parties held here, by date; UsageError where both are the same."""
    first, second = keys.author(one), keys.author(other)
    if first == second:
        raise UsageError("A ledger needs two parties.", "Name another one: rejoinder ledger Kestravia Valdmark")
    shelf = Shelf(searcher)
    sides = {party: shelf.docs("party", party) for party in (first, second)}
    lines: dict[int, _Line] = {doc: _Line() for docs in sides.values() for doc in docs}
    for party, opposite in ((first, second), (second, first)):
        for number, doc in enumerate(sides[party]):
            if number % _EVERY == 0 and cancel():
                raise Cancelled
            _enter(shelf, doc, opposite, lines)
    shown = [doc for doc, line in lines.items() if line.concerns]
    rows = sorted((_row(shelf, doc, lines[doc]) for doc in shown), key=lambda r: (r.date is None, r.date or "", r.id))
    names = (_printed(shelf, sides[first], first, one), _printed(shelf, sides[second], second, other))
    unknown = [asked for asked, party in ((one, first), (other, second)) if not sides[party]]
    notices = tuple(_unknown(searcher, asked) for asked in unknown)
    return Ledger(names, _head(shelf, names, sides, first, second), tuple(rows), notices)


def _unknown(searcher: ArraySearcher, asked: str) -> str:
    """That nobody here is called so, and who is called nearly so."""
    from rapidfuzz import fuzz, process

    senders = [name for name in facets.table(searcher.ixreader.snapshot, "sender").values if name]
    near = process.extract(asked, senders, scorer=fuzz.WRatio, processor=fold, score_cutoff=_NEAR, limit=3)
    names = " or ".join(f"“{name}”" for name, _, _ in near)
    return visible(f"No sender here is called “{asked}”." + (f" Did you mean {names}?" if names else ""))


def _enter(shelf: Shelf, doc: int, opposite: str, lines: dict[int, _Line]) -> None:
    """Note every link of a letter that leads to the other party."""
    line, entry = lines[doc], shelf.entry(doc)
    line.concerns |= any(keys.author(name) == opposite for name in (entry.addressee, *entry.addressee.split(" and ")))
    for link in entry.links:
        targets = _targets(shelf, link)
        theirs = [target for target in targets if opposite in shelf.entry(target).parties]
        told = not targets and _tells(link, opposite)
        line.concerns |= bool(theirs) or told
        for target in theirs:
            other = lines[target]
            other.concerns = True
            if link.kind == "answers":
                line.answers[shelf.entry(target).id] = None
                other.answered_by[doc] = None
        if told and link.kind == "answers":
            line.answers[_name(link)] = None


def _tells(link: Link, party: str) -> bool:
    """Whether a link tells of a letter of that party, one that can be named."""
    return bool(link.sender and (link.symbols or link.date) and keys.author(link.sender) == party)


def _targets(shelf: Shelf, link: Link) -> list[int]:
    """The one letter held that a link means; () where none or several are."""
    if link.symbols:
        return recovery.bearers(shelf, link.symbols, link, most=1)[:1]
    docs, lost = recovery.fitting(shelf, link.date, link.sender)
    return docs if len(docs) == 1 and not lost else []


def _name(link: Link) -> str:
    return "-".join(link.symbols) or f"{link.date or 'undated'} {keys.shown(link.sender or '')}".strip()


def _row(shelf: Shelf, doc: int, line: _Line) -> LedgerRow:
    entry = shelf.entry(doc)
    names = entry.symbols or recovery.inferred(shelf, doc).symbols
    answers = sorted((shelf.entry(number) for number in line.answered_by), key=lambda e: (e.date or "9", e.id))
    days = _days(entry, answers[0]) if answers else None
    ids = tuple(answer.id for answer in answers)
    return LedgerRow(entry.id, names, entry.date, entry.sender, entry.title, ids, days, tuple(line.answers))


def _days(letter: Entry, answer: Entry) -> int | None:
    try:
        return (day.fromisoformat(answer.date or "") - day.fromisoformat(letter.date or "")).days
    except ValueError:
        return None


def _printed(shelf: Shelf, docs: list[int], party: str, asked: str) -> str:
    """How letters here print the party's name most often; as asked for where none does."""
    names = Counter(sender for doc in docs for sender in _senders(shelf.entry(doc)) if keys.author(sender) == party)
    return names.most_common(1)[0][0] if names else asked


def _senders(entry: Entry) -> list[str]:
    return [entry.sender] if len(entry.parties) == 1 else entry.sender.split(" and ")


def _head(shelf: Shelf, names: tuple[str, str], sides: dict[str, list[int]], first: str, second: str) -> str:
    """What the library covers, so that a missing answer is not read as silence."""
    covers = []
    for name, docs in ((names[0], sides[first]), (names[1], sides[second])):
        dates = sorted(date for doc in docs if (date := shelf.entry(doc).date))
        count = f"{len(docs):,} letter{'' if len(docs) == 1 else 's'} of {name}"
        covers.append(f"{count} ({_between(dates[0], dates[-1])})" if dates else count)
    return f"This library holds {covers[0]} and {covers[1]}; an answer that is not held may exist."


def _between(start: str, end: str) -> str:
    first, last = agreement.in_words(start), agreement.in_words(end)
    return first if start == end else f"{first} to {last}"

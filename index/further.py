"""What the library answers beside searches: symbols, exchanges, ledgers, reports of an ingest. See `index.results`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Concordance:
    """One hit in its line: words left of it, the match, words right of it."""

    left: str
    match: str
    right: str
    id: str
    block: str
    offset: int
    """Of the match, in `Letter.text`."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document a symbol may mean. `id` is None where it is not held."""

    symbols: tuple[str, ...]
    id: str | None
    date: str | None
    sender: str
    cited_by: tuple[str, ...] = ()
    """IDs of held letters that cite it."""
    address: str = ""
    """Where the Organization publishes it."""
    inferred_from: tuple[str, ...] = ()
    """IDs of the letters its own symbol was recovered from."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A symbol or resolution found in a text: what was written, and what it means."""

    text: str
    start: int
    symbols: tuple[str, ...]
    guess: bool
    letters: tuple[str, ...]
    """IDs of held letters that bear it."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """Whether what the words say of a target agrees with it; None where one side says nothing."""

    symbol: bool | None
    date: bool | None
    sender: bool | None
    difference: str = ""
    """In words, where something differs: "the symbol is of 6 March, the text says 8 March"."""


@dataclass(frozen=True, slots=True)
class Node:
    """A communication in an exchange. What is not held tells date and sender as the citing letters do."""

    id: str
    symbols: tuple[str, ...]
    date: str | None
    sender: str
    title: str
    held: bool
    document: bool = False
    """True for a report, record or resolution: shown as a document, never as a letter of the exchange."""
    cited_by: int = 0
    inferred_from: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A link from the later communication (`source`) to the earlier (`target`), with its proof."""

    source: str
    target: str
    kind: str
    evidence: str
    block: str
    offset: int
    """Of the evidence, in the source letter's text."""
    basis: str
    agrees: Agreement
    part: str = ""
    candidates: tuple[str, ...] = ()
    """Where two or more letters fit a description: all of them; then `target` is the description's own node."""


@dataclass(frozen=True, slots=True)
class Thread:
    """The exchange around a letter."""

    focus: str
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an ingest did."""

    added: int
    updated: int
    unchanged: int
    removed: int
    failed: tuple[tuple[str, str], ...]
    """(path, one line with the reason)."""
    letters: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an ingest has come."""

    done: int
    total: int
    path: str
    failed: int


@dataclass(frozen=True, slots=True)
class Want:
    """A document that letters cite and that is not held."""

    symbols: tuple[str, ...]
    count: int
    """How many letters held here cite it."""
    cited_by: tuple[str, ...]
    """Their IDs, the latest letters first; of very many the first ones."""
    date: str | None
    sender: str
    """As the citing letters tell them; `""` where they do not."""
    address: str
    """Where the Organization publishes it."""
    document: bool = False
    """True for a report, record or resolution."""


@dataclass(frozen=True, slots=True)
class WantList:
    """Every document that is cited and not held, the most cited first."""

    rows: tuple[Want, ...]
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A letter of one party that concerns the other, and what came of it as far as this library knows."""

    id: str
    symbols: tuple[str, ...]
    date: str | None
    sender: str
    title: str
    answered_by: tuple[str, ...]
    """IDs of letters of the other party that answer it, the earliest first; () where none is held."""
    days: int | None
    """Days to the first answer; None where there is none or a date is not known."""
    answers: tuple[str, ...] = ()
    """IDs or symbols of letters of the other party that it answers itself, held or not."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """The letters between two parties, in order of date."""

    parties: tuple[str, str]
    """As printed in the letters held here, else as asked for."""
    head: str
    """What the library covers, in a sentence: an answer that is not held may well exist."""
    rows: tuple[LedgerRow, ...]
    notices: tuple[str, ...] = ()

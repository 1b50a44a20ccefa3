"""What the library answers: frozen values, ready to be shown or printed, free of any index's internals.

Here is what a search asks for and gives; the rest is in `index.further` and comes under the same name when it is asked
for: Python takes 0.4 ms to make the class of such a value, which the first picture would wait for.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from index.further import Agreement as Agreement
    from index.further import Candidate as Candidate
    from index.further import Concordance as Concordance
    from index.further import Edge as Edge
    from index.further import Ledger as Ledger
    from index.further import LedgerRow as LedgerRow
    from index.further import Node as Node
    from index.further import Progress as Progress
    from index.further import Report as Report
    from index.further import Resolved as Resolved
    from index.further import Thread as Thread
    from index.further import Want as Want
    from index.further import WantList as WantList

Cancel = Callable[[], bool]
"""Asked now and then by anything long; True means: stop, nobody wants the answer."""


class Cancelled(Exception):
    """Raised by anything long once its `Cancel` says so."""


class Sort(StrEnum):
    """The order of results."""

    RELEVANCE = "relevance"
    DATE = "date"
    DATE_OLDEST = "date-oldest"
    SYMBOL = "symbol"


class Request(NamedTuple):
    """A search as asked for. `query` is what a person typed; the rest narrows and shapes it."""

    query: str
    limit: int = 50
    offset: int = 0
    sort: Sort = Sort.RELEVANCE
    narrow: tuple[tuple[str, str], ...] = ()
    """Facet values to keep, as (facet, value): `(("sender", "Kestravia"), ("year", "2006"))`; of one facet either."""
    facets: bool = True
    """Whether facets and months are counted: 1 to 2 ms of 4 at 100,000 letters, the first time 10."""
    timeline: bool = False
    """Whether the months are counted where the facets are not."""
    passages: int = 2
    """Passages of each hit, at most; none reads no letter, which takes 0.1 ms a hit and more."""
    prefix_last: bool = True
    """As typed: the last word may be unfinished and matches as a prefix too."""
    suggest: bool = True
    """Whether other words are looked for where nothing is found: 2 to 25 ms at 100,000 letters."""


class Snippet(NamedTuple):
    """A passage with its lit places, as (start, end) in `text`; `block` and `offset` lead back into the letter."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()
    block: str = ""
    offset: int = 0
    """Of the snippet's first character, in `Letter.text`."""
    foremost: int = 0
    """Where the lit place begins, in `text`, that is to be seen where there is no room for all."""
    masthead: bool = False
    """Whether it is a line of the masthead, as an agenda item's title is."""


class Hit(NamedTuple):
    """A row of results."""

    id: str
    symbols: tuple[str, ...]
    date: str | None
    sender: str
    addressee: str
    kind: str
    title: str
    score: float
    snippets: tuple[Snippet, ...] = ()
    answers: tuple[str, ...] = ()
    """The first symbols (or descriptions) of what it answers, as shown in its row."""
    notes: int = 0
    inferred_symbols: tuple[str, ...] = ()


class Months(NamedTuple):
    """Hits by month. Numbers, since they come with every letter typed and are drawn as bars: as pairs of a label and a
    count they were half of what goes from one process to the other.
    """

    first: int = 0
    """The first month that has any: twelve times its year, and its number from 0."""
    counts: tuple[int, ...] = ()
    """From the first month to the last that has any, those without between."""

    def __bool__(self) -> bool:
        """Whether any hit has a date."""
        return bool(self.counts)

    @property
    def labels(self) -> tuple[str, ...]:
        """`2006-08`, one a count."""
        months = range(self.first, self.first + len(self.counts))
        return tuple(f"{month // 12:04}-{month % 12 + 1:02}" for month in months)


class Page(NamedTuple):
    """An answer to a `Request`: the exact total, one page of hits and what goes with them."""

    request: Request
    understood: str
    """The query as it was understood, in words: `from: Kestravia · 2006 · “customs post”`."""
    total: int
    seconds: float
    hits: tuple[Hit, ...]
    facets: dict[str, tuple[tuple[str, int], ...]] = {}  # noqa: RUF012 - never changed
    """`sender`, `addressee`, `year`, `item`, `kind`, `language`: (value, count), most first (years in order).

    A facet that the request narrows is counted as if it did not: the hits there would be with another value too."""
    timeline: Months = Months()
    """Every hit with a date."""
    suggestion: str | None = None
    """A query to offer where this one found nothing."""
    notices: tuple[str, ...] = ()
    """What a person should know: a cap that was reached, an older generation shown."""
    terms: tuple[str, ...] = ()
    """The words to light in an opened letter, as patterns for `index.highlight.find_all`."""
    symbol: str | None = None
    """Where the query is a symbol: the id of the letter Enter opens, held or not."""


class Completion(NamedTuple):
    """What could stand in the search line instead of `text[start:end]`."""

    start: int
    end: int
    insert: str
    help: str


def __getattr__(name: str) -> Any:
    """A value of `index.further`, loaded now. Every import asks for `__path__` first, which is none."""
    if not name.startswith("__"):
        from index import further

        if hasattr(further, name):
            return getattr(further, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

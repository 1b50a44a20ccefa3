"""The facets pane: what the hits have in common, counted; Enter keeps only some, `-` takes that back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tui.bindings import bindings
from tui.view.bars import time_in_words
from tui.view.rows import Piece, one_line
from tui.widgets.list_scroller import ListScroller
from tui.widgets.narrowing import Narrow, Widen
from tui.widgets.sections import Entry, Sections

TITLES = {
    "sender": "Sender",
    "addressee": "Addressee",
    "year": "Year",
    "item": "Agenda item",
    "kind": "Kind",
    "language": "Language",
}
"""The facets shown, in their order, and how each is called."""
FEW = 8
"""Values shown of a facet until it is opened: six facets of ten lines fit two screens."""
LANGUAGES = {
    "ar": "Arabic",
    "en": "English",
    "es": "Spanish",
    "fr": "French",
    "ru": "Russian",
    "zh": "Chinese",
}

Counts = Mapping[str, Sequence[tuple[str, int]]]
Narrowing = Sequence[tuple[str, str]]


class Facets(Sections):
    """Values with their counts, facet by facet; long facets fold to their first `FEW`, years to the latest."""

    BINDINGS = bindings("facets", "motion")

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._counts: Counts = {}
        self._kept: Narrowing = ()
        self._open: frozenset[str] = frozenset()
        self.targets: list[tuple[str, str]] = []
        """(facet, value) of each row; the value of a row that opens a folded facet is `""`."""

    def show(self, counts: Counts, narrow: Narrowing = ()) -> None:
        """The counts of a page and what it is narrowed to; the cursor stays on its value where that is still there."""
        here = self.targets[self.cursor] if self.targets else None
        self._counts, self._kept = counts, narrow
        self._lay_out(here)

    def _lay_out(self, here: tuple[str, str] | None) -> None:
        rows, self.targets = facet_rows(self._counts, self._kept, self._open)
        self.replace_entries(rows, self.targets.index(here) if here in self.targets else 0)

    def on_list_scroller_chosen(self, event: ListScroller.Chosen) -> None:
        """Keep only this value, or where it is kept no longer; a folded facet is opened instead."""
        event.stop()
        facet, value = self.targets[event.index]
        if not value:
            self._open |= {facet}
            self._lay_out(self.targets[event.index - 1])
        elif (facet, value) in self._kept:
            self.post_message(Widen(facet, value))
        else:
            self.post_message(Narrow(facet, value))

    def action_widen(self) -> None:
        """`-`."""
        self.post_message(Widen())


def facet_rows(counts: Counts, kept: Narrowing, opened: frozenset[str]) -> tuple[list[Entry], list[tuple[str, str]]]:
    """The rows of all facets that have a value, and what each stands for."""
    rows: list[Entry] = []
    targets: list[tuple[str, str]] = []
    for facet, title in TITLES.items():
        values = [(value, count) for value, count in counts.get(facet, ()) if value]
        if facet == "year":
            values.reverse()  # what one looks for is mostly recent
        whole = facet in opened or len(values) <= FEW + 1
        shown = [v for n, v in enumerate(values) if whole or n < FEW or (facet, v[0]) in kept]
        for number, (value, count) in enumerate(shown):
            is_kept = (facet, value) in kept
            mark = Piece("✓ kept ", "marked") if is_kept else Piece("")
            name = Piece(value_in_words(facet, value), "symbol" if is_kept else "party")
            rows.append(Entry((name,), (mark, Piece(f"{count:,}", "date")), title if number == 0 else ""))
            targets.append((facet, value))
        if len(shown) < len(values):
            rows.append(
                Entry((Piece(f"… {len(values) - len(shown):,} more", "date"),), (Piece("Enter opens", "date"),))
            )
            targets.append((facet, ""))
    return rows, targets


def value_in_words(facet: str, value: str) -> str:
    """How a value is shown: languages by name, items as items; what a document said, cleaned."""
    if facet == "language":
        return LANGUAGES.get(value, one_line(value))
    if facet == "month":
        return time_in_words(value)
    if facet == "item":
        return f"item {one_line(value)}"
    return one_line(value)


def narrowed_in_words(narrow: Narrowing) -> str:
    """What a search is narrowed to: `sender Kestravia · year 2006 or 2007`; `""` where to nothing."""
    grouped: dict[str, list[str]] = {}
    for facet, value in narrow:
        grouped.setdefault(facet, []).append(value_in_words(facet, value))
    told = []
    for facet, values in grouped.items():
        name = "" if facet in ("item", "month") else f"{TITLES.get(facet, facet).lower()} "
        told.append(name + " or ".join(values))
    return " · ".join(told)

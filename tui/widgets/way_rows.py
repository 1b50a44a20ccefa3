"""The rows of the lists that lead somewhere: the way, bookmarks and marked letters, queries. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from corpus.model import Letter
from index.results import Thread
from tui.places import History, Place
from tui.state import Bookmark
from tui.widgets.facets import narrowed_in_words
from tui.widgets.rows import Row


def way_rows(way: History) -> list[Row]:
    """The places in the order they were visited; the one where one is says so."""
    return [Row(_place(place), "here" if at == way.at else "", 0) for at, place in enumerate(way.places)]


def _place(place: Place) -> str:
    if place.letter:
        return f"{place.letter} · note {place.note.lstrip('n')}" if place.note else place.letter
    kept = narrowed_in_words(place.narrow)
    return " · ".join(filter(None, (f"/ {place.query or 'all letters'}", kept)))


def kept_rows(bookmarks: Sequence[Bookmark], marked: Iterable[str]) -> list[Row]:
    """Bookmarks by their first words, then the letters that are marked in the results."""
    rows = [Row(f"“{b.words}…”" if b.words else b.pin, b.pin) for b in bookmarks]
    return rows + [Row(letter, "✓ marked in the results") for letter in marked]


def opposites(letter: Letter, thread: Thread | None) -> list[str]:
    """The other parties of the exchange around a letter: whom it answers first, then who answers it, then the rest."""
    own = {party.of for party in letter.senders if party.of}
    if thread is None:
        return []
    nodes = {node.id: node for node in thread.nodes if node.sender and not node.document}
    near = [edge.target for edge in thread.edges if edge.source == thread.focus and edge.kind == "answers"]
    near += [edge.source for edge in thread.edges if edge.target == thread.focus and edge.kind == "answers"]
    senders = [nodes[id_].sender for id_ in (*near, *nodes) if id_ in nodes]
    return [name for name in dict.fromkeys(senders) if name not in own]

"""Notes and markers brought together: a note's markers stand before it and after the last note of the same label.

Annexes may begin again at 1, so of several candidates those on the note's page come first, then those of its part. A
marker that comes once more later in the same part belongs to the same note. Nothing is guessed.
"""

from __future__ import annotations

import re

from corpus.note_marks import FoundMarker, FoundNote, stuck
from corpus.rows import Row


def pair(notes: list[FoundNote], markers: list[FoundMarker], part_of: dict[Row, str]) -> None:
    """Set `FoundMarker.note` and `FoundNote.markers`; what has no partner stays without."""
    for index, note in enumerate(notes):
        earlier = next((n for n in reversed(notes[:index]) if n.label == note.label), None)
        after = earlier.rows[-1].start if earlier else -1
        open_marks = [m for m in markers if m.label == note.label and m.note is None]
        near = [m for m in open_marks if m.row.page == note.rows[0].page]
        window = near or [m for m in open_marks if after < m.row.start < note.rows[0].start]
        chosen = _one_part(window, part_of, part_of[note.rows[0]])
        for mark in chosen:
            mark.note = note
        note.markers += chosen
    for mark in markers:
        if mark.note is None:
            same = [
                n
                for n in notes
                if n.label == mark.label and n.markers and part_of[n.markers[0].row] == part_of[mark.row]
            ]
            if len(same) == 1:
                mark.note = same[0]
                same[0].markers.append(mark)


def _one_part(window: list[FoundMarker], part_of: dict[Row, str], own: str) -> list[FoundMarker]:
    if not window:
        return []
    parts = {part_of[mark.row] for mark in window}
    wanted = own if own in parts else part_of[window[0].row]
    return [mark for mark in window if part_of[mark.row] == wanted]


def by_sequence(note: FoundNote, found: list[Row], after: int) -> FoundMarker | None:
    """The marker of a note in a text whose format tells nothing: its number stuck to a word, once, before the note."""
    if not (note.label.isdigit() or note.label.isalpha()) or (found and found[0].is_set):
        return None
    loose = re.compile(rf"(?<=[^\W\d_.]|[.,;:”\"’)»])\s?({note.label})(?=[\s.,;:)]|$)")
    for pattern in (stuck(note.label), loose) if note.label.isdigit() else (stuck(note.label),):
        hits = [
            FoundMarker(note.label, row, m.start(1), m.end(1))
            for row in found
            if row.start < note.rows[0].start
            for m in pattern.finditer(row.text)
            if after < row.start + m.start(1)
        ]
        if len(hits) == 1:
            return hits[0]
    return None
